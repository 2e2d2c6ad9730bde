"""The language of a text, by its commonest words."""

import re

_COMMON = {
    "en": "the of and to in is for on will with this that are be by what how who",
    "no": "og i det som er på til av for med ikke har en den et hvem skal hva vi kan",
    "es": "el la de que y los las en del se por con para una qué cómo su al es",
    "fr": "le la les de des et en du que qui pour une dans est sur au aux ce quelle",
    "de": "der die das und ist von zu den mit für auf im eine wie wer nicht sich des",
}
"""The commonest words of each language."""
_CODES: dict[str, list[str]] = {}
for _code, _words in _COMMON.items():
    for _word in set(_words.split()):
        _CODES.setdefault(_word, []).append(_code)
_WORD, _LETTERS = re.compile(r"\w+"), re.compile(r"[^\W\d_]+")
_ENOUGH, _LOOKED_AT = 2, 4000


def of(text: str) -> str:
    """Return the ISO 639-1 code of a text's language; empty where its words do not tell."""
    counts = dict.fromkeys(_COMMON, 0)
    for word in filter(_CODES.__contains__, _written(text[:_LOOKED_AT])):
        for code in _CODES[word]:
            counts[code] += 1
    ranked = sorted(counts, key=lambda code: -counts[code])
    best, second = ranked[:2]
    return best if counts[best] >= _ENOUGH and counts[best] > counts[second] else ""


def _written(text: str) -> list[str]:
    """Return the words of a text in small letters; figures part them as spaces do."""
    found = _WORD.findall(text)  # Few have a figure, and to look for letters alone is slow.
    parts = (part for one in found for part in ([one] if one.isalpha() else _LETTERS.findall(one)))
    return " ".join(parts).casefold().split(" ")
