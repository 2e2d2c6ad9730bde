"""Words that tell whether a day in a sentence is the event's, or some other day.

A language is one row of each table.
"""

import re
from enum import IntEnum

from briefing.reader.vocabulary import EVENT_NOUN, INVITES, any_of


class Telling(IntEnum):
    """How a sentence speaks of its day, the likeliest to be the event's first."""

    INVITED = 0
    """It invites, or says outright that something will take place."""
    ANNOUNCED = 1
    """It says that something begins, or is held."""
    NAMED = 2
    """It only names an event."""
    MENTIONED = 3
    """It only says that something is on that day."""
    REPORTED = 4
    """It tells of what has taken place."""


_TAKES_PLACE: dict[str, tuple[str, ...]] = {
    "en": (
        "when(?: and where)?",
        "date",
        "runs?",
        "starts?",
        "begins?",
        "opens?",
        "meets?",
        "met",
        "takes? place",
        "scheduled",
        "join",
        "hosts?",
        "holds?",
        "gathers?",
        "convenes?",
    ),
    "no": (
        "når",
        "dato",
        "tid",
        "finner sted",
        "finn stad",
        "holdes",
        "avholdes",
        "starter",
        "samles",
        "blir holdt",
        "møtes",
    ),
    "fr": (
        "quand",
        "date",
        "a lieu",
        "auront lieu",
        "se tient",
        "se déroulera",
        "débute",
        "commence",
        "organise(?:nt)?",
        "réunit",
        "réunira",
    ),
    "de": (
        "wann",
        "datum",
        "termin",
        "statt",
        "beginnt",
        "startet",
        "stattfindet",
        "laden",
        "einladen",
        "veranstaltet",
        "veranstalten",
        "treffen",
    ),
    "es": (
        "cuándo",
        "fecha",
        "tendrá",
        "tendrán",
        "se celebra",
        "comienza",
        "empieza",
        "organiza",
        "organizan",
        "reunirá",
        "convoca",
    ),
}
"""Words of something that takes place, beside those that invite and the nouns of events."""

_ON_A_DAY: dict[str, tuple[str, ...]] = {
    "en": ("on", "between", "from"),
    "no": ("fra", "mellom", "den"),
    "fr": ("le", "du", "les", "entre"),
    "de": ("am", "vom", "zwischen"),
    "es": ("el", "del", "los", "entre"),
}

_OTHER_DAY: dict[str, tuple[str, ...]] = {
    "en": (
        "deadline",
        r"submit\w*",
        "submissions?",
        "call for",
        "published",
        "posted",
        "updated",
        "modified",
        "adopted",
        "established",
        "resolutions?",
        "decisions?",
        "launched in",
        "since",
        r"in 20\d\d,?",
        "report of",
        "dated",
        "early[- ]bird",
        "founded",
        "created",
        "born",
        "appointed",
        "elected",
        "took office",
        "entered into force",
        "in force",
        "signed",
        "ratified",
        "as of",
        "law of",
        "act of",
        "photo",
        "copyright",
        "version",
        "will be (?:sent|shared|emailed|notified|informed)",
        "accreditation",
        "apply (?:by|before|until)",
        "confirm .{0,40} by",
        "closes?",
        "closed",
        "expires?",
        "due",
        "no later than",
        "not later than",
        "(?:speaks?|writes?|wrote|spoke) on",
        "available (?:from|until)",
    ),
    "no": (
        "frist(?:en)?",
        "stiftet",
        "etablert",
        "vedtatt",
        "vedtok",
        "publisert",
        "oppdatert",
        "grunnlagt",
        "opprettet",
        "siden",
        "resolusjon",
        "innen",
        "senest",
        "født",
        "trådte i kraft",
    ),
    "fr": (
        "avant le",
        "date limite",
        "fondée?",
        "créée?",
        "publiée?",
        "mise? à jour",
        "résolution",
        "adoptée?",
        "depuis",
        "au plus tard",
        "jusqu['’]au",
        "née?",
        "entrée? en vigueur",
        "loi du",
    ),
    "de": (
        "anmeldung bis",
        "gegründet",
        "veröffentlicht",
        "aktualisiert",
        "resolution",
        "seit",
        "verabschiedet",
        "stand",
        "spätestens",
        "anmeldeschluss",
        "einsendeschluss",
        "geboren",
        "in kraft",
        "gesetz vom",
    ),
    "es": (
        "fundad[oa]",
        "cread[oa]",
        "publicad[oa]",
        "actualizad[oa]",
        "resolución",
        "desde",
        "adoptad[oa]",
        "fecha límite",
        "plazo",
        "hasta",
        "a más tardar",
        "nacid[oa]",
        "entró en vigor",
        "ley de",
    ),
}
"""Words before a day that make it another day than the event's."""

_SIGN_UP: dict[str, tuple[str, ...]] = {
    "en": (r"regist(?:er|rations?)(?! (?:has|is) (?:now )?open)", "rsvp", "sign up"),
    "no": (r"påmelding\w*", "meld (?:deg|dere) på"),
    "fr": ("inscriptions?", "inscrivez-vous", "s['’]inscrire"),
    "de": (r"anmeld\w+", "melden sie sich"),
    "es": ("inscripci(?:ón|ones)", "inscríbase", "inscribirse", "registro"),
}
"""Words of signing up: the day behind them is its last, unless an event is named between."""

_DONE: dict[str, tuple[str, ...]] = {
    "en": ("ago",),
    "no": ("stiftet", "vedtatt", "opprettet", "publisert"),
    "fr": ("a été (?:fondée?|créée?|adoptée?|publiée?)",),
    "de": ("gegründet", "verabschiedet", "veröffentlicht", "geschaffen", "eröffnet wurde"),
    "es": ("fue (?:fundad|cread|adoptad|publicad)[oa]",),
}
"""Words behind a day that make it another day."""

_EARLIER: dict[str, tuple[str, ...]] = {
    "en": (
        "last year['’]s",
        "previous(?:ly)?",
        "past",
        "earlier",
        "preceding",
        "prior",
        "last",
        "following (?:the|last|our|a|an|on from)",
        "building on",
        "(?:the )?success of",
        "(?:a )?follow[- ]up (?:to|of)",
        "as a result of",
        "in the wake of",
        "ever since",
    ),
    "no": ("forrige", "fjorårets", "tidligere", "i fjor", "sist", "siste", "etter (?:et|en|det)"),
    "fr": (
        "derni(?:er|ère)",
        "précédente?",
        "passée?",
        "suite (?:au|à la|à l['’])",
        "l['’]an dernier",
    ),
    "de": (
        "letzte[nrms]?",
        "vorige[nrms]?",
        "vergangene[nrms]?",
        "frühere[nrms]?",
        "nach (?:dem|der)",
    ),
    "es": ("últim[oa]", "anterior", "pasad[oa]", "tras", "después del?"),
}
"""Words before an event's noun that make it an earlier one."""

_NTH: dict[str, tuple[str, ...]] = {
    "en": ("first", "second", "third", "fourth", "inaugural"),
    "no": ("første", "andre", "tredje"),
    "fr": ("premi(?:er|ère)", "deuxième", "troisième"),
    "de": ("erste[nrs]?", "zweite[nrs]?", "dritte[nrs]?"),
    "es": ("primer[oa]?", "segund[oa]", "tercer[oa]?"),
}

_TOOK_PLACE: dict[str, tuple[str, ...]] = {
    "en": (
        "took place",
        "was (?:held|organi[sz]ed|hosted|convened|launched|opened)",
        "met",
        "were (?:held|organi[sz]ed|hosted|convened)",
        "gathered",
        "hosted",
        "concluded",
        "ended",
    ),
    "no": ("ble (?:holdt|avholdt|arrangert)", "fant sted", "møttes", "blei halden"),
    "fr": ("a eu lieu", "ont eu lieu", "s['’]est tenue?", "se sont tenue?s", "s['’]est déroulée?"),
    "de": ("fand", "fanden", "wurde", "wurden", "traf", "trafen"),
    "es": (
        "tuvo lugar",
        "tuvieron lugar",
        "se celebr(?:ó|aron)",
        "se realiz(?:ó|aron)",
        "se llev(?:ó|aron) a cabo",
    ),
}
"""Words of what is over."""

_WAS_THEN: dict[str, tuple[str, ...]] = {
    "en": ("was", "were", "served", "joined", "became", "worked", "had", "has (?:been|served)"),
    "no": ("var", "ble", "begynte", "har vært", "arbeidet"),
    "fr": ("était", "a été", "fut", "avait", "a rejoint", "a travaillé"),
    "de": ("war", "waren", "wurde", "hatte", "arbeitete"),
    "es": ("fue", "era", "había", "se incorporó", "trabajó"),
}
"""Words of a life or a history: a day in such a sentence is not the event's."""

_TO_COME: dict[str, tuple[str, ...]] = {
    "en": ("will", "is (?:held|to)", "are (?:held|to)", "takes? place", "invites?", "join"),
    "no": ("vil", "skal", "blir", "inviterer", "finner sted"),
    "fr": ("aura", "auront", "se tiendra", "invite", "sera"),
    "de": ("wird", "werden", "findet", "finden", "lädt", "laden"),
    "es": ("tendrá", "tendrán", "se celebrará", "invita", "será"),
}


def _any(table: dict[str, tuple[str, ...]]) -> str:
    return any_of(*(word for row in table.values() for word in row))


_INVITES = re.compile(INVITES, re.IGNORECASE)
_ANNOUNCES = re.compile(_any(_TAKES_PLACE), re.IGNORECASE)
_IS_ON = re.compile(_any(_ON_A_DAY), re.IGNORECASE)
_OTHER = re.compile(_any(_OTHER_DAY), re.IGNORECASE)
_SIGNS_UP = re.compile(_any(_SIGN_UP), re.IGNORECASE)
_NAMES_EVENT = re.compile(EVENT_NOUN, re.IGNORECASE)
_IS_DONE = re.compile(_any(_DONE), re.IGNORECASE)
_LAST_DAY = re.compile(
    r"(?:by|until|till|before|prior to|innen|senest|før|avant|bis|vor|hasta|antes)"
    r"(?: (?:the|le|zum|dem|el|del|den|no later than|\w{3,10}day,?|cob|eod|on|end of)){0,3}"
    r"[\s,(]*$",
    re.IGNORECASE,
)
_EARLIER_EVENT = re.compile(rf"{_any(_EARLIER)}(?: [\w’'-]+){{0,4}}? {EVENT_NOUN}", re.IGNORECASE)
_NTH_EVENT = re.compile(rf"{_any(_NTH)}(?: [\w’'-]+){{0,3}}? {EVENT_NOUN}", re.IGNORECASE)
_WAS = re.compile(_any(_TOOK_PLACE), re.IGNORECASE)
_WAS_ONCE = re.compile(_any(_WAS_THEN), re.IGNORECASE)
_WILL = re.compile(_any(_TO_COME), re.IGNORECASE)

_AROUND = re.compile(
    r"(?:margins?|sidelines?|framework|occasion) of|during|parallel to|en marge|au cours"
    r"|am rande|im rahmen|al margen|en el marco|durante|i forbindelse med|under",
    re.IGNORECASE,
)
"""Words before the days of what an event is part of."""

_LEAD, _TRAIL = 160, 40


def is_around(text: str, start: int, day: int) -> bool:
    """Return whether a day is of what the event is part of: "on the margins of the session"."""
    return _AROUND.search(text, max(start, day - _LEAD), day) is not None


def telling(text: str, start: int, day: int, behind: int, end: int) -> Telling | None:
    """Return how a sentence speaks of the day that stands in it; None where it is another day.

    The sentence is from `start` to `end`, its day from `day` to `behind`.
    """
    lead = max(start, day - _LEAD)
    if _OTHER.search(text, lead, day) or _LAST_DAY.search(text, lead, day):
        return None
    if _is_done(text, behind, end) or _is_of_signing_up(text, lead, day):
        return None
    is_over = _WAS.search(text, start, end) and not _WILL.search(text, start, end)
    if _is_earlier(text, start, day, is_over=bool(is_over)):
        return None
    if is_over:
        return Telling.REPORTED
    if _INVITES.search(text, start, end):
        return Telling.INVITED
    if _ANNOUNCES.search(text, start, end):
        return Telling.ANNOUNCED
    if _NAMES_EVENT.search(text, start, end):
        return Telling.NAMED
    if _WAS_ONCE.search(text, start, end):
        return None
    return Telling.MENTIONED if _IS_ON.search(text, start, end) else None


def _is_done(text: str, behind: int, end: int) -> bool:
    return _IS_DONE.search(text, behind, min(end, behind + _TRAIL)) is not None


def _is_of_signing_up(text: str, lead: int, day: int) -> bool:
    """Return whether a day is that of signing up: "register for the seminar on 9 June" is not."""
    signs = list(_SIGNS_UP.finditer(text, lead, day))
    return bool(signs) and not _NAMES_EVENT.search(text, signs[-1].end(), day)


def _is_earlier(text: str, start: int, day: int, *, is_over: bool) -> bool:
    """Return whether a day is that of an earlier event: "the last seminar", "following the"."""
    found = _EARLIER_EVENT.search(text, start, day)
    if found is not None:
        return is_over or not _WILL.search(text, found.end(), day)
    return is_over and _NTH_EVENT.search(text, start, day) is not None
