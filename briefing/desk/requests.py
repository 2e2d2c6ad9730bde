"""Requests to organisers: what is asked of whom, and the task that is done by it."""

from pathlib import Path

from briefing.desk import coming
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.exchange.request import Request, address
from briefing.exchange.request_words import Asked
from briefing.model import Event, Task, TaskKind, TaskState
from briefing.text import clean, file_name

_KINDS = {
    Asked.REGISTER: (TaskKind.REGISTER,),
    Asked.PASS: (TaskKind.GET_PASS,),
    Asked.DECLINE: (),
}
"""The tasks that are done by what is asked."""

ENDINGS = (".eml", ".txt")


class NamelessError(BriefingError):
    """Nobody is known in whose name a request could be written."""

    def __init__(self) -> None:
        super().__init__("a request needs your name; write it under [me] in briefing.toml: name = ")


class UnknownEndingError(BriefingError):
    """A request is asked for in a format that is not written."""

    exit_code = 2

    def __init__(self, path: Path) -> None:
        super().__init__(f"{clean(str(path))}: a request is written as {' or '.join(ENDINGS)}")


def request(desk: Desk, event: Event, asked: Asked) -> Request:
    """Return what one writes to the organisers of an event; NamelessError."""
    if not desk.me.name.strip():
        raise NamelessError
    tasks = coming.tasks_of(desk, event.id)
    wanted = [task for task in tasks if task.kind in _KINDS[asked]]
    asking = [task for task in tasks if task.kind in (TaskKind.REGISTER, TaskKind.GET_PASS)]
    to = next((found for task in (*wanted, *asking) if (found := address(task))), "")
    return Request(
        asked=asked, event=event, name=desk.me.name, organisation=desk.me.organisation, to=to
    )


def task_done_by(desk: Desk, event: Event, asked: Asked) -> Task | None:
    """Return the task that is to do until the request is sent; None where there is none."""
    tasks = coming.tasks_of(desk, event.id)
    to_do = (task for task in tasks if task.state is TaskState.TO_DO)
    return next((task for task in to_do if task.kind in _KINDS[asked]), None)


def default_file(desk: Desk, event: Event, asked: Asked) -> Path:
    """Return where a request goes where nobody says otherwise."""
    day = f"{event.when.date:%Y-%m-%d} " if event.when.date else ""
    return desk.folder / "notes" / f"{file_name(f'{day}{asked} {event.title}')}.eml"


def content(written: Request, path: Path) -> bytes:
    """Return what a file of a name holds: a draft mail or plain text; UnknownEndingError."""
    ending = path.suffix.casefold()
    if ending not in ENDINGS:
        raise UnknownEndingError(path)
    return written.eml() if ending == ".eml" else written.text().encode()
