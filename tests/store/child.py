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

    def messages(self) -> Iterator[object]:
        """Yield what the work sends, until it has ended or is killed; OSError where it failed."""
        # The kill may cut a message short.
        with os.fdopen(self._reading, "rb") as told, suppress(EOFError, pickle.UnpicklingError):
            while True:
                yield pickle.load(told)
        _, status = os.waitpid(self._id, 0)
        self.has_ended = os.WIFEXITED(status)
        if os.waitstatus_to_exitcode(status) > 0:
            message = "the work itself failed, see above"
            raise OSError(message)

    def kill_within(self, seconds: float) -> None:
        """Kill it when it sends something, or after a while."""
        select.select([self._reading], [], [], seconds)
        os.kill(self._id, signal.SIGKILL)


def _work_and_exit(work: Callable[[Send], None], writing: int) -> None:
    code = 1
    try:
        work(lambda message: REAL["write"](writing, pickle.dumps(message)))
        code = 0
    except BaseException:  # noqa: BLE001 - the edge of a process
        traceback.print_exc()
    finally:
        os._exit(code)
