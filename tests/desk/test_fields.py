import datetime as dt
from contextlib import suppress
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from briefing.desk.describe import when_told
from briefing.desk.desk import Desk
from briefing.desk.edit import with_typed
from briefing.desk.fields import (
    Field,
    FieldError,
    UnknownFieldError,
    field,
    fields,
    kept,
    parse,
    text_of,
    value_at,
    with_value,
)
from briefing.desk.times import read_when, zone_named
from briefing.model import (
    RECORD_TYPES,
    Access,
    AgendaItem,
    Event,
    EventKind,
    Forum,
    Level,
    Link,
    Mode,
    Openness,
    Party,
    Point,
    Position,
    Proposal,
    Question,
    Record,
    Speaker,
    Stakeholder,
    StakeholderKind,
    Stance,
    Task,
    TaskState,
    Title,
)
from briefing.when import Precision, When, ZoneBasis, undated, whole_day
from briefing.when_words import date_words, words
from tests.desk.support import HARBOUR, WHO_PAYS

TODAY = dt.date(2031, 6, 2)
TYPED_TYPES = [kind for kind in RECORD_TYPES if kind is not Proposal]


def reading(text: str) -> When:
    return read_when(text, TODAY, "Europe/Oslo")


def typed(kind: type[Record], path: str, text: str) -> object:
    return parse(field(kind, path), text, reading)


# What there is to fill in -----------------------------------------------------------------------


@pytest.mark.parametrize("kind", TYPED_TYPES)
def test_every_field_has_a_label_in_plain_words(kind: type[Record]) -> None:
    labels = [one.label for one in fields(kind)]

    assert sorted(set(labels)) == sorted(labels)
    assert not [label for label in labels if "_" in label or "/" in label or not label[0].isupper()]


def test_ids_digests_and_evidence_are_not_filled_in() -> None:
    paths = {one.path for kind in TYPED_TYPES for one in fields(kind)}

    assert not paths & {"id", "evidence", "sha256", "text_sha256"}


@pytest.mark.parametrize(
    ("kind", "path", "expected"),
    [
        (Event, "title", "title"),
        (Question, "answer.short", "answer/short"),
        (Question, "answer/if-pressed", "answer/if_pressed"),
        (Question, "short", "answer/short"),
        (Event, "level", "handling/level"),
    ],
)
def test_a_field_is_found_by_its_path_as_people_type_it(
    kind: type[Record], path: str, expected: str
) -> None:
    assert expected == field(kind, path).path


def test_a_field_that_there_is_not_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownFieldError, match=r"event has no field 'venu'; did you mean venue\?"):
        field(Event, "venu")


def test_a_field_that_is_like_no_other_is_told_with_all_there_are() -> None:
    with pytest.raises(UnknownFieldError, match="it has title, other_titles, kind, when"):
        field(Event, "xyzzy\x1b[2J")


# Text to values ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "path", "text", "expected"),
    [
        (Event, "title", "  Harbour\x1b Lights ", "Harbour\ufffd Lights"),
        (Event, "kind", "open forum", EventKind.OPEN_FORUM),
        (Event, "kind", "OPEN_FORUM", EventKind.OPEN_FORUM),
        (Event, "kind", "webi", EventKind.WEBINAR),
        (Event, "mode", "", None),
        (Event, "mode", "hybrid", Mode.HYBRID),
        (Event, "access", "inv", Access.INVITATION),
        (Event, "pass_needed", "yes", True),
        (Event, "pass_needed", "", None),
        (Event, "cancelled", "No", False),
        (Event, "topics", "cables; repair\nropes;;", ("cables", "repair", "ropes")),
        (Event, "topics", "", ()),
        (Event, "when", "", When()),
        (Event, "handling/level", "community", Level.COMMUNITY),
        (Task, "state", "waiting list", TaskState.WAITING_LIST),
        (Position, "on", "24 July 2030", dt.date(2030, 7, 24)),
        (Position, "on", "", None),
        (Position, "stance", "supports", Stance.SUPPORTS),
        (Forum, "openness", "intergov", Openness.INTERGOVERNMENTAL),
        (Stakeholder, "kind", "state", StakeholderKind.STATE),
    ],
)
def test_a_text_is_read_as_the_value_of_its_field(
    kind: type[Record], path: str, text: str, expected: object
) -> None:
    assert expected == typed(kind, path, text)


@pytest.mark.parametrize(
    ("kind", "path", "text", "sentence"),
    [
        (Event, "mode", "by pigeon", "Mode: needs one of online, in-person, hybrid"),
        (Event, "cancelled", "perhaps", "Cancelled: needs yes or no"),
        (Event, "access", "", "Who gets in: needs one of open, registration"),
        (Position, "on", "July 2030", "Said on: needs a whole date, as in 24 July 2023"),
        (Event, "when", "gibberish", "When: no date is read in 'gibberish'"),
        (Event, "when", "24 July 2030 9:00 Atlantis", "When: no city or zone is known as"),
    ],
)
def test_a_text_that_is_no_value_is_told_with_the_fields_name(
    kind: type[Record], path: str, text: str, sentence: str
) -> None:
    with pytest.raises(FieldError, match=sentence):
        typed(kind, path, text)


@pytest.mark.parametrize(
    ("kind", "path", "text"),
    [(Event, "kind", "c"), (Event, "handling/level", "o"), (Task, "state", "wa r")],
)
def test_a_beginning_that_several_choices_have_is_not_guessed(
    kind: type[Record], path: str, text: str
) -> None:
    with pytest.raises(FieldError, match="needs one of"):
        typed(kind, path, text)


@given(st.text() | st.text(st.characters(codec=None)), st.data())
def test_any_text_for_any_field_is_a_value_or_a_sentence(text: str, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(TYPED_TYPES))
    chosen = data.draw(st.sampled_from(fields(kind)))

    with suppress(FieldError):
        parse(chosen, text, reading)


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("Ada Wick", "Ada Wick", "", ""),
        ("Ada Wick, Director", "Ada Wick", "Director", ""),
        ("Ada Wick, Director, Lantern Institute", "Ada Wick", "Director", "Lantern Institute"),
        ("Ada Wick, Chair, Board, Lantern", "Ada Wick", "Chair, Board", "Lantern"),
    ],
)
def test_a_speaker_is_name_role_and_organisation(
    text: str, name: str, role: str, affiliation: str
) -> None:
    (speaker,) = _speakers(text)

    assert (name, role, affiliation) == (speaker.name, speaker.role, speaker.affiliation)


def _speakers(text: str) -> tuple[Speaker, ...]:
    read = typed(Event, "speakers", text)
    assert isinstance(read, tuple)
    return read


@pytest.mark.parametrize(
    ("text", "time", "title"),
    [
        ("09:10 Opening", dt.time(9, 10), "Opening"),
        ("9:10 Opening", dt.time(9, 10), "Opening"),
        ("Opening", None, "Opening"),
        ("12 points to remember", None, "12 points to remember"),
        ("1030 Riddles", None, "1030 Riddles"),
        ("25:00 Never", None, "25:00 Never"),
    ],
)
def test_a_slot_of_a_programme_begins_with_its_time_if_it_has_one(
    text: str, time: dt.time | None, title: str
) -> None:
    read = typed(Event, "agenda", text)

    assert isinstance(read, tuple)
    assert [(time, title)] == [(item.time, item.title) for item in read]


def test_a_slot_on_a_day_that_does_not_exist_is_told() -> None:
    with pytest.raises(FieldError, match="day"):
        typed(Event, "agenda", "31 Jun 2031 9:10 Opening")


def test_a_slot_that_is_mended_keeps_its_day_and_its_end() -> None:
    day, start, end = dt.date(2031, 6, 12), dt.time(9, 10), dt.time(9, 40)
    slot = AgendaItem(key="aaaa", title="Openign", day=day, time=start, end_time=end)

    read = typed(Event, "agenda", text_of((slot,)).replace("Openign", "Opening"))

    assert isinstance(read, tuple)
    (mended,) = read
    assert text_of(read) == "12 Jun 2031 09:10–09:40 Opening"
    assert mended == AgendaItem(key=mended.key, title="Opening", day=day, time=start, end_time=end)


# Values to text and back ------------------------------------------------------------------------

plain = st.text("aåØ ,.:-?'(1", min_size=1, max_size=8).map(lambda t: " ".join(t.split()))
plain = plain.filter(lambda text: text.strip() != "")
no_commas = plain.map(lambda text: " ".join(text.replace(",", "").split())).filter(
    lambda text: text == text.strip() != ""
)
keys = st.text("abcd", min_size=4, max_size=4)


def items(item: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(item, max_size=3).map(tuple)


lists = st.one_of(
    st.tuples(st.just("topics"), items(plain)),
    st.tuples(
        st.just("organisers"),
        items(st.builds(Party, key=keys, name=plain, stakeholder=st.none() | plain)),
    ),
    st.tuples(
        st.just("speakers"),
        items(
            st.builds(
                Speaker,
                key=keys,
                name=no_commas,
                role=no_commas | st.just(""),
                affiliation=no_commas,
            )
        ),
    ),
    st.tuples(
        st.just("agenda"),
        items(
            st.builds(
                AgendaItem,
                key=keys,
                title=plain,
                time=st.none() | st.builds(dt.time, st.integers(0, 23)),
                end_time=st.none() | st.builds(dt.time, st.integers(0, 23)),
                day=st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31)),
            )
        ),
    ),
    st.tuples(st.just("other_titles"), items(st.builds(Title, key=keys, text=plain))),
    st.tuples(
        st.just("links"), items(st.builds(Link, key=keys, address=st.just("x:y"), words=plain))
    ),
)


@given(lists)
def test_a_list_typed_back_as_it_is_shown_is_the_same_to_the_key(
    found: tuple[str, tuple[object, ...]],
) -> None:
    path, before = found

    again = kept(before, typed(Event, path, text_of(before)))

    assert before == again


@given(
    st.lists(st.builds(Point, key=keys, text=plain | st.just("one; two")), max_size=3).map(tuple)
)
def test_points_are_a_line_each(points: tuple[Point, ...]) -> None:
    assert points == kept(points, typed(Question, "answer/points", text_of(points)))


def test_an_item_that_is_added_leaves_the_others_with_their_ties() -> None:
    before = HARBOUR.organisers

    after = kept(before, typed(Event, "organisers", "Lantern Institute; Tidewater Foundation"))

    assert isinstance(after, tuple)
    assert before[0] == after[0]
    assert after[1].name == "Tidewater Foundation"


def test_slots_of_one_name_stay_apart() -> None:
    before = (
        AgendaItem(key="aaaa", title="Coffee", day=dt.date(2031, 6, 12)),
        AgendaItem(key="bbbb", title="Coffee", day=dt.date(2031, 6, 13)),
    )

    assert before == kept(before, typed(Event, "agenda", text_of(before)))


CLOCKS = [
    ("Europe/Oslo", "", None),
    ("Asia/Kolkata", "", None),
    ("UTC", "", None),
    ("Europe/Zurich", "Geneva", None),
    (None, "", 330),
    (None, "", -180),
]
"""Zone, the place it is called after, written offset."""


@st.composite
def typed_times(draw: st.DrawFn) -> When:
    """Times as a person may have typed or a rule inferred them, without the words."""
    first = draw(st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31)))
    if draw(st.booleans()):
        return whole_day(first, first + draw(st.integers(0, 40)) * dt.timedelta(days=1))
    zone, place, offset = draw(st.sampled_from(CLOCKS))
    return When(
        date=first,
        time=draw(st.builds(dt.time, st.integers(0, 23), st.sampled_from([0, 15, 59]))),
        end_time=draw(st.none() | st.builds(dt.time, st.integers(0, 23), st.just(30))),
        zone=zone,
        zone_place=place,
        offset=offset,
        precision=Precision.MINUTE,
    )


@given(typed_times())
def test_a_time_typed_back_as_it_is_shown_is_the_same_moment(moment: When) -> None:
    again = typed(Event, "when", text_of(moment))

    assert isinstance(again, When)
    home = ZoneInfo("Europe/Oslo")
    assert moment.span(home) == again.span(home)
    assert date_words(moment) == date_words(again)


@pytest.mark.parametrize("kind", [Event, Task, Question, Position, Forum, Stakeholder])
@pytest.mark.parametrize("flag", [True, False])
def test_a_choice_typed_back_as_it_is_shown_is_the_same(kind: type[Record], flag: bool) -> None:
    for one in fields(kind):
        for choice in one.choices:
            value = parse(one, choice, reading)
            assert text_of(value) == choice


def test_nothing_shown_is_typed_as_nothing(desk: Desk) -> None:
    for record in (HARBOUR, WHO_PAYS):
        shown = {one.path: text_of(value_at(record, one.path)) for one in fields(type(record))}

        assert record == with_typed(desk, record, shown)


# Paths ------------------------------------------------------------------------------------------


def test_a_value_stands_at_a_path_an_item_by_its_key() -> None:
    assert value_at(HARBOUR, "title") == "Harbour Lights"
    assert value_at(HARBOUR, "speakers/k3aa/role") == "Moderator"
    assert value_at(HARBOUR, "speakers/none/role") is None
    assert value_at(HARBOUR, "no/such/path") is None


def test_an_item_without_a_key_stands_at_itself() -> None:
    assert value_at(WHO_PAYS, "topics/cables") == "cables"
    assert value_at(WHO_PAYS, "topics/ropes") is None


def test_a_value_is_replaced_at_a_path() -> None:
    changed = with_value(HARBOUR, "speakers/k3aa/role", "Chair")

    assert value_at(changed, "speakers/k3aa/role") == "Chair"
    assert value_at(changed, "speakers/k3aa/name") == "Bo Ferry"


# Times as people type them ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24 Jul 2031 7:45 New York", "Thu 24 Jul 2031, 07:45 New York · 13:45 Oslo"),
        ("24 Jul 7:45 new york", "Thu 24 Jul 2031, 07:45 New York · 13:45 Oslo"),
        ("24 Jul 7:45", "Thu 24 Jul 2031, 07:45 Oslo"),
        ("24 Jul 2031 15:00 EDT", "Thu 24 Jul 2031, 15:00 EDT · 21:00 Oslo"),
        ("24 Jul 2031 15:00 UTC+2", "Thu 24 Jul 2031, 15:00 UTC+2"),
        ("1 May", "Sat 1 May 2032"),
        ("24-28 July 2031", "24–28 Jul 2031"),
        ("July 2031", "Jul 2031"),
        ("2031", "2031"),
        ("31 Dec 2020 22:00-00:30 Oslo", "Thu 31 Dec 2020, 22:00–00:30 +1 Oslo"),
        ("24 July 2031, 15:00-16:30 Geneva", "Thu 24 Jul 2031, 15:00–16:30 Geneva"),
    ],
)
def test_a_time_is_read_as_people_type_it(text: str, expected: str) -> None:
    assert expected == words(reading(text), ZoneInfo("Europe/Oslo"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31 June 2031", "has no day 31"),
        ("Friday 24 July 2031", "is a Thursday, not a Friday"),
        ("25-24 July 2031", "before it begins"),
        ("7/8/2031", "it may be the other way round"),
    ],
)
def test_a_time_that_can_not_be_meant_as_it_is_typed_is_told(text: str, expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        reading(text)


def test_a_night_may_end_on_the_next_day() -> None:
    read = reading("24 Jul 2031 22:00-01:00 New York")

    assert "Thu 24 Jul 2031, 22:00–01:00 +1" in words(read, ZoneInfo("America/New_York"))


def test_a_zone_that_was_typed_is_no_guess(desk: Desk) -> None:
    assert "zone from" not in when_told(desk, reading("24 Jul 2031 7:45 New York"))
    assert "zone assumed" in when_told(desk, reading("24 Jul 2031 7:45"))


@pytest.mark.parametrize("today", [dt.date(2032, 2, 29), dt.date(2031, 12, 31)])
def test_a_day_without_a_year_is_the_next_one_whatever_today_is(today: dt.date) -> None:
    read = read_when("1 March", today, "Europe/Oslo")

    assert read.date == dt.date(2032, 3, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo", "Europe/Oslo"),
        ("new york", "America/New_York"),
        ("Europe/Oslo", "Europe/Oslo"),
        ("Kolkata", "Asia/Kolkata"),
    ],
)
def test_a_zone_is_found_by_its_city(text: str, expected: str) -> None:
    assert expected == zone_named(text)


@pytest.mark.parametrize("text", ["", "Atlantis", "\x1b[2J"])
def test_a_city_that_nobody_knows_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="name a large city near it"):
        zone_named(text)


def test_what_a_person_typed_counts_as_their_zone() -> None:
    assert ZoneBasis.DEFAULT is reading("24 Jul 7:45").zone_basis
    assert undated() == typed(Event, "when", " ")
    assert isinstance(field(Event, "when"), Field)
