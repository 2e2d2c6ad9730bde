import os
import random
from pathlib import Path

import pytest

from tests.store.disk import Disk, Done
from tests.store.tally import in_its_own_process

IS_LONG = bool(os.environ.get("BRIEFING_TEST_LONG"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")


def test_a_loss_of_power_loses_nothing_that_was_acknowledged() -> None:
    losses = 10_000 if IS_LONG else 200

    tally = in_its_own_process("power losses", losses)

    assert tally.faults == []
    assert tally.crashes == losses


def test_a_store_that_does_not_sync_its_files_is_found_out() -> None:
    tally = in_its_own_process("power losses, files not synced", 100)

    assert tally.broken("unreadable") > 20


def test_a_store_that_does_not_sync_its_folders_is_found_out() -> None:
    tally = in_its_own_process("power losses, folders not synced", 100)

    assert tally.broken("lost") > 3


# The disk ---------------------------------------------------------------------------------------


def written(root: Path, *, file: bool = False, folder: bool = False, forgets: str = "") -> Disk:
    """A disk on which a file was made and written, and the file or its folder synced."""
    disk, path = Disk(root, forgets), str(root / "file")
    disk.take(Done("open", (path, os.O_CREAT | os.O_WRONLY), 5))
    disk.take(Done("write", (5, b"abc"), 3))
    if file:
        disk.take(Done("fsync", (5,), None))
    if folder:
        disk.take(Done("open", (str(root), os.O_RDONLY), 6))
        disk.take(Done("fsync", (6,), None))
    return disk


def left(disk: Disk, target: Path) -> set[bytes | None]:
    """What a disk may hold in its one file, None where that is not there."""
    found: set[bytes | None] = set()
    for seed in range(300):
        state = target / str(seed)
        disk.lose_power(state, random.Random(seed))
        file = next(state.iterdir(), None)
        found.add(None if file is None else file.read_bytes())
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root").mkdir()
    return tmp_path / "root"


def test_what_was_synced_with_its_folder_is_there(root: Path, tmp_path: Path) -> None:
    assert left(written(root, file=True, folder=True), tmp_path) == {b"abc"}


def test_a_name_that_was_not_synced_may_be_missing(root: Path, tmp_path: Path) -> None:
    assert left(written(root, file=True), tmp_path) == {None, b"abc"}


def test_bytes_that_were_not_synced_may_be_missing_torn_or_zeros(
    root: Path, tmp_path: Path
) -> None:
    found = left(written(root, folder=True), tmp_path)

    assert {b"", b"a", b"ab", b"abc", b"\0\0\0", b"a\0\0", b"\0\0c"} <= found
    assert None not in found


@pytest.mark.parametrize("forgets", ["file", "folder"])
def test_a_disk_may_forget_to_sync(root: Path, tmp_path: Path, forgets: str) -> None:
    found = left(written(root, file=True, folder=True, forgets=forgets), tmp_path)

    assert len(found) > 1


def test_a_renamed_file_may_have_its_old_name_or_its_new_one(root: Path, tmp_path: Path) -> None:
    disk = written(root, file=True, folder=True)
    disk.take(Done("replace", (str(root / "file"), str(root / "other")), None))

    names = set()
    for seed in range(20):
        disk.lose_power(tmp_path / str(seed), random.Random(seed))
        names |= {path.name for path in (tmp_path / str(seed)).iterdir()}

    assert names == {"file", "other"}


def test_the_model_tells_where_it_missed_a_call(root: Path) -> None:
    disk = written(root)
    (root / "file").write_bytes(b"abc")
    (root / "unseen").write_bytes(b"")

    assert disk.difference() == ["unseen"]
