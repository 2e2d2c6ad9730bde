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


@cache
def kinds() -> Mapping[str, Kind]:
    """Return the kinds that come with the program, by name."""
    raw = resources.files("briefing.note").joinpath("kinds.toml").read_bytes()
    return {name: kind(name, table) for name, table in tomllib.loads(raw.decode()).items()}


class _PartTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    part: SectionName
    words: int | None = None
    sentences: int | None = None
    items: int | None = None
    stop: int | None = None
    annex: bool = False


class _KindTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    subject: SubjectKind
    pages: int
    words: int
    parts: list[_PartTable]


def kind(name: str, table: Mapping[str, object]) -> Kind:
    """Return the kind that a table describes; msgspec.ValidationError where it describes none."""
    read = msgspec.convert(table, _KindTable)
    return Kind(
        name=name,
        title=read.title,
        subject=read.subject,
        pages=read.pages or None,
        words=Limit(number=read.words),
        parts=tuple(
            Part(name=part.part, limit=_limit(part), is_annex=part.annex) for part in read.parts
        ),
    )


def _limit(part: _PartTable) -> Limit | None:
    told = (
        (part.words, Unit.WORDS),
        (part.sentences, Unit.SENTENCES),
        (part.items, Unit.ITEMS),
    )
    return next(
        (Limit(number=number, unit=unit, stop=part.stop) for number, unit in told if number), None
    )
