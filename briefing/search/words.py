"""Words as the index knows them: the same cut for what is held, asked for and lit up."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.text import fold

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Letters of scripts that put no spaces between words (Thai, Lao, Burmese, Khmer, kana, Han)."""

_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


class Word(NamedTuple):
    """A word, or the words of a phrase, that are looked for."""

    text: str
    """Folded, its tokens parted by single spaces; never empty."""
    is_begun: bool = True
    """Whether its last token may go on: "cyb" finds "cyber"."""
    is_excluded: bool = False


def tokens(folded: str) -> list[str]:
    """Return the tokens of a folded text: words, and each letter of a script without spaces."""
    return _TOKEN.findall(folded)


def indexed(text: str) -> str:
    """Return a text as it goes into the index."""
    return " ".join(tokens(fold(text)))


def holds(text: str, words: Sequence[Word]) -> bool:
    """Return whether an `indexed` text holds all words wanted and none that is excluded."""
    padded = f" {text} "
    return all((_sought(word) in padded) is not word.is_excluded for word in words)


def lit_up(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield the spans of a text, in code points and in order, that words wanted are found in."""
    begun, whole, phrases = _wanted(tuple(words))
    cut = list(_cut(text)) if phrases else ()
    upto = 0
    for index, (token, start, end) in enumerate(cut or _cut(text)):
        is_lit = token in whole or token.startswith(begun)
        lengths = [len(one) for one, is_begun in phrases if _is_at(one, is_begun, cut, index)]
        if is_lit or lengths:
            last = max(end, cut[index + max(lengths) - 1][2]) if lengths else end
            if last > upto:
                yield max(start, upto), last
            upto = max(upto, last)


@lru_cache(maxsize=16)
def _wanted(
    words: tuple[Word, ...],
) -> tuple[tuple[str, ...], frozenset[str], list[tuple[list[str], bool]]]:
    """Return the tokens that others may begin with, those that stand alone, and phrases."""
    wanted = [(tokens(word.text), word.is_begun) for word in words if not word.is_excluded]
    alone = [(one[0], is_begun) for one, is_begun in wanted if len(one) == 1]
    return (
        tuple(token for token, is_begun in alone if is_begun),
        frozenset(token for token, is_begun in alone if not is_begun),
        [(one, is_begun) for one, is_begun in wanted if len(one) > 1],
    )


def _sought(word: Word) -> str:
    return f" {word.text}" if word.is_begun else f" {word.text} "


def _is_at(
    wanted: Sequence[str], is_begun: bool, cut: Sequence[tuple[str, int, int]], index: int
) -> bool:
    if index + len(wanted) > len(cut):
        return False
    *before, last = wanted
    at_last = cut[index + len(before)][0]
    fits = at_last.startswith(last) if is_begun else at_last == last
    return fits and all(cut[index + n][0] == token for n, token in enumerate(before))


def _cut(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the tokens of a text with their spans in it as it is written."""
    folded, begins = _folded_with_places(text)
    for found in _TOKEN.finditer(folded):
        # One letter may hold two tokens: "¼" is 1⁄4.
        end = max(begins[found.end()], begins[found.end() - 1] + 1)
        yield found[0], begins[found.start()], end


_folded = lru_cache(maxsize=4_096)(fold)
"""A letter, folded: of a text that is lit up each is folded alone."""


def _folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded, and of each of its characters the place that it comes from."""
    if text.isascii():
        return fold(text), range(len(text) + 1)
    parts = [_folded(letter) for letter in text]
    places = [place for place, part in enumerate(parts) for _ in part]
    # What follows a letter and folds to nothing, an accent, belongs to the letter before it.
    return "".join(parts), [*places, len(text)]
