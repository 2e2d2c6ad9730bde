"""What a note changes beside the time: where it is, through which link."""

import re
from collections.abc import Iterator, Sequence

from briefing.model import Doubt, DoubtKind, Event, Link, Mode
from briefing.reader.amendments.value import Value, of_field
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.differences import plain
from briefing.reader.fields import links, modes, places
from briefing.reader.fields.calendar_words import MONTH, WEEKDAY
from briefing.reader.lines import Span
from briefing.reader.page import Page
from briefing.reader.vocabulary import any_of


def whereabouts(page: Page, sentences: Sequence[Span], held: Event) -> Iterator[Value]:
    """Yield the new place, and how one can be there now."""
    for sentence in sentences:
        but = _BUT.search(page.text, sentence.start, sentence.end)
        ways = (_place, _room) if but else (_room, _place)
        places_told = (way(page.text, sentence, held) for way in ways)
        found = next((one for one in places_told if one is not None), None)
        if but and found is not None and _ROOM.fullmatch(found.value):
            found = _room(page.text, sentence, held) or found
        if found is not None and plain(found.value) != plain(held.venue):
            yield of_field(page, "venue", found.value, found)
            break
    for sentence in sentences:
        how = next(iter(modes.modes(page.text, sentence)), None) or _online(page.text, sentence)
        if (
            how is not None
            and how.value is not held.mode
            and any(p.search(page.text, sentence.start, sentence.end) for p in _HOW_NOW)
        ):
            yield of_field(page, "mode", how.value, how)
            is_only = _ONLY_ONLINE.search(page.text, sentence.start, sentence.end)
            if how.value is Mode.ONLINE and held.venue and is_only:
                yield of_field(page, "venue", "", how)
            break


_MAY_JOIN = Cue(
    r"(?<!\w)(?:may|can|could|also|kan|også|peuvent|pourront|pouvez|können|podrán|pueden|or)\s"
    r"(?:(?:now|also|instead|nå|aussi|auch|también)\s)?"
    r"(?:follow|join|attend|take part|participate|watch|følge|delta|suivre|rejoindre|participer"
    r"|teilnehmen|folgen|zuschalten|seguir|participar|unirse)(?!\w)",
)
"""What says that one need not come."""


_ROOM = re.compile(
    r"(?<!\w)(?P<room>(?:Conference |Committee |Meeting )?(?:[Rr]oom|Rm\.?|[Ss]alle|[Ss]ala"
    r"|Saal|Raum|Rom|Hörsaal|Møterom|Hall|Auditorium|Aula)\s"
    r"(?:No\.? )?(?=[A-ZÀ-Þ\d])(?:[\dIVX][\w.-]{0,8}(?<![.-])(?!\w)|[\w.-]{1,20}(?<![.-])"
    rf"(?:\s(?!(?i:{WEEKDAY}|{MONTH})\b)[A-ZÀ-Þ][\w’'-]{{1,20}}){{0,2}}))"
)


def _room(text: str, sentence: Span, held: Event) -> Candidate[str] | None:
    """Return the held place with another room."""
    but = _BUT.search(text, sentence.start, sentence.end)
    found = list(_ROOM.finditer(text, but.end() if but else sentence.start, sentence.end))
    former = _ROOM.search(held.venue)
    new = [one for one in found if former is None or plain(one["room"]) != plain(former["room"])]
    new = [one for one in new if not _IS_LEFT.match(text, one.end("room"), sentence.end)]
    if not new:
        return None
    room = new[-1] if _FROM_TO.search(text, sentence.start, new[-1].start()) else new[0]
    before = _place_before(text, sentence, room.start())
    if before is not None:
        end = room.end() + (text[room.end() : room.end() + 1] == ")")
        return _named(text[before:end], before, end, "venue.room")
    behind = _place_behind(text, sentence, room.end())
    if behind:
        whole = text[room.start() : behind]
        return _named(whole, room.start(), behind, "venue.room")
    if former is not None:
        place = held.venue[: former.start()] + room["room"] + held.venue[former.end() :]
    else:
        place = ", ".join(part for part in (room["room"], held.venue) if part)
    words = f"“{room['room']}” is taken to be in the same building."
    doubts = (Doubt(kind=DoubtKind.COMPUTED, words=words),) if place != room["room"] else ()
    return Candidate(
        value=place, start=room.start(), end=room.end(), rule="venue.room", confidence=0.7,
        doubts=doubts,
    )  # fmt: skip


_IS_LEFT = re.compile(
    r"\s(?:(?:has|had) been|is|was|are|being|will (?:not )?be|ist|wurde|wird|est|a été|n['’]est|er"
    r"|ble|está|ha sido|no está)\s(?:\w+\s){0,2}(?:double[- ]booked|booked|occupied|taken|closed"
    r"|flooded|unavailable|not available|no longer|under (?:repair|renovation)|belegt|gesperrt"
    r"|nicht"
    r"|doppelt|occupée?|fermée?|plus disponible|indisponible|opptatt|stengt|dobbeltbooket"
    r"|ocupad[ao]|cerrad[ao]|disponible)",
    re.IGNORECASE,
)
"""What is said of a room that something is not in any more."""
_FROM_TO = Cue(r"(?<!\w)(?:from|fra|de|von)(?!\w)")
_BEHIND = re.compile(r",\s(?=[A-ZÀ-Þ])[^,.;:\n]{3,60}")


def _place_behind(text: str, sentence: Span, at: int) -> int:
    """Return where the building that stands behind a room ends; 0 where none does."""
    found = _BEHIND.match(text, at, sentence.end)
    is_place = found is not None and places.is_known_place(found.group().strip(", "))
    is_building = found is not None and _BUILDING.search(found.group())
    return found.end() if found is not None and (is_place or is_building) else 0


_AHEAD = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w'’-]{1,30}(?:\s(?:(?:of|de|del|la|des|du|the)\s){0,2}[A-ZÀ-Þ][\w'’-]{1,30})"
    r"{0,5})\s?[(,]\s?$"
)


def _place_before(text: str, sentence: Span, at: int) -> int | None:
    """Return where the building begins that stands right before a room: "Palais (Room IX)"."""
    found = _AHEAD.search(text, max(sentence.start, at - 120), at)
    if found is None:
        return None
    words = found["place"]
    is_place = places.is_known_place(words) or _BUILDING.search(words)
    return found.start("place") if is_place else None


_BUILDING = Cue(
    any_of(
        "house", "building", "cent(?:re|er)", "hotel", "headquarters", "pala(?:ce|is)",
        "auditorium", "library", "university", "campus", "embassy", "mission", "institute",
        r"\w*huset", r"\w*haus", r"\w*sent(?:er|ret)", r"\w*zentrum", r"\w*saal",
        "maison", "hall", "club", "museum", "theat(?:re|er)", "bygg(?:et)?", "villa",
        "auditorio", "salón", "aula", "paraninfo", "amphithéâtre", "amphi", "salle", "palacio",
        r"\w*gebäudes?", "edificio", r"bibliot\w+", "mus[eé]e?o?", "centro", "sede",
    ),
)  # fmt: skip
_LABELLED = Cue(
    r"(?<!\w)(?:(?:new|changed|updated|correct(?:ed)?|nytt|nouveau|neuer|nueva|nuevo) )?"
    r"(?:venue|place|location|room|sted|lokale|lieu|ort|lugar|sede)"
    r"(?:\s?:|\s(?:is|er|est|ist|es)\s|\s(?:for|of|til|pour|für|para)\s[^:.\n]{3,100}:)"
    r"\s{0,3}(?:now\s|the\s)?(?!taken\b|no longer|not\b|unavailable|full\b|closed"
    r"|unchanged|the same|changed|as\b|som\b|comme|wie\b|inchang|unverändert|uendret|como\b|igual)"
    r"(?P<place>[^.;\n]{3,120})",
)
_TO = re.compile(
    r"(?<!\w)(?:to|in|at|til|i|på|à|au|aux|dans|in den|in die|ins|im|nach|al?|en)\s"
    r"(?:the\s|la\s|le\s|das\s|el\s|l['’])?"
    r"(?P<place>(?:(?:auditorium|amphithéâtre|salle|salon|maison|hôtel|palais|bibliothèque|musée"
    r"|centre|université|auditorio|aula|sala|hotel|palacio|biblioteca|museo|centro|room|hall)\s"
    r"(?:(?:of|de|del|la|des|du|d['’])\s?){0,2})?(?:[A-ZÀ-Þ][\w'’.-]*)(?:,?\s(?:(?:of|de|del|la|des|der|dem|du|and|for|the)\s){0,2}"
    r"(?:[A-ZÀ-Þ][\w'’.-]*|\d{1,4}|(?:sal|rom|salle|sala|room|bloque|bâtiment|rue|chemin|quai|calle)"
    r"\s\w+|(?:avenue|place|boulevard|rue|chemin|quai|calle|plaza|avenida|paseo|route)"
    r"\s(?:(?:de|des|du|del|la|les|l['’])\s?){0,2}[A-ZÀ-Þ][\w'’-]*))*)"
)
_BUT = Cue(
    r"(?<!\w)(?:not|nicht|non|ne|no|ikke)\s[^.;\n]{3,100}(?<!\w)(?:sondern|but|mais|sino|men)\s",
)
_IS_MOVED = Cue(
    any_of(
        "moved", "moves?", "goes", "relocated", "transferred", "now",
        r"new(?= (?:venue|place|location|room|format))", "instead", "changed", "flytte[ts]", "nå",
        "nytt", r"déplacée?s?", r"transférée?s?", "désormais", "verlegt", "nun", "jetzt",
        r"trasladad[oa]s?", "se traslada", "ahora", "will be held", "only",
        "converted", "switched",
        r"(?:fully|entirely|all) (?:online|virtual)", "kun", "avholdes", "aura lieu",
        "se tiendra", "findet", "nur", "ausschließlich", "se celebrará", "únicamente", "solo",
        "uniquement", "seulement",
    ),
)  # fmt: skip
_HOW_NOW = (_IS_MOVED, _MAY_JOIN)
_ONLY_ONLINE = Cue(
    any_of(
        "(?:online|zoom|teams|webex)[- ]only", "only (?:be )?(?:held )?online",
        "(?:fully|entirely|all) (?:online|virtual)",
        "nur (?:noch )?online", "ausschließlich online", "(?:uniquement|seulement) en ligne",
        "(?:kun|bare) (?:digitalt|på nett)", "(?:únicamente|solo|sólo) en línea",
    ),
)  # fmt: skip
"""What leaves no place to go to."""
_WHOLLY_ONLINE = Cue(
    r"(?<!\w)(?:(?P<online>online|(?:zoom|teams|webex) only|virtual(?:ly)?|digitalt"
    r"|en ligne|en línea)"
    r"|(?P<hybrid>hybride?|híbrid[oa])|(?P<here>in person|fysisk|en présentiel|presencial))(?!\w)",
)


def _place(text: str, sentence: Span, held: Event) -> Candidate[str] | None:
    labelled = _LABELLED.search(text, sentence.start, sentence.end)
    if labelled is not None and modes.mode_of_line(labelled["place"].strip(" .")) is None:
        words = labelled["place"].rstrip(" .,")
        start = labelled.start("place")
        return _named(words, start, start + len(words), "venue.label")
    but = _BUT.search(text, sentence.start, sentence.end)
    if but is None and not _IS_MOVED.search(text, sentence.start, sentence.end):
        return None
    for found in _TO.finditer(text, but.end() if but else sentence.start, sentence.end):
        words = found["place"].rstrip(" .,")
        if f" {plain(words)} " in f" {plain(held.venue)} ":
            continue
        if places.is_known_place(words) or _BUILDING.search(words):
            start = found.start("place")
            return _named(words, start, start + len(words), "venue.sentence")
    return None


def _online(text: str, sentence: Span) -> Candidate[Mode] | None:
    found = _WHOLLY_ONLINE.search(text, sentence.start, sentence.end)
    if found is None:
        return None
    mode = {"online": Mode.ONLINE, "hybrid": Mode.HYBRID}.get(found.lastgroup or "", Mode.IN_PERSON)
    return Candidate(
        value=mode, start=found.start(), end=found.end(), rule="mode.words", confidence=0.7
    )


# Links -------------------------------------------------------------------------------------------

_LEADS_IN = Cue(
    any_of(
        "links?", "join", "zoom", "teams", "webex", "lenken?", "lien", "enlace", "beitreten",
        "teilnehmen", "rejoindre", "unirse", "regist(?:er|ration)", "påmelding", "inscription",
        "anmeldung", "inscripción",
    ),
)  # fmt: skip


def addresses(page: Page, sentences: Sequence[Span], held: Event) -> Iterator[Value]:
    """Yield the links with one that is new; those before stay."""
    known = {link.address for link in held.links}
    for sentence in sentences:
        if not _LEADS_IN.search(page.text, sentence.start, sentence.end):
            continue
        for found in links.addresses(page.text, sentence, page.anchors):
            address = found.value.address
            if address and address not in known and not address.startswith("mailto:"):
                key = page.mint.key(held.id, found.start)
                words = "" if found.value.words == address else found.value.words
                link = Link(key=key, address=address, words=words)
                new = {f"links/{key}": page.evidence(found)}
                yield Value("links", (*held.links, link), new)
                return


def _named(words: str, start: int, end: int, rule: str) -> Candidate[str]:
    return Candidate(value=" ".join(words.split()), start=start, end=end, rule=rule, confidence=0.7)
