import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from briefing.desk import attend
from briefing.desk.describe import facts, quotation, sources, status, when_told
from briefing.desk.desk import Desk
from briefing.model import (
    Access,
    Asked,
    Citation,
    Decision,
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Going,
    Handling,
    Level,
    Question,
    Record,
    Source,
    TaskState,
)
from briefing.when import ZoneBasis
from tests.desk.support import CLAIM, HARBOUR, PILOTS, REGISTER, WHO_PAYS
from tests.strategies import records


def told(desk: Desk, record: Record) -> dict[str, str]:
    return {fact.label: fact.text for fact in facts(desk, record)}


def test_an_event_is_told_in_labelled_facts(desk: Desk) -> None:
    assert told(desk, HARBOUR) == {
        "Title": "Harbour Lights",
        "Kind": "event",
        "When": "Thu 12 Jun 2031, 09:00–10:30 EDT · 15:00–16:30 Oslo",
        "Mode": "hybrid",
        "Place": "Harbour Hall",
        "Organisers": "Lantern Institute",
        "Speakers": "Bo Ferry, Moderator, Tidewater",
        "Forums": "FHP: Forum of Harbour Pilots",
        "Who may see it": "office",
        "Task": "Fri 6 Jun 2031: Register",
        "Position": "Lantern Institute: Repair comes first.",
        "Status": "not checked, 1 doubt",
    }


def test_a_fact_says_whether_it_is_open_and_what_it_names(desk: Desk) -> None:
    by_label = {fact.label: fact for fact in facts(desk, HARBOUR)}

    assert by_label["When"].doubts == ("12 June is no Friday.",)
    assert by_label["When"].is_open
    assert by_label["Speakers"].is_open
    assert not by_label["Place"].is_open
    assert by_label["Task"].record == REGISTER.id
    assert {fact.label: fact.record for fact in facts(desk, CLAIM)}["Event"] == HARBOUR.id


def test_what_says_nothing_is_left_out_and_a_clear_no_is_not(desk: Desk) -> None:
    silent = msgspec.structs.replace(HARBOUR, access=Access.UNKNOWN, pass_needed=None)
    clear = msgspec.structs.replace(HARBOUR, access=Access.OPEN, pass_needed=False)

    assert not {"Who gets in", "Building pass needed", "Cancelled"} & told(desk, silent).keys()
    assert told(desk, clear)["Who gets in"] == "open"
    assert told(desk, clear)["Building pass needed"] == "no"


def test_a_word_of_the_document_is_not_taken_for_a_lack_of_one(desk: Desk) -> None:
    assert told(desk, Event(id="x", title="unknown"))["Title"] == "unknown"


def test_a_question_tells_where_it_was_asked(desk: Desk) -> None:
    asked = (Asked(key="a", event=HARBOUR.id), Asked(key="b", on=REGISTER.due.date))
    question = Question(id="q", text="Who?", asked=asked)

    occasions = [fact.text for fact in facts(desk, question) if fact.label == "Asked at"]

    assert occasions == ["Harbour Lights, Thu 12 Jun 2031", "Fri 6 Jun 2031"]


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ({}, "checked"),
        ({"title": Evidence(decision=Decision.ACCEPTED)}, "checked"),
        ({"title": Evidence()}, "not checked"),
        (HARBOUR.evidence, "not checked, 1 doubt"),
    ],
)
def test_a_record_is_checked_or_not(evidence: dict[str, Evidence], expected: str) -> None:
    assert status(Event(id="x", title="x", evidence=evidence)) == expected


def test_a_zone_that_nobody_wrote_is_told_with_its_reason(desk: Desk) -> None:
    inferred = msgspec.structs.replace(HARBOUR.when, written_zone="", zone_basis=ZoneBasis.VENUE)

    assert when_told(desk, inferred).endswith("(zone from the venue)")
    assert "zone from" not in when_told(desk, HARBOUR.when)


def test_a_citation_is_quoted_with_its_source(desk: Desk) -> None:
    with desk.change("For a test") as edit:
        edit.put(Source(id="report", title="Report\x1b of the Pilots"))

    cited = [
        Citation(source="report", words="Repair\nfirst.", place="page 3"),
        Citation(source="report", place="page 3"),
        Citation(source="\x1bgone", words="Repair."),
    ]

    assert [quotation(desk, one) for one in cited] == [
        "“Repair first.” (Report\ufffd of the Pilots, page 3)",
        "Report\ufffd of the Pilots, page 3",
        "“Repair.” (\ufffdgone)",
    ]


def test_sources_are_told_once(desk: Desk) -> None:
    with desk.change("For a test") as edit:
        edit.put(Source(id="s", title="Announcement"))
    twice = dict.fromkeys(("title", "venue"), HARBOUR.evidence["title"])

    resting = msgspec.structs.replace(HARBOUR, evidence=twice)

    assert [source.id for source in sources(desk, resting)] == ["s"]


@given(records())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_nothing_that_a_terminal_obeys_is_told_of_any_record(desk: Desk, record: Record) -> None:
    doubt = Doubt(kind=DoubtKind.UNSURE, words="‘\x1b[2J’ \u202eis no date.")
    hostile = msgspec.structs.replace(
        record, evidence={**record.evidence, "title": Evidence(doubts=(doubt,))}
    )

    for fact in facts(desk, hostile):
        for text in (fact.label, fact.text, *fact.doubts):
            assert not set(text) & {"\x1b", "\x00", "\x07", "\x9b", "\u202e", "\r"}


def test_who_may_see_it_is_told_where_it_was_decided(desk: Desk) -> None:
    private = msgspec.structs.replace(PILOTS, handling=Handling(level=Level.ME))

    assert told(desk, private)["Who may see it"] == "me"
    assert "Chatham House rule" not in told(desk, private)
    assert WHO_PAYS.text == told(desk, WHO_PAYS)["Question"]


def test_it_is_told_whether_one_goes_and_how_far_a_task_is(desk: Desk) -> None:
    attend.set_going(desk, HARBOUR, Going.COVERED, "Bo Ferry")
    attend.set_state(desk, REGISTER, TaskState.SENT)

    found = told(desk, HARBOUR)

    assert found["You"] == "covered by Bo Ferry"
    assert found["Task"] == "Fri 6 Jun 2031: Register (sent)"


def test_a_deadline_is_told_as_it_was_said(desk: Desk) -> None:
    said = msgspec.structs.replace(REGISTER.due, written="6 June, COB", zone="America/New_York")

    task = msgspec.structs.replace(REGISTER, due=said)

    assert told(desk, task)["Due by"] == "Fri 6 Jun 2031, COB (read as 17:00 New York · 23:00 Oslo)"
