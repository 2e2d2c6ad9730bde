"""What a forum did on some days: what was held and said, who moved, what comes next."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from briefing.arrange import due
from briefing.model import Asked, Event, Milestone, Position, Question, Task, TaskKind
from briefing.note import claims, moved as who_moved
from briefing.note.blocks import Block, Bullets, Heading, Item, Run, one_line
from briefing.note.falling_due import TO_GET_IN, task_entry
from briefing.note.happened import position_item
from briefing.note.ledger import at
from briefing.note.logistics import SETTLED
from briefing.note.outlook_row import title, where
from briefing.note.span import SpanScene
from briefing.note.up_to import item
from briefing.text import fold

MOST_MILESTONES, MOST_TASKS = 3, 5
"""How many coming steps of the forum are told, and how many tasks."""


def happened(scene: SpanScene) -> tuple[Block, ...]:
    """Return what was held, what was said on each matter, and what was asked besides."""
    say = scene.words.say
    said = _by_matter(scene)
    asked = [question for question in _asked(scene) if question.id not in said]
    groups = (
        (say("What was held"), [_held(scene, event) for event in begun(scene)]),
        (say("What was said"), [item for key in said for item in _matter(scene, key, said[key])]),
        (say("Questions put up for discussion"), [_question(scene, one) for one in asked]),
    )
    return tuple(block for heading, items in groups for block in _group(heading, items))


def moved(scene: SpanScene) -> tuple[Block, ...]:
    """Return whose stance in these days is not the last one that they took before."""
    before = (*scene.held.earlier, *scene.held.positions)
    return who_moved.told(scene, who_moved.moved(_said(scene), before, partial(_day, scene)))


def next_step(scene: SpanScene) -> tuple[Block, ...]:
    """Return the forum's next steps and meetings, and what is still to be done."""
    tasks = [task for task in scene.held.tasks if _is_left(scene, task)]
    tasks.sort(key=lambda task: due.safe(task.due).sort_key(scene.home))
    items = tuple(_tell(scene, step) for step in _ahead(scene))
    to_do = [item(scene, task_entry(scene, task)) for task in tasks[:MOST_TASKS]]
    return (
        *((Bullets(items=items),) if items else ()),
        *_group(scene.words.say("To do"), to_do),
    )


def begun(scene: SpanScene) -> list[Event]:
    """Return the events that have begun; of a session that goes on the others are still to come."""
    return [e for e in scene.held.events if e.when.date is not None and e.when.date <= scene.today]


def _group(heading: str, items: list[Item]) -> tuple[Block, ...]:
    return (Heading(text=heading), Bullets(items=tuple(items))) if items else ()


# What was held ----------------------------------------------------------------------------------


def _held(scene: SpanScene, event: Event) -> Item:
    words = scene.words
    said = ", ".join(part for part in (title(words, event), where(words, event)) if part)
    label = words.date(event.when, weekday=False)
    values = at(event, "title", "when", "venue", "mode", "cancelled", "postponed")
    return scene.ledger.item(label, said, *values)


# What was said ----------------------------------------------------------------------------------


def _said(scene: SpanScene) -> list[Position]:
    """Return what was said, by day and holder; not what an announcement tells before."""
    said = (one for one in scene.held.positions if not claims.is_announced(scene, one))
    order = scene.words.order
    return sorted(said, key=lambda p: (_day(scene, p) or dt.date.min, order(p.holder), p.id))


def _by_matter(scene: SpanScene) -> Mapping[str, list[Position]]:
    """Return what was said on each question, by its id, and on each topic, what has none last."""
    found: dict[str, list[Position]] = defaultdict(list)
    for position in _said(scene):
        found[position.question or fold(position.topic)].append(position)
    questions = {question.id for question in scene.held.questions}
    return dict(sorted(found.items(), key=lambda pair: (not pair[0], pair[0] not in questions)))


def _matter(scene: SpanScene, key: str, positions: list[Position]) -> Iterator[Item]:
    questions = {question.id: question for question in scene.held.questions}
    topic = one_line(positions[0].topic)
    head: Item | None = None
    if key in questions:
        head = _question(scene, questions[key])
    elif topic:
        head = Item(text=(Run(text=topic, is_strong=True),))
    told = tuple(position_item(scene, p, claims.where(scene, p)) for p in positions)
    yield from told if head is None else (replace(head, under=(*head.under, *told)),)


def _asked(scene: SpanScene) -> list[Question]:
    return [question for question in scene.held.questions if _asked_then(scene, question)]


def _asked_then(scene: SpanScene, question: Question) -> list[Asked]:
    """Return the occasions in these days on which a question was put up."""
    events = {event.id for event in begun(scene)}
    return [a for a in question.asked if a.event in events or scene.span.has(a.on)]


def _question(scene: SpanScene, question: Question) -> Item:
    then = _asked_then(scene, question)
    values = at(question, "text", *(f"asked/{asked.key}" for asked in then))
    citations = [asked.citation for asked in then if asked.citation]
    fact = scene.ledger.fact(question.text, *values, citations=citations)
    return Item(text=(fact,), under=scene.ledger.doubts(*values))


def _day(scene: SpanScene, position: Position) -> dt.date | None:
    if position.on is not None:
        return position.on
    event = scene.held.occasions.get(position.event or "")
    return event.when.date if event else None


# What is next -----------------------------------------------------------------------------------


def _is_left(scene: SpanScene, task: Task) -> bool:
    """Return whether a task is still to be done: getting into what is over is not."""
    if task.state in SETTLED or task.kind is TaskKind.KEEP_PROMISE:
        return False
    over = {e.id for e in scene.held.events if e.when.last_date and e.when.last_date < scene.today}
    return task.event not in over or task.kind not in TO_GET_IN


def _ahead(scene: SpanScene) -> list[Milestone | Event]:
    """Return the forum's next steps and events, in order of time."""
    forum, last = scene.held.forum, scene.span.last
    milestones = [m for m in (forum.milestones if forum else ()) if _is_after(m, last)]
    milestones.sort(key=lambda one: (one.when.sort_key(scene.home), one.key))
    steps: list[Milestone | Event] = [*milestones[:MOST_MILESTONES], *scene.held.coming]
    return sorted(steps, key=lambda one: one.when.sort_key(scene.home))


def _is_after(milestone: Milestone, last: dt.date) -> bool:
    return milestone.when.date is not None and milestone.when.date > last


def _tell(scene: SpanScene, step: Milestone | Event) -> Item:
    if isinstance(step, Event):
        return _held(scene, step)
    assert scene.held.forum is not None
    label = scene.words.date(step.when, weekday=False)
    return scene.ledger.item(label, step.what, *at(scene.held.forum, f"milestones/{step.key}"))
