"""`init` and `keys`."""

import sys
from pathlib import Path

import click

from briefing.cli.opening import workspace
from briefing.cli.output import print_json, print_text, say
from briefing.cli.root import Common, as_json, common
from briefing.config import FILE_NAME, PAPERS, Me, guessed_me


@click.command("init")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--starter", is_flag=True, help="Begin with the example records.")
@click.option("--git", "in_git", is_flag=True, help="Have git merge the desk record by record.")
def init_command(folder: Path | None, starter: bool, in_git: bool) -> None:
    """Make a desk in FOLDER, with the forums and states that the field knows.

    With --git a desk that is there, or a clone of one, is only set up for git.
    """
    if folder is None and not in_git:
        raise click.UsageError("Missing argument 'FOLDER'.")
    place = workspace(folder)
    if not (in_git and (place / FILE_NAME).is_file()):
        _make_desk(place, starter)
    if in_git:
        _set_up_git(place)


def _make_desk(folder: Path, starter: bool) -> None:
    from briefing.desk.founding import make_workspace

    asked = sys.stdin.isatty() and sys.stderr.isatty() and not starter
    make_workspace(folder, _ask(guessed_me()) if asked else None, starter=starter)
    say(f"Made a desk in {folder}. Open it with: briefing --workspace {folder}")


def _set_up_git(folder: Path) -> None:
    from briefing.desk import git
    from briefing.desk.desk import DATA_FOLDER

    is_new = git.set_up(folder, folder / DATA_FOLDER)
    say(f"{'Made a repository; git' if is_new else 'Git'} merges this desk record by record now.")
    say("Every clone of it needs this once: briefing init FOLDER --git")


@click.command("keys")
@as_json
@common
def keys_command(given: Common, as_json: bool) -> None:
    """List every command of the desk with its keys, as briefing.toml names them."""
    from briefing.tui import keys
    from briefing.tui.commands import COMMANDS

    with given.desk() as desk:
        for problem in keys.check(desk.config):
            say(str(problem))
        bound = keys.keys_of(desk.config)
    rows = [
        {"id": row.id, "keys": bound[row.id], "place": row.group, "help": row.help}
        for row in COMMANDS
    ]
    if as_json:
        print_json(rows)
        return
    width = max(len(row["id"]) for row in rows)
    for row in rows:
        shown = keys.shown(row["keys"])
        print_text(f"{row['id']:<{width}}  {shown:<16}  {row['help']}")


def _ask(guess: Me) -> Me | None:
    """Ask who sits at the desk; Enter takes the guess, the end of input leaves it open."""
    say("Who are you? Enter accepts what stands in brackets; ctrl+d skips.")
    try:
        return Me(
            name=_line("Name", guess.name),
            organisation=_line("Organisation", guess.organisation),
            speaks_for=_line("You speak for", guess.speaks_for),
            home=_zone(guess.home),
            languages=tuple(_line("Languages", " ".join(guess.languages)).split()),
            paper=click.prompt("Paper", guess.paper, type=click.Choice(PAPERS), err=True),
        )
    except click.Abort:
        say("Skipped.")
        return None


def _line(label: str, guess: str) -> str:
    return str(click.prompt(label, guess, err=True, show_default=bool(guess))).strip()


def _zone(guess: str) -> str:
    from briefing.desk.times import zone_named

    def known(text: str) -> str:
        try:
            return zone_named(text)
        except ValueError as error:
            raise click.BadParameter(str(error)) from error

    return str(click.prompt("Your own clock (a city)", guess, value_proc=known, err=True))
