from dataclasses import replace

import msgspec
import pytest

from briefing.model import Note
from briefing.note.blocks import BriefingNote, SectionName, Table, Unit, plain
from briefing.note.budget import annex_advice, first_to_annex, measure, over_long, words_in
from briefing.note.compose import compose
from briefing.note.prose import prose
from tests.note.records import EVENT, HELD, HOME, TODAY, WRITTEN


def note_with(written: Note) -> BriefingNote:
    return compose(EVENT, replace(HELD, written=written), home=HOME, today=TODAY)


def test_each_part_knows_its_words_and_its_limit() -> None:
    sections = {section.name: section for section in note_with(WRITTEN).sections}
    bottom_line = sections[SectionName.BOTTOM_LINE]
    points = sections[SectionName.POINTS]

    assert bottom_line.limit is not None
    assert points.limit is not None
    assert (bottom_line.words, bottom_line.counted, bottom_line.limit.number) == (10, 10, 60)
    assert (
        points.words,
        points.counted,
        points.limit.number,
        points.limit.stop,
    ) == (19, 3, 4, 6)


def test_a_note_within_its_limits_has_nothing_to_shorten() -> None:
    assert over_long(note_with(WRITTEN)) == ()


def test_what_is_too_long_is_told_in_words() -> None:
    long = msgspec.structs.replace(
        WRITTEN,
        bottom_line="word " * 72,
        purpose="One. Two! Three? Four",
        objectives=("a", "b", "c", "d"),
        points=tuple("abcdefg"),
        background="word " * 900,
    )

    told = over_long(note_with(long))

    assert told[:4] == (
        "Bottom line: 72 words, 12 too many.",
        "Purpose: 4 sentences, 1 too many.",
        "Our objectives: 4 items, 1 too many.",
        "Points to make: 7 items, 3 too many (never more than 6).",
    )
    assert told[4].startswith("The whole note: 1,")


LONG = msgspec.structs.replace(
    WRITTEN, background="word " * 500, sensitivities="word " * 300, bottom_line="word " * 200
)


def test_what_stands_behind_the_note_is_never_too_long() -> None:
    behind = msgspec.structs.replace(LONG, annex=("background", "sensitivities", "bottom line"))

    assert over_long(note_with(behind)) == ()


def test_a_note_within_its_words_has_nothing_to_move() -> None:
    assert first_to_annex(note_with(WRITTEN)) is None
    assert annex_advice(note_with(WRITTEN)) == ""


def test_the_part_of_least_worth_is_moved_first() -> None:
    note = note_with(LONG)
    left = note.words - next(s.words for s in note.sections if s.name == "background")

    assert first_to_annex(note) is SectionName.BACKGROUND
    assert annex_advice(note) == (
        f"Move “Background” to the annex first: that leaves {left} of 900 words."
    )


def test_what_is_said_aloud_never_moves() -> None:
    written = msgspec.structs.replace(LONG, bottom_line="word " * 1000)
    moved = []
    while (name := first_to_annex(note_with(written))) is not None:
        moved.append(name)
        written = msgspec.structs.replace(written, annex=tuple(part.value for part in moved))

    assert moved == ["background", "sensitivities", "room", "logistics", "defensive", "if asked"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("One", 1),
        ("One.", 1),
        ("One. Two", 2),
        ("At 10.30 we meet.", 1),
        ("Well… no.", 2),
        ("a.b", 1),
    ],
)
def test_sentences_are_counted(text: str, expected: int) -> None:
    assert expected == measure(prose(text), Unit.SENTENCES)


def test_what_is_just_as_long_as_it_may_be_is_not_too_long() -> None:
    full = msgspec.structs.replace(WRITTEN, points=tuple("abcdef"))
    note = note_with(full)
    exactly = replace(note, limit=replace(note.limit, number=note.words))

    assert first_to_annex(exactly) is None
    assert over_long(exactly) == ("Points to make: 6 items, 2 too many.",)


def test_the_heading_row_of_a_table_is_read_too() -> None:
    table = Table(columns=("Who", "On what"), rows=((plain("Bo Ferry"), plain("ropes")),))

    assert 6 == words_in((table,))
