from pathlib import Path

import pytest

from tests.desk.support import (
    CLAIM,
    EVERYTHING,
    HARBOUR,
    REGISTER,
    WHO_PAYS,
    make_folder,
)
from tests.support import Ran, command


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("desk") / "desk", *EVERYTHING)


def listed(folder: Path, *words: str) -> set[str]:
    ran = run(folder, *words, "--json")
    return {record["id"] for record in ran.data}


def run(folder: Path, *words: str) -> Ran:
    return command(*words, "--workspace", folder, "--today", "2031-06-02")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("timeline", "--find", "mode:hybrid"), {HARBOUR.id}),
        (("timeline", "--find", "mode:online"), set()),
        (("timeline", "--view", "what is new"), {HARBOUR.id}),
        (("timeline", "--view", "what I go"), set()),
        (("tasks", "--view", "what ends this week"), {REGISTER.id}),
        (("tasks", "--find", "walrus"), set()),
        (("questions", "--view", "without"), {WHO_PAYS.id}),
        (("questions", "--find", "has:answer"), set()),
        (("positions", "--find", "holder:li"), {CLAIM.id}),
        (("positions", "--view", "without", "--find", "cable"), set()),
    ],
)
def test_a_listing_is_narrowed_to_what_a_query_or_view_finds(
    folder: Path, words: tuple[str, ...], expected: set[str]
) -> None:
    assert listed(folder, *words) == expected


def test_a_forum_is_listed_above_what_is_found(folder: Path) -> None:
    assert CLAIM.id in listed(folder, "forum", "--by", "stakeholder", "--find", "holder:li")
    assert listed(folder, "forum", "--find", "walrus") == set()


def test_a_mistake_is_told_with_its_place(folder: Path) -> None:
    ran = run(folder, "timeline", "--find", "norms mode:radio")

    assert ran.code != 0
    assert "“mode:radio” is none of" in ran.err
    assert "from character 7" in ran.err


def test_a_view_that_is_not_there_is_told(folder: Path) -> None:
    ran = run(folder, "tasks", "--view", "nonsense")

    assert "there is no view 'nonsense'" in ran.err
