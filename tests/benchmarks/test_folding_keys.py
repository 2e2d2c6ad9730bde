import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from briefing.store.fold import read_folded
from tests.benchmarks import synthetic
from tests.benchmarks.terminal import Terminal

LONGEST = 0.016
FRAMES_A_SECOND = "500"
"""Textual's own beat of 60 a second would add up to 17 ms to any key, fold or no fold."""

RECORDS = 145_000
"""Some 100 MB."""

FOLDS = 4
DOWN, EDIT, FOLD = b"\x1b[B", b"e", b"f"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    synthetic.write(tmp_path / "data", synthetic.lines(RECORDS))
    return tmp_path / "data"


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    command = [sys.executable, "-m", "tests.benchmarks.folding_app", "300000", str(folder)]
    with Terminal(command, environment={"TEXTUAL_FPS": FRAMES_A_SECOND}) as terminal:
        terminal.first_frame("Help")
        yield terminal


def test_no_key_waits_while_100_mb_are_folded(folder: Path, terminal: Terminal) -> None:
    size = sum(path.stat().st_size for path in folder.glob("*.jsonl"))
    during: dict[str, list[float]] = {"fold": [], "down": [], "edit": []}
    terminal.wait_until_quiet()
    for _ in range(FOLDS):
        terminal.press(EDIT)
        before = read_folded(folder / "journal").segment
        during["fold"].append(terminal.tap(FOLD))
        while read_folded(folder / "journal").segment == before:
            during["down"].append(terminal.tap(DOWN))
            during["edit"].append(terminal.tap(EDIT))
    after = {
        "down after": [terminal.tap(DOWN) for _ in range(180)],
        "edit after": [terminal.tap(EDIT) for _ in range(180)],
    }

    print(f"\nfolding {size >> 20} MB; ms until the frame: median, longest, how many, over 16")
    for name, answers in {**during, **after}.items():
        waits = [seconds * 1e3 for seconds in answers]
        over = sum(wait > LONGEST * 1e3 for wait in waits)
        print(f"{name:>12} {median(waits):6.1f} {max(waits):6.1f} {len(waits):6} {over:6}")
    assert max(max(answers) for answers in during.values()) <= LONGEST
