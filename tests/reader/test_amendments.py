import datetime as dt

import pytest
from hypothesis import given, settings, strategies as st

from briefing.model import Event
from briefing.reader import Incoming, Known, read
from briefing.reader.amendments.later import by
from briefing.reader.amendments.shifts import Shift, shift, weekday_shift
from briefing.reader.lines import Span
from briefing.when import EARLIEST_YEAR, LATEST_YEAR, Precision, When
from tests.strategies import hostile_texts, whens

TODAY = dt.date(2031, 6, 2)

SAID = (
    "Nets and Knots has been moved to from 12 June 2031 14:00 15:30 now Room XXII instead of the"
    " one hour later same time cancelled postponed until Monday will replace Bo Ferry by extended"
    " deadline registration new link https://zoom.example/j > wrote: Geneva , . : ( ) \n"
)
WORDS = SAID.split(" ")

NIGHT = When(
    date=dt.date(2031, 6, 12),
    time=dt.time(23, 30),
    end_time=dt.time(0, 30),
    precision=Precision.MINUTE,
)


def texts() -> st.SearchStrategy[str]:
    said = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
    return st.one_of(said, hostile_texts(), st.tuples(said, hostile_texts()).map("\n".join))


@settings(max_examples=150, deadline=None)
@given(texts(), whens())
def test_any_note_is_read_and_every_change_rests_on_its_words(text: str, when: When) -> None:
    event = Event(id="held", title="Nets and Knots: who mends the sea?", when=when)

    found = read(
        Incoming(name="note.txt", raw=text.encode("utf-8", "replace")),
        Known(events=(event,)),
        TODAY,
    )

    for proposal in found.proposals:
        for evidence in proposal.draft.evidence.values():
            for cited in evidence.citations:
                assert cited.words == found.text[cited.start : cited.end]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("one hour later", Shift(minutes=60)),
        ("brought forward by 30 minutes", Shift(minutes=-30)),
        ("half an hour earlier", Shift(minutes=-30)),
        ("postponed by two weeks", Shift(days=14)),
        ("the following day", Shift(days=1)),
        ("en time senere", Shift(minutes=60)),
        ("deux jours plus tard", Shift(days=2)),
        ("eine Woche später", Shift(days=7)),
        ("media hora antes", Shift(minutes=-30)),
        ("two hours of talk", None),
    ],
)
def test_how_far_something_is_moved_is_read_in_five_languages(
    words: str, expected: Shift | None
) -> None:
    found = shift(words, Span(0, len(words)))

    assert expected == (found.value if found else None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("moved to Monday", 4),
        ("moved to Friday", 1),
        ("brought forward to Monday", -3),
        ("moved to Thursday", None),
        ("moved to Monday 3 June", None),
    ],
)
def test_a_weekday_lies_ahead_of_the_held_day_unless_it_is_brought_forward(
    words: str, expected: int | None
) -> None:
    found = weekday_shift(words, Span(0, len(words)), dt.date(2031, 6, 12))

    assert expected == (found.value.days if found else None)


def test_a_night_stays_as_long_when_it_is_moved_over_midnight() -> None:
    moved = by(NIGHT, Shift(minutes=60))

    assert moved is not None
    assert (moved.date, moved.time) == (dt.date(2031, 6, 13), dt.time(0, 30))
    assert (moved.last_date, moved.end_time) == (dt.date(2031, 6, 13), dt.time(1, 30))


def test_what_is_known_to_the_month_only_is_not_moved_by_days() -> None:
    month = When(date=dt.date(2031, 6, 1), precision=Precision.MONTH)

    assert by(month, Shift(days=7)) is None


@given(whens(), st.integers(-400, 400), st.integers(-3000, 3000))
def test_a_time_that_is_moved_can_be_or_is_none(when: When, days: int, minutes: int) -> None:
    moved = by(when, Shift(days=days, minutes=minutes))

    assert moved is None or EARLIEST_YEAR <= (moved.date or TODAY).year <= LATEST_YEAR
