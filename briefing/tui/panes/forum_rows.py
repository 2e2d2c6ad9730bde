"""Rows of who holds what: forums, stakeholders or questions, with positions under them."""

from briefing.arrange import Arrangement
from briefing.arrange.placed import Placed
from briefing.model import Forum, Position, Question, Record, Stakeholder, Stance
from briefing.tui.panes.marks import mark
from briefing.tui.panes.rows import RecordRows
from briefing.tui.widgets.cells import Cell, Tone, fit

_ACRONYM_WIDTH = 16
_LEAST_NAME = 24
_HOLDER_WIDTH = 18


class ForumRows(RecordRows):
    """What a view of the forums shows; `by` is what its heads are."""

    def __init__(self, arrangement: Arrangement | Placed, by: str, forums: dict[str, str]) -> None:
        super().__init__(arrangement)
        self._by = by
        self._forums = forums
        """Id -> short name of each forum, for positions that stand under something else."""

    def cells(self, index: int, width: int) -> list[Cell]:
        """Return a head with what it is, or a position with who holds it."""
        row = self.shown[index]
        if isinstance(row.record, Position):
            return self._position(row.record, row.depth, width)
        return [mark(row.record, 2), *self._head(row.record, width - 2)]

    def _head(self, record: Record, width: int) -> list[Cell]:
        match record:
            case Forum(acronym=acronym, name=name) if acronym:
                if width < _ACRONYM_WIDTH + _LEAST_NAME:
                    return [Cell(f"{acronym}  ", Tone.STRONG), Cell(name, Tone.MUTED)]
                short = Cell(fit(acronym, _ACRONYM_WIDTH - 1) + " ", Tone.STRONG)
                return [short, *_with_tail(name, _of_forum(record), width - _ACRONYM_WIDTH)]
            case Forum(name=name):
                return _with_tail(name, _of_forum(record), width)
            case Stakeholder(name=name, kind=kind):
                return _with_tail(name, kind, width)
            case Question(text=text):
                return [Cell(text)]
            case _:
                return [Cell(record.id)]

    def _position(self, position: Position, depth: int, width: int) -> list[Cell]:
        who = position.holder
        if self._by == "stakeholder":
            who = self._forums.get(position.forum or "", position.document or "elsewhere")
        stance = "" if position.stance is Stance.UNKNOWN else f"{position.stance}: "
        lead = [Cell("  " * depth), mark(position, 2)]
        if width < _HOLDER_WIDTH + 2 * _LEAST_NAME:
            return [*lead, Cell(f"{who}: ", Tone.ACCENT), Cell(stance + position.claim)]
        return [
            *lead,
            Cell(fit(who, _HOLDER_WIDTH - 1) + " ", Tone.ACCENT),
            Cell(stance, Tone.STRONG),
            Cell(position.claim),
        ]


def _of_forum(forum: Forum) -> str:
    return " · ".join(part for part in (forum.openness or "", forum.period) if part)


def _with_tail(name: str, tail: str, width: int) -> list[Cell]:
    """Return a name with what else is known of it at the right edge, where there is room."""
    room = width - len(tail) - 2
    if room < _LEAST_NAME or not tail:
        return [Cell(name)]
    return [Cell(fit(name, room)), Cell(f"  {tail}", Tone.MUTED)]
