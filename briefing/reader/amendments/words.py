"""The words by which a mail says that something is otherwise than it was announced."""

import re

from briefing.reader.cues import Cue
from briefing.reader.fields.calendar_words import WEEKDAY
from briefing.reader.vocabulary import any_of

_BE = r"(?:has|have|had|is|was|are|were|been|be|being)\s(?:\w+ly\s|now\s|also\s|therefore\s)?"
_AT_HEAD = r"(?:(?<=^)|(?<=^\W)|(?<=^\W\W)|(?<=^\W\W\W))"

CANCELLED = Cue(
    any_of(
        rf"{_BE}(?:cancell?ed|called off)",
        r"(?:have|had|forced|obliged|regret|must|decided) (?:to )?(?:cancel|call off)",
        r"(?:(?:will|shall|can) (?:not|no longer)|won['’]t) (?:now )?"
        r"(?:be )?(?:tak(?:e|ing) place|go(?:ing)? ahead|held|happen(?:ing)?)",
        r"is (?:now )?off(?=[.!]|$)", "utgår", r"annuler", r"ausfallen",
        r"cancellation of", r"avlyst", r"avlyses", r"innstilt", r"annulée?s?", r"annulation d[eu]",
        r"n['’]aura (?:pas|plus) lieu", r"ne se tiendra pas", r"abgesagt", r"absage",
        r"fällt (?:leider )?aus", r"entfällt", r"findet (?:leider )?nicht statt",
        r"cancelad[oa]s?", r"se (?:cancela|suspende)n?", "absagen", r"anulad[oa]s?",
        r"no se celebrará", r"no tendrá lugar",
    )
    + rf"|(?<!\w)(?:(?-i:CANCELL?ED)|{_AT_HEAD}cancell?ed\b)",
    re.IGNORECASE | re.MULTILINE,
)  # fmt: skip

POSTPONED = Cue(
    any_of(
        "postponed", "put off", "deferred", "postponement of", "utsatt", "utsettes",
        r"report(?:é|ée|és|ées)", r"ajournée?s?", "verschoben", "vertagt", r"aplazad[oa]s?",
        r"pospuest[oa]s?", r"postergad[oa]s?", r"se (?:aplaza|pospone|posterga)n?",
        r"(?:have|had|need|forced|obliged|decided) to (?:postpone|put off)",
        r"(?:looking|look) for (?:a )?(?:new|another) date", r"dates? no longer holds?",
        r"date of .{3,30} no longer holds",
    ),
)  # fmt: skip

_WHAT = r"(?:dates?|days?|times?|start(?:ing)? times?|venues?|places?|locations?|rooms?|links?)"

MOVED = Cue(
    any_of(
        rf"{_BE}(?:moved|re-?scheduled|brought forward|shifted|changed|relocated|transferred"
        r"|advanced|delayed|(?:pushed|put) (?:back|forward)|renamed|retitled)",
        r"new title", r"changes? of (?:title|speakers?)", r"heter nå", r"ny tittel",
        r"s['’]intitule désormais", r"nouveau titre", r"neuer titel", r"heißt (?:jetzt|nun)",
        r"nuevo (?:título|nombre)", r"pasa a (?:llamarse|titularse)", "new name", "nytt navn",
        "nytt namn", "omdøpt", "nouveau nom", r"rebaptisée?", r"neue[nr]? namen?", "umbenannt",
        r"renombrad[oa]", r"(?:qui )?(?:prendra|interviendra|parlera) .{0,20}à sa place",
        r"(?:moved|re-?scheduled|relocated|changed) (?:to|for|from)", "brought forward",
        r"(?:moves?|goes|shifts|switch(?:es)?) (?:fully |entirely )?online",
        rf"(?:new|changed?|changes? (?:of|to|in)|correct(?:ed)?|amended|updated) (?:the )?{_WHAT}",
        rf"{_WHAT} (?:has |have |is |was )?changed?", "will now", "instead of", "in place of",
        r"now(?= (?:at |from |on |in |starting |scheduled |the )?(?:\d|rooms? |noon|online"
        r"|hybrid|(?:mon|tues|wednes|thurs|fri|satur|sun)day))",
        r"(?:minutes?|hours?|days?|weeks?) (?:later|earlier)",
        "(?<!at the )same time", r"at the same time(?=[.;!\n]|$| (?:and|but|as)\b)",
        "correction",
        r"(?:right|correct|actual) (?:dates?|days?|times?|hours?|rooms?|venue) (?:is|are)",
        r"(?:was|were|is|are) (?:wrong|incorrect|misprinted|in error)", r"contrary to",
        r"(?:riktig|rett) (?:dato|tid|sted)", r"(?:bonne|véritable) (?:date|heure)",
        r"richtige[rs]? (?:datum|termin|uhrzeit|ort)", r"(?:fecha|hora) correcta", "entgegen",
        "contrairement à", "i motsetning til", "en contra de", "no longer available",
        r"times? (?:is|are) (?:\w+ ){0,2}in [A-Z]{2,5},? (?:and )?not", "(?:wrong|other) time zone",
        r"cambio de (?:salón|sala|lugar|sede|hora(?:rio)?|fecha|título|ponente)", r"ya no será",
        r"changement d(?:e |u |['’])(?:salle|lieu|heure|date|horaire|titre|programme)",
        r"(?:raum|orts|termin|zeit|saal)änderung", r"endring av (?:tid|sted|dato|lokale|rom)",
        r"un changement parmi les intervenants",
        r"replaces", r"will (?:now )?be (?:held )?online only",
        r"will replace", r"replaced by", r"steps? in for", r"stand(?:s|ing)? in for",
        r"(?:no longer|not|un)\s?(?:be )?able to (?:attend|join|speak|participate|take part)",
        r"(?:had|has|have) to withdraw", r"sends? (?:his|her|their) (?:regrets|apologies)",
        r"in (?:his|her|their) (?:place|stead)", r"(?:speak|moderate|chair|present)s? instead",
        "(?:har )?meldt forfall", r"en su lugar", r"à sa place", r"an (?:seiner|ihrer) stelle",
        "flyttet", "flyttes", r"fr[ea]mskyndet",
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
    + rf"|(?<!\w){_AT_HEAD}(?:updated?|amended|revised|re-?scheduled|moved|corrigendum"
    r"|errat(?:a|um)|fe de erratas|rectificati(?:f|on)|rectificación|correctif|corrección"
    r"|berichtigung|korrektur|korrigering|rettelse|korreksjon"
    r"|oppdatert|mise à jour|aktualisiert|actualizad[oa])\b",
    re.IGNORECASE | re.MULTILINE,
)  # fmt: skip

_LESS_PLAINLY = (
    r"(?:is|are|was|were|been?) (?:now )?(?:corrected|shortened|reduced|cut short|extended"
    r"|prolonged)",
    "later",
    "earlier",
    "ends?",
    "longer",
    "shorter",
    r"lasts? until",
    "moves? from",
    "senere",
    "tidligere",
    "slutter",
    "plus tard",
    "plus tôt",
    "se terminera",
    "später",
    "früher",
    "endet",
    "más tarde",
    "más temprano",
    "terminará",
    r"(?:moving|moves?|moved|push(?:ed|ing)?|switch(?:ed|ing)?) (?:[\w“”\"«»]+,? ){0,8}to"
    r"(?= (?:the |next |a )?(?:\d|[A-Z]))",
    r"delay\w*",
    "instead",
    "originally",
    "rescheduling",
    r"\(was:?",
    "cut short",
    "shortened",
    r"(?:close|finish)(?:es)? (?:already )?on",
    "already",
    "avsluttes",
    "allerede",
    "schon",
    "bereits",
    r"dès l[ea]",
    r"termin(?:a|amos|an) (?:ya )?el",
    r"ends? (?:on|a|one|an|half)",
    r"the following (?:\w+day|day|week)",
    r"now (?:starts?|begins?|runs?|takes place|called|titled|entitled|ends?)",
    r"(?:corrected|moved|changed|shifted) to",
    r"(?:starts?|begins?) at",
    r"(?:online|virtual|zoom|teams|webex|one day|\d{1,2} \w+) only",
    "only now",
    r"only \d{1,2} \w+ now",
    r"goes (?:fully |entirely |all )?virtual",
    r"takes? (?:his|her|their) place",
    r"takes? over",
    r"we (?:(?:will|shall) )?(?:now )?meet (?:in|at)",
    r"(?:møtes|wir treffen uns|nous nous retrouv\w+|nos (?:vemos|reunimos)) (?:i|på|im|in|en|à)",
    r"is (?:ill|unwell|indisposed)",
    r"(?:er|blitt) syk",
    r"i (?:hans|hennes) sted",
    "i stedet",
    r"(?:souffrant|empêché)e?",
    "(?:verhindert|erkrankt)",
    "causa baja",
    r"place (?:is|will be) taken",
    r"(?:cannot|can no longer|can['’]t|unable to) (?:come|attend|join|travel|speak|be with us)",
    r"date to be \w+",
    "date tb[acd]",
    r"new date",
    "opprinnelig",
    "forskyves",
    "forskjøvet",
    r"kun \d{1,2}\.",
    "nå kun",
    r"kun (?:digitalt|på nett)",
    r"halvtime (?:senere|tidligere)",
    "avholdes",
    "starter",
    r"(?:se )?décal\w+",
    "initialement",
    r"(?:et )?non (?:pas )?le",
    "ne .{1,30} que le",
    "uniquement en ligne",
    r"raccourcie?s?",
    "commence",
    "nur",
    "beginnt",
    "ursprünglich",
    "sondern",
    r"verschieb\w+",
    r"verzöger\w+",
    "ausschließlich",
    "springt",
    "verkürzt",
    r"se (?:adelanta|retrasa|traslada|cambia|acorta)n?",
    "inicialmente",
    "pasa (?:al?|del)",
    r"(?:únicamente|solo|sólo) (?:el|en línea)",
    "remplace",
    "sustituye",
    "reemplaza",
)
"""Words that tell a change of what is held and named, and elsewhere tell many other things."""

SET = Cue(
    any_of(
        *_LESS_PLAINLY,
        r"will (?:take place|be held|start|begin)", r"takes? place",
        r"(?:is|are) (?:now )?(?:set|scheduled|planned|confirmed) (?:for|on)",
        r"date (?:is|has been) (?:now )?(?:set|fixed|confirmed)",
        r"(?:the )?date (?:is|has been) (?:now )?(?:ready|known|found)", "save the new date",
        r"datoen er (?:nå )?(?:klar|satt|fastsatt|bestemt)", r"blir(?= (?:nå )?(?:\w+dag|den \d))",
        r"(?:la )?date est (?:désormais )?(?:fixée|connue|arrêtée|confirmée)",
        r"(?:der )?termin steht (?:nun |jetzt )?fest", r"(?:ya )?(?:hay|tenemos) fecha",
        r"fecha (?:confirmada|definitiva)",
        r"finner sted", r"aura lieu", r"se tiendra", r"findet", r"tendrá lugar", r"se celebrará",
    ),
)  # fmt: skip
"""What says when something is, and that it is otherwise only where something else was held."""

EXTENDED = Cue(
    any_of(
        r"extended(?: (?:until|to|till|by))?", r"(?:new|later|revised) (?:\w+ )?deadline",
        r"deadline (?:has been |is |was )?(?:extended|moved|postponed|changed|now)", "forlenget",
        r"deadline[^.;:\n]{1,100} (?:is|are) now",
        r"ny (?:\w*frist|påmeldingsfrist)", r"utsatt (?:til|frist)", r"prolongée?s?",
        r"nouvelle date limite", r"se (?:amplía|prorroga|extiende)n?", "verlängert",
        r"(?:now|still|nun|noch|jetzt) (?:closes?|register|apply|sign up|open)",
        r"(?:\w*schluss|\w*frist|limite|plazo|deadline) (?:is|ist|er|est|es) (?:now|jetzt|nun|nå"
        r"|désormais|ahora)", r"deadline .{1,80}?moves",
 r"neue \w*frist", r"ampliad[oa]s?",
        r"prorrogad[oa]s?", r"extendid[oa]s?", r"nuevo plazo", r"extensions?", r"utvid(?:et|es)",
        r"accepted (?:until|till|up to|through)", r"skjøvet (?:på|til)", r"erweitert",
        r"(?:is |are |has been |be )?(?:kept|keep(?:s|ing)?|stays?|remains?|left) open",
        r"(?:registrations?|rsvps?|applications?|sign-?up) (?:now |will now )(?:closes?|ends?)",
        r"(?:one|two|three|a few) more days?", "noch bis", "weiterhin", "nå (?:til|innen)",
        r"fortsatt (?:åp\w+|mulig)", r"(?:encore|toujours|rest\w+) (?:ouvert\w*|possibles?)",
        r"jusqu['’]au [^.;\n]{1,40} désormais", r"(?:sigue|siguen|continúan?) abiert\w+",
        r"(?:hasta|closes?|ends?|until|by) [^.;\n]{1,60}(?:\((?:was|previously|antes|statt|bisher"
        r"|au lieu)|instead of|rather than)",
    ),
)  # fmt: skip

OF_DEADLINE = Cue(
    any_of(
        r"deadlines?", r"appl(?:y|ications?)", "sign(?:ing)? up",
        r"enrol\w*", r"bewerb\w+", "melde? (?:deg|dere) på", "svar(?:frist)?", r"confirmaci\w+",
        r"bekreft\w*", "repl(?:y|ies)", "répon(?:se|dre|dez)s?", "zusagen?", "rückmeldung",
        r"candidat\w+", r"solicitud\w*", r"nominat(?:e|ions?|ing)", "nominasjon(?:er)?",
        r"abstracts?", r"proposals?", r"(?:book|reserv)(?:e|ing|ings|ations?)", r"visa (?:letter|"
        r"request|application)s?", r"let (?:us|me) know",
        r"confirm(?:ations?)? (?:by|until|before)",
        r"regist(?:er|ration)\w*", r"rsvp", r"submissions?", r"\w*frist(?:en)?",
        "påmelding(?:en|er)?", r"date limite", r"inscri\w+", r"anmeld\w+", "plazo",
    ),
)  # fmt: skip
"""A sentence with one of these moves a deadline, not the event."""

SAME_TIME = re.compile(
    any_of(
        r"(?:at )?(?:the )?same (?:time|hour)s?",
        r"times?(?: and (?:place|venue|room|location|programme))? (?:is |are |remains? |stays? )?"
        r"(?:the same|unchanged|as (?:it was|they were|before|announced|planned))",
        r"(?:everything else|all (?:the rest|other details|else)|the rest) (?:remains?|stays?|is"
        r"|are) (?:the same|unchanged|as (?:before|announced|planned))",
        r"(?:hours?|times?)(?:,? (?:and|the|link|place|venue|room|location|programme)){0,4} "
        r"(?:is |are |remains? |stays? |will (?:be|stay|remain) )?(?:the same|unchanged"
        r"|not chang\w+|as (?:it (?:was|is)|they (?:were|are)|before|announced|planned))",
        r"(?:tid(?:spunkt)?(?:et)?|klokkeslett(?:et)?) (?:er |blir |står )?(?:uendret|det samme"
        r"|ved lag|som før)", r"(?:aux|les) mêmes heures", r"mêmes? horaires?",
        r"horaires? inchangés?",
        r"(?:zu )?(?:denselben|den gleichen|gleichen) (?:zeiten|uhrzeiten)", r"mismo horario",
        r"(?:uhr)?zeit und (?:\w+ )?\w+ (?:bleiben|sind) (?:gleich|unverändert|dieselben)",
        r"alt annet (?:er |blir |står )?(?:som (?:før|planlagt|avtalt)|uendret|ved det samme)",
        r"le reste (?:est |demeure |reste )?(?:inchangé|sans changement|identique)",
        r"tid(?:spunkt)? og sted (?:er |blir )?(?:som før|uendret|det samme|de samme)",
        r"alt annet (?:er |blir )?(?:som (?:før|planlagt)|uendret)",
        r"heures? et (?:le )?lieu (?:restent |sont )?(?:inchangés|les mêmes)",
        r"uhrzeit und (?:\w+ )?\w+ bleiben (?:gleich|unverändert)",
        r"alles (?:andere|übrige) bleibt (?:wie geplant|gleich|unverändert)",
        r"hora y (?:el )?lugar (?:no cambian|se mantienen)",
        r"(?:todo )?lo demás (?:no cambia|se mantiene|sigue igual)",
        r"(?:til )?samme tid(?:spunkt)?", r"(?:à la )?même heure",
        r"(?:zur )?(?:selben|gleichen) zeit",
        r"(?:uhr)?zeit bleibt (?:gleich|unverändert)", r"tidspunktet er uendret",
        r"l['’]heure reste inchangée", r"la hora no cambia", r"gleiche (?:uhr)?zeit",
        r"(?:a la )?misma hora",
    ),
    re.IGNORECASE,
)  # fmt: skip

FORMER = re.compile(
    r"(?<!\w)(?:instead of|rather than|originally|previously|formerly|initially|not|from|was:?"
    r"|no longer|until now|so far|before:|non(?: pas)?|nicht(?: mehr)?|ikke(?: lenger)?|tidligere"
    r"|før:|bisher(?:ig\w*)?|zuvor|vorher|antes|anteriormente|previamente|donde dice|no|ya no"
    r"|auparavant|précédemment|anciennement|og ikke|opprinnelig|i stedet for|fra|au lieu d[eu]"
    r"|initialement|du|(?:an)?statt|ursprünglich|vom?"
    r"|en lugar del?|inicialmente|del?)(?: (?:on|the|at|for|planned|scheduled|planlagt|den|le|am|um"
    r"|el|las?|kl\.?|à|to)){0,3}:?[\s(,“”\"«»„]*$",
    re.IGNORECASE,
)
"""What stands before a date or time that holds no more."""

READ_AS = re.compile(
    r"[\s”\"»“,)]{0,4}(?:(?:please |should |must |to |it )?read(?:s)?(?: instead| as)?"
    r"|(?:should|must) (?:be|read)|(?:il faut |veuillez )?lire|l(?:éa|ea)se|debe (?:decir|leerse)"
    r"|(?:muss|soll(?:te)?) (?:es )?(?:richtig )?(?:heißen|lauten)|lies|richtig|skal være|leses"
    r"|skal det stå)\b",
    re.IGNORECASE,
)
"""What stands behind a date or time in whose place another one is to be read."""

DESCRIBED = re.compile(
    r"(?<!now )(?<!is )(?<!re)(?:scheduled|planned|foreseen|announced|due|planlagt|prévue?|geplant"
    r"|angekündigt|previst[oa])"
    r"(?: (?:for|on|to|take|place|be|held|the|til|pour|le|für|am|den|para|el)){0,5}[\s(,]*$",
    re.IGNORECASE,
)
"""What stands before the date by which an event is named: "the meeting planned for 3 May"."""

OF_ANOTHER_DAY = Cue(
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
        r"(?:but|rather) (?:now )?(?:will be (?:held )?)?(?:on|from|one|a)",
        r"but (?:now )?(?:\w{2,6}day|\d)",
        r"sondern (?:erst |schon )?(?:am|vom|um|ein\w*)",
        r"mais (?:bien )?(?:le|l['’]|du|les|à|une?)",
        r"sino (?:que )?(?:el|del|los|una?)",
        r"men (?:den |i stedet |på )?(?:\w{3,5}dag|\d)",
    ),
)
"""What says that something called off on one day is held on another."""

STRICTLY_OF_DEADLINE = Cue(
    any_of(r"deadlines?", r"\w*frist(?:en)?", "date limite", "anmeldeschluss", "plazo"),
)

TOWARDS = re.compile(
    r"(?<!\w)(?:to|until|till|for|now|til|au|à|auf|zum|al|a|hasta|jusqu['’]au"
    r"|(?:new|revised|changed) (?:date|time)|ny dato|nouvelle date|neuer termin|nueva fecha"
    r"|will (?:now )?(?:take place|be held))(?: (?:be|on|the|den|le|el|am)){0,3}"
    rf"(?:\s{WEEKDAY},?)?[\s:,–—-]*$",
    re.IGNORECASE,
)
"""What stands before the date that something is moved to."""

_NEGATED = re.compile(
    r"(?:not|never|n['’]t|nicht|pas|ikke|no)\s+(?:yet |be |been |being )*$", re.IGNORECASE
)
_CONDITION = Cue(
    r"(?<!\w)(?:if|unless|whether|in case|in the event|falls|wenn|hvis|dersom|en cas|si)(?!\w)",
)


def stated(pattern: Cue, text: str, start: int, end: int) -> re.Match[str] | None:
    """Return where a sentence says so, and neither denies it nor puts it on a condition."""
    for found in pattern.finditer(text, start, end):
        before = text[max(start, found.start() - 200) : found.start()]
        if not _NEGATED.search(before[-20:]) and not _CONDITION.search(before):
            return found
    return None
