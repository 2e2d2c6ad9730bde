"""`attend` and `task`: whether one goes, and how far a task is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from briefing.cli.output import say
from briefing.cli.root import Common, common

if TYPE_CHECKING:
    from briefing.model import TaskState

_OPEN = "open"


@click.command("attend")
@click.argument("event")
@click.argument("state")
@click.option("--by", "name", default="", help="The colleague who covers it.")
@common
def attend_command(given: Common, event: str, state: str, name: str) -> None:
    """Say whether you go to EVENT: interested, going, covered, declined, done or open."""
    from briefing.arrange.attending import going_words
    from briefing.desk import attend, find
    from briefing.model import Event, Going

    chosen = one_of(state, (_OPEN, *Going))
    with given.desk(writing=True) as desk:
        record = find.resolve_as(desk, event, Event)
        going = None if chosen == _OPEN else Going(chosen)
        held = attend.set_going(desk, record, going, name)
        say(f"{find.title_of(record)}: {going_words(held)}")


@click.command("task")
@click.argument("subject", metavar="ID")
@click.argument("state")
@common
def task_command(given: Common, subject: str, state: str) -> None:
    """Say how far a task is: to do, sent, confirmed, waiting list, refused or done."""
    from briefing.desk import attend, find
    from briefing.model import Task

    chosen = state_named(state)
    with given.desk(writing=True) as desk:
        task = attend.set_state(desk, find.resolve_as(desk, subject, Task), chosen)
        say(f"{find.title_of(task)}: {task.state}")


def state_named(text: str) -> "TaskState":
    """Return the state of a task that is meant: "to do", "waiting-list", "conf"."""
    from briefing.model import TaskState

    return TaskState(one_of(text, tuple(TaskState)))


def one_of(text: str, choices: Sequence[str]) -> str:
    """Return the choice that is meant by its name or a beginning that only it has."""
    wanted = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    begun = [choice for choice in choices if wanted and choice.startswith(wanted)]
    if wanted in choices or len(begun) == 1:
        return wanted if wanted in choices else begun[0]
    listed = ", ".join(begun or choices)
    raise click.BadParameter(f"{text!r} is not clear; it is one of: {listed}", param_hint="STATE")
