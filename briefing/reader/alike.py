"""Lines that a page lays out alike: what one of them is by its form, the others are too."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.reader.labelled import Label
from briefing.reader.shapes import Shape, Shaped, could_be_title, is_numbered

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


def without_menus(lines: Sequence[Shaped]) -> tuple[Shaped, ...]:
    """Return lines, those of a menu as furniture: short ones in a row, two of them known to be."""
    kept: list[Shaped] = []
    for n, x in enumerate(lines):
        if n == 0 or x.line.gap or not _is_short(x):
            run = _run(lines, n)
        kept.append(replace(x, shape=Shape.CHROME) if x in run else x)
    return tuple(kept)


def _run(lines: Sequence[Shaped], n: int) -> Sequence[Shaped]:
    """Return the lines of the menu that begins at a line; none where no menu does."""
    end = n + 1
    while end < min(len(lines), n + _LONGEST_MENU) and not lines[end].line.gap:
        if not _is_short(lines[end]):
            break
        end += 1
    run = lines[n:end] if _is_short(lines[n]) else ()
    known = sum(x.shape is Shape.CHROME for x in run)
    return run if len(run) >= _SHORTEST_MENU and known >= _FEWEST else ()


_SHORTEST_MENU, _LONGEST_MENU, _MOST_WORDS = 4, 16, 3


def _is_short(x: Shaped) -> bool:
    is_plain = x.shape in (Shape.TITLE, Shape.PROSE, Shape.CHROME, Shape.KIND)
    is_short = len(x.line.text) <= _LONGEST_ENTRY and not x.line.text.endswith((".", "?", ":"))
    return (
        is_plain
        and is_short
        and (x.shape is Shape.CHROME or len(x.line.text.split()) <= _MOST_WORDS)
    )


_LONGEST_ENTRY = 40


def _headed(lines: Sequence[Shaped]) -> Mapping[int, bool]:
    """Return the marked lines with others below them, and whether one of those says when."""
    found: dict[int, bool] = {}
    for n, x in enumerate(lines[:-1]):
        is_marked = x.line.mark and not x.line.mark.startswith("#")
        is_marked = is_marked and x.shape not in (Shape.DATE, Shape.SLOT)
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
    """Return the titles with a mark where all of some titles have one: those entries and others.

    So too those that begin with a number of the same series: "Session 3. The third".
    """
    if all(lines[n].line.mark for n in titles):
        return [n for n, x in enumerate(lines) if x.shape is Shape.TITLE and x.line.mark]
    numbered = [n for n in titles if is_numbered(lines[n])]
    if len(numbered) < max(_FEWEST, len(titles) - 1):
        return []
    kinds = {_kind(lines[n]) for n in numbered}
    return [
        n
        for n, x in enumerate(lines)
        if x.shape is Shape.TITLE and x.line.gap and is_numbered(x) and _kind(x) in kinds
    ]


def _kind(x: Shaped) -> str:
    return x.line.body.split(maxsplit=1)[0].casefold()
