"""The help and the palette: the table of commands, as far as it applies, to be searched and run."""

from collections.abc import Iterable, Iterator, Mapping

from textual.app import App

from briefing.tui.commands import COMMANDS, Command
from briefing.tui.keys import shown
from briefing.tui.screens.choose import Choice, ChooseScreen

_MOVES = ("list", "text")
"""Places whose commands go up and down: everybody tries those keys anyhow."""


def help_screen(app: App[None], keys: Mapping[str, str]) -> ChooseScreen:
    """Return what can be done here: the commands whose keys work now, the nearest place first."""
    here = {a.binding.id: a.enabled for a in app.screen.active_bindings.values() if a.binding.id}
    commands = [command for command in COMMANDS if here.get(command.id)]
    return ChooseScreen("What can be done here", _choices(_by_place(commands, here), keys))


def palette_screen(
    app: App[None], keys: Mapping[str, str], views: Mapping[str, str]
) -> ChooseScreen:
    """Return every command that can run now, those without a key too, to be found by words.

    The saved views stand behind them, by their names.
    """
    here = {a.binding.id: a.enabled for a in app.screen.active_bindings.values() if a.binding.id}
    commands = [c for c in COMMANDS if here.get(c.id) or not c.keys]
    wanted = [command for command in commands if command.where not in _MOVES]
    saved = (Choice(f"view {name}", name, query) for name, query in views.items())
    return ChooseScreen("Commands", [*_choices(wanted, keys, grouped=False), *saved])


def _by_place(commands: Iterable[Command], here: Iterable[str]) -> list[Command]:
    """Return commands of the innermost place first, as the bindings come; plain moves last."""
    places = dict.fromkeys(id.partition(".")[0] for id in here)
    order = [*(p for p in places if p not in _MOVES), *_MOVES]
    return sorted(commands, key=lambda command: order.index(command.where))


def _choices(
    commands: Iterable[Command], keys: Mapping[str, str], *, grouped: bool = True
) -> Iterator[Choice]:
    for command in commands:
        group = command.group if grouped else ""
        sign = shown(keys[command.id])
        yield Choice(command.id, command.label, command.help, group, sign)
