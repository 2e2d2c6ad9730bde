"""A long text in the person's own editor."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from briefing.errors import BriefingError


class NoEditorError(BriefingError):
    """No editor can be started."""


def command() -> list[str]:
    """Return the editor that the system is told to use, with its options; NoEditorError."""
    told = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(told)
    except ValueError:
        words = []
    if not words:
        raise NoEditorError("no editor is set; set EDITOR, as in EDITOR=nano")
    return words


def edited(text: str, editor: Sequence[str]) -> str | None:
    """Return the text as the editor left it; None where it says that it failed. NoEditorError."""
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        path = Path(folder) / "text.md"
        path.write_text(text, encoding="utf-8")
        try:
            ended = subprocess.run([*editor, str(path)], check=False)  # noqa: S603 - one's own
        except OSError as error:
            raise NoEditorError(f"{editor[0]} can't be started: {error.strerror}") from error
        if ended.returncode:
            return None
        return path.read_text(encoding="utf-8", errors="replace").removesuffix("\n")
