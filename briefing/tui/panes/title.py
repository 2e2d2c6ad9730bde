"""What the title line of the main screen tells: the desk, the day, what is next, what waits."""

import datetime as dt

from briefing import when
from briefing.desk import views
from briefing.desk.desk import Desk
from briefing.model import Proposal, ProposalState
from briefing.tui.widgets.cells import Cell, Tone


def title_cells(desk: Desk, width: int) -> tuple[list[Cell], list[Cell]]:
    """Return the words at the left edge and those at the right one."""
    left = [Cell(f" {desk.title}", Tone.HEADING)]
    if desk.config.today is not None:
        left.append(Cell(f" · {_day_words(desk.today)}", Tone.ACCENT))
    if desk.state.place:
        left.append(Cell(f" · in {when.zone_name(desk.state.place)}", Tone.ACCENT))
    event = views.next_event(desk)
    if event is not None:
        left.append(Cell("   Next: ", Tone.MUTED))
        clocks = when.clock_words(event.when, desk.home)
        told = f"{when.date_words(event.when)} {clocks}" if clocks else when.date_words(event.when)
        left += [Cell(told), Cell(f"  {event.title}", Tone.MUTED)]
    return left, _right(desk)


def waiting_count(desk: Desk) -> int:
    """Return how many proposals wait for a decision."""
    return sum(p.state is ProposalState.WAITING for p in desk.store.all(Proposal))


def _right(desk: Desk) -> list[Cell]:
    right = []
    if not desk.store.is_writing:
        right.append(Cell(" read only ", Tone.BAD))
    if waiting := waiting_count(desk):
        right.append(Cell(f" {waiting:,} to review ", Tone.DOUBT))
    return right


def _day_words(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"
