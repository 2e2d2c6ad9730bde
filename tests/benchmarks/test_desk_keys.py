import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

import pytest

from tests.benchmarks import synthetic
from tests.benchmarks.terminal import Terminal

LONGEST = 0.016
FIRST_FRAME, FILLED = 1.5, 1.0
PAIRS = 15
MEMORY, BASE = 1.8, 150 << 20
TODAY = "2021-06-15"
MONTH = "June"
"""The month of today, in one style on the screen."""

ROUNDS = 40
PATIENCE = 0.1
"""Seconds without output that end what a key does: the facts of a row follow it after 0.04."""

SMALLEST = Path(__file__).parent / "smallest_app.py"

DOWN, UP, PAGE_DOWN, PAGE_UP = b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\x1b[5~"
HOME, END, TAB, ESCAPE = b"\x1b[H", b"\x1b[F", b"\t", b"\x1b"

MOVES: Mapping[str, Sequence[bytes]] = {
    "down, up": (DOWN, UP),
    "page": (PAGE_DOWN, PAGE_DOWN, PAGE_UP),
    "end, home": (END, HOME),
    "month": (b"]", b"["),
}
"""What is pressed in turn, in each pane."""

PANES: Mapping[str, bytes] = {"timeline": b"1", "forums": b"2", "questions": b"3"}


class Costs(NamedTuple):
    """Processor time in seconds."""

    median: float
    most: float
    """The 99th percentile."""


class Run(NamedTuple):
    """What a desk of some size costs."""

    data: int
    """In bytes, as all that follows."""
    memory: int
    peak: int
    filled: float
    """Seconds from the first frame to the timeline round today."""
    keys: Mapping[str, Costs]


@pytest.fixture(scope="module", params=[5_000, 400_000])
def desk(request: pytest.FixtureRequest) -> Path:
    """Return a desk whose look-ups and index are built, as they are from its second start on.

    Making the large one takes minutes, so both are kept; where one was in them is not.
    """
    folder = Path(tempfile.gettempdir()) / f"briefing-desk-{request.param}"
    settings = folder / "briefing.toml"
    if not settings.exists():
        synthetic.write(folder / "data", synthetic.lines(request.param))
        settings.write_text('[me]\nname = "Ann"\nhome = "Europe/Oslo"\n', encoding="utf-8")
    if not (folder / "data" / ".cache" / "index.db").exists():
        subprocess.run([*on(folder), "find", "lantern"], check=True, stdout=subprocess.DEVNULL)
    (folder / "data" / "state.json").unlink(missing_ok=True)
    return folder


def test_no_key_costs_more_than_a_frame_at_any_size(desk: Path) -> None:
    run = measured(desk)

    report(run)
    assert all(cost.most <= LONGEST for cost in run.keys.values())
    assert run.filled <= FILLED
    assert run.memory <= MEMORY * run.data + BASE


def test_the_first_frame_is_drawn_nearly_as_soon_as_the_smallest_app(desk: Path) -> None:
    pairs = [
        (first_frame(smallest(), "Smallest"), first_frame(on(desk), "Help")) for _ in range(PAIRS)
    ]

    ratio = median(ours / least for least, ours in pairs[1:])
    print(f"\nfirst frame: {median(ours for _, ours in pairs) * 1e3:.0f} ms, ratio {ratio:.2f}")
    assert ratio <= FIRST_FRAME


def measured(desk: Path) -> Run:
    with Terminal(on(desk)) as terminal:
        terminal.first_frame("Help")
        since = perf_counter()
        terminal.first_frame(MONTH)
        filled = perf_counter() - since
        settle(terminal)
        keys = dict(costs(terminal))
        data = sum(path.stat().st_size for path in (desk / "data").glob("*.jsonl"))
        return Run(data, terminal.memory("VmRSS"), terminal.memory("VmHWM"), filled, keys)


def costs(terminal: Terminal) -> Iterator[tuple[str, Costs]]:
    for pane, key in PANES.items():
        spent(terminal, key)
        for name, keys in MOVES.items():
            yield f"{pane}: {name}", cost(terminal, keys)
        yield f"{pane}: linked, all", cost(terminal, (b"f", ESCAPE, DOWN))
    spent(terminal, PANES["timeline"])
    yield "timeline: today", cost(terminal, (b"t", END))
    yield "timeline: year", cost(terminal, (b"}", b"{"))
    yield "panes", cost(terminal, (b"1", b"2", b"3", TAB))
    spent(terminal, PANES["timeline"])
    spent(terminal, b"t")
    yield "step, undo", cost(terminal, (b" ", b"u", DOWN))
    yield "remove, undo", cost(terminal, (b"\x1b[3~", b"u", DOWN))


def cost(terminal: Terminal, keys: Sequence[bytes]) -> Costs:
    taken = [spent(terminal, key) for _ in range(ROUNDS) for key in keys]
    return Costs(median(taken), quantiles(taken, n=100, method="inclusive")[-1])


def spent(terminal: Terminal, key: bytes) -> float:
    """Return the processor time of a key, one that draws nothing too."""
    before = terminal.processor_time()
    terminal.send(key)
    terminal.wait_until_quiet(PATIENCE)
    return terminal.processor_time() - before


def settle(terminal: Terminal) -> None:
    """Wait until the views are filled and what is done once a start is done."""
    for _ in range(3):
        terminal.wait_until_quiet(patience=2.0)


def report(run: Run) -> None:
    size = f"data {run.data >> 20} MB, memory {run.memory >> 20} MB, at most {run.peak >> 20} MB"
    print(f"\n{size}; round today after {run.filled:.2f} s; ms a key: median, 99th percentile")
    for name, (usual, most) in run.keys.items():
        print(f"{name:>24} {usual * 1e3:6.1f} {most * 1e3:6.1f}")


def on(desk: Path) -> list[str]:
    return [sys.executable, "-m", "briefing", "--workspace", str(desk), "--today", TODAY]


def smallest() -> list[str]:
    return [sys.executable, str(SMALLEST)]


def first_frame(command: list[str], marker: str) -> float:
    with Terminal(command) as terminal:
        return terminal.first_frame(marker)
