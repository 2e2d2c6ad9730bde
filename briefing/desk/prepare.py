"""The briefing note: what it is made from, what a person writes in it, and its file."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing import platform
from briefing.arrange.links import citations
from briefing.arrange.questions import occasions
from briefing.arrange.timeline import in_order
from briefing.desk import edit
from briefing.desk.desk import Desk
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
    new_id,
)
from briefing.note.blocks import BriefingNote
from briefing.note.compose import compose
from briefing.note.held import Held
from briefing.note.layout import Layout
from briefing.note.writers import write as written_out
from briefing.text import file_name


class UnwritableError(BriefingError):
    """A note's file can't be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


def note(desk: Desk, event: Event) -> BriefingNote:
    """Compose the note on an event from what is held."""
    return compose(event, held(desk, event), home=desk.home, today=desk.today, me=desk.me)


def markdown(desk: Desk, event: Event) -> bytes:
    """Return the note on an event as Markdown."""
    return written_out(".md", note(desk, event), Layout(paper=desk.me.paper))


def held(desk: Desk, event: Event) -> Held:
    """Return all that the note on an event is made from."""
    named_by = sorted(desk.links.named_by(event.id))
    around = [record for id in named_by if (record := desk.store.find(id))]
    parent = desk.store.get(Event, event.parent) if event.parent else None
    questions = _of(around, Question)
    elsewhere = {id for question in questions for id in occasions(question)} - {event.id}
    in_room = _stakeholders(event)
    positions = {p.id: p for p in _of(around, Position)}
    held_there = {id for one in in_room for id in desk.links.naming(one, Position, "stakeholder")}
    positions |= _by_id(desk, Position, held_there)
    forums = {*event.forums, *(p.forum for p in positions.values() if p.forum)}
    children = tuple(in_order(_of(around, Event), desk.home))
    tasks = _of(around, Task)
    occasions_held = _by_id(desk, Event, elsewhere)
    stakeholders_held = _by_id(desk, Stakeholder, in_room)
    forums_held = _by_id(desk, Forum, forums)
    resting: tuple[Record, ...] = (
        *(event, *([parent] if parent else ()), *children, *tasks, *questions),
        *positions.values(),
        *(*occasions_held.values(), *stakeholders_held.values(), *forums_held.values()),
    )
    sources = _sources(desk, resting)
    return Held(
        written=written(desk, event),
        parent=parent,
        children=children,
        tasks=tuple(tasks),
        questions=tuple(questions),
        occasions=occasions_held,
        positions=tuple(positions.values()),
        stakeholders=stakeholders_held,
        forums=forums_held,
        sources=sources,
        texts={id: desk.store.source_text(s.sha256) for id, s in sources.items() if s.is_held},
    )


def written(desk: Desk, event: Event) -> Note | None:
    """Return what a person wrote for the note on an event."""
    notes = (desk.store.get(Note, id) for id in desk.links.named_by(event.id))
    return next((note for note in notes if note is not None), None)


def write(desk: Desk, event: Event, parts: Mapping[str, str]) -> Note:
    """Write parts of the note on an event: field of Note -> text, a list's items parted by lines.

    Raises a BriefingError that names a part which there is not.
    """
    before = written(desk, event) or Note(id=new_id(f"note {event.title}"), subject=event.id)
    changed = edit.with_typed(desk, before, parts)
    with desk.change(f"Wrote in the note on {event.title}") as change:
        change.put(changed)
    return changed


def default_file(desk: Desk, event: Event) -> Path:
    """Return where the note on an event goes where nobody says otherwise."""
    day = f"{event.when.date:%Y-%m-%d} " if event.when.date else ""
    return desk.folder / "notes" / f"{file_name(day + event.title)}.md"


def save(path: Path, content: bytes) -> None:
    """Write a note's file, whole or not at all; UnwritableError in one sentence."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        platform.write_whole(path, content)
    except OSError as error:
        raise UnwritableError(path, error.strerror or str(error)) from error


def _of(records: Iterable[Record], kind: type[R]) -> list[R]:
    return sorted((r for r in records if isinstance(r, kind)), key=lambda record: record.id)


def _by_id(desk: Desk, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
    return {id: record for id in sorted(ids) if (record := desk.store.get(kind, id))}


def _stakeholders(event: Event) -> set[str]:
    parties = {party.stakeholder for party in (*event.organisers, *event.partners)}
    speakers = {speaker.stakeholder for speaker in event.speakers}
    return {id for id in parties | speakers if id}


def _sources(desk: Desk, records: Iterable[Record]) -> dict[str, Source]:
    cited = {citation.source for record in records for citation in citations(record)}
    return _by_id(desk, Source, cited)
