"""A program in a terminal of its own: when its frames are complete, and what they cost it."""

import fcntl
import os
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

_ASKS_FOR_FRAMES = b"\x1b[?2026$p"
"""Whether the terminal can hold a frame back until it is complete (synchronised output)."""

_HAS_FRAMES = b"\x1b[?2026;2$y"
_END_OF_FRAME = b"\x1b[?2026l"

_KEPT_BYTES = 200_000
_SENT_BYTES = 1_024
_LONGEST = 30.0
"""Seconds to wait for anything."""

_QUIET = 0.05
"""Seconds without output that end what a program draws."""

_BETWEEN_TAPS = 0.02
"""Seconds without output before the next key is sent."""


class Answer(NamedTuple):
    """What a key press led to, in seconds."""

    until_frame: float
    """From the key to the end of the first frame."""
    processor: float
    """Processor time of all the program's threads until it was quiet again."""


class Terminal:
    """Runs a program in a pseudo-terminal that understands synchronised output. POSIX only."""

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        columns: int = 120,
        rows: int = 40,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._controller, inside = os.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._output = b""
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            [str(word) for word in command],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
            env=_environment() | dict(environment or {}),
        )
        os.close(inside)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._controller)

    def first_frame(self, marker: str) -> float:
        """Return the seconds from the start to the end of the first frame that shows a word.

        The word stands in one style, or escape codes would come between its letters.
        """
        self._read_until(marker.encode())
        drawn = time.perf_counter()
        while not self._frame_ended_after(marker.encode()):
            if not self._read(_QUIET):
                return drawn - self.started
            drawn = time.perf_counter()
        return drawn - self.started

    def press(self, keys: bytes) -> Answer:
        """Send keys and return what it took to answer them, once the program is quiet again."""
        before = self.processor_time()
        until_frame = self.tap(keys)
        self.wait_until_quiet()
        return Answer(until_frame, self.processor_time() - before)

    def tap(self, keys: bytes) -> float:
        """Send keys and return the seconds until the next frame, whatever goes on beside it."""
        while self._read(_BETWEEN_TAPS):
            pass
        self._output = b""
        sent = time.perf_counter()
        os.write(self._controller, keys)
        self._read_until(_END_OF_FRAME)
        return time.perf_counter() - sent

    def send(self, text: bytes) -> None:
        """Send a text of any length, as fast as the program reads it."""
        while text:
            _, ready, _ = select.select([], [self._controller], [], 0)
            if ready:
                sent = os.write(self._controller, text[:_SENT_BYTES])
                text = text[sent:]
            self._read(0)

    def wait_for_end(self) -> int:
        """Return the exit code that the program ends with."""
        end = time.perf_counter() + _LONGEST
        while self._process.poll() is None and time.perf_counter() < end:
            with suppress(EOFError):
                self._read(_QUIET)
        return self._process.wait(timeout=1)

    def wait_until_quiet(self, patience: float = _QUIET) -> None:
        """Read until the program neither draws nor computes for so many seconds."""
        while True:
            before = self.processor_time()
            if not self._read(patience) and self.processor_time() - before < patience / 25:
                return

    def memory(self, kind: str) -> int:
        """Return the bytes that the program has in memory, as Linux tells them: "VmRSS"."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = next(line for line in status.splitlines() if line.startswith(f"{kind}:"))
        return int(found.split()[1]) << 10

    def processor_time(self) -> float:
        """Return the seconds that the program's threads have run, as Linux tells them."""
        threads = Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((each / "schedstat").read_text().split()[0]) for each in threads) / 1e9

    def _read_until(self, marker: bytes) -> None:
        end = time.perf_counter() + _LONGEST
        while marker not in self._output:
            self._read(_QUIET)
            if time.perf_counter() > end:
                raise TimeoutError(f"{marker!r} is not in {self._output[-2000:]!r}")

    def _frame_ended_after(self, marker: bytes) -> bool:
        return _END_OF_FRAME in self._output[self._output.rindex(marker) :]

    def _read(self, patience: float) -> bytes:
        ready, _, _ = select.select([self._controller], [], [], patience)
        if not ready:
            return b""
        try:
            output = os.read(self._controller, 1 << 16)
        except OSError as error:  # the other side is closed
            raise EOFError(f"the program ended: {self._output[-2000:]!r}") from error
        if _ASKS_FOR_FRAMES in self._output[-20:] + output:
            os.write(self._controller, _HAS_FRAMES)
        self._output = (self._output + output)[-_KEPT_BYTES:]
        return output


def _environment() -> dict[str, str]:
    """Return ours with a terminal of true colours, and bytecode kept as users keep it."""
    unset = {"PYTHONDONTWRITEBYTECODE", "NO_COLOR", "TEXTUAL_THEME", "COLUMNS", "LINES"}
    ours = {name: value for name, value in os.environ.items() if name not in unset}
    return ours | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
