"""A source's text, turned into proposals."""

from briefing.reader.intake import Incoming, Mentioned, Proposed, read
from briefing.reader.known import Known, Name

__all__ = ["Incoming", "Known", "Mentioned", "Name", "Proposed", "read"]
