import subprocess
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest

from tests.benchmarks.terminal import Terminal

MOST = 1.3
ROUNDS = 25
APPS = Path(__file__).parent


class Command(NamedTuple):
    words: Sequence[str | Path]
    marker: str


@pytest.fixture
def smallest(installed: Path) -> Command:
    return Command([installed / "python", APPS / "smallest_app.py"], "Smallest")


def test_the_list_is_drawn_nearly_as_soon_as_the_smallest_app(
    installed: Path, smallest: Command
) -> None:
    a_list = Command([installed / "python", APPS / "list_app.py", "1000"], "Informal")

    assert ratio_of_first_frames(a_list, smallest) <= MOST


def test_the_desk_is_drawn_nearly_as_soon_as_the_smallest_app(
    installed: Path, smallest: Command, tmp_path: Path
) -> None:
    workspace = tmp_path / "desk"
    subprocess.run([installed / "briefing", "init", workspace, "--starter"], check=True)
    desk = Command([installed / "briefing", "--workspace", workspace], "Help")

    assert ratio_of_first_frames(desk, smallest) <= MOST


def ratio_of_first_frames(command: Command, smallest: Command) -> float:
    """Return the median ratio of the time until a command's first frame to the smallest app's.

    They take turns, and each is compared with its neighbour: a machine's good and bad minutes
    fall on both.
    """
    for each in (smallest, command):
        first_frame(each)
    pairs = [(first_frame(smallest), first_frame(command)) for _ in range(ROUNDS)]
    least, taken = (median(times) * 1e3 for times in zip(*pairs, strict=True))
    ratio = median(ours / its for its, ours in pairs)
    print(f"\nfirst frame: {taken:.0f} ms, the smallest app {least:.0f} ms, ratio {ratio:.2f}")
    return ratio


def first_frame(command: Command) -> float:
    with Terminal(command.words) as terminal:
        return terminal.first_frame(command.marker)
