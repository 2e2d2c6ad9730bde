from pathlib import Path

from briefing.desk import edit, expecting, prepare
from briefing.model import Likelihood, Question
from briefing.tui.screens.answer import AnswerScreen
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.choose import ChooseScreen
from briefing.tui.screens.note import NoteScreen
from briefing.tui.screens.picking import PickScreen
from briefing.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.desk_for_tests import (
    accepted,
    held,
    leads_to,
    on_screen,
    open_desk,
    press,
    says,
    write,
)
from tests.tui.support import screen_text, until


async def test_a_question_that_may_come_up_is_added_and_said_to_be_certain(
    tmp_path: Path,
) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, AskScreen, "n")
        await press(pilot, *"Who pays?", "enter")
        await says(pilot, "Who pays?")
        (added,) = [q for q in held(pilot).store.all(Question) if q.text == "Who pays?"]
        (expected,) = added.expected
        assert (expected.event, expected.likelihood) == (event.id, Likelihood.MAY)

        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)
        screen.query_one(VirtualList).move_to_key(added.id)
        await leads_to(pilot, AskScreen, "n")
        await press(pilot, "down", *("backspace",) * 5, *"certain", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)

        again = held(pilot).store.get(Question, added.id)
        assert again is not None
        assert [e.likelihood for e in again.expected] == [Likelihood.CERTAIN]


async def test_a_question_of_the_bank_is_offered_by_its_words(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    with open_desk(tmp_path) as desk:
        kept = edit.add(desk, Question, {"text": "Who pays the salvors of a wreck?"})
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await leads_to(pilot, AskScreen, "n")
        await leads_to(pilot, ChooseScreen, *"salvors wreck", "enter")
        await press(pilot, "down", "enter")
        await says(pilot, "Who pays the salvors")

        again = held(pilot).store.get(Question, kept.id)
        assert again is not None
        assert [e.event for e in again.expected] == [event.id]
        assert [q.text for q in held(pilot).store.all(Question) if "salvors" in q.text] == [
            kept.text
        ]


async def test_a_question_that_is_left_out_says_so(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        desk = held(pilot)
        prepare.pick_questions(desk, event, ["question-22222"])
        await says(pilot, "left out")


async def test_a_question_is_answered_from_the_note(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        pilot.app.screen.query_one(VirtualList).move_to_key("question-32222")
        await leads_to(pilot, AnswerScreen, "enter")
        await press(pilot, "tab")
        await write(pilot, "A day ahead.")
        await press(pilot, "ctrl+s")
        await says(pilot, "Line: A day ahead.")


async def test_questions_are_picked_and_ordered(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)
        first, second = [question.id for question in screen.questions]
        screen.query_one(VirtualList).move_to_key("if asked")
        await leads_to(pilot, PickScreen, "o")
        await press(pilot, "shift+down", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        reversed_ = prepare.written(held(pilot), event)
        await leads_to(pilot, PickScreen, "o")
        await press(pilot, "space", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        one_left = prepare.written(held(pilot), event)

        assert reversed_ is not None
        assert one_left is not None
        assert (reversed_.questions, one_left.questions) == ((second, first), (first,))


async def test_points_of_answers_are_offered_as_points_to_make(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    with open_desk(tmp_path) as desk:
        question = desk.store.get(Question, "question-22222")
        assert question is not None
        edit.set_fields(desk, question, {"answer/points": "Repair first.\nPay later."})
        prepare.write(desk, event, {"points": "Cables are shared."})
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        screen = pilot.app.screen
        screen.query_one(VirtualList).move_to_key("points")
        await leads_to(pilot, PickScreen, "o")
        await press(pilot, "down", "space", "shift+up", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)

        note = prepare.written(held(pilot), event)
        assert note is not None
        assert note.points == ("Repair first.", "Cables are shared.")


async def test_a_defensive_question_stands_under_what_is_only_defensive(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        expecting.expect_new(held(pilot), event, "Who cut it?", Likelihood.DEFENSIVE)
        await says(pilot, "Who cut it?")

        _, _, below = screen_text(pilot.app).partition("Defensive only")
        assert "Who cut it?" in below
