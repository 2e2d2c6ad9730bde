"""The words by which a statement says that it is one, in the languages that the field writes."""

import re

from briefing.reader.cues import Cue
from briefing.reader.vocabulary import any_of

_KIND = any_of(
    r"(?:joint |national |general |group |written |press |closing |opening |introductory |oral )?"
    r"(?:statements?|interventions?|remarks|address|speech|declaration)",
    r"explanation of (?:vote|position)(?: (?:before|after) the vote)?", "right of reply",
    "(?:felles)?erklæring", "(?:hoved)?innlegg(?:et)?", "fellesinnlegg", "uttalelse", "tale",
    "stemmeforklaring",
    "déclaration(?: (?:conjointe|commune|nationale|liminaire))?", "allocution", "discours",
    "explication de vote",
    "(?:gemeinsame )?erklärung", "stellungnahme", "rede(?:beitrag)?", "wortmeldung",
    "declaración(?: (?:conjunta|nacional))?", "intervención", "discurso", "alocución",
    "palabras", "explicación de voto", "derecho (?:de|a) réplica", "droit de réponse",
    r"(?:written )?(?:submission|contribution|position paper)",
    r"réponse(?= d)", r"response(?= (?:by|of|from)\b)", r"respuesta(?= de)", "prises? de position",
    "toma de posición", "posicionamiento", "positionspapier", "posisjonsnotat", "policy position",
    "document de travail", "documento de trabajo", "working paper(?= (?:by|of|from|submitted))",
    r"(?:written|oral) (?:input|comments|observations|response)", "contribution écrite",
    "contribución(?: escrita)?", "aportes?", "høringssvar", "høringsuttalelse", "innspill",
    "eingabe",
)  # fmt: skip
"""What a statement is called."""

_FROM = (
    r"(?:\s+(?:as\s+)?(?:delivered|made|given|submitted|presented|prononcée?|présentée?|faite|"
    r"pronunciada|presentada|leída|holdt|gehalten|abgegeben))?\s+"
    r"(?:by|of|from|on behalf of|av|fra|ved|på vegne av|par|du|de la|de l['’]|de las|de los|del|"
    r"des|de|d['’]|au nom d|von|der|des|vom|durch|im namen|a cargo de|por|en nombre de)"
)
_AT = (
    r"\s(?:to|at|for|before|under|in|on|regarding|concerning|during|sur|om|sobre|ved|til|under|à|"
    r"lors|devant|bei|beim|"
    r"zu[rm]?|anlässlich|ante|en|durante|al|a la|a los|a las)\s"
)
TITLE = re.compile(
    rf"[^\w\n]{{0,3}}(?:[\w'’]+ ){{0,2}}{_KIND}(?:(?=,?\s*(?:\n|$)|,\s)|{_FROM}|{_AT}|"
    r"\s(?:no|nr|n)?[.°º]{0,2}\s?\d)",
    re.IGNORECASE,
)
"""How the line begins that says so: "Joint statement by", "Innlegg av", "Déclaration de"."""

_WRITTEN = r"(?:written )?(?:comments|submission|contribution|input) (?:on|to) "
OF_WHOM = re.compile(
    rf"(?P<who>[^\n]{{2,80}}?)(?:(?:\s+[-–—|]|:)\s+(?:[\w'’]+ ){{0,2}}{_KIND}(?!\w)|"
    rf"['’]s? (?:[\w'’]+ ){{0,1}}{_KIND}(?={_AT})|(?:['’]s?)? {_WRITTEN})",
    re.IGNORECASE,
)
"""A title that names the speaker first: "Net Watch - oral statement"."""

IN_TITLE = Cue(rf"{_KIND}|\b{_WRITTEN}")
"""What stands in any such title: it is looked for first."""

FULL_TITLE = re.compile(
    rf"[^\w\n]{{0,3}}(?:[^\n:–—.]{{1,60}}[:–—]\s)?(?:[\w'’]+ ){{0,2}}{_KIND}{_FROM}\s",
    re.IGNORECASE,
)
"""The same where it goes on to say whose it is."""

BARE = re.compile(rf"[^\w\n]{{0,3}}{_KIND}\W*", re.IGNORECASE)
"""A line that says no more than what it is."""

PLACED = re.compile(rf"{_AT[2:]}|check|\d", re.IGNORECASE)
"""How a line begins that says where it was given."""

GIVEN_BY = re.compile(
    r"[^\w\n]{0,3}(?:as\s+)?(?:delivered|presented|made|read(?: out)?|holdt|fremført|framført|"
    r"prononcée?|vorgetragen|gehalten|pronunciada|leída)\s+(?:by|av|par|von|por)(?:\s|:)|"
    r"(?:speaker|orateur|oratrice|redner(?:in)?|orador|oradora|taler):\s",
    re.IGNORECASE,
)
"""A line that says who read it."""

CHECKED = re.compile(
    r"check(?:ed)? against (?:actual )?delivery|as (?:delivered|prepared for delivery)\W*$|"
    r"seul le (?:texte )?prononcé fait foi|es gilt das gesprochene wort|"
    r"cotejar con (?:la versión|el discurso|la intervención)|verificar con la versión|"
    r"(?:kontrolleres|sjekkes) mot (?:fram|frem)føring|det talte ord gjelder",
    re.IGNORECASE,
)
"""A line that is printed on nothing else."""

_PRESIDING = (
    r"(?:(?:co-?|vice-?)?chair(?:s|person|man|woman)?|president|(?:co-)?facilitators?|leder|"
    r"møteleder|vorsitzender?|präsident(?:in)?|president[ae]|facilitadora?|moderadora?|"
    r"cofacilitador\w*|modérat(?:eur|rice)|facilitat(?:eur|rice)|ordstyrer)"
)
_THANKS = r"(?:thank you(?: very much| so much)?|takk|merci|danke|(?:muchas )?gracias),? "
CHAIR = re.compile(
    rf"(?:{_THANKS})?"
    r"(?:(?:dear |distinguished )?(?:mr|ms|mrs|madam|mister|madame|honou?rable|herr|frau|fru|"
    rf"señora?|sra?)\.? {_PRESIDING}\s*[,.!;:]|"
    r"(?:monsieur|madame),? (?:le|la) (?:président|modérat|facilitat)\w*\s*[,.!;:]|"
    rf"{_PRESIDING}[,!]$)|{_THANKS}{_PRESIDING}[,.!;]",
    re.IGNORECASE,
)
"""How one speaks to a chair, at the beginning of a line."""

GREETING = re.compile(
    r"(?:your )?excellenc(?:y|ies)\b.{0,80}[,:]$|"
    r"distinguished (?:delegates|colleagues).{0,60}[,:]$|"
    r"(?:mesdames(?:,| et) messieurs|señoras y señores|ladies and gentlemen)[,:]$|"
    r"(?:chers|chères) collègues.{0,40}[,:]$|distinguidos delegados.{0,40}[,:]$",
    re.IGNORECASE,
)

SPOKEN = (
    re.compile(
        r"(?<!\w)(?:(?:my|this|our) delegation|min delegasjon|ma délégation|meine delegation|"
        r"mi delegación)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:ha(?:s|ve) the honou?r (?:to|of) (?:speak|deliver|mak|address|tak)|"
        r"(?:i|we) (?:speak|(?:am|are) speaking|take the floor|deliver this|make this)|"
        r"(?:statement|intervention) is (?:made|delivered) on behalf|"
        r"(?:ære[n]? å tale|taler på vegne|tar ordet|holder dette innlegget)|"
        r"l['’]honneur de (?:m['’]exprimer|prendre|prononcer|parler|faire)|m['’]exprime au nom|"
        r"(?:die ehre,? .{0,60}(?:sprechen|abzugeben)|spreche (?:ich )?im namen|ergreife das wort)|"
        r"(?:el honor de (?:hablar|intervenir|pronunciar|hacer)|intervengo en nombre|"
        r"hablo en nombre|hago uso de la palabra))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:align|associate)s? (?:it|our|them)sel(?:f|ves) with|slutter seg til (?:innlegget|"
        r"erklæringen)|(?:se rallie|s['’]associe|souscrit) à la déclaration|"
        r"schließt sich der (?:erklärung|stellungnahme)|se (?:suma|adhiere) a la (?:declaración|"
        r"intervención)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:thank you(?: very much)?,? (?:mr|madam)|i thank you|takk for (?:ordet|opp)\w*|"
        r"je vous remercie|ich danke ihnen|vielen dank|muchas gracias)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:i am (?:convinced|honou?red|pleased|delighted|grateful)|let me|allow me|"
        r"it is (?:a|my|an) (?:great )?(?:pleasure|honou?r|privilege)|permettez-moi|permítanme|"
        r"lassen sie mich|la meg)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)in our (?:view|opinion)(?!\w)|"
        r"(?<!\w)(?:we|vi|nous|wir)(?: (?:also|would like to|wish to|vil|do not|"
        r"cannot|ne))? (?:support|believe|"
        r"call|urge|welcome|reaffirm|stress|oppose|underline|støtter|mener|understreke\w*|"
        r"soutenons|"
        r"appuyons|estimons|considérons|appelons|demandons|proposons|rejetons|souhaitons|"
        r"recommandons|"
        r"unterstützen|begrüßen|betonen|fordern|sind)(?!\w)|"
        r"(?<!\w)(?:apoyamos|consideramos|creemos|subrayamos|respaldamos|instamos|reiteramos|"
        r"proponemos|pedimos|rechazamos|solicitamos|exigimos|agradecemos|abogamos)(?!\w)",
        re.IGNORECASE,
    ),
)  # fmt: skip
"""What is said in a statement, and hardly in a page about a gathering; each tells a bit."""

BEHALF = re.compile(
    r"(?:on behalf of|speaking for|(?:spoke|speaks|speak|intervened) for|på vegne av|"
    r"au nom (?:de la|de l['’]|des|du|de|d['’])|"
    r"im namen (?:der|des|von)|en nombre (?:de la|de los|de las|del|de))\s*"
    r"(?:the |its |le |la |les |el |los |las |den |det |de )?",
    re.IGNORECASE,
)
"""What stands before the group that somebody speaks for."""

HOURS = re.compile(
    r"\d{1,2}[:.h]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:-|–|—|to|til|à|bis|a)\s?\d{1,2}[:.h]\d\d",
    re.IGNORECASE,
)
"""From one hour to another: the head of something that one goes to."""

ANNOUNCES = Cue(
    r"(?<!\w)(?:register (?:here|now|by|at|for|online)|please register|rsvp|sign up|join us|"
    r"registrations? (?:is|are) (?:now )?open|cordially invite|save the date|add to calendar|"
    r"meld deg på|påmelding|inscríbase|inscripci(?:ón|ones) (?:abiert|hasta|en)|"
    r"inscrivez|inscription (?:obligatoire|gratuite)|melden sie sich|um anmeldung)",
)
"""What only something that one can still go to is announced with."""
