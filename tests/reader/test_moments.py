import datetime as dt

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
