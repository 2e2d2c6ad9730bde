"""Records and their parts as hypothesis draws them: every kind, every field, any text."""

import datetime as dt
import types
import typing
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar

import msgspec
from hypothesis import strategies as st

from briefing.model import RECORD_TYPES, Event, Record
from briefing.when import Precision, When, ZoneBasis

S = TypeVar("S", bound=msgspec.Struct)

ZONES = ("Europe/Oslo", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "UTC")

HOSTILE = (
    "\x00",
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m",
    "[red]not markup[/red]",
    "[/]",
    "\u202eevil\u202c",
    "\u2066\u200f",
    "\u2028",
    "\x85",
    "\r\n",
    '"}\n{"id":"x"}',
    "<<<<<<< HEAD\n",
    "\ufeff",
    "\U0001f469\u200d\U0001f52c",
    "e\u0301",
)
"""What announcements of an enemy, and of ordinary word processors, have in them."""


def texts() -> st.SearchStrategy[str]:
    """Any text that a file can hold, now and then with something hostile in it."""
    return st.text(max_size=12) | hostile_texts()


def hostile_texts() -> st.SearchStrategy[str]:
    """Texts that try to break a terminal, a line format or a markup."""
    pieces = st.sampled_from(HOSTILE) | st.text(max_size=4)
    return st.lists(pieces, min_size=1, max_size=4).map("".join)


def ids() -> st.SearchStrategy[str]:
    """Ids as they are minted."""
    return st.from_regex(r"[a-z]{1,6}-[2-9a-z]{5}", fullmatch=True)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Everything that a When can be."""
    precision = draw(st.sampled_from(Precision))
    written = draw(texts())
    if precision is Precision.UNKNOWN:
        return When(written=written, written_zone=draw(texts()))
    first = draw(st.dates(dt.date(2, 1, 1), dt.date(9998, 12, 31)))
    is_timed = precision is Precision.MINUTE
    return When(
        date=first,
        time=draw(st.times()) if is_timed else None,
        end_date=draw(st.none() | st.dates(first, dt.date(9998, 12, 31))),
        end_time=draw(st.none() | st.times()) if is_timed else None,
        zone=draw(st.none() | st.sampled_from(ZONES)),
        offset=draw(st.none() | st.integers(-18 * 60, 18 * 60)),
        zone_basis=draw(st.sampled_from(ZoneBasis)),
        written_zone=draw(texts()),
        written=written,
        precision=precision,
    )


def events() -> st.SearchStrategy[Event]:
    """Events with any of their fields."""
    return structs(Event)


def records() -> st.SearchStrategy[Record]:
    """Records of every kind."""
    return st.sampled_from(RECORD_TYPES).flatmap(structs)


@cache
def structs(kind: type[S]) -> st.SearchStrategy[S]:
    """Values of a record's or a part's type: what it must have, and any of what it may have."""
    if kind is When:
        return typing.cast("st.SearchStrategy[S]", whens())
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    hints = typing.get_type_hints(kind)
    for field in msgspec.structs.fields(kind):
        fields = required if field.required else optional
        fields[field.name] = _values(field.name, hints[field.name])
    return st.fixed_dictionaries(required, optional=optional).map(lambda fields: kind(**fields))


_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(0, 10_000),
    float: st.floats(0, 1),
    dt.date: st.dates(),
    dt.time: st.times(),
    dt.datetime: st.datetimes(dt.datetime(2, 1, 1), timezones=st.just(dt.UTC)),  # noqa: DTZ001
    type(None): st.none(),
}


def _values(name: str, hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - any annotation
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is str:
        return ids() if name in ("id", "key") else texts()
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if origin is tuple:
        return st.lists(_values(name, arguments[0]), max_size=2).map(tuple)
    if origin is Mapping:
        return st.dictionaries(texts(), _values("", arguments[1]), max_size=2)
    if origin in (types.UnionType, typing.Union):
        return st.one_of([_values(name, argument) for argument in arguments])
    return st.sampled_from(hint) if issubclass(hint, Enum) else structs(hint)
