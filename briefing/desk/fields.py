"""The fields of records as a person types and reads them: labels, choices, text to values."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

import msgspec

from briefing import when, when_words
from briefing.errors import BriefingError
from briefing.model import (
    AgendaItem,
    Answer,
    Link,
    Party,
    Point,
    R,
    Record,
    Speaker,
    Title,
    new_key,
)
from briefing.text import clean, clean_block, squeeze
from briefing.when import When

_LABELS: Mapping[str, str] = {
    "access": "Who gets in",
    "affiliation": "Organisation",
    "aligned": "Aligned with it",
    "answer/caveats": "Caveats",
    "answer/if_pressed": "If pressed",
    "answer/long": "Long answer",
    "answer/medium": "Medium answer",
    "answer/points": "Points",
    "answer/short": "Short answer",
    "claim": "What they say",
    "due": "Due by",
    "event": "Event",
    "handling/level": "Who may see it",
    "handling/chatham_house": "Chatham House rule",
    "holder": "Who says it",
    "how": "Where to send it",
    "on": "Said on",
    "parent": "Part of",
    "pass_needed": "Building pass needed",
    "stakeholder": "Known as",
    "state": "How far",
    "text": "Question",
    "topics": "Themes",
    "venue": "Place",
    "what": "What to do",
    "when": "When",
    "who": "Who does it",
}
"""What a field is called on the screen where its own name, in words, does not do."""

_LONG = {
    "answer/points",
    "answer/medium",
    "answer/long",
    "answer/caveats",
    "answer/if_pressed",
    "background",
    "mandate",
}

_BY_LINE = {"objectives", "points"}
"""Lists of whole sentences: a line an item, since a semicolon may stand inside one."""

_SKIPPED = {
    "id",
    "evidence",
    "sha256",
    "text_sha256",
    "draft",
    "matches",
    "uid",
    "number",
    "sequences",
}

ReadWhen = Callable[[str], When]
"""Reads a date as people say it; ValueError with a sentence where it is none."""


class FieldError(BriefingError):
    """A text is no value of a field, told with the field's name."""

    def __init__(self, field: "Field", reason: str) -> None:
        super().__init__(f"{field.label}: {reason}")


class UnknownFieldError(BriefingError):
    """A record has no such field."""

    def __init__(self, kind: type[Record], path: str) -> None:
        known = [field.path for field in fields(kind)]
        near = get_close_matches(path, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(known)}"
        super().__init__(f"{kind.__name__.lower()} has no field {clean(path)!r}; {hint}")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind of record that a person can fill in."""

    path: str
    """Where it stands in the record: "title", "answer/short"."""
    type: object
    """Its annotation, None taken out."""
    is_optional: bool
    """Whether empty means None."""
    is_required: bool
    """Whether it can't be left empty."""

    @property
    def label(self) -> str:
        """What it is called on the screen."""
        return _LABELS.get(self.path) or self.path.rpartition("/")[2].replace("_", " ").capitalize()

    @property
    def choices(self) -> tuple[str, ...]:
        """The words it must be one of; empty where any will do."""
        if self.type is bool:
            return ("yes", "no")
        if isinstance(self.type, type) and issubclass(self.type, StrEnum):
            return tuple(self.type)
        return ()

    @property
    def is_long(self) -> bool:
        """Whether it wants several lines."""
        return self.path in _LONG


@cache
def fields(kind: type[Record]) -> tuple[Field, ...]:
    """Return the fields that a person can fill in, in the order of the record."""
    return tuple(_fields(kind, ""))


def field(kind: type[Record], path: str) -> Field:
    """Return one field by its path, dots taken for slashes; UnknownFieldError."""
    wanted = path.strip().replace(".", "/").replace("-", "_")
    found = next((field for field in fields(kind) if field.path == wanted), None)
    found = found or next((f for f in fields(kind) if f.path.endswith(f"/{wanted}")), None)
    if found is None:
        raise UnknownFieldError(kind, path)
    return found


def parse(field: Field, text: str, read_when: ReadWhen) -> object:
    """Return the value that a text means for a field; FieldError in one sentence."""
    given = clean_block(text).strip()
    if not given and field.is_required:
        raise FieldError(field, "can't be empty")
    if not given and field.is_optional:
        return None
    if field.path in _BY_LINE:
        return tuple(line for part in given.split("\n") if (line := squeeze(part)))
    try:
        return _value(field.type, given, read_when)
    except ValueError as error:
        raise FieldError(field, str(error)) from error


def text_of(value: object) -> str:
    """Return a value as it would be typed; empty for what is not there."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case When():
            return value.written or _as_typed(value)
        case tuple():
            return _SEPARATOR.get(_kind_of(value), "; ").join(text_of(item) for item in value)
        case Party():
            return value.name
        case Speaker():
            return ", ".join(part for part in (value.name, value.role, value.affiliation) if part)
        case AgendaItem():
            return _slot_text(value)
        case Point() | Title():
            return value.text
        case Link():
            return f"{value.words} {value.address}".strip()
        case _:
            return str(value)


def _slot_text(slot: AgendaItem) -> str:
    day = when_words.day_words(slot.day, weekday=False) if slot.day else ""
    times = (slot.time, slot.end_time) if slot.time else ()
    hours = "–".join(f"{time:%H:%M}" for time in times if time)
    return " ".join(part for part in (day, hours, slot.title) if part)


def _as_typed(moment: When) -> str:
    """Return a time in the words that `times.reader` takes."""
    if not moment.is_dated:
        return ""
    hours = (f"{time:%H:%M}" for time in (moment.time, moment.end_time) if time)
    zone = when_words.clock_name(moment) if moment.is_timed and not moment.is_floating else ""
    parts = (when_words.date_words(moment, weekday=False), "–".join(hours), zone)
    return " ".join(part for part in parts if part)


def value_at(record: Record, path: str) -> object:
    """Return the value at a path; None where there is none.

    An item of a list stands at its key, and where it has none at itself: `topics/Ransomware`.
    """
    value: object = record
    for step in path.split("/"):
        if isinstance(value, tuple):
            value = next((item for item in value if getattr(item, "key", item) == step), None)
        else:
            value = getattr(value, step, None)
    return value


def with_value(record: R, path: str, value: object) -> R:
    """Return the record with another value at a path."""
    changed = _with(record, path.split("/"), value)
    assert isinstance(changed, type(record))
    return changed


def kept(before: object, typed: object) -> object:
    """Return a typed list with each item that was there before as it was: its key, its ties."""
    if not isinstance(before, tuple) or not isinstance(typed, tuple):
        return typed
    by_text: dict[str, list[object]] = defaultdict(list)
    for item in reversed(before):
        by_text[text_of(item)].append(item)
    return tuple(held.pop() if (held := by_text[text_of(item)]) else item for item in typed)


def _with(holder: object, steps: Sequence[str], value: object) -> object:
    if not steps:
        return value
    step, *rest = steps
    if isinstance(holder, tuple):
        return tuple(
            _with(item, rest, value) if getattr(item, "key", None) == step else item
            for item in holder
        )
    assert isinstance(holder, msgspec.Struct)
    return msgspec.structs.replace(holder, **{step: _with(getattr(holder, step), rest, value)})


def _fields(kind: type[msgspec.Struct], prefix: str) -> list[Field]:
    found: list[Field] = []
    ordered = msgspec.structs.fields(kind)
    for info in sorted(ordered, key=lambda info: info.name == "handling"):
        inner, is_optional = _without_none(info.type)
        if info.name in _SKIPPED:
            continue
        if inner is Answer or info.name == "handling":
            assert isinstance(inner, type)
            found += _fields(inner, f"{info.name}/")
        elif _can_be_typed(inner):
            found.append(Field(f"{prefix}{info.name}", inner, is_optional, info.required))
    return found


def _without_none(annotation: object) -> tuple[object, bool]:
    if get_origin(annotation) in (Union, UnionType):
        inner = [part for part in get_args(annotation) if part is not NoneType]
        return inner[0], len(inner) < len(get_args(annotation))
    return annotation, False


def _can_be_typed(annotation: object) -> bool:
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0] in _ITEMS
    return isinstance(annotation, type) and (
        annotation in (str, bool, dt.date, When) or issubclass(annotation, StrEnum)
    )


def _value(annotation: object, text: str, read_when: ReadWhen) -> object:
    if get_origin(annotation) is tuple:
        kind = get_args(annotation)[0]
        parts = (squeeze(part) for part in _split(text, kind))
        return tuple(_ITEMS[kind](part) for part in parts if part)
    if annotation is When:
        return read_when(squeeze(text)) if text else When()
    if annotation is bool:
        return _yes_or_no(text)
    if annotation is dt.date:
        return _day(read_when(squeeze(text)))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return _choice(annotation, text)
    return text


def _split(text: str, kind: object) -> list[str]:
    return text.split("\n") if kind is Point else text.replace("\n", ";").split(";")


def _kind_of(items: tuple[object, ...]) -> object:
    return type(items[0]) if items else str


def _speaker(text: str) -> Speaker:
    name, *rest = (part.strip() for part in text.split(","))
    role, affiliation = (", ".join(rest[:-1]), rest[-1]) if len(rest) > 1 else (*rest, "", "")[:2]
    return Speaker(key=new_key(), name=name, role=role, affiliation=affiliation)


_MONTHS = [f"{dt.date(2000, month, 1):%b}" for month in range(1, 13)]
"""As `when_words.date_words` writes them."""

_SLOT = re.compile(
    rf"(?:(?P<day>\d{{1,2}} (?:{'|'.join(_MONTHS)}) \d{{4}})\s)?"
    r"(?:(?P<start>(?:[01]?\d|2[0-3]):[0-5]\d)(?:[–-](?P<end>(?:[01]?\d|2[0-3]):[0-5]\d))?\s)?"
)
"""What a slot of a programme may begin with: "12 Jun 2031 9:10–9:40 "."""


def _agenda_item(text: str) -> AgendaItem:
    slot = _SLOT.match(text)
    assert slot is not None
    return AgendaItem(
        key=new_key(),
        day=_slot_day(slot["day"]),
        time=_slot_time(slot["start"]),
        end_time=_slot_time(slot["end"]),
        title=text[slot.end() :],
    )


def _slot_day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    day, month, year = text.split()
    return dt.date(int(year), _MONTHS.index(month) + 1, int(day))


def _slot_time(text: str | None) -> dt.time | None:
    return dt.time.fromisoformat(text.zfill(5)) if text else None


def _link(text: str) -> Link:
    words, _, address = text.rpartition(" ")
    return Link(key=new_key(), words=words.strip(), address=address)


_ITEMS: Mapping[object, Callable[[str], object]] = {
    str: str,
    Party: lambda text: Party(key=new_key(), name=text),
    Speaker: _speaker,
    AgendaItem: _agenda_item,
    Point: lambda text: Point(key=new_key(), text=text),
    Title: lambda text: Title(key=new_key(), text=text),
    Link: _link,
}
"""What an item of a list is made from; items are parted by semicolons or lines."""

_SEPARATOR: Mapping[object, str] = {Point: "\n"}


def _yes_or_no(text: str) -> bool:
    answers = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
    if text.casefold() not in answers:
        raise ValueError("needs yes or no")
    return answers[text.casefold()]


def _day(read: When) -> dt.date:
    if read.date is None or read.precision not in (when.Precision.DAY, when.Precision.MINUTE):
        raise ValueError("needs a whole date, as in 24 July 2023")
    return read.date


def _choice(kind: type[StrEnum], text: str) -> StrEnum:
    folded = text.casefold().replace("_", " ")
    by_words = {word.casefold().replace("_", " "): word for word in kind}
    begun = [word for name, word in by_words.items() if folded and name.startswith(folded)]
    found = by_words.get(folded) or (begun[0] if len(begun) == 1 else None)
    if found is None:
        raise ValueError(f"needs one of {', '.join(begun or kind)}")
    return found
