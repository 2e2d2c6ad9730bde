import msgspec
import pytest

from briefing.desk import find
from briefing.desk.desk import Desk
from briefing.desk.offers import MOST, Offer, Offers, taken
from briefing.model import Event, Forum, Position, Record, Stakeholder, Task
from tests.desk.support import HARBOUR


@pytest.fixture
def offers(desk: Desk) -> Offers:
    gathered = Offers(desk)
    for _ in gathered.gather():
        pass
    return gathered


@pytest.mark.parametrize(
    ("kind", "path", "typed", "first"),
    [
        (Event, "venue", "hall", "Harbour Hall"),
        (Event, "organisers", "lan", "Lantern Institute"),
        (Event, "organisers", "Ada; lan inst", "Lantern Institute"),
        (Event, "speakers", "ferry", "Bo Ferry, Moderator, Tidewater"),
        (Event, "topics", "cab", "cables"),
        (Event, "forums", "pilots", "FHP"),
        (Event, "parent", "lights", "Harbour Lights"),
        (Task, "event", "HARB", "Harbour Lights"),
        (Position, "holder", "li", "Lantern Institute"),
        (Position, "question", "who pays", "Who pays when a shared cable is cut?"),
        (Forum, "parent", "harbour", "FHP"),
        (Stakeholder, "name", "lan", None),
        (Event, "title", "harbour", None),
        (Event, "venue", "", None),
        (Event, "venue", "Harbour Hall", None),
    ],
)
def test_names_are_offered_by_how_their_words_begin(
    kind: type[Record], path: str, typed: str, first: str | None, offers: Offers
) -> None:
    found = offers.of(kind, path, typed)

    assert first == (found[0].text if found else None)


def test_the_most_used_come_first_and_only_a_few(desk: Desk) -> None:
    with desk.change("Test") as edit:
        for number in range(20):
            venue = "Hall of Ropes" if number % 2 else f"Hall {number:02}"
            edit.put(msgspec.structs.replace(HARBOUR, id=f"e-{number:05}", venue=venue))
    offers = Offers(desk)
    for _ in offers.gather():
        pass

    found = offers.of(Event, "venue", "hall")

    assert (len(found), found[0].text) == (MOST, "Hall of Ropes")


def test_what_is_taken_has_the_place_of_the_last_item() -> None:
    assert taken("organisers", "Ada;lan", Offer("Lantern")) == "Ada; Lantern"
    assert taken("venue", "Pier; ha", Offer("Harbour Hall")) == "Harbour Hall"


def test_what_is_taken_out_while_names_are_gathered_is_passed_by(desk: Desk) -> None:
    offers = Offers(desk)
    steps = offers.gather()
    next(steps)
    with desk.change("Test") as edit:
        edit.remove(HARBOUR)

    for _ in steps:
        pass

    assert offers.of(Event, "venue", "hall") == []


@pytest.mark.parametrize(
    "words",
    ["fhp", "Pilots' Day", "pil", "harbour", "HARBOUR LIGHTS", "harbour-l", "lan", "zzz", ""],
)
def test_what_is_meant_is_what_would_be_found(words: str, offers: Offers, desk: Desk) -> None:
    for kind in (Event, Forum, Stakeholder):
        try:
            expected = [find.resolve(desk, words, (kind,)).id]
        except find.NotFoundError:
            expected = []

        assert expected == offers.meant(kind, words)
