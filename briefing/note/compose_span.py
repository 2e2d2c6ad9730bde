"""Records to the note on some days: what can be filled is filled, with its source."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from briefing.config import Me
from briefing.note import happened, session
from briefing.note.assembly import assembled
from briefing.note.blocks import Block, BriefingNote, Item, Prompt, SectionName, one_line, plain
from briefing.note.changes import since_last
from briefing.note.kinds import Kind
from briefing.note.ledger import Ledger, Value, at
from briefing.note.material import material
from briefing.note.outlook import Outlook
from briefing.note.outlook_row import short
from briefing.note.span import Span, SpanHeld, SpanScene
from briefing.note.words import Words, known_language

MOST_NAMED = 2
"""How many events are named of which nothing tells why one goes there."""


def compose_span(
    span: Span,
    held: SpanHeld,
    *,
    home: ZoneInfo,
    today: dt.date,
    kind: Kind,
    me: Me | None = None,
    language: str = "en",
) -> BriefingNote:
    """Return the note on some days as it stands today; nothing in it is made up."""
    note, _ = composed_span(span, held, home=home, today=today, kind=kind, me=me, language=language)
    return note


def composed_span(
    span: Span,
    held: SpanHeld,
    *,
    home: ZoneInfo,
    today: dt.date,
    kind: Kind,
    me: Me | None = None,
    language: str = "en",
) -> tuple[BriefingNote, tuple[Value, ...]]:
    """Return the note on some days, and the values of records that it tells, in its order."""
    words = Words(known_language(language), held.labels)
    scene = SpanScene(
        span=span,
        held=held,
        kind=kind,
        ledger=Ledger(held, words),
        home=home,
        today=today,
        me=me or Me(),
        words=words,
    )
    days_ahead = Outlook(scene)
    note = assembled(scene, _title(scene), _top(scene), partial(_told, scene, days_ahead))
    asked = (*note.prompts, *_asked_why(scene, days_ahead))
    return replace(note, prompts=asked), tuple(scene.ledger.values)


def _told(scene: SpanScene, days_ahead: Outlook, part: SectionName) -> tuple[Block, ...]:
    written = scene.written_blocks(part)
    if (of_outlook := _OF_OUTLOOK.get(part)) is not None:
        return (*written, *of_outlook(days_ahead))
    from_records = _FROM_RECORDS.get(part)
    return (*written, *(from_records(scene) if from_records else ()))


def _asked_why(scene: SpanScene, days_ahead: Outlook) -> Iterator[Prompt]:
    """Yield that nothing tells why one goes to some events; it is written in the notes on them."""
    if scene.kind.part(SectionName.DAYS) is None:
        return
    names = [f"“{short(event.title)}”" for event in days_ahead.without_why()]
    if names:
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        told = f"{', '.join(names[:MOST_NAMED])}{more}"
        words = f"Nothing tells why one goes to {told}; say so in the purpose of the note on it."
        yield Prompt(section=SectionName.DAYS, words=words)


def _changed(scene: SpanScene) -> tuple[Block, ...]:
    return since_last(scene, material(scene.span.subject, scene.held))


_OF_OUTLOOK: Mapping[SectionName, Callable[[Outlook], tuple[Block, ...]]] = {
    SectionName.DAYS: Outlook.days,
    SectionName.DUE: Outlook.due,
    SectionName.CLASHES: Outlook.clashes,
    SectionName.IN_FULL: Outlook.in_full,
}
_FROM_RECORDS: Mapping[SectionName, Callable[[SpanScene], tuple[Block, ...]]] = {
    SectionName.CHANGES: _changed,
    SectionName.HAPPENED: session.happened,
    SectionName.MOVED: session.moved,
    SectionName.PROMISES: happened.promised,
    SectionName.NEXT_STEP: session.next_step,
}
"""What records say in a part, under what the person wrote there."""


# Title and head ---------------------------------------------------------------------------------


def _title(scene: SpanScene) -> str:
    days = scene.words.date(scene.span.when, weekday=False)
    forum = scene.held.forum
    return f"{one_line(forum.acronym or forum.name)}, {days}" if forum else days


def _top(scene: SpanScene) -> tuple[Item, ...]:
    words, forum = scene.words, scene.held.forum
    days = Item(label=words.say("Days"), text=plain(words.date(scene.span.when)))
    rows = (days, *_nothing(scene))
    if forum is None:
        return rows
    name = f"{forum.name} ({forum.acronym})" if forum.acronym else forum.name
    return (scene.ledger.item(words.say("Forum"), name, *at(forum, "name", "acronym")), *rows)


def _nothing(scene: SpanScene) -> tuple[Item, ...]:
    """Return that nothing is held of what the note is about, where so: it is not left out."""
    held, say = scene.held, scene.words.say
    is_empty = {
        SectionName.DAYS: not (held.events or held.some_day),
        SectionName.HAPPENED: not (session.begun(scene) or held.positions),
    }
    parts = (name for name, is_so in is_empty.items() if is_so and scene.kind.part(name))
    unwritten = [name for name in parts if not scene.written(name)]
    told = plain(say("nothing is known of these days"))
    return tuple(Item(label=scene.words.term(name), text=told) for name in unwritten)
