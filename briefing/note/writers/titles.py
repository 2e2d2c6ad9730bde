"""What stands out on a page, whatever its format: the title, the line at the foot, the lead."""

import re

from briefing.note.blocks import BriefingNote, SectionName

LEADS = (SectionName.BOTTOM_LINE, SectionName.RECOMMENDATION)
"""The parts that a reader with half a minute reads."""

_KIND_AND_SUBJECT = re.compile(r"(.+?)(\s?:)\s(.+)")


def parted(title: str) -> tuple[str, str, str]:
    """Return the kind of note, the colon behind it, and what it is about.

    The first two are empty where the title has no kind.
    """
    parts = _KIND_AND_SUBJECT.fullmatch(title)
    return (parts[1], parts[2], parts[3]) if parts else ("", "", title)


def running(note: BriefingNote) -> str:
    """Return the line at the foot of every page: which note this is, and which version of it."""
    return " · ".join(part for part in (_shortened(note.title), note.version) if part)


_LONGEST = 72
"""In letters: beside version and number of the page a line has room for no more."""
_NEVER_LAST = " ,;:-–—(“«"


def _shortened(title: str) -> str:
    if len(title) <= _LONGEST:
        return title
    whole_words = title[: _LONGEST - 1].rpartition(" ")[0]
    return f"{(whole_words or title[: _LONGEST - 1]).rstrip(_NEVER_LAST)}…"
