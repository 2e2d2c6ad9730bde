import email
import re
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from itertools import product
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from briefing.config import PAPERS
from briefing.note.blocks import BriefingNote
from briefing.note.cells import width
from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.words import LANGUAGES
from briefing.note.writers import html, mail, text
from tests.note.full_records import EVENT_KINDS
from tests.note.pages import CHROMIUM, PDFTOTEXT, needs, printed, text_of_pages
from tests.note.test_compose_span import outlook, report
from tests.note.test_kinds_of_notes import made
from tests.note.writers.looked_at import looked_at
from tests.note.writers.sample import NOTE

GOLDEN = Path(__file__).parents[2] / "golden"
SPANS = {"outlook": outlook, "session report": report}


def file_name(kind: str, suffix: str) -> str:
    return f"note-{kind.replace(' ', '-')}{suffix}"


def note_of(kind: str, language: str = "en") -> BriefingNote:
    of_span = SPANS.get(kind)
    return of_span(language=language) if of_span else made(kind, language)


def test_each_kind_is_looked_at() -> None:
    assert {*EVENT_KINDS, *SPANS} == {*kinds()}


@pytest.mark.parametrize("kind", kinds())
def test_each_kind_reads_as_it_was_last_looked_at_as_text(kind: str) -> None:
    written = text.write(note_of(kind), Layout())

    assert looked_at(file_name(kind, ".txt"), written) == written


@pytest.mark.parametrize("kind", kinds())
def test_each_kind_reads_as_it_was_last_looked_at_as_a_page(kind: str) -> None:
    written = f"{html.body(note_of(kind))}\n".encode()

    assert looked_at(file_name(kind, ".body.html"), written) == written


@pytest.mark.parametrize("kind", kinds())
def test_a_file_of_each_kind_is_that_page_in_the_frame_that_was_looked_at(kind: str) -> None:
    note = note_of(kind)
    frame = (GOLDEN / "every-block.html").read_text("utf-8").replace(html.body(NOTE), "{body}")
    for old, new in (
        (f"<title>{escape(NOTE.title)}<", f"<title>{escape(note.title)}<"),
        (html._page_rule(NOTE, Layout()), html._page_rule(note, Layout())),
    ):
        assert 1 == frame.count(old)
        frame = frame.replace(old, new)

    page = (GOLDEN / file_name(kind, ".body.html")).read_text("utf-8").removesuffix("\n")
    assert frame.replace("{body}", page).encode() == html.write(note, Layout())


@pytest.mark.parametrize("kind", kinds())
def test_a_mail_of_each_kind_is_the_text_and_the_page_that_were_looked_at(kind: str) -> None:
    raw = mail.write(note_of(kind), Layout())

    message = email.message_from_bytes(raw, policy=SMTP)
    assert isinstance(message, EmailMessage)
    plain, page = (str(part.get_content()) for part in message.iter_parts())
    frame = _frame_of_mail().replace(escape(NOTE.title), escape(note_of(kind).title))
    body = (GOLDEN / file_name(kind, ".body.html")).read_text("utf-8").removesuffix("\n")
    assert (GOLDEN / file_name(kind, ".txt")).read_text("utf-8") == unix(plain)
    assert frame.replace("{body}", body) == unix(page)


def _frame_of_mail() -> str:
    raw = (GOLDEN / "every-block.eml").read_bytes()
    message = email.message_from_bytes(raw, policy=SMTP)
    assert isinstance(message, EmailMessage)
    page = message.get_body(("html",))
    assert page
    return unix(str(page.get_content())).replace(html.body(NOTE), "{body}")


def unix(mailed: str) -> str:
    return mailed.replace("\r\n", "\n")


@pytest.mark.parametrize(("kind", "language"), product(kinds(), LANGUAGES))
def test_each_mark_of_each_kind_leads_to_its_source_and_back(kind: str, language: str) -> None:
    page = LexborHTMLParser(html.write(note_of(kind, language), Layout()))
    ids = [node.attributes["id"] for node in page.css("[id]")]
    led_to = {(node.attributes["href"] or "")[1:] for node in page.css('a[href^="#"]')}

    assert len(ids) == len(set(ids))
    assert {*ids} == led_to


@pytest.mark.parametrize(("kind", "language"), product(kinds(), LANGUAGES))
def test_no_kind_is_wider_than_its_columns(kind: str, language: str) -> None:
    rows = text.write(note_of(kind, language), Layout()).decode().splitlines()

    assert [] == [row for row in rows if width(row) > text.COLUMNS and "://" not in row]


LOOKED_AT = [
    *((kind, "en", "A4") for kind in kinds()),
    *(("note", "fr", paper) for paper in PAPERS),
    ("card", "fr", "Letter"),
]


@needs(chromium=CHROMIUM, pdftotext=PDFTOTEXT)
@pytest.mark.parametrize(("kind", "language", "paper"), LOOKED_AT)
def test_each_kind_is_printed_within_its_pages_and_leaves_no_heading_alone(
    kind: str, language: str, paper: str, tmp_path: Path
) -> None:
    note = note_of(kind, language)
    proper = replace(note, sections=tuple(s for s in note.sections if not s.is_annex))
    page = tmp_path / "note.html"
    page.write_bytes(html.write(proper, Layout(paper=paper)))

    sheets = text_of_pages(printed(page, tmp_path / "note.pdf"))

    headings = {node.text() for node in LexborHTMLParser(page.read_bytes()).css("h2, h3")}
    last_rows = [re.split(r"\n\s*", sheet.strip())[-3] for sheet in sheets]
    assert len(sheets) <= (note.pages or 99)
    assert set() == headings & {*last_rows}
