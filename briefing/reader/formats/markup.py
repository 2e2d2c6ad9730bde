"""A page's bytes to markup that a parser can take: decoded, without scripts, not too deep."""

import codecs
import html
import re
from dataclasses import dataclass

from briefing.errors import Problem
from briefing.reader.formats.text import kept
from briefing.text import squeeze

MOST_BYTES = 10_000_000
"""What a page may be long without the pictures put into it; the rest is not read."""
_MOST_BYTES_WITH_PICTURES = 100_000_000
_MOST_TAGS = 400_000
"""Beginnings and ends: about 150 bytes of memory each."""
_MOST_EFFORT = 200_000_000
"""Steps of the parser: about half a second."""

_DECLARED = re.compile(
    rb"<(?:meta\s[^<>]{0,200}?charset|\?xml\s[^<>]{0,100}?encoding)\s*=\s*[\"']?\s*"
    rb"([\w.:-]{1,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
_READ_AS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
"""As browsers read them (WHATWG, Encoding Standard, section 4.2; HTML, section 13.2.3.2)."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """A page without its scripts, styles and comments."""

    text: str
    linked_data: tuple[str, ...]
    """The JSON-LD that stood in it."""
    is_parsable: bool
    """Whether a parser gets through it in reasonable time and memory."""
    problems: tuple[Problem, ...]


def markup_of(raw: bytes, name: str) -> Markup:
    """Return the markup of a page's bytes, decoded as it says it is written."""
    bare = _PICTURE.sub(b"", raw[:_MOST_BYTES_WITH_PICTURES])
    decoded, problem = _decoded(bare[:MOST_BYTES], name)
    page = kept(decoded)
    problems = [problem] if problem else []
    if len(bare) > MOST_BYTES or len(raw) > _MOST_BYTES_WITH_PICTURES:
        problems.append(Problem(name, None, "the page is too long; only its first 10 MB were read"))
    scripts = tuple(found["data"] for found in _SKIPPED.finditer(page) if found["data"])
    text = _SKIPPED.sub(" ", page)
    is_parsable = _is_parsable(text)
    if not is_parsable:
        message = "the page is too deep or too long to be laid out; only its words were kept"
        problems.append(Problem(name, None, message))
    return Markup(text=text, linked_data=scripts, is_parsable=is_parsable, problems=tuple(problems))


_PICTURE = re.compile(rb"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]+")
_SKIPPED = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?:script|style)\b[^<>]*/>"
    r"|<script\b[^<>]*\btype\s*=\s*[\"']?application/ld\+json[^<>]*>"
    r"(?P<data>.*?)(?:</script\b[^<>]*>?|\Z)"
    r"|<(?P<raw>script|style)(?=[\s>]).*?(?:</(?P=raw)\b[^<>]*>?|\Z)",
    re.IGNORECASE | re.DOTALL,
)
"""A script that is closed in its own tag is XHTML."""


def _decoded(raw: bytes, name: str) -> tuple[str, Problem | None]:
    marked = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)
    declared = marked or _declared(raw)
    if declared:
        try:
            return raw.decode(declared), None
        except UnicodeDecodeError:
            message = "some bytes of the page could not be read"
            return raw.decode(declared, "replace"), Problem(name, None, message)
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "the page is not UTF-8; it was read as Windows-1252, so look at its accents"
        return raw.decode("cp1252", "replace"), Problem(name, line, message)


def _declared(raw: bytes) -> str:
    found = _DECLARED.search(raw[:_DECLARED_WITHIN])
    label = found.group(1).decode("ascii", "replace").lower() if found else ""
    if not _OF_PAGES.fullmatch(label):
        return ""
    try:
        return codecs.lookup(_READ_AS.get(label, label)).name
    except LookupError:
        return ""


_OF_PAGES = re.compile(
    r"(?:utf-?(?:8|16(?:le|be)?)|windows-|cp|iso-8859-|latin|us-ascii|ascii|koi8-|"
    r"macintosh|gbk?|big5|euc-|shift[_-]jis|iso-2022-jp)[\w-]{0,12}"
)
"""Python has codecs too that are none of the web's."""


_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)([^<>]*)(>?)")
_QUOTED = re.compile(r"=\s*(?:\"[^\"<]*\"|'[^'<]*')")
_CLOSED_BY_OTHERS = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "tfoot",
        "dt",
        "dd",
        "option",
        "optgroup",
        "colgroup",
        "rt",
        "rp",
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
"""Elements that may be left open or have no end (HTML, sections 13.1.2 and 13.1.2.4)."""


_STYLING = frozenset(
    [
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    ]
)


def _is_parsable(text: str) -> bool:
    """Return whether a parser gets through, by an estimate that can only be too high.

    It looks through all open elements at any tag, makes styling ones anew in any block where they
    were left open (HTML, section 13.2.4.3), and compares each attribute of a tag with all others.
    Only an end right behind its own beginning closes here, and none inside of a tag.
    """
    open_tags: list[str] = []
    effort = styling = 0
    is_whole = True
    for count, found in enumerate(_TAG.finditer(_QUOTED.sub("=", text))):
        tag, attributes = found[2].lower(), found[3]
        if not found[1]:
            if tag not in _CLOSED_BY_OTHERS:
                open_tags.append(tag)
                styling += tag in _STYLING
        elif is_whole and open_tags and open_tags[-1] == tag:
            open_tags.pop()
            styling -= tag in _STYLING
        is_whole = bool(found[4]) and not any(attributes.count(mark) % 2 for mark in "\"'")
        effort += len(open_tags) + 400 * styling + len(attributes) ** 2 // 25
        if count > _MOST_TAGS or effort > _MOST_EFFORT:
            return False
    return True


_INLINE = re.compile(
    r"</?(?:a|abbr|b|em|font|i|small|span|strong|sub|sup|time|u)\b[^<>]*>?", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>?")


def words_of(markup: Markup) -> str:
    """Return the words of a page that can't be parsed: a line wherever a tag stood."""
    spaced = _ANY_TAG.sub("\n", _INLINE.sub("", markup.text))
    lines = (squeeze(line) for line in kept(html.unescape(spaced)).split("\n"))
    return "\n".join(line for line in lines if line)
