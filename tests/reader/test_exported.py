import datetime as dt
from typing import Any

import msgspec
import pytest

from briefing.arrange.in_calendars import OWN_WORDS, is_of_calendar, uid_of
from briefing.model import Citation, Event, EventKind, Evidence, Link, Mode, Proposal, Task
from briefing.reader import Incoming, read
from briefing.reader.exported import come_back
from briefing.reader.known import Known
from briefing.when import Precision, When, whole_day

JUNE = dt.date(2031, 6, 12)
TALK = Event(id="talk-ab2cd", title="A Talk", when=whole_day(JUNE), venue="Harbour Hall")
PAPER = Task(id="paper-ab2cd", what="Send the paper", due=whole_day(JUNE))
KNOWN = Known(events=(TALK,), tasks=(PAPER,))
READ = Evidence(citations=(Citation(source="s", start=0, end=6, words="A Talk"),), rule="r")


def _read(draft: Event | Task) -> Proposal:
    return Proposal(id="p", source="s", draft=draft)


def _item(of: Event | Task, **fields: Any) -> Proposal:  # noqa: ANN401 - any field
    """An item of ours as a rule reads it."""
    values: dict[str, Any] = {"title": "A Talk", "when": whole_day(JUNE)} | fields
    evidence = dict.fromkeys(values, READ)
    return _read(Event(id="draft-ab2cd", uid=uid_of(of), evidence=evidence, **values))


def test_an_item_of_an_event_tells_what_a_calendar_shows_and_nothing_guessed() -> None:
    guessed = {
        "mode": Mode.IN_PERSON,
        "kind": EventKind.MEETING,
        "links": (Link(key="k2", address="https://a.example"),),
    }

    (found,) = come_back([_item(TALK, venue="Pier 4", **guessed)], KNOWN)

    assert isinstance(found.draft, Event)
    assert ("Pier 4", None, ()) == (found.draft.venue, found.draft.mode, found.draft.links)
    assert {"title", "when", "venue"} == found.draft.evidence.keys()


def test_a_deadline_that_stands_where_it_stood_is_no_news() -> None:
    assert [] == come_back([_item(PAPER)], KNOWN)


@pytest.mark.parametrize(
    ("due", "shown"),
    [
        (
            When(date=JUNE, zone="Europe/Oslo", precision=Precision.DAY, written="12 June, COB"),
            When(date=JUNE, time=dt.time(17), zone="Europe/Oslo", precision=Precision.MINUTE),
        ),
        (whole_day(JUNE, dt.date(2031, 6, 14)), whole_day(dt.date(2031, 6, 14))),
    ],
)
def test_nor_is_one_that_a_calendar_shows_otherwise(due: When, shown: When) -> None:
    task = msgspec.structs.replace(PAPER, due=due)

    assert [] == come_back([_item(task, when=shown)], Known(tasks=(task,)))


def test_a_deadline_that_was_moved_changes_its_task() -> None:
    (found,) = come_back([_item(PAPER, when=whole_day(dt.date(2031, 6, 9)))], KNOWN)

    assert isinstance(found.draft, Task)
    assert PAPER.id == found.changes == found.draft.id
    assert dt.date(2031, 6, 9) == found.draft.due.date
    assert {"due": READ} == found.draft.evidence


def test_what_others_call_otherwise_stays_as_it_was_read() -> None:
    theirs = _read(Event(id="e", title="A Talk", uid="lamps@host.example", mode=Mode.ONLINE))
    plain = _read(Event(id="e", title="A Talk", mode=Mode.ONLINE))

    assert [theirs, plain] == come_back([theirs, plain], KNOWN)


def test_words_of_ours_are_not_read_as_the_organisers() -> None:
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@b.example\r\n"
        "DTSTAMP:20310602T000000Z\r\nDTSTART;VALUE=DATE:20310612\r\nSUMMARY:A Talk\r\n"
        f"DESCRIPTION:Bring a lamp.\\n\\n{OWN_WORDS}\\nSources:\\n- https://a.example/x\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )

    found = read(Incoming(name="a.ics", raw=calendar.encode()), Known(), JUNE)

    assert found.text.rstrip().endswith("Bring a lamp.")


def test_a_session_of_a_series_has_no_name_of_its_own_in_calendars() -> None:
    names = ("lamps@host.example", "lamps@host.example 20310612T090000", "a 20310612", "")

    assert [True, False, False, False] == [
        is_of_calendar(msgspec.structs.replace(TALK, uid=name)) for name in names
    ]
