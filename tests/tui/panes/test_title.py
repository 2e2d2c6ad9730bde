from pathlib import Path

import pytest

from briefing.desk.desk import Desk
from briefing.model import Event
from briefing.tui.panes.title import title_cells
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
