"""One part of a note to write."""

from collections.abc import Mapping

from briefing.desk import written as writing
from briefing.desk.desk import Desk
from briefing.desk.note_files import Wanted
from briefing.model import Note
from briefing.note.blocks import SectionName, Unit, one_line
from briefing.note.kinds import Kind
from briefing.note.written import asked_for, written_in
from briefing.tui.screens.writing import Passage, WritingScreen

_BEFORE_FACTS = "What one must know before; facts of records follow."


class PartScreen(WritingScreen):
    """One part of a note to write."""

    def __init__(self, desk: Desk, wanted: Wanted, part: SectionName, kind: Kind) -> None:
        self._wanted = wanted
        self._note_kind = kind
        of_kind = kind.part(part)
        limit = of_kind.limit if of_kind else None
        most = limit.number if limit and limit.unit is Unit.WORDS else None
        hint = asked_for(kind, part) or _BEFORE_FACTS
        held = writing.note_on(desk, wanted.id, kind) or Note(id="none", subject="none")
        passage = Passage(part, part.capitalize(), hint, written_in(held, part), most)
        title = f"{kind.title}: {one_line(wanted.title(desk))}"
        super().__init__(f"{kind.name} {wanted.id} {part}", title, [passage])

    def save(self, texts: Mapping[str, str]) -> None:
        """Put the part into the note as one change."""
        title = self._wanted.title(self.desk)
        writing.write(self.desk, self._wanted.id, title, texts, self._note_kind)
