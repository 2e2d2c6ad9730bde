"""Facts in a note that somebody should look at before it goes out, each with where it is held."""

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from briefing.arrange.links import citations
from briefing.model import Decision, DoubtKind, Event, Evidence
from briefing.note.held import Held
from briefing.note.ledger import Value, resting
from briefing.text import count
from briefing.when_words import day_words

NEAR = 14
"""Days before an event in which what is known of it should be fresh."""

OLD = 7
"""Days after which what was read of an event that is near should be looked at again."""


class Trouble(StrEnum):
    """Why to look at a fact, the most pressing first."""

    CONTRADICTING = "contradicting"
    """Its sources disagree."""
    IN_DOUBT = "in doubt"
    STALE = "stale"
    NOT_CHECKED = "not checked"


class ToCheck(NamedTuple):
    """A fact to look at, and where its record holds it."""

    trouble: Trouble
    record: str
    path: str
    words: str
    """One plain sentence."""


def facts_to_check(
    event: Event | None, held: Held, values: Iterable[Value], today: dt.date
) -> tuple[ToCheck, ...]:
    """Return what to look at in a note that tells these values, the most pressing first.

    `event` is what it is about, where that is an event.
    """
    stale = _stale(event, held, today) if event else ()
    found = dict.fromkeys((*_undecided(values), *stale))
    order = tuple(Trouble)
    return tuple(sorted(found, key=lambda fact: order.index(fact.trouble)))


_DISAGREEING = frozenset(
    (
        DoubtKind.WEEKDAY_DISAGREES,
        DoubtKind.ZONES_DISAGREE,
        DoubtKind.DATES_DISAGREE,
        DoubtKind.NAMES_DISAGREE,
        DoubtKind.VERSIONS_DISAGREE,
        DoubtKind.RANGE_REVERSED,
    )
)
_UNREAD = "Nobody has compared it with its source yet."


def _undecided(values: Iterable[Value]) -> Iterator[ToCheck]:
    for value, evidence in resting(values):
        if evidence.decision is Decision.UNDECIDED:
            yield from (ToCheck(t, value.record.id, value.path, w) for t, w in _troubles(evidence))


def _troubles(evidence: Evidence) -> Iterator[tuple[Trouble, str]]:
    for doubt in evidence.doubts:
        is_contradiction = doubt.kind in _DISAGREEING
        yield Trouble.CONTRADICTING if is_contradiction else Trouble.IN_DOUBT, doubt.words
    if not evidence.doubts:
        yield Trouble.NOT_CHECKED, _UNREAD


def _stale(event: Event, held: Held, today: dt.date) -> Iterator[ToCheck]:
    """Yield the event's time where it is near, and for long nobody read or looked at it."""
    sources = (held.sources.get(citation.source) for citation in citations(event))
    days = [source.received for source in sources if source and source.received]
    if event.when.date is None or not days:
        return
    if (decided := event.evidence.get("when", Evidence()).decided_at) is not None:
        days.append(decided.date())
    age = (today - max(days)).days
    if 0 <= (event.when.date - today).days <= NEAR and age > OLD:
        read = day_words(max(days), weekday=False)
        words = f"Last looked at on {read}, {count(age, 'day')} ago; see whether it still holds."
        yield ToCheck(Trouble.STALE, event.id, "when", words)
