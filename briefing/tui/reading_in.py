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
    """Ask for the path of a file and bring it in."""

    def accept(answers: tuple[str, ...]) -> None:
        incoming = documents.from_file(Path(answers[0]).expanduser())
        app.run_worker(_read_and_show(app, [incoming]))

    intro = "The file is kept whole, and what is read from it waits for you."
    app.push_screen(AskScreen("Bring in a file", intro, [Line("File", hint="its path")], accept))


async def bring_in(app: "BriefingApp", documents: Sequence[Incoming]) -> list[Arrival]:
    """Keep documents and put what is read from them where proposals wait."""
    return [await _arrival(app, incoming) for incoming in documents]


async def show(app: "BriefingApp", arrivals: Sequence[Arrival]) -> None:
    """Show what waits now from documents that were brought in, and say what came of them."""
    source = next((arrival.source.id for arrival in arrivals if arrival.proposals), None)
    if isinstance(app.screen, ReviewScreen):
        app.screen.go_to_source(source)
    elif source is not None:
        await app.push_screen(ReviewScreen(source=source))
    app.say(_words(arrivals), Tone.GOOD if source else Tone.PLAIN)


async def _read_and_show(app: "BriefingApp", documents: Sequence[Incoming]) -> None:
    app.say("Reading …")
    try:
        await show(app, await bring_in(app, documents))
    except BriefingError as error:
        app.say(str(error), Tone.BAD)


async def _arrival(app: "BriefingApp", incoming: Incoming) -> Arrival:
    desk = app.desk
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
