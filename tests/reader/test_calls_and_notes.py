import datetime as dt

from briefing.model import Event, Task
from briefing.reader import Incoming, Known, read
from tests.reader.pages import event_of, events_of

TODAY = dt.date(2026, 1, 10)


def told(text: str) -> tuple[list[str], list[dt.date | None]]:
    """Return the titles of a page's events, and the days by which it asks for something."""
    proposed = read(Incoming(name="page.txt", raw=text.encode()), Known(), TODAY).proposals
    drafts = [proposal.draft for proposal in proposed]
    titles = [draft.title for draft in drafts if isinstance(draft, Event)]
    return titles, [draft.due.date for draft in drafts if isinstance(draft, Task)]


def test_a_call_for_papers_is_an_event_with_its_deadlines_as_tasks() -> None:
    titles, due = told(
        "Call for papers: Conference on Small Nets\n\nGeneva, 12-13 November 2026\n\n"
        "Abstract submission deadline: 1 May 2026\nFull papers due: 1 September 2026\n"
        "Registration deadline: 1 November 2026"
    )

    assert ["Conference on Small Nets"] == titles
    assert [dt.date(2026, 5, 1), dt.date(2026, 9, 1), dt.date(2026, 11, 1)] == due


def test_the_steps_of_a_call_are_no_events() -> None:
    titles, due = told(
        "Call for Papers\n\nThird Conference on Small Nets, 12-13 November 2026, Geneva\n\n"
        "Important dates\n- 1 May 2026: submission of abstracts\n"
        "- 1 June 2026: notification of acceptance\n- 1 September 2026: submission of full papers"
    )

    assert 1 == len(titles)
    assert [dt.date(2026, 5, 1), dt.date(2026, 9, 1)] == due


def test_a_note_of_one_line_is_an_event() -> None:
    event = event_of("Panel on nets, 12 May 2026, 15:00, Room 4")

    assert ("Panel on nets", dt.date(2026, 5, 12), dt.time(15)) == (
        event.title,
        event.when.date,
        event.when.time,
    )


def test_a_time_behind_the_title_is_no_part_of_it() -> None:
    titles = [
        (event.title, event.when.time)
        for event in events_of(
            "6/9/26 - Net Rules Today - 10:00 AM ET\n6/16/26 - Net Rules Tomorrow - 11:00 AM ET"
        )
    ]

    assert [("Net Rules Today", dt.time(10)), ("Net Rules Tomorrow", dt.time(11))] == titles


def test_a_line_of_news_is_no_event() -> None:
    assert [] == events_of("3 March 2026 - Ministers speak of nets")


def test_a_sentence_alone_is_called_by_its_noun() -> None:
    event = event_of("The webinar takes place at 3 pm UTC on 12 May 2026.")

    assert "Webinar" == event.title
    assert event.evidence["title"].doubts


def test_a_time_before_the_title_is_no_part_of_it() -> None:
    titles = [
        (event.title, event.when.time)
        for event in events_of(
            "- 12 May 2026, 15:00: Panel on nets, Oslo\n- 19 May 2026, 16:00: Seminar on seas, Oslo"
        )
    ]

    assert [("Panel on nets", dt.time(15)), ("Seminar on seas", dt.time(16))] == titles
