"""A command, and the place in which its keys work."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where keys work."""

    title: str
    """The heading in help."""
    within: str = ""
    """The place around it, whose keys work here too; empty for none, as in a dialog."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done by a key, from the palette or from the help."""

    id: str
    keys: str
    """Comma-separated; the first is the one shown. A comma itself is "comma"."""
    label: str
    """For the key bar: one or two words."""
    help: str
    """For help and palette: one sentence."""
    action: str
    shown: bool = False
    """Whether it stands in the key bar."""
    vim: str = ""
    """The keys in the vim preset where they are others."""

    @property
    def where(self) -> str:
        """The place in which its keys work."""
        return self.id.partition(".")[0]

    @property
    def group(self) -> str:
        """The heading that it stands under in help."""
        return PLACES[self.where].title


PLACES: Mapping[str, Place] = {
    "app": Place("Everywhere"),
    "main": Place("Main screen", "app"),
    "timeline": Place("Timeline", "main"),
    "forums": Place("Forums", "main"),
    "questions": Place("Questions", "main"),
    "find": Place("Finding in a pane", "main"),
    "query": Place("Typing what to find"),
    "everywhere": Place("Finding everywhere", "app"),
    "review": Place("To review", "app"),
    "words": Place("Words of the source", "review"),
    "note": Place("Briefing note", "app"),
    "facts": Place("Before a note goes out", "app"),
    "issues": Place("What went out", "app"),
    "board": Place("Board of a day", "app"),
    "source": Place("Source", "app"),
    "form": Place("Form"),
    "write": Place("Writing"),
    "paste": Place("Pasted text"),
    "folder": Place("Bringing in a folder"),
    "choice": Place("Lists to choose from"),
    "ask": Place("Questions asked of you"),
    "pick": Place("Picking and ordering"),
    "jump": Place("Jumping"),
    "line": Place("Adding in one line"),
    "list": Place("Lists"),
    "text": Place("Text"),
}
