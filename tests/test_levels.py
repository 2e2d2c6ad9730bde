import pytest

from briefing.model import Handling, Level
from briefing.model.levels import TLP, level_named, may_see, strictest


def test_who_is_nearer_sees_what_is_for_a_wider_circle() -> None:
    assert [Level.OFFICE, Level.ORGANISATION, Level.COMMUNITY, Level.PUBLIC] == [
        level for level in Level if may_see(Level.OFFICE, level)
    ]


def test_what_is_made_of_parts_is_as_strict_as_the_strictest() -> None:
    parts = (
        Handling(level=Level.PUBLIC),
        Handling(level=Level.ORGANISATION, chatham_house=True),
    )

    assert Handling(level=Level.ORGANISATION, chatham_house=True) == strictest(parts)
    assert Handling(level=Level.OFFICE) == strictest(())


def test_tlp_labels_are_written_as_the_standard_has_them() -> None:
    assert list(Level) == list(TLP)
    assert all(label == label.upper() and " " not in label for label in TLP.values())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Office", Level.OFFICE),
        ("TLP: GREEN", Level.COMMUNITY),
        ("clear", Level.PUBLIC),
        ("in house", Level.ORGANISATION),
        ("For my office", Level.OFFICE),
        ("for the community", Level.COMMUNITY),
        ("for me only", Level.ME),
        ("nobody", None),
        ("", None),
    ],
)
def test_a_level_goes_by_several_names(words: str, expected: Level | None) -> None:
    assert expected is level_named(words, {Level.ORGANISATION: "In House"})
