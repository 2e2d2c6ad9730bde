"""To when an event is moved: a new day or time, or so much later than it was."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from briefing.model import Alternative, Doubt, DoubtKind, Event
from briefing.reader.amendments import lengths
from briefing.reader.amendments.hints import ENDS, ONE_DAY
from briefing.reader.amendments.later import by, is_to_the_day
from briefing.reader.amendments.shifts import other_weekday, shift, weekday_shift
from briefing.reader.amendments.stamps import is_stamp
from briefing.reader.amendments.words import (
    DESCRIBED,
    FORMER,
    READ_AS,
    SAME_TIME,
    TOWARDS,
)
from briefing.reader.around_it import is_around
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.differences import moment
from briefing.reader.fields import dates, times, zones
from briefing.reader.fields.dates import DateContext
from briefing.reader.fields.times import Clock
from briefing.reader.lines import Span
from briefing.when import Precision, When, whole_day

_BEFORE = 40
"""Code points before a date or time in which a word may say that it holds no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a note says of when, and what it says it of."""

    text: str
    sentences: tuple[Span, ...]
    """Those that tell of the event itself, not of a deadline."""
    held: Event
    context: DateContext
    cue: int
    """Where it first says that something is otherwise."""
    is_weak: bool = False
    """Whether it says no more than when something is."""


def moved(told: Told) -> tuple[Candidate[object], ...]:
    """Return when the event is now, then what else that rests on; nothing where it stays."""
    found = _new_day(told)
    clocks = _paired(told, _clocks(told))
    same = _same_time(told)
    if found is not None and not found.value.is_timed and not same:
        same = _told_hours(told)
    is_same = bool(same)
    if found is not None:
        found = replace(found, value=_with_clock(found, clocks, is_same=is_same))
        others: tuple[Candidate[object], ...] = (*same, *_beside(found, clocks))
    elif clocks and is_to_the_day(told.held.when):
        found, others = _on_held_day(told, clocks[0]), ()
        found = _on_weekday(told, _beside_others(found, clocks))
    else:
        return tuple(_shifted(told))
    found = lengths.with_length(told.text, told.sentences, found)
    settled = _lasting(told, _settled(told, found, keeps_time=is_same))
    return (settled, *others) if settled.value != told.held.when else ()


# Days --------------------------------------------------------------------------------------------


def _new_day(told: Told) -> Candidate[When] | None:
    """Return the date that is not the held one: the first behind the word that something moved."""
    near = told.context.beside(told.held.when.date)
    found = [
        one
        for sentence in told.sentences
        for one in dates.find(told.text, sentence.start, sentence.end, context=near)
        if one.value.is_dated and not _is_of_the_note(told, one)
    ]
    new = [day for one in found if (day := _not_former(told, one)) is not None]
    if told.is_weak and any(_is_told_again(told, one, new) for one in found):
        return None
    behind = [one for one in new if one.start > told.cue] or new
    towards = [one for one in behind if _is_towards(told, one.start)]
    if towards:
        new = behind = towards
    if not behind:
        return None
    first, others = behind[0], [o for o in new if o.value.date != behind[0].value.date]
    if len(others) == 0 or told.held.when.date is None:
        return first
    rivals = [one for one in others if one.start > told.cue]
    return _rivalled(first, rivals) if rivals else first


def _is_told_again(told: Told, found: Candidate[When], new: Sequence[Candidate[When]]) -> bool:
    """Return whether the held day is told, in a sentence that has no other: it holds."""
    if found in new or found.value.date != told.held.when.date or _is_former(told, found):
        return False
    low = max(0, found.start - _BEFORE)
    sentence = next(span for span in told.sentences if found.start in span)
    is_described = DESCRIBED.search(told.text, low, found.start) is not None
    return not is_described and not any(one.start in sentence for one in new)


def _not_former(told: Told, found: Candidate[When]) -> Candidate[When] | None:
    """Return a date as one that something may be moved to; None where it was so before."""
    was, new = told.held.when, found.value
    if was.date is None:
        return found
    is_range = new.end_date is not None and was.end_date is None and new.date == was.date
    if is_range and _is_former(told, found):
        assert new.end_date is not None
        last = whole_day(new.end_date, written=new.written)
        return replace(found, value=last, rule=f"{found.rule}+move.from-to")
    if _is_former(told, found):
        return None
    has_other_time = new.is_timed and new.time != was.time
    if new.date == was.date and new.end_date in (None, was.end_date) and not has_other_time:
        return None
    return found


def _is_towards(told: Told, start: int) -> bool:
    return TOWARDS.search(told.text, max(0, start - _BEFORE), start) is not None


def _is_of_the_note(told: Told, found: Candidate[When]) -> bool:
    return is_stamp(told.text, max(0, found.start - _BEFORE), found.start, found.end)


def _is_former(told: Told, found: Candidate[When] | Candidate[Clock]) -> bool:
    low = max(0, found.start - _BEFORE)
    is_former = FORMER.search(told.text, low, found.start) is not None
    return is_former or READ_AS.match(told.text, found.end) is not None


def _rivalled(first: Candidate[When], rivals: Sequence[Candidate[When]]) -> Candidate[When]:
    words = f"“{rivals[0].value.written}” is given too."
    doubt = Doubt(kind=DoubtKind.DATES_DISAGREE, words=words)
    return replace(first, doubts=(*first.doubts, doubt))


# Times -------------------------------------------------------------------------------------------


def _clocks(told: Told) -> list[Candidate[Clock]]:
    """Return the times that stand apart from dates and hold from now on."""
    found = [
        clock
        for gap in _gaps(told)
        for clock in times.find(told.text, gap.start, gap.end)
        if not is_around(told.text, gap.start, clock.start, clock.end, gap.end)
        and not _COME.search(told.text, gap.start, clock.start)
    ]
    new = (_new_clock(told, clock) for clock in found)
    return [clock for clock in new if clock is not None]


def _told_hours(told: Told) -> tuple[Candidate[Clock], ...]:
    """Return the held hours where a note tells them again, and no others: "19 June, 14:00"."""
    was = told.held.when
    clocks = [c for gap in _gaps(told) for c in times.find(told.text, gap.start, gap.end)]
    held = tuple(c for c in clocks if c.value.time == was.time and not _is_former(told, c))
    is_alone = len(clocks) == len(held) and all(
        c.value.end_time in (None, was.end_time) for c in held
    )
    return held if is_alone else ()


_COME = re.compile(
    r"\b(?:please|kindly|vennligst|merci de|bitte|por favor) (?:\w+ ){0,2}"
    r"(?:come|arrive|be (?:there|here|seated|present)|møt|arriver|venir|kommen|llegar)"
    r" (?:at|by|from|before|kl\.?|à|um|a las)?\s?$",
    re.IGNORECASE,
)
"""What stands before the hour at which one is asked to be there."""


def _gaps(told: Told) -> Iterator[Span]:
    """Yield what stands between the dates."""
    for sentence in told.sentences:
        at = sentence.start
        for found in dates.find(told.text, sentence.start, sentence.end, context=told.context):
            yield Span(at, found.start)
            at = found.end
        yield Span(at, sentence.end)


def _new_clock(told: Told, found: Candidate[Clock]) -> Candidate[Clock] | None:
    was, clock = told.held.when, found.value
    is_held = clock.time == was.time
    is_former, says_from = _is_former(told, found), _says_from(told.text, found.start)
    has_other_end = clock.end_time is not None and clock.end_time != was.end_time
    if is_held and has_other_end and clock.end_time is not None and (is_former or says_from):
        later = replace(clock, time=clock.end_time, end_time=None)
        return replace(found, value=later, rule=f"{found.rule}+move.from-to")
    if is_former and not says_from:
        return None
    return None if is_held and clock.end_time in (None, was.end_time) else found


def _says_from(text: str, start: int) -> bool:
    return text[max(0, start - 8) : start].rstrip().lower().endswith(("from", "fra", "de", "von"))


def _paired(told: Told, clocks: list[Candidate[Clock]]) -> list[Candidate[Clock]]:
    """Return the times with the second as the end of the first: "starts at 3 and ends at 5"."""
    if len(clocks) < 2 or clocks[0].value.end_time is not None or clocks[1].value.end_time:
        return clocks
    first, second, *others = clocks
    is_end = not _is_end(told, first.start) and _is_end(told, second.start)
    if not is_end or second.value.time <= first.value.time:
        return clocks
    zone = first.value.zone or second.value.zone
    value = replace(first.value, end_time=second.value.time, zone=zone)
    whole = replace(first, value=value, end=second.end, rule=f"{first.rule}+move.end")
    return [whole, *others]


def _same_time(told: Told) -> tuple[Candidate[object], ...]:
    for sentence in told.sentences:
        found = SAME_TIME.search(told.text, sentence.start, sentence.end)
        if found is not None:
            start, end = found.span()
            rule = "move.same-time"
            words = found.group()
            return (Candidate(value=words, start=start, end=end, rule=rule, confidence=0.9),)
    return ()


def _with_clock(day: Candidate[When], clocks: Sequence[Candidate[Clock]], *, is_same: bool) -> When:
    if is_same or not clocks or day.value.precision is not Precision.DAY:
        return day.value
    return dates.combine(day, clocks[0]).value


def _beside(
    day: Candidate[When], clocks: Sequence[Candidate[Clock]]
) -> tuple[Candidate[object], ...]:
    is_used = bool(clocks) and day.value.time == clocks[0].value.time
    return (clocks[0],) if is_used and clocks[0].start not in range(day.start, day.end) else ()


def _beside_others(found: Candidate[When], clocks: Sequence[Candidate[Clock]]) -> Candidate[When]:
    others = [clock for clock in clocks if clock.value.time != clocks[0].value.time]
    if not others:
        return found
    words = f"“{others[0].value.written}” is given too."
    doubt = Doubt(kind=DoubtKind.DATES_DISAGREE, words=words)
    return replace(found, doubts=(*found.doubts, doubt))


def _on_held_day(told: Told, clock: Candidate[Clock]) -> Candidate[When]:
    was = told.held.when
    assert was.date is not None
    day = Candidate(
        value=whole_day(was.date, was.end_date), start=clock.start, end=clock.end,
        rule="move.time", confidence=0.8,
    )  # fmt: skip
    timed = dates.combine(day, clock)
    value = msgspec.structs.replace(timed.value, written=clock.value.written)
    if was.time is not None and clock.value.end_time is None and _is_end(told, clock.start):
        value = msgspec.structs.replace(value, time=was.time, end_time=clock.value.time)
    return replace(timed, value=value)


def _on_weekday(told: Told, found: Candidate[When]) -> Candidate[When]:
    """Return a new hour on the weekday that stands with it, where that is not the held one."""
    was = told.held.when
    sentence = next(span for span in told.sentences if found.start in span)
    far = weekday_shift(told.text, sentence, was.date) or other_weekday(
        told.text, sentence, was.date, found.start
    )
    moved = by(whole_day(was.date), far.value) if far is not None and was.date else None
    if far is None or moved is None:
        return found
    words = told.text[far.start : far.end]
    doubt = Doubt(kind=DoubtKind.COMPUTED, words=f"Computed from “{words}” and {_told(was)}.")
    value = msgspec.structs.replace(found.value, date=moved.date, end_date=None)
    return replace(found, value=value, doubts=(*found.doubts, doubt))


# How long ----------------------------------------------------------------------------------------


def _lasting(told: Told, found: Candidate[When]) -> Candidate[When]:
    """Return the new days of an event of several: its new end, the one day left, or in doubt."""
    was, new = told.held.when, found.value
    if was.date is None or was.end_date is None or new.date is None or new.end_date is not None:
        return found
    if found.rule == "move.time":
        return found
    if _is_end(told, found.start):
        last = None if new.date == was.date else new.date
        if new.date < was.date or (last is None and was.time is not None):
            return found
        value = msgspec.structs.replace(was, end_date=last, written=new.written)
        doubts = tuple(one for one in found.doubts if one.kind is not DoubtKind.UNSURE)
        return replace(found, value=value, doubts=doubts)
    sentence = next((s for s in told.sentences if found.start in s), None)
    if sentence is not None and ONE_DAY.search(told.text, sentence.start, sentence.end):
        return found
    last = new.date + (was.end_date - was.date)
    words = f"It was to last until {was.end_date.day} {was.end_date:%B}; no last day is given now."
    doubt = Doubt(kind=DoubtKind.UNSURE, words=words)
    longer = Alternative(
        value=msgspec.structs.replace(new, end_date=last), why="as many days as before"
    )
    return replace(found, doubts=(*found.doubts, doubt), alternatives=(*found.alternatives, longer))


# Together ----------------------------------------------------------------------------------------

_OF_ZONES = (DoubtKind.ZONE_INFERRED, DoubtKind.ZONE_MISSING, DoubtKind.ZONE_AMBIGUOUS)


_OF_YEAR = (DoubtKind.YEAR_INFERRED,)
_NEAR = dt.timedelta(days=92)
"""So far from the held date no other year can be meant than that which it has."""


def _is_near(was: When, new: When) -> bool:
    return was.date is not None and new.date is not None and abs(new.date - was.date) <= _NEAR


def _settled(told: Told, found: Candidate[When], *, keeps_time: bool) -> Candidate[When]:
    """Return it with the zone that is printed, else the held one, and what is kept of the old."""
    was = told.held.when
    zoned = zones.resolve(found, venue=told.held.venue)
    new = moment(was, zoned.value)
    is_held_zone = was.is_timed and (new.when.zone, new.when.offset) == (was.zone, was.offset)
    settled = {*(_OF_ZONES if is_held_zone else ()), *(_OF_YEAR if _is_near(was, new.when) else ())}
    doubts = tuple(doubt for doubt in zoned.doubts if doubt.kind not in settled)
    kept = () if keeps_time and new.when.time == was.time else new.doubts
    return replace(
        zoned,
        value=new.when,
        doubts=(*doubts, *kept),
        alternatives=(*zoned.alternatives, *new.alternatives),
    )


def _shifted(told: Told) -> Iterator[Candidate[When]]:
    """Yield the held time, moved by what the note says: "one hour later", "to Thursday"."""
    was = told.held.when
    for sentence in told.sentences:
        found = shift(told.text, sentence) or weekday_shift(told.text, sentence, was.date)
        is_of_end = found is not None and _is_end(told, found.start)
        new = by(was, found.value, is_of_end=is_of_end) if found is not None else None
        if found is not None and new is not None:
            words = told.text[found.start : found.end]
            doubt = Doubt(
                kind=DoubtKind.COMPUTED, words=f"Computed from “{words}” and {_told(was)}."
            )
            yield Candidate(
                value=msgspec.structs.replace(new, written=words), start=found.start, end=found.end,
                rule=found.rule, confidence=found.confidence, doubts=(doubt,),
            )  # fmt: skip
            return


def _told(was: When) -> str:
    assert was.date is not None
    day = f"{was.date.day} {was.date:%B %Y}"
    return f"{day}, {was.time:%H:%M}" if was.time else day


_STARTS = Cue(
    r"(?<!\w)(?:starts?|begins?|takes?|opens?|starter|begynner|commence|débute|beginnt|empieza"
    r"|comienza)",
)


def _is_end(told: Told, at: int) -> bool:
    """Return whether it is the end that comes later or earlier: "it ends a day earlier"."""
    low = max((span.start for span in told.sentences if span.start <= at), default=0)
    low = max(low, at - _BEFORE)
    ends = [found.end() for found in ENDS.finditer(told.text, low, at)]
    starts = [found.end() for found in _STARTS.finditer(told.text, low, at)]
    return bool(ends) and max(ends) > max(starts, default=0)
