"""A process that ends at once when it reaches for the network, or starts another that could.

python -m tests.cut_off FOLDER goes the whole way there, by line commands and by keys.
"""

import asyncio
import os
import sys
from pathlib import Path

CAUGHT = 77
"""The exit code of a process that was caught."""

_LOOPBACK = ("127.0.0.1", "::1")
"""Where asyncio wakes its own loop on Windows."""

_REACHES = {
    "socket.bind",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyaddr",
    "socket.gethostbyname",
    "socket.getnameinfo",
    "socket.sendmsg",
    "socket.sendto",
    "urllib.Request",
}
_STARTS = {"os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.system", "subprocess.Popen"}
"""Audit events (Python, "Audit events table")."""


def cut_off() -> None:
    """End this process as soon as it reaches for the network; no `except` can hide that."""
    sys.addaudithook(_watch)


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _STARTS or (event in _REACHES and not _stays_here(arguments)):
        os.write(2, f"caught: {event} {arguments!r}\n".encode())
        os._exit(CAUGHT)


def _stays_here(arguments: tuple[object, ...]) -> bool:
    address = arguments[1] if len(arguments) > 1 else None
    return isinstance(address, tuple) and address[0] in _LOOPBACK


def main(folder: Path) -> None:
    """Go the whole way in a folder."""
    cut_off()
    from tests.support import command, seeds
    from tests.test_whole_way import ANNOUNCEMENT, FILE, Lines, go_by_lines, gone_by_keys

    os.chdir(folder)
    Path(FILE).write_text(ANNOUNCEMENT, encoding="utf-8")
    go_by_lines(Lines())
    command("init", "K")
    asyncio.run(gone_by_keys(Path("K")))
    command("init", "S", "--starter")
    command("import", *map(str, seeds()), FILE, "--accept", "--workspace", "S")
    command("timeline", "--workspace", "S")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
