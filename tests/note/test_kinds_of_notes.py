import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model import Citation, Note, Record, WrittenPart
from briefing.note.blocks import (
    BriefingNote,
    Bullets,
    Facts,
    Item,
    Paragraph,
    SectionName,
    Table,
    Text,
    runs,
)
from briefing.note.compose import compose, composed
from briefing.note.held import Held
from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.ledger import evidence
from briefing.note.writers import markdown
from briefing.note.written import asked_for, writable, written_in
from tests.note.full_records import EVENT_KINDS, SOURCES, TEXTS, held_for, today_for
from tests.note.records import EVENT, HOME, ME

GOLDEN = Path(__file__).parents[1] / "golden"


def made(kind: str, language: str = "en") -> BriefingNote:
    return compose(
        EVENT,
        held_for(kind),
        home=HOME,
        today=today_for(kind),
        me=ME,
        kind=kinds()[kind],
        language=language,
    )


def golden(kind: str, content: bytes) -> str:
    """What was looked at; with GOLDEN=new it becomes what is written now, to be looked at."""
    path = GOLDEN / f"note-{kind.replace(' ', '-')}.md"
    if os.environ.get("GOLDEN") == "new":
        path.write_bytes(content)
    return path.read_text("utf-8")


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_each_kind_reads_as_it_was_last_looked_at(kind: str) -> None:
    content = markdown.write(made(kind), Layout())

    assert golden(kind, content) == content.decode()


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_each_part_of_a_kind_is_filled_and_stands_in_its_order(kind: str) -> None:
    parts = [part for part in kinds()[kind].parts if part.name != "changes"]
    in_order = [*(p for p in parts if not p.is_annex), *(p for p in parts if p.is_annex)]

    assert [part.name for part in in_order] == [section.name for section in made(kind).sections]


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_a_kind_is_within_its_words_and_asks_for_nothing_more(kind: str) -> None:
    note = made(kind)

    assert note.words <= note.limit.number
    assert note.prompts == ()


# What every sentence rests on -------------------------------------------------------------------


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_a_number_leads_to_words_that_stand_in_the_source_or_a_place_in_a_named_one(
    kind: str,
) -> None:
    note = made(kind)
    entries = {entry.number: entry for entry in note.sources}

    for mark in note.marks:
        assert mark.numbers or "no source" in mark.words
        assert mark.checked or "not checked" in mark.words
        for number in mark.numbers:
            entry = entries[number]
            if SOURCES[entry.source].is_held:
                line = int(entry.place.removeprefix("line "))
                text = TEXTS[entry.source]
                assert entry.words
                assert entry.words in text
                assert text[: text.index(entry.words)].count("\n") + 1 <= line
                assert entry.words.split("\n")[0] in text.split("\n", line - 1)[line - 1]
            else:
                assert entry.place


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_what_a_note_tells_is_cited_whole_and_nothing_else_is(kind: str) -> None:
    held = held_for(kind)
    note, values = composed(
        EVENT, held, home=HOME, today=today_for(kind), me=ME, kind=kinds()[kind]
    )

    cited = {_passage(c) for e in evidence(values) for c in e.citations}
    told = {(entry.source, entry.words or entry.place) for entry in note.sources}
    besides = {
        _passage(c)
        for question in held.questions
        for c in (
            *(asked.citation for asked in question.asked if asked.citation),
            *(c for point in question.answer.points for c in point.citations),
        )
    }
    assert cited <= told <= cited | besides


def _passage(citation: Citation) -> tuple[str, str]:
    return citation.source, citation.words or citation.place


def own_words(kind: str) -> str:
    """All that a person wrote, and all our own words: what needs no source."""
    held = held_for(kind)
    answers = [question.answer for question in held.questions]
    written = [
        written_in(note, part) for note in held.notes for part in writable(kinds()[note.kind])
    ]
    said = [t for a in answers for t in (a.short, a.medium, a.long, a.if_pressed, a.caveats)]
    return squeezed(" ".join((*written, *said)))


def squeezed(text: str) -> str:
    return " ".join(re.sub(r"(?m)^- |[☐]", "", text).split())


def units(note: BriefingNote) -> list[Text]:
    """The sentences of a note: a paragraph, a row, or an entry of a list by itself."""
    found: list[Text] = []
    for section in note.sections:
        for block in section.blocks:
            match block:
                case Paragraph(text=text):
                    found.append(text)
                case Table(rows=rows):
                    found += (tuple(run for cell in row for run in cell) for row in rows)
                case Bullets(items=items) | Facts(rows=items):
                    found += texts(items)
    return found


def texts(items: tuple[Item, ...]) -> list[Text]:
    return [text for item in items for text in (item.text, *texts(item.under))]


LEGEND = (
    "read by the program; nobody has compared it with its source yet.",
    "the record does not say where this comes from.",
)


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_every_sentence_of_fact_has_a_mark(kind: str) -> None:
    note, own = made(kind), own_words(kind)
    doubts = {d.words for record in records(kind) for _, d in record.doubts}
    unmarked = [
        squeezed("".join(run.text for run in text))
        for text in units(note)
        if not any(run.mark or run.is_link for run in text)
    ]

    assert [
        text
        for text in unmarked
        if text not in own
        and text not in LEGEND
        and text not in doubts
        and text.replace("\u2003", " ") != "Agreed Not agreed"
    ] == []


def records(kind: str) -> list[Record]:
    held = held_for(kind)
    return [EVENT, *held.children, *held.tasks, *held.questions, *held.positions]


# Languages, annexes -----------------------------------------------------------------------------


def test_a_note_speaks_another_language_and_quotes_as_it_was_said() -> None:
    note = made("note", "fr")

    assert note.language == "fr"
    assert note.title.startswith("Note de préparation")
    assert [s.heading for s in note.sections][:2] == ["L’essentiel", "Objet"]
    assert "non vérifié" in next(mark.words for mark in note.marks if not mark.checked)


def test_sources_stand_behind_and_count_no_words() -> None:
    note = made("pack")
    proper = [section for section in note.sections if not section.is_annex]

    assert note.words == sum(section.words for section in proper)
    assert note.sections[-1].name == "sources"
    assert note.sections[-1].is_annex


def test_the_programme_of_a_pack_stands_once() -> None:
    told = [run.text for s in made("pack").sections for b in s.blocks for run in runs(b)]

    assert told.count("Opening") == 1


def test_a_card_is_a_line_an_entry() -> None:
    card = markdown.write(made("card"), Layout()).decode()

    assert "Proof" not in card
    assert "### Links" not in card
    assert "Whoever gains from the cable shares the bill" in card


def test_a_report_asks_for_what_no_record_has() -> None:
    nothing = Held()
    told = held_for("report")
    report = kinds()["report"]

    empty = compose(EVENT, nothing, home=HOME, today=today_for("report"), kind=report)
    filled = compose(
        EVENT, replace(told, written=None), home=HOME, today=today_for("report"), kind=report
    )

    assert [prompt.section for prompt in empty.prompts] == [
        "bottom line",
        "what happened",
        "who moved",
        "what was promised",
        "next step",
    ]
    assert [prompt.section for prompt in filled.prompts] == [
        "bottom line",
        "what happened",
        "next step",
    ]


def test_a_prompt_tells_the_limit_of_its_kind() -> None:
    card, decision = kinds()["card"], kinds()["decision note"]

    assert asked_for(card, SectionName.BOTTOM_LINE) == (
        "Say in 40 words what matters most and what to do."
    )
    assert asked_for(decision, SectionName.OPTIONS) == (
        "Name up to 4 options, each with its price, a line each."
    )
    assert asked_for(decision, SectionName.BACKGROUND) == ""


def test_a_decision_without_a_deadline_is_due_before_the_event() -> None:
    held = replace(held_for("decision note"), tasks=())
    note = compose(EVENT, held, home=HOME, today=today_for("note"), kind=kinds()["decision note"])

    assert (
        "- **Critical date, Thu 12 Jun 2031, 09:00–10:30 New York · 15:00–16:30 Oslo:** "
        "the event begins [3, not checked]"
    ) in markdown.write(note, Layout()).decode()


def test_boxes_stand_under_a_recommendation_in_one_piece() -> None:
    written = Note(
        id="n",
        subject=EVENT.id,
        kind="decision note",
        parts=(WrittenPart(key="recommendation", text="That we join."),),
    )
    held = replace(held_for("decision note"), written=written)
    note = compose(EVENT, held, home=HOME, today=today_for("note"), kind=kinds()["decision note"])
    told = markdown.write(note, Layout()).decode()

    assert "That we join.\n\n☐\u00a0Agreed\u2003☐\u00a0Not agreed\n" in told


def test_how_to_get_in_is_not_told_of_an_event_that_is_over() -> None:
    assert "How in" in {row.label for row in made("note").header.rows}
    assert "How in" not in {row.label for row in made("report").header.rows}
