"""`add`, `copy`, `attach`, `set`, `confirm`, `remove`, `undo`, `redo`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.output import say
from briefing.cli.root import Common, common
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.model import Record


class NotAssignedError(BriefingError):
    """A field of a new record is not written as FIELD=VALUE."""

    exit_code = 2

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is not written as FIELD=VALUE")


@click.command("add")
@click.argument("words", nargs=-1, required=True, metavar="KIND FIELD=VALUE... | LINE")
@common
def add_command(given: Common, words: Sequence[str]) -> None:
    """Add a record, by its fields or in one line.

    briefing add event title="Panel" when="24 Jul 2023 15:00 Geneva"

    briefing add "Panel on PoA fri 15h Geneva @unidir #norms"

    briefing add "task: send paper to capital mon cob"
    """
    from briefing.desk import edit, one_line

    line = " ".join(words)
    if _is_line(words):
        with given.desk(writing=True) as desk:
            say(" · ".join(one_line.told(desk, one_line.read(desk, line))))
            click.echo(one_line.add(desk, line).id)
        return
    kind, typed = _kind(words[0]), dict(_assignment(value) for value in words[1:])
    with given.desk(writing=True) as desk:
        click.echo(edit.add(desk, kind, typed).id)


@click.command("copy")
@click.argument("event")
@click.option("--to", default="", help="The day, as people type it; else the same week next year.")
@common
def copy_command(given: Common, event: str, to: str) -> None:
    """Copy EVENT to next year, with its tasks to do again; the date is a guess to be checked."""
    from briefing import when_words
    from briefing.desk import find, next_year
    from briefing.model import Event

    with given.desk(writing=True) as desk:
        copied = next_year.copy(desk, find.resolve_as(desk, event, Event), to)
        say(f"Copied to {when_words.date_words(copied.when)}: {copied.title}")
        click.echo(copied.id)


@click.command("attach")
@click.argument("event")
@click.argument("what", metavar="FILE|ADDRESS")
@click.option("--words", default="", help="What it is called.")
@common
def attach_command(given: Common, event: str, what: str, words: str) -> None:
    """Attach a file or a link to EVENT, or to a task; a file is kept whole with the desk."""
    from briefing.desk import attaching, documents, find
    from briefing.model import Event, Task

    with given.desk(writing=True) as desk:
        holder = find.resolve(desk, event, (Event, Task))
        assert isinstance(holder, Event | Task)
        if attaching.is_address(what):
            attaching.attach_link(desk, holder, what, words)
        else:
            incoming = documents.from_file(Path(what).expanduser())
            attaching.attach_file(desk, holder, incoming, words)
        say(f"Attached to {find.title_of(holder)}.")


@click.command("set")
@click.argument("subject")
@click.argument("field")
@click.argument("value")
@common
def set_command(given: Common, subject: str, field: str, value: str) -> None:
    """Give FIELD of a record, or of a proposal, a new VALUE."""
    from briefing.desk import edit, find
    from briefing.model import Note, Proposal, Source

    with given.desk(writing=True) as desk:
        record = find.resolve(desk, subject, (*find.NAMED_TYPES, Proposal, Source, Note))
        edit.set_fields(desk, record, {field: value})
        say(f"Changed {find.title_of(record)}.")


@click.command("confirm")
@click.argument("subject")
@click.argument("fields", nargs=-1)
@click.option("--other", type=int, help="Take the other reading of this number instead.")
@common
def confirm_command(given: Common, subject: str, fields: Sequence[str], other: int | None) -> None:
    """Say that FIELDS of a record are right, or all that is not in doubt."""
    from briefing.desk import edit, find

    if other is not None and len(fields) != 1:
        raise click.UsageError("--other needs just one field.")
    with given.desk(writing=True) as desk:
        record = find.resolve(desk, subject)
        if other is not None:
            edit.take(desk, record, fields[0], other)
            say(f"Changed {find.title_of(record)}.")
            return
        edit.settle(desk, record, *(fields or edit.without_doubts(record)))
        say(f"Confirmed {find.title_of(record)}.")


@click.command("remove")
@click.argument("subject")
@common
def remove_command(given: Common, subject: str) -> None:
    """Take a record out of the desk; `briefing undo` brings it back."""
    from briefing.desk import edit, find

    with given.desk(writing=True) as desk:
        record = find.resolve(desk, subject)
        edit.remove(desk, record)
        say(f"Removed {find.title_of(record)}; `briefing undo` brings it back.")


@click.command("undo")
@click.option("--outside", is_flag=True, help="What others changed last in the desk's files.")
@common
def undo_command(given: Common, outside: bool) -> None:
    """Take the last change back: your own, or with --outside that of others."""
    with given.desk(writing=True) as desk:
        say(f"Undone: {desk.undo(outside=outside)}")


@click.command("redo")
@common
def redo_command(given: Common) -> None:
    """Do again what was undone last."""
    with given.desk(writing=True) as desk:
        say(f"Done again: {desk.redo()}")


def _assignment(text: str) -> tuple[str, str]:
    path, equals, value = text.partition("=")
    if not equals:
        raise NotAssignedError(text)
    return path, value


def _is_line(words: Sequence[str]) -> bool:
    """Return whether a record is told in one line: by several words, and no kind before fields."""
    is_told_by_fields = words[0].lower() in _kinds() or all("=" in word for word in words[1:])
    return len(" ".join(words).split()) > 1 and (" " in words[0] or not is_told_by_fields)


def _kinds() -> "Mapping[str, type[Record]]":
    from briefing.desk.edit import ADDABLE

    return {kind.__name__.lower(): kind for kind in ADDABLE}


def _kind(name: str) -> "type[Record]":
    kinds = _kinds()
    if name.lower() not in kinds:
        raise click.BadParameter(f"one of {', '.join(kinds)} is needed", param_hint="KIND")
    return kinds[name.lower()]
