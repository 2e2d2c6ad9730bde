"""Logistics and deadlines: what is still to be done, links, the programme and the side events."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from briefing.arrange import due
from briefing.model import AgendaItem, Event, Link, Task, TaskState
from briefing.note.blocks import Block, Bullets, Heading, Item, Run, Text, address, one_line
from briefing.note.ledger import at, doubts
from briefing.note.prose import prose
from briefing.note.scene import Scene
from briefing.text import count
from briefing.when import whole_day
from briefing.when_words import clock_words, date_words

SETTLED = frozenset((TaskState.CONFIRMED, TaskState.REFUSED, TaskState.DONE))
"""States in which nothing is left to be done."""


def logistics(scene: Scene) -> tuple[Block, ...]:
    """Return tasks by deadline, then links, programme and side events, each in its order."""
    groups = (
        ("To do", [_task(scene, task) for task in _by_deadline(scene)]),
        ("Links", [_link(scene, link) for link in scene.event.links]),
        ("Programme", [_slot(scene, slot) for slot in scene.event.agenda]),
        ("Side events and sessions", [_child(scene, child) for child in _in_order(scene)]),
    )
    return tuple(block for heading, items in groups for block in _group(heading, items))


def next_step(scene: Scene) -> tuple[Block, ...]:
    """Return what the person wrote, and the next deadline that is still open."""
    written = prose(scene.written.next_step)
    return (*written, *_critical_date(scene))


def _critical_date(scene: Scene) -> tuple[Block, ...]:
    for task in _by_deadline(scene):
        last_day = task.due.last_date
        if task.state not in SETTLED and last_day is not None and last_day >= scene.today:
            label = f"Next deadline, {due.words(task.due, scene.home)}"
            return (
                Bullets(items=(scene.ledger.item(label, task.what, *at(task, "what", "due")),)),
            )
    return ()


def _group(heading: str, items: list[Item]) -> tuple[Block, ...]:
    return (Heading(text=heading), Bullets(items=tuple(items))) if items else ()


# Tasks ------------------------------------------------------------------------------------------


def _by_deadline(scene: Scene) -> list[Task]:
    return sorted(scene.held.tasks, key=lambda task: due.safe(task.due).sort_key(scene.home))


def _task(scene: Scene, task: Task) -> Item:
    details = (task.condition, task.who, "" if task.state is TaskState.TO_DO else task.state)
    said = "; ".join(one_line(part) for part in (task.what, *details) if part)
    item = scene.ledger.item(_due(scene, task), said, *at(task, "what", "due", "condition"))
    how = (Item(text=_address(link)) for link in task.how)
    return replace(item, under=(*item.under, *how))


def _due(scene: Scene, task: Task) -> str:
    last_day = task.due.last_date
    if last_day is None:
        return "No deadline given"
    by = f"By {due.words(task.due, scene.home)}"
    return by if task.state in SETTLED else f"{by} ({_distance((last_day - scene.today).days)})"


def _distance(days: int) -> str:
    if days == 0:
        return "today"
    return f"in {count(days, 'day')}" if days > 0 else f"{count(-days, 'day')} late"


# Links, programme, side events ------------------------------------------------------------------


def _link(scene: Scene, link: Link) -> Item:
    *words_before, unmarked = _address(link)
    values = at(scene.event, f"links/{link.key}")
    marked = replace(unmarked, mark=scene.ledger.fact("", *values).mark)
    return Item(text=(*words_before, marked), under=doubts(*values))


def _address(link: Link) -> Text:
    there = address(link.address)
    said = one_line(link.words)
    if link.kept and said:
        return (Run(text=said),)
    return (there,) if said in ("", there.text) else (Run(text=f"{said}: "), there)


def _slot(scene: Scene, slot: AgendaItem) -> Item:
    label = ", ".join(part for part in (_day(slot.day), _times(slot)) if part)
    return scene.ledger.item(label, slot.title, *at(scene.event, f"agenda/{slot.key}"))


def _day(day: dt.date | None) -> str:
    return date_words(whole_day(day)) if day else ""


def _times(slot: AgendaItem) -> str:
    return "–".join(f"{time:%H:%M}" for time in (slot.time, slot.end_time) if time)


def _in_order(scene: Scene) -> Iterator[Event]:
    yield from sorted(scene.held.children, key=lambda child: child.when.sort_key(scene.home))


def _child(scene: Scene, child: Event) -> Item:
    clocks = clock_words(child.when, scene.home)
    label = f"{date_words(child.when)}{f', {clocks}' if clocks else ''}"
    state = " (cancelled)" if child.cancelled else " (postponed)" if child.postponed else ""
    return scene.ledger.item(label, f"{child.title}{state}", *at(child, "title", "when"))
