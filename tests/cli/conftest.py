"""`briefing` as a person runs it in the folder of a desk, within this process."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.cli import run
from tests.desk.support import EVERYTHING, make_folder


class Ended(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


Briefing = Callable[..., Ended]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk", *EVERYTHING)


@pytest.fixture
def briefing(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Briefing:
    """Run `briefing` with arguments, and with `given` on its standard input."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder.parent / "home"))
    monkeypatch.delenv("BRIEFING_PLAIN", raising=False)

    def run_it(*arguments: str, given: str | bytes = "") -> Ended:
        raw = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        capsys.readouterr()
        code = run(list(arguments))
        return Ended(code, *capsys.readouterr())

    return run_it
