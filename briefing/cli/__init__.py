"""The command line: parse, call the desk, print.

stdout is data, stderr is talk. Nothing heavy is imported before it is known what is asked for.
"""

import io
import os
import sys

from briefing.errors import BriefingError
from briefing.platform import log_fault, take_newest_zones
from briefing.text import clean


def main() -> None:
    """Run the command line and end the process with its exit code.

    A fault of our own is written down and told in one sentence; nobody is shown a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    take_newest_zones()
    try:
        code = run(sys.argv[1:])
    except Exception:  # noqa: BLE001 - the edge, where it is logged
        code = _tell(f"briefing: a fault of its own; it is written down in {log_fault()}", 70)
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; a BriefingError is one sentence on stderr."""
    try:
        if instruction := os.environ.get("_BRIEFING_COMPLETE"):
            from briefing.cli.completing import complete

            complete(instruction)
            return 0
        if not arguments:
            return _open_desk()
        from briefing.cli.root import run_command

        code = run_command(arguments)
        sys.stdout.flush()
    except BriefingError as error:
        return _tell(f"briefing: {error}", error.exit_code)
    except BrokenPipeError:
        # Python flushes once more at the end, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _tell("", 130)
    return code


def _open_desk() -> int:
    from briefing.cli.opening import open_screen

    open_screen(None, None)
    return 0


def _tell(message: str, code: int) -> int:
    sys.stderr.write(f"{clean(message)}\n")
    return code
