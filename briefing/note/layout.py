"""How a note is laid out as a file: what of it belongs to the file and not to the note."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that travels with a note, as in a mail."""

    name: str
    content_type: str
    """As in "text/calendar"."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a writer is told besides the note; each takes what it has a use for."""

    paper: str = "A4"
    """One of `config.PAPERS`."""
    template: Path | None = None
    """The user's own Word document, whose styles, header and margins are kept."""
    attached: tuple[Attached, ...] = ()
    author: str = ""
    """For document properties; empty unless somebody asked for it."""
