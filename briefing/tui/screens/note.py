"""The briefing note of an event: as it stands, part by part, and what is still to be written."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from briefing.arrange.links import citations
from briefing.desk import prepare
from briefing.desk.find import title_of
from briefing.model import Citation, Event, Note, Question, Record
from briefing.note.blocks import BriefingNote, SectionName, SourceEntry, Unit, one_line
from briefing.note.kinds import house_note
from briefing.text import count
from briefing.tui.bindings import bindings
from briefing.tui.screens import note_lines
from briefing.tui.screens.answer import AnswerScreen
from briefing.tui.screens.ask import AskScreen, Line as AskLine
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.file_writer import FileWriter
from briefing.tui.screens.note_rows import PartRow, PartRows, part_row, question_row
from briefing.tui.screens.source import SourceScreen
from briefing.tui.screens.writing import Passage, WritingScreen
from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.virtual_list import VirtualList

_WRITTEN: Mapping[SectionName, tuple[str, str]] = {
    SectionName.BOTTOM_LINE: ("bottom_line", "What matters most, and what to do."),
    SectionName.PURPOSE: ("purpose", "Why we are there, in one to three sentences."),
    SectionName.OBJECTIVES: ("objectives", "Up to three things we want, a line each."),
    SectionName.POINTS: ("points", "Up to four points as they will be said, a line each."),
    SectionName.SENSITIVITIES: ("sensitivities", "What should not be raised, and why."),
    SectionName.BACKGROUND: ("background", "What one must know before; facts of records follow."),
    SectionName.NEXT_STEP: ("next_step", "The decision or step asked for."),
}
"""Part -> the field of Note that a person writes, with what belongs there."""


class NoteScreen(DeskScreen):
    """The note as its file will have it, with its parts beside it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("note")

    DEFAULT_CSS = """
    NoteScreen {
        & #parts { width: 32; background: $surface; }
        & #note { width: 1fr; }
    }
    NoteScreen.-wide #parts { width: 40; }
    NoteScreen.-full #parts { width: 60; }
    """

    def __init__(self, event: Event) -> None:
        super().__init__()
        self._event = event
        self._note: BriefingNote | None = None
        self._questions: tuple[Question, ...] = ()

    @property
    def event(self) -> Event:
        """The event as it is held now."""
        return self.desk.store.get(Event, self._event.id) or self._event

    def content(self) -> Iterable[Widget]:
        """Return the parts beside the note."""
        parts, note = VirtualList(), TextView()
        return (
            Horizontal(
                Horizontal(parts, Thumb(parts), id="parts"),
                Horizontal(note, Thumb(note), id="note"),
            ),
        )

    def on_mount(self) -> None:
        """Show the note as it stands."""
        self._compose_note()
        self._parts.focus()

    def reload(self) -> None:
        """Show the note with what has changed."""
        if self.is_mounted:
            self._compose_note()

    def text_to_copy(self) -> str:
        """Return the note as plain text."""
        return note_lines.plain_text(self._note) if self._note else ""

    # What is shown --------------------------------------------------------------------------

    @property
    def _parts(self) -> VirtualList:
        return self.query_one(VirtualList)

    def _compose_note(self) -> None:
        note = self._note = prepare.note(self.desk, self.event)
        self._questions = prepare.held(self.desk, self.event).questions
        self.head(note.title, f"{note.words} of {count(note.limit.number, 'word')}")
        self.query_one(TextView).show(note_lines.lines(note), keep=True)
        self._parts.show(PartRows(list(self._rows(note))))
        self._show_part()

    def _rows(self, note: BriefingNote) -> Iterable[PartRow]:
        told = {section.name: section for section in note.sections}
        for name in SectionName:
            if name in told:
                yield part_row(told[name])
            elif name in _WRITTEN:
                yield PartRow(name, name.capitalize(), "to write", Tone.ACCENT)
            if name is SectionName.IF_ASKED:
                yield from (question_row(question) for question in self._questions)

    @on(VirtualList.Highlighted)
    def _highlighted(self) -> None:
        key = self._parts.key
        prompts = {p.section: p.words for p in self._note.prompts} if self._note else {}
        self.say(next((words for name, words in prompts.items() if name == key), ""))
        self._show_part()

    def _show_part(self) -> None:
        """Bring the part under the cursor into sight; the first shows the head as well."""
        starts = note_lines.starts(self._note) if self._note else {}
        part = _part_of(self._parts.key or "")
        if not self._parts.index:
            self.query_one(TextView).move_to_line(0)
        elif part in starts:
            self.query_one(TextView).move_to_line(starts[part])

    # Commands -------------------------------------------------------------------------------

    def action_other(self) -> None:
        """Go from the parts to the text, or back."""
        view = self.query_one(TextView)
        (self._parts if view.has_focus else view).focus()

    @on(VirtualList.Selected)
    def action_write(self) -> None:
        """Write the part under the cursor, or answer the question there."""
        key = self._parts.key or ""
        question = next((q for q in self._questions if q.id == key), None)
        if question is not None:
            self.app.push_screen(AnswerScreen(question))
        elif _part_of(key) in _WRITTEN:
            self.app.push_screen(PartScreen(self.event, _part_of(key), self._written(key)))
        else:
            self.query_one(TextView).focus()
            self.say("This part is made from records; change them, and it follows.")

    def _written(self, part: str) -> str:
        note = prepare.written(self.desk, self.event) or Note(id="none", subject="none")
        value = getattr(note, _WRITTEN[_part_of(part)][0])
        return value if isinstance(value, str) else "\n".join(value)

    def action_file(self) -> None:
        """Ask where the note goes, and write it there as Markdown."""
        default = prepare.default_file(self.desk, self.event)
        intro = "The note is written as Markdown, with its sources."
        self.app.push_screen(
            AskScreen(
                "Make the file", intro, [AskLine("File", str(default))], self._writer(default)
            )
        )

    def _writer(self, default: Path) -> "FileWriter":
        content = prepare.markdown(self.desk, self.event)
        return FileWriter(lambda _: content, default, self)

    def citation(self, number: int) -> Citation | None:
        """Return the words that a number of the note leads to; None where there is no such one."""
        entries = self._note.sources if self._note else ()
        entry = next((e for e in entries if e.number == number), None)
        if entry is None:
            return None
        meant = (c for c in self._citations() if c.source == entry.source and _is_meant(c, entry))
        named = Citation(source=entry.source, place=entry.place, words=entry.words)
        return next(meant, named)

    @on(TextView.Followed)
    def _open_source(self, event: TextView.Followed) -> None:
        at = self.citation(int(event.target))
        if at is not None:
            self.app.push_screen(SourceScreen(at.source, at=at, cited=list(self._citations())))

    def _citations(self) -> Iterable[Citation]:
        held = prepare.held(self.desk, self.event)
        records: list[Record] = [self.event, *held.children, *held.tasks, *held.questions]
        records += [held.parent] if held.parent else []
        records += [*held.positions, *held.occasions.values()]
        records += [*held.stakeholders.values(), *held.forums.values()]
        return (citation for record in records for citation in citations(record))

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss()


class PartScreen(WritingScreen):
    """One part of a note to write."""

    def __init__(self, event: Event, part: SectionName, text: str) -> None:
        self._event = event
        path, hint = _WRITTEN[part]
        told = house_note().part(part)
        limit = told.limit if told else None
        most = limit.number if limit and limit.unit is Unit.WORDS else None
        passage = Passage(path, part.capitalize(), hint, text, most)
        super().__init__(f"note {event.id} {path}", f"Briefing note: {title_of(event)}", [passage])

    def save(self, texts: Mapping[str, str]) -> None:
        """Put the part into the note as one change."""
        prepare.write(self.desk, self._event, texts)


def _part_of(key: str) -> SectionName:
    """Return the part that a row belongs to: a question's is "if asked"."""
    return SectionName(key) if key in set(SectionName) else SectionName.IF_ASKED


def _is_meant(citation: Citation, entry: SourceEntry) -> bool:
    is_held = citation.start is not None
    same_place = is_held or one_line(citation.place) == entry.place
    return same_place and one_line(citation.words) == entry.words
