from dataclasses import replace

import msgspec
import pytest

from briefing.model import Note
from briefing.note.blocks import BriefingNote, SectionName, Unit
from briefing.note.budget import measure, over_long
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
