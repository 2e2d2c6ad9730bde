import datetime as dt
from string import ascii_lowercase, digits

import msgspec
import pytest
from hypothesis import given, strategies as st

from briefing.model import (
    ID_LETTERS,
    RECORD_TYPES,
    Answer,
    Decision,
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Level,
    Line,
    Point,
    Record,
    Source,
    new_id,
    new_key,
    table_name,
)
from tests.strategies import records

DOUBT = Doubt(kind=DoubtKind.YEAR_INFERRED, words="The year is not written.")


def event(**evidence: Evidence) -> Event:
    return Event(id="panel-ab2cd", title="Panel", evidence=evidence)


@given(records())
def test_every_record_survives_a_round_trip_through_json(record: Record) -> None:
    line = msgspec.json.encode(record)

    assert record == msgspec.json.decode(line, type=type(record))


@given(records())
def test_a_record_is_reviewed_when_nothing_is_undecided(record: Record) -> None:
    undecided = [e for e in record.evidence.values() if e.decision is Decision.UNDECIDED]

    assert record.is_reviewed == (not undecided)
    assert [doubt for _, doubt in record.doubts] == [d for e in undecided for d in e.doubts]


def test_a_doubt_counts_until_somebody_decides() -> None:
    open_doubt = event(when=Evidence(doubts=(DOUBT,)))
    settled = event(when=Evidence(doubts=(DOUBT,), decision=Decision.ACCEPTED))

    assert list(open_doubt.doubts) == [("when", DOUBT)]
    assert list(settled.doubts) == []


@given(records())
def test_a_field_that_is_not_known_is_refused_by_its_name(record: Record) -> None:
    line = msgspec.json.encode({**msgspec.to_builtins(record), "no_such_field": 1})

    with pytest.raises(msgspec.ValidationError, match="no_such_field"):
        msgspec.json.decode(line, type=type(record))


def test_a_value_of_a_wrong_kind_is_refused_by_its_name() -> None:
    line = '{"type":"event","id":"x-ab2cd","title":"Panel","mode":"by pigeon"}'

    with pytest.raises(msgspec.ValidationError, match=r"\$\.mode"):
        msgspec.json.decode(line, type=Event)


def test_records_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        event().title = "Other"  # type: ignore[misc]


def test_every_kind_has_a_table_of_its_own() -> None:
    names = {table_name(kind) for kind in RECORD_TYPES}

    assert len(RECORD_TYPES) == len(names)
    assert table_name(Event) == "events"


def test_a_line_of_our_own_is_private_unless_somebody_says_otherwise() -> None:
    assert Level.ME is Line(id="line-ab2cd", wording="We listen.").handling.level


def test_an_answer_is_written_when_any_part_of_it_is() -> None:
    assert not Answer().is_written
    assert Answer(if_pressed="No comment.").is_written
    assert Answer(points=(Point(key="k3fa", text="Repair first."),)).is_written


def test_a_source_is_held_when_its_bytes_are() -> None:
    assert not Source(id="s-ab2cd", title="Report", published=event().when).is_held
    assert Source(id="s-ab2cd", title="Report", sha256="0" * 64).is_held


@given(st.text())
def test_an_id_can_be_typed(title: str) -> None:
    id = new_id(title)

    assert set(id) <= set(ascii_lowercase + digits + "-")
    assert len(id) <= 40
    assert id[-6] == "-"
    assert set(id[-5:]) <= set(ID_LETTERS)


def test_two_ids_of_one_title_differ() -> None:
    assert len({new_id("Ødegård’s panel") for _ in range(50)}) == 50
    assert new_id("Ødegård’s panel").startswith("odegard-s-panel-")
    assert new_id("???").startswith("untitled-")


def test_a_key_is_short() -> None:
    assert len(new_key()) == 4
    assert set(new_key()) <= set(ID_LETTERS)


def test_letters_that_are_taken_for_others_are_in_no_id() -> None:
    assert not set("01ilo") & set(ID_LETTERS)


def test_when_a_decision_was_made_is_kept_in_utc() -> None:
    decided = Evidence(decided_at=dt.datetime(2031, 6, 2, 8, tzinfo=dt.UTC))

    again = msgspec.json.decode(msgspec.json.encode(decided), type=Evidence)

    assert again.decided_at is not None
    assert again.decided_at.utcoffset() == dt.timedelta()
