"""Names that the reader may recognise: those of the desk, and those of the field beside it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefing.desk import the_field
from briefing.gazetteer import tables
from briefing.gazetteer.entries import ForumEntry, StakeholderEntry
from briefing.model import Forum, Stakeholder
from briefing.reader.known import Name
from briefing.store import Store
from briefing.text import fold


def names(store: Store) -> Iterator[Name]:
    """Yield what may be recognised: what a store holds, then what the field knows beside it.

    Of the field's, one that goes by a name of a desk's own is left out: it is likely the same.
    """
    forums, stakeholders = list(store.all(Forum)), list(store.all(Stakeholder))
    yield from map(_name_of_forum, forums)
    yield from _beside(forums, _forums())
    yield from map(_name_of_stakeholder, stakeholders)
    yield from _beside(stakeholders, _stakeholders())


class _Known(NamedTuple):
    """A name of the field, and how it may be spelled."""

    name: Name
    spelled: frozenset[str]


def _beside(held: Sequence[Forum | Stakeholder], known: Mapping[str, _Known]) -> Iterator[Name]:
    ids = {record.id for record in held}
    own = {name for record in held if record.id not in known for name in _spelled(record)}
    return (one.name for id, one in known.items() if id not in ids and not one.spelled & own)


def _spelled(record: Forum | Stakeholder) -> frozenset[str]:
    acronym = record.acronym if isinstance(record, Forum) else ""
    return frozenset(fold(name) for name in (record.name, acronym, *record.aliases) if name)


@cache
def _forums() -> Mapping[str, _Known]:
    return {one.id: _Known(_name_of_forum(one), _spelled(one)) for one in the_field.forums()}


@cache
def _stakeholders() -> Mapping[str, _Known]:
    known = the_field.stakeholders()
    return {one.id: _Known(_name_of_stakeholder(one), _spelled(one)) for one in known}


@cache
def _forum_entries() -> Mapping[str, ForumEntry]:
    return {entry.id: entry for entry in tables.forums()}


@cache
def _stakeholder_entries() -> Mapping[str, StakeholderEntry]:
    return {entry.id: entry for entry in tables.stakeholders()}


def _name_of_forum(forum: Forum) -> Name:
    entry = _forum_entries().get(forum.id)
    return Name(
        id=forum.id,
        name=forum.name,
        acronym=forum.acronym,
        aliases=forum.aliases,
        kind=forum.kind,
        needs_context=entry.needs_context if entry else (),
        is_forum=True,
        is_policy_forum=entry.policy_forum if entry else True,
        first_year=entry.first_year if entry else None,
        last_year=entry.last_year if entry else None,
    )


def _name_of_stakeholder(stakeholder: Stakeholder) -> Name:
    entry = _stakeholder_entries().get(stakeholder.id)
    return Name(
        id=stakeholder.id,
        name=stakeholder.name,
        aliases=stakeholder.aliases,
        kind=stakeholder.kind,
        adjectives=entry.adjectives if entry else (),
        needs_context=entry.needs_context if entry else (),
        local=tuple(entry.local.items()) if entry else (),
    )
