"""What the desk does by itself while it is open: it sees what others change, and tidies up."""

from collections.abc import Callable
from time import monotonic

from textual.app import App
from textual.timer import Timer
from textual.worker import Worker

from briefing.errors import BriefingError, Problem
from briefing.store import Store
from briefing.tui import memory

LOOK_EVERY = 1.0
"""Seconds between two looks at the files."""

NOT_SAVED = (
    "The disk failed, so what you changed last is not saved: it is on this screen only. "
    "Copy what you need, then close the desk and open it again."
)

REST = 20.0
"""Seconds without an edit after which the readable files are brought up to date."""


HAND_RESTS = 2.0
"""Seconds without a key or the mouse after which memory is tidied."""


class Upkeep:
    """Looks after one store while the screen shows it; nothing of it makes a key wait."""

    def __init__(self, app: App[None], store: Store, tell: Callable[[str], None]) -> None:
        self._app = app
        self._store = store
        self._tell = tell
        self._told = ""
        self._edited = self._pressed = monotonic()
        self._is_tidy = False
        self._saving: Worker[None] | None = None
        store.save_beside()
        store.listen(lambda _: self._note_edit())
        self._look(at_once=True)
        self._timer: Timer = app.set_interval(LOOK_EVERY, self._look)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def note_hand(self) -> None:
        """Take notice of a key or the mouse."""
        self._pressed = monotonic()
        self._is_tidy = False

    def _look(self, *, at_once: bool = False) -> None:
        if not self._store.is_saved:
            self._begin_saving()
        try:
            self._store.refresh()
            is_rest = monotonic() - self._edited >= REST and not self._store.is_folded
            if at_once or is_rest or self._store.is_fold_due:
                self._tidy()
        except (BriefingError, OSError) as error:
            self._tell_once(str(error))
        if not self._is_tidy and monotonic() - self._pressed >= HAND_RESTS:
            memory.tidy()
            self._is_tidy = True

    def _tidy(self) -> None:
        fold = self._store.begin_fold()
        if fold is not None:
            self._app.run_worker(lambda: self._run(fold), thread=True, group="upkeep")

    def _run(self, fold: Callable[[], None]) -> None:
        fold()
        problem: Problem | None = self._store.fold_problem
        if problem is not None:
            self._app.call_from_thread(self._tell_once, str(problem))

    def _tell_once(self, sentence: str) -> None:
        if sentence != self._told:
            self._told = sentence
            self._tell(sentence)

    def _note_edit(self) -> None:
        self._edited = monotonic()
        self._begin_saving()

    def _begin_saving(self) -> None:
        if self._saving is None or self._saving.is_finished:
            self._saving = self._app.run_worker(self._save, thread=True, group="saving")

    def _save(self) -> None:
        try:
            while not self._store.is_saved:
                self._store.save()
        except BriefingError:
            self._app.call_from_thread(self._tell_once, NOT_SAVED)
