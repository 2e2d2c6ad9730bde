import datetime as dt
from collections.abc import Iterator
from typing import TypeVar

import msgspec
import pytest
from hypothesis import assume, given, strategies as st

from briefing.model import (
    RECORD_TYPES,
    UNNAMED,
    Answer,
    Asked,
    Citation,
    Decision,
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Handling,
    Level,
    Mode,
    Note,
    Point,
    Proposal,
    ProposalState,
    Question,
    R,
    Record,
    Source,
    Speaker,
    table_name,
)
from briefing.store.merge import OTHER_VERSIONS, merge, merge_tables
from briefing.store.records import decode, document, encode
from briefing.when import Precision, When, whole_day
from tests.strategies import structs, texts

S = TypeVar("S", bound=msgspec.Struct)

BASE = Event(id="talk-22222", title="A talk", venue="The hall", topics=("cables", "ships"))
AT = dt.datetime(2031, 3, 14, 9, 30, tzinfo=dt.UTC)
READ = Evidence(rule="test", citations=(Citation(source="s", start=0, end=4, words="hall"),))
DECIDED = Evidence(decision=Decision.EDITED, decided_by="Ida Example", decided_at=AT)


def changed(value: S, **fields: object) -> S:
    return msgspec.structs.replace(value, **fields)


def merged(base: R | None, ours: R, theirs: R) -> R:
    lines = (None if base is None else encode(base), encode(ours), encode(theirs))
    line = merge(table_name(type(ours)), *lines)
    assert line is not None
    return decode(type(ours), line)


def in_doubt(record: Record) -> dict[str, list[object]]:
    """The paths where versions disagree, each with its other readings."""
    return {
        path: [alternative.value for alternative in record.evidence[path].alternatives]
        for path, doubt in record.doubts
        if doubt.kind is DoubtKind.VERSIONS_DISAGREE
    }


# What each side did -----------------------------------------------------------------------------


def test_edits_of_different_fields_are_both_taken() -> None:
    ours, theirs = changed(BASE, venue="Room 5"), changed(BASE, title="The talk")

    together = merged(BASE, ours, theirs)

    assert changed(BASE, venue="Room 5", title="The talk") == together


def test_of_two_edits_of_one_value_ours_stands_and_theirs_waits_for_a_person() -> None:
    ours, theirs = changed(BASE, venue="Room 5"), changed(BASE, venue="Room 6")

    together = merged(BASE, ours, theirs)

    assert "Room 5" == together.venue
    assert {"venue": ["Room 6"]} == in_doubt(together)
    assert not together.is_reviewed
    assert ["Changed in two places at once; the other version has “Room 6”."] == [
        doubt.words for _, doubt in together.doubts
    ]


@pytest.mark.parametrize("name", ["Bo Example", UNNAMED])
def test_a_disagreement_names_nobody_who_did_not_write_the_other_value(name: str) -> None:
    basis = changed(DECIDED, decided_by=name)
    base = changed(BASE, evidence={"venue": basis})
    if name == UNNAMED:
        base = BASE
    ours = changed(base, venue="Room 5")
    theirs = changed(base, venue="Room 6", evidence={"venue": basis})

    (doubt,) = merged(base, ours, theirs).evidence["venue"].doubts

    assert "Changed in two places at once; the other version has “Room 6”." == doubt.words


def test_a_disagreement_says_who_decided_the_other_value() -> None:
    ours = changed(BASE, venue="Room 5", evidence={"venue": DECIDED})
    by_bo = changed(DECIDED, decided_by="Bo Example")
    theirs = changed(BASE, venue="Room 6", evidence={"venue": by_bo})

    together = merged(BASE, ours, theirs)

    assert "Bo Example has “Room 6”" in together.evidence["venue"].doubts[0].words
    assert Decision.UNDECIDED is together.evidence["venue"].decision


def test_a_time_stays_a_time_as_another_reading() -> None:
    ours, theirs = (changed(BASE, when=whole_day(dt.date(2031, 6, day))) for day in (12, 13))

    together = merged(BASE, ours, theirs)

    assert {"when": [whole_day(dt.date(2031, 6, 13))]} == in_doubt(together)


def test_a_time_is_never_put_together_from_two() -> None:
    base = changed(BASE, when=whole_day(dt.date(2031, 6, 12)))
    ours = changed(base, when=whole_day(dt.date(2031, 6, 12), dt.date(2031, 6, 13)))
    timed = When(date=dt.date(2031, 6, 20), time=dt.time(9), precision=Precision.MINUTE)
    theirs = changed(base, when=timed)

    together = merged(base, ours, theirs)

    assert (ours.when, [timed]) == (together.when, in_doubt(together)["when"])


@pytest.mark.parametrize(
    ("field", "ours", "theirs", "offered"),
    [
        ("mode", Mode.ONLINE, Mode.HYBRID, "hybrid"),
        ("pass_needed", True, False, "no"),
        ("parent", "one-22222", None, ""),
        ("language", "en", "nb", "nb"),
    ],
)
def test_other_values_are_offered_as_they_would_be_typed(
    field: str, ours: object, theirs: object, offered: str
) -> None:
    base = changed(BASE, parent="other-22222")

    together = merged(base, changed(base, **{field: ours}), changed(base, **{field: theirs}))

    assert {field: [offered]} == in_doubt(together)


def test_an_edit_beats_a_removal() -> None:
    base, edited = encode(BASE), encode(changed(BASE, venue="Room 5"))

    assert edited == merge("events", base, None, edited)
    assert edited == merge("events", base, edited, None)
    assert merge("events", base, None, base) is None


def test_a_record_that_both_added_loses_nothing() -> None:
    ours, theirs = changed(BASE, mode=Mode.HYBRID), changed(BASE, venue="Room 6", language="nb")

    together = merged(None, ours, theirs)

    assert (Mode.HYBRID, "nb", "The hall") == (together.mode, together.language, together.venue)
    assert {"venue": ["Room 6"]} == in_doubt(together)


def test_what_differs_in_spaces_alone_is_the_same() -> None:
    base, theirs = encode(BASE), encode(changed(BASE, venue="Room 6"))

    spaced = msgspec.json.format(base, indent=-1).replace(b":", b": ")

    assert theirs == merge("events", base, spaced, theirs)


# Lists ------------------------------------------------------------------------------------------


def test_plain_lists_take_what_either_added_and_lose_what_either_removed() -> None:
    ours = changed(BASE, topics=("cables", "ports"))
    theirs = changed(BASE, topics=("law", "cables", "ships"))

    assert ("law", "cables", "ports") == merged(BASE, ours, theirs).topics


def test_an_order_that_one_side_changed_is_kept() -> None:
    ours = changed(BASE, topics=("ships", "cables"))
    theirs = changed(BASE, topics=("cables", "ships", "law"))

    assert ("ships", "law", "cables") == merged(BASE, ours, theirs).topics
    assert ("ships", "law", "cables") == merged(BASE, theirs, ours).topics


def test_a_sentence_that_stands_twice_in_a_list_stays_twice() -> None:
    base = Note(id="note-22222", subject="talk-22222", points=("Yes.", "Yes."))

    together = merged(base, changed(base, kind="short"), changed(base, points=("Yes.",) * 3))

    assert ("Yes.",) * 3 == together.points


BO, KAI = Speaker(key="kbo2", name="Bo Ferry"), Speaker(key="kka2", name="Kai Quay")


def test_items_with_a_key_are_merged_field_by_field() -> None:
    base = changed(BASE, speakers=(BO, KAI))
    ours = changed(base, speakers=(changed(BO, role="chair"), KAI))
    theirs = changed(base, speakers=(changed(BO, affiliation="Tidewater"),))

    together = merged(base, ours, theirs)

    assert (changed(BO, role="chair", affiliation="Tidewater"),) == together.speakers
    assert {} == in_doubt(together)


def test_an_item_that_one_side_edited_and_the_other_removed_stays() -> None:
    base = changed(BASE, speakers=(BO, KAI), evidence={"speakers/kka2": READ})
    ours = changed(base, speakers=(BO,), evidence={})
    theirs = changed(base, speakers=(BO, changed(KAI, role="chair")))

    together = merged(base, ours, theirs)

    assert theirs == together


def test_the_field_of_an_item_can_be_in_doubt() -> None:
    base = changed(BASE, speakers=(BO,))
    ours, theirs = (changed(base, speakers=(changed(BO, role=r),)) for r in ("chair", "host"))

    together = merged(base, ours, theirs)

    assert {"speakers/kbo2/role": ["host"]} == in_doubt(together)


def test_fields_within_a_field_are_merged_too() -> None:
    base = Question(id="who-22222", text="Who?", answer=Answer(short="We."))
    ours = changed(base, answer=Answer(short="We do.", points=(Point(key="kpo2", text="One"),)))
    theirs = changed(base, answer=Answer(short="They do.", caveats="None"))

    together = merged(base, ours, theirs)

    assert changed(ours.answer, caveats="None") == together.answer
    assert {"answer/short": ["They do."]} == in_doubt(together)


# What values rest on ----------------------------------------------------------------------------


def test_evidence_goes_with_the_value_that_is_taken() -> None:
    base = changed(BASE, evidence={"venue": READ, "title": READ})
    ours = changed(base, title="The talk", evidence={"venue": READ, "title": DECIDED})
    theirs = changed(base, venue="Room 6", evidence={"venue": DECIDED, "title": READ})

    together = merged(base, ours, theirs)

    assert {"venue": DECIDED, "title": DECIDED} == together.evidence


def test_the_evidence_of_what_was_removed_goes_with_it() -> None:
    base = changed(BASE, evidence={"topics/ships": READ, "title": READ})
    ours = changed(base, title="The talk")
    theirs = changed(base, topics=("cables",))

    assert {"title": READ} == merged(base, ours, theirs).evidence


def test_what_a_person_decided_beats_what_a_rule_read_and_asks_nobody() -> None:
    base = changed(BASE, evidence={"venue": READ})
    reread = changed(READ, rule="another", confidence=0.5)
    by_person = changed(base, venue="Room 5", evidence={"venue": DECIDED})
    by_rule = changed(base, venue="Hall", evidence={"venue": reread})

    for ours, theirs in ((by_person, by_rule), (by_rule, by_person)):
        together = merged(base, ours, theirs)

        assert ("Room 5", True) == (together.venue, together.is_reviewed)
        assert ["Hall"] == [a.value for a in together.evidence["venue"].alternatives]


def test_a_value_that_one_accepted_and_the_other_changed_is_in_doubt() -> None:
    base = changed(BASE, evidence={"venue": READ})
    accepted = changed(READ, decision=Decision.ACCEPTED, decided_by="Bo Example", decided_at=AT)
    ours = changed(base, evidence={"venue": accepted})
    theirs = changed(base, venue="Room 6", evidence={"venue": DECIDED})

    together = merged(base, ours, theirs)

    assert ("The hall", {"venue": ["Room 6"]}) == (together.venue, in_doubt(together))


def test_the_same_value_rests_on_the_words_of_both() -> None:
    cited = [Citation(source=source, start=0, end=4) for source in ("s", "t")]
    ours, theirs = (
        changed(BASE, venue="Room 5", evidence={"venue": Evidence(citations=(c,), rule="test")})
        for c in cited
    )

    together = merged(BASE, ours, theirs)

    assert set(cited) == set(together.evidence["venue"].citations)
    assert {} == in_doubt(together)


def test_the_last_word_of_a_person_on_the_same_value_stays() -> None:
    base = changed(BASE, evidence={"venue": READ})
    later = changed(DECIDED, decided_by="Bo Example", decided_at=AT + dt.timedelta(hours=1))
    ours, theirs = (changed(base, evidence={"venue": e}) for e in (DECIDED, later))

    assert "Bo Example" == merged(base, ours, theirs).evidence["venue"].decided_by
    assert "Bo Example" == merged(base, theirs, ours).evidence["venue"].decided_by


def test_what_was_settled_stays_settled_when_versions_meet_again() -> None:
    ours, theirs = changed(BASE, venue="Room 5"), changed(BASE, venue="Room 6")
    together = merged(BASE, ours, theirs)
    settled = changed(together, venue="Room 6", evidence={"venue": DECIDED})

    assert settled == merged(together, settled, together)
    assert settled == merged(together, together, settled)


def test_readings_of_a_third_version_are_offered_too() -> None:
    ours, theirs, third = (changed(BASE, venue=f"Room {n}") for n in (5, 6, 7))

    together = merged(BASE, merged(BASE, ours, theirs), third)

    assert {"venue": ["Room 7", "Room 6"]} == in_doubt(together)


def test_a_version_that_one_side_found_is_offered_where_the_other_edited_the_value() -> None:
    found = merged(BASE, changed(BASE, venue="Room 5"), changed(BASE, venue="Room 6"))
    base = changed(BASE, venue="Room 5")
    edited = changed(base, venue="Room 7")

    for ours, theirs in ((found, edited), (edited, found)):
        together = merged(base, ours, theirs)

        assert {"Room 5", "Room 6", "Room 7"} == {together.venue, *in_doubt(together)["venue"]}


def test_readings_that_the_other_version_had_are_offered_too() -> None:
    ours, theirs, third = (changed(BASE, venue=f"Room {n}") for n in (5, 6, 7))

    together = merged(BASE, third, merged(BASE, ours, theirs))

    assert ("Room 7", {"venue": ["Room 5", "Room 6"]}) == (together.venue, in_doubt(together))


def test_two_that_took_the_same_versions_the_other_way_round_have_one_reading_each() -> None:
    ours, theirs = changed(BASE, venue="Room 5"), changed(BASE, venue="Room 6")

    together = merged(BASE, merged(BASE, ours, theirs), merged(BASE, theirs, ours))

    assert ("Room 5", {"venue": ["Room 6"]}) == (together.venue, in_doubt(together))


def test_a_value_in_doubt_is_not_given_the_words_of_the_other() -> None:
    own, other = (Citation(source=source, start=0, end=4) for source in ("s", "t"))
    ours = changed(BASE, venue="Room 5", evidence={"venue": Evidence(citations=(own,))})
    theirs = changed(BASE, venue="Room 6", evidence={"venue": Evidence(citations=(other,))})

    assert (own,) == merged(BASE, ours, theirs).evidence["venue"].citations


def test_a_doubt_that_was_answered_does_not_come_back() -> None:
    doubt = Doubt(kind=DoubtKind.UNSURE, words="Is that so?")
    asked = changed(READ, doubts=(doubt,))
    base = changed(BASE, evidence={"venue": asked})
    answered = changed(asked, decision=Decision.EDITED, decided_by="Ida Example", decided_at=AT)
    ours = changed(base, venue="Room 5", evidence={"venue": answered})
    theirs = changed(base, venue="Room 6", evidence={"venue": DECIDED})

    kinds = [found.kind for _, found in merged(base, ours, theirs).doubts]

    assert [DoubtKind.VERSIONS_DISAGREE] == kinds


def test_an_item_that_one_side_accepted_and_the_other_removed_stays() -> None:
    base = changed(BASE, evidence={"topics/ships": READ})
    accepted = {"topics/ships": changed(READ, decision=Decision.ACCEPTED, decided_by="Bo Example")}
    ours, theirs = changed(base, evidence=accepted), changed(base, topics=("cables",), evidence={})

    assert ours == merged(base, ours, theirs) == merged(base, theirs, ours)


def test_a_citation_is_never_put_together_from_two() -> None:
    cited = [Citation(source="s", start=start, end=start + 4) for start in (0, 10, 20)]
    base, ours, theirs = (
        Question(id="who-22222", text="Who?", asked=(Asked(key="kas2", citation=citation),))
        for citation in (cited[0], cited[1], changed(cited[0], end=30))
    )

    together = merged(base, ours, theirs)

    assert ours.asked == together.asked
    assert ["asked/kas2/citation"] == list(in_doubt(together))


# What stands besides ----------------------------------------------------------------------------


def test_the_fewest_see_a_record_whose_handling_is_in_doubt() -> None:
    ours = changed(BASE, handling=Handling(level=Level.PUBLIC))
    theirs = changed(BASE, handling=Handling(level=Level.ME))

    for together in (merged(BASE, ours, theirs), merged(BASE, theirs, ours)):
        assert Level.ME is together.handling.level
        assert {"handling/level": ["public"]} == in_doubt(together)


def test_an_accepted_proposal_stays_accepted_as_its_record_is_in_the_desk() -> None:
    base = Proposal(id="p-22222", source="s", draft=BASE)
    ours, theirs = (
        changed(base, state=s) for s in (ProposalState.REJECTED, ProposalState.ACCEPTED)
    )

    together = merged(base, ours, theirs)

    assert ProposalState.ACCEPTED is together.state
    assert {"state": ["rejected"]} == in_doubt(together)


def test_a_document_that_two_people_brought_in_came_on_the_earlier_day() -> None:
    first, later = (
        Source(id="s-22222", title="A page", received=dt.date(2031, 3, day)) for day in (1, 2)
    )

    assert first == merged(None, first, later) == merged(None, later, first)


def test_a_draft_is_merged_as_the_record_that_it_is() -> None:
    base = Proposal(id="p-22222", source="s", draft=BASE)
    ours = changed(base, draft=changed(BASE, venue="Room 5"))
    theirs = changed(base, draft=changed(BASE, venue="Room 6", title="The talk"))

    together = merged(base, ours, theirs)

    assert {} == in_doubt(together)
    assert {"venue": ["Room 6"]} == in_doubt(together.draft)


def test_a_version_that_cannot_be_read_is_told_beside_the_one_that_can() -> None:
    base, ours = encode(BASE), changed(BASE, venue="Room 5")
    theirs = b'{"type":"event","id":"talk-22222","title":"A talk","colour":"blue"}'

    for sides in ((encode(ours), theirs), (theirs, encode(ours))):
        line = merge("events", base, *sides)

        assert line is not None
        record = decode(Event, line)
        assert "Room 5" == record.venue
        assert theirs.decode() in record.evidence["title"].doubts[0].words


def test_plain_documents_keep_the_other_version_beside() -> None:
    base = b'{"id":"a","colour":"blue","sizes":{"x":1,"y":1},"tags":["one"]}'
    ours = b'{"id":"a","colour":"red","sizes":{"x":2,"y":1},"tags":["one","two"]}'
    theirs = b'{"id":"a","colour":"green","sizes":{"x":1},"tags":[]}'

    line = merge("paints", base, ours, theirs)

    assert line is not None
    assert document(line) == {
        "id": "a",
        "colour": "red",
        "sizes": {"x": 2},
        "tags": ["two"],
        OTHER_VERSIONS: [{"path": "colour", "value": "green"}],
    }


def test_a_broken_line_is_kept_beside_what_can_be_read() -> None:
    ours, broken = b'{"id":"a","colour":"red"}', b'{"id":"a","colour":"\xff"}'

    line = merge("paints", None, ours, broken)

    assert line is not None
    assert "red" == document(line)["colour"]
    assert r"\xff" in document(line)[OTHER_VERSIONS][0]["value"]


def test_plain_documents_keep_every_other_version() -> None:
    base, ours, theirs, third = (
        b'{"id":"a","colour":"%b"}' % colour for colour in (b"red", b"green", b"blue", b"grey")
    )

    both = merge("paints", base, ours, theirs)
    line = merge("paints", base, both, third)

    assert line is not None
    assert ["blue", "grey"] == [other["value"] for other in document(line)[OTHER_VERSIONS]]


def test_a_broken_line_removes_nothing() -> None:
    base, broken = b'{"id":"a","colour":"red"}', b'{"id":"a","colour":"\xff"}'

    line = merge("paints", base, b'{"id":"a","colour":"red","size":1}', broken)

    assert line is not None
    assert ("red", 1) == (document(line)["colour"], document(line)["size"])


def test_tables_are_merged_record_by_record() -> None:
    base, ours, theirs = {"a": b"1", "b": b"1", "c": b"1"}, {"a": b"2", "b": b"1"}, {"a": b"1"}

    assert {"a": b"2"} == merge_tables("paints", base, ours, theirs)
    assert {"a": b"2", "d": b"4"} == merge_tables("paints", base, ours, {**theirs, "d": b"4"})


# Laws -------------------------------------------------------------------------------------------


@st.composite
def versions(draw: st.DrawFn) -> tuple[Record, Record, Record]:
    """A record and two that were made of it by giving some fields other values."""
    kind = draw(st.sampled_from(RECORD_TYPES))
    base = draw(structs(kind))
    names = [field.name for field in msgspec.structs.fields(kind)]
    sides = []
    for _ in range(2):
        other = draw(structs(kind))
        edited = draw(st.sets(st.sampled_from(names)))
        sides.append(changed(base, **{n: getattr(other, n) for n in edited if n != "id"}))
    return base, *sides


@given(versions())
def test_what_one_side_alone_changed_is_taken_as_it_is(versions: tuple[Record, ...]) -> None:
    table = table_name(type(versions[0]))
    base, other, _ = map(encode, versions)

    assert other == merge(table, base, other, base)
    assert other == merge(table, base, base, other)
    assert other == merge(table, base, other, other)
    assert merge(table, base, None, None) is None


@given(versions())
def test_two_versions_make_a_record_that_can_be_read_and_loses_no_value(
    versions: tuple[Record, ...],
) -> None:
    base, ours, theirs = versions
    if isinstance(ours, Proposal) and isinstance(theirs, Proposal):
        assume(type(ours.draft) is type(theirs.draft))

    together = merged(*versions)

    held, kept = set(values(base)), set(values(together)) | set(offered(together))
    # An empty text says no more than that there is none, and both are typed the same way.
    assert {*values(ours), *values(theirs)} - held - kept <= {""}


@given(st.data())
def test_plain_documents_lose_no_value(data: st.DataObject) -> None:
    values_of = st.recursive(
        texts(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(), inner, max_size=3),
        max_leaves=6,
    )
    documents = st.dictionaries(texts(), values_of, max_size=4)
    base, ours, theirs = ({**data.draw(documents), "id": "a"} for _ in range(3))

    line = merge("paints", *(msgspec.json.encode(one) for one in (base, ours, theirs)))

    assert line is not None
    new = set(leaves(ours)) | set(leaves(theirs))
    assert set() == new - set(leaves(base)) - set(leaves(document(line)))


def leaves(value: object) -> Iterator[object]:
    """What stands in a document, however deep."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
    else:
        yield value


def values(value: object) -> Iterator[str]:
    """What a record says, as it is offered where it is another reading; not what it rests on."""
    match value:
        case When() | Citation():
            yield msgspec.json.encode(value, order="deterministic").decode()
        case msgspec.Struct():
            for name in value.__struct_fields__:
                if name not in ("evidence", "received"):
                    yield from values(getattr(value, name))
        case tuple():
            for item in value:
                yield from values(item)
        case bool() | None:
            return
        case dt.date() | dt.time():
            yield value.isoformat()
        case _:
            yield str(value)


def offered(record: Record) -> Iterator[str]:
    """The other readings in a record and in its draft."""
    for evidence in record.evidence.values():
        for alternative in evidence.alternatives:
            yield from values(alternative.value)
    if isinstance(record, Proposal):
        yield from offered(record.draft)
