import datetime as dt

import pytest

from tests.reader.pages import event_of

_NONE_TOLD = ["18:00 is the end of one day; no end is told of the last."]
_OF_THE_LAST = ["The days have hours of their own; 13:00 is the end of the last."]


@pytest.mark.parametrize(
    "sentence",
    [
        "The first day starts at 9.30 and ends at 18:00; on the second day we close at 13h00.",
        "On day one we meet from 9.30 to 18:00. Day two ends at 13:00.",
        "On 4 May we start at 9.30 and end at 18:00; on 5 May we close at 13:00.",
        "On Thursday it starts at 9.30 and ends at 18:00, on Friday it closes at 13:00.",
        "It starts on Thursday at 9.30 and ends on Friday at 13:00.",
        "It starts at 9.30 and ends at 18:00. The last day ends at 13:00.",
    ],
)
def test_an_event_of_days_ends_when_its_last_day_is_said_to_end(sentence: str) -> None:
    event = event_of(_seminar(sentence))

    assert (dt.time(9, 30), dt.time(13)) == (event.when.time, event.when.end_time)
    assert _OF_THE_LAST == [doubt.words for doubt in event.evidence["when"].doubts]


@pytest.mark.parametrize(
    "sentence",
    [
        "The first day starts at 9.30 and ends with a reception at 18:00.",
        "On Thursday it starts at 9.30 and ends at 18:00.",
        "Day 1: 9.30-18:00.",
    ],
)
def test_the_end_of_a_first_day_is_not_the_end_of_the_event(sentence: str) -> None:
    event = event_of(_seminar(sentence))

    assert (dt.time(9, 30), None) == (event.when.time, event.when.end_time)
    assert _NONE_TOLD == [doubt.words for doubt in event.evidence["when"].doubts]


def test_the_start_of_a_later_day_is_not_the_start_of_the_event() -> None:
    event = event_of(_seminar("On the second day we start at 10:00."))

    assert event.when.time is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Each day starts at 9.30 and ends at 17:00.",
        "On Thursday and Friday we meet from 9.30 to 17:00.",
        "It runs from 9.30 to 17:00. On the first day there is a dinner at 19:00.",
    ],
)
def test_hours_said_of_all_days_raise_no_doubt(sentence: str) -> None:
    event = event_of(_seminar(sentence))

    assert (dt.time(9, 30), dt.time(17)) == (event.when.time, event.when.end_time)
    assert not event.evidence["when"].doubts


def _seminar(sentence: str) -> str:
    return f"Seminar on Nets\n\nIt will be held in Geneva on 4-5 May 2023. {sentence}"
