"""The kinds of notes: what each is made of and how long it may be. The tables are kinds.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

import msgspec

from briefing.note.blocks import Limit, SectionName, Unit


class SubjectKind(StrEnum):
    """What a kind of note is about."""

    EVENT = "event"
    SPAN = "span"
    """Some days, whatever is on."""
    FORUM = "forum"
    """What one forum does on some days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a kind of note."""

    name: SectionName
    limit: Limit | None = None
    is_annex: bool = False
    is_brief: bool = False
    """Whether a line is enough for each of its entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of note."""

    name: str
    title: str
    """What it is called over its subject, in English."""
    subject: SubjectKind
    pages: int | None
    """How many pages it should fill at most, without its annexes."""
    words: Limit
    parts: tuple[Part, ...]
    as_in: str = ""
    """The kind whose written parts stand where nothing is written for this one."""

    def part(self, name: SectionName) -> Part | None:
        """Return one of its parts; None where it has none of that name."""
        return next((part for part in self.parts if part.name is name), None)


HOUSE_NOTE = "note"
"""The kind that is meant where none is named."""


@cache
def kinds() -> Mapping[str, Kind]:
    """Return the kinds that come with the program, by name."""
    return {name: kind(name, table) for name, table in tables().items()}


@cache
def tables() -> Mapping[str, Mapping[str, object]]:
    """Return their tables as they are written in kinds.toml."""
    raw = resources.files("briefing.note").joinpath("kinds.toml").read_bytes()
    return tomllib.loads(raw.decode())


def house_note() -> Kind:
    """Return the kind that is meant where none is named."""
    return kinds()[HOUSE_NOTE]


class _PartTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    part: SectionName
    words: int | None = None
    sentences: int | None = None
    items: int | None = None
    stop: int | None = None
    annex: bool = False
    brief: bool = False


class _KindTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    subject: SubjectKind
    pages: int
    words: int
    parts: list[_PartTable]
    as_in: str = ""


def kind(name: str, table: Mapping[str, object]) -> Kind:
    """Return the kind that a table describes; msgspec.ValidationError where it describes none."""
    read = msgspec.convert(table, _KindTable)
    return Kind(
        name=name,
        title=read.title,
        subject=read.subject,
        pages=read.pages or None,
        words=Limit(number=read.words),
        parts=tuple(_part(part) for part in read.parts),
        as_in=read.as_in,
    )


def _part(read: _PartTable) -> Part:
    return Part(name=read.part, limit=_limit(read), is_annex=read.annex, is_brief=read.brief)


def _limit(part: _PartTable) -> Limit | None:
    told = (
        (part.words, Unit.WORDS),
        (part.sentences, Unit.SENTENCES),
        (part.items, Unit.ITEMS),
    )
    return next(
        (Limit(number=number, unit=unit, stop=part.stop) for number, unit in told if number), None
    )
