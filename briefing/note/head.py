"""The head of a note: what, when, where and how in, then who may see it and how far to trust it."""

import datetime as dt

from briefing.config import Me
from briefing.model import Access, Event, Handling
from briefing.note.blocks import Item, Mark, capital, one_line, plain
from briefing.note.ledger import at
from briefing.note.scene import Scene
from briefing.note.words import Words


def top(scene: Scene) -> tuple[Item, ...]:
    """Return what the event's own record says, in the order that a reader asks for it."""
    event, words = scene.event, scene.words
    item = scene.ledger.item
    title, path = words.title(event)
    rows = [item(capital(words.term(event.kind)), title, *at(event, path))]
    if event.cancelled:
        rows.append(item(words.say("Status"), words.say("CANCELLED"), *at(event, "cancelled")))
    elif event.postponed:
        told = words.say("POSTPONED; the old date follows")
        rows.append(item(words.say("Status"), told, *at(event, "postponed")))
    parent = scene.held.parent
    if parent is not None:
        title, path = words.title(parent)
        values = (*at(event, "parent"), *at(parent, path))
        rows.append(item(words.say("Part of"), title, *values))
    rows.append(_when(scene))
    places = (
        (words.say("Where"), _where(event, words)),
        (words.say("How in"), [] if _is_over(scene) else _how_in(event, words)),
    )
    for label, told_at in places:
        if told_at:
            said = words.listed(text for text, _ in told_at)
            rows.append(item(label, capital(said), *at(event, *(path for _, path in told_at))))
    return tuple(rows)


def foot(
    handling: Handling,
    version: str,
    me: Me,
    marks: tuple[Mark, ...],
    today: dt.date,
    words: Words,
) -> tuple[Item, ...]:
    """Return who may see the note, who made it when, and how far its facts are checked."""
    author = ", ".join(part for part in (me.name, me.organisation) if part)
    facts = words.listed((words.day(today, weekday=False), _trust(marks, words)))
    rows = (
        (words.say("Handling"), _handling(handling, words)),
        (words.say("Version"), version),
        (words.say("Author"), author),
        (words.say("Facts as of"), facts if marks else ""),
    )
    return tuple(Item(label=label, text=plain(text)) for label, text in rows if text)


def marking(handling: Handling, words: Words) -> str:
    """Return who may see the note, as it stands on every page: "For my office"."""
    level = words.level(handling.level)
    return f"{level} · {words.say('Chatham House rule')}" if handling.chatham_house else level


def _is_over(scene: Scene) -> bool:
    last_day = scene.event.when.last_date
    return last_day is not None and last_day < scene.today


def _when(scene: Scene) -> Item:
    when, words = scene.event.when, scene.words
    label = words.say("When")
    if when.is_dated:
        return scene.ledger.item(label, words.moment(when, scene.home), *at(scene.event, "when"))
    if "when" not in scene.event.evidence:
        return Item(label=label, text=plain(words.say("No date yet")))
    printed = one_line(when.written)
    told = words.say("No date: “{written}”", written=printed) if printed else ""
    return scene.ledger.item(label, told or words.say("No date yet"), *at(scene.event, "when"))


def _where(event: Event, words: Words) -> list[tuple[str, str]]:
    mode = words.term(event.mode) if event.mode else ""
    told = ((mode, "mode"), (one_line(event.venue), "venue"))
    return [(text, path) for text, path in told if text]


def _how_in(event: Event, words: Words) -> list[tuple[str, str]]:
    access = "" if event.access is Access.UNKNOWN else words.term(event.access)
    pass_words = {
        True: words.say("a pass is needed as well"),
        False: words.say("no pass is needed"),
        None: "",
    }
    told = ((access, "access"), (pass_words[event.pass_needed], "pass_needed"))
    return [(text, path) for text, path in told if text]


def _trust(marks: tuple[Mark, ...], words: Words) -> str:
    """Return how far the facts can be relied on: "9 of 29 not checked, 10 without a source"."""
    total = len(marks)
    unchecked = sum(not mark.checked for mark in marks)
    unsourced = sum(not mark.numbers for mark in marks)
    checked = words.say("{number} of {total} not checked", number=unchecked, total=total)
    sourced = words.say("{number} of {total} without a source", number=unsourced, total=total)
    told = [said for said, number in ((checked, unchecked), (sourced, unsourced)) if number]
    return ", ".join(told) or words.say("all checked")


def _handling(handling: Handling, words: Words) -> str:
    level = words.level(handling.level)
    if not handling.chatham_house:
        return level
    rule = words.say("Chatham House rule: what was said may be used, who said it may not be told")
    return f"{level}. {rule}"
