"""A place on lines of its own, unlabelled: right below or above the day and the hour."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.reader.candidate import Candidate
from briefing.reader.fields import modes, places
from briefing.reader.labelled import Label
from briefing.reader.lines import Line
from briefing.reader.portion import Portion
from briefing.reader.shapes import Shape, Shaped

_RIGHT_BELOW = 2
"""Lines below a day: its hour, and the place."""
_MOST_BELOW, _MOST_ABOVE, _MOST_LINES = 4, 2, 4
AT_SITE = "venue.site-beside-day"
"""The rule of a room, house or street beside the day."""
_NO_PLACE = (Shape.DATE, Shape.TIME, Shape.CHROME)
_WHEN = (Label.DATE, Label.TIME, Label.END)


def beside_day(portion: Portion) -> Candidate[str] | None:
    """Return the place of the lines that stand beside the first days and hours of an event."""
    lines = portion.segment.lines
    for n, x in enumerate(lines):
        if x.shape is Shape.SLOT:
            return None
        if _tells_when(x) or _is_title(portion, x):
            line = next(_near(portion, lines, n), None)
            if line is not None:
                found = at_line(portion, line, "venue.beside-day")
                rows = portion.text[found.start : found.end].split("\n")
                is_site = any(places.is_site(row.strip()) for row in rows)
                return replace(found, rule=AT_SITE) if is_site else found
    return None


def at_line(portion: Portion, line: Line, rule: str) -> Candidate[str]:
    """Return the place of a line, with the lines right below that go on with it."""
    start, end, count = line.end - len(_bare(line)), _end_of(line), 1
    goes_on = not portion.text[end : line.end].strip(" ,;")
    below = [x for x in portion.lines if x.start > line.start] if goes_on else []
    for other in below:
        is_more = not other.gap and count < _MOST_LINES and places.is_place_part(other.text)
        if not is_more or portion.text[end : other.start].strip(" ,;\n"):
            break
        end, count = _end_of(other), count + 1
        if end < other.end:
            break
    words = portion.text[start:end]
    return Candidate(
        value=" ".join(words.split()), start=start, end=end, rule=rule,
        confidence=0.85 if rule == "venue.line" else 0.7,
    )  # fmt: skip


def _bare(line: Line) -> str:
    """Return a line without the sign of a quoted mail, and without "at the" before a place."""
    words = line.text.lstrip("> ")
    lead = _AT.match(words)
    return words[lead.end() :] if lead else words


_AT = re.compile(
    r"(?:[^.,;:?!\n\d]{2,60} (?:takes? place|(?:is|are|be) held|meets?|finner sted|holdes"
    r"|(?:a|ont|aura|auront) lieu|se tien(?:t|nent|dra|dront)|tienen? lugar|se celebran?) )?"
    r"(?:at|in|à|au|aux|en|im|in der|in den|i|på|hos|venue)(?: the| la| el| l['’]| le)?:?"
    r"(?:\s|(?<=['’]))(?=[^\W\d_a-z]|\d)"
)


def _end_of(line: Line) -> int:
    """Return where the place on a line ends: before "and online"."""
    tail = modes.implied_by(line.text)
    words = line.text[: tail.start()] if tail else line.text
    words = places.without_note(places.before_sentences(words))
    return line.start + len(words.rstrip(" .,;|"))


def _is_title(portion: Portion, x: Shaped) -> bool:
    title = portion.segment.title
    return title is not None and x.line.start <= title.start < x.line.end


def _tells_when(x: Shaped) -> bool:
    if x.label is not None:
        return x.label.label in _WHEN
    return x.shape in (Shape.DATE, Shape.TIME)


_HOUR = re.compile(
    r"(?:kl\.?|um|at|from|von|ab|de|à)?\s{0,2}\d{1,2}[^()]{0,30}\([^()]{3,60}\)", re.IGNORECASE
)
"""An hour with a remark that looks like a programme's: "Kl. 8.30 (doors open at 8)"."""


def _near(portion: Portion, lines: Sequence[Shaped], at: int) -> Iterator[Line]:
    """Yield the lines beside a day, below first; none beyond running text or a wide gap."""
    title = portion.segment.title
    for step, most in ((1, _MOST_BELOW), (-1, _MOST_ABOVE)):
        for n in range(at + step, at + step * (most + 1), step):
            if not 0 <= n < len(lines):
                break
            if lines[n].shape is Shape.SLOT:
                if n == at + 1 and not lines[n].line.gap and _HOUR.fullmatch(lines[n].line.text):
                    continue
                break
            is_headed = places.is_place_before_sentences(_bare(lines[n].line))
            is_prose = lines[n].shape is Shape.PROSE and not is_headed
            if is_prose and not places.is_site(_bare(lines[n].line)):
                break
            if lines[n].shape in _NO_PLACE:
                continue
            gap = lines[max(n, n - step)].line.gap
            if gap > 1 or (title and lines[n].line.body_start == title.start):
                break
            line = lines[n].line
            is_below = step > 0 and not _is_title(portion, lines[at])
            is_below = is_below or any(x.shape is Shape.TIME for x in portion.segment.head)
            form = places.is_likely_place if is_below else places.is_site
            if step < 0:
                form = places.is_place_line
            is_site = form(_bare(line)) or (step > 0 and places.is_town_in_country(_bare(line)))
            is_site = is_site or (0 < n - at <= _RIGHT_BELOW and is_headed)
            if lines[n].label is None and not line.mark and is_site:
                yield line
