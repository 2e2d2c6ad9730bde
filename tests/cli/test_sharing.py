import json
from pathlib import Path

import pytest

from briefing.config import FILE_NAME
from tests.cli.conftest import Briefing
from tests.desk.support import HARBOUR, PILOTS

IN_TLP = '[handling]\nset = "tlp"\n[handling.labels]\noffice = "INTERNT"\n'


@pytest.mark.parametrize("command", ["timeline", "forum", "positions", "questions", "sources"])
def test_a_listing_for_others_has_nothing_that_is_for_a_narrower_circle(
    command: str, briefing: Briefing
) -> None:
    ended = briefing(command, "--json", "--for", "public")

    assert (0, []) == (ended.code, json.loads(ended.out))


def test_a_listing_for_the_office_has_what_the_office_may_see(briefing: Briefing) -> None:
    ended = briefing("forum", "--json", "--for", "office")

    assert PILOTS.id in [record["id"] for record in json.loads(ended.out)]


def test_the_author_alone_is_told_what_was_left_out(briefing: Briefing) -> None:
    ended = briefing("timeline", "--for", "public")

    assert "Harbour Lights: all of it; it is for a narrower circle: office." in ended.err
    assert "Harbour" not in ended.out


@pytest.mark.parametrize(
    "level", ["office", "OFFICE", "internt", "TLP:AMBER+STRICT", "amber+strict"]
)
def test_a_level_goes_by_its_name_or_any_label(
    level: str, briefing: Briefing, folder: Path
) -> None:
    (folder / FILE_NAME).write_text(IN_TLP, encoding="utf-8")

    ended = briefing("forum", "--json", "--for", level)

    assert 0 == ended.code
    assert PILOTS.id in [record["id"] for record in json.loads(ended.out)]


def test_a_level_that_there_is_not_is_told_with_those_that_there_are(briefing: Briefing) -> None:
    ended = briefing("timeline", "--for", "everybody")

    assert 2 == ended.code
    assert "me, office, organisation, community, public" in ended.err


def test_for_oneself_everything_is_listed_as_ever(briefing: Briefing) -> None:
    assert briefing("timeline").out == briefing("timeline", "--for", "me").out


def test_addresses_of_persons_are_listed_where_they_are_asked_for(briefing: Briefing) -> None:
    briefing("add", "task", "what=Write to ada@lantern.example", f"event={HARBOUR.id}")

    assert "ada@" not in briefing("tasks", "--for", "office").out
    assert "ada@" in briefing("tasks", "--for", "office", "--contacts").out


def test_a_record_is_shown_with_the_label_of_the_house(briefing: Briefing, folder: Path) -> None:
    (folder / FILE_NAME).write_text(IN_TLP, encoding="utf-8")

    assert "Who may see it: office (INTERNT)" in briefing("show", HARBOUR.id).out


def test_a_note_stands_under_the_label_of_the_house(briefing: Briefing, folder: Path) -> None:
    (folder / FILE_NAME).write_text(IN_TLP, encoding="utf-8")

    assert "**Handling:** INTERNT" in briefing("note", HARBOUR.id).out


@pytest.mark.parametrize("words", ["Desk eyes", "TLP:AMBER+STRICT", "for my office", "office"])
def test_a_level_is_set_by_the_houses_label_and_by_plain_words(
    words: str, briefing: Briefing, folder: Path
) -> None:
    with (folder / "briefing.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[handling.labels]\noffice = "Desk eyes"\n')
    assert 0 == briefing("set", HARBOUR.id, "handling/level", "public").code

    ended = briefing("set", HARBOUR.id, "handling/level", words)

    assert 0 == ended.code, ended.err
    assert "office (Desk eyes)" in briefing("show", HARBOUR.id).out
