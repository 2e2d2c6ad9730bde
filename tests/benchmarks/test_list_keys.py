import sys
from collections.abc import Iterator
from statistics import median

import pytest

from tests.benchmarks.terminal import Answer, Terminal

LONGEST = 0.016
PRESSES = 60

DOWN, PAGE_DOWN, HOME, END = b"\x1b[B", b"\x1b[6~", b"\x1b[H", b"\x1b[F"


@pytest.fixture(params=[(80, 24), (120, 40), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
def terminal(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    columns, rows = request.param
    command = [sys.executable, "-m", "tests.benchmarks.list_app", "300000"]
    with Terminal(command, columns=columns, rows=rows) as terminal:
        terminal.first_frame("Help")
        terminal.wait_until_quiet()
        yield terminal


def test_a_key_on_300_000_rows_is_answered_within_a_frame(terminal: Terminal) -> None:
    answers = {
        "down": [terminal.press(DOWN) for _ in range(PRESSES)],
        "page down": [terminal.press(PAGE_DOWN) for _ in range(PRESSES)],
        "end": [end_from_the_top(terminal) for _ in range(PRESSES)],
    }

    print(f"\n{'ms, median':>10} processor (worst)    until frame")
    for name, those in answers.items():
        processor = [answer.processor * 1e3 for answer in those]
        frame = median(answer.until_frame * 1e3 for answer in those)
        print(f"{name:>10} {median(processor):9.1f} {max(processor):7.1f} {frame:14.1f}")
    too_long = {
        name: cost
        for name, those in answers.items()
        if (cost := median(answer.processor for answer in those)) > LONGEST
    }
    assert not too_long


def end_from_the_top(terminal: Terminal) -> Answer:
    terminal.press(HOME)
    return terminal.press(END)
