"""What LibreOffice makes of a written document, where it is on the machine."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from briefing.note.blocks import BriefingNote
from briefing.note.layout import Layout
from briefing.note.writers import docx
from tests.note.writers.docx.sample import IN_FRENCH, SAMPLE

OFFICE, TO_TEXT = shutil.which("soffice"), shutil.which("pdftotext")

pytestmark = pytest.mark.skipif(
    not (OFFICE and TO_TEXT), reason="LibreOffice or poppler is not on this machine"
)

_NUMBER = re.compile(r"(\d+) ?/ ?(\d+)")


@pytest.mark.parametrize(("paper", "note"), [("A4", SAMPLE), ("Letter", IN_FRENCH)])
def test_every_page_of_it_is_marked_and_numbered(
    tmp_path: Path, paper: str, note: BriefingNote
) -> None:
    path = tmp_path / "note.docx"
    path.write_bytes(docx.write(note, Layout(paper=paper)))

    pages = printed(path)

    assert [f"{number}/{len(pages)}" for number in range(1, len(pages) + 1)] == [
        f"{found[1]}/{found[2]}" for page in pages if (found := _NUMBER.search(page))
    ]
    lines = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    assert {(note.marking, note.marking)} == {(page[0], page[-2]) for page in lines}
    in_table = [page for page in pages if "Harbour master" in page]
    assert len(in_table) > 1
    assert in_table == [page for page in in_table if "What they hold" in page]


def printed(path: Path) -> list[str]:
    """Return the text of each page."""
    convert = [str(OFFICE), "--headless", f"-env:UserInstallation=file://{path.parent}/office"]
    subprocess.run(
        [*convert, "--convert-to", "pdf", "--outdir", str(path.parent), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    told = subprocess.run(
        [str(TO_TEXT), "-layout", str(path.with_suffix(".pdf")), "-"],
        check=True,
        capture_output=True,
        text=True,
    )
    return told.stdout.rstrip("\f").split("\f")
