"""The help and the palette: the table of commands, as far as it applies, to be searched and run."""

from collections.abc import Iterable, Iterator, Mapping

from textual.app import App

from briefing.tui.commands import COMMANDS, PLACES, Command
from briefing.tui.screens.choose import Choice, ChooseScreen

_SPELLED = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Delete",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def help_screen(app: App[None], keys: Mapping[str, str]) -> ChooseScreen:
    """Return what can be done here: the commands whose keys work now, the nearest place first."""
    here = {a.binding.id: a.enabled for a in app.screen.active_bindings.values() if a.binding.id}
    commands = [command for command in COMMANDS if here.get(command.id)]
    return ChooseScreen("What can be done here", _choices(_by_place(commands, here), keys))


def palette_screen(app: App[None], keys: Mapping[str, str]) -> ChooseScreen:
    """Return every command that can run now, those without a key too, to be found by words."""
    here = {a.binding.id: a.enabled for a in app.screen.active_bindings.values() if a.binding.id}
    commands = [c for c in COMMANDS if here.get(c.id) or not c.keys]
    wanted = [command for command in commands if command.where not in ("list", "text")]
    return ChooseScreen("Commands", _choices(wanted, keys, grouped=False))


def shown_keys(keys: str) -> str:
    """Return keys as they are printed on a keyboard: "u ^z", "Esc"."""
    return " ".join(_shown_key(key) for key in keys.split(",") if key)


def _by_place(commands: Iterable[Command], here: Iterable[str]) -> list[Command]:
    """Return commands with those of the innermost place first, as the bindings come."""
    nearness = {id.partition(".")[0]: n for n, id in reversed(list(enumerate(here)))}
    last = len(PLACES)
    return sorted(commands, key=lambda command: nearness.get(command.where, last))


def _choices(
    commands: Iterable[Command], keys: Mapping[str, str], *, grouped: bool = True
) -> Iterator[Choice]:
    for command in commands:
        group = command.group if grouped else ""
        sign = shown_keys(keys[command.id])
        yield Choice(command.id, command.label, command.help, group, sign)


def _shown_key(key: str) -> str:
    modifiers, _, name = key.rpartition("+") if len(key) > 1 else ("", "", key)
    shown = _SPELLED.get(name, "," if name == "comma" else name)
    return f"{modifiers.replace('ctrl', '^').replace('+', '')}{shown}" if modifiers else shown
