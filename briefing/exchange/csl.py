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
_MAIL = "personal_communication"
_NUMBERED = "report"
"""What styles print with its number."""

_SPEAKERS = frozenset({"speech", "manuscript", _MAIL})
"""Of these the body is who says it; of all others who issues it."""


def written(sources: Iterable[Source], symbols: Mapping[str, str] | None = None) -> bytes:
    """Return sources as CSL-JSON; what is not known of one is left out.

    `symbols` are those of official papers, by the source that each is kept as.
    """
    items = [dict(_fields(source, (symbols or {}).get(source.id, ""))) for source in sources]
    return msgspec.json.format(msgspec.json.encode(items), indent=2) + b"\n"


def _fields(source: Source, symbol: str) -> Iterator[tuple[str, Value]]:
    address = source.address if source.address.startswith(("http://", "https://")) else ""
    kind = _NUMBERED if symbol else _type(source, address)
    yield "id", source.id
    yield "type", kind
    yield "title", clean(source.title)
    yield "genre", source.kind.value
    if symbol:
        yield "number", clean(symbol)
    if body := clean(source.body):
        yield ("author", [{"literal": body}]) if kind in _SPEAKERS else ("publisher", body)
    if source.published.date is not None:
        yield "issued", {"date-parts": _dates(source.published, source.published.date)}
    if address:
        yield "URL", clean(address)
    if address and source.received is not None:
        yield "accessed", {"date-parts": [_parts(source.received, Precision.DAY)]}


def _type(source: Source, address: str) -> str:
    if source.kind is SourceKind.ANNOUNCEMENT and (address or source.number):
        return "webpage" if address else _MAIL
    return _TYPES[source.kind]


def _dates(when: When, first: dt.date) -> list[list[int]]:
    """Return a date or the first and last of a span, as precisely as they are known."""
    return [_parts(day, when.precision) for day in dict.fromkeys((first, when.end_date or first))]


def _parts(day: dt.date, precision: Precision) -> list[int]:
    known = {Precision.YEAR: 1, Precision.MONTH: 2}.get(precision, 3)
    return [day.year, day.month, day.day][:known]
