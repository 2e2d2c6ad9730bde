"""The rows of the inbox: what is marked, when, doubts, what it is."""

from collections.abc import Sequence, Set as AbstractSet

from rich.cells import cell_len

from briefing.arrange import Arrangement
from briefing.desk.find import title_of
from briefing.model import Event, Position, Proposal, Question, Record, Task
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.tui.widgets.virtual_list import Group
from briefing.when import Precision, When
from briefing.when_words import clock_name, date_words

MARKED = "✓"
"""Stands before a row that is to be decided together with others."""

_INDENT = 2

_MARK, _DATE, _CLOCK, _ZONE, _DOUBTS = 2, 16, 4, 9, 4

_CLOCK_FITS, _ZONE_FITS = 54, 56
"""Columns from which the clock time stands beside the date, and its zone beside that."""

_KINDS: dict[type[Record], str] = {
    Task: "to do",
    Question: "question",
    Position: "position",
}


class InboxRows:
    """What a list shows of the proposals that wait. A date that is in doubt has a question mark."""

    def __init__(self, arrangement: Arrangement, marked: AbstractSet[str] = frozenset()) -> None:
        self._rows = arrangement.rows
        self._marked = marked
        self.keys: Sequence[str] = tuple(row.record.id for row in arrangement.rows)
        self.groups: Sequence[Group] = tuple(Group(g.start, g.label) for g in arrangement.groups)

    def proposal(self, index: int) -> Proposal:
        """Return the proposal of a row."""
        proposal = self._rows[index].record
        assert isinstance(proposal, Proposal)
        return proposal

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return mark, date, zone, doubts and title of a row."""
        proposal = self.proposal(index)
        draft = proposal.draft
        indent = " " * (_INDENT * self._rows[index].depth)
        kind = _KINDS.get(type(draft), "")
        if proposal.changes is not None:
            kind = "change"
        is_marked = proposal.id in self._marked
        return (
            Cell(fit(MARKED if is_marked else "", _MARK), Tone.ACCENT),
            *_time_cells(draft, width),
            Cell(fit(marks(proposal), _DOUBTS), Tone.DOUBT),
            Cell(f"{indent}{kind}: " if kind else indent, Tone.MUTED),
            Cell(title_of(draft), Tone.STRONG if is_marked else Tone.PLAIN),
        )


def marks(proposal: Proposal) -> str:
    """Return the number of open doubts as "2?", and "=" for what may be held already."""
    doubts = sum(1 for _ in proposal.draft.doubts)
    return f"{f'{doubts}?' if doubts else ''}{'=' if proposal.matches else ''}"


def _time_cells(draft: Record, width: int) -> tuple[Cell, ...]:
    room = _DATE + (_CLOCK if width >= _CLOCK_FITS else 0)
    zone_room = _ZONE if width >= _ZONE_FITS else 0
    match draft:
        case Event():
            path, when = "when", draft.when
        case Task():
            path, when = "due", draft.due
        case _:
            return (Cell(" " * (room + zone_room)),)
    is_unsure = any(doubted == path for doubted, _ in draft.doubts)
    words = _short(when, room - 1 - is_unsure) + ("?" if is_unsure else "")
    zone = clock_name(when) if when.is_timed and not when.is_floating else ""
    return (
        Cell(fit(words, room), Tone.DOUBT if is_unsure else Tone.PLAIN),
        Cell(f"{fit(zone, zone_room - 1)} " if zone_room else "", Tone.MUTED),
    )


def _short(when: When, room: int) -> str:
    date = date_words(when, weekday=False)
    if when.time is None or when.precision is not Precision.MINUTE:
        return fit(date, min(room, cell_len(date)))
    with_clock = f"{date} {when.time:%H:%M}"
    return with_clock if cell_len(with_clock) <= room else fit(date, min(room, cell_len(date)))
