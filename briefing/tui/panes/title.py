"""What the title line of the main screen tells: the desk, the day, what is next, what waits."""

import datetime as dt
from collections.abc import Sequence

from rich.cells import cell_len

from briefing import when_words
from briefing.desk import attend, coming
from briefing.desk.desk import Desk
from briefing.model import Going, Proposal, ProposalState
from briefing.tui.widgets.cells import Cell, Tone, one_line
from briefing.when import Precision, When

_LEAST_TITLE = 20
"""Columns that the next event's title keeps, where the desk's own words can give way."""


def title_cells(desk: Desk, width: int) -> tuple[list[Cell], list[Cell]]:
    """Return the words at the left edge and those at the right one, in so many columns.

    Where the next event's title would keep too little room, the clock at home goes first.
    """
    place, right = _place_cells(desk), _right(desk)
    full = [Cell(desk.title, Tone.HEADING), *place]
    event, week = coming.next_event(desk), _due_this_week(desk)
    if event is None:
        return _joined(full), [*week, *right]
    both = when_words.clock_words(event.when, desk.home)
    own = both.partition(" · ")[0]
    date, short = when_words.date_words(event.when), _short_date(event.when)
    goes = (held := attend.attendance(desk, event.id)) and held.going is Going.GOING
    word = "Next I go to" if goes else "Next"
    shapes = ((full, date, both), (full, date, own), (full, short, own), (place, short, own))
    room = width - _columns(right) - min(_LEAST_TITLE, cell_len(event.title))
    for lead, day, clocks in shapes:
        label = f"   {word}: " if lead is full else f"  {word}: "
        left = [*_joined(lead), Cell(label, Tone.MUTED), Cell(f"{day} {clocks}".rstrip() + "  ")]
        if _columns(left) <= room:
            break
    has_room = _columns([*left, *week]) <= room
    return [*left, Cell(event.title, Tone.MUTED)], [*week, *right] if has_room else right


def _place_cells(desk: Desk) -> list[Cell]:
    """Return the day and the place that the desk is set to, where it is set to any."""
    cells = []
    if desk.config.today is not None:
        cells.append(Cell(_day_words(desk.today), Tone.ACCENT))
    if desk.state.place:
        name = desk.state.place_name or when_words.zone_name(desk.state.place)
        cells.append(Cell(f"in {name}", Tone.ACCENT))
    return cells


def _joined(cells: Sequence[Cell]) -> list[Cell]:
    return [Cell(f" · {text}" if at else f" {text}", tone) for at, (text, tone) in enumerate(cells)]


def _columns(cells: Sequence[Cell]) -> int:
    return sum(cell_len(one_line(cell.text)) for cell in cells)


def _short_date(moment: When) -> str:
    """Return the date without weekday and year, where it is one day."""
    is_a_day = moment.precision in (Precision.DAY, Precision.MINUTE)
    if moment.date is None or not is_a_day or moment.end_date not in (None, moment.date):
        return when_words.date_words(moment)
    return f"{moment.date.day} {moment.date:%b}"


def waiting_count(desk: Desk) -> int:
    """Return how many proposals wait for a decision."""
    return sum(p.state is ProposalState.WAITING for p in desk.store.all(Proposal))


def _due_this_week(desk: Desk) -> list[Cell]:
    due = len(coming.due_this_week(desk))
    return [Cell(f" {due:,} due this week ", Tone.ACCENT)] if due else []


def _right(desk: Desk) -> list[Cell]:
    right = []
    if not desk.store.is_writing:
        right.append(Cell(" read only ", Tone.BAD))
    if waiting := waiting_count(desk):
        right.append(Cell(f" {waiting:,} to review ", Tone.DOUBT))
    return right


def _day_words(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"
