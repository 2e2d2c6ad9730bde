"""Issuing a note on the screen: for whom, as what; then where it is and what was left out."""

import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk import issuing, note_checks, note_files, prepare, spans
from briefing.desk.desk import Desk
from briefing.desk.issuing import Begun, Issued
from briefing.desk.note_files import Wanted
from briefing.errors import BriefingError
from briefing.model import Event, Level
from briefing.model.levels import level_named
from briefing.text import clean, count
from briefing.tui.screens.ask import Answers, AskScreen, Line
from briefing.tui.screens.choose import Choice, ChooseScreen
from briefing.tui.widgets.cells import Tone

if TYPE_CHECKING:
    from briefing.tui.screens.note import NoteScreen

_INTRO = (
    "What goes out is numbered and kept as it is. Limits warn, they never block. "
    "Who may see less gets less; what was left out is told to you alone."
)


def ask(screen: "NoteScreen", wanted: Wanted) -> None:
    """Ask for whom a note goes out and in which formats, and issue it."""
    desk, usual = screen.desk, wanted.level or Level.OFFICE
    labels = desk.config.labels
    readers = [labels.get(level, level.value) for level in Level]
    formats = (*note_files.usual_endings(), note_files.CALENDAR)
    lines = [
        Line("For whom", labels.get(usual, usual.value), known=readers),
        Line("As", " ".join(ending.removeprefix(".") for ending in formats)),
        Line("Folder", str(default_file(desk, wanted, ".docx").parent)),
    ]

    def accept(answers: Answers) -> Awaitable[None]:
        for_whom, formats, folder = answers
        level = level_named(for_whom, labels)
        if level is None:
            raise NobodyError(for_whom, readers)
        endings = note_files.endings([Path(f"note.{word}") for word in _words(formats)])
        begun = issuing.begin(desk, replace(wanted, level=level), endings)
        return _go_out(screen, begun, Path(folder).expanduser())

    intro = f"{_unchecked(desk, wanted)}{_INTRO}"
    screen.app.push_screen(AskScreen("Issue the note", intro, lines, accept))


def _unchecked(desk: Desk, wanted: Wanted) -> str:
    facts = count(len(note_checks.facts_to_check(desk, wanted)), "fact")
    return "" if facts.startswith("0 ") else f"{facts} to check first: Esc and c list them. "


async def _go_out(screen: "NoteScreen", begun: Begun, folder: Path) -> None:
    """Make the files beside the keys, then issue the note with them."""
    files = await asyncio.to_thread(begun.write)
    issued = issuing.finish(screen.desk, begun, files)
    note_files.save_copies(files, [folder / file.name for file in issued.issue.files])
    screen.call_later(_tell, screen, issued, folder)


def default_file(desk: Desk, wanted: Wanted, suffix: str) -> Path:
    """Return where a note goes where nobody says otherwise."""
    if isinstance(wanted.subject, Event):
        return prepare.default_file(desk, wanted.subject, wanted.kind, suffix)
    return spans.default_file(desk, wanted.subject, wanted.kind, suffix)


class NobodyError(BriefingError):
    """There are no such readers."""

    def __init__(self, words: str, known: Sequence[str]) -> None:
        super().__init__(f"Nobody is called {clean(words)!r}; there are {', '.join(known)}")


def _words(formats: str) -> list[str]:
    return [word.strip(".").casefold() for word in formats.replace(",", " ").split()]


def _tell(screen: "NoteScreen", issued: Issued, folder: Path) -> None:
    files = count(len(issued.files), "file")
    told = f"No. {issued.issue.number} is out: {files} in {folder}."
    left_out = issued.made.left_out
    screen.say(told, Tone.GOOD)
    if left_out:
        choices = [Choice(str(n), one.title, one.why) for n, one in enumerate(left_out)]
        heading = f"{told} Left out for these readers:"
        screen.app.push_screen(ChooseScreen(heading, choices))
