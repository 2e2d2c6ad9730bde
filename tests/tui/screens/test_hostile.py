"""Text from outside, in every field, on every screen that shows it."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from textual import events
from textual.screen import Screen
from textual.widgets import Input, TextArea

from briefing.model import (
    AgendaItem,
    Answer,
    Citation,
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Link,
    Note,
    Party,
    Point,
    Position,
    Proposal,
    Question,
    Record,
    Source,
    Speaker,
    Task,
    Title,
)
from briefing.tui.screens.answer import AnswerScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.note import NoteScreen
from briefing.tui.screens.review import ReviewScreen
from briefing.tui.screens.source import SourceScreen
from briefing.when import undated
from tests.tui.screens.desk_for_tests import make_folder, on_screen, open_desk, press
from tests.tui.support import screen_text, until

HOSTILE = "\x1b[31m[red]{x}\x07\x9b0m\u202e\u2066\x00\ud800\x08 [/red] " + "w\u0301" * 300

HARMFUL = {"\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\x00", "\x08", "\ud800"}

H = HOSTILE.replace("\ud800", "")
"""What can be stored: a lone surrogate is made whole by the store."""

EVIDENCE = {
    "title": Evidence(
        citations=(Citation(source="s", start=0, end=5, words=H),),
        doubts=(Doubt(kind=DoubtKind.UNSURE, words=H),),
    )
}

EVENT = Event(
    id="event",
    title=H,
    other_titles=(Title(key="k", text=H),),
    when=undated(H),
    venue=H,
    organisers=(Party(key="k", name=H),),
    speakers=(Speaker(key="k", name=H, role=H, affiliation=H),),
    agenda=(AgendaItem(key="k", title=H),),
    topics=(H,),
    language=H,
    links=(Link(key="k", address=H, words=H),),
    evidence=EVIDENCE,
)
QUESTION = Question(
    id="question",
    text=H,
    topics=(H,),
    answer=Answer(
        points=(Point(key="k", text=H),),
        **dict.fromkeys(("short", "medium", "long", "if_pressed", "caveats"), H),
    ),
)
RECORDS: tuple[Record, ...] = (
    EVENT,
    QUESTION,
    Task(id="task", what=H, condition=H, who=H, event="event"),
    Position(id="position", claim=H, holder=H, topic=H, event="event"),
    Source(id="s", title=H, body=H, address=H, name=H),
    Note(id="note", subject="event", bottom_line=H, points=(H,), background=H),
    Proposal(id="p", source="s", draft=msgspec.structs.replace(EVENT, id="other")),
)

SCREENS: dict[str, Callable[[], Screen[None]]] = {
    "review": ReviewScreen,
    "note": lambda: NoteScreen(EVENT),
    "answer": lambda: AnswerScreen(QUESTION),
    "source": lambda: SourceScreen("s", at=Citation(source="s", place=H, words=H)),
    **{type(r).__name__: lambda r=r: FormScreen(r) for r in RECORDS[:4]},  # type: ignore[misc]
}


def folder_with_all(folder: Path) -> Path:
    with open_desk(make_folder(folder)) as desk, desk.change("hostile") as edit:
        for record in RECORDS:
            edit.put(record)
    return folder


@pytest.mark.parametrize("name", SCREENS)
async def test_every_field_is_shown_harmlessly(tmp_path: Path, name: str) -> None:
    async with on_screen(folder_with_all(tmp_path), SCREENS[name], (120, 30)) as pilot:
        await until(pilot, lambda: "[red]{x}" in screen_text(pilot.app))
        for _ in range(3):
            await press(pilot, "pagedown")

            assert HARMFUL & set(screen_text(pilot.app)) == set()


@pytest.mark.parametrize("name", ["answer", "Event"])
async def test_what_is_pasted_into_a_field_does_no_harm(tmp_path: Path, name: str) -> None:
    async with on_screen(folder_with_all(tmp_path), SCREENS[name]) as pilot:
        pilot.app.post_message(events.Paste(HOSTILE))
        await pilot.pause()

        focused = pilot.app.focused
        assert isinstance(focused, Input | TextArea)
        assert HARMFUL & set(screen_text(pilot.app)) == set()
