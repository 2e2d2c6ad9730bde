"""The word that could be meant where nothing holds the one that was typed."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from briefing.desk import query
from briefing.desk.desk import Desk
from briefing.desk.excerpt import excerpt, title
from briefing.desk.index import KINDS
from briefing.search.sought import Sought
from briefing.search.words import Word
from briefing.text import clean

_CUTOFF = 0.75
"""How alike two words are at least, as difflib counts: 1 for the same."""

_LEAST = 3
"""Letters of a word that can be taken for another."""


class Nearest(NamedTuple):
    """A word that nothing holds, and one that something does."""

    word: str
    """As it was looked for, folded."""
    meant: str
    """As it stands in a record."""
    put: str
    """What is typed to find it."""


class Near(NamedTuple):
    """The same, before anybody looked how it is written."""

    word: str
    term: str


def near(desk: Desk, asked: query.Asked, vocabulary: Mapping[str, int]) -> Near | None:
    """Return a word that nothing holds with the one most like it; in any thread."""
    for word in asked.words:
        if not word.is_excluded and " " not in word.text and not _stands(desk, word):
            found = alike(word.text, vocabulary)
            return Near(word.text, found) if found else None
    return None


def alike(word: str, vocabulary: Mapping[str, int]) -> str:
    """Return the word most like one, of those as like it the most frequent; empty for none."""
    if len(word) < _LEAST:
        return ""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word)
    best, score = "", (_CUTOFF, 0)
    for term in _candidates(word, vocabulary):
        matcher.set_seq1(term)
        if matcher.quick_ratio() >= score[0]:
            now = (matcher.ratio(), vocabulary[term])
            if now > score:
                best, score = term, now
    return best


def spelled(desk: Desk, found: Near) -> Nearest:
    """Return a near word as it is written in the first record that has it: García for garcia."""
    words = (Word(found.term, is_begun=False),)
    asked = query.Asked(words, (), Sought(words))
    for kind in KINDS:
        for record in query.found(desk, asked, (kind,), most=1):
            for told in (title(record, words), excerpt(desk, record, words)):
                if told is not None and told.lit:
                    start, end = told.lit[0]
                    written = clean(told.text[start:end])
                    return Nearest(found.word, written, written)
    return Nearest(found.word, found.term, found.term)


def _stands(desk: Desk, word: Word) -> bool:
    asked = query.Asked((word,), (), Sought((word,)))
    return any(any(True for _ in islice(query.ids(desk, asked, kind), 1)) for kind in KINDS)


def _candidates(word: str, vocabulary: Mapping[str, int]) -> Sequence[str]:
    """Return the words that may be like one: of about its length, and with most of its letters."""
    letters, length = set(word), len(word)
    slack = max(1, length // 3)
    return [
        term
        for term in vocabulary
        if abs(len(term) - length) <= slack and len(letters.symmetric_difference(term)) <= slack + 1
    ]
