"""A part of a page that announces one event."""

from dataclasses import dataclass
from enum import Enum

from briefing.reader.lines import Span
from briefing.reader.shapes import Shaped


class Form(Enum):
    """How a segment announces its event."""

    PAGE = "page"
    RECORD = "record"
    """An entry of a listing."""
    LABELLED = "labelled"
    """A title with labelled lines below it."""
    ITEM = "item"
    """A line or two under "also of interest"."""
    SERIES = "series"
    """What the entries below are parts of; it lasts from the first to the last of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of a page that announces one event."""

    form: Form
    start: int
    end: int
    title: Span | None
    title_rest: Span | None = None
    """Where the title goes on, of one in a narrow column."""
    other_titles: tuple[Span, ...] = ()
    """What it is called in other languages, of one that is announced again in them."""
    head: tuple[Shaped, ...] = ()
    """The lines beside the title that give date, time, mode or place."""
    lines: tuple[Shaped, ...] = ()
    """All its lines but those of events within it."""
    parent: int | None = None
    """Index of the segment that it belongs to."""
