import msgspec
from hypothesis import HealthCheck, given, settings, strategies as st

from briefing.arrange.links import citations
from briefing.arrange.withholding import for_others, without_citations, without_closed
from briefing.model import (
    Alternative,
    Answer,
    Citation,
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Point,
    Question,
    Record,
    Speaker,
)
from tests.strategies import records

OPEN, SHUT = Citation(source="open", words="a"), Citation(source="shut", words="b")


def is_shut(source: str) -> bool:
    return source == "shut"


@given(records(), st.booleans())
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_no_closed_source_is_cited_by_what_is_left(record: Record, are_all_closed: bool) -> None:
    def is_closed(source: str) -> bool:
        return are_all_closed or len(source) % 2 == 0

    left = without_closed(record, is_closed).record

    assert left is None or not any(is_closed(c.source) for c in citations(left))
    bare = without_citations(record, is_closed)
    assert not any(is_closed(citation.source) for citation in citations(bare))


@given(records())
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_where_nothing_is_closed_nothing_changes(record: Record) -> None:
    assert record is without_closed(record, lambda _: False).record


def test_a_part_of_an_item_goes_alone_and_one_it_can_not_be_without_takes_it_along() -> None:
    event = Event(
        id="e",
        title="x",
        speakers=(
            Speaker(key="a", name="Ada", role="chair"),
            Speaker(key="b", name="Bo", role="chair"),
        ),
        evidence={
            "speakers/a/role": Evidence(citations=(SHUT,)),
            "speakers/b/name": Evidence(citations=(SHUT,)),
            "speakers/b/role": Evidence(citations=(OPEN,)),
        },
    )

    left, lost, _ = without_closed(event, is_shut)

    assert left == Event(id="e", title="x", speakers=(Speaker(key="a", name="Ada"),))
    assert ("speakers/a/role", "speakers/b") == lost


def test_what_is_told_of_a_whole_list_holds_for_each_item_that_nothing_else_tells() -> None:
    event = Event(
        id="e",
        title="x",
        topics=("ships", "ropes"),
        evidence={
            "topics": Evidence(citations=(SHUT,)),
            "topics/ropes": Evidence(citations=(OPEN,)),
        },
    )

    left = without_closed(event, is_shut).record

    assert isinstance(left, Event)
    assert ("ropes",) == left.topics
    assert ["topics/ropes"] == list(left.evidence)


def test_a_point_goes_with_its_source() -> None:
    answer = Answer(
        points=(
            Point(key="a", text="a", citations=(SHUT,)),
            Point(key="b", text="b", citations=(OPEN, SHUT)),
        )
    )

    left = without_closed(Question(id="q", text="x", answer=answer), is_shut).record

    assert isinstance(left, Question)
    assert (Point(key="b", text="b", citations=(OPEN,)),) == left.answer.points


def test_doubts_and_other_readings_go_with_a_citation() -> None:
    found = Evidence(
        citations=(OPEN, SHUT),
        doubts=(Doubt(kind=DoubtKind.UNSURE, words="b says otherwise"),),
        alternatives=(Alternative(value="b", why="b"),),
    )
    event = Event(id="e", title="x", evidence={"title": found})

    left = without_closed(event, is_shut).record

    assert left is not None
    assert {"title": Evidence(citations=(OPEN,))} == left.evidence


def test_the_words_of_another_source_in_a_doubt_are_not_told() -> None:
    told = Doubt(kind=DoubtKind.DATES_DISAGREE, words="The mail says 13 June.")
    kept = Doubt(kind=DoubtKind.YEAR_INFERRED, words="The year is inferred.")
    event = Event(
        id="e",
        title="x",
        evidence={"when": Evidence(doubts=(told, kept), decided_by="Kari")},
    )

    found = for_others(event).evidence["when"]

    general = msgspec.structs.replace(told, words="The sources disagree on the date.")
    assert Evidence(doubts=(general, kept)) == found
