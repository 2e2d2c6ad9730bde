"""What holds of every kind of note, whatever is held."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import cycle

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

from briefing.model import Decision, Evidence, Note, Position, Record, Stance, Task, TaskState
from briefing.note.blocks import (
    BriefingNote,
    Bullets,
    Facts,
    Heading,
    Item,
    SectionName,
    Table,
    runs,
)
from briefing.note.compose import compose
from briefing.note.held import Held
from briefing.note.kinds import Kind, kinds
from briefing.text import clean, squeeze
from tests.note.full_records import (
    ANSWERED,
    BEFORE,
    EVENT_KINDS,
    FIGURES,
    HAPPENED,
    HOW_LONG,
    SOURCES,
    TEXTS,
    held_for,
    today_for,
)
from tests.note.records import EVENT, HOME, LISTED, ME, WHOSE_FAULT, WRITTEN
from tests.note.writers.hostile import TEXTS as HOSTILE, with_texts

KINDS = st.sampled_from(EVENT_KINDS).map(lambda name: kinds()[name])
CITED = st.sampled_from(
    [
        citation
        for record in (EVENT, *HAPPENED.positions, *HAPPENED.tasks)
        for evidence in record.evidence.values()
        for citation in evidence.citations
    ]
)
EVIDENCE = st.builds(
    Evidence,
    citations=st.lists(CITED, max_size=2).map(tuple),
    decision=st.sampled_from(Decision),
)
DAYS = st.none() | st.dates(dt.date(2030, 1, 1), dt.date(2031, 7, 1))


@st.composite
def positions(draw: st.DrawFn, number: int) -> Position:
    chosen = draw(st.sampled_from(HAPPENED.positions))
    return msgspec.structs.replace(
        chosen,
        id=f"position-{number}",
        stance=draw(st.sampled_from(Stance)),
        event=draw(st.sampled_from([None, EVENT.id])),
        on=draw(DAYS),
        evidence=draw(st.dictionaries(st.sampled_from(["claim", "stance", "on"]), EVIDENCE)),
    )


@st.composite
def tasks(draw: st.DrawFn, number: int) -> Task:
    chosen = draw(st.sampled_from(HAPPENED.tasks))
    state = draw(st.sampled_from(TaskState))
    return msgspec.structs.replace(chosen, id=f"task-{number}", state=state)


@st.composite
def held(draw: st.DrawFn) -> Held:
    written = draw(st.sampled_from([None, WRITTEN]))
    questions = draw(st.permutations([ANSWERED, HOW_LONG, LISTED, WHOSE_FAULT]))
    return replace(
        HAPPENED,
        written=written,
        questions=tuple(questions[: draw(st.integers(0, 4))]),
        positions=tuple(draw(positions(n)) for n in range(draw(st.integers(0, 4)))),
        tasks=tuple(draw(tasks(n)) for n in range(draw(st.integers(0, 3)))),
    )


def made(kind: Kind, around: Held, language: str = "en") -> BriefingNote:
    today = today_for(kind.name)
    return compose(EVENT, around, home=HOME, today=today, me=ME, kind=kind, language=language)


# Sources ----------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=40)
@given(KINDS, held())
def test_numbers_count_the_sources_in_order_of_first_use(kind: Kind, around: Held) -> None:
    note = made(kind, around)

    used = list(dict.fromkeys(number for mark in note.marks for number in mark.numbers))
    assert list(range(1, len(note.sources) + 1)) == used
    assert used == [entry.number for entry in note.sources]


@settings(deadline=None, max_examples=40)
@given(KINDS, held())
def test_the_words_of_a_source_stand_in_it(kind: Kind, around: Held) -> None:
    for entry in made(kind, around).sources:
        if SOURCES[entry.source].is_held:
            line = int(entry.place.removeprefix("line "))
            assert entry.words in TEXTS[entry.source].split("\n")[line - 1]


# Parts ------------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=40)
@given(KINDS, held(), st.sets(st.sampled_from([name.value for name in SectionName])))
def test_a_note_has_parts_of_its_kind_in_their_order_and_those_moved_last(
    kind: Kind, around: Held, moved: set[str]
) -> None:
    whole = made(kind, around)
    own = Note(id="n", subject=EVENT.id, kind=kind.name, annex=tuple(sorted(moved)))
    alike = (around.written,) if around.written else ()
    note = made(kind, replace(around, written=own, written_alike=alike))

    behind = [section.name for section in note.sections if section.is_annex]
    names = [section.name for section in note.sections]
    assert {section.name for section in whole.sections} == set(names)
    assert names[len(names) - len(behind) :] == behind
    assert moved & set(names) <= set(behind)
    assert note.words == sum(s.words for s in note.sections if not s.is_annex)
    order = [part.name for part in kind.parts]
    assert [sorted(part, key=order.index) for part in (names[: -len(behind)], behind)] == [
        names[: -len(behind)],
        behind,
    ]


@settings(deadline=None, max_examples=40)
@given(st.permutations([ANSWERED, HOW_LONG, LISTED, WHOSE_FAULT]), st.integers(1, 4))
def test_questions_that_were_picked_are_told_alone_and_in_their_order(
    questions: list[Record], number: int
) -> None:
    picked = tuple(question.id for question in questions[:number])
    written = msgspec.structs.replace(WRITTEN, questions=picked)
    note = made(kinds()["pack"], replace(BEFORE, written=written))

    told = [line for section in note.sections for line in _lines(section.blocks)]
    answered = [q for q in questions[:number] if q.answer.is_written]  # type: ignore[attr-defined]
    section = next((s for s in note.sections if s.name == "answers"), None)
    items = (
        [i for b in section.blocks if isinstance(b, Bullets) for i in b.items] if section else []
    )
    assert [q.text for q in answered] == [item.text[0].text for item in items]  # type: ignore[attr-defined]
    for question in questions[number:]:
        headings = [s.blocks for s in note.sections if s.name in ("if asked", "defensive")]
        assert question.text not in [line for blocks in headings for line in _lines(blocks)]  # type: ignore[attr-defined]
    assert told


# Hostile text -----------------------------------------------------------------------------------


@settings(deadline=None, max_examples=50)
@given(KINDS, HOSTILE, st.sampled_from(["en", "fr", "nb", "es"]))
def test_all_text_in_a_note_is_one_harmless_line(
    kind: Kind, texts: list[str], language: str
) -> None:
    endless = cycle(texts)
    around = held_for(kind.name)
    hostile = replace(
        around,
        written=with_texts(around.written, endless) if around.written else None,
        questions=tuple(with_texts(q, endless) for q in around.questions),
        positions=tuple(with_texts(p, endless) for p in around.positions),
        tasks=tuple(with_texts(t, endless) for t in around.tasks),
    )

    note = made(kind, hostile, language)

    for text in all_text(note):
        assert squeeze(clean(text)) == squeeze(text)
        assert "\n" not in text


def all_text(note: BriefingNote) -> Iterator[str]:
    yield note.title
    for blocks in ((note.header,), *(section.blocks for section in note.sections)):
        yield from _lines(blocks)
    for entry in note.sources:
        yield from (entry.words, entry.place, *(run.text for run in entry.description))


def _lines(blocks: Iterable[object]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(text=text):
                yield text
            case Bullets(items=items) | Facts(rows=items):
                yield from _labels(items)
            case Table(columns=columns):
                yield from columns
        yield from (run.text for run in runs(block))  # type: ignore[arg-type]


def _labels(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield item.label
        yield from _labels(item.under)


# Reports ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "fr", "nb", "es"])
def test_a_report_tells_a_promise_under_who_made_it(language: str) -> None:
    note = made(kinds()["report"], replace(HAPPENED, tasks=(FIGURES,)), language)

    part = next(s for s in note.sections if s.name == "what was promised")
    assert [FIGURES.who] == list(_labels(part.blocks[0].items))  # type: ignore[union-attr]
