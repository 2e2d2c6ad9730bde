"""A day as a sheet: side by side with the hours down the side, or as a list where it is narrow."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

from briefing import when_words
from briefing.arrange.board import Board, Slot, Stretch
from briefing.arrange.clashes import Held, is_night
from briefing.desk.board import due_words, slot_times, slot_title, state_words
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.model import Engagement, Event, Task
from briefing.text import count
from briefing.tui.panes.marks import CLASH
from briefing.tui.widgets.cells import Tone, wrap
from briefing.tui.widgets.sheet_view import EDGE, Piece, Place, Sheet

LEAST_SIDE_BY_SIDE = 100
"""Columns below which a day is a list."""

_LEAST_LANE = 24
_LABEL = 10
_MOST_IN_BAND = 4
_QUARTER = dt.timedelta(minutes=15)

Line = Sequence[Piece]


def sheet(desk: Desk, board: Board, width: int) -> Sheet:
    """Return a day for so many columns."""
    made = _Sheet(desk, board, width)
    axis = _Axis(desk, board)
    lane_width = (width - axis.width) // max(board.lanes, 1)
    made.band()
    if width >= LEAST_SIDE_BY_SIDE and lane_width >= _LEAST_LANE:
        made.columns(axis, lane_width)
    else:
        made.list()
    if board.is_empty:
        made.add(Piece("  Nothing is on, and nothing is due.", width, Tone.MUTED))
    return Sheet(made.lines, made.places)


class _Sheet:
    """The lines of a day while they are put together."""

    def __init__(self, desk: Desk, board: Board, width: int) -> None:
        self.lines: list[Line] = []
        self.places: list[Place] = []
        self._desk = desk
        self._board = board
        self._width = width

    def add(self, *pieces: Piece, key: str = "") -> None:
        """Add a line, which alone is a place where it has a key."""
        if key:
            self.places.append(Place(key, len(self.lines), len(self.lines)))
        self.lines.append(pieces)

    def band(self) -> None:
        """Add what lasts all day, and what is due."""
        all_day, due = self._board.all_day, self._board.due
        bands: tuple[tuple[str, Sequence[Event | Task]], ...] = (("All day", all_day), ("Due", due))
        for label, records in bands:
            for number, record in enumerate(records[:_MOST_IN_BAND]):
                lead = Piece(f" {label if number == 0 else ''}", _LABEL, Tone.MUTED)
                told, tone = self._band_words(record)
                room = self._width - _LABEL - 2
                self.add(
                    lead,
                    Piece(EDGE, 2, Tone.ACCENT, record.id),
                    Piece(told, room, tone, record.id),
                    key=record.id,
                )
            if len(records) > _MOST_IN_BAND:
                more = count(len(records) - _MOST_IN_BAND, "more", "more")
                self.add(Piece("", _LABEL), Piece(f"and {more}", self._width - _LABEL, Tone.MUTED))
        if self.lines:
            self.add()

    def _band_words(self, record: Event | Task) -> tuple[str, Tone]:
        if isinstance(record, Event):
            state = state_words(self._desk, record)
            dates = when_words.date_words(record.when, weekday=False)
            told = f"{dates}  {title_of(record)}{f'  [{state}]' if state else ''}"
            return told, Tone.GONE if record.cancelled else Tone.STRONG
        clock = due_words(self._desk, record).lstrip()
        return f"{clock}{'  ' if clock else ''}{title_of(record)} [{record.state}]", Tone.PLAIN

    # Side by side ---------------------------------------------------------------------------

    def columns(self, axis: "_Axis", lane_width: int) -> None:
        """Add the hours down the side, and beside them what is on."""
        if self._board.stretches:
            self.add(Piece(axis.heading, self._width, Tone.MUTED))
        before: Stretch | None = None
        for stretch in self._board.stretches:
            if before is not None:
                self.add(Piece(_free(stretch.start - before.end), self._width, Tone.MUTED))
            self._side_by_side(stretch, axis, lane_width)
            before = stretch

    def _side_by_side(self, stretch: Stretch, axis: "_Axis", lane_width: int) -> None:
        bounds = _bounds(stretch)
        first = len(self.lines)
        texts: dict[str, Iterator[tuple[str, Tone]]] = {}
        for slot in stretch.slots:
            top, bottom = bounds.index(slot.start), bounds.index(slot.end) - 1
            self.places.append(Place(_key(slot), first + top, first + bottom, slot.lane))
            texts[_key(slot)] = self._block(slot.held, lane_width - 3, bottom - top + 1)
        starts = {slot.start for slot in stretch.slots}
        for begins in bounds[:-1]:
            pieces = [axis.piece(begins, is_told=begins in starts or begins.minute % 30 == 0)]
            on = {slot.lane: slot for slot in stretch.slots if slot.start <= begins < slot.end}
            for lane in range(stretch.lanes):
                pieces += self._row(on.get(lane), texts, lane_width)
            self.lines.append(pieces)

    def _row(
        self, slot: Slot | None, texts: Mapping[str, Iterator[tuple[str, Tone]]], width: int
    ) -> Sequence[Piece]:
        """Return the next row of a slot in its column."""
        if slot is None:
            return (Piece("", width),)
        key = _key(slot)
        text, tone = next(texts[key])
        edge = Piece(EDGE, 2, _edge_tone(slot.held), key)
        return (edge, Piece(text, width - 3, tone, key), Piece("", 1))

    def _block(self, held: Held, width: int, rows: int) -> Iterator[tuple[str, Tone]]:
        """Yield at least so many rows of text: times and marks, the title, the place."""
        tone, title = self._tone(held), slot_title(held)
        times = " ".join((*self._signs(held), self._times_here(held), self._state(held)))
        if rows == 1:
            yield f"{times.strip()}  {title}", tone
            return
        yield times.strip(), Tone.MUTED
        spans = list(wrap(title, width))
        if len(spans) > rows - 1:
            # What is too long is cut at the end, with all that is left of it in the last row.
            spans[rows - 2 :] = [(spans[rows - 2][0], len(title))]
        yield from ((title[start:end], tone) for start, end in spans)
        yield self._about(held), Tone.MUTED
        yield from repeat(("", Tone.PLAIN))

    def _times_here(self, held: Held) -> str:
        """Return its times, on its own clock where that is not the day's."""
        moment, day = held.when, self._board.clock
        if isinstance(held, Engagement):
            return slot_times(self._desk, held)
        start, end = moment.time, moment.end_time
        assert start is not None
        times = f"{start:%H:%M}–{end:%H:%M}" if end else f"{start:%H:%M}–?"
        if moment.is_floating:
            return f"{times} zone?"
        is_days = day is not None and (day.zone, day.offset) == (moment.zone, moment.offset)
        return times if is_days else f"{times} {when_words.clock_name(moment)}"

    # As a list ------------------------------------------------------------------------------

    def list(self) -> None:
        """Add what is on, what is on at the same time under a heading of its own."""
        for stretch in self._board.stretches:
            if len(stretch.slots) > 1:
                self.add(Piece(" At the same time:", self._width, Tone.HEADING))
            for slot in stretch.slots:
                key, top = _key(slot), len(self.lines)
                self.places.append(Place(key, top, top + 1))
                told = " ".join(
                    filter(None, (slot_times(self._desk, slot.held), self._state(slot.held)))
                )
                title = " ".join((*self._signs(slot.held), slot_title(slot.held)))
                for text, tone in ((told, Tone.MUTED), (title, self._tone(slot.held))):
                    edge = Piece(EDGE, 2, _edge_tone(slot.held), key)
                    self.add(Piece("", 1), edge, Piece(text, self._width - 3, tone, key))
            self.add()

    # Words ----------------------------------------------------------------------------------

    def _signs(self, held: Held) -> Iterable[str]:
        return (CLASH,) if isinstance(held, Event) and self._desk.clashing.has(held) else ()

    def _state(self, held: Held) -> str:
        if isinstance(held, Engagement):
            return ""
        is_at_night = self._desk.clashing.night(held)
        told = (state_words(self._desk, held), "at night" if is_at_night else "")
        return "".join(f" [{words}]" for words in told if words)

    def _about(self, held: Held) -> str:
        if isinstance(held, Engagement):
            return ""
        return " · ".join(filter(None, (held.mode, held.venue)))

    def _tone(self, held: Held) -> Tone:
        if isinstance(held, Engagement):
            return Tone.MUTED
        if held.cancelled:
            return Tone.GONE
        return Tone.PLAIN if self._desk.clashing.person.attends(held) else Tone.MUTED


class _Axis(NamedTuple):
    """The hours down the side, on the day's own clock and on one's own."""

    desk: Desk
    board: Board

    @property
    def has_two(self) -> bool:
        """Whether one's own clock shows other hours."""
        clock = self.board.clock
        return clock is not None and not when_words.shows_home_time(clock, self.desk.home)

    @property
    def width(self) -> int:
        """How many columns they take."""
        return 25 if self.has_two else 14

    @property
    def heading(self) -> str:
        """Name the clocks."""
        home = when_words.zone_name(self.desk.home.key)
        clock = self.board.clock
        own = when_words.clock_name(clock) if clock else home
        return f" {own:<8.8} {home:<15.15}" if self.has_two else f" {own}"

    def piece(self, instant: dt.datetime, *, is_told: bool) -> Piece:
        """Return the hours of an instant, and whether it is night at home."""
        at_home = instant.astimezone(self.desk.home)
        night = "night" if is_night(at_home.time(), self.desk.config.night) else ""
        if not is_told:
            return Piece("", self.width)
        if not self.has_two:
            return Piece(f" {self._clock(at_home):<9}{night}", self.width, Tone.MUTED)
        clock = self.board.clock
        assert clock is not None
        own = instant.astimezone(clock.clock(self.desk.home))
        told = f" {self._clock(own):<8} {self._clock(at_home):<9}{night}"
        return Piece(told, self.width, Tone.MUTED)

    def _clock(self, at: dt.datetime) -> str:
        days = (at.date() - self.board.day).days
        return f"{at:%H:%M}{f' {days:+d}' if days else ''}"


def _bounds(stretch: Stretch) -> list[dt.datetime]:
    """Return where the rows of a stretch begin, and the last ends: the quarters, and all times."""
    bounds = {time for slot in stretch.slots for time in (slot.start, slot.end)}
    first = stretch.start.replace(minute=0, second=0, microsecond=0)
    quarters = range(int((stretch.end - first) / _QUARTER) + 1)
    bounds.update(first + number * _QUARTER for number in quarters)
    return sorted(bound for bound in bounds if stretch.start <= bound <= stretch.end)


def _key(slot: Slot) -> str:
    return slot.held.id


def _edge_tone(held: Held) -> Tone:
    return Tone.MUTED if isinstance(held, Engagement) else Tone.ACCENT


def _free(gap: dt.timedelta) -> str:
    hours, minutes = divmod(int(gap.total_seconds()) // 60, 60)
    told = " ".join(f"{n} {unit}" for n, unit in ((hours, "h"), (minutes, "min")) if n)
    return f" · free {told}" if told else ""
