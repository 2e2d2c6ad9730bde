"""Every kind of damage is told with its place, mended without loss, and not found again."""

import datetime as dt
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from briefing.model import Citation, Event, Evidence, Proposal, Source, Task
from briefing.store import (
    Change,
    DamagedError,
    LockedError,
    NewerError,
    NothingToUndoError,
    Store,
    backup,
)
from briefing.store.check import check
from briefing.store.finding import Finding
from briefing.store.forget import UNFINISHED
from briefing.store.journal import segment_numbers, segment_path
from briefing.store.lookups import Lookups
from briefing.store.mending import UNREAD_LABEL
from briefing.store.records import encode
from briefing.store.storage import JournalStorage
from tests.store.support import abandon, change, event, put, task, undo

TEXT = "Gulls at noon on the quay.\n"
SHA = hashlib.sha256(TEXT.encode()).hexdigest()
SOURCE = Source(id="gulls-source", title="Gulls", sha256=SHA, text_sha256=SHA, name="gulls.txt")
GULLS = Event(
    id="gulls-22222",
    title="Gulls at noon",
    evidence={
        "title": Evidence(citations=(Citation(source=SOURCE.id, start=0, end=13, words=TEXT[:13]),))
    },
)
DAY = dt.date(2031, 3, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "data")


def make(data: Path) -> Path:
    """Three sessions: what was folded, what is history, and two edits that wait in the journal."""
    with Store.open(data) as store:
        store.keep_source(SHA, SOURCE.name, TEXT.encode(), TEXT)
        put(store, SOURCE, GULLS, event(), task())
    with Store.open(data) as store:
        put(store, event(title="Second"))
        put(store, event("third-22222"))
    store = Store.open(data)
    put(store, event(title="Fourth"))
    put(store, task(what="Fifth"))
    put(store, event("sixth-22222"))
    abandon(store)
    return data


def held(folder: Path) -> dict[str, object]:
    with Store.open(folder) as store:
        return {r.id: r for kind in (Event, Task, Source) for r in store.all(kind)}


def told(folder: Path, found: list[Finding]) -> list[tuple[str, int | None]]:
    return [(Path(f.problem.source).relative_to(folder).as_posix(), f.problem.line) for f in found]


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def aside(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted((folder / "aside").glob("*")))


def replace_line(path: Path, number: int, line: bytes) -> bytes:
    lines = path.read_bytes().split(b"\n")
    before, lines[number - 1] = lines[number - 1], line
    path.write_bytes(b"\n".join(lines))
    return before


def test_nothing_is_found_in_a_sound_desk(folder: Path) -> None:
    assert [] == check(folder)
    assert [] == check(folder, mend=True)


def test_nothing_is_found_while_somebody_works_there(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, event(title="Now"))
        assert [] == check(folder)


def test_what_is_being_written_by_somebody_is_no_half_of_anything(folder: Path) -> None:
    with Store.open(folder):
        half_written(folder)

        assert [] == check(folder)


def test_nothing_is_mended_while_somebody_works_there(folder: Path) -> None:
    with Store.open(folder), pytest.raises(LockedError):
        check(folder, mend=True)


# What can be wrong with the files ---------------------------------------------------------------


def cut_table(folder: Path) -> tuple[str, int | None]:
    path = folder / "events.jsonl"
    path.write_bytes(path.read_bytes()[:-30])
    return "events.jsonl", 3


def scribbled_table(folder: Path) -> tuple[str, int | None]:
    replace_line(folder / "events.jsonl", 1, b'\xff\xfe{"id: gulls, "title"')
    return "events.jsonl", 1


def conflict_in_table(folder: Path) -> tuple[str, int | None]:
    line = (folder / "events.jsonl").read_bytes().split(b"\n")[1]
    other = line.replace(b"Second", b"Zweite")
    conflict = b"<<<<<<< HEAD\n" + line + b"\n=======\n" + other + b"\n>>>>>>> theirs"
    replace_line(folder / "events.jsonl", 2, conflict)
    return "events.jsonl", 2


def doubled_record(folder: Path) -> tuple[str, int | None]:
    path = folder / "events.jsonl"
    path.write_bytes(path.read_bytes() + encode(event("third-22222", "Another third")) + b"\n")
    return "events.jsonl", 4


def damaged_fold(folder: Path) -> tuple[str, int | None]:
    (folder / "journal" / "fold.json").write_bytes(b'{"segment": 2, "transac')
    return "journal/fold.json", None


def damaged_format(folder: Path) -> tuple[str, int | None]:
    (folder / "store.json").write_bytes(b"<<<<<<< HEAD\n{}")
    return "store.json", None


def missing_format(folder: Path) -> tuple[str, int | None]:
    (folder / "store.json").unlink()
    return "store.json", None


def damaged_old_history(folder: Path) -> tuple[str, int | None]:
    replace_line(folder / "journal" / "000002.jsonl", 1, b"!")
    return "journal/000002.jsonl", 1


def half_written(folder: Path) -> tuple[str, int | None]:
    (folder / ".events.jsonl.new").write_bytes(b'{"id"')
    return ".events.jsonl.new", None


def half_kept(folder: Path) -> tuple[str, int | None]:
    unfinished = folder / "sources" / f".{SHA}.new"
    unfinished.mkdir()
    (unfinished / ".gulls.txt.new").write_bytes(b"Gu")
    return f"sources/.{SHA}.new", None


def conflicted_copy(folder: Path) -> tuple[str, int | None]:
    (folder / "events (conflicted copy).jsonl").write_bytes(encode(GULLS) + b"\n")
    return "events (conflicted copy).jsonl", None


Damaging = Callable[[Path], tuple[str, int | None]]

DAMAGES: tuple[Damaging, ...] = (
    cut_table,
    scribbled_table,
    conflict_in_table,
    doubled_record,
    damaged_fold,
    damaged_format,
    missing_format,
    damaged_old_history,
    half_written,
    half_kept,
    conflicted_copy,
)
"""What loses nothing, since it stands elsewhere too."""

damaging = pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)


@damaging
def test_damage_is_told_with_its_place_and_nothing_is_changed(
    damage: Damaging, folder: Path
) -> None:
    place = damage(folder)
    before = files(folder)

    found = check(folder)

    assert place == told(folder, found)[0]
    assert all(finding.is_left for finding in found)
    assert before == files(folder)


@damaging
def test_mending_loses_no_record_and_is_done_once(damage: Damaging, folder: Path) -> None:
    ids = {"gulls-22222", "gulls-source", "register-22222"}
    ids |= {"sixth-22222", "talk-22222", "third-22222"}
    place = damage(folder)

    found = check(folder, mend=True)

    assert place == told(folder, found)[0]
    assert [] == [finding for finding in found if finding.is_left]
    assert [] == check(folder)
    after = held(folder)
    assert ids == after.keys()
    assert GULLS == after["gulls-22222"]
    assert task(what="Fifth") == after["register-22222"]


@damaging
def test_what_was_edited_last_stands_after_mending(damage: Damaging, folder: Path) -> None:
    damage(folder)

    check(folder, mend=True)

    assert "Fourth" == event_title(folder)


class _CutOffError(Exception):
    """The process ends here."""


@pytest.mark.parametrize("damage", [cut_table, conflict_in_table, damaged_fold, conflicted_copy])
def test_mending_that_is_cut_short_at_any_write_is_whole_after_it_is_done_again(
    damage: Damaging, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for point in count(step=2):
        folder = make(tmp_path / str(point))
        damage(folder)
        with monkeypatch.context() as patched:
            for name in ("replace", "unlink", "fsync"):
                patched.setattr(os, name, _failing_after(point, getattr(os, name)))
            with suppress(_CutOffError):
                check(folder, mend=True)
                break
        check(folder, mend=True)

        assert [] == check(folder)
        assert 6 == len(held(folder))
        assert "Fourth" == event_title(folder)

    assert point > 2


def _failing_after(calls: int, real: Callable[..., object]) -> Callable[..., object]:
    left = calls

    def call(*args: object, **kwargs: object) -> object:
        nonlocal left
        left -= 1
        if left < 0:
            raise _CutOffError
        return real(*args, **kwargs)

    return call


@pytest.mark.parametrize("damage", [cut_table, scribbled_table, damaged_fold, damaged_format])
def test_what_cannot_be_read_is_set_aside_byte_for_byte(damage: Damaging, folder: Path) -> None:
    name, number = damage(folder)
    lines = (folder / name).read_bytes().split(b"\n")
    unread = lines[number - 1] if number else (folder / name).read_bytes()

    check(folder, mend=True)

    assert unread in aside(folder)


def test_both_sides_of_an_unresolved_merge_are_kept(folder: Path) -> None:
    conflict_in_table(folder)

    check(folder, mend=True)

    assert b"Zweite" in encode_held(folder, "talk-22222")


def test_both_versions_of_a_doubled_record_are_kept(folder: Path) -> None:
    doubled_record(folder)

    check(folder, mend=True)

    assert b"Another third" in encode_held(folder, "third-22222")


def encode_held(folder: Path, id: str) -> bytes:
    with Store.open(folder) as store:
        record = store.find(id)
        assert record is not None
        return encode(record)


@pytest.mark.parametrize(
    "name",
    [
        "events (Kari's conflicted copy 2031-03-14).jsonl",
        "events-LAPTOP.jsonl",
        "events.sync-conflict-20310314-093000-ABCDEFG.jsonl",
        "events (1).jsonl",
    ],
)
def test_a_conflicted_copy_of_a_sync_folder_is_put_together_with_the_table(
    name: str, folder: Path
) -> None:
    copy = (
        encode(event("only-there-22222")) + b"\n" + encode(event("third-22222", "Dritte")) + b"\n"
    )
    (folder / name).write_bytes(copy)

    found = check(folder, mend=True)

    assert [(name, None)] == told(folder, found)
    assert copy == (folder / "aside" / name).read_bytes()
    assert event("only-there-22222") == held(folder)["only-there-22222"]
    assert b"Dritte" in encode_held(folder, "third-22222")


def test_a_second_version_of_the_history_is_told_and_left(folder: Path) -> None:
    copy = folder / "journal" / "000002 (conflicted copy).jsonl"
    copy.write_bytes(b"x")

    found = check(folder, mend=True)

    assert [True] == [finding.is_left for finding in found]
    assert copy.exists()


def test_a_line_of_the_journal_that_is_damaged_costs_that_change_alone(folder: Path) -> None:
    newest = segment_path(folder / "journal", segment_numbers(folder / "journal")[-1])
    line = replace_line(newest, 1, b'["00000000",{"number":4}]')
    with pytest.raises(DamagedError):
        Store.open(folder)

    found = check(folder, mend=True)

    assert [(f"journal/{newest.name}", 1)] == told(folder, found)
    assert b'["00000000",{"number":4}]' in aside(folder)
    assert line not in aside(folder)
    after = held(folder)
    assert event(title="Second") == after["talk-22222"]
    assert task(what="Fifth") == after["register-22222"]
    with Store.open(folder) as store:
        assert [UNREAD_LABEL] == [e.label for e in store.history() if not e.ids]
        assert 5 == undo_all(store)
    assert [] == check(folder)


def undo_all(store: Store) -> int:
    for times in range(20):
        try:
            undo(store)
        except NothingToUndoError:
            return times
    return 20


def test_a_damaged_line_of_the_journal_comes_back_from_a_backup(folder: Path) -> None:
    backup.write_daily(folder, DAY)
    newest = segment_path(folder / "journal", segment_numbers(folder / "journal")[-1])
    replace_line(newest, 1, b"!")

    found = check(folder, mend=True)

    assert [] == [finding for finding in found if finding.is_left]
    assert event(title="Fourth") == held(folder)["talk-22222"]


@pytest.mark.parametrize("torn", [b'["12', b'["12345678",{"number"\n', b"\0\0\0"])
def test_a_torn_end_of_the_journal_is_no_damage(torn: bytes, folder: Path) -> None:
    newest = segment_path(folder / "journal", segment_numbers(folder / "journal")[-1])
    newest.write_bytes(newest.read_bytes() + torn)

    assert [] == check(folder)
    assert [] == check(folder, mend=True)
    assert "Fourth" == event_title(folder)


def test_a_missing_part_of_the_journal_is_told_and_what_came_after_it_is_kept(
    folder: Path,
) -> None:
    with Store.open(folder) as store:
        put(store, event(title="Seventh"))
        storage = store._storage
        fold = storage.begin_fold()
        put(store, event("eighth-22222"))
        assert fold is not None
        abandon(store)
    before_last = sorted((folder / "journal").glob("0*.jsonl"))[-2]
    before_last.unlink()
    with pytest.raises(DamagedError):
        Store.open(folder)

    found = check(folder, mend=True)

    assert 1 == len(found)
    assert "missing" in found[0].problem.message
    assert event("eighth-22222") == held(folder)["eighth-22222"]
    assert [] == check(folder)


def test_a_table_that_is_gone_with_its_copy_comes_back_from_a_backup(folder: Path) -> None:
    backup.write_daily(folder, DAY)
    (folder / "tasks.jsonl").unlink()
    (folder / "journal" / "base" / "tasks.jsonl").unlink()

    check(folder, mend=True)

    assert task(what="Fifth") == held(folder)["register-22222"]


def test_a_table_that_is_gone_everywhere_is_told_and_left(folder: Path) -> None:
    (folder / "tasks.jsonl").unlink()
    (folder / "journal" / "base" / "tasks.jsonl").unlink()

    found = check(folder, mend=True)

    assert ("tasks.jsonl", None) == told(folder, found)[0]
    assert all(finding.is_left for finding in found)


def test_a_letter_that_the_disk_turned_comes_back_as_it_was_saved(folder: Path) -> None:
    path = folder / "events.jsonl"
    stat = path.stat()
    with path.open("r+b") as file:
        content = file.read()
        file.seek(content.index(b"Second"))
        file.write(b"Secant")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    found = check(folder, mend=True)

    assert [("events.jsonl", None)] == told(folder, found)
    assert "Fourth" == event_title(folder)
    assert b"Secant" in aside(folder)


def event_title(folder: Path) -> str:
    talk = held(folder)["talk-22222"]
    assert isinstance(talk, Event)
    return talk.title


def test_what_somebody_else_wrote_stands_above_what_a_damaged_line_was(folder: Path) -> None:
    path = folder / "events.jsonl"
    theirs = path.read_bytes().replace(
        encode(event("third-22222")), encode(event("third-22222", "X"))
    )
    path.write_bytes(theirs + b'{"id":"third-22222","type":"ev')

    check(folder, mend=True)

    assert event("third-22222", "X") == held(folder)["third-22222"]


def test_a_removal_is_not_undone_by_mending_another_line(folder: Path) -> None:
    with Store.open(folder) as store:
        change(store, Change(event("third-22222"), None))
    replace_line(folder / "events.jsonl", 1, b"!")

    check(folder, mend=True)

    assert "third-22222" not in held(folder)
    assert "gulls-22222" in held(folder)


def test_a_newer_desk_is_left_to_a_newer_program(folder: Path) -> None:
    (folder / "store.json").write_text('{"format":1,"schema":99}')

    with pytest.raises(NewerError):
        check(folder, mend=True)


def test_a_forgetting_that_was_cut_short_is_told_and_ended(folder: Path) -> None:
    (folder / UNFINISHED).write_text('{"ids":["third-22222"]}')

    assert 1 == len(check(folder))
    check(folder, mend=True)

    assert "third-22222" not in held(folder)
    assert [] == check(folder)


def test_a_desk_that_lost_its_format_is_no_folder_to_begin_anew_in(folder: Path) -> None:
    missing_format(folder)

    assert Store.is_in(folder)


def test_a_file_of_somebody_else_is_told_and_is_no_mistake(folder: Path) -> None:
    (folder / "shopping.txt").write_text("fish")

    found = check(folder, mend=True)

    assert [("shopping.txt", None)] == told(folder, found)
    assert [False] == [finding.is_left for finding in found]


# What can be wrong with the records -------------------------------------------------------------


def test_a_dangling_link_is_told_with_the_record_and_the_line(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, Task(id="late-22222", what="Late", event="gone-22222"))

    found = check(folder)

    assert [("tasks.jsonl", 1)] == told(folder, found)
    assert "late-22222: it names 'gone-22222', which is not held" == found[0].problem.message


def test_a_link_to_what_waits_for_review_is_no_mistake(folder: Path) -> None:
    waiting = Proposal(id="proposal-22222", source=SOURCE.id, draft=event("soon-22222"))
    with Store.open(folder) as store:
        put(store, waiting, Task(id="early-22222", what="Early", event="soon-22222"))

    assert [] == check(folder)


def test_a_source_that_is_not_held_is_told(folder: Path) -> None:
    with Store.open(folder) as store:
        change(store, Change(SOURCE, None))

    found = check(folder)

    assert ["gulls-22222: it cites 'gulls-source', which is not held"] == [
        finding.problem.message for finding in found
    ]


def test_a_citation_whose_words_stand_elsewhere_is_told(folder: Path) -> None:
    wrong = Citation(source=SOURCE.id, start=3, end=9, words="Puffin")
    with Store.open(folder) as store:
        put(store, Event(id="p-22222", title="P", evidence={"title": Evidence(citations=(wrong,))}))

    found = check(folder)

    assert "“Puffin”" in found[0].problem.message


def test_a_record_that_is_of_no_kind_is_told_and_left(folder: Path) -> None:
    path = folder / "events.jsonl"
    path.write_bytes(path.read_bytes() + b'{"id":"odd-22222","type":"event","colour":"red"}\n')

    found = check(folder, mend=True)

    assert [True] == [finding.is_left for finding in found]
    assert "odd-22222" in found[0].problem.message
    assert b"odd-22222" in path.read_bytes()


KEPT = ("gulls.txt", "as-read.txt")


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_source_that_changed_is_told_and_left_where_there_is_no_backup(
    name: str, folder: Path
) -> None:
    (folder / "sources" / SHA / name).write_bytes(b"Gulls at one on the quay.\n")

    found = check(folder, mend=True)

    assert [(f"sources/{SHA}/{name}", None)] == told(folder, found)[:1]
    assert found[0].is_left


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_source_that_changed_comes_back_from_a_backup(name: str, folder: Path) -> None:
    backup.write_daily(folder, DAY)
    changed = b"Gulls at one on the quay.\n"
    (folder / "sources" / SHA / name).write_bytes(changed)

    check(folder, mend=True)

    assert TEXT.encode() == (folder / "sources" / SHA / name).read_bytes()
    assert changed in aside(folder)
    assert [] == check(folder)


def test_a_kept_source_that_is_gone_comes_back_from_a_backup(folder: Path) -> None:
    backup.write_daily(folder, DAY)
    for path in folder_of(folder):
        path.unlink()

    check(folder, mend=True)

    assert [] == check(folder)


def folder_of(folder: Path) -> Iterator[Path]:
    yield from list((folder / "sources" / SHA).iterdir())


def test_look_ups_that_say_something_else_are_told_and_made_anew(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, Task(id="late-22222", what="Late", event="gulls-22222"))
    others = Task(id="late-22222", what="Late", event="third-22222")
    storage = JournalStorage(folder, writing=False)
    tables = {**storage.tables, "tasks": {**storage.tables["tasks"], others.id: encode(others)}}
    path = folder / ".cache" / "lookups.bin"
    Lookups.open(path, "", tables, storage.ids, {}).save(path, storage.fold_key, {})

    found = check(folder)

    assert [(".cache/lookups.bin", None)] == told(folder, found)
    check(folder, mend=True)
    assert [] == check(folder)
