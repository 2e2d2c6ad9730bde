"""What a command line names as documents: files, folders, standard input and the clipboard."""

import datetime as dt
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.output import say
from briefing.errors import BriefingError
from briefing.text import count

if TYPE_CHECKING:
    from rich.progress import Progress

    from briefing.desk.desk import Desk
    from briefing.reader import Incoming


class StoppedError(BriefingError):
    """A folder was stopped before its end."""

    exit_code = 130

    def __init__(self, folder: Path, done: int, total: int) -> None:
        super().__init__(
            f"{folder}: stopped after {done:,} of {count(total, 'file')}; "
            "the same command goes on from there"
        )


def from_clipboard(today: dt.date) -> "Incoming":
    """Return what was copied last."""
    from briefing.desk import documents

    return documents.from_clipboard(today)


def with_each(
    paths: Sequence[Path],
    work: Callable[["Incoming"], object],
    with_folder: Callable[[Path], None] | None = None,
) -> None:
    """Do something with the documents, then tell those that can't be read: one stops no other."""
    from briefing.desk.documents import UnreadableError, from_file, from_stream

    unread: list[UnreadableError] = []
    for path in paths:
        try:
            if str(path) == "-":
                work(from_stream(Path("standard input"), sys.stdin.buffer))
            elif with_folder is not None and path.is_dir():
                with_folder(path)
            else:
                work(from_file(path))
        except UnreadableError as error:
            unread.append(error)
    for earlier in unread[:-1]:
        say(f"briefing: {earlier}")
    if unread:
        raise unread[-1]


def with_folders(desk: "Desk", work: Callable[["Incoming"], object]) -> Callable[[Path], None]:
    """Return what does something with all the documents in a folder.

    What the desk holds already is passed by, so that a folder that was stopped goes on there.
    StoppedError where the person stops it, which leaves no file half done.
    """

    def with_folder(folder: Path) -> None:
        from briefing.desk import documents

        listing = documents.listing(folder, passed_by=desk.data)
        tally = _Tally(desk, work)
        with _progress() as progress, _stoppable() as is_stopped:
            bar = progress.add_task(str(folder), total=len(listing.files))
            for done, path in enumerate(listing.files):
                if is_stopped():
                    raise StoppedError(folder, done, len(listing.files))
                tally.take(path)
                progress.advance(bar)
        told = (*tally.told, listing.left_out)
        say(f"{folder}: {'; '.join(filter(None, told)) or 'there is nothing in it'}")

    return with_folder


class _Tally:
    """Takes files one by one, and counts what became of them."""

    def __init__(self, desk: "Desk", work: Callable[["Incoming"], object]) -> None:
        self._desk, self._work = desk, work
        self._new = self._held = self._unread = 0

    def take(self, path: Path) -> None:
        """Do the work with one file, unless it is held; tell why, where it can't be read."""
        from briefing.desk import documents, intake

        try:
            incoming = documents.from_file(path)
            if intake.held(self._desk, incoming.raw) is not None:
                self._held += 1
                return
            self._work(incoming)
        except documents.UnreadableError as error:
            self._unread += 1
            say(f"briefing: {error}")
        else:
            self._new += 1

    @property
    def told(self) -> tuple[str, ...]:
        """What became of the files, as parts of a sentence."""
        return (
            f"{count(self._new, 'file')} brought in" if self._new else "",
            f"{self._held:,} brought in before" if self._held else "",
            f"{self._unread:,} could not be read" if self._unread else "",
        )


@contextmanager
def _progress() -> Iterator["Progress"]:
    """Show a bar on stderr if that is a terminal; what is said meanwhile stands above it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        yield progress


@contextmanager
def _stoppable() -> Iterator[Callable[[], bool]]:
    """Let the first ctrl-C wait for the end of a file; the second ends at once."""
    asked: list[int] = []
    before = signal.getsignal(signal.SIGINT)

    def note(number: int, _frame: object) -> None:
        asked.append(number)
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(asked)
    finally:
        signal.signal(signal.SIGINT, before)
