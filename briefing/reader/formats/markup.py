"""A page's bytes to markup that a parser can take: decoded, without scripts, not too deep."""

import codecs
import html
import re
from dataclasses import dataclass

from briefing.errors import Problem
from briefing.reader.formats.text import kept
from briefing.text import squeeze

MOST_BYTES = 20_000_000
"""What a page may be long; the rest is not read."""
_FEW_TAGS = 5_000
_MOST_TAGS = 200_000
"""About 300 bytes of memory each."""
_DEEPEST = 2_000
_LONGEST_TAG = 1_000
"""Code points without quoted values. The parser's time grows with the square of the attributes of
a tag, and with the square of the depth of tags that are left open."""

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
    decoded, problem = _decoded(raw[:MOST_BYTES], name)
    page = kept(decoded)
    problems = [problem] if problem else []
    if len(raw) > MOST_BYTES:
        problems.append(Problem(name, None, "the page is too long; only its first 20 MB were read"))
    scripts = tuple(found["data"] for found in _SKIPPED.finditer(page) if found["data"])
    text = _SKIPPED.sub(" ", page)
    is_parsable = _is_parsable(text)
    if not is_parsable:
        message = "the page is built too deep to be laid out; only its words were kept, no links"
        problems.append(Problem(name, None, message))
    return Markup(text=text, linked_data=scripts, is_parsable=is_parsable, problems=tuple(problems))


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


def _is_parsable(text: str) -> bool:
    """Return whether the depth stays reasonable, counted so that it can only be too high.

    Only an end right behind its own beginning counts, and none inside of a tag.
    """
    bare = _QUOTED.sub("=", text)
    open_tags: list[str] = []
    count = deepest = 0
    is_whole = True
    for found in _TAG.finditer(bare):
        slash, tag, attributes, end = found[1], found[2].lower(), found[3], found[4]
        if len(attributes) > _LONGEST_TAG:
            return False
        if not slash:
            count += 1
            if tag not in _CLOSED_BY_OTHERS:
                open_tags.append(tag)
        elif is_whole and open_tags and open_tags[-1] == tag:
            open_tags.pop()
        is_whole = bool(end) and not (attributes.count('"') % 2 or attributes.count("'") % 2)
        deepest = max(deepest, len(open_tags))
        if count > _MOST_TAGS or (deepest > _DEEPEST and count > _FEW_TAGS):
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
