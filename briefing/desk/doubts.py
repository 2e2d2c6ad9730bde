"""Doubts that are one and the same: found together, so that one answer can do for all of them."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.desk import fields
from briefing.model import Decision, Doubt, DoubtKind, Evidence, Proposal
from briefing.when import When
from briefing.when_words import clock_name

_QUOTED = re.compile("“[^”]*”")


class Place(NamedTuple):
    """A value of a draft that waits."""

    proposal: Proposal
    path: str

    @property
    def evidence(self) -> Evidence:
        """What the value rests on."""
        return self.proposal.draft.evidence[self.path]

    @property
    def value(self) -> object:
        """The value itself."""
        return fields.value_at(self.proposal.draft, self.path)


def alike(doubted: Iterable[Place], place: Place) -> tuple[Place, ...]:
    """Return those of some doubted values, of the same source, that share a doubt of this one.

    A value that somebody decided shares none.

    A doubt is shared where it is of one kind and about the same thing: the same year guessed, the
    same zone taken, or the same sentence but for the words that it quotes.
    """
    is_open = place.evidence.decision is Decision.UNDECIDED
    wanted = shared(place) if is_open else frozenset()
    if not wanted:
        return ()
    return tuple(
        other
        for other in doubted
        if other.proposal.source == place.proposal.source
        and (other.proposal.id, other.path) != (place.proposal.id, place.path)
        and not wanted.isdisjoint(shared(other))
    )


def shared(place: Place) -> frozenset[Hashable]:
    """Return what the doubts of a value are about, to be held against those of others."""
    return frozenset(gist(doubt, place.value) for doubt in place.evidence.doubts)


def gist(doubt: Doubt, value: object) -> Hashable:
    """Return what a doubt is about; that of another value is the same where it is about that."""
    about = _ABOUT.get(doubt.kind, _sentence)
    return doubt.kind, about(doubt, value)


def open_places(waiting: Iterable[Proposal]) -> Iterator[Place]:
    """Yield every doubted value that nobody has decided, in the order of its draft's fields."""
    for proposal in waiting:
        yield from (Place(proposal, path) for path in doubted(proposal))


def doubted(proposal: Proposal) -> list[str]:
    """Return the paths of a draft's values with an open doubt, in the order of its fields."""
    draft = proposal.draft
    found = [
        path
        for path, evidence in draft.evidence.items()
        if evidence.doubts and evidence.decision is Decision.UNDECIDED
    ]
    order = {name: number for number, name in enumerate(draft.__struct_fields__)}
    return sorted(found, key=lambda path: order.get(path.partition("/")[0], len(order)))


def asked(place: Place, others: Sequence[Place]) -> str:
    """Return the question that one answer settles: "2023 for all 12?"."""
    kinds = {doubt.kind for doubt in place.evidence.doubts}
    value, number = place.value, len(others) + 1
    whole = f"all {number}" if number > 2 else "both"
    if isinstance(value, When) and value.date is not None:
        if kinds & _YEAR:
            return f"{value.date.year} for {whole}?"
        if kinds & _ZONE and not value.is_floating:
            return f"{clock_name(value)} for {whole}?"
    return f"Right for {whole}?"


def _year(_: Doubt, value: object) -> Hashable:
    return value.date.year if isinstance(value, When) and value.date else None


def _zone(doubt: Doubt, value: object) -> Hashable:
    if isinstance(value, When) and not value.is_floating:
        return value.zone, value.written_zone
    return _sentence(doubt, value)


def _page(_: Doubt, __: object) -> Hashable:
    return ""


def _sentence(doubt: Doubt, _: object) -> Hashable:
    return _QUOTED.sub("“”", doubt.words)


_YEAR = {DoubtKind.YEAR_INFERRED, DoubtKind.YEAR_MISSING}

_ZONE = {DoubtKind.ZONE_AMBIGUOUS, DoubtKind.ZONE_INFERRED, DoubtKind.ZONE_MISSING}

_ABOUT: Mapping[DoubtKind, Callable[[Doubt, object], Hashable]] = {
    **dict.fromkeys(_YEAR, _year),
    **dict.fromkeys(_ZONE, _zone),
    DoubtKind.DAY_OR_MONTH_FIRST: _page,
    DoubtKind.LINK_MISSING: _page,
}
"""What a doubt is about where it is not told by its sentence: how a page is written, mostly."""
