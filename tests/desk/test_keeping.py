from pathlib import Path

import pytest

from briefing.desk import intake, keeping
from briefing.desk.desk import Desk
from briefing.model import Event, Source
from briefing.store import LockedError, ReadOnlyError, backup
from briefing.store.restore import UnreadableBackupError
from tests.desk.support import HARBOUR, announcement, open_desk


def rename(desk: Desk, title: str) -> None:
    with desk.change(f"Changed {title}") as edit:
        held = desk.store.get(Event, HARBOUR.id)
        assert held is not None
        edit.put(type(held)(id=held.id, title=title))


def test_a_day_has_one_copy_by_the_clock_at_home(desk: Desk) -> None:
    first = keeping.back_up_day(desk)

    assert desk.data / "backups" / "2031-06-02.zip" == first
    assert None is keeping.back_up_day(desk)


def test_backups_made_by_hand_have_a_name_each(desk: Desk) -> None:
    one = keeping.back_up(desk)
    other = keeping.back_up(desk)

    assert one != other
    assert {one, other} == set(backup.all_in(desk.data))


def test_going_back_brings_records_back_and_keeps_what_can_be_undone(desk: Desk) -> None:
    file = keeping.back_up(desk)
    rename(desk, "Spoilt")

    changed = keeping.go_back(desk, keeping.read_backup(desk, file))

    assert 1 == changed
    assert HARBOUR == desk.store.get(Event, HARBOUR.id)
    assert f"Restored {file.stem}" == desk.undo()
    assert "Changed Spoilt" == desk.undo()


def test_going_back_puts_a_lost_document_back(desk: Desk) -> None:
    source = intake.bring_in(desk, announcement()).source
    file = keeping.back_up(desk)
    kept = desk.data / "sources" / source.sha256
    for path in kept.iterdir():
        path.unlink()
    kept.rmdir()

    unpacked = keeping.read_backup(desk, file)

    assert 1 == unpacked.files
    assert announcement().raw == desk.store.source_bytes(source.sha256)
    assert 0 == keeping.go_back(desk, unpacked)


def test_a_document_brought_in_since_stays_kept_for_redo(desk: Desk) -> None:
    file = keeping.back_up(desk)
    source = intake.bring_in(desk, announcement()).source

    keeping.go_back(desk, keeping.read_backup(desk, file))

    assert [] == list(desk.store.all(Source))
    desk.undo()
    assert [source] == list(desk.store.all(Source))
    assert announcement().raw == desk.store.source_bytes(source.sha256)


def test_a_backup_that_cannot_be_read_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_bytes(b"nothing")
    before = list(desk.store.history())

    with pytest.raises(UnreadableBackupError):
        keeping.read_backup(desk, tmp_path / "no.zip")

    assert before == list(desk.store.history())
    assert not (desk.data / ".cache" / "restored").exists()


def test_a_desk_that_is_open_to_read_does_not_go_back(folder: Path) -> None:
    with open_desk(folder) as desk:
        file = keeping.back_up(desk)
        rename(desk, "Later")
    with open_desk(folder, writing=False) as desk, pytest.raises(ReadOnlyError):
        keeping.go_back(desk, keeping.read_backup(desk, file))


def test_a_backup_is_read_while_another_one_works_at_the_desk(folder: Path) -> None:
    with open_desk(folder) as desk:
        file = keeping.back_up(desk)
        with pytest.raises(LockedError):
            open_desk(folder)

        assert 0 == keeping.go_back(desk, keeping.read_backup(desk, file))
