"""The notes on some days: which days are meant, what is held for them, and their file."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.arrange import due
from briefing.arrange.clashes import Clash
from briefing.arrange.timeline import in_order
from briefing.desk import attend, prepare, written as writing
from briefing.desk.days_typed import NoDaysError, read_days
from briefing.desk.desk import Desk
from briefing.desk.find import NotFoundError, resolve_as
from briefing.desk.reading import Reading
from briefing.errors import BriefingError
from briefing.model import (
    Attendance,
    Event,
    Forum,
    Going,
    Note,
    Position,
    Question,
    R,
    Task,
)
from briefing.note.blocks import BriefingNote, SectionName
from briefing.note.compose_span import compose_span
from briefing.note.falling_due import has_step
from briefing.note.kinds import Kind, SubjectKind
from briefing.note.logistics import SETTLED
from briefing.note.material import material
from briefing.note.moved import moved
from briefing.note.span import Span, SpanHeld
from briefing.store.lookups import Moment
from briefing.text import clean, file_name, fold
from briefing.when import Precision, When, whole_day
from briefing.when_words import date_words

if TYPE_CHECKING:
    from briefing.desk.audience import Audience

MOST_COMING, AHEAD = 2, dt.timedelta(days=400)
"""How many of a forum's next events are told, and how far ahead they may be."""

LATE = dt.timedelta(days=60)
"""For how long what was not done in time is still told."""

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
    events, some_day = _events(desk, span)
    questions = _naming(desk, events, Question)
    positions, earlier = _positions(desk, span, events) if _tells_positions(of_kind) else ((), ())
    own = _own(desk, events, questions) if of_kind.part(SectionName.DAYS) else ()
    tasks, late = _tasks(desk, span, events), _late(desk, span, of_kind)
    coming = _coming(desk, span) if of_kind.part(SectionName.NEXT_STEP) else ()
    attendance = {e.id: held for e in events if (held := _attendance(desk, e)) is not None}
    has_clashes = of_kind.part(SectionName.CLASHES) is not None
    around = SpanHeld(
        written=writing.note_on(desk, span.subject, of_kind),
        written_alike=writing.alike(desk, span.subject, of_kind),
        forum=desk.store.get(Forum, span.forum) if span.forum else None,
        events=events,
        some_day=some_day,
        coming=coming,
        tasks=tasks,
        late=late,
        questions=(*questions, *_questions_of(desk, positions, questions)),
        positions=positions,
        earlier=earlier,
        own=own,
        attendance=attendance,
        on_events=_by_event(desk, events, _written_on),
        clashes=_clashes(desk, events, attendance) if has_clashes else (),
        occasions=_occasions(desk, events, (*tasks, *late), (*positions, *earlier)),
        forums=_forums(desk, events, (*positions, *earlier)) | _stepping(desk, span, of_kind),
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


def _events(desk: Reading, span: Span) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Return what is on, in order of time, and what is on some day of a month partly theirs.

    Of a forum also what is part of its events.
    """
    near = (m.id for m in _between(desk, span.first, span.last) if m.kind is Event)
    held = (event for id in near if (event := desk.store.get(Event, id)) is not None)
    of_forum = in_order((e for e in held if _is_of(desk, e, span.forum)), desk.home)
    on = tuple(event for event in of_forum if span.covers(event.when))
    return on, tuple(e for e in of_forum if e not in on and _may_be_on(e.when, span))


def _may_be_on(when: When, span: Span) -> bool:
    month = when.date if when.precision is Precision.MONTH else None
    return month is not None and span.covers(whole_day(month, when.last_date))


def _between(desk: Reading, first: dt.date, last: dt.date) -> Iterator[Moment]:
    begin, end = (dt.datetime.combine(day, dt.time(12), dt.UTC) for day in (first, last))
    return desk.links.between(begin - _ANYWHERE, end + _ANYWHERE)


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


def _late(desk: Reading, span: Span, kind: Kind) -> tuple[Task, ...]:
    """Return what is late today and waits still, where the days are not over."""
    if kind.part(SectionName.DUE) is None or span.last < desk.today:
        return ()
    near = {m.id for m in _between(desk, desk.today - LATE, desk.today) if m.kind is Task}
    held = prepare.held_of(desk, Task, near).values()
    return tuple(
        task
        for task in held
        if task.state not in SETTLED
        and (last := due.safe(task.due).last_date) is not None
        and last < desk.today
        and _is_task_of(desk, task, span.forum)
    )


def _stepping(desk: Reading, span: Span, kind: Kind) -> dict[str, Forum]:
    """Return the forums that have a step in some days."""
    if kind.part(SectionName.DUE) is None:
        return {}
    of_span = (desk.store.get(Forum, span.forum),) if span.forum else desk.store.all(Forum)
    return {forum.id: forum for forum in of_span if forum and has_step(forum, span)}


def _is_task_of(desk: Reading, task: Task, forum: str) -> bool:
    event = desk.store.get(Event, task.event) if task.event and forum else None
    return not forum or (event is not None and _is_of(desk, event, forum))


def _by_event(
    desk: Reading, events: Iterable[Event], find: Callable[[Reading, Event], R | None]
) -> dict[str, R]:
    return {event.id: found for event in events if (found := find(desk, event)) is not None}


def _attendance(desk: "Desk | Audience", event: Event) -> Attendance | None:
    if isinstance(desk, Desk):
        return attend.attendance(desk, event.id)
    return desk.attendance(event.id)


def _clashes(
    desk: Reading, events: tuple[Event, ...], attendance: Mapping[str, Attendance]
) -> tuple[Clash, ...]:
    """Return what clashes; not with what is known to be somebody else's."""
    covered = {id for id, one in attendance.items() if one.going is Going.COVERED}
    return tuple(desk.clashing.within(event for event in events if event.id not in covered))


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
