from hypothesis import given

from briefing.arrange.links import citations, references
from briefing.model import (
    Answer,
    Asked,
    Citation,
    Evidence,
    Forum,
    Membership,
    Point,
    Question,
    Record,
    Stakeholder,
)
from tests.strategies import records


def test_forums_and_groups_name_what_they_belong_to() -> None:
    forum = Forum(id="pilots-2", name="Second Pilots", parent="assembly", succeeds="pilots")
    member = Stakeholder(
        id="lantern", name="Lantern", memberships=(Membership(key="a", group="lamp-makers"),)
    )

    assert list(references(forum)) == ["assembly", "pilots"]
    assert list(references(member)) == ["lamp-makers"]


@given(records())
def test_every_kind_of_record_tells_what_it_names_and_cites(record: Record) -> None:
    assert all(isinstance(id, str) for id in references(record))
    assert all(isinstance(citation, Citation) for citation in citations(record))


def test_what_an_answer_rests_on_is_cited_too() -> None:
    cited = [Citation(source=source) for source in ("one", "two", "three")]
    question = Question(
        id="q",
        text="Who?",
        evidence={"text": Evidence(citations=(cited[0],))},
        asked=(Asked(key="a", citation=cited[1]),),
        answer=Answer(points=(Point(key="b", text="Us.", citations=(cited[2],)),)),
    )

    assert cited == list(citations(question))
