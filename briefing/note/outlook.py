"""Some days ahead on one page: what is on, what is due, what clashes; and what of it stands behind.

What fits is told a row an event. Where that is too much, the rows are kept for what somebody has a
part in; the others are named in brief, and all of it stands in full behind the note.
"""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeAlias

from briefing.arrange.questions import occasions
from briefing.model import Event, Position, Stance
from briefing.note import clashing, falling_due, page_room
from briefing.note.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Paragraph,
    Run,
    SectionName,
    Table,
    Text,
    plain,
)
from briefing.note.ledger import at
from briefing.note.outlook_row import LONGEST_NAME, Row, cells, date, row, short, title
from briefing.note.span import SpanScene
from briefing.note.up_to import behind, listed, up_to
from briefing.text import fold

_SHARES = (12, 14, 9, 7, 9)
_FEWEST_ROWS, _FEWEST_NAMES = 3, 4
"""How many stand on the page however long the rest of it is."""
_NAMES_SHARE = 1 / 2
"""How much of the room what has no row may take of what has one."""


_Most: TypeAlias = tuple[int | None, int | None, int | None]
"""How much stands on the page of what is due, is left over and clashes."""
_UNCUT: _Most = (None, None, None)
_CUTS: tuple[_Most, ...] = (_UNCUT, (5, 3, 3), (3, 2, 2))
_ENOUGH = 250
"""The room for what is on, in points, for which the rest is not cut any more."""


class _Page(NamedTuple):
    """What stands on the page, each in order of time."""

    rows: tuple[Row, ...]
    in_brief: tuple[Row, ...] = ()
    left: int = 0
    """How many events stand behind the note alone."""
    most: _Most = _UNCUT

    @property
    def has_all_rows(self) -> bool:
        return not (self.in_brief or self.left)


class Outlook:
    """Some days ahead, as what is told of them stands on one page and behind it."""

    def __init__(self, scene: SpanScene) -> None:
        self._scene = scene

    def days(self) -> tuple[Block, ...]:
        """Return what is on, a row an event in order of time; its mark is behind what it is.

        Of who goes and why there is a column where anything is known of it.
        """
        scene, page = self._scene, self._page
        return (
            *_table(scene, page.rows, is_short=not page.has_all_rows),
            *_in_brief(scene, page),
            *_some_day(scene),
        )

    def due(self) -> tuple[Block, ...]:
        """Return what is due in these days, then what is left over from before."""
        return _due(self._scene, self._page.most)

    def clashes(self) -> tuple[Block, ...]:
        """Return what the person can't attend both of, or more than one of, and why."""
        return _clashes(self._scene, self._page.most)

    def in_full(self) -> tuple[Block, ...]:
        """Return whatever was cut on the page, uncut."""
        scene, page = self._scene, self._page
        cut: list[tuple[SectionName, tuple[Block, ...]]] = []
        if not page.has_all_rows:
            cut.append((SectionName.DAYS, _table(scene, self._rows)))
        if page.most != _UNCUT and self.due() != (all_due := _due(scene)):
            cut.append((SectionName.DUE, all_due))
        if page.most != _UNCUT and self.clashes() != (all_clashes := _clashes(scene)):
            cut.append((SectionName.CLASHES, all_clashes))
        term = scene.words.term
        return tuple(b for name, blocks in cut for b in (Heading(text=term(name)), *blocks))

    def without_why(self) -> tuple[Event, ...]:
        """Return what takes place without anything that tells why one goes there."""
        bare = (one.event for one in self._rows if not one.why)
        return tuple(event for event in bare if not (event.cancelled or event.postponed))

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(_rows(self._scene))

    @cached_property
    def _page(self) -> _Page:
        return _page(self._scene, self._rows)


def _due(scene: SpanScene, cut: _Most = _UNCUT) -> tuple[Block, ...]:
    most, most_before, _ = cut
    then = listed(scene, falling_due.due(scene), "more deadline", most)
    before = listed(scene, falling_due.left_over(scene), "more deadline", most_before)
    heading = Heading(text=scene.words.say("Still to be done"))
    return (*then, *((heading, *before) if before else ()))


def _clashes(scene: SpanScene, cut: _Most = _UNCUT) -> tuple[Block, ...]:
    most = cut[-1]
    return listed(scene, clashing.clashes(scene, most), "more clash", most)


# What has a row ---------------------------------------------------------------------------------


def _rows(scene: SpanScene) -> Iterator[Row]:
    own, known = _own(scene), {event.id: event for event in scene.held.events}
    for event in scene.held.events:
        yield row(scene, event, own.get(event.id), known.get(event.parent or ""))


def _page(scene: SpanScene, rows: tuple[Row, ...]) -> _Page:
    """Return what stands on the page: all of it where that fits, or can't stand behind the note.

    Else what is due and what clashes is cut first, then what is on.
    """
    is_too_much = len(rows) > page_room.MOST_ROWS
    whole = math.inf if is_too_much else sum(_heights(rows, range(len(rows))).values())
    lists = (falling_due.due(scene), falling_due.left_over(scene), clashing.clashes(scene))
    has_room_behind = scene.kind.part(SectionName.IN_FULL) is not None
    for most in _CUTS if has_room_behind else (_UNCUT,):
        cut = (up_to(told, number) for told, number in zip(lists, most, strict=True))
        room = page_room.for_days(scene, cut)
        if whole <= room or not has_room_behind:
            return _Page(rows, most=most)
        if room >= _ENOUGH and most is not _UNCUT:
            break
    return _with_fewer_rows(scene, rows, room, most)


def _with_fewer_rows(scene: SpanScene, rows: tuple[Row, ...], room: float, most: _Most) -> _Page:
    """Return what has a row: first what somebody has a part in, what is by itself, is sooner."""
    ranked = _ranked(scene, rows)
    first = ranked[: page_room.MOST_ROWS]
    names = _heights_in_brief(scene, rows, ranked)
    room -= page_room.AROUND_NAMES
    for_names = min(sum(names.values()), room * _NAMES_SHARE)
    heights = _heights(rows, first, is_short=True)
    more = {place: heights[place] - names[place] for place in first}
    in_rows = _that_fit(first, more, room - for_names, least=_FEWEST_ROWS)
    others = [place for place in ranked if place not in in_rows]
    names = _heights_in_brief(scene, rows, others)
    left = room - sum(heights[place] for place in in_rows)
    in_brief = _that_fit(others, names, left, least=_FEWEST_NAMES)
    return _Page(
        rows=tuple(rows[place] for place in sorted(in_rows)),
        in_brief=tuple(rows[place] for place in sorted(in_brief)),
        left=len(rows) - len(in_rows) - len(in_brief),
        most=most,
    )


def _heights(
    rows: tuple[Row, ...], places: Iterable[int], *, is_short: bool = False
) -> dict[int, float]:
    """Return by place how high some of the rows are."""
    columns, shares = _columns(rows)
    texts = {place: rows[place].texts(is_short=is_short) for place in places}
    return {
        place: page_room.of_row([told[column] for column in columns], shares)
        for place, told in texts.items()
    }


def _heights_in_brief(
    scene: SpanScene, rows: tuple[Row, ...], ranked: Iterable[int]
) -> dict[int, float]:
    """Return by place how much each of what is ranked adds to the lines of its day."""
    heights, begun = dict[int, float](), set[str]()
    for place in ranked:
        day = _day(scene, rows[place])
        heights[place] = page_room.of_name(_name(scene, rows[place]), is_first=day not in begun)
        begun.add(day)
    return heights


def _ranked(scene: SpanScene, rows: tuple[Row, ...]) -> list[int]:
    """Return their places, what is to have a row first: what holds others goes with them."""
    framing = {one.event.parent for one in rows if one.has_part}

    def rank(place: int) -> tuple[bool, bool, bool, int]:
        event, span = rows[place].event, scene.span
        first, last = event.when.date or span.first, event.when.last_date or span.last
        has_part = rows[place].has_part or event.id in framing
        goes_on = first < span.first and last > span.last
        return (not has_part, goes_on, event.parent is not None, place)

    return sorted(range(len(rows)), key=rank)


def _that_fit(
    ranked: Iterable[int], heights: Mapping[int, float], room: float, *, least: int
) -> set[int]:
    """Return the first of what is ranked that fit together, and as many as there must be."""
    found = set[int]()
    for place in ranked:
        room -= heights[place]
        if room < 0 and len(found) >= least:
            break
        found.add(place)
    return found


# How it is told ---------------------------------------------------------------------------------


def _columns(rows: Iterable[Row]) -> tuple[list[int], list[int]]:
    """Return the columns of which anything is known, and their shares of the width."""
    texts = [one.texts() for one in rows]
    places = [place for place in range(len(_SHARES)) if any(text[place] for text in texts)]
    return places, [_SHARES[place] for place in places]


def _table(scene: SpanScene, rows: tuple[Row, ...], *, is_short: bool = False) -> tuple[Block, ...]:
    if not rows:
        return ()
    say = scene.words.say
    columns = (say("When"), say("What"), say("Where"), say("Who goes"), say("Why"))
    places, shares = _columns(rows)
    every = [cells(scene, one, is_short=is_short) for one in rows]
    return (
        Table(
            columns=tuple(columns[place] for place in places),
            rows=tuple(tuple(told[place] for place in places) for told in every),
            shares=tuple(shares),
        ),
    )


def _in_brief(scene: SpanScene, page: _Page) -> tuple[Block, ...]:
    """Return what has no row: a line a day, times on the clock of the place."""
    if page.has_all_rows:
        return ()
    by_day: dict[str, list[Row]] = defaultdict(list)
    for one in page.in_brief:
        by_day[_day(scene, one)].append(one)
    items = [Item(label=day, text=_line(scene, of_day)) for day, of_day in by_day.items()]
    if page.left:
        items.append(Item(text=plain(behind(scene, page.left, "more event"))))
    lead = scene.words.say("In brief, and in full behind the note:")
    return (Paragraph(text=plain(lead)), Bullets(items=tuple(items)))


def _day(scene: SpanScene, told: Row) -> str:
    when = told.event.when
    is_zoned = when.is_timed and not when.is_floating
    return f"{told.date}, {scene.words.clock(when)}" if is_zoned else told.date


def _line(scene: SpanScene, rows: Iterable[Row]) -> Text:
    facts = [scene.ledger.fact(_name(scene, one), *at(one.event, "title", "when")) for one in rows]
    return tuple(run for fact in facts for run in (Run(text=" / "), fact))[1:]


def _name(scene: SpanScene, told: Row) -> str:
    time = told.event.when.time
    name = short(told.title, LONGEST_NAME)
    return f"{scene.words.time(time)} {name}" if time else name


def _some_day(scene: SpanScene) -> tuple[Block, ...]:
    """Return what is on some day of a month that is partly in these days."""
    items = tuple(
        scene.ledger.item(
            date(scene, event.when), title(scene.words, event), *at(event, "title", "when")
        )
        for event in scene.held.some_day
    )
    lead = Paragraph(text=plain(scene.words.say("The day is not known yet:")))
    return (lead, Bullets(items=items)) if items else ()


def _own(scene: SpanScene) -> Mapping[str, Position]:
    """Return the last position of the person's own side on what is discussed, by event's id."""
    asked_at = {question.id: occasions(question) for question in scene.held.questions}
    on_topic: dict[str, set[str]] = defaultdict(set)
    for event in scene.held.events:
        for topic in event.topics:
            on_topic[fold(topic)].add(event.id)
    found: dict[str, Position] = {}
    for position in sorted(scene.held.own, key=lambda p: (p.on or dt.date.min, p.id)):
        if position.stance is not Stance.UNKNOWN:
            bearing = asked_at.get(position.question or "", set()) | on_topic[fold(position.topic)]
            found |= dict.fromkeys({*bearing, position.event or ""}, position)
    return found
