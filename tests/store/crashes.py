"""A program that crashes stores in every way, again and again, and looks at what they left.

`python -m tests.store.crashes` makes the long run and prints its table; with the name of a row,
a number and a seed it makes that row only and prints it as JSON.
"""

import errno
import json
import random
import shutil
import sys
from collections.abc import Callable
from functools import partial
from itertools import count, islice
from pathlib import Path

from tests.store.calls import dying_at, met_by
from tests.store.child import Child, Send
from tests.store.controls import CONTROLS, Control
from tests.store.full_disk import FAILING, FULL, refused_in_turn
from tests.store.lives import LIVES, Life, endless, left_open
from tests.store.power import power_losses
from tests.store.tally import Tally, in_its_own_process, memory_folder, table
from tests.store.work import Marks, fault, take_steps

Row = Callable[[Path, int, int], Tally]


def kills_at_random(place: Path, kills: int, seed: int, control: Control | None = None) -> Tally:
    """Kill as many processes that work on one folder, each after some edits and a moment more."""
    chance, folder, marks, faults = random.Random(seed), place / "data", Marks(), list[str]()
    for _ in range(kills):
        life = partial(endless, chance=random.Random(chance.random()))
        child = _living(folder, life, marks, control)
        told = child.messages()
        for message in islice(told, chance.randrange(100)):
            marks.take(message)
        child.kill_within(chance.random() / 500)
        for message in told:
            marks.take(message)
        found = child.failure or fault(folder, marks)
        if found:
            faults.append(found)
            shutil.rmtree(folder, ignore_errors=True)
            marks = Marks()
    return Tally(kills, faults)


def kills_at_calls(
    place: Path, step: int, _seed: int, *, life: str, control: Control | None = None
) -> Tally:
    """Kill a process before its first system call, one before its second, and so to the end.

    With a `step` only at every so many of them.
    """
    folder, faults = place / "data", list[str]()
    for kills in count():
        shutil.rmtree(folder, ignore_errors=True)
        call, marks = 1 + kills * step, Marks()
        _live_on(folder, left_open, marks, control)
        child = _live_on(folder, LIVES[life], marks, control, dies_at=call)
        found = child.failure or fault(folder, marks, goes_on=True)
        if found:
            faults.append(f"{found} (killed at call {call})")
        if child.has_ended:
            return Tally(kills, faults)
    raise AssertionError


def _live_on(
    folder: Path, life: Life, marks: Marks, control: Control | None, *, dies_at: int | None = None
) -> Child:
    """Live a life that may be killed at a call, and return what lived it."""
    child = _living(folder, life, marks, control, dies_at=dies_at)
    for message in child.messages():
        marks.take(message)
    return child


def _living(
    folder: Path, life: Life, marks: Marks, control: Control | None, *, dies_at: int | None = None
) -> Child:
    def live(send: Send) -> None:
        take_steps(marks.steps)
        if control:
            control()

        def tell(what: str, number: int) -> None:
            send((what, number))

        if dies_at is None:
            life(folder, tell)
        else:
            with met_by(dying_at(dies_at)):
                life(folder, tell)

    return Child(live)


ROWS: dict[str, Row] = {
    "random kills": kills_at_random,
    "random kills, no journal": partial(kills_at_random, control=CONTROLS["no journal"]),
    **{f"a kill at each call, {life}": partial(kills_at_calls, life=life) for life in LIVES},
    "a kill at each call, no journal": partial(
        kills_at_calls, life="folds", control=CONTROLS["no journal"]
    ),
    "power losses": power_losses,
    "power losses, files not synced": partial(power_losses, unsynced="file"),
    "power losses, folders not synced": partial(power_losses, unsynced="folder"),
    **{
        f"a {disk} disk at each call, {lasting}": partial(
            refused_in_turn, names=names, error=error, is_lasting=lasting == "from then on"
        )
        for disk, names, error in (
            ("full", FULL, errno.ENOSPC),
            ("failing", FAILING, errno.EIO),
        )
        for lasting in ("once", "from then on")
    },
    "a full disk at each call, refusals swallowed": partial(
        refused_in_turn,
        names=FULL,
        error=errno.ENOSPC,
        is_lasting=False,
        control=CONTROLS["refusals swallowed"],
    ),
}
"""Each row with what its number means: crashes to make, or how many calls to go on by."""

CONTROL_ROWS = {name for name in ROWS if name.endswith(("no journal", "synced", "swallowed"))}
"""The rows that must find faults."""


def long_number(name: str) -> int:
    """Return the number of a row in the long run."""
    many = {"power": 10_000, "random": 1_000}
    number = next((found for word, found in many.items() if word in name), 1)
    return max(1, number // 10) if name in CONTROL_ROWS else number


if __name__ == "__main__":
    if sys.argv[1:]:
        wanted, amount, first = sys.argv[1:]
        with memory_folder() as folder:
            print(json.dumps(ROWS[wanted](folder, int(amount), int(first))))
    else:
        print(table({name: in_its_own_process(name, long_number(name)) for name in ROWS}))
