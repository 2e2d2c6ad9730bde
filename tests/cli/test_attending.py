import pytest

from tests.cli.conftest import Briefing
from tests.cli.test_listing import listed
from tests.desk.support import HARBOUR, REGISTER


def test_one_says_whether_one_goes_and_takes_it_back(briefing: Briefing) -> None:
    said = briefing("attend", "harbour", "covered", "--by", "Bo Ferry")
    told = briefing("show", "harbour").out
    undone = briefing("undo")

    assert (said.code, said.out) == (0, "")
    assert said.err == "Harbour Lights: covered by Bo Ferry\n"
    assert "You: covered by Bo Ferry" in told
    assert undone.err == "Undone: Harbour Lights: covered by Bo Ferry\n"
    assert "You:" not in briefing("show", "harbour").out


@pytest.mark.parametrize(
    ("typed", "told"),
    [("going", "going"), ("Decl", "declined"), ("open", "open"), ("do", "done")],
)
def test_a_beginning_is_enough(typed: str, told: str, briefing: Briefing) -> None:
    assert briefing("attend", "harbour", typed).err == f"Harbour Lights: {told}\n"


def test_a_state_that_is_not_clear_is_told_with_what_there_is(briefing: Briefing) -> None:
    ended = briefing("attend", "harbour", "perhaps")

    assert ended.code == 2
    assert "'perhaps' is not clear; it is one of: open, interested, going," in ended.err


def test_only_what_is_covered_has_a_colleague(briefing: Briefing) -> None:
    ended = briefing("attend", "harbour", "going", "--by", "Bo")

    assert ended.code != 0
    assert ended.err == (
        "briefing: a colleague is named only where an event is covered, not going\n"
    )


def test_a_task_is_set_and_leaves_the_list_when_it_is_over(briefing: Briefing) -> None:
    sent = briefing("task", REGISTER.id, "sent").err
    waiting = briefing("task", "register", "waiting-list").err
    (held,) = listed(briefing("tasks", "--json"))
    briefing("task", "register", "done")

    assert (sent, waiting) == ("Register: sent\n", "Register: waiting list\n")
    assert held["state"] == "waiting list"
    assert listed(briefing("tasks", "--json")) == []
    assert [one["id"] for one in listed(briefing("tasks", "--all", "--json"))] == [REGISTER.id]
    assert [one["id"] for one in listed(briefing("tasks", "--state", "done", "--json"))] == [
        REGISTER.id
    ]


def test_the_tasks_of_one_event_are_listed_with_its_name(briefing: Briefing) -> None:
    briefing("add", "task", "what=Call the host", "due=5 June 2031")

    lines = briefing("tasks").out.splitlines()
    of_event = listed(briefing("tasks", "--event", HARBOUR.id, "--json"))

    assert lines[0].endswith("Call the host")
    assert lines[1].endswith("Register  [not checked]  (Harbour Lights)")
    assert [one["id"] for one in of_event] == [REGISTER.id]


def test_deadlines_are_counted_down(briefing: Briefing) -> None:
    briefing("add", "task", "what=Send a paper", "due=7 June 2031 17:00 New York")
    lines = briefing("deadlines", "--today", "2031-06-05").out.splitlines()
    some = briefing("deadlines", "--from", "2031-06-01", "--to", "2031-06-06", "--json")

    assert ["tomorrow" in lines[0], "in 2 days" in lines[1]] == [True, True]
    assert [one["id"] for one in listed(some)] == [REGISTER.id]


def test_what_one_may_still_get_into_is_told_until_it_was_asked_for(briefing: Briefing) -> None:
    briefing("set", "harbour", "access", "registration")
    briefing("set", REGISTER.id, "kind", "register")
    at = ("tasks", "--open-to-me", "--today", "2031-06-06")

    view = ("find", "--view", "what I may still get into", "--json", *at[2:])

    before = [[one["id"] for one in listed(briefing(*way))] for way in ((*at, "--json"), view)]
    briefing("task", REGISTER.id, "sent")

    assert before == [[HARBOUR.id], [HARBOUR.id]]
    assert listed(briefing(*view)) == []
    assert listed(briefing(*at, "--json")) == []
    assert "Nothing this week" in briefing(*at).err
    assert briefing(*at, "--all").code == 2


def test_the_next_event_is_one_line_and_first_of_those_one_goes_to(briefing: Briefing) -> None:
    today = ("--today", "2031-06-02")
    briefing("add", "event", "title=Call\u202e home", "when=5 June 2031 15:30 Oslo")
    first, none = briefing("next", *today), briefing("next", "--going", *today)

    briefing("attend", "harbour", "going")

    assert first.out == "Thu 5 Jun 2031, 15:30 Oslo: Call home\n"
    assert (none.code, none.out, none.err) == (0, "", "")
    told = "Thu 12 Jun 2031, 09:00–10:30 EDT · 15:00–16:30 Oslo: Harbour Lights\n"
    assert briefing("next", *today).out == told
    assert briefing("next", "--going", *today).out == told


def test_a_listing_tells_whether_one_goes(briefing: Briefing) -> None:
    briefing("attend", "harbour", "covered", "--by", "Bo Ferry")

    assert briefing("timeline").out.endswith(
        "Harbour Lights  [not checked, 1 doubt]  [covered by Bo Ferry]\n"
    )
    assert [one["going"] for one in listed(briefing("timeline", "--json"))] == [
        "covered by Bo Ferry"
    ]
    assert "You: covered by Bo Ferry\n" in briefing("timeline", "--plain").out
