"""A note as tagged PDF (PDF/UA-1), typeset by Typst; how it looks stands in pdf.typ beside it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from briefing.errors import BriefingError
from briefing.note.blocks import (
    Block,
    BriefingNote,
    Bullets,
    Facts,
    Heading,
    Item,
    Mark,
    Paragraph,
    SectionName,
    SourceEntry,
    Sources,
    Table,
    Text,
)
from briefing.note.layout import Layout
from briefing.note.words import Words, known_language
from briefing.note.writers.titles import LEADS, parted, running

if TYPE_CHECKING:
    from typst import Fonts

_Data: TypeAlias = dict[str, object]


class PdfMissingError(BriefingError):
    """The library that makes PDF is not installed."""

    def __init__(self) -> None:
        super().__init__(
            'PDF needs the extra "pdf": pip install "briefing-desk[pdf]"; '
            ".docx and .html work without"
        )


def write(note: BriefingNote, layout: Layout) -> bytes:
    """Return the note as PDF/UA-1, the same bytes each time from the same fonts.

    What no font on this machine can print stands as U+FFFD, and the last lines of the note name it.
    """
    return _typeset(note, layout)[0]


def unprintable(note: BriefingNote) -> tuple[str, ...]:
    """Return the characters of a note that no font on this machine can print, in their order."""
    return _typeset(note, Layout())[1]


def named(letters: Sequence[str]) -> str:
    """Return letters by their numbers and names in Unicode, the first dozen of them."""
    names = [f"U+{ord(one):04X} {unicodedata.name(one, '')}".rstrip() for one in letters]
    return ", ".join([*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else [])])


_MOST_NAMED = 12


def pages(note: BriefingNote, layout: Layout) -> int:
    """Return how many pages the note proper fills, without what stands behind it."""
    proper = tuple(section for section in note.sections if not section.is_annex)
    return len(_PAGE.findall(write(replace(note, sections=proper), layout)))


_PAGE = re.compile(rb"/Type\s*/Page\b")
"""Typst leaves the objects of pages uncompressed."""


# Typesetting ------------------------------------------------------------------------------------


def _typeset(note: BriefingNote, layout: Layout) -> tuple[bytes, tuple[str, ...]]:
    """Return the file, and what could not be printed.

    PDF/UA forbids a letter without a shape in its font, so that Typst refuses what would come out
    as a box and names all of it. The fonts that come with Typst are tried first: they give the same
    bytes everywhere, and those of a machine take a while to look through.
    """
    try:
        from typst import TypstError
    except ImportError as error:
        raise PdfMissingError from error
    data = _note(note, layout)
    missing: tuple[str, ...] = ()
    with_machines_fonts = False
    while True:
        try:
            told = data | {"has_machines_fonts": with_machines_fonts}
            return _compiled(_without(told, missing, note), with_machines_fonts), missing
        except TypstError as error:
            found = [letter for letter in _refused(error.diagnostic) if letter not in missing]
            if not found:
                raise
            missing = (*missing, *found) if with_machines_fonts else ()
            with_machines_fonts = True


def _compiled(data: bytes, with_machines_fonts: bool) -> bytes:
    import typst

    return typst.compile(
        _template(),
        font_paths=_fonts(with_machines_fonts),
        sys_inputs={"note": data.decode()},
        pdf_standards=["ua-1"],
    )


@cache
def _template() -> bytes:
    return resources.files("briefing.note.writers").joinpath("pdf.typ").read_bytes()


@cache
def _fonts(with_machines_fonts: bool) -> "Fonts":
    from typst import Fonts

    return Fonts(include_system_fonts=with_machines_fonts)


_REFUSED = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def _refused(diagnostic: str) -> Iterator[str]:
    """Return the letters that Typst names as without a shape; ASCII always has one."""
    told = "".join(_REFUSED.findall(diagnostic))
    letters = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), told)
    return (letter for letter in dict.fromkeys(letters) if not letter.isascii())


_STAND_IN = "\N{REPLACEMENT CHARACTER}"


def _without(data: _Data, missing: Sequence[str], note: BriefingNote) -> bytes:
    """Return the data with each letter that can't be printed replaced, and what they were told."""
    if not missing:
        return msgspec.json.encode(data)
    say = Words(known_language(note.language)).say
    told = say("No font on this machine has a shape for {letters}.", letters=named(missing))
    encoded = msgspec.json.encode(data | {"unprintable": f"{_STAND_IN}: {told}"}).decode()
    # encoded text holds them as they are: nothing that is not ASCII means anything in JSON
    return encoded.translate({ord(one): _STAND_IN for one in missing}).encode()


# The note as the template reads it --------------------------------------------------------------

_PAPERS = {"A4": "a4", "Letter": "us-letter"}


def _note(note: BriefingNote, layout: Layout) -> _Data:
    words = Words(known_language(note.language))
    first_annex = next((section for section in note.sections if section.is_annex), None)
    kind, _, subject = parted(note.title)
    return {
        "title": _heading(note.title),
        "kind": kind,
        "subject": _heading(subject),
        "running": running(note),
        "language": words.language,
        "paper": _PAPERS[layout.paper],
        "marking": note.marking,
        "author": [layout.author] if layout.author else [],
        "numbers": [entry.number for entry in note.sources],
        "facts": _items(note.header.rows, words),
        "sections": [
            {
                "heading": _heading(section.heading),
                "is_lead": section.name in LEADS,
                "is_small": section.name is SectionName.SOURCES,
                "begins_page": section is first_annex and section.name is not SectionName.SOURCES,
                "blocks": [_block(block, words) for block in section.blocks],
            }
            for section in note.sections
        ],
        "is_dense": note.is_dense,
        "unprintable": "",
    }


def _block(block: Block, words: Words) -> _Data:
    match block:
        case Heading():
            return {"kind": "heading", "text": _heading(block.text)}
        case Paragraph():
            return {"kind": "paragraph", "text": _text(block.text)}
        case Bullets():
            return {"kind": "bullets", "items": _items(block.items, words)}
        case Facts():
            return {"kind": "facts", "rows": _items(block.rows, words)}
        case Table():
            return _table(block)
        case Sources():
            return {"kind": "sources", "groups": list(_groups(block.entries, words))}


def _heading(text: str) -> str:
    """Return the text of a heading, or of a title; PDF/UA knows none without a letter."""
    return text if any(unicodedata.category(one) not in ("Cf", "Zs") for one in text) else "…"


def _items(items: tuple[Item, ...], words: Words) -> list[_Data]:
    return [
        {
            "name": item.label,
            "label": words.label(item.label) if item.label else "",
            "text": _text(item.text),
            "under": _items(item.under, words),
            "is_together": bool(item.under) and _letters(item) < _LONG,
            "is_to_tick": any(run.text.startswith(_BOX) for run in item.text),
        }
        for item in items
    ]


_BOX = "\N{BALLOT BOX}"
"""What begins a line to tick, which needs no other sign before it."""


def _letters(item: Item) -> int:
    own = sum(len(run.text) for run in item.text)
    return own + sum(_letters(one) for one in item.under)


_LONG = 600
"""Letters from which on a row or an item may break over pages; it could be longer than one."""


def _table(table: Table) -> _Data:
    return {
        "kind": "table",
        "columns": table.columns,
        "shares": table.shares or [1] * len(table.columns),
        "rows": [
            {
                "is_long": any(sum(len(run.text) for run in cell) > _LONG for cell in row),
                "cells": [_text(cell) for cell in row],
            }
            for row in table.rows
        ],
    }


def _groups(entries: tuple[SourceEntry, ...], words: Words) -> Iterator[_Data]:
    """Yield each source once, in the order of first use, over all numbers that lead to it."""
    by_source: dict[str, list[SourceEntry]] = {}
    for entry in entries:
        by_source.setdefault(entry.source, []).append(entry)
    for of_source in by_source.values():
        yield {
            "description": _text(of_source[0].description),
            "entries": [
                {"number": entry.number, "words": _passage(entry, words)} for entry in of_source
            ],
            "colon": words.label(""),
            "is_whole": not any(entry.words or entry.place for entry in of_source),
        }


def _passage(entry: SourceEntry, words: Words) -> str:
    quoted = words.quote("".join(_isolated([entry.words]))) if entry.words else ""
    told = ", ".join(part for part in (quoted, entry.place) if part)
    return told or words.say("as a whole")


def _text(text: Text) -> list[_Data]:
    return [
        {
            "text": words,
            "is_link": run.is_link,
            "is_strong": run.is_strong,
            "has_date": _HELD_TOGETHER.search(run.text) is not None,
            "longest_word": max(map(len, run.text.split()), default=0),
            "mark": _mark(run.mark) if run.mark else [],
        }
        for run, words in zip(text, _isolated([run.text for run in text]), strict=True)
    ]


_HELD_TOGETHER = re.compile(r"\d{1,2}:\d{2}–\d|\d[\w.]* [^\W\d]{3,9}\.? \d{4}")
"""Hours or a date, which the template keeps in one line; it looks for them in such runs alone."""
_DIGITS = re.compile(r"(\d+)")


def _mark(mark: Mark) -> list[_Data]:
    """Return the printed mark in pieces, so that each number can lead to its source."""
    return [
        {"text": piece, "source": int(piece) if piece.isdecimal() else None}
        for piece in _DIGITS.split(mark.words)
        if piece
    ]


_FIRST_STRONG_ISOLATE = "\N{FIRST STRONG ISOLATE}"
_POP_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"


def _isolated(texts: Sequence[str]) -> Iterator[str]:
    """Yield pieces of a text so that what runs from right to left in it moves nothing beside it.

    Unicode UAX 9; pieces in a row that run so stay one.
    """
    for runs_left, group in groupby(texts, key=_runs_left):
        pieces = [*group]
        if runs_left:
            pieces[0] = f"{_FIRST_STRONG_ISOLATE}{pieces[0]}"
            pieces[-1] = f"{pieces[-1]}{_POP_ISOLATE}"
            yield from pieces
        else:
            yield from map(_with_isolates, pieces)


_SIDES = {"L": "l", "R": "r", "AL": "r"}
_STRETCH = re.compile(r"r(?:[^l]*r)?\.*")


def _sides(text: str) -> str:
    """Return for each letter how it runs: l, r, or a dot for the end of a sentence."""
    return "".join(
        "." if letter in ".!?؟…" else _SIDES.get(unicodedata.bidirectional(letter), "-")
        for letter in text
    )


def _runs_left(text: str) -> bool:
    """Return whether all letters of a text run from right to left."""
    sides = _sides(text)
    return "r" in sides and "l" not in sides


def _with_isolates(text: str) -> str:
    isolated, end = "", 0
    for stretch in _STRETCH.finditer(_sides(text)):
        isolated += text[end : stretch.start()]
        isolated += f"{_FIRST_STRONG_ISOLATE}{text[slice(*stretch.span())]}{_POP_ISOLATE}"
        end = stretch.end()
    return isolated + text[end:]
