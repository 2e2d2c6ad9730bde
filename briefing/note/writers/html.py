"""A note as one HTML file that loads and runs nothing: for a phone, a screen and paper.

How it looks stands in html.css beside it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib import resources

from briefing.note.blocks import (
    Block,
    BriefingNote,
    Bullets,
    Facts,
    Heading,
    Item,
    Mark,
    Paragraph,
    Run,
    Section,
    SourceEntry,
    Sources,
    Table,
    Text,
)
from briefing.note.layout import Layout
from briefing.note.words import Words, known_language
from briefing.note.writers.titles import parted, running


def write(note: BriefingNote, layout: Layout) -> bytes:
    """Return the note as an HTML document in UTF-8."""
    language = known_language(note.language)
    author = f'<meta name="author" content="{escape(layout.author)}">\n' if layout.author else ""
    return _DOCUMENT.format(
        language=language,
        author=author,
        title=escape(note.title),
        style=style_sheet("html.css") + _page_rule(note, layout),
        skip=escape(Words(language).say("Skip to the text")),
        body=body(note),
    ).encode()


def _page_rule(note: BriefingNote, layout: Layout) -> str:
    foot = f"@bottom-left {{ content: {_css_string(running(note))}; }}"
    return f"@page {{ size: {layout.paper}; {foot} }}\n"


def _css_string(text: str) -> str:
    """Return text as a string of a style sheet, where nothing ends it or the sheet."""
    return '"{}"'.format("".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text))


def body(note: BriefingNote) -> str:
    """Return what stands in the body of the document: header, main part and footer."""
    return "\n".join(_Body(note).lines())


@cache
def style_sheet(name: str) -> str:
    """Return one of the style sheets beside this module."""
    return resources.files("briefing.note.writers").joinpath(name).read_text("utf-8")


_DOCUMENT = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="referrer" content="no-referrer">
{author}<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#text">{skip}</a>
{body}
</body>
</html>
"""
_OURS = 'dir="ltr"'
"""The direction of every language that our own words are in."""


class _Body:
    """A note on its way to HTML; it counts how often each source was used, for the way back."""

    def __init__(self, note: BriefingNote) -> None:
        self._note = note
        self._words = Words(known_language(note.language))
        self._uses = Counter(number for mark in note.marks for number in mark.numbers)
        self._used = Counter[int]()

    def lines(self) -> Iterator[str]:
        yield from self._header()
        yield '<main id="text">'
        for section in self._note.sections:
            yield from self._section(section)
        yield "</main>"
        if self._note.marking:
            yield f"<footer>{self._marking()}</footer>"

    def _marking(self) -> str:
        return f'<p class="marking" dir="auto">{escape(self._note.marking)}</p>'

    def _header(self) -> Iterator[str]:
        yield "<header>"
        if self._note.marking:
            yield self._marking()
        yield f"<h1>{_title(self._note.title)}</h1>"
        yield from self._facts(self._note.header)
        yield "</header>"

    def _section(self, section: Section) -> Iterator[str]:
        name = section.name.replace(" ", "-")
        yield f'<section class="{name} annex">' if section.is_annex else f'<section class="{name}">'
        yield f'<h2 dir="auto">{escape(section.heading)}</h2>'
        for block in section.blocks:
            yield from self._block(block)
        yield "</section>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield f'<h3 dir="auto">{escape(block.text)}</h3>'
            case Paragraph():
                yield f'<p dir="auto">{self._text(block.text, isolated=False)}</p>'
            case Bullets():
                yield from self._list(block.items)
            case Facts():
                yield from self._facts(block)
            case Table():
                yield from self._table(block)
            case Sources():
                yield from self._sources(block)

    def _facts(self, facts: Facts) -> Iterator[str]:
        if facts.rows:
            yield "<dl>"
            for row in facts.rows:
                yield f"<div><dt>{escape(row.label)}</dt>"
                yield f"<dd>{self._text(row.text)}</dd>"
                if row.under:
                    yield "<dd>"
                    yield from self._list(row.under)
                    yield "</dd>"
                yield "</div>"
            yield "</dl>"

    def _list(self, items: tuple[Item, ...]) -> Iterator[str]:
        yield f"<ul {_OURS}>"
        for item in items:
            yield self._item(item)
        yield "</ul>"

    def _item(self, item: Item) -> str:
        label = escape(self._words.label(item.label)) if item.label else ""
        labelled = f'<b class="label">{label}</b> ' if label else ""
        under = "\n".join(("", *self._list(item.under), "")) if item.under else ""
        return f"<li>{labelled}{self._text(item.text)}{under}</li>"

    # Tables -------------------------------------------------------------------------------------
    # Roles are said again, for a style that shows rows as blocks would take them away.

    def _table(self, table: Table) -> Iterator[str]:
        yield '<table role="table">'
        yield from _widths(table)
        yield '<thead role="rowgroup"><tr role="row">'
        for column in table.columns:
            yield _column_head(column)
        yield '</tr></thead>\n<tbody role="rowgroup">'
        for first, *others in table.rows:
            yield '<tr role="row">'
            yield f"{_ROW_HEAD}{self._text(first)}</th>" if first else _NO_HEAD
            for column, cell in zip(table.columns[1:], others, strict=True):
                yield f'<td role="cell" data-label="{escape(column)}">{self._text(cell)}</td>'
            yield "</tr>"
        yield "</tbody>\n</table>"

    # Sources ------------------------------------------------------------------------------------

    def _sources(self, sources: Sources) -> Iterator[str]:
        yield "<ol>"
        described = set[str]()
        for entry in sources.entries:
            known = entry.source in described
            described.add(entry.source)
            source = self._text(entry.description[:1] if known else entry.description)
            back = " ".join(self._back(entry.number))
            yield (
                f'<li id="source-{entry.number}">'
                f"{self._words.label(source)} {self._passage(entry)} {back}</li>"
            )
        yield "</ol>"

    def _passage(self, entry: SourceEntry) -> str:
        quoted = self._words.quote(entry.words) if entry.words else ""
        told = ", ".join(_isolated(escape(part)) for part in (quoted, entry.place) if part)
        return told or escape(self._words.say("as a whole"))

    def _back(self, number: int) -> Iterator[str]:
        said = escape(self._words.say("Back to {number} in the text", number=number))
        uses = self._uses[number]
        for use in range(1, uses + 1):
            label = f"{said} ({use})" if uses > 1 else said
            yield (
                f'<a class="back" role="doc-backlink" href="#mark-{number}-{use}"'
                f' aria-label="{label}">↑</a>'
            )

    # Text ---------------------------------------------------------------------------------------

    def _text(self, text: Text, *, isolated: bool = True) -> str:
        """Return text whose runs have each a direction of their own, or all of them one."""
        return "".join(self._run(run, isolated=isolated) for run in text)

    def _run(self, run: Run, *, isolated: bool) -> str:
        text = escape(run.text)
        if run.is_link:
            written = f'<a href="{text}">{text}</a>'
        else:
            written = _isolated(text) if isolated else _held_together(text)
        if run.is_strong:
            written = f"<strong>{written}</strong>"
        return f"{written}{_GLUE}{self._mark(run.mark)}" if run.mark else written

    def _mark(self, mark: Mark) -> str:
        """Return a mark with its numbers as links; a short one is never parted."""
        kind = "mark" if mark.checked and mark.numbers else "mark open"
        known = set(map(str, mark.numbers))
        words = "".join(
            self._note_reference(int(piece)) if piece in known else escape(piece)
            for piece in _NUMBER.split(mark.words)
        )
        if len(mark.words) <= _SHORT_MARK:
            words = _SPACE_IN_TEXT.sub(_GLUE, words)
        return f'<span class="{kind}" {_OURS}>{words}</span>'

    def _note_reference(self, number: int) -> str:
        self._used[number] += 1
        id = f"mark-{number}-{self._used[number]}"
        return f'<a role="doc-noteref" id="{id}" href="#source-{number}">{number}</a>'


_NUMBER = re.compile(r"(\d+)")
_SPAN_OF_NUMBERS = re.compile(r"\d[\d:.]*–\d[\d:.]*")
_QUOTED_LEFTWARD = re.compile(r"(“|«\s?)([^”»]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][^”»]*)")
"""A quotation in a script that runs to the left, up to the mark that ends it."""
_PUNCTUATION_BEFORE = re.compile(r"[\s,;:.)]*")
_SPACE_IN_TEXT = re.compile(r" (?![^<]*>)")
_GLUE = "&nbsp;"
_SHORT_MARK = 30
"""In characters: about a line of a phone."""
_ROW_HEAD = '<th scope="row" role="rowheader">'
_NO_HEAD = '<td role="cell"></td>'


def _title(title: str) -> str:
    """Return the title with the kind of note, which stands before its first colon, as a line."""
    kind, colon, subject = map(escape, parted(title))
    if not kind:
        return _isolated(subject)
    return (
        f'<span class="kind">{kind}<span class="unseen">{colon}</span></span> <bdi>{subject}</bdi>'
    )


def _isolated(escaped: str) -> str:
    """Return text with a direction of its own, but for the punctuation that ties it to others."""
    start = _PUNCTUATION_BEFORE.match(escaped)
    before = start.group() if start else ""
    rest = escaped[len(before) :]
    inner = _QUOTED_LEFTWARD.sub(r"\1<bdi>\2</bdi>", rest)
    return f"{before}<bdi>{_held_together(inner)}</bdi>" if rest else before


def _held_together(escaped: str) -> str:
    """Return text in which no line ends within "09:00–10:30"."""
    return _SPAN_OF_NUMBERS.sub(r'<span class="whole">\g<0></span>', escaped)


def _widths(table: Table) -> Iterator[str]:
    whole = sum(table.shares)
    if whole:
        columns = (f'<col style="width: {100 * share / whole:.4g}%">' for share in table.shares)
        yield f"<colgroup>{''.join(columns)}</colgroup>"


def _column_head(column: str) -> str:
    if not column:
        return _NO_HEAD
    return f'<th scope="col" role="columnheader" dir="auto">{escape(column)}</th>'
