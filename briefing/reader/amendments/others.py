"""What a note changes beside the time: where it is, through which link, with whom."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from briefing.model import Doubt, DoubtKind, Event, Link, Mode, Speaker
from briefing.reader.amendments.value import Value, of_field
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.differences import plain
from briefing.reader.fields import links, modes, people, places
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
        if found is not None and plain(found.value) != plain(held.venue):
            yield of_field(page, "venue", found.value, found)
            break
    for sentence in sentences:
        how = next(iter(modes.modes(page.text, sentence)), None) or _online(page.text, sentence)
        if (
            how is not None
            and how.value is not held.mode
            and _IS_MOVED.search(sentence.words(page.text))
        ):
            yield of_field(page, "mode", how.value, how)
            is_only = _ONLY_ONLINE.search(page.text, sentence.start, sentence.end)
            if how.value is Mode.ONLINE and held.venue and is_only:
                yield of_field(page, "venue", "", how)
            break


_ROOM = re.compile(
    r"(?<!\w)(?P<room>(?:Conference |Committee |Meeting )?(?:[Rr]oom|Rm\.?|[Ss]alle|[Ss]ala"
    r"|Saal|Raum|Rom|Hörsaal|Møterom|Hall|Auditorium|Aula)\s"
    r"(?:No\.? )?(?=[A-ZÀ-Þ\d])[\w.-]{1,20}(?<![.-]))"
)


def _room(text: str, sentence: Span, held: Event) -> Candidate[str] | None:
    """Return the held place with another room."""
    found = list(_ROOM.finditer(text, sentence.start, sentence.end))
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
        r"\w*gebäudes?", "edificio",
    ),
)  # fmt: skip
_LABELLED = Cue(
    r"(?<!\w)(?:(?:new|changed|updated|correct(?:ed)?|nytt|nouveau|neuer|nueva|nuevo) )?"
    r"(?:venue|place|location|room|sted|lokale|lieu|ort|lugar|sede)"
    r"(?:\s?:|\s(?:is|er|est|ist|es)\s|\s(?:for|of|til|pour|für|para)\s[^:.\n]{3,100}:)"
    r"\s{0,3}(?:now\s|the\s)?(?!taken\b|unchanged|the same|changed|as\b|som\b|comme"
    r"|wie\b|inchang|unverändert|uendret|como\b|igual)(?P<place>[^.;\n]{3,120})",
)
_TO = re.compile(
    r"(?<!\w)(?:to|in|at|til|i|på|à|au|aux|dans|in den|in die|ins|im|nach|al?|en)\s"
    r"(?:the\s|la\s|le\s|das\s|el\s)?"
    r"(?P<place>(?:[A-ZÀ-Þ][\w'’.-]*)(?:,?\s(?:(?:of|de|del|la|des|der|dem|du|and|for|the)\s){0,2}"
    r"(?:[A-ZÀ-Þ][\w'’.-]*|\d{1,4}|(?:sal|rom|salle|sala|room|bloque|bâtiment|rue|chemin|quai|calle)"
    r"\s\w+))*)"
)
_BUT = Cue(
    r"(?<!\w)(?:not|nicht|non|ne|no|ikke)\s[^.;\n]{3,100}(?<!\w)(?:sondern|but|mais|sino|men)\s",
)
_IS_MOVED = Cue(
    any_of(
        "moved", "moves?", "goes", "relocated", "transferred", "now",
        r"new(?= (?:venue|place|location|room|format))", "instead", "changed", "flyttet", "nå",
        "nytt", r"déplacée?s?", r"transférée?s?", "désormais", "verlegt", "nun", "jetzt",
        r"trasladad[oa]s?", "se traslada", "ahora", "will be held", "only",
        "converted", "switched",
        r"(?:fully|entirely|all) (?:online|virtual)", "kun", "avholdes", "aura lieu",
        "se tiendra", "findet", "nur", "ausschließlich", "se celebrará", "únicamente", "solo",
        "uniquement", "seulement",
    ),
)  # fmt: skip
_ONLY_ONLINE = Cue(
    any_of(
        "online[- ]only", "only (?:be )?(?:held )?online",
        "(?:fully|entirely|all) (?:online|virtual)",
        "nur (?:noch )?online", "ausschließlich online", "(?:uniquement|seulement) en ligne",
        "(?:kun|bare) (?:digitalt|på nett)", "(?:únicamente|solo|sólo) en línea",
    ),
)  # fmt: skip
"""What leaves no place to go to."""
_WHOLLY_ONLINE = Cue(
    r"(?<!\w)(?:(?P<online>online|virtual(?:ly)?|digitalt|en ligne|en línea)"
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


# Speakers ----------------------------------------------------------------------------------------

_TAKES_PART = (
    r"(?:speak|talk|present|moderate|chair|step in|stand in|take over|join|come|appear|attend)s?"
)
_REPLACES = Cue(
    any_of(
        r"(?:will )?(?:be )?(?:replac(?:es?|ing)|step(?:s|ping)? in for|stand(?:s|ing)? in for)",
        r"(?:will )?takes? the place of", r"(?:will )?takes? (?:his|her|their) place",
        r"(?:instead|in place) of", "erstatter", "i stedet for",
        rf"(?:will |is going to )?{_TAKES_PART} (?:us )?(?:instead|in (?:his|her|their) "
        r"(?:place|stead))",
        r"(?:vil )?(?:snakke|tale|innlede|stille|delta|komme)r? i (?:stedet(?! for)|(?:hans|hennes)"
        r" sted)", r"(?:prendra|interviendra|parlera|présidera) (?:à )?sa place",
        r"(?:spricht|kommt|moderiert|übernimmt|redet) (?:stattdessen|an (?:seiner|ihrer) stelle)",
        r"(?:hablará|intervendrá|participará|moderará) en su lugar", r"springt ein",
        "remplacera", "remplace", "à la place de", "ersetzt", "anstelle von", "reemplazará",
        "sustituirá", "sustituye a", "reemplaza a", "en lugar de", r"springt (?:\w+ )?für",
    ),
)  # fmt: skip
_SOMEBODYS = Cue(
    r"\b(?:(?:his|her|their|sa) (?:place|stead)|instead(?! of)|i stedet(?! for)"
    r"|i (?:hans|hennes) sted|stattdessen|an (?:seiner|ihrer) stelle|en su lugar|springt ein)\b",
)
_REPLACED_BY = Cue(
    any_of(
        r"(?:will be |is |has been )?replaced by",
        r"(?:his|her|their) place (?:is|will be|has been) taken by", r"an (?:seiner|ihrer) stelle "
        r"(?:spricht|kommt)", r"i (?:hans|hennes) sted kommer", r"à sa place,?(?: interviendra)?",
        r"en su lugar(?: intervendrá| hablará)?,?", "erstattes av", r"(?:sera )?remplacée? par",
        r"wird durch", r"(?:será )?(?:reemplazad|sustituid)[oa] por",
    ),
)  # fmt: skip
_WITHDRAWS = Cue(
    any_of(
        r"(?:no longer|not|un)\s?(?:be )?able to (?:attend|join|speak|participate|take part)",
        r"(?:had|has|have) to (?:withdraw|cancel)", r"must withdraw", "(?:has )?withdrawn?",
        r"(?:has (?:been |fallen )?|is )(?:called (?:away|back)|ill|taken ill|unwell|indisposed)",
        r"sends? (?:his|her|their) (?:regrets|apologies|excuses)", "drops? out", "has dropped out",
        r"(?:er|blitt) (?:syk|forhindret)", "trekker seg", "har meldt forfall",
        r"(?:est|sera) empêchée?", "est (?:souffrante?|malade)", r"ist (?:leider )?(?:verhindert"
        r"|erkrankt)", r"(?:está|ha caído) enferm[oa]", "causa baja", "se excusa", "s['’]excuse",
        r"(?:can(?:not| no longer|['’]t)|unable to) "
        r"(?:attend|join|speak|participate|take part|come|travel|be with us)",
        r"kan (?:dessverre )?ikke (?:delta|komme)", r"ne pourra pas (?:participer|être présente?)",
        r"kann (?:leider )?nicht teilnehmen", r"no podrá (?:participar|asistir)",
    ),
)  # fmt: skip
_OF_THE_EVENT = re.compile(
    r"moderat|chair|keynote|host|discussant|rapporteur|ordstyrer", re.IGNORECASE
)
"""Roles that somebody has at an event, and whoever comes instead has too."""
_OPENING = re.compile(
    r"(?<=[:,])\s+|(?:[^\W\d_]{2,20}ly,?|note that|and|by|durch|por|par|av)?\s*\b"
)
"""What may stand before a name: nothing, "Unfortunately, ", a title and a colon."""


def speakers(page: Page, sentences: Sequence[Span], held: Event) -> Iterator[Value]:
    """Yield the speakers with one in the place of another, or without one who can't come."""
    for sentence in sentences:
        for pattern, is_behind in ((_REPLACED_BY, True), (_REPLACES, False)):
            found = pattern.search(page.text, sentence.start, sentence.end)
            if found is not None:
                is_told = is_behind or _SOMEBODYS.search(found.group()) is not None
                told = Span(sentences[0].start, found.start()) if is_told else None
                new = _replaced(page, sentence, found, held, told, is_behind=is_behind)
                if new is not None:
                    yield new
                    return
    for sentence in sentences:
        found = _WITHDRAWS.search(page.text, sentence.start, sentence.end)
        gone = _speaker_in(held, page.text[sentence.start : found.start()]) if found else None
        if found is not None and gone is not None:
            left = tuple(speaker for speaker in held.speakers if speaker != gone)
            yield of_field(page, "speakers", left, _candidate(found, "speaker.withdrawn"))
            return


def _replaced(
    page: Page,
    sentence: Span,
    cue: re.Match[str],
    held: Event,
    told: Span | None,
    *,
    is_behind: bool,
) -> Value | None:
    """Return the speakers with the one who comes instead, named behind the cue or before it.

    `told` is the note up to "replaced by" or "takes his place"; None where the cue itself says
    that somebody who is named behind it is replaced.
    """
    before, behind = Span(sentence.start, cue.start()), Span(cue.end(), sentence.end)
    old = _speaker_in(held, (before if is_behind else behind).words(page.text))
    if old is None and told is not None:
        old = _speaker_in(held, told.words(page.text))
    named = _named_last(page, before, old) if told and not is_behind else None
    named = named or _named_first(page, behind if is_behind else before)
    if old is None or named is None:
        return None
    person = named.value
    speaker = msgspec.structs.replace(
        old,
        name=person.name,
        role=person.role or (old.role if _OF_THE_EVENT.search(old.role) else ""),
        affiliation=person.affiliation,
        stakeholder=None,
    )
    new = tuple(speaker if one == old else one for one in held.speakers)
    return Value("speakers", new, {f"speakers/{old.key}": page.evidence(named)})


_CLAUSE = re.compile(r"[;:.,]\s+(?:(?:and|og|et|und|y|so|but)\s)?|\s(?:and|og|et|und|y)\s")


def _named_last(page: Page, span: Span, old: Speaker | None) -> Candidate[people.Person] | None:
    """Return who is named last in a stretch, at the beginning of a clause, other than `old`."""
    starts = [found.end() for found in _CLAUSE.finditer(page.text, span.start, span.end)]
    for start in reversed([span.start, *starts]):
        found = _named_first(page, Span(start, span.end))
        if found is not None and (old is None or plain(found.value.name) != plain(old.name)):
            return found
    return None


def _named_first(page: Page, span: Span) -> Candidate[people.Person] | None:
    """Return who a stretch names first, at its beginning or behind a colon or an opening word."""
    for opening in _OPENING.finditer(page.text, span.start, span.end):
        rest = Span(opening.end(), span.end)
        found = people.named(page.text, rest, page.mentioned(rest.start, rest.end))
        if (first := next(iter(found), None)) is not None:
            return first
    return None


def _speaker_in(held: Event, words: str) -> Speaker | None:
    """Return the held speaker whose name, or last name alone, stands in some words."""
    said = f" {plain(words)} "
    whole = [one for one in held.speakers if f" {plain(one.name)} " in said]
    last = [s for s in held.speakers if f" {(plain(s.name).split() or ['?'])[-1]} " in said]
    return next(iter(whole or (last if len(last) == 1 else ())), None)


def _named(words: str, start: int, end: int, rule: str) -> Candidate[str]:
    return Candidate(value=" ".join(words.split()), start=start, end=end, rule=rule, confidence=0.7)


def _candidate(found: re.Match[str], rule: str) -> Candidate[object]:
    return Candidate(
        value=found.group(), start=found.start(), end=found.end(), rule=rule, confidence=0.85
    )
