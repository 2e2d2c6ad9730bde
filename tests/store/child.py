"""A process of its own that can be killed, and tells what it does until then."""

import os
import pickle
import select
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress

from tests.store.calls import REAL

Send = Callable[[object], None]


class Child:
    """Some work that runs beside this process."""

    def __init__(self, work: Callable[[Send], None]) -> None:
        self._reading, writing = os.pipe()
        sys.stdout.flush()
        self._id = os.fork()
        if not self._id:
            _work_and_exit(work, writing)
        os.close(writing)
        self.has_ended = False
        """Whether the work came to its end; known when there are no more messages."""
        self.failure = ""
        """What went wrong in the work, if anything, as a fault."""

    def messages(self) -> Iterator[object]:
        """Yield what the work sends, until it has ended or is killed."""
        # The kill may cut a message short.
        with os.fdopen(self._reading, "rb") as told, suppress(EOFError, pickle.UnpicklingError):
            while True:
                message = pickle.load(told)
                if isinstance(message, _Failure):
                    self.failure = f"unreadable: the work failed, {message}"
                else:
                    yield message
        _, status = os.waitpid(self._id, 0)
        self.has_ended = os.WIFEXITED(status)

    def kill_within(self, seconds: float) -> None:
        """Kill it when it sends something, or after a while, if it still is there."""
        if not self.has_ended:
            select.select([self._reading], [], [], seconds)
            os.kill(self._id, signal.SIGKILL)


class _Failure(str):
    """What a work raised."""


def _work_and_exit(work: Callable[[Send], None], writing: int) -> None:
    def send(message: object) -> None:
        REAL["write"](writing, pickle.dumps(message))

    try:
        work(send)
    except BaseException as error:  # noqa: BLE001 - the edge of a process
        place = traceback.extract_tb(error.__traceback__)[-1]
        send(_Failure(f"{error!r} in {place.filename}:{place.lineno}"))
    finally:
        os._exit(0)
