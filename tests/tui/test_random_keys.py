import random
import shutil
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from traceback import print_exception

import msgspec
import pytest

from briefing.desk.desk import Desk
from briefing.model import RECORD_TYPES, Event, Record
from briefing.store import NothingToUndoError, forget
from briefing.store.creation import create
from tests.hostile import SAMPLES, put
from tests.support import IS_LONG
from tests.tui import example
from tests.tui.random_keys import SIZES, Hand
from tests.tui.support import desk_on_screen

SEEDS, KEYS = (range(17), 3_000) if IS_LONG else (range(2), 80)

A_WHILE = 50
"""Keys between two edits of another window."""

SETTINGS = (
    "",
    '[keys]\npreset = "vim"\n',
    '[screen]\nglyphs = "ascii"\ntheme = "contrast"\n',
    '[screen]\nglyphs = "rich"\ntheme = "light"\n[output]\nplain = true\n',
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example desk with hostile records."""
    folder = tmp_path_factory.mktemp("filled")
    first = example.make(folder / "first")
    with Desk.open(first, clock=lambda: example.NOW) as desk:
        for number, text in enumerate(SAMPLES.values()):
            put(desk, number, text[:5_000])
        records = held(desk).values()
    # Made of these records there is nothing to undo but what the keys did.
    made = example.make(folder / "made", filled=False)
    shutil.copytree(first / "data" / "sources", made / "data" / "sources")
    create(made / "data", records)
    return made


@pytest.fixture
def folder(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, from which no other program and no other home can be reached."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(home)
    # What is forgotten is lost, and that is what was asked for: here all is to be found again.
    monkeypatch.setattr(forget, "forget", lambda *_: [])
    # A key counts as dealt with once the process rests: looked at more often, that is told sooner.
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.003)
    return shutil.copytree(filled, tmp_path / "desk")


def held(desk: Desk) -> Mapping[str, Record]:
    return {f"{kind.__name__} {r.id}": r for kind in RECORD_TYPES for r in desk.store.all(kind)}


@pytest.mark.parametrize("seed", SEEDS)
async def test_no_keys_in_any_order_break_anything_or_lose_a_record(
    folder: Path, seed: int
) -> None:
    chance, seen = random.Random(seed), Counter[str]()
    with Desk.open(folder, clock=lambda: example.NOW) as desk:
        before = held(desk)

    pressed = 0
    while pressed < KEYS:
        pressed += await _a_life(folder, chance, seen, KEYS - pressed)

    print(f"\nseed {seed}, {pressed} keys: {dict(seen.most_common())}")
    with Desk.open(folder, clock=lambda: example.NOW) as desk:
        assert [] == desk.store.problems()
        with suppress(NothingToUndoError):
            while held(desk) != before:
                desk.undo()
        assert before == held(desk)


async def _a_life(folder: Path, chance: random.Random, seen: Counter[str], most: int) -> int:
    """Open the desk, now and then beside another window, and press keys; return how many."""
    settings = example.SETTINGS + chance.choice(SETTINGS)
    (folder / "briefing.toml").write_text(settings, encoding="utf-8")
    pressed, most = 0, min(most, chance.randrange(50, 1_000))
    with ExitStack() as open_now:
        other = None
        if chance.random() < 0.15:
            other = open_now.enter_context(Desk.open(folder, clock=lambda: example.NOW))
        async with desk_on_screen(folder, chance.choice(SIZES)) as (app, pilot):
            hand = Hand(pilot, chance, seen)
            while pressed < most and app.is_running:
                try:
                    pressed += await hand.press(min(A_WHILE, most - pressed))
                finally:
                    if app._exception is not None:
                        print(*hand.last, sep="\n")
                        print_exception(getattr(app._exception, "error", app._exception))
                if other is not None:
                    _edit(other, chance)
        assert app.failure is None
    return pressed


def _edit(desk: Desk, chance: random.Random) -> None:
    """Change, take out or bring back an event."""
    event = chance.choice(list(desk.store.all(Event)))
    with desk.change("Elsewhere") as edit:
        if chance.random() < 0.2:
            edit.remove(event)
        else:
            edit.put(msgspec.structs.replace(event, title=f"{event.title} {chance.random()}"))
