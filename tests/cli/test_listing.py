import json

import msgspec
import pytest

from briefing.model import Event
from tests.cli.conftest import Briefing, Ended
from tests.desk.support import CLAIM, HARBOUR, LANTERN, PILOTS, REGISTER, WHO_PAYS

LISTINGS = (
    "timeline", "forum", "questions", "positions", "tasks", "deadlines", "clashes", "next",
    "inbox", "find a",
)  # fmt: skip


def listed(ended: Ended) -> list[dict[str, object]]:
    assert (ended.code, ended.err) == (0, "")
    found = json.loads(ended.out)
    assert isinstance(found, list)
    return found


def ids(ended: Ended) -> list[object]:
    return [record["id"] for record in listed(ended)]


# All listings -----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", LISTINGS)
def test_every_listing_is_an_array_of_records_as_json(command: str, briefing: Briefing) -> None:
    assert isinstance(listed(briefing(*command.split(), "--json")), list)


@pytest.mark.parametrize("command", [*LISTINGS, f"show {HARBOUR.id}"])
def test_plain_is_one_labelled_line_a_fact(command: str, briefing: Briefing) -> None:
    briefing("add", "event", "title=At the same time", "when=12 June 2031 15:30-16:00")
    briefing("answer", WHO_PAYS.id, "--points", "First; second", "--long", "Line one\nline two")

    for record in ("", WHO_PAYS.id) if command.startswith("show") else ("",):
        ended = briefing("--plain", *(command.split() if not record else ("show", record)))

        assert ended.code == 0
        assert not [line for line in ended.out.splitlines() if line and ": " not in line]


def test_plain_can_be_set_for_good(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = briefing("timeline").out
    monkeypatch.setenv("BRIEFING_PLAIN", "1")

    plain = briefing("timeline").out

    assert f"Id: {HARBOUR.id}\nTitle: Harbour Lights\n" in plain
    assert "Id: " not in lines


def test_a_record_as_json_is_the_record_with_what_is_worked_out(briefing: Briefing) -> None:
    (told,) = listed(briefing("timeline", "--json"))

    worked_out = {name: told.pop(name) for name in ("reviewed", "status", "utc_start", "utc_end")}
    assert msgspec.convert(told, Event, strict=False) == HARBOUR
    assert worked_out == {
        "reviewed": False,
        "status": "not checked, 1 doubt",
        "utc_start": "2031-06-12T13:00:00Z",
        "utc_end": "2031-06-12T14:30:00Z",
    }


def test_hostile_words_are_printed_harmlessly(briefing: Briefing) -> None:
    for title in ("\x1b[2J\x1b]0;x\x07", "[red]b[/red]", "pay \u202eevil", "a\nb"):
        briefing("add", "event", f"title={title}")

    for arguments in (["timeline"], ["timeline", "--plain"], ["find", "b"]):
        out = briefing(*arguments).out

        assert not set(out) & {"\x1b", "\x07", "\u202e"}
    assert "[red]b[/red]" in briefing("timeline").out


# Each listing -----------------------------------------------------------------------------------


def test_the_timeline_is_told_in_aligned_lines(briefing: Briefing) -> None:
    briefing("add", "event", "title=Breakfast", "when=12 June 2031 8:00", "parent=harbour lights")
    briefing("add", "event", "title=Once upon a time")

    lines = [line.removeprefix(line.split(" ")[0]) for line in briefing("timeline").out.split("\n")]

    assert [line.strip() for line in lines] == [
        "2031",
        "Thu 12 Jun 2031  09:00–10:30 EDT · 15:00–16:30 Oslo  hybrid  Harbour Lights"
        "  [not checked, 1 doubt]",
        "Thu 12 Jun 2031  08:00 Oslo                                    Breakfast",
        "",
        "date",
        "no date" + " " * 54 + "Once upon a time",
        "",
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--from", "2031-06-12"), True),
        (("--from", "2031-06-13"), False),
        (("--to", "2031-06-12"), True),
        (("--to", "2031-06-11"), False),
        (("--from", "2031-06-12", "--to", "2031-06-12"), True),
    ],
)
def test_the_timeline_can_be_cut_to_days(
    arguments: tuple[str, ...], expected: bool, briefing: Briefing
) -> None:
    found = ids(briefing("timeline", *arguments, "--json"))

    assert found == [HARBOUR.id] * expected


def test_a_month_is_within_each_of_its_days(briefing: Briefing) -> None:
    briefing("add", "event", "title=Sometime in July", "when=July 2031")

    assert len(ids(briefing("timeline", "--from", "2031-07-31", "--json"))) == 1
    assert ids(briefing("timeline", "--from", "2031-08-01", "--json")) == []


def test_the_timeline_can_be_told_by_another_clock(briefing: Briefing) -> None:
    assert "09:00–10:30 EDT · 22:00–23:30 Tokyo" in briefing("timeline", "--zone", "Tokyo").out


def test_forums_are_listed_and_one_is_told(briefing: Briefing) -> None:
    assert ids(briefing("forum", "--json")) == [CLAIM.id, PILOTS.id]
    assert ids(briefing("forum", "--by", "stakeholder", "--json")) == [LANTERN.id, CLAIM.id]
    assert ids(briefing("forum", "--by", "question", "--json")) == [CLAIM.id]
    assert ids(briefing("forum", "fhp", "--json")) == [PILOTS.id]
    assert ids(briefing("forum", "lantern", "--json")) == [LANTERN.id]


def test_questions_are_listed_and_narrowed(briefing: Briefing) -> None:
    assert ids(briefing("questions", "--json")) == [WHO_PAYS.id]
    assert ids(briefing("questions", "CABLE", "--by", "event", "--json")) == [WHO_PAYS.id]
    assert ids(briefing("questions", "ships", "--json")) == []


def test_positions_and_tasks_are_listed(briefing: Briefing) -> None:
    assert ids(briefing("positions", "--json")) == [CLAIM.id]
    assert ids(briefing("tasks", "--json")) == [REGISTER.id]
    assert "to do  Register  [not checked]" in briefing("tasks").out


@pytest.mark.parametrize(("today", "expected"), [("2031-06-06", 1), ("2031-06-07", 0)])
def test_a_deadline_is_told_until_its_day_is_over(
    today: str, expected: int, briefing: Briefing
) -> None:
    assert len(ids(briefing("deadlines", "--today", today, "--json"))) == expected


@pytest.mark.parametrize(("today", "expected"), [("2031-06-12", 1), ("2031-06-13", 0)])
def test_the_next_event_is_told_until_it_is_over(
    today: str, expected: int, briefing: Briefing
) -> None:
    assert len(ids(briefing("next", "--today", today, "--json"))) == expected


def test_the_next_event_is_what_begins_and_not_what_contains_it(briefing: Briefing) -> None:
    briefing("add", "event", "title=Harbour week", "when=9-13 June 2031")

    assert ids(briefing("next", "--today", "2031-06-09", "--json")) == [HARBOUR.id]


def test_clashes_are_told_in_pairs(briefing: Briefing) -> None:
    briefing("add", "event", "title=Call home", "when=12 June 2031 15:30-16:00")

    (clash,) = listed(briefing("clashes", "--json"))
    lines = briefing("clashes").out

    assert clash["sure"] is True
    assert HARBOUR.id in clash["events"]  # type: ignore[operator]
    assert "Harbour Lights" in lines
    assert "Call home" in lines


def test_no_clash_is_said_on_the_side(briefing: Briefing) -> None:
    ended = briefing("clashes")

    assert (ended.code, ended.out, ended.err) == (0, "", "No two events are on at once.\n")


def test_what_is_looked_for_and_not_found_is_said_on_the_side(briefing: Briefing) -> None:
    ended = briefing("find", "xyzzy")

    assert (ended.code, ended.out, ended.err) == (0, "", "Nothing is found.\n")


def test_records_are_found_by_all_of_their_words(briefing: Briefing) -> None:
    assert ids(briefing("find", "lantern", "--json")) == [HARBOUR.id, CLAIM.id, LANTERN.id]
    assert ids(briefing("find", "repair", "lantern", "--json")) == [CLAIM.id]


# One record -------------------------------------------------------------------------------------


def test_a_record_is_told_with_doubts_and_what_it_rests_on(briefing: Briefing) -> None:
    told = briefing("show", "harbour").out.splitlines()

    assert told[:3] == [f"Id: {HARBOUR.id}", "Title: Harbour Lights  (not checked)", "  Says: s"]
    assert "  Doubt: 12 June is no Friday." in told
    assert f"Forums: {PILOTS.acronym}: {PILOTS.name}" in told
    assert "Task: Fri 6 Jun 2031: Register" in told
    assert told[-1] == "Status: not checked, 1 doubt"


def test_a_record_is_told_as_json(briefing: Briefing) -> None:
    assert msgspec.json.decode(briefing("show", HARBOUR.id, "--json").out, type=Event) == HARBOUR


def test_sources_are_listed(briefing: Briefing) -> None:
    briefing("add", "source", "title=Report of the Pilots", "published=May 2030", "body=FHP")

    (source,) = listed(briefing("sources", "--json"))

    assert source["title"] == "Report of the Pilots"
    assert "Report of the Pilots" in briefing("sources").out
    assert "Title: Report of the Pilots\n" in briefing("sources", "--plain").out
