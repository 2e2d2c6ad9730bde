"""Text as WordprocessingML: runs in their script, marks that lead to their sources, links."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from briefing.note.blocks import Mark, Run, Text
from briefing.note.writers.docx.styles import Look, Looks


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What text is set with."""

    looks: Looks
    link: Callable[[str], str]
    """Address -> the id of the relationship that leads there."""


def inline(text: Text, press: Press, look: Look | None = None) -> str:
    """Return text as runs, in a character style where one is given."""
    return "".join(_run(run, press, look) for run in text)


def words(text: str, press: Press, look: Look | None = None, also: Look | None = None) -> str:
    """Return words as runs, a run for each change of direction or script.

    Word gives a run one character style: where there are two, what the other does is said of it.
    """
    style = look or also
    properties = f'<w:rStyle w:val="{press.looks.id(style)}"/>' if style else ""
    if look and also:
        properties += _ON_TOP[also]
    return "".join(
        f"<w:r>{_properties(properties + script)}"
        f'<w:t xml:space="preserve">{escape(legal(piece))}</w:t></w:r>'
        for piece, script in _pieces(text)
    )


def anchor(number: int) -> str:
    """Return the name of the bookmark on a source."""
    return f"source_{number}"


def is_right_to_left(text: str) -> bool:
    """Return whether all letters of a text run from right to left.

    A line of a list that only begins with an Arabic name stays with the others.
    """
    return bool(_FROM_RIGHT.search(text)) and not _FROM_LEFT.search(text)


def begins_from_right(text: str) -> bool:
    """Return whether the first letter of a text runs from right to left."""
    right, left = _FROM_RIGHT.search(text), _FROM_LEFT.search(text)
    return right is not None and (left is None or right.start() < left.start())


_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold (its section 2.2)."""


def legal(text: str) -> str:
    """Return text with what XML can't hold replaced."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


_ON_TOP = {
    Look.STRONG: "<w:b/><w:bCs/>",
    Look.LINK: '<w:color w:val="0B4F9E"/><w:u w:val="single"/>',
}

# Runs -------------------------------------------------------------------------------------------

_NO_BREAK = "\N{NO-BREAK SPACE}"
_NUMBER = re.compile(r"(\d+)")
_INSIDE = re.compile("(?<!,) ")
"""The space in "not checked", at which no line breaks."""
_SPACE = re.compile(" ")
_LONG_WORD = 24
"""In letters: what is longer may fill a column, so that the mark behind it begins a line."""
_SHORT_MARK = 16
"""In letters: what fits into a narrow column is never parted."""


def _run(run: Run, press: Press, look: Look | None) -> str:
    if run.is_link:
        target = quoteattr(press.link(run.text))
        linked = words(run.text, press, look, Look.LINK)
        text = f'<w:hyperlink r:id={target} w:history="1">{linked}</w:hyperlink>'
    else:
        text = words(run.text, press, look, Look.STRONG if run.is_strong else None)
    last_word = run.text.rpartition(" ")[2]
    gap = _NO_BREAK if run.is_link or len(last_word) <= _LONG_WORD else " "
    return text + _mark(run.mark, gap, press) if run.mark else text


def _mark(mark: Mark, gap: str, press: Press) -> str:
    """Return a mark whose numbers lead to their sources, with the gap that is before it."""
    waiting = [str(number) for number in mark.numbers]
    written = ""
    parting = _INSIDE if len(mark.words) > _SHORT_MARK else _SPACE
    for piece in _NUMBER.split(gap + parting.sub(_NO_BREAK, mark.words)):
        said = words(piece, press, Look.MARK) if piece else ""
        if waiting and piece == waiting[0]:
            target = anchor(int(waiting.pop(0)))
            said = f'<w:hyperlink w:anchor="{target}" w:history="1">{said}</w:hyperlink>'
        written += said
    return written


# Scripts ----------------------------------------------------------------------------------------

_HEBREW = "\u0590-\u05ff\ufb1d-\ufb4f"
_ARABIC = "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_OTHER_FROM_RIGHT = "\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT = f"{_HEBREW}{_ARABIC}{_OTHER_FROM_RIGHT}"
_KANA = "\u3041-\u30ff"
_HANGUL = "\u1100-\u11ff\uac00-\ud7a3"
_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

_FROM_RIGHT = re.compile(f"[{_RIGHT}]")
_FROM_LEFT = re.compile(f"[^\\W\\d_{_RIGHT}]")

_STRETCH = re.compile(
    # with what is of no direction between two words
    f"([{_RIGHT}]+(?:(?:[^\\w{_RIGHT}]|[0-9_])*[{_RIGHT}]+)*"
    f"|[{_HAN}]*[{_KANA}][{_KANA}{_HAN}]*"
    f"|[{_HAN}]*[{_HANGUL}](?:[{_HANGUL}{_HAN}]| (?=[{_HANGUL}]))*)"
)

_SCRIPTS = (
    (re.compile(f"[{_HEBREW}]"), '<w:rtl/><w:lang w:bidi="he-IL"/>'),
    (_FROM_RIGHT, '<w:rtl/><w:lang w:bidi="ar-SA"/>'),
    (re.compile(f"[{_KANA}]"), '<w:lang w:eastAsia="ja-JP"/>'),
    (re.compile(f"[{_HANGUL}]"), '<w:lang w:eastAsia="ko-KR"/>'),
)
"""A letter of the script -> how a stretch of it is set; Chinese is the document's default.

The complex-script font and size come from the styles: w:rtl asks for them (ECMA-376, 17.3.2.30).
"""


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    for position, piece in enumerate(_STRETCH.split(text)):
        if piece:
            yield piece, _script(piece) if position % 2 else ""


def _script(piece: str) -> str:
    return next(properties for letter, properties in _SCRIPTS if letter.search(piece))


def _properties(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""
