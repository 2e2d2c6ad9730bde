from pathlib import Path

import pytest

from briefing.desk import attend, coming
from briefing.desk.desk import Desk
from briefing.model import Event, Going, Task
from briefing.tui.panes.title import title_cells
from briefing.when import whole_day
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, settled, until

TITLE = "Open hearing on lights and buoys"


def told(folder: Path, width: int) -> str:
    """What the left of the title line says before a morning in New York."""
    with Desk.open(folder, clock=lambda: example.NOW) as desk:
        with desk.change("Added") as edit:
            edit.put(Event(id="early", title=TITLE, when=example.at(10, "09:00", until="10:30")))
        return "".join(cell.text for cell in title_cells(desk, width)[0])


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            140,
            " Harbour desk · 10 March 2031   Next: "
            "Mon 10 Mar 2031 09:00–10:30 New York · 14:00–15:30 Oslo  ",
        ),
        (110, " Harbour desk · 10 March 2031   Next: Mon 10 Mar 2031 09:00–10:30 New York  "),
        (100, " Harbour desk · 10 March 2031   Next: 10 Mar 09:00–10:30 New York  "),
        (80, " 10 March 2031  Next: 10 Mar 09:00–10:30 New York  "),
    ],
)
def test_the_clock_at_home_goes_before_the_title(tmp_path: Path, width: int, expected: str) -> None:
    folder = example.make(tmp_path)

    assert told(folder, width) == expected + TITLE


async def test_title_and_status_line_call_the_place_alike(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        await pilot.press(*"bergen")
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "the clock in Bergen" in screen_text(app))

        assert "· in Bergen" in screen_text(app)


def test_what_one_goes_to_is_next_and_what_is_due_is_counted_where_there_is_room(
    tmp_path: Path,
) -> None:
    due = whole_day(example.NOW.date())
    with Desk.open(example.make(tmp_path), clock=lambda: example.NOW) as desk:
        with desk.change("Added") as edit:
            later = Event(id="later", title=TITLE, when=example.at(20, "09:00"))
            for record in (later, Task(id="t", what="Call", due=due)):
                edit.put(record)
        before = len(coming.due_this_week(desk))
        attend.set_going(desk, later, Going.GOING)

        left, right = title_cells(desk, 160)
        _, narrow = title_cells(desk, 60)

        assert f"Next I go to: Thu 20 Mar 2031 09:00 New York · 14:00 Oslo  {TITLE}" in (
            "".join(cell.text for cell in left)
        )
        assert f" {before} due this week " in [cell.text for cell in right]
        assert not [cell for cell in narrow if "due" in cell.text]
