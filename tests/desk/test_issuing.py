import dataclasses
import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from briefing.desk import issuing, keeping, note_files, prepare
from briefing.desk.desk import Desk
from briefing.desk.note_files import Wanted
from briefing.errors import BriefingError
from briefing.model import (
    Citation,
    Event,
    Evidence,
    Handling,
    Issue,
    Level,
    Link,
    Note,
    Record,
    Source,
    Stance,
)
from briefing.note.blocks import SectionName
from briefing.note.span import Span
from briefing.store import NotSavedError, ReadOnlyError
from briefing.store.check import check
from tests.desk.support import CLAIM, EVERYTHING, HARBOUR, REGISTER, altered, make_folder, open_desk

R = msgspec.structs.replace
WANTED = Wanted(subject=HARBOUR)
TEXTS = (".md", ".txt")


@pytest.fixture
def public(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose records are public, but for one position."""
    handling = Handling(level=Level.PUBLIC)
    records = [R(record, handling=handling) for record in EVERYTHING if record is not CLAIM]
    source = Source(id="s", title="Harbour Lights, the programme", handling=handling)
    with open_desk(make_folder(tmp_path / "public", *records, CLAIM, source)) as opened:
        yield opened


def put(desk: Desk, *records: Record) -> None:
    with desk.change("Changed") as change:
        for record in records:
            change.put(record)


def issue(desk: Desk, wanted: Wanted = WANTED) -> Issue:
    return issuing.issue(desk, wanted, TEXTS).issue


def on_disk(desk: Desk) -> dict[str, str]:
    """The digest of every file of an issue."""
    return {
        str(path.relative_to(desk.data)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (desk.data / "notes").rglob("*")
        if path.is_file()
    }


def changed(made: note_files.Made) -> list[str]:
    """What the note says that changed."""
    (section,) = (s for s in made.note.sections if s.name is SectionName.CHANGES)
    return [
        "".join(run.text for run in item.text)
        for block in section.blocks
        for item in getattr(block, "items", ())
    ]


def test_an_issue_is_numbered_and_dated_and_its_files_are_named_by_their_digests(
    desk: Desk,
) -> None:
    note, first, made, files = issuing.issue(desk, WANTED, TEXTS)

    assert "No. 1 of 2 Jun 2031" == made.note.version
    assert (1, dt.date(2031, 6, 2), "Kari Eksempel", "en") == (
        *(first.number, first.on, first.person, first.language),
    )
    assert [note] == list(desk.store.all(Note))
    assert (first,) == note.issues
    assert set(on_disk(desk).values()) == {first.facts, *(f.sha256 for f in first.files)}
    assert [".md", ".txt"] == [Path(file.name).suffix for file in first.files]
    assert [files[".md"], files[".txt"]] == [
        issuing.file_of(desk, note, first, file) for file in first.files
    ]


def test_the_next_comes_after_it_and_what_is_written_between_says_so(desk: Desk) -> None:
    issue(desk)

    assert "Draft of 2 Jun 2031, after No. 1" == issuing.draft(desk, WANTED).note.version
    assert 2 == issue(desk).number
    assert "Draft of 2 Jun 2031, after No. 2" == issuing.draft(desk, WANTED).note.version


def test_each_kind_of_note_has_numbers_of_its_own(desk: Desk) -> None:
    issue(desk)

    assert 1 == issue(desk, Wanted(subject=HARBOUR, kind="card")).number
    assert [("card", 1), ("note", 1)] == [
        (note.kind, one.number) for note, one in issuing.issues(desk, HARBOUR.id)
    ]


def test_what_changed_since_is_told_in_the_next(desk: Desk) -> None:
    issue(desk)
    put(desk, R(HARBOUR, venue="Conference Room 4"), R(CLAIM, claim="Mending comes first."))

    assert [
        "Now in Conference Room 4",
        "Position of Lantern Institute: words: Repair comes first. → Mending comes first.",
    ] == changed(issuing.draft(desk, WANTED))
    assert 2 == issue(desk).number
    assert SectionName.CHANGES not in {s.name for s in issuing.draft(desk, WANTED).note.sections}


def test_the_changes_alone_are_a_short_note(desk: Desk) -> None:
    issue(desk)
    put(desk, R(HARBOUR, venue="Conference Room 4"))

    made = issuing.changes(desk, WANTED)

    assert ["Now in Conference Room 4"] == changed(made)
    assert {SectionName.CHANGES, SectionName.SOURCES} >= {s.name for s in made.note.sections}


def test_there_is_nothing_to_compare_before_anything_was_issued(desk: Desk) -> None:
    with pytest.raises(BriefingError, match="Nothing was issued on “Harbour Lights”"):
        issuing.changes(desk, WANTED)


def test_undone_the_issue_is_gone_and_its_number_is_not_given_out_again(desk: Desk) -> None:
    issue(desk)
    prepare.write(desk, HARBOUR, {"purpose": "To listen."})
    issue(desk)
    kept = on_disk(desk)

    assert "Issued No. 2 of the note on Harbour Lights" == desk.undo()

    assert "Draft of 2 Jun 2031, after No. 1" == issuing.draft(desk, WANTED).note.version
    assert 3 == issue(desk).number
    assert kept.items() <= on_disk(desk).items()
    assert () == altered(desk)


def test_nor_where_the_note_itself_came_with_it_and_went(desk: Desk) -> None:
    issue(desk)
    desk.undo()
    assert [] == list(desk.store.all(Note))

    issue(desk, Wanted(subject=HARBOUR, kind="card"))
    assert 2 == issue(desk).number


def test_redone_it_is_there_with_its_files(desk: Desk) -> None:
    first = issue(desk)
    desk.undo()
    desk.redo()

    assert [first] == [one for _, one in issuing.issues(desk, HARBOUR.id)]
    assert () == altered(desk)


def test_a_crash_before_the_note_names_it_leaves_files_and_no_issue(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise NotSavedError(desk.data, OSError(28, "No space left on device"))

    with monkeypatch.context() as patched:
        patched.setattr(desk.store, "commit", fails)
        with pytest.raises(NotSavedError):
            issue(desk)

    assert () == issuing.issues(desk, HARBOUR.id)
    assert [1] == [len(list(folder.iterdir())) for folder in (desk.data / "notes").iterdir()]
    assert 2 == issue(desk).number


def test_what_was_changed_by_hand_is_found(desk: Desk) -> None:
    note, first, _, _ = issuing.issue(desk, WANTED, TEXTS)
    path = issuing.path_of(desk, note, first, first.files[0])
    path.chmod(0o600)
    path.write_bytes(path.read_bytes() + b"\n")

    (problem,) = altered(desk)

    assert "this file of No. 1 is not what was issued" in problem.message
    with pytest.raises(BriefingError, match=r"is not what went out as No\. 1"):
        issuing.file_of(desk, note, first, first.files[0])
    assert problem in [found.problem for found in check(desk.data) if found.is_left]


def test_facts_that_are_lost_leave_a_draft_without_changes_and_are_told_where_asked(
    desk: Desk,
) -> None:
    issue(desk)
    put(desk, R(HARBOUR, venue="Hall 2"))
    for path in (desk.data / "notes").rglob("facts.jsonl"):
        path.unlink()

    made = issuing.draft(desk, WANTED)

    assert "Draft of 2 Jun 2031, after No. 1" == made.note.version
    assert SectionName.CHANGES not in {section.name for section in made.note.sections}
    with pytest.raises(BriefingError, match="not kept here"):
        issuing.changes(desk, WANTED)


def test_the_facts_are_what_it_was_made_from(desk: Desk) -> None:
    note, first, made, _ = issuing.issue(desk, WANTED, TEXTS)
    put(desk, R(HARBOUR, venue="Hall 2"))

    kept = issuing.material_of(desk, note, first)

    assert made.material == kept
    assert HARBOUR == kept.event
    assert {HARBOUR.id, REGISTER.id, CLAIM.id} <= {record.id for record in kept.records}


def test_for_a_wider_circle_nothing_stricter_is_kept_or_told(public: Desk) -> None:
    wanted = Wanted(subject=HARBOUR, level=Level.PUBLIC)

    note, first, made, files = issuing.issue(public, wanted, TEXTS)

    assert Level.PUBLIC == first.level
    assert CLAIM.claim not in b"".join(files.values()).decode()
    assert CLAIM.id not in {r.id for r in issuing.material_of(public, note, first).records}
    assert CLAIM.id in {left.record for left in made.left_out}


def test_without_a_circle_it_is_for_those_who_may_see_all_of_it(public: Desk) -> None:
    assert Level.OFFICE == issue(public).level


def test_readers_are_told_the_changes_since_what_they_had(public: Desk) -> None:
    everybody = Wanted(subject=HARBOUR, level=Level.PUBLIC)
    issue(public, everybody)
    held = public.store.get(Event, HARBOUR.id)
    assert held is not None
    put(public, R(held, venue="Hall 2"))
    issue(public)
    put(public, R(CLAIM, stance=Stance.OPPOSES))

    for_all, for_us = (issuing.draft(public, w) for w in (everybody, WANTED))

    assert ["Now in Hall 2"] == changed(for_all)
    assert "Changes since No. 1" in {s.heading for s in for_all.note.sections}
    assert "Changes since No. 2" in {s.heading for s in for_us.note.sections}


def test_what_was_closed_since_is_not_told_as_gone(public: Desk) -> None:
    everybody = Wanted(subject=HARBOUR, level=Level.PUBLIC)
    open_claim = R(CLAIM, handling=Handling(level=Level.PUBLIC))
    put(public, open_claim)
    issue(public, everybody)
    put(public, CLAIM)

    made = issuing.draft(public, everybody)

    assert SectionName.CHANGES not in {section.name for section in made.note.sections}
    assert CLAIM.id not in {record.id for record in made.material.records}


def test_a_source_that_was_closed_since_is_not_named_by_what_is_gone(public: Desk) -> None:
    everybody = Wanted(subject=HARBOUR, level=Level.PUBLIC)
    cited = Evidence(citations=(Citation(source="leaflet", place="page 1"),))
    leaflet = Source(id="leaflet", title="A leaflet", handling=Handling(level=Level.PUBLIC))
    told = R(CLAIM, handling=Handling(level=Level.PUBLIC), evidence={"claim": cited})
    put(public, leaflet, told)
    issue(public, everybody)
    put(public, R(leaflet, handling=Handling(level=Level.ME)))
    with public.change("Gone") as change:
        change.remove(told)

    made = issuing.draft(public, everybody)

    assert ["No longer held here: position of Lantern Institute: “Repair comes first.”"] == (
        changed(made)
    )
    assert "leaflet" not in repr(made.note)


def test_a_note_that_nobody_may_see_is_one_sentence(desk: Desk) -> None:
    with pytest.raises(BriefingError, match="can't be shown at the level public"):
        issue(desk, Wanted(subject=HARBOUR, level=Level.PUBLIC))


def test_a_second_window_issues_nothing(desk: Desk, folder: Path) -> None:
    with open_desk(folder, writing=False) as window, pytest.raises(ReadOnlyError):
        issue(window)


def test_a_backup_has_every_issue_and_a_restored_desk_too(desk: Desk, tmp_path: Path) -> None:
    issue(desk)
    kept = on_disk(desk)
    file = keeping.back_up(desk, tmp_path / "all.zip")
    issue(desk)
    later = on_disk(desk)
    shutil.rmtree(desk.data / "notes")

    unpacked = keeping.read_backup(desk, file)
    keeping.go_back(desk, unpacked)

    assert kept == on_disk(desk)
    assert () == altered(desk)
    assert 1 == len(issuing.issues(desk, HARBOUR.id))
    assert kept.items() <= later.items()


@pytest.mark.parametrize("title", ["../../etc/passwd", "CON", "海底" * 60, "😀" * 90, "a.", "/"])
def test_files_have_names_that_every_disk_takes(title: str, desk: Desk) -> None:
    event = R(HARBOUR, title=title)
    put(desk, event)

    first = issue(desk, Wanted(subject=event))

    for file in first.files:
        assert len(os.fsencode(file.name)) < 200
        assert file.name.endswith((" no. 1.md", " no. 1.txt"))
    assert () == altered(desk)


def test_another_language_is_kept_with_the_issue(desk: Desk) -> None:
    first = issue(desk, Wanted(subject=HARBOUR, language="fr"))

    assert "fr" == first.language


def test_a_note_on_some_days_is_issued_like_any_other(desk: Desk) -> None:
    span = Span(dt.date(2031, 6, 9), dt.date(2031, 6, 13))
    wanted = Wanted(subject=span, kind="outlook")
    first = issue(desk, wanted)
    moved = R(HARBOUR, when=R(HARBOUR.when, date=dt.date(2031, 6, 20)))
    put(desk, moved, Event(id="tea-22222", title="Tea", when=R(HARBOUR.when, end_time=None)))

    assert ["2031-06-09 9–13 Jun 2031, outlook no. 1.md"] == [f.name for f in first.files][:1]
    assert {
        "New: Tea, Thu 12 Jun 2031, 09:00 EDT · 15:00 Oslo",
        "No longer held here: Harbour Lights, Thu 12 Jun 2031, 09:00–10:30 EDT · 15:00–16:30 Oslo",
        "No longer held here: Register",
    } == set(changed(issuing.draft(desk, wanted)))
    assert "Issued No. 1 of the outlook on 9–13 Jun 2031" in {
        entry.label for entry in desk.store.history()
    }


def test_what_was_always_kept_from_the_readers_is_no_change_for_oneself(public: Desk) -> None:
    for_office = dataclasses.replace(WANTED, level=Level.OFFICE)
    issuing.issue(public, for_office, TEXTS)
    event = public.store.get(Event, WANTED.id)
    assert event is not None
    link = Link(key="l9", address="mailto:ada.wick@lantern.example", words="Ada Wick")
    with public.change("added a person's address") as change:
        change.put(msgspec.structs.replace(event, links=(*event.links, link)))

    assert SectionName.CHANGES not in [s.name for s in issuing.draft(public, WANTED).note.sections]
