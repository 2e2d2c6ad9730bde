"""System calls met on their way: to record them, to refuse one, or to let it be the last."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import Any, NamedTuple

NAMES = (
    "open",
    "write",
    "fsync",
    "ftruncate",
    "rename",
    "replace",
    "unlink",
    "mkdir",
    "rmdir",
    "close",
)
"""Every call by which a store changes what is on the disk, and those around them."""
REAL: dict[str, Callable[..., Any]] = {name: getattr(os, name) for name in NAMES}


class Call(NamedTuple):
    """A system call as it was asked for."""

    name: str
    arguments: tuple[Any, ...]
    named: Mapping[str, Any]

    def carry_out(self) -> Any:  # noqa: ANN401 - of any call
        """Do what was asked for."""
        return REAL[self.name](*self.arguments, **self.named)


Handler = Callable[[Call], Any]


@contextmanager
def met_by(handler: Handler) -> Iterator[None]:
    """Have a function carry out each of the calls, from any thread, or do something else."""

    def meeting(name: str) -> Callable[..., Any]:
        return lambda *arguments, **named: handler(Call(name, arguments, named))

    for name in NAMES:
        setattr(os, name, meeting(name))
    try:
        yield
    finally:
        for name, real in REAL.items():
            setattr(os, name, real)


def dying_at(number: int, carry_out: Handler = Call.carry_out) -> Handler:
    """Return what kills this process at its call of that number; a write is done by half."""
    numbers = count(1)

    def handle(call: Call) -> Any:  # noqa: ANN401 - of any call
        if next(numbers) == number:
            if call.name == "write":
                descriptor, content = call.arguments
                carry_out(call._replace(arguments=(descriptor, content[: len(content) // 2])))
            os.kill(os.getpid(), signal.SIGKILL)
        return carry_out(call)

    return handle
