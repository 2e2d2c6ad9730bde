"""The head of a note: what, when, where and how in, then who may see it and how far to trust it."""

from briefing.config import Me
from briefing.model import Access, Event, Handling, Level, Mode
from briefing.note.blocks import Item, Mark, capital, one_line, plain
from briefing.note.ledger import at
from briefing.note.scene import Scene
from briefing.when_words import day_words, words


def top(scene: Scene) -> tuple[Item, ...]:
    """Return what the event's own record says, in the order that a reader asks for it."""
    event, item = scene.event, scene.ledger.item
    rows = [item(capital(event.kind), event.title, *at(event, "title"))]
    if event.cancelled:
        rows.append(item("Status", "CANCELLED", *at(event, "cancelled")))
    elif event.postponed:
        rows.append(item("Status", "POSTPONED; the old date follows", *at(event, "postponed")))
    parent = scene.held.parent
    if parent is not None:
        rows.append(item("Part of", parent.title, *at(event, "parent"), *at(parent, "title")))
    rows.append(_when(scene))
    for label, told in (("Where", _where(event)), ("How in", _how_in(event))):
        if told:
            said = "; ".join(text for text, _ in told)
            rows.append(item(label, capital(said), *at(event, *(path for _, path in told))))
    return tuple(rows)


def foot(scene: Scene, me: Me, marks: tuple[Mark, ...]) -> tuple[Item, ...]:
    """Return who may see the note, who made it when, and how far its facts are checked."""
    handling = scene.ledger.handling
    today = day_words(scene.today, weekday=False)
    author = ", ".join(part for part in (me.name, me.organisation) if part)
    rows = (
        ("Handling", _handling_words(handling)),
        ("Version", f"Draft of {today}"),
        ("Author", author),
        ("Facts as of", f"{today}; {_trust(marks)}"),
    )
    return tuple(Item(label=label, text=plain(text)) for label, text in rows if text)


_ACCESS_WORDS = {
    Access.OPEN: "open to all",
    Access.REGISTRATION: "by registration",
    Access.INVITATION: "by invitation only",
    Access.ACCREDITED: "for accredited participants only",
}
_MODE_WORDS = {
    Mode.ONLINE: "online",
    Mode.IN_PERSON: "in person",
    Mode.HYBRID: "in person and online",
}
_LEVEL_WORDS = {
    Level.ME: "for me only",
    Level.OFFICE: "for my office",
    Level.ORGANISATION: "for my organisation",
    Level.COMMUNITY: "for the community",
    Level.PUBLIC: "public",
}
_CHATHAM_HOUSE = "Chatham House rule: what was said may be used, who said it may not be told"


def _when(scene: Scene) -> Item:
    when = scene.event.when
    if when.is_dated:
        return scene.ledger.item("When", words(when, scene.home), *at(scene.event, "when"))
    if "when" not in scene.event.evidence:
        return Item(label="When", text=plain("No date yet"))
    told = f"No date: “{one_line(when.written)}”" if when.written else "No date yet"
    return scene.ledger.item("When", told, *at(scene.event, "when"))


def _where(event: Event) -> list[tuple[str, str]]:
    mode = _MODE_WORDS[event.mode] if event.mode else ""
    told = ((mode, "mode"), (one_line(event.venue), "venue"))
    return [(text, path) for text, path in told if text]


def _how_in(event: Event) -> list[tuple[str, str]]:
    told = (
        (_ACCESS_WORDS.get(event.access, ""), "access"),
        ("a pass is needed as well" if event.pass_needed else "", "pass_needed"),
        ("no pass is needed" if event.pass_needed is False else "", "pass_needed"),
    )
    return [(text, path) for text, path in told if text]


def _trust(marks: tuple[Mark, ...]) -> str:
    """Return how far the facts can be relied on: "9 of 29 not checked, 10 without a source"."""
    lacks = (
        ("not checked", sum(not mark.checked for mark in marks)),
        ("without a source", sum(not mark.numbers for mark in marks)),
    )
    told = [f"{number} of {len(marks)} {what}" for what, number in lacks if number]
    return ", ".join(told) or "all checked"


def _handling_words(handling: Handling) -> str:
    level = _LEVEL_WORDS[handling.level]
    return capital(f"{level}. {_CHATHAM_HOUSE}" if handling.chatham_house else level)
