"""Known names in running text: forums, states, groups and bodies, the longest first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.reader.known import Name
from briefing.reader.words import WORD, Word, folded, in_one_piece

_LONGEST_ACRONYM = 6

_SUBJECT = re.compile(
    r"cyber|(?<!\w)ICTs?(?!\w)|information security|information and communications? technolog|"
    r"internet|digital|network|ransomware|hack|encryption|malware|informasjonssikkerhet|"
    r"ciber|informática|tecnologías de la información|numérique|first committee|disarmament",
    re.IGNORECASE,
)
"""Words that show a text to be of this field, so that its shorthand means what the field means."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A known name where it stands."""

    start: int
    end: int
    forum: Name | None = None
    """The forum of that name."""
    stakeholder: Name | None = None
    """The holder of views of that name; a body may be both."""
    is_adjective: bool = False
    """Whether it is "Norwegian" rather than "Norway"."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    words: tuple[str, ...]
    exact: str
    """As it must be written, for acronyms; empty where case does not matter."""
    capital: bool
    name: Name
    is_adjective: bool
    is_doubtful: bool


class Lexicon:
    """Names in all their spellings, ready to be found in one pass over a text."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_first_word: dict[str, list[_Spelling]] = defaultdict(list)
        for name in names:
            for spelling in _spellings(name):
                self._by_first_word[spelling.words[0]].append(spelling)
        for spellings in self._by_first_word.values():
            spellings.sort(key=lambda s: (-len(s.words), s.is_doubtful, not s.name.is_forum))

    def mentions(self, text: str, words: Sequence[Word]) -> tuple[Mention, ...]:
        """Return every known name in a text, of which all words are given, none within another."""
        return tuple(_Search(text, words, self._by_first_word).found())


@dataclass
class _Search:
    text: str
    words: Sequence[Word]
    by_first_word: dict[str, list[_Spelling]]

    @cached_property
    def of_the_field(self) -> bool:
        return len(_SUBJECT.findall(self.text, 0, 200_000)) >= 2

    def found(self) -> Iterator[Mention]:
        words = self.words
        at = 0
        while at < len(words):
            fitting = self._at(words, at, self.by_first_word.get(words[at].folded, ()))
            if not fitting:
                at += 1
                continue
            start = words[at].start
            at += len(fitting[0].words)
            yield _mention(fitting, start, words[at - 1].end)

    def _at(
        self, words: Sequence[Word], at: int, spellings: Sequence[_Spelling]
    ) -> list[_Spelling]:
        """Return the longest spellings that stand at a word, the forum's last if it is shorter.

        A body may be forum and holder: "G20 countries" names both.
        """
        fitting = [s for s in spellings if self._fits(words[at : at + len(s.words)], s)]
        longest = [s for s in fitting if len(s.words) == len(fitting[0].words)]
        return longest + [s for s in fitting if s.name.is_forum and s not in longest][:1]

    def _fits(self, words: Sequence[Word], spelling: _Spelling) -> bool:
        if tuple(word.folded for word in words) != spelling.words:
            return False
        if not in_one_piece(words):
            return False
        written = self.text[words[0].start : words[-1].end]
        if spelling.exact and "".join(WORD.findall(written)) != spelling.exact:
            return False
        if spelling.capital and not written[0].isupper():
            return False
        return not spelling.is_doubtful or (spelling.name.is_forum and self.of_the_field)


def _mention(fitting: Sequence[_Spelling], start: int, end: int) -> Mention:
    forums = [s.name for s in fitting if s.name.is_forum]
    holders = [s.name for s in fitting if not s.name.is_forum]
    return Mention(
        start=start,
        end=end,
        forum=forums[0] if forums else None,
        stakeholder=holders[0] if holders else None,
        is_adjective=fitting[0].is_adjective,
    )


def _spellings(name: Name) -> Iterator[_Spelling]:
    adjectives = set(name.adjectives)
    for written in dict.fromkeys((name.acronym, name.name, *name.aliases, *name.adjectives)):
        words = tuple(folded(word) for word in WORD.findall(written))
        if words:
            letters = "".join(WORD.findall(written))
            is_acronym = len(letters) <= _LONGEST_ACRONYM and sum(map(str.isupper, letters)) >= 2
            yield _Spelling(
                words=words,
                exact=letters if is_acronym else "",
                capital=written[0].isupper() and len(words) == 1,
                name=name,
                is_adjective=written in adjectives,
                is_doubtful=written in name.needs_context,
            )
