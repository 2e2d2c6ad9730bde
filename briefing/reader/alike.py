"""Lines that a page lays out alike: what one of them is by its form, the others are too."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.reader.labelled import Label
from briefing.reader.shapes import Shape, Shaped, could_be_title

_FEWEST = 2
_NEAR = 4
_WHEN = (Label.DATE, Label.TIME)


def with_headlines(lines: Sequence[Shaped]) -> tuple[Shaped, ...]:
    """Return lines, those with a number or bullet that stand over a date as titles.

    At least two of the same mark do, and as many as do not.
    """
    heads = _headed(lines)
    if not heads:
        return tuple(lines)
    dated = [n for n, is_dated in heads.items() if is_dated]
    if len(dated) < _FEWEST or 2 * len(dated) < len(heads):
        return tuple(lines)
    return tuple(
        replace(x, shape=Shape.TITLE, label=None) if n in heads else x for n, x in enumerate(lines)
    )


def _headed(lines: Sequence[Shaped]) -> Mapping[int, bool]:
    """Return the marked lines with others below them, and whether one of those says when."""
    found: dict[int, bool] = {}
    for n, x in enumerate(lines[:-1]):
        is_marked = x.line.mark and not x.line.mark.startswith("#") and x.shape is not Shape.DATE
        below = lines[n + 1]
        if is_marked and not below.line.gap and not below.line.mark and could_be_title(x.line):
            found[n] = any(_tells_when(one) for one in _block(lines, n))
    return found


def _block(lines: Sequence[Shaped], n: int) -> Iterator[Shaped]:
    for x in lines[n + 1 : n + 1 + _NEAR]:
        if x.line.gap or x.line.mark:
            return
        yield x


def _tells_when(x: Shaped) -> bool:
    is_labelled = x.label is not None and x.label.label in _WHEN and not x.label.stands_alone
    return is_labelled or x.shape is Shape.DATE


def marked_alike(lines: Sequence[Shaped], titles: Sequence[int]) -> list[int]:
    """Return the titles with a mark where all of some titles have one: those entries and others."""
    if not all(lines[n].line.mark for n in titles):
        return []
    return [n for n, x in enumerate(lines) if x.shape is Shape.TITLE and x.line.mark]
