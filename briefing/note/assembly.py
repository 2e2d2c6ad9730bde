"""The frame of every note: its parts in the order of their kind, annexes and sources last."""

from collections.abc import Callable, Iterator, Set as AbstractSet
from dataclasses import replace
from typing import TypeAlias

from briefing.model import Handling
from briefing.model.levels import strictest
from briefing.note import head
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
from briefing.note.budget import measure, words_in
from briefing.note.kinds import Part
from briefing.note.material import Edition
from briefing.note.scene import Setting
from briefing.note.words import Words
from briefing.note.written import TOLD_BY_RECORDS, asked_for

Teller: TypeAlias = Callable[[SectionName], tuple[Block, ...]]
"""Returns what a part of a note says; nothing where there is nothing to say."""


def assembled(scene: Setting, title: str, top: tuple[Item, ...], tell: Teller) -> BriefingNote:
    """Return a note whose parts a teller tells, in the order in which they will be read.

    `top` is the head's rows on the subject, told before. Sources are numbered in order of first
    use. Who may see it is who may see all of its parts; where it is made for fewer, those alone.
    """
    held, kind, words = scene.held, scene.kind, scene.words
    told = tuple(_under_heading(s, held.edition, words) for s in _sections(scene, tell))
    facts = tuple(marks_in((Facts(rows=top), *(b for s in told for b in s.blocks))))
    readers = [Handling(level=held.made_for)] if held.made_for else []
    handling = strictest([*readers, *scene.ledger.handlings])
    version = held.edition.version(scene.today, words)
    foot = head.foot(handling, version, scene.me, facts, scene.today, words)
    return BriefingNote(
        title=words.say("{kind}: {subject}", kind=words.say(kind.title), subject=one_line(title)),
        kind=kind.name,
        language=words.language,
        level=handling.level,
        marking=head.marking(handling, words),
        version=version,
        header=Facts(rows=(*top, *foot)),
        sections=(*told, *_sources(scene, facts, told)),
        words=sum(section.words for section in told if not section.is_annex),
        limit=kind.words,
        pages=kind.pages,
        prompts=tuple(_prompts(scene, {section.name for section in told})),
    )


def _sections(scene: Setting, tell: Teller) -> Iterator[Section]:
    """Yield the parts, last those that the kind or the person has behind the note proper."""
    moved = scene.held.written.annex if scene.held.written else ()
    parts = [part for part in scene.kind.parts if part.name is not SectionName.SOURCES]
    for is_annex in (False, True):
        for part in parts:
            if is_annex is (part.is_annex or part.name in moved):
                yield from _section(part, tell(part.name), scene.words, is_annex=is_annex)


def _under_heading(section: Section, edition: Edition, words: Words) -> Section:
    is_of_changes = section.name is SectionName.CHANGES
    return replace(section, heading=edition.heading(words)) if is_of_changes else section


def _section(
    part: Part, blocks: tuple[Block, ...], words: Words, *, is_annex: bool
) -> tuple[Section, ...]:
    if not blocks:
        return ()
    return (
        Section(
            name=part.name,
            heading=words.term(part.name),
            blocks=blocks,
            words=words_in(blocks),
            counted=measure(blocks, part.limit.unit if part.limit else Unit.WORDS),
            limit=part.limit,
            is_annex=is_annex,
        ),
    )


def _prompts(scene: Setting, told: AbstractSet[SectionName]) -> Iterator[Prompt]:
    """Yield what only a person can say in a note and nobody has written yet."""
    filled = TOLD_BY_RECORDS & told
    for part in scene.kind.parts:
        sentence = asked_for(scene.kind, part.name)
        if sentence and part.name not in filled and not scene.written(part.name):
            yield Prompt(section=part.name, words=sentence)


# Sources and what the marks mean ----------------------------------------------------------------


def _sources(
    scene: Setting, marks: tuple[Mark, ...], told: tuple[Section, ...]
) -> tuple[Section, ...]:
    """Return where the numbers lead, whether or not the kind has a part for it."""
    part = scene.kind.part(SectionName.SOURCES) or Part(name=SectionName.SOURCES, is_annex=True)
    entries, words = scene.ledger.entries(), scene.words
    meant = tuple(_legend(marks, words))
    blocks: tuple[Block, ...] = (
        *((Sources(entries=entries),) if entries else ()),
        *((Bullets(items=meant),) if meant else ()),
    )
    is_annex = part.is_annex or any(section.is_annex for section in told)
    return _section(part, blocks, words, is_annex=is_annex)


def _legend(marks: tuple[Mark, ...], words: Words) -> Iterator[Item]:
    if any(not mark.checked for mark in marks):
        said = words.say("read by the program; nobody has compared it with its source yet.")
        yield Item(label=words.say("not checked"), text=plain(said))
    if any(not mark.numbers for mark in marks):
        said = words.say("the record does not say where this comes from.")
        yield Item(label=words.say("no source"), text=plain(said))
