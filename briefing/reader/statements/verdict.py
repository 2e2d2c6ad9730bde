"""Whether a page is a statement, and which of its lines say whose and where it was given."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.reader.labelled import Label
from briefing.reader.lines import Line, Span
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.statements import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement as it stands on its page."""

    title: Span | None
    """The line that says what it is."""
    head: Span
    """Everything above its first paragraph: who, where, when."""
    body: tuple[Line, ...]
    """Its paragraphs, in order."""


def statement_of(text: str, lines: Sequence[Shaped]) -> Statement | None:
    """Return a page as a statement, if what speaks for one is enough."""
    if not lines or _points(text, lines) < _ENOUGH:
        return None
    first = _first_of_body(lines)
    head, body = lines[:first], lines[first:]
    titles = [n for n, x in enumerate(head) if _is_title(x)]
    start = head[0].line.start if head else body[0].line.start
    return Statement(
        title=_title(head, _fullest(head, titles)) if titles else None,
        head=Span(start, head[-1].line.end if head else start),
        body=tuple(x.line for x in body if _is_paragraph(x)),
    )


_ENOUGH = 3
_FIRST_LINES, _LAST_LINES = 12, 4
_LOOKED_AT = 400
"""Lines that are searched for what a speaker says."""
_OF_EVENTS = {Label.REGISTRATION, Label.DEADLINE, Label.AGENDA, Label.SPEAKERS, Label.TIME}


def _points(text: str, lines: Sequence[Shaped]) -> int:
    """Return how much speaks for a statement; what announces something to come speaks against."""
    labels = {x.label.label for x in lines if x.label is not None}
    announces = sum(
        bool(words.ANNOUNCES.search(text, x.line.start, min(x.line.end, x.line.start + 3000)))
        for x in lines[:_LOOKED_AT]
    )
    top = [x for x in lines[:_FIRST_LINES] if x.shape is not Shape.SLOT]
    hours = any(words.HOURS.search(x.line.text[:_LONGEST_HOURS]) for x in top)
    against = 2 * len(labels & _OF_EVENTS) + 2 * announces + 2 * hours
    titled = any(_is_title(x) for x in top)
    edges = (*lines[:_FIRST_LINES], *lines[-_LAST_LINES:])
    points = 3 * any(words.CHECKED.search(x.line.text[:200]) for x in edges)
    points += titled * (2 + (against == 0 and _says_whose(top)))
    points += 2 * any(words.GIVEN_BY.match(x.line.text) for x in top)
    points += 2 * any(words.CHAIR.match(x.line.text) for x in lines[:_LOOKED_AT])
    points += any(words.GREETING.match(x.line.text) for x in lines[: 2 * _FIRST_LINES])
    if points + _MOST_SPOKEN - against < _ENOUGH:
        return 0
    points += _spoken(text, lines)
    return points - against if points > 1 else 0


_LONGEST_HOURS = 200


def _is_title(x: Shaped) -> bool:
    if x.line.mark.strip("# ") or len(x.line.text) > _LONGEST_TITLE:
        return False
    if words.IN_TITLE.search(x.line.text) is None:
        return False
    return bool(words.TITLE.match(x.line.text) or words.OF_WHOM.match(x.line.text))


_LONGEST_TITLE = 300


def _says_whose(top: Sequence[Shaped]) -> bool:
    return any(words.FULL_TITLE.match(f"{x.line.text} ") for x in top[:_TITLE_LINES])


_TITLE_LINES = 4


def _spoken(text: str, lines: Sequence[Shaped]) -> int:
    """Return how many sorts of things are said that a speaker says; two at most."""
    end = lines[min(len(lines), _LOOKED_AT) - 1].line.end
    end = min(end, lines[0].line.start + _FURTHEST)
    return min(
        _MOST_SPOKEN,
        sum(bool(said.search(text, lines[0].line.start, end)) for said in words.SPOKEN),
    )


_MOST_SPOKEN, _FURTHEST = 2, 60_000


def _first_of_body(lines: Sequence[Shaped]) -> int:
    """Return where its first paragraph stands: a greeting, a number, or a sentence of length."""
    top = [x.line.text for x in lines[:_LONGEST_HEAD]]
    titled = [n for n, said in enumerate(top) if words.FULL_TITLE.match(f"{said} ")]
    for n, x in enumerate(lines[:_LONGEST_HEAD]):
        line = x.line
        is_above = bool(titled) and n <= titled[0]
        if is_above or words.TITLE.match(line.text) or words.GIVEN_BY.match(line.text):
            continue
        if words.CHAIR.match(line.text) or words.GREETING.match(line.text):
            return n
        is_numbered = line.mark[:1].isdigit() and len(line.text.split()) >= _SENTENCE
        is_sentence = len(line.text) >= _PARAGRAPH and line.text[-1] in '.:;!?*”"'
        if is_numbered or is_sentence:
            return n
    return min(len(lines), _LONGEST_HEAD)


_LONGEST_HEAD = 24
_PARAGRAPH, _SENTENCE = 80, 5


def _is_paragraph(x: Shaped) -> bool:
    is_short = len(x.line.text) <= _LONGEST_GREETING
    if words.GREETING.match(x.line.text) or (is_short and words.CHAIR.match(x.line.text)):
        return False
    is_told = x.shape is Shape.PROSE or x.line.mark[:1].isdigit()
    return is_told or (x.label is not None and x.label.label is Label.OTHER)


_LONGEST_GREETING = 40


def _fullest(head: Sequence[Shaped], titles: Sequence[int]) -> int:
    """Return which of the lines that may be its title says most: the first, unless it is bare."""
    full = (n for n in titles if words.FULL_TITLE.match(f"{head[n].line.text} "))
    is_bare = words.BARE.fullmatch(head[titles[0]].line.text)
    return next(full, titles[0]) if is_bare else titles[0]


def _title(head: Sequence[Shaped], n: int) -> Span:
    """Return the title line; where it only says "Statement", with the lines that say whose."""
    last = n
    while len(head[n].line.text.split()) < _FEW_WORDS and last + 1 < min(len(head), n + _LINES):
        below = head[last + 1]
        if below.shape is Shape.DATE or words.PLACED.match(below.line.text):
            break
        last += 1
    return Span(head[n].line.start, head[last].line.end)


_FEW_WORDS, _LINES = 3, 6
