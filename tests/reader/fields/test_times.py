"""Clock times that stand alone: what is taken for one, and what is not."""

import pytest
from hypothesis import given, strategies as st

from briefing.model import DoubtKind
from briefing.reader.fields import times
from tests.reader.fields.date_support import kinds, shown_clock

EXPRESSIONS = (
    ("10:00 AM - 11:30 AM SAST/CET (UTC+2)", "10:00-11:30 SAST/CET (UTC+2)"),
    ("3:00PM CET / 2:00PM UTC", "15:00 CET = 14:00 UTC"),
    ("14:00 UTC (16:00 CEST)", "14:00 UTC = 16:00 CEST"),
    ("9am EST | 2pm GMT | 3pm CET", "09:00 EST = 14:00 GMT = 15:00 CET"),
    ("10:00-11:30 EDT/16:00-17:30 CEST", "10:00-11:30 EDT = 16:00-17:30 CEST"),
    ("9:00 ET, 15:00 CET", "09:00 ET = 15:00 CET"),
    ("0745-0930", "07:45-09:30"),
    ("Time: 1300-1430", "13:00-14:30"),
    ("Time: 1900-2030", "19:00-20:30"),
    ("Time: 10-12", "10:00-12:00"),
    ("Tid: 9–11", "09:00-11:00"),
    ("13h00-15h00 CET", "13:00-15:00 CET"),
    ("at 12pm UTC", "12:00 UTC"),
    ("12am", "00:00"),
    ("12:30 a.m.", "00:30"),
    ("at 10:00 CEST", "10:00 CEST"),
    ("13:00, UTC", "13:00 UTC"),
    ("10:00 UTC+5:30", "10:00 UTC+5:30"),
    ("10:00 (GMT -3)", "10:00 GMT -3"),
    ("10:00 (CET, UTC+1)", "10:00 CET, UTC+1"),
    ("10:00 Eastern Daylight Time", "10:00 Eastern Daylight Time"),
    ("10:00 New York time", "10:00 New York time"),
    ("10:00 (Geneva time)", "10:00 Geneva time"),
    ("11:00 a 12:30 (hora de Washington, D.C., UTC-4)",
     "11:00-12:30 hora de Washington, D.C., UTC-4"),
    ("We start at 08:30 GMT and finish at 09:45", "08:30-09:45 GMT"),
    ("1:00PM TO 2:15PM", "13:00-14:15"),
    ("10-11:30am", "10:00-11:30"),
    ("10 - 11.30 am", "10:00-11:30"),
    ("1-2:30pm", "13:00-14:30"),
    ("10-1pm", "10:00-13:00"),
    ("11:30-1:00 pm", "11:30-13:00"),
    ("9am-1", "09:00-13:00"),
    ("2pm to 4pm", "14:00-16:00"),
    ("noon", "12:00"),
    ("12 noon to 2 pm", "12:00-14:00"),
    ("09:30–11 EDT", "09:30-11:00 EDT"),
    ("19:00h - 21:30h", "19:00-21:30"),
    ("1800 hours", "18:00"),
    ("a las 10:30 hrs. (hora de Santiago, UTC-3)", "10:30 hora de Santiago, UTC-3"),
    ("10:30 hrs. (UTC-3)", "10:30 UTC-3"),
    ("14:00 hrs., UTC", "14:00 UTC"),
    ("14:00 hs. (UTC)", "14:00 UTC"),
    ("de 9:00 a 10:30 horas, UTC-5", "09:00-10:30 UTC-5"),
    ("at 1430 CET", "14:30 CET"),
    ("1430-1600 CEST", "14:30-16:00 CEST"),
    ("kl. 12.00-13.30", "12:00-13:30"),
    ("kl 9-11", "09:00-11:00"),
    ("kl. 12", "12:00"),
    ("klokken 9.30", "09:30"),
    ("10 Uhr", "10:00"),
    ("von 10 bis 12 Uhr", "10:00-12:00"),
    ("10.00 Uhr", "10:00"),
    ("de 9h à 12h30", "09:00-12:30"),
    ("14 h 30", "14:30"),
    ("a las 11", "11:00"),
    ("12.00-13.30", "12:00-13:30"),
    ("between 10:00 and 12:00", "10:00-12:00"),
    ("10:00 UTC-12:00 UTC", "10:00-12:00 UTC"),
    ("14:00-17:00 (CEST)", "14:00-17:00 CEST"),
    ("10:00-24:00", "10:00-00:00"),
    ("1230       Lunch", "12:30"),
    ("1900       Dinner at the castle", "19:00"),
    ("1900-2030  Reception", "19:00-20:30"),
    ("08:00 ART EXHIBITION", "08:00"),
    ("10:00 local time", "10:00"),
    ("zwischen 14 und 16 Uhr", "14:00-16:00"),
    ("mellom kl. 14 og 16", "14:00-16:00"),
    ("entre las 15:00 y las 17:00", "15:00-17:00"),
    ("3:00 p. m.", "15:00"),
    ("14 Uhr 30", "14:30"),
    ("at 9 o'clock", "09:00"),
    ("à midi", "12:00"),
    ("à 14 heures", "14:00"),
    ("10:00 Norwegian time", "10:00 Norwegian time"),
    ("23:59 (Anywhere on Earth)", "23:59 Anywhere on Earth"),
    ("09:00 – 10 principles for norms", "09:00"),
    ("Room 8 - 10:00", "10:00"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), EXPRESSIONS)
def test_a_time_is_read_as_it_is_meant(words: str, expected: str) -> None:
    assert [shown_clock(found.value) for found in times.find(words)] == [expected]


TRAPS = (
    "2021-2025", "1900-2030 was the period", "24/7", "within 24h", "48 hours", "a 10 hour flight",
    "+41 22 917 12.34", "ISO 27001:2022", "A/C.1/77/L.73", "section 3.10-3.25", "rooms 10-12",
    "at 10 Downing Street", "EUR 12.30", "#1300-1430", "in 2030", "version 10.15", "100:00",
    "25:00", "10:75", "I am 10", "http://host:8080/", "ratio 1:1000", "12.30 euros",
     "3 hours", "(2 hrs)", "within 12 hours", "10-12 years",
)  # fmt: skip


@pytest.mark.parametrize("words", TRAPS)
def test_what_only_looks_like_a_time_is_left_alone(words: str) -> None:
    assert times.find(words) == []


def test_two_sessions_are_two_times() -> None:
    found = times.find("at 10:00 and 14:00")

    assert [shown_clock(c.value) for c in found] == ["10:00", "14:00"]


def test_sessions_in_one_zone_are_not_readings_of_each_other() -> None:
    found = times.find("10:00-11:00 CET / 14:00-15:00 CET")

    assert [shown_clock(c.value) for c in found] == ["10:00-11:00 CET", "14:00-15:00 CET"]


def test_beside_a_date_four_figures_are_a_time() -> None:
    assert [shown_clock(c.value) for c in times.find(", 1900-2030", beside_date=True)] == [
        "19:00-20:30"
    ]


def test_a_bracket_that_opens_before_a_time_is_no_part_of_it() -> None:
    text = "Welcome (10:30 CET)"

    (found,) = times.find(text)

    assert text[found.start : found.end] == found.value.written == "10:30 CET"


def test_spans_lie_in_the_whole_text() -> None:
    text = "10:00 and later 11:00"

    (found,) = times.find(text, 6)

    assert text[found.start : found.end] == "11:00"


@pytest.mark.parametrize("words", ["midnight", "at 24:00", "by midnight"])
def test_midnight_may_be_either_end_of_a_day(words: str) -> None:
    (found,) = times.find(words)

    assert kinds(found) == [DoubtKind.VAGUE_TIME]


@pytest.mark.parametrize("words", ["00:30", "03:00", "3:00 am", "0300-0430", "kl. 07.00"])
def test_a_plain_early_hour_is_not_doubted(words: str) -> None:
    (found,) = times.find(words)

    assert found.doubts == ()


PIECES = (
    "1", "12", "24", "0745", "1900", "-", " - ", "–", ":", ".", "h", " ", "\n", "(", ")", "/", ",",
    "am", "PM", "a.m.", "noon", "midnight", "UTC", "+2", "CET", "ET", "Geneva time", "kl.", "Uhr",
    "at", "to", "and", "between", "Time:", "T", "Z", "hours", "00", "30", "٣", "\u00a0",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=200))
def test_any_text_is_read_without_an_error_and_spans_hold_their_words(text: str) -> None:
    found = times.find(text)

    assert [text[c.start : c.end] for c in found] == [c.value.written for c in found]
