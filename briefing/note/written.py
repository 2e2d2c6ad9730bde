"""What a person wrote in the parts of a note: which parts those are, and where they stand."""

from collections.abc import Mapping

from briefing.model import Note
from briefing.note.blocks import Limit, SectionName, Unit
from briefing.note.kinds import Kind
from briefing.text import count

FIELDS: Mapping[SectionName, str] = {
    SectionName.BOTTOM_LINE: "bottom_line",
    SectionName.PURPOSE: "purpose",
    SectionName.OBJECTIVES: "objectives",
    SectionName.POINTS: "points",
    SectionName.SENSITIVITIES: "sensitivities",
    SectionName.BACKGROUND: "background",
    SectionName.NEXT_STEP: "next_step",
}
"""Parts with a field of model.Note; all the others stand in its `parts`, by their name."""

LISTS = frozenset((SectionName.OBJECTIVES, SectionName.POINTS, SectionName.OPTIONS))
"""Parts that are written a line an entry."""

FROM_RECORDS = frozenset(
    (
        *(SectionName.ANSWERS, SectionName.POSITIONS, SectionName.AGENDA, SectionName.SPEAKERS),
        *(SectionName.CHANGES, SectionName.IN_FULL, SectionName.SOURCES),
    )
)
"""Parts in which nobody writes."""


def written_in(note: Note, part: SectionName) -> str:
    """Return what a person wrote in a part, a list's entries a line each; empty where nothing."""
    field = FIELDS.get(part)
    if field is None:
        return next((other.text for other in note.parts if other.key == part), "")
    value: str | tuple[str, ...] = getattr(note, field)
    return value if isinstance(value, str) else "\n".join(value)


def writable(kind: Kind) -> tuple[SectionName, ...]:
    """Return the parts of a kind in which a person may write, in their order."""
    return tuple(part.name for part in kind.parts if part.name not in FROM_RECORDS)


_ASKED_FOR: Mapping[SectionName, str] = {
    SectionName.BOTTOM_LINE: "Say in {limit} what matters most and what to do.",
    SectionName.PURPOSE: "Say in {limit} why we are there.",
    SectionName.OBJECTIVES: "Name {limit} that we want, a line each.",
    SectionName.OPENING: "Write in {limit} what we say first.",
    SectionName.POINTS: "Write {limit} as they will be said aloud, a line each.",
    SectionName.ISSUE: "Say in {limit} what is to be decided.",
    SectionName.RECOMMENDATION: "Say in {limit} what to agree to.",
    SectionName.SENSITIVITIES: "Name what should not be raised, and why.",
    SectionName.NEXT_STEP: "Name the step or decision that is asked for, and by when.",
    SectionName.CONSIDERATIONS: "Say what speaks for it and what against.",
    SectionName.OPTIONS: "Name {limit}, each with its price, a line each.",
    SectionName.HAPPENED: "Say what came of it, the most important first.",
    SectionName.MOVED: "Say who moved, from where to where; no record has a stance that changed.",
    SectionName.PROMISES: "Say what was promised by whom and until when; no record has it.",
}
"""What belongs in a part that only a person can write, or that no record fills."""

TOLD_BY_RECORDS = frozenset((SectionName.MOVED, SectionName.PROMISES))
"""Those of them that need no words of a person where records fill them."""

_NOUNS = {
    SectionName.OBJECTIVES: "things",
    SectionName.POINTS: "points",
    SectionName.OPTIONS: "options",
}
_UNLIMITED = "a few words"


def asked_for(kind: Kind, name: SectionName) -> str:
    """Return one plain sentence on what a person should write in a part; empty where nothing."""
    part = kind.part(name)
    told = _length(name, part.limit if part else None)
    return _ASKED_FOR.get(name, "").format(limit=told)


def _length(name: SectionName, limit: Limit | None) -> str:
    if limit is None:
        return _NOUNS.get(name, _UNLIMITED)
    if limit.unit is Unit.ITEMS:
        return f"up to {limit.number} {_NOUNS.get(name, 'things')}"
    if limit.unit is Unit.SENTENCES:
        return f"up to {count(limit.number, 'sentence')}"
    return count(limit.number, "word")
