"""`init` and `keys`."""

import sys
from pathlib import Path

import click

from briefing.cli.output import print_text, say
from briefing.cli.root import Common, common
from briefing.config import PAPERS, Me, guessed_me


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--starter", is_flag=True, help="Begin with the example records.")
def init_command(folder: Path, starter: bool) -> None:
    """Make a desk in FOLDER, with the forums and states that the field knows."""
    from briefing.desk.founding import make_workspace

    asked = sys.stdin.isatty() and sys.stderr.isatty() and not starter
    make_workspace(folder, _ask(guessed_me()) if asked else None, starter=starter)
    say(f"Made a desk in {folder}. Open it with: briefing --workspace {folder}")


@click.command("keys")
@common
def keys_command(given: Common) -> None:
    """List every command of the desk with its keys."""
    from briefing.tui import commands

    with given.desk() as desk:
        print_text("\n".join(commands.listing(desk.config)))


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
