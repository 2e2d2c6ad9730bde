"""What an item of a calendar is called and what is told below it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.arrange.in_calendars import OWN_WORDS
from briefing.exchange.published import published
from briefing.model import (
    Access,
    Decision,
    Event,
    Link,
    Mode,
    Record,
    Source,
    Task,
    TaskState,
)
from briefing.text import clean, fold
from briefing.when_words import date_words

_TOLD_OF: Mapping[str, str] = {
    "title": "title",
    "what": "what is to be done",
    "when": "time",
    "due": "deadline",
    "venue": "place",
    "cancelled": "that it is called off",
}
"""The fields that a calendar shows, and what they are called there."""

_ACCESS: Mapping[Access, str] = {
    Access.OPEN: "open to all",
    Access.REGISTRATION: "by registration",
    Access.INVITATION: "by invitation",
    Access.ACCREDITED: "for the accredited",
}

_WEB = re.compile(r"https?://[^\s<>\"\\^`{|}]{1,1500}")


def event_title(event: Event) -> str:
    """Return what an event is called; Outlook does not show that something is called off."""
    title = clean(event.title)
    tag = "Cancelled" if event.cancelled else "Postponed" if event.postponed else ""
    return f"{tag}: {title}" if tag and not _SAYS_SO.match(fold(title)) else title


_SAYS_SO = re.compile(
    r"\W*(?:cancel|annul|avlyst|abgesagt|postpone|report|utsatt|verschoben|aplaza)"
)
"""How a title begins, folded, that says by itself that something is not on."""


def place(event: Event) -> str:
    """Return where an event is, as calendars say it: "Harbour Hall; online"."""
    venue = clean(event.venue)
    if event.mode is Mode.HYBRID and venue:
        return f"{venue}; online"
    return venue or ("Online" if event.mode is Mode.ONLINE else "")


def task_title(task: Task, event: Event | None) -> str:
    """Return what a task is called, so that it says by itself what it is: "Due: Register – …"."""
    state = "Due" if task.state is TaskState.TO_DO else task.state.value.capitalize()
    of = f" – {clean(event.title)}" if event else ""
    return f"{state}: {clean(task.what)}{of}"


def web_address(links: Sequence[Link]) -> str:
    """Return the first address of a web page; empty where there is none."""
    return next((link.address for link in links if _WEB.fullmatch(link.address)), "")


def event_words(event: Event, parent: Event | None, sources: Sequence[Source]) -> str:
    """Return what is told below an event."""
    return _below((*_of_event(event, parent), *_links(event.links), *_sources(sources)))


def task_words(task: Task, event: Event | None, sources: Sequence[Source]) -> str:
    """Return what is told below a task."""
    return _below((*_of_task(task, event), *_links(task.how), *_sources(sources)))


def _below(lines: Sequence[str]) -> str:
    return "\n".join((OWN_WORDS, *lines)) if lines else ""


def _of_event(event: Event, parent: Event | None) -> Iterator[str]:
    if event.cancelled:
        yield "It is called off."
    elif event.postponed:
        yield "It is put off and no new date is known; this is the former one."
    if event.when.is_floating:
        yield "The time zone is not given."
    if event.when.is_timed and event.when.end_time is None:
        yield "The end is not given."
    yield from _unsure(event)
    if parent is not None:
        yield f"Part of: {clean(parent.title)}"
    if event.organisers:
        yield f"Organised by: {'; '.join(clean(party.name) for party in event.organisers)}"
    if event.partners:
        yield f"With: {'; '.join(clean(party.name) for party in event.partners)}"
    if event.access in _ACCESS:
        yield f"Access: {_ACCESS[event.access]}"
    if event.pass_needed:
        yield "A building pass is needed."


def _of_task(task: Task, event: Event | None) -> Iterator[str]:
    if task.due.written:
        yield f"Deadline as written: {clean(task.due.written)}"
    if task.condition:
        yield f"Condition: {clean(task.condition)}"
    if event is not None and event.when.is_dated:
        yield f"For: {clean(event.title)}, {date_words(event.when)}"
    if task.who:
        yield f"Who: {clean(task.who)}"
    yield from _unsure(task)


def _unsure(record: Record) -> Iterator[str]:
    """Yield what of that which a calendar shows nobody has checked, and why to doubt it."""
    told = {path: found for path, found in record.evidence.items() if path in _TOLD_OF}
    open_ones = [path for path, found in told.items() if found.decision is Decision.UNDECIDED]
    if open_ones:
        yield f"Not checked: {', '.join(_TOLD_OF[path] for path in sorted(open_ones))}"
    for path in open_ones:
        yield from (f"Doubt: {clean(doubt.words)}" for doubt in told[path].doubts)


def _links(links: Sequence[Link]) -> Iterator[str]:
    """Yield addresses; Google shows no other (hacken-in/hacken-in, issue 190)."""
    found = [link for link in links if not link.kept]
    if found:
        yield "Links:"
    for link in found:
        words, address = clean(link.words), clean(link.address)
        yield f"- {words}: {address}" if words not in ("", address) else f"- {address}"


def _sources(sources: Sequence[Source]) -> Iterator[str]:
    if sources:
        yield "Sources:"
    for source in sources:
        told = (source.title, source.body, published(source), source.address)
        yield f"- {', '.join(clean(part) for part in told if part)}"
