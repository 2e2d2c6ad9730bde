"""How our records and words are known again in calendar files: by UIDs and by a heading."""

import re
from uuid import UUID, uuid5

from briefing.model import Event, Task

_OURS = UUID("6f0c6f57-1c1f-4b0e-9a55-8a2d5b1f7c3e")
"""The space of names in which the ids of our records are UIDs (RFC 9562, section 5.5)."""

PRODUCT = "-//Briefing//Briefing desk//EN"
"""What stands in our calendar files for the program that made them."""

OWN_WORDS = "Noted in Briefing:"
"""The line that heads what we write below an item; whatever follows it is no news to a desk."""

_SESSION = re.compile(r" \d{8}(?:T\d{6})?")
"""What stands behind the UID of a series where one session of it is held."""


def uid_of(record: Event | Task) -> str:
    """Return the UID of a record: its calendar's own, else one made from its id.

    A UID tells nobody what it names (RFC 7986, section 5.3). The session of a series, which shares
    the UID of its series, gets one of its own: many programs take two items of one UID for one.
    """
    if isinstance(record, Event) and is_of_calendar(record):
        return record.uid
    return own_uid(record)


def own_uid(record: Event | Task) -> str:
    """Return the UID that is made from a record's id."""
    return str(uuid5(_OURS, f"{type(record).__name__} {record.id}"))


def is_of_calendar(event: Event) -> bool:
    """Return whether somebody else's calendar gave an event its UID, and counts its changes."""
    return bool(event.uid) and not _SESSION.search(event.uid)
