import datetime as dt

import pytest

from tests.reader.pages import event_of, events_of

DAYS = (dt.date(2026, 5, 12), dt.date(2026, 5, 13))


@pytest.mark.parametrize(
    "line",
    [
        "GENEVA, 3 March 2026 – ",
        "OSLO (3 March 2026) — ",
        "NEW YORK, 3 March 2026 (NNN) – ",
        "Genève, le 3 mars 2026 – ",
        "Net City/Geneva, 3 March 2026 -- ",
    ],
)
def test_the_day_of_a_dateline_is_not_the_events(line: str) -> None:
    event = event_of(
        f"{line}The Net Institute will host a conference on small nets on 12 and 13 May 2026"
        " at Net House. Ministers will attend."
    )

    assert DAYS == (event.when.date, event.when.end_date)
    assert "Conference on small nets" == event.title


def test_a_dateline_alone_dates_nothing() -> None:
    event = event_of(
        "Seminar on nets\n\nGENEVA, 3 March 2026 – Join us for the seminar at Net House."
    )

    assert event.when.date is None


def test_news_with_a_dateline_are_no_event() -> None:
    assert [] == events_of(
        "GENEVA, 3 March 2026 – The Net Institute today published its report on small nets."
    )


def test_a_place_and_a_day_before_a_title_are_the_events() -> None:
    event = event_of("Geneva, 12 May 2026 – Seminar on nets\n\nJoin us at Net House at 3 pm.")

    assert DAYS[0] == event.when.date


def test_a_bare_day_above_news_yields_to_the_day_that_the_text_invites_to() -> None:
    event = event_of(
        "PRESS RELEASE\nGeneva, 3 March 2026\n\nNet Institute to host conference on nets\n\n"
        "The Net Institute will host a conference on nets on 12-13 May 2026 in Geneva."
    )

    assert DAYS == (event.when.date, event.when.end_date)
    assert not event.evidence["when"].doubts
    assert "Net Institute to host conference on nets" == event.title


def test_the_day_of_a_further_event_is_that_of_its_own() -> None:
    own, further = events_of(
        "Seminar on nets\n\n9 June 2026\nNet House, Geneva\n\nJoin us for the seminar.\n\n"
        "A follow-up seminar will be held on 3 September 2026 in Oslo."
    )

    assert ("Seminar on nets", dt.date(2026, 6, 9)) == (own.title, own.when.date)
    assert ("follow-up seminar", dt.date(2026, 9, 3)) == (further.title, further.when.date)
