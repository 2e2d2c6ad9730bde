from pathlib import Path

import pytest

from briefing.desk import issuing
from briefing.desk.note_files import Wanted
from briefing.model import Event, Task
from briefing.store import backup
from briefing.tui import safe_keeping
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, settled, until


@pytest.fixture(autouse=True)
def _no_copy_of_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_keeping, "BACK_UP_AFTER", 9_999)


async def test_the_copy_of_the_day_is_made_while_the_desk_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safe_keeping, "BACK_UP_AFTER", 0.01)
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await until(pilot, lambda: bool(backup.all_in(app.desk.data)))

        assert ["2031-03-10"] == [path.stem for path in backup.all_in(app.desk.data)]


async def test_a_copy_that_the_disk_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safe_keeping, "BACK_UP_AFTER", 0.01)
    folder = example.make(tmp_path)
    (folder / "data" / "backups").write_text("a file where the folder should be")
    async with desk_on_screen(folder) as (app, pilot):
        await until(pilot, lambda: "Today's backup was not made" in screen_text(app))


async def test_a_second_window_makes_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = example.make(tmp_path)
    async with desk_on_screen(folder), desk_on_screen(folder) as (second, pilot):
        safe_keeping.back_up_day(second)
        await settled(pilot)

        assert [] == backup.all_in(second.desk.data)


async def test_one_goes_back_to_a_backup_and_u_takes_that_back(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        record = app.main.record
        assert record is not None
        await pilot.press(":", *"back up now", "enter")
        await until(pilot, lambda: "The whole desk is in" in screen_text(app))
        await pilot.press("delete")
        assert app.desk.store.find(record.id) is None

        await pilot.press(":", *"go back to a", "enter", "enter")
        await until(pilot, lambda: "1 record changed" in screen_text(app))

        assert record == app.desk.store.find(record.id)
        await pilot.press("u")
        assert app.desk.store.find(record.id) is None


async def test_where_there_is_no_backup_it_says_so(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press(":", *"go back to a", "enter")
        await settled(pilot)

        assert "There is none yet." in screen_text(app)


async def test_what_is_wrong_in_the_files_is_shown_and_mended(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        copy = app.desk.data / "events (conflicted copy).jsonl"
        copy.write_text('{"type":"event","id":"new-22222","title":"Lamps at sea"}\n')
        await pilot.press(":", *"check the desk", "enter")
        await until(pilot, lambda: "a sync folder made" in screen_text(app))
        await pilot.press(*"mend what", "enter")
        await until(pilot, lambda: "mended" in screen_text(app) and app.is_open)

        assert app.desk.store.get(Event, "new-22222") is not None
        assert not copy.exists()


async def test_nothing_is_mended_where_one_only_looks(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        copy = app.desk.data / "events (conflicted copy).jsonl"
        copy.write_text('{"type":"event","id":"new-22222","title":"Lamps at sea"}\n')
        await pilot.press(":", *"check the desk", "enter")
        await until(pilot, lambda: "a sync folder made" in screen_text(app))
        await pilot.press("escape")
        await settled(pilot)

        assert copy.exists()


async def test_a_record_is_forgotten_after_a_question(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        record = app.main.record
        assert record is not None
        await pilot.press(":", *"forget this", "enter")
        await until(pilot, lambda: "for good?" in screen_text(app))
        await pilot.press(*"forget it", "enter")
        await until(pilot, lambda: "Forgot" in screen_text(app) and app.is_open)

        assert app.desk.store.find(record.id) is None
        files = [path for path in app.desk.data.rglob("*.jsonl") if path.is_file()]
        assert [] == [path for path in files if f'"id":"{record.id}"' in path.read_text()]


async def test_issued_notes_that_hold_it_go_too_where_that_is_wanted(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        record = app.main.record
        assert isinstance(record, Task)
        event = app.desk.store.get(Event, record.event or "")
        assert event is not None
        issuing.issue(app.desk, Wanted(subject=event), (".txt",))
        await pilot.press(":", *"forget this", "enter")
        await until(pilot, lambda: "for good?" in screen_text(app))
        await pilot.press(*"forget it", "enter")
        await until(pilot, lambda: "1 other issued note" in screen_text(app))
        await pilot.press(*"delete", "enter")
        await until(pilot, lambda: "Forgot" in screen_text(app) and app.is_open)

        assert [] == [p for p in (app.desk.data / "notes").rglob("*") if p.is_file()]
        assert "Still in" not in screen_text(app)


async def test_a_record_is_kept_where_one_thinks_better_of_it(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        record = app.main.record
        assert record is not None
        await pilot.press(":", *"forget this", "enter")
        await until(pilot, lambda: "for good?" in screen_text(app))
        await pilot.press("enter")
        await settled(pilot)

        assert record == app.desk.store.find(record.id)
