import re
from pathlib import Path

import pytest

import briefing.reader
from briefing.desk.why import why

READER = Path(briefing.reader.__file__).parent
_RULE = re.compile(r'rule="([a-z]+\.[a-z-]+)"')


@pytest.mark.parametrize(
    "rule",
    sorted({rule for path in READER.rglob("*.py") for rule in _RULE.findall(path.read_text())}),
)
def test_every_rule_of_the_reader_can_be_told(rule: str) -> None:
    assert why(rule)


def test_what_is_made_of_several_rules_is_told_as_several() -> None:
    assert why("date.day+time.range+zone.venue") == (
        "a day as people write it, from one hour to another, the zone of the place"
    )


def test_a_rule_that_is_not_known_is_told_by_its_manner() -> None:
    assert why("moon.label") == "it stands behind a label"


def test_what_a_person_put_in_goes_by_no_rule() -> None:
    assert why("") == ""
