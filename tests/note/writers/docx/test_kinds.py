import pytest

from briefing.note.blocks import runs
from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.writers import docx
from tests.note.writers.docx.opened import elements, opened, outline, parts, value
from tests.note.writers.docx.order import out_of_order
from tests.note.writers.looked_at import looked_at
from tests.note.writers.test_each_kind import file_name, note_of


@pytest.mark.parametrize(("language", "paper"), [("en", "A4"), ("fr", "Letter")])
@pytest.mark.parametrize("kind", kinds())
def test_each_kind_reads_as_it_was_last_looked_at_in_word(
    kind: str, language: str, paper: str
) -> None:
    written = outline(docx.write(note_of(kind, language), Layout(paper=paper)))

    name = file_name(kind, f".{language}.docx.txt")
    assert looked_at(name, written) == written.encode()


@pytest.mark.parametrize("kind", kinds())
def test_each_mark_of_each_kind_leads_to_its_source(kind: str) -> None:
    note = note_of(kind)

    content = docx.write(note, Layout())

    root = opened(content).element.body
    led_to = {value(e, "w:anchor") for e in elements(root, "w:hyperlink")} - {""}
    marked = {value(e, "w:name") for e in elements(root, "w:bookmarkStart")}
    assert {f"source_{number}" for mark in note.marks for number in mark.numbers} == led_to
    assert {f"source_{entry.number}" for entry in note.sources} == marked
    assert led_to <= marked
    assert [] == out_of_order(parts(content))


@pytest.mark.parametrize("kind", kinds())
def test_no_word_of_any_kind_is_lost(kind: str) -> None:
    note = note_of(kind)

    root = opened(docx.write(note, Layout())).element.body

    said = spaced("".join(text.text for text in elements(root, "w:t")))
    blocks = (note.header, *(block for section in note.sections for block in section.blocks))
    place = 0
    for run in (run for block in blocks for run in runs(block)):
        words = f"{run.text} {run.mark.words}" if run.mark else run.text
        place = said.index(spaced(words), place)
    place = 0
    for entry in note.sources:
        place = said.index(spaced(entry.words), place)
        place = said.index(spaced(entry.place), place)


def spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")
