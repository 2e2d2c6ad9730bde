from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.desk import attend
from briefing.desk.desk import Desk
from briefing.model import Going, Task, TaskState
from briefing.tui.app import ONLY_SHOWS, BriefingApp
from briefing.tui.screens.main import MainScreen
from tests.tui import example
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import desk_on_screen, screen_text, settled


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def going(app: BriefingApp, event: str = "cut-cable") -> tuple[Going | None, str]:
    held = attend.attendance(app.desk, event)
    return (held.going, held.covered_by) if held else (None, "")


def state(app: BriefingApp, id: str = "ask-pass") -> TaskState:
    task = app.desk.store.get(Task, id)
    assert task is not None
    return task.state


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count how often the main screen is loaded anew."""
    seen: list[str] = []
    reload = MainScreen.reload

    def counted(screen: MainScreen) -> None:
        seen.append("reload")
        reload(screen)

    monkeypatch.setattr(MainScreen, "reload", counted)
    return seen


async def test_space_steps_an_event_and_the_row_and_the_detail_say_so(
    tmp_path: Path, loads: list[str]
) -> None:
    async with desk_on_screen(example.make(tmp_path), (120, 30)) as (app, pilot):
        app.main.go_to("cut-cable")
        await settled(pilot)
        loads.clear()

        await press(pilot, "space", "space")

        text = screen_text(app)
        assert going(app) == (Going.GOING, "")
        assert "!●   Open Panel" in text
        assert "Open Panel: Who answers for a cut cable?: going. u takes it back." in text
        assert "You            going" in text
        assert loads == []


async def test_u_takes_a_step_back(tmp_path: Path, loads: list[str]) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("cut-cable")
        await settled(pilot)
        loads.clear()

        await press(pilot, "space", "u")

        assert going(app) == (None, "")
        assert "!    Open Panel" in screen_text(app)
        assert loads == []


async def test_what_is_covered_asks_for_the_colleague_and_knows_the_name_again(
    tmp_path: Path,
) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("cut-cable")
        await settled(pilot)

        await press(pilot, "m", *"covered", "enter", *"Bo Ferry", "enter")
        first = going(app)
        app.main.go_to("night-watch")
        await press(pilot, "m", *"covered", "enter", "b", "right", "enter")
        completed = going(app, "night-watch")
        app.main.go_to("pilot-class")
        await press(pilot, "m", *"ferry", "enter")

        assert first == (Going.COVERED, "Bo Ferry")
        assert completed == (Going.COVERED, "Bo Ferry")
        assert going(app, "pilot-class") == (Going.COVERED, "Bo Ferry")


async def test_a_state_is_chosen_from_a_list_and_made_open_again(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("cut-cable")
        await settled(pilot)

        await press(pilot, "m", *"decl", "enter")
        declined = going(app)
        await press(pilot, "m", *"open", "enter")

        assert declined == (Going.DECLINED, "")
        assert going(app) == (None, "")


async def test_a_task_that_is_done_leaves_when_the_cursor_goes_on_and_u_brings_it_back(
    tmp_path: Path, loads: list[str]
) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("ask-pass")
        await settled(pilot)
        loads.clear()

        await press(pilot, "m", *"done", "enter")
        under_cursor = screen_text(app)
        await press(pilot, "down")
        gone = "✓ Ask for a building pass" not in screen_text(app)
        reloaded = bool(loads)
        await press(pilot, "u")

        assert "✓ Ask for a building pass" in under_cursor
        assert "It leaves the list when you go on." in under_cursor
        assert (gone, reloaded) == (True, False)
        assert state(app) is TaskState.TO_DO
        assert "□ Ask for a building pass" in screen_text(app)


async def test_space_goes_through_all_states_of_a_task_on_its_row(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.main.go_to("ask-pass")
        await settled(pilot)

        passed = []
        for _ in TaskState:
            await press(pilot, "space")
            passed.append(state(app))

        assert [*list(TaskState)[1:], TaskState.TO_DO] == passed
        assert "□ Ask for a building pass" in screen_text(app)


async def test_the_next_event_one_goes_to_is_one_key_away(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await press(pilot, ".")
        nothing = screen_text(app)
        for id in ("night-watch", "suva-forum"):
            record = app.desk.store.find(id)
            assert record is not None
            app.main.go_to(id)
            await press(pilot, "space", "space")
        await press(pilot, "home")

        reached = []
        for _ in range(3):
            await press(pilot, ".")
            reached.append(app.main.record.id if app.main.record else "")

        assert "You go to nothing yet" in nothing
        assert reached == ["night-watch", "suva-forum", "night-watch"]


@pytest.mark.parametrize("size", SIZES)
async def test_the_tasks_alone_look_as_they_were_looked_at(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk"), size) as (_, pilot):
        await press(pilot, "T")

        assert seen("tasks", pilot) == shown(pilot)


async def test_the_tasks_alone_are_stepped_and_all_is_shown_again(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await press(pilot, "T", "space")
        tasks = list(app.main.timeline.list.rows.keys)
        await press(pilot, "T")

        assert tasks == ["ask-pass", "register-panel"]
        assert state(app) is TaskState.SENT
        assert len(app.main.timeline.list.rows.keys) == 12


async def test_where_another_window_writes_a_step_says_why_it_does_nothing(
    tmp_path: Path,
) -> None:
    folder = example.make(tmp_path)
    with Desk.open(folder, clock=lambda: example.NOW):
        async with desk_on_screen(folder) as (app, pilot):
            app.main.go_to("cut-cable")
            await press(pilot, "space")
            stepped = screen_text(app)
            app.main.go_to("night-watch")
            await press(pilot, "m")

            assert going(app) == (None, "")
            assert ONLY_SHOWS in stepped
            assert ONLY_SHOWS in screen_text(app)


async def test_a_request_is_written_on_the_task_and_its_task_is_set_to_sent(
    tmp_path: Path,
) -> None:
    file = tmp_path / "request.txt"
    async with desk_on_screen(example.make(tmp_path / "desk")) as (app, pilot):
        app.main.go_to("register-panel")
        await settled(pilot)

        await press(pilot, "m", *"request", "enter", "enter")
        offered = screen_text(app)
        await press(pilot, "ctrl+u")
        await pilot.press(*str(file))
        await press(pilot, "enter")
        asked = screen_text(app)
        await press(pilot, "enter")

        assert "A draft of a mail without an address" in offered
        assert "I would like to register" in file.read_text(encoding="utf-8")
        assert "Is the request sent?" in asked
        assert state(app, "register-panel") is TaskState.SENT


async def test_a_request_that_is_not_sent_yet_leaves_the_task_to_do(tmp_path: Path) -> None:
    folder = example.make(tmp_path / "desk")
    async with desk_on_screen(folder) as (app, pilot):
        app.main.go_to("cut-cable")
        await settled(pilot)

        await press(pilot, ":", *"write the request", "enter")
        await press(pilot, "enter", "enter", *"not yet", "enter")

        assert [path.suffix for path in (folder / "notes").iterdir()] == [".eml"]
        assert state(app, "register-panel") is TaskState.TO_DO
