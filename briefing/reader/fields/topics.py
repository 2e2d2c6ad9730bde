"""Themes: what an event or a question is about, told by the words of its title and its text."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache

from briefing.gazetteer import tables
from briefing.gazetteer.entries import TopicEntry
from briefing.reader.candidate import Candidate
from briefing.reader.lines import Span
from briefing.reader.words import WORD, Word, folded, in_one_piece

MOST = 3
"""Themes of one event or question."""

_OFTEN = 2
"""How many times a text in passing must tell a theme."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that tell a theme, where they stand."""

    start: int
    end: int
    topic: TopicEntry
    is_hint: bool
    """Whether they are said of other things too."""
    length: int
    """How many words they are: a phrase tells more than a word."""


class Place(IntEnum):
    """Where words stand, by how much they tell of what the whole is about."""

    TEXT = 1
    POINT = 2
    TITLE = 3


def tellings(text: str, words: Sequence[Word]) -> tuple[Telling, ...]:
    """Return what in a text, of which all words are given, tells a theme, none within another."""
    return tuple(_tellings(text, words))


def within(found: Sequence[Telling], span: Span) -> Sequence[Telling]:
    """Return those of a text's tellings, which stand in order, that lie in a span."""
    first = bisect_left(found, span.start, key=lambda one: one.start)
    last = bisect_left(found, span.end, key=lambda one: one.start)
    return [one for one in found[first:last] if one.end <= span.end]


def of_event(
    found: Sequence[Telling],
    title: Iterable[Span],
    points: Iterable[Span],
    text: Iterable[Span],
) -> tuple[Candidate[str], ...]:
    """Return what an event is about, the best first.

    `points` are its questions and the items of its lists and programme. The rest of its `text`
    counts where it tells a theme more than once.
    """
    said = {Place.TITLE: title, Place.POINT: points, Place.TEXT: text}
    return _best(
        (place, one)
        for place, spans in said.items()
        for span in spans
        for one in within(found, span)
    )


def of_question(
    found: Sequence[Telling], question: Span, title: Iterable[Span]
) -> tuple[Candidate[str], ...]:
    """Return what a question is about: what its own words tell, else the title of its event.

    From the title it takes only words that are said of nothing else.
    """
    own = _best((Place.POINT, one) for one in within(found, question))
    return own or tuple(
        replace(one, confidence=_BORROWED)
        for one in _best(
            (Place.TITLE, one) for span in title for one in within(found, span) if not one.is_hint
        )
    )


# Which of them is the best ------------------------------------------------------------------------


def _best(placed: Iterable[tuple[Place, Telling]]) -> tuple[Candidate[str], ...]:
    by_topic: dict[str, list[tuple[Place, Telling]]] = defaultdict(list)
    for place, one in placed:
        if place > Place.TEXT or not one.is_hint:
            by_topic[one.topic.name].append((place, one))
    told = [group for group in by_topic.values() if _is_told(group)]
    ranked = sorted(told, key=_rank, reverse=True)
    return tuple(_candidate(*max(group, key=_weight)) for group in ranked[:MOST])


def _is_told(group: Sequence[tuple[Place, Telling]]) -> bool:
    return len(group) >= _OFTEN or group[0][0] > Place.TEXT


def _rank(group: Sequence[tuple[Place, Telling]]) -> tuple[int, ...]:
    place, best = max(group, key=_weight)
    return place, not best.is_hint, not best.topic.is_broad, len(group), best.length, -best.start


def _weight(placed: tuple[Place, Telling]) -> tuple[int, ...]:
    place, one = placed
    return place, not one.is_hint, one.length, -one.start


_CONFIDENCE: Mapping[tuple[Place, bool], float] = {
    (Place.TITLE, False): 0.85,
    (Place.POINT, False): 0.75,
    (Place.TITLE, True): 0.55,
    (Place.POINT, True): 0.5,
    (Place.TEXT, False): 0.45,
}
_BORROWED = 0.5
"""For a question that only stands under a title that tells it."""


def _candidate(place: Place, one: Telling) -> Candidate[str]:
    return Candidate(
        value=one.topic.name,
        start=one.start,
        end=one.end,
        rule="topic.word",
        confidence=_CONFIDENCE[place, one.is_hint],
    )


# How words are found ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Phrase:
    topic: TopicEntry
    words: tuple[frozenset[str], ...]
    """Each word with its English plural."""
    written: tuple[str, ...]
    """Each word as it must be written, for acronyms; empty where case does not matter."""
    is_hint: bool


def _tellings(text: str, words: Sequence[Word]) -> Iterator[Telling]:
    phrases = _phrases()
    at = 0
    while at < len(words):
        known = phrases.get(words[at].folded)
        fitting = (
            next((one for one in known if _fits(text, words, at, one)), None) if known else None
        )
        if fitting is None:
            at += 1
            continue
        start, length = words[at].start, len(fitting.words)
        at += length
        yield Telling(start, words[at - 1].end, fitting.topic, fitting.is_hint, length)


def _fits(text: str, words: Sequence[Word], at: int, phrase: _Phrase) -> bool:
    if at + len(phrase.words) > len(words):
        return False
    for n, forms in enumerate(phrase.words, at):
        if words[n].folded not in forms:
            return False
    there = words[at : at + len(phrase.words)]
    is_written_so = all(
        text.startswith(written, word.start)
        for word, written in zip(there, phrase.written, strict=True)
    )
    return is_written_so and in_one_piece(there)


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """Return the phrases of all themes by their first word, the longest first."""
    by_first_word: dict[str, list[_Phrase]] = defaultdict(list)
    for topic in tables.topics():
        for said, is_hint in ((topic.words, False), (topic.hints, True)):
            for phrase in (_phrase(topic, one, is_hint) for one in said):
                for form in phrase.words[0]:
                    by_first_word[form].append(phrase)
    for phrases in by_first_word.values():
        phrases.sort(key=lambda phrase: (-len(phrase.words), phrase.is_hint))
    return by_first_word


def _phrase(topic: TopicEntry, said: str, is_hint: bool) -> _Phrase:
    words = WORD.findall(said)
    return _Phrase(
        topic=topic,
        words=tuple(_forms(folded(word)) for word in words),
        written=tuple(word if sum(map(str.isupper, word)) > 1 else "" for word in words),
        is_hint=is_hint,
    )


def _forms(word: str) -> frozenset[str]:
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return frozenset((word, plural))
