import re
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings

from briefing.note.blocks import (
    Block,
    BriefingNote,
    Bullets,
    Facts,
    Item,
    Mark,
    Run,
    SectionName,
    Table,
    address,
    plain,
    runs,
)
from briefing.note.cells import width
from briefing.note.compose import compose
from briefing.note.layout import Layout
from briefing.note.writers import text
from tests.note.records import EVENT, HELD, HOME, ME, TODAY
from tests.note.writers.hostile import TEXTS, hostile_note
from tests.note.writers.looked_at import looked_at
from tests.note.writers.sample import NOTE, section


def written(note: BriefingNote) -> str:
    return text.write(note, Layout()).decode()


def note_of(*blocks: Block) -> BriefingNote:
    here = section(SectionName.BACKGROUND, "Here", *blocks)
    return replace(NOTE, title="Tea", marking="", header=Facts(rows=()), sections=(here,))


def composed() -> BriefingNote:
    return compose(EVENT, HELD, home=HOME, today=TODAY, me=ME)


def body_of(*blocks: Block) -> list[str]:
    rows = written(note_of(*blocks)).splitlines()
    return rows[rows.index("Here") + 3 :]


def test_a_note_of_every_block_is_written_as_it_was_last_looked_at() -> None:
    assert looked_at("every-block.txt", text.write(NOTE, Layout())) == text.write(NOTE, Layout())


def test_the_marking_is_the_first_and_the_last_line() -> None:
    rows = written(replace(NOTE, marking="Amber: named persons only")).splitlines()

    assert ["Amber: named persons only"] * 2 == [rows[0], rows[-1]]


def test_a_note_without_a_marking_begins_with_its_title() -> None:
    note = replace(NOTE, marking="")

    assert written(note).startswith("Briefing note: Harbour Lights")


def test_headings_are_underlined_as_wide_as_they_are() -> None:
    note = note_of()
    wide = replace(note, title="海底电缆", sections=(replace(note.sections[0], heading="Ort"),))

    rows = written(wide).splitlines()

    assert "========" == rows[rows.index("海底电缆") + 1]
    assert "---" == rows[rows.index("Ort") + 1]


def test_labels_of_the_head_stand_in_a_column_and_a_long_one_above() -> None:
    rows = (
        Item(label="When", text=plain("Thursday")),
        Item(label="地点", text=plain("Harbour")),
        Item(label="What there is to know of it", text=plain("Nothing")),
    )

    lines = written(replace(NOTE, marking="", header=Facts(rows=rows))).splitlines()

    assert [
        "When  Thursday",
        "地点  Harbour",
        "What there is to know of it",
        "      Nothing",
    ] == lines[3:7]


def test_a_table_is_told_a_row_at_a_time_with_its_labels() -> None:
    table = Table(
        columns=("Who", "Stance", "Where"),
        rows=((plain("Lantern"), plain("supports"), plain("here")), (plain("Buoy"), (), ())),
    )

    assert [
        "- Lantern",
        "  - Stance: supports",
        "  - Where: here",
        "- Buoy",
    ] == body_of(table)


def test_no_row_begins_with_a_mark() -> None:
    fact = Run(text="word " * 13 + "word", mark=Mark(numbers=(3, 14), checked=False))

    assert ["- " + "word " * 12 + "word", "  word [3, 14, not checked]"] == body_of(
        Bullets(items=(Item(text=(fact,)),))
    )


def test_an_address_longer_than_a_row_is_kept_whole() -> None:
    long = "https://lantern.example/" + "a" * 90

    assert [f"- {long}"] == body_of(Bullets(items=(Item(text=(address(long),)),)))


def test_every_word_and_mark_of_a_note_is_in_its_text() -> None:
    note = composed()

    said = " ".join(written(note).split())

    told = [run for block in blocks_of(note) for run in runs(block)]
    marked = [f"{run.text} {run.mark.words}" for run in told if run.mark]
    assert [] == [
        words for words in (*marked, *(run.text.strip() for run in told)) if words not in said
    ]


def blocks_of(note: BriefingNote) -> Iterator[Block]:
    yield note.header
    for part in note.sections:
        yield from part.blocks


def test_every_number_in_the_text_is_an_entry_under_sources() -> None:
    body, _, sources = written(composed()).partition("\nSources\n")
    used = {
        int(number)
        for mark in re.findall(r"\[[^]]*\]", body)
        for number in re.findall(r"\d+", mark)
    }

    assert used == {int(n) for n in re.findall(r"^ *(\d+)\. ", sources, re.MULTILINE)}


@settings(deadline=None)
@given(TEXTS)
def test_no_row_of_hostile_text_is_too_wide_or_holds_a_control_code(texts: list[str]) -> None:
    rows = written(hostile_note(texts)).split("\n")

    too_wide = [row for row in rows if width(row) > text.COLUMNS]
    assert [] == [row for row in too_wide if "://" not in row]
    assert [] == [
        row
        for row in rows
        if re.search("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", row)
    ]
