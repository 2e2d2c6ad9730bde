"""Verbs whose object is a claim, and the stance that they leave no doubt about."""

from collections.abc import Mapping

from briefing.model import Stance

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
    ),
    Stance.OPEN: (
        r"(?:would be|is|are|am|was|were|remains?|remained|stands?|stood) (?:also |fully )?"
        r"(?:open|ready|prepared|willing)(?:, however,)? to",
        f"could {LIVES_WITH}",
        r"(?:sees?|saw) (?:some |much |great )?(?:merit|value) in", "showed flexibility on",
        "(?:express|voice|signal)(?:es|s|ed|d)? (?:its |their |our )?(?:readiness|willingness) to",
    ),
    Stance.RESERVES: (
        r"question(?:s|ed)?(?= (?:the|whether|if|why|how)\b)",
        r"reserve[sd]? (?:its|our|their|his|her|my) (?:position|right)",
        r"(?:is|are|am|was|were|remains?|remained) (?:not (?:yet |entirely |fully )?(?:convinced|"
        r"persuaded|certain)|unconvinced|sceptical|skeptical)",
        r"(?:voice|express|raise|place|enter)(?:es|s|d|ed)? (?:\w+ )?(?:reservations?|doubts?)"
        r" (?:about|over|on|that|regarding|as to)",
    ),
    Stance.OPPOSES: (
        "opposes?", "opposed", "reject(?:s|ed)?", "objects? to", "objected to",
        r"(?:is|are|am|was|were|remains?|remained) (?:strongly |firmly |also )?(?:opposed to|"
        "against)",
        r"(?:cannot|can ?not|could not|will not|is not (?:able|in a position|ready|prepared) to|"
        r"are not (?:able|in a position|ready|prepared) to) (?:accept|agree to|support|join|"
        "endorse|go along with)",
        r"(?:do|does|did) not(?:, however,| yet| currently)? see (?:the|"
        r"any|a) (?:need|value|merit|reason|case|added value)",
        "voted? against", r"(?:do|does|did) not (?:share|agree with|subscribe to)",
        r"(?:is|are|am|was|were) not in favou?r of",
        "(?:sees?|saw) no (?:need|value|merit|reason|case)",
    ),
    Stance.DISSOCIATES: (
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
        "caution(?:s|ed)? against", "warn(?:s|ed)? (?:against|of)",
        "attach(?:es|ed)? (?:great |particular |much )?importance to",
        r"(?:voice|express|raise)(?:es|s|d|ed)? (?:\w+ )?concerns? (?:about|over|at|that)",
        r"(?:consider|deem|find)(?:s|ed)? it(?= (?:\w+ ){1,3}(?:to|that)\b)",
        r"(?:highlight|underlin|emphasi[sz]|underscor|reiterat|reaffirm)(?:s|ed|e|es)?(?= (?:the|"
        r"its|our|their|his|her) (?:\w+ ){0,2}(?:need|importance|value|urgency|necessity|risks?|"
        r"commitment|support|position|call|centrality|primacy|applicability)\b)",
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
    ),
}  # fmt: skip

_FRENCH: Mapping[Stance, tuple[str, ...]] = {
    Stance.SUPPORTS: (
        "soutien(?:t|nent)", "soutenons", "appui(?:e|ent)", "appuyons", "souscri(?:t|vent|vons) à",
        "se rallie(?:nt)? à", "nous rallions à", "s['’]associe(?:nt)? à", "nous associons à",
        "(?:se félicite(?:nt)?|nous félicitons) d[eu]", "salue(?:nt)?", "saluons",
    ),
    Stance.OPEN: (
        r"(?:est|sont|sommes|serait|seraient|serions|reste|restons|demeure) (?:\w+ )?"
        r"(?:prête?s?|ouverte?s?|disposée?s?) (?:à|au)",
        "pourr(?:ait|aient|ions) (?:appuyer|soutenir|accepter)",
    ),
    Stance.RESERVES: (
        "réserv(?:e|ent|ons) (?:sa|leur|notre) position",
        r"(?:n['’](?:est|sont)|ne sommes) pas (?:\w+ )?convaincue?s?",
    ),
    Stance.OPPOSES: (
        "s['’]oppose(?:nt)? (?:à|au)", "nous opposons (?:à|au)", "rejett(?:e|ent)", "rejetons",
        "(?:n['’](?:est|sont)|ne sommes) pas en mesure d['’]",
        "ne (?:peut|peuvent|pouvons) (?:pas )?(?:accepter|appuyer|soutenir)",
        "ne voi(?:t|ent) pas (?:la nécessité|l['’]utilité|l['’]intérêt)",
        "ne voyons pas (?:la nécessité|l['’]utilité|l['’]intérêt)",
    ),
    Stance.DISSOCIATES: ("se dissocie(?:nt)? d[eu]", "nous dissocions d[eu]"),
    Stance.UNKNOWN: (
        "appell(?:e|ent) (?:à|au|les|tous)", "appelons (?:à|au|les|tous)", "demandent?",
        "demandons", "proposent?", "proposons", "exigent?", "exigeons", "préconisent?",
        "préconisons", "plaid(?:e|ent|ons) (?:pour|en faveur)", "encourage(?:nt|ons)",
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
        r"setz(?:t|en) (?:sich|(?:wir )?uns) (?:\w+ )?für",
    ),
}  # fmt: skip

_SPANISH: Mapping[Stance, tuple[str, ...]] = {
    Stance.SUPPORTS: (
        "apoya(?:n|mos|ron)?", "apoyó", "respalda(?:n|mos|ron)?", "respaldó",
        "acoge(?:n|mos)? con (?:beneplácito|satisfacción)", "(?:se suman?|nos sumamos) a",
        "(?:se adhieren?|nos adherimos) a", "(?:se alinean?|nos alineamos) con",
    ),
    Stance.OPEN: (
        "est(?:á|án|amos|aría|arían|aríamos) (?:abiert[oa]s?|dispuest[oa]s?|list[oa]s?) a",
        "podr(?:ía|ían|íamos) (?:apoyar|aceptar)",
    ),
    Stance.RESERVES: (
        "se reservan? su posición", "nos reservamos (?:nuestra posición|el derecho)",
        "no est(?:á|án|amos) convencid[oa]s? de",
    ),
    Stance.OPPOSES: (
        "se oponen?(?:ía)? a", "nos oponemos a", "se opuso a", "rechaza(?:n|mos|ron)?", "rechazó",
        "no (?:puede|pueden|podemos) (?:aceptar|apoyar)",
        "no (?:comparten?|compartimos)",
        "no (?:ve|ven|vemos) (?:la|ninguna) (?:necesidad|utilidad)",
    ),
    Stance.DISSOCIATES: ("se disocian? de", "nos disociamos de"),
    Stance.UNKNOWN: (
        "prefieren?", "preferimos", "piden?", "pedimos", "pidió", "proponen?", "proponemos",
        "propuso", "exigen?", "exigimos", "instan? a", "instamos a", "exhorta(?:n|mos)? a",
        "llama(?:n|mos)? a",
        "hace(?:n|mos)? un llamad[oa] a", "aboga(?:n|mos)? por",
    ),
}  # fmt: skip


DOES: Mapping[str, Stance] = {
    verb: stance
    for table in (_ENGLISH, _NORWEGIAN, _FRENCH, _GERMAN, _SPANISH)
    for stance, verbs in table.items()
    for verb in verbs
}
"""Verb pattern -> what its subject does; unknown where the verb says no more than a wish."""

EDITS = (
    r"provided(?: that)?", "subject to", "on (?:the )?condition that", "as long as",
    r"with (?:the following |some |minor |certain |a few )?(?:edits|amendments|changes|"
    "modifications|adjustments)",
    "forutsatt at", "under forutsetning av", "à condition", "sous réserve", "pourvu que",
    "vorausgesetzt", "sofern", "unter der bedingung", "siempre que", "a condición de",
    "con (?:algunas |las siguientes )?enmiendas",
)  # fmt: skip
"""Words of a claim by which support hangs on a change."""

COURTESY = (
    r"(?:support|welcome|endorse|back|apoya|respalda|støtte|unterstütz|begrüß|soutien|salu|appui)"
    r"\w* (?:you|everyone|all (?:of you|participants|delegates)|(?:the|this) opportunity|"
    r"(?:the )?(?:distinguished )?(?:participants|delegates|colleagues|guests|speakers)\b|"
    r"(?:the )?(?:efforts|work|leadership) of the (?:co-)?chairs?|"
    r"your (?:efforts?|work|leadership|chairmanship|appointment|election)|"
    r"the (?:new )?(?:co-)?chairs?\b|deg|dere|sie\b|ihre\b|vous\b|a usted|su labor)(?!\w)"
)
"""What is said to a chair or a guest, and attributes nothing."""
