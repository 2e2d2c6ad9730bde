import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("BRIEFING_TEST_KILLS", "40"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")


def crash(*arguments: str) -> list[str]:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.store.crashes", *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return ran.stdout.splitlines()


def test_writers_killed_at_any_moment_lose_nothing_that_was_acknowledged(folder: Path) -> None:
    report, *faults = crash("random", str(folder), str(KILLS), "1")

    assert faults == []
    assert report.startswith(f"{KILLS} kills")


def test_writers_killed_at_each_system_call_lose_nothing_that_was_acknowledged(
    folder: Path,
) -> None:
    report, *faults = crash("calls", str(folder))

    assert faults == []
    assert int(re.findall(r"\d+", report)[0]) > 100
