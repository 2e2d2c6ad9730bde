"""A note as PDF as it was last looked at, and what the file tells of itself."""

import sys
from typing import TYPE_CHECKING

import pytest

from briefing.errors import BriefingError
from briefing.note.blocks import BriefingNote
from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.writers import pdf
from tests.note.writers.looked_at import looked_at
from tests.note.writers.pdf.made import IN_FRENCH, in_latin
from tests.note.writers.pdf.opened import opened, told
from tests.note.writers.sample import NOTE
from tests.note.writers.test_each_kind import file_name, note_of

if TYPE_CHECKING:
    from typst import Fonts


@pytest.mark.parametrize(
    ("name", "note", "paper"), [("en-a4", NOTE, "A4"), ("fr-letter", IN_FRENCH, "Letter")]
)
def test_a_note_is_set_as_it_was_last_looked_at(name: str, note: BriefingNote, paper: str) -> None:
    written = told(pdf.write(in_latin(note), Layout(paper=paper)))

    assert looked_at(f"note-pdf-{name}.txt", written) == written.encode()


@pytest.mark.parametrize(("language", "paper"), [("en", "A4"), ("fr", "Letter")])
@pytest.mark.parametrize("kind", kinds())
def test_each_kind_is_set_as_it_was_last_looked_at(kind: str, language: str, paper: str) -> None:
    written = told(pdf.write(in_latin(note_of(kind, language)), Layout(paper=paper)))

    name = file_name(kind, f".{language}.pdf.txt")
    assert looked_at(name, written) == written.encode()


def test_the_same_note_is_the_same_bytes() -> None:
    assert pdf.write(NOTE, Layout()) == pdf.write(NOTE, Layout())


def test_a_note_in_latin_letters_needs_no_font_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fonts = pdf._fonts

    def only_typsts(of_machine: bool) -> "Fonts":
        assert not of_machine
        return fonts(False)

    monkeypatch.setattr(pdf, "_fonts", only_typsts)

    assert pdf.write(in_latin(NOTE), Layout())


def test_what_a_file_says_of_itself_is_its_title_its_language_and_no_name() -> None:
    reader = opened(pdf.write(IN_FRENCH, Layout()))

    about = dict(reader.metadata or {})
    assert {"/Title": IN_FRENCH.title, "/Creator": "Typst"} == {
        name: str(told).split(" 0.")[0] for name, told in about.items()
    }
    assert "fr" == str(reader.root_object["/Lang"])


def test_an_author_is_named_where_one_was_asked_for() -> None:
    reader = opened(pdf.write(NOTE, Layout(author="Kari Eksempel")))

    assert reader.metadata is not None
    assert "Kari Eksempel" == reader.metadata.author


def test_without_the_library_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(BriefingError, match=r"^PDF needs the extra") as raised:
        pdf.write(NOTE, Layout())

    assert 'pip install "briefing-desk[pdf]"' in str(raised.value)
