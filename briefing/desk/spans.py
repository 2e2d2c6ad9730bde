"""The notes on some days: which days are meant, what is held for them, and their file."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.arrange import due
from briefing.arrange.timeline import in_order
from briefing.desk import prepare, written as writing
from briefing.desk.days_typed import NoDaysError, read_days
from briefing.desk.desk import Desk
from briefing.desk.find import NotFoundError, resolve_as
from briefing.desk.reading import Reading
from briefing.errors import BriefingError
from briefing.model import (
    Attendance,
    Event,
    Forum,
    Note,
    Position,
    Question,
    R,
    Task,
    attendance_id,
)
from briefing.note.blocks import BriefingNote, SectionName
from briefing.note.compose_span import compose_span
from briefing.note.kinds import Kind, SubjectKind
from briefing.note.material import material
from briefing.note.moved import moved
from briefing.note.span import Span, SpanHeld
from briefing.store.lookups import Moment
from briefing.text import clean, file_name, fold
from briefing.when import Precision
from briefing.when_words import date_words

if TYPE_CHECKING:
    from briefing.desk.audience import Audience

MOST_COMING, AHEAD = 2, dt.timedelta(days=400)
"""How many of a forum's next events are told, and how far ahead they may be."""

_A_DAY = dt.timedelta(days=1)
_ANYWHERE = dt.timedelta(hours=38)
"""For how long around a day it is that day somewhere, with a margin of half a day."""


class NoForumError(BriefingError):
    """A kind of note is about a forum, and none is named."""

    exit_code = 2

    def __init__(self, kind: Kind) -> None:
        super().__init__(
            f"a {kind.name} is about a forum; name it before the days, as in “un-oewg 24-28 Jul”"
        )


# Which days are meant ---------------------------------------------------------------------------


def read_span(desk: Desk, text: str, kind: Kind) -> Span:
    """Return the days, and the forum before them, that words mean: "un-oewg 24-28 jul".

    NoDaysError; NoForumError where the kind of note needs a forum, and what `find.resolve` raises
    where it is not known.
    """
    is_report = kind.subject is SubjectKind.FORUM
    words, error = text.split(), NoDaysError(text)
    unknown: NotFoundError | None = None
    for number in range(len(words)):
        with suppress(NoDaysError):
            first, last = read_days(" ".join(words[number:]), desk.today, may_be_over=is_report)
            try:
                forum = resolve_as(desk, " ".join(words[:number]), Forum).id if number else ""
            except NotFoundError as not_found:
                unknown = unknown or not_found
                continue
            if is_report and not forum:
                raise NoForumError(kind)
            return Span(first, last, forum)
    raise unknown or error


# The note ---------------------------------------------------------------------------------------


def note(desk: "Desk | Audience", span: Span, kind: str, language: str = "") -> BriefingNote:
    """Compose the note on some days from what is held; UnknownKindError.

    Without a language it is in the note's own, else the workspace's, else the person's.
    """
    of_kind = writing.kind_named(desk, kind)
    around = held(desk, span, kind)
    return compose_span(
        span,
        around,
        home=desk.home,
        today=desk.today,
        kind=of_kind,
        me=desk.me,
        language=prepare.language_of(desk, around.written, language),
    )


def written(desk: Reading, span: Span, kind: str) -> Note | None:
    """Return what a person wrote for a kind of note on some days."""
    return writing.note_on(desk, span.subject, writing.kind_named(desk, kind))


def write(desk: Desk, span: Span, parts: Mapping[str, str], kind: str) -> Note:
    """Write parts of the note on some days: part -> text, a list's items parted by lines.

    Raises a BriefingError that names a part which there is not.
    """
    of_kind = writing.kind_named(desk, kind)
    return writing.write(desk, span.subject, title(desk, span), parts, of_kind)


def title(desk: Reading, span: Span) -> str:
    """Return what some days are called in English: "UN OEWG, 24-28 Jul 2023", with an en dash."""
    days = date_words(span.when, weekday=False)
    forum = desk.store.get(Forum, span.forum) if span.forum else None
    return clean(f"{forum.acronym or forum.name}, {days}") if forum else days


def default_file(desk: Desk, span: Span, kind: str, suffix: str = ".md") -> Path:
    """Return where a note on some days goes where nobody says otherwise."""
    days = f"{span.first}" if span.first == span.last else f"{span.first} to {span.last}"
    forum = desk.store.get(Forum, span.forum) if span.forum else None
    name = f" {forum.acronym or forum.name}" if forum else ""
    return desk.folder / "notes" / f"{file_name(f'{days}{name}')} ({file_name(kind)}){suffix}"


# What it is made from ---------------------------------------------------------------------------


def held(desk: "Desk | Audience", span: Span, kind: str) -> SpanHeld:
    """Return all that a note on some days is made from; found by look-ups alone."""
    of_kind = writing.kind_named(desk, kind)
    events = _events(desk, span)
    questions = _naming(desk, events, Question)
    positions, earlier = _positions(desk, span, events) if _tells_positions(of_kind) else ((), ())
    own = _own(desk, events, questions) if of_kind.part(SectionName.DAYS) else ()
    tasks = _tasks(desk, span, events)
    coming = _coming(desk, span) if of_kind.part(SectionName.NEXT_STEP) else ()
    has_clashes = of_kind.part(SectionName.CLASHES) is not None
    around = SpanHeld(
        written=writing.note_on(desk, span.subject, of_kind),
        written_alike=writing.alike(desk, span.subject, of_kind),
        forum=desk.store.get(Forum, span.forum) if span.forum else None,
        events=events,
        coming=coming,
        tasks=tasks,
        questions=(*questions, *_questions_of(desk, positions, questions)),
        positions=positions,
        earlier=earlier,
        own=own,
        attendance=_by_event(desk, events, _attendance),
        on_events=_by_event(desk, events, _written_on),
        clashes=tuple(desk.clashing.within(events)) if has_clashes else (),
        occasions=_occasions(desk, events, tasks, (*positions, *earlier)),
        forums=_forums(desk, events, (*positions, *earlier)),
    )
    sources = prepare.sources_of(desk, material(span.subject, around).records)
    texts = {id: desk.store.source_text(s.sha256) for id, s in sources.items() if s.is_held}
    return replace(around, sources=sources, texts=texts, labels=desk.config.labels)


def _tells_positions(kind: Kind) -> bool:
    parts = (SectionName.HAPPENED, SectionName.MOVED)
    return any(kind.part(name) is not None for name in parts)


def _naming(desk: Reading, events: Iterable[Event], kind: type[R]) -> tuple[R, ...]:
    """Return the records of a kind that name one of some events."""
    ids = {id for event in events for id in desk.links.naming(event.id, kind)}
    return tuple(prepare.held_of(desk, kind, ids).values())


# Events and tasks -------------------------------------------------------------------------------


def _events(desk: Reading, span: Span) -> tuple[Event, ...]:
    """Return what is on, in order of time; of a forum also what is part of its events."""
    near = (m.id for m in _between(desk, span.first, span.last) if m.kind is Event)
    on = (event for id in near if (event := desk.store.get(Event, id)) and _is_on(event, span))
    return tuple(in_order((e for e in on if _is_of(desk, e, span.forum)), desk.home))


def _between(desk: Reading, first: dt.date, last: dt.date) -> Iterator[Moment]:
    begin, end = (dt.datetime.combine(day, dt.time(12), dt.UTC) for day in (first, last))
    return desk.links.between(begin - _ANYWHERE, end + _ANYWHERE)


def _is_on(event: Event, span: Span) -> bool:
    """Return whether an event is on in these days; in some month only where all of it is theirs."""
    first, last = event.when.date, event.when.last_date
    if first is None or last is None:
        return False
    if event.when.precision in (Precision.MONTH, Precision.YEAR):
        return span.first <= first and last <= span.last
    return first <= span.last and last >= span.first


def _is_of(desk: Reading, event: Event, forum: str) -> bool:
    seen: set[str] = set()
    while forum and forum not in event.forums:
        above = desk.store.get(Event, event.parent) if event.parent else None
        if above is None or above.id in seen:
            return False
        seen.add(above.id)
        event = above
    return True


def _coming(desk: Reading, span: Span) -> tuple[Event, ...]:
    """Return what a forum does next after some days."""
    if not span.forum:
        return ()
    after = span.last + _A_DAY
    ids = set(desk.links.naming(span.forum, Event, "forums"))
    moments = _between(desk, after, after + AHEAD)
    near = (m.id for m in moments if m.kind is Event and m.id in ids)
    held = (event for id in near if (event := desk.store.get(Event, id)) is not None)
    later = (e for e in held if e.when.date is not None and e.when.date > span.last)
    return tuple(islice((e for e in later if e.parent is None and not e.cancelled), MOST_COMING))


def _tasks(desk: Reading, span: Span, events: tuple[Event, ...]) -> tuple[Task, ...]:
    """Return what is due in some days, and all that is to be done for their events."""
    ids = {id for event in events for id in desk.links.naming(event.id, Task)}
    near = {m.id for m in _between(desk, span.first, span.last) if m.kind is Task}
    due_then = prepare.held_of(desk, Task, near - ids).values()
    tasks = (task for task in due_then if span.has(due.safe(task.due).last_date))
    of_forum = (task for task in tasks if _is_task_of(desk, task, span.forum))
    return (*prepare.held_of(desk, Task, ids).values(), *of_forum)


def _is_task_of(desk: Reading, task: Task, forum: str) -> bool:
    event = desk.store.get(Event, task.event) if task.event and forum else None
    return not forum or (event is not None and _is_of(desk, event, forum))


def _by_event(
    desk: Reading, events: Iterable[Event], find: Callable[[Reading, Event], R | None]
) -> dict[str, R]:
    return {event.id: found for event in events if (found := find(desk, event)) is not None}


def _attendance(desk: Reading, event: Event) -> Attendance | None:
    return desk.store.get(Attendance, attendance_id(event.id))


def _written_on(desk: Reading, event: Event) -> Note | None:
    notes = writing.notes_on(desk, event.id)
    return next((note for note in notes if note.purpose or note.bottom_line), None)


def _occasions(
    desk: Reading,
    events: Iterable[Event],
    tasks: Iterable[Task],
    positions: Iterable[Position],
) -> dict[str, Event]:
    named = {task.event for task in tasks} | {position.event for position in positions}
    known = {event.id: event for event in events if event.id in named}
    return known | prepare.held_of(desk, Event, {id for id in named if id} - known.keys())


def _forums(
    desk: Reading, events: Iterable[Event], positions: Iterable[Position]
) -> dict[str, Forum]:
    named = {forum for event in events for forum in event.forums}
    return prepare.held_of(desk, Forum, named | {p.forum for p in positions if p.forum})


# Positions --------------------------------------------------------------------------------------


def _positions(
    desk: Reading, span: Span, events: tuple[Event, ...]
) -> tuple[tuple[Position, ...], tuple[Position, ...]]:
    """Return what was said in some days, and what those who moved by it held before."""
    taken_on = _Days(desk, events)
    in_forum = prepare.held_of(desk, Position, desk.links.naming(span.forum, Position, "forum"))
    at_events = {one.id: one for one in _naming(desk, events, Position)}
    said = {
        id: position
        for id, position in (in_forum | at_events).items()
        if span.has(position.on) or (position.on is None and id in at_events)
    }
    asked = {position.question for position in said.values() if position.question}
    others = {id for one in asked for id in desk.links.naming(one, Position, "question")}
    before = in_forum | prepare.held_of(desk, Position, others - in_forum.keys())
    moves = moved(said.values(), before.values(), taken_on)
    earlier = {move.before.id: move.before for move in moves if move.before.id not in said}
    return tuple(said.values()), tuple(earlier.values())


class _Days:
    """Tells when a position was taken: as it says, else when its event began."""

    def __init__(self, desk: Reading, events: Iterable[Event]) -> None:
        self._desk = desk
        self._known: dict[str, dt.date | None] = {event.id: event.when.date for event in events}

    def __call__(self, position: Position) -> dt.date | None:
        if position.on is not None or position.event is None:
            return position.on
        if position.event not in self._known:
            event = self._desk.store.get(Event, position.event)
            self._known[position.event] = event.when.date if event else None
        return self._known[position.event]


def _own(
    desk: Reading, events: Iterable[Event], questions: Iterable[Question]
) -> tuple[Position, ...]:
    """Return what one's own side holds on what is discussed at some events."""
    if not desk.me.speaks_for:
        return ()
    ours = prepare.held_of(
        desk, Position, desk.links.naming(desk.me.speaks_for, Position, "stakeholder")
    )
    topics = {fold(topic) for event in events for topic in event.topics}
    bearing = {event.id for event in events} | {question.id for question in questions}
    return tuple(
        position
        for position in ours.values()
        if {position.event, position.question} & bearing or fold(position.topic) in topics
    )


def _questions_of(
    desk: Reading, positions: Iterable[Position], known: Iterable[Question]
) -> tuple[Question, ...]:
    named = {position.question for position in positions if position.question}
    return tuple(prepare.held_of(desk, Question, named - {q.id for q in known}).values())
