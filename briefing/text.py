"""Text as others write it: folded for search, cleaned for the screen, safe as a file's name."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import filterfalse

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"

_HOSTILE = re.compile(f"[{_CONTROLS}]")
_HIDDEN = re.compile(f"[{_BIDI_CONTROLS}{_INVISIBLE}]")
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"\s+")

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "ı": "i",
        "\u0640": "",  # Arabic tatweel
        "\u02bf": "",  # ayn, as transliterations write it
        "\u02be": "",  # hamza, likewise
        "ʻ": "",
        "’": "'",
        "‘": "'",
        "ٱ": "ا",
        "ى": "ي",
        "ة": "ه",
    }
)


def fold(text: str) -> str:
    """Return text as search compares it: no case, no accents, one form of each Arabic letter."""
    if text.isascii():
        return text.casefold()
    caseless = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", caseless)
    return "".join(filterfalse(unicodedata.combining, decomposed)).translate(_LETTERS)


def clean_block(text: str) -> str:
    """Return text that no terminal, editor or reader can be tricked by, its lines kept.

    Control codes, lone surrogates and what XML can't hold become U+FFFD; bidi and invisible
    controls go; every line end becomes a newline and a tab becomes a space (Unicode TR36,
    section 3; ECMA-48).
    """
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _HIDDEN.sub("", _HOSTILE.sub(_REPLACEMENT, lines))


def clean(text: str) -> str:
    """Return text as one harmless line for a row, a heading or a message."""
    if text.isprintable():
        return text.strip()
    return clean_block(_BREAKS.sub(" ", text)).strip()


def squeeze(text: str) -> str:
    """Return text with each run of white space as one space."""
    return _SPACES.sub(" ", text).strip()


def slug(text: str, *, longest: int = 40) -> str:
    """Return a few plain words joined by hyphens: the readable part of an id or a file's name."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    joined = ""
    for word in words:
        longer = f"{joined}-{word}" if joined else word
        if len(longer) > longest:
            break
        joined = longer
    return joined or (words[0][:longest] if words else "")


_RESERVED = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}
_MOST_BYTES = 200
"""Of the 255 that most file systems give a name, the rest for endings and a temporary name."""


def cut_at_word(text: str, longest: int) -> str:
    """Return text of at most so many characters, cut where a word ends, if one does past half."""
    if len(text) <= longest:
        return text
    whole = text[: longest + 1].rpartition(" ")[0].rstrip()
    return whole if len(whole) > longest // 2 else text[:longest]


def file_name(text: str, *, longest: int = 80) -> str:
    """Return a name that every file system takes and that stays in its folder.

    Windows keeps device names for itself (Microsoft, "Naming Files, Paths, and Namespaces").
    """
    name = re.sub(r'[<>:"/\\|?*\x00-\x1f\ufffd]+', " ", clean(text))
    cut = squeeze(name).strip(" .")[:longest].encode()[:_MOST_BYTES]
    name = cut.decode(errors="ignore").rstrip(" .")
    if not name:
        return "untitled"
    return f"_{name}" if fold(name.split(".")[0].strip()) in _RESERVED else name


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "1 task", "3 tasks"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return what somebody may have meant, as the end of a sentence; often empty."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): str(name) for name in known}
    close = get_close_matches(word.casefold(), by_folded, n=1)
    return f"; did you mean {by_folded[close[0]]!r}?" if close else ""
