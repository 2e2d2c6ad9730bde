"""Writing to the organisers of an event: what is asked, the file, and whether it was sent."""

from functools import partial
from typing import TYPE_CHECKING

from briefing.desk import attend, requests
from briefing.desk.find import title_of
from briefing.errors import BriefingError
from briefing.exchange.request_words import Asked
from briefing.model import Event, Task, TaskKind, TaskState
from briefing.tui.screens.ask import AskScreen, Line
from briefing.tui.screens.choose import Choice, ChooseScreen
from briefing.tui.screens.file_writer import FileWriter
from briefing.tui.screens.record_actions import RecordActions
from briefing.tui.widgets.cells import Tone

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

_WORDS = {
    Asked.REGISTER: ("Register", "ask to be registered"),
    Asked.DECLINE: ("Decline", "say that you can't come"),
    Asked.PASS: ("Ask for a pass", "to be let into the building"),
}

_SENT = "sent"


def write_request(app: "BriefingApp") -> None:
    """Ask what is to be written to the organisers of the event under the cursor."""
    screen = app.screen
    event = screen.event() if isinstance(screen, RecordActions) else None
    if event is None or not isinstance(screen, RecordActions):
        app.say("A request is about an event; go to one, or to a task of one.")
        return
    is_pass = isinstance(screen.record, Task) and screen.record.kind is TaskKind.GET_PASS
    likeliest = Asked.PASS if is_pass else Asked.REGISTER
    ordered = sorted(_WORDS, key=lambda asked: asked is not likeliest)
    choices = [Choice(asked, *_WORDS[asked]) for asked in ordered]
    title = "What do you write to the organisers?"
    app.push_screen(ChooseScreen(title, choices), partial(_ask_for_file, app, event))


def _ask_for_file(app: "BriefingApp", event: Event, key: str | None) -> None:
    if key is None:
        return
    asked, screen = Asked(key), app.main
    try:
        written = requests.request(app.desk, event, asked)
    except BriefingError as error:
        app.say(str(error), Tone.BAD)
        return
    to = f"to {written.to}" if written.to else "without an address, as none is known"
    intro = f"A draft of a mail {to}. A name that ends with .txt makes plain text."
    offered = requests.default_file(app.desk, event, asked)
    content = partial(partial, requests.content, written)
    writer = FileWriter(content, offered, screen)
    asking = AskScreen("Write the request", intro, [Line("File", str(offered))], writer)
    app.push_screen(asking, partial(_ask_if_sent, app, event, asked))


def _ask_if_sent(app: "BriefingApp", event: Event, asked: Asked, is_written: bool | None) -> None:
    task = requests.task_done_by(app.desk, event, asked) if is_written else None
    if task is None:
        return
    choices = [
        Choice(_SENT, "It is sent", f"{title_of(task)}: sent"),
        Choice("", "Not yet", "the task stays to do"),
    ]
    app.push_screen(ChooseScreen("Is the request sent?", choices), partial(_set_sent, app, task))


def _set_sent(app: "BriefingApp", task: Task, key: str | None) -> None:
    if key != _SENT:
        return
    try:
        attend.set_state(app.desk, task, TaskState.SENT)
        app.say(f"{title_of(task)}: sent. u takes it back.")
    except BriefingError as error:
        app.say(str(error), Tone.BAD)
