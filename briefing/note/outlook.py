"""Some days ahead: what is on, where, who goes and why; what is due, and what clashes."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from briefing.arrange.clashes import Clash, reason
from briefing.arrange.due import safe
from briefing.arrange.questions import occasions
from briefing.model import Event, Going, Mode, Position, Stance, Task, TaskState
from briefing.note import claims
from briefing.note.blocks import (
    Block,
    Bullets,
    Item,
    Run,
    SectionName,
    Table,
    Text,
    capital,
    one_line,
    plain,
)
from briefing.note.ledger import Value, at
from briefing.note.logistics import SETTLED, deadline
from briefing.note.span import SpanScene
from briefing.note.words import Words
from briefing.note.written import written_in
from briefing.text import fold
from briefing.when import Precision, When

MOST_TOPICS = 2
"""How many of an event's topics tell why one goes there."""

_SHARES = (6, 6, 4, 3, 5)
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")


def days(scene: SpanScene) -> tuple[Block, ...]:
    """Return what is on, a row an event in order of time; its mark is behind what it is.

    Of who goes and why there is a column where anything is known of it.
    """
    say = scene.words.say
    columns = (say("When"), say("What"), say("Where"), say("Who goes"), say("Why"))
    rows = tuple(_row(scene, event) for event in scene.held.events)
    told = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    if not rows:
        return ()
    return (
        Table(
            columns=tuple(columns[place] for place in told),
            rows=tuple(tuple(row[place] for place in told) for row in rows),
            shares=tuple(_SHARES[place] for place in told),
        ),
    )


def due(scene: SpanScene) -> tuple[Block, ...]:
    """Return what must be done in these days, by deadline; not what is settled."""
    tasks = (t for t in scene.held.tasks if scene.span.has(safe(t.due).last_date))
    waiting = sorted(
        (task for task in tasks if task.state not in SETTLED),
        key=lambda task: safe(task.due).sort_key(scene.home),
    )
    return _listed(task_item(scene, task) for task in waiting)


def clashes(scene: SpanScene) -> tuple[Block, ...]:
    """Return what the person can't attend both of, and why."""
    return _listed(_clash(scene, clash) for clash in scene.held.clashes)


def title(words: Words, event: Event) -> str:
    """Return what an event is called, and whether it takes place."""
    states = ((event.cancelled, words.say("cancelled")), (event.postponed, words.say("postponed")))
    state = next((told for is_so, told in states if is_so), "")
    return f"{one_line(event.title)} ({state})" if state else one_line(event.title)


def where(words: Words, event: Event) -> str:
    """Return the place of an event, and whether one can be there online."""
    online = words.term(Mode.ONLINE) if event.mode in (Mode.ONLINE, Mode.HYBRID) else ""
    return "; ".join(part for part in (one_line(event.venue), online) if part)


def task_item(scene: SpanScene, task: Task) -> Item:
    """Return what is to be done until when, and for which event."""
    words, known = scene.words, {event.id: event for event in scene.held.events}
    event = known.get(task.event or "") or scene.held.occasions.get(task.event or "")
    state = "" if task.state is TaskState.TO_DO else words.term(task.state)
    details = (event.title if event else "", task.who, state)
    said = "; ".join(one_line(part) for part in (task.what, *details) if part)
    label = deadline(scene, task)
    return scene.ledger.item(label, said, *at(task, "what", "due", "who"), *_called(event))


def _called(event: Event | None) -> tuple[Value, ...]:
    return at(event, "title") if event else ()


def _listed(items: Iterable[Item]) -> tuple[Block, ...]:
    listed = tuple(items)
    return (Bullets(items=listed),) if listed else ()


# A row ------------------------------------------------------------------------------------------


def _row(scene: SpanScene, event: Event) -> tuple[Text, ...]:
    words = scene.words
    values = at(event, "title", "when", "mode", "venue", "cancelled", "postponed")
    return (
        _when(scene, event.when),
        scene.ledger.cell(title(words, event), *values),
        plain(where(words, event)),
        plain(_who(scene, event)),
        _why(scene, event),
    )


def _when(scene: SpanScene, when: When) -> Text:
    """Return date and clocks, without the year where that of the days goes without saying."""
    words, span = scene.words, scene.span
    if not when.is_timed and when.precision is not Precision.DAY:
        return plain(words.moment(when, scene.home))
    years = {day.year for day in (span.first, span.last, when.date, when.last_date) if day}
    date, clocks = words.date(when), words.clocks(when, scene.home)
    if len(years) == 1:
        date = date.removesuffix(f" {span.last.year}")
    day = Run(text=date, is_strong=True)
    return (day, Run(text=f", {clocks}")) if clocks else (day,)


def _who(scene: SpanScene, event: Event) -> str:
    attendance = scene.held.attendance.get(event.id)
    if attendance is None:
        return ""
    scene.ledger.saw(attendance)
    going, me = scene.words.term(attendance.going), one_line(scene.me.name)
    match attendance.going:
        case Going.GOING | Going.DONE:
            return me or capital(going)
        case Going.COVERED:
            return one_line(attendance.covered_by) or capital(going)
        case Going.INTERESTED if me:
            return f"{me} ({going})"
    return capital(going)


def _why(scene: SpanScene, event: Event) -> Text:
    """Return why it matters, as far as somebody wrote it or records tell it; often nothing."""
    if written := _written_why(scene, event):
        return plain(written)
    told = tuple(_told_why(scene, event))
    if not told:
        return ()
    values = (value for _, resting in told for value in resting)
    return (scene.ledger.fact("; ".join(text for text, _ in told), *values),)


def _written_why(scene: SpanScene, event: Event) -> str:
    note = scene.held.on_events.get(event.id)
    if note is None:
        return ""
    texts = (written_in(note, part) for part in (SectionName.PURPOSE, SectionName.BOTTOM_LINE))
    line = next((_first_sentence(text) for text in texts if text.strip()), "")
    if line:
        scene.ledger.saw(note)
    return line


def _first_sentence(text: str) -> str:
    line = one_line(text.strip().partition("\n\n")[0])
    end = _SENTENCE_END.search(line)
    return line[: end.end()].rstrip() if end else line


def _told_why(scene: SpanScene, event: Event) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Yield its forums, its topics and what the person's own side holds on them."""
    for forum in (scene.held.forums[key] for key in event.forums if key in scene.held.forums):
        path = "acronym" if forum.acronym else "name"
        yield forum.acronym or forum.name, (*at(event, f"forums/{forum.id}"), *at(forum, path))
    if event.topics:
        yield ", ".join(event.topics[:MOST_TOPICS]), at(event, "topics")
    own = _own(scene, event)
    if own is not None:
        stance = scene.words.term(own.stance)
        yield scene.words.say("our position: {stance}", stance=stance), claims.values(own)


def _own(scene: SpanScene, event: Event) -> Position | None:
    """Return the last position of the person's own side on what is discussed at an event."""
    topics = {fold(topic) for topic in event.topics}
    asked = {q.id for q in scene.held.questions if event.id in occasions(q)}
    bearing = [
        position
        for position in scene.held.own
        if position.stance is not Stance.UNKNOWN
        and (
            position.event == event.id
            or position.question in asked
            or fold(position.topic) in topics
        )
    ]
    return max(bearing, key=lambda p: (p.on or dt.date.min, p.id), default=None)


# Clashes ----------------------------------------------------------------------------------------


def _clash(scene: SpanScene, clash: Clash) -> Item:
    values: list[Value] = []
    told = []
    for held in clash[:2]:
        when = scene.words.moment(held.when, scene.home)
        if isinstance(held, Event):
            values += at(held, "title", "when")
            told.append(f"{one_line(held.title)}, {when}")
        else:
            scene.ledger.saw(held)
            told.append(f"{scene.words.say('busy elsewhere')}, {when}")
    return scene.ledger.item(capital(_reason(scene.words, clash)), " / ".join(told), *values)


def _reason(words: Words, clash: Clash) -> str:
    if not clash.needed:
        return words.say(reason(clash))
    between = words.count(clash.between, "minute")
    told = words.say("{minutes} between, {needed} needed", minutes=between, needed=clash.needed)
    return told if clash.is_sure else words.say("may be too tight: {reason}", reason=told)
