import datetime as dt
from pathlib import Path

import pytest

from briefing.desk.audience import UnseenError
from briefing.model import (
    RECORD_TYPES,
    Answer,
    Asked,
    Attendance,
    Citation,
    Event,
    Evidence,
    Expected,
    Forum,
    Going,
    Handling,
    Level,
    Link,
    Note,
    Party,
    Position,
    Question,
    Record,
    Source,
    SourceKind,
    Speaker,
    Stakeholder,
    Stance,
    Task,
    attendance_id,
)
from briefing.store import NotKeptError
from briefing.when import whole_day
from tests.desk.support import make_folder, open_desk

OPEN = Handling(level=Level.PUBLIC)
CLOSED = Handling(level=Level.ME)
RULED = Handling(level=Level.PUBLIC, chatham_house=True)

PUBLIC_PAPER = Source(id="paper", title="Announcement", handling=OPEN)
OWN_MAIL = Source(id="mail", title="A mail to me", handling=CLOSED)
NOTES = Source(id="notes", title="From the room", kind=SourceKind.OWN_NOTES, handling=RULED)


def rests(*sources: str) -> Evidence:
    return Evidence(citations=tuple(Citation(source=id, words=f"words of {id}") for id in sources))


def speaker(key: str, name: str, stakeholder: str | None = None) -> Speaker:
    return Speaker(key=key, name=name, affiliation=f"Body {key}", stakeholder=stakeholder)


TALKS = Event(
    id="talks-ab2cd",
    title="Harbour Talks",
    handling=OPEN,
    when=whole_day(dt.date(2031, 6, 12)),
    venue="Harbour Hall",
    speakers=(speaker("a", "Ada Wick"), speaker("b", "Bo Ferry"), speaker("c", "Cai Mooring")),
    evidence={"title": rests("paper", "mail"), "venue": rests("mail"), "speakers": rests("paper")},
)
CLOSED_TALKS = Event(
    id=TALKS.id,
    title=TALKS.title,
    handling=RULED,
    when=TALKS.when,
    speakers=TALKS.speakers,
    evidence={"speakers": rests("paper")},
)
SAID = Position(
    id="ada-says-ab2cd",
    handling=OPEN,
    claim="The Lantern Institute would list its ships.",
    holder="Ada Wick",
    stakeholder="lantern",
    event=TALKS.id,
    on=dt.date(2031, 6, 12),
    stance=Stance.SUPPORTS,
    document="LI/1",
    capacity="for the Lantern Institute",
    aligned=(Party(key="p", name="Tidewater Foundation"),),
    evidence={"claim": rests("notes"), "holder": rests("notes")},
)
LANTERN = Stakeholder(id="lantern", name="Lantern Institute", handling=OPEN)


def seen(tmp_path: Path, *records: Record, level: Level = Level.PUBLIC) -> dict[str, Record]:
    """What an audience sees, by the ids that it sees."""
    make_folder(tmp_path / "desk", *records)
    with open_desk(tmp_path / "desk") as desk:
        store = desk.for_audience(level).store
        return {record.id: record for kind in RECORD_TYPES for record in store.all(kind)}


def test_a_record_for_a_narrower_circle_is_left_out_whole(tmp_path: Path) -> None:
    mine, office, public = (
        Forum(id=level, name=level, handling=Handling(level=level))
        for level in (Level.ME, Level.OFFICE, Level.PUBLIC)
    )

    assert {public.id: public} == seen(tmp_path / "1", mine, office, public)
    assert {office.id: office, public.id: public} == seen(
        tmp_path / "2", mine, office, public, level=Level.OFFICE
    )


def test_to_oneself_everything_is_shown_as_it_is(tmp_path: Path) -> None:
    records = (TALKS, SAID, LANTERN, PUBLIC_PAPER, OWN_MAIL, NOTES)

    assert {one.id: one for one in records} == seen(tmp_path, *records, level=Level.ME)


def test_what_rests_on_a_stricter_source_alone_goes_and_its_words_with_it(tmp_path: Path) -> None:
    told = seen(tmp_path, TALKS, PUBLIC_PAPER, OWN_MAIL)[TALKS.id]

    assert isinstance(told, Event)
    assert ("Harbour Talks", "") == (told.title, told.venue)
    assert {"title": rests("paper"), "speakers": rests("paper")} == told.evidence


def test_a_record_whose_title_may_not_be_seen_is_left_out(tmp_path: Path) -> None:
    event = Event(id="e", title="Secret", handling=OPEN, evidence={"title": rests("mail")})

    assert {} == seen(tmp_path, event, OWN_MAIL)


def test_a_source_that_is_not_held_any_more_may_be_seen_by_nobody_else(tmp_path: Path) -> None:
    event = Event(id="e", title="Lost", handling=OPEN, evidence={"title": rests("gone")})

    assert {} == seen(tmp_path, event)


def test_nothing_names_what_is_left_out(tmp_path: Path) -> None:
    secret = Event(id="secret", title="Secret", handling=CLOSED)
    forum = Forum(id="inner", name="Inner circle", handling=CLOSED)
    event = Event(
        id="e",
        title="Open",
        handling=OPEN,
        parent="secret",
        forums=("inner",),
        links=(Link(key="l", address="source:mail", words="Paper"),),
        speakers=(Speaker(key="s", name="Ada", stakeholder="lantern"),),
        evidence={"forums/inner": rests("paper"), "parent": rests("paper")},
    )
    question = Question(
        id="q",
        text="Who?",
        handling=OPEN,
        asked=(Asked(key="a", event="secret", on=dt.date(2031, 1, 1)),),
        expected=(Expected(key="x", event="secret"),),
    )
    task = Task(id="t", what="Go", handling=OPEN, event="secret")
    note = Note(id="n", subject="secret", bottom_line="Hush", handling=OPEN)
    body = Stakeholder(id="lantern", name="Lantern", handling=CLOSED)

    told = seen(tmp_path, secret, forum, event, question, task, note, body, PUBLIC_PAPER, OWN_MAIL)

    assert {
        "e": Event(id="e", title="Open", handling=OPEN, speakers=(Speaker(key="s", name="Ada"),)),
        "q": Question(id="q", text="Who?", handling=OPEN),
        "t": Task(id="t", what="Go", handling=OPEN),
        "paper": PUBLIC_PAPER,
    } == told


def test_where_one_goes_is_nobody_elses_business(tmp_path: Path) -> None:
    going = Attendance(id=attendance_id(TALKS.id), event=TALKS.id, going=Going.GOING, handling=OPEN)

    assert going.id not in seen(tmp_path, CLOSED_TALKS, going, PUBLIC_PAPER)
    with open_desk(tmp_path / "desk") as desk:
        assert desk.for_audience(Level.PUBLIC).store.get(Attendance, going.id) is None


def test_what_was_said_under_the_rule_leaves_without_who_said_it(tmp_path: Path) -> None:
    told = seen(tmp_path, CLOSED_TALKS, SAID, LANTERN, PUBLIC_PAPER, NOTES)
    (said,) = (record for record in told.values() if isinstance(record, Position))

    assert said == Position(
        id=said.id,
        handling=RULED,
        claim="The […] would list its ships.",
        holder="a participant",
        event=TALKS.id,
        on=dt.date(2031, 6, 12),
        stance=Stance.SUPPORTS,
        evidence={"claim": Evidence()},
    )
    assert said.is_anonymous
    assert "ada" not in said.id
    assert "notes" not in told


def test_the_published_programme_stays_and_what_a_note_taker_added_does_not(
    tmp_path: Path,
) -> None:
    event = Event(
        id="e",
        title="Closed",
        handling=RULED,
        speakers=(speaker("a", "Ada Wick"), speaker("b", "Bo Ferry"), speaker("c", "By hand")),
        evidence={"speakers/a": rests("paper"), "speakers/b": rests("notes")},
    )

    told = seen(tmp_path, event, PUBLIC_PAPER, NOTES)["e"]

    assert isinstance(told, Event)
    assert ["Ada Wick"] == [one.name for one in told.speakers]


def test_where_few_have_a_part_it_is_not_told_where_something_was_said(tmp_path: Path) -> None:
    alone = Event(
        id=TALKS.id,
        title=TALKS.title,
        handling=RULED,
        speakers=TALKS.speakers[:2],
        evidence={"speakers": rests("paper")},
    )

    told = seen(tmp_path, alone, SAID, PUBLIC_PAPER, NOTES)
    (said,) = (record for record in told.values() if isinstance(record, Position))

    assert (None, None, None) == (said.event, said.on, said.forum)


def test_who_leads_is_one_and_is_not_told(tmp_path: Path) -> None:
    leads = Position(id="p", claim="We lead.", holder="Ada", stance=Stance.LEADS, handling=RULED)

    (said,) = seen(tmp_path, leads).values()

    assert isinstance(said, Position)
    assert Stance.UNKNOWN is said.stance


def test_sessions_of_an_event_under_the_rule_are_under_it(tmp_path: Path) -> None:
    week = Event(id="week", title="Week", handling=RULED)
    session = Event(id="session", title="Session", handling=OPEN, parent="week")
    said = Position(id="p", claim="So.", holder="Ada", event="session", handling=OPEN)

    told = seen(tmp_path, week, session, said)

    assert ["a participant"] == [r.holder for r in told.values() if isinstance(r, Position)]


def test_ties_are_followed_by_the_ids_that_leave(tmp_path: Path) -> None:
    make_folder(tmp_path / "desk", CLOSED_TALKS, SAID, LANTERN, PUBLIC_PAPER, NOTES)
    with open_desk(tmp_path / "desk") as desk:
        audience = desk.for_audience(Level.PUBLIC)
        (said,) = audience.links.named_by(TALKS.id)

        assert [said] == audience.links.naming(TALKS.id, Position, "event")
        assert [] == audience.links.naming("lantern", Position)
        again = desk.for_audience(Level.PUBLIC).store.get(Position, said)
        assert again == audience.store.find(said)


def test_the_author_alone_is_told_what_others_do_not_see(tmp_path: Path) -> None:
    note = Note(id="n", subject=TALKS.id, bottom_line="They were open.", handling=OPEN)
    make_folder(tmp_path / "desk", CLOSED_TALKS, SAID, LANTERN, note, PUBLIC_PAPER, NOTES)
    with open_desk(tmp_path / "desk") as desk:
        audience = desk.for_audience(Level.PUBLIC)
        list(audience.store.all(Position))
        list(audience.store.all(Note))

        told = {(one.record, one.what) for one in audience.left_out}

    assert {(SAID.id, "who said it"), ("n", "nothing of your own words")} <= told


def test_what_is_for_a_narrower_circle_is_refused_with_the_reason(tmp_path: Path) -> None:
    secret = Event(id="secret", title="Secret", handling=CLOSED)
    make_folder(tmp_path / "desk", secret)
    with open_desk(tmp_path / "desk") as desk:
        audience = desk.for_audience(Level.OFFICE)

        with pytest.raises(UnseenError, match="narrower circle: me"):
            audience.of(secret)


def test_the_text_of_a_source_that_was_not_seen_is_not_given(tmp_path: Path) -> None:
    make_folder(tmp_path / "desk", OWN_MAIL)
    with open_desk(tmp_path / "desk") as desk, pytest.raises(NotKeptError):
        desk.for_audience(Level.PUBLIC).store.source_text("0" * 64)


def test_addresses_of_persons_leave_only_where_they_were_asked_for(tmp_path: Path) -> None:
    task = Task(
        id="t",
        what="Write to ada.wick@lantern.example",
        handling=OPEN,
        how=(
            Link(key="a", address="mailto:ada.wick@lantern.example"),
            Link(key="b", address="mailto:info@lantern.example"),
        ),
    )
    make_folder(tmp_path / "desk", task)
    with open_desk(tmp_path / "desk") as desk:
        audience = desk.for_audience(Level.PUBLIC)
        told = audience.store.get(Task, "t")
        asked = desk.for_audience(Level.PUBLIC, keep_contacts=True).store.get(Task, "t")

    assert told == Task(id="t", what="Write to […]", handling=OPEN, how=task.how[1:])
    assert asked == task
    assert ["addresses or numbers of persons"] == [one.what for one in audience.left_out]


def test_an_answer_leaves_as_it_is_written(tmp_path: Path) -> None:
    question = Question(id="q", text="Who?", handling=OPEN, answer=Answer(short="All."))

    assert {"q": question} == seen(tmp_path, question)


def test_what_came_attached_to_what_tells_who_spoke_is_left_out_too(tmp_path: Path) -> None:
    attached = Source(id="attached", title="Minutes", handling=OPEN, parent="notes")

    assert {"paper": PUBLIC_PAPER} == seen(tmp_path, NOTES, attached, PUBLIC_PAPER)


def test_a_statement_that_was_read_out_under_the_rule_is_its_speakers(tmp_path: Path) -> None:
    statement = Source(id="statement", title="By Lantern", kind=SourceKind.STATEMENT, handling=OPEN)
    said = Position(
        id="p",
        claim="So.",
        holder="Ada",
        handling=OPEN,
        evidence={"claim": rests("notes", "statement")},
    )

    told = seen(tmp_path, NOTES, statement, said)

    assert ["a participant"] == [r.holder for r in told.values() if isinstance(r, Position)]
    assert "statement" not in told
