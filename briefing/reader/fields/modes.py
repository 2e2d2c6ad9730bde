"""How one can be at an event: online, in person or both, as lines, labels and sentences say it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum

from briefing.model import Mode
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue, small
from briefing.reader.fields import mode_words
from briefing.reader.fields.spelled import apart, grouped
from briefing.reader.lines import Span
from briefing.reader.vocabulary import EVENT_NOUN, any_of


class Sign(Enum):
    """What some words say of it, the most telling first."""

    HERE_ONLY = "here only"
    BOTH = "both"
    CAST = "cast"
    """It can be seen from elsewhere besides."""
    CHANNEL = "channel"
    KIND = "kind"
    """It is of a sort that is nowhere else."""
    PRESENT = "present"


Signs = dict[Sign, Candidate[Mode]]


def mode_of_line(line: str) -> tuple[Mode, str] | None:
    """Return the mode that a whole line gives, with the place that it names beside it."""
    found = _LINE.fullmatch(line)
    if found:
        place = (found["place"] or "").strip()
        other = _PLACE_AND_ONLINE.fullmatch(place)
        if found["hybrid"] is not None:
            return Mode.HYBRID, other["place"].strip() if other else place
        return (Mode.ONLINE, "") if found["online"] is not None else (Mode.IN_PERSON, place)
    both = _PLACE_AND_ONLINE.fullmatch(line)
    return (Mode.HYBRID, both["place"].strip()) if both and not line.endswith(".") else None


def modes(text: str, span: Span) -> Iterator[Candidate[Mode]]:
    """Yield what running words say of how one can be there, the most telling first."""
    found = signs(text, (span,))
    yield from (found[sign] for sign in Sign if sign in found)


def signs(text: str, spans: Iterable[Span]) -> Signs:
    """Return the first words of each sort in some stretches, those of other things left out."""
    found: Signs = {}
    for span in spans:
        if not _ANY.search(small(span.words(text))) or _APART.search(text, span.start, span.end):
            continue
        if text[span.end - 1 : span.end] == "?":
            denied = _DENIED.match(text, span.end)
            if denied is not None and _ASKED.search(text, span.start, span.end):
                found[Sign.HERE_ONLY] = Candidate(
                    value=Mode.IN_PERSON, start=span.start, end=denied.end(), rule="mode.words",
                    confidence=0.7,
                )  # fmt: skip
            continue
        for sign, pattern in _PATTERNS.items():
            match = None if sign in found else pattern.search(text, span.start, span.end)
            if match is not None:
                found[sign] = Candidate(
                    value=_MEANS[sign], start=match.start(), end=match.end(), rule="mode.words",
                    confidence=0.7,
                )  # fmt: skip
                if sign is Sign.HERE_ONLY:
                    break
    return found


_DENIED = re.compile(r"\s{1,3}(?:no|nein|non|nei)(?!\w)", re.IGNORECASE)
_ASKED = re.compile(
    r"stream|webcast|online|zoom|webex|teams|remote|hybrid|strøm|übertrag|transmi|broadcast|link|"
    r"en ligne|en línea|distance",
    re.IGNORECASE,
)
"""What one asks for who can't come; "no" behind it says that one has to be there."""


def weighed(found: Signs, *, has_place: bool) -> Candidate[Mode] | None:
    """Return what signs come to, for an event that has a place or none that is known."""
    here_only, both = found.get(Sign.HERE_ONLY), found.get(Sign.BOTH)
    if here_only is not None or both is not None:
        return here_only or both
    cast, channel = found.get(Sign.CAST), found.get(Sign.CHANNEL)
    present = found.get(Sign.PRESENT)
    if has_place or present is not None:
        return _as(cast or channel, Mode.HYBRID) or present
    return found.get(Sign.KIND) or channel or cast


def implied_by(words: str) -> re.Match[str] | None:
    """Return where words behind a place say that one can be there from elsewhere besides."""
    start = max(0, len(words) - _LONGEST_TAIL)
    may_say_so = _ANY.search(small(words[start:])) is not None
    return (_TAIL if may_say_so else _NO_TAIL).search(words, start)


def is_online_tail(words: str) -> bool:
    """Return whether what stands behind a place says more than that it is there."""
    return bool(_ONLINE_TAIL.search(words))


# Below ------------------------------------------------------------------------------------------

_ONLINE, _HERE, _HYBRID = mode_words.ONLINE, mode_words.HERE, mode_words.HYBRID

_LINE = re.compile(
    rf"[(\[]?(?:(?:an? )?(?P<hybrid>{_HYBRID})|(?P<online>{_ONLINE})|(?P<here>{_HERE}))"
    rf"(?: (?:{EVENT_NOUN}|format|(?:via|over|through|on|per|par|por|auf|über) "
    rf"(?:{mode_words.TOOL}|{mode_words.CAST})|"
    r"via [\w ]{2,30}|only|event|"
    r"uniquement|seulement|participation|attendance|veranstaltung))?"
    rf"(?:\s?/\s?(?:{_ONLINE}|{_HERE})(?: only)?)?"
    r"(?:(?:\s*[(,–-]|(?<=only):)\s*(?P<place>[^()]{2,80}?)\)?)?[.:)\]]{0,2}",
    re.IGNORECASE,
)
_PLACE_AND_ONLINE = re.compile(
    r"(?P<place>[^():]{2,80}?)(?:\s*[,;])?\s+(?:and|&|og|y|et|und|or|/|\+)\s+(?:also |live |on |"
    rf"im |via |in |par |por )?(?:{_ONLINE})(?:\s(?:via|on)\s\w+|\s\([\w ]{{3,20}}\))?\W*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:(?<!\w)|(?!\w))"
    r"(?:\s*+[,;/&+]?+\s*+(?:and|og|y|et|or|und|sowie)?+\s*+"
    rf"(?:(?:also )?(?:im |in )?(?:{grouped(apart(_ONLINE))})"
    rf"(?:\s+(?:via|on)\s+\w+|\s\([\w ]{{3,20}}\))?|(?:via |on |im )?live-?\s?stream(?:ed)?|"
    rf"webcast|(?:via|on|over)\s+(?:zoom|(?:ms\s)?teams|(?:microsoft\s)teams|webex)|direkte?(?:sendt|"
    rf"strømmet)(?:\s+på\s+nett)?|strømming|en direct|(?:re)?transmisión(?:\s+en\s+(?:línea|vivo|"
    rf"directo))?|(?:no|without) remote (?:participation|connection|access)))?\s*"
    rf"(?:[(,–-]\s*(?:{_HYBRID}|{_HERE})(?: (?:format|event|meeting))?\s*\)?)?[.\s]*$",
    re.IGNORECASE,
)
_LONGEST_TAIL = 120
"""Code points, more than all that a tail says."""
_NO_TAIL = re.compile(r"[.\s]*$")
_ONLINE_TAIL = re.compile(
    rf"(?<!no )(?<!without )(?:{_ONLINE}|{_HYBRID}|stream|strøm|sendt|webcast|direct|transmis)",
    re.IGNORECASE,
)

_MEANS = {
    Sign.HERE_ONLY: Mode.IN_PERSON,
    Sign.BOTH: Mode.HYBRID,
    Sign.CAST: Mode.HYBRID,
    Sign.CHANNEL: Mode.ONLINE,
    Sign.KIND: Mode.ONLINE,
    Sign.PRESENT: Mode.IN_PERSON,
}
_WORDS = {
    Sign.HERE_ONLY: mode_words.HERE_ONLY,
    Sign.BOTH: mode_words.BOTH,
    Sign.CAST: mode_words.STREAMED,
    Sign.CHANNEL: mode_words.CHANNEL,
    Sign.KIND: mode_words.KIND,
    Sign.PRESENT: mode_words.PRESENT,
}
_PATTERNS = {sign: Cue(any_of(*words)) for sign, words in _WORDS.items()}
_ANY = re.compile(
    grouped(
        [
            r"online",
            r"on-line",
            r"virtu",
            r"digital",
            r"remote",
            r"zoom",
            r"teams",
            r"webex",
            r"web",
            r"stream",
            r"strøm",
            r"live",
            r"hybrid",
            r"híbrid",
            r"comodal",
            r"bimodal",
            r"person",
            r"presenci",
            r"présen",
            r"präsen",
            r"presence",
            r"vor ort",
            r"fysisk",
            r"distan",
            r"video",
            r"visio",
            r"nett",
            r"ligne",
            r"línea",
            r"transmi",
            r"broadcast",
            r"cast",
            r"überføres",
            r"overføres",
            r"übertrag",
            r"sendt",
            r"room",
            r"salle",
            r"salen",
            r"stedet",
            r"bigblue",
            r"big blue",
            r"meet",
            r"jitsi",
            r"whereby",
            r"interprefy",
            r"kudo",
            r"hopin",
            r"crowdcast",
            r"skype",
            r"link",
            r"lien",
            r"enlace",
            r"lenke",
            r"dial",
            r"einwahl",
            r"zugang",
            r"offic",
            r"premis",
            r"headquarter",
            r"räumen",
            r"locaux",
            r"lokaler",
            r"sede",
            r"oficina",
            r"chez nous",
            r"badge",
            r"pass",
            r"lunch",
            r"breakfast",
            r"frokost",
            r"lunsj",
            r"kaffe",
            r"coffee",
            r"refreshment",
            r"reception",
            r"drinks",
            r"servi",
            r"buffet",
            r"cocktail",
            r"wein",
            r"umtrunk",
            r"empfang",
            r"honor",
            r"dinner",
            r"snack",
            r"sandwich",
            r"canap",
            r"apér",
            r"doors",
            r"einlass",
            r"åpner",
            r"portes",
            r"photo id",
            r"cloakroom",
            r"limit",
            r"wheelchair",
            r"step-free",
            r"aforo",
            r"parking",
            r"channel",
            r"chaîne",
            r"sur place",
            r"residence",
            r"campus",
            r"follow",
            r"in situ",
            r"on-?site",
            r"face",
        ]
    )
)
"""The roots of all that follows in small letters: most sentences are passed over at once."""
_APART = Cue(any_of(*mode_words.APART))


def _as(found: Candidate[Mode] | None, mode: Mode) -> Candidate[Mode] | None:
    return None if found is None else replace(found, value=mode)
