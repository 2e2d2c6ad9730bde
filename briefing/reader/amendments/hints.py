"""Words by which a note's sentence is about more, or less, than its event's day and hour."""

import re

from briefing.reader.cues import Cue
from briefing.reader.vocabulary import EVENT_NOUN, any_of

NEW_DATE_FOLLOWS = Cue(
    any_of(
        r"(?:new|later) dates? (?:will|to be|tbc|tba|tbd|is to|shall|soon|in due)",
        r"dates? (?:to be (?:confirmed|announced|determined)|tbc|tba|tbd)", "new date follows",
        r"(?:with|announce|share|send) (?:\w+ ){0,3}(?:a |the )?new date",
        r"ny dato (?:kommer|følger)", r"nouvelle date (?:sera|suivra|à|vous)",
        r"date (?:à confirmer|ultérieure)", r"neuer termin (?:folgt|wird|steht)",
        r"termin (?:folgt|wird noch)", r"nueva fecha (?:se|será|por|está)",
        r"fecha por (?:confirmar|anunciar)",
    ),
)  # fmt: skip
"""What says that something will be on a day that is not told yet."""

_BESIDE = (
    r"doors?|hotel (?:rooms?|bookings?|reservations?)|refunds?|visas?|materials|tickets?|photos"
    r"|coffee(?: break)?|(?:the )?breaks?|lunch|dinner|breakfast|recordings?|slides"
    r"|reception|registration desk|links?|badges?|bus(?:es)?|shuttle|minutes|reports?"
    r"|dør(?:ene|er)?|opptak(?:et)?|portes?|enregistrements?|pause(?:-café)?|déjeuner|einlass"
    r"|aufzeichnung|kaffeepause|mittagessen|puertas|grabación|almuerzo"
)
_DOES = (
    r"moves?|moved|goes|shifts|opens?|leaves?|can|may|must|from|is|are|will|has|have|starts?|begins?|takes?|closes?|öffnen|beginnt|wird|ist|öffnet"
    r"|sera|seront|est|sont|será|es|er|blir|åpner|starter|ouvrent|abren"
)
BESIDE_IT = Cue(
    rf"(?<!\w)(?:{_BESIDE})(?: (?:of|for|from|av|de|von|der) (?:[\w“”\"]+ ){{1,4}}| )(?:{_DOES})"
    r"(?!\w)",
)
"""What may be later or earlier at an event that stays where it was: "lunch will be"."""

OF_ANOTHER = Cue(
    rf"(?<!\w)(?:next|another|second|third|further|upcoming|neste|andre|nächste[rns]?|weitere[rns]?"
    rf"|prochaine?|autre|deuxième|próxim[oa]|otr[oa]|segund[oa])\s(?:\w+\s)?{EVENT_NOUN}(?!\w)",
)
"""What tells of another event than that which a note changes: "our next webinar"."""

PART_OF_IT = Cue(
    any_of(
        r"(?:last|first|second|third|final|opening|closing|fourth) "
        r"(?:day|session|part|morning|afternoon|half)", r"day (?:one|two|three|[1-5])",
        r"(?:siste|første|andre|tredje) dag(?:en)?",
        r"(?:premier|première|dernier|dernière|deuxième|troisième) (?:jour|journée)",
        r"(?:erste|letzte|zweite|dritte)[nr]? tag", r"(?:primer|último|segundo|tercer) día",
        r"(?:morning|afternoon|evening|side|parallel|breakout) (?:session|event|part)s?",
    ),
)  # fmt: skip
"""What is only a part of an event."""

OPENS = Cue(
    r"(?<!\w)(?:first (?:day|session)|day (?:one|1)|første dag(?:en)?|premi(?:er jour|ère journée)"
    r"|erste[nr]? tag|primer día)\s(?:now\s|will\s)?"
    r"(?:opens?|starts?|begins?|åpner|starter|begynner"
    r"|commence\w*|débute\w*|beginnt|empieza|comienza)(?!\w)",
)
"""What is said of the first part, and of the whole with it."""

OF_TIME = re.compile(
    any_of(
        r"the \d{1,2}", r"\d{1,2}(?:st|nd|rd|th)", "schedule", "months?", "mois", "monat", "måned",
        "dates?", "days?", "times?", "hours?", "minutes?", "weeks?", "earlier", "later", "delays?",
        r"re-?schedul\w+", "delayed", r"postpon\w*", "brought forward", r"shorten\w*",
        "cut short", r"\w{2,6}day", r"start(?:s|ing)?", "begins?", "ends?", "extended", "dato",
        "tid(?:spunkt)?", "time[rn]?", r"\w*time", "uke", "senere", "tidligere", r"fr[ea]mskyndet",
        r"forsk[yj]\w+", "heures?", "jours?", "semaines?", "plus (?:tard|tôt)", r"report\w*",
        r"décal\w+", r"avanc\w+", "horaire", "commence(?:ra)?", "termin", "datum", "uhrzeit",
        "stunden?", "tage?", "wochen?", "später", "früher", r"versch[io]e?b\w*", r"verzöger\w*",
        "vorverlegt", "verlängert", "verkürzt", "beginnt?", "fecha", "horas?", "días?", "semanas?",
        "más tarde", "antes", "horario", r"aplaz\w+", r"adelant\w+", r"retras\w+",
        r"\d{1,2}[:.h]\d\d", r"\d{1,2} ?[ap]m", r"\d{1,2} ?(?:h|uhr)",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""What a sentence says that may move something in time."""

SHIFTS = Cue(
    any_of(
        "later", "earlier", "longer", "shorter", r"short\w+", r"delay\w*", r"extend\w*",
        "corrected", "already", "allerede", "schon", "bereits", "dès l[ea]", r"termin\w+ ya",
        "senere", "tidligere", r"forsk[yj]\w+", "plus (?:tard|tôt|longtemps|court)", r"décal\w+",
        "später", "früher", "länger", "kürzer", r"versch[io]e?b\w*", r"verzöger\w*", r"verkürz\w+",
        "más (?:tarde|temprano|largo|corto)", r"adelant\w+", r"retras\w+", r"aplaz\w+", "following",
        r"the \d{1,2}(?:st|nd|rd|th)",
    ),
)  # fmt: skip
"""What a sentence says that moves something in time for sure."""

STAYS = Cue(
    any_of(
        r"(?:remains?|stays?|kept|is|are) (?:\w+ )?"
        r"(?:the same|unchanged|as (?:before|planned|announced))",
        r"not? chang\w+", "unchanged", "as (?:planned|scheduled)", "uendret", "som planlagt",
        "inchangée?s?", "restent? les? mêmes?", "som før", "as they were", "as it was",
        "comme prévu", "wie geplant", "unverändert",
        "bleib(?:t|en) (?:gleich|unverändert)", "no cambia", "se mantienen?", "sin cambios",
    ),
)  # fmt: skip
"""What says that something is as it was."""

ENDS = Cue(
    r"(?<!\w)(?:ends?|ending|finish(?:es)?|closes?|until|till|(?:extended|prolonged)(?: until)?"
    r"|through|last day|slutter|avsluttes|til og med|forlenget"
    r"|(?:se )?termin(?:e|era|ons|erons|ent|eront|an|ará|aremos)|prend fin|prolongée?s?|jusqu"
    r"|ende[nt]?|fin|schluss|schlie(?:ß|ss)(?:t|en)|verlängert|termina|concluye|prorroga)(?!\w)",
)
"""What stands before the day or hour on which something ends."""

ONE_DAY = Cue(
    r"(?<!\w)(?:only|just|one[- ]day(?! (?:earlier|later|before|after))|single day|shortened"
    r"|reduced|cut short|kun|bare|én dag|en dag(?! (?:senere|tidligere))|seulement|que le"
    r"|un (?:seul )?jour(?! plus)|raccourcie?s?|nur|einen? tag(?! (?:später|früher))|verkürzt|solo"
    r"|sólo|únicamente|un (?:solo )?día(?! (?:antes|después|más)))(?!\w)",
)
"""What says that of several days one is left."""
