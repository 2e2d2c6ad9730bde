"""Forums and stakeholders: where policy is made, and who holds views."""

import datetime as dt

from briefing.gazetteer.entries import Openness, StakeholderKind
from briefing.model.basis import Part, Record
from briefing.when import When


class Milestone(Part, frozen=True, kw_only=True):
    """A dated step of a forum."""

    key: str
    what: str
    when: When = When()


class Forum(Record, frozen=True, kw_only=True):
    """A process, body or standing conference where the field's policy is made."""

    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    openness: Openness | None = None
    mandate: str = ""
    period: str = ""
    """Years as documented: "2021–2025"."""
    parent: str | None = None
    succeeds: str | None = None
    milestones: tuple[Milestone, ...] = ()


class Membership(Part, frozen=True, kw_only=True):
    """Belonging to a group; None where the beginning is not known or there is no end."""

    key: str
    group: str
    since: dt.date | None = None
    until: dt.date | None = None


class Stakeholder(Record, frozen=True, kw_only=True):
    """A state, group of states, body, company, organisation or community."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: StakeholderKind = StakeholderKind.ORGANISATION
    memberships: tuple[Membership, ...] = ()
