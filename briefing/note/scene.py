"""What the composers of a note's parts work from."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from briefing.model import Event, Note
from briefing.note.held import Held
from briefing.note.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One event, what is held around it, and where and when the note is written."""

    event: Event
    held: Held
    written: Note
    """What the person wrote; empty where nothing is."""
    ledger: Ledger
    home: ZoneInfo
    today: dt.date
