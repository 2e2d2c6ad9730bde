"""Positions as a workbook (ECMA-376): in every country's Excel a column a field, each cell text.

Nothing in it is a formula, and no "3/4" becomes a day in April.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from briefing.exchange.positions import COLUMNS, Row, cells

MOST_IN_A_CELL = 32_767
"""Units of UTF-16 that Excel takes (Microsoft, "Excel specifications and limits")."""

_WIDE, _NARROW = 48, 16
_WIDTHS = {"Words": _WIDE, "Question or topic": _WIDE, "Source": _WIDE, "Address": _WIDE}

_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""How a character begins that is written by its number (ECMA-376 part 1, 22.9.2.19)."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_HEADING, _TEXT = 1, 2
"""Places in the table of looks, `cellXfs`."""
_PARTS = {
    "[Content_Types].xml": f"""\
<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{_SHEET_TYPE}.styles+xml"/></Types>""",
    "_rels/.rels": f"""\
<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/workbook.xml": f"""\
<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>\
<sheet name="Positions" sheetId="1" r:id="r1"/></sheets></workbook>""",
    "xl/_rels/workbook.xml.rels": f"""\
<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="r2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>""",
    # Number format 49 is "@": what is typed into such a cell later is text too.
    "xl/styles.xml": f"""\
<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"\
 applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
</styleSheet>""",
}


def written(rows: Iterable[Row]) -> bytes:
    """Return positions as a workbook of one sheet, the same bytes for the same rows."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, part in _PARTS.items():
            package.writestr(_entry(name), _XML + part)
        with package.open(_entry("xl/worksheets/sheet1.xml"), "w") as sheet:
            for piece in _sheet(rows):
                sheet.write(piece.encode())
    return file.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    """Return how a part stands in the file: from the first day that a zip knows."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix, on every system
    entry.external_attr = 0o600 << 16
    return entry


def _sheet(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a sheet whose headings stay where they are, and by which rows can be chosen."""
    yield f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>'
    for number, name in enumerate(COLUMNS, 1):
        width = _WIDTHS.get(name, _NARROW)
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield _row(COLUMNS, _HEADING)
    last = 1
    for last, row in enumerate(rows, 2):  # noqa: B007 - how many there were
        yield _row(cells(row), _TEXT)
    yield f'</sheetData><autoFilter ref="A1:{chr(ord("A") + len(COLUMNS) - 1)}{last}"/></worksheet>'


def _row(values: Sequence[str], look: int) -> str:
    opened = f'<c s="{look}" t="inlineStr"><is><t xml:space="preserve">'
    told = "".join(f"{opened}{_legal(value)}</t></is></c>" for value in values)
    return f"<row>{told}</row>"


def _legal(text: str) -> str:
    """Return text as XML and Excel take it, cut where it is longer than a cell."""
    units = text.encode("utf-16-le", "replace")[: MOST_IN_A_CELL * 2]
    text = _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", units.decode("utf-16-le", "ignore"))
    return escape(_ESCAPED.sub("_x005F_", text), quote=False)
