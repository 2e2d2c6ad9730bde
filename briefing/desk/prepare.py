"""The note on an event: what it is made from, what a person writes in it, and its file."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from briefing import platform
from briefing.arrange.links import citations
from briefing.arrange.questions import occasions
from briefing.arrange.timeline import in_order
from briefing.desk import written as writing
from briefing.desk.desk import Desk
from briefing.desk.reading import Reading
from briefing.errors import BriefingError
from briefing.model import (
    Event,
    Forum,
    Note,
    Position,
    Question,
    R,
    Record,
    Source,
    Stakeholder,
    Task,
)
from briefing.note.blocks import BriefingNote
from briefing.note.claims import bears_on, is_same_holder, is_same_matter
from briefing.note.compose import compose, composed
from briefing.note.held import Held
from briefing.note.kinds import HOUSE_NOTE
from briefing.note.layout import Layout
from briefing.note.warnings import ToCheck, facts_to_check as facts_in
from briefing.note.words import known_language
from briefing.text import cut_at_word, file_name

_LONGEST_NAME = 70


class UnwritableError(BriefingError):
    """A note's file can't be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


def note(desk: Reading, event: Event, kind: str = HOUSE_NOTE, language: str = "") -> BriefingNote:
    """Compose the note on an event from what is held; UnknownKindError.

    Without a language it is in the note's own, else the workspace's, else the person's.
    """
    around = held(desk, event, kind)
    return compose(
        event,
        around,
        home=desk.home,
        today=desk.today,
        me=desk.me,
        kind=writing.kind_named(desk, kind),
        language=language_of(desk, around.written, language),
    )


def facts_to_check(desk: Reading, event: Event, kind: str = HOUSE_NOTE) -> tuple[ToCheck, ...]:
    """Return the facts in the note on an event that somebody should look at before it goes out."""
    around = held(desk, event, kind)
    of_kind = writing.kind_named(desk, kind)
    _, values = composed(event, around, home=desk.home, today=desk.today, kind=of_kind)
    return facts_in(event, around, values, desk.today)


def language_of(desk: Reading, note: Note | None, asked: str = "") -> str:
    """Return the language that a note is in: as asked, its own, the workspace's, the person's."""
    own = note.language if note else ""
    return known_language(asked, own, desk.config.note.language, *desk.me.languages)


def layout(desk: Desk) -> Layout:
    """Return how notes are laid out here: paper, and the template that the settings name."""
    named = desk.config.note.template
    template = desk.folder / Path(named).expanduser() if named else None
    return Layout(paper=desk.me.paper, template=template)


# What it is made from ---------------------------------------------------------------------------


def held(desk: Reading, event: Event, kind: str = HOUSE_NOTE) -> Held:
    """Return all that the note on an event is made from."""
    of_kind = writing.kind_named(desk, kind)
    written = writing.note_on(desk, event.id, of_kind)
    alike = writing.alike(desk, event.id, of_kind)
    around = _around(desk, event)
    questions = _questions(desk, around, (*((written,) if written else ()), *alike))
    positions = _positions(desk, event, questions, _of(around, Position))
    elsewhere = {id for question in questions for id in occasions(question)}
    elsewhere |= {position.event for position in positions if position.event}
    forums = {*event.forums, *(p.forum for p in positions if p.forum)}
    parent = desk.store.get(Event, event.parent) if event.parent else None
    children, tasks = tuple(in_order(_of(around, Event), desk.home)), _of(around, Task)
    occasions_held = held_of(desk, Event, elsewhere - {event.id})
    stakeholders_held = held_of(desk, Stakeholder, _stakeholders(event))
    forums_held = held_of(desk, Forum, forums)
    resting: tuple[Record, ...] = (
        *(event, *([parent] if parent else ()), *children, *tasks, *questions, *positions),
        *(*occasions_held.values(), *stakeholders_held.values(), *forums_held.values()),
    )
    sources = sources_of(desk, resting)
    return Held(
        written=written,
        written_alike=alike,
        parent=parent,
        children=children,
        tasks=tuple(tasks),
        questions=questions,
        occasions=occasions_held,
        positions=positions,
        stakeholders=stakeholders_held,
        forums=forums_held,
        sources=sources,
        texts={id: desk.store.source_text(s.sha256) for id, s in sources.items() if s.is_held},
        labels=desk.config.labels,
    )


def _around(desk: Reading, event: Event) -> list[Record]:
    """Return the records that name an event."""
    named_by = sorted(desk.links.named_by(event.id))
    return [record for id in named_by if (record := desk.store.find(id))]


def _questions(
    desk: Reading, around: list[Record], notes: tuple[Note, ...]
) -> tuple[Question, ...]:
    picked = {id for note in notes for id in note.questions}
    found = {q.id: q for q in _of(around, Question)} | held_of(desk, Question, picked)
    return tuple(found[id] for id in sorted(found))


def _positions(
    desk: Reading, event: Event, questions: tuple[Question, ...], here: list[Position]
) -> tuple[Position, ...]:
    """Return the positions taken at an event, and what all who are there hold on its matters."""
    asked = {question.id for question in questions}
    holders = _stakeholders(event) | {p.stakeholder for p in here if p.stakeholder}
    theirs = {id for one in holders for id in desk.links.naming(one, Position, "stakeholder")}
    everything = {p.id: p for p in here} | held_of(desk, Position, theirs)
    return tuple(
        position
        for position in everything.values()
        if bears_on(position, event, asked)
        or any(is_same_holder(position, now) and is_same_matter(position, now) for now in here)
    )


def _of(records: Iterable[Record], kind: type[R]) -> list[R]:
    return sorted((r for r in records if isinstance(r, kind)), key=lambda record: record.id)


def held_of(desk: Reading, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
    """Return the records of a kind that are held of some ids, by id and in its order."""
    return {id: record for id in sorted(ids) if (record := desk.store.get(kind, id))}


def _stakeholders(event: Event) -> set[str]:
    parties = {party.stakeholder for party in (*event.organisers, *event.partners)}
    speakers = {speaker.stakeholder for speaker in event.speakers}
    return {id for id in parties | speakers if id}


def sources_of(desk: Reading, records: Iterable[Record]) -> dict[str, Source]:
    """Return the sources that records rest on, by id."""
    cited = {citation.source for record in records for citation in citations(record)}
    return held_of(desk, Source, cited)


# What a person writes ---------------------------------------------------------------------------


def written(desk: Reading, event: Event, kind: str = HOUSE_NOTE) -> Note | None:
    """Return what a person wrote for a kind of note on an event."""
    return writing.note_on(desk, event.id, writing.kind_named(desk, kind))


def write(desk: Desk, event: Event, parts: Mapping[str, str], kind: str = HOUSE_NOTE) -> Note:
    """Write parts of the note on an event: part -> text, a list's items parted by lines.

    Raises a BriefingError that names a part which there is not.
    """
    return writing.write(desk, event.id, event.title, parts, writing.kind_named(desk, kind))


def pick_questions(
    desk: Desk, event: Event, questions: Sequence[str], kind: str = HOUSE_NOTE
) -> Note:
    """Tell these questions alone, by their ids, in this order; all of the event where none."""
    of_kind = writing.kind_named(desk, kind)
    return writing.pick_questions(desk, event.id, event.title, questions, of_kind)


# Its file ---------------------------------------------------------------------------------------


def default_file(desk: Desk, event: Event, kind: str = HOUSE_NOTE, suffix: str = ".md") -> Path:
    """Return where a note on an event goes where nobody says otherwise."""
    day = f"{event.when.date:%Y-%m-%d} " if event.when.date else ""
    called = cut_at_word(day + event.title, _LONGEST_NAME)
    of_kind = "" if kind == HOUSE_NOTE else f" ({file_name(kind)})"
    return folder_for_notes(desk) / f"{file_name(called)}{of_kind}{suffix}"


def folder_for_notes(desk: Desk) -> Path:
    """Return where notes go where nobody says otherwise."""
    return desk.folder / "notes"


def save(path: Path, content: bytes) -> None:
    """Write a note's file, whole or not at all; UnwritableError in one sentence."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        platform.write_whole(path, content)
    except OSError as error:
        raise UnwritableError(path, error.strerror or str(error)) from error
