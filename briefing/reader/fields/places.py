"""Where an event is: on a line, behind a label or a day, in a sentence."""

import re
from functools import cache

from briefing.gazetteer import tables
from briefing.model import Mode
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import days, modes, place_forms, sites, times
from briefing.reader.fields.person_words import HONORIFIC
from briefing.reader.lines import Span
from briefing.reader.vocabulary import any_of

_NOTE = re.compile(
    r"\s*\((?=[^()]*(?:pass|badge|registration|access|tbc|tba|confirmed|organi[sz]ed|hosted|"
    r"organisée?|veranstalte|arrangere|organizad|doors|entrance|einlass))[^()]{2,80}\)$",
    re.IGNORECASE,
)
"""What a bracket behind a place says of something else."""


_FURTHER_SENTENCE = re.compile(r"(?<=[a-z\d)]{3})\.\s+(?=[A-ZÀ-Þ][\w’']*(?: [\w’',-]+){2})")
"""What a label's value goes on with: "... New York. Lunch will be provided"."""


def venue_in(text: str, span: Span) -> tuple[Candidate[str] | None, Mode | None]:
    """Return the physical place that a labelled value gives, and the mode that it implies."""
    further = _FURTHER_SENTENCE.search(text, span.start, span.end)
    words = text[span.start : further.start() if further else span.end]
    whole = modes.mode_of_line(words.strip(" ."))
    if whole is not None and not whole[1]:
        return None, whole[0]
    tail = modes.implied_by(words)
    cut = words[: tail.start()] if tail else words
    is_hybrid = bool(tail and modes.is_online_tail(tail.group()))
    if further is not None:
        said = modes.signs(text, (Span(further.end(), span.end),))
        is_hybrid = is_hybrid or modes.Sign.BOTH in said or modes.Sign.CAST in said
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


def without_note(words: str) -> str:
    """Return a place without a bracket that tells something else: "(organised by ...)"."""
    return _NOTE.sub("", words) if words.endswith(")") else words


_NEXT_SENTENCE = re.compile(r"(?<=[^\W_]{2})\.\s+(?=[A-ZÀ-Þ][\w’']+ )")
_TOWN_IN_REGION = re.compile(r"[A-ZÀ-Þ][\w’'-]+, [A-ZÀ-Þ][\w’'-]+")


def before_sentences(words: str) -> str:
    """Return the place that a line begins with before it goes on: "Net House, Oslo. Free."."""
    further = _NEXT_SENTENCE.search(words) if ". " in words else None
    return words[: further.start()] if further else words


def is_place_before_sentences(words: str) -> bool:
    """Return whether a line begins with a place and goes on with a sentence."""
    head = before_sentences(words)
    if head == words or "?" in head or _SOMEBODY.match(head):
        return False
    return (
        is_site(head)
        or ("," in head and is_likely_place(head))
        or _TOWN_IN_REGION.fullmatch(head) is not None
    )


def is_place_line(line: str) -> bool:
    """Return whether a line has the form of a place: "Tbilisi, Georgia", "Room 4, 12 Quay St"."""
    if "?" in line:
        return False
    if place_forms.is_surely_place(_sorts(line)):
        return True
    if len(line) <= _LONGEST_PLACE and _CITY_COUNTRY.fullmatch(line) is not None:
        is_list = " and " in line and not is_known_place(line)
        is_list = is_list or place_forms.is_perhaps_somebody(_sorts(line))
        return _SOMEBODY.match(line) is None and not is_list
    if _NEW_SENTENCE.search(line):
        return False
    parts = line.rstrip(".").split(", ")
    if len(line) <= _LONGEST_PLACE and any(_WHOLE_ROOM.fullmatch(part) for part in parts):
        return all(part[:1].isupper() or part[:1].isdigit() for part in parts)
    is_address = len(line) <= _LONGEST_ADDRESS and bool(_BUILDING.search(line))
    return is_address and len(parts) >= 2 and any(map(is_place_name, parts[-2:]))


def is_likely_place(line: str) -> bool:
    """Return whether a line is a place where it stands beside a day: "Visitors' Lobby"."""
    return _SOMEBODY.match(line) is None and place_forms.is_likely_place(_sorts(line))


def is_place_part(line: str) -> bool:
    """Return whether a line goes on with the place of the line above: "12 Quay Street"."""
    found = _sorts(line)
    return bool(found) and (place_forms.is_surely_place(found) or is_likely_place(line))


def is_site(line: str) -> bool:
    """Return whether a line is a room, a house in a town or an address, not a town alone."""
    return place_forms.is_surely_place(_sorts(line))


def is_town(words: str) -> bool:
    """Return whether words name no more than a town or a country: "Lima, Peru"."""
    found = set(_sorts(words))
    return found == {place_forms.Sort.TOWN} and not _BUILDING.search(words)


def is_town_in_country(line: str) -> bool:
    """Return whether a line is a town with its country, and nothing else: "Tallinn, Estonia"."""
    return "," in line and is_town(line)


def _sorts(line: str) -> list[place_forms.Sort]:
    tail = modes.implied_by(line)
    return place_forms.sorts(line[: tail.start()] if tail else line, _is_town)


def _is_town(words: str) -> bool:
    return is_place_name(words) or sites.is_country(words)


_SOMEBODY = re.compile(HONORIFIC)
_NEW_SENTENCE = re.compile(r"[a-z]{3}\.\s[A-Z]")
_LONGEST_PLACE, _LONGEST_ADDRESS = 80, 140


def is_room(words: str) -> bool:
    """Return whether words are a room, hall or floor: "Conference Room 4"."""
    return _WHOLE_ROOM.fullmatch(words) is not None or _CHAMBER.fullmatch(words) is not None


_CHAMBER = re.compile(r"(?:[A-Z][\w’'-]+ ){1,5}(?:Chamber|Hall|Room|Auditorium|Building)")


def place_in(text: str, span: Span, rest: str) -> Candidate[str] | None:
    """Return the place that the rest of a date line ends with: "3 May - Workshop in Lima, Peru"."""
    parts = [part.strip(" ,;:()–—-") for part in _PARTS.split(rest)]
    likely = [part for part in parts if is_likely_place(part)]
    named = (
        likely
        or _suffixes(rest)
        or [part for part in parts if is_place_line(part) or is_place_name(part)]
    )
    found = [match.group() for match in _CITY_COUNTRY.finditer(rest)]
    known = [part for part in parts if is_known_place(part)]
    led = [part[at.end() :] for part in parts if (at := _LEADS_TO_PLACE.search(part))]
    led = [part for part in led if part[:1].isupper() and is_known_place(part)]
    words = next(iter((*named[-1:], *led[-1:], *_suffixes(rest), *found[-1:], *known[-1:])), "")
    start = text.find(words, span.start, span.end) if words else -1
    if start < 0:
        return None
    tail = modes.implied_by(words)
    words = _NOT_OF_PLACE.sub("", words[: tail.start()] if tail else words)
    start = text.find(words, start, span.end)
    return Candidate(
        value=words, start=start, end=start + len(words), rule="venue.date-line", confidence=0.75
    )


def _suffixes(rest: str) -> list[str]:
    """Return the longest place that a line ends with: "doors at 6, Net House, Oslo"."""
    parts = rest.rstrip(" .").split(", ")
    ends = (", ".join(parts[n:]).strip() for n in range(1, len(parts)))
    return [end for end in ends if end[:1].isupper() and is_site(end)][:1]


_PARTS = re.compile(r"[|·•\t]|\s{2,}|,\s,")
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
    if (
        not words
        or not words[0].isupper()
        or modes.mode_of_line(words) is not None
        or len(words) > 120
    ):
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
    r"(?<!\w)(?:at|in|i|en|på|à|au|im|am|à la|à l['’]|in der|en el|en la|hos|chez|bei|bei der|beim|"
    r"in den|in die|ins|auf dem|auf der|ved|dans|dans la|dans le|inside|within)\s+"
    r"(?P<place>(?:the\s)?(?:\d{1,4}[A-Za-z]?\s(?=[A-Z]))?(?:[^\W\d_a-z][\w'’.-]*)(?:,?\s(?:(?:of|de|del|la|des|du|and|for|the)\s){0,2}(?:[^\W\d_a-z][\w'’.-]*|\d{1,4}(?:st|nd|rd|th)?(?=[,.]|\s[A-Z])"
    r"|(?:gate|gata|vei|veien|plass|allé)(?=\s\d)|(?:rue|calle|avenue|via)(?=\s)"
    r"|\d{1,4}[A-Za-z]?(?=\s(?:i|in|à|en)\s[A-Z])))*)"
)
_MEETS = Cue(
    any_of(
        r"(?:take|takes|took|taking|held|host(?:s|ed)?|runs?|meets?|met|convenes?|gathers?)",
        r"join us", r"invit\w+", r"finner sted", r"tendrá lugar", r"se celebrará", r"aura lieu",
        r"findet", "venue", r"lädt", r"\w*møtet?",
        r"begrüß\w+", r"doing", r"hosting", r"organi[sz](?:es|ing|ed)", r"se tiendra", r"se tient",
        r"(?:talk|event|meeting|seminar|workshop|conference|lecture|panel|discussion|reception) "
        r"(?:is|will be)", r"avholdes", r"holdes", r"arrangeres", r"acogerá", r"invita\w*",
        r"stattfinden",
    ),
)  # fmt: skip


_EARLIER = Cue(
    any_of(
        r"(?:previous|last|earlier|first|former|preceding) (?:\w+ ){0,2}(?:workshop|edition|"
        r"meeting|"
        r"conference|session|seminar|forum|event|symposium|dialogue|summit|round)s?,?"
        r" (?:was|were|took|which|held|in|met)",
        r"(?:after|since|following) (?:our|the|last|its) (?:20\d\d |\w+ ){0,3}?(?:meeting|event|"
        r"conference|workshop|edition|session|seminar)",
        "ble sist arrangert", "fand", "took place", "tuvo lugar", "a eu lieu", "ont eu lieu",
    ),
)  # fmt: skip
"""A sentence with these tells where an earlier event was."""


def place_in_sentence(text: str, sentence: Span) -> Candidate[str] | None:
    """Return the place in a sentence that says when or that something is held."""
    if _EARLIER.search(text, sentence.start, sentence.end):
        return None
    dated = days.find(text, sentence.start, sentence.end)
    if not dated and not _MEETS.search(text, sentence.start, sentence.end):
        return None
    for found in _AT_PLACE.finditer(text, sentence.start, sentence.end):
        words = found["place"].rstrip(" .,")
        whole = _address(text, found.start("place"), sentence.end)
        words = whole if len(whole) > len(words) else words
        near = any(
            0 <= found.start() - d.end <= 60 or 0 <= d.start - found.end() <= 6 for d in dated
        )
        is_place = is_known_place(words) or bool(_BUILDING.search(words)) or is_site(words)
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


_LONGEST_ADDRESS_PART = 200


def _address(text: str, start: int, stop: int) -> str:
    """Return the parts of a place that begins there, up to a full address; empty if it is none."""
    taken: list[str] = []
    for part in text[start : min(stop, start + _LONGEST_ADDRESS_PART)].rstrip(" .").split(", "):
        sort = place_forms.sort_of(part.strip(), _is_town)
        if sort is place_forms.Sort.NONE or (taken and sort is place_forms.Sort.NAMED):
            break
        taken.append(part)
    words = ", ".join(taken)
    return words if taken and is_site(words) else ""


_ROOM = (
    r"(?:(?:Conference |Meeting |Committee )?(?:Room|Hall|Chamber|Auditorium|"
    r"Building(?=\s[A-Z0-9]{1,3}(?!\w)))|[Ss]alle|Saal|Raum|[Ss]ala|[Rr]om|[Mm]øterom)\s[A-Z0-9][\w./-]*(?:\s[A-Z0-9][\w./-]*)?"
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


_BUILDING = Cue(
    any_of(
        "room", "hall", "house", "building", "cent(?:re|er)", "hotel", "headquarters", "palace",
        "palais", "auditorium", "library", "university", "campus",
        "plaza", "street", "avenue", "foundry", "theat(?:re|er)", "museum", "castle", "embassy",
        "mission", "maison", "haus", "huset", "institute", "club", "residence",
    ),
)  # fmt: skip
