"""A source's text, turned into proposals."""

from briefing.reader.intake import Incoming, Proposed, read
from briefing.reader.known import Known, Name

__all__ = ["Incoming", "Known", "Name", "Proposed", "read"]
