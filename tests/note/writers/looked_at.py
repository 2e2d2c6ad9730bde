"""What notes looked like when they were last looked at: the golden files."""

import os
from pathlib import Path

_GOLDEN = Path(__file__).parents[2] / "golden"


def looked_at(name: str, written: str | bytes) -> bytes:
    """Return what was looked at; with GOLDEN=new it becomes what is written now."""
    content = written.encode() if isinstance(written, str) else written
    path = _GOLDEN / name
    if os.environ.get("GOLDEN") == "new":
        path.write_bytes(content)
    return path.read_bytes()
