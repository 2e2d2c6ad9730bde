"""Which record somebody means, and the words that it is known by."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.desk.reading import Reading
from briefing.errors import BriefingError
from briefing.model import (
    Argument,
    Document,
    Event,
    Forum,
    Line,
    Note,
    Position,
    Proposal,
    ProposalState,
    Question,
    R,
    Record,
    Source,
    Stakeholder,
    Task,
)
from briefing.text import clean, fold

NAMED_TYPES: tuple[type[Record], ...] = (Event, Task, Forum, Stakeholder, Question, Position)
"""The kinds that a person looks for by their words, the likeliest first."""

_MOST_NAMED = 6


class NotFoundError(BriefingError):
    """Nothing held is meant by some words."""

    def __init__(self, words: str) -> None:
        super().__init__(
            f"nothing is called {clean(words)!r}; `briefing find` looks inside records"
        )


class AmbiguousError(BriefingError):
    """Several records could be meant."""

    def __init__(self, words: str, found: Sequence[Record]) -> None:
        listed = "; ".join(f"{r.id} ({title_of(r)})" for r in found[:_MOST_NAMED])
        more = f"; and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
        super().__init__(f"{clean(words)!r} could be any of {len(found)}: {listed}{more}")


def resolve(desk: Reading, words: str, kinds: Sequence[type[Record]] = NAMED_TYPES) -> Record:
    """Return the one record meant by an id, a name, an id's beginning, or words of a name.

    Proposals that somebody decided are meant by their ids alone. Raises NotFoundError or
    AmbiguousError.
    """
    wanted = words.strip()
    exact = desk.store.find(wanted)
    if exact is not None and isinstance(exact, tuple(kinds)):
        return exact
    for found in _meant(desk, wanted, kinds):
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(wanted, found)
    raise NotFoundError(wanted)


def resolve_as(desk: Reading, words: str, kind: type[R]) -> R:
    """Return the one record of a kind that is meant; see `resolve`."""
    found = resolve(desk, words, (kind,))
    assert isinstance(found, kind)
    return found


def title_of(record: Record) -> str:
    """Return what a record is called on one line."""
    match record:
        case Event() | Source():
            return clean(record.title)
        case Task():
            return clean(record.what)
        case Forum():
            return clean(f"{record.acronym}: {record.name}" if record.acronym else record.name)
        case Stakeholder():
            return clean(record.name)
        case Question():
            return clean(record.text)
        case Argument():
            return clean(record.reason)
        case Line():
            return clean(record.wording)
        case Position():
            return clean(f"{record.holder}: {record.claim}")
        case Document():
            return clean(f"{record.symbol} {record.title}")
        case Proposal():
            return title_of(record.draft)
        case Note():
            return clean(f"note on {record.subject}")
        case _:
            return record.id


def matches(record: Record, words: Iterable[str]) -> bool:
    """Return whether a record's text holds every word, folded already."""
    text = fold(haystack(record))
    return all(word in text for word in words)


def haystack(record: Record) -> str:
    """Return the words of a record that a person would look it up by."""
    title, names, rest = told_of(record)
    return " ".join((title, *names, *rest))


class Told(NamedTuple):
    """The words of a record, the likeliest to be looked for first."""

    title: str
    names: tuple[str, ...] = ()
    """Its other names, and those of the people and bodies in it."""
    rest: tuple[str, ...] = ()


def told_of(record: Record) -> Told:
    """Return the words of a record that a person would look it up by, in their parts."""
    title = title_of(record)
    match record:
        case Event():
            names = [title.text for title in record.other_titles]
            names += [party.name for party in (*record.organisers, *record.partners)]
            names += [f"{s.name} {s.role} {s.affiliation}" for s in record.speakers]
            rest = [record.venue, record.mode or "", *record.topics, *record.forums]
            return Told(title, tuple(names), (*rest, *(item.title for item in record.agenda)))
        case Task():
            return Told(title, rest=(record.kind, record.condition, record.state, record.who))
        case Forum() | Stakeholder():
            return Told(title, record.aliases, (record.kind,))
        case Question():
            answer = record.answer
            points = (point.text for point in answer.points)
            return Told(
                title, rest=(*record.topics, answer.short, answer.medium, answer.long, *points)
            )
        case Position():
            rest = [record.topic, record.document, record.stance, record.forum or ""]
            return Told(title, (record.holder,), tuple(rest))
        case Source():
            return Told(title, (record.body, record.name), (record.address,))
        case Document():
            return Told(title)
        case Line():
            return Told(title, rest=(record.objective, record.opening, record.red_line))
        case Note():
            written = (record.bottom_line, record.purpose, record.background, record.next_step)
            return Told(title, rest=(*written, *record.objectives, *record.points))
        case _:
            return Told(title)


def _beginning(desk: Reading, wanted: str, kinds: Sequence[type[Record]]) -> list[Record]:
    ids = desk.store.ids_beginning(wanted) if wanted else []
    records = [desk.store.find(id) for id in ids]
    return [r for r in records if r and isinstance(r, tuple(kinds)) and not _is_decided(r)]


def _meant(desk: Reading, wanted: str, kinds: Sequence[type[Record]]) -> Iterator[list[Record]]:
    """Yield what is called just so, what begins so, what holds the words in its name by kind."""
    folded = fold(clean(wanted))
    words = folded.split()
    held = [r for kind in kinds for r in desk.store.all(kind) if not _is_decided(r)]
    called = [record for record in held if folded in (fold(name) for name in names_of(record))]
    yield [record for record in called if isinstance(record, NAMED_TYPES)]
    yield called
    yield _beginning(desk, wanted, kinds)
    for kind in kinds if words else ():
        yield [
            record
            for record in held
            if isinstance(record, kind)
            and all(word in fold(" ".join(names_of(record))) for word in words)
        ]


def _is_decided(record: Record) -> bool:
    return isinstance(record, Proposal) and record.state is not ProposalState.WAITING


def names_of(record: Record) -> tuple[str, ...]:
    """Return what a record is called, each of which names it alone."""
    if isinstance(record, Forum):
        return (record.acronym or record.name, record.name, *record.aliases)
    if isinstance(record, Stakeholder):
        return (record.name, *record.aliases)
    if isinstance(record, Event):
        return (title_of(record), *(title.text for title in record.other_titles))
    return (title_of(record),)
