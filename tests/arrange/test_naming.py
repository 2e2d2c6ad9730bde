import pytest

from briefing.arrange.naming import Names

BODIES = Names(("Norway", "Republic of Korea", "US", "Oman", "挪威", "النرويج"))
PEOPLE = Names((), people=("Dr Ada Wick, Director of the Lantern Institute", "Bo Ferry"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's ships", "[…]'s ships"),
        ("norway said no", "[…] said no"),
        ("the Republic of Korea and the republic", "the […] and the republic"),
        ("The US told us", "The […] told us"),
        ("A woman from Oman", "A woman from […]"),
        ("Norwegians", "Norwegians"),
        ("挪威支持", "[…]支持"),
        ("والنرويج", "و[…]"),
    ],
)
def test_what_is_known_goes_as_it_stands(text: str, expected: str) -> None:
    assert expected == BODIES.withheld(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wick agreed with Ada", "[…] agreed with […]"),
        ("the Lantern would pay", "the […] would pay"),
        ("every institute has a director", "every institute has a director"),
        ("a ferry is no wick", "a ferry is no wick"),
        ("Bo Ferry left", "[…] left"),
    ],
)
def test_each_part_of_a_persons_name_goes_where_it_is_written_as_a_name(
    text: str, expected: str
) -> None:
    assert expected == PEOPLE.withheld(text)
