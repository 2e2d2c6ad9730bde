from pathlib import Path
from threading import Event as Signal

import pytest

from briefing.desk.desk import Desk
from briefing.model import Event
from briefing.tui import upkeep
from tests.store.test_disk import refuse
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, until


@pytest.fixture(autouse=True)
def _looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "LOOK_EVERY", 0.02)


def put(desk: Desk, id: str, title: str) -> None:
    with desk.change("put in") as edit:
        edit.put(Event(id=id, title=title))


async def test_when_the_hand_rests_the_readable_files_are_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "REST", 0.05)
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        put(app.desk, "new-22222", "Lamps at sea")
        path = app.desk.data / "events.jsonl"

        await until(pilot, lambda: b"Lamps at sea" in path.read_bytes())


async def test_what_an_editor_or_a_git_pull_changes_is_shown_at_once(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path), (120, 40)) as (app, pilot):
        app.desk.store.fold()
        path = app.desk.data / "events.jsonl"
        line = '{"type":"event","id":"x-22222","title":"Lamps at sea"}\n'
        path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")

        await until(pilot, lambda: "Lamps at sea" in screen_text(app))


async def test_a_second_window_follows_the_first(tmp_path: Path) -> None:
    folder = example.make(tmp_path)
    with Desk.open(folder, clock=lambda: example.NOW) as first:
        async with desk_on_screen(folder) as (app, pilot):
            put(first, "new-22222", "Lamps at sea")

            await until(pilot, lambda: app.desk.store.find("new-22222") is not None)


async def test_a_table_that_somebody_left_broken_is_told_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.desk.store.fold()
        path = app.desk.data / "events.jsonl"
        before = path.read_bytes()
        path.write_bytes(before[:-30])

        await until(pilot, lambda: "cut off" in screen_text(app))
        put(app.desk, "new-22222", "Lamps at sea")
        path.write_bytes(before)
        await until(pilot, app.desk.store.fold)

    with Desk.open(app.desk.folder, clock=lambda: example.NOW) as again:
        assert again.store.find("new-22222") is not None


async def test_no_key_waits_for_the_disk_and_what_is_typed_is_saved_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_free, folder = Signal(), example.make(tmp_path)
    monkeypatch.setattr("briefing.store.journal.sync_file", lambda _: is_free.wait(20))
    async with desk_on_screen(folder) as (app, pilot):
        put(app.desk, "new-22222", "Lamps at sea")
        assert not app.desk.store.is_saved

        is_free.set()

        await until(pilot, lambda: app.desk.store.is_saved)


async def test_a_disk_that_fails_is_told_and_what_was_typed_stays_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        monkeypatch.setattr("briefing.store.journal.sync_file", refuse)
        put(app.desk, "new-22222", "Lamps at sea")

        await until(pilot, lambda: "is not saved" in screen_text(app))
        assert app.desk.store.find("new-22222") is not None

    assert "were not saved" in str(app.failure)
