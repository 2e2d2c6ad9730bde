import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path

import pytest

from briefing.desk import intake, saved_views
from briefing.desk.saved_views import READY
from briefing.model import Event
from tests.desk.support import (
    CLAIM,
    EVERYTHING,
    HARBOUR,
    LANTERN,
    WHO_PAYS,
    announcement,
    make_folder,
    open_desk,
)
from tests.support import IS_LONG, Ran, command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk", *EVERYTHING)


def find(folder: Path, *words: str) -> Ran:
    return command("find", *words, "--workspace", folder, "--today", "2031-06-02")


def listed(folder: Path, words: str) -> Ran:
    return command("timeline", "--find", words, "--workspace", folder, "--today", "2031-06-02")


PAGE = 4_096
EVERY = 1 if IS_LONG else 40

BREAKING: Mapping[str, Callable[[bytes, int], bytes | None]] = {
    "gone": lambda _raw, _at: None,
    "cut short": lambda raw, _at: raw[: len(raw) // 2],
    "no database": lambda raw, _at: b"x" * len(raw),
    "a page": lambda raw, at: raw[:at] + b"\0" * PAGE + raw[at + PAGE :],
    "another page": lambda raw, at: raw[:at] + b"\xa5" * PAGE + raw[at + PAGE :],
}


def settled_index(folder: Path) -> Path:
    """Return the index, with all of it in one file."""
    path = folder / "data" / ".cache" / "index.db"
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    return path


def ids(ran: Ran) -> list[str]:
    return [record["id"] for record in ran.data]


def test_what_is_found_stands_under_its_kind_with_the_words_that_it_was_found_by(
    folder: Path,
) -> None:
    ran = find(folder, "lantern")

    assert [line.split("  ")[0] for line in ran.out.splitlines() if line] == [
        *("Events", HARBOUR.id, "", "Positions", CLAIM.id, "", "Stakeholders", LANTERN.id)
    ]
    assert "    Organisers: Lantern Institute" in ran.out


@pytest.mark.parametrize("harm", ["gone", "cut short", "no database", "a page", "another page"])
def test_whatever_befell_the_index_the_same_is_found_and_nothing_said(
    tmp_path: Path, harm: str
) -> None:
    talks = [Event(id=f"talk-{number}", title=f"Lantern talk {number}") for number in range(200)]
    folder = make_folder(tmp_path / "desk", *EVERYTHING, *talks)
    before = find(folder, "lantern"), listed(folder, "lantern")
    raw = settled_index(folder).read_bytes()

    for place in range(4 * PAGE, len(raw), EVERY * PAGE) if harm.endswith("page") else (0,):
        broken = BREAKING[harm](raw, place)
        after = []
        for ask in (find, listed):
            path = settled_index(folder)
            path.unlink() if broken is None else path.write_bytes(broken)
            after.append(ask(folder, "lantern"))
        assert before == tuple(after)


def test_fields_and_words_stand_in_one_query(folder: Path) -> None:
    assert ids(find(folder, "harbour", "forum:fhp", "--json")) == [HARBOUR.id]
    assert ids(find(folder, "harbour forum:fhp", "--json")) == [HARBOUR.id]
    assert ids(find(folder, "forum:harbour pilots", "is:event", "--json")) == [HARBOUR.id]
    assert ids(find(folder, "is:question", "-lantern", "--json")) == [WHO_PAYS.id]


def test_a_source_tells_the_line_that_holds_the_words(folder: Path) -> None:
    with open_desk(folder) as desk:
        intake.bring_in(desk, announcement())

    ran = find(folder, "quay street")

    assert "line 6: Where: Harbour Hall, 4 Quay Street, New York, and online" in ran.out


def test_a_mistake_is_told_with_its_place_and_nothing_is_listed(folder: Path) -> None:
    ran = find(folder, "harbour", "mode:radio")

    assert (ran.out, ran.code) == ("", 1)
    assert "“mode:radio” is none of online, in-person, hybrid, unknown." in ran.err
    assert "('mode:radio', from character 9)" in ran.err


def test_nothing_to_find_is_told(folder: Path) -> None:
    assert find(folder).code == 2
    assert "Nothing is found." in find(folder, "zebra").err


def test_a_query_is_kept_under_a_name_and_asked_again(folder: Path) -> None:
    find(folder, "is:event", "harbour", "--save", "The harbour")

    assert ids(find(folder, "--view", "the harb", "--json")) == [HARBOUR.id]
    assert "there is no view 'ships'" in find(folder, "--view", "ships").err


@pytest.mark.parametrize("name", READY)
def test_every_ready_view_is_understood(folder: Path, name: str) -> None:
    assert find(folder, "--view", name).code == 0


def test_a_view_is_taken_out_by_an_empty_query(folder: Path) -> None:
    with open_desk(folder) as desk:
        saved_views.save(desk, "Mine", "harbour")
        saved_views.save(desk, "Mine", "")

        assert list(saved_views.views(desk)) == list(READY)
