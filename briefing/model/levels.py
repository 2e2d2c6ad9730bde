"""Who may see what: the levels in their order, and what the house calls them."""

import re
from collections.abc import Iterable, Mapping

from briefing.model.basis import Handling, Level
from briefing.text import fold

TLP: Mapping[Level, str] = {
    Level.ME: "TLP:RED",
    Level.OFFICE: "TLP:AMBER+STRICT",
    Level.ORGANISATION: "TLP:AMBER",
    Level.COMMUNITY: "TLP:GREEN",
    Level.PUBLIC: "TLP:CLEAR",
}
"""The Traffic Light Protocol, version 2.0 (FIRST, August 2022, www.first.org/tlp).

Its labels have no spaces, stand in capitals and are the same in every language (section 1b).
"""

_FEWEST_FIRST = tuple(Level)


def may_see(audience: Level, level: Level) -> bool:
    """Return whether all of an audience may see what is at a level."""
    return _FEWEST_FIRST.index(level) >= _FEWEST_FIRST.index(audience)


def strictest(handlings: Iterable[Handling]) -> Handling:
    """Return the handling of what is made from several parts; for the office where it has none."""
    all_of_them = list(handlings)
    levels = (handling.level for handling in all_of_them)
    return Handling(
        level=min(levels, key=_FEWEST_FIRST.index, default=Level.OFFICE),
        chatham_house=any(handling.chatham_house for handling in all_of_them),
    )


def level_named(words: str, labels: Mapping[Level, str]) -> Level | None:
    """Return the level that is meant by its own name, the house's label or TLP's; else None.

    "For my office" is as good as "office": so it stands on the note.
    """
    for wanted in (_plain(words), _plain(_AROUND.sub("", words))):
        for names in ({level: level.value for level in Level}, labels, TLP):
            for level, name in names.items():
                if wanted and wanted in (_plain(name), _plain(name).removeprefix("tlp:")):
                    return level
    return None


_AROUND = re.compile(r"^\s*for (?:my |the )?| only\s*$", re.IGNORECASE)


def _plain(words: str) -> str:
    return fold("".join(words.split()))
