import tomllib
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from briefing import config
from briefing.config import Me
from briefing.desk.founding import make_workspace, me_section, starter_folder
from briefing.errors import BriefingError
from briefing.gazetteer import tables
from briefing.model import Event, Forum, Source, SourceKind, Stakeholder
from tests.desk.support import HARBOUR, make_folder, open_desk

KARI = Me(
    name="Kari Eksempel",
    organisation='Lantern "Mission"',
    home="Europe/Oslo",
    languages=("nb", "en"),
    paper="Letter",
)


def test_a_new_desk_knows_the_field_and_who_is_there(tmp_path: Path) -> None:
    make_workspace(tmp_path / "new" / "desk", KARI)

    with open_desk(tmp_path / "new" / "desk") as desk:
        assert desk.problems == ()
        assert desk.me == KARI
        assert desk.store.count(Forum) == len(tables.forums())
        assert desk.store.count(Stakeholder) == len(tables.stakeholders())
        assert desk.store.count(Event) == 0


def test_what_the_field_knows_rests_on_named_sources(tmp_path: Path) -> None:
    make_workspace(tmp_path, None)

    with open_desk(tmp_path) as desk:
        sources = {source.id for source in desk.store.all(Source)}
        for forum in desk.store.all(Forum):
            cited = {c.source for e in forum.evidence.values() for c in e.citations}
            assert cited <= sources
            assert forum.is_reviewed


def test_what_others_report_of_a_forum_is_no_official_record(tmp_path: Path) -> None:
    make_workspace(tmp_path, None)
    official = {f"forums-{s.id}" for s in tables.references("forums") if s.official}

    with open_desk(tmp_path) as desk:
        kinds = {s.id: s.kind for s in desk.store.all(Source) if s.id.startswith("forums-")}

    assert official == {id for id, kind in kinds.items() if kind is SourceKind.OFFICIAL_RECORD}
    assert {SourceKind.OFFICIAL_RECORD, SourceKind.REPORT} == set(kinds.values())


def test_nobody_is_asked_twice_where_nobody_answered(tmp_path: Path) -> None:
    make_workspace(tmp_path, None)

    with open_desk(tmp_path) as desk:
        assert desk.problems == ()
        assert desk.is_new


def test_a_desk_is_not_made_where_there_is_one(folder: Path) -> None:
    before = (folder / config.FILE_NAME).read_bytes()

    with pytest.raises(BriefingError, match="is a desk already; open it"):
        make_workspace(folder, KARI)

    assert before == (folder / config.FILE_NAME).read_bytes()


def test_a_store_that_lost_its_settings_is_kept(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, HARBOUR)
    (folder / config.FILE_NAME).unlink()

    make_workspace(folder, KARI)

    with open_desk(folder) as desk:
        assert list(desk.store.all(Event)) == [HARBOUR]


@pytest.mark.parametrize("below", ["", "sub/desk"])
def test_a_folder_that_can_not_be_made_is_told_in_a_sentence(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(BriefingError, match="can't be used"):
        make_workspace(tmp_path / "file" / below, None)


def test_the_starter_records_are_found_in_the_checkout() -> None:
    assert starter_folder().name in ("starter", "_starter")


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_name_is_written_as_toml_that_says_it(name: str, organisation: str) -> None:
    me = Me(name=name, organisation=organisation, home="Europe/Oslo", languages=(name,))

    found, problems = config.parse(me_section(me).encode(), "briefing.toml")

    assert problems == ()
    assert found.me == me


def test_without_a_person_the_settings_say_how_to_write_one() -> None:
    assert tomllib.loads(me_section(None)) == {}
    assert "# [me]" in me_section(None)
