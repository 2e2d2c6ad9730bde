"""The desk in a real terminal: what a pseudo-terminal sends, and what is left behind."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.terminal import Terminal
from tests.tui import example

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

START = (
    "import pathlib, sys; from briefing.tui.app import run; run(pathlib.Path(sys.argv[1]), None)"
)

ANNOUNCEMENT = (example.TEXT + "\nquit undo new edit zoom /find :palette 1 2 3 delete\n") * 20


def in_terminal(folder: Path) -> Terminal:
    return Terminal([sys.executable, "-c", START, folder], columns=120, rows=30)


def journal(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in folder.rglob("journal/*")}


@pytest.mark.parametrize("pane", ["1", "2", "3", "4"])
@pytest.mark.parametrize("is_bracketed", [False, True], ids=["as keys", "bracketed"])
def test_a_pasted_announcement_runs_no_command(
    tmp_path: Path, pane: str, *, is_bracketed: bool
) -> None:
    folder = example.make(tmp_path)
    before = journal(folder)
    text = ANNOUNCEMENT.replace("\n", "\r")
    pasted = f"\x1b[200~{text}\x1b[201~" if is_bracketed else text
    with in_terminal(folder) as terminal:
        terminal.first_frame("of 12")
        terminal.press(pane.encode())
        terminal.send(pasted.encode())
        terminal.first_frame("Read this text?")

    assert journal(folder) == before


def test_q_gives_the_terminal_back(tmp_path: Path) -> None:
    with in_terminal(example.make(tmp_path)) as terminal:
        terminal.first_frame("of 12")
        terminal.send(b"q")

        assert terminal.wait_for_end() == 0
