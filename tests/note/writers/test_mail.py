import email
import re
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given, settings, strategies as st
from selectolax.lexbor import LexborHTMLParser

from briefing.note.blocks import BriefingNote, one_line
from briefing.note.layout import Attached, Layout
from briefing.note.writers import html, mail, text
from tests.note.writers.hostile import ANY_TEXT, TEXTS, hostile_note
from tests.note.writers.looked_at import looked_at
from tests.note.writers.sample import NOTE

CALENDAR = Attached(
    name="Harbour Lights.ics",
    content_type="text/calendar; method=PUBLISH",
    content="BEGIN:VCALENDAR\r\nSUMMARY:Hafenlichter – 海底\r\nEND:VCALENDAR\r\n".encode(),
)
DOCUMENT = Attached(
    name="مرفأ.pdf", content_type="application/pdf", content=b"%PDF-1.7\n\x00\xff\r\n\n"
)
HEADERS = {"subject", "x-unsent", "content-language", "content-type", "mime-version"}
LAYOUT = Layout(attached=(CALENDAR, DOCUMENT))


def written(note: BriefingNote, layout: Layout = LAYOUT) -> EmailMessage:
    message = email.message_from_bytes(mail.write(note, layout), policy=SMTP)
    assert isinstance(message, EmailMessage)
    return message


def body_of(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body
    return str(body.get_content())


def unix(content: bytes) -> str:
    """Return text with the line ends that a mail's policy gives it taken back."""
    return content.decode().replace("\r\n", "\n")


def test_a_note_of_every_block_is_written_as_it_was_last_looked_at() -> None:
    assert looked_at("every-block.eml", mail.write(NOTE, LAYOUT)) == mail.write(NOTE, LAYOUT)


def test_a_mail_is_a_draft_of_nobody_to_nobody() -> None:
    message = written(NOTE, Layout(author="Kari Eksempel"))

    assert "1" == message["X-Unsent"]
    assert HEADERS == {name.lower() for name in message}


def test_the_subject_is_the_title() -> None:
    long = (
        "Note de préparation : " + "Unterseekabelinstandsetzungsverantwortlichkeit – 海底电缆 " * 6
    )

    assert NOTE.title == written(NOTE)["Subject"]
    assert long.strip() == written(replace(NOTE, title=long.strip()))["Subject"]


def test_the_body_is_the_note_as_text_and_as_a_page() -> None:
    message = written(NOTE)

    assert text.write(NOTE, Layout()).decode() == body_of(message, "plain").replace("\r\n", "\n")
    page = LexborHTMLParser(body_of(message, "html"))
    assert page.css_first("header .marking")
    assert html.body(NOTE) in body_of(message, "html").replace("\r\n", "\n")


def test_the_first_line_of_both_is_the_marking() -> None:
    message = written(NOTE)

    assert body_of(message, "plain").startswith("For my office\r\n")
    page = LexborHTMLParser(body_of(message, "html"))
    assert page.body
    assert page.body.text().strip().startswith("For my office")


def test_a_mail_without_files_is_two_readings_of_one_text() -> None:
    message = written(NOTE, Layout())

    assert "multipart/alternative" == message.get_content_type()
    assert ["text/plain", "text/html"] == [part.get_content_type() for part in message.iter_parts()]


def test_files_are_attached_whole_with_name_and_method() -> None:
    calendar, document = written(NOTE).iter_attachments()

    assert "text/calendar" == calendar.get_content_type()
    assert {"method": "PUBLISH", "charset": "utf-8"} == dict(calendar["Content-Type"].params)
    assert CALENDAR.name == calendar.get_filename()
    assert CALENDAR.content == calendar.get_payload(decode=True)
    assert "application/pdf" == document.get_content_type()
    assert DOCUMENT.name == document.get_filename()
    assert DOCUMENT.content == document.get_payload(decode=True)


def test_the_page_in_a_mail_loads_nothing() -> None:
    page = LexborHTMLParser(body_of(written(NOTE), "html"))

    assert not page.css("script, link, img, iframe, object, base, form")
    assert not re.search(r"url\(|@import|//", html.style_sheet("mail.css"))


def test_a_note_makes_the_same_mail_each_time() -> None:
    assert mail.write(NOTE, LAYOUT) == mail.write(NOTE, LAYOUT)


@pytest.mark.parametrize(
    "title",
    [
        "=?utf-8?q?=0D=0ABcc=3A_mallory=40evil.example?=",
        "=?utf-8?b?QmNjOiBtYWxsb3J5?= and =?x?q?y?=",
        "Bcc: mallory@evil.example",
        "Tea\u2028Bcc: mallory@evil.example",
        "a" * 2000,
        "海" * 700,
        "é" + " " + "=" * 90,
    ],
    ids=range(7),
)
def test_no_title_becomes_a_header(title: str) -> None:
    clean = one_line(title)

    message = written(replace(NOTE, title=clean))

    assert clean == message["Subject"]
    assert not message["Bcc"]
    assert 2 == len(list(message.iter_attachments()))


@settings(deadline=None)
@given(st.text(max_size=200) | ANY_TEXT)
def test_any_title_reads_back_as_it_was(title: str) -> None:
    clean = one_line(title)

    message = written(replace(NOTE, title=clean), Layout())

    assert clean == message["Subject"]
    assert HEADERS == {name.lower() for name in message}


def test_no_name_of_a_file_becomes_a_header() -> None:
    named = replace(CALENDAR, name='a"\r\nBcc: mallory@evil.example\r\n\r\n; x="y.ics')

    message = written(NOTE, Layout(attached=(named,)))

    (attachment,) = message.iter_attachments()
    assert not message["Bcc"]
    assert not attachment["Bcc"]
    assert CALENDAR.content == attachment.get_payload(decode=True)


@settings(deadline=None)
@given(TEXTS)
def test_hostile_text_is_read_back_as_it_was(texts: list[str]) -> None:
    note = hostile_note(texts)

    message = written(note)

    assert unix(text.write(note, Layout())) == body_of(message, "plain").replace("\r\n", "\n")
    assert html.body(note) in body_of(message, "html").replace("\r\n", "\n")
    assert [CALENDAR.content, DOCUMENT.content] == [
        part.get_payload(decode=True) for part in message.iter_attachments()
    ]


def test_no_line_of_a_mail_is_longer_than_servers_take() -> None:
    long = replace(NOTE, title="海" * 700)

    assert max(map(len, mail.write(long, LAYOUT).split(b"\r\n"))) <= 998
