"""Known names in running text: forums, states, groups and bodies, the longest first.

A name that means other things too ("Georgia", "Jordan", "US") is a state's where the words about it
say so: in a list of states, as "the delegation of Georgia", "the Georgian delegation", "the US".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from briefing.gazetteer.entries import LocalNames
from briefing.reader.cues import Cue
from briefing.reader.known import Name
from briefing.reader.vocabulary import any_of
from briefing.reader.words import WORD, Word, folded, in_one_piece
from briefing.text import fold

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
    is_doubtful: bool = False
    """Whether its letters mean other things as often; what stands about them decides."""


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
    """Names in all their spellings, ready to be found in one pass over a text; see `lexicon`."""

    def __init__(self, names: Sequence[Name], language: str = "") -> None:
        self._by_first_word: dict[str, list[_Spelling]] = defaultdict(list)
        for name in names:
            for spelling in _spellings(name, language):
                self._by_first_word[spelling.words[0]].append(spelling)
        for spellings in self._by_first_word.values():
            spellings.sort(key=lambda s: (-len(s.words), s.is_doubtful, not s.name.is_forum))

    def mentions(self, text: str, words: Sequence[Word]) -> tuple[Mention, ...]:
        """Return every known name in a text, of which all words are given, none within another."""
        found = list(_Search(text, words, self._by_first_word).found())
        return tuple(_settled(text, found))


@lru_cache(maxsize=4)
def lexicon(names: tuple[Name, ...], language: str) -> Lexicon:
    """Return names as a text of a language (ISO 639-1, or empty) may spell them.

    It is kept for the next text, as long as the names stay the same.
    """
    return Lexicon(names, language)


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
            spellings = self.by_first_word.get(words[at].folded)
            fitting = self._at(words, at, spellings) if spellings else None
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

        A body may be forum and holder: "G20 countries" names both. Doubtful ones stand back.
        """
        fitting = [s for s in spellings if self._fits(words[at : at + len(s.words)], s)]
        fitting = [s for s in fitting if not s.is_doubtful or s.name.is_forum] or fitting[:1]
        longest = [s for s in fitting if len(s.words) == len(fitting[0].words)]
        return longest + [s for s in fitting if s.name.is_forum and s not in longest][:1]

    def _fits(self, words: Sequence[Word], spelling: _Spelling) -> bool:
        if len(words) != len(spelling.words):
            return False
        for word, said in zip(words, spelling.words, strict=True):
            if word.folded != said:
                return False
        if not in_one_piece(words):
            return False
        written = self.text[words[0].start : words[-1].end]
        if spelling.exact and "".join(WORD.findall(written)) != spelling.exact:
            return False
        if spelling.capital and not written[0].isupper():
            return False
        return not spelling.is_doubtful or not spelling.name.is_forum or self.of_the_field


def _mention(fitting: Sequence[_Spelling], start: int, end: int) -> Mention:
    forums = [s.name for s in fitting if s.name.is_forum]
    holders = [s.name for s in fitting if not s.name.is_forum]
    return Mention(
        start=start,
        end=end,
        forum=forums[0] if forums else None,
        stakeholder=holders[0] if holders else None,
        is_adjective=fitting[0].is_adjective,
        is_doubtful=fitting[0].is_doubtful and not forums,
    )


# What stands about a doubtful name --------------------------------------------------------------

_OFFICE = any_of(
    "delegations?", "delegates?", "missions?", "embass(?:y|ies)", "governments?", "republic",
    "kingdom", "representatives?", "ambassadors?", "minist(?:er|ry)", "president", "authorities",
    "statement", "position", "proposal", "behalf", "delegasjon(?:en)?", "regjering(?:en)?",
    "ambassad(?:e|en|ør|øren|eur)", "gouvernement", "délégation", "ministère", "représentante?",
    "delegaci(?:ón|ones)", "gobiernos?", "embajada", "embajadora?", "regierung", "botschaft(?:er)?",
    "vertreter(?:in|innen)?", "représentants?", "autoridades", "autorités", "behörden",
    "myndighetene",
)  # fmt: skip
"""What states have, and few others that bear their names."""
_LIST_LINK = re.compile(
    r"\s*(?:[,;/•·|]|\n\s*[-–*•]?)?\s*(?:(?:and|og|et|y|e|und|&)\s+)?(?:the\s+)?", re.IGNORECASE
)
_OFFICE_BEFORE = Cue(
    rf"(?:{_OFFICE})[\w\s,'’-]{{0,40}}?\s(?:of|by|de|du|av|von|der|for)\s+(?:the\s+)?\Z",
)
_OFFICE_JUST_BEFORE = Cue(rf"(?:{_OFFICE})\s+\Z")
_OFFICE_BEHIND = re.compile(
    rf"(?:['’]s?)?[^\S\n]{{1,3}}(?:(?:foreign|prime|permanent)[^\S\n])?(?:{_OFFICE})", re.IGNORECASE
)
_ARTICLE_BEFORE = Cue(r"(?<!\w)the\s\Z")
_FURTHEST, _WIDEST_LINK = 80, 20
_LEAST_IN_LIST = 2


def _settled(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the sure names, and the doubtful ones that are in a list with sure ones or bespoken."""
    for group in _lists(text, found):
        sure = sum(not m.is_doubtful and m.stakeholder is not None for m in group)
        for mention in group:
            if not mention.is_doubtful:
                yield mention
            elif (sure >= _LEAST_IN_LIST and not mention.is_adjective) or _is_bespoken(
                text, mention
            ):
                yield replace(mention, is_doubtful=False)


def _lists(text: str, found: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield names that follow on each other as in a list, and each other name alone."""
    group: list[Mention] = []
    for mention in found:
        if group and not _are_listed(text, group[-1].end, mention.start):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _are_listed(text: str, end: int, start: int) -> bool:
    return start - end <= _WIDEST_LINK and _LIST_LINK.fullmatch(text, end, start) is not None


def _is_bespoken(text: str, mention: Mention) -> bool:
    """Return whether a doubtful name has an office of a state beside it, or is "the US"."""
    if _OFFICE_BEHIND.match(text, mention.end):
        return True
    before = text[max(0, mention.start - _FURTHEST) : mention.start]
    if mention.is_adjective:
        return bool(_OFFICE_JUST_BEFORE.search(before))
    is_acronym = text[mention.start : mention.end].isupper()
    return bool(_OFFICE_BEFORE.search(before) or (is_acronym and _ARTICLE_BEFORE.search(before)))


# Spellings --------------------------------------------------------------------------------------

_ENDINGS = {
    "no": ("", "e"),
    "fr": ("", "s"),
    "de": ("", "e", "en", "er", "es", "em"),
    "es": ("", "s", "es"),
}
"""Of adjectives, which stand without them in the tables."""
_WITH_GENITIVE = frozenset({"no", "de"})
"""Languages that put an s to a name: "Norges", "Frankreichs"."""


def _spellings(name: Name, language: str) -> Iterator[_Spelling]:
    local = dict(name.local)
    own = local.get(language, LocalNames())
    flagged = frozenset(map(fold, name.needs_context))
    sure = frozenset(own.names) - frozenset(own.needs_context)
    for written in _names(name, local, language):
        yield from _spelling(name, written, written not in sure and fold(written) in flagged)
    for adjective in name.adjectives:
        yield from _spelling(name, adjective, adjective in name.needs_context, is_adjective=True)
    for adjective in own.adjectives:
        is_doubtful = adjective in own.needs_context
        for ending in _ENDINGS.get(language, ("",)):
            yield from _spelling(name, adjective + ending, is_doubtful, is_adjective=True)


def _names(name: Name, local: dict[str, LocalNames], language: str) -> Iterator[str]:
    elsewhere = (written for names in local.values() for written in names.names)
    names = dict.fromkeys((name.acronym, name.name, *name.aliases, *elsewhere))
    yield from names
    if language in _WITH_GENITIVE:
        yield from (f"{written}s" for written in names if written.isalpha())


def _spelling(
    name: Name, written: str, is_doubtful: bool = False, *, is_adjective: bool = False
) -> Iterator[_Spelling]:
    parts = WORD.findall(written)
    if not parts:
        return
    letters = "".join(parts)
    is_acronym = len(letters) <= _LONGEST_ACRONYM and sum(map(str.isupper, letters)) >= 2
    yield _Spelling(
        words=tuple(map(folded, parts)),
        exact=letters if is_acronym else "",
        capital=written[0].isupper() and len(parts) == 1,
        name=name,
        is_adjective=is_adjective,
        is_doubtful=is_doubtful,
    )
