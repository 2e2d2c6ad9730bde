"""Announcements that were written and labelled before the reader had seen them.

Each set was run once, and then the reader was mended by it: what is asked here keeps it from
falling behind that, and is no measure of unseen text any more. What is one is the FIRST run:

- unseen2, at 1b6ac72: F1 of events .625, start .571, start_time .597, tz .429, mode .562, venue
  .585, registration_deadline .651, organisers .50, speakers .667, questions .930, forums .925;
  positions precision .743 and recall .514. Of 111 dates and times 8 were wrong in silence, and 6
  of 46 after amendments; 18 % of the right values carried a doubt, and 36 % after amendments.
- unseen3, at e4118e4: F1 of events .752, start .721, start_time .629, tz .321, mode .602, venue
  .548, registration_deadline .643, organisers .569, speakers .684, agenda .937, questions .788,
  forums .866; positions precision .659 and recall .509. Of 147 dates and times 7 were wrong in
  silence, and 10 of 45 after amendments; 8 % of the right values carried a doubt, and 25 % after
  amendments.
- unseen4, at a528fd9: F1 of events .747 (nine of the ten missed had the right day under a wrong
  title), start .720, start_time .633, tz .667, mode .725, venue .696, registration_deadline .638,
  organisers .514, speakers .672, agenda .921, questions .936, forums .870; positions precision
  .956 and recall .845. Of 118 dates and times 12 were wrong in silence, by the labels' count (all
  of them printed dates: of an event with a wrong title, or a series' last day to sign up), and 2
  of 42 after amendments; 7 % of the right values carried a doubt, and 13 % after amendments.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.announcements.measure import (
    UNSEEN,
    UNSEEN_AGAIN,
    UNSEEN_FOURTH,
    UNSEEN_THIRD,
    Honesty,
    amended,
    amendments,
    honesty,
    names,
    read_all,
)

SILENTLY_WRONG = 1 / 30
DOUBTED = 1 / 5


class Asked(NamedTuple):
    """How many are right in a set at least."""

    folder: Path
    right_days: int
    right_after_amendments: int


SETS = (
    Asked(UNSEEN, right_days=58, right_after_amendments=57),
    Asked(UNSEEN_AGAIN, right_days=51, right_after_amendments=45),
    Asked(UNSEEN_THIRD, right_days=57, right_after_amendments=48),
    Asked(UNSEEN_FOURTH, right_days=32, right_after_amendments=32),
)


class Found(NamedTuple):
    """What a set comes to now, as read and as held after its amendments."""

    asked: Asked
    read: Honesty
    held: Honesty


@pytest.fixture(scope="module", params=SETS, ids=lambda asked: asked.folder.name)
def found(request: pytest.FixtureRequest) -> Found:
    asked: Asked = request.param
    folder = asked.folder
    changed = [v for name, gold in amendments(folder) for v in amended(folder, gold, name).judged]
    return Found(asked, honesty(folder, read_all(folder, names(folder))), Honesty(changed))


def test_few_dates_are_wrong_in_silence(found: Found) -> None:
    read, held = found.read, found.held

    assert len(read.silently_wrong) <= SILENTLY_WRONG * len(read.dates)
    assert len(held.silently_wrong) <= SILENTLY_WRONG * len(held.dates)


def test_few_right_values_are_doubted(found: Found) -> None:
    assert found.read.doubted_share <= DOUBTED
    assert found.held.doubted_share <= DOUBTED


def test_no_fewer_days_of_events_are_right(found: Found) -> None:
    right = [value for value in found.read.dates if value.field == "start" and value.is_right]

    assert len(right) >= found.asked.right_days


def test_no_fewer_dates_are_right_after_amendments(found: Found) -> None:
    right = sum(value.is_right for value in found.held.dates)

    assert right >= found.asked.right_after_amendments
