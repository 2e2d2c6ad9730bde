from pathlib import Path

import pytest

from briefing.note.layout import Layout
from briefing.note.writers import write
from tests.note.pages import (
    CHROMIUM,
    PDFTOPPM,
    PDFTOTEXT,
    PHONE,
    SOFFICE,
    Scheme,
    needs,
    page_of,
    pages,
    pdf_of,
    seen,
    text_of_pages,
)
from tests.note.writers.sample import NOTE

PNG = b"\x89PNG\r\n\x1a\n"


def written(suffix: str, folder: Path) -> Path:
    path = folder / f"note{suffix}"
    path.write_bytes(write(suffix, NOTE, Layout()))
    return path


@needs(chromium=CHROMIUM, pdftoppm=PDFTOPPM, pdftotext=PDFTOTEXT)
@pytest.mark.parametrize("suffix", [".eml", ".txt"])
def test_what_a_browser_shows_becomes_paper_and_pictures(suffix: str, tmp_path: Path) -> None:
    pdf = pdf_of(written(suffix, tmp_path), tmp_path)

    pictures = pages(pdf)

    assert "Points to make" in "".join(text_of_pages(pdf))
    assert len(text_of_pages(pdf)) == len(pictures)
    assert {PNG} == {picture.read_bytes()[:8] for picture in pictures}


@needs(soffice=SOFFICE, pdftotext=PDFTOTEXT)
def test_a_word_document_becomes_paper(tmp_path: Path) -> None:
    pdf = pdf_of(written(".docx", tmp_path), tmp_path)

    assert "Points to make" in "".join(text_of_pages(pdf))


@needs(chromium=CHROMIUM)
def test_a_page_is_seen_on_a_phone_in_the_dark(tmp_path: Path) -> None:
    page = page_of(written(".html", tmp_path), tmp_path)

    picture = seen(page, tmp_path / "phone.png", width=PHONE, scheme=Scheme.DARK)

    assert PNG == picture.read_bytes()[:8]
