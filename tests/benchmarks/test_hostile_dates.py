"""Hostile text costs in proportion to its length: four times as much takes four times as long."""

import datetime as dt
import time

import pytest

from briefing.reader.fields import deadlines
from briefing.reader.fields.dates import DateContext

PIECES = (
    "1", "1-", "12 ", "A", "Abc Abc ", "(", "1, ", "12:", "12/", "12.", "July ", "may ", "Monday, ",
    "12 July ", "12 July - ", "0745-", "10:00 ", "10:00 CET / ", "1 am ", "1 to ", "1 and ", " ",
    "\n", "1\n", "by ", "deadline ", "register by 12 May 2023 ", "hora de ", "New York ", "times ",
)  # fmt: skip
SIZE, TIMES_AS_LONG = 10_000, 4
NOISE = 2.5
"""How far a busy machine may be from proportion; what is quadratic is four times off."""


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_as_the_text_does(piece: str) -> None:
    text = piece * (SIZE * TIMES_AS_LONG // len(piece))

    short, long = _seconds(text[:SIZE]), _seconds(text)

    assert long / short < TIMES_AS_LONG * NOISE


def _seconds(text: str) -> float:
    """Return the processor time of the quickest of three readings."""
    spent = []
    for _ in range(3):
        began = time.process_time()
        deadlines.find(text, context=DateContext(today=dt.date(2024, 2, 1)))
        spent.append(time.process_time() - began)
    return min(spent)
