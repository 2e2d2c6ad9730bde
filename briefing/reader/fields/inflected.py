"""The forms of French and Spanish verbs that statements use: present, past, future, conditional."""

import re

_ADVERB = (
    r"(?:(?:également|aussi|toutefois|donc|déjà|fermement|clairement|además|también|igualmente|"
    r"ya|siempre|reiteradamente|claramente) )?"
)
_HAVE = rf"(?:a|ont|avons|avait|avaient|avions|aurait|auraient|aurions) {_ADVERB}"
_WISH = (
    r"(?:(?:souhait|désir)(?:e|ent|ons|erait|eraient|erions)|voudr(?:ait|aient|ions)|t(?:ient|"
    r"iennent|enons) (?:toutefois |également |aussi )?à|se doi(?:t|vent) de|ne peu(?:t|vent) que|"
    r"ne pouvons que)"
)
_HA = rf"(?:ha|han|hemos|había|habían|habíamos) {_ADVERB}"
_DESEA = (
    r"(?:dese(?:a|an|amos|aría|arían|aríamos)|quisier(?:a|an)|quisiéramos|quier(?:e|en)|queremos|"
    r"no puede(?:n)? sino|debe(?:n|mos)?)"
)
_SOFT = {"c": "ç", "g": "ge"}


def french(*verbs: str) -> tuple[str, ...]:
    """Return patterns for verbs in -er, told by their infinitives; "é" may become "è" in them."""
    stems = [verb.removesuffix("er") for verb in verbs]
    joined = "|".join(stems)
    return (
        *(_french(stem) for stem in stems),
        rf"{_HAVE}(?:{joined})é",
        rf"{_WISH} (?:{joined})er",
    )


def spanish(*verbs: str) -> tuple[str, ...]:
    """Return patterns for verbs in -ar, -er and -ir, told by their infinitives.

    A second stem stands behind a bar: "recomendar|recomiend"; a word that follows, behind it.
    """
    parts = [_in_parts(verb) for verb in verbs]
    done = "|".join(f"{stem}{_DONE[vowel]}{word}" for stem, vowel, _, word in parts)
    plain = "|".join(f"{stem}{vowel}r{word}" for stem, vowel, _, word in parts)
    return (
        *(_spanish(*part) for part in parts),
        rf"{_HA}(?:{done})",
        rf"{_DESEA} (?:{plain})",
    )


_DONE = {"a": "ado", "e": "ido", "i": "ido"}


def _french(stem: str) -> str:
    weak = re.sub(r"é(?=[^\Waeiouyé]+$)", "[éè]", stem)
    ours = stem[:-1] + _SOFT[stem[-1]] if stem[-1] in _SOFT else stem
    double = rf"|{stem}{stem[-1]}(?:e|ent|era|eront|erons)" if stem[-2:] in ("el", "et") else ""
    return (
        rf"(?:{weak}(?:e|ent|era|eront|erons|erait|eraient|erions)|{ours}(?:ons|ait|aient){double})"
    )


def _in_parts(verb: str) -> tuple[str, str, str, str]:
    """Return a verb's stem, its vowel, all its stems as a pattern, and what follows it."""
    forms, space, word = verb.partition(" ")
    first, *others = forms.split("|")
    stem = first[:-2]
    return stem, first[-2], "|".join((stem, *others)), f"{space}{word}"


def _spanish(stem: str, vowel: str, stems: str, word: str) -> str:
    now = "a|an" if vowel == "a" else "e|en"
    past = "ó|aron|aba|aban" if vowel == "a" else "ió|ieron|ía|ían"
    return (
        rf"(?:(?:{stems})(?:{now})|{stem}(?:{vowel}mos|{past}|"
        rf"{vowel}r(?:á|án|emos|ía|ían|íamos))){word}"
    )
