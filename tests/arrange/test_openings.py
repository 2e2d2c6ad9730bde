import datetime as dt

import msgspec
import pytest

from briefing.arrange.openings import Opening, open_to_me
from briefing.model import Access, Attendance, Event, Going, Task, TaskKind, TaskState
from tests.arrange.records import HOME, at, event, on, task

NOW = dt.datetime(2031, 6, 6, 12, tzinfo=dt.UTC)
PANEL = msgspec.structs.replace(
    event("panel", at("2031-06-09", "10:00")), access=Access.REGISTRATION
)
REGISTER = msgspec.structs.replace(task("register", on("2031-06-06")), kind=TaskKind.REGISTER)


def _is_open(one: Event, *tasks: Task, going: Going | None = None) -> bool:
    held = Attendance(id="a", event=one.id, going=going) if going else None
    return bool(open_to_me([Opening(one, tasks, held)], NOW, HOME))


def test_what_takes_registration_and_was_not_asked_for_is_open() -> None:
    assert _is_open(PANEL)
    assert _is_open(PANEL, REGISTER)
    assert _is_open(PANEL, REGISTER, going=Going.INTERESTED)


@pytest.mark.parametrize("access", [Access.INVITATION, Access.ACCREDITED, Access.UNKNOWN])
def test_what_not_everybody_gets_into_is_not_open(access: Access) -> None:
    assert not _is_open(msgspec.structs.replace(PANEL, access=access))


@pytest.mark.parametrize("state", [state for state in TaskState if state is not TaskState.TO_DO])
def test_what_was_asked_for_is_not_told_again(state: TaskState) -> None:
    assert not _is_open(PANEL, msgspec.structs.replace(REGISTER, state=state))


@pytest.mark.parametrize("going", [Going.DECLINED, Going.COVERED, Going.DONE])
def test_what_one_does_not_go_to_is_not_told(going: Going) -> None:
    assert not _is_open(PANEL, going=going)


@pytest.mark.parametrize(
    "changes",
    [
        {"cancelled": True},
        {"postponed": True},
        {"when": at("2031-06-06", "10:00", "13:00")},
        {"when": at("2031-06-05", "10:00")},
        {"when": event("undated").when},
    ],
)
def test_what_is_not_coming_is_not_told(changes: dict[str, object]) -> None:
    assert not _is_open(msgspec.structs.replace(PANEL, **changes))


def test_when_the_last_day_is_over_it_is_too_late() -> None:
    late = msgspec.structs.replace(REGISTER, due=on("2031-06-05"))
    cob = msgspec.structs.replace(late.due, date=NOW.date(), written="6 June, COB")

    assert not _is_open(PANEL, late)
    assert _is_open(PANEL, msgspec.structs.replace(REGISTER, due=cob))
    zoned = msgspec.structs.replace(cob, zone="Asia/Tokyo")
    assert not _is_open(PANEL, msgspec.structs.replace(REGISTER, due=zoned))


def test_what_else_is_to_be_done_for_it_does_not_matter() -> None:
    paper = msgspec.structs.replace(
        REGISTER, kind=TaskKind.SEND_PAPER, state=TaskState.SENT, due=on("2031-06-01")
    )

    assert _is_open(PANEL, paper)


def test_they_stand_in_order() -> None:
    later = msgspec.structs.replace(PANEL, id="later", when=at("2031-06-10", "09:00"))

    found = open_to_me([Opening(one, (), None) for one in (later, PANEL)], NOW, HOME)

    assert [one.id for one in found] == ["panel", "later"]
