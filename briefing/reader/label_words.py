"""The words that stand before a colon and say what follows it, in five languages.

A language is one row of `LANGUAGES`: for each label a pattern's alternatives.
"""

from enum import StrEnum


class Label(StrEnum):
    """What a labelled line tells."""

    TITLE = "title"
    DATE = "date"
    END = "end"
    """When the last day is, or the last hour."""
    TIME = "time"
    VENUE = "venue"
    MODE = "mode"
    REGISTRATION = "registration"
    DEADLINE = "deadline"
    ORGANISERS = "organisers"
    PARTNERS = "partners"
    SPEAKERS = "speakers"
    MODERATOR = "moderator"
    CONTACT = "contact"
    RAPPORTEUR = "rapporteur"
    QUESTIONS = "questions"
    AGENDA = "agenda"
    PARTICIPANTS = "participants"
    LANGUAGE = "language"
    STATUS = "status"
    IDENTITY = "identity"
    """Which event of a calendar it is."""
    OTHER = "other"


_ENGLISH = {
    Label.TITLE: r"title|event(?: (?:title|name))?|name of (?:the )?event|session title|subject",
    Label.DATE: r"(?:new )?dates?|days?|period|when|when (?:and|&) where|"
    r"dates? (?:and|&) (?:times?|place|venue|location)|time (?:and|&) date|event dates?|"
    r"start(?:ing)? date|starts?(?: on)?|begins?(?: on)?|"
    r"date of (?:the )?(?:event|meeting|workshop)",
    Label.END: r"ends?(?: on)?|end(?:ing)? date|until",
    Label.TIME: r"times?|time \(.{1,20}\)|hours?|duration|start time",
    Label.VENUE: r"venue|location|place|where|rooms?|address|venue address",
    Label.MODE: r"format|mode|modality|mode of participation|online participation|"
    r"participation format|how",
    Label.REGISTRATION: r"registrations?|register|registering|how to (?:register|join|attend|"
    r"participate)|rsvp|access|registration link|sign[- ]up",
    Label.DEADLINE: r"(?:registration |rsvp |submission |application |nomination |final |"
    r"abstract |early[- ]bird )?deadlines?"
    r"(?: (?:for|to) [\w ]{1,30})?|register by|rsvp by|apply by|submit by|registration closes|"
    r"registration ends|closing date|(?:applications|submissions|nominations) (?:close|due)|"
    r"last day (?:to|for) [\w ]{1,20}",
    Label.ORGANISERS: r"(?:co-?)?organi[sz](?:er|ing institution)s?|"
    r"(?:co-?|jointly )?organi[sz]ed by|"
    r"(?:co-?)?hosts?|(?:co-?|jointly )?hosted by|convened by|conven[eo]rs?|proposers?|"
    r"(?:lead |host(?:ing)? )?(?:organi[sz]ation|institution)s?|presented by",
    Label.PARTNERS: r"partners?|in (?:partnership|cooperation|co-operation|collaboration) with|"
    r"jointly with|co-?sponsors?|sponsors?|sponsored by|(?:kindly )?supported by|supporters|"
    r"with (?:the )?(?:kind |generous |financial )?support (?:of|from)|media partners?",
    Label.SPEAKERS: r"(?:(?:about|meet) )?(?:the |our )?"
    r"(?:featured |confirmed |keynote |invited |guest |main )?"
    r"(?:speakers?|panell?ists?|trainers?|instructors?|guests?(?: of honou?r)?|commentators?|"
    r"discussants?|presenters?|respondents?|lecturers?|keynotes?|experts?)"
    r"(?: include| biographies|['’] bios| bios)?|(?:short )?bio(?:graphie)?s|"
    r"(?:our |the )?panel(?: members)?|on the panel|"
    r"(?:opening|closing|welcom(?:e|ing)|introductory) (?:remarks|speech|address)|remarks(?: by)?|"
    r"introductions?|introduction by|with",
    Label.MODERATOR: r"(?:online |onsite |session )?(?:co-?)?(?:moderators?|chairs?|chairpersons?|"
    r"facilitators?)|moderated by|chaired by|moderation|facilitated by",
    Label.RAPPORTEUR: r"rapporteurs?|note-?taker",
    Label.CONTACT: r"contacts?(?: persons?)?|contact us|inquiries|enquiries|questions\?|e-?mail|"
    r"for (?:more|further) information",
    Label.QUESTIONS: r"(?:policy|key|guiding|discussion|main|framing|core|leading) questions?"
    r"(?:\(s\))?(?: for discussion| to be addressed)?|questions(?: for discussion| to consider)?",
    Label.AGENDA: r"(?:draft |provisional |tentative |preliminary )?(?:agenda|program(?:me)?|"
    r"schedule|timetable|running order)(?: \(.{1,30}\))?|"
    r"program(?:me)? (?:for )?day (?:\d|one|two|three)",
    Label.PARTICIPANTS: r"participants|who should attend|audience|target (?:group|audience)",
    Label.LANGUAGE: r"languages?|working languages?|interpretation",
    Label.STATUS: r"status",
    Label.IDENTITY: r"uid|sequence|recurrence",
    Label.OTHER: r"description|background|about(?: the event)?|context|overview|objectives?|aims?|"
    r"expected outcomes?|outcomes?|outputs?|issues?|sdgs?|theme|topics?|type|format of session|"
    r"connection with .{1,40}|relevance.{0,40}|summary|abstract|concept note|"
    r"interventions|diversity|policy area|secretariat|officers|statements|documents|"
    r"modalities.{0,40}|dress code|costs?|(?:registration |participation )?fees?|price|tickets?|"
    r"note|notes|please note|livestream(?: link)?|link|website|more information|subtheme|category",
}

_NORWEGIAN = {
    Label.TITLE: r"tittel|arrangement(?:ets navn)?|navn på arrangementet",
    Label.DATE: r"(?:ny )?dato(?:er)?|periode|når|tid og sted|dato og (?:tid|klokkeslett)|dag",
    Label.END: r"slutt(?:er)?|sluttdato",
    Label.TIME: r"tid(?:spunkt)?|klokkeslett|kl|varighet|oppstart",
    Label.VENUE: r"sted|lokale|rom|hvor|adresse|stad",
    Label.MODE: r"format",
    Label.REGISTRATION: r"påmelding|svar(?: utbes)?",
    Label.DEADLINE: r"\w{0,20}frist(?:en)?(?: for [\w ]{1,30})?",
    Label.ORGANISERS: r"arrangør(?:er|ar)?|arrangeres av|vert(?:skap)?|medarrangør(?:er)?",
    Label.PARTNERS: r"i samarbeid med|samarbeidspartnere?|støttet av",
    Label.SPEAKERS: r"innledere?|innleiarar|foredragsholdere?|paneldeltakere|i panelet|talere?|"
    r"medvirkende|gjest(?:er)?|kommentar(?:er)? (?:ved|av)",
    Label.MODERATOR: r"ordstyrere?|møteleder|moderator",
    Label.CONTACT: r"kontakt(?:person(?:er)?)?|spørsmål\?",
    Label.QUESTIONS: r"spørsmål|problemstillinger",
    Label.AGENDA: r"kjøreplan|dagsorden|program|saksliste",
    Label.PARTICIPANTS: r"deltakere|deltakarar|målgruppe",
    Label.LANGUAGE: r"språk",
    Label.OTHER: r"bakgrunn|om arrangementet|tema|pris|(?:deltaker)?avgift|merk",
}

_FRENCH = {
    Label.TITLE: r"titre|intitulé|(?:nom de l['’])?événement",
    Label.DATE: r"(?:nouvelles? )?dates?|période|quand|jours?|début|date de début|"
    r"dates? et (?:heures?|lieux?|horaires?)",
    Label.END: r"fin|date de fin",
    Label.TIME: r"heures?|horaires?|durée",
    Label.VENUE: r"lieux?|salle|où|adresse",
    Label.MODE: r"format|modalités? de participation|mode",
    Label.REGISTRATION: r"inscriptions?|pour s['’]inscrire|réponses?",
    Label.DEADLINE: r"date limite(?: (?:d['’]|de |du |pour )[\w ’']{1,30})?|"
    r"délai d['’]inscription|clôture des [\w ]{1,20}",
    Label.ORGANISERS: r"(?:co-?)?organisat(?:eur|rice)s?|organisée? par|hôtes?",
    Label.PARTNERS: r"partenaires?|en partenariat avec|en collaboration avec|avec le soutien de",
    Label.SPEAKERS: r"intervenante?s?|orateurs?|oratrices?|panélistes?|conférenci(?:er|ère)s?|"
    r"(?:grands? )?invitée?s?|allocutions?|discutante?s?",
    Label.MODERATOR: r"modérat(?:eur|rice)s?|modération|présidente?|animée? par|animation|"
    r"animat(?:eur|rice)",
    Label.CONTACT: r"contacts?|renseignements|pour (?:plus|toute) (?:d['’])?informations?",
    Label.QUESTIONS: r"questions (?:clés|directrices|à débattre)|questions",
    Label.AGENDA: r"ordre du jour|programme|déroulé",
    Label.PARTICIPANTS: r"participante?s?|public cible",
    Label.LANGUAGE: r"langues?|interprétation",
    Label.STATUS: r"statut",
    Label.OTHER: r"contexte|description|objectifs?|thèmes?|résumé|tarifs?|"
    r"frais(?: d['’]inscription)?|note|lien",
}

_GERMAN = {
    Label.TITLE: r"titel|betreff|veranstaltung(?:stitel)?|name der veranstaltung",
    Label.DATE: r"datum|wann|zeitraum|tage?|(?:neuer? )?termine?|datum und (?:uhrzeit|ort)",
    Label.END: r"ende|enddatum",
    Label.TIME: r"uhrzeit|zeit|beginn|dauer|einlass",
    Label.VENUE: r"(?:veranstaltungs)?ort|raum|wo|adresse|saal",
    Label.MODE: r"format|teilnahmeform",
    Label.REGISTRATION: r"anmeldung|teilnahme|bewerbung|rückmeldung",
    Label.DEADLINE: r"anmeldeschluss|anmeldefrist|\w{0,20}frist|einsendeschluss|"
    r"(?:anmeldung|bewerbung|zusage|rückmeldung)(?:en)? bis(?: zum)?|bewerbungsschluss",
    Label.ORGANISERS: r"veranstalter(?:in(?:nen)?)?|organisator(?:en|in)?|gastgeber(?:in)?|"
    r"veranstaltet von|organisiert von",
    Label.PARTNERS: r"partner|kooperationspartner|in (?:kooperation|zusammenarbeit) mit|"
    r"gefördert (?:von|durch)",
    Label.SPEAKERS: r"refer(?:ent(?:en|in(?:nen)?)?|ierende)|redner(?:in(?:nen)?)?|"
    r"podium(?:sgäste)?|sprecher(?:in(?:nen)?)?|vortragende[rn]?|"
    r"(?:zu )?gast|gäste|impulse?|es sprechen",
    Label.MODERATOR: r"moderation|moderator(?:in)?|(?:gesprächs|diskussions|sitzungs)?leitung",
    Label.CONTACT: r"kontakt|ansprechpartner(?:in)?|rückfragen|fragen\?",
    Label.QUESTIONS: r"leitfragen|fragen",
    Label.AGENDA: r"programm|tagesordnung|ablauf",
    Label.PARTICIPANTS: r"teilnehmer(?:innen|kreis)?|teilnehmende|zielgruppe",
    Label.LANGUAGE: r"sprachen?|arbeitssprachen?",
    Label.OTHER: r"hintergrund|thema|themen|ziele?|beschreibung|kosten|"
    r"(?:teilnahme)?gebühr(?:en)?|hinweis",
}

_SPANISH = {
    Label.TITLE: r"título|asunto|(?:nombre del )?evento",
    Label.DATE: r"(?:nuevas? )?fechas?|cuándo|fecha y (?:hora|lugar)|días?|fecha de inicio",
    Label.END: r"fin|fecha de (?:fin|término)",
    Label.TIME: r"horas?|horario|duración|inicio",
    Label.VENUE: r"lugar|sede|sala|dónde|dirección",
    Label.MODE: r"modalidad|formato",
    Label.REGISTRATION: r"inscripci(?:ón|ones)|registro|confirmaci(?:ón|ones)|"
    r"confirmación de asistencia",
    Label.DEADLINE: r"fecha límite(?: (?:de|para) [\w ]{1,30})?|plazo(?: de [\w ]{1,30})?|"
    r"cierre de [\w ]{1,20}",
    Label.ORGANISERS: r"organizan?|organizador(?:es|as?)?|organizado por|convocan?|"
    r"anfitri(?:ón|ona)",
    Label.PARTNERS: r"colaboran?|colaboradores|en colaboración con|con el apoyo de|socios",
    Label.SPEAKERS: r"panelistas?|ponentes?|oradore?s?|expositor(?:es)?|intervienen|participan|"
    r"conferencistas?|invitad[oa]s?(?: especial(?:es)?)?|comentan?|comentaristas?",
    Label.MODERATOR: r"moderan?|moderador(?:es|as?)?|preside|dirige|conduce|coordina",
    Label.RAPPORTEUR: r"relator(?:es|a)?",
    Label.CONTACT: r"contacto|más información|consultas",
    Label.QUESTIONS: r"preguntas(?: orientadoras| guía| clave)?",
    Label.AGENDA: r"programa|agenda(?: tentativa)?|orden del día",
    Label.PARTICIPANTS: r"participantes|público|dirigido a",
    Label.LANGUAGE: r"idiomas?|interpretación",
    Label.STATUS: r"estado",
    Label.OTHER: r"antecedentes|objetivos?|descripción|temas?|resumen|precio|cuota|costo|nota",
}

LANGUAGES: dict[str, dict[Label, str]] = {
    "en": _ENGLISH,
    "no": _NORWEGIAN,
    "fr": _FRENCH,
    "de": _GERMAN,
    "es": _SPANISH,
}
"""ISO 639-1 code of a language -> its words for each label."""


def words(label: Label) -> str:
    """Return the alternatives for a label in all languages."""
    rows = (language.get(label, "") for language in LANGUAGES.values())
    return "|".join(row for row in rows if row)


COLUMNS: dict[str, tuple[str, ...]] = {
    "en": (
        "courses?", "trainings?", "topics?", "activity", "activities", "what", "lectures?",
        "themes?", "meetings?", "workshops?", "webinars?", "talks?", "titles?", "events?",
    ),
    "no": ("kurs", "tema", "arrangement", "møte", "tittel", "hva", "foredrag"),
    "fr": ("formations?", "thème", "sujet", "activité", "réunion", "titre", "intitulé"),
    "de": ("kurse?", "thema", "veranstaltung", "sitzung", "titel", "seminar", "schulung"),
    "es": ("cursos?", "tema", "actividad", "reunión", "título", "evento", "taller"),
}  # fmt: skip
"""How the column of a table is headed that names its events."""
