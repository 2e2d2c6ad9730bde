import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given

from briefing.model import (
    AgendaItem,
    Event,
    EventKind,
    Evidence,
    Link,
    Party,
    Record,
    Speaker,
    Task,
)
from briefing.reader.differences import changed, moment
from briefing.when import Precision, When, ZoneBasis, whole_day
from tests.strategies import records

DAY = dt.date(2031, 6, 12)


def at(
    time: dt.time, end: dt.time | None = None, *, day: dt.date = DAY, zone: str | None = None
) -> When:
    basis = ZoneBasis.ABBREVIATION if zone else ZoneBasis.NONE
    return When(
        date=day, time=time, end_time=end, zone=zone, zone_basis=basis, precision=Precision.MINUTE
    )


HELD = Event(
    id="held",
    title="Nets and Knots: who mends the sea?",
    kind=EventKind.TRAINING,
    when=at(dt.time(14), dt.time(15, 30), zone="Europe/Zurich"),
    venue="Harbour Hall, Quay Street, Geneva",
    organisers=(Party(key="k2aa", name="Lantern Institute"),),
    speakers=(Speaker(key="k3aa", name="Ana Berg", role="Director", affiliation="Lantern"),),
    agenda=(AgendaItem(key="k4aa", title="Opening", time=dt.time(14)),),
    evidence={"title": Evidence(rule="test")},
)


@pytest.mark.parametrize(
    "said",
    [
        {"title": "UPDATED: Nets & Knots – who mends the sea"},
        {"title": "Nets and Knots"},
        {"venue": "Geneva, Harbour Hall"},
        {"kind": EventKind.SESSION},
        {"when": whole_day(DAY)},
        {"when": When(date=dt.date(2031, 6, 1), precision=Precision.MONTH)},
        {"when": at(dt.time(14))},
        {"when": at(dt.time(12), dt.time(13, 30), zone="UTC")},
        {"organisers": (Party(key="x", name="LANTERN institute"),)},
        {"speakers": (Speaker(key="x", name="Ana Berg", role="Director at the Lantern"),)},
        {"links": (Link(key="x", address="", words="register here"),)},
        {"topics": ("Ropes",), "language": "en"},
    ],
)
def test_what_says_the_same_in_other_words_changes_nothing(said: Mapping[str, object]) -> None:
    draft = Event(**{"id": "new", "title": HELD.title, **said})  # type: ignore[arg-type]

    found = changed(HELD, draft)

    assert found.evidence == {}
    assert (found.title, found.venue, found.when) == (HELD.title, HELD.venue, HELD.when)


def test_only_what_changes_has_evidence_and_nothing_is_left_out() -> None:
    rule = Evidence(rule="new")
    draft = Event(
        id="new",
        title=HELD.title,
        venue="Pilots' House",
        speakers=(Speaker(key="n1", name="Bo Ferry"),),
        evidence={"title": rule, "venue": rule, "speakers/n1": rule, "speakers/n1/role": rule},
    )

    found = changed(HELD, draft)

    assert (found.id, found.venue) == ("held", "Pilots' House")
    assert [speaker.name for speaker in found.speakers] == ["Ana Berg", "Bo Ferry"]
    assert set(found.evidence) == {"venue", "speakers/n1", "speakers/n1/role"}


def test_a_part_of_a_known_item_changes_in_its_place() -> None:
    draft = Event(
        id="new",
        title=HELD.title,
        agenda=(AgendaItem(key="n1", title="Opening", time=dt.time(15)),),
        evidence={"agenda/n1": Evidence(rule="new")},
    )

    found = changed(HELD, draft)

    assert found.agenda == (AgendaItem(key="k4aa", title="Opening", time=dt.time(15)),)
    assert found.evidence == {"agenda/k4aa/time": Evidence(rule="new")}


def test_a_new_day_without_a_time_keeps_the_time_with_a_doubt() -> None:
    found = moment(HELD.when, whole_day(dt.date(2031, 12, 1)))

    assert found.when == at(
        dt.time(14), dt.time(15, 30), day=dt.date(2031, 12, 1), zone="Europe/Zurich"
    )
    assert [doubt.words for doubt in found.doubts] == [
        "No time is given for the new day; 14:00 is kept."
    ]


def test_a_new_start_without_an_end_drops_the_end_and_offers_the_same_length() -> None:
    found = moment(HELD.when, at(dt.time(16)))

    assert (found.when.time, found.when.end_time) == (dt.time(16), None)
    assert found.when.zone == "Europe/Zurich"
    assert len(found.doubts) == 1
    (other,) = found.alternatives
    assert isinstance(other.value, When)
    assert other.value.end_time == dt.time(17, 30)


def test_a_date_for_what_had_none_is_taken_as_it_is() -> None:
    new = at(dt.time(9))

    assert moment(When(), new).when == new


def test_another_due_day_changes_a_task() -> None:
    held = Task(id="held", what="Register", due=whole_day(DAY))
    due = Evidence(rule="new")
    draft = Task(
        id="new", what="Sign up", due=whole_day(dt.date(2031, 6, 20)), evidence={"due": due}
    )

    found = changed(held, draft)

    assert (found.what, found.due.date) == ("Register", dt.date(2031, 6, 20))
    assert found.evidence == {"due": due}


@given(records())
def test_a_record_changes_nothing_of_itself(record: Record) -> None:
    assert changed(record, record).evidence == {}
