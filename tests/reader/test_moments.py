import datetime as dt

from briefing.model import DoubtKind
from tests.reader.pages import event_of


def test_a_title_without_a_year_takes_it_from_the_sentence_that_repeats_its_days() -> None:
    event = event_of(
        "From: desk@net.example\nSubject: Seminar on nets, Geneva, 4 and 5 May\n\n"
        "Dear friends,\n\nThe seminar will be held in Geneva on 4-5 May 2022."
    )

    assert (dt.date(2022, 5, 4), dt.date(2022, 5, 5)) == (event.when.date, event.when.end_date)
    assert not event.evidence["when"].doubts


def test_a_title_without_a_year_takes_none_from_other_days() -> None:
    event = event_of(
        "From: desk@net.example\nSubject: Seminar on nets, Geneva, 4 and 5 May\n\n"
        "Dear friends,\n\nThe last seminar was held in Geneva on 7 June 2019."
    )

    assert event.when.date is None


def test_an_end_has_a_label_of_its_own() -> None:
    event = event_of(
        "Seminar on nets\n\nStarts: 9 June 2026, 10:00\nEnds: 11 June 2026, 17:00\n"
        "Venue: Net House, Geneva\n\nJoin us for the seminar."
    )

    assert (dt.date(2026, 6, 9), dt.time(10)) == (event.when.date, event.when.time)
    assert (dt.date(2026, 6, 11), dt.time(17)) == (event.when.end_date, event.when.end_time)
    words = [citation.words for citation in event.evidence["when"].citations]
    assert "11 June 2026, 17:00" in words


def test_hours_have_labels_of_their_own() -> None:
    event = event_of(
        "Seminar on nets\n\nDate: 9 June 2026\nStarts: 10:00\nEnds: 11:30\n"
        "Venue: Net House, Geneva\n\nJoin us for the seminar."
    )

    assert (dt.time(10), dt.time(11, 30)) == (event.when.time, event.when.end_time)


def test_a_question_mark_labels_a_day() -> None:
    event = event_of("Seminar on nets\nWhen? 9 June 2026, 10am\nWhere? Net House, Geneva\nJoin us!")

    assert (dt.date(2026, 6, 9), dt.time(10)) == (event.when.date, event.when.time)


def test_the_days_of_what_it_is_part_of_are_not_its_own() -> None:
    event = event_of(
        "Seminar on nets\n\nThe seminar will be held on the margins of the third session of the"
        " group (8–12 June 2026), on 9 June 2026 at 13:15."
    )

    assert (dt.date(2026, 6, 9), None) == (event.when.date, event.when.end_date)


def test_a_head_and_an_invitation_that_disagree_are_doubted() -> None:
    event = event_of(
        "Seminar on nets\n9 June 2026\nNet House, Geneva\n\n"
        "The Net House invites you to a seminar on 10 June 2026."
    )

    found = event.evidence["when"]
    assert DoubtKind.DATES_DISAGREE in [doubt.kind for doubt in found.doubts]


def test_a_day_that_only_stands_in_a_sentence_is_doubted() -> None:
    event = event_of(
        "Invitation to a seminar on nets\nNet House, Geneva\n\nWe invite you to the Net House."
        "\n\nOn 9 June 2026 we look at nets."
    )

    assert event.when.date == dt.date(2026, 6, 9)
    assert DoubtKind.UNSURE in [doubt.kind for doubt in event.evidence["when"].doubts]


def test_a_life_gives_an_event_no_day() -> None:
    event = event_of(
        "Invitation to a seminar on nets\nNet House, Geneva\n\nWe invite you to the Net House."
        "\n\nAna Berg was a minister from 3 May 2019 to 4 June 2021."
    )

    assert event.when.date is None


def test_a_posting_line_tells_the_year() -> None:
    event = event_of(
        "Posted 3 March 2026\n\nSeminar on nets\n9 October\nNet House, Geneva\n\n"
        "The Net House invites you to a seminar."
    )

    assert event.when.date == dt.date(2026, 10, 9)
    assert [DoubtKind.YEAR_INFERRED] == [doubt.kind for doubt in event.evidence["when"].doubts]
