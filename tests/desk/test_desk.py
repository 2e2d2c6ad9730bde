import datetime as dt
from pathlib import Path

import msgspec
import pytest

from briefing.config import Me
from briefing.desk.desk import Desk, NoWorkspaceError
from briefing.desk.times import in_zone
from briefing.errors import BriefingError
from briefing.model import Event, Forum, Source, Stakeholder
from briefing.store import ReadOnlyError
from tests.desk.support import (
    EVERYTHING,
    HARBOUR,
    PILOTS,
    REGISTER,
    START,
    make_folder,
    open_desk,
)


def renamed(title: str) -> Event:
    return msgspec.structs.replace(HARBOUR, title=title)


# Opening ----------------------------------------------------------------------------------------


def test_a_folder_without_settings_is_no_desk(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspaceError, match="briefing init"):
        open_desk(tmp_path)


def test_the_first_start_makes_a_desk_that_knows_the_field(tmp_path: Path) -> None:
    (tmp_path / "briefing.toml").write_bytes(b"")

    with open_desk(tmp_path) as desk:
        assert desk.store.count(Event) == 0
        assert desk.store.count(Forum) > 50
        assert desk.store.count(Stakeholder) > 190
        assert desk.store.count(Source) > 50


def test_the_first_start_takes_the_records_that_lie_beside_it(tmp_path: Path) -> None:
    starter = tmp_path / "data" / "starter"
    starter.mkdir(parents=True)
    (tmp_path / "briefing.toml").write_bytes(b"")
    (starter / "events.jsonl").write_bytes(msgspec.json.encode(HARBOUR) + b"\n")

    with open_desk(tmp_path) as desk:
        assert list(desk.store.all(Event)) == [HARBOUR]
        assert desk.store.count(Forum) == 0


def test_a_broken_starter_record_is_told_with_file_and_line(tmp_path: Path) -> None:
    starter = tmp_path / "data" / "starter"
    starter.mkdir(parents=True)
    (tmp_path / "briefing.toml").write_bytes(b"")
    (starter / "events.jsonl").write_bytes(msgspec.json.encode(HARBOUR) + b'\n{"type":"event"}\n')

    with pytest.raises(BriefingError, match=r"events\.jsonl:2: .*id"):
        open_desk(tmp_path)


def test_a_data_folder_that_is_a_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "briefing.toml").write_bytes(b"")
    (tmp_path / "data").write_bytes(b"")

    with pytest.raises(BriefingError, match="can't be used"):
        open_desk(tmp_path)


def test_what_is_wrong_in_the_settings_is_told_and_the_desk_opens(tmp_path: Path) -> None:
    make_folder(tmp_path, HARBOUR, settings='titel = "x"\n')

    with open_desk(tmp_path) as desk:
        assert [problem.message for problem in desk.problems] == [
            "'titel' is no setting; did you mean 'title'?"
        ]
        assert list(desk.store.all(Event)) == [HARBOUR]


def test_a_desk_opened_to_read_changes_nothing(folder: Path) -> None:
    with (
        open_desk(folder, writing=False) as desk,
        pytest.raises(ReadOnlyError),
        desk.change("Try") as edit,
    ):
        edit.put(renamed("Other"))


def test_two_can_not_write_at_once_but_one_can_read(folder: Path) -> None:
    with open_desk(folder), open_desk(folder, writing=False) as reading:
        assert reading.store.count(Event) == 1
        with pytest.raises(BriefingError, match="Another window"):
            open_desk(folder)


def test_it_is_called_as_its_settings_say_else_as_its_folder(tmp_path: Path) -> None:
    named = make_folder(tmp_path / "one", settings='title = "Lantern desk"')
    plain = make_folder(tmp_path / "two", settings="")

    with open_desk(named) as one, open_desk(plain) as two:
        assert (one.title, two.title) == ("Lantern desk", "two")


# Today, home and who is there ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "asked", "expected"),
    [
        ("today = 2023-07-20", dt.date(2024, 1, 1), dt.date(2024, 1, 1)),
        ("today = 2023-07-20", None, dt.date(2023, 7, 20)),
        ('[me]\nhome = "Europe/Oslo"', None, dt.date(2031, 6, 2)),
        ('[me]\nhome = "Pacific/Kiritimati"', None, dt.date(2031, 6, 2)),
        ('[me]\nhome = "Pacific/Midway"', None, dt.date(2031, 6, 1)),
    ],
)
def test_the_day_is_the_one_asked_for_else_the_settings_else_the_clocks_at_home(
    settings: str, asked: dt.date | None, expected: dt.date, tmp_path: Path
) -> None:
    folder = make_folder(tmp_path, settings=settings)

    with open_desk(folder, today=asked) as desk:
        assert expected == desk.today


def test_home_is_where_one_travels_else_the_settings_else_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    settled = make_folder(tmp_path / "settled")
    unsettled = make_folder(tmp_path / "unsettled", settings="")

    with open_desk(settled) as one, open_desk(unsettled) as two:
        assert (one.home.key, two.home.key) == ("Europe/Oslo", "Asia/Tokyo")
        one.remember(place="America/New_York")
        assert one.home.key == "America/New_York"


def test_a_clock_can_be_looked_at_for_a_while(desk: Desk) -> None:
    with in_zone(desk, "New York"):
        assert desk.home.key == "America/New_York"

    assert desk.home.key == "Europe/Oslo"


def test_a_new_desk_does_not_know_who_is_there_until_told(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, settings="")
    ada = Me(name="Ada Eksempel", home="Asia/Tokyo", languages=("en",))

    with open_desk(folder) as desk:
        assert (desk.is_new, desk.person) == (True, "me")
        desk.remember(me=ada)

    with open_desk(folder) as desk:
        assert (desk.is_new, desk.person, desk.home.key) == (False, "Ada Eksempel", "Asia/Tokyo")
        assert desk.me == ada


def test_the_settings_outdo_what_was_asked_at_the_first_start(folder: Path) -> None:
    with open_desk(folder) as desk:
        desk.remember(me=Me(name="Somebody Else"))

        assert desk.person == "Kari Eksempel"


def test_where_one_was_is_remembered(folder: Path) -> None:
    with open_desk(folder) as desk:
        desk.remember(screen={"pane": "forums"})

    with open_desk(folder) as desk:
        assert desk.state.screen == {"pane": "forums"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"place": "Europe/Atlantis"}',
        b'{"me": {"home": "Europe/Atlantis"}}',
    ],
)
def test_a_state_that_can_not_be_read_is_forgotten(content: bytes, folder: Path) -> None:
    (folder / "data" / "state.json").write_bytes(content)

    with open_desk(folder) as desk:
        assert desk.state.place == ""
        assert desk.home.key == "Europe/Oslo"
        assert desk.state.me is None


def test_a_reader_remembers_nothing_on_the_disk(folder: Path) -> None:
    with open_desk(folder, writing=False) as desk:
        desk.remember(place="Asia/Tokyo")
        assert desk.home.key == "Asia/Tokyo"

    assert not (folder / "data" / "state.json").exists()


# Changing ---------------------------------------------------------------------------------------


def test_a_change_is_one_transaction(desk: Desk) -> None:
    with desk.change("Renamed two") as edit:
        edit.put(renamed("Other"))
        edit.remove(PILOTS)

    assert desk.undo() == "Renamed two"
    assert sorted(record.id for record in EVERYTHING) == sorted(
        record.id for kind in {type(r) for r in EVERYTHING} for record in desk.store.all(kind)
    )
    assert desk.store.get(Event, HARBOUR.id) == HARBOUR


def test_after_an_error_nothing_of_a_change_is_written(desk: Desk) -> None:
    def half_a_change() -> None:
        with desk.change("Half") as edit:
            edit.put(renamed("Other"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_a_change()

    assert desk.store.get(Event, HARBOUR.id) == HARBOUR
    with pytest.raises(BriefingError, match="nothing to undo"):
        desk.undo()


def test_the_last_edit_of_a_record_counts(desk: Desk) -> None:
    with desk.change("Twice") as edit:
        edit.put(renamed("First"))
        edit.remove(HARBOUR)
        edit.put(renamed("Second"))

    assert desk.store.get(Event, HARBOUR.id) == renamed("Second")


def test_a_change_of_nothing_leaves_nothing_to_undo(desk: Desk) -> None:
    with desk.change("Nothing") as edit:
        edit.put(HARBOUR)
        edit.remove(msgspec.structs.replace(HARBOUR, id="never-there"))

    with pytest.raises(BriefingError, match="nothing to undo"):
        desk.undo()


def test_undo_and_redo_go_back_and_forth_by_their_labels(desk: Desk) -> None:
    for title in ("First", "Second"):
        with desk.change(f"Named it {title}") as edit:
            edit.put(renamed(title))

    undone = [desk.undo(), desk.undo()]
    redone = [desk.redo(), desk.redo()]

    assert undone == ["Named it Second", "Named it First"]
    assert redone == ["Named it First", "Named it Second"]
    assert desk.store.get(Event, HARBOUR.id) == renamed("Second")


def test_what_was_done_in_an_earlier_run_can_be_undone(folder: Path) -> None:
    with open_desk(folder) as desk, desk.change("Named it anew") as edit:
        edit.put(renamed("Other"))

    with open_desk(folder) as desk:
        assert desk.undo() == "Named it anew"
        assert desk.store.get(Event, HARBOUR.id) == HARBOUR


def test_links_follow_every_change(desk: Desk) -> None:
    assert desk.links.named_by(HARBOUR.id) == {REGISTER.id, "claim-ab2cd"}

    with desk.change("Let it go") as edit:
        edit.remove(REGISTER)
    assert desk.links.named_by(HARBOUR.id) == {"claim-ab2cd"}

    desk.undo()
    assert desk.links.named_by(HARBOUR.id) == {REGISTER.id, "claim-ab2cd"}


def test_the_time_is_told_in_utc(desk: Desk) -> None:
    assert desk.now - START < dt.timedelta(hours=1)
    assert desk.now.tzinfo is dt.UTC
