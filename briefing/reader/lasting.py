"""When a series is of which no day is printed: from the first of its parts to the last."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from briefing.model import Doubt, DoubtKind, Evidence
from briefing.reader.drafts import Draft
from briefing.reader.segments import Form
from briefing.when import When, whole_day


def with_days_of_parts(made: Sequence[Draft]) -> list[Draft]:
    """Return drafts of events, the series among them with the days of their parts."""
    return [
        _lasting(one, _parts(made, one)) if one.portion.segment.form is Form.SERIES else one
        for one in made
    ]


def _parts(made: Sequence[Draft], series: Draft) -> list[Draft]:
    parts = [one for one in made if one.event.parent == series.event.id and one.event.when.date]
    return sorted(parts, key=_first)


def _first(one: Draft) -> dt.date:
    assert one.event.when.date is not None
    return one.event.when.date


def _lasting(series: Draft, parts: Sequence[Draft]) -> Draft:
    own = series.event.when
    if own.end_date is not None or not parts:
        return series
    first, last = parts[0], max(parts, key=_last)
    ends = (first, last) if last is not first else (first,)
    evidence = Evidence(
        citations=tuple(c for one in ends for c in one.event.evidence["when"].citations),
        rule="when.parts",
        confidence=0.6,
        doubts=tuple(_doubts(parts)),
    )
    event = msgspec.structs.replace(
        series.event,
        when=_when(first.event.when, _last(last), parts),
        evidence={**series.event.evidence, "when": evidence},
    )
    return replace(series, event=event)


def _last(one: Draft) -> dt.date:
    return one.event.when.end_date or _first(one)


def _when(first: When, last: dt.date, parts: Sequence[Draft]) -> When:
    """Return the days from the first part to the last, with the hours that all of them share."""
    hours = {(one.event.when.time, one.event.when.end_time) for one in parts}
    assert first.date is not None
    if len(hours) > 1:
        return whole_day(first.date, last, written=first.written)
    return msgspec.structs.replace(first, end_date=None if last == first.date else last)


def _doubts(parts: Sequence[Draft]) -> list[Doubt]:
    """Return what is doubtful in the days of some of the parts, each once."""
    kinds = (DoubtKind.YEAR_INFERRED, DoubtKind.YEAR_MISSING, DoubtKind.WEEKDAY_DISAGREES)
    found = (doubt for one in parts for doubt in one.event.evidence["when"].doubts)
    return list({doubt.kind: doubt for doubt in found if doubt.kind in kinds}.values())
