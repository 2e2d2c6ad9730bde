"""Verbs whose object is a claim, and the stance that they leave no doubt about."""

import re
from collections.abc import Mapping

from briefing.model import Stance
from briefing.reader.fields.said_words import MORE_DOES

LIVES_WITH = (
    r"(?:also |perhaps )?(?:support|accept|agree to|go along with|live with|consider)(?!\w)"
)
"""What somebody could do who is open."""

_ENGLISH: Mapping[Stance, tuple[str, ...]] = {
    Stance.LEADS: (
        r"(?:table[sd]?|introduce[sd]?|puts? forward|submit(?:s|ted)?)(?= (?:a|an|the|its|our) "
        r"(?:\w+ ){0,3}(?:proposal|draft|text|resolution|amendments?)\b)",
    ),
    Stance.SUPPORTS: (
        r"voted? (?:in favou?r of|for)",
        "supports?", "supported", "backs?", "backed", "endorse[sd]?", "favou?r(?:s|ed)?",
        "welcome[sd]?",
        r"can (?:also |fully |certainly )?(?:support|accept|agree to|go along with)",
        "(?:is|are|was|were|am) (?:strongly |broadly |also )?in favou?r of",
        r"(?:align|associate)(?:s|d|ed)? (?:it|him|her|our|them|my)sel(?:f|ves) with",
        r"join(?:s|ed)? (?:the )?consensus", "co-?sponsor(?:s|ed)?",
        "(?:express|voice)(?:es|s|d|ed)? (?:its |their |our |strong |broad |full )*support for",
        r"(?:is|are|am|was|were|remains?) (?:\w+ )?(?:supportive of|in agreement with)",
        "(?:express|voice)(?:es|s|d|ed)? (?:a |its |their )?(?:strong |clear )?preference for",
        r"agrees? with(?! [^.;]{1,60} that\b)", "(?:stands?|stood) (?:firmly )?(?:by|behind)",
        r"(?:is|are|am) in a position to (?:support|accept|join|endorse)",
    ),
    Stance.OPEN: (
        r"(?:would be|is|are|am|was|were|remains?|remained|stands?|stood) (?:(?:also|fully|still|"
        r"however|therefore|nevertheless|nonetheless|\w+ly),? )?"
        r"(?:open|ready|prepared|willing)(?:, however,)? to",
        f"could {LIVES_WITH}",
        r"(?:sees?|saw) (?:some |much |great )?(?:merit|value) in", "showed flexibility on",
        "(?:express|voice|signal)(?:es|s|ed|d)? (?:its |their |our )?(?:readiness|willingness) to",
        "(?:is|are|am|remains?) (?:also |fully )?flexible(?: (?:on|as to|regarding|about|with))?",
        "can (?:also )?live with",
    ),
    Stance.RESERVES: (
        r"question(?:s|ed)?(?= (?:the|whether|if|why|how)\b)",
        r"reserve[sd]? (?:its|our|their|his|her|my) (?:position|right)",
        r"(?:is|are|am|was|were|remains?|remained) (?:not (?:yet |entirely |fully )?(?:convinced|"
        r"persuaded|certain)|unconvinced|sceptical|skeptical)",
        r"(?:voice|express|raise|place|enter)(?:es|s|d|ed)? (?:\w+ )?(?:reservations?|doubts?)"
        r" (?:about|over|on|that|regarding|as to)",
        r"(?:has|have|had) (?:\w+ )?(?:reservations?|doubts) (?:about|over|on|with|regarding|as "
        r"to)",
    ),
    Stance.OPPOSES: (
        "opposes?", "opposed", "reject(?:s|ed)?", "objects? to", "objected to",
        r"(?:is|are|am|was|were|remains?|remained) (?:strongly |firmly |also )?(?:opposed to|"
        "against)",
        r"(?:cannot|can ?not|can['’]t|could not|will not|won['’]t|would not|(?:is|are|am) not "
        r"(?:able|in a position|ready|prepared) to|(?:is|are|am) unable to)"
        r"(?:,? (?:however|therefore|thus|also|yet|currently|\w+ly),?)? (?:accept|agree (?:to|"
        r"with)|"
        "support|join|endorse|go along with|live with|subscribe to|consent to|be part of)",
        r"(?:do|does|did) not(?:, however,| yet| currently)? see (?:the|"
        r"any|a) (?:need|value|merit|reason|case|added value)",
        "voted? against", r"(?:do|does|did) not (?:share|agree with|subscribe to)",
        r"(?:is|are|am|was|were) not (?:in favou?r|supportive) of", "disagree[sd]? with",
        "(?:express|voice)(?:es|s|d|ed)? (?:its |their |strong |firm )*opposition to",
        "(?:sees?|saw) no (?:need|value|merit|reason|case)",
    ),
    Stance.DISSOCIATES: (
        "dis(?:as)?sociate[sd]? from", "express(?:es|ed)? (?:its |their )?dis(?:as)?sociation from",
        r"(?:dissociate|disassociate|distance)[sd]? (?:it|him|her|our|them|my)sel(?:f|ves) from",
    ),
    Stance.UNKNOWN: (
        r"(?:is|are|am|was|were|remains?|remained) (?:\w+ly |very |also )?(?:concerned|worried|"
        "alarmed) (?:about|by|at|over)",
        "encourage[sd]?", "request(?:s|ed)?", "calls? for", "called for",
        "calls? (?:up)?on", "called (?:up)?on", "urge[sd]?",
        "demand(?:s|ed)?", "propose[sd]?", "advocate[sd]?(?: for)?", "ask(?:s|ed)? for",
        "prefer(?:s|red)?", "want(?:s|ed)?", "(?:is|are) opting for", "opt(?:s|ed)? for",
        "push(?:es|ed)? for", "(?:is|are) (?:also )?pushing for", "press(?:es|ed)? for",
        "stress(?:es|ed)?", "refuse[sd]?", "recommend(?:s|ed)?", "insist(?:s|ed)? on",
        "(?:is|are) committed to", "(?:has|have) pledged", "pledge[sd]?",
        "suggest(?:s|ed)?(?= (?:\\w+ing|the|an?)\\b)",
        r"would like(?= (?!to\b)(?:\w+ ){1,4}to\b)", "condemn(?:s|ed)?", "lament(?:s|ed)?",
        "(?:would (?:like|wish)|hopes?) to see", "deplore[sd]?", "abstain(?:s|ed)? (?:on|from|in)",
        r"ask(?:s|ed)?(?= (?!whether|what|how|why|if|who|when|where|for|that|about)[^.;:?]{3,80} "
        r"(?:not )?to \w)",
        "insist(?:s|ed)? that", "undert(?:akes?|ook) to", "(?:offer|vow|promise)(?:s|d|ed)? to",
        r"commit(?:s|ted)? (?:\w+sel(?:f|ves) )?to(?! paper)",
        r"(?:has|have) committed (?:\w+sel(?:f|ves) )?to",
        "(?:takes?|took|accepts?) (?:full |its )?responsibility for",
        r"(?:considers?|considered|regards?|deems?|views?|sees?|treats?)(?= [^.;:]{3,100}? (?:to "
        r"be|as) )",
        r"understands?(?= [^.;:]{3,100}? (?:to|as) \w)",
        r"regret(?:s|ted)?(?= (?:the|any|this|these|such)\b)",
        r"note[sd]? with (?:\w+ )?(?:concern|regret|satisfaction|appreciation|alarm)",
        r"(?:has|have|had|shares?) (?:\w+ )?concerns? (?:about|over|with|regarding|that|at)",
        r"(?:is|are|am|was|were) (?:\w+ )?(?:critical of|disappointed (?:by|at|with))",
        r"(?:emphasi[sz]|stress|highlight|underscor|underlin)(?:e[sd]?|ed|es|s)?(?= \w{3,}ing\b)",
        r"(?:express|voice)(?:es|s|d|ed)? (?:\w+ )?(?:disappointment|regret|alarm|frustration) "
        "(?:about|at|over|with|that)",
        "echo(?:es|ed)?(?= the| calls?| what)", "maintain(?:s|ed)?(?= its| our| their)",
        "caution(?:s|ed)? against", "warn(?:s|ed)? (?:against|of)",
        "attach(?:es|ed)? (?:the )?(?:great(?:est)? |particular |much |utmost |high |special |"
        "considerable |significant )?(?:importance|priority|weight|value) to",
        r"(?:voice|express|raise)(?:es|s|d|ed)? (?:\w+ )?concerns? (?:about|over|at|that)",
        r"(?:consider|deem|find)(?:s|ed)? it(?= (?:\w+ ){1,3}(?:to|that)\b)",
        r"(?:highlight|underlin|emphasi[sz]|underscor|reiterat|reaffirm|recogni[sz]|acknowledg|"
        r"recall)(?:s|ed|e|es)?(?= (?:the|its|our|their|his|her) (?:[\w-]+ ){0,3}(?:need|"
        r"importance|"
        r"value|urgency|necessity|risks?|commitment|support|position|call|centrality|primacy|"
        r"applicability|role|relevance|obligations?|responsibilit(?:y|ies)|principles?|rights?|"
        r"sovereignty|view|concerns?|opposition|request|proposal|impact|nature)\b)",
    ),
}  # fmt: skip

_NORWEGIAN: Mapping[Stance, tuple[str, ...]] = {
    Stance.SUPPORTS: (
        "støtter", "støttet", "stiller seg bak", "slutter (?:seg|oss) til", "kan støtte",
        "er for",
    ),
    Stance.OPEN: (
        "(?:er|vil være|kan være|er fortsatt) (?:åpent?|åpne|klare?|villige?) (?:for|til)",
        "(?:vil )?kunne (?:støtte|akseptere)",
    ),
    Stance.RESERVES: (
        "tar forbehold", "forbeholder (?:seg|oss)", "er (?:ikke|foreløpig ikke) overbevist",
    ),
    Stance.OPPOSES: (
        "avviser", "avviste", "går imot", "gikk imot", "motsetter (?:seg|oss)",
        r"kan (?:vi )?(?:\w+ )?ikke (?:akseptere|godta|støtte|slutte)",
        "ser (?:vi )?(?:ikke|ingen) (?:noe )?(?:behov|grunn|nytte|merverdi)",
    ),
    Stance.DISSOCIATES: ("tar avstand fra",),
    Stance.UNKNOWN: (
        "ønsker(?! (?:velkommen|å understreke|å peke))", "ønsket", "krever", "foreslår",
        "går inn for", "(?:tatt|tar) til orde for", "oppfordrer", "etterlyser", "ber om",
        "anbefaler", "forplikter (?:seg|oss) til", "tilbyr", "advarer mot", "fordømmer", "beklager",
        r"ber (?!om)(?:\w+ ){1,4}om", "legger (?:stor )?vekt på", "lover å", "fraråder",
    ),
}  # fmt: skip

_HAVE = r"(?:a|ont|avons|avait|avaient) (?:également |aussi |en outre |toutefois |fermement )?"
_IS = (
    r"(?:s['’](?:est|était)|se (?:sont|dit|disent|disait)|(?<=nous )nous sommes|est|sont|sommes|"
    r"reste(?:nt)?|restons|demeure(?:nt)?|était|étaient) (?:également |aussi |toutefois |très )?"
)
_TO, _OF = "(?:à|au|aux)", "(?:de|des|du|d['’])"

_FRENCH: Mapping[Stance, tuple[str, ...]] = {
    Stance.SUPPORTS: (
        "soutien(?:t|nent)", "soutenons", "appui(?:e|ent)", "appuyons",
        f"souscri(?:t|vent|vons) {_TO}",
        f"se rallie(?:nt)? {_TO}", f"(?<=nous )nous rallions {_TO}", f"s['’]associe(?:nt)? {_TO}",
        f"(?<=nous )nous associons {_TO}", f"{_HAVE}(?:appuyé|soutenu|salué|approuvé|voté pour)",
        f"{_IS}favorables? {_TO}", "approuv(?:e|ent|ons)", f"{_IS}en faveur {_OF}",
        f"{_IS}(?:ralliée?s?|associée?s?) {_TO}",
        f"(?:se félicite(?:nt)?|(?<=nous )nous félicitons) {_OF}", f"{_IS}félicitée?s? {_OF}",
        "salue(?:nt)?", "saluons", "vot(?:e|ent|ons) (?:pour|en faveur)",
    ),
    Stance.OPEN: (
        r"(?:est|sont|sommes|serait|seraient|serions|reste|restons|demeure) (?:\w+ )?"
        r"(?:prête?s?|ouverte?s?|disposée?s?) (?:à|au)",
        "pourr(?:ait|aient|ions) (?:appuyer|soutenir|accepter)",
        "(?:soutiendr|appuier|accepter)(?:ait|aient|ions)",
    ),
    Stance.RESERVES: (
        "réserv(?:e|ent|ons) (?:sa|leur|notre) position",
        r"(?:n['’](?:est|sont)|ne sommes) pas (?:\w+ )?convaincue?s?",
        r"(?:exprim|émet|formul)\w* (?:des|ses|leurs|de \w+) (?:réserves|doutes)",
    ),
    Stance.OPPOSES: (
        f"s['’]oppose(?:nt)?(?: pas)? {_TO}", f"(?<=nous )nous opposons(?: pas)? {_TO}",
        f"(?:s['’]est|se sont|est|sont|sommes) (?:fermement )?opposée?s? {_TO}",
        "rejett(?:e|ent)", "rejetons",
        f"{_HAVE}(?:rejeté|voté contre)", "vot(?:e|ent|ons) contre",
        f"(?:n['’](?:est|sont)|ne sommes) pas en mesure {_OF}",
        f"ne (?:sont|sommes) pas favorables? {_TO}",
        f"n['’]est pas favorable {_TO}",
        "ne (?:peut|peuvent|pouvons|saurait|sauraient|saurions) (?:pas )?(?:accepter|appuyer|"
        "soutenir|souscrire|approuver)",
        "ne voi(?:t|ent) pas (?:la nécessité|l['’]utilité|l['’]intérêt)",
        "ne voyons pas (?:la nécessité|l['’]utilité|l['’]intérêt)",
        "ne (?:souhait|partag)(?:e|ent|eons|ons) pas",
    ),
    Stance.DISSOCIATES: (
        f"se dissocie(?:nt)? {_OF}", f"(?<=nous )nous dissocions {_OF}", f"{_IS}dissociée?s? {_OF}",
    ),
    Stance.UNKNOWN: (
        f"appell(?:e|ent) (?:{_TO}|les|tous|de ses vœux)", f"appelons (?:{_TO}|les|tous)",
        "demande(?:nt)?", "demandons", "propose(?:nt)?", "proposons", "exige(?:nt)?", "exigeons",
        "préconise(?:nt)?", "préconisons", "encourage(?:nt|ons)?", "recommande(?:nt)?",
        "recommandons", "souhaite(?:nt)?", "souhaitons", "réclam(?:e|ent|ons)",
        r"plaid(?:e|ent|ons)(?: [^.;:,«]{1,30}?)? (?:pour|en faveur)",
        f"{_HAVE}(?:demandé|proposé|exigé|préconisé|recommandé|encouragé|condamné|souhaité|réclamé|"
        f"refusé|insisté sur|plaidé (?:pour|en faveur)|appelé (?:{_TO}|les)|défendu|dénoncé|"
        "regretté|suggéré)",
        "refuse(?:nt)?", "refusons", "condamn(?:e|ent|ons)", "dénonc(?:e|ent)", "dénonçons",
        f"(?:s['’]engage(?:nt)?|(?<=nous )nous engageons|engageons) {_TO}",
        f"(?:s['’]est|se sont|(?<=nous )nous sommes|sommes) engagée?s? {_TO}",
        "(?:ne )?voulons(?: pas)?(?= d['’e]| un)", "ne veu(?:t|lent) pas(?= d['’e])",
        "insist(?:e|ent|ons) sur", "attach(?:e|ent|ons) (?:une|la plus|beaucoup)",
        "prôn(?:e|ent|ons)", "défend(?:ent|ons)?", f"offr(?:e|ent|ons) {_OF}",
        "regrette(?:nt)? (?=l['’]|la |le |les |cette |ce )", "regrettons (?=l['’]|la |le |les )",
        "(?:souligne(?:nt)?|soulignons|rappelle(?:nt)?|rappelons|réaffirme(?:nt)?|réaffirmons|"
        "réitère(?:nt)?|réitérons)(?= (?:l['’]|la |le |les |son |sa |leur |notre )"
        "(?:importance|nécessité|rôle|urgence|attachement|soutien|engagement|primauté|besoin|"
        "position|appel|applicabilité|caractère|opposition|responsabilité))",
        f"s['’]inquiète(?:nt)? {_OF}", f"(?<=nous )nous inquiétons {_OF}",
    ),
}  # fmt: skip

_GERMAN: Mapping[Stance, tuple[str, ...]] = {
    Stance.SUPPORTS: (
        "unterstütz(?:t|en|te|ten)", "befürworte(?:t|n|te|ten)", "begrüß(?:t|en|te|ten)",
        r"schließ(?:t|en) (?:sich|(?:wir )?uns)(?=[^.;]{1,200}\san\b)",
    ),
    Stance.OPEN: (
        r"(?:ist|sind|wäre|wären) (?:wir )?(?:\w+ ){0,2}(?:offen|bereit)",
        r"könnten?(?=[^.;]{1,160}\s(?:unterstützen|mittragen|akzeptieren)\b)",
    ),
    Stance.RESERVES: (
        r"(?:ist|sind) (?:wir )?(?:noch )?nicht (?:davon )?überzeugt",
        "(?:behält sich|behalten (?:wir )?uns)",
    ),
    Stance.OPPOSES: (
        r"lehn(?:t|en|te|ten)(?=[^.;]{1,200}\sab\b)",
        r"(?:kann|können)(?=[^.;]{1,160}\snicht (?:akzeptieren|zustimmen|mittragen|unterstützen))",
        r"(?:sieht|sehen|sah) (?:wir )?(?:\w+ )?keine?n? (?:Notwendigkeit|Bedarf|Mehrwert|Grund)",
        r"wende(?:t|n) (?:sich|(?:wir )?uns) gegen",
    ),
    Stance.DISSOCIATES: ("distanzier(?:t|en) (?:sich|(?:wir )?uns)",),
    Stance.UNKNOWN: (
        "forder(?:t|n|te|ten)", "verlang(?:t|en|te|ten)", r"ruf(?:t|en)(?=[^.;]{1,200}\sauf\b)",
        r"(?:schlägt|schlagen)(?=[^.;]{1,200}\svor\b)", "plädier(?:t|en|te|ten) für",
        r"setz(?:t|en) (?:sich|(?:wir )?uns) (?:\w+ )?für", "verurteil(?:t|en|te|ten)",
        "verpflichte(?:t|n) (?:sich|(?:wir )?uns)(?: dazu)?", "warn(?:t|en|te|ten) vor",
        "empfiehlt", "empfehlen", "bedauer(?:t|n|te|ten)", r"leg(?:t|en) (?:\w+ )?Wert auf",
    ),
}  # fmt: skip

_SPANISH: Mapping[Stance, tuple[str, ...]] = {
    Stance.SUPPORTS: (
        "apoya(?:n|mos|ron)?", "apoyó", "respalda(?:n|mos|ron)?", "respaldó",
        "acoge(?:n|mos)? con (?:beneplácito|satisfacción)", "(?:se suman?|nos sumamos) a",
        "(?:se adhieren?|nos adherimos) a", "(?:se alinean?|nos alineamos) con",
        "est(?:á|án|amos) (?:\\w+ )?(?:a favor|de acuerdo)", "celebra(?:n|mos)?", "celebró",
        "saluda(?:n|mos)?", "favorece(?:n|mos)?", "se sumó a", "comparten?(?= (?:la|el|los|las) )",
        "compartimos(?= (?:la|el|los|las) )", "votó a favor", "hace(?:n|mos) suy[oa]s?",
    ),
    Stance.OPEN: (
        "est(?:á|án|amos|aría|arían|aríamos) (?:abiert[oa]s?|dispuest[oa]s?|list[oa]s?) a",
        "podr(?:ía|ían|íamos) (?:apoyar|aceptar)", "(?:acept|apoy)ar(?:ía|ían|íamos)",
        "se mostró dispuest[oa] a",
    ),
    Stance.RESERVES: (
        "se reservan? su posición", "nos reservamos (?:nuestra posición|el derecho)",
        "no est(?:á|án|amos) convencid[oa]s? de",
    ),
    Stance.OPPOSES: (
        "se oponen?(?:ía)? a", "nos oponemos a", "se opuso a", "rechaza(?:n|mos|ron)?", "rechazó",
        "no (?:puede|pueden|podemos) (?:aceptar|apoyar)",
        "no (?:comparten?|compartimos)", "no favorece(?:n|mos)?", "votó en contra",
        "no est(?:á|án|amos) (?:\\w+ )?(?:en condiciones de|de acuerdo con|a favor de)",
        "no (?:puede|pueden|podemos) (?:sumar(?:se|nos)|respaldar)",
        "no (?:ve|ven|vemos) (?:la|ninguna) (?:necesidad|utilidad)",
    ),
    Stance.DISSOCIATES: ("se disocian? de", "nos disociamos de"),
    Stance.UNKNOWN: (
        "prefieren?", "preferimos", "piden?", "pedimos", "pidió", "proponen?", "proponemos",
        "propuso", "exigen?", "exigimos", "instan? a", "instamos a", "exhorta(?:n|mos)? a",
        "llama(?:n|mos)? a",
        "hace(?:n|mos)? un llamad[oa] a", "aboga(?:n|mos)? por", "abogó por", "llamó a",
        "(?:se compromet(?:en?|ió)|se ha(?:n)? comprometido|nos comprometemos) a",
        "ofrece(?:n|mos)?(?= (?:su|sus|ser|acoger|sede|nuestr[oa]|apoyo|compartir|\\w+r) )",
        "ofreció",
        "(?:no )?(?:queremos|quieren?)(?! (?:expresar|agradecer|felicitar|señalar|destacar|"
        "subrayar|"
        "decir|empezar|comenzar|referir|dejar|que))",
        "lamenta(?:n|mos)?", "lamentó", "condena(?:n|mos)?", "condenó", "solicita(?:n|mos)?",
        "solicitó", "exigió", "demanda(?:n|mos)?", "recomiendan?", "recomendamos", "recomendó",
        "alienta[n]?", "alentamos", "insisten? en", "insistimos en", "insistió en", "defienden?",
        "defendemos", "reclama(?:n|mos)?", "reclamó", "plantea(?:n|mos)?", "planteó",
        "otorga(?:n|mos)? (?:gran |especial )?importancia a", "coincid(?:en?|imos|ió) con",
        "(?:subray|destac|reiter|reafirm|reconoc)(?:an?|en?|amos|emos|ó)(?= (?:la|el|su|sus|"
        "nuestr[oa]) "
        "(?:\\w+ )?(?:importancia|necesidad|papel|rol|urgencia|compromiso|apoyo|valor|llamado|"
        "posición|"
        "aplicabilidad|carácter|responsabilidad|relevancia))",
        "(?:(?:nos|le|les) )?preocupan?", "necesita(?:n|mos)",
    ),
}  # fmt: skip


def _contracted(verb: str) -> str:
    """Return a Spanish verb with its word as it stands before "el" too: "se sumó al"."""
    return re.sub(r"(?<=[a-zóán)]) (a|de)$", r" \1l?", verb)


DOES: Mapping[str, Stance] = {
    _contracted(verb): stance
    for table in (_ENGLISH, _NORWEGIAN, _FRENCH, _GERMAN, _SPANISH, MORE_DOES)
    for stance, verbs in table.items()
    for verb in verbs
}
"""Verb pattern -> what its subject does; unknown where the verb says no more than a wish."""

EDITS = (
    r"provided(?: that)?", "subject to", r"if(?= (?:the|it|this|that|they|there)\b)",
    "on (?:the )?condition that", "as long as",
    r"with (?:the following |some |minor |certain |a few )?(?:edits|amendments|changes|"
    "modifications|adjustments)",
    "forutsatt at", "under forutsetning av", "à condition", "sous réserve", "pourvu que",
    "vorausgesetzt", "sofern", "unter der bedingung", "siempre que", "a condición de",
    "con (?:algunas |las siguientes )?enmiendas",
)  # fmt: skip
"""Words of a claim by which support hangs on a change."""

COURTESY = (
    r"(?:request|demand|solicit)\w* (?:the )?(?:pleasure|honou?r|plaisir|honor)|"
    r"invit\w*(?: \S+){0,8}? (?:seminar|semin|webina|taller|conferenc|conférenc|coloqu|colloqu|"
    r"table ronde|mesa |panel|jornada|journée|ciclo|conversatorio|rencontre|débat|debate|atelier|"
    r"presentación|lanzamiento|encuentro|particip|asist|assister|inscri|foro|forum|event|"
    r"workshop|conversation|soirée|cours|curso|l['’]atelier)|"
    r"invit\w* (?:you|anyone|everyone|deg|dere|dykk|alle|tout le monde|ustedes|a todos)\b|"
    r"(?:vous|les) invit\w*|(?:laden|lädt) (?:Sie|euch|alle|herzlich)|(?:le|les|os) invit\w*|"
    r"(?:demand|pid|formul)\w* (?:\w+ )?(?:choses|cosas|things)|"
    r"(?:souhait\w+|voudr\w+|tien\w+ à|tenons à|propose de|dese\w+|quisi\w+|wish\w*|would like|"
    r"wants?) (?:to )?(?:y |en |s['’])?(?:formul|ajout|fai(?:re|t)|présent|évoqu|abord|exprim|"
    r"reven|rappel|expliqu|soulign|félicit|remerci|assur|refer|hacer|añad|compart|expres|agradec|felicit|make|"
    r"add|share|offer|turn|take|thank|congratulat|express)\w*(?! qu)|"
    r"(?:support|welcome|endorse|back|apoya|respalda|støtte|unterstütz|begrüß|soutien|salu|appui)"
    r"\w* (?:you|everyone|all (?:of you|participants|delegates)|(?:the|this) opportunity|"
    r"(?:the )?(?:distinguished )?(?:participants|delegates|colleagues|guests|speakers)\b|"
    r"(?:the )?(?:efforts|work|leadership) of the (?:co-)?chairs?|"
    r"your (?:efforts?|work|leadership|chairmanship|appointment|election)|"
    r"the (?:new )?(?:co-)?chairs?\b(?!['’])|deg|dere|sie\b|ihre\b|vous\b|a usted|su labor)(?!\w)"
)
"""What is said to a chair or a guest, and attributes nothing."""
