"""A briefing note: as it stands, part by part, and what is still to be written."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from briefing.desk import issuing, note_files, written as writing
from briefing.desk.note_files import Made, Wanted
from briefing.model import Event, Level, Note, Question
from briefing.note.blocks import BriefingNote, SectionName
from briefing.note.budget import annex_advice, over_long
from briefing.note.kinds import HOUSE_NOTE, Kind
from briefing.note.span import Span
from briefing.note.written import writable
from briefing.text import count, file_name
from briefing.tui.bindings import bindings
from briefing.tui.screens import note_issue, note_lines, note_order, note_question, note_readers
from briefing.tui.screens.answer import AnswerScreen
from briefing.tui.screens.ask import AskScreen, Line as AskLine
from briefing.tui.screens.choose import Choice, ChooseScreen
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.file_writer import FileWriter
from briefing.tui.screens.note_facts import NoteFactsScreen
from briefing.tui.screens.note_issues import NoteIssuesScreen
from briefing.tui.screens.note_part import PartScreen, drafted
from briefing.tui.screens.note_rows import PartRow, PartRows, rows_of
from briefing.tui.screens.note_view import NoteView, length
from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.virtual_list import VirtualList

_ENDINGS = (
    "The ending tells what it is: .docx, .pdf, .html, .txt, .eml, .md, or .ics for a calendar."
)
_REST = 0.3
"""Seconds after an edit before the pages are counted."""

_ROWS_BEFORE = 2
"""How much of the part before is seen: the end of what was written last."""

_FROM_RECORDS = "This part is made from records; change them, and it follows."


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

    def __init__(self, subject: Event | Span, kind: str = HOUSE_NOTE) -> None:
        super().__init__()
        self._wanted = Wanted(subject=subject, kind=kind)
        self._made: Made | None = None
        self._begun = ""
        """The part that is being written for the first time."""
        self._told: str | None = None
        """The row that the status line was about: one that only moves takes no sentence away."""

    @property
    def wanted(self) -> Wanted:
        """Which note is shown, its event as it is held now."""
        subject = self._wanted.subject
        if isinstance(subject, Event):
            subject = self.desk.store.get(Event, subject.id) or subject
        return replace(self._wanted, subject=subject)

    @property
    def kind(self) -> Kind:
        """The kind of note that is shown."""
        return writing.kind_named(self.desk, self._wanted.kind)

    @property
    def written(self) -> Note | None:
        """What the person wrote for it."""
        return writing.note_on(self.desk, self._wanted.id, self.kind)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that belong to it, those that were picked first and in their order."""
        held = self._made.material.of(Question) if self._made else {}
        picked = self.written.questions if self.written else ()
        return tuple(held[id] for id in dict.fromkeys((*picked, *held)) if id in held)

    def content(self) -> Iterable[Widget]:
        """Return the parts beside the note."""
        parts, note = VirtualList(), NoteView()
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

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show which part was left with words that are not saved."""
        if self._note is not None:
            self._parts.show(PartRows(self._rows(self._note)))

    def text_to_copy(self) -> str:
        """Return the note as plain text."""
        return note_lines.plain_text(self._note) if self._note else ""

    @property
    def _note(self) -> BriefingNote | None:
        return self._made.note if self._made else None

    # What is shown --------------------------------------------------------------------------

    @property
    def _parts(self) -> VirtualList:
        return self.query_one(VirtualList)

    @property
    def _part(self) -> SectionName | None:
        """The part under the cursor, or that the question there stands in."""
        rows = self._parts.rows
        return rows.part(self._parts.key) if isinstance(rows, PartRows) else None

    @property
    def _view(self) -> NoteView:
        return self.query_one(NoteView)

    def _compose_note(self) -> None:
        self._made = issuing.draft(self.desk, self.wanted)
        note = self._made.note
        self._show_length()
        self._count_pages(note)
        self._view.show_note(note, self.kind, self._made.material.records)
        self._parts.show(PartRows(self._rows(note)))
        self._go_on()
        self._show_part()

    def _show_length(self, pages: int | None = None) -> None:
        assert self._note is not None
        level = self._wanted.level
        readers = f"as {self._label(level)} see it: " if level else ""
        self.head(self._note.title, f"{readers}{length(self._note, pages)}")

    def _label(self, level: Level) -> str:
        return self.desk.config.labels.get(level, f"{level}")

    @work(exclusive=True, group="pages")
    async def _count_pages(self, note: BriefingNote) -> None:
        """Tell once the hand rests how many pages it fills: a PDF of it takes a moment."""
        await asyncio.sleep(_REST)
        count_pages = note_files.pages(self.desk, self.wanted, note)
        if count_pages is not None:
            self._show_length(await asyncio.to_thread(count_pages))

    def _rows(self, note: BriefingNote) -> list[PartRow]:
        picked = self.written.questions if self.written else ()
        return rows_of(
            note,
            self.kind,
            self.questions,
            picked=picked,
            drafted=drafted(self.desk, self._wanted, self.kind),
            event=self._wanted.id,
        )

    def _go_on(self) -> None:
        """Once a part is written for the first time, go to the next one to write."""
        assert self._note is not None
        wanted = [prompt.section for prompt in self._note.prompts]
        if not self._begun or self._begun in wanted:
            return
        rows = self._parts.rows.keys
        after = rows[rows.index(self._begun) :] if self._begun in rows else ()
        self._begun = ""
        self._parts.move_to_key(next((key for key in after if key in wanted), ""))
        self._told = self._parts.key  # What came of the writing is told there.

    @on(VirtualList.Highlighted)
    def _highlighted(self) -> None:
        if self._parts.key != self._told:
            self._told = self._parts.key
            self._tell_part()
        self._show_part()

    def _tell_part(self) -> None:
        """Say what belongs in the part, else what is too long, else nothing."""
        if self._note is None:
            return
        prompts = {p.section: p.words for p in self._note.prompts}
        prompt = next((words for name, words in prompts.items() if name == self._parts.key), "")
        if prompt:
            self.say(prompt)
        elif long := over_long(self._note):
            self.say(" ".join((*long, annex_advice(self._note))).strip(), Tone.DOUBT)
        else:
            self.say("")

    def _show_part(self) -> None:
        """Bring the part under the cursor into sight; the first shows the head as well."""
        part = self._part if self._parts.index else None
        self._view.bring(part, below=_ROWS_BEFORE)

    # Writing --------------------------------------------------------------------------------

    def action_other(self) -> None:
        """Go from the parts to the text, or back."""
        (self._parts if self._view.has_focus else self._view).focus()

    @on(VirtualList.Selected)
    def action_write(self) -> None:
        """Write the part under the cursor, or answer the question there."""
        key = self._parts.key or ""
        question = next((q for q in self.questions if q.id == key), None)
        if question is not None:
            self.app.push_screen(AnswerScreen(question))
        elif self._part in writable(self.kind):
            wanted = {prompt.section for prompt in self._note.prompts} if self._note else set()
            self._begun = key if key in wanted else ""
            self._write_part(self._part)
        else:
            self._view.focus()
            self.say(_FROM_RECORDS)

    def _write_part(self, part: SectionName) -> None:
        own = replace(self.wanted, level=None)
        made = issuing.draft(self.desk, own) if self.wanted.level else self._made
        assert made is not None
        self.app.push_screen(PartScreen(self.desk, own, part, self.kind, made, self._rows))

    def action_annex(self) -> None:
        """Move the part under the cursor behind the note, or back to its place."""
        part = self._part
        of_kind = self.kind.part(part) if part else None
        if part is None or of_kind is None or of_kind.is_annex:
            self.say("This part stands behind the note in any case.")
            return
        goes_behind = self.written is None or part not in self.written.annex
        title = self.wanted.title(self.desk)
        writing.move(self.desk, self.wanted.id, title, part, self.kind, to_annex=goes_behind)
        told = (
            "Moved behind the note, where its words don't count." if goes_behind else "Moved back."
        )
        self.say(f"{told} u takes that back.")

    def action_question(self) -> None:
        """Say which question may come up, or how likely the one under the cursor is."""
        event = self.wanted.subject
        if isinstance(event, Event):
            question = next((q for q in self.questions if q.id == self._parts.key), None)
            note_question.ask(self, event, question)
        else:
            self.say("Questions are expected at an event; this note is on some days.")

    def action_order(self) -> None:
        """Pick and order what the part under the cursor tells: questions, or points to make."""
        if self._part is SectionName.POINTS:
            note_order.order_points(self)
        else:
            note_order.order_questions(self)

    def action_kind(self) -> None:
        """Ask which kind of note is wanted."""

        def chosen(name: str | None) -> None:
            if name is not None:
                self._wanted = replace(self._wanted, kind=name)
                self._compose_note()

        alike = (k for k in writing.kinds(self.desk).values() if k.subject is self.kind.subject)
        choices = [
            Choice(kind.name, kind.title, _extent(kind), sign="now" if kind == self.kind else "")
            for kind in alike
        ]
        self.app.push_screen(ChooseScreen("Which kind of note?", choices), chosen)

    def action_readers(self) -> None:
        """Ask for whom it is shown and made, in which language and on which paper."""

        def take(wanted: Wanted) -> None:
            self._wanted = wanted
            self._compose_note()
            if wanted.level is not None:
                self.app.call_later(self._tell_readers)

        note_readers.ask(self, self.wanted, take)

    def _tell_readers(self) -> None:
        assert self._made is not None
        level, left_out = self._wanted.level, self._made.left_out
        if level is not None:
            told = count(len(left_out), "record is", "records are") if left_out else "nothing is"
            self.say(f"This is what {self._label(level)} will get; {told} left out.")

    def action_facts(self) -> None:
        """List what somebody should look at before the note goes out."""
        self.app.push_screen(NoteFactsScreen(self.wanted))

    def action_issues(self) -> None:
        """List what went out of the note."""
        self.app.push_screen(NoteIssuesScreen(self.wanted))

    # Files ----------------------------------------------------------------------------------

    def action_file(self) -> None:
        """Ask where the note goes, and write it there as it stands."""
        offered = self._offered_file()
        lines = [AskLine("File", str(offered))]
        writer = FileWriter(self._content, offered, self)
        ask = AskScreen("Make the file", _ENDINGS, lines, writer, does="write it", told=writer.told)
        self.app.push_screen(ask)

    def _offered_file(self) -> Path:
        """Return where the file goes where nobody says otherwise, named as its readers may see."""
        own = note_issue.default_file(self.desk, self.wanted, ".docx")
        level = self._wanted.level
        if level is None or self._made is None:
            return own
        name = file_name(f"{self._made.called} for {self._label(level)}")
        return own.with_name(f"{name}.docx")

    def _content(self, path: Path) -> Callable[[], bytes]:
        (suffix,) = note_files.endings([path])
        assert self._note is not None
        return note_files.writer(self.desk, self.wanted, self._note, suffix)

    def action_issue(self) -> None:
        """Ask for whom the note goes out and as what, and issue it."""
        note_issue.ask(self, self.wanted)

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss()


def _extent(kind: Kind) -> str:
    """Return how long a kind of note may be: "2 pages", "2 pages and annexes"."""
    pages = count(kind.pages, "page") if kind.pages else "any length"
    annexes = [part for part in kind.parts if part.is_annex and part.name != SectionName.SOURCES]
    return f"{pages} and annexes" if annexes else pages
