"""The store beside TinyDB as it comes, and beside the disk itself, as ratios of one run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from tests.benchmarks import store_runs

CHECKOUT = Path(__file__).parents[2]
Folders = Callable[[int], Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """Return a function that returns a folder with both stores of so many records."""
    folders: dict[int, Path] = {}

    def folder(count: int) -> Path:
        if count not in folders:
            folders[count] = tmp_path_factory.mktemp(str(count))
            store_runs.make(folders[count], count)
        return folders[count]

    return folder


@pytest.mark.parametrize(("count", "share", "rounds"), [(5_000, 1 / 2, 9), (400_000, 1 / 4, 3)])
def test_opening_with_look_ups_takes_a_share_of_tinydbs_time(
    made: Folders, count: int, share: float, rounds: int
) -> None:
    folder = made(count)

    ours, stock = in_turns(rounds, run("open", folder / "ours"), run("open", folder / "stock"))

    tell(f"open {count:,}", ours, "stock", stock)
    assert ours <= stock * share


def test_an_edit_at_100_000_records_takes_a_thousandth_of_tinydbs_time(
    made: Folders, tmp_path: Path
) -> None:
    folder = made(100_000)

    ours, stock = in_turns(3, run("edit", folder / "ours"), run("edit", folder / "stock"))
    _, bare = in_turns(3, run("edit", folder / "ours"), lambda: appended(tmp_path / "bare"))

    tell("edit at 100,000", ours, "stock", stock)
    tell("edit at 100,000", ours, "bare append and fsync", bare)
    assert ours <= stock / 1_000
    assert ours <= bare * 3


def test_an_edit_at_400_000_records_takes_little_longer_than_at_1_000(made: Folders) -> None:
    large, small = made(400_000) / "ours", made(1_000) / "ours"

    at_400_000, at_1_000 = in_turns(5, run("edit", large), run("edit", small))

    tell("edit at 400,000", at_400_000, "at 1,000", at_1_000)
    assert at_400_000 <= at_1_000 * 1.5


@pytest.mark.parametrize(("count", "share", "rounds"), [(0, 1.0, 9), (100_000, 1 / 5, 3)])
def test_putting_10_000_records_takes_no_longer_than_tinydbs_insert(
    made: Folders, tmp_path: Path, count: int, share: float, rounds: int
) -> None:
    def put(which: str) -> Callable[[], float]:
        def once() -> float:
            folder = tmp_path / which
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            if count:
                shutil.copytree(made(count) / which, folder, dirs_exist_ok=True)
            os.sync()
            return run("put", folder)()

        return once

    ours, stock = in_turns(rounds, put("ours"), put("stock"))

    tell(f"10,000 into {count:,}", ours, "stock", stock)
    assert ours <= stock * share


def test_memory_at_400_000_records_stays_below_1_7_times_the_data(made: Folders) -> None:
    folder = made(400_000) / "ours"
    data = sum(path.stat().st_size for path in folder.glob("*.jsonl")) / (1 << 20)

    taken = run("memory", folder)()

    print(f"\nmemory at 400,000: {taken:.0f} MB, data {data:.0f} MB, ratio {taken / data:.2f}")
    assert taken <= data * 1.7


def run(what: str, folder: Path) -> Callable[[], float]:
    """Return a measured run in a process of its own."""
    module = "tests.benchmarks.store_runs"

    def once() -> float:
        command = [sys.executable, "-m", module, what, folder.name, str(folder)]
        ran = subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True)
        return float(ran.stdout)

    return once


def appended(path: Path) -> float:
    """Return the median of appending some 1,800 bytes, as an edit does, and syncing the file."""
    line = b"x" * 1_800 + b"\n"
    taken = []
    with path.open("ab", buffering=0) as file:
        for _ in range(store_runs.EDITS):
            begun = perf_counter()
            file.write(line)
            os.fsync(file.fileno())
            taken.append(perf_counter() - begun)
    return median(taken)


def in_turns(
    rounds: int, one: Callable[[], float], other: Callable[[], float]
) -> tuple[float, float]:
    """Return the medians of two that take turns, so that the machine's bad minutes hit both."""
    pairs = [(one(), other()) for _ in range(rounds)]
    first, second = zip(*pairs, strict=True)
    return median(first), median(second)


def tell(what: str, ours: float, other_name: str, other: float) -> None:
    """Print a line of the table."""
    ratio = f"1/{other / ours:,.0f}" if ours < other else f"{ours / other:.2f}"
    print(f"\n{what}: {ours * 1e3:,.2f} ms, {other_name} {other * 1e3:,.2f} ms, ratio {ratio}")
