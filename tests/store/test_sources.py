import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from briefing.store import NotKeptError, ReadOnlyError, Store
from tests.strategies import hostile_texts


def digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=hostile_texts(), raw=st.binary(max_size=50), text=hostile_texts())
def test_bytes_and_text_come_back_as_they_were(
    store: Store, name: str, raw: bytes, text: str
) -> None:
    raw += text.encode()
    store.keep_source(digest(raw), name, raw, text)

    assert raw == store.source_bytes(digest(raw))
    assert len(store.source_text(digest(raw))) == len(text)


def test_both_are_files_that_a_person_can_open(folder: Path, store: Store) -> None:
    store.keep_source(digest(b"raw"), "../Note: 1/2.txt", b"raw", "as read\r\n")

    kept = folder / "sources" / digest(b"raw")
    assert {path.name.lstrip(". "): path.read_bytes() for path in kept.iterdir()} == {
        "Note 1 2.txt": b"raw",
        "as-read.txt": b"as read\r\n",
    }


def test_what_is_kept_already_stays_as_it_is(store: Store) -> None:
    store.keep_source(digest(b"raw"), "one.txt", b"raw", "first reading")

    store.keep_source(digest(b"raw"), "two.txt", b"raw", "second reading")

    assert store.source_text(digest(b"raw")) == "first reading"


def test_what_a_killed_process_kept_has_its_name_synced_when_it_is_kept_again(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.keep_source(digest(b"raw"), "one.txt", b"raw", "text")
    synced: list[Path] = []
    monkeypatch.setattr("briefing.store.sources.sync_folder", synced.append)

    store.keep_source(digest(b"raw"), "one.txt", b"raw", "text")

    assert [folder / "sources", folder] == synced


def test_a_source_may_be_called_as_its_text_is(store: Store) -> None:
    store.keep_source(digest(b"raw"), "As-Read.txt", b"raw", "text")

    assert store.source_bytes(digest(b"raw")) == b"raw"
    assert store.source_text(digest(b"raw")) == "text"


def test_half_characters_in_a_text_do_not_move_what_follows(store: Store) -> None:
    store.keep_source(digest(b"raw"), "name\udcff", b"raw", "a\ud83d\ude00b")

    assert store.source_text(digest(b"raw")) == "a\ufffd\ufffdb"


def test_bytes_must_have_the_digest_that_they_are_kept_under(store: Store) -> None:
    with pytest.raises(ValueError, match="is not the digest"):
        store.keep_source(digest(b"other"), "a.txt", b"raw", "text")


@pytest.mark.parametrize("sha256", ["0" * 64, "../../etc", "", "..", "/etc/passwd"])
def test_what_is_not_kept_is_said_so(store: Store, sha256: str) -> None:
    with pytest.raises(NotKeptError, match="not kept here"):
        store.source_text(sha256)
    with pytest.raises(NotKeptError, match="not kept here"):
        store.source_bytes(sha256)


def test_a_reader_keeps_nothing(folder: Path) -> None:
    with Store.open(folder, writing=False) as store, pytest.raises(ReadOnlyError):
        store.keep_source(digest(b""), "a", b"", "")


def test_a_source_that_was_being_kept_when_the_power_went_is_kept_again(
    folder: Path, store: Store
) -> None:
    unfinished = folder / "sources" / f".{digest(b'raw')}.new"
    unfinished.mkdir(parents=True)
    (unfinished / "old.txt").write_bytes(b"ra")

    store.keep_source(digest(b"raw"), "new.txt", b"raw", "text")

    assert store.source_bytes(digest(b"raw")) == b"raw"
    assert [digest(b"raw")] == [path.name for path in (folder / "sources").iterdir()]
