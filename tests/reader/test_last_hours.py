"""The hour at which a deadline ends, from the words of a page to its safe reading."""

import datetime as dt

import pytest

from briefing.arrange import due
from briefing.model import Task
from briefing.reader import Incoming, Known, read
from tests.arrange.records import HOME

PAGE = """\
Harbour Lights: who mends a cable under the sea?

The Lantern Institute invites you to a seminar.

When: Thursday, 12 June 2031, 09:00-10:30
Where: Harbour Hall, New York

Please register {until} at https://lantern.example/register
"""


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("by 6 June 2031", "Fri 6 Jun 2031"),
        (
            "by 6 June 2031, COB,",
            "Fri 6 Jun 2031, COB (read as 17:00 New York · 23:00 Oslo)",
        ),
        (
            "by COB on 6 June 2031",
            "Fri 6 Jun 2031, COB (read as 17:00 New York · 23:00 Oslo)",
        ),
        (
            "by 6 June 2031 (midnight)",
            "Fri 6 Jun 2031, midnight (read as 00:00 New York · 06:00 Oslo)",
        ),
        (
            "by 6 June 2031, midnight GMT,",
            "Fri 6 Jun 2031, midnight (read as 00:00 UTC · 02:00 Oslo)",
        ),
        (
            "by 6 June 2031 (AoE)",
            "Fri 6 Jun 2031, AoE (read as 23:59 UTC-12 · 13:59 +1 Oslo)",
        ),
        ("by 6 June 2031, noon,", "Fri 6 Jun 2031, 12:00 New York · 18:00 Oslo (noon)"),
    ],
)
def test_a_deadline_is_told_as_the_page_says_it_on_the_clock_that_it_means(
    until: str, words: str
) -> None:
    page = Incoming(name="page.txt", raw=PAGE.format(until=until).encode())

    proposed = read(page, Known(), dt.date(2031, 5, 1)).proposals

    (task,) = (p.draft for p in proposed if isinstance(p.draft, Task))
    assert due.words(task.due, HOME) == words
