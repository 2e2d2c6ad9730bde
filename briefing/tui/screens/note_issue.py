"""Issuing a note on the screen: for whom, as what; then where it is and what was left out."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk import (
    issuing,
    note_checks,
    note_files,
    prepare,
    spans,
    written as writing,
)
from briefing.desk.desk import Desk
from briefing.desk.issuing import Begun, Issued
from briefing.desk.note_files import Wanted
from briefing.desk.prepare import UnwritableError
from briefing.errors import BriefingError
from briefing.model import Event, Level
from briefing.note.blocks import SectionName
from briefing.note.words import Words
from briefing.text import count
from briefing.tui.screens.ask import Answers, AskScreen, Line
from briefing.tui.screens.choose import Choice, ChooseScreen
from briefing.tui.screens.file_writer import file_words
from briefing.tui.screens.note_part import drafted
from briefing.tui.screens.note_readers import called, level_of
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
    formats = (*note_files.usual_endings(), note_files.CALENDAR)
    lines = [
        Line("For whom", labels.get(usual, usual.value), known=called(labels)),
        Line("As", " ".join(ending.removeprefix(".") for ending in formats)),
        Line("Folder", str(default_file(desk, wanted, ".docx").parent)),
    ]

    def endings(answers: Answers) -> tuple[str, ...]:
        return note_files.endings([Path(f"note.{word}") for word in _words(answers[1])])

    def told(answers: Answers) -> str:
        """Return what would go out as the lines stand; an error where they can't be read."""
        try:
            files = ", ".join(file_words(ending) for ending in endings(answers))
            return f"{Words(labels=labels).level(level_of(answers[0], labels))}: {files}"
        except BriefingError as error:
            return str(error)

    def accept(answers: Answers) -> Awaitable[None]:
        asked = replace(wanted, level=level_of(answers[0], labels))
        begun = issuing.begin(desk, asked, endings(answers))
        return _go_out(screen, begun, Path(answers[2]).expanduser())

    before = "".join((_unsaved(desk, wanted), _unchecked(desk, wanted), _unchanged(desk, wanted)))
    intro = f"{before}{_INTRO}"
    dialog = AskScreen(
        "Issue the note", intro, lines, accept, does="issue it", leaves="don't", told=told
    )
    screen.app.push_screen(dialog)


def _unsaved(desk: Desk, wanted: Wanted) -> str:
    """Return how many parts have words that were left unsaved: they would not go out."""
    left = drafted(desk, wanted, writing.kind_named(desk, wanted.kind))
    told = count(len(left), "part is", "parts are")
    return f"{told} written but not saved, and would not go out. " if left else ""


def _unchecked(desk: Desk, wanted: Wanted) -> str:
    facts = count(len(note_checks.facts_to_check(desk, wanted)), "fact")
    return "" if facts.startswith("0 ") else f"{facts} to check first: Esc and c list them. "


def _unchanged(desk: Desk, wanted: Wanted) -> str:
    """Return that nothing has changed, where its readers had it before."""
    last = issuing.edition_of(desk, wanted).last
    note = issuing.draft(desk, wanted).note if last else None
    if last is None or note is None or SectionName.CHANGES in {s.name for s in note.sections}:
        return ""
    return f"Nothing has changed since No. {last.number}. "


async def _go_out(screen: "NoteScreen", begun: Begun, folder: Path) -> None:
    """Make the files beside the keys, then issue the note with them."""
    files = await asyncio.to_thread(begun.write)
    issued = issuing.finish(screen.desk, begun, files)
    try:
        copies = issuing.copies(screen.desk, issued.note, issued.issue, folder)
    except UnwritableError as error:  # It is out all the same; Enter again would be another.
        screen.call_later(_tell, screen, issued, f"without copies: {error}. H hands them out.")
    else:
        names = ", ".join(path.name for path in copies)
        screen.call_later(_tell, screen, issued, f"in {folder}: {names}")


def default_file(desk: Desk, wanted: Wanted, suffix: str) -> Path:
    """Return where a note goes where nobody says otherwise."""
    if isinstance(wanted.subject, Event):
        return prepare.default_file(desk, wanted.subject, wanted.kind, suffix)
    return spans.default_file(desk, wanted.subject, wanted.kind, suffix)


def _words(formats: str) -> list[str]:
    return [word.strip(".").casefold() for word in formats.replace(",", " ").split()]


def _tell(screen: "NoteScreen", issued: Issued, where: str) -> None:
    labels = screen.desk.config.labels
    readers = Words(labels=labels).level(issued.issue.level)
    told = f"No. {issued.issue.number} is out. {readers}, {where}"
    said = note_files.said_of(screen.desk, issued.made.note, issued.files)
    told = " ".join((told, *said))
    left_out = issued.made.left_out
    screen.say(told, Tone.GOOD)
    if left_out:
        choices = [
            Choice(str(n), f"{one.what}: {one.why}", group=one.title)
            for n, one in enumerate(left_out)
        ]
        heading = f"No. {issued.issue.number} is out. Left out for these readers:"
        screen.app.push_screen(ChooseScreen(heading, choices))
