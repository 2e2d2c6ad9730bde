from collections.abc import Mapping

import pytest

from briefing.config import parse
from briefing.note.blocks import Limit, SectionName
from briefing.note.compose import compose
from briefing.note.kinds import Kind, kinds
from briefing.note.own_kinds import own_kinds
from tests.note.records import EVENT, HELD, HOME, TODAY


def made(settings: str) -> tuple[Mapping[str, Kind], list[str]]:
    config, problems = parse(settings.encode(), "briefing.toml")
    found, wrong = own_kinds(config)
    return found, [str(problem) for problem in (*problems, *wrong)]


def test_a_kind_takes_over_what_it_does_not_say() -> None:
    found, problems = made('[kinds.aide-memoire]\ntitle = "Aide-mémoire"\nwords = 300\n')
    note, own = kinds()["note"], found["aide-memoire"]

    assert problems == []
    assert (own.title, own.words.number) == ("Aide-mémoire", 300)
    assert (own.parts, own.pages, own.as_in) == (note.parts, note.pages, "note")


def test_a_kind_has_parts_of_its_own_over_another_kind() -> None:
    found, problems = made(
        '[kinds."short report"]\n'
        'title = "Short report"\n'
        'base = "report"\n'
        'parts = [{ part = "bottom line", words = 30 }, { part = "who moved", annex = true }]\n'
    )
    own = found["short report"]

    assert problems == []
    assert own.as_in == "report"
    assert [(part.name, part.limit, part.is_annex) for part in own.parts] == [
        (SectionName.BOTTOM_LINE, Limit(number=30), False),
        (SectionName.MOVED, None, True),
    ]


def test_a_kind_may_be_based_on_another_one_of_the_workspace() -> None:
    found, problems = made(
        '[kinds.one]\ntitle = "One"\npages = 1\n[kinds.two]\ntitle = "Two"\nbase = "one"\n'
    )

    assert problems == []
    assert found["two"].pages == 1


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ('[kinds.x]\npages = "2"', "2: [kinds.x] pages needs a whole number, as in 2"),
        ("[kinds.x]\ntitle = 3", '2: [kinds.x] title needs a text in quotes, as in "Brief"'),
        (
            '[kinds.x]\nbase = "nots"',
            "2: [kinds.x] base needs one of note, card, pack, panel brief, outlook, "
            "session report, report, decision note; did you mean 'note'?",
        ),
        (
            "[kinds.x]\n\nwrods = 3",
            "3: [kinds.x] 'wrods' is no setting of a kind of note; did you mean 'words'?",
        ),
        (
            '[kinds.x]\nparts = [\n{ part = "bottom line", words = -1 },\n]',
            "2: [kinds.x] words needs a whole number, as in 2",
        ),
        ("[kinds.x]\nparts = []", "2: [kinds.x] parts needs at least one part"),
        (
            '[kinds.x]\nparts = ["bottom line"]',
            '2: [kinds.x] parts needs a list of tables, as in [{ part = "issue", words = 60 }]',
        ),
        (
            "[kinds.x]\nparts = [{ words = 3 }]",
            '2: [kinds.x] each of its parts needs a name, as in { part = "bottom line" }',
        ),
        (
            '[kinds.x]\nparts = [{ part = "issue" }, { part = "issue" }]',
            "2: [kinds.x] has the part 'issue' twice",
        ),
        (
            '[kinds.note]\ntitle = "Ours"',
            "1: [kinds.note] is a kind that the program has; choose another name",
        ),
        ("kinds = 3", "1: kinds is a section; write [kinds] on a line of its own"),
        ("[kinds]\nx = 3", "2: x needs a section of its own; write [kinds.x]"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_makes_no_kind(settings: str, expected: str) -> None:
    assert made(settings) == ({}, [f"briefing.toml:{expected}"])


def test_an_unknown_part_is_told_with_the_nearest_one() -> None:
    _, problems = made('[kinds.x]\nparts = [{ part = "botom line" }]')

    assert problems[0].startswith("briefing.toml:2: [kinds.x] part needs one of bottom line, ")
    assert problems[0].endswith("; did you mean 'bottom line'?")


def test_the_other_kinds_stand_beside_one_with_a_mistake() -> None:
    found, problems = made('[kinds.x]\npages = -1\n[kinds.y]\ntitle = "Y"\n')

    assert [*found] == ["y"]
    assert len(problems) == 1


def test_a_kind_without_a_part_for_sources_has_them_all_the_same() -> None:
    found, _ = made('[kinds.x]\nparts = [{ part = "logistics" }]')

    note = compose(EVENT, HELD, home=HOME, today=TODAY, kind=found["x"])

    assert [section.name for section in note.sections] == ["logistics", "sources"]
    assert note.sources
