import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest

from tests.benchmarks.terminal import Terminal

MOST = 1.3
ROUNDS = 15
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

    times = first_frames({"smallest": smallest, "list": a_list})

    assert times["list"] / times["smallest"] <= MOST


def test_the_desk_is_drawn_nearly_as_soon_as_the_smallest_app(
    installed: Path, smallest: Command, tmp_path: Path
) -> None:
    workspace = tmp_path / "desk"
    subprocess.run([installed / "briefing", "init", workspace, "--starter"], check=True)
    desk = Command([installed / "briefing", "--workspace", workspace], "Help")

    times = first_frames({"smallest": smallest, "desk": desk})

    assert times["desk"] / times["smallest"] <= MOST


def first_frames(commands: Mapping[str, Command]) -> dict[str, float]:
    """Return the median seconds until each command's first frame; they take turns, to be fair."""
    for command in commands.values():
        first_frame(command)
    taken = {name: list[float]() for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            taken[name].append(first_frame(command))
    medians = {name: median(times) for name, times in taken.items()}
    least = min(medians.values())
    print(f"\n{'ms':>12}    median   fastest   ratio")
    for name, each in medians.items():
        print(f"{name:>12} {each * 1e3:9.0f} {min(taken[name]) * 1e3:9.0f} {each / least:7.2f}")
    return medians


def first_frame(command: Command) -> float:
    with Terminal(command.words) as terminal:
        return terminal.first_frame(command.marker)
