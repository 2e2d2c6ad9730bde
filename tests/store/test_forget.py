"""A desk with a record in every place where its words can stand, and none after `forget`."""

import datetime as dt
import hashlib
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from briefing.model import (
    Asked,
    Citation,
    Event,
    Evidence,
    Expected,
    Note,
    Proposal,
    ProposalState,
    Question,
    Source,
    Task,
)
from briefing.store import Change, LockedError, NothingToUndoError, Store, backup, restore
from briefing.store.forget import UNFINISHED, forget, unfinished
from briefing.store.recall import NeverHeldError, SharedSourceError, recall, traces
from briefing.store.sources import read_text
from briefing.store.traces import FORGOTTEN_LABEL, Traces
from tests.store.support import abandon, change, event, put, redo, task, undo

TEXT = "Heron Quay breakfast: whose lanterns warn the ferries at night?\nBring the brass key.\n"
RAW = TEXT.encode()
SHA = hashlib.sha256(RAW).hexdigest()

SOURCE = Source(id="heron-quay-source", title="Heron Quay invitation", sha256=SHA, name="heron.txt")
CITED = Evidence(citations=(Citation(source=SOURCE.id, start=0, end=20, words=TEXT[:20]),))
HERON = Event(
    id="heron-quay-breakfast",
    title="Heron Quay breakfast",
    venue="Osprey",
    evidence={"title": CITED},
)
PROPOSED = Proposal(id="proposal-4", source=SOURCE.id, draft=HERON, state=ProposalState.ACCEPTED)
KEPT = (
    Event(id="gulls-22222", title="Gulls at noon"),
    Question(
        id="who-22222",
        text="Who feeds the gulls?",
        asked=(Asked(key="k2aa", event=HERON.id), Asked(key="k3aa", event="gulls-22222")),
        expected=(Expected(key="k4aa", event=HERON.id),),
    ),
    task("feed-22222", "Feed the gulls"),
)
MARKS = (b"eron", b"lanterns", b"brass key", b"sprey", SHA.encode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "briefing.toml").write_text("")
    return tmp_path / "data"


def fill(folder: Path) -> None:
    """Put the record wherever one can stand: tables, history, backups, drafts, logs."""
    with Store.open(folder) as store:
        put(store, *KEPT, label="Began")
        store.keep_source(SHA, SOURCE.name, RAW, TEXT)
        put(store, SOURCE, PROPOSED, HERON, label="Brought in Heron Quay breakfast")
        put(store, msgspec.structs.replace(HERON, venue="Osprey Hall"), label="Changed Heron")
        put(store, task(what="Ask for a pass"), label="Added a task")
        put(store, Task(id="register-22222", what="Ask for a pass", event=HERON.id))
        put(store, Note(id="note-22222", subject=HERON.id, purpose="Meet the heron keepers"))
        undo(store)
        redo(store)
    backup.write_daily(folder, dt.date(2031, 3, 13))
    store = Store.open(folder)
    put(store, event("gulls-22222", "Gulls at one"), label="Changed Gulls at noon")
    put(store, msgspec.structs.replace(HERON, venue="Osprey Tower"), label="Changed Heron")
    backup.write_daily(folder, dt.date(2031, 3, 14))
    abandon(store)
    drafts = {HERON.id: {"title": "Heron lunch"}, "gulls-22222": {"title": "Gulls at two"}}
    state = {"screen": {"row": HERON.id, "pane": "timeline"}, "drafts": drafts}
    (folder / "state.json").write_bytes(msgspec.json.encode(state))
    (folder / "faults.log").write_text("KeyError: 'Heron'")
    for inside in (".cache/lookups.bin", "aside/events.jsonl", ".older.jsonl.new"):
        (folder / inside).parent.mkdir(exist_ok=True)
        (folder / inside).write_text(f'{{"id":"{HERON.id}"\n{{"id":"gulls\n')


def forgotten(folder: Path, id: str = HERON.id, *, with_shared: bool = False) -> Traces:
    what = traces(folder, recall(folder, id), with_shared=with_shared)
    forget(folder, what)
    return what


def still_there(workspace: Path, marks: tuple[bytes, ...] = MARKS) -> list[str]:
    """Where the bytes of the marks stand, in names too and inside archives."""
    found = []
    for path in workspace.rglob("*"):
        contents = {path.name: path.read_bytes()} if path.is_file() else {path.name: b""}
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                contents = {name: archive.read(name) for name in archive.namelist()}
        found += [
            f"{path.relative_to(workspace)} {name} {mark!r}"
            for name, content in contents.items()
            for mark in marks
            if mark in content or mark in name.encode()
        ]
    return found


def test_after_forgetting_no_file_holds_a_word_of_the_record_or_of_its_source(
    folder: Path,
) -> None:
    fill(folder)
    assert len(still_there(folder.parent)) > 30

    forgotten(folder)

    assert [] == still_there(folder.parent)


def test_what_else_was_held_stays_and_names_the_forgotten_no_more(folder: Path) -> None:
    fill(folder)

    forgotten(folder)

    with Store.open(folder) as store:
        _, question, feed = KEPT
        assert isinstance(question, Question)
        assert [event("gulls-22222", "Gulls at one")] == list(store.all(Event))
        asked_elsewhere = msgspec.structs.replace(question, asked=question.asked[1:], expected=())
        assert [asked_elsewhere] == list(store.all(Question))
        assert [feed, task(what="Ask for a pass")] == list(store.all(Task))
        assert [] == [*store.all(Source), *store.all(Proposal), *store.all(Note)]
        assert [] == store.problems()


def test_a_draft_for_another_record_is_kept(folder: Path) -> None:
    fill(folder)

    forgotten(folder)

    state = msgspec.json.decode((folder / "state.json").read_bytes())
    assert {
        "screen": {"pane": "timeline"},
        "drafts": {"gulls-22222": {"title": "Gulls at two"}},
    } == state


def test_what_was_set_aside_of_others_is_kept(folder: Path) -> None:
    fill(folder)

    forgotten(folder)

    assert b'{"id":"gulls\n' == (folder / "aside" / "events.jsonl").read_bytes()


def test_every_other_change_can_still_be_undone_and_redone(folder: Path) -> None:
    fill(folder)

    forgotten(folder)

    with Store.open(folder) as store:
        labels = list(undone(store))
        assert [] == [r for kind in (Event, Question, Task) for r in store.all(kind)]
        for _ in labels:
            redo(store)
        assert ["Changed Gulls at noon", "Added a task", "Began"] == labels
        assert [event("gulls-22222", "Gulls at one")] == list(store.all(Event))
    assert [] == still_there(folder.parent)


def undone(store: Store) -> Iterator[str]:
    """Take everything back; it ends, also where undo never does."""
    for _ in range(20):
        try:
            yield undo(store)
        except NothingToUndoError:
            return


def test_the_history_keeps_its_count(folder: Path) -> None:
    fill(folder)
    with Store.open(folder) as store:
        before = [entry.number for entry in store.history()]

    forgotten(folder)

    with Store.open(folder) as store:
        entries = list(store.history())
    assert before == [entry.number for entry in entries]
    assert FORGOTTEN_LABEL in {entry.label for entry in entries}


def test_a_backup_can_be_opened_after_it_forgot(folder: Path, tmp_path: Path) -> None:
    fill(folder)

    forgotten(folder)

    for day in ("2031-03-13", "2031-03-14"):
        restore.unpack(backup.find(folder, day), tmp_path / day)
        tables = restore.lines_of(tmp_path / day)
        assert ["gulls-22222"] == list(tables["events"])


def test_a_record_that_was_removed_before_is_forgotten_too(folder: Path) -> None:
    fill(folder)
    with Store.open(folder) as store:
        held = [store.get(Event, HERON.id), store.get(Source, SOURCE.id)]
        proposal = store.get(Proposal, PROPOSED.id)
        change(store, *[Change(record, None) for record in [*held, proposal]], label="Removed")

    forgotten(folder)

    assert [] == still_there(folder.parent)


def test_a_source_that_others_rest_on_stays_unless_it_is_asked_for(folder: Path) -> None:
    fill(folder)
    other = msgspec.structs.replace(event("oysters-22222", "Oysters"), evidence={"title": CITED})
    with Store.open(folder) as store:
        put(store, other)

    memory = recall(folder, HERON.id)
    forgotten(folder)

    assert {SOURCE.id: ("oysters-22222",)} == memory.shared
    assert TEXT == read_text(folder / "sources", SHA)
    with Store.open(folder) as store:
        assert other == store.get(Event, other.id)
        assert SOURCE == store.get(Source, SOURCE.id)
        assert [] == list(store.all(Proposal))


def test_a_shared_source_that_goes_too_leaves_the_others_without_its_words(folder: Path) -> None:
    fill(folder)
    other = msgspec.structs.replace(event("oysters-22222", "Oysters"), evidence={"title": CITED})
    with Store.open(folder) as store:
        put(store, other)

    forgotten(folder, with_shared=True)

    assert [] == still_there(folder.parent)
    with Store.open(folder) as store:
        held = store.get(Event, other.id)
        assert held is not None
        assert () == held.evidence["title"].citations


def test_a_source_that_others_rest_on_is_not_forgotten_by_its_own_id_alone(folder: Path) -> None:
    fill(folder)

    with pytest.raises(SharedSourceError, match="heron-quay-source"):
        forgotten(folder, SOURCE.id)


def test_a_source_is_forgotten_with_what_was_proposed_from_it(folder: Path) -> None:
    fill(folder)

    forgotten(folder, SOURCE.id, with_shared=True)

    with Store.open(folder) as store:
        held = store.get(Event, HERON.id)
        assert held is not None
        assert {"title": Evidence()} == held.evidence
        assert [] == list(store.all(Proposal))
    assert [] == still_there(folder.parent, (b"brass key", SHA.encode(), SOURCE.id.encode()))


def test_what_was_never_held_is_said_to_be_unknown(folder: Path) -> None:
    fill(folder)

    with pytest.raises(NeverHeldError, match="herring"):
        recall(folder, "herring")


def test_nothing_is_forgotten_while_somebody_works_in_the_folder(folder: Path) -> None:
    fill(folder)
    what = traces(folder, recall(folder, HERON.id), with_shared=False)

    with Store.open(folder), pytest.raises(LockedError):
        forget(folder, what)


def test_a_note_that_was_issued_is_left_and_named(folder: Path) -> None:
    fill(folder)
    (folder / "notes").mkdir()
    issued = folder / "notes" / "heron.md"
    issued.write_text("# Heron\n*Quay* breakfast\n\nat nine", encoding="utf-8")
    (folder / "notes" / "gulls.md").write_text("# Gulls at noon\n", encoding="utf-8")

    problems = forget(folder, traces(folder, recall(folder, HERON.id), with_shared=False))

    assert [str(issued)] == [problem.source for problem in problems]
    assert issued.exists()


def test_the_records_that_a_desk_began_with_are_named_by_their_line(folder: Path) -> None:
    fill(folder)
    starter = folder / "starter" / "events.jsonl"
    starter.parent.mkdir()
    starter.write_text('{"title":"Gulls"}\n{"title":"Heron Quay breakfast"}\n', encoding="utf-8")

    problems = forget(folder, traces(folder, recall(folder, HERON.id), with_shared=False))

    assert [(str(starter), 2)] == [(problem.source, problem.line) for problem in problems]


def test_a_word_file_that_was_issued_is_looked_into(folder: Path) -> None:
    fill(folder)
    issued = folder.parent / "heron.docx"
    with zipfile.ZipFile(issued, "w") as archive:
        archive.writestr(
            "word/document.xml", "<w:p><w:r>Heron Q</w:r><w:r>uay breakfast</w:r></w:p>"
        )

    problems = forget(folder, traces(folder, recall(folder, HERON.id), with_shared=False))

    assert [str(issued)] == [problem.source for problem in problems]


def test_what_git_keeps_is_told(folder: Path) -> None:
    fill(folder)
    (folder.parent / ".git").mkdir()

    problems = forget(folder, traces(folder, recall(folder, HERON.id), with_shared=False))

    assert [str(folder.parent / ".git")] == [problem.source for problem in problems]


def test_a_backup_that_cannot_be_read_is_told_and_left(folder: Path) -> None:
    fill(folder)
    broken = folder / "backups" / "before-schema-2.zip"
    broken.write_bytes(b"no archive at all")

    problems = forget(folder, traces(folder, recall(folder, HERON.id), with_shared=False))

    assert [str(broken)] == [problem.source for problem in problems]
    assert b"no archive at all" == broken.read_bytes()


class _CutOffError(Exception):
    """The process ends here."""


def test_cut_short_at_any_write_it_is_whole_after_it_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = 0
    is_whole = False
    while not is_whole:
        folder = tmp_path / str(points) / "data"
        folder.parent.mkdir()
        (folder.parent / "briefing.toml").write_text("")
        fill(folder)
        what = traces(folder, recall(folder, HERON.id), with_shared=False)
        with monkeypatch.context() as patched:
            for name in ("replace", "unlink", "fsync"):
                patched.setattr(os, name, _failing_after(points, getattr(os, name)))
            try:
                forget(folder, what)
                is_whole = True
            except _CutOffError:
                pass
        Store.open(folder).close()
        again = unfinished(folder)
        if again is None and not is_whole:
            with suppress(NeverHeldError):
                again = traces(folder, recall(folder, HERON.id), with_shared=False)
        if again is not None:
            forget(folder, again)

        assert [] == still_there(folder.parent)
        with Store.open(folder) as store:
            assert [event("gulls-22222", "Gulls at one")] == list(store.all(Event))
        assert not (folder / UNFINISHED).exists()
        points += 3

    assert points > 30


def _failing_after(calls: int, real: Callable[..., object]) -> Callable[..., object]:
    left = calls

    def call(*args: object, **kwargs: object) -> object:
        nonlocal left
        left -= 1
        if left < 0:
            raise _CutOffError
        return real(*args, **kwargs)

    return call


def test_a_record_that_only_has_an_id_in_common_keeps_its_words(folder: Path) -> None:
    fill(folder)
    topic = Question(id="topics-22222", text="Which birds?", topics=(HERON.id,))
    with Store.open(folder) as store:
        put(store, topic)

    what = traces(folder, recall(folder, HERON.id), with_shared=False)
    problems = forget(folder, what)

    with Store.open(folder) as store:
        assert topic == store.get(Question, topic.id)
    assert [] == problems
