"""Notes that PDFs are made of in tests."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from briefing.note.blocks import Block, BriefingNote, Mark, Run, SectionName
from briefing.note.compose import compose
from tests.note.records import EVENT, HELD, HOME, ME, TODAY
from tests.note.writers.sample import NOTE, section

IN_FRENCH = replace(
    NOTE,
    title="Note de préparation : Phares et câbles",
    language="fr",
    marking="Pour mon service",
    version="Projet du 2 juin 2031",
)
PAPERS = {"A4": (595, 842), "Letter": (612, 792)}
NOBODY_HAS = "\u0378"
"""A code point that Unicode gives no letter."""

T = TypeVar("T")
TEXT_FIELDS = ("title", "text", "label", "heading", "place", "words", "marking", "version")


def said_as(value: T, change: Callable[[str], str]) -> T:
    """Return a note, or a part of it, with all its text changed but the addresses."""
    if isinstance(value, tuple):
        told = tuple(change(one) if isinstance(one, str) else said_as(one, change) for one in value)
        return cast("T", told)
    if not is_dataclass(value) or isinstance(value, type | Mark):
        return value
    if isinstance(value, Run) and value.is_link:
        return value
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    changed: dict[str, object] = {
        name: change(one) if isinstance(one, str) and name in TEXT_FIELDS else said_as(one, change)
        for name, one in held.items()
    }
    return cast("T", replace(value, **changed))


def in_latin(note: BriefingNote) -> BriefingNote:
    """Return the note without what the fonts that come with Typst don't have."""
    return said_as(note, lambda told: _OTHER_LETTERS.sub("Lantern", told))


_OTHER_LETTERS = re.compile("[\u0600-\u06ff\u3000-\uffef]+")


def with_blocks(*blocks: Block) -> BriefingNote:
    return replace(NOTE, sections=(section(SectionName.ROOM, "Room", *blocks),))


def full_note() -> BriefingNote:
    note = compose(EVENT, HELD, home=HOME, today=TODAY, me=ME)
    return replace(note, marking="For my office", version="Draft of 2 Jun 2031")
