"""A note as it is wanted: of which kind, for whom, in which language, in which files."""

import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from briefing.desk import prepare, written as writing
from briefing.desk.audience import Audience
from briefing.desk.desk import Desk
from briefing.desk.reading import Reading
from briefing.errors import BriefingError
from briefing.model import Event, Level, Record
from briefing.note.blocks import BriefingNote, SectionName
from briefing.note.compose import composed
from briefing.note.held import Held
from briefing.note.kinds import HOUSE_NOTE, Kind, Part
from briefing.note.layout import Attached, Layout
from briefing.note.ledger import Value
from briefing.note.material import DRAFT, Edition, Material, material
from briefing.note.writers import FORMATS, write as written_out
from briefing.text import clean

CALENDAR = ".ics"
ENDINGS = (*FORMATS, CALENDAR)
"""What files of a note end in."""


class UnknownFormatError(BriefingError):
    """A note is asked for in a format that is not written."""

    exit_code = 2

    def __init__(self, path: Path) -> None:
        *others, last = ENDINGS
        super().__init__(f"{clean(str(path))}: a note is written as {', '.join(others)} or {last}")


class ClosedError(BriefingError):
    """A note is asked for those who may not see what it is about."""

    def __init__(self, title: str, level: Level) -> None:
        super().__init__(f"“{clean(title)}” is for a narrower circle than {level}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which note is to be made, and how."""

    subject: Event
    kind: str = HOUSE_NOTE
    level: Level | None = None
    """For whom; None for oneself, who sees all."""
    language: str = ""
    """Empty for the note's own, the workspace's or the person's."""
    paper: str = ""
    """One of `config.PAPERS`; empty for the person's."""
    author: str = ""
    """For document properties; empty for none."""


class Made(NamedTuple):
    """A note, and what is kept of it when it is issued."""

    note: BriefingNote
    material: Material
    level: Level
    """For whom it was made; for oneself, who may see all that it tells."""
    left_out: tuple[str, ...]
    """What its readers do not see of all that it would tell, for the author alone."""


def make(desk: Desk, wanted: Wanted, edition: Edition = DRAFT, *, only: Kind | None = None) -> Made:
    """Compose a note from what those may see whom it is for; UnknownKindError, ClosedError.

    `only` has other parts than those of its kind.
    """
    audience = None if wanted.level is None else desk.for_audience(wanted.level)
    reading: Reading = audience or desk
    event = reading.store.get(Event, wanted.subject.id)
    if event is None:
        raise ClosedError(wanted.subject.title, wanted.level or Level.ME)
    held = prepare.held(reading, event, wanted.kind)
    note, values = composed(
        event,
        dataclasses.replace(held, edition=edition),
        home=desk.home,
        today=desk.today,
        me=desk.me,
        kind=only or writing.kind_named(reading, wanted.kind),
        language=prepare.language_of(reading, held.written, wanted.language),
    )
    return Made(
        note=note,
        material=material(event.id, event, held),
        level=wanted.level or _strictest(held, note, values),
        left_out=_left_out(audience) if audience else (),
    )


def changes_alone(kind: Kind) -> Kind:
    """Return a kind that tells only what changed since a note went out last."""
    parts = tuple(Part(name=name) for name in (SectionName.CHANGES, SectionName.SOURCES))
    return dataclasses.replace(kind, parts=parts)


def endings(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return what files end in, each once; UnknownFormatError where no note is written so."""
    for path in paths:
        if path.suffix.casefold() not in ENDINGS:
            raise UnknownFormatError(path)
    return tuple(dict.fromkeys(path.suffix.casefold() for path in paths))


def usual_endings() -> tuple[str, ...]:
    """Return what a note is issued as where nobody says: a Word file, and a PDF if it can be."""
    can_be = find_spec("typst") is not None and ".pdf" in FORMATS
    return (".docx", ".pdf") if can_be else (".docx",)


def content(desk: Desk, wanted: Wanted, note: BriefingNote, suffix: str) -> bytes:
    """Return a note as a file with one of `ENDINGS`; a calendar is that of its event."""
    if suffix == CALENDAR:
        return _calendar(desk, wanted)
    return written_out(suffix, note, _layout(desk, wanted, suffix))


def write_files(desk: Desk, wanted: Wanted, note: BriefingNote, paths: Sequence[Path]) -> None:
    """Write a note to files by their endings, each whole or not at all.

    UnknownFormatError, UnwritableError and what the writers raise, each in one sentence.
    """
    by_ending = {suffix: content(desk, wanted, note, suffix) for suffix in endings(paths)}
    save_copies(by_ending, paths)


def save_copies(by_ending: Mapping[str, bytes], paths: Sequence[Path]) -> None:
    """Write what was made for each ending where it is wanted; UnwritableError."""
    for path in paths:
        prepare.save(path, by_ending[path.suffix.casefold()])


def said_of(desk: Desk, suffixes: Collection[str]) -> Iterator[str]:
    """Yield what the author should know of files of a note."""
    template = prepare.layout(desk).template
    if ".docx" in suffixes and template is not None:
        from briefing.note.writers.docx import missing_styles

        if missing := missing_styles(template):
            yield f"{template} lacks the styles {', '.join(missing)}; ours stand in for them."


def _left_out(audience: Audience) -> tuple[str, ...]:
    return tuple(f"{left.title}: {left.what}, {left.why}" for left in audience.left_out)


def _layout(desk: Desk, wanted: Wanted, suffix: str) -> Layout:
    usual = prepare.layout(desk)
    attached: tuple[Attached, ...] = ()
    if suffix == ".eml" and wanted.subject.when.is_dated:
        attached = (
            Attached(
                name="event.ics",
                content_type="text/calendar; method=PUBLISH",
                content=_calendar(desk, wanted),
            ),
        )
    paper = wanted.paper or usual.paper
    return dataclasses.replace(usual, paper=paper, author=wanted.author, attached=attached)


def _calendar(desk: Desk, wanted: Wanted) -> bytes:
    from briefing.desk import exporting

    return exporting.event_calendar(desk, wanted.subject, wanted.level).content


def _strictest(held: Held, note: BriefingNote, values: Sequence[Value]) -> Level:
    """Return who may see all that a note tells: its records, its sources and what was written."""
    cited = (held.sources.get(entry.source) for entry in note.sources)
    told: tuple[Record | None, ...] = (*(value.record for value in values), *cited, *held.notes)
    order = tuple(Level)
    levels = (record.handling.level for record in told if record is not None)
    return min(levels, key=order.index, default=Level.OFFICE)
