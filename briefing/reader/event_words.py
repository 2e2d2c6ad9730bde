"""What gatherings are called, and the words that only announce them, in five languages.

A language is one row of `NOUNS` and one of `INVITATIONS`; each word is a pattern, whatever its
case, and matches whole words.
"""

from briefing.model import EventKind

ORDER = (
    EventKind.SIDE_EVENT,
    EventKind.WEBINAR,
    EventKind.WORKSHOP,
    EventKind.OPEN_FORUM,
    EventKind.CONSULTATION,
    EventKind.LAUNCH,
    EventKind.TRAINING,
    EventKind.CONFERENCE,
    EventKind.SEMINAR,
    EventKind.MEETING,
    EventKind.SESSION,
    EventKind.OTHER,
)
"""Kinds of events, the most telling first: the first one that a title names is its kind."""

NOUNS: dict[str, dict[EventKind, tuple[str, ...]]] = {
    "en": {
        EventKind.SIDE_EVENT: (r"side[- ]?events?",),
        EventKind.WEBINAR: ("webinars?",),
        EventKind.WORKSHOP: ("workshops?",),
        EventKind.OPEN_FORUM: ("open forum",),
        EventKind.CONSULTATION: (r"(?:open )?consultations?",),
        EventKind.LAUNCH: (r"(?:report |book )?launch(?:es)?",),
        EventKind.TRAINING: ("trainings?", "courses?", "clinic", "bootcamp", "table-?top"),
        EventKind.CONFERENCE: ("conferences?", "summit", "forum", "congress"),
        EventKind.SEMINAR: (
            r"\w*seminar(?:s)?", "lectures?", "symposium", "breakfast", "luncheon",
        ),
        EventKind.MEETING: (
            "meetings?", "briefings?", "round[- ]?tables?", "town ?hall",
            "panel(?: discussion)?", "dialogues?", "discussion", "talks?", "conversation",
            "exchange", "reception", "working (?:lunch|dinner|breakfast)", "brown[- ]bags?",
            "get-together", "coffee (?:morning|chat)",
        ),
        EventKind.SESSION: ("sessions?",),
        EventKind.OTHER: (
            "events?", "gathering", "hackathon", "meet-?up", "exhibition", "master-?class",
            "kick-?off", "hearing", "webcast", r"open (?:day|house)", "simulation exercise",
            r"(?:summer|winter|spring|autumn) school", "ceremony", "concert",
            r"info(?:rmation)? (?:day|session)",
        ),
    },
    "no": {
        EventKind.SIDE_EVENT: ("sidearrangement(?:er)?",),
        EventKind.WEBINAR: ("nettseminar", "webinaret"),
        EventKind.WORKSHOP: ("verksted", "arbeidsverksted"),
        EventKind.CONSULTATION: ("høring(?:smøte)?",),
        EventKind.LAUNCH: ("lansering", "boklansering", "lanseringa"),
        EventKind.TRAINING: ("kurs",),
        EventKind.CONFERENCE: (r"\w*konferanse[nr]?", "toppmøte(?:t)?"),
        EventKind.SEMINAR: (r"\w*seminar(?:et)?", "foredrag"),
        EventKind.MEETING: (
            r"\w*møte(?:t)?", "rundebord(?:skonferanse)?", "paneldebatt", "panelsamtale",
            "(?:lunsj|frokost|kvelds|fag)samtale", "(?:lunsj|frokost|kvelds)debatt", "mottakelse",
        ),
        EventKind.SESSION: ("økt",),
        EventKind.OTHER: ("arrangement(?:et)?", "fagdag(?:en)?"),
    },
    "fr": {
        EventKind.SIDE_EVENT: (r"événements? parallèles?",),
        EventKind.WEBINAR: ("webinaires?",),
        EventKind.WORKSHOP: ("ateliers?",),
        EventKind.OPEN_FORUM: ("forum ouvert",),
        EventKind.LAUNCH: ("lancement",),
        EventKind.CONFERENCE: ("conférences?", "congrès", "sommet"),
        EventKind.SEMINAR: ("séminaires?", "colloques?", "petit[- ]déjeuner"),
        EventKind.MEETING: (
            "réunions?", "tables? rondes?", "table-ronde", "soirée[- ]débat", "débat public",
            "(?:dîners?|déjeuners?|cafés?|ciné|apéro)[- ]débats?", "déjeuner de travail",
        ),
        EventKind.SESSION: ("séance",),
        EventKind.OTHER: (
            "événements?", "évènements?", r"journées? d['’]études?", "vernissage", "rencontres?",
        ),
    },
    "de": {
        EventKind.SIDE_EVENT: ("begleitveranstaltung", "nebenveranstaltung"),
        EventKind.WEBINAR: ("online-?seminars?",),
        EventKind.LAUNCH: ("buchvorstellung", "buchpräsentation"),
        EventKind.TRAINING: ("schulung(?:en)?", r"\w*kurse?", "lehrgang", "lehrgänge"),
        EventKind.CONFERENCE: (r"\w*konferenz(?:en)?", "kongress", "gipfeltreffen"),
        EventKind.SEMINAR: ("vortrag", "vortragsabend", "kolloquium"),
        EventKind.MEETING: (
            "podiumsdiskussion", "podiumsgespräch", "fachgespräch", "expertengespräch",
            "runder tisch", "sitzung", "informationsveranstaltung", "diskussionsabend",
            "(?:hintergrund|kamin|frühstücks|werkstatt|experten|abend)gespräch", "arbeitsessen",
        ),
        EventKind.OTHER: ("veranstaltung(?:en)?", r"(?:fach)?tagung(?:en)?"),
    },
    "es": {
        EventKind.SIDE_EVENT: ("eventos? paralelos?",),
        EventKind.WEBINAR: ("webinarios?", "seminario (?:virtual|web|en línea)"),
        EventKind.WORKSHOP: ("taller(?:es)?",),
        EventKind.OPEN_FORUM: ("foro abierto",),
        EventKind.CONSULTATION: ("consultas?",),
        EventKind.LAUNCH: ("lanzamiento", "presentación del (?:libro|informe)"),
        EventKind.TRAINING: ("capacitación", "cursos?"),
        EventKind.CONFERENCE: ("conferencias?", "cumbre", "congreso"),
        EventKind.SEMINAR: ("seminarios?", "coloquio", "simposio"),
        EventKind.MEETING: (
            "reunión", "mesas? redondas?", "conversatorio", "encuentro",
            "(?:desayuno|almuerzo|cena)[- ](?:coloquio|debate|de trabajo|informativ[oa])",
            "charlas?",
        ),
        EventKind.SESSION: ("sesión",),
        EventKind.OTHER: ("eventos?", "jornadas?"),
    },
}  # fmt: skip
"""ISO 639-1 code of a language -> what gatherings of each kind are called."""

INVITATIONS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:cordially |kindly |warmly )?invit(?:es?|ed?|ing)(?! to (?:submit|comment))",
        "invitation to", "join us", "please join", "we look forward to welcoming",
        "register (?:here|now|by|at|for)", "please register", "sign up", "rsvp",
        "save the date", "will take place", "takes? place", "took place", "will be held",
        "is held", "to be held", "being held", "was held",
        "(?:is|are) (?:pleased|happy|delighted) to", "(?:is|are) hosting", "hosted by",
        "will (?:host|convene)", "convened by", "organi[sz]ed by", "moderated by", "runs? from",
        "registrations? (?:is|are|has) (?:now )?open(?:ed)?",
        "(?:is|are) (?:taking place|being held)", "reminder (?:of|about)",
        "(?:will|to) organi[sz]e", "(?:is|are) organi[sz]ing", "(?:to|and) host",
    ),
    "no": (
        "inviterer", "arrangerer", "arrangeres", "finner sted", "finn stad", "(?:av)?holdes",
        "blir (?:holdt|avholdt|halde)", "påmelding", "meld (?:deg|dere) på", "innledere",
        "velkommen til", "påminnelse om", "vi minner om", "ordstyrer", "gjester", "har gleden av",
    ),
    "fr": (
        "invitent?", "invitée?s? à (?:participer|assister)", "(?:a|ont) le plaisir",
        "aura lieu", "auront lieu", "se tiendra", "se tiendront", "se déroulera", "inscription",
        r"(?:a|ont) l['’]honneur de vous (?:inviter|convier)", "convient?",
        "inscrivez-vous", "réservez la date", "rejoignez-nous", "organise(?:nt)?", "accueillera",
    ),
    "de": (
        r"(?:findet|finden)[^\n]{0,100}? statt", r"stattfinde(?:t|n)",
        r"(?:laden|lädt)[^\n]{0,80}? ein", r"(?:laden|lädt)[^\n]{0,80}? zu[mr]",
        "erinnerung an", "einladung zu[mr]?", "anmeldung",
        "merken sie sich", "wir freuen uns auf ihr kommen", "veranstalte[tn]", "richte[tn] aus",
    ),
    "es": (
        "invitan?", "invitamos", "tendrán? lugar", "se celebrará", "se celebrarán",
        "se realizará", "se llevará a cabo", "se llevó a cabo", "inscripci(?:ón|ones)",
        "inscríbase", "reserve la fecha", "tienen? el (?:placer|agrado|honor)", "acompáñenos",
        "recordatorio de", "organizan?", "organizará",
    ),
}  # fmt: skip
"""ISO 639-1 code of a language -> what only something that one can go to is announced with."""

PARTS: dict[str, tuple[str, ...]] = {
    "en": (
        "session", "module", "part", "webinar", "lecture", "talk", "seminar", "workshop",
        "conversation", "episode", "meeting", "dialogue", "panel", "class", "lesson",
        "masterclass", "round",
    ),
    "no": ("sesjon", "modul", "del", "foredrag", "økt", "samling", "møte"),
    "fr": ("séance", "partie", "webinaire", "atelier", "conférence", "séminaire", "rencontre"),
    "de": ("sitzung", "modul", "teil", "vortrag", "vorlesung", "termin", "abend"),
    "es": (
        "sesión", "módulo", "parte", "webinario", "taller", "seminario", "encuentro", "charla",
        "conversatorio", "clase",
    ),
}  # fmt: skip
"""ISO 639-1 code of a language -> what the numbered parts of a series are called."""

ORDINALS: dict[str, tuple[str, ...]] = {
    "en": (
        r"\d{1,2}(?:st|nd|rd|th)", "first", "second", "third", "fourth", "fifth", "sixth",
        "seventh", "eighth", "ninth", "tenth", "last", "final",
    ),
    "no": (r"\d{1,2}\.", "første", "andre", "tredje", "fjerde", "femte", "siste"),
    "fr": (
        r"\d{1,2}(?:re|er|ère|ème|e|nde?)", "première?", "deuxième", "seconde?", "troisième",
        "quatrième", "cinquième", "dernière?",
    ),
    "de": (r"\d{1,2}\.", "erste[rs]?", "zweite[rs]?", "dritte[rs]?", "vierte[rs]?", "letzte[rs]?"),
    "es": (
        r"\d{1,2}\.?[ªº]", "primer[ao]?", "segund[ao]", "tercer[ao]?", "cuart[ao]", "quint[ao]",
        "últim[ao]",
    ),
}  # fmt: skip
"""ISO 639-1 code of a language -> which one of a series it is, before what it is called."""

SERIES: dict[str, tuple[str, ...]] = {
    "en": (r"\w*series", "cycle of", "programme of (?:talks|lectures|events)"),
    "no": (r"\w*serie[nr]?", r"\w*rekke[nr]?"),
    "fr": ("cycle", "série"),
    "de": (r"\w*reihe", "zyklus"),
    "es": ("ciclo", "serie"),
}
"""ISO 639-1 code of a language -> what several events that belong together are called."""

TO_COME: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:cordially |kindly |warmly )?invite[sd]? (?:you|to attend|to join|to participate)",
        "you are invited", "invitation", "join (?:us|me)", "please join", "register", "sign up",
        "rsvp", "save the date", "will take place", "will be held", "to be held", "takes place",
        "will (?:host|hold|convene|discuss|explore|bring together|feature|examine|present|speak)",
        "registrations?", "look forward to (?:welcoming|seeing)", "admission", "free entry",
        "attend(?:ance|ees)?", "is organi[sz]ing", "(?:is|are) (?:pleased|delighted|happy) to",
        "this (?:webinar|workshop|session|seminar|event|panel|conference|course|open forum)",
        "deadline", "apply", "tickets?", "agenda", "session will", "organi[sz]ers?", "moderators?",
        "the (?:webinar|workshop|session|seminar|event|panel|course|open forum) will",
    ),
    "no": (
        "inviterer", "velkommen", "påmelding", "meld (?:deg|dere)", "arrangeres", "arrangerer",
        "finner sted", "avholdes", "holdes", "blir holdt", "skal vi", "arrangører?", "frist",
        "hold av datoen", "sett av datoen", "seminaret", "arrangementet",
    ),
    "fr": (
        "invitent?", "inscriptions?", "inscrivez-vous", "aura lieu", "se tiendra", "se déroulera",
        "réservez la date", "organise(?:nt)?", "organisateurs?", "entrée libre", "participez",
    ),
    "de": (
        "laden", "lädt", "einladung", "anmeldung", "anmelden", "findet", "stattfinden",
        "veranstalte[tnr]", "herzlich willkommen", "termin vormerken", "eintritt frei",
    ),
    "es": (
        "invitan?", "invitamos", "inscripci(?:ón|ones)", "inscríbase", "tendrá lugar",
        "se celebrará", "se realizará", "se llevará a cabo", "organizan?", "reserve la fecha",
        "entrada libre", "acompáñenos",
    ),
}  # fmt: skip
"""ISO 639-1 code of a language -> what only a page says that asks somebody to come."""

LISTS: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:upcoming |side |public |other |all |our )?events", "meetings", "calendar", "diary",
        "what['’]s on", "this week", "next week", "week of", "week ahead", "week at a glance",
        "journal", "side[- ]events?", "dates", "talks", "webinars", "seminars", "lectures",
        "briefings", "listings?",
    ),
    "no": (
        "arrangementer", "møter", "kalender", "denne uk[ae]", "neste uke", "ukens", "seminarer",
        "det skjer", "møteplan", r"uke \d{1,2}",
    ),
    "fr": (
        "événements", "évènements", "réunions", "calendrier", "cette semaine", "rendez-vous",
        "agenda", "semaine du", "journal",
    ),
    "de": (
        "veranstaltungen", "termine", "kalender", "diese woche", "wochenvorschau", "sitzungen",
        r"\w*kalender", "vorträge", r"\w*hinweise",
    ),
    "es": (
        "eventos", "reuniones", "calendario", "esta semana", "agenda semanal", "actividades",
        "agenda de la semana", "próximos",
    ),
}  # fmt: skip
"""ISO 639-1 code of a language -> how a page is headed that lists events of several kinds."""
