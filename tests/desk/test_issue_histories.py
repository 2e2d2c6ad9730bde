"""Random lives of a note: what its next issue tells is what a plain comparison finds."""

import datetime as dt
import hashlib
import random
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import msgspec
import pytest

from briefing.desk import issuing
from briefing.desk.desk import Desk
from briefing.desk.note_files import Wanted
from briefing.model import (
    Access,
    Answer,
    Asked,
    Decision,
    Event,
    Evidence,
    Forum,
    Mode,
    Note,
    Party,
    Position,
    Question,
    Record,
    Speaker,
    Stakeholder,
    Stance,
    Task,
    TaskKind,
    TaskState,
)
from briefing.note.blocks import Bullets, SectionName
from briefing.when import Precision, When, whole_day
from briefing.when_words import clock_words, date_words, words
from tests.desk.support import altered, make_folder, open_desk
from tests.support import IS_LONG

HOME = ZoneInfo("Europe/Oslo")
SUBJECT = "harbour-lights-ab2cd"
HISTORIES = 500 if IS_LONG else 20
STEPS = 6
R = msgspec.structs.replace
T = TypeVar("T")

World = dict[str, Record]
"""Id -> record, as they are at one moment."""

ENGLISH: dict[StrEnum | None, str] = {
    Mode.ONLINE: "online",
    Mode.IN_PERSON: "in person",
    Mode.HYBRID: "in person and online",
    Access.OPEN: "open to all",
    Access.REGISTRATION: "by registration",
    Access.INVITATION: "by invitation only",
}


# The plain comparison -----------------------------------------------------------------------------


def compared(old: World, new: World) -> list[str]:
    """What a person would find who lays two states side by side, field by field."""
    found = [
        *about_the_event(old[SUBJECT], new[SUBJECT]),
        *about_others(old, new),
        *about_tasks(old, new),
        *about_questions(old, new),
        *about_positions(old, new),
        *about_words(old, new),
    ]
    return sorted(sentence[0].upper() + sentence[1:] for sentence in found)


def about_the_event(old: Record, new: Record) -> Iterator[str]:
    assert isinstance(old, Event)
    assert isinstance(new, Event)
    yield from yes_or_no(old, new)
    yield from about_time(old.when, new.when)
    changed = {"when"} if as_read(old.when) != as_read(new.when) else set()
    if old.venue != new.venue:
        changed.add("venue")
        yield f"now in {new.venue}" if new.venue else (f"no place given any more (was {old.venue})")
    if old.mode != new.mode:
        changed.add("mode")
        yield f"now {ENGLISH[new.mode]}" if new.mode else f"no longer {ENGLISH[old.mode]}"
    if old.access != new.access:
        changed.add("access")
        yield f"now {ENGLISH[new.access]}"
    if old.title != new.title:
        changed.add("title")
        yield f"now called “{new.title}”"
    for label, before, after in (
        ("speaker", old.speakers, new.speakers),
        ("partner", old.partners, new.partners),
    ):
        for key in {item.key for item in (*before, *after)}:
            was = next((person(item) for item in before if item.key == key), None)
            now = next((person(item) for item in after if item.key == key), None)
            if was != now:
                changed.add(f"{label}s")
            if was is None and now is not None:
                yield f"{label} added: {now}"
            elif now is None and was is not None:
                yield f"{label} no longer named: {was}"
            elif was != now:
                yield f"{label}: {was} → {now}"
    yield from about_checks(old, new, changed)


def person(item: Speaker | Party) -> str:
    if isinstance(item, Party):
        return item.name
    return ", ".join(text for text in (item.name, item.role, item.affiliation) if text)


CHECKED = (("title", "title"), ("when", "when"), ("venue", "place"), ("speakers", "speaker"))


def about_checks(old: Event, new: Event, changed: set[str]) -> Iterator[str]:
    now, no_longer = list[str](), list[str]()
    for field, label in CHECKED:
        if field in changed:
            continue
        was, is_now = (
            not any(
                e.decision is Decision.UNDECIDED
                for path, e in event.evidence.items()
                if path.split("/")[0] == field
            )
            for event in (old, new)
        )
        if is_now and not was:
            now.append(label)
        if was and not is_now:
            no_longer.append(label)
    if now:
        yield f"now checked: {', '.join(now)}"
    if no_longer:
        yield f"no longer checked: {', '.join(no_longer)}"


def yes_or_no(old: Event, new: Event) -> Iterator[str]:
    if old.cancelled != new.cancelled:
        yield "cancelled" if new.cancelled else "no longer cancelled"
    if old.postponed != new.postponed:
        yield "postponed" if new.postponed else "no longer postponed"


def as_read(when: When) -> str:
    return words(when, HOME) if when.date else when.written


def about_time(old: When, new: When) -> Iterator[str]:
    if as_read(old) == as_read(new):
        return
    if old.date is None and new.date is None:
        yield f"when: {old.written or 'nothing'} → {new.written or 'nothing'}"
    elif old.date is None:
        yield f"now on {words(new, HOME)}"
    elif new.date is None:
        yield f"no date any more (was {words(old, HOME)})"
    elif date_words(old) != date_words(new):
        hour = f" {old.time:%H:%M}" if old.time else ""
        yield f"moved from {date_words(old)}{hour} to {words(new, HOME)}"
    elif old.time is None or new.time is None:
        yield f"when: {words(old, HOME)} → {words(new, HOME)}"
    elif old.time != new.time:
        yield f"moved to {clock_words(new, HOME)}"
    else:
        yield f"now {clock_words(new, HOME)}"


def about_others(old: World, new: World) -> Iterator[str]:
    """Side events that came, went or changed, and what the event is part of."""
    for id in {*old, *new}:
        was, now = old.get(id), new.get(id)
        of = [r for r in (was, now) if isinstance(r, Event) and r.id != SUBJECT]
        if not of:
            continue
        if was is None and isinstance(now, Event):
            yield f"side event added: {now.title}, {words(now.when, HOME)}"
        elif now is None and isinstance(was, Event):
            yield f"no longer held here: {was.title}, {words(was.when, HOME)}"
        elif isinstance(was, Event) and isinstance(now, Event):
            for sentence in (*yes_or_no(was, now), *about_time(was.when, now.when)):
                yield f"{now.title}: {sentence}"
            if was.venue != now.venue:
                yield f"{now.title}: now in {now.venue}"
    for id in {*old, *new}:
        was, now = old.get(id), new.get(id)
        if isinstance(was, Forum) and isinstance(now, Forum) and was.mandate != now.mandate:
            yield f"{now.acronym}: mandate: {was.mandate or 'nothing'} → {now.mandate}"


def about_tasks(old: World, new: World) -> Iterator[str]:
    for id in {*old, *new}:
        was, now = old.get(id), new.get(id)
        if isinstance(now, Task) and was is None:
            by = f" by {words(now.due, HOME)}" if now.due.date else ""
            yield f"to do{by}: {now.what}"
        if isinstance(was, Task) and now is None:
            yield f"no longer held here: {was.what}"
        if isinstance(was, Task) and isinstance(now, Task):
            if was.due != now.due:
                closes = now.kind is TaskKind.REGISTER
                head = "registration closes" if closes else f"{now.what}: due"
                former = f" (was {words(was.due, HOME)})" if was.due.date else ""
                yield f"{head} {words(now.due, HOME)}{former}"
            if was.state != now.state:
                yield f"{now.what}: now {now.state.value}"


def about_questions(old: World, new: World) -> Iterator[str]:
    for id in {*old, *new}:
        was, now = old.get(id), new.get(id)
        if isinstance(now, Question) and was is None:
            yield f"question added: “{now.text}”"
        if isinstance(was, Question) and now is None:
            yield f"no longer held here: “{was.text}”"
        if isinstance(was, Question) and isinstance(now, Question) and was.answer != now.answer:
            became = "changed" if was.answer.short else "written"
            yield f"“{now.text}”: answer {became if now.answer.short else 'taken out'}"


def about_positions(old: World, new: World) -> Iterator[str]:
    told_by_stance = set[str]()
    for holder in {p.holder for p in bearing(new)}:
        for question in [r for r in new.values() if isinstance(r, Question)]:
            was, now = last(old, holder, question.id), last(new, holder, question.id)
            if was and now and was.stance != now.stance:
                told_by_stance.add(now.id)
                yield (
                    f"{holder} now {now.stance.value} on “{question.text}” "
                    f"(before: {was.stance.value})"
                )
    before = {p.id: p for p in bearing(old)}
    after = {p.id: p for p in bearing(new)}
    for id in {*before, *after}:
        was, now = before.get(id), after.get(id)
        if was is None and now is not None and id not in told_by_stance:
            yield f"new: {named(now, new)}: “{now.claim}”"
        elif now is None and was is not None:
            yield f"no longer held here: {named(was, {**new, **old})}: “{was.claim}”"
        elif was is not None and now is not None:
            if was.claim != now.claim:
                yield f"{named(now, {**old, **new})}: words: {was.claim} → {now.claim}"
            if was.stance != now.stance and id not in told_by_stance:
                yield f"{named(now, {**old, **new})}: stance: {was.stance} → {now.stance}"


def bearing(world: World) -> list[Position]:
    """The positions taken at the event, or on a question that is asked there."""
    return [
        record
        for record in world.values()
        if isinstance(record, Position)
        and (record.event == SUBJECT or isinstance(world.get(record.question or ""), Question))
    ]


def last(world: World, holder: str, question: str) -> Position | None:
    found: Position | None = None
    for position in bearing(world):
        if (position.holder, position.question) != (holder, question):
            continue
        if position.stance is Stance.UNKNOWN:
            continue
        key = (position.on or dt.date.min, position.id)
        if found is None or key > (found.on or dt.date.min, found.id):
            found = position
    return found


def named(position: Position, world: World) -> str:
    question = world.get(position.question or "")
    on = f" on “{question.text}”" if isinstance(question, Question) else ""
    return f"position of {position.holder}{on}"


PARTS = {"bottom_line": "Bottom line", "purpose": "Purpose", "background": "Background"}


def about_words(old: World, new: World) -> Iterator[str]:
    was, now = (
        {name: getattr(note, name) for note in notes(world) for name in PARTS}
        for world in (old, new)
    )
    names = [name for name in PARTS if was.get(name, "") != now.get(name, "")]
    if names:
        yield f"rewritten: {', '.join(PARTS[name] for name in sorted_as_now(names, now))}"


def sorted_as_now(names: list[str], now: dict[str, str]) -> list[str]:
    """Those that are written now first, then those that were taken out."""
    return sorted(names, key=lambda name: (not now.get(name), list(PARTS).index(name)))


def notes(world: World) -> list[Note]:
    return [record for record in world.values() if isinstance(record, Note)]


# A world, and what befalls it ---------------------------------------------------------------------


def at(day: int, hour: int, length: int = 60) -> When:
    start = dt.datetime(2031, 6, day, hour)  # noqa: DTZ001 - a wall clock
    return When(
        date=start.date(),
        time=start.time(),
        end_time=(start + dt.timedelta(minutes=length)).time(),
        zone="America/New_York",
        precision=Precision.MINUTE,
    )


EVENT = Event(
    id=SUBJECT,
    title="Harbour Lights",
    when=at(12, 9),
    venue="Harbour Hall",
    parent="cable-week",
    forums=("pilots",),
    organisers=(Party(key="k2aa", name="Lantern Institute", stakeholder="lantern"),),
    speakers=(Speaker(key="k3aa", name="Bo Ferry", role="moderator", stakeholder="buoys"),),
    access=Access.REGISTRATION,
    evidence={path: Evidence(rule="test") for path in ("title", "when", "venue", "speakers/k3aa")},
)
BEGIN: tuple[Record, ...] = (
    EVENT,
    Event(id="cable-week", title="Cable Week", when=whole_day(dt.date(2031, 6, 9)), venue="Rome"),
    Event(id="ropes", title="Ropes", when=at(12, 14), venue="Pier 1", parent=SUBJECT),
    Forum(id="pilots", name="Forum of Pilots", acronym="FHP"),
    Stakeholder(id="lantern", name="Lantern Institute"),
    Stakeholder(id="buoys", name="Buoy Society"),
    Task(
        id="register",
        what="Register",
        kind=TaskKind.REGISTER,
        due=whole_day(dt.date(2031, 6, 6)),
        event=SUBJECT,
    ),
    Task(id="paper", what="Send the paper", due=whole_day(dt.date(2031, 6, 8)), event=SUBJECT),
    Question(id="who-pays", text="Who pays?", asked=(Asked(key="q2aa", event=SUBJECT),)),
    Question(id="who-mends", text="Who mends?", asked=(Asked(key="q3aa", event=SUBJECT),)),
    Position(
        id="lantern-1",
        holder="Lantern Institute",
        stakeholder="lantern",
        question="who-pays",
        claim="All pay.",
        stance=Stance.SUPPORTS,
        on=dt.date(2030, 1, 1),
    ),
    Position(id="fog", holder="Buoy Society", stakeholder="buoys", topic="Fog", claim="Less fog."),
)
HOLDERS = (("lantern", "Lantern Institute"), ("buoys", "Buoy Society"))


class Life:
    """A desk to which things happen at random, and what was issued meanwhile."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self._desk = desk
        self._random = random.Random(seed)
        self._number = 0
        self._worlds: dict[int, World] = {}
        """Number of an issue -> what was held when it went out."""
        self.bytes: dict[Path, str] = {}
        """Every file that was issued -> its digest then."""

    def world(self) -> World:
        kinds = (Event, Task, Question, Position, Note, Forum, Stakeholder)
        return {record.id: record for kind in kinds for record in self._desk.store.all(kind)}

    def issue(self) -> None:
        issued = issuing.issue(self._desk, Wanted(subject=EVENT), (".md",)).issue
        assert issued.number not in self._worlds
        self._worlds[issued.number] = self.world()
        for path in (self._desk.data / "notes").rglob("*"):
            if path.is_file():
                self.bytes.setdefault(path, hashlib.sha256(path.read_bytes()).hexdigest())

    def at_last_issue(self) -> World | None:
        """What was held when the last issue went out that was not undone."""
        issues = [issue for note in notes(self.world()) for issue in note.issues]
        return self._worlds[issues[-1].number] if issues else None

    def happen(self) -> None:
        befall: Callable[[], tuple[Record | None, Record | None]] = self._random.choice(
            (
                *(self._event,) * 6,
                *(self._side_event, self._task, self._new_task, self._question),
                *(self._new_question, self._new_position, self._gone, *(self._position,) * 3),
                *(self._written, self._forum, self._parent),
            )
        )
        before, after = befall()
        with self._desk.change("Something") as change:
            if after is not None:
                change.put(after)
            elif before is not None:
                change.remove(before)
        if self._random.random() < 0.1:
            self._desk.undo()

    def _one(self, kind: type[T], *but: str) -> T:
        found = [r for r in self.world().values() if isinstance(r, kind) and r.id not in but]
        return self._random.choice(found)

    def _new_id(self) -> str:
        self._number += 1
        return f"new-{self._number}"

    def _event(self) -> tuple[Record, Record]:
        event = self._desk.store.get(Event, SUBJECT)
        assert event is not None
        pick = self._random
        key, other = pick.choice(("k3aa", "k4aa", "k5aa")), pick.choice(("Cy Rope", "Di Sail"))
        speakers = tuple(s for s in event.speakers if s.key != key or key == "k3aa")
        speaker = Speaker(key=key, name=other, role=pick.choice(("", "chair")), stakeholder="buoys")
        decision = pick.choice((Decision.ACCEPTED, Decision.UNDECIDED))
        path = pick.choice(list(event.evidence))
        looked = R(event.evidence[path], decision=decision)
        return event, pick.choice(
            (
                R(event, venue=pick.choice(("Harbour Hall", "Room 4", ""))),
                R(
                    event,
                    when=at(pick.choice((12, 13)), pick.choice((9, 15)), pick.choice((60, 90))),
                ),
                R(event, when=pick.choice((whole_day(dt.date(2031, 6, 12)), When(), event.when))),
                R(event, when=R(event.when, written=pick.choice(("at nine", "09:00")))),
                R(event, cancelled=pick.random() < 0.5),
                R(event, postponed=pick.random() < 0.5),
                R(event, mode=pick.choice((*Mode, None))),
                R(event, access=pick.choice((Access.OPEN, Access.INVITATION))),
                R(event, title=pick.choice(("Harbour Lights", "Quay Lights"))),
                R(event, speakers=speakers),
                R(event, speakers=(*(s for s in event.speakers if s.key != key), speaker)),
                R(event, speakers=tuple(reversed(event.speakers))),
                R(event, partners=pick.choice(((), (Party(key="k6aa", name=other),)))),
                R(event, uid=f"{pick.random()}"),
                R(event, evidence={**event.evidence, path: looked}),
            )
        )

    def _side_event(self) -> tuple[Record | None, Record | None]:
        sides = [r for r in self.world().values() if isinstance(r, Event) and r.parent == SUBJECT]
        id = self._new_id()
        new = Event(id=id, title=f"Knots {id}", when=at(12, 16), venue="Pier 2", parent=SUBJECT)
        if not sides or self._random.random() < 0.4:
            return None, new
        side = self._random.choice(sides)
        return side, self._random.choice(
            (
                None,
                R(side, cancelled=not side.cancelled),
                R(side, venue=self._random.choice(("Pier 1", "Pier 3"))),
                R(side, when=at(self._random.choice((12, 14)), 17)),
            )
        )

    def _parent(self) -> tuple[Record, Record]:
        parent = self._desk.store.get(Event, "cable-week")
        assert parent is not None
        return parent, R(parent, venue=self._random.choice(("Rome", "Oslo")))

    def _forum(self) -> tuple[Record, Record]:
        forum = self._desk.store.get(Forum, "pilots")
        assert forum is not None
        return forum, R(forum, mandate=self._random.choice(("To mend", "To light")))

    def _task(self) -> tuple[Record, Record]:
        task = self._one(Task)
        day = whole_day(dt.date(2031, 6, self._random.choice((3, 6, 8))))
        state = self._random.choice((TaskState.TO_DO, TaskState.SENT, TaskState.DONE))
        return task, self._random.choice((R(task, due=day), R(task, state=state)))

    def _new_task(self) -> tuple[None, Record]:
        id = self._new_id()
        due = self._random.choice((When(), whole_day(dt.date(2031, 6, 4))))
        return None, Task(id=id, what=f"Ask {id}", due=due, event=SUBJECT)

    def _question(self) -> tuple[Record, Record]:
        question = self._one(Question)
        answer = Answer(short=self._random.choice(("", "All of us.", "Nobody.")))
        return question, R(question, answer=answer)

    def _new_question(self) -> tuple[None, Record]:
        id = self._new_id()
        asked = (Asked(key="q4aa", event=SUBJECT),)
        return None, Question(id=id, text=f"What of {id}?", asked=asked)

    def _position(self) -> tuple[Record, Record]:
        position = self._one(Position)
        claim = self._random.choice(("All pay.", "None pays.", "Some pay."))
        stance = self._random.choice(list(Stance))
        return position, self._random.choice((R(position, claim=claim), R(position, stance=stance)))

    def _new_position(self) -> tuple[None, Record]:
        stakeholder, holder = self._random.choice(HOLDERS)
        question = self._random.choice(("who-pays", "who-mends", None))
        return None, Position(
            id=self._new_id(),
            holder=holder,
            stakeholder=stakeholder,
            question=question,
            event=self._random.choice((SUBJECT, None)),
            claim=f"So be it {self._number}.",
            stance=self._random.choice(list(Stance)),
            on=self._random.choice((None, dt.date(2030, 6, 1), dt.date(2031, 6, 1))),
        )

    def _gone(self) -> tuple[Record, Record | None]:
        world = self.world().values()
        loose = [r for r in world if isinstance(r, Task | Question | Position)]
        gone = [r for r in loose if not r.id.startswith(("who-", "paper", "fog"))]
        return (self._random.choice(gone), None) if gone else self._event()

    def _written(self) -> tuple[Record | None, Record]:
        note = next(iter(notes(self.world())), None)
        name, text = self._random.choice(list(PARTS)), self._random.choice(("", "We listen."))
        written = note or Note(id="note-on-harbour", subject=SUBJECT)
        return note, R(written, **{name: text})


def told(desk: Desk) -> list[str]:
    """What the next note says that changed."""
    note = issuing.draft(desk, Wanted(subject=EVENT)).note
    sections = [section for section in note.sections if section.name is SectionName.CHANGES]
    items = [
        item
        for section in sections
        for block in section.blocks
        if isinstance(block, Bullets)
        for item in block.items
    ]
    return sorted("".join(run.text for run in item.text) for item in items)


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_the_changes_are_those_of_a_plain_comparison_and_no_issue_ever_changes(
    seed: int, tmp_path: Path
) -> None:
    with open_desk(make_folder(tmp_path / "desk", *BEGIN)) as desk:
        life = Life(desk, seed)
        for _ in range(2):
            life.issue()
            for _ in range(STEPS):
                life.happen()

            sentences = told(desk)

            before = life.at_last_issue()
            assert (compared(before, life.world()) if before else []) == sentences
        assert life.bytes == {
            path: hashlib.sha256(path.read_bytes()).hexdigest() for path in life.bytes
        }
        assert () == altered(desk)
