from collections.abc import Sequence

import msgspec
from hypothesis import given, strategies as st

from briefing.arrange.links import Links, citations, references
from briefing.model import (
    Answer,
    Asked,
    Citation,
    Event,
    Evidence,
    Forum,
    Membership,
    Party,
    Point,
    Position,
    Question,
    Record,
    Stakeholder,
)
from tests.strategies import records

PANEL = Event(
    id="panel",
    title="Panel",
    parent="week",
    forums=("pilots",),
    organisers=(Party(key="a", name="Lantern Institute", stakeholder="lantern"),),
)
WHO_PAYS = Question(id="who-pays", text="Who pays?", asked=(Asked(key="a", event="panel"),))
CLAIM = Position(
    id="claim", claim="Repair first.", holder="Lantern", stakeholder="lantern", question="who-pays"
)


def test_records_name_each_other_both_ways() -> None:
    links = Links([PANEL, WHO_PAYS, CLAIM])

    assert links.names("panel") == {"week", "pilots", "lantern"}
    assert links.named_by("panel") == {"who-pays"}
    assert links.named_by("lantern") == {"panel", "claim"}


def test_what_stands_beside_a_record_in_a_third_is_tied_to_it() -> None:
    links = Links([PANEL, WHO_PAYS, CLAIM])

    assert links.tied("who-pays") == {"panel", "claim", "lantern"}
    assert links.tied("week") == {"panel", "pilots", "lantern"}
    assert links.tied("nobody") == frozenset()


def test_forums_and_groups_name_what_they_belong_to() -> None:
    forum = Forum(id="pilots-2", name="Second Pilots", parent="assembly", succeeds="pilots")
    member = Stakeholder(
        id="lantern", name="Lantern", memberships=(Membership(key="a", group="lamp-makers"),)
    )

    assert list(references(forum)) == ["assembly", "pilots"]
    assert list(references(member)) == ["lamp-makers"]


def test_an_edit_is_followed_both_ways() -> None:
    links = Links([PANEL, WHO_PAYS])

    links.replace(PANEL, msgspec.structs.replace(PANEL, parent=None, organisers=()))

    assert links.names("panel") == {"pilots"}
    assert links.named_by("lantern") == frozenset()


def test_what_is_removed_still_knows_who_names_it() -> None:
    links = Links([PANEL, WHO_PAYS])

    links.replace(PANEL, None)

    assert links.names("panel") == frozenset()
    assert links.named_by("panel") == {"who-pays"}


few_ids = st.sampled_from(["a", "b", "c", "d"])
edits_and_removals = st.lists(
    st.builds(Event, id=few_ids, title=st.just("E"), parent=st.none() | few_ids)
    | st.builds(
        Position,
        id=few_ids,
        claim=st.just("C"),
        holder=st.just("H"),
        question=st.none() | few_ids,
        event=st.none() | few_ids,
    )
    | few_ids,
    max_size=8,
)
"""Records whose ids collide and name each other, and ids of what is taken out."""


@given(edits_and_removals)
def test_links_kept_in_step_are_as_if_built_anew(edits: Sequence[Record | str]) -> None:
    links = Links()
    held: dict[str, Record] = {}

    for edit in edits:
        after = None if isinstance(edit, str) else edit
        id = edit if isinstance(edit, str) else edit.id
        links.replace(held.pop(id, None), after)
        if after is not None:
            held[id] = after

    anew = Links(held.values())
    for id in "abcd":
        assert anew.names(id) == links.names(id)
        assert anew.named_by(id) == links.named_by(id)
        assert anew.tied(id) == links.tied(id)


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
