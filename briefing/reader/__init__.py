"""A source's text, turned into proposals.

Its parts are imported when first asked for: whoever only reads a typed date waits for no more.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.reader.intake import Incoming, Mentioned, Proposed, read
    from briefing.reader.known import Known, Name

__all__ = ["Incoming", "Known", "Mentioned", "Name", "Proposed", "read"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    home = "known" if name in ("Known", "Name") else "intake"
    return getattr(import_module(f"{__name__}.{home}"), name)
