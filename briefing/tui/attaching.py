"""Attaching on the screen: a file is read beside the desk's own work and kept."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import reader
from briefing.desk import attaching, documents, intake
from briefing.desk.attaching import Holder
from briefing.desk.find import title_of
from briefing.errors import BriefingError
from briefing.model import Event, Task
from briefing.reader import Incoming
from briefing.tui.screens.ask import Answers, AskScreen, Line
from briefing.tui.screens.record_actions import RecordActions
from briefing.tui.widgets.cells import Tone

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

_INTRO = "A file is kept whole with the desk; of an address, only the address."


def ask_what(app: "BriefingApp") -> None:
    """Ask for a file's path or an address and attach it to the record under the cursor."""
    holder = app.screen.record if isinstance(app.screen, RecordActions) else None
    if not isinstance(holder, Event | Task):
        app.say("Go to the event or the task first.")
        return

    def accept(answers: Answers) -> None:
        what, words = answers
        if not what:
            raise ValueError("Type the path of a file, or an address.")
        if attaching.is_address(what):
            attaching.attach_link(app.desk, holder, what, words)
            app.say(f"Attached to “{title_of(holder)}”; o opens it.")
        else:
            incoming = documents.from_file(Path(what).expanduser())
            app.run_worker(_attach(app, holder, incoming, words))

    lines = [Line("File or address", hint="~/programme.pdf or https://…"), Line("Words")]
    app.push_screen(AskScreen(f"Attach to “{title_of(holder)}”", _INTRO, lines, accept))


async def _attach(app: "BriefingApp", holder: Holder, incoming: Incoming, words: str) -> None:
    desk = app.desk
    app.say("Reading …")
    try:
        if intake.held(desk, incoming.raw) is not None:
            attaching.attach_file(desk, holder, incoming, words)
        else:
            known, today = intake.known(desk.store, desk.home.key), desk.today
            # Only the reading itself leaves this thread: a store belongs to one.
            proposed = await asyncio.to_thread(reader.read, incoming, known, today)
            attaching.keep_file(desk, holder, incoming, proposed, words)
        app.say(f"Attached to “{title_of(holder)}”; o opens it.")
    except BriefingError as error:
        app.say(str(error), Tone.BAD)
