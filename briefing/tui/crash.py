"""What is left when the screen meets a fault of ours: a report in the desk's folder."""

import datetime as dt
import platform as python_platform
import traceback
from pathlib import Path

from briefing import __version__, platform


def report(folder: Path, error: BaseException | None) -> Path:
    """Write what happened into the desk's data folder and return the file."""
    data = folder / "data"
    now = dt.datetime.now(dt.UTC)
    path = data / f"crash {now:%Y-%m-%d %H%M%S}.txt"
    lines = [
        f"briefing {__version__}, Python {python_platform.python_version()}",
        f"{python_platform.system()}, {now.isoformat(timespec='seconds')}",
        "",
        *(traceback.format_exception(error) if error else ["no exception was kept"]),
    ]
    platform.make_private_folder(data)
    platform.write_whole(path, "\n".join(lines).encode("utf-8", "backslashreplace"))
    return path
