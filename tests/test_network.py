import subprocess
import sys
from pathlib import Path

import pytest

from tests.cut_off import CAUGHT
from tests.support import CHECKOUT


def python(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )


def test_the_whole_way_needs_no_network(tmp_path: Path) -> None:
    gone = python("-m", "tests.cut_off", tmp_path)

    assert (gone.returncode, gone.stderr) == (0, "")
    assert (tmp_path / "note.md").is_file()
    assert list((tmp_path / "K" / "notes").glob("*.md"))


@pytest.mark.parametrize(
    "reach",
    [
        "socket.create_connection(('192.0.2.1', 9))",
        "socket.getaddrinfo('name.invalid', 80)",
        "socket.gethostbyname('name.invalid')",
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))",
        "urllib.request.urlopen('http://name.invalid/')",
        "subprocess.run(['true'])",
        "os.system('true')",
    ],
)
def test_a_process_that_reaches_for_it_would_be_caught(reach: str) -> None:
    program = f"""
import os, socket, subprocess, urllib.request
from tests.cut_off import cut_off
cut_off()
try:
    {reach}
except BaseException:
    pass
"""
    tried = python("-c", program)

    assert tried.returncode == CAUGHT
    assert "caught" in tried.stderr
