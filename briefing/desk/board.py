"""The board of a day, found by look-ups, and what stands on it in words."""

import datetime as dt
from collections.abc import Iterator

from briefing import when_words
from briefing.arrange import board as arrange, due
from briefing.arrange.attending import going_words
from briefing.arrange.board import Board
from briefing.arrange.clashes import Held
from briefing.desk import attend
from briefing.desk.find import title_of
from briefing.desk.reading import Reading
from briefing.model import Attendance, Engagement, Event, Task

_ANYWHERE = dt.timedelta(hours=26)
"""How far a day reaches on all clocks of the earth."""


def board(desk: Reading, day: dt.date) -> Board:
    """Return a day of the desk, one's busy times on it."""
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
    near = list(desk.links.between(noon - _ANYWHERE, noon + _ANYWHERE))
    events = (desk.store.get(Event, moment.id) for moment in near if moment.kind is Event)
    tasks = (desk.store.get(Task, moment.id) for moment in near if moment.kind is Task)
    return arrange.board(
        day,
        [event for event in events if event],
        [task for task in tasks if task],
        desk.clashing.busy_between(noon - _ANYWHERE, noon + _ANYWHERE),
        desk.home,
    )


def listing(desk: Reading, shown: Board) -> Iterator[str]:
    """Yield a day's lines: what is on at the same time stands under a heading of its own."""
    yield when_words.day_words(shown.day)
    yield from (f"  All day: {_all_day(desk, event)}" for event in shown.all_day)
    for task in shown.due:
        yield f"  Due{due_words(desk, task)}: {title_of(task)} [{task.state}]"
    for stretch in shown.stretches:
        is_parallel = len(stretch.slots) > 1
        if is_parallel:
            yield "  At the same time:"
        for slot in stretch.slots:
            yield f"  {'  ' if is_parallel else ''}{_slot(desk, slot.held)}"
    if shown.is_empty:
        yield "  Nothing is on, and nothing is due."


def labelled(desk: Reading, shown: Board) -> Iterator[str]:
    """Yield a day's lines, each with what it is in front of it."""
    yield f"Day: {when_words.day_words(shown.day)}"
    yield from (f"All day: {_all_day(desk, event)}" for event in shown.all_day)
    for task in shown.due:
        yield f"Due{due_words(desk, task)}: {title_of(task)} [{task.state}]"
    for stretch in shown.stretches:
        label = "At the same time" if len(stretch.slots) > 1 else "By itself"
        yield from (f"{label}: {_slot(desk, slot.held)}" for slot in stretch.slots)


def due_words(desk: Reading, task: Task) -> str:
    """Return at what time of the day a task is due: " by 16:00 New York"; empty for a day."""
    clock = due.clock_words(task.due, desk.home)
    return f" by {clock}" if clock else ""


def _all_day(desk: Reading, event: Event) -> str:
    state = state_words(desk, event)
    return f"{title_of(event)}, {when_words.date_words(event.when)}{f' [{state}]' if state else ''}"


def _slot(desk: Reading, held: Held) -> str:
    told = f"{slot_times(desk, held)}  {slot_title(held)}"
    if isinstance(held, Engagement):
        return told
    states = (state_words(desk, held), desk.clashing.night(held))
    return told + "".join(f" [{words}]" for words in states if words)


def state_words(desk: Reading, event: Event) -> str:
    """Return whether an event takes place and one goes to it; empty where that is open."""
    if event.cancelled:
        return "cancelled"
    held: Attendance | None = attend.attendance(desk, event.id)
    told = going_words(held) if held else ""
    return f"postponed, {told}".rstrip(", ") if event.postponed else told


def slot_title(held: Held) -> str:
    """Return what something on the board is called."""
    return title_of(held) if isinstance(held, Event) else "busy elsewhere"


def slot_times(desk: Reading, held: Held) -> str:
    """Return its times, on both clocks."""
    return when_words.clock_words(held.when, desk.home)
