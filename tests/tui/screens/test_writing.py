import sys
from pathlib import Path

import pytest
from textual.widgets import TextArea

from briefing.desk import drafts, intake
from briefing.desk.desk import Desk
from briefing.model import Question
from briefing.tui import editor
from briefing.tui.editor import NoEditorError
from briefing.tui.screens.answer import AnswerScreen
from tests.tui.screens.desk_for_tests import (
    folder_with_both,
    held,
    on_screen,
    open_desk,
    press,
    says,
    write,
)
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import screen_text, until

ID = "question-22222"


def accepted(folder: Path) -> Question:
    """A question that is held."""
    with open_desk(folder_with_both(folder)) as desk:
        intake.accept(desk, intake.waiting(desk), checked=True)
        return question_of(desk)


def question_of(desk: Desk) -> Question:
    question = desk.store.get(Question, ID)
    assert question is not None
    return question


@pytest.mark.parametrize("size", SIZES)
async def test_an_answer_is_seen_at_each_length(tmp_path: Path, size: tuple[int, int]) -> None:
    question = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: AnswerScreen(question), size) as pilot:
        await write(pilot, "The owner pays.\nThe coast helps.")
        await says(pilot, "6 words")

        assert seen("answer", pilot) == shown(pilot)


async def test_an_answer_is_saved_as_one_change(tmp_path: Path) -> None:
    question = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: AnswerScreen(question)) as pilot:
        await write(pilot, "The owner pays.\nThe coast helps; it always did.")
        await press(pilot, "tab")
        await write(pilot, "Whoever finds it.")
        await press(pilot, "ctrl+s")
        await says(pilot, "Saved")
        answer = question_of(held(pilot)).answer
        held(pilot).undo()

        said = [point.text for point in answer.points]
        assert said == ["The owner pays.", "The coast helps; it always did."]
        assert answer.short == "Whoever finds it."
        assert question_of(held(pilot)) == question


async def test_a_passage_that_is_too_long_is_told_and_kept(tmp_path: Path) -> None:
    question = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: AnswerScreen(question)) as pilot:
        await press(pilot, "tab")
        await write(pilot, "word " * 31)
        await says(pilot, "31 of 30 words, too long")
        await press(pilot, "ctrl+s")
        await says(pilot, "Saved")

        assert len(question_of(held(pilot)).answer.short.split()) == 31


async def test_what_was_written_and_not_saved_is_there_again(tmp_path: Path) -> None:
    question = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: AnswerScreen(question)) as pilot:
        await write(pilot, "Half a thou")
        await press(pilot, "escape")
        await says(pilot, "Draft kept, not saved")

    async with on_screen(tmp_path, lambda: AnswerScreen(question)) as pilot:
        await says(pilot, "What you wrote before is here again")

        assert "Half a thou" in screen_text(pilot.app)
        assert not question_of(held(pilot)).answer.is_written


async def test_starting_over_forgets_what_was_written(tmp_path: Path) -> None:
    question = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: AnswerScreen(question)) as pilot:
        await write(pilot, "Half a thou")
        await press(pilot, "ctrl+o")
        await says(pilot, "all is as it was")
        await press(pilot, "escape")
        await pilot.pause()

        assert drafts.draft(held(pilot), f"answer {ID}") == {}


async def test_letters_are_written_and_run_no_command(tmp_path: Path) -> None:
    question = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: AnswerScreen(question)) as pilot:
        await press(pilot, "u", "q", "a", "x", "question_mark")
        area = pilot.app.screen.query(TextArea).first()

        assert area.text == "uqax?"
        assert question_of(held(pilot)) == question


async def test_without_an_editor_it_is_said_how_to_set_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    question = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: AnswerScreen(question)) as pilot:
        await press(pilot, "ctrl+e")

        await until(pilot, lambda: "set EDITOR, as in EDITOR=nano" in screen_text(pilot.app))


def script(folder: Path, lines: str) -> list[str]:
    path = folder / "editor.py"
    path.write_text(f"import pathlib, sys\npath = pathlib.Path(sys.argv[1])\n{lines}\n")
    return [sys.executable, str(path)]


def test_the_text_comes_back_as_the_editor_left_it(tmp_path: Path) -> None:
    shouting = script(tmp_path, "path.write_text(path.read_text('utf-8').upper() + '\\n', 'utf-8')")

    assert editor.edited("grøss", shouting) == "GRØSS"


def test_an_editor_that_fails_gives_nothing_back(tmp_path: Path) -> None:
    failing = script(tmp_path, "path.write_text('gone'); sys.exit(3)")

    assert editor.edited("kept", failing) is None


def test_an_editor_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoEditorError, match="no-such-editor can't be started"):
        editor.edited("kept", [str(tmp_path / "no-such-editor")])


def test_an_editor_may_have_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "edit --wait 'my file'")

    assert editor.command() == ["edit", "--wait", "my file"]
