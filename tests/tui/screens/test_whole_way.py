from pathlib import Path

from textual import events
from textual.widgets import TextArea

from briefing.model import Event, Question
from briefing.tui.screens.answer import AnswerScreen
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.main import MainScreen
from briefing.tui.screens.note import NoteScreen
from briefing.tui.screens.paste import PasteScreen
from briefing.tui.screens.review import ReviewScreen
from tests.tui.screens.desk_for_tests import (
    FORUM_TEXT,
    held,
    make_folder,
    open_app,
    press,
    says,
    write,
)
from tests.tui.support import screen_text, until


async def test_from_a_pasted_announcement_to_a_note_by_keys_alone(tmp_path: Path) -> None:
    app = open_app(make_folder(tmp_path))
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.is_open)

        app.post_message(events.Paste(FORUM_TEXT))
        await until(pilot, lambda: isinstance(app.screen, PasteScreen))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await says(pilot, "to review")
        await press(pilot, "A")
        await says(pilot, "Took")
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))

        await press(pilot, "3")
        await says(pilot, "Who repairs a cable")
        await press(pilot, "a")
        await until(pilot, lambda: isinstance(app.screen, AnswerScreen))
        assert isinstance(app.focused, TextArea)
        await write(pilot, "The owner repairs it.")
        await press(pilot, "tab")
        await write(pilot, "Whoever owns it repairs it.")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, MainScreen))

        await press(pilot, "1", "home")
        events_held = list(held(pilot).store.all(Event))
        await until(pilot, lambda: any(e.title in screen_text(app) for e in events_held))
        for _ in range(6):
            await press(pilot, "b")
            if isinstance(app.screen, NoteScreen):
                break
            await press(pilot, "down")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await press(pilot, "w")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await press(pilot, "end", *("backspace",) * len("docx"), *"md", "enter")
        await says(pilot, "Written to")

        (path,) = (tmp_path / "notes").glob("*.md")
        note = path.read_text(encoding="utf-8")
        answered = [q for q in held(pilot).store.all(Question) if q.answer.is_written]

    assert len(answered) == 1
    assert answered[0].answer.short == "Whoever owns it repairs it."
    assert "Rules for quiet networks" in note
    assert "Whoever owns it repairs it." in note
    assert "The owner repairs it." in note
