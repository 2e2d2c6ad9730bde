"""Names in running text, taken out: what was said must not tell by a name who said it."""

import re
from collections import defaultdict
from collections.abc import Iterable

from briefing.arrange.contacts import WITHHELD
from briefing.text import fold

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 12
"""Words of a name."""
_SHORT = 4
"""Letters up to which a name in capitals is one in capitals only: "US", not "us"."""

_COMMON_WORDS = """
a academy agency alliance ambassador an and association attache authority board bureau center
centre chair chairman chairperson chairwoman charge civil co commission committee community
company conference consul coordinator corporation council counsel counsellor country cyber de
delegate delegation delegations den department deputy der des det di die digital director dr du el
embassy en envoy et executive expert federation fellow first for former forum foundation fund
general global government group head her his hon honourable hr human in initiative institute
institution international it la las le les manager member minister ministry mission moderator mr
mrs ms mx national negotiator network observer of office officer official on or organisation
organization our panellist partnership people permanent policy president prof professor programme
public representative republic research rights school second secretariat secretary security senior
sir society speaker special state states technology the their third to trade und union unit united
university van vice von we with y
"""
_NO_NAME = frozenset(_COMMON_WORDS.split())
"""Words that stand in names and name nobody by themselves."""


class Names:
    """Names to be taken out of text."""

    def __init__(self, names: Iterable[str], *, people: Iterable[str] = ()) -> None:
        """Take names that are known as they stand, and of `people` each part that names them."""
        self._by_first: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._exact: set[str] = set()
        self._capitalised: set[str] = set()
        """Words that are a name with a capital only: somebody's, or too short to be sure of."""
        self._unparted: set[str] = set()
        """Names in scripts that do not part words as Latin does."""
        for name in names:
            self._add(name)
        for name in people:
            self._add(name)
            for word in _WORD.findall(name):
                if len(word) > 2 and fold(word) not in _NO_NAME:
                    self._add(word)
                    self._capitalised.add(fold(word))

    def withheld(self, text: str) -> str:
        """Return text with each of the names as "[…]"."""
        for name in sorted(self._unparted, key=lambda name: (-len(name), name)):
            text = text.replace(name, WITHHELD)
        words = list(_WORD.finditer(text))
        folded = [fold(word[0]) for word in words]
        pieces, upto, at = [], 0, 0
        while at < len(words):
            length = self._length(words, folded, at)
            if length:
                pieces += [text[upto : words[at].start()], WITHHELD]
                upto = words[at + length - 1].end()
            at += length or 1
        return "".join([*pieces, text[upto:]])

    def are_in(self, text: str) -> bool:
        """Return whether any of the names stands in text."""
        return self.withheld(text) != text

    def _add(self, name: str) -> None:
        words = tuple(fold(word) for word in _WORD.findall(name))
        if not words:
            return
        if name.lower() == name.upper():
            self._unparted.add(name.strip())
        elif len(words) == 1 and name.isupper() and len(words[0]) <= _SHORT:
            self._exact.add(name.strip())
        else:
            self._by_first[words[0]].add(words[:_LONGEST])
            if len(words) == 1 and len(words[0]) <= _SHORT:
                self._capitalised.add(words[0])

    def _length(self, words: list[re.Match[str]], folded: list[str], at: int) -> int:
        """Return how many words from one on are a name; 0 where none begins there."""
        found = [
            len(name)
            for name in self._by_first.get(folded[at], ())
            if tuple(folded[at : at + len(name)]) == name
            and (words[at][0][0].isupper() or folded[at] not in self._capitalised)
        ]
        return max(found, default=int(words[at][0] in self._exact))
