"""Files and links attached to an event or a task.

A file is kept whole as a source, and the record has a link to it whose address is "source:ID".
"""

import re

import msgspec

from briefing.desk import intake
from briefing.desk.desk import Desk, Edit
from briefing.desk.find import title_of
from briefing.errors import BriefingError
from briefing.model import (
    KEPT,
    Citation,
    Decision,
    Event,
    Evidence,
    Link,
    Record,
    Source,
    Task,
    new_key,
)
from briefing.reader import Incoming, Proposed
from briefing.text import clean, squeeze

Holder = Event | Task
"""What has links."""

_ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)\S+", re.IGNORECASE)


class AttachedError(BriefingError):
    """What is to be attached is attached already."""

    def __init__(self, holder: Holder, what: str) -> None:
        super().__init__(f"{clean(what)} is attached to {title_of(holder)} already")


def is_address(text: str) -> bool:
    """Return whether a text is an address and no file's path."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def attach_link(desk: Desk, holder: Holder, address: str, words: str = "") -> Holder:
    """Give a record a link, as one change; AttachedError."""
    typed = address.strip()
    whole = f"https://{typed}" if typed.lower().startswith("www.") else typed
    link = Link(key=new_key(), address=whole, words=squeeze(words))
    with desk.change(f"Attached a link to {title_of(holder)}") as edit:
        return _put(desk, edit, holder, link)


def attach_file(desk: Desk, holder: Holder, incoming: Incoming, words: str = "") -> Holder:
    """Keep a file and tie it to a record; UnreadableError, AttachedError."""
    before = intake.held(desk, incoming.raw)
    if before is not None:
        with desk.change(_label(holder, before)) as edit:
            return _put(desk, edit, holder, _link(before, words), before)
    return keep_file(desk, holder, incoming, intake.read(desk, incoming), words)


def keep_file(
    desk: Desk, holder: Holder, incoming: Incoming, proposed: Proposed, words: str = ""
) -> Holder:
    """Do what `attach_file` does with a file that was read already; nothing of it waits."""
    intake.require_text(incoming, proposed)
    source = intake.held(desk, incoming.raw) or proposed.source
    desk.store.keep_source(source.sha256, source.name, incoming.raw, proposed.text)
    with desk.change(_label(holder, source)) as edit:
        edit.put(source)
        return _put(desk, edit, holder, _link(source, words), source)


def _label(holder: Holder, source: Source) -> str:
    return f"Attached {title_of(source)} to {title_of(holder)}"


def _link(source: Source, words: str) -> Link:
    told = squeeze(words) or source.title or source.name
    return Link(key=new_key(), address=f"{KEPT}{source.id}", words=told)


def _put(
    desk: Desk, edit: Edit, holder: Holder, link: Link, source: Source | None = None
) -> Holder:
    held = desk.store.get(type(holder), holder.id) or holder
    path = "links" if isinstance(held, Event) else "how"
    links = held.links if isinstance(held, Event) else held.how
    if any(other.address == link.address for other in links):
        raise AttachedError(held, source.title if source else link.address)
    evidence = Evidence(
        citations=(Citation(source=source.id),) if source else (),
        decision=Decision.ADDED,
        decided_by=desk.person,
        decided_at=desk.now,
    )
    new = msgspec.structs.replace(
        held,
        **{path: (*links, link)},
        evidence={**held.evidence, f"{path}/{link.key}": evidence},
    )
    assert isinstance(new, Record)
    edit.put(new)
    return new
