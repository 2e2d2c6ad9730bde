import datetime as dt

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from briefing.arrange.uncontactable import uncontactable
from briefing.model import (
    RECORD_TYPES,
    AgendaItem,
    Answer,
    Citation,
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Going,
    Link,
    Milestone,
    Party,
    Point,
    Question,
    Record,
    Source,
    Speaker,
    Title,
)
from briefing.store.records import decode, encode
from briefing.when import whole_day
from tests.strategies import records

REACH = "Write to ada.wick@lantern.example or call +47 22 12 34 56."
WITHOUT = "Write to […] or call […]."
NO_TEXT = {
    *("id", "sha256", "text_sha256", "media_type", "language", "uid", "number"),
    *("subject", "event", "source"),
}
"""What is no text that anybody writes, or names a record."""

TEXTS = [
    (kind, info.name)
    for kind in RECORD_TYPES
    for info in msgspec.structs.fields(kind)
    if info.type is str and info.name not in NO_TEXT
]


def with_text(kind: type[Record], name: str) -> Record:
    """A record of a kind that says nothing but how to reach somebody."""
    needed: dict[str, object] = {
        info.name: "x" for info in msgspec.structs.fields(kind) if info.required
    }
    needed |= {"going": Going.GOING} if "going" in needed else {}
    needed |= {"when": whole_day(dt.date(2031, 1, 1))} if "when" in needed else {}
    needed |= {"draft": Event(id="e", title="x")} if "draft" in needed else {}
    return msgspec.convert({**needed, name: REACH, "type": kind.__name__.lower()}, kind)


@pytest.mark.parametrize(("kind", "name"), TEXTS)
def test_no_text_of_any_record_tells_how_to_reach_a_person(kind: type[Record], name: str) -> None:
    left = uncontactable(with_text(kind, name))

    assert getattr(left, name) in (WITHOUT, "")


def test_nor_does_any_text_inside_a_record() -> None:
    evidence = Evidence(
        citations=(Citation(source="s", words=REACH, place=REACH),),
        doubts=(Doubt(kind=DoubtKind.UNSURE, words=REACH),),
    )
    event = Event(
        id="e",
        title="x",
        other_titles=(Title(key="t", text=REACH),),
        when=whole_day(dt.date(2031, 1, 1), written=REACH),
        organisers=(Party(key="o", name=REACH),),
        speakers=(Speaker(key="s", name=REACH, role=REACH, affiliation=REACH),),
        agenda=(AgendaItem(key="a", title=REACH),),
        topics=(REACH,),
        links=(Link(key="l", address="https://lantern.example", words=REACH),),
        evidence={"title": evidence},
    )
    answer = Answer(short=REACH, points=(Point(key="p", text=REACH),))
    question = Question(id="q", text="x", answer=answer)
    milestone = Milestone(key="m", what=REACH)

    for held in (event, question):
        said = msgspec.json.encode(uncontactable(held)).decode()
        assert "ada" not in said
        assert "22 12" not in said
    assert milestone.what == REACH


def test_what_is_cited_keeps_its_length() -> None:
    cited = Event(
        id="e",
        title="x",
        evidence={"title": Evidence(citations=(Citation(source="s", words=REACH),))},
    )

    (citation,) = uncontactable(cited).evidence["title"].citations

    assert len(REACH) == len(citation.words)


def test_a_calendars_own_name_for_an_event_stays_unless_it_is_somebodys_address() -> None:
    made = Event(id="e", title="x", uid="7kukuqrfedlm2f9t@google.example")
    typed = Event(id="e", title="x", uid="ada.wick@lantern.example")

    assert made == uncontactable(made)
    assert "@" not in uncontactable(typed).uid
    assert uncontactable(typed).uid == uncontactable(typed).uid != ""


def test_a_mails_own_number_and_a_persons_address_are_not_told_of_a_source() -> None:
    source = Source(id="s", title="x", number="<ada@mail>", address="mailto:ada@lantern.example")

    assert Source(id="s", title="x") == uncontactable(source)


@given(records())
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_held_what_is_left_is_a_record_and_stays_so(record: Record) -> None:
    left = uncontactable(record)

    assert type(left) is type(record)
    assert left == uncontactable(left)
    assert left == decode(type(left), encode(left))
