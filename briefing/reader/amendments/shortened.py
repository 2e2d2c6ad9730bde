"""A title cut down to the words beside what kind of event it is: "the nets webinar on 3 May"."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

from briefing.reader.vocabulary import EVENT_NOUN

_MOST = 8
"""Words before or behind the kind of event that may be of its title."""
_SMALL = frozenset(
    {"the", "a", "an", "of", "on", "and", "or", "in", "at", "for", "to", "with", "about", "our"}
    | {"this", "le", "la", "les", "l", "d", "de", "des", "du", "et", "en", "sur", "au", "aux"}
    | {"der", "die", "das", "den", "dem", "des", "und", "von", "zu", "zum", "zur", "im", "über"}
    | {"uber", "el", "los", "las", "y", "sobre", "del", "og", "om", "i", "på", "pa", "av", "vår"}
)
_NOUN = re.compile(rf"(?<!\w)(?:{EVENT_NOUN})(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_STOPS = re.compile(r"[.;:!?\n\u201c\u201d\u00ab\u00bb\u201e\"()]")


def beside_nouns(words: str) -> Iterator[tuple[str, ...]]:
    """Yield the words before each kind of event, nearest first, and those behind it, folded."""
    for noun in _NOUN.finditer(words):
        before = _STOPS.split(words[max(0, noun.start() - 80) : noun.start()])[-1]
        behind = _STOPS.split(words[noun.end() : noun.end() + 80])[0]
        yield tuple(_words(before)[::-1][:_MOST])
        yield tuple(_words(behind)[:_MOST])


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def told(title: Collection[str], runs: Iterable[Sequence[str]]) -> int:
    """Return how many telling words of a title stand together beside a kind of event."""
    return max((_together(title, run) for run in runs), default=0)


def _together(title: Collection[str], run: Sequence[str]) -> int:
    of_it = takewhile(lambda word: word in _SMALL or is_of(title, word), run)
    return len({word for word in of_it if word not in _SMALL})


def is_of(title: Collection[str], word: str) -> bool:
    """Return whether a title has a word, be it in another number: "net" of "nets"."""
    return word in title or word.rstrip("s") in title or f"{word}s" in title


def telling(words: Iterable[str]) -> list[str]:
    """Return words without the small ones."""
    return [word for word in words if word not in _SMALL]
