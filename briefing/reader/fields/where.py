"""Where in a text something may stand: a pattern that is tried there alone fails fast."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

_WIDEST = 120
"""No date reaches further than this from the name or figures that it is recognised by."""


def around(anchor: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches around what every date of a sort must have, none touching the next."""
    first, last = start, start
    for match in anchor.finditer(text, start, end):
        if match.start() - _WIDEST > last:
            if first < last:
                yield first, last
            first = match.start() - _WIDEST
        last = min(end, match.end() + _WIDEST)
    if first < last:
        yield first, last


def matches(
    pattern: re.Pattern[str], text: str, places: Sequence[int], free: Iterable[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """Yield what `finditer` would in each free stretch of a pattern that begins at places alone."""
    n = 0
    for start, end in free:
        n = bisect_left(places, start, n)
        while n < len(places) and places[n] < end:
            match = pattern.match(text, places[n], end)
            if match is None:
                n += 1
            else:
                yield match
                n = bisect_left(places, match.end(), n)


def between(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Return those of some places, in order, that lie between two offsets."""
    first = bisect_left(places, start)
    return places[first : bisect_left(places, end, first)]


def has_one(places: Sequence[int], start: int, end: int) -> bool:
    """Return whether one of some places, in order, lies between two offsets."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end
