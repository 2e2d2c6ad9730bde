"""Logistics and deadlines: what is still to be done, links, the programme and the side events."""

from collections.abc import Iterator
from dataclasses import replace

from briefing.arrange import due
from briefing.model import AgendaItem, Event, Link, Task, TaskState
from briefing.note.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Run,
    SectionName,
    Text,
    address,
    one_line,
)
from briefing.note.ledger import Value, at
from briefing.note.scene import Scene, Setting
from briefing.note.words import Words
from briefing.when import whole_day

SETTLED = frozenset((TaskState.CONFIRMED, TaskState.REFUSED, TaskState.DONE))
"""States in which nothing is left to be done."""


def logistics(scene: Scene) -> tuple[Block, ...]:
    """Return tasks by deadline, then links, programme and side events, each in its order.

    In brief it is only what is left to be done, and the programme.
    """
    is_brief, say = scene.is_brief(SectionName.LOGISTICS), scene.words.say
    tasks = [task for task in by_deadline(scene) if not is_brief or task.state not in SETTLED]
    has_agenda = scene.kind.part(SectionName.AGENDA) is not None
    agenda = () if has_agenda else scene.event.agenda
    links, children = ((), ()) if is_brief else (scene.event.links, tuple(_in_order(scene)))
    groups = (
        (say("To do"), [_task(scene, task, is_brief=is_brief) for task in tasks]),
        (say("Links"), [_link(scene, link) for link in links]),
        (say("Programme"), [_slot(scene, slot) for slot in agenda]),
        (say("Side events and sessions"), [_child(scene, child) for child in children]),
    )
    return tuple(block for heading, items in groups for block in _group(heading, items))


def next_step(scene: Scene) -> tuple[Block, ...]:
    """Return the next deadline that is still open, with what is to be done by it.

    A decision has its critical date and the reason for it: without a deadline the event itself.
    """
    is_decision = scene.kind.part(SectionName.RECOMMENDATION) is not None
    say, words = scene.words.say, scene.words
    for task in by_deadline(scene):
        last_day = task.due.last_date
        if task.state not in SETTLED and last_day is not None and last_day >= scene.today:
            day = words.deadline(task.due, scene.home)
            label = say("Critical date, {day}" if is_decision else "Next deadline, {day}", day=day)
            said = words.listed((task.what, task.who, task.condition))
            values = at(task, "what", "due", "condition")
            return (_step(scene, label, said, *values),)
    if is_decision and scene.event.when.is_dated:
        label = say("Critical date, {day}", day=words.moment(scene.event.when, scene.home))
        return (_step(scene, label, say("the event begins"), *at(scene.event, "when")),)
    return ()


def _step(scene: Scene, label: str, said: str, *values: Value) -> Block:
    return Bullets(items=(scene.ledger.item(label, said, *values),))


def by_deadline(scene: Scene) -> list[Task]:
    """Return the event's tasks, the most urgent first and those without a deadline last."""
    return sorted(scene.held.tasks, key=lambda task: due.safe(task.due).sort_key(scene.home))


def deadline(scene: Setting, task: Task) -> str:
    """Return until when something is to be done, and how far away that is."""
    words, last_day = scene.words, task.due.last_date
    if last_day is None:
        return words.say("No deadline given")
    by = words.by(task.due, scene.home)
    days = (last_day - scene.today).days
    return by if task.state in SETTLED else f"{by} ({_distance(days, words)})"


def slot_time(slot: AgendaItem, words: Words) -> str:
    """Return when a slot of a programme is: "Mon 24 Jul 2023, 09:10-09:30", with an en dash."""
    day = words.date(whole_day(slot.day)) if slot.day else ""
    times = "–".join(words.time(time) for time in (slot.time, slot.end_time) if time)
    return ", ".join(part for part in (day, times) if part)


def _group(heading: str, items: list[Item]) -> tuple[Block, ...]:
    return (Heading(text=heading), Bullets(items=tuple(items))) if items else ()


# Tasks ------------------------------------------------------------------------------------------


def _task(scene: Scene, task: Task, *, is_brief: bool) -> Item:
    state = "" if task.state is TaskState.TO_DO else scene.words.term(task.state)
    said = scene.words.listed((task.what, task.condition, task.who, state))
    item = scene.ledger.item(deadline(scene, task), said, *at(task, "what", "due", "condition"))
    how = () if is_brief else (Item(text=_address(link, scene.words)) for link in task.how)
    return replace(item, under=(*item.under, *how))


def _distance(days: int, words: Words) -> str:
    if days == 0:
        return words.say("today")
    if days > 0:
        return words.say("in {days}", days=words.count(days, "day"))
    return words.say("{days} late", days=words.count(-days, "day"))


# Links, programme, side events ------------------------------------------------------------------


def _link(scene: Scene, link: Link) -> Item:
    *words_before, unmarked = _address(link, scene.words)
    values = at(scene.event, f"links/{link.key}")
    marked = replace(unmarked, mark=scene.ledger.fact("", *values).mark)
    return Item(text=(*words_before, marked), under=scene.ledger.doubts(*values))


def _address(link: Link, words: Words) -> Text:
    there = address(link.address)
    said = one_line(link.words)
    if link.kept and said:
        return (Run(text=said),)
    return (there,) if said in ("", there.text) else (Run(text=f"{words.label(said)} "), there)


def _slot(scene: Scene, slot: AgendaItem) -> Item:
    label = slot_time(slot, scene.words)
    return scene.ledger.item(label, slot.title, *at(scene.event, f"agenda/{slot.key}"))


def _in_order(scene: Scene) -> Iterator[Event]:
    yield from sorted(scene.held.children, key=lambda child: child.when.sort_key(scene.home))


def _child(scene: Scene, child: Event) -> Item:
    words = scene.words
    clocks = words.clocks(child.when, scene.home)
    label = f"{words.date(child.when)}{f', {clocks}' if clocks else ''}"
    state = words.say("cancelled") if child.cancelled else ""
    state = state or (words.say("postponed") if child.postponed else "")
    title, path = words.title(child)
    said = f"{title} ({state})" if state else title
    return scene.ledger.item(label, said, *at(child, path, "when"))
