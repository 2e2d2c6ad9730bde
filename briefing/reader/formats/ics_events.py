"""The events of a calendar file: the last state of each, a series as its coming sessions."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from briefing.reader.formats.ics_blocks import MOST_EVENTS, Blocks, component
from briefing.reader.formats.ics_series import MOST_SESSIONS, sessions
from briefing.reader.formats.ics_zones import Zones
from briefing.text import count

Values: TypeAlias = Mapping[str, Any]
"""The properties of a component as the library reads them."""

_MOST_TIMES = 1_000
"""How many single times are added to a series or left out of it."""
_BROKEN = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What the library raises on values that do not keep RFC 5545."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One event of a calendar, or one session of a series."""

    event: Values = field(repr=False)
    uid: str
    sequence: int
    start: dt.datetime | None
    """Naive, on the clock of `zone`; the day's beginning where it is a whole day."""
    end: dt.datetime | None
    """Naive; where it is a whole day the beginning of the last one."""
    zone: str
    """As the file has it; empty where a time floats."""
    end_zone: str
    is_whole_day: bool
    is_cancelled: bool
    session: str = ""
    """Which session of a series it is, by the time that the series gives it."""
    is_first: bool = True
    """Whether what holds for all sessions of a series is told here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How much of a calendar is told."""

    most: int = MOST_EVENTS
    """How many times in all, the first ones."""
    most_series: int = 40
    """How many series are reckoned through."""
    most_sessions: int = MOST_SESSIONS
    since: dt.date | None = None
    """The day from which on sessions are told; None for that on which the file was written."""


@dataclass(slots=True)
class Meetings:
    """The events of a calendar file, and what of them is not told."""

    zones: Zones
    found: list[Meeting] = field(default_factory=list)
    problems: dict[str, None] = field(default_factory=dict)
    """Sentences, in order."""
    written: dt.date | None = None
    """The day on which the file was written."""


def meetings(blocks: Blocks, words: Sequence[str], reach: Reach | None = None) -> Meetings:
    """Return the events of a file, by their beginning; `words` are its blocks as text.

    Of several states of one event the one with the highest SEQUENCE holds.
    """
    reach = reach or Reach()
    zones = Zones(blocks.zones)
    made = Meetings(zones)
    latest: dict[tuple[str, str], _State] = {}
    for number, text in enumerate(words):
        state = _state(text, number, blocks)
        if state is None:
            made.problems["an event of the calendar can't be read"] = None
            continue
        held = latest.get(state.key)
        if held is None or (held.sequence, held.stamp) <= (state.sequence, state.stamp):
            latest[state.key] = state
    states = list(latest.values())
    since = max((state.stamp for state in states), default="")
    made.written = _day(since)
    _add(made, states, f"{reach.since:%Y%m%d}" if reach.since else since, blocks, reach)
    made.found.sort(key=lambda one: (str(one.start or "~"), one.uid))
    if len(made.found) > reach.most:
        times = f"{len(made.found):,}"
        told = f"with all sessions there are {times} times; the first {reach.most:,} were read"
        made.problems[told] = None
        del made.found[reach.most :]
    made.problems = dict.fromkeys(_in_few_words(list(made.problems)))
    return made


_MOST_SENTENCES = 5


def _in_few_words(sentences: Sequence[str]) -> Iterator[str]:
    """Yield sentences, with how many more there are."""
    yield from sentences[:_MOST_SENTENCES]
    if len(sentences) > _MOST_SENTENCES:
        more = len(sentences) - _MOST_SENTENCES
        yield f"{count(more, 'more thing', 'more things')} of this kind in the calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """An event as one component of the file has it."""

    event: Values
    key: tuple[str, str]
    """UID and RECURRENCE-ID; what has no UID is an event of its own."""
    sequence: int
    stamp: str
    """When it was written down, by DTSTAMP: "20240503T120000Z"."""


def _state(text: str, number: int, blocks: Blocks) -> _State | None:
    from icalendar import Event

    try:
        event = Event.from_ical(component(text))
        uid = str(event.get("UID", "")).strip()
        return _State(
            event=event,
            key=(uid or f"#{number}", _written(event, "RECURRENCE-ID")),
            sequence=_number(event.get("SEQUENCE")),
            stamp=_written(event, "DTSTAMP"),
        )
    except _BROKEN:
        return None


def _day(stamp: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(stamp).date()
    except ValueError:
        return None


def _written(event: Values, name: str) -> str:
    value = event.get(name)
    return value.to_ical().decode("utf-8", "replace") if value is not None else ""


def _number(value: Any) -> int:  # noqa: ANN401 - what stands in the file
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0


def _add(
    made: Meetings, states: Sequence[_State], since: str, blocks: Blocks, reach: Reach
) -> None:
    series = 0
    too_many = "the calendar has many series; of some only the first time was read"
    moved = {state.key for state in states if state.key[1]}
    for state in states:
        try:
            one = _meeting(state, blocks)
            made.problems.update(dict.fromkeys(_amiss(one)))
            is_series = any(state.event.get(name) for name in ("RRULE", "RDATE"))
            if not is_series or state.key[1]:
                made.found.append(one)
            elif series < reach.most_series:
                series += 1
                own = {at for uid, at in moved if uid == state.key[0]}
                made.found += _in_sessions(made, one, own, since, reach)
            else:
                made.problems[too_many] = None
                made.found.append(one)
        except _BROKEN:
            made.problems["an event of the calendar can't be read"] = None


def _meeting(state: _State, blocks: Blocks) -> Meeting:
    event = state.event
    start, zone, is_whole_day = _moment(event, "DTSTART", blocks.own_zone)
    end, end_zone, _ = _moment(event, "DTEND", blocks.own_zone)
    if end is None and start is not None and "DURATION" in event:
        end, end_zone = start + event["DURATION"].dt, zone
    if start is not None and end is not None:
        is_whole_day = is_whole_day or _is_whole(event, start, end, zone)
    if is_whole_day and end is not None:
        # The end of a whole day is the day after it (RFC 5545, section 3.6.1).
        end = end - dt.timedelta(days=1)
    status = str(event.get("STATUS", "")).strip().upper()
    return Meeting(
        event=event,
        uid=str(event.get("UID", "")).strip(),
        sequence=state.sequence,
        start=start,
        end=end if start is not None and end is not None and end > start else None,
        zone=zone,
        end_zone=end_zone,
        is_whole_day=is_whole_day,
        is_cancelled=status == "CANCELLED" or blocks.method == "CANCEL",
        session=_session(event, Zones(blocks.zones).info(zone) if zone else None),
    )


def _amiss(one: Meeting) -> Iterator[str]:
    """Yield what is wrong with an event's time."""
    start, end = one.event.get("DTSTART"), one.event.get("DTEND")
    if start is not None and one.start is None:
        written = start.to_ical().decode("utf-8", "replace")
        yield f"the time of {_called(one)} can't be read: {written[:40]}"
    if one.end is None and one.start is not None and end is not None:
        last = _moment(one.event, "DTEND", one.zone)[0]
        if last is None or last < one.start:
            yield f"{_called(one)} ends before it begins; its end was left out"


def _called(one: Meeting) -> str:
    return f"“{' '.join(str(one.event.get('SUMMARY', '')).split())[:80] or 'an event'}”"


def _session(event: Values, zone: dt.tzinfo | None) -> str:
    """Return which session of a series a moved one was, on the clock that it is now on."""
    value = event.get("RECURRENCE-ID")
    if value is None:
        return ""
    if not isinstance(value.dt, dt.datetime):
        return f"{value.dt:%Y%m%d}"
    return f"{_naive(value.dt, zone):%Y%m%dT%H%M%S}"


def _moment(event: Values, name: str, own_zone: str) -> tuple[dt.datetime | None, str, bool]:
    """Return a naive moment, its zone as the file has it, and whether it is a whole day."""
    from icalendar.prop import vBroken

    value = event.get(name)
    if value is None:
        return None, "", False
    value = value[0] if isinstance(value, list) else value
    if isinstance(value, vBroken):
        return None, "", False
    at = value.dt
    if not isinstance(at, dt.datetime):
        return dt.datetime.combine(at, dt.time()), "", True
    zone = str(value.params.get("TZID", "")).strip('" ')
    if not zone and at.tzinfo is not None:
        return _in_own_zone(at.astimezone(dt.UTC), own_zone)
    return at.replace(tzinfo=None, second=0, microsecond=0), zone or own_zone, False


def _in_own_zone(at: dt.datetime, own_zone: str) -> tuple[dt.datetime, str, bool]:
    """Return a universal moment on the clock of the calendar, where it names one."""
    info = Zones().info(own_zone) if own_zone else None
    local = at.astimezone(info) if info is not None else at
    zone = own_zone if info is not None else "UTC"
    return local.replace(tzinfo=None, second=0, microsecond=0), zone, False


def _is_whole(event: Values, start: dt.datetime, end: dt.datetime, zone: str) -> bool:
    """Return whether midnights stand for days, as Outlook writes them."""
    is_midnight = start.time() == end.time() == dt.time()
    says_so = str(event.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")).upper() == "TRUE"
    return is_midnight and end > start and (says_so or zone != "UTC")


# Series ------------------------------------------------------------------------------------------


def _in_sessions(
    made: Meetings, one: Meeting, moved: set[str], since: str, reach: Reach
) -> Iterator[Meeting]:
    """Yield the coming sessions of a series; those that stand for themselves are not among them."""
    event, first = one.event, one.start
    if first is None:
        yield one
        return
    zone = made.zones.info(one.zone) if one.zone else None
    left_out = {*_times(event, "EXDATE", zone), *_moved(moved, zone)}
    found = sessions(
        first,
        [each.to_ical().decode() for each in _each(event.get("RRULE"))],
        _times(event, "RDATE", zone),
        left_out,
        _since(since, first, zone),
        zone,
        reach.most_sessions,
    )
    _tell(made, one, is_read=found.is_read, is_cut=found.is_cut, most=reach.most_sessions)
    length = one.end - first if one.end is not None else None
    for number, start in enumerate(found.starts):
        yield replace(
            one,
            start=start,
            end=start + length if length is not None else None,
            session=f"{start:%Y%m%d}" if one.is_whole_day else f"{start:%Y%m%dT%H%M%S}",
            is_first=number == 0,
        )


def _tell(made: Meetings, one: Meeting, *, is_read: bool, is_cut: bool, most: int) -> None:
    if not is_read:
        made.problems[f"{_called(one)} repeats; only its first time was read"] = None
    elif is_cut:
        told = f"{_called(one)} repeats; its next {most} times were read"
        made.problems[told] = None


def _each(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else [] if value is None else [value]


def _times(event: Values, name: str, zone: dt.tzinfo | None) -> set[dt.datetime]:
    """Return the times that are added to a series or left out of it, on its own clock."""
    times = (each.dt for values in _each(event.get(name)) for each in values.dts)
    starts = (at[0] if isinstance(at, tuple) else at for at in times)
    return {_naive(at, zone) for _, at in zip(range(_MOST_TIMES), starts, strict=False)}


def _naive(at: dt.date | dt.datetime, zone: dt.tzinfo | None) -> dt.datetime:
    if not isinstance(at, dt.datetime):
        return dt.datetime.combine(at, dt.time())
    if at.tzinfo is not None and zone is not None:
        at = at.astimezone(zone)
    return at.replace(tzinfo=None, second=0, microsecond=0)


def _moved(stamps: set[str], zone: dt.tzinfo | None) -> Iterator[dt.datetime]:
    for stamp in stamps:
        is_universal = stamp.endswith("Z")
        at = dt.datetime.fromisoformat(stamp.rstrip("Z"))
        yield _naive(at.replace(tzinfo=dt.UTC) if is_universal else at, zone)


def _since(stamp: str, first: dt.datetime, zone: dt.tzinfo | None) -> dt.datetime:
    """Return the beginning of the day on which the file was written; else the first session."""
    try:
        at = dt.datetime.fromisoformat(stamp)
    except ValueError:
        return first
    return _naive(at, zone).replace(hour=0, minute=0)
