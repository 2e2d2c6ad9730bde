"""What may be meant by what is typed in a field: names that the desk holds, the most used first."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nsmallest
from typing import NamedTuple

from briefing.desk.desk import Desk
from briefing.desk.edit import referred
from briefing.desk.find import names_of, title_of
from briefing.gazetteer import tables
from briefing.model import (
    Document,
    Event,
    Forum,
    Position,
    Question,
    Record,
    Source,
    Stakeholder,
    Task,
)
from briefing.text import clean, fold, squeeze

MOST = 5
"""So many are offered at once."""

_RANKED = 2_000
"""Of so many that fit the likeliest are chosen."""

_STEP = 16
"""Records between two stops of `gather`: less than a millisecond."""

_LISTED = frozenset(("organisers", "partners", "speakers", "topics", "forums", "aligned"))
"""Fields with several values, parted by semicolons."""

_HOLDS: Mapping[str, str] = {
    "aligned": "party",
    "body": "party",
    "holder": "party",
    "language": "language",
    "organisers": "party",
    "partners": "party",
    "speakers": "speaker",
    "topic": "topic",
    "topics": "topic",
    "venue": "venue",
    "who": "person",
}
"""Field -> the sort of name that it holds, where it names no record."""


class Offer(NamedTuple):
    """A name that could be meant."""

    text: str
    """What would stand in the field."""
    more: str = ""
    """What else tells which it is."""


class _Name(NamedTuple):
    offer: Offer
    folded: str
    """Its words, each behind a space."""


class Offers:
    """The names that are held. Make one, and go through `gather` in slices."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._names: dict[str, dict[str, _Name]] = {}
        """Sort -> what stands in the field -> the name."""
        self._times: dict[str, dict[str, int]] = {}
        self._called: dict[type[Record], dict[str, str]] = {}
        """Kind -> id -> what the record is called, folded, a line each."""
        self.is_whole = False
        """Whether all names are gathered."""

    def gather(self) -> Iterator[None]:
        """Take in all names that are held, and stop every few records for whoever has to work."""
        for topic in tables.topics():
            self._add("topic", Offer(topic.name))
        yield
        for kind, tell in _TELLS.items():
            for number, id in enumerate(list(self._desk.store.table(kind).lines)):
                record = self._desk.store.get(kind, id)
                if record is not None:
                    called = "\n".join(map(fold, names_of(record)))
                    self._called.setdefault(kind, {})[id] = f"\n{called}\n"
                    for sort, offer in tell(record):
                        self._add(sort, offer)
                if number % _STEP == 0:
                    yield
        self.is_whole = True

    def meant(self, kind: type[Record], words: str) -> list[str]:
        """Return the ids of what could be meant by some words, in the order of `find.resolve`."""
        wanted, folded = words.strip(), fold(clean(words))
        held = self._called.get(kind, {})
        if wanted in held:
            return [wanted]
        whole = f"\n{folded}\n"
        exact = [id for id, called in held.items() if whole in called]
        begun = exact or [id for id in held if wanted and id.startswith(wanted)]
        if begun or not folded:
            return begun
        found = list(held)
        for word in folded.split():
            found = [id for id in found if word in held[id]]
        return found

    def of(self, kind: type[Record], path: str, typed: str) -> list[Offer]:
        """Return what may be meant by the last item of what was typed in a field of a kind."""
        named = referred(kind, path)
        sort = named.__name__ if named else _HOLDS.get(path, "")
        words = fold(_last(path, typed)[1]).split()
        if not sort or not words:
            return []
        times, begun = self._times.get(sort, {}), f" {' '.join(words)}"
        found = list(self._names.get(sort, {}).values())
        for word in (f" {word}" for word in words):
            found = [name for name in found if word in name.folded]
        first = [name for name in found if name.folded.startswith(begun)][:_RANKED]
        best = nsmallest(
            MOST,
            first if len(first) >= MOST else dict.fromkeys((*first, *found[:_RANKED])),
            key=lambda n: (not n.folded.startswith(begun), -times[n.offer.text], n.offer.text),
        )
        is_it = len(best) == 1 and fold(best[0].offer.text).split() == words
        return [] if is_it else [name.offer for name in best]

    def _add(self, sort: str, offer: Offer) -> None:
        if not offer.text:
            return
        names, times = self._names.setdefault(sort, {}), self._times.setdefault(sort, {})
        times[offer.text] = times.get(offer.text, 0) + 1
        if offer.text not in names:
            told = " ".join(fold(f"{offer.text} {offer.more}").split())
            names[offer.text] = _Name(offer, f" {told}")


def taken(path: str, typed: str, offer: Offer) -> str:
    """Return what stands in a field when an offer has the place of what was typed last."""
    return f"{_last(path, typed)[0]}{offer.text}"


def _last(path: str, typed: str) -> tuple[str, str]:
    """Return what stands before the last item of a field, and that."""
    before, semicolon, last = typed.rpartition(";") if path in _LISTED else ("", "", typed)
    return (f"{before}; " if semicolon else "", squeeze(last))


# What a record tells ----------------------------------------------------------------------------

_Told = Iterable[tuple[str, Offer]]


def _of_forum(forum: Forum) -> _Told:
    yield "Forum", Offer(clean(forum.acronym or forum.name), clean(forum.name))


def _of_stakeholder(stakeholder: Stakeholder) -> _Told:
    yield "Stakeholder", Offer(clean(stakeholder.name), clean(", ".join(stakeholder.aliases)))
    yield "party", Offer(clean(stakeholder.name), clean(", ".join(stakeholder.aliases)))


def _of_event(event: Event) -> _Told:
    day = f"{event.when.date:%Y-%m-%d}" if event.when.date else ""
    yield "Event", Offer(title_of(event), day)
    yield "venue", Offer(clean(event.venue))
    yield "language", Offer(clean(event.language))
    yield from (("topic", Offer(clean(topic))) for topic in event.topics)
    for party in (*event.organisers, *event.partners):
        yield "party", Offer(_item(party.name))
    for speaker in event.speakers:
        parts = (speaker.name, speaker.role, speaker.affiliation)
        yield "speaker", Offer(", ".join(_item(part) for part in parts if part))


def _of_task(task: Task) -> _Told:
    yield "person", Offer(clean(task.who))


def _of_question(question: Question) -> _Told:
    yield "Question", Offer(title_of(question))
    yield from (("topic", Offer(clean(topic))) for topic in question.topics)


def _of_position(position: Position) -> _Told:
    yield "Position", Offer(title_of(position))
    yield "party", Offer(_item(position.holder))
    yield "topic", Offer(clean(position.topic))


def _of_source(source: Source) -> _Told:
    yield "Source", Offer(title_of(source), clean(source.body))
    yield "party", Offer(_item(source.body))


def _of_document(document: Document) -> _Told:
    yield "Document", Offer(clean(document.symbol), clean(document.title))


def _item(text: str) -> str:
    """Return a name as it can stand in a list."""
    return clean(text).replace(";", ",")


_TELLS: Mapping[type[Record], Callable[..., _Told]] = {
    Forum: _of_forum,
    Stakeholder: _of_stakeholder,
    Event: _of_event,
    Task: _of_task,
    Source: _of_source,
    Document: _of_document,
    Question: _of_question,
    Position: _of_position,
}
