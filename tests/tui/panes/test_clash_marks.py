from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.arrange.timeline import timeline
from briefing.desk import attend
from briefing.desk.describe import facts
from briefing.desk.desk import Desk
from briefing.model import Engagement, Event, Going
from briefing.tui.glyphs import GLYPH_FILTERS
from briefing.tui.panes import facts as lines
from briefing.tui.panes.marks import CLASH
from briefing.tui.panes.timeline_rows import TimelineRows
from tests.arrange.records import NEW_YORK, at
from tests.desk.support import make_folder, open_desk

ROPES, KNOTS, TIDES = (
    Event(id=id, title=id.title(), when=at("2031-06-09", start, end, NEW_YORK))
    for id, start, end in (
        ("ropes", "10:00", "11:00"),
        ("knots", "10:30", "11:30"),
        ("tides", "18:00", "19:00"),
    )
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(make_folder(tmp_path, ROPES, KNOTS, TIDES)) as opened:
        yield opened


def marked(desk: Desk, width: int) -> list[bool]:
    events = desk.store.all(Event)
    rows = TimelineRows(
        timeline(events, (), desk.home), desk.home, desk.today, is_clashing=desk.clashing.has
    )
    cells = (rows.cells(index, width) for index in range(3))
    return [CLASH in "".join(cell.text for cell in row) for row in cells]


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 120, 180])
def test_a_row_that_clashes_has_a_sign_at_any_width(desk: Desk, width: int) -> None:
    before = marked(desk, width)
    attend.set_going(desk, ROPES, Going.DECLINED)

    assert ([True, True, False], [False] * 3) == (before, marked(desk, width))


def test_the_sign_is_another_in_ascii() -> None:
    signs = GLYPH_FILTERS["ascii"]._signs  # type: ignore[attr-defined]

    assert "=" == CLASH.translate(signs)


def test_the_detail_says_what_clashes_and_leads_there(desk: Desk) -> None:
    told = lines.lines_of(desk, ROPES, 100)

    (line,) = (line for line in told if line.parts and line.parts[0].text.startswith("Clash"))
    assert line.parts[1].text.startswith("at the same time: Knots, Mon 9 Jun 2031")
    assert "record:knots" == line.parts[1].target


def test_facts_tell_night_hours_and_busy_times_behind_the_time(desk: Desk) -> None:
    with desk.change("busy") as edit:
        edit.put(Engagement(id="busy", when=at("2031-06-10", "00:30", "01:30")))

    told = facts(desk, TIDES, with_clashes=True)

    labels = [fact.label for fact in told]
    assert labels.index("At night") == labels.index("When") + 1
    (clash,) = (fact for fact in told if fact.label == "Clash")
    assert clash.text.startswith("at the same time: busy elsewhere, Tue 10 Jun 2031, 00:30–01:30")
    assert "" == clash.record
    assert not any(fact.label == "Clash" for fact in facts(desk, TIDES))


def test_what_clashes_with_many_is_cut_short(desk: Desk) -> None:
    with desk.change("many") as edit:
        for number in range(30):
            edit.put(Event(id=f"e{number}", title="E", when=ROPES.when))

    told = [fact.text for fact in facts(desk, ROPES, with_clashes=True) if fact.label == "Clash"]

    assert 21 == len(told)
    assert "and 11 more" == told[-1]
