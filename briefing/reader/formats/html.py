"""Saved web pages: what a page says, without its menus, and where its links lead."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from briefing.errors import Problem
from briefing.reader.formats.layout import Layout
from briefing.reader.formats.markup import markup_of, words_of
from briefing.reader.formats.microdata import items
from briefing.reader.formats.schema_event import event_lines, event_of
from briefing.reader.formats.shown import asides, walk
from briefing.reader.formats.side_boxes import is_part, names_days
from briefing.reader.formats.text import kept
from briefing.reader.lines import Span
from briefing.reader.reading import Reading
from briefing.text import clean, squeeze

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

SUFFIXES = (".html", ".htm", ".xhtml")

STARTS = (b"<!DOCTYPE html", b"<!doctype html", b"<html", b"<HTML")

MEDIA_TYPE = "text/html"

_LONGEST_TITLE = 300
_LONGEST_ADDRESS = 2_000
_MOST_LINKS = 5_000

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS = _HEADINGS | frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "header",
        "hgroup",
        "hr",
        "legend",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
    ]
)
_LAID_OUT = _HEADINGS | {"table", "ul", "ol", "section", "article", "form", "hr"}
"""What no table of data has in its cells: a table with one of them only arranges the page."""


def read(raw: bytes, name: str) -> Reading:
    """Return the text of a page, above it what its JSON-LD adds on the one event it tells of."""
    from selectolax.lexbor import LexborHTMLParser

    markup = markup_of(raw, name)
    if not markup.is_parsable:
        return Reading(text=words_of(markup), problems=markup.problems)
    page = LexborHTMLParser(markup.text)
    layout, left_out = _laid_out(page)
    plain, _ = layout.finish(())
    title = _title(page)
    event = event_of(markup.linked_data, title, items(page))
    text, anchors = layout.finish(() if event is None else event_lines(event, plain))
    problems = list(markup.problems)
    if any(map(names_days, left_out)):
        message = "a side column with dates in it was left out; look there for what else is on"
        problems.append(Problem(name, None, message))
    if len(page.tags("a")) > _MOST_LINKS:
        message = f"the page has too many links; only the first {_MOST_LINKS:,} were kept"
        problems.append(Problem(name, None, message))
    if not text:
        problems.append(Problem(name, None, "there is no text in the page"))
    stated = Span(0, len(text)) if event is not None and text else None
    return Reading(text=text, problems=tuple(problems), anchors=anchors, title=title, stated=stated)


def _title(page: "LexborHTMLParser") -> str:
    heading, titled = page.css_first("h1"), page.css_first("title")
    named = (
        _property(page, "og:title"),
        heading.text() if heading else "",
        titled.text() if titled else "",
    )
    plain = (squeeze(clean(kept(one))) for one in named)
    return next((one for one in plain if one), "")[:_LONGEST_TITLE]


def _property(page: "LexborHTMLParser", name: str) -> str:
    found = page.css_first(f'meta[property="{name}"]')
    return (found.attributes.get("content") or "") if found else ""


def _base(page: "LexborHTMLParser") -> str:
    """Return the address that the page's own addresses start from; empty where it is not told."""
    base, canonical = page.css_first("base[href]"), page.css_first('link[rel="canonical"]')
    told = (
        base.attributes.get("href") if base else None,
        canonical.attributes.get("href") if canonical else None,
        _property(page, "og:url"),
    )
    return next((a for one in told if (a := _absolute(one or "", "")).startswith("http")), "")


def _absolute(address: str, base: str) -> str:
    """Return an address of the web or of mail; empty for any other and for one without a start."""
    bare = re.sub(r"[\t\r\n]", "", address).strip()
    if not bare or bare.startswith("#") or len(bare) > _LONGEST_ADDRESS:
        return ""
    try:
        whole = urljoin(base, bare)
        parts = urlsplit(whole)
    except ValueError:
        return ""
    leads = bool(parts.netloc) if parts.scheme in {"http", "https"} else parts.scheme == "mailto"
    is_clean = clean(whole) == whole and " " not in whole
    return whole if leads and is_clean else ""


def _laid_out(page: "LexborHTMLParser") -> tuple[Layout, list[str]]:
    """Return a page laid out, its boxes of facts below, and the side columns left out of it."""
    root, tables = _survey(page)
    writer = _Writer(_base(page), tables)
    _write(writer, root)
    left_out: list[str] = []
    for aside in asides(page):
        words = _plain(aside, tables)
        if is_part(words):
            writer.layout.end_block()
            _write(writer, aside)
        elif words:
            left_out.append(words)
    return writer.layout, left_out


def _write(writer: "_Writer", root: "LexborNode | None") -> None:
    for node, is_start in walk(root):
        tag = node.tag or ""
        if tag == "-text":
            writer.write(node.text_content or "")
        elif is_start:
            writer.begin(tag, node)
        else:
            writer.end(tag)


def _plain(node: "LexborNode", tables: frozenset[int]) -> str:
    writer = _Writer("", tables)
    _write(writer, node)
    return writer.layout.finish(())[0]


def _survey(page: "LexborHTMLParser") -> tuple["LexborNode | None", frozenset[int]]:
    """Return where the page's own text stands, and which tables only arrange it.

    That is its <main> or <article>, if one holds most of the text and the first heading.
    """
    amount, tables = 0, list[int]()
    layout_tables: set[int] = set()
    begun: list[tuple[LexborNode, int, bool]] = []
    best, most, has_heading = page.body, 0, False
    for node, is_start in walk(page.body):
        tag = node.tag or ""
        if tag == "-text":
            amount += len((node.text_content or "").strip())
        elif tag in {"main", "article"}:
            if is_start:
                begun.append((node, amount, has_heading))
            elif begun:
                part, before, is_below = begun.pop()
                if amount - before > most and not is_below:
                    best, most = part, amount - before
        elif tag == "table" and not is_start:
            tables.pop()
        elif is_start and tables and tag in _LAID_OUT:
            layout_tables.add(tables[-1])
        if tag == "table" and is_start:
            tables.append(node.mem_id)
        has_heading = has_heading or tag == "h1"
    return (best if most * 2 > amount else page.body), frozenset(layout_tables)


class _Writer:
    """Puts down what a page's elements mean for the layout."""

    def __init__(self, base: str, layout_tables: frozenset[int]) -> None:
        self.layout = Layout()
        self._base = base
        self._layout_tables = layout_tables
        self._tables: list[bool] = []
        self._items = 0
        self._links: list[bool] = []
        self._links_begun = 0
        self._preformatted = 0

    @property
    def _is_in_row(self) -> bool:
        return bool(self._tables) and self._tables[-1]

    def write(self, words: str) -> None:
        if not self._preformatted:
            self.layout.write(words)
            return
        for at, line in enumerate(words.split("\n")):
            if at:
                self._break()
            self.layout.write(line)

    def begin(self, tag: str, node: "LexborNode") -> None:
        if tag == "a":
            self._links_begun += 1
            href = node.attributes.get("href") or "" if self._links_begun <= _MOST_LINKS else ""
            address = _absolute(href, self._base)
            self._links.append(bool(address))
            if address:
                self.layout.begin_link(address)
        elif tag in {"td", "th"} and self._is_in_row:
            self.layout.begin_cell()
        elif tag == "li":
            self._items += 1
            self.layout.begin_item()
        else:
            self._around(tag)
        if tag == "table":
            self._tables.append(node.mem_id not in self._layout_tables)
        elif tag == "pre":
            self._preformatted += 1

    def end(self, tag: str) -> None:
        if tag == "a":
            if self._links.pop():
                self.layout.end_link()
        elif tag == "li":
            self._items -= 1
            self.layout.end_item()
        elif tag != "br":
            if tag == "table":
                self._tables.pop()
            elif tag == "pre":
                self._preformatted -= 1
            self._around(tag)

    def _around(self, tag: str) -> None:
        if tag == "br":
            self._break()
        elif tag == "tr":
            self.layout.end_line()
        elif tag in {"td", "th"} and not self._is_in_row:
            self.layout.end_block()
        elif tag in _BLOCKS:
            if self._is_in_row or self._items:
                self._break()
            else:
                self.layout.end_block()

    def _break(self) -> None:
        """End a line, but not inside of a row, which is one line."""
        if self._is_in_row:
            self.layout.write(" ")
        else:
            self.layout.end_line()
