"""Which keys call which command: presets, what briefing.toml changes, and what is wrong in it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.config import FILE_NAME, PRESETS, Config
from briefing.errors import Problem
from briefing.text import nearest
from briefing.tui.commands import BY_ID, COMMANDS, PLACES, Command

NONE = "none"
"""What a command is bound to that is to have no key."""

NO_KEY = "no-key"
"""A key that no keyboard sends; Textual keeps the default where it is given nothing."""

SPELLED = {
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
    "insert": "Ins",
    "comma": ",",
} | {f"f{number}": f"F{number}" for number in range(1, 25)}
"""The keys that have a name, as they are printed on a keyboard."""

_KEY = r"(?:(?:ctrl|alt|shift)\+)*(?P<key>\S|\w+)"


def shown(keys: str) -> str:
    """Return keys as they are printed on a keyboard: "u ^z", "Esc"."""
    return " ".join(_shown_key(key) for key in keys.split(",") if key)


def _shown_key(key: str) -> str:
    modifiers, plus, name = key.rpartition("+") if len(key) > 1 else ("", "", key)
    printed = SPELLED.get(name, name)
    return f"{modifiers}{plus}{printed}".replace("ctrl+", "^").replace("shift+", "Shift+")


def keys_of(config: Config) -> Mapping[str, str]:
    """Return the keys of every command, by id, as the settings want them; "" for none.

    What the settings say wrongly, or what would take another command's key, is left as the preset
    has it.
    """
    return _settled(config)[0]


def keymap(config: Config) -> dict[str, str]:
    """Return what Textual must bind otherwise than the table says."""
    if not config.keys and config.preset == PRESETS[0]:
        return {}
    return {
        id: keys or NO_KEY
        for id, keys in keys_of(config).items()
        if keys != BY_ID[id].keys and BY_ID[id].keys
    }


def check(config: Config) -> tuple[Problem, ...]:
    """Return every mistake in the settings' keys, with its line; the desk opens all the same."""
    _, wrong = _settled(config)
    problems = (Problem(FILE_NAME, config.key_lines.get(id), message) for id, message in wrong)
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def _settled(config: Config) -> tuple[Mapping[str, str], Sequence[tuple[str, str]]]:
    """Return the keys of every command and what is wrong: ids with a sentence each."""
    preset = {command.id: _preset_keys(command, config.preset) for command in COMMANDS}
    wrong = list(_mistakes(config))
    while True:
        refused = {id for id, _ in wrong}
        bound = {id: _bound_keys(keys) for id, keys in config.keys.items() if id not in refused}
        held = preset | bound
        # A command that falls back to its own keys may meet another that was set to them.
        clashes = list(_clashes(held, bound))
        if not clashes:
            return held, wrong
        wrong += clashes


def _bound_keys(keys: str) -> str:
    return "" if keys == NONE else ",".join(key.strip() for key in keys.split(","))


def _mistakes(config: Config) -> Iterator[tuple[str, str]]:
    """Yield the ids that are not known, and those whose keys can't be pressed."""
    for id, keys in config.keys.items():
        if id not in BY_ID:
            hint = nearest(id, BY_ID) or "; `briefing keys` lists them"
            yield id, f"there is no command {id!r}{hint}"
        elif not BY_ID[id].keys:
            yield id, f"{id} has no key of its own; it is in the palette"
        elif keys != NONE:
            for key in keys.split(","):
                if reason := _why_no_key(key.strip()):
                    yield id, f"{id}: {reason}"


def _clashes(held: Mapping[str, str], bound: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is bound to a key that does something else already where it would be pressed."""
    by_key: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id, keys in held.items():
        for key in keys.split(",") if keys else ():
            by_key[BY_ID[id].where, key].append(id)
    for id, keys in bound.items():
        for key in keys.split(","):
            for other in by_key[BY_ID[id].where, key]:
                if other != id and (other not in bound or other < id):
                    yield id, f"{id}: {key!r} is the key of {other} already"


def _why_no_key(key: str) -> str:
    if not key:
        return f'no key is given; "{NONE}" takes it away'
    found = re.fullmatch(_KEY, key)
    name = found["key"] if found else key
    if found and (len(name) == 1 or name in SPELLED):
        return ""
    return f"no key is called {key!r}{nearest(name, SPELLED)}"


def _preset_keys(command: Command, preset: str) -> str:
    return command.vim if preset == "vim" and command.vim else command.keys


def around(place: str) -> Iterator[str]:
    """Yield the places around a place, outwards."""
    while place := PLACES[place].within:
        yield place
