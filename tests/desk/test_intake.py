from pathlib import Path

import msgspec
import pytest

from briefing.desk import documents, edit, intake
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import (
    Answer,
    Asked,
    Citation,
    Decision,
    Event,
    Evidence,
    Point,
    Position,
    Proposal,
    ProposalState,
    Question,
    Record,
    Source,
    Task,
)
from tests.desk.support import (
    ANNOUNCEMENT,
    CLAIM,
    HARBOUR,
    REGISTER,
    WHO_PAYS,
    announcement,
    make_folder,
    open_desk,
    proposal,
    state_of,
    waiting_unit,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk", *waiting_unit())


def everything(desk: Desk) -> dict[str, Record]:
    kinds = (Event, Task, Question, Position, Source, Proposal)
    return {record.id: record for kind in kinds for record in desk.store.all(kind)}


# Bringing in ------------------------------------------------------------------------------------


def test_a_document_is_kept_whole_with_what_was_read_from_it(desk: Desk) -> None:
    arrival = intake.bring_in(desk, announcement())

    source = arrival.source
    assert desk.store.get(Source, source.id) == source
    assert desk.store.source_bytes(source.sha256) == ANNOUNCEMENT.encode()
    assert not arrival.was_held
    assert arrival.proposals
    assert {p.id for p in arrival.proposals} < {p.id for p in intake.waiting(desk)}


def test_every_citation_is_the_words_at_its_place(desk: Desk) -> None:
    arrival = intake.bring_in(desk, announcement())

    text = desk.store.source_text(arrival.source.sha256)
    cited = [
        citation
        for waiting in arrival.proposals
        for evidence in waiting.draft.evidence.values()
        for citation in evidence.citations
    ]
    assert cited
    assert [c.words for c in cited] == [text[c.start : c.end] for c in cited]


def test_bringing_in_is_one_change(desk: Desk) -> None:
    before = everything(desk)

    intake.bring_in(desk, announcement())
    label = desk.undo()

    assert label.startswith("Brought in Harbour Lights")
    assert before == everything(desk)


@pytest.mark.parametrize("name", ["harbour.txt", "renamed.txt"])
def test_the_same_bytes_brought_in_again_change_nothing(name: str, desk: Desk) -> None:
    first = intake.bring_in(desk, announcement())
    before = everything(desk)

    again = intake.bring_in(desk, announcement(name=name))

    assert again.was_held
    assert again.proposals == ()
    assert again.source == first.source
    assert before == everything(desk)


@pytest.mark.parametrize("text", ["", " \n", "Just words, of no event.", "\x00\x1b[2J", "?" * 5000])
def test_a_document_of_nothing_is_kept_all_the_same(text: str, desk: Desk) -> None:
    arrival = intake.bring_in(desk, announcement(text, name="odd.txt"))

    assert desk.store.source_bytes(arrival.source.sha256) == text.encode()


def test_a_document_is_read_without_a_trace(desk: Desk) -> None:
    before = everything(desk)

    proposed = intake.read(desk, announcement())

    assert proposed.proposals
    assert before == everything(desk)
    with pytest.raises(BriefingError, match="not kept here"):
        desk.store.source_text(proposed.source.sha256)


def test_a_file_of_a_known_kind_without_any_text_is_not_kept(desk: Desk) -> None:
    before = list(desk.store.all(Source))
    cut = documents.from_bytes(Path("cut.pdf"), b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")

    with pytest.raises(documents.UnreadableError, match=r"^cut\.pdf: \w"):
        intake.bring_in(desk, cut)

    assert before == list(desk.store.all(Source))


def test_the_reader_knows_what_the_desk_holds(desk: Desk) -> None:
    edit.add(desk, Event, {"title": "Known Event"})

    known = intake.known(desk.store, "Europe/Oslo")

    assert [event.title for event in known.events] == ["Known Event"]
    assert known.home_zone == "Europe/Oslo"


# Deciding ---------------------------------------------------------------------------------------


def test_what_hangs_on_an_event_is_decided_with_it(desk: Desk) -> None:
    top, *hanging = waiting_unit()

    found = intake.unit(desk, top)

    assert found[0] == top
    assert sorted(found[1:], key=lambda p: p.id) == sorted(hanging, key=lambda p: p.id)


def test_what_somebody_looked_at_is_checked_but_for_its_doubts(desk: Desk) -> None:
    records = intake.accept(desk, waiting_unit(), checked=True)

    (event, task, question, position) = records
    assert isinstance(event, Event)
    assert desk.store.get(Event, event.id) == event
    assert {path: e.decision for path, e in event.evidence.items()} == {
        "title": Decision.ACCEPTED,
        "when": Decision.UNDECIDED,
        "speakers/k3aa": Decision.ACCEPTED,
    }
    assert event.evidence["title"].decided_by == "Kari Eksempel"
    assert not event.is_reviewed
    assert task.is_reviewed
    assert question.is_reviewed
    assert position.is_reviewed


def test_what_nobody_looked_at_is_taken_but_not_checked(desk: Desk) -> None:
    unit = waiting_unit()
    event, task = unit[0], unit[1]

    intake.accept(desk, unit, checked=True, unseen={task.id})

    held = desk.store.find(task.draft.id)
    assert held is not None
    assert {e.decision for e in held.evidence.values()} == {Decision.UNDECIDED}
    assert desk.store.find(event.draft.id) is not None


def test_what_nobody_looked_at_stays_unreviewed_and_positions_wait(desk: Desk) -> None:
    records = intake.accept(desk, waiting_unit(), checked=False)

    assert [HARBOUR, REGISTER, WHO_PAYS] == records
    assert [proposal(CLAIM, under=proposal(HARBOUR).id)] == intake.waiting(desk)
    assert desk.store.get(Position, CLAIM.id) is None


def test_accepting_is_one_change_with_a_label(desk: Desk) -> None:
    before = everything(desk)

    intake.accept(desk, waiting_unit(), checked=True)

    assert desk.undo() == "Accepted 4 records"
    assert before == everything(desk)


def test_one_alone_is_told_by_its_title(desk: Desk) -> None:
    intake.accept(desk, waiting_unit()[1:2], checked=True)

    assert desk.undo() == "Accepted Register"


def test_accepting_again_does_not_undo_what_a_person_changed_since(desk: Desk) -> None:
    unit = waiting_unit()
    (event, *_) = intake.accept(desk, unit, checked=True)
    edit.set_fields(desk, event, {"title": "Our own title"})

    again = intake.accept(desk, unit, checked=True)

    assert again == []
    held = desk.store.get(Event, HARBOUR.id)
    assert held is not None
    assert held.title == "Our own title"


def test_what_was_mended_is_accepted_as_mended(desk: Desk) -> None:
    top = waiting_unit()[0]
    mended = edit.set_fields(desk, top, {"venue": "Quay Room"})
    assert isinstance(mended, Proposal)

    (event,) = intake.accept(desk, [mended], checked=False)

    assert isinstance(event, Event)
    assert event.venue == "Quay Room"
    assert event.evidence["venue"].decision is Decision.ADDED


def test_an_outdated_view_of_a_proposal_accepts_it_as_it_is_now(desk: Desk) -> None:
    top = waiting_unit()[0]
    edit.set_fields(desk, top, {"venue": "Quay Room"})

    (event,) = intake.accept(desk, [top], checked=False)

    assert isinstance(event, Event)
    assert event.venue == "Quay Room"


def test_what_is_rejected_waits_no_more_and_leaves_no_record(desk: Desk) -> None:
    top, task, *_ = waiting_unit()

    intake.reject(desk, [top, task])

    assert state_of(desk, top) is ProposalState.REJECTED
    assert state_of(desk, task) is ProposalState.REJECTED
    assert desk.store.get(Event, HARBOUR.id) is None
    assert desk.undo() == "Rejected 2 records"
    assert len(intake.waiting(desk)) == 4


def test_rejecting_what_was_accepted_leaves_the_record(desk: Desk) -> None:
    top = waiting_unit()[0]
    intake.accept(desk, [top], checked=True)

    intake.reject(desk, [top])

    assert state_of(desk, top) is ProposalState.ACCEPTED
    assert desk.store.get(Event, HARBOUR.id) is not None


# The same question again ------------------------------------------------------------------------


NO_ANSWER = Answer()


def asked(id: str, text: str, event: str, answer: Answer = NO_ANSWER) -> Question:
    return Question(id=id, text=text, asked=(Asked(key=f"k{event}", event=event),), answer=answer)


def test_a_question_that_is_asked_again_is_one_question(desk: Desk) -> None:
    first = asked("one-ab2cd", "Who pays?", "e1")
    second = asked("two-ab2cd", "WHO  pays?", "e2")

    intake.accept(desk, [proposal(first)], checked=True)
    (merged,) = intake.accept(desk, [proposal(second)], checked=True)

    assert isinstance(merged, Question)
    assert (merged.id, merged.text) == ("one-ab2cd", "Who pays?")
    assert [one.event for one in merged.asked] == ["e1", "e2"]
    assert [merged] == list(desk.store.all(Question))


def test_a_question_asked_twice_in_one_document_is_one_question(desk: Desk) -> None:
    twice = [asked("one-ab2cd", "Who pays?", "e1"), asked("two-ab2cd", "Who pays?", "e2")]

    intake.accept(desk, [proposal(question) for question in twice], checked=False)

    (merged,) = desk.store.all(Question)
    assert {one.event for one in merged.asked} == {"e1", "e2"}


@pytest.mark.parametrize("typed", ["Ropes; Buoys", ""])
def test_themes_that_a_person_set_stay_when_a_question_comes_again(desk: Desk, typed: str) -> None:
    first, second = (
        themed(asked(f"{n}-ab2cd", "Who pays?", event), "Lights")
        for n, event in (("one", "e1"), ("two", "e2"))
    )
    (held,) = intake.accept(desk, [proposal(first)], checked=False)
    ours = edit.set_fields(desk, held, {"topics": typed})

    (merged,) = intake.accept(desk, [proposal(second)], checked=False)

    assert isinstance(ours, Question)
    assert isinstance(merged, Question)
    assert merged.topics == ours.topics != ("Lights",)
    assert merged.evidence == ours.evidence


def test_themes_come_with_a_question_that_had_none(desk: Desk) -> None:
    first = asked("one-ab2cd", "Who pays?", "e1")
    second = themed(asked("two-ab2cd", "Who pays?", "e2"), "Lights")

    intake.accept(desk, [proposal(first), proposal(second)], checked=False)

    (merged,) = desk.store.all(Question)
    assert merged.topics == ("Lights",)
    assert merged.evidence["topics/Lights"] == Evidence(rule="test")


def themed(question: Question, topic: str) -> Question:
    evidence = {**question.evidence, f"topics/{topic}": Evidence(rule="test")}
    return msgspec.structs.replace(question, topics=(topic,), evidence=evidence)


def test_an_answer_of_our_own_is_kept_when_a_question_comes_again(desk: Desk) -> None:
    ours = asked("one-ab2cd", "Who pays?", "e1", Answer(short="Whoever cut it."))
    theirs = asked("two-ab2cd", "Who pays?", "e2", Answer(short="Nobody."))

    intake.accept(desk, [proposal(ours), proposal(theirs)], checked=True)

    (merged,) = desk.store.all(Question)
    assert merged.answer == Answer(short="Whoever cut it.")


def test_points_that_come_with_a_known_question_are_taken_where_we_have_none(desk: Desk) -> None:
    points = Answer(points=(Point(key="k2aa", text="Whoever cut it."),))
    intake.accept(desk, [proposal(asked("one-ab2cd", "Who pays?", "e1"))], checked=True)

    intake.accept(desk, [proposal(asked("two-ab2cd", "Who pays?", "e2", points))], checked=True)

    (merged,) = desk.store.all(Question)
    assert merged.answer == points


def test_two_documents_that_ask_it_at_no_event_are_two_occasions(desk: Desk) -> None:
    for source in ("first", "second"):
        asked_there = Asked(key=source, citation=Citation(source=source, words="Who pays?"))
        question = Question(id=f"{source}-ab2cd", text="Who pays?", asked=(asked_there,))
        intake.accept(desk, [proposal(question)], checked=True)

    (merged,) = desk.store.all(Question)
    assert [one.key for one in merged.asked] == ["first", "second"]


def test_what_was_read_in_an_earlier_run_can_be_decided_later(folder: Path) -> None:
    with open_desk(folder) as desk:
        intake.bring_in(desk, announcement())

    with open_desk(folder) as desk:
        before = len(intake.waiting(desk))
        intake.reject(desk, intake.waiting(desk))
        assert before > 4
        assert [] == intake.waiting(desk)
