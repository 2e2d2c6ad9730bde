"""What else a change touches that was accepted: what rests on the event as it was."""

from collections.abc import Iterable, Iterator, Mapping

from briefing import when_words
from briefing.arrange.timeline import when_of
from briefing.desk import prepare, written
from briefing.desk.changes import target
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.model import Event, Proposal, Record, Task, TaskKind, TaskState
from briefing.text import count

_MATTERS = ("title", "when", "venue", "mode", "links", "cancelled", "postponed")
"""What others were told, or went by."""

_SENT = (TaskState.SENT, TaskState.CONFIRMED, TaskState.WAITING_LIST, TaskState.DONE)


def held_before(desk: Desk, proposals: Iterable[Proposal]) -> dict[str, Record]:
    """Return the records that some proposals change, as they are held now, by id.

    Take them before accepting, and give them to `told` with the records that came of it.
    """
    held = (target(desk, proposal) for proposal in proposals)
    return {record.id: record for record in held if record}


def told(desk: Desk, before: Mapping[str, Record], after: Iterable[Record]) -> tuple[str, ...]:
    """Return a sentence for each thing that changed records touch, of those that were held."""
    pairs = [(before[record.id], record) for record in after if record.id in before]
    return tuple(dict.fromkeys(words for old, new in pairs for words in touched(desk, old, new)))


def touched(desk: Desk, before: Record, after: Record) -> tuple[str, ...]:
    """Return a sentence for each thing that rests on a record as it was before it was changed.

    The note written on it, its registrations that were sent, its tasks still to do, what it clashes
    with now. Files that were exported are not kept count of, so a changed day, time or place says
    that they hold the old one.
    """
    if not isinstance(before, Event) or not isinstance(after, Event):
        return ()
    if all(getattr(before, name) == getattr(after, name) for name in _MATTERS):
        return ()
    return tuple(_touched(desk, before, after))


def _touched(desk: Desk, before: Event, after: Event) -> Iterator[str]:
    if written.notes_on(desk, after.id):
        yield "The briefing note on it was written before this change."
    if prepare.default_file(desk, before).exists():
        yield f"The note saved as {prepare.default_file(desk, before).name} has the old state."
    tasks = [t for t in map(desk.store.find, desk.links.named_by(after.id)) if isinstance(t, Task)]
    yield from _of_tasks(sorted(tasks, key=lambda task: task.id), before, after)
    if before.when != after.when:
        yield from _new_clashes(desk, before, after)
    if (before.when, before.venue) != (after.when, after.venue) or after.cancelled:
        yield "A calendar file exported before still has the old state."


def _of_tasks(tasks: Iterable[Task], before: Event, after: Event) -> Iterator[str]:
    for task in tasks:
        if task.state in _SENT:
            what = "A registration" if task.kind is TaskKind.REGISTER else f"“{title_of(task)}”"
            yield f"{what} was sent ({task.state}) for it as it was."
        elif after.cancelled and task.state is TaskState.TO_DO:
            yield f"“{title_of(task)}” is still to be done."
        elif _is_due_after(task, after) and not _is_due_after(task, before):
            yield f"“{title_of(task)}” is due {_day(task)}, after the event begins now."
        elif before.when.date != after.when.date and task.due.is_dated:
            yield f"“{title_of(task)}” stays due {_day(task)}."


def _is_due_after(task: Task, event: Event) -> bool:
    due, start = task.due.date, event.when.date
    return due is not None and start is not None and due > start


def _day(task: Task) -> str:
    return when_words.date_words(when_of(task))


def _new_clashes(desk: Desk, before: Event, after: Event) -> Iterator[str]:
    old = {other.id for other in _clashing(desk, before)}
    new = [other for other in _clashing(desk, after) if other.id not in old]
    titles = "; ".join(f"“{title_of(other)}”" for other in new)
    if new:
        yield f"{count(len(new), 'new clash', 'new clashes')}: {titles}."


def _clashing(desk: Desk, event: Event) -> list[Event]:
    """Return what one can't attend besides an event."""
    beside = (clash.beside(event.id) for clash in desk.clashing.of(event))
    return [other for other in beside if isinstance(other, Event)]
