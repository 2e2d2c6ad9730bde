"""The words by which a mail says that something is otherwise than it was announced."""

import re

from briefing.reader.vocabulary import any_of

_BE = r"(?:has|have|had|is|was|are|were|been|be|being)\s(?:\w+ly\s|now\s|also\s|therefore\s)?"

CANCELLED = re.compile(
    any_of(
        rf"{_BE}(?:cancell?ed|called off)",
        r"(?:have|had|forced|obliged|regret|must) (?:to )?cancel",
        r"(?:will|shall|can) (?:not|no longer) (?:now )?(?:take place|go ahead|be held|happen)",
        r"cancellation of", r"avlyst", r"avlyses", r"innstilt", r"annulée?s?", r"annulation d[eu]",
        r"n['’]aura (?:pas|plus) lieu", r"ne se tiendra pas", r"abgesagt", r"absage",
        r"fällt (?:leider )?aus", r"entfällt", r"findet (?:leider )?nicht statt",
        r"cancelad[oa]s?", r"se (?:cancela|suspende)n?", "absagen", r"anulad[oa]s?",
        r"no se celebrará", r"no tendrá lugar",
    )
    + r"|(?-i:CANCELL?ED)|^\W{0,3}cancell?ed\b",
    re.IGNORECASE | re.MULTILINE,
)  # fmt: skip

POSTPONED = re.compile(
    any_of(
        "postponed", "put off", "deferred", "postponement of", "utsatt", "utsettes",
        r"report(?:é|ée|és|ées)", r"ajournée?s?", "verschoben", "vertagt", r"aplazad[oa]s?",
        r"pospuest[oa]s?", r"postergad[oa]s?", r"se (?:aplaza|pospone|posterga)n?",
        r"(?:have|had|need|forced|obliged|decided) to (?:postpone|put off)",
    ),
    re.IGNORECASE,
)  # fmt: skip

_WHAT = r"(?:dates?|days?|times?|start(?:ing)? times?|venues?|places?|locations?|rooms?|links?)"

MOVED = re.compile(
    any_of(
        rf"{_BE}(?:moved|re-?scheduled|brought forward|shifted|changed|relocated|transferred"
        r"|advanced|delayed|(?:pushed|put) (?:back|forward))",
        r"(?:moved|re-?scheduled|relocated|changed) (?:to|for|from)", "brought forward",
        r"(?:moves?|goes|shifts|switch(?:es)?) (?:fully |entirely )?online",
        rf"(?:new|changed?|changes? (?:of|to|in)|correct(?:ed)?|amended|updated) (?:the )?{_WHAT}",
        rf"{_WHAT} (?:has |have |is |was )?changed?", "will now", "instead of", "in place of",
        r"now(?= (?:at |from |on |in |starting |scheduled )?(?:\d|rooms? |noon|online|hybrid))",
        r"(?:minutes?|hours?|days?|weeks?) (?:later|earlier)", r"same time", "correction",
        r"replaces", r"will replace", r"replaced by", r"steps? in for", r"stand(?:s|ing)? in for",
        r"(?:no longer|not|un)\s?(?:be )?able to (?:attend|join|speak|participate|take part)",
        r"(?:had|has) to withdraw", "flyttet", "flyttes", r"fr[ea]mskyndet",
        r"ny (?:dato|tid|sal|lenke)", r"nytt (?:tidspunkt|sted|rom|lokale)",
        r"endret (?:til|tid|dato)",
        r"(?:time|uke|dag|minutter) (?:senere|tidligere)", "erstatter", "erstattes av",
        r"i stedet for", r"nå(?= (?:kl|i |på |digitalt|\d))", r"déplacée?s?", r"avancée?s?",
        r"décalée?s?", r"transférée?s?", r"reprogrammée?s?",
        r"nouvelle (?:date|heure|salle|adresse)",
        r"nouvel (?:horaire|endroit)", r"nouveau (?:lieu|lien)", r"désormais", r"au lieu d[eu]",
        r"(?:heures?|jours?|semaines?|minutes) plus (?:tard|tôt)", "remplacera", r"remplacée? par",
        r"(?:vor)?verlegt", "vorgezogen",
        r"neue[rs]? (?:termin|datum|uhrzeit|zeit|ort|raum|saal|link)", r"findet (?:nun|jetzt)",
        r"(?:an)?statt (?:um|am|wie|in)", "anstelle",
        r"(?:stunden?|tage?|wochen?|minuten) (?:später|früher)",
        r"ersetzt", r"trasladad[oa]s?", r"adelantad[oa]s?", r"reprogramad[oa]s?", r"movid[oa]s?",
        r"nueva (?:fecha|hora|sala|sede)", r"nuevo (?:horario|lugar|enlace)", "en lugar de",
        r"(?:horas?|días?|semanas?|minutos) (?:más tarde|después|antes)", "reemplazará",
        "sustituirá", r"sustituid[oa] por", r"(?:misma|à la même) (?:hora|heure)", "samme tid",
    )
    + r"|^\W{0,3}(?:updated?|amended|revised|re-?scheduled|moved|corrigendum"
    r"|oppdatert|mise à jour|aktualisiert|actualizad[oa])\b",
    re.IGNORECASE | re.MULTILINE,
)  # fmt: skip

SET = re.compile(
    any_of(
        r"will (?:take place|be held|start|begin)", r"takes? place",
        r"(?:is|are) (?:now )?(?:set|scheduled|planned|confirmed) (?:for|on)",
        r"date (?:is|has been) (?:now )?(?:set|fixed|confirmed)",
        r"finner sted", r"aura lieu", r"se tiendra", r"findet", r"tendrá lugar", r"se celebrará",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""What says when something is, and that it is otherwise only where something else was held."""

EXTENDED = re.compile(
    any_of(
        r"extended(?: (?:until|to|till|by))?", r"(?:new|later|revised) (?:\w+ )?deadline",
        r"deadline (?:has been |is |was )?(?:extended|moved|postponed|changed|now)", "forlenget",
        r"deadline[^.;:\n]{1,100} (?:is|are) now",
        r"ny (?:\w*frist|påmeldingsfrist)", r"utsatt (?:til|frist)", r"prolongée?s?",
        r"nouvelle date limite", "verlängert", r"neue \w*frist", r"ampliad[oa]s?",
        r"prorrogad[oa]s?", r"extendid[oa]s?", r"nuevo plazo",
    ),
    re.IGNORECASE,
)  # fmt: skip

OF_DEADLINE = re.compile(
    any_of(
        r"deadlines?", r"regist(?:er|ration)\w*", r"rsvp", r"submissions?", r"\w*frist(?:en)?",
        "påmelding(?:en)?", r"date limite", r"inscri\w+", "anmeldung", "anmeldeschluss", "plazo",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""A sentence with one of these moves a deadline, not the event."""

SAME_TIME = re.compile(
    any_of(
        r"(?:at )?(?:the )?same (?:time|hour)s?",
        r"time (?:is |remains |stays )?(?:the same|unchanged)",
        r"(?:til )?samme tid(?:spunkt)?", r"(?:à la )?même heure",
        r"(?:zur )?(?:selben|gleichen) zeit",
        r"(?:uhr)?zeit bleibt (?:gleich|unverändert)", r"tidspunktet er uendret",
        r"l['’]heure reste inchangée", r"la hora no cambia", r"gleiche (?:uhr)?zeit",
        r"(?:a la )?misma hora",
    ),
    re.IGNORECASE,
)  # fmt: skip

FORMER = re.compile(
    r"(?<!\w)(?:instead of|rather than|originally|previously|formerly|initially|not|from"
    r"|i stedet for|opprinnelig|fra|au lieu d[eu]|initialement|du|(?:an)?statt|ursprünglich|vom?"
    r"|en lugar del?|inicialmente|del?)(?: (?:on|the|at|for|planned|scheduled|planlagt|den|le|am|um"
    r"|el|las?|kl\.?|à)){0,3}[\s(,]*$",
    re.IGNORECASE,
)
"""What stands before a date or time that holds no more."""

DESCRIBED = re.compile(
    r"(?<!now )(?<!is )(?<!re)(?:scheduled|planned|foreseen|announced|due|planlagt|prévue?|geplant"
    r"|angekündigt|previst[oa])"
    r"(?: (?:for|on|to|take|place|be|held|the|til|pour|le|für|am|den|para|el)){0,5}[\s(,]*$",
    re.IGNORECASE,
)
"""What stands before the date by which an event is named: "the meeting planned for 3 May"."""

OF_ANOTHER_DAY = re.compile(
    any_of(
        "instead",
        "new date",
        "rescheduled",
        "moved to",
        "ny dato",
        "nouvelle date",
        "stattdessen",
        "neuer termin",
        "nueva fecha",
        "en su lugar",
        "i stedet",
    ),
    re.IGNORECASE,
)
"""What says that something called off on one day is held on another."""

STRICTLY_OF_DEADLINE = re.compile(
    any_of(r"deadlines?", r"\w*frist(?:en)?", "date limite", "anmeldeschluss", "plazo"),
    re.IGNORECASE,
)

TOWARDS = re.compile(
    r"(?<!\w)(?:to|until|till|for|now|til|au|à|auf|zum|al|a|hasta|jusqu['’]au"
    r"|(?:new|revised|changed) (?:date|time)|ny dato|nouvelle date|neuer termin|nueva fecha"
    r"|will (?:now )?(?:take place|be held))(?: (?:be|on|the|den|le|el|am)){0,3}[\s:,–—-]*$",
    re.IGNORECASE,
)
"""What stands before the date that something is moved to."""

_NEGATED = re.compile(
    r"(?:not|never|n['’]t|nicht|pas|ikke|no)\s+(?:yet |be |been |being )*$", re.IGNORECASE
)
_CONDITION = re.compile(
    r"(?<!\w)(?:if|unless|whether|in case|in the event|falls|wenn|hvis|dersom|en cas|si)(?!\w)",
    re.IGNORECASE,
)


def stated(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return where a sentence says so, and neither denies it nor puts it on a condition."""
    for found in pattern.finditer(text, start, end):
        before = text[max(start, found.start() - 200) : found.start()]
        if not _NEGATED.search(before[-20:]) and not _CONDITION.search(before):
            return found
    return None
