"""What the reader knows in tests: the gazetteer's forums and stakeholders."""

from collections.abc import Iterator
from functools import cache

from briefing.gazetteer import tables
from briefing.reader import Known, Name


@cache
def gazetteer() -> Known:
    return Known(names=tuple(_names()))


def _names() -> Iterator[Name]:
    for forum in tables.forums():
        yield Name(
            id=forum.id,
            name=forum.name,
            acronym=forum.acronym,
            aliases=forum.aliases,
            needs_context=forum.needs_context,
            is_forum=True,
            is_policy_forum=forum.policy_forum,
            first_year=forum.first_year,
            last_year=forum.last_year,
        )
    for holder in tables.stakeholders():
        yield Name(
            id=holder.id,
            name=holder.name,
            acronym=holder.acronym,
            aliases=holder.aliases,
            adjectives=holder.adjectives,
            needs_context=holder.needs_context,
            local=tuple(holder.local.items()),
        )
