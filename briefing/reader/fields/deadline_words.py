"""The words of deadlines in five languages: "by", "before", "closes on", and what is asked for.

A language is one row of `LANGUAGES`; each field is a pattern's alternatives, whatever their case.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from briefing.model import TaskKind


class Asked(Enum):
    """What is asked for, the most telling first: a badge is asked for where one registers too."""

    PASS = TaskKind.GET_PASS, "Ask for a pass to"
    VISA = TaskKind.OTHER, "Ask for a visa letter for"
    HOTEL = TaskKind.OTHER, "Book the hotel for"
    EARLY = TaskKind.OTHER, "Register early for"
    GRANT = TaskKind.OTHER, "Ask for support for"
    FLOOR = TaskKind.OTHER, "Ask for the floor at"
    NOMINATION = TaskKind.REGISTER, "Nominate for"
    REGISTER = TaskKind.REGISTER, "Register for"
    PAPER = TaskKind.SEND_PAPER, "Send a paper to"
    ANSWER = TaskKind.OTHER, "Answer a colleague about"

    @property
    def kind(self) -> TaskKind:
        """What sort of task it makes."""
        return self.value[0]

    @property
    def words(self) -> str:
        """What the task says, up to the event's title."""
        return self.value[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineWords:
    """How one language says until when, and what."""

    by: str
    """Right before the last day."""
    before: str
    """Right before a day that may itself be too late."""
    ends: str
    """Verbs of ending that a day follows."""
    noun: str
    """What a deadline is called; a day stands within the next words."""
    is_: str
    """Between such a noun and its day."""
    link: str
    """Small words between any of these and the day."""
    asked: Mapping[Asked, str]
    units: str
    """Hours, days and weeks, in this order, separated by semicolons."""
    ahead: str
    """Behind a length: "two weeks before"."""
    event: str
    """What a length is counted back from."""
    numbers: str
    """One to ten, separated by semicolons."""


_EARLY = r"early[- ]?birds?|early (?:bird )?registrations?|(?:reduced|discounted) (?:fee|rate)s?"
_WHO = (
    r"(?:participa|represent|attend|nomin)\w+|delegat\w+|members?|experts?|officials?|focal points?"
    r"|guests?|speakers?|the (?:person|people)\w*"
)
_YOURS = r"(?:the |your |their |his or her |a |an |this |our )?"

LANGUAGES: dict[str, DeadlineWords] = {
    "en": DeadlineWords(
        by="by|until|till|up to(?: and including)?|(?:received|submitted|sent) after"
        "|no later than|not later than|at the latest by|on or before",
        before="before|prior to|ahead of",
        ends=r"(?:closes?|closing|ends?|ending|due|expires?)(?: on| by| at)?",
        noun="deadlines?|closing date|cut-?off(?: date| day| time)?|last chance|due date"
        "|(?:last|final|latest) (?:day|date)",
        is_="is|are|of|will be|falls|to|until|extended",
        link="the|on|at|of|is|latest",
        asked={
            Asked.PASS: r"(?:building|access|grounds?|security) pass(?:es)?|badges?"
            r"|accreditations?",
            Asked.VISA: r"visas?(?: (?:support|invitation))?(?: letters?)?|invitation letters?"
            r"|letters? of invitation",
            Asked.HOTEL: r"hotel (?:block|rooms?|bookings?|reservations?)|room block|accommodation"
            r"|rooms? at the (?:special|group|conference) rate|special (?:room )?rates?",
            Asked.EARLY: _EARLY,
            Asked.GRANT: r"(?:financial|travel|funding) support|scholarships?|fellowships?"
            r"|travel grants?",
            Asked.FLOOR: r"(?:speakers?['’]?s?['’]? list|list of speakers)|requests? for the floor"
            r"|request the floor|speaking slots?|take the floor",
            Asked.NOMINATION: r"nominat(?!ed (?:by|for)\b)\w+",
            Asked.REGISTER: r"regist(?:er|ration|ering)(?!ed)\w*|(?:be|get) registered"
            r"|r\.?s\.?v\.?p\.?|sign(?:ing)?[- ]?up"
            rf"|confirm(?:ing)? {_YOURS}(?:participation|attendance|presence|place)"
            r"|(?:attendance|participation|presence|places?) (?:\w+ ){0,2}confirmed"
            r"|(?:please|kindly) (?:confirm|reply|respond|answer)|(?:confirm|respond)"
            r"(?= (?:by|before|until|not? later)\b)|confirmations?|repl(?:y|ies)"
            r"|let (?:us|me|him|her|them) know|drop (?:us|me) a (?:line|note)"
            r"|enrol\w*|book(?:ings?|ed)?(?! (?:will|is|was|on|about|launch))|appl(?:y"
            r"|ications?)|reserv(?:e|ed|ing|ations?)"
            rf"|claim(?:ed)?|(?:secure|save|get|buy) {_YOURS}(?:seat|place|spot|ticket)s?"
            r"|(?:ticket )?sales|tickets?|guest list"
            r"|express(?:ions?)? (?:your |of )?interest"
            rf"|indicat(?:e|ing) {_YOURS}(?:interest|attendance|participation|availability)"
            rf"|(?:fill(?:ing)? (?:in|out)|complete|return|send back) {_YOURS}(?:\w+ ){{0,2}}forms?"
            r"|forms? (?:\w+ ){0,2}(?:returned|completed|filled in)"
            rf"|accept {_YOURS}(?:calendar )?invit(?:e|ation)|announce (?:themselves|yourself)"
            rf"|names?(?:,? and \w+)? of (?:\w+ ){{0,3}}?(?:{_WHO})"
            rf"|(?:communicate|send|submit|provide|forward|transmit) (?:\w+ ){{0,3}}names?"
            rf"|(?:list|composition) of (?:\w+ ){{0,3}}?(?:{_WHO})"
            r"|(?:wish(?:ing)?|like|want(?:ing)?|intend(?:ing)?|plan(?:ning)?|able) to "
            r"(?:attend|join|come|participate|take part)"
            r"|(?:need|want|give|send|get|have|take) (?:me |us )?(?:your |the |any |\w+ )?names?"
            r"|names?(?= (?:to (?:me|us)|please|pls|by|before|until)\b)"
            r"|(?:tell|text|ping|message|write) (?:me|us)|who(?:['’]s| is) coming"
            r"|count(?:ing)? (?:heads|you in)"
            r"|interested in (?:attending|joining|participating|taking part)"
            r"|to (?:attend|participate|join)(?=,)|calls? for (?:applications|nominations"
            r"|participants|participation|expressions of interest)",
            Asked.PAPER: r"submi(?:t|ts|tting|ssions?)|(?:be|are) submitted"
            r"|abstracts?(?: registrations?)?|papers?"
            r"|proposals?|written inputs?|statements?|contributions?|comments?|calls? for \w+"
            r"|inputs?",
        },
        units="hours?|hrs?;(?:working |business )?days?;weeks?",
        ahead="before|prior to|ahead of|in advance(?: of)?|earlier",
        event="(?:the |this |each )?(?:event|meeting|seminar|webinar|workshop|conference|session"
        "|start|beginning|opening|date)|it|in advance",
        numbers="one|an?;two;three;four;five;six;seven;eight;nine;ten",
    ),
    "no": DeadlineWords(
        by="innen|senest|seinast|til",
        before="før",
        ends="(?:stenger|utløper|lukkes)(?: den)?",
        noun=r"\w{0,20}frist(?:en)?",
        is_="er|den",
        link="den|er",
        asked={
            Asked.PASS: r"adgangskort|akkreditering\w*",
            Asked.VISA: r"visum\w*",
            Asked.HOTEL: r"hotell\w*|overnatting",
            Asked.EARLY: r"rabatt\w*",
            Asked.GRANT: r"reisestøtte|stipend\w*",
            Asked.FLOOR: r"talerlist(?:en|a)|taletid",
            Asked.NOMINATION: r"nominasjon\w*|nominer\w*",
            Asked.REGISTER: r"påmeld\w*|meld(?:e)? (?:deg|dere|seg|dykk) på"
            r"|svar(?:frist(?:en)?| utbes)?|søknad\w*|s\.\s?u\.?|si i?fra|gi (?:\w+ ){0,2}beskjed"
            r"|navn(?= (?:til|innen|før|senest)\b)|(?:trenger|send) (?:du |dere |meg )?navn"
            r"|bekreft\w*|meld(?:e)? (?:\w+ )?(?:deltakelse|interesse)|billett\w*",
            Asked.PAPER: r"innsending\w*|bidrag|sammendrag|innspill|forslag",
        },
        units="timer|time;dager|dag;uker|uke|veker|veke",
        ahead="før|i forveien|på forhånd",
        event="(?:arrangementet|møtet|seminaret|start|oppstart|konferansen)",
        numbers="én|en|ei|et|ett;to;tre;fire;fem;seks;sju|syv;åtte;ni;ti",
    ),
    "fr": DeadlineWords(
        by="jusqu['’]au|au plus tard(?: le)?|d['’]ici(?: le| au)?",
        before="avant",
        ends="(?:clôture|se termine|se clôt|prend fin|expire)(?: le)?",
        noun="date limite|délai|clôture des [^\\W\\d]+",
        is_="est|le|au",
        link="le|du",
        asked={
            Asked.PASS: r"badges?|accréditations?|laissez-passer",
            Asked.VISA: r"visas?|lettres? d['’]invitation",
            Asked.HOTEL: r"hôtel|hébergement",
            Asked.EARLY: r"tarif réduit",
            Asked.GRANT: r"bourses?|aide financière|soutien financier",
            Asked.FLOOR: r"liste des orateurs",
            Asked.NOMINATION: r"candidatures?|nominations?",
            Asked.REGISTER: r"inscri\w*|s['’]inscrire|confirmer (?:votre|leur) (?:présence"
            r"|participation)|réponse|répondre|(?:présence|participation)s?|bulletin|formulaire"
            r"|(?:besoin de|envoyez(?:[- ]moi)?) (?:des |les |vos )?noms"
            r"|noms?(?= (?:à|avant|d['’]ici|svp|jusqu)\b)|dites[- ]moi"
            r"|confirm(?:er|ez)|réserv\w*|s['’]enregistrer|billet\w*",
            Asked.PAPER: r"résumés?|propositions?|soumission\w*|soumettre|contributions?"
            r"|communications?",
        },
        units="heures?;jours?;semaines?",
        ahead="avant|à l['’]avance",
        event="(?:l['’]événement|la réunion|le séminaire|la conférence|le début)",
        numbers="une?;deux;trois;quatre;cinq;six;sept;huit;neuf;dix",
    ),
    "de": DeadlineWords(
        by="bis(?: spätestens| einschließlich)?(?: zum)?|spätestens(?: am| bis| zum)?",
        before="vor(?: dem)?",
        ends="(?:endet|schließt|läuft ab)(?: am)?",
        noun=r"\w{0,20}frist|\w{0,12}schluss|stichtag",
        is_="ist|am|der|endet",
        link="den|dem|der|am|zum|ist",
        asked={
            Asked.PASS: r"akkreditierung\w*|ausweis\w*",
            Asked.VISA: r"vis(?:um|a)\w*|einladungsschreiben",
            Asked.HOTEL: r"hotel\w*|zimmer\w*",
            Asked.EARLY: r"frühbucher\w*",
            Asked.GRANT: r"stipendi\w+|reisekosten\w*",
            Asked.FLOOR: r"rednerliste|redeliste",
            Asked.NOMINATION: r"nominierung\w*",
            Asked.REGISTER: r"anmeld\w*|melden sie sich|bewerbung\w*|rückmeldung\w*"
            r"|namen(?= (?:bis|an|bitte)\b)|(?:brauch\w*|schick\w*|nenn\w*|gebt?) "
            r"(?:(?:du|ihr|mir|uns|bitte|die|eure|ihre) ){0,2}namen"
            r"|zusage|u\.\s?a\.\s?w\.\s?g\.|bescheid|antwort|registrier\w+|tickets?"
            r"|reservier\w*|ihre teilnahme",
            Asked.PAPER: r"beitr(?:ag|äge\w*)|einreichung\w*|einsende\w*|abstracts?"
            r"|vorschl(?:ag|äge)",
        },
        units="stunden?;tage?n?;wochen?",
        ahead="vor|vorher|im voraus",
        event="(?:der veranstaltung|beginn|dem seminar|der konferenz|der sitzung)",
        numbers="eine?n?;zwei;drei;vier;fünf;sechs;sieben;acht;neun;zehn",
    ),
    "es": DeadlineWords(
        by="hasta|a más tardar",
        before="antes",
        ends="(?:cierran?|finalizan?|vencen?|terminan?|concluyen?)(?: el)?",
        noun="fecha límite|plazo|cierre de [^\\W\\d]+|último día",
        is_="es|el|finaliza|vence|termina|será",
        link="el|del?|las?",
        asked={
            Asked.PASS: r"acreditaci(?:ón|ones)|credencial(?:es)?",
            Asked.VISA: r"visados?|visas?|cartas? de invitación",
            Asked.HOTEL: r"hotel|alojamiento",
            Asked.EARLY: r"tarifa reducida|inscripción temprana",
            Asked.GRANT: r"becas?|ayudas? (?:financieras?|de viaje)",
            Asked.FLOOR: r"lista de oradores",
            Asked.NOMINATION: r"candidaturas?|nominaci(?:ón|ones)|postulaci(?:ón|ones)",
            Asked.REGISTER: r"inscri\w*|inscríb\w*|registr\w+|confirm\w+ (?:su )?(?:asistencia"
            r"|participación)|confirmaci(?:ón|ones)|confirm(?:ar|en?|amos)|solicitud(?:es)?"
            r"|nombres(?= (?:a|antes|hasta)\b)"
            r"|respuesta|respond(?:er|a|an)|reserv\w+|s\.\s?r\.\s?c\.?"
            r"|entradas",
            Asked.PAPER: r"propuestas?|resúmenes|resumen|ponencias?|contribuciones|aportaciones"
            r"|env[ií]o de",
        },
        units="horas?;días?;semanas?",
        ahead="antes|de antelación|de anticipación",
        event="(?:del evento|de la reunión|del seminario|del inicio|de la conferencia)",
        numbers="una?;dos;tres;cuatro;cinco;seis;siete;ocho;nueve;diez",
    ),
}


EXTENDED = re.compile(
    r"\b(?:extended|now|new|prolongée?s?|reportée?s?|verlängert|neu|forlenget|utsatt|nå"
    r"|prorrogad[oa]|ampliad[oa]|ahora)\b|->|→",
    re.IGNORECASE,
)
"""What stands between a last day and the one that it was put off to."""
FORMERLY = re.compile(
    r"\b(?:(?:extended|moved|changed|postponed) from|was|were|previously|formerly|originally"
    r"|instead of|(?:et )?non|au lieu d[ue]|initialement|statt|ursprünglich|bisher|opprinnelig"
    r"|i stedet for|tidligere|antes era|en lugar del?|originalmente)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
"""What stands between a last day and the one that it was before: "3 May (was 1 May)"."""


def words(of: Callable[[DeadlineWords], str]) -> str:
    """Return the alternatives of one field in all languages."""
    return "|".join(of(language) for language in LANGUAGES.values())


def asking(asked: Asked) -> str:
    """Return the alternatives for what is asked for in all languages."""
    return "|".join(row.asked[asked] for row in LANGUAGES.values() if asked in row.asked)


def nth(of: Callable[[DeadlineWords], str], n: int) -> str:
    """Return the alternatives of one place in a field of several."""
    return "|".join(of(language).split(";")[n] for language in LANGUAGES.values())
