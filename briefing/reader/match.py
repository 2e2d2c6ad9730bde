"""Which held records a draft may be the same as: near titles on the same day, the same question."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property
from typing import TypeVar

from briefing.model import Draft, Event, Question
from briefing.reader.known import Known
from briefing.text import fold, squeeze

K = TypeVar("K")
V = TypeVar("V")

_SAME_QUESTION, _SAME_TITLE, _SAME_TITLE_SAME_DAY = 0.9, 0.92, 0.6
"""How alike two texts are, by difflib's ratio of folded text."""

_TELLING_WORDS, _SHARED_WORDS = 6, 2
"""The longest words of a question, and how many of them another must share to be looked at."""


class Held:
    """The records that a desk holds, ready to be asked what a draft may be."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def same_as(self, draft: Draft) -> tuple[str, ...]:
        """Return the ids of held records that a draft may be, the likeliest first."""
        if isinstance(draft, Event):
            found = self._events(draft)
        elif isinstance(draft, Question):
            found = self._questions(draft)
        else:
            return ()
        ranked = sorted(found, key=lambda pair: (-pair[0], pair[1]))
        return tuple(dict.fromkeys(id_ for _, id_ in ranked))

    def _events(self, draft: Event) -> Iterator[tuple[float, str]]:
        title = fold(draft.title)
        for event in (*self._by_day[draft.when.date], *self._by_title[title]):
            alike = _likeness(title, fold(event.title))
            same_day = draft.when.date is not None and event.when.date == draft.when.date
            is_open = draft.when.date is None or event.when.date is None
            if (same_day and alike >= _SAME_TITLE_SAME_DAY) or (is_open and alike >= _SAME_TITLE):
                yield alike, event.id

    def _questions(self, draft: Question) -> Iterator[tuple[float, str]]:
        text = _plain(draft.text)
        shared = Counter(id_ for word in _telling(text) for id_ in self._by_word[word])
        for id_, count in shared.items():
            alike = _likeness(text, self._texts[id_]) if count >= _SHARED_WORDS else 0.0
            if alike >= _SAME_QUESTION or text == self._texts[id_]:
                yield alike, id_

    @cached_property
    def _by_day(self) -> defaultdict[dt.date | None, list[Event]]:
        return _grouped((event.when.date, event) for event in self._known.events)

    @cached_property
    def _by_title(self) -> defaultdict[str, list[Event]]:
        return _grouped((fold(event.title), event) for event in self._known.events)

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {question.id: _plain(question.text) for question in self._known.questions}

    @cached_property
    def _by_word(self) -> defaultdict[str, list[str]]:
        return _grouped((word, id_) for id_, text in self._texts.items() for word in _telling(text))


def _grouped(pairs: Iterable[tuple[K, V]]) -> defaultdict[K, list[V]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _plain(text: str) -> str:
    return squeeze(fold(text)).strip(" ?!.\"'“”")


def _telling(text: str) -> list[str]:
    words = sorted(set(text.split()), key=lambda word: (-len(word), word))
    return words[:_TELLING_WORDS]


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _SAME_TITLE_SAME_DAY:
        return 0.0
    return matcher.ratio()
