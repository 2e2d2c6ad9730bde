"""Documents brought in on the screen: read beside its own work, then shown for review."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import reader
from briefing.desk import documents, intake
from briefing.desk.intake import Arrival
from briefing.errors import BriefingError
from briefing.reader import Incoming
from briefing.text import count
from briefing.tui.screens.ask import AskScreen, Line
from briefing.tui.screens.review import ReviewScreen
from briefing.tui.widgets.cells import Tone

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp


def ask_for_file(app: "BriefingApp") -> None:
    """Ask for the path of a file or folder and bring it in."""

    def accept(answers: tuple[str, ...]) -> None:
        path = Path(answers[0]).expanduser()
        if path.is_dir():
            app.call_later(read_all, app, [path])
        else:
            app.run_worker(_read_and_show(app, [documents.from_file(path)]))

    intro = "A file is kept whole, and what is read from it waits for you; of a folder, each file."
    line = Line("File or folder", hint="its path")
    app.push_screen(AskScreen("Bring in a file or a folder", intro, [line], accept))


def bring_in_copied(app: "BriefingApp") -> None:
    """Bring in what was copied last."""

    async def read() -> None:
        try:
            copied = await asyncio.to_thread(documents.from_clipboard, app.desk.today)
        except BriefingError as error:
            app.say(str(error), Tone.BAD)
        else:
            await _read_and_show(app, [copied])

    app.run_worker(read())


def read_all(app: "BriefingApp", paths: Sequence[Path]) -> None:
    """Bring in files and all that is in folders, and tell meanwhile how far it is."""
    from briefing.tui.screens.folder import FolderScreen

    files: list[Path] = []
    left_out = ""
    for path in paths:
        if path.is_dir():
            listing = documents.listing(path, passed_by=app.desk.data)
            files += listing.files
            left_out = listing.left_out or left_out
        else:
            files.append(path)
    if files:
        app.push_screen(FolderScreen(files, left_out))
    else:
        app.say(left_out or "There is nothing in the folder.")


async def bring_in(app: "BriefingApp", incoming: Sequence[Incoming]) -> list[Arrival]:
    """Keep documents and put what is read from them where proposals wait."""
    return [await _arrival(app, one) for one in incoming]


async def show(app: "BriefingApp", arrivals: Sequence[Arrival]) -> None:
    """Show what waits now from documents that were brought in, and say what came of them."""
    source = next((arrival.source.id for arrival in arrivals if arrival.proposals), None)
    await go_to(app, source)
    app.say(_words(arrivals), Tone.GOOD if source else Tone.PLAIN)


async def go_to(app: "BriefingApp", source: str | None) -> None:
    """Show what waits from a source, if there is anything."""
    if isinstance(app.screen, ReviewScreen):
        app.screen.go_to_source(source)
    elif source is not None:
        await app.push_screen(ReviewScreen(source=source))


async def _read_and_show(app: "BriefingApp", incoming: Sequence[Incoming]) -> None:
    app.say("Reading …")
    try:
        await show(app, await bring_in(app, incoming))
    except BriefingError as error:
        app.say(str(error), Tone.BAD)


async def _arrival(app: "BriefingApp", incoming: Incoming) -> Arrival:
    desk = app.desk
    before = intake.held(desk, incoming.raw)
    if before is not None:
        return Arrival(before, (), (), was_held=True)
    known, today = intake.known(desk.store, desk.home.key), desk.today
    # Only the reading itself leaves this thread: a store belongs to one.
    proposed = await asyncio.to_thread(reader.read, incoming, known, today)
    return intake.keep(desk, incoming, proposed)


def _words(arrivals: Sequence[Arrival]) -> str:
    new = sum(len(arrival.proposals) for arrival in arrivals)
    told = [f"{count(new, 'record')} to review"] if new else []
    known = sum(arrival.already_there for arrival in arrivals)
    told += [f"{count(known, 'record')} there already"] if known else []
    told += [f"“{a.source.title}” was brought in before" for a in arrivals if a.was_held]
    told += [str(problem) for arrival in arrivals for problem in arrival.problems][:1]
    return "; ".join(told) or "Kept as a source; no event, task or question was found in it"
