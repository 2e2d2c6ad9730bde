"""Power losses: the calls of real runs, and what a disk may hold after each of them."""

import os
import random
import shutil
import threading
from collections.abc import Mapping
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from tests.store.calls import Call, dying_at, met_by
from tests.store.child import Child, Send
from tests.store.disk import Disk, Done
from tests.store.lives import LIVES, Life
from tests.store.tally import Tally
from tests.store.work import Marks, fault, take_steps

MOST_CALLS = 400
"""At which call a life dies at the latest; half of them do before the square root of it."""
SHARE = 0.2
"""Of the moments of a run, how many are looked at."""
ODDS_TO_GO_ON = 0.6
"""Those that a run begins where a loss of power has left the one before."""


def power_losses(place: Path, losses: int, seed: int, *, unsynced: str = "") -> Tally:
    """Look at as many states that a disk may be in after its power was lost.

    A run is up to three lives on one disk, most of them killed, so that what one left unsynced is
    there for the next. The disk forgets to sync what is named as `unsynced`.
    """
    chance, looks, marks = random.Random(seed), list[str](), Marks()
    (place / "run-0").mkdir()
    for number in count():
        run, following = place / f"run-{number}", place / f"run-{number + 1}"
        disk = Disk(run, unsynced)
        for _ in range(chance.randrange(1, 4)):
            child = _living(run / "data", marks, chance)
            for message in list(child.messages()):
                if not isinstance(message, Done):
                    marks.take(message)
                elif disk.take(message) and chance.random() < SHARE:
                    looks.append(_look(disk, place / "state", marks, chance.random()))
            assert disk.difference() == []
            disk.restart()
            looks += [child.failure] if child.failure else []
        last = chance.random()
        looks.append(_look(disk, place / "state", marks, last))
        shutil.rmtree(run)
        if looks[-1] or chance.random() > ODDS_TO_GO_ON:
            following.mkdir()
            marks = Marks()
        else:
            disk.lose_power(following, random.Random(last))
        if len(looks) >= losses:
            return Tally(losses, [found for found in looks[:losses] if found])
    raise AssertionError


def _look(disk: Disk, state: Path, marks: Marks, seed: float) -> str:
    """Return what is wrong with one state of a disk, the same for the same seed."""
    disk.lose_power(state, random.Random(seed))
    found = fault(state / "data", marks, goes_on=True)
    shutil.rmtree(state)
    return found


def _living(folder: Path, marks: Marks, chance: random.Random) -> Child:
    """Begin a life, that may be killed, which sends what it does and tells, in this order."""
    life = chance.choice(list(LIVES.values()))
    dies_at = int(MOST_CALLS ** chance.random())
    return Child(partial(_live, life, folder, marks.steps, dies_at))


def _live(life: Life, folder: Path, steps: int, dies_at: int, send: Send) -> None:
    take_steps(steps)
    one_at_a_time = threading.RLock()
    folders: dict[int, str] = {}

    def carry_out(call: Call) -> Any:  # noqa: ANN401 - of any call
        result = call.carry_out()
        arguments = _alone(call, folders)
        if call.name == "open":
            folders[result] = str(arguments[0])
        send(Done(call.name, arguments, result))
        return result

    dying = dying_at(dies_at, carry_out)

    def handle(call: Call) -> Any:  # noqa: ANN401 - of any call
        with one_at_a_time:
            return dying(call)

    def tell(what: str, number: int) -> None:
        with one_at_a_time:
            send((what, number))

    with met_by(handle):
        life(folder, tell)


def _alone(call: Call, folders: Mapping[int, str]) -> tuple[object, ...]:
    """Return a call's arguments as they are without an open folder, and as they stay."""
    if call.name in ("write", "ftruncate", "fsync", "close"):
        descriptor, *rest = call.arguments
        return (descriptor, *[bytes(r) if not isinstance(r, int) else r for r in rest])
    paths = [os.fspath(p) for p in call.arguments if not isinstance(p, int)]
    above = call.named.get("dir_fd")
    if above is not None:
        paths = [f"{folders[above]}/{path}" for path in paths]
    if call.name == "open":
        return (paths[0], call.arguments[1])
    return tuple(paths)
