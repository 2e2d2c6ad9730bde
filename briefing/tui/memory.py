"""When Python looks for what nothing refers to: while the person rests, not between two keys.

To look through all that lives takes it some 100 ms here. What dies is freed at once without it, but
for what refers to itself in a circle, as a closed screen does: that waits until it is looked for.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from textual._styles_cache import StylesCache

_YOUNG, _MIDDLE, _OLD = 700, 10, 60
"""How often it looks: through what is new after so many objects, and so on. Through all that lives
only after some 400,000, where nobody ever rests."""


def begin() -> None:
    """Have what is there by now stay for good, and look for the rest as said above."""
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
    gc.enable()


def tidy() -> None:
    """Free what nothing refers to of all that came since the beginning."""
    # Textual keeps what the last 1,024 widgets looked like, those of closed screens too (#6665).
    StylesCache.get_inner_outer.cache_clear()
    gc.collect()


@contextmanager
def filling() -> Iterator[None]:
    """Put off looking while very much is made; `sift` what was made in between."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def sift() -> None:
    """Look through what was made last: numbers and texts, as rows are of, then count no more."""
    gc.collect(0)
