"""Many words as one pattern that fails fast: letters that words share are looked at once."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable


def as_spelled(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest that fits first."""
    return _branching(words, re.escape)


def any_case(words: Iterable[str]) -> str:
    """Return a pattern of lower-case words in any case, the longest that fits first.

    A letter stands for itself and its capital alone, not for what Unicode calls its like ("ı").
    """
    return _branching(words, _either)


def grouped(alternatives: Iterable[str]) -> str:
    """Return alternatives of a pattern as one pattern, those that begin alike tried together.

    It matches what all of them joined would: the order stays wherever it decides.
    """
    runs: list[dict[str, list[str]]] = [{}]
    for one in alternatives:
        if _PLAINLY.match(one):
            runs[-1].setdefault(one[0], []).append(one[1:])
        else:
            runs += [{"": [one]}, {}]
    return "|".join(_of_one_letter(letter, rest) for run in runs for letter, rest in run.items())


def grouped_freely(alternatives: Iterable[str]) -> str:
    """Return the same where it does not matter which of them matches, and so what is matched."""
    return grouped(sorted(alternatives, key=lambda one: _PLAINLY.match(one) is None))


def apart(pattern: str) -> list[str]:
    """Return the alternatives of a pattern, those within brackets left together."""
    parts, depth = [""], 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part for part in parts if part]


_PLAINLY = re.compile(r"[^\W\d_](?![?*+{])(?:[^|()]|\((?:[^()]|\([^()]*\))*\))*\Z")
"""What begins with a letter and has no other alternative that might not."""


def _of_one_letter(letter: str, rest: list[str]) -> str:
    return f"{letter}(?:{grouped(rest)})" if len(rest) > 1 else f"{letter}{rest[0]}"


def _either(letter: str) -> str:
    return re.escape(letter) if letter == letter.upper() else f"[{letter}{letter.upper()}]"


def _branching(words: Iterable[str], written: Callable[[str], str]) -> str:
    by_letter: dict[str, set[str]] = defaultdict(set)
    for word in words:
        by_letter[word[:1]].add(word[1:])
    is_whole = by_letter.pop("", None) is not None
    branches = [
        written(letter) + _branching(rest, written) for letter, rest in sorted(by_letter.items())
    ]
    if not branches or (len(branches) == 1 and not is_whole):
        return "".join(branches)
    return f"(?:{'|'.join(branches)}){'?' if is_whole else ''}"
