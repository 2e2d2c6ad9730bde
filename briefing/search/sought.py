"""What is asked of the index, and how that is said in FTS5's own language."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.search.words import Word, tokens
from briefing.text import fold

_JOIN = "·"
"""Stands between a field and a word of its value; no word of a text has it."""

Coded = Callable[[str, bool], Sequence[str]]
"""The codes of a term of a mark, or of all that begin so."""


class Mark(NamedTuple):
    """A value that a field is asked for."""

    field: str
    value: str
    is_whole: bool = False
    """Whether the value is given whole; else its words may be some of the value's, and begun."""


class Sought(NamedTuple):
    """What a record must hold to be found."""

    words: tuple[Word, ...] = ()
    marks: tuple[tuple[Mark, ...], ...] = ()
    """Of each of these one at least."""
    without: tuple[Mark, ...] = ()
    """None of these."""
    since: int | None = None
    """Ordinal of a day: what was over before it is not found, nor what has no day."""
    until: int | None = None
    """Ordinal of a day: what begins after it is not found, nor what has no day."""
    over: int | None = None
    """Ordinal of a day: what was not over before it is not found, nor what has no day."""

    @property
    def has_words(self) -> bool:
        """Whether any word is wanted."""
        return any(not word.is_excluded for word in self.words)

    def with_whole_words(self) -> "Sought":
        """Return what is sought with every word but the last taken as a whole one."""
        before, last = self.words[:-1], self.words[-1:]
        whole_words = (w if w.is_excluded else w._replace(is_begun=False) for w in before)
        return self._replace(words=(*whole_words, *last))


def told(marks: Iterable[tuple[str, str]]) -> str:
    """Return the marks of a record, by which it is known whether they are as they were."""
    return " ".join(" ".join(terms(field, value)) for field, value in marks)


@lru_cache(maxsize=4_096)
def terms(field: str, value: str) -> Sequence[str]:
    """Return the terms that a mark is found by: one for each word, and that for the whole."""
    parts = (f"{field}{_JOIN}{part}" for part in tokens(fold(value)))
    return *parts, whole(field, value)


def whole(field: str, value: str) -> str:
    """Return the term that stands for a whole value of a field."""
    return f"{field}{_JOIN}{_JOIN}{_JOIN.join(tokens(fold(value)))}"


def asked(sought: Sought, columns: str, coded: Coded) -> str:
    """Return what is wanted, words in some columns; empty where nothing is.

    What is not wanted is left out of it too, but FTS5 can't ask for that alone: see `unasked`.
    """
    wanted = [_word(word, columns) for word in sought.words if not word.is_excluded]
    wanted += [" OR ".join(_mark(mark, coded) for mark in choice) for choice in sought.marks]
    without = unasked(sought, "title names rest", coded) if wanted else ""
    joined = " AND ".join(f"({one})" for one in wanted)
    return f"({joined}) NOT ({without})" if without else joined


def unasked(sought: Sought, columns: str, coded: Coded) -> str:
    """Return what is not wanted; empty where that is nothing."""
    words = [_word(word, columns) for word in sought.words if word.is_excluded]
    return " OR ".join(words + [_mark(mark, coded) for mark in sought.without])


def _word(word: Word, columns: str) -> str:
    return f"{{{columns}}} : {_quoted(word.text, is_begun=word.is_begun)}"


def _mark(mark: Mark, coded: Coded) -> str:
    parts = tokens(fold(mark.value))
    if mark.is_whole or not parts:
        return _any(coded(whole(mark.field, mark.value), False))
    return f"({' AND '.join(_any(coded(f'{mark.field}{_JOIN}{part}', True)) for part in parts)})"


def _any(codes: Sequence[str]) -> str:
    return f"({{marks}} : ({' OR '.join(_quoted(code, is_begun=False) for code in codes)}))"


def _quoted(text: str, *, is_begun: bool) -> str:
    # Quoted, nothing in it is FTS5's language; no token holds a quotation mark.
    return f'"{text}"{"*" if is_begun else ""}'
