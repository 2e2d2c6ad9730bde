from briefing.desk.describe import Fact, facts
from briefing.desk.desk import Desk
from briefing.model import Doubt, DoubtKind, Event, Evidence

MISSING = Doubt(kind=DoubtKind.DATE_MISSING, words="No date is printed for this event.")


def test_a_doubt_about_what_is_not_said_is_told(desk: Desk) -> None:
    event = Event(id="tea-22222", title="Tea", evidence={"when": Evidence(doubts=(MISSING,))})

    told = [fact for fact in facts(desk, event) if fact.path == "when"]

    assert told == [
        Fact("When", "not said", path="when", is_open=True, doubts=(MISSING.words,)),
    ]


def test_what_says_nothing_and_is_not_doubted_is_left_out(desk: Desk) -> None:
    told = [fact.label for fact in facts(desk, Event(id="tea-22222", title="Tea"))]

    assert told == ["Title", "Kind", "Who may see it"]
