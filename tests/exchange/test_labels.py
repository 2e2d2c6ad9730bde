import datetime as dt
import json
from typing import Any

import pytest

from briefing.exchange.labels import as_labels
from briefing.reader import Incoming, Known, Name, read

PAGE = b"""Net Talk

3 June 2024

Hybrid (Geneva and Online)

10:00-11:30 CET

The talk is organised by the Net Centre. Norland believes that nets should be shared.
Please register here by 1 June 2024.
How should nets be mended, and who pays?
"""
KNOWN = Known(
    names=(
        Name(
            id="oewg-old", name="Net Group", acronym="NG 2019\u20132021", aliases=("Net Centre",),
            is_forum=True, is_policy_forum=True,
        ),
    )
)  # fmt: skip


def labels(raw: bytes = PAGE) -> dict[str, Any]:
    proposed = read(Incoming(name="x.txt", raw=raw), KNOWN, dt.date(2024, 5, 1))
    told: dict[str, Any] = json.loads(json.dumps(as_labels(proposed)))
    return told


def test_an_event_stands_under_the_keys_of_the_labels() -> None:
    (event,) = labels()["events"]

    expected = {
        "title": "Net Talk", "start": "2024-06-03", "end": None, "start_time": "10:00",
        "end_time": "11:30", "tz": "CET", "utc_start": "2024-06-03T08:00:00Z",
        "utc_start_inferred": None, "mode": "hybrid", "venue": "Geneva",
        "organisers": ["Net Centre"], "registration_deadline": "2024-06-01", "parent": None,
    }  # fmt: skip
    assert expected == {key: event[key] for key in expected}


@pytest.mark.parametrize(
    ("told", "about"), [(b"in June 2024", "2024-06"), (b"in spring 2025", "2025")]
)
def test_what_is_not_known_to_the_day_is_no_day(told: bytes, about: str) -> None:
    (event,) = labels(b"Save the date: Net Talk\n\nThe talk takes place " + told + b".\n")["events"]

    assert (None, None, about) == (event["start"], event["end"], event["about"])


def test_an_instant_by_the_venues_clock_has_a_key_of_its_own() -> None:
    (event,) = labels(PAGE.replace(b" CET", b""))["events"]

    assert (None, "2024-06-03T08:00:00Z") == (event["utc_start"], event["utc_start_inferred"])


def test_each_value_has_its_words_rule_confidence_and_doubts_beside_it() -> None:
    (event,) = labels()["events"]

    when = event["values"]["when"]

    assert ["3 June 2024", "10:00-11:30 CET"] == [span["words"] for span in when["spans"]]
    assert [(10, 21), (51, 66)] == [(span["start"], span["end"]) for span in when["spans"]]
    assert ["zone out of season"] == [doubt["kind"] for doubt in when["doubts"]]
    assert 0 < when["confidence"] < 1
    assert when["rule"].startswith("date.day+time.range")


def test_questions_views_forums_and_tasks_stand_beside_the_events() -> None:
    told = labels()

    assert ["How should nets be mended, and who pays?"] == told["questions"]
    assert ["NG"] == told["forums"]
    assert ["Norland"] == told["stakeholders"]
    assert [("Norland", "nets should be shared")] == [
        (view["holder"], view["claim"]) for view in told["positions"]
    ]
    assert [("Register for Net Talk", "2024-06-01", "Net Talk")] == [
        (task["what"], task["due"], task["event"]) for task in told["tasks"]
    ]
