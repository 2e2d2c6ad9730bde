"""Git for tests: the system's own, with nobody's settings and no way out of the machine."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")

ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "file",
    "GIT_AUTHOR_NAME": "Ida Example",
    "GIT_AUTHOR_EMAIL": "ida@desk.example",
    "GIT_COMMITTER_NAME": "Ida Example",
    "GIT_COMMITTER_EMAIL": "ida@desk.example",
}


def git(folder: Path, *words: str) -> str:
    """Run git in a folder and return what it says; AssertionError with its complaint."""
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        env={**os.environ, **ALONE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"git {' '.join(words)}: {done.stdout}{done.stderr}"
    return done.stdout + done.stderr
