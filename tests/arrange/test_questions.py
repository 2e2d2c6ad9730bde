import datetime as dt

from briefing.arrange.questions import by_event, by_theme, occasions
from briefing.model import Asked, Expected, Question
from tests.arrange.records import HOME, at, event
from tests.arrange.test_forums import lines

PANEL = event("panel", at("2031-06-12", "09:00"))
SEMINAR = event("seminar", at("2031-06-02", "09:00"))


def question(
    id: str, *topics: str, asked: tuple[str, ...] = (), expected: tuple[str, ...] = ()
) -> Question:
    return Question(
        id=id,
        text=f"Question {id}?",
        topics=topics,
        asked=tuple(Asked(key=event, event=event) for event in asked),
        expected=tuple(Expected(key=event, event=event) for event in expected),
    )


def test_questions_stand_under_their_first_theme() -> None:
    bank = [
        question("c"),
        question("b", "ropes", "cables"),
        question("a", "ropes"),
        question("d", "Øresund"),
        question("e", "cables"),
    ]

    assert lines(by_theme(bank)) == ["cables: e", "Øresund: d", "ropes: a", "b", "No theme yet: c"]


def test_questions_stand_under_every_event_where_they_come_up() -> None:
    bank = [
        question("both", asked=("seminar",), expected=("panel",)),
        question("lost", asked=("not-held",)),
        question("never"),
        question("one", asked=("panel", "panel")),
    ]

    assert lines(by_event(bank, [PANEL, SEMINAR], HOME)) == [
        "2 Jun 2031  Event seminar: both",
        "12 Jun 2031  Event panel: both",
        "one",
        "Not asked at an event yet: lost",
        "never",
    ]


def test_two_events_of_one_name_on_one_day_are_told_one_by_one() -> None:
    twin = event("twin", at("2031-06-12", "15:00"))
    bank = [question("a", asked=("panel",)), question("b", asked=("twin",))]

    assert len(by_event(bank, [PANEL, twin], HOME).groups) == 2


def test_an_occasion_without_an_event_is_none() -> None:
    asked = Question(id="q", text="Who?", asked=(Asked(key="k", on=dt.date(2030, 1, 1)),))

    assert set() == occasions(asked)
