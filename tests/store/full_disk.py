"""A disk that is full, or fails: each call that changes it is refused in turn."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from briefing.store import StoppedError, Store, StoreError
from tests.store.calls import Call, met_by
from tests.store.controls import Control
from tests.store.tally import Tally
from tests.store.work import Held, Marks, edit, edit_outside, fault, told_by

FULL = {"open", "write", "mkdir", "replace"}
"""What a full disk refuses."""
FAILING = {"write", "fsync", "ftruncate", "replace", "unlink"}
"""What a failing disk refuses."""
EDITS = 14
FOLD_EVERY, OUTSIDE_EVERY = 4, 6
MOST_FAILURES = 3
"""After how many of them there is room again, where all calls are refused from one on."""


class Refusals:
    """Refuses one call, or all from one on until the disk is well again."""

    def __init__(self, names: set[str], error: int, first: int, *, is_lasting: bool) -> None:
        self._names = names
        self._error = error
        self._first = first
        self._is_lasting = is_lasting
        self._met = 0

    @property
    def has_begun(self) -> bool:
        """Whether any call was refused."""
        return self._met >= self._first

    def end(self) -> None:
        """Refuse nothing any more."""
        self._is_lasting = False

    @contextmanager
    def spared(self) -> Iterator[None]:
        """Refuse nothing for a while: somebody else has another disk."""
        names, self._names = self._names, set()
        yield
        self._names = names

    def handle(self, call: Call) -> Any:  # noqa: ANN401 - of any call
        """Carry a call out, or refuse it; of a write that is refused half goes in before."""
        if call.name in self._names and not _only_reads(call):
            self._met += 1
            if self._met == self._first or (self._is_lasting and self.has_begun):
                if call.name == "write":
                    descriptor, content = call.arguments
                    call._replace(arguments=(descriptor, content[: len(content) // 2])).carry_out()
                raise OSError(self._error, os.strerror(self._error))
        return call.carry_out()


def refused_in_turn(
    place: Path,
    step: int,
    _seed: int,
    *,
    names: set[str],
    error: int,
    is_lasting: bool,
    control: Control | None = None,
) -> Tally:
    """Refuse the first call of a run, in a next run the second, and so to the end.

    With a `step` only every so many of them.
    """
    faults: list[str] = []
    if control:
        control()
    for run in count():
        first = 1 + run * step
        refusals = Refusals(names, error, first, is_lasting=is_lasting)
        folder, marks = place / f"data-{run}", Marks()
        try:
            found = _edit_to_the_end(folder, refusals, marks)
        except Exception as problem:  # noqa: BLE001 - anything but the store's own errors
            found = f"unreadable: {problem!r} was raised"
        found = found or fault(folder, marks, goes_on=True)
        if found:
            faults.append(f"{found} (call {first})")
        shutil.rmtree(folder, ignore_errors=True)
        if not refusals.has_begun:
            return Tally(run, faults)
    raise AssertionError


def _edit_to_the_end(folder: Path, refusals: Refusals, marks: Marks) -> str:
    """Edit through all refusals; return what an open store holds that it should not."""

    def tell(what: str, number: int) -> None:
        marks.take((what, number))

    failures, store, before = 0, None, Held(0)
    with met_by(refusals.handle):
        while marks.acknowledged.ours < EDITS:
            try:
                store = store or Store.open(folder)
                before = told_by(store)
                edit(store, tell)
                before = told_by(store)
                if marks.acknowledged.ours % FOLD_EVERY == 0:
                    store.fold()
                if marks.acknowledged.ours % OUTSIDE_EVERY == 0:
                    with refusals.spared():
                        edit_outside(folder, tell)
                    store.refresh()
            except StoreError as error:
                failures += 1
                if failures == MOST_FAILURES:
                    refusals.end()
                if store and told_by(store).ours != before.ours:
                    return f"half: shows {told_by(store)} after a failure at {before}"
                if store and isinstance(error, StoppedError):
                    store.close()
                    store = None
        if store:
            store.close()
    return ""


def _only_reads(call: Call) -> bool:
    return call.name == "open" and not call.arguments[1] & os.O_CREAT
