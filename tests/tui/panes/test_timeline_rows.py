import datetime as dt
import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from briefing.arrange import Arrangement
from briefing.arrange.timeline import timeline
from briefing.model import Attendance, Event, Going, Mode, Task, TaskState
from briefing.tui.glyphs import GLYPH_FILTERS
from briefing.tui.panes.folds import Folds
from briefing.tui.panes.marks import GOING_SIGNS, STATE_SIGNS
from briefing.tui.panes.timeline_rows import LEAST_TITLE, TimelineRows
from briefing.tui.widgets.cells import Cell, Tone, clip
from briefing.when import Precision, When
from tests.tui import example

TODAY = dt.date(2031, 3, 10)
OSLO = ZoneInfo("Europe/Oslo")
TITLE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

PANEL = Event(
    id="panel",
    title=TITLE,
    when=example.at(12, "10:00", until="11:30"),
    mode=Mode.HYBRID,
    venue="Quay Room 2",
)


def row(record: Event | Task, width: int, home: ZoneInfo = OSLO) -> str:
    events = [record] if isinstance(record, Event) else []
    tasks = [record] if isinstance(record, Task) else []
    rows = TimelineRows(timeline(events, tasks, home), home, TODAY)
    return "".join(cell.text for cell in rows.cells(0, width))


def _month(first: int, last: int) -> When:
    return When(
        date=dt.date(2031, first, 1),
        end_date=dt.date(2031, last, 1),
        precision=Precision.MONTH,
        written="spring 2031",
    )


@given(
    width=st.integers(min_value=27, max_value=300),
    home=st.sampled_from(["Europe/Oslo", "Pacific/Honolulu", "America/Argentina/Buenos_Aires"]),
    zone=st.sampled_from(["Africa/Addis_Ababa", "America/New_York", "Asia/Kolkata"]),
)
def test_a_row_always_has_room_for_so_much_of_its_title(width: int, home: str, zone: str) -> None:
    event = Event(id="e", title=TITLE, when=example.at(12, "10:00", zone, until="11:30"))

    shown = row(event, width, ZoneInfo(home))[:width]

    assert TITLE[: LEAST_TITLE - 1] in shown


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (27, f"12 {TITLE}"),
        (40, f"Wed 12 10:00    {TITLE}"),
        (46, f"Wed 12 10:00 EDT     {TITLE}"),
        (58, f"Wed 12 10:00 New York        {TITLE}"),
        (80, f"Wed 12 10:00 New York     15:00 Oslo       {TITLE}"),
    ],
)
def test_the_second_clock_goes_first_then_the_zones_name_then_the_time(
    width: int, shown: str
) -> None:
    assert row(PANEL, width).startswith(shown[: width - 1])


def test_a_wide_row_tells_both_clocks_to_the_end_with_mode_and_place() -> None:
    shown = row(PANEL, 200)

    assert "10:00–11:30 New York" in shown
    assert "15:00–16:30 Oslo" in shown
    assert shown.split()[-4:] == ["hybrid", "Quay", "Room", "2"]
    assert cell_len(shown) == 200


def test_a_task_tells_by_when_it_is_due() -> None:
    task = Task(id="t", what="Register", due=example.at(11, "18:00"))

    assert row(task, 60).split() == ["Tue", "11", "by", "18:00", "New", "York", "□", "Register"]


def test_a_time_without_a_zone_says_so() -> None:
    when = When(date=dt.date(2031, 3, 12), time=dt.time(9), precision=Precision.MINUTE)

    assert "09:00 zone?" in row(Event(id="e", title="Tea", when=when), 80)


def test_what_is_cancelled_says_so_in_words() -> None:
    event = Event(id="e", title="Tea", when=PANEL.when, cancelled=True)

    assert row(event, 60).endswith("cancelled: Tea")


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (When(), ""),
        (When(date=dt.date(2031, 4, 1), precision=Precision.MONTH), "Apr"),
        (When(date=dt.date(2031, 1, 1), precision=Precision.YEAR), "2031"),
        (_month(3, 5), "Mar–May"),
        (
            When(date=dt.date(2031, 1, 1), end_date=dt.date(2032, 1, 1), precision=Precision.YEAR),
            "2031–32",
        ),
        (
            When(date=dt.date(2031, 3, 11), end_date=dt.date(2031, 3, 14), precision=Precision.DAY),
            "11–14",
        ),
    ],
)
def test_a_date_is_told_no_more_precisely_than_it_is_known(when: When, shown: str) -> None:
    assert row(Event(id="e", title="Tea", when=when), 60)[:7].strip() == shown


def test_doubt_and_not_checked_have_marks_of_their_own() -> None:
    events = {event.id: event for event in example.records() if isinstance(event, Event)}
    tasks = {task.id: task for task in example.records() if isinstance(task, Task)}

    assert " ! " in row(events["cut-cable"], 60)
    assert " ~ " in row(tasks["register-panel"], 60)
    assert not {"!", "~"} & set(row(events["night-watch"], 60))


def test_nothing_is_no_row() -> None:
    assert TimelineRows(Arrangement(), OSLO, TODAY).keys == []


def _gone_to(going: Going, width: int = 60) -> list[Cell]:
    held = Attendance(id="a", event=PANEL.id, going=going)
    rows = TimelineRows(timeline([PANEL], (), OSLO), OSLO, TODAY, {PANEL.id: held}.get)
    return list(rows.cells(0, width))


@pytest.mark.parametrize("going", Going)
@pytest.mark.parametrize("width", [27, 60, 200])
def test_each_attendance_has_a_sign_of_its_own_before_the_title(going: Going, width: int) -> None:
    shown = "".join(cell.text for cell in _gone_to(going, width))

    assert f"{GOING_SIGNS[going]} {TITLE[:20]}" in shown


@pytest.mark.parametrize("glyphs", ["plain", *GLYPH_FILTERS])
def test_signs_are_told_apart_in_every_glyph_set(glyphs: str) -> None:
    for signs in (GOING_SIGNS, STATE_SIGNS):
        drawn = [Segment(sign) for sign in signs.values()]
        if glyphs in GLYPH_FILTERS:
            drawn = GLYPH_FILTERS[glyphs].apply(drawn, Color(0, 0, 0))

        assert len({segment.text for segment in drawn}) == len(signs)
        assert {cell_len(segment.text) for segment in drawn} == {1}


def test_what_is_declined_is_muted() -> None:
    tones = {
        going: next(c.tone for c in _gone_to(going) if c.text.startswith("abc"))
        for going in (Going.GOING, Going.DECLINED)
    }

    assert tones == {Going.GOING: Tone.PLAIN, Going.DECLINED: Tone.MUTED}


def test_a_deadline_is_told_as_it_was_said_and_on_ones_own_clock() -> None:
    due = When(
        date=dt.date(2031, 3, 11),
        zone="America/New_York",
        written="11 March, COB",
        precision=Precision.DAY,
    )
    task = Task(id="t", what="Register", due=due, state=TaskState.SENT)

    assert row(task, 60).split() == ["Tue", "11", "by", "COB", "New", "York", "▷", "Register"]
    assert "22:00 Oslo" in row(task, 100)
    assert "sent" in row(task, 200)


GOLDEN = Path(__file__).parents[2] / "golden" / "rows" / "timeline.txt"
WIDTHS = (27, 40, 46, 58, 60, 70, 80, 100, 120, 140, 160, 180, 200)


def _all_sorts() -> TimelineRows:
    """Rows of every sort, one of them gone to, one that clashes, and a week that is folded."""
    added = [
        Event(id="spring", title="Hearings in spring", when=_month(3, 5)),
        Event(id="year", title="A year of lights", when=when_of_year(2032)),
        Event(
            id="tea",
            title="Tea, no zone given",
            when=When(date=dt.date(2031, 3, 19), time=dt.time(9), precision=Precision.MINUTE),
        ),
    ]
    records = [*example.records(), *added]
    events = [record for record in records if isinstance(record, Event)]
    tasks = [record for record in records if isinstance(record, Task)]
    going = Attendance(id="a", event="geneva-round", going=Going.GOING)
    rows = TimelineRows(
        timeline(events, tasks, OSLO),
        OSLO,
        TODAY,
        {"geneva-round": going}.get,
        lambda event: event.id == "geneva-round",
    )
    folded = Folds().with_one("harbour-week", folded=True)
    part = rows.leaving_out(folded.stretches(rows))
    assert isinstance(part, TimelineRows)
    return part


def when_of_year(year: int) -> When:
    return When(date=dt.date(year, 1, 1), precision=Precision.YEAR)


def test_what_does_not_fit_drops_in_a_fixed_order() -> None:
    rows = _all_sorts()
    shown = []
    for width in WIDTHS:
        lines = ["".join(c.text for c in rows.cells(at, width)) for at in range(len(rows.keys))]
        shown += [f"{width:-<{width}}", *(clip(line, width).rstrip() for line in lines), ""]
    if os.environ.get("GOLDEN") == "new":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text("\n".join(shown), encoding="utf-8")

    assert GOLDEN.read_text(encoding="utf-8") == "\n".join(shown)
