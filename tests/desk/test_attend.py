import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from briefing.desk import attend
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import Decision, Going, Level, Task, TaskState
from tests.desk.support import EVERYTHING, HARBOUR, REGISTER, make_folder, open_desk


def _going(desk: Desk) -> tuple[Going | None, str]:
    held = attend.attendance(desk, HARBOUR.id)
    return (held.going, held.covered_by) if held else (None, "")


def _state(desk: Desk) -> TaskState:
    held = desk.store.get(Task, REGISTER.id)
    assert held is not None
    return held.state


def test_an_event_steps_through_all_states_and_is_open_again(desk: Desk) -> None:
    seen = []
    for _ in range(6):
        attend.step(desk, HARBOUR)
        seen.append(_going(desk)[0])

    assert [*Going, None] == seen


def test_a_task_steps_through_all_states_and_is_to_do_again(desk: Desk) -> None:
    seen = [attend.step_task(desk, REGISTER).state for _ in range(6)]

    assert [*list(TaskState)[1:], TaskState.TO_DO] == seen


def test_a_colleague_who_covers_it_is_named(desk: Desk) -> None:
    attend.set_going(desk, HARBOUR, Going.COVERED, "  Bo \n Ferry ")

    assert _going(desk) == (Going.COVERED, "Bo Ferry")
    assert attend.colleagues(desk) == ["Bo Ferry"]


def test_only_what_is_covered_has_a_colleague(desk: Desk) -> None:
    with pytest.raises(BriefingError, match="only where an event is covered, not open"):
        attend.set_going(desk, HARBOUR, None, "Bo Ferry")

    assert _going(desk) == (None, "")


def test_each_step_is_told_and_undone_as_one_change(desk: Desk) -> None:
    attend.step(desk, HARBOUR)
    attend.set_going(desk, HARBOUR, Going.COVERED, "Bo Ferry")
    attend.step_task(desk, REGISTER)

    taken_back = [desk.undo() for _ in range(3)]

    assert taken_back == [
        "Register: sent",
        "Harbour Lights: covered by Bo Ferry",
        "Harbour Lights: interested",
    ]
    assert (_going(desk), _state(desk)) == ((None, ""), TaskState.TO_DO)


def test_saying_what_is_said_already_is_no_change(desk: Desk) -> None:
    attend.set_going(desk, HARBOUR, Going.GOING)
    attend.set_going(desk, HARBOUR, Going.GOING)

    desk.undo()

    assert _going(desk) == (None, "")


def test_who_goes_is_ones_own_matter(desk: Desk) -> None:
    attend.step(desk, HARBOUR)

    held = attend.attendance(desk, HARBOUR.id)
    assert held is not None
    assert held.handling.level is Level.ME


def test_a_state_is_told_by_whoever_set_it(desk: Desk) -> None:
    task = attend.set_state(desk, REGISTER, TaskState.CONFIRMED)

    assert task.evidence["state"].decision is Decision.ADDED
    assert task.evidence["state"].decided_by == "Kari Eksempel"
    assert task.evidence["due"] == REGISTER.evidence["due"]


_OWN = st.sampled_from([(None, ""), *((going, "") for going in Going), (Going.COVERED, "Bo")])
_DEEDS = st.lists(
    st.one_of(
        st.just(("step", None)),
        st.just(("step task", None)),
        st.tuples(st.just("set"), _OWN),
        st.tuples(st.just("set task"), st.sampled_from(TaskState)),
        st.just(("undo", None)),
        st.just(("redo", None)),
    ),
    max_size=25,
)


class _PlainList:
    """What is said, as a list of all that was: undo and redo walk it."""

    def __init__(self) -> None:
        self.held: list[tuple[tuple[Going | None, str], TaskState]] = [
            ((None, ""), TaskState.TO_DO)
        ]
        self.at = 0

    @property
    def now(self) -> tuple[tuple[Going | None, str], TaskState]:
        return self.held[self.at]

    def put(self, going: tuple[Going | None, str], state: TaskState) -> None:
        if (going, state) != self.now:
            self.held[self.at + 1 :] = [(going, state)]
            self.at += 1

    def walk(self, steps: int) -> None:
        self.at = min(max(self.at + steps, 0), len(self.held) - 1)

    def do(self, deed: str, value: object) -> None:
        going, state = self.now
        steps = [None, *Going]
        states = list(TaskState)
        if deed == "step":
            self.put((steps[(steps.index(going[0]) + 1) % 6], ""), state)
        elif deed == "step task":
            self.put(going, states[(states.index(state) + 1) % 6])
        elif deed == "set":
            self.put(value, state)  # type: ignore[arg-type]
        elif deed == "set task":
            self.put(going, TaskState(str(value)))
        else:
            self.walk(-1 if deed == "undo" else 1)


def _do(desk: Desk, deed: str, value: object) -> None:
    if deed == "step":
        attend.step(desk, HARBOUR)
    elif deed == "step task":
        attend.step_task(desk, REGISTER)
    elif deed == "set":
        assert isinstance(value, tuple)
        attend.set_going(desk, HARBOUR, *value)
    elif deed == "set task":
        attend.set_state(desk, REGISTER, TaskState(str(value)))
    else:
        try:
            desk.undo() if deed == "undo" else desk.redo()
        except BriefingError as nothing:
            assert "nothing" in str(nothing)  # noqa: PT017 - what else there is would be a fault


@settings(max_examples=40, deadline=None)
@given(_DEEDS)
def test_any_steps_and_undos_end_where_a_plain_list_says(
    deeds: list[tuple[str, object]],
) -> None:
    expected = _PlainList()
    with tempfile.TemporaryDirectory() as folder:
        made = make_folder(Path(folder) / "desk", *EVERYTHING)
        with open_desk(made) as desk:
            for deed, value in deeds:
                _do(desk, deed, value)
                expected.do(deed, value)
                assert (_going(desk), _state(desk)) == expected.now
        with open_desk(made) as reopened:
            assert (_going(reopened), _state(reopened)) == expected.now
