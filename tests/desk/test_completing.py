from pathlib import Path

import pytest

from briefing.desk import completing
from briefing.desk.desk import DATA_FOLDER
from briefing.model import Event, Record, Task
from tests.desk.support import HARBOUR, REGISTER, open_desk

KINDS: tuple[type[Record], ...] = (Event, Task)


@pytest.mark.parametrize("typed", ["har", "lights", "HARBOUR", HARBOUR.id])
def test_a_record_is_meant_by_its_id_or_words_of_its_title(typed: str, folder: Path) -> None:
    assert [(HARBOUR.id, "Harbour Lights")] == completing.meant(folder, KINDS, typed)


def test_without_a_word_all_of_the_kinds_are_meant(folder: Path) -> None:
    assert [HARBOUR.id, REGISTER.id] == [m.id for m in completing.meant(folder, KINDS, "")]


def test_of_a_large_desk_the_index_tells_ids(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_desk(folder) as desk:
        for _ in desk.index.catch_up():
            pass
    monkeypatch.setattr(completing, "_SMALL", 0)

    assert [(HARBOUR.id, "")] == completing.meant(folder, KINDS, "harb")
    assert completing.meant(folder, KINDS, "lights") == []


def test_nothing_is_meant_where_there_is_no_desk_or_a_broken_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / DATA_FOLDER / "events.jsonl").write_text("{broken", encoding="utf-8")

    assert completing.meant(folder, KINDS, "harb") in ([], [(HARBOUR.id, "Harbour Lights")])
    assert completing.meant(tmp_path / "nowhere", KINDS, "harb") == []
    monkeypatch.setattr(completing, "_SMALL", -1)
    assert completing.meant(folder, KINDS, "harb") == []
