"""A note to bytes: a module a format, imported when it is asked for."""

from collections.abc import Mapping
from importlib import import_module

from briefing.note.blocks import BriefingNote
from briefing.note.layout import Layout

FORMATS: Mapping[str, str] = {
    ".md": "markdown",
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".txt": "text",
    ".eml": "mail",
}
"""The ending of a file -> the module that writes such files."""


def write(suffix: str, note: BriefingNote, layout: Layout) -> bytes:
    """Return the note as a file with some ending of `FORMATS`."""
    module = import_module(f"{__name__}.{FORMATS[suffix]}")
    written: bytes = module.write(note, layout)
    return written
