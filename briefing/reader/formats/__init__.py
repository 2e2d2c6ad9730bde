"""Bytes to Reading: a module a format."""

from briefing.reader.formats import docx, html, ics, mail, pdf, text
from briefing.reader.formats.form import Format
from briefing.reader.reading import Reading

FORMATS: tuple[Format, ...] = (pdf, docx, html, ics, mail, text)
"""What can be read; plain text is also whatever no other format knows."""


def format_of(raw: bytes, name: str) -> Format:
    """Return the format of bytes: by how they begin, else by the ending of the file's name."""
    beginning = (form for form in FORMATS if raw.startswith(form.STARTS))
    ending = (form for form in FORMATS if name.lower().endswith(form.SUFFIXES))
    return next(beginning, next(ending, text))


def reading_of(raw: bytes, name: str) -> Reading:
    """Return what the format of bytes makes of them; it never raises on content."""
    return format_of(raw, name).read(raw, name)


def may_be_read(raw: bytes, name: str) -> bool:
    """Return whether bytes are of a format with text in it, so far as one can tell from outside.

    What no format knows is text only if its name says so.
    """
    form = format_of(raw, name)
    if form is not text:
        return True
    return name.lower().endswith(text.SUFFIXES) and len(raw) <= text.MOST_BYTES
