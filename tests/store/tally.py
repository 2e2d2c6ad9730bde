"""What a row of crashes came to, and where they may leave their folders."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

PROMISES = ("unreadable", "lost", "half", "invented")
"""The first word of each fault: which promise it breaks."""


class Tally(NamedTuple):
    """How many crashes there were, and each fault they led to."""

    crashes: int
    faults: list[str]

    def broken(self, promise: str) -> int:
        """Return how many faults break one of the PROMISES."""
        return sum(found.startswith(promise) for found in self.faults)


def table(rows: dict[str, Tally]) -> str:
    """Return the rows as a table in Markdown."""
    head = "| crashes | n | unreadable | acknowledged lost | half a transaction | invented |"
    lines = [head, "|---|---|---|---|---|---|"]
    for name, tally in rows.items():
        broken = " | ".join(str(tally.broken(promise)) for promise in PROMISES)
        lines.append(f"| {name} | {tally.crashes:,} | {broken} |")
    return "\n".join(lines)


def in_its_own_process(row: str, number: int) -> Tally:
    """Return what a row of `crashes` comes to, made by a program: a test may not fork itself."""
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.store.crashes", row, str(number), "1"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert ran.returncode == 0, ran.stderr
    return Tally(*json.loads(ran.stdout))


@contextmanager
def memory_folder() -> Iterator[Path]:
    """Give a temporary folder, in memory where the system has one there."""
    memory = Path("/dev/shm")
    place = str(memory) if memory.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        yield Path(folder)
