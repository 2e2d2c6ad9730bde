"""A mail's parts, found without trusting it: bounded in number, depth and length of header."""

import binascii
import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from itertools import islice

from briefing.errors import Problem
from briefing.reader.formats import text

MOST_PARTS = 100
"""How many parts of a mail are read."""
DEEPEST = 8
"""How many parts may stand within each other."""

_MOST_HEAD = 65_536
"""Bytes of a part's header lines that are read."""
_MOST_HEADERS = 100
_MOST_VALUE, _MOST_PART_VALUE = 1_000, 500
"""Code points of one header: the library takes time by the square of its length."""

UNREADABLE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the library raises on headers that do not keep RFC 5322."""

_HEAD = re.compile(rb"(?:[!-9;-~]+[ \t]*:[^\n]*(?:\n|\Z)|[ \t]+[^\n]*(?:\n|\Z))*")
_WANTED = re.compile(
    rb"^(?:from|to|cc|subject|date|sender|received|message-id|references|in-reply-to|mime-version|return-path|"
    rb"delivered-to|reply-to|content-[a-z-]+)[ \t]*:[^\n]*(?:\n|\Z)(?:[ \t]+[^\n]*(?:\n|\Z))*",
    re.IGNORECASE | re.MULTILINE,
)
_TYPE = re.compile(rb"^content-type", re.IGNORECASE | re.MULTILINE)
_BLANK = re.compile(rb"\r?\n")
_MAILBOX_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:>?From [^\n]*\n)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A mail or a part of one; its bytes are sliced only when they are read."""

    head: EmailMessage
    raw: bytes = field(repr=False)
    start: int
    end: int
    kind: str
    """Its media type in lower case, such as "text/plain"."""
    parts: tuple["Part", ...] = ()

    def header(self, name: str) -> str:
        """Return a header decoded and on one line; empty where it is missing or unreadable."""
        try:
            return " ".join(str(self.head.get(name, "")).split())
        except UNREADABLE:
            return ""

    def parameter(self, name: str) -> str:
        """Return a parameter of Content-Type; empty where it is missing or unreadable."""
        try:
            return str(self.head.get_param(name, ""))
        except UNREADABLE:
            return ""

    @property
    def is_container(self) -> bool:
        """Whether other parts stand in it."""
        return self.kind.startswith("multipart/") or self.kind == "message/rfc822"

    @property
    def encoding(self) -> str:
        """How its bytes are written: "base64", "quoted-printable", or as they are."""
        return self.header("content-transfer-encoding").casefold()

    @property
    def file_name(self) -> str:
        """What it is called as an attachment; empty where it has no name."""
        try:
            return self.head.get_filename("") or ""
        except UNREADABLE:
            return ""

    @property
    def is_attachment(self) -> bool:
        """Whether it says that it does not belong to the text."""
        return self.header("content-disposition").casefold().startswith("attachment")

    def content(self, name: str) -> bytes:
        """Return its bytes, decoded as they were sent."""
        return self._content(name)[0]

    def words(self, name: str) -> tuple[str, tuple[Problem, ...]]:
        """Return it as text, with what was wrong in its encoding."""
        content, problems = self._content(name)
        decoded = _decoded(content, self.parameter("charset"))
        if decoded is not None:
            return decoded, problems
        reading = text.read(content, name)
        return reading.text, (*problems, *(replace(each, line=None) for each in reading.problems))

    def _content(self, name: str) -> tuple[bytes, tuple[Problem, ...]]:
        encoded = self.raw[self.start : self.end]
        match self.encoding:
            case "base64":
                content, is_whole = _from_base64(encoded)
                cut = Problem(name, None, "a part of the mail is cut off; it is kept up to there")
                return content, () if is_whole else (cut,)
            case "quoted-printable":
                return quopri.decodestring(encoded), ()
        return encoded, ()


@dataclass(slots=True)
class Mail:
    """A mail's bytes as a tree of parts, and how much of it was left out."""

    raw: bytes = field(repr=False)
    root: Part = field(init=False)
    found: int = 0
    """How many parts there are, read or not."""
    is_too_deep: bool = False
    is_cut: bool = False
    """Whether a part has no end."""

    def __post_init__(self) -> None:
        start = _MAILBOX_LINE.match(self.raw)
        self.root = self._part(start.end() if start else 0, len(self.raw), 0)
        if not self.root.head.keys():  # a file without a head begins with its text
            self.root = replace(self.root, start=0)

    def _part(self, start: int, end: int, depth: int) -> Part:
        head, body = _head(self.raw, start, end)
        kind = _kind(head)
        part = Part(head=head, raw=self.raw, start=body, end=end, kind=kind)
        if not part.is_container or part.encoding == "base64":
            return part
        if depth >= DEEPEST:
            self.is_too_deep = True
            return part
        parts = tuple(self._within(part, depth + 1))
        has_none = not parts and self.found <= MOST_PARTS
        return replace(part, parts=parts, kind="text/plain" if has_none else kind)

    def _within(self, part: Part, depth: int) -> Iterator[Part]:
        for start, end in self._bounds(part):
            self.found += 1
            if self.found <= MOST_PARTS:
                yield self._part(start, end, depth)

    def _bounds(self, part: Part) -> Iterator[tuple[int, int]]:
        """Yield where the parts of a part begin and end (RFC 2046, section 5.1.1)."""
        if part.kind == "message/rfc822":
            yield part.start, part.end
            return
        boundary = part.parameter("boundary").encode("utf-8", "surrogateescape")
        if not boundary:
            return
        line = re.compile(rb"^--" + re.escape(boundary) + rb"(--)?[ \t]*\r?$", re.MULTILINE)
        start = None
        for found in line.finditer(self.raw, part.start, part.end):
            if start is not None:
                yield start, max(start, _line_end_before(self.raw, found.start()))
            if found[1]:
                return
            start = min(found.end() + 1, part.end)
        if start is not None:
            self.is_cut = True
            yield start, part.end


def _line_end_before(raw: bytes, at: int) -> int:
    """Return where the line end before a boundary begins, which belongs to the boundary."""
    at -= raw[at - 1 : at] == b"\n"
    return at - (raw[at - 1 : at] == b"\r")


class _ShortValues(EmailPolicy):
    """The library's default policy, its headers cut before it looks into them."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        is_of_part = name.lower().startswith("content-")
        return name, value[: _MOST_PART_VALUE if is_of_part else _MOST_VALUE]


_HEADS = BytesParser(EmailMessage, policy=_ShortValues())


def _head(raw: bytes, start: int, end: int) -> tuple[EmailMessage, int]:
    """Return a part's header lines, and where its body begins."""
    found = _HEAD.match(raw, start, min(end, start + _MOST_HEAD))
    below = found.end() if found else start
    wanted = islice(_WANTED.finditer(raw, start, below), _MOST_HEADERS)
    head = _parsed(b"".join(found.group() for found in wanted))
    is_cut = below == start + _MOST_HEAD < end
    if is_cut:
        blank = re.compile(rb"\n\r?\n").search(raw, below, end)
        return head, blank.end() if blank else end
    blank = _BLANK.match(raw, below, end)
    return head, blank.end() if blank else below


def _parsed(lines: bytes) -> EmailMessage:
    try:
        head = _HEADS.parsebytes(lines, headersonly=True)
    except UNREADABLE:  # the library asks for the type of what it has parsed
        head = _HEADS.parsebytes(_TYPE.sub(b"X-Content-Type", lines), headersonly=True)
    assert isinstance(head, EmailMessage)
    return head


def _kind(head: EmailMessage) -> str:
    try:
        return head.get_content_type()
    except UNREADABLE:
        return "text/plain"


# Bytes to text -----------------------------------------------------------------------------------

_WIDER = {"iso8859-1": "cp1252", "ascii": "utf-8", "gb2312": "gb18030"}
"""What is meant by some names (WHATWG Encoding Standard, section 4.2)."""
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"})
"""Codecs of Python that no mail is written in."""


def _decoded(content: bytes, charset: str) -> str | None:
    """Return bytes as their charset says; None where there is none, or they do not fit."""
    try:
        codec = codecs.lookup(charset.strip()).name
        if codec.replace("_", "-") in _NO_CHARSETS:
            return None
        return content.decode(_WIDER.get(codec, codec))
    except (LookupError, ValueError):
        return None


_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


def _from_base64(encoded: bytes) -> tuple[bytes, bool]:
    """Return what base64 stands for up to where it was cut, and whether it was whole."""
    letters = _NOT_BASE64.sub(b"", encoded)
    padding = encoded.rstrip()[-2:].count(b"=")
    is_whole = (len(letters) + padding) % 4 == 0
    usable = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    return binascii.a2b_base64(usable + b"=" * (-len(usable) % 4)), is_whole
