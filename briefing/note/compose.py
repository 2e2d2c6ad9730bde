"""Records to a briefing note in the house format: what can be filled is filled, with its source."""

import datetime as dt
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.config import Me
from briefing.model import Event, Note
from briefing.note import head
from briefing.note.background import background
from briefing.note.blocks import (
    Block,
    BriefingNote,
    Bullets,
    Facts,
    Item,
    Mark,
    Prompt,
    Section,
    SectionName,
    Sources,
    Unit,
    marks_in,
    one_line,
    plain,
)
from briefing.note.budget import LIMITS, WHOLE_NOTE, measure, words_in
from briefing.note.held import Held
from briefing.note.ledger import Ledger
from briefing.note.logistics import logistics, next_step
from briefing.note.prose import bullets, prose
from briefing.note.questions import defensive, if_asked
from briefing.note.room import room
from briefing.note.scene import Scene


def compose(
    event: Event, held: Held, *, home: ZoneInfo, today: dt.date, me: Me | None = None
) -> BriefingNote:
    """Return the note on an event as it stands today; nothing in it is made up.

    `home` is the zone of the reader's own clock. Sources are numbered in order of first use.
    """
    ledger = Ledger(held)
    written = held.written or Note(id="", subject=event.id)
    scene = Scene(event=event, held=held, written=written, ledger=ledger, home=home, today=today)
    if held.written is not None:
        ledger.saw(held.written)
    rows = head.top(scene)
    sections = tuple(_sections(scene))
    marks = tuple(marks_in((Facts(rows=rows), *_blocks(sections))))
    return BriefingNote(
        title=f"Briefing note: {one_line(event.title)}",
        header=Facts(rows=(*rows, *head.foot(scene, me or Me(), marks))),
        sections=(*sections, *_section(_SOURCES, "Sources", _sources(ledger, marks))),
        words=sum(section.words for section in sections),
        limit=WHOLE_NOTE,
        prompts=tuple(_prompts(written)),
    )


# The parts, in the order of the house format ----------------------------------------------------


class _Part(NamedTuple):
    name: SectionName
    heading: str
    blocks: Callable[[Scene], tuple[Block, ...]]


_SOURCES = SectionName.SOURCES
_PARTS = (
    _Part(SectionName.BOTTOM_LINE, "Bottom line", lambda s: prose(s.written.bottom_line)),
    _Part(SectionName.PURPOSE, "Purpose", lambda s: prose(s.written.purpose)),
    _Part(SectionName.OBJECTIVES, "Our objectives", lambda s: bullets(s.written.objectives)),
    _Part(SectionName.POINTS, "Points to make", lambda s: bullets(s.written.points)),
    _Part(SectionName.ROOM, "Who is in the room and what they want", room),
    _Part(SectionName.IF_ASKED, "If asked", if_asked),
    _Part(SectionName.DEFENSIVE, "Defensive only", defensive),
    _Part(SectionName.SENSITIVITIES, "Sensitivities", lambda s: prose(s.written.sensitivities)),
    _Part(SectionName.BACKGROUND, "Background", background),
    _Part(SectionName.LOGISTICS, "Logistics and deadlines", logistics),
    _Part(SectionName.NEXT_STEP, "Next step", next_step),
)
"""All parts but the sources, which are known only when the others are written."""


def _sections(scene: Scene) -> Iterable[Section]:
    for part in _PARTS:
        yield from _section(part.name, part.heading, part.blocks(scene))


def _section(name: SectionName, heading: str, blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """Return a section, or nothing where there is nothing to say."""
    if not blocks:
        return ()
    limit = LIMITS.get(name)
    return (
        Section(
            name=name,
            heading=heading,
            blocks=blocks,
            words=words_in(blocks),
            counted=measure(blocks, limit.unit if limit else Unit.WORDS),
            limit=limit,
        ),
    )


def _blocks(sections: tuple[Section, ...]) -> Iterable[Block]:
    return (block for section in sections for block in section.blocks)


# Sources and what the marks mean ----------------------------------------------------------------

_NOT_CHECKED = Item(
    label="not checked",
    text=plain("read by the program; nobody has compared it with its source yet."),
)
_NO_SOURCE = Item(label="no source", text=plain("the record does not say where this comes from."))


def _sources(ledger: Ledger, marks: tuple[Mark, ...]) -> tuple[Block, ...]:
    entries = ledger.entries()
    legend = (
        (_NOT_CHECKED, any(not mark.checked for mark in marks)),
        (_NO_SOURCE, any(not mark.numbers for mark in marks)),
    )
    told = tuple(item for item, is_needed in legend if is_needed)
    return (
        *((Sources(entries=entries),) if entries else ()),
        *((Bullets(items=told),) if told else ()),
    )


# What only a person can say ---------------------------------------------------------------------

_PROMPTS = (
    (SectionName.BOTTOM_LINE, "bottom_line", "Say in 60 words what matters most and what to do."),
    (SectionName.PURPOSE, "purpose", "Say in one to three sentences why we are there."),
    (SectionName.OBJECTIVES, "objectives", "Name up to three things that we want."),
    (SectionName.POINTS, "points", "Write up to four points as they will be said aloud."),
    (SectionName.SENSITIVITIES, "sensitivities", "Name what should not be raised, and why."),
    (SectionName.NEXT_STEP, "next_step", "Name the step or decision that is asked for."),
)
"""Part, the field of model.Note that fills it, what belongs there."""


def _prompts(written: Note) -> Iterable[Prompt]:
    for section, field, words in _PROMPTS:
        if not attrgetter(field)(written):
            yield Prompt(section=section, words=words)
