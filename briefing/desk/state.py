"""Where one was and what one answered: data/state.json, which belongs to one person."""

from pathlib import Path

import msgspec

from briefing import platform
from briefing.config import Me
from briefing.when import zone_info

FILE_NAME = "state.json"


class State(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a desk remembers between two starts. It is lost without harm, so it is not journaled."""

    me: Me | None = None
    """The answers of the first start, where briefing.toml has no [me]."""
    place: str = ""
    """IANA key of the zone one travels in; empty at home."""
    place_name: str = ""
    """What the place is called, where its zone is called after another one."""
    screen: dict[str, str] = {}
    """What the screen wants back: the pane, the row, what each pane shows."""
    views: dict[str, str] = {}
    """Queries that were given a name: name -> query."""
    drafts: dict[str, dict[str, str]] = {}
    """What was typed and not saved: what it is for -> field path -> text."""


def load(data: Path) -> State:
    """Read the state; what can't be read, or names no zone, is forgotten."""
    try:
        state = msgspec.json.decode((data / FILE_NAME).read_bytes(), type=State)
        for key in (state.place, state.me.home if state.me else ""):
            if key:
                zone_info(key)
    except (OSError, msgspec.MsgspecError, ValueError):
        return State()
    return state


def save(data: Path, state: State) -> None:
    """Write the state, whole or not at all."""
    platform.write_whole(data / FILE_NAME, msgspec.json.encode(state))
