"""Lists that are cut on the page where the rest stands behind the note, and say so."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.note.blocks import Block, Bullets, Item, capital, plain
from briefing.note.ledger import Value, open_doubts
from briefing.note.scene import Setting


class Entry(NamedTuple):
    """An entry of such a list, before it is a fact in the note."""

    label: str
    text: str
    values: tuple[Value, ...]
    tells_doubts: bool = True
    """Whether what there is to doubt stands under it, not elsewhere in the note."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in it, a text a line or more."""
        doubts = dict.fromkeys(d.words for d in open_doubts(self.values) if self.tells_doubts)
        return (f"{self.label}: {self.text}", *doubts)


def listed(
    setting: Setting, entries: Sequence[Entry], noun: str, most: int | None = None
) -> tuple[Block, ...]:
    """Return entries as a list, at most so many and how many more stand behind the note.

    `noun` is what `Words.count` counts them by: "more clash".
    """
    shown = up_to(entries, most)
    items = tuple(item(setting, entry) for entry in shown)
    left = len(entries) - len(shown)
    if left:
        items = (*items, Item(text=plain(behind(setting, left, noun))))
    return (Bullets(items=items),) if items else ()


def up_to(entries: Sequence[Entry], most: int | None) -> Sequence[Entry]:
    """Return what stands on the page; one more needs no more room than saying that there is."""
    return entries if most is None or len(entries) <= most + 1 else entries[:most]


def behind(setting: Setting, left: int, noun: str) -> str:
    """Return how many stand behind the note: "And 4 more clashes behind the note."."""
    words = setting.words
    return capital(words.say("and {more} behind the note.", more=words.count(left, noun)))


def item(setting: Setting, entry: Entry) -> Item:
    """Return an entry as its facts are told."""
    if entry.tells_doubts:
        return setting.ledger.item(entry.label, entry.text, *entry.values)
    return Item(label=entry.label, text=(setting.ledger.fact(entry.text, *entry.values),))
