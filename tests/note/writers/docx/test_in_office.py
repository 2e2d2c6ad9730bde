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


@pytest.mark.parametrize(("paper", "note"), [("A4", SAMPLE), ("Letter", IN_FRENCH)])
def test_every_page_of_it_is_marked_and_numbered(
    tmp_path: Path, paper: str, note: BriefingNote
) -> None:
    path = tmp_path / "note.docx"
    path.write_bytes(docx.write(note, Layout(paper=paper)))

    pages = printed(path)

    assert [f"{number} / {len(pages)}" for number in range(1, len(pages) + 1)] == [
        found[0] for page in pages if (found := re.search(r"\d / \d", page))
    ]
    assert [2] * len(pages) == [page.count(note.marking) for page in pages]
    assert 2 == sum("What they hold" in page for page in pages[1:])


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
