"""Sources as CSL-JSON (citationstyles.org, input schema 1.0.2), which reference managers read."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import msgspec

from briefing.model import Source, SourceKind
from briefing.text import clean
from briefing.when import Precision, When

Value: TypeAlias = "str | list[dict[str, str]] | dict[str, list[list[int]]]"

_TYPES: Mapping[SourceKind, str] = {
    SourceKind.OFFICIAL_RECORD: "document",
    SourceKind.STATEMENT: "speech",
    SourceKind.ANNOUNCEMENT: "document",
    SourceKind.REPORT: "report",
    SourceKind.MACHINE_SUMMARY: "document",
    SourceKind.OWN_NOTES: "manuscript",
}
_ON_THE_WEB: Mapping[SourceKind, str] = {SourceKind.ANNOUNCEMENT: "webpage"}

_SPEAKERS = frozenset({SourceKind.STATEMENT, SourceKind.OWN_NOTES})
"""Of these the body is who says it; of all others who issues it."""


def written(sources: Iterable[Source]) -> bytes:
    """Return sources as CSL-JSON; what is not known of one is left out."""
    items = [dict(_fields(source)) for source in sources]
    return msgspec.json.format(msgspec.json.encode(items), indent=2) + b"\n"


def _fields(source: Source) -> Iterator[tuple[str, Value]]:
    address = source.address if source.address.startswith(("http://", "https://")) else ""
    yield "id", source.id
    yield "type", (_ON_THE_WEB if address else {}).get(source.kind, _TYPES[source.kind])
    yield "title", clean(source.title)
    yield "genre", source.kind.value
    if body := clean(source.body):
        is_said = source.kind in _SPEAKERS
        yield ("author", [{"literal": body}]) if is_said else ("publisher", body)
    if source.published.date is not None:
        yield "issued", {"date-parts": _dates(source.published, source.published.date)}
    if address:
        yield "URL", clean(address)
    if address and source.received is not None:
        yield "accessed", {"date-parts": [_parts(source.received, Precision.DAY)]}


def _dates(when: When, first: dt.date) -> list[list[int]]:
    """Return a date or the first and last of a span, as precisely as they are known."""
    return [_parts(day, when.precision) for day in dict.fromkeys((first, when.end_date or first))]


def _parts(day: dt.date, precision: Precision) -> list[int]:
    known = {Precision.YEAR: 1, Precision.MONTH: 2}.get(precision, 3)
    return [day.year, day.month, day.day][:known]
