import csv
import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given

from briefing.exchange.positions import COLUMNS, Row, cells
from briefing.exchange.positions_xlsx import MOST_IN_A_CELL, written
from briefing.model import Position
from tests.note.records import HEARD, POSITION, SOURCES
from tests.strategies import structs

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = "xl/worksheets/sheet1.xml"


def _sheet(content: bytes) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            ET.fromstring(package.read(name))
        return ET.fromstring(package.read(_SHEET))


def _rows(content: bytes) -> list[tuple[str, ...]]:
    """The cells of a workbook, row by row, as they stand in its sheet."""
    sheet = _sheet(content)
    assert {"inlineStr"} == {cell.get("t") for cell in sheet.iter(f"{_MAIN}c")}
    return [
        tuple("".join(cell.itertext()) for cell in row.iter(f"{_MAIN}c"))
        for row in sheet.iter(f"{_MAIN}row")
    ]


def _claiming(claim: str) -> Row:
    return Row(position=msgspec.structs.replace(POSITION, claim=claim))


def test_a_workbook_has_a_heading_and_a_row_for_each_position() -> None:
    rows = [Row(position=POSITION, sources=(SOURCES["programme"],)), Row(position=HEARD)]

    assert [COLUMNS, *map(cells, rows)] == _rows(written(rows))


def test_headings_stay_and_rows_can_be_chosen_by_them() -> None:
    sheet = _sheet(written([Row(position=POSITION)]))

    (pane,) = sheet.iter(f"{_MAIN}pane")
    (chosen,) = sheet.iter(f"{_MAIN}autoFilter")
    assert ("frozen", "A1:P2") == (pane.get("state"), chosen.get("ref"))
    assert b"A1:P1" in ET.tostring(_sheet(written([])))


@pytest.mark.parametrize("claim", ["=1+1", "@SUM(A1)", "'tis", "3/4", "<b>&amp;]]>", "a\u202eb"])
def test_nothing_is_a_formula_a_number_or_a_day(claim: str) -> None:
    row = _claiming(claim)

    content = written([row])

    assert cells(row) == _rows(content)[1]
    assert not list(_sheet(content).iter(f"{_MAIN}f"))


def test_what_looks_like_a_characters_number_stays_what_it_is() -> None:
    assert "a_x005F_x000D_b" == _rows(written([_claiming("a_x000D_b")]))[1][1]


def test_a_cell_is_as_long_as_excel_takes_it() -> None:
    assert (
        "\U0001f6a2" * (MOST_IN_A_CELL // 2)
        == _rows(written([_claiming("\U0001f6a2" * 20_000)]))[1][1]
    )


def test_two_files_of_the_same_are_the_same_and_name_nobody() -> None:
    content = written([Row(position=POSITION)])

    assert content == written([Row(position=POSITION)])
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not [name for name in package.namelist() if name.startswith("docProps")]


@given(structs(Position))
def test_whatever_a_position_says_is_one_row(position: Position) -> None:
    rows = _rows(written([Row(position=position, question=position.claim)]))

    assert 2 == len(rows)
    assert {len(COLUMNS)} == {len(row) for row in rows}


_OFFICE = shutil.which("soffice")
_HAS_SHEETS = _OFFICE is not None and any(Path(_OFFICE).resolve().parent.glob("libsclo*"))


@pytest.mark.skipif(not _HAS_SHEETS, reason="LibreOffice Calc is not installed")
def test_libreoffice_shows_each_cell_as_it_was_meant(tmp_path: Path) -> None:
    hostile = (
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "＝1",
        "'tis",
        "3/4",
        "1-2",
        "001",
        "1e5",
        "TRUE",
        "50%",
    )
    others = (
        "a;b,c",
        'a"b',
        "a_x000D_b",
        "<b>&amp;",
        "يدعم الاقتراح",
        "支持",
        "Ærøskøbing 👩‍🔬",
        "May 5",
    )
    rows = [_claiming(claim) for claim in (*hostile, *others)]
    (tmp_path / "positions.xlsx").write_bytes(written(rows))

    assert _OFFICE is not None
    command = (_OFFICE, f"-env:UserInstallation={(tmp_path / 'own').as_uri()}", "--headless")
    # Fields with commas, quoted, in UTF-8, as they are shown.
    how = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true"
    asked = (*command, "--convert-to", how, "--outdir", str(tmp_path))
    subprocess.run((*asked, str(tmp_path / "positions.xlsx")), check=True, capture_output=True)

    text = (tmp_path / "positions.csv").read_text(encoding="utf-8-sig")
    shown = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))]
    assert [COLUMNS, *map(cells, rows)] == shown
