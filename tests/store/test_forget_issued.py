import datetime as dt
import zipfile
from pathlib import Path

import msgspec
import pytest

from briefing.model import Event, Issue, IssuedFile, Level, Note, Question, Task
from briefing.store import Store, backup, issued
from briefing.store.check import check
from briefing.store.forget import forget
from briefing.store.recall import issued_from, recall, traces
from briefing.store.records import encode
from tests.store.support import put, undo

HERON = Event(id="heron-22222", title="Heron Quay breakfast")
GULLS = Event(id="gulls-22222", title="Gulls at noon", parent=HERON.id)
FEED = Task(id="feed-22222", what="Bring bread to the heron keepers", event=GULLS.id)
WHO = Question(id="who-22222", text="Who feeds the gulls?")


def issue_of(data: Path, note: Note, *records: Event | Task) -> Note:
    """The note, issued once more, made from these records."""
    number = len(note.issues) + 1
    lines = [b'{"number":1}', *(encode(record) for record in records)]
    files = {"note.pdf": b"%PDF of all that", "facts.jsonl": b"\n".join(lines)}
    issued.keep(data, note.id, number, files)
    issue = Issue(
        key=f"i{number}aa",
        number=number,
        on=dt.date(2031, 6, 2),
        person="Ida Example",
        level=Level.OFFICE,
        facts=issued.digest(files["facts.jsonl"]),
        files=(IssuedFile(name="note.pdf", sha256=issued.digest(files["note.pdf"])),),
    )
    return msgspec.structs.replace(note, issues=(*note.issues, issue))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two notes: one on what is forgotten, and one whose first issue only was made from it."""
    (tmp_path / "briefing.toml").write_text("")
    data = tmp_path / "data"
    with Store.open(data) as store:
        put(store, HERON, GULLS, FEED, WHO)
        put(store, issue_of(data, Note(id="own-22222", subject=HERON.id), HERON))
        other = Note(id="other-22222", subject=GULLS.id, questions=(WHO.id,))
        put(store, other)
        first = issue_of(data, other, GULLS, HERON)
        put(store, first)
        put(store, issue_of(data, first, msgspec.structs.replace(GULLS, parent=None)))
    backup.write_daily(data, dt.date(2031, 3, 13))
    return data


def kept(data: Path) -> set[str]:
    return {path.parent.relative_to(data).as_posix() for path in data.glob("notes/*/*/*")}


def in_backup(data: Path) -> set[str]:
    (path,) = (data / "backups").glob("*.zip")
    with zipfile.ZipFile(path) as archive:
        names = [Path(name) for name in archive.namelist() if name.startswith("data/notes/")]
    return {name.relative_to("data").parent.as_posix() for name in names}


def test_the_issues_of_its_own_note_go_with_it_from_backups_too(folder: Path) -> None:
    forget(folder, traces(folder, recall(folder, HERON.id), with_shared=False))

    assert {"notes/other-22222/1", "notes/other-22222/2"} == kept(folder) == in_backup(folder)


def test_another_issue_that_was_made_from_it_is_named_once_and_left_as_it_is(folder: Path) -> None:
    issue = folder / "notes" / "other-22222" / "1"
    before = {path.name: path.read_bytes() for path in issue.iterdir()}

    left = forget(folder, traces(folder, recall(folder, HERON.id), with_shared=False))

    assert [str(issue)] == [problem.source for problem in left]
    assert f"briefing forget {HERON.id} --issued" in left[0].message
    assert before == {path.name: path.read_bytes() for path in issue.iterdir()}
    assert [] == check(folder)


def test_it_goes_where_that_is_wanted_and_its_number_stays_given_out(folder: Path) -> None:
    what = traces(folder, recall(folder, HERON.id), with_shared=False)
    issues = issued_from(folder, what)

    left = forget(folder, msgspec.structs.replace(what, folders=(*what.folders, *issues)))

    assert ("notes/other-22222/1",) == issues
    assert [] == left
    assert {"notes/other-22222/2"} == kept(folder) == in_backup(folder)
    with Store.open(folder) as store:
        note = store.get(Note, "other-22222")
        assert note is not None
        first, second = note.issues
        assert (1, "", ()) == (first.number, first.facts, first.files)
        assert second.files
    assert [] == check(folder)


def test_it_can_be_wanted_later(folder: Path) -> None:
    forget(folder, traces(folder, recall(folder, HERON.id), with_shared=False))

    what = traces(folder, recall(folder, HERON.id), with_shared=False)
    issues = issued_from(folder, what)
    left = forget(folder, msgspec.structs.replace(what, folders=issues))

    assert [] == left
    assert {"notes/other-22222/2"} == kept(folder)


def test_an_issue_that_was_undone_is_named_too(folder: Path) -> None:
    with Store.open(folder) as store:
        note = store.get(Note, "other-22222")
        assert note is not None
        put(store, issue_of(folder, note, HERON), label="Issued")
        undo(store)

    left = forget(folder, traces(folder, recall(folder, HERON.id), with_shared=False))

    undone = str(folder / "notes" / "other-22222" / "3")
    assert undone in [problem.source for problem in left]


def test_a_note_that_is_forgotten_takes_its_issues_along(folder: Path) -> None:
    left = forget(folder, traces(folder, recall(folder, "other-22222"), with_shared=False))

    assert [] == left
    assert {"notes/own-22222/1"} == kept(folder) == in_backup(folder)


def test_a_question_that_is_forgotten_is_picked_no_more(folder: Path) -> None:
    forget(folder, traces(folder, recall(folder, WHO.id), with_shared=False))

    with Store.open(folder) as store:
        note = store.get(Note, "other-22222")
        assert note is not None
        assert () == note.questions
