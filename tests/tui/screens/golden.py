"""Screens as text, held against what a person looked at."""

import os
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.support import screen_text

FOLDER = Path(__file__).parents[2] / "golden" / "screens"

SIZES = [(60, 20), (80, 24), (120, 30), (200, 50)]


def seen(name: str, pilot: Pilot[None]) -> str:
    """What was looked at; with GOLDEN=new it becomes what is shown now, to be looked at."""
    width, height = pilot.app.size
    path = FOLDER / f"{name}-{width}x{height}.txt"
    if os.environ.get("GOLDEN") == "new":
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown(pilot), encoding="utf-8")
    return path.read_text(encoding="utf-8")


def shown(pilot: Pilot[None]) -> str:
    """What the screen shows."""
    return screen_text(pilot.app) + "\n"
