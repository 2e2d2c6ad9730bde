import os
import random
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.desk.desk import Desk
from briefing.model import RECORD_TYPES, Record
from briefing.store import NothingToUndoError, Store
from tests.hostile import SAMPLES, put
from tests.tui import example
from tests.tui.random_keys import SIZES, press
from tests.tui.support import desk_on_screen

SEEDS, KEYS = (range(17), 3_000) if os.environ.get("BRIEFING_TEST_LONG") else (range(2), 80)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example desk with hostile records; no other program and no other home can be reached."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(home)
    first = example.make(tmp_path / "first")
    with Desk.open(first, clock=lambda: example.NOW) as desk:
        for number, text in enumerate(SAMPLES.values()):
            put(desk, number, text[:5_000])
        records = held(desk).values()
    # Made of these records there is nothing to undo but what the keys did.
    made = example.make(tmp_path / "desk", filled=False)
    shutil.copytree(first / "data" / "sources", made / "data" / "sources")
    Store.create(made / "data", records)
    return made


def held(desk: Desk) -> Mapping[str, Record]:
    return {f"{kind.__name__} {r.id}": r for kind in RECORD_TYPES for r in desk.store.all(kind)}


@pytest.mark.parametrize("seed", SEEDS)
async def test_no_keys_in_any_order_break_anything_or_lose_a_record(
    folder: Path, seed: int
) -> None:
    chance = random.Random(seed)
    with Desk.open(folder, clock=lambda: example.NOW) as desk:
        before = held(desk)

    pressed = 0
    while pressed < KEYS:
        async with desk_on_screen(folder, chance.choice(SIZES)) as (_, pilot):
            pressed += await press(pilot, chance, KEYS - pressed)

    with Desk.open(folder, clock=lambda: example.NOW) as desk:
        assert [] == desk.store.problems()
        with suppress(NothingToUndoError):
            while held(desk) != before:
                desk.undo()
        assert before == held(desk)
