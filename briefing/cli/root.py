"""The command itself, its common options and the table of its subcommands."""

import datetime as dt
import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

import click

from briefing import __version__
from briefing.cli.opening import open_desk, open_desk_to_look, open_screen

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.desk.reading import Reading

P = ParamSpec("P")

COMMANDS: Mapping[str, str] = {
    "init": "setting_up",
    "keys": "setting_up",
    "read": "intake",
    "import": "intake",
    "inbox": "intake",
    "accept": "intake",
    "reject": "intake",
    "timeline": "listing",
    "forum": "listing",
    "questions": "listing",
    "positions": "listing",
    "tasks": "coming",
    "deadlines": "coming",
    "clashes": "clashing",
    "board": "clashing",
    "busy": "clashing",
    "next": "coming",
    "attend": "attending",
    "task": "attending",
    "rsvp": "requesting",
    "show": "showing",
    "find": "finding",
    "source": "showing",
    "sources": "showing",
    "add": "editing",
    "copy": "editing",
    "attach": "editing",
    "set": "editing",
    "confirm": "editing",
    "remove": "editing",
    "undo": "editing",
    "redo": "editing",
    "note": "noting",
    "answer": "noting",
    "expect": "noting",
    "write": "noting",
    "export": "exporting",
    "check": "keeping",
    "backup": "keeping",
    "restore": "keeping",
    "forget": "keeping",
    "merge": "merging",
    "completion": "completing",
}
"""Command -> the module of `cli` that holds it, imported when it is asked for."""

COMPLETE = "_BRIEFING_COMPLETE"
"""The variable in which a shell asks for words to complete (click, "Shell Completion")."""


@dataclass(slots=True)
class Common:
    """What was asked for before the command."""

    workspace: Path | None = None
    today: dt.date | None = None
    plain: bool = False

    def desk(self, *, writing: bool = False) -> AbstractContextManager["Desk"]:
        """Open the desk; only a command that changes it asks to write."""
        return open_desk(self.workspace, self.today, writing=writing)

    def desk_to_look(self) -> AbstractContextManager["Desk"]:
        """Open the desk for a look; where nobody else writes, so that its index can be kept."""
        return open_desk_to_look(self.workspace, self.today)

    def how(self, desk: "Reading", as_json: bool) -> str:
        """Return how a listing is to be printed."""
        if as_json:
            return "json"
        return "plain" if self.plain or desk.config.plain else "lines"


class _Lazy(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"briefing.cli.{COMMANDS[cmd_name]}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        if COMPLETE in os.environ:
            from briefing.cli.completing import with_words

            with_words(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from difflib import get_close_matches

        if args and args[0] not in COMMANDS:
            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


class Day(click.ParamType[dt.date]):
    """A date on the command line."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """Return the day of an ISO date; anything else is a usage error."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2026-03-12", param, ctx)


_OPTIONS = (
    click.option(
        "--workspace",
        type=click.Path(path_type=Path, file_okay=False),
        help="The desk's folder; else the nearest above with a briefing.toml, else ~/Briefing.",
    ),
    click.option("--today", type=Day(), help="Live on another day than today."),
    click.option(
        "--plain", is_flag=True, envvar="BRIEFING_PLAIN", help="Print one labelled line a fact."
    ),
)

as_json = click.option("--json", "as_json", is_flag=True, help="Print records as JSON.")


def common(command: Callable[Concatenate[Common, P], None]) -> Callable[..., None]:
    """Give a command --workspace, --today and --plain, said before its name or after it."""

    @click.pass_context
    @wraps(command)
    def invoke(
        ctx: click.Context,
        /,
        *args: P.args,
        **given: P.kwargs,
    ) -> None:
        workspace, today, plain = (given.pop(name) for name in ("workspace", "today", "plain"))
        above = ctx.obj if isinstance(ctx.obj, Common) else Common()
        merged = Common(
            workspace if isinstance(workspace, Path) else above.workspace,
            today if isinstance(today, dt.date) else above.today,
            bool(plain) or above.plain,
        )
        command(merged, *args, **given)

    return _with_options(invoke)


def _with_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.group(cls=_Lazy, invoke_without_command=True)
@click.version_option(__version__, prog_name="briefing")
@common
def root(given: Common) -> None:
    """Prepare for a seminar. Without a command, open the desk."""
    ctx = click.get_current_context()
    ctx.obj = given
    if ctx.invoked_subcommand is None:
        open_screen(given.workspace, given.today)


def run_command(arguments: list[str]) -> int:
    """Run a command and return its exit code; misuse is told by click on stderr."""
    try:
        with root.make_context("briefing", list(arguments)) as context:
            root.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.Abort:
        return 1
    except click.ClickException as misuse:
        misuse.show()
        return misuse.exit_code
    return 0
