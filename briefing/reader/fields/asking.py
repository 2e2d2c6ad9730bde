"""What a sentence asks for, where one asks anything: to register, to send a paper, to nominate."""

import re
from collections.abc import Iterator

from briefing.reader.cues import Cue
from briefing.reader.fields import deadline_words
from briefing.reader.fields.deadline_words import Asked
from briefing.reader.fields.spelled import apart, grouped
from briefing.reader.lines import Span

_LONGEST_SENTENCE = 400
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b[A-Za-z]\.)[)\"”’]?\s+(?=[A-Z¿¡“\"(])|\n")


def sentence(text: str, within: Span, at: int, behind: int) -> Span:
    """Return the sentence around some words, never beyond its line."""
    begin = max(within.start, at - _LONGEST_SENTENCE)
    begin = max(begin, text.rfind("\n", begin, at) + 1)
    breaks = [match.end() for match in _SENTENCE_END.finditer(text, begin, at)]
    furthest = min(within.end, behind + _LONGEST_SENTENCE)
    found = _SENTENCE_END.search(text, behind, furthest)
    return Span((breaks or [begin])[-1], found.start() if found else furthest)


def asked_around(text: str, told: Span, date: Span, clause: int) -> Asked | None:
    """Return what is asked for: told before a day, else behind it, else by the line's label.

    `clause` is where the words begin that are about this day and not about one before it.
    """
    before = asked_before(text, told.start, date.start, clause)
    match = None if before else _KIND.search(text, date.end, told.end) or _label(text, told.start)
    return _named(match) if match else before


def asked_before(text: str, first: int, at: int, clause: int = 0) -> Asked | None:
    """Return what the nearest words before an offset ask for.

    A badge, a letter or a reduced fee in the same words outranks the registering for it.
    """
    near = _asked_between(text, max(first, clause, text.rfind(";", first, at) + 1), at)
    return near or _asked_between(text, first, at)


def every(text: str, start: int, end: int, asked: Asked) -> Iterator[re.Match[str]]:
    """Yield the words between two offsets that ask for one thing."""
    return (match for match in _KIND.finditer(text, start, end) if _named(match) is asked)


def is_of_a_post(text: str, told: Span, at: int) -> bool:
    """Return whether what one applies for until then is a post: "Programme officer. Apply by"."""
    if not _APPLY.search(text, told.start, at):
        return False
    line = max(text.rfind("\n", 0, at) + 1, at - _LONGEST_SENTENCE)
    return _POST.search(text, line, at) is not None


def is_of_a_price(text: str, told: Span, at: int) -> bool:
    """Return whether what holds until then is a price: "Tickets: 40 EUR until 1 May"."""
    return _PRICE.search(text, told.start, at) is not None


def is_taken_back(text: str, told: Span, at: int) -> bool:
    """Return whether one may change one's mind until then: "Cancel your registration by 1 May"."""
    return _TAKEN_BACK.search(text, told.start, at) is not None


def is_told_of_the_past(sentence: str) -> bool:
    """Return whether a sentence tells what was done, and asks for nothing."""
    told = _FORMER.sub("", sentence)
    return bool(_PAST.search(told)) and not _ASKED_NOW.search(told)


_FORMER = re.compile(r"\((?:was|were|previously|formerly|originally|instead)[^()]{0,60}\)")
"""What an aside says of a day that holds no more."""


_ASKING = {
    asked: grouped(apart(words)) for asked in Asked if (words := deadline_words.asking(asked))
}
_KIND = Cue(
    r"\b(?=\w)(?:"
    + "|".join(rf"(?P<{asked.name}>(?:{words})(?!\w))" for asked, words in _ASKING.items())
    + ")",
)
_OUTRANK = frozenset({Asked.PASS, Asked.VISA, Asked.HOTEL, Asked.EARLY, Asked.NOMINATION})
_OUTRANK |= {Asked.FLOOR, Asked.GRANT}
_HOW = re.compile(r"(?:be |are )?submi|soumet|env[ií]o de", re.IGNORECASE)
"""Words that only tell that something is sent: "applications must be submitted"."""
_APPLY = Cue(r"\b(?:appl(?:y|ications?)|candidat\w+|bewerb\w+|søknad\w*|solicitud\w*)")
_POST = Cue(
    r"\b(?:vacanc(?:y|ies)|internships?|job|posts?|positions?|stilling(?:er)?|stelle(?:n|nangebote)?"
    r"|empleo|poste"
    r"|(?:programme|project|communications?|research|policy|desk|liaison|legal|associate|senior"
    r"|junior|executive) (?:officer|assistant|associate|coordinator|manager|analyst|intern))\b",
)
_PRICE = re.compile(r"(?:\d\s?(?:€|EUR|USD|GBP|CHF|NOK|SEK|DKK|kr)|[€$£]\s?\d)[^.;\n]{0,30}$")
_TAKEN_BACK = re.compile(
    r"\b(?:cancel(?:lations?|ling)?|withdraw\w*|refund\w*|avmeld\w*|avbestill\w*|annul\w+"
    r"|désist\w+|storn\w+|abmeld\w+|cancela\w+|reembols\w+)\b",
    re.IGNORECASE,
)
_PAST = Cue(
    r"\b(?:was|were|had|has been|launched|issued|received|produced|adopted|took place)\b",
)
_ASKED_NOW = Cue(
    r"\b(?:please|kindly|must|should|can|(?<!\d\s)may|will|extended"
    r"|are (?:requested|invited|asked|welcome))\b",
)


def _asked_between(text: str, first: int, at: int) -> Asked | None:
    before = list(_KIND.finditer(text, first, at))
    told = [match for match in before if not _HOW.match(match.group())] or before
    asked = [_named(match) for match in told]
    special = [one for one in asked if one in _OUTRANK]
    return next(iter((special or asked)[-1:]), None)


def _label(text: str, before: int) -> re.Match[str] | None:
    """Return the label of the line: "Registration:"."""
    furthest = max(0, before - _LONGEST_SENTENCE)
    match = _KIND.match(text, text.rfind("\n", furthest, before) + 1, before)
    return match if match and text[match.end() : match.end() + 2].lstrip()[:1] == ":" else None


def _named(match: re.Match[str]) -> Asked:
    assert match.lastgroup is not None
    return Asked[match.lastgroup]


HAPPENS_THEN = Cue(
    r"\b(?:opens?|sent|shared|e-?mailed|receive|link|arrive|doors|starts?|begins?|envoyée?s?"
    r"|transmise?s?|communiquée?s?|lien|rec(?:ev|oi)\w+|ouvr\w+|verschickt|versandt|zugesandt"
    r"|übermittelt|erhalten|öffn\w+|envi(?:ad[oa]s?|ará\w*|aremos)|recibir\w*|enlace|abr(?:e|irá)\w*"
    r"|sendes|(?:til)?sendt|lenken?|åpner)\b"
)
"""Words of what happens then, and need not be done by then."""
