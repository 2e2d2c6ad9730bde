"""`completion`, and what the shell asks while somebody types: commands, ids, names, states."""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class, shell_complete

from briefing.cli.output import print_text, say
from briefing.cli.root import COMPLETE, Common, common, root

if TYPE_CHECKING:
    from briefing.model import Record

_PROGRAM = "briefing"

_SHELLS: Mapping[str, str] = {
    "bash": "briefing completion bash > ~/.local/share/bash-completion/completions/briefing",
    "zsh": "briefing completion zsh > ~/.briefing-complete.zsh; "
    "echo 'source ~/.briefing-complete.zsh' >> ~/.zshrc",
    "fish": "briefing completion fish > ~/.config/fish/completions/briefing.fish",
}
"""Shell -> the line that has it know briefing's words from its next start on."""


@click.command("completion")
@click.argument("shell", required=False, type=click.Choice(list(_SHELLS)))
@common
def completion_command(given: Common, shell: str | None) -> None:
    """Print what SHELL, else your own, needs to complete commands, ids and names."""
    del given
    own = Path(os.environ.get("SHELL", "")).name
    chosen = shell or (own if own in _SHELLS else "bash")
    made = get_completion_class(chosen)
    assert made is not None
    print_text(made(root, {}, _PROGRAM, COMPLETE).source())
    say(f"To have it in every {chosen} that you start: {_SHELLS[chosen]}")


def complete(instruction: str) -> None:
    """Answer the shell: "bash_complete". Whatever goes wrong, there is only nothing to complete."""
    with suppress(Exception):
        shell_complete(root, {}, _PROGRAM, COMPLETE, instruction)


# What is completed ------------------------------------------------------------------------------

_Tell = Callable[[click.Context, str], list[CompletionItem]]


def with_words(command: click.Command) -> None:
    """Have the parameters of a command complete what they take."""
    for param in command.params:
        tell = _TELLS.get(f"{command.name} {param.name}") or _TELLS.get(str(param.name))
        if tell is not None:
            param.type = _Words(tell)


class _Words(click.ParamType[object]):
    """Takes anything, and completes it."""

    name = "text"

    def __init__(self, tell: _Tell) -> None:
        self._tell = tell

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        with suppress(Exception):
            return self._tell(ctx, incomplete)
        return []


def _records(*names: str) -> _Tell:
    """Complete the ids of records of some kinds; of those that are usually named without any."""

    def tell(ctx: click.Context, typed: str) -> list[CompletionItem]:
        from briefing.desk import completing

        folder = _folder(ctx)
        found = completing.meant(folder, _kinds(names), typed) if folder else []
        return [CompletionItem(one.id, help=one.title or None) for one in found]

    return tell


def _kinds(names: Sequence[str]) -> "Sequence[type[Record]]":
    from briefing.desk.find import NAMED_TYPES
    from briefing.model import RECORD_TYPES

    return [kind for kind in RECORD_TYPES if kind.__name__ in names] if names else NAMED_TYPES


def _folder(ctx: click.Context) -> Path | None:
    """Return the folder of the desk that is meant; none is made for this."""
    from briefing.config import FILE_NAME
    from briefing.platform import user_workspace

    named = ctx.params.get("workspace") or ctx.find_root().params.get("workspace")
    here = Path.cwd()
    places = (here, *here.parents, user_workspace())
    if named:
        return Path(str(named))
    return next((place for place in places if (place / FILE_NAME).is_file()), None)


def _one_of(words: Callable[[], Sequence[str]]) -> _Tell:
    return lambda ctx, typed: [CompletionItem(w) for w in words() if w.startswith(typed)]


def _going() -> list[str]:
    from briefing.model import Going

    return ["open", *Going]


def _states() -> list[str]:
    from briefing.model import TaskState

    return [state.replace(" ", "-") for state in TaskState]


def _addable() -> list[str]:
    from briefing.desk.edit import ADDABLE

    return [kind.__name__.lower() for kind in ADDABLE]


def _paths() -> list[str]:
    from briefing.desk.edit import ADDABLE
    from briefing.desk.fields import fields

    return sorted({field.path for kind in ADDABLE for field in fields(kind)})


_TELLS: Mapping[str, _Tell] = {
    "subject": _records(),
    "event": _records("Event"),
    "question": _records("Question"),
    "attach event": _records("Event", "Task"),
    "forum name": _records("Forum", "Stakeholder"),
    "source subject": _records("Source"),
    "task subject": _records("Task"),
    "accept ids": _records("Proposal"),
    "reject ids": _records("Proposal"),
    "export id": _records("Event"),
    "forget id": _records(),
    "attend state": _one_of(_going),
    "task state": _one_of(_states),
    "states": _one_of(_states),
    "add words": _one_of(_addable),
    "field": _one_of(_paths),
    "fields": _one_of(_paths),
}
"""Parameter, or command and parameter -> what completes it."""
