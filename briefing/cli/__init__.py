"""The command line: parse, call the desk, print.

stdout is data, stderr is talk. Nothing heavy is imported before it is known what is asked for.
"""

import sys

from briefing.errors import BriefingError


def main() -> None:
    """Run the command line and end the process with its exit code.

    A fault of our own is written down and told in one sentence; nobody is shown a traceback.
    """
    try:
        code = run(sys.argv[1:])
    except Exception:  # noqa: BLE001 - the edge, where it is logged
        from briefing.platform import log_fault

        code = _tell(f"briefing: a fault of its own; it is written down in {log_fault()}", 70)
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; a BriefingError is one sentence on stderr."""
    try:
        if not arguments:
            return _open_desk()
        from briefing.cli.root import root

        return _exit_code(root.main(arguments, prog_name="briefing", standalone_mode=False))
    except BriefingError as error:
        return _tell(f"briefing: {error}", error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # or Python complains when it flushes
        return 0
    except KeyboardInterrupt:
        return _tell("", 130)
    except Exception as error:
        if type(error).__module__.partition(".")[0] != "click":
            raise
        return _usage(error)


def _open_desk() -> int:
    from briefing.cli.opening import open_screen

    open_screen(None, None)
    return 0


def _exit_code(returned: object) -> int:
    return returned if isinstance(returned, int) else 0


def _usage(error: Exception) -> int:
    import click

    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    return 1


def _tell(message: str, code: int) -> int:
    sys.stderr.write(f"{message}\n")
    return code
