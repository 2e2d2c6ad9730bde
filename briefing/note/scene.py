"""What the composers of a note's parts work from."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from briefing.arrange.questions import occasions
from briefing.config import Me
from briefing.model import Event, Question
from briefing.note.blocks import Block, SectionName
from briefing.note.held import Held
from briefing.note.kinds import Kind
from briefing.note.ledger import Ledger
from briefing.note.prose import listed, prose
from briefing.note.words import Words
from briefing.note.written import LISTS, written_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is held for a note, and which note it is, where and when."""

    held: Held
    kind: Kind
    ledger: Ledger
    home: ZoneInfo
    today: dt.date
    me: Me
    words: Words

    def written(self, part: SectionName) -> str:
        """Return what the person wrote in a part: for this kind of note, else for its like."""
        for note in self.held.notes:
            if text := written_in(note, part).strip():
                self.ledger.saw(note)
                return text
        return ""

    def written_blocks(self, part: SectionName) -> tuple[Block, ...]:
        """Return the same as blocks."""
        written = self.written(part)
        return listed(written) if part in LISTS else prose(written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene(Setting):
    """One event, and all that a note on it is told from."""

    event: Event

    def is_brief(self, name: SectionName) -> bool:
        """Return whether a line is enough for each entry of a part."""
        part = self.kind.part(name)
        return part is not None and part.is_brief

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that the person picked, in their order; else all of the event."""
        picked = next((note.questions for note in self.held.notes if note.questions), ())
        if not picked:
            return tuple(q for q in self.held.questions if self.event.id in occasions(q))
        by_id = {question.id: question for question in self.held.questions}
        return tuple(by_id[id] for id in picked if id in by_id)
