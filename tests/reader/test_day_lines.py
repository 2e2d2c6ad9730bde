import datetime as dt

from tests.reader.pages import event_of, events_of


def test_the_line_that_says_no_more_than_when_tells_the_hour_of_a_day_in_the_title() -> None:
    event = event_of(
        "Subject: Side event on ropes, 21 October\n\nDear colleagues,\n\n"
        "The Mission of Tolima invites you to the side event\n\n"
        "        Tuesday, 21 October 2025, 1.15-2.30 p.m.\n"
        "        Conference Room B, UN Headquarters\n\n"
        "A summary of our breakfast of 22 October 2024 is available.\n"
    )

    assert (dt.time(13, 15), dt.time(14, 30)) == (event.when.time, event.when.end_time)
    assert event.venue == "Conference Room B, UN Headquarters"


def test_a_time_may_stand_behind_other_words_on_the_line_of_its_day() -> None:
    event = event_of("Drafting day for young rope makers\n13/06/2026, online, 10:00–16:00 UTC\n")

    assert (dt.time(10), dt.time(16)) == (event.when.time, event.when.end_time)


def test_the_last_day_ends_when_other_languages_say_so() -> None:
    event = event_of(
        "Konferenz über Netze\n\nDie Stadt lädt am 1. und 2. Oktober 2026 zur Konferenz ein. Beginn"
        " ist am ersten Tag um 10.00 Uhr; sie endet am zweiten Tag um 13.30 Uhr (MESZ).\n"
    )

    assert (dt.time(10), dt.time(13, 30)) == (event.when.time, event.when.end_time)
    assert event.when.written_zone == "MESZ"


def test_the_issue_of_a_letter_tells_the_year_of_its_days() -> None:
    events = events_of(
        "THE ROPE LETTER\nIssue 61  |  Friday, 15 May 2026\n\n"
        "1 | Rope makers' roundtable\n28-29 May, Nairobi\nHosted by the Harbour Trust.\n\n"
        "2 | Net week\n3-4 June, Lima\nHosted by the Harbour Trust.\n"
    )

    assert [dt.date(2026, 5, 28), dt.date(2026, 6, 3)] == [one.when.date for one in events]


def test_a_forum_that_brought_people_together_is_an_earlier_one() -> None:
    event = event_of(
        "SAVE THE DATE\n\nSecond Rope Forum\n\nTallinn, Estonia\nTwo days in autumn 2026\n\n"
        "The first Forum (Riga, 14-15 November 2024) brought together 180 rope makers.\n"
    )

    assert event.when.date is None or event.when.date.year == 2026
