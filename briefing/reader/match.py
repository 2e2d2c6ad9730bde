"""Which held records a draft may be the same as: near titles on the same day, the same question."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import TypeVar

from briefing.arrange.in_calendars import uid_of
from briefing.model import Draft, Event, Question
from briefing.reader.differences import untagged
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

    def certainly(self, draft: Event, *, is_moved: bool = False) -> Event | None:
        """Return the held event that a draft tells of anew; None unless just one can be meant.

        It is called the same in calendar files, or has the draft's title and day, or one of both
        has no day. With `is_moved` the page says that the day is another one.
        """
        if draft.uid and draft.uid in self._by_uid:
            return self._by_uid[draft.uid]
        alike = [event for event in self.titled(draft.title) if _is_of_kind(event, draft)]
        days = [event for event in alike if _is_on_same_day(event, draft)]
        found = days or [e for e in alike if is_moved or not (e.when.date and draft.when.date)]
        if len(found) > 1:
            found = [e for e in found if e.when.time == draft.when.time]
        return found[0] if len(found) == 1 else None

    def titled(self, title: str) -> list[Event]:
        """Return the held events that have a title, other marks and tags aside."""
        return self._by_plain_title[untagged(title)]

    @property
    def events(self) -> Sequence[Event]:
        """Every event that is held."""
        return self._known.events

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

    def resting_on(self, numbers: Collection[str]) -> frozenset[str]:
        """Return the ids of the events that were read from mails with some numbers."""
        sources = {source.id for source in self._known.sources if source.number in numbers}
        return frozenset(
            event.id
            for event in (self._known.events if sources else ())
            if any(c.source in sources for e in event.evidence.values() for c in e.citations)
        )

    @cached_property
    def _by_uid(self) -> dict[str, Event]:
        ours = {uid_of(event): event for event in self._known.events}
        return ours | {event.uid: event for event in self._known.events if event.uid}

    @cached_property
    def _by_plain_title(self) -> defaultdict[str, list[Event]]:
        return _grouped(
            (title, event)
            for event in self._known.events
            for title in {untagged(event.title), *(untagged(t.text) for t in event.other_titles)}
        )

    @cached_property
    def _by_title(self) -> defaultdict[str, list[Event]]:
        return _grouped((fold(event.title), event) for event in self._known.events)

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {question.id: _plain(question.text) for question in self._known.questions}

    @cached_property
    def _by_word(self) -> defaultdict[str, list[str]]:
        return _grouped((word, id_) for id_, text in self._texts.items() for word in _telling(text))


def _is_of_kind(event: Event, draft: Event) -> bool:
    return (event.parent is None) == (draft.parent is None) or event.when == draft.when


def _is_on_same_day(event: Event, draft: Event) -> bool:
    one, other = event.when, draft.when
    if one.date is None or other.date is None:
        return False
    last, other_last = one.last_date or one.date, other.last_date or other.date
    return one.date <= other_last and other.date <= last


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
