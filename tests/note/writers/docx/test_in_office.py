"""What LibreOffice makes of written documents, where it is on the machine."""

import re
import subprocess
from dataclasses import replace

import pytest

from briefing.note.blocks import BriefingNote, Heading
from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.writers import docx
from tests.note.pages import PDFTOTEXT, SOFFICE, needs, text_of_pages
from tests.note.writers.docx.sample import IN_FRENCH, SAMPLE
from tests.note.writers.test_each_kind import note_of

pytestmark = needs(soffice=SOFFICE, pdftotext=PDFTOTEXT)

NUMBER = re.compile(r"(\d+) ?/ ?(\d+)$")


SAMPLES = {"A4": SAMPLE, "Letter": IN_FRENCH}


def proper(kind: str) -> BriefingNote:
    """Return a note of a kind without its annexes."""
    note = replace(note_of(kind), marking="For my office", version="Draft")
    return replace(note, sections=tuple(s for s in note.sections if not s.is_annex))


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Return the lines of each page of each note; LibreOffice takes long to start."""
    folder = tmp_path_factory.mktemp("office")
    for paper, note in SAMPLES.items():
        (folder / f"{paper}.docx").write_bytes(docx.write(note, Layout(paper=paper)))
    for kind in kinds():
        (folder / f"{kind}.docx").write_bytes(docx.write(proper(kind), Layout()))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = (str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder))
    subprocess.run((*command, *map(str, folder.glob("*.docx"))), check=True, capture_output=True)
    return {
        pdf.stem: [
            [line.strip() for line in page.splitlines() if line.strip()]
            for page in text_of_pages(pdf)
        ]
        for pdf in folder.glob("*.pdf")
    }


@pytest.mark.parametrize("paper", SAMPLES)
def test_every_page_of_it_is_marked_and_numbered(
    sheets: dict[str, list[list[str]]], paper: str
) -> None:
    note, pages = SAMPLES[paper], sheets[paper]

    assert {(note.marking, note.marking)} == {(page[0], page[-2]) for page in pages}
    numbers = [found.groups() for page in pages if (found := NUMBER.search(page[-1]))]
    assert [(str(at), str(len(pages))) for at in range(1, len(pages) + 1)] == numbers
    in_table = [page for page in pages if any("Harbour master" in line for line in page)]
    assert len(in_table) > 1
    assert in_table == [page for page in in_table if any("What they hold" in line for line in page)]


@pytest.mark.parametrize("kind", kinds())
def test_each_kind_is_within_its_pages_and_leaves_no_heading_alone(
    sheets: dict[str, list[list[str]]], kind: str
) -> None:
    note, pages = proper(kind), sheets[kind]

    within = (block for s in note.sections for block in s.blocks if isinstance(block, Heading))
    headings = {*(s.heading for s in note.sections), *(block.text for block in within)}
    assert len(pages) <= (note.pages or 99)
    assert set() == headings & {page[-3] for page in pages}
