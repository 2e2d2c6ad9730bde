"""One event in an outlook: when, what, where, who goes and why."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.model import Attendance, Event, Going, Mode, Position, Record
from briefing.note import claims
from briefing.note.blocks import Run, SectionName, Text, capital, one_line, plain
from briefing.note.ledger import Value, at, open_doubts
from briefing.note.prose import first_sentence
from briefing.note.span import SpanScene
from briefing.note.words import Words
from briefing.note.written import written_in
from briefing.when import Precision, When

MOST_FORUMS, MOST_TOPICS = 2, 1
"""How many of an event's forums and topics tell why one goes there: a line has room for so many."""

LONGEST_NAME, LONGEST_TITLE, LONGEST_WHY = 48, 88, 60
"""Letters of a title in a line, of one in a row and of why, where they stand in full elsewhere."""

_A_MARK = "[00]"
_TAKES_PART = (Going.GOING, Going.COVERED, Going.DONE, Going.INTERESTED)


class Told(NamedTuple):
    """Something that is told of an event."""

    text: str
    values: tuple[Value, ...] = ()
    """What it rests on; what a person wrote or decided rests on nothing."""
    record: Record | None = None
    """Where they wrote or decided it."""


class Row(NamedTuple):
    """What is told of an event, before any of it is a fact in the note."""

    event: Event
    date: str
    clocks: str
    title: str
    where: str
    who: tuple[Told, ...]
    why: tuple[Told, ...]
    has_part: bool
    """Whether somebody goes, may go or was to go there, or wrote why."""

    def texts(self, *, is_short: bool = False) -> tuple[str, ...]:
        """Return what stands in each column, with the doubts on it; any mark for its own."""
        why = "; ".join(one.text for one in self.why)
        name = short(self.title, LONGEST_TITLE) if is_short else self.title
        doubts = (doubt.words for doubt in open_doubts(_facts(self.event)))
        return (
            f"{self.date}, {self.clocks}" if self.clocks else self.date,
            " ".join((name, _A_MARK, *doubts)),
            self.where,
            "; ".join(one.text for one in self.who),
            short(why, LONGEST_WHY) if is_short else why,
        )


def row(scene: SpanScene, event: Event, own: Position | None, above: Event | None) -> Row:
    """Return what is told of an event.

    `own` is what one's own side holds on what is discussed there, `above` the event that it is part
    of where that is told too.
    """
    attendance = scene.held.attendance.get(event.id)
    who, written = tuple(_who(scene, event, attendance)), _written_why(scene, event)
    has_speaker = any(one.values for one in who)
    return Row(
        event=event,
        date=date(scene, event.when),
        clocks=scene.words.clocks(event.when, scene.home),
        title=title(scene.words, event),
        where=where(scene.words, event),
        who=who,
        why=(written,) if written else tuple(_told_why(scene, event, own, above)),
        has_part=bool(written or has_speaker or (attendance and attendance.going in _TAKES_PART)),
    )


def cells(scene: SpanScene, told: Row, *, is_short: bool = False) -> tuple[Text, ...]:
    """Return a row of the table, its facts marked; shortened where it stands in full elsewhere."""
    name = short(told.title, LONGEST_TITLE) if is_short else told.title
    clocks = (Run(text=f", {told.clocks}"),) if told.clocks else ()
    return (
        (Run(text=told.date, is_strong=True), *clocks),
        scene.ledger.cell(name, *_facts(told.event)),
        plain(told.where),
        _text(scene, told.who),
        _text(scene, told.why, LONGEST_WHY if is_short else None),
    )


def date(scene: SpanScene, when: When) -> str:
    """Return its date, without the year where that of the days goes without saying."""
    words, span = scene.words, scene.span
    if not when.is_timed and when.precision is not Precision.DAY:
        return words.moment(when, scene.home)
    years = {day.year for day in (span.first, span.last, when.date, when.last_date) if day}
    told = words.date(when)
    return told.removesuffix(f" {span.last.year}") if len(years) == 1 else told


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
    return words.listed((", ".join((house, *room)), online))


def short(text: str, longest: int = LONGEST_NAME) -> str:
    """Return what stands in full elsewhere, cut between words where it is long."""
    line = one_line(text)
    if len(line) <= longest:
        return line
    cut = line[:longest]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,;:–-')}…"


def _facts(event: Event) -> tuple[Value, ...]:
    return at(event, "title", "when", "mode", "venue", "cancelled", "postponed")


def _text(scene: SpanScene, told: tuple[Told, ...], longest: int | None = None) -> Text:
    for one in told:
        if one.record is not None:
            scene.ledger.saw(one.record)
    line = scene.words.listed(one.text for one in told)
    text = short(line, longest) if longest else line
    values = [value for one in told for value in one.values]
    return (scene.ledger.fact(text, *values),) if values else plain(text)


# Who goes ---------------------------------------------------------------------------------------


def _who(scene: SpanScene, event: Event, attendance: Attendance | None) -> Iterator[Told]:
    """Yield who goes as the person decided, then who of the own side is on the programme."""
    if attendance is not None:
        yield Told(_decided(scene, attendance), record=attendance)
    for speaker in event.speakers:
        if speaker.stakeholder and speaker.stakeholder == scene.me.speaks_for:
            name = one_line(speaker.name) or one_line(scene.me.organisation)
            said = scene.words.say("{name} (on the programme)", name=name)
            yield Told(said, at(event, f"speakers/{speaker.key}"))


def _decided(scene: SpanScene, attendance: Attendance) -> str:
    going, me = scene.words.term(attendance.going), one_line(scene.me.name)
    match attendance.going:
        case Going.GOING | Going.DONE:
            return me or capital(going)
        case Going.COVERED:
            return one_line(attendance.covered_by) or capital(going)
        case Going.INTERESTED if me:
            return f"{me} ({going})"
    return capital(going)


# Why --------------------------------------------------------------------------------------------


def _written_why(scene: SpanScene, event: Event) -> Told | None:
    note = scene.held.on_events.get(event.id)
    if note is None:
        return None
    texts = (written_in(note, part) for part in (SectionName.PURPOSE, SectionName.BOTTOM_LINE))
    starts = (text.strip().partition("\n\n")[0] for text in texts)
    line = next((first_sentence(start) for start in starts if start), "")
    return Told(line, record=note) if line else None


def _told_why(
    scene: SpanScene, event: Event, own: Position | None, above: Event | None
) -> Iterator[Told]:
    """Yield its forums, its topics and what the person's own side holds on them.

    Not a forum that is told above it, or that the whole note is about.
    """
    elsewhere = {scene.span.forum, *(above.forums if above else ())}
    known = (scene.held.forums.get(id) for id in event.forums if id not in elsewhere)
    for forum in [forum for forum in known if forum is not None][:MOST_FORUMS]:
        path = "acronym" if forum.acronym else "name"
        values = (*at(event, f"forums/{forum.id}"), *at(forum, path))
        yield Told(forum.acronym or forum.name, values)
    if event.topics:
        # Without evidence it is how the house files the event.
        values = at(event, "topics") if event.evidence_at("topics") else ()
        yield Told(", ".join(event.topics[:MOST_TOPICS]), values)
    if own is not None:
        stance = scene.words.term(own.stance)
        said = scene.words.say("our position: {stance}", stance=stance)
        yield Told(said, claims.values(own))
