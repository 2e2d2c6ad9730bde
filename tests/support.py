"""What the tests of the whole share: a line command run here, and the labelled announcements."""

import contextlib
import io
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from briefing import cli

CHECKOUT = Path(__file__).parents[1]
LABELLED = CHECKOUT.parent / "shared" / "announcements"
SEEDS = LABELLED / "seeds"

IS_LONG = bool(os.environ.get("BRIEFING_TEST_LONG"))
"""Whether tests go through all that there is, where the gate takes some of it."""

needs_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the labelled announcements stand beside the checkout, not in it"
)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a line command came to."""

    out: str
    err: str
    code: int

    @property
    def data(self) -> Any:  # noqa: ANN401 - whatever JSON says
        """What was printed, as JSON."""
        return json.loads(self.out)


def command(*words: str | Path, typed: bytes = b"") -> Ran:
    """Run `briefing` with these words in this process, with what is typed on standard input."""
    out, err = _stream(), _stream()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), "utf-8")),
    ):
        code = cli.run([str(word) for word in words])
    return Ran(_written(out), _written(err), code)


def our_announcements() -> list[Path]:
    """The announcements of our own."""
    return sorted((CHECKOUT / "tests" / "announcements").glob("*.txt"))


def seeds() -> list[Path]:
    """The real announcements; none where they do not stand beside the checkout."""
    return sorted(SEEDS.glob("*.txt"))


def text_of(announcement: Path) -> str:
    """Return an announcement's text without the records that stand under it."""
    return announcement.read_text(encoding="utf-8").partition("=== expected ===\n")[0]


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n")


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()
