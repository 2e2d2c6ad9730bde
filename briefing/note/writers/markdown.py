"""A note as CommonMark that reads well raw and rendered; text from records stays plain text."""

import re

from briefing.note.blocks import BriefingNote, Run, Text
from briefing.note.layout import Layout
from briefing.note.lines import Line, Style, lines


def write(note: BriefingNote, layout: Layout) -> bytes:
    """Return the note as CommonMark 0.31 in UTF-8."""
    return "".join(f"{_line(line)}\n" for line in lines(note)).encode()


_PREFIXES = {
    Style.TITLE: "# ",
    Style.HEADING: "## ",
    Style.SUBHEADING: "### ",
    Style.BULLET: "- ",
}
_INDENT = "  "


def _line(line: Line) -> str:
    prefix = f"{line.number}. " if line.style is Style.NUMBERED else _PREFIXES.get(line.style, "")
    return f"{_INDENT * line.depth}{prefix}{_text(line.text)}"


def _text(text: Text) -> str:
    written = ""
    for run in text:
        piece = _run(run)
        # "[3]" and "(" would be a link
        after_mark = written.endswith("]") and piece.startswith("(")
        written += f"\\{piece}" if after_mark else piece
    return _AT_LINE_END.sub(r"\\\g<0>", _AT_LINE_START.sub(r"\1\\\2", written))


def _run(run: Run) -> str:
    if run.is_link:
        text = f"<{run.text}>"
    else:
        is_strong = run.is_strong and bool(run.text)
        text = f"**{_escaped(run.text)}**" if is_strong else _escaped(run.text)
    return f"{text} {run.mark.words}" if run.mark else text


# CommonMark 0.31, section 2.4, and what GitHub adds to it: tables, strike-through, formulas
_SPECIAL = re.compile(r"[\\`*\[\]<|~$]|&(?=#?\w*(?:;|$))|(?<![^\W_])_|_(?![^\W_])")
_AT_LINE_START = re.compile(r"^(\d{0,9})([#+>=.)-])")
_AT_LINE_END = re.compile(r"(?<=\s)#+$")
"""It would close a heading."""


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
