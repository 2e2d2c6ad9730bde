"""Announcements that were written and labelled before the reader had seen them.

They were run once, and then the reader was mended by them: what is asked here keeps it from falling
behind that, and is no measure of unseen text any more.
"""

import pytest

from tests.announcements.measure import (
    UNSEEN,
    Honesty,
    amended,
    amendments,
    honesty,
    names,
    read_all,
)

SILENTLY_WRONG = 1 / 30
DOUBTED = 1 / 5
FEWEST_RIGHT_DAYS = 48
FEWEST_RIGHT_AFTER_AMENDMENTS = 47


@pytest.fixture(scope="module")
def read() -> Honesty:
    return honesty(UNSEEN, read_all(UNSEEN, names(UNSEEN)))


def test_few_dates_are_wrong_in_silence(read: Honesty) -> None:
    assert len(read.silently_wrong) <= SILENTLY_WRONG * len(read.dates)


def test_few_right_values_are_doubted(read: Honesty) -> None:
    assert read.doubted_share <= DOUBTED


def test_no_fewer_days_of_events_are_right(read: Honesty) -> None:
    right = [value for value in read.dates if value.field == "start" and value.is_right]

    assert len(right) >= FEWEST_RIGHT_DAYS


def test_no_fewer_dates_are_right_after_amendments() -> None:
    held = [
        value for name, gold in amendments(UNSEEN) for value in amended(UNSEEN, gold, name).dates
    ]

    assert sum(value.is_right for value in held) >= FEWEST_RIGHT_AFTER_AMENDMENTS
