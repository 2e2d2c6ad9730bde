"""With which letters the words begin that a pattern finds: it need not be tried without them."""

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

code: Any = importlib.import_module("re._constants")
_parser: Any = importlib.import_module("re._parser")

REACH = 3
"""Letters of a word that count."""


@dataclass(frozen=True, eq=False)
class Heads:
    """With what the words begin that a pattern's matches begin with, in small letters."""

    first: frozenset[str]
    """Their first letters; a word that is shorter stands whole."""
    within: tuple[str, ...]
    """Letters that stand somewhere in others: "\\w*frist"."""


def heads(pattern: str, flags: int = 0) -> Heads | None:
    """Return how every match begins; None where it may begin otherwise, or within a word."""
    known, begun = _begins(pattern, flags, _ANYWHERE)
    if begun or known & {_ANYWHERE, _AT_WORD, _WITHIN}:
        return None
    within = {head for head in known if head[0] == _WITHIN}
    return Heads(frozenset(known - within), tuple(head[1:] for head in within))


def openings(pattern: str, flags: int = 0) -> frozenset[str]:
    """Return the first letters of a pattern that is only tried where a word begins.

    What is shorter may go on as it likes. Empty where a match may begin with anything else.
    """
    known, begun = _begins(pattern, flags, _AT_WORD)
    found = known | begun
    is_told = not any(head in (_ANYWHERE, _AT_WORD) or head[0] == _WITHIN for head in found)
    return frozenset(found) if is_told else frozenset()


_ANYWHERE, _AT_WORD = "-", ""
"""Where a match has no letter yet: it may be within a word, or is where one begins."""

_WITHIN = "*"
"""What stands before letters that may be anywhere in a word."""

_Heads = set[str]


def _begins(pattern: str, flags: int, where: str) -> tuple[_Heads, _Heads]:
    """Return the heads of a pattern, and those that go on; anywhere where that can't be told.

    Python's parser of patterns is not public: another version's may tell something else.
    """
    try:
        return _read(_parser.parse(pattern, flags), {where})
    except (AttributeError, TypeError, ValueError):
        return {_ANYWHERE}, {_ANYWHERE}


def _read(pieces: Iterable[tuple[Any, Any]], begun: _Heads) -> tuple[_Heads, _Heads]:
    """Return the heads that are known behind some pieces of a pattern, and those that go on."""
    known: _Heads = set()
    for kind, piece in pieces:
        more, begun = _read_one(kind, piece, begun)
        known |= more | {head for head in begun if _is_long(head)}
        begun = {head for head in begun if not _is_long(head)}
        if not begun:
            break
    return known, begun


def _is_long(head: str) -> bool:
    return len(head) == (REACH if head[:1] != _WITHIN else _LONG_WITHIN)


_LONG_WITHIN = 1 + 4
"""Letters within a word are told apart by more of them."""


def _read_one(kind: Any, piece: Any, begun: _Heads) -> tuple[_Heads, _Heads]:  # noqa: ANN401
    if kind in _LOOKS:
        return _at_edge(begun) if _is_edge(kind, piece) else (set(), begun)
    if kind is code.SUBPATTERN:
        return _read(piece[-1], begun)
    if kind is code.BRANCH:
        read = [_read(branch, begun) for branch in piece[1]]
        return set().union(*(one for one, _ in read)), set().union(*(one for _, one in read))
    if kind in _REPEATS:
        least, most, repeated = piece
        if list(repeated) == [_WORD_SIGN] and most > 1 and begun == {_AT_WORD}:
            return set(), {_WITHIN}
        known, grown = _read(repeated, begun)
        skipped = set() if least else begun
        return (known, grown | skipped) if most == 1 else (known | _unsure(grown), skipped)
    signs = _signs(kind, piece)
    if signs is None or _ANYWHERE in begun:
        return _unsure(begun), set()
    ended = begun if any(not sign for sign in signs) else set()
    return ended, {head + sign for head in begun for sign in signs if sign}


def _unsure(begun: _Heads) -> _Heads:
    """Return that nothing is known where a word that is begun goes on with any letter."""
    return {_ANYWHERE} if begun else set()


def _at_edge(begun: _Heads) -> tuple[_Heads, _Heads]:
    """Return the words that end at an edge; where none is begun, one may begin."""
    bare = begun & {_ANYWHERE, _AT_WORD}
    return begun - bare, {_AT_WORD} if bare else set()


_LOOKS = (code.ASSERT, code.ASSERT_NOT, code.AT)
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT)
_WORD = (code.CATEGORY, code.CATEGORY_WORD)
_WORD_SIGN = (code.IN, [_WORD])
_NO_WORD = (code.CATEGORY_SPACE, code.CATEGORY_NOT_WORD)


def _is_edge(kind: Any, piece: Any) -> bool:  # noqa: ANN401
    """Return whether it stands where a word begins or ends, and nowhere else."""
    if kind is not code.ASSERT_NOT:
        return kind is code.AT and piece is code.AT_BOUNDARY
    around = list(piece[1])
    return len(around) == 1 and around[0][0] is code.IN and _WORD in around[0][1]


def _signs(kind: Any, piece: Any) -> list[str] | None:  # noqa: ANN401
    """Return the letters that a piece may be, empty ones for signs; None where it may be any."""
    read = piece if kind is code.IN else [(kind, piece)]
    if all(one is code.LITERAL for one, _ in read):
        small = [chr(sign).lower()[:1] for _, sign in read]
        return [sign if sign.isalnum() or sign == "_" else "" for sign in small]
    is_space = all(one is code.CATEGORY and what in _NO_WORD for one, what in read)
    return [""] if is_space else None
