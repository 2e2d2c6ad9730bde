"""What two sides claim of one value, and how a person is told that they disagree."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from briefing import when_words
from briefing.model import UNNAMED, Alternative, Decision, Doubt, DoubtKind, Evidence
from briefing.text import squeeze
from briefing.when import When

_LONGEST_QUOTE = 200


class Claim(NamedTuple):
    """What one side says that a value is."""

    value: object
    basis: Evidence | None
    """What it rests on: its own evidence, or that of what it stands in."""
    evidence: Mapping[str, Evidence]
    """The side's, by path."""
    is_new: bool
    """Whether this side changed it, found another version of it, or decided that it is right."""
    is_decided: bool
    """Whether a person decided it."""
    is_reread: bool
    """Whether a rule read it anew and no person has looked."""
    decided_by: str
    """Who decided it; empty where nobody did, or it is not known who wrote it since."""


class Disagreement(NamedTuple):
    """Two new claims about one value."""

    standing: Claim
    other: Claim

    @property
    def is_open(self) -> bool:
        """Whether a person has to decide; nobody is asked about a rule's reading once more."""
        return not (self.standing.is_decided and self.other.is_reread)


def with_other(basis: Evidence, disagreement: Disagreement) -> Evidence:
    """Return what a value rests on with the other side's, for a person to take."""
    standing, other = disagreement.standing, disagreement.other
    teller = "the other version" if other.decided_by in ("", UNNAMED) else other.decided_by
    first = Alternative(value=_offered(other.value), why=f"as {teller} has it")
    others = other.basis.alternatives if other.basis else ()
    by_value: dict[When | str, Alternative] = {}
    for alternative in (first, *basis.alternatives, *others):
        by_value.setdefault(alternative.value, alternative)
    by_value.pop(_offered(standing.value), None)
    alternatives = tuple(by_value.values())
    mended = msgspec.structs.replace(basis, alternatives=alternatives)
    if not disagreement.is_open:
        return mended
    said = _quoted(other.value)
    words = f"Changed in two places at once; {teller} has {said or 'nothing here'}."
    return doubted(mended, Doubt(kind=DoubtKind.VERSIONS_DISAGREE, words=words))


def doubted(basis: Evidence, doubt: Doubt) -> Evidence:
    """Return evidence that waits for a person again, without the doubts that were answered."""
    unanswered = basis.doubts if basis.decision is Decision.UNDECIDED else ()
    return msgspec.structs.replace(
        basis,
        doubts=tuple(dict.fromkeys((*unanswered, doubt))),
        decision=Decision.UNDECIDED,
        decided_by="",
        decided_at=None,
    )


def _offered(value: object) -> When | str:
    """Return a value as another reading: a time as it is, the rest as it would be typed."""
    match value:
        case When() | str():
            return value
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dt.date() | dt.time():
            return value.isoformat()
        case _:
            return msgspec.json.encode(value, order="deterministic").decode()


def _quoted(value: object) -> str:
    text = squeeze(_when_words(value) if isinstance(value, When) else str(_offered(value)))
    shown = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
    return f"“{shown}”" if shown else ""


def _when_words(moment: When) -> str:
    clock = f", {moment.time:%H:%M}" if moment.time else ""
    return f"{when_words.date_words(moment)}{clock}" if moment.is_dated else moment.written
