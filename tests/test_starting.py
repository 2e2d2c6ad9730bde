import re
import shutil
import sys
import sysconfig
from itertools import product
from pathlib import Path

import pytest

from tests.support import CHECKOUT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

COLUMNS, ROWS = 120, 30

ME = '[me]\nname = "Ada Lind"\nhome = "Europe/Oslo"\n'
"""So that nobody is asked who it is."""

COMMANDS = {
    "python .": f"{sys.executable} .",
    "python -m briefing": f"{sys.executable} -m briefing",
    "briefing": f"{sysconfig.get_path('scripts')}/briefing",
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What of a checkout a start needs, for itself: the store is made at the first start."""
    shutil.copytree(CHECKOUT / "data" / "starter", tmp_path / "data" / "starter")
    shutil.copy(CHECKOUT / "__main__.py", tmp_path)
    settings = (CHECKOUT / "briefing.toml").read_text(encoding="utf-8")
    (tmp_path / "briefing.toml").write_text(settings + ME, encoding="utf-8")
    (tmp_path / "briefing").symlink_to(CHECKOUT / "briefing")
    return tmp_path


def first_screen(command: str, folder: Path) -> list[str]:
    """What a terminal shows once the desk is open and at rest."""
    from tests.benchmarks.terminal import Terminal

    # Where one was on the screen before is no part of what is compared.
    (folder / "data" / "state.json").unlink(missing_ok=True)
    start = ["sh", "-c", f"cd '{folder}' && exec {command}"]
    with Terminal(start, columns=COLUMNS, rows=ROWS) as terminal:
        terminal.first_frame("Example desk")
        terminal.wait_until_quiet(patience=0.5)
        return drawn(terminal._output.decode())


_PLACED = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[[0-9;?<>=$]*[A-Za-z]|\x1b\][^\x07]*\x07|\r\n|(.)")


def drawn(output: str) -> list[str]:
    """Return the lines that a terminal of our size shows after some output."""
    cells = dict.fromkeys(product(range(ROWS), range(COLUMNS)), " ")
    row, column = 0, 0
    for found in _PLACED.finditer(output):
        if found[1]:
            row, column = int(found[1]) - 1, int(found[2]) - 1
        elif found[0] == "\r\n":
            row, column = row + 1, 0
        elif found[3]:
            cells[row, column] = found[3]
            column += 1
    return ["".join(cells[y, x] for x in range(COLUMNS)).rstrip() for y in range(ROWS)]


def test_all_three_commands_open_the_same_desk(checkout: Path) -> None:
    screens = {name: first_screen(command, checkout) for name, command in COMMANDS.items()}

    assert "Example desk" in screens["briefing"][0]
    assert screens["python ."] == screens["python -m briefing"] == screens["briefing"]
