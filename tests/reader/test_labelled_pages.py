import datetime as dt

import pytest

from tests.reader.pages import event_of, events_of

DAY = dt.date(2026, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        "| Title | Panel on safe nets |\n|---|---|\n| When | 12 May 2026, 15:00 |\n"
        "| Where | Net House, Geneva |",
        "Panel on safe nets\n\nWhen | 12 May 2026\nTime | 15:00\nVenue | Net House, Geneva",
        "Panel on safe nets\n\nWhen\t12 May 2026\nTime\t15:00\nVenue\tNet House, Geneva",
        "Title: Panel on safe nets\nDate: 12 May 2026, 15:00\nLocation: Net House, Geneva",
        "Event name: Panel on safe nets\nStart: 12 May 2026 15:00\nLocation: Net House, Geneva",
        "Panel on safe nets\nWhen: 12 May 2026, 15:00\nVenue: Net House, Geneva",
    ],
)
def test_labels_alone_announce_an_event(text: str) -> None:
    event = event_of(text)

    assert ("Panel on safe nets", DAY, dt.time(15)) == (
        event.title,
        event.when.date,
        event.when.time,
    )
    assert "Net House, Geneva" == event.venue


@pytest.mark.parametrize(
    "text",
    [
        "Vacancy: clerk for small nets\nStart date: 1 September 2026\nLocation: Geneva",
        "Project: safe nets for all\nStart date: 1 January 2026\nLocation: Nairobi",
        "Small nets of the sea\nDate: 3 March 2026\nAuthor: Ann Example",
    ],
)
def test_posts_projects_and_reports_are_no_events(text: str) -> None:
    assert [] == events_of(text)


def test_the_head_of_a_table_is_no_label() -> None:
    assert [] == events_of("Report on nets\n\nDate | Venue\n--- | ---\nA net | A house")


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of the board\n\nDate: 3 March 2026\nPlace: Net House, Geneva\nThe board met.",
        "Invoice 14\nDate: 3 March 2026\nAddress: Net Street 1, Geneva\nTotal: 100 euros",
    ],
)
def test_minutes_and_invoices_are_no_events(text: str) -> None:
    assert [] == events_of(text)
