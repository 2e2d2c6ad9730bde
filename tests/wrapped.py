"""An announcement's text in the other formats that people send it in."""

import io
from collections.abc import Callable, Iterator, Mapping
from email.message import EmailMessage
from html import escape
from textwrap import wrap

import docx

from briefing.reader import Incoming
from tests.reader.formats.pdfs import column, drawing, pdf

_LINES_ON_A_PAGE, _LETTERS_ON_A_LINE = 50, 90


def as_text(text: str) -> bytes:
    return text.encode()


def as_broken_text(text: str) -> bytes:
    """The lines broken as a mail program breaks them."""
    return "\n".join(_broken(text, 60)).encode()


def as_page(text: str) -> bytes:
    paragraphs = (escape(one).replace("\n", "<br>") for one in text.split("\n\n"))
    told = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"<!DOCTYPE html><html><body><main>{told}</main></body></html>".encode()


def as_word_document(text: str) -> bytes:
    document = docx.Document()
    for line in _printable(text).split("\n"):
        document.add_paragraph(line)
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def as_mail(text: str) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Bo Ferry <bo@tidewater.example>"
    mail["To"] = "ana@lantern.example"
    mail["Subject"] = "Fwd: something for you"
    mail["Date"] = "Mon, 08 Jan 2024 10:00:00 +0100"
    mail["Message-ID"] = "<wrapped@tidewater.example>"
    mail.set_content(_printable(text))
    return mail.as_bytes()


def as_calendar(text: str) -> bytes:
    description = _printable(text).replace("\\", "\\\\").replace("\n", "\\n")
    for mark in ",;":
        description = description.replace(mark, f"\\{mark}")
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:wrapped@tidewater.example",
        "DTSTART:20240612T080000Z", "SUMMARY:Something for you", f"DESCRIPTION:{description}",
        "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


def as_pdf(text: str) -> bytes:
    lines = [*_broken(_printable(text).encode("cp1252", "replace").decode("cp1252"))]
    firsts = range(0, len(lines), _LINES_ON_A_PAGE)
    pages = ("\n".join(lines[at : at + _LINES_ON_A_PAGE]) for at in firsts)
    return pdf(*(drawing(column(50, 800, one)) for one in pages))


FORMATS: Mapping[str, Callable[[str], bytes]] = {
    "plain.txt": as_text,
    "broken.txt": as_broken_text,
    "page.html": as_page,
    "document.docx": as_word_document,
    "mail.eml": as_mail,
    "calendar.ics": as_calendar,
    "drawn.pdf": as_pdf,
}


def in_all_formats(text: str) -> Iterator[Incoming]:
    return (Incoming(name=name, raw=wrapped(text)) for name, wrapped in FORMATS.items())


def _broken(text: str, most: int = _LETTERS_ON_A_LINE) -> Iterator[str]:
    for line in text.split("\n"):
        yield from wrap(line, most) or [""]


def _printable(text: str) -> str:
    """The text without what XML and mail heads can't hold."""
    return "".join(c for c in text if c == "\n" or c.isprintable())
