"""Ways by which something gets out that nobody meant to tell, tried one by one."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from briefing.desk import issuing, note_files
from briefing.desk.desk import Desk
from briefing.desk.exporting import What, event_calendar, export
from briefing.desk.note_files import Wanted
from briefing.model import (
    RECORD_TYPES,
    Answer,
    Argument,
    Asked,
    Attendance,
    Citation,
    Event,
    Evidence,
    Forum,
    Going,
    Handling,
    Level,
    Link,
    Note,
    Position,
    Question,
    Record,
    Source,
    SourceKind,
    Speaker,
    Task,
    TaskKind,
    attendance_id,
)
from briefing.note.span import Span
from briefing.when import whole_day
from tests.desk.leaving import unpacked
from tests.desk.support import SETTINGS, make_folder, open_desk

R = msgspec.structs.replace
OPEN = Handling(level=Level.PUBLIC)
CLOSED = Handling(level=Level.ME)
RULED = Handling(level=Level.PUBLIC, chatham_house=True)
DAY = dt.date(2031, 6, 12)
NUMBER = "+47 22 33 44 55"
DIGITS = re.compile(r"\+?47\D{0,3}22\D?33\D?44\D?55")

PAPER = Source(id="paper", title="Announcement", handling=OPEN)
MAIL = Source(id="mail", title="A mail to me", handling=CLOSED)
NOTES = Source(id="notes", title="My notes", kind=SourceKind.OWN_NOTES, handling=OPEN)


def rests(*sources: str, words: str = "") -> Evidence:
    return Evidence(citations=tuple(Citation(source=id, words=words) for id in sources))


CALL = Event(
    id="call-ada-wick-at-47-22-33-44-55-ab2cd",
    title=f"Call Ada Wick at {NUMBER}",
    handling=OPEN,
    when=whole_day(DAY),
)
TALKS = Event(
    id="talks-ab2cd",
    title="Harbour Talks",
    handling=RULED,
    when=whole_day(DAY),
    speakers=tuple(
        Speaker(key=key, name=name, affiliation=f"Body {key}")
        for key, name in (("a", "Ada Wick"), ("b", "Bo Ferry"), ("c", "Cai Mooring"))
    ),
    evidence={f"speakers/{key}": rests("paper") for key in "abc"},
)


@pytest.fixture
def ruled(tmp_path: Path) -> Iterator[Desk]:
    """A desk with talks under the Chatham House rule, whose programme was published."""
    with open_desk(make_folder(tmp_path / "ruled", TALKS, PAPER, NOTES)) as opened:
        yield opened


def put(desk: Desk, *records: Record) -> None:
    with desk.change("Changed") as change:
        for record in records:
            change.put(record)


def told(desk: Desk, level: Level = Level.PUBLIC) -> str:
    """All records as an audience has them."""
    store = desk.for_audience(level).store
    return repr([record for kind in RECORD_TYPES for record in store.all(kind)])


# Names of files and records -----------------------------------------------------------------------


def test_an_id_made_from_a_number_that_is_withheld_does_not_leave(tmp_path: Path) -> None:
    with open_desk(make_folder(tmp_path / "desk", CALL)) as desk:
        assert not DIGITS.search(told(desk))


def test_issued_files_are_called_as_their_readers_know_the_event(tmp_path: Path) -> None:
    dated = R(CALL, evidence={"when": rests("mail")})
    with open_desk(make_folder(tmp_path / "desk", dated, MAIL)) as desk:
        issued = issuing.issue(desk, Wanted(subject=dated, level=Level.PUBLIC), (".md",))

    assert ["Call Ada Wick at […], note no. 1.md"] == [file.name for file in issued.issue.files]


def test_and_as_they_know_the_forum_of_some_days(tmp_path: Path) -> None:
    forum = Forum(
        id="pilots",
        name="Forum of Harbour Pilots",
        acronym="SECRET",
        handling=OPEN,
        evidence={"acronym": rests("mail")},
    )
    event = R(TALKS, handling=OPEN, forums=("pilots",))
    with open_desk(make_folder(tmp_path / "desk", forum, event, MAIL, PAPER)) as desk:
        span = Span(DAY, DAY, "pilots")
        wanted = Wanted(subject=span, kind="session report", level=Level.PUBLIC)
        issued = issuing.issue(desk, wanted, (".md", ".eml"))

    assert "SECRET" not in repr((issued.issue, issued.made.note))
    assert all(b"SECRET" not in unpacked(content) for content in issued.files.values())


# Versions and changes -----------------------------------------------------------------------------


def test_a_draft_does_not_tell_its_readers_that_others_had_one(ruled: Desk) -> None:
    issuing.issue(ruled, Wanted(subject=TALKS, level=Level.OFFICE), (".md",))

    made = issuing.draft(ruled, Wanted(subject=TALKS, level=Level.PUBLIC))

    assert "Draft of 2 Jun 2031" == made.note.version


def test_what_changed_since_ones_own_issue_tells_others_nothing_that_they_do_not_see(
    ruled: Desk,
) -> None:
    heard = Speaker(key="n", name="Dagny Heard", affiliation="Buoy Society")
    put(ruled, R(TALKS, handling=RULED, speakers=(*TALKS.speakers, heard), venue=NUMBER))
    put(ruled, Note(id="n", subject=TALKS.id, bottom_line="So.", handling=OPEN))
    own = issuing.issue(ruled, Wanted(subject=TALKS), (".md",))

    made = issuing.draft(ruled, Wanted(subject=TALKS, level=Level.PUBLIC))

    assert Level.PUBLIC == own.issue.level
    assert "Dagny" not in repr(made)
    assert NUMBER not in repr(made)


def test_nor_does_what_came_under_the_rule_since(ruled: Desk) -> None:
    heard = Speaker(key="n", name="Dagny Heard", affiliation="Buoy Society")
    free = R(TALKS, handling=OPEN, speakers=(*TALKS.speakers, heard))
    put(ruled, free)
    issuing.issue(ruled, Wanted(subject=free, level=Level.PUBLIC), (".md",))
    put(ruled, R(free, handling=RULED))

    made = issuing.draft(ruled, Wanted(subject=free, level=Level.PUBLIC))

    assert "Dagny" not in repr(made)


def test_numbers_that_went_out_on_request_are_not_told_again_unasked(ruled: Desk) -> None:
    reachable = R(TALKS, venue=f"Hall, {NUMBER}")
    put(ruled, reachable)
    asked = Wanted(subject=reachable, level=Level.PUBLIC, with_contacts=True)
    issuing.issue(ruled, asked, (".md",))
    put(ruled, R(reachable, venue=""))

    made = issuing.draft(ruled, Wanted(subject=reachable, level=Level.PUBLIC))

    assert NUMBER not in repr(made.note)


def test_who_goes_instead_is_told_without_how_to_reach_them(tmp_path: Path) -> None:
    settings = f'{SETTINGS}[handling]\nwho_goes = "office"\n'
    covered = Attendance(
        id=attendance_id(CALL.id), event=CALL.id, going=Going.COVERED, covered_by=f"Ola, {NUMBER}"
    )
    with open_desk(make_folder(tmp_path / "desk", CALL, covered, settings=settings)) as desk:
        told = desk.for_audience(Level.OFFICE).attendance(CALL.id)

    assert told is not None
    assert "Ola, […]" == told.covered_by


# What was said under the rule ---------------------------------------------------------------------


def test_the_words_of_who_asked_there_do_not_leave_with_the_question(ruled: Desk) -> None:
    cited = Citation(source="notes", words="Ada Wick asked who pays")
    put(
        ruled,
        Question(
            id="q",
            text="Who pays?",
            handling=OPEN,
            asked=(Asked(key="a", event=TALKS.id, citation=cited),),
        ),
    )

    assert "asked who pays" not in told(ruled)


def test_a_question_known_from_nowhere_else_is_told_without_names(ruled: Desk) -> None:
    put(
        ruled,
        Question(
            id="q",
            text="Does Ada Wick pay?",
            handling=OPEN,
            asked=(Asked(key="a", event=TALKS.id),),
        ),
        Question(
            id="p",
            text="Does Norway pay?",
            handling=OPEN,
            asked=(Asked(key="a", event=TALKS.id),),
            evidence={"text": rests("paper")},
        ),
    )

    seen = ruled.for_audience(Level.PUBLIC).store

    assert {"Does […] pay?", "Does Norway pay?"} == {q.text for q in seen.all(Question)}


def test_an_argument_for_what_was_said_is_what_was_said(ruled: Desk) -> None:
    put(
        ruled,
        Position(id="p", claim="So.", holder="Ada Wick", event=TALKS.id, handling=OPEN),
        Argument(id="a", reason="Ada Wick has the ships", position="p", handling=OPEN),
    )

    assert ["[…] has the ships"] == [
        one.reason for one in ruled.for_audience(Level.PUBLIC).store.all(Argument)
    ]


@pytest.mark.parametrize("kind", TaskKind)
def test_what_is_to_be_done_after_it_tells_nobody_for_whom(ruled: Desk, kind: TaskKind) -> None:
    task = Task(id="t", what="Send Ada Wick the list", kind=kind, event=TALKS.id, handling=OPEN)
    put(ruled, task)

    assert "Send Ada" not in told(ruled)


def test_what_an_announcement_says_is_to_be_done_stays_as_it_is(ruled: Desk) -> None:
    register = Task(
        id="t",
        what="Register with Bo Ferry",
        kind=TaskKind.REGISTER,
        event=TALKS.id,
        handling=OPEN,
        how=(Link(key="l", address="https://lantern.example"),),
        evidence={"what": rests("paper")},
    )
    put(ruled, register)

    assert register == ruled.for_audience(Level.PUBLIC).store.get(Task, "t")


def test_a_statement_kept_with_the_talks_is_its_speakers(ruled: Desk) -> None:
    statement = Source(
        id="statement", title="Statement by Ada Wick", kind=SourceKind.STATEMENT, handling=OPEN
    )
    put(ruled, statement, R(TALKS, links=(Link(key="l", address="source:statement"),)))

    assert "Statement by" not in told(ruled)


def test_own_words_that_name_who_was_there_are_told_to_the_author(ruled: Desk) -> None:
    days = Note(id="days", subject="2031-06-09/2031-06-13", background="Ada Wick.", handling=OPEN)
    answer = Question(id="q", text="Why?", answer=Answer(short="As Bo Ferry says."), handling=OPEN)
    silent = Note(id="other", subject="2031-06-09", background="Nothing.", handling=OPEN)
    put(ruled, days, answer, silent)
    audience = ruled.for_audience(Level.PUBLIC)

    for kind in RECORD_TYPES:
        list(audience.store.all(kind))

    warned = [one.record for one in audience.left_out if one.what == "nothing of your own words"]
    assert ["q", "days"] == warned


# Calendars ----------------------------------------------------------------------------------------


def test_a_calendar_tells_how_to_reach_somebody_only_where_that_is_asked(tmp_path: Path) -> None:
    event = R(CALL, title="Call", id="call-ab2cd", venue=f"Line {NUMBER}")
    with open_desk(make_folder(tmp_path / "desk", event)) as desk:
        bare, asked = (
            note_files.content(
                desk, wanted, note_files.make(desk, wanted).note, note_files.CALENDAR
            ).decode()
            for wanted in (
                Wanted(subject=event, level=Level.PUBLIC, with_contacts=contacts)
                for contacts in (False, True)
            )
        )

    assert NUMBER not in bare
    assert NUMBER in asked


def test_nor_does_one_in_a_mail_or_of_some_days(tmp_path: Path) -> None:
    event = R(CALL, title="Call", id="call-ab2cd", venue=f"Line {NUMBER}")
    days = Wanted(subject=Span(DAY, DAY), kind="outlook", level=Level.PUBLIC)
    with open_desk(make_folder(tmp_path / "desk", event)) as desk:
        found = []
        for wanted in (Wanted(subject=event, level=Level.PUBLIC), days):
            for contacts in (False, True):
                given = Wanted(
                    subject=wanted.subject,
                    kind=wanted.kind,
                    level=Level.PUBLIC,
                    with_contacts=contacts,
                )
                note = note_files.make(desk, given).note
                mail = unpacked(note_files.content(desk, given, note, ".eml"))
                found.append(f"LOCATION:Line {NUMBER}".encode() in mail)

    assert [False, True, False, True] == found


def test_an_export_of_an_event_asks_for_contacts_too(tmp_path: Path) -> None:
    event = R(CALL, title="Call", id="call-ab2cd", venue=f"Line {NUMBER}")
    with open_desk(make_folder(tmp_path / "desk", event)) as desk:
        path = Path("event.ics")
        exported = export(desk, What.EVENT, path, event=event, level=Level.PUBLIC)
        made = event_calendar(desk, event, Level.PUBLIC)

    assert NUMBER.encode() not in exported.content + made.content
