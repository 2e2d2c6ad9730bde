"""The rows of the inbox: when, doubts, what it is."""

from collections.abc import Sequence

from rich.cells import cell_len

from briefing.arrange import Arrangement
from briefing.desk.find import title_of
from briefing.model import Event, Position, Proposal, Question, Record, Task
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.tui.widgets.virtual_list import Group
from briefing.when import Precision, When, date_words

_INDENT = 2

_DATE, _CLOCK, _MARKS = 16, 4, 4

_CLOCK_FITS = 58
"""Columns from which the clock time stands beside the date."""

_KINDS: dict[type[Record], str] = {
    Task: "to do",
    Question: "question",
    Position: "position",
}


class InboxRows:
    """What a list shows of the proposals that wait. A date that is in doubt has a question mark."""

    def __init__(self, arrangement: Arrangement) -> None:
        self._rows = arrangement.rows
        self.keys: Sequence[str] = tuple(row.record.id for row in arrangement.rows)
        self.groups: Sequence[Group] = tuple(Group(g.start, g.label) for g in arrangement.groups)

    def proposal(self, index: int) -> Proposal:
        """Return the proposal of a row."""
        proposal = self._rows[index].record
        assert isinstance(proposal, Proposal)
        return proposal

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return date, marks and title of a row."""
        proposal, draft = self.proposal(index), self.proposal(index).draft
        room = _DATE + (_CLOCK if width >= _CLOCK_FITS else 0)
        indent = " " * (_INDENT * self._rows[index].depth)
        kind = _KINDS.get(type(draft), "")
        return (
            _date_cell(draft, room),
            Cell(fit(marks(proposal), _MARKS), Tone.DOUBT),
            Cell(f"{indent}{kind}: " if kind else indent, Tone.MUTED),
            Cell(title_of(draft)),
        )


def marks(proposal: Proposal) -> str:
    """Return the number of open doubts as "2?", and "=" for what may be held already."""
    doubts = sum(1 for _ in proposal.draft.doubts)
    return f"{f'{doubts}?' if doubts else ''}{'=' if proposal.matches else ''}"


def _date_cell(draft: Record, room: int) -> Cell:
    match draft:
        case Event():
            path, when = "when", draft.when
        case Task():
            path, when = "due", draft.due
        case _:
            return Cell(" " * room)
    is_unsure = any(doubted == path for doubted, _ in draft.doubts)
    words = _short(when, room - 1 - is_unsure) + ("?" if is_unsure else "")
    return Cell(fit(words, room), Tone.DOUBT if is_unsure else Tone.PLAIN)


def _short(when: When, room: int) -> str:
    date = date_words(when, weekday=False)
    if when.time is None or when.precision is not Precision.MINUTE:
        return fit(date, min(room, cell_len(date)))
    with_clock = f"{date} {when.time:%H:%M}"
    return with_clock if cell_len(with_clock) <= room else fit(date, min(room, cell_len(date)))
