"""One part of a note to write, with the note around it as it will read."""

from collections.abc import Callable, Iterable, Mapping

from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widget import Widget

from briefing.desk import drafts, written as writing
from briefing.desk.desk import Desk
from briefing.desk.note_files import Made, Wanted
from briefing.model import Note
from briefing.note.blocks import BriefingNote, SectionName
from briefing.note.kinds import Kind
from briefing.note.words import Words
from briefing.note.written import asked_for, writable, written_in
from briefing.tui.screens.note_rows import PartRow, PartRows
from briefing.tui.screens.note_view import NoteView, length
from briefing.tui.screens.writing import Passage, PassageBox, WritingScreen
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.virtual_list import VirtualList

_BEFORE_FACTS = "What one must know before; facts of records follow."

_REST = 0.1
"""Seconds after a key before the note around it follows."""


def draft_of(wanted: Wanted, kind: Kind, part: SectionName) -> str:
    """Return what words for a part are kept under until they are saved."""
    return f"{kind.name} {wanted.id} {part}"


def drafted(desk: Desk, wanted: Wanted, kind: Kind) -> set[SectionName]:
    """Return the parts of a note of which some words wait unsaved."""
    return {p for p in writable(kind) if drafts.draft(desk, draft_of(wanted, kind, p))}


class PartScreen(WritingScreen):
    """One part of a note to write below the note, which follows what is typed."""

    DEFAULT_CSS = """
    PartScreen {
        & #parts { width: 32; background: $surface; }
        & #writing { width: 1fr; }
        & #note { height: 1fr; }
        & PassageBox { border-top: solid $border; }
        & PassageBox TextArea { min-height: 5; max-height: 12; }
        &.-single #parts { display: none; }
        &.-single PassageBox TextArea { min-height: 4; max-height: 6; }
    }
    PartScreen.-wide #parts { width: 40; }
    PartScreen.-full #parts { width: 60; }
    """

    def __init__(
        self,
        desk: Desk,
        wanted: Wanted,
        part: SectionName,
        kind: Kind,
        made: Made,
        rows: Callable[[BriefingNote], list[PartRow]],
    ) -> None:
        self._wanted = wanted
        self._part = part
        self._note_kind = kind
        self._made = made
        self._shown = made.note
        self._rows = rows
        self._soon: Timer | None = None
        of_kind = kind.part(part)
        self._hint = asked_for(kind, part) or _BEFORE_FACTS
        held = writing.note_on(desk, wanted.id, kind) or Note(id="none", subject="none")
        label = Words(made.note.language).term(part)
        limit = of_kind.limit if of_kind else None
        passage = Passage(part, label, "", written_in(held, part), limit)
        super().__init__(draft_of(wanted, kind, part), made.note.title, [passage])

    def content(self) -> Iterable[Widget]:
        """Return the parts beside the note, and below it the text."""
        (passage,) = self.passages
        parts, note = VirtualList(), NoteView()
        parts.can_focus = False
        return (
            Horizontal(
                Horizontal(parts, Thumb(parts), id="parts"),
                Vertical(
                    Horizontal(note, Thumb(note), id="note"), PassageBox(passage), id="writing"
                ),
            ),
        )

    def on_mount(self) -> None:
        """Show the note as it stands."""
        self._show()
        self.say(self._hint)

    def show_head(self) -> None:
        """Tell how long the note is with what is typed."""
        self.head(self._shown.title, length(self._shown))

    def follow(self) -> None:
        """Show the note with what is typed, once the hand rests for a moment."""
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(_REST, self._retell)

    def save(self, texts: Mapping[str, str]) -> None:
        """Put the part into the note as one change."""
        title = self._wanted.title(self.desk)
        writing.write(self.desk, self._wanted.id, title, texts, self._note_kind)

    def saved(self) -> str:
        """Return what was saved and what is to be written next."""
        asked = {prompt.section for prompt in self._shown.prompts}
        order = [part.name for part in self._note_kind.parts]
        after = (part for part in order[order.index(self._part) + 1 :] if part in asked)
        words = Words(self._shown.language)
        following = next((f" Next: {words.term(part)}." for part in after), "")
        return f"{words.term(self._part)}: saved.{following}"

    def _retell(self) -> None:
        box = next(iter(self.query(PassageBox)), None)
        if box is None:
            return  # The screen was left in the same moment.
        title, texts = self._wanted.title(self.desk), {self._part.value: box.text}
        with self.telling():
            written = writing.with_parts(self.desk, self._wanted.id, title, texts, self._note_kind)
            self._shown = self._made.retold(written)
            self.show_head()
            self._show()

    def _show(self) -> None:
        view, parts = self.query_one(NoteView), self.query_one(VirtualList)
        view.show_note(self._shown, self._note_kind, self._made.material.records)
        view.bring(self._part)
        parts.show(PartRows(self._rows(self._shown)))
        parts.move_to_key(self._part)
