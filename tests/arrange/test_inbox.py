from briefing.arrange.inbox import inbox
from briefing.model import Draft, Event, Position, Proposal, Question, Task


def proposal(draft: Draft, start: int, *, source: str = "s", under: str | None = None) -> Proposal:
    return Proposal(id=f"p-{draft.id}", source=source, draft=draft, start=start, under=under)


def event(id: str, parent: str | None = None) -> Event:
    return Event(id=id, title=id, parent=parent)


def outline(*waiting: Proposal) -> list[tuple[str, int]]:
    rows = inbox(waiting, {}).rows
    return [(row.record.id, row.depth) for row in rows]


def test_what_hangs_on_an_event_stands_under_it_before_its_side_events() -> None:
    waiting = (
        proposal(event("side", parent="top"), 5),
        proposal(Question(id="q", text="?"), 9, under="p-top"),
        proposal(event("top"), 3),
        proposal(Task(id="t", what="Register"), 7, under="p-top"),
    )

    assert outline(*waiting) == [("p-top", 0), ("p-t", 1), ("p-q", 1), ("p-side", 1)]


def test_what_is_read_first_stands_first() -> None:
    waiting = (
        proposal(event("second"), 40),
        proposal(Position(id="view", claim="we agree", holder="Norland"), 20),
        proposal(event("first"), 0),
    )

    assert outline(*waiting) == [("p-first", 0), ("p-view", 0), ("p-second", 0)]


def test_what_hung_on_something_decided_stands_for_itself() -> None:
    waiting = proposal(Task(id="t", what="Register"), 7, under="p-accepted")

    assert outline(waiting) == [("p-t", 0)]


def test_events_that_contain_each_other_are_all_there() -> None:
    waiting = (proposal(event("a", parent="b"), 0), proposal(event("b", parent="a"), 1))

    assert sorted(id for id, _ in outline(*waiting)) == ["p-a", "p-b"]


def test_an_event_that_contains_itself_is_there() -> None:
    assert outline(proposal(event("a", parent="a"), 0)) == [("p-a", 0)]


def test_each_source_has_its_title_over_what_was_read_from_it() -> None:
    waiting = (
        proposal(event("a"), 0, source="one"),
        proposal(event("b"), 0, source="two"),
        proposal(event("c"), 9, source="one"),
    )

    arranged = inbox(waiting, {"one": "Announcement"})

    assert [(g.start, g.label) for g in arranged.groups] == [(0, "Announcement"), (2, "two")]
