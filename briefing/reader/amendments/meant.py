"""Which held event a note is about that names it by its title, a part of it, or its day."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.model import Event, EventKind
from briefing.reader.amendments import shortened
from briefing.reader.amendments.words import DESCRIBED, FORMER, TOWARDS
from briefing.reader.differences import plain
from briefing.reader.fields import days
from briefing.reader.fields.days import Day
from briefing.reader.lines import Span
from briefing.reader.match import Held
from briefing.reader.vocabulary import EVENT_NOUNS, NAMES_EVENT, any_of

SURE = 2.5
"""From this number of points on its title, whole or up to its colon, is named."""

_ANSWERED = 3.0
_FEWEST, _NEAR, _MOST = 1.0, 0.4, 6
_SHORTEST = 8
"""Letters of a title, or of its first part, that tell one event from others."""
_LONG_WORD, _SHARED = 4, 0.5
_BY_WORDS = (0.0, 1.2, 2.0)
"""Points for none, one or more words of a title beside what kind of event it is."""
_FEWEST_WORDS, _LONG_ENOUGH = 3, 14
"""Words, and letters, with which the beginning of a title names it, if not for sure."""
_BEFORE = 40
"""Code points before a date in which a word tells whether it is the old or the new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note's text with what it may name an event by."""

    text: str
    own: Span
    quoted: Span
    subject: str
    today: dt.date
    answers: Sequence[str] = ()
    """The numbers of the mails that it answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """A held event, and how much speaks for it."""

    event: Event
    points: float


def meant(note: Note, held: Held) -> list[Meant]:
    """Return the held events that a note may be about: several only where nothing decides."""
    told = _Told.of(note)
    answered = held.resting_on(note.answers) if note.answers else frozenset()
    found = [
        Meant(event=event, points=_points(event, told) + _ANSWERED * (event.id in answered))
        for event in held.events
    ]
    best = max((one.points for one in found), default=0.0)
    near = [one for one in found if one.points >= max(_FEWEST, best - _NEAR)]
    near = near or _only_one_of_its_kind(note, held)
    to_come = [one for one in near if _is_to_come(one.event, note.today)]
    return sorted(to_come or near, key=_order)[:_MOST]


def _only_one_of_its_kind(note: Note, held: Held) -> list[Meant]:
    """Return the one event to come of the kind that a note speaks of: "The webinar is now ..."."""
    own = note.own.words(note.text)
    kinds = {kind for kind, words in _DEFINITE.items() if words.search(own)}
    found = [e for e in held.events if e.kind in kinds and _is_ahead(e, note.today)]
    return [Meant(event=found[0], points=_FEWEST)] if len(found) == 1 else []


def _is_ahead(event: Event, today: dt.date) -> bool:
    return event.when.date is not None and event.when.date >= today


def _order(one: Meant) -> tuple[float, dt.date, str]:
    return -one.points, one.event.when.date or dt.date.max, one.event.id


def _is_to_come(event: Event, today: dt.date) -> bool:
    last = event.when.last_date or event.when.date
    return last is None or last >= today


@dataclass(frozen=True, slots=True)
class _Told:
    """What a note says, in plain words."""

    own: str
    subject: str
    quoted: str
    words: frozenset[str]
    phrases: frozenset[str]
    """What stands in quotation marks."""
    days: frozenset[tuple[int, int | None, int | None]]
    """Month, day and year of the dates that it names an event by."""
    left: tuple[str, ...]
    """What it says that something is not at any more."""
    quoted_days: frozenset[tuple[int, int | None, int | None]]
    runs: tuple[tuple[str, ...], ...]
    """The words before and behind each kind of event that it names."""

    @classmethod
    def of(cls, note: Note) -> "_Told":
        words = note.own.words(note.text)
        own, subject = plain(words), plain(note.subject)
        return cls(
            own=f" {own} ",
            subject=subject,
            quoted=f" {plain(note.quoted.words(note.text))} ",
            words=frozenset(f"{own} {subject}".split()),
            phrases=frozenset(
                phrase
                for part in (note.own, note.quoted)
                for phrase in _phrases(part.words(note.text))
            ),
            days=frozenset(_days(note.text, note.own)),
            left=tuple(plain(found["place"]) for found in _LEFT.finditer(words)),
            quoted_days=frozenset(_days(note.text, note.quoted)),
            runs=tuple(run for run in shortened.beside_nouns(words) if run),
        )


_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„\n]{4,200})[”\"»“]")


def _phrases(own: str) -> Iterator[str]:
    phrases = (plain(found[1]) for found in _QUOTED.finditer(own))
    return (phrase for phrase in phrases if len(phrase) >= _SHORTEST)


def _days(text: str, span: Span) -> Iterator[tuple[int, int | None, int | None]]:
    for piece in days.find(text, span.start, span.end):
        low = max(span.start, piece.start - _BEFORE)
        is_new = TOWARDS.search(text, low, piece.start)
        is_former = any(words.search(text, low, piece.start) for words in (FORMER, DESCRIBED))
        if not is_new or is_former:
            yield _key(piece.first)


def _key(day: Day) -> tuple[int, int | None, int | None]:
    return day.month, day.number, day.year


def _points(event: Event, told: _Told) -> float:
    named = max(_named(title, told) for title in (event.title, *_other_titles(event)))
    is_on_day = _is_among(event.when.date, told.days)
    is_quoted = _is_among(event.when.date, told.quoted_days)
    has_noun = is_on_day and bool(_NOUN.get(event.kind, NAMES_EVENT).search(told.own))
    is_quoted_so = is_quoted and not named and bool(NAMES_EVENT.search(told.quoted))
    is_left = not named and any(
        f"{left} ".startswith(f"{place} ") for place in _places(event.venue) for left in told.left
    )
    told_of = named + is_on_day + 0.5 * has_noun + 0.5 * is_quoted * bool(named)
    weight = 1.0 if has_noun else 0.5 * bool(named)
    beside = weight * (_is_at(event, told) or _is_by(event, told)) if weight else 0.0
    return told_of + is_quoted_so + is_left + beside


def _is_at(event: Event, told: _Told) -> bool:
    """Return whether a note names a part of where an event is held: its city, its house."""
    parts = (plain(part) for part in event.venue.split(","))
    return any(len(part) >= _LONG_WORD and f" {part} " in told.own for part in parts)


def _is_by(event: Event, told: _Told) -> bool:
    """Return whether a note names who holds an event."""
    names = (plain(party.name) for party in event.organisers)
    return any(len(name) >= _SHORTEST and f" {name} " in told.own for name in names)


def _places(venue: str) -> Iterator[str]:
    """Yield the parts of a place that tell it from others."""
    parts = (plain(part) for part in venue.split(","))
    return (part for part in parts if len(part) >= _SHORTEST and " " in part)


_LEFT = re.compile(
    r"(?<!\w)(?:not|nicht|ikke|non|no|instead of|rather than|statt|from|au lieu|en lugar"
    r"|i stedet for)\s"
    r"(?:(?:at|in|im|i|på|the|den|dem|der|au|aux|à|dans|en|el|la|le|du|de|del)\s){0,3}"
    r"(?P<place>[A-ZÀ-Þ][^.;\n]{3,60})"
)
"""What something is not at any more: "not at Harbour House but"."""


def _other_titles(event: Event) -> Iterator[str]:
    return (title.text for title in event.other_titles)


@lru_cache(maxsize=32_768)
def _words(title: str) -> tuple[str, str, frozenset[str]]:
    """Return a title in plain words, what of it stands before a colon, and its telling words."""
    whole, first = plain(title), plain(re.split(r"[:–—|]", title, maxsplit=1)[0])
    return whole, first, frozenset(w for w in whole.split() if len(w) >= _LONG_WORD) - _NOUNS


def _named(title: str, told: _Told) -> float:
    whole, first, telling = _words(title)
    if len(whole) < _SHORTEST:
        return 0.0
    if told.subject == whole:
        return 4.0
    places = (told.own, told.quoted, f" {told.subject} ")
    if any(f" {whole} " in place for place in places):
        return 3.0
    if len(first) >= _SHORTEST and " " in first and any(f" {first} " in place for place in places):
        return SURE
    if any(f" {phrase} " in f" {whole} " for phrase in told.phrases):
        return SURE
    beginning = " ".join(whole.split()[:_FEWEST_WORDS])
    if len(beginning) >= _LONG_ENOUGH and f" {beginning} " in told.own:
        return 2.0
    shared = telling & told.words
    if not shared:
        return 0.0
    is_like = len(shared) >= 2 and len(shared) >= _SHARED * len(telling)
    return max(1.5 if is_like else 0.0, _shortened(whole, told))


def _shortened(whole: str, told: _Told) -> float:
    words = frozenset(whole.split())
    together = shortened.told(words - _NOUNS, told.runs)
    subject = shortened.telling(told.subject.split())
    is_subject = len(subject) >= 2 and all(shortened.is_of(words, word) for word in subject)
    return _BY_WORDS[2 if is_subject else min(together, 2)]


def _is_among(date: dt.date | None, named: frozenset[tuple[int, int | None, int | None]]) -> bool:
    if date is None:
        return False
    return bool(named & {(date.month, date.day, date.year), (date.month, date.day, None)})


_NOUN = {kind: re.compile(any_of(*words), re.IGNORECASE) for kind, words in EVENT_NOUNS.items()}
_DEFINITE = {
    kind: re.compile(
        rf"(?<!\w)(?:the|this|our|le|la|l['’]|el|das|der|die) {any_of(*words)}", re.IGNORECASE
    )
    for kind, words in EVENT_NOUNS.items()
    if kind is not EventKind.OTHER
}
_NOUNS = frozenset(
    {"seminar", "meeting", "session", "conference", "workshop", "webinar", "event", "panel"}
    | {"discussion", "launch", "training", "forum", "with", "from", "about", "security", "cyber"}
)
"""Words of many titles, which tell none from another."""
