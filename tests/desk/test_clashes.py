import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from msgspec.structs import replace

from briefing.arrange.clashes import clashes, reason
from briefing.desk import attend
from briefing.desk.desk import Desk
from briefing.model import Engagement, Event, Going, Mode
from briefing.when import Precision, When, whole_day
from tests.arrange.records import NEW_YORK, at
from tests.arrange.test_clashes import held, near_whens
from tests.desk.support import make_folder, open_desk

ROPES = Event(id="ropes", title="Ropes", when=at("2031-06-09", "10:00", "11:00", NEW_YORK))
KNOTS = Event(id="knots", title="Knots", when=at("2031-06-09", "10:30", "11:30", NEW_YORK))
SAILS = Event(id="sails", title="Sails", when=at("2031-06-09", "10:45", "12:00", NEW_YORK))
BUSY = Engagement(id="busy", when=at("2031-06-09", "16:30", "16:45"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(make_folder(tmp_path / "desk", ROPES, KNOTS, SAILS)) as opened:
        yield opened


def beside(desk: Desk, event: Event) -> list[str]:
    return [clash.beside(event.id).id for clash in desk.clashing.of(event)]


def test_what_clashes_with_an_event_is_told_in_words(desk: Desk) -> None:
    with desk.change("busy") as edit:
        edit.put(BUSY)

    told = [desk.clashing.words(clash, "knots") for clash in desk.clashing.of(KNOTS)]

    assert told == [
        "at the same time: Ropes, Mon 9 Jun 2031, 10:00–11:00 New York · 16:00–17:00 Oslo",
        "at the same time: busy elsewhere, Mon 9 Jun 2031, 16:30–16:45 Oslo",
        "at the same time: Sails, Mon 9 Jun 2031, 10:45–12:00 New York · 16:45–18:00 Oslo",
    ]


def _decline(desk: Desk) -> None:
    attend.set_going(desk, KNOTS, Going.DECLINED)


def _hand_over(desk: Desk) -> None:
    attend.set_going(desk, KNOTS, Going.COVERED, "Bo Ferry")


def _remove(desk: Desk) -> None:
    with desk.change("remove") as edit:
        edit.remove(KNOTS)


@pytest.mark.parametrize("change", [_decline, _hand_over, _remove])
def test_what_one_does_not_go_to_clashes_no_more_until_it_is_undone(
    desk: Desk, change: Callable[[Desk], None]
) -> None:
    before = beside(desk, ROPES), desk.clashing.has(ROPES), desk.clashing.has(KNOTS)
    change(desk)
    after = beside(desk, ROPES)
    desk.undo()

    assert ((["knots", "sails"], True, True), ["sails"]) == (before, after)
    assert ["knots", "sails"] == beside(desk, ROPES)


def test_an_event_that_is_as_it_was_before_clashes_with_what_is_held(desk: Desk) -> None:
    earlier = Event(id="knots", title="Knots", when=at("2031-06-09", "11:45", "12:30", NEW_YORK))

    assert ["sails"] == beside(desk, earlier)


def test_the_hour_of_the_night_is_that_of_ones_own_clock(desk: Desk) -> None:
    late = Event(id="late", title="L", when=at("2031-06-09", "18:00", "", NEW_YORK))
    told = [desk.clashing.night(late)]
    desk.remember(place="Pacific/Honolulu")
    told.append(desk.clashing.night(late))
    desk.remember(place="Pacific/Fiji")
    told.append(desk.clashing.night(ROPES))

    assert ["00:00 your time", "", "02:00 your time"] == told


def test_the_night_of_what_one_declined_is_not_told(desk: Desk) -> None:
    desk.remember(place="Pacific/Fiji")
    attend.set_going(desk, ROPES, Going.DECLINED)

    assert "" == desk.clashing.night(ROPES)


def test_the_way_and_the_night_are_those_of_the_settings(tmp_path: Path) -> None:
    settings = "[way]\nsame_city = 61\n[night]\nbegins = 10:00:00\nends = 11:00:00\n"
    lamps = Event(
        id="lamps", title="L", when=at("2031-06-09", "12:01", "13:00", NEW_YORK), venue="UNHQ"
    )
    ropes = Event(
        id="ropes", title="R", when=ROPES.when, venue="Port House, New York", mode=Mode.HYBRID
    )
    with open_desk(make_folder(tmp_path, ropes, lamps, settings=settings)) as desk:
        desk.remember(place=NEW_YORK)

        assert [] == beside(desk, lamps)
        assert "10:00 your time" == desk.clashing.night(ropes)


def test_a_whole_day_clashes_with_the_same_day_as_it_is_printed_at_the_other_end_of_the_world(
    tmp_path: Path,
) -> None:
    day = dt.date(2031, 6, 9)
    lamps = Event(id="lamps", title="Lamps", when=whole_day(day), venue="Palais, Geneva")
    at_midnight = When(date=day, time=dt.time(), zone="Pacific/Apia", precision=Precision.MINUTE)
    ropes = Event(id="ropes", title="Ropes", when=at_midnight, venue="Town Hall, Apia")
    with open_desk(make_folder(tmp_path, lamps, ropes)) as desk:
        assert (True, True) == (desk.clashing.has(lamps), desk.clashing.has(ropes))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(
    held(),
    st.lists(near_whens(), max_size=3),
    st.sets(st.sampled_from(["e1", "e2"])),
    st.dictionaries(st.sampled_from(["e0", "e2"]), near_whens()),
)
def test_look_ups_find_what_is_found_among_all(
    events: list[Event], busy: list[When], declined: set[str], moved: dict[str, When]
) -> None:
    engagements = [Engagement(id=f"busy{n}", when=when) for n, when in enumerate(busy)]
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(make_folder(Path(folder), *events[:4]))
        [desk.clashing.has(event) for event in events]
        with desk.change("more") as edit:
            for record in (*events[4:], *engagements):
                edit.put(record)
        for event in events:
            if event.id in declined:
                attend.set_going(desk, event, Going.DECLINED)
        [desk.clashing.has(event) for event in events]
        events = [replace(event, when=moved.get(event.id, event.when)) for event in events]
        with desk.change("moved") as edit:
            for event in events:
                edit.put(event)

        by_look_ups = {
            (clash.one.id, clash.other.id, reason(clash))
            for event in events
            for clash in desk.clashing.of(event)
        }
        marked = {event.id for event in events if desk.clashing.has(event)}
        found = clashes(events, desk.clashing.person, engagements)
        desk.close()

    assert {(clash.one.id, clash.other.id, reason(clash)) for clash in found} == by_look_ups
    assert {id for clash in found for id in (clash.one.id, clash.other.id)} - {
        one.id for one in engagements
    } == marked
