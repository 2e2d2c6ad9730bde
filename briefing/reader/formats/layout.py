"""Text put down as a person would type it, line by line, with the words that lead somewhere."""

import re
import unicodedata
from dataclasses import dataclass, field

from briefing.reader.formats.text import kept
from briefing.reader.reading import Anchor

_GAP = re.compile(r"\s+")


@dataclass(slots=True)
class Layout:
    """Lines in the making."""

    _lines: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _offset: int = 0
    """Where the line in the making begins in the text."""
    _has_space: bool = False
    _wants_blank: bool = False
    _mark: str = ""
    _wants_cell: bool = False
    _waiting: list[str] = field(default_factory=list)
    """Addresses whose first words are still to come."""
    _open: list[tuple[int, str]] = field(default_factory=list)
    _end: int = 0
    """Where the last word ended."""
    _anchors: list[Anchor] = field(default_factory=list)

    def write(self, words: str) -> None:
        """Go on with the line; any run of spaces and line ends is one space."""
        plain = _GAP.sub(" ", kept(words))
        content = plain.strip(" ")
        self._has_space = self._has_space or plain.startswith(" ")
        if not content:
            return
        if not self._parts:
            self._begin()
        elif self._wants_cell or self._has_space:
            self._put(" | " if self._wants_cell else " ")
        self._wants_cell = False
        for address in self._waiting:
            self._open.append((self._offset + self._length, address))
        self._waiting.clear()
        self._put(content)
        self._end = self._offset + self._length
        self._has_space = plain.endswith(" ")

    def _begin(self) -> None:
        if self._wants_blank and self._lines:
            self._lines.append("")
            self._offset += 1
        self._wants_blank = False
        if self._mark:
            self._put(self._mark)
        self._mark = ""

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def end_line(self) -> None:
        """Go on in the next line."""
        self._has_space = self._wants_cell = False
        if not self._parts:
            return
        self._lines.append("".join(self._parts))
        self._offset += self._length + 1
        self._parts, self._length = [], 0

    def end_block(self) -> None:
        """Go on behind a blank line."""
        self.end_line()
        self._wants_blank = True

    def begin_item(self) -> None:
        """Go on with an item of a list."""
        self.end_line()
        self._mark = "- "

    def end_item(self) -> None:
        """End an item; one without words leaves nothing."""
        self.end_line()
        self._mark = ""

    def begin_cell(self) -> None:
        """Go on with the next cell of a row; an empty one leaves nothing."""
        self._wants_cell = bool(self._parts)

    def begin_link(self, address: str) -> None:
        """Let the words to come lead to an address."""
        self._waiting.append(address)

    def end_link(self) -> None:
        """End the link begun last; one without words leaves nothing."""
        if self._waiting:
            self._waiting.pop()
        elif self._open:
            start, address = self._open.pop()
            self._anchors.append(Anchor(start=start, end=self._end, address=address))

    def finish(self, above: tuple[str, ...]) -> tuple[str, tuple[Anchor, ...]]:
        """Return the text below some lines, and its anchors."""
        self.end_line()
        below = "\n".join(self._lines)
        head = "\n".join(above) + "\n\n" if above else ""
        text = head + below
        if not unicodedata.is_normalized("NFC", text):
            return kept(text), ()
        moved = (
            Anchor(start=a.start + len(head), end=a.end + len(head), address=a.address)
            for a in self._anchors
        )
        return text, tuple(sorted(moved, key=lambda a: (a.start, a.end)))
