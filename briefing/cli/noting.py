"""`note`, `answer`, `write`."""

import sys
from pathlib import Path

import click

from briefing.cli.output import print_text, say
from briefing.cli.root import Common, common
from briefing.errors import BriefingError


class UnknownFormatError(BriefingError):
    """A note is asked for in a format that is not written."""

    exit_code = 2

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: a note is written as .md")


@click.command("note")
@click.argument("subject")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file.")
@common
def note_command(given: Common, subject: str, output: Path | None) -> None:
    """Write the briefing note for one event, to a file or to standard output."""
    from briefing.desk import prepare
    from briefing.desk.find import resolve_as
    from briefing.model import Event

    if output is not None and output.suffix != ".md":
        raise UnknownFormatError(output)
    with given.desk() as desk:
        event = resolve_as(desk, subject, Event)
        written = prepare.markdown(desk, event)
        if output is None:
            print_text(written.decode().rstrip("\n"))
        else:
            prepare.save(output, written)
            say(f"Wrote {output}")


@click.command("answer")
@click.argument("question")
@click.option("--points", help="One point a line, or parted by semicolons.")
@click.option("--short")
@click.option("--medium")
@click.option("--long")
@click.option("--if-pressed")
@click.option("--caveats")
@common
def answer_command(given: Common, /, question: str, **parts: str | None) -> None:
    """Write what we would say to QUESTION."""
    from briefing.desk import edit, find
    from briefing.model import Question

    typed = {f"answer/{part}": text for part, text in parts.items() if text is not None}
    if "answer/points" in typed:
        typed["answer/points"] = typed["answer/points"].replace(";", "\n")
    with given.desk(writing=True) as desk:
        record = find.resolve(desk, question, (Question,))
        edit.set_fields(desk, record, typed)
        say(f"Answered {find.title_of(record)}")


@click.command("write")
@click.argument("subject")
@click.argument("part")
@click.argument("text")
@common
def write_command(given: Common, subject: str, part: str, text: str) -> None:
    """Write a PART of the note on an event yourself: bottom_line, objectives ... (`-` reads it)."""
    from briefing.desk import prepare
    from briefing.desk.find import resolve_as
    from briefing.model import Event

    given_text = sys.stdin.buffer.read().decode(errors="replace") if text == "-" else text
    with given.desk(writing=True) as desk:
        event = resolve_as(desk, subject, Event)
        prepare.write(desk, event, {part: given_text})
        say(f"Wrote {part} of the note.")
