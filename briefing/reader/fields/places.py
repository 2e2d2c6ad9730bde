"""Where and how: mode and venue."""

import re
from collections.abc import Iterator
from functools import cache

from briefing.gazetteer import tables
from briefing.model import Mode
from briefing.reader.candidate import Candidate
from briefing.reader.fields import days, sites, times
from briefing.reader.fields.person_words import HONORIFIC
from briefing.reader.lines import Span
from briefing.reader.vocabulary import EVENT_NOUN, any_of

_ONLINE_WORD = (
    r"online|on-line|virtual(?:ly|mente)?|digital(?:t|ly)?|remote|en línea|en ligne|en virtuel|"
    r"zoom|(?:ms )?teams|webex|webinar"
)
_HERE_WORD = (
    r"in[- ]person|on-?site|physical(?:ly)?|face[- ]to[- ]face|presencial|fysisk|en présentiel|"
    r"präsenz|vor ort"
)
_HYBRID_WORD = r"hybrid(?:t|e)?|híbrid[oa]"

_MODE_LINE = re.compile(
    rf"(?:(?:an? )?(?P<hybrid>{_HYBRID_WORD})|(?P<online>{_ONLINE_WORD})|(?P<here>{_HERE_WORD}))"
    rf"(?: (?:{EVENT_NOUN}|format|via zoom|on zoom|"
    rf"only))?(?:\s*[(,–-]\s*(?P<place>[^()]{{2,80}}?)\)?)?[.:]?",
    re.IGNORECASE,
)
_PLACE_AND_ONLINE = re.compile(
    rf"(?P<place>[^():]{{2,80}}?)(?:\s*[,;])?\s+(?:and|&|og|y|et|und|/|\+)\s+(?:{_ONLINE_WORD})\W*",
    re.IGNORECASE,
)
_IN_PROSE: tuple[tuple[re.Pattern[str], Mode, str, float], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), mode, rule, confidence)
    for pattern, mode, rule, confidence in (
        (
            any_of(
                rf"(?:{_HYBRID_WORD}) (?:event|format|meeting|session|conference|seminar|"
                rf"workshop|mode)",
                rf"(?:{_HERE_WORD}) (?:and|or|as well as) (?:{_ONLINE_WORD})",
                rf"(?:{_ONLINE_WORD}) (?:and|or|as well as) (?:{_HERE_WORD})",
                r"remote participa(?:nts|tion) (?:is|are|will be) (?:welcome|possible|"
                r"available|provided|offered)",
                r"(?:also )?be (?:live-?)?streamed", r"strømmes(?! ikke)", r"overføres direkte",
                r"online participation",
                r"can (?:also )?be followed (?:online|live|remotely)",
                rf"(?:,|and|or|as well as|also|et|y|og|und|ou|o) (?:also )?(?:{_ONLINE_WORD})",
                r"(?:and|or|also|or join|and join|et|y|og|und) (?:(?:live |remotely )?(?:via|on|"
                r"over|by|por|på|per|sur|über)) (?:zoom|(?:microsoft |ms )?teams|webex|live-?stream"
                r"|youtube|un web ?tv)",
                r"(?:webcast|broadcast) live", r"live webcast", r"direkte?(?:sendt|strømm\w*)",
                r"(?:connect|join|follow|attend|participate)(?: us| the \w+)? (?:online|remotely)",
                r"retransmis\w* en (?:direct|ligne)", r"live übertragen", r"en streaming",
                r"transmitid[oa] en (?:vivo|directo)",
            ),
            Mode.HYBRID, "mode.words", 0.7,
        ),
        (
            any_of(
                r"(?:take|takes|taking|held|place|meet|conducted) (?:fully |"
                r"entirely )?(?:online|virtually)",
                r"(?:online|virtual|on-line) (?:\w+ )?(?:event|webinar|meeting|conference|"
                r"workshop|seminar|session|discussion|dialogue|consultation)",
                r"virtual,? (?:por|via|over|on) zoom",
                r"(?:via|on|over|by|por|på) (?:zoom|(?:microsoft |ms )?teams|webex)",
                r"(?:zoom|webinar|meeting|webex|teams|joining) (?:link|details|id)",
                r"link (?:to join|will be|is) .{0,30}(?:sent|shared|e-?mailed|provided|follow)",
                r"live-?stream(?:ed)? (?:link|on)",
                rf"(?:{EVENT_NOUN}) (?:en ligne|en línea|på nett|online)",
                r"webinars?", r"webinarios?", r"seminario virtual", r"webinaire", r"nettseminar",
            ),
            Mode.ONLINE, "mode.words", 0.7,
        ),
        (
            any_of(
                r"in[- ]person (?:event|meeting|only|attendance)", r"strømmes ikke",
                r"will not be (?:live-?)?streamed",
                r"(?:enkel |lett )?(?:frokost|lunsj) (?:blir )?server\w+", r"blir servert",
                r"no (?:zoom|livestream|live stream|remote participation|online participation)",
                r"(?:buffet|cocktail|café|repas) sera (?:servi|offert)", r"ne sera pas retransmis",
                r"se servirá", r"bring (?:your |a |photo )?(?:badge|ID)",
                r"(?:light )?(?:breakfast|lunch|refreshments|reception|"
                r"drinks) will be (?:served|provided|offered)",
            ),
            Mode.IN_PERSON, "mode.words", 0.6,
        ),
    )
)  # fmt: skip


def mode_of_line(line: str) -> tuple[Mode, str] | None:
    """Return the mode that a whole line gives, with the place that it names beside it."""
    found = _MODE_LINE.fullmatch(line)
    if found:
        place = (found["place"] or "").strip()
        other = _PLACE_AND_ONLINE.fullmatch(place)
        if found["hybrid"] is not None:
            return Mode.HYBRID, other["place"].strip() if other else place
        return (Mode.ONLINE, "") if found["online"] is not None else (Mode.IN_PERSON, place)
    both = _PLACE_AND_ONLINE.fullmatch(line)
    return (Mode.HYBRID, both["place"].strip()) if both and not line.endswith(".") else None


def modes(text: str, span: Span) -> Iterator[Candidate[Mode]]:
    """Yield what running words say of how one can be there."""
    for pattern, mode, rule, confidence in _IN_PROSE:
        found = pattern.search(text, span.start, span.end)
        if found:
            yield Candidate(
                value=mode, start=found.start(), end=found.end(), rule=rule, confidence=confidence
            )


_ONLINE_TAIL = re.compile(
    rf"(?:\s*[,;/&]?\s*(?:and|og|y|et|or)?\s*(?:(?:also )?(?:{_ONLINE_WORD})(?:\s+(?:via|"
    rf"on)\s+zoom)?|(?:via |on )?live-?\s?stream(?:ed)?|webcast|(?:via|on|over)\s+(?:zoom|"
    rf"(?:ms\s)?teams|webex)|direkte?(?:sendt|strømmet)(?:\s+på\s+nett)?|strømming|en direct|"
    rf"(?:re)?transmisión(?:\s+en\s+(?:línea|vivo|directo))?))?\s*"
    rf"(?:[(,–-]\s*(?:{_HYBRID_WORD}|{_HERE_WORD})(?: (?:format|event|meeting))?\s*\)?)?[.\s]*$",
    re.IGNORECASE,
)


_NOTE = re.compile(
    r"\s*\((?=[^()]*(?:pass|badge|registration|access|tbc|tba|confirmed))[^()]{2,80}\)$",
    re.IGNORECASE,
)
"""What a bracket behind a place says of something else."""


def venue_in(text: str, span: Span) -> tuple[Candidate[str] | None, Mode | None]:
    """Return the physical place that a labelled value gives, and the mode that it implies."""
    words = span.words(text)
    whole = mode_of_line(words.strip(" ."))
    if whole is not None and not whole[1]:
        return None, whole[0]
    tail = _ONLINE_TAIL.search(words)
    cut = words[: tail.start()] if tail else words
    is_hybrid = bool(
        tail
        and re.search(
            f"{_ONLINE_WORD}|{_HYBRID_WORD}|stream|strøm|sendt|webcast|direct|transmis",
            tail.group(),
            re.IGNORECASE,
        )
    )
    place = _NOTE.sub("", (whole[1] if whole else cut).strip(" .,;"))
    if not place:
        return None, whole[0] if whole else None
    start = span.start + words.find(place)
    candidate = Candidate(
        value=" ".join(place.split()), start=start, end=start + len(place), rule="venue.label",
        confidence=0.9,
    )  # fmt: skip
    return candidate, whole[0] if whole else Mode.HYBRID if is_hybrid else Mode.IN_PERSON


_CITY_COUNTRY = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.-]+(?: (?:de|del|la|of|da|do|am|an der|[A-ZÀ-Þ][\w'’.-]+)){0,3}),\s?"
    r"(?:[A-ZÀ-Þ][\w'’.-]+(?: (?:of|and|the|"
    r"[A-ZÀ-Þ][\w'’.-]+)){0,4})(?:, ?[A-ZÀ-Þ][\w .'’-]{1,40})?"
)


def is_place_line(line: str) -> bool:
    """Return whether a line has the form of a place: "Tbilisi, Georgia"."""
    if len(line) <= _LONGEST_PLACE and _CITY_COUNTRY.fullmatch(line) is not None:
        is_list = " and " in line and not is_known_place(line)
        return _SOMEBODY.match(line) is None and not is_list
    if _NEW_SENTENCE.search(line):
        return False
    parts = line.rstrip(".").split(", ")
    if len(line) <= _LONGEST_PLACE and any(_WHOLE_ROOM.fullmatch(part) for part in parts):
        return all(part[:1].isupper() or part[:1].isdigit() for part in parts)
    is_address = len(line) <= _LONGEST_ADDRESS and bool(_BUILDING.search(line))
    return is_address and len(parts) >= 2 and any(map(is_place_name, parts[-2:]))


_SOMEBODY = re.compile(HONORIFIC)
_NEW_SENTENCE = re.compile(r"[a-z]{3}\.\s[A-Z]")
_LONGEST_PLACE, _LONGEST_ADDRESS = 80, 140


def is_room(words: str) -> bool:
    """Return whether words are a room, hall or floor: "Conference Room 4"."""
    return _WHOLE_ROOM.fullmatch(words) is not None or _CHAMBER.fullmatch(words) is not None


_CHAMBER = re.compile(r"(?:[A-Z][\w’'-]+ ){1,5}(?:Chamber|Hall|Room|Auditorium|Building)")


def place_in(text: str, span: Span, rest: str) -> Candidate[str] | None:
    """Return the place that the rest of a date line ends with: "3 May - Workshop in Lima, Peru"."""
    parts = [part.strip() for part in re.split(r"[|·•]", rest)]
    named = [part for part in parts if is_place_line(part) or is_place_name(part)]
    found = [match.group() for match in _CITY_COUNTRY.finditer(rest)]
    known = [part for part in parts if is_known_place(part)]
    led = [part[at.end() :] for part in parts if (at := _LEADS_TO_PLACE.search(part))]
    led = [part for part in led if part[:1].isupper() and is_known_place(part)]
    words = next(iter((*named[-1:], *led[-1:], *found[-1:], *known[-1:])), "")
    start = text.find(words, span.start, span.end) if words else -1
    if start < 0:
        return None
    tail = _ONLINE_TAIL.search(words)
    words = _NOT_OF_PLACE.sub("", words[: tail.start()] if tail else words)
    start = text.find(words, start, span.end)
    return Candidate(
        value=words, start=start, end=start + len(words), rule="venue.date-line", confidence=0.75
    )


_LEADS_TO_PLACE = re.compile(
    r"(?:^|\s)(?:at|in|au|à|à la|à l['’]|en|en el|en la|im|in der|i|på)\s(?:the\s)?(?=[A-Z])"
)
_NOT_OF_PLACE = re.compile(r"^(?:[\w ]{0,40}\s)?(?:on|in|at|en|i)\s", re.IGNORECASE)


def is_place_name(line: str) -> bool:
    """Return whether a whole line is the name of a known place, and nothing else."""
    return len(line.split()) <= _LONGEST_PLACE_NAME and line in _place_names()


_LONGEST_PLACE_NAME = 4


@cache
def _place_names() -> frozenset[str]:
    return frozenset(name for place in tables.places() for name in place.names())


def is_known_place(words: str) -> bool:
    """Return whether words name a city or venue of the gazetteer, or a country."""
    site = sites.locate(words)
    return site.zone is not None or site.country is not None or bool(site.rivals)


def place_behind_date(text: str, line: Span, title: Span | None) -> Candidate[str] | None:
    """Return what follows the last date or time of a line: "..., 13:00 CET, Geneva, Room IX".

    Where a title follows, it is the known place at the end of the line.
    """
    dated = days.find(text, line.start, line.end)
    if not dated:
        return None
    clocks = times.find(text, dated[-1].end, line.end, beside_date=True)
    end = clocks[-1].end if clocks else dated[-1].end
    found = _GAP.match(text, end, line.end)
    start = found.end() if found else end
    words = text[start : line.end].rstrip(" .")
    if not words or not words[0].isupper() or mode_of_line(words) is not None or len(words) > 120:
        return None
    if title is not None and title.end > start:
        gap = _GAP.match(text, title.end, line.end)
        start = gap.end() if gap else title.end
        words = text[start : line.end].strip(" .|()")
        if not is_known_place(words):
            return None
    return Candidate(
        value=words, start=start, end=start + len(words), rule="venue.behind-date", confidence=0.75
    )


_GAP = re.compile(r"[\s,;:|()”\"–—-]*")

_AT_PLACE = re.compile(
    r"(?<!\w)(?:at|in|i|en|på|à|au|im|am|à la|à l['’]|in der|en el|en la)\s+"
    r"(?P<place>(?:the\s)?(?:\d{1,4}[A-Za-z]?\s(?=[A-Z]))?(?:[^\W\d_a-z][\w'’.-]*)(?:,?\s(?:(?:of|de|del|la|des|du|and|for|the)\s){0,2}(?:[^\W\d_a-z][\w'’.-]*|\d{1,4}(?:st|nd|rd|th)?(?=[,.]|\s[A-Z])))*)"
)
_MEETS = re.compile(
    any_of(
        r"(?:take|takes|took|taking|held|host(?:s|ed)?|runs?|meets?|met|convenes?|gathers?)",
        r"join us", r"invit\w+", r"finner sted", r"tendrá lugar", r"se celebrará", r"aura lieu",
        r"findet", "venue",
    ),
    re.IGNORECASE,
)  # fmt: skip


def place_in_sentence(text: str, sentence: Span) -> Candidate[str] | None:
    """Return the place in a sentence that says when or that something is held."""
    dated = days.find(text, sentence.start, sentence.end)
    if not dated and not _MEETS.search(text, sentence.start, sentence.end):
        return None
    for found in _AT_PLACE.finditer(text, sentence.start, sentence.end):
        words = found["place"].rstrip(" .,")
        near = any(
            0 <= found.start() - d.end <= 60 or 0 <= d.start - found.end() <= 6 for d in dated
        )
        is_place = is_known_place(words) or bool(_BUILDING.search(words))
        if is_place and (near or _MEETS.search(text, sentence.start, found.start())):
            words = words.removeprefix("the ")
            start = text.index(words, found.start("place"))
            words = _with_room(text, start, start + len(words), sentence.end)
            return Candidate(
                value=words,
                start=start,
                end=start + len(words),
                rule="venue.sentence",
                confidence=0.6,
            )
    return None


_ROOM = (
    r"(?:(?:Conference |Meeting |Committee )?(?:Room|Hall|Chamber|Auditorium|Building)|[Ss]alle|"
    r"Saal|Raum|[Ss]ala|[Rr]om|[Mm]øterom)\s[A-Z0-9][\w./-]*(?:\s[A-Z0-9][\w./-]*)?"
    r"|(?:\d{1,2}(?:st|nd|rd|th)|[Gg]round|[Ff]irst|[Ss]econd|[Tt]hird)\s[Ff]loor"
    r"|\d{1,2}(?:er|e|ème)\sétage|\d{1,2}\.\s(?:etasje|Stock)"
)
_FURTHER = re.compile(
    rf"(?:,?\s(?:in|à|en|i)\s(?=[^\W\d_a-z])|,\s)(?P<more>(?:{_ROOM})|[^\W\d_a-z][\w'’-]+"
    rf"(?:\s[^\W\d_a-z][\w'’-]+){{0,2}})|\s\((?P<inside>[^()\n]{{3,80}})\)"
)
_WHOLE_ROOM = re.compile(_ROOM)
_MOST_PARTS = 3


def _with_room(text: str, start: int, end: int, stop: int) -> str:
    """Return a place with the city, room or address right behind it: "..., Room XXII"."""
    for _ in range(_MOST_PARTS):
        found = _FURTHER.match(text, end, stop)
        if found is None:
            break
        words = found["more"] or found["inside"]
        is_inside = found["inside"] is not None and any(map(str.isdigit, words))
        is_known = is_known_place(words) or _WHOLE_ROOM.match(words) or _BUILDING.search(words)
        if not is_inside and not is_known:
            break
        end = found.end()
    return text[start:end]


_BUILDING = re.compile(
    any_of(
        "room", "hall", "house", "building", "cent(?:re|er)", "hotel", "headquarters", "palace",
        "palais", "auditorium", "library", "university", "campus",
        "plaza", "street", "avenue", "foundry", "theat(?:re|er)", "museum", "castle", "embassy",
        "mission", "maison", "haus", "huset", "institute", "club", "residence",
    ),
    re.IGNORECASE,
)  # fmt: skip
