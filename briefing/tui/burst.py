"""Tells a pasted text from typing by its pace: no finger presses keys a few milliseconds apart."""

LARGEST_GAP = 0.004
"""Seconds between two keys of a paste. The quickest roll of two fingers takes about 10 ms."""

FEWEST_KEYS = 4
"""A slow line may hand over two or three typed keys at once; a paste has more."""

SILENCE = 0.15
"""Seconds without a key after which a paste is over: a terminal may hand it on in pieces."""


class Burst:
    """The keys that came in without a pause between them."""

    def __init__(self) -> None:
        self.is_paste = False
        self._last = 0.0
        self._keys = 0
        self._characters: set[str] = set()

    def add(self, character: str, at: float) -> None:
        """Take a key in: what it writes, empty for one like an arrow, and when it was read.

        After a pause it begins a burst of its own. A key that is held down repeats; a paste is of
        several characters.
        """
        if at - self._last > (SILENCE if self.is_paste else LARGEST_GAP):
            self.is_paste = False
            self._keys = 0
            self._characters.clear()
        self._last = at
        if character:
            self._keys += 1
            self._characters.add(character)
        if self._keys >= FEWEST_KEYS and len(self._characters) > 1:
            self.is_paste = True
