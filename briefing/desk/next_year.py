"""An event copied to next year, or to another day: what is a guess of the copy is doubted."""

import datetime as dt
import re

import msgspec

from briefing import when, when_words
from briefing.arrange import due
from briefing.desk import times
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.errors import BriefingError
from briefing.model import (
    AgendaItem,
    Decision,
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Expected,
    Question,
    R,
    Task,
    TaskState,
    Title,
    new_id,
    new_key,
)
from briefing.when import Precision, When

_RULE = "desk.copied"
_LAST_WEEK = 52


class NoDayError(BriefingError):
    """A copy is to be on what is no day, or there is no next year to copy it to."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


def same_week(day: dt.date, year: int) -> dt.date:
    """Return the same weekday of the same week of another year (ISO 8601 weeks).

    A week 53 that the year does not have is its week 52. ValueError beyond Python's calendar.
    """
    _, week, weekday = day.isocalendar()
    try:
        return dt.date.fromisocalendar(year, week, weekday)
    except ValueError:
        return dt.date.fromisocalendar(year, min(week, _LAST_WEEK), weekday)


def copy(desk: Desk, event: Event, to: str = "") -> Event:
    """Copy an event with its tasks, as one change: to a day as people type it, else to next year.

    Tasks are due as many days before or after as they were, and to do again. Questions that were
    asked or expected there are expected again, with their answers. Whether one went is not copied,
    nor what it was part of. NoDayError, where there is no such day.
    """
    held = desk.store.get(Event, event.id) or event
    first = _day(desk, to) if to else None
    moment = _moved(held, first)
    copied = _copied(desk, held, moment, is_told=first is not None)
    tasks = [_task(task, held, copied) for task in _tied(desk, held, Task) if task.event == held.id]
    with desk.change(f"Copied {title_of(held)} to {when_words.date_words(moment)}") as edit:
        for record in (copied, *tasks):
            edit.put(record)
        for question in _tied(desk, held, Question):
            edit.put(_expected(question, copied.id))
    return copied


def _day(desk: Desk, text: str) -> dt.date:
    try:
        read = times.reader(desk)(text)
    except ValueError as error:
        raise NoDayError(str(error)) from error
    if read.date is None or read.precision not in (Precision.DAY, Precision.MINUTE):
        raise NoDayError(f"{text!r} is no whole date; write it like 24 Jul 2024")
    return read.date


# The event --------------------------------------------------------------------------------------


def _moved(event: Event, first: dt.date | None) -> When:
    """Return when a copy is: from a day on, else in the same week of the next year."""
    own = event.when
    if own.date is None:
        return when.whole_day(first) if first else own
    try:
        return _shifted(own, (first or _next_year(own)) - own.date)
    except (ValueError, OverflowError) as error:
        raise NoDayError("there is no year after that one") from error


def _next_year(moment: When) -> dt.date:
    assert moment.date is not None
    if moment.precision in (Precision.MONTH, Precision.YEAR):
        return moment.date.replace(year=moment.date.year + 1)
    return same_week(moment.date, moment.date.isocalendar().year + 1)


def _shifted(moment: When, by: dt.timedelta) -> When:
    """Return a time some days later, on the same clock; how it was printed is no longer true."""
    if moment.date is None:
        return moment
    later = msgspec.structs.replace(
        moment,
        date=_later(moment.date, by, moment.precision),
        end_date=moment.end_date and _later(moment.end_date, by, moment.precision),
        offset=None if moment.zone else moment.offset,
        written="",
    )
    said = due.said(moment)
    written = f"{when_words.date_words(later, weekday=False)} {said}" if said else ""
    return msgspec.structs.replace(later, written=written)


def _later(day: dt.date, by: dt.timedelta, precision: Precision) -> dt.date:
    later = day + by
    return later.replace(day=1) if precision in (Precision.MONTH, Precision.YEAR) else later


def _copied(desk: Desk, event: Event, moment: When, *, is_told: bool) -> Event:
    before, now = event.when.date, moment.date
    title = _in_year(event.title, before, now)
    shift = now - before if now and before else dt.timedelta()
    told = Evidence(decision=Decision.ADDED, decided_by=desk.person, decided_at=desk.now)
    guesses = {"when": "the date is a guess" if moment.is_dated else "there is no date yet"}
    if title != event.title:
        guesses["title"] = "the year in the title was changed"
    if event.speakers:
        guesses["speakers"] = "others may speak"
    evidence = {path: _guess(event, words) for path, words in guesses.items()}
    return msgspec.structs.replace(
        event,
        id=new_id(title),
        title=title,
        other_titles=tuple(_title_in_year(one, before, now) for one in event.other_titles),
        when=moment,
        agenda=tuple(_slot(slot, shift) for slot in event.agenda),
        parent=None,
        cancelled=False,
        postponed=False,
        uid="",
        evidence={**evidence, "when": told} if is_told else evidence,
    )


def _guess(event: Event, words: str) -> Evidence:
    day = f" ({when_words.date_words(event.when)})" if event.when.is_dated else ""
    told = f"Copied from “{title_of(event)}”{day}; {words}."
    return Evidence(
        rule=_RULE, confidence=0.5, doubts=(Doubt(kind=DoubtKind.COMPUTED, words=told),)
    )


def _in_year(title: str, before: dt.date | None, now: dt.date | None) -> str:
    """Return a title with the year that it names as the copy's: "Harbour Week 2031"."""
    if before is None or now is None:
        return title
    return re.sub(rf"(?<!\d){before.year}(?!\d)", str(now.year), title)


def _title_in_year(title: Title, before: dt.date | None, now: dt.date | None) -> Title:
    return msgspec.structs.replace(title, text=_in_year(title.text, before, now))


def _slot(slot: AgendaItem, by: dt.timedelta) -> AgendaItem:
    return msgspec.structs.replace(slot, day=slot.day and slot.day + by)


# What hangs on it -------------------------------------------------------------------------------


def _tied(desk: Desk, event: Event, kind: type[R]) -> list[R]:
    held = (desk.store.get(kind, id) for id in sorted(desk.links.named_by(event.id)))
    return [record for record in held if record is not None]


def _task(task: Task, before: Event, now: Event) -> Task:
    """Return a task of a copy, due as long before it as it was, and to do."""
    moment, guess = task.due, {}
    if moment.is_dated and before.when.date and now.when.date:
        moment = _shifted(moment, now.when.date - before.when.date)
        guess = {"due": _guess(before, "the last day is a guess")}
    return msgspec.structs.replace(
        task,
        id=new_id(task.what),
        due=moment,
        event=now.id,
        state=TaskState.TO_DO,
        evidence=guess,
    )


def _expected(question: Question, event: str) -> Question:
    expected = (*question.expected, Expected(key=new_key(), event=event))
    return msgspec.structs.replace(question, expected=expected)
