"""Whether a page announces a gathering at all, or asks and answers a question of its own."""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.reader.labelled import Label
from briefing.reader.lines import Span
from briefing.reader.shapes import Shape, Shaped
from briefing.reader.vocabulary import EVENT_NOUN, INVITES

_ENOUGH = 3


def is_event(text: str, lines: Sequence[Shaped], heads: Sequence[int]) -> bool:
    """Return whether a page announces a gathering: what speaks for it is counted."""
    labels = {x.label.label for x in lines if x.label is not None}
    points = 2 * bool(heads)
    points += 2 * bool(labels & {Label.DATE, Label.TIME})
    points += bool(labels & {Label.SPEAKERS, Label.MODERATOR, Label.AGENDA, Label.REGISTRATION})
    points += bool(heads) and any(
        x.shape in (Shape.TIME, Shape.MODE, Shape.KIND) for x in lines[: heads[0] + 4]
    )
    points += any(x.shape is Shape.KIND for x in lines[:6])
    points += any(x.shape in (Shape.PLACE, Shape.MODE) for x in lines[:12])
    points += 2 * min(2, invitations(text, lines))
    points += any(re.search(EVENT_NOUN, x.line.text, re.IGNORECASE) for x in lines[:3])
    points -= 2 * (_faq_headings(lines) >= 2)
    return points >= _ENOUGH


_INVITES = re.compile(INVITES, re.IGNORECASE)


def invitations(text: str, lines: Sequence[Shaped]) -> int:
    """Return how many lines say what only something that one can go to is announced with."""
    return sum(
        bool(_INVITES.search(text, x.line.start, min(x.line.end, x.line.start + 5000)))
        for x in lines
    )


def _faq_headings(lines: Sequence[Shaped]) -> int:
    return sum(
        one.line.text.endswith("?")
        and not one.line.mark
        and other.line.gap == 0
        and other.line.text.endswith(".")
        for one, other in pairwise(lines)
    )


_STUDY_FEWEST_POINTS = 2


def study_question(text: str, lines: Sequence[Shaped]) -> Span | None:
    """Return the question that stands over a page twice, or over a numbered answer, undated."""
    if not lines or any(line.shape is Shape.DATE for line in lines):
        return None
    first = lines[0].line
    if not first.body.endswith("?"):
        return None
    again = [x for x in lines[1:8] if x.line.body == first.body]
    points = [x for x in lines if re.match(r"\d", x.line.mark)]
    if not again and (len(points) < _STUDY_FEWEST_POINTS or invitations(text, lines) > 1):
        return None
    at = again[0].line if again else first
    return Span(at.body_start, at.end)
