"""A note as it is wanted: of which kind, for whom, in which language, in which files."""

import dataclasses
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.desk import prepare, written as writing
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import Event, Level, Note
from briefing.note.blocks import BriefingNote, SectionName
from briefing.note.compose import composed
from briefing.note.held import Held
from briefing.note.kinds import HOUSE_NOTE, Kind, Part
from briefing.note.layout import Attached, Layout
from briefing.note.ledger import Value
from briefing.note.material import DRAFT, Edition, Material, material
from briefing.note.span import Span
from briefing.note.writers import FORMATS, write as written_out
from briefing.text import clean

if TYPE_CHECKING:
    from briefing.desk.audience import Audience
    from briefing.desk.gate import LeftOut

CALENDAR = ".ics"
ENDINGS = (*FORMATS, CALENDAR)
"""What files of a note end in."""


class UnknownFormatError(BriefingError):
    """A note is asked for in a format that is not written."""

    exit_code = 2

    def __init__(self, path: Path) -> None:
        *others, last = ENDINGS
        super().__init__(f"{clean(str(path))}: a note is written as {', '.join(others)} or {last}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which note is to be made, and how."""

    subject: Event | Span
    kind: str = HOUSE_NOTE
    level: Level | None = None
    """For whom; None for oneself, who sees all."""
    with_contacts: bool = False
    """Whether others get personal mail addresses and telephone numbers too."""
    language: str = ""
    """Empty for the note's own, the workspace's or the person's."""
    paper: str = ""
    """One of `config.PAPERS`; empty for the person's."""
    author: str = ""
    """For document properties; empty for none."""

    @property
    def id(self) -> str:
        """What it is about, as `model.Note.subject` has it."""
        return self.subject.id if isinstance(self.subject, Event) else self.subject.subject

    def title(self, desk: Desk) -> str:
        """Return what it is about, in words."""
        return _title(desk, self.subject)


class Made(NamedTuple):
    """A note, and what is kept of it when it is issued."""

    note: BriefingNote
    material: Material
    level: Level
    """For whom it was made; for oneself, who may see all that it tells."""
    left_out: tuple["LeftOut", ...]
    """What its readers do not see of all that it would tell, for the author alone."""
    retold: Callable[[Note], BriefingNote]
    """Composes it again with other words of the person; the desk is not asked again."""
    called: str
    """What it is about, as its readers know it, for the names of files: "2031-06-12 Harbour"."""


def make(desk: Desk, wanted: Wanted, edition: Edition = DRAFT, *, only: Kind | None = None) -> Made:
    """Compose a note from what those may see whom it is for; UnknownKindError, UnseenError.

    `only` has other parts than those of its kind.
    """
    audience = _audience(desk, wanted)
    kind, reading = only or writing.kind_named(desk, wanted.kind), audience or desk
    subject = wanted.subject
    if isinstance(subject, Event):
        held = desk.store.get(Event, subject.id) or subject
        subject = audience.of(held) if audience else held
        basis = _on_event(reading, subject, kind)
    else:
        basis = _on_days(reading, subject, kind)
    tell = _teller(basis, reading, wanted, edition, kind)
    note = tell(basis.held.written)
    return Made(
        note=note,
        material=basis.material,
        level=note.level,
        left_out=audience.left_out if audience else (),
        retold=tell,
        called=_called(reading, subject),
    )


def changes_alone(kind: Kind) -> Kind:
    """Return a kind that tells only what changed since a note went out last."""
    parts = tuple(Part(name=name) for name in (SectionName.CHANGES, SectionName.SOURCES))
    return dataclasses.replace(kind, parts=parts)


# Files --------------------------------------------------------------------------------------------


def endings(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return what files end in, each once; UnknownFormatError where no note is written so."""
    for path in paths:
        if path.suffix.casefold() not in ENDINGS:
            raise UnknownFormatError(path)
    return tuple(dict.fromkeys(path.suffix.casefold() for path in paths))


def usual_endings() -> tuple[str, ...]:
    """Return what a note is issued as where nobody says: a Word file, and a PDF if it can be."""
    return (".docx", ".pdf") if find_spec("typst") is not None else (".docx",)


def content(desk: Desk, wanted: Wanted, note: BriefingNote, suffix: str) -> bytes:
    """Return a note as a file with one of `ENDINGS`; a calendar is that of its event or days."""
    return writer(desk, wanted, note, suffix)()


def writer(desk: Desk, wanted: Wanted, note: BriefingNote, suffix: str) -> Callable[[], bytes]:
    """Return what writes such a file, slowly and in any thread: it asks the desk no more."""
    if suffix == CALENDAR:
        calendar = _calendar(desk, wanted)
        return lambda: calendar
    return partial(written_out, suffix, note, _layout(desk, wanted, suffix))


def pages(desk: Desk, wanted: Wanted, note: BriefingNote) -> Callable[[], int] | None:
    """Return what counts the pages of a note proper, in any thread; None where no PDF is made."""
    if find_spec("typst") is None:
        return None
    from briefing.note.writers import pdf

    return partial(pdf.pages, note, _layout(desk, wanted, ".pdf"))


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


def said_of(desk: Desk, note: BriefingNote, suffixes: Collection[str]) -> Iterator[str]:
    """Yield what the author should know of a note's files, a sentence each."""
    template = prepare.layout(desk).template
    if ".docx" in suffixes and template is not None:
        from briefing.note.writers.docx import missing_styles

        if missing := missing_styles(template):
            yield f"{template} lacks {', '.join(missing)}; these look as ours do."
    if ".pdf" in suffixes:
        from briefing.note.writers import pdf

        if letters := pdf.unprintable(note):
            yield f"No font on this machine has {pdf.named(letters)}: the PDF has \ufffd there."


# Below --------------------------------------------------------------------------------------------


def _audience(desk: Desk, wanted: Wanted) -> "Audience | None":
    if wanted.level is None:
        return None
    return desk.for_audience(wanted.level, keep_contacts=wanted.with_contacts)


def _title(reading: "Desk | Audience", subject: Event | Span) -> str:
    if isinstance(subject, Event):
        return subject.title
    from briefing.desk import spans

    return spans.title(reading, subject)


def _called(reading: "Desk | Audience", subject: Event | Span) -> str:
    title, day = _title(reading, subject), subject.when.date
    return f"{day:%Y-%m-%d} {title}" if day else title


class _Basis(NamedTuple):
    held: Held
    material: Material
    compose: Callable[..., tuple[BriefingNote, tuple[Value, ...]]]
    """Takes what is held, and by name what `composed` takes."""


def _teller(
    basis: _Basis, reading: "Desk | Audience", wanted: Wanted, edition: Edition, kind: Kind
) -> Callable[[Note | None], BriefingNote]:
    held, _, compose = basis

    def tell(written: Note | None) -> BriefingNote:
        note, _ = compose(
            dataclasses.replace(held, edition=edition, written=written, made_for=wanted.level),
            home=reading.home,
            today=reading.today,
            me=reading.me,
            kind=kind,
            language=prepare.language_of(reading, written, wanted.language),
        )
        return note

    return tell


def _on_event(reading: "Desk | Audience", event: Event, kind: Kind) -> _Basis:
    held = prepare.held(reading, event, kind.name)
    return _Basis(held, material(event.id, event, held), partial(composed, event))


def _on_days(reading: "Desk | Audience", span: Span, kind: Kind) -> _Basis:
    from briefing.desk import spans
    from briefing.note.compose_span import composed_span

    held = spans.held(reading, span, kind.name)
    return _Basis(held, material(span.subject, held), partial(composed_span, span))


def _layout(desk: Desk, wanted: Wanted, suffix: str) -> Layout:
    usual = prepare.layout(desk)
    attached = tuple(_attached(desk, wanted)) if suffix == ".eml" else ()
    paper = wanted.paper or usual.paper
    return dataclasses.replace(usual, paper=paper, author=wanted.author, attached=attached)


def _attached(desk: Desk, wanted: Wanted) -> Iterator[Attached]:
    """Yield the calendar file that goes with a mail, where there is anything to put in one."""
    calendar = _calendar(desk, wanted)
    if b"BEGIN:VEVENT" in calendar:
        yield Attached(
            name=f"{'event' if isinstance(wanted.subject, Event) else 'days'}{CALENDAR}",
            content_type="text/calendar",  # With a method Outlook reads its first event alone.
            content=calendar,
        )


def _calendar(desk: Desk, wanted: Wanted) -> bytes:
    from briefing.desk import exporting

    if isinstance(wanted.subject, Event):
        made = exporting.event_calendar(
            desk, wanted.subject, wanted.level, keep_contacts=wanted.with_contacts
        )
        return made.content
    exported = exporting.export(
        desk,
        exporting.What.TIMELINE,
        Path(f"days{CALENDAR}"),
        level=wanted.level,
        keep_contacts=wanted.with_contacts,
        span=exporting.Span(first=wanted.subject.first, last=wanted.subject.last),
    )
    return exported.content
