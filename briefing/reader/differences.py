"""What a record that was read again changes of the one that is held, field by field."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeVar

import msgspec

from briefing.model import (
    Access,
    AgendaItem,
    Alternative,
    Doubt,
    DoubtKind,
    Event,
    EventKind,
    Evidence,
    Link,
    Part,
    Party,
    Record,
    Speaker,
    Task,
)
from briefing.text import fold
from briefing.when import Precision, When, ZoneBasis, zone_info

R = TypeVar("R", bound=Record)

_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    Event: (
        *("title", "kind", "when", "mode", "venue", "organisers", "partners", "speakers"),
        *("forums", "agenda", "links", "access", "pass_needed", "cancelled", "postponed"),
    ),
    Task: ("due", "how", "condition"),
}
"""What is compared; topics and languages are guessed anew from every page."""

_SAYS_NOTHING = (None, "", False, Access.UNKNOWN, EventKind.OTHER)


class Taken(NamedTuple):
    """A value as it would be, and by path what its changed parts rest on."""

    value: object
    evidence: Mapping[str, Evidence]


def changed(held: R, draft: R) -> R:
    """Return a held record as a draft would have it; only what changes has evidence.

    What the draft does not say stays, and so does what it says in other words.
    """
    taken = {name: _taken(name, held, draft) for name in _FIELDS.get(type(held), ())}
    new = {name: one for name, one in taken.items() if one.value != getattr(held, name)}
    evidence = {path: found for one in new.values() for path, found in one.evidence.items()}
    values = {name: one.value for name, one in new.items()}
    return msgspec.structs.replace(held, **values, evidence=evidence)


def _taken(name: str, held: Record, draft: Record) -> Taken:
    ours, theirs = getattr(held, name), getattr(draft, name)
    if isinstance(ours, tuple):
        return _items(name, ours, theirs, draft)
    resting = draft.evidence_at(name) or {name: Evidence()}
    if isinstance(ours, When):
        moved = moment(ours, theirs)
        first = resting.get(name, Evidence())
        return Taken(moved.when, {**resting, name: _with(first, moved)})
    if name == "title" and is_same(untagged(ours), untagged(theirs)):
        return Taken(ours, {})
    is_guess = isinstance(ours, EventKind) and ours not in _SAYS_NOTHING
    if theirs in _SAYS_NOTHING or is_guess or is_same(ours, theirs):
        return Taken(ours, {})
    return Taken(theirs, resting)


def differing(one: Record, other: Record, paths: Iterable[str]) -> list[str]:
    """Return the fields at some paths that have not the same value in two records."""
    names = dict.fromkeys(path.partition("/")[0] for path in paths)
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def is_same(ours: object, theirs: object) -> bool:
    """Return whether a value says no more than what is held: "Room IX" of "Palais, Room IX"."""
    if isinstance(ours, str) and isinstance(theirs, str):
        return _telling(theirs) <= _telling(ours)
    return ours == theirs


def _telling(text: str) -> set[str]:
    return set(plain(text).split()) - _JOINING


_JOINING = frozenset({"the", "a", "an", "of", "at", "in", "and", "for", "on"})
"""Words that come and go where the same is said in another order."""


def plain(text: str) -> str:
    """Return the folded words of a text, without its marks."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


_TAGS = re.compile(
    r"(?:(?:re|fwd?|sv|vs|aw|wg|tr|rv|updated?|amended|revised|correct(?:ed|ion)|corrigendum"
    r"|cancell?ed|cancellation|postpone(?:d|ment)|rescheduled|moved|reminder|invitation"
    r"|save the date|(?:new|change of) (?:date|time|venue|place|link|room)"
    r"|oppdatert|endret|rettelse|flyttet|utsatt|avlyst|påminnelse|ny (?:dato|tid)|nytt (?:sted|rom)"
    r"|mise à jour|reporté|report|déplacé|annulé|annulation|rappel|nouvelle (?:date|heure|salle)"
    r"|aktualisiert|verschoben|verlegt|abgesagt|absage|erinnerung|neuer (?:termin|raum|ort)"
    r"|actualizad[oa]|aplazad[oa]|trasladad[oa]|cancelad[oa]|recordatorio"
    r"|nueva (?:fecha|hora|sala))"
    r"(?:\W{0,3}[:|–—-]\s+|\s*[:|]\s*)|[\[(][^\[\]()\n]{2,30}[\])]\s*)+",
    re.IGNORECASE,
)
"""What is put before a title when something about the event is told anew."""


@lru_cache(maxsize=32_768)
def untagged(title: str) -> str:
    """Return the plain words of a title without the tags that come and go before it."""
    tags = _TAGS.match(title)
    return plain(title[tags.end() :] if tags else title) or plain(title)


# Lists -------------------------------------------------------------------------------------------

_NAMES: Mapping[type, str] = {
    Party: "name",
    Speaker: "name",
    Link: "address",
    AgendaItem: "title",
}
"""By which of its fields an item is known again."""

_PARTS: Mapping[type, tuple[str, ...]] = {
    Speaker: ("role", "affiliation"),
    AgendaItem: ("time", "end_time", "day"),
}
"""What may be new of an item that is held."""


def _items(name: str, ours: tuple[object, ...], theirs: tuple[object, ...], draft: Record) -> Taken:
    """Return a list with what is new in another one; nothing is left out for not being there."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(ours):
        by_name[_known_by(item)].append(at)
    value, evidence = list(ours), dict[str, Evidence]()
    for item in theirs:
        resting = _resting(draft, name, item)
        places = by_name[_known_by(item)]
        if not places and isinstance(item, Link) and not item.address:
            continue
        if not places:
            value.append(item)
            evidence |= resting
            continue
        at = places.pop(0)
        held = value[at]
        if isinstance(held, Part) and isinstance(item, Part):
            value[at], parts = _renewed(name, held, item, resting)
            evidence |= parts
    return Taken(tuple(value), evidence)


def _resting(draft: Record, name: str, item: object) -> dict[str, Evidence]:
    path = f"{name}/{getattr(item, 'key', item)}"
    return draft.evidence_at(path) or {path: Evidence()}


def _renewed(
    name: str, held: Part, item: Part, resting: Mapping[str, Evidence]
) -> tuple[Part, dict[str, Evidence]]:
    """Return a held item with what another telling of it has anew."""
    key, new_key = getattr(held, "key", ""), getattr(item, "key", "")
    whole = resting.get(f"{name}/{new_key}", Evidence())
    new = {
        part: getattr(item, part)
        for part in _PARTS.get(type(held), ())
        if getattr(item, part) not in _SAYS_NOTHING
        and not is_same(_all_of(held, part), getattr(item, part))
    }
    evidence = {
        f"{name}/{key}/{part}": resting.get(f"{name}/{new_key}/{part}", whole) for part in new
    }
    return msgspec.structs.replace(held, **new), evidence


def _all_of(held: Part, part: str) -> object:
    """Return where a part's words may stand: of a speaker, role and organisation in one."""
    return f"{held.role} {held.affiliation}" if isinstance(held, Speaker) else getattr(held, part)


def _known_by(item: object) -> str:
    field = _NAMES.get(type(item))
    return plain(str(getattr(item, field))) if field else str(getattr(item, "key", item))


# Times -------------------------------------------------------------------------------------------


class Moved(NamedTuple):
    """When something would be, with what is to be said of it."""

    when: When
    doubts: tuple[Doubt, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


def moment(ours: When, theirs: When) -> Moved:
    """Return when something is that was held to be at one time and is told of anew.

    A new day without a time keeps the time, a new time without an end drops the end, each with a
    doubt; a zone that is only inferred never replaces one that is held.
    """
    if theirs.date is None or _is_within(theirs, ours):
        return Moved(ours)
    if ours.date is None:
        return Moved(theirs)
    if not theirs.is_timed:
        return _on_other_days(ours, theirs)
    theirs = _zoned(ours, theirs)
    is_later = (theirs.date, theirs.time) != (ours.date, ours.time)
    if theirs.end_time is None and theirs.time == ours.time and ours.end_date is None:
        theirs = msgspec.structs.replace(theirs, end_time=ours.end_time)
    if _says_nothing_new(ours, theirs):
        return Moved(ours)
    if is_later and theirs.end_time is None and ours.end_time is not None:
        return Moved(theirs, *_without_end(ours, theirs))
    return Moved(theirs)


def _is_within(theirs: When, ours: When) -> bool:
    """Return whether a time without a clock only says roughly what is held."""
    if theirs.is_timed or ours.date is None or theirs.date is None:
        return False
    last, ours_last = theirs.last_date or theirs.date, ours.end_date or ours.date
    is_rough = theirs.precision in (Precision.MONTH, Precision.YEAR)
    is_start = theirs.date == ours.date and theirs.end_date is None
    if ours.precision in (Precision.MONTH, Precision.YEAR):
        return is_rough and (theirs.date, last) == (ours.date, ours.last_date)
    if is_rough:
        return theirs.date <= ours.date <= last
    return is_start or (theirs.date, last) == (ours.date, ours_last)


def _on_other_days(ours: When, theirs: When) -> Moved:
    if not ours.is_timed or theirs.precision is not Precision.DAY:
        return Moved(theirs)
    kept = msgspec.structs.replace(
        ours,
        date=theirs.date,
        end_date=theirs.end_date,
        offset=ours.offset if ours.zone is None else None,
        written=theirs.written,
    )
    words = f"No time is given for the new day; {ours.time:%H:%M} is kept."
    return Moved(kept, (Doubt(kind=DoubtKind.UNSURE, words=words),))


_PRINTED = (ZoneBasis.OFFSET, ZoneBasis.ABBREVIATION, ZoneBasis.CITY)


def _zoned(ours: When, theirs: When) -> When:
    if theirs.zone_basis in _PRINTED or not ours.is_timed or ours.is_floating:
        return theirs
    return msgspec.structs.replace(
        theirs,
        zone=ours.zone,
        zone_place=ours.zone_place,
        zone_basis=ours.zone_basis,
        written_zone=ours.written_zone,
        offset=ours.offset if ours.zone is None or ours.date == theirs.date else None,
    )


def _says_nothing_new(ours: When, theirs: When) -> bool:
    home = zone_info("UTC")
    one, other = ours.span(home), theirs.span(home)
    if not ours.is_timed or ours.is_floating != theirs.is_floating or not one or not other:
        return False
    return one.start == other.start and (one.end == other.end or theirs.end_time is None)


def _without_end(ours: When, theirs: When) -> tuple[tuple[Doubt, ...], tuple[Alternative, ...]]:
    assert ours.end_time is not None
    words = f"No new end is given; it was to end at {ours.end_time:%H:%M}."
    doubt = Doubt(kind=DoubtKind.UNSURE, words=words)
    return (doubt,), tuple(_with_length_kept(ours, theirs))


def _with_length_kept(ours: When, theirs: When) -> Iterator[Alternative]:
    home = zone_info("UTC")
    span, new = ours.span(home), theirs.span(home)
    if span is None or new is None or theirs.end_date is not None or ours.end_date is not None:
        return
    end = (new.start + (span.end - span.start)).astimezone(theirs.clock(home))
    value = msgspec.structs.replace(theirs, end_time=end.time().replace(tzinfo=None))
    yield Alternative(value=value, why="as long as it was")


def _with(evidence: Evidence, moved: Moved) -> Evidence:
    return msgspec.structs.replace(
        evidence,
        doubts=(*evidence.doubts, *moved.doubts),
        alternatives=(*evidence.alternatives, *moved.alternatives),
    )
