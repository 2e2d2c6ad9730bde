import datetime as dt

import pytest

from briefing.desk import intake, reshape
from briefing.desk.desk import Desk
from briefing.desk.fields import FieldError
from briefing.model import (
    Asked,
    Citation,
    Decision,
    DoubtKind,
    Draft,
    Event,
    Evidence,
    Party,
    Proposal,
    Question,
    Task,
)
from briefing.when import undated, whole_day

TEXT = """\
Cable night
5 June 2031, Port House
Who pays?

Rope day
6 June 2031, Reef House
Host: Lantern Institute
Who splices?
"""
SECOND = TEXT.index("Rope day")


def cited(words: str) -> Citation:
    start = TEXT.index(words)
    return Citation(source="page", start=start, end=start + len(words), words=words)


def found(words: str) -> Evidence:
    return Evidence(citations=(cited(words),), rule="test", confidence=0.9)


def put(desk: Desk, *proposals: Proposal) -> None:
    with desk.change("waiting") as change:
        for proposal in proposals:
            change.put(proposal)


def proposal(
    draft: Draft, start: int = 0, end: int = len(TEXT), under: str | None = None
) -> Proposal:
    return Proposal(
        id=f"p-{draft.id}", source="page", draft=draft, start=start, end=end, under=under
    )


def night(**more: object) -> Event:
    values = {"venue": "Port House", "when": whole_day(dt.date(2031, 6, 5))} | more
    evidence = {
        "title": found("Cable night"),
        "when": found("5 June 2031"),
        "venue": found("Port House"),
    }
    return Event(id="night", title="Cable night", evidence=evidence, **values)  # type: ignore[arg-type]


def day() -> Event:
    return Event(
        id="day",
        title="Rope day",
        when=whole_day(dt.date(2031, 6, 6)),
        organisers=(Party(key="k1", name="Lantern Institute"),),
        evidence={
            "title": found("Rope day"),
            "when": found("6 June 2031"),
            "organisers/k1": found("Lantern Institute"),
        },
    )


def held(desk: Desk, id: str) -> Proposal:
    now = desk.store.get(Proposal, id)
    assert now is not None
    return now


# Words for a field ------------------------------------------------------------------------------


def test_words_become_a_value_that_rests_on_their_place(desk: Desk) -> None:
    put(desk, proposal(night()))

    reshape.fill(desk, held(desk, "p-night"), "venue", cited("Reef House"))

    draft = held(desk, "p-night").draft
    assert isinstance(draft, Event)
    assert draft.venue == "Reef House"
    assert draft.evidence["venue"].citations == (cited("Reef House"),)
    assert draft.evidence["venue"].decision is Decision.ADDED


def test_words_are_read_as_a_date_where_a_date_is_wanted(desk: Desk) -> None:
    put(desk, proposal(night()))

    reshape.fill(desk, held(desk, "p-night"), "when", cited("6 June 2031"))

    draft = held(desk, "p-night").draft
    assert isinstance(draft, Event)
    assert draft.when.date == dt.date(2031, 6, 6)


def test_a_list_gets_one_item_more_with_its_own_place(desk: Desk) -> None:
    put(desk, proposal(day()))

    reshape.fill(desk, held(desk, "p-day"), "organisers", cited("Reef House"))

    draft = held(desk, "p-day").draft
    assert isinstance(draft, Event)
    assert [party.name for party in draft.organisers] == ["Lantern Institute", "Reef House"]
    last = f"organisers/{draft.organisers[-1].key}"
    assert draft.evidence[last].citations == (cited("Reef House"),)
    assert draft.evidence["organisers/k1"].decision is Decision.UNDECIDED


def test_words_that_are_no_value_change_nothing(desk: Desk) -> None:
    put(desk, proposal(night()))
    before = held(desk, "p-night")

    with pytest.raises(FieldError):
        reshape.fill(desk, before, "when", cited("Who pays?"))

    assert before == held(desk, "p-night")


def test_a_question_and_a_task_are_added_under_the_event(desk: Desk) -> None:
    put(desk, proposal(night()))
    above = held(desk, "p-night")

    question = reshape.add_question(desk, above, cited("Who pays?"))
    task = reshape.add_task(desk, question, cited("Who splices?"))

    assert isinstance(question.draft, Question)
    assert [(asked.event, asked.citation) for asked in question.draft.asked] == [
        ("night", cited("Who pays?"))
    ]
    assert isinstance(task.draft, Task)
    assert (task.draft.event, question.under, task.under) == ("night", "p-night", "p-night")


# Joining ----------------------------------------------------------------------------------------


def test_what_was_joined_has_what_either_says(desk: Desk) -> None:
    put(desk, proposal(night(), 0, SECOND), proposal(day(), SECOND))

    joined = reshape.join(desk, [held(desk, "p-day"), held(desk, "p-night")])

    assert isinstance(joined.draft, Event)
    assert (joined.id, joined.draft.title, joined.draft.venue) == (
        "p-night",
        "Cable night",
        "Port House",
    )
    assert [party.name for party in joined.draft.organisers] == ["Lantern Institute"]
    assert "organisers/k1" in joined.draft.evidence
    assert (joined.start, joined.end) == (0, len(TEXT))


def test_what_they_say_otherwise_is_another_reading_and_a_doubt(desk: Desk) -> None:
    put(desk, proposal(night(), 0, SECOND), proposal(day(), SECOND))

    joined = reshape.join(desk, [held(desk, "p-night"), held(desk, "p-day")])

    when = joined.draft.evidence["when"]
    assert [reading.value for reading in when.alternatives] == [whole_day(dt.date(2031, 6, 6))]
    assert [doubt.kind for doubt in when.doubts] == [DoubtKind.DATES_DISAGREE]
    assert [r.value for r in joined.draft.evidence["title"].alternatives] == ["Rope day"]


def test_what_hung_on_the_others_hangs_on_the_one(desk: Desk) -> None:
    question = Question(id="q", text="Who?", asked=(Asked(key="a1", event="day"),))
    put(
        desk,
        proposal(night(), 0, SECOND),
        proposal(day(), SECOND),
        proposal(Task(id="t", what="Go", event="day"), under="p-day"),
        proposal(question, under="p-day"),
        proposal(Event(id="inside", title="Inside", parent="day")),
    )

    reshape.join(desk, [held(desk, "p-night"), held(desk, "p-day")])

    task, asked, inside = (held(desk, f"p-{id}") for id in ("t", "q", "inside"))
    assert isinstance(task.draft, Task)
    assert isinstance(asked.draft, Question)
    assert isinstance(inside.draft, Event)
    assert (task.under, task.draft.event) == ("p-night", "night")
    assert (asked.under, asked.draft.asked[0].event) == ("p-night", "night")
    assert inside.draft.parent == "night"


def test_joining_is_one_change(desk: Desk) -> None:
    put(desk, proposal(night(), 0, SECOND), proposal(day(), SECOND))
    before = intake.waiting(desk)

    reshape.join(desk, before)
    desk.undo()

    assert before == intake.waiting(desk)


def test_one_alone_or_two_kinds_are_not_joined(desk: Desk) -> None:
    one, task = proposal(night()), proposal(Task(id="t", what="Go"))

    for chosen in ([one], [one, task]):
        with pytest.raises(reshape.NotOfOneKindError):
            reshape.join(desk, chosen)


# Splitting --------------------------------------------------------------------------------------


def both_in_one() -> Event:
    whole = night(organisers=day().organisers)
    return Event(
        **{name: getattr(whole, name) for name in whole.__struct_fields__ if name != "evidence"},
        evidence={**whole.evidence, "organisers/k1": found("Lantern Institute")},
    )


def test_what_was_read_behind_the_place_goes_to_the_second(desk: Desk) -> None:
    put(desk, proposal(both_in_one()))

    second = reshape.split(desk, held(desk, "p-night"), SECOND, TEXT)

    first = held(desk, "p-night")
    assert isinstance(first.draft, Event)
    assert isinstance(second.draft, Event)
    assert (first.draft.title, second.draft.title) == ("Cable night", "Rope day")
    assert (first.draft.venue, second.draft.venue) == ("Port House", "")
    assert first.draft.organisers == ()
    assert second.draft.organisers == day().organisers
    assert (first.end, second.start) == (SECOND, SECOND)


def test_a_second_without_a_date_says_so(desk: Desk) -> None:
    put(desk, proposal(both_in_one()))

    second = reshape.split(desk, held(desk, "p-night"), SECOND, TEXT)

    assert isinstance(second.draft, Event)
    assert second.draft.when == undated()
    assert [doubt.kind for doubt in second.draft.evidence["when"].doubts] == [
        DoubtKind.DATE_MISSING
    ]


def test_questions_behind_the_place_go_along(desk: Desk) -> None:
    question = Question(id="q", text="Who splices?", asked=(Asked(key="a1", event="night"),))
    put(
        desk,
        proposal(both_in_one()),
        proposal(question, TEXT.index("Who splices?"), under="p-night"),
    )

    second = reshape.split(desk, held(desk, "p-night"), SECOND, TEXT)

    moved = held(desk, "p-q")
    assert isinstance(moved.draft, Question)
    assert (moved.under, moved.draft.asked[0].event) == (second.id, second.draft.id)


def test_splitting_is_one_change(desk: Desk) -> None:
    put(desk, proposal(both_in_one()))
    before = intake.waiting(desk)

    reshape.split(desk, held(desk, "p-night"), SECOND, TEXT)
    desk.undo()

    assert before == intake.waiting(desk)


@pytest.mark.parametrize("position", [0, len(TEXT)])
def test_no_event_is_split_at_its_ends(desk: Desk, position: int) -> None:
    put(desk, proposal(both_in_one()))

    with pytest.raises(reshape.NotToSplitError):
        reshape.split(desk, held(desk, "p-night"), position, TEXT)
