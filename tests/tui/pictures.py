"""Pictures of the example desk for README and for looking: python -m tests.tui.pictures."""

import asyncio
import datetime as dt
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.config import Me
from briefing.desk.desk import Desk
from briefing.desk.documents import from_file
from briefing.desk.founding import make_workspace
from briefing.desk.intake import bring_in
from briefing.tui.app import BriefingApp
from tests.tui.support import settled, until

GOLDEN = Path(__file__).parents[1] / "golden"
FOLDER = GOLDEN / "pictures"
ANNOUNCEMENT = GOLDEN / "whole_way" / "announcement.txt"
NOW = dt.datetime(2023, 7, 20, 8, tzinfo=dt.UTC)
ME = Me(name="A. Delegate", organisation="Ministry of Foreign Affairs", home="Europe/Oslo")

TINY, SMALL, MIDDLE, LARGE = (60, 20), (80, 24), (120, 30), (200, 50)


class Picture(NamedTuple):
    """A screen, and the keys that lead to it from the start."""

    name: str
    size: tuple[int, int]
    keys: Sequence[str] = ()
    theme: str = "dark"
    glyphs: str = "plain"

    @property
    def file_name(self) -> str:
        """What its file is called; what is as ever is not named in it."""
        width, height = self.size
        looks = [look for look in (self.theme, self.glyphs) if look not in ("dark", "plain")]
        return "-".join((self.name, *looks, f"{width}x{height}.svg"))


_TO_A_SIDE_EVENT = ("t", "down", "down", "down", "down", "down")

PICTURES = (
    *(Picture("desk", size, _TO_A_SIDE_EVENT) for size in (TINY, SMALL, MIDDLE, LARGE)),
    *(Picture("desk", MIDDLE, _TO_A_SIDE_EVENT, theme) for theme in ("light", "contrast")),
    Picture("desk", MIDDLE, _TO_A_SIDE_EVENT, glyphs="ascii"),
    *(Picture("board", MIDDLE, (*_TO_A_SIDE_EVENT, "d"), theme) for theme in ("dark", "light")),
    Picture("find", MIDDLE, ("F", *"norms")),
    Picture("narrowed", MIDDLE, ("slash", *"mode:hybrid", "enter")),
    Picture("clashes", MIDDLE, (*_TO_A_SIDE_EVENT, "x")),
    Picture("views", MIDDLE, ("S",)),
    *(Picture("forums", size, ("2", "v", "down", "down")) for size in (SMALL, MIDDLE, LARGE)),
    *(Picture("questions", size, ("3", "v")) for size in (SMALL, MIDDLE, LARGE)),
    *(Picture("note", size, (*_TO_A_SIDE_EVENT, "b")) for size in (SMALL, MIDDLE, LARGE)),
    *(
        Picture("note-part", size, (*_TO_A_SIDE_EVENT, "b", "e", *"Listen"))
        for size in (SMALL, MIDDLE, LARGE)
    ),
    Picture("note-part", MIDDLE, (*_TO_A_SIDE_EVENT, "b", "e", *"Listen"), "light"),
    Picture("note-readers", MIDDLE, (*_TO_A_SIDE_EVENT, "b", "r")),
    Picture("note-question", MIDDLE, (*_TO_A_SIDE_EVENT, "b", "n")),
    Picture("note-kinds", MIDDLE, (*_TO_A_SIDE_EVENT, "b", "v")),
    Picture("note-facts", MIDDLE, (*_TO_A_SIDE_EVENT, "b", "c")),
    Picture("note-issue", MIDDLE, (*_TO_A_SIDE_EVENT, "b", "I")),
    Picture("note-questions", MIDDLE, ("at", *"2016-11-23", "enter", "b", *("down",) * 5, "o")),
    Picture("outlook", MIDDLE, ("B", "enter")),
    *(Picture("review", size, ("i", "tab", "tab")) for size in (SMALL, MIDDLE, LARGE)),
    Picture("help", MIDDLE, ("question_mark",)),
    Picture("edit", MIDDLE, (*_TO_A_SIDE_EVENT, "e")),
    Picture("answer", MIDDLE, ("3", "down", "a")),
)


async def draw(picture: Picture, folder: Path) -> str:
    """Return a picture of the desk in a folder as SVG."""
    app = BriefingApp(folder, clock=lambda: NOW)
    async with app.run_test(size=picture.size) as pilot:
        await until(pilot, lambda: app.is_open)
        for key in picture.keys:
            await settled(pilot)
            await pilot.press(key)
        await settled(pilot)
        await asyncio.sleep(0.2)
        await settled(pilot)
        # Textual numbers what it draws anew in each picture.
        return re.sub(r"terminal-\d+", "terminal", app.export_screenshot(title="Briefing"))


def example_desk(folder: Path) -> Path:
    """Make the example desk, with one announcement of our own to review."""
    make_workspace(folder, None, starter=True)
    with Desk.open(folder, clock=lambda: NOW) as desk:
        desk.remember(me=ME)
        bring_in(desk, from_file(ANNOUNCEMENT))
    return folder


def main() -> None:
    """Draw every picture."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, picture in enumerate(PICTURES):
            desk = example_desk(Path(folder) / str(number))
            screen = f'[screen]\ntheme = "{picture.theme}"\nglyphs = "{picture.glyphs}"\n'
            settings = f'title = "Example desk"\n{screen}'
            (desk / "briefing.toml").write_text(settings, encoding="utf-8")
            drawn = asyncio.run(draw(picture, desk))
            (FOLDER / picture.file_name).write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
