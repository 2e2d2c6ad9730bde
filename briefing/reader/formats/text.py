"""Plain text and Markdown: bytes to kept text, in which every character keeps its place."""

import codecs
import re
import unicodedata

from briefing.errors import Problem
from briefing.reader.reading import Reading

SUFFIXES = (".txt", ".text", ".md", ".markdown")
"""File names' endings that this module reads; it also reads whatever no other module knows."""

STARTS: tuple[bytes, ...] = ()

MEDIA_TYPE = "text/plain"

MOST_BYTES = 10_000_000
"""What a text may be long: some ten books, for which the reader takes more than a minute."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer first where one begins another (Unicode, section 23.8)."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def read(raw: bytes, name: str) -> Reading:
    """Return the kept text of a file of plain text. Lines are not joined."""
    decoded, problem = _decoded(raw, name)
    text = kept(decoded)
    problems = [problem] if problem else []
    if found := _CONTROLS.search(decoded):
        line = _LINE_ENDS.sub("\n", decoded).count("\n", 0, found.start()) + 1
        problems.append(Problem(name, line, "there are control codes in the text"))
    return Reading(text=text, problems=tuple(problems))


def kept(text: str) -> str:
    """Return text as it is kept: NFC, LF ends lines, hard spaces as spaces, controls as U+FFFD.

    After NFC each of them is replaced one for one, so that nothing moves.
    """
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", _SPACES.sub(" ", text))


def _decoded(raw: bytes, name: str) -> tuple[str, Problem | None]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, encoding, name)
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "the text is not UTF-8; it was read as Windows-1252, so look at its accents"
        return _western(raw), Problem(name, line, message)


def _marked(raw: bytes, encoding: str, name: str) -> tuple[str, Problem | None]:
    try:
        return raw.decode(encoding), None
    except UnicodeDecodeError:
        spoilt = raw.decode(encoding, errors="replace").removeprefix("\ufeff")
        return spoilt, Problem(name, None, "some bytes of the text could not be read")


def _western(raw: bytes) -> str:
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
