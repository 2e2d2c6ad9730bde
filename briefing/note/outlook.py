"""Some days ahead: what is on, where, who goes and why; what is due, and what clashes."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from briefing.arrange.clashes import Clash, reason
from briefing.arrange.due import safe
from briefing.arrange.questions import occasions
from briefing.model import Engagement, Event, Going, Mode, Position, Stance, Task, TaskState
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
from briefing.when_words import home_clock_words

MOST_FORUMS, MOST_TOPICS = 2, 1
"""How many of an event's forums and topics tell why one goes there: a line has room for so many."""

LONGEST_NAME = 48
"""Letters of a title where it is told in full elsewhere in the note."""

_SHARES = (5, 7, 4, 4, 4)
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")


def days(scene: SpanScene) -> tuple[Block, ...]:
    """Return what is on, a row an event in order of time; its mark is behind what it is.

    Of who goes and why there is a column where anything is known of it.
    """
    say = scene.words.say
    columns = (say("When"), say("What"), say("Where"), say("Who goes"), say("Why"))
    own = _own(scene)
    rows = tuple(_row(scene, event, own.get(event.id)) for event in scene.held.events)
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
    """Return what the person can't attend both of, or more than one of, and why."""
    return _listed(_clash(scene, told, held) for told, held in _together(scene))


def title(words: Words, event: Event) -> str:
    """Return what an event is called, and whether it takes place."""
    states = ((event.cancelled, words.say("cancelled")), (event.postponed, words.say("postponed")))
    state = next((told for is_so, told in states if is_so), "")
    return f"{one_line(event.title)} ({state})" if state else one_line(event.title)


def where(words: Words, event: Event) -> str:
    """Return house and room or city, without the street, and whether one can be there online."""
    house, *others = one_line(event.venue).split(", ")
    room = [part for part in others[:1] if not part[:1].isdigit()]
    online = words.term(Mode.ONLINE) if event.mode in (Mode.ONLINE, Mode.HYBRID) else ""
    return "; ".join(part for part in (", ".join((house, *room)), online) if part)


def short(title: str) -> str:
    """Return a title that stands in full elsewhere, cut between words where it is long."""
    line = one_line(title)
    if len(line) <= LONGEST_NAME:
        return line
    cut = line[:LONGEST_NAME]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,;:–-')}…"


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


def _row(scene: SpanScene, event: Event, own: Position | None) -> tuple[Text, ...]:
    words = scene.words
    values = at(event, "title", "when", "mode", "venue", "cancelled", "postponed")
    return (
        _when(scene, event.when),
        scene.ledger.cell(title(words, event), *values),
        plain(where(words, event)),
        plain(_who(scene, event)),
        _why(scene, event, own),
    )


def _when(scene: SpanScene, when: When) -> Text:
    day, clocks = Run(text=_date(scene, when), is_strong=True), scene.words.clocks(when, scene.home)
    return (day, Run(text=f", {clocks}")) if clocks else (day,)


def _date(scene: SpanScene, when: When) -> str:
    """Return its date, without the year where that of the days goes without saying."""
    words, span = scene.words, scene.span
    if not when.is_timed and when.precision is not Precision.DAY:
        return words.moment(when, scene.home)
    years = {day.year for day in (span.first, span.last, when.date, when.last_date) if day}
    date = words.date(when)
    return date.removesuffix(f" {span.last.year}") if len(years) == 1 else date


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


def _why(scene: SpanScene, event: Event, own: Position | None) -> Text:
    """Return why it matters, as far as somebody wrote it or records tell it; often nothing."""
    if written := _written_why(scene, event):
        return plain(written)
    told = tuple(_told_why(scene, event, own))
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


def _told_why(
    scene: SpanScene, event: Event, own: Position | None
) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Yield its forums, its topics and what the person's own side holds on them."""
    others = (key for key in event.forums if key != scene.span.forum)
    forums = [scene.held.forums[key] for key in others if key in scene.held.forums]
    for forum in forums[:MOST_FORUMS]:
        path = "acronym" if forum.acronym else "name"
        yield forum.acronym or forum.name, (*at(event, f"forums/{forum.id}"), *at(forum, path))
    if event.topics:
        yield ", ".join(event.topics[:MOST_TOPICS]), at(event, "topics")
    if own is not None:
        stance = scene.words.term(own.stance)
        yield scene.words.say("our position: {stance}", stance=stance), claims.values(own)


def _own(scene: SpanScene) -> Mapping[str, Position]:
    """Return the last position of the person's own side on what is discussed, by event's id."""
    asked_at = {question.id: occasions(question) for question in scene.held.questions}
    on_topic: dict[str, set[str]] = defaultdict(set)
    for event in scene.held.events:
        for topic in event.topics:
            on_topic[fold(topic)].add(event.id)
    found: dict[str, Position] = {}
    for position in sorted(scene.held.own, key=lambda p: (p.on or dt.date.min, p.id)):
        if position.stance is not Stance.UNKNOWN:
            bearing = asked_at.get(position.question or "", set()) | on_topic[fold(position.topic)]
            found |= dict.fromkeys({*bearing, position.event or ""}, position)
    return found


# Clashes ----------------------------------------------------------------------------------------


def _together(scene: SpanScene) -> Iterator[tuple[str, tuple[Event | Engagement, ...]]]:
    """Yield why things clash, and those that do: where each clashes with each they are told once.

    In the order of the first of them.
    """
    order = {held.id: place for place, held in enumerate(_that_clash(scene))}
    by_reason: dict[str, list[Clash]] = defaultdict(list)
    for clash in scene.held.clashes:
        by_reason[_reason(scene.words, clash)].append(clash)
    found = [(told, held) for told, pairs in by_reason.items() for held in _sets(pairs)]
    yield from sorted(found, key=lambda one: [order[held.id] for held in one[1]])


def _that_clash(scene: SpanScene) -> list[Event | Engagement]:
    held = {one.id: one for clash in scene.held.clashes for one in (clash.one, clash.other)}
    return sorted(held.values(), key=lambda one: one.when.sort_key(scene.home))


def _sets(pairs: list[Clash]) -> list[tuple[Event | Engagement, ...]]:
    """Return what clashes, as sets in which each clashes with each, every pair in one at least."""
    linked = {frozenset((clash.one.id, clash.other.id)) for clash in pairs}
    sets: list[dict[str, Event | Engagement]] = []
    for clash in pairs:
        pair = {held.id: held for held in (clash.one, clash.other)}
        fitting = (s for s in sets if all(_fits(id, s, linked) for id in pair))
        together = next(fitting, None)
        if together is None:
            sets.append(pair)
        else:
            together |= pair
    return [tuple(together.values()) for together in sets]


def _fits(id: str, together: Collection[str], linked: Collection[frozenset[str]]) -> bool:
    return all(other == id or frozenset((id, other)) in linked for other in together)


def _clash(scene: SpanScene, told: str, held: tuple[Event | Engagement, ...]) -> Item:
    """Return things that clash, each with its hours at home."""
    values: list[Value] = []
    texts = []
    for one in held:
        if isinstance(one, Event):
            values += at(one, "title", "when")
        else:
            scene.ledger.saw(one)
        name = short(one.title) if isinstance(one, Event) else scene.words.say("busy elsewhere")
        texts.append(f"{name} ({_at_home(scene, one.when)})")
    label = capital(f"{_date(scene, held[0].when)}, {told}")
    # What there is to doubt about them is told where they stand day by day.
    return Item(label=label, text=(scene.ledger.fact(" / ".join(texts), *values),))


def _at_home(scene: SpanScene, when: When) -> str:
    """Return its hours on the clock at home, by which things can be compared; else its date."""
    at_home = home_clock_words(when, scene.home)
    return at_home or scene.words.clocks(when, scene.home) or _date(scene, when)


def _reason(words: Words, clash: Clash) -> str:
    if not clash.needed:
        return words.say(reason(clash))
    between = words.count(clash.between, "minute")
    told = words.say("{minutes} between, {needed} needed", minutes=between, needed=clash.needed)
    return told if clash.is_sure else words.say("may be too tight: {reason}", reason=told)
