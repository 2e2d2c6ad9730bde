"""What is due in some days: the steps of forums, what must be done, and what is late."""

from collections.abc import Iterator
from typing import TypeAlias

from briefing.arrange.due import safe
from briefing.model import Forum, Milestone, Task, TaskKind, TaskState
from briefing.note.blocks import SectionName, one_line
from briefing.note.ledger import at
from briefing.note.logistics import SETTLED, deadline
from briefing.note.outlook_row import date, short
from briefing.note.span import Span, SpanScene
from briefing.note.up_to import Entry
from briefing.when import When

_LONGEST_OF_EVENT = 32
"""Letters of the title of an event that stands in full above."""

TO_GET_IN = (TaskKind.REGISTER, TaskKind.GET_PASS)
"""What there is no use in once an event is over."""

Step: TypeAlias = tuple[Forum, Milestone]


def due(scene: SpanScene) -> list[Entry]:
    """Return the steps of forums in these days and what is to be done in them, by deadline."""
    tasks = [task for task in _waiting(scene) if _is_then(scene, task)]
    found: list[Task | Step] = [*_steps(scene), *tasks]
    found.sort(key=lambda one: _when(one).sort_key(scene.home))
    return [_entry(scene, one) for one in found]


def left_over(scene: SpanScene) -> list[Entry]:
    """Return what was due before these days, for them or at all, and is still to be done.

    What has no deadline, and is for an event of these days, comes last.
    """
    tasks = [task for task in _waiting(scene) if not _is_then(scene, task)]
    tasks.sort(key=lambda task: safe(task.due).sort_key(scene.home))
    return [task_entry(scene, task) for task in tasks]


def task_entry(scene: SpanScene, task: Task) -> Entry:
    """Return what is to be done until when, and for which event."""
    words = scene.words
    of_days = next((event for event in scene.held.events if event.id == task.event), None)
    event = of_days or scene.held.occasions.get(task.event or "")
    state = "" if task.state is TaskState.TO_DO else words.term(task.state)
    name = event.title if event else ""
    is_above = of_days is not None and scene.kind.part(SectionName.DAYS) is not None
    name = short(name, _LONGEST_OF_EVENT) if is_above else name
    said = words.listed((task.what, name, task.who, state))
    of_event = at(event, "title") if event else ()
    return Entry(deadline(scene, task), said, (*at(task, "what", "due", "who"), *of_event))


def has_step(forum: Forum, span: Span) -> bool:
    """Return whether a forum has a step in some days."""
    return any(span.covers(step.when) for step in forum.milestones)


def _entry(scene: SpanScene, one: Task | Step) -> Entry:
    if isinstance(one, Task):
        return task_entry(scene, one)
    forum, step = one
    name = "" if forum.id == scene.span.forum else forum.acronym or forum.name
    what = one_line(step.what)
    said = f"{scene.words.label(one_line(name))} {what}" if name else what
    values = (*at(forum, f"milestones/{step.key}"), *(at(forum, "name") if name else ()))
    return Entry(date(scene, step.when), said, values)


def _when(one: Task | Step) -> When:
    return safe(one.due) if isinstance(one, Task) else one[1].when


# Steps of forums --------------------------------------------------------------------------------


def _steps(scene: SpanScene) -> Iterator[Step]:
    for forum in scene.held.forums.values():
        yield from ((forum, step) for step in forum.milestones if scene.span.covers(step.when))


# Tasks ------------------------------------------------------------------------------------------


def _waiting(scene: SpanScene) -> Iterator[Task]:
    """Yield what is to be done until the last of these days, and not in vain."""
    tasks = {task.id: task for task in (*scene.held.tasks, *scene.held.late)}
    for task in tasks.values():
        day = safe(task.due).last_date
        is_later = day is not None and day > scene.span.last
        is_vain = task.kind in TO_GET_IN and _is_over(scene, task) and not _is_then(scene, task)
        if task.state not in SETTLED and not is_later and not is_vain:
            yield task


def _is_then(scene: SpanScene, task: Task) -> bool:
    return scene.span.has(safe(task.due).last_date)


def _is_over(scene: SpanScene, task: Task) -> bool:
    known = {event.id: event for event in scene.held.events}
    event = known.get(task.event or "") or scene.held.occasions.get(task.event or "")
    last = event.when.last_date if event else None
    return last is not None and last < scene.today
