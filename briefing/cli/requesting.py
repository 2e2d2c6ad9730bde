"""`rsvp`: the request to the organisers of an event."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.output import print_text, say
from briefing.cli.root import Common, common

if TYPE_CHECKING:
    from briefing.model import Task

_KINDS = ("register", "decline", "pass")


@click.command("rsvp")
@click.argument("event")
@click.option("--kind", type=click.Choice(_KINDS), default="register", help="What you ask.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file: .txt, or .eml for a draft that your mail program opens.",
)
@common
def rsvp_command(given: Common, event: str, kind: str, output: Path | None) -> None:
    """Write the request to the organisers of EVENT, in its language, to be looked at and sent."""
    from briefing.desk import find, prepare, requests
    from briefing.exchange.request_words import Asked
    from briefing.model import Event

    with given.desk() as desk:
        record = find.resolve_as(desk, event, Event)
        written = requests.request(desk, record, Asked(kind))
        task = requests.task_done_by(desk, record, Asked(kind))
        if output is None:
            print_text(written.text().rstrip("\n"))
        else:
            prepare.save(output, requests.content(written, output))
            to = f", to {written.to}" if written.to else "; no mail address is known"
            say(f"Wrote {output}{to}")
    if output is not None and task is not None:
        _offer(given, task)


def _offer(given: Common, task: "Task") -> None:
    """Offer to write down that the request was sent."""
    from briefing.desk import attend
    from briefing.model import TaskState

    if not sys.stdin.isatty():
        say(f"Once it is sent: briefing task {task.id} sent")
    elif click.confirm("Is it sent? Then its task is set to sent", err=True):
        with given.desk(writing=True) as desk:
            attend.set_state(desk, task, TaskState.SENT)
