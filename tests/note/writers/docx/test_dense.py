import io
from pathlib import Path

from docx import Document

from briefing.note.layout import Layout
from briefing.note.writers import docx
from tests.note.test_compose_span import outlook, report


def margin_and_letters(written: bytes) -> tuple[int, float]:
    document = Document(io.BytesIO(written))
    size = document.styles["Briefing Cell"].font.size
    assert size is not None
    assert document.sections[0].left_margin is not None
    return document.sections[0].left_margin, size.pt


def test_an_outlook_is_set_more_tightly_than_other_notes() -> None:
    tight, usual = (
        margin_and_letters(docx.write(note, Layout())) for note in (outlook(), report())
    )

    assert tight[0] < usual[0]
    assert tight[1] < usual[1]


def test_in_the_users_own_template_it_is_set_as_that_says(tmp_path: Path) -> None:
    template = tmp_path / "our.docx"
    template.write_bytes(docx.write(report(), Layout()))

    written = docx.write(outlook(), Layout(template=template))

    assert margin_and_letters(template.read_bytes()) == margin_and_letters(written)
