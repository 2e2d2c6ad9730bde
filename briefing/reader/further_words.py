"""Words by which a page tells of one more event beside its own, in five languages."""

ALSO: dict[str, tuple[str, ...]] = {
    "en": (
        "also", "as well", "in addition", "additionally", "furthermore", "moreover", "another",
        "the (?:following|next) day", "the day before", "a second", "the second", "the third",
        "the fourth", "the (?:third and )?(?:last|final)", "follows",
    ),
    "no": ("også", "i tillegg", "dagen (?:etter|før)", "en ny", "et nytt", "følger"),
    "fr": ("également", "en outre", "le lendemain", "la veille", "suivra", "suit"),
    "de": ("außerdem", "ebenfalls", "zudem", "am (?:folge|vor)tag", "folgt", "zum abschluss"),
    "es": ("también", "además", "al día siguiente", "el día anterior", "seguirá", "sigue"),
}  # fmt: skip
"""What a sentence says that goes on to another event."""

FOLLOWS: dict[str, tuple[str, ...]] = {
    "en": ("follows", "will follow", "followed by"),
    "no": ("følger",),
    "fr": ("suivra", "suit"),
    "de": ("folgt", "folgen"),
    "es": ("seguirá", "sigue"),
}
"""How a sentence goes on to the next part without saying that it takes place."""

STEPS: dict[str, tuple[str, ...]] = {
    "en": (
        "first", "second", "third", "fourth", "fifth", "last", "final", "opens", "opening",
        "follows", "will follow", "followed", "clos(?:es|ing)", "conclud(?:es|ing)", "speaks",
        "presents", "lectures", "discusses", "talks", "will (?:speak|present|discuss|talk|open)",
    ),
    "no": (
        "først", "første", "andre", "tredje", "siste", "åpner", "innleder", "følger", "avslutter",
        "til slutt", "snakker", "foreleser", "holder",
    ),
    "fr": (
        "premi(?:er|ère)", "deuxième", "troisième", "derni(?:er|ère)", "ouvrira", "ouvre", "suivra",
        "suit", "clôturera", "clôt", "parlera", "présentera", "interviendra", "traitera",
    ),
    "de": (
        "erste[rns]?", "zweite[rns]?", "dritte[rns]?", "letzte[rns]?", "auftakt", "eröffnet",
        "folgt", "abschluss", "spricht", "referiert", "beschließt", "stellt", "hält",
    ),
    "es": (
        "primer[ao]?", "segund[ao]", "tercer[ao]?", "últim[ao]", "abrirá", "abre", "seguirá",
        "sigue", "cerrará", "cierra", "hablará", "presentará", "intervendrá",
    ),
}  # fmt: skip
"""What sentences say that tell the parts of a series one after the other."""

ARTICLES: dict[str, tuple[str, ...]] = {
    "en": ("an?", "another", "one more"),
    "no": ("en", "et", "ei", "eit"),
    "fr": ("une?",),
    "de": ("eine?",),
    "es": ("una?",),
}
"""What stands before the noun of an event of which nothing was said yet."""

JOINTS: dict[str, tuple[str, ...]] = {
    "en": ("of", "for", "the", "to", "by", "about", "on", "in", "at", "from", "with", "and", "or"),
    "no": ("av", "om", "til", "på", "i", "fra", "med", "og"),
    "fr": ("de", "du", "des", "la", "les?", "pour", "sur", "à", "au", "et"),
    "de": ("für", "der", "die", "das", "den", "zu", "zum", "zur", "von", "im", "und"),
    "es": ("del", "los", "las", "para", "sobre", "por", "con", "el", "y"),
}
"""Words that part the noun of a phrase from others: "a recording of the seminar"."""

OF_A_TEXT: dict[str, tuple[str, ...]] = {
    "en": ("chapters?", "sections?", "articles?", "papers?", "reports?", "books?", "issues?"),
    "no": ("kapit(?:tel|ler|let)", "artikkel", "rapport(?:en)?"),
    "fr": ("chapitres?", "articles?", "rapports?"),
    "de": ("kapitel", "artikel", "aufsatz", "bericht"),
    "es": ("capítulos?", "artículos?", "informes?"),
}
"""What has parts with names as well, and is read, not gone to."""

MOVED: dict[str, tuple[str, ...]] = {
    "en": (
        "postponed", "rescheduled", "moved", "brought forward", "instead", "new date", "cancell?ed",
        "the same (?:meeting|event|webinar|seminar|workshop|session)",
    ),
    "no": ("utsatt", "flyttet", "avlyst", "ny dato", "i stedet"),
    "fr": ("reportée?", "déplacée?", "annulée?", "nouvelle date"),
    "de": ("verschoben", "verlegt", "abgesagt", "neuer termin", "stattdessen"),
    "es": ("aplazad[oa]", "pospuest[oa]", "cancelad[oa]", "nueva fecha", "trasladad[oa]"),
}  # fmt: skip
"""What a sentence says that gives the same event another day."""

AT_TABLE: dict[str, tuple[str, ...]] = {
    "en": ("reception", "dinner", "lunch", "luncheon", "press (?:conference|briefing)", "talk"),
    "no": ("mottakelse", "middag", "pressekonferanse"),
    "fr": ("réception", "dîner", "conférence de presse"),
    "de": ("empfang", "abendessen", "pressekonferenz"),
    "es": ("recepción", "cena", "(?:conferencia|rueda) de prensa"),
}
"""What goes with an event, and is none that somebody signs up for."""

INTRODUCTORY: dict[str, tuple[str, ...]] = {
    "en": (
        r"info(?:rmation)?(?:al)? (?:session|webinar|meeting|event|evening|hour|day)s?",
        r"(?:q ?& ?a|questions? and answers?|briefing|introductory|preparatory|pre-?course|"
        r"orientation|kick-?off|follow-?up|taster|pre-?conference|pre-?event) "
        r"(?:session|webinar|meeting|event|evening|call|workshop|seminar)",
        r"open (?:day|evening|house)", "side[- ]event",
    ),
    "no": (
        "informasjonsmøte", "infomøte", "orienteringsmøte", "åpen dag", "formøte",
        "informasjonswebinar",
    ),
    "fr": (
        r"(?:réunion|séance|session|webinaire|soirée) d['’]information", "journée portes ouvertes",
        "webinaire de présentation", "réunion préparatoire",
    ),
    "de": (
        r"info(?:rmations)?-?(?:veranstaltung|abend|tag|treffen|webinar|termin)",
        r"online-?info\w*", "tag der offenen tür", "vorbereitungstreffen", "schnupperabend",
    ),
    "es": (
        r"(?:sesión|reunión|charla|jornada|seminario web) informativ[ao]",
        "jornada de puertas abiertas", "reunión preparatoria", "sesión de información",
    ),
}  # fmt: skip
"""What a meeting is called that stands before or behind a course, a school or a conference."""

FOR_ALL: dict[str, tuple[str, ...]] = {
    "en": ("all", "each", "every", "both", "always", "(?:whole|entire) (?:series|cycle|course)"),
    "no": ("alle", "hver", "hvert", "begge", "alltid", "hele (?:serien|rekken)"),
    "fr": ("toutes", "tous", "chaque", "chacune?", "tout le cycle", "toute la série"),
    "de": ("alle", "jede[rs]?", "jeweils", "immer", "beide", "(?:die )?(?:ganze|gesamte) reihe"),
    "es": ("todas", "todos", "cada", "ambas", "ambos", "siempre", "todo el ciclo", "toda la serie"),
}
"""What a sentence below a list says that holds for every entry of it."""

ONCE: dict[str, tuple[str, ...]] = {
    "en": (r"once(?= (?:for|only|and|by|before|until)|[,.;])",),
    "no": ("én gang",),
    "fr": ("une (?:seule )?fois",),
    "de": ("einmal(?:ig)?",),
    "es": ("una (?:sola )?vez",),
}
"""How a sentence says that one signs up for the parts of a series together."""

SLOTS: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:coffee|tea|lunch|networking|registration|welcome|opening remarks|break|arrivals?)"
        "(?: break| lunch| coffee| remarks| address| and registration| and coffee| & .{1,20})?$",
        "closing(?: remarks| session| words)?$", "end of (?:the )?(?:day|conference|programme)",
        "wrap-?up$",
    ),
    "no": ("(?:kaffe|lunsj|pause|registrering|velkommen|avslutning|mingling)$",),
    "fr": ("(?:pause|pause[- ]café|déjeuner|accueil|mot de bienvenue|clôture)$",),
    "de": ("(?:kaffee|kaffeepause|mittagspause|mittagessen|begrüßung|pause|abschluss|einlass)$",),
    "es": ("(?:café|pausa(?: café)?|almuerzo|acreditación|bienvenida|clausura|receso)$",),
}  # fmt: skip
"""What only the programme of one event has among its items."""
