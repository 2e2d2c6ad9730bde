"""The words by which texts attribute views, in the languages that the field writes."""

SAYS: tuple[str, ...] = (
    "believes?", "believed", "holds?", "held", "argues?", "argued", "says?", "said", "maintains?",
    "maintained", "insists?", "insisted",
    "claims?", "claimed", "states?(?= that)", "stated", "considers?", "considered", "thinks?",
    "thought", "fears?", "feared", "warns?", "warned",
    "stress(?:es|ed)?", "emphasi[sz]e[sd]?", "notice[sd]?", "add(?:s|ed)?", "tell[s]?",
    r"told [^.;:?“\"]{2,80}?", "underlines?", "underlined", "underscore[sd]?", "reiterate[sd]?",
    "affirm(?:s|ed)?", "reaffirm(?:s|ed)?",
    "conclude[sd]?", "suggest(?:s|ed)?", "note[sd]?", "point(?:s|ed)? out", "complain(?:s|ed)?",
    "doubt(?:s|ed)?", "contend(?:s|ed)?", "assert(?:s|ed)?",
    "declare[sd]?", "observe[sd]?", "recall(?:s|ed)?", "caution(?:s|ed)?", "predict(?:s|ed)?",
    "hope[sd]?", "feel[s]?", "felt", "agree[sd]?(?: with [^,.;:]{1,40}?)?", "concur(?:s|red)?",
    "highlight(?:s|ed)?", "acknowledge[sd]?", "recogni[sz]e[sd]?", "explain(?:s|ed)?",
    "clarif(?:y|ies|ied)", "regret(?:s|ted)?", "remark(?:s|ed)?", "propose[sd]?", "remind(?:s|ed)?",
    "request(?:s|ed)?", "express(?:es|ed)? (?:the (?:view|hope)|concern)",
    "ask(?:s|ed)?", "demand(?:s|ed)?", "urge[sd]?", "recommend(?:s|ed)?", "understands?",
    "understood", "object(?:s|ed)?", "repl(?:y|ies|ied)", "counter(?:s|ed)?", "prefer(?:s|red)?",
    "trusts?", "expect(?:s|ed)?", "pledge[sd]?", "promise[sd]?", "ma(?:kes?|de) (?:it )?clear",
    "announce[sd]?", r"(?:puts?|wish(?:es)? to put) (?:it )?on record",
    "share[sd]? the view", "takes? the view",
    "(?:is|are|am|was|were|remains?|remained) (?:firmly |also |fully |deeply |strongly )?(?:of the "
    "(?:view|opinion)|convinced|confident|concerned|worried|aware|disappointed|pleased)",
    "sostienen?", "sostuvo", "afirman?", "afirmó", "consideran?", "consideró", "creen?", "opinan?",
    "opinó", "dijo", "dicen?", "indican?", "indicó", "advierten?", "advirtió", "aseguran?",
    "aseguró", "manifiestan?", "manifestó", "expresó", "apuntó", "insisten? en", "insistió en",
    "señalan?", "señaló", "subrayan?", "subrayó", "destacan?", "destacó", "estiman?", "recordó",
    "recuerdan?", "piden?", "pidió", "exigen?", "exigió", "solicitan?", "solicitó", "proponen?",
    "propuso", "lamentan?", "lamentó", "entienden?", "coinciden? en", "coincidió en", "reafirman?",
    "sostenemos", "consideramos", "creemos", "opinamos", "señalamos", "subrayamos", "destacamos",
    "estimamos", "reiteramos", "reitera[n]?", "reiteró", "recordamos", "pedimos", "exigimos",
    "solicitamos", "proponemos", "lamentamos", "entendemos", "coincidimos en", "reafirmamos",
    "observamos", "esperamos", "pensamos", "insistimos en", "advertimos",
    "(?:no )?(?:queremos|deseamos|quieren?)", "confía(?:n|mos)? en", "recomiendan?", "recomendamos",
    "est(?:á|án|amos) convencid[oa]s? de", "(?:nos )?preocupa", "rechaza(?:n|mos)?", "rechazó",
    "mener", "mente", "hevder", "hevdet", "sier", "sa", "understreker", "understreket",
    "understreke", "påpeker", "påpekte", "fremhever", "mintes?", "minner om", "krever", "ber om",
    "foreslår", "anbefaler", "forventer", "beklager", "advarer mot", "ønsker", "erklærer",
    "frykter", "er (?:dypt |svært )?(?:overbevist|bekymret) (?:om|over)", "er av den oppfatning",
    "(?:a|ont|avons|avait|avaient) (?:également |aussi |en outre |toutefois |alors )?(?:estimé|"
    "affirmé|souligné|rappelé|considéré|indiqué|précisé|regretté|déclaré|noté|observé|averti|"
    "ajouté|réaffirmé|jugé|souhaité|demandé|proposé|exigé|préconisé|refusé|suggéré|recommandé|"
    "insisté pour|plaidé pour|dit (?:craindre|espérer|souhaiter|regretter)|fait valoir|fait "
    "remarquer|fait observer|dit|craint)",
    "estime(?:nt)?", "estimons", "affirme(?:nt)?", "affirmons", "souligne(?:nt)?", "soulignons",
    "souligner", "juge(?:nt)?", "jugeons", "note(?:nt)?", "notons", "constat(?:e|ent|ons)",
    "consid(?:ère|èrent|érons)", "croi(?:t|ent)", "croyons", "pens(?:e|ent|ons)",
    "rappel(?:le|lent|ons)", "(?:est|sont|sommes) (?:d['’]avis|convaincue?s?)",
    "regrett(?:e|ent|ons)", "souhait(?:e|ent|ons)", "demand(?:e|ent|ons)", "exig(?:e|ent|eons)",
    "propos(?:e|ent|ons)", "recommand(?:e|ent|ons)", "préconis(?:e|ent|ons)", "refus(?:e|ent|ons)",
    "réaffirm(?:e|ent|ons)", "réitèr(?:e|ent)", "réitérons", "ajoute(?:nt)?", "précise(?:nt)?",
    "indique(?:nt)?", "déclare(?:nt)?", "maintien(?:t|nent)", "espèr(?:e|ent)", "espérons",
    "plaid(?:e|ent|ons) pour", "insist(?:e|ent|ons) pour", "crai(?:nt|gnent|gnons)",
    "accepte(?:nt)?",
    "(?:fait|font|faisons) (?:valoir|observer|remarquer)", "veu(?:t|lent)", "voulons",
    "mein(?:t|en)", "beton(?:t|en|te|ten)", "unterstreich(?:t|en)", "bekräftig(?:t|en)",
    "erklär(?:t|te|en|ten)", "sag(?:t|te|en|ten)", "warn(?:t|te|en|ten)(?: davor)?",
    "erinner(?:t|n)",
    "forder(?:t|n|te|ten)", "verlang(?:t|en|te|ten)", "erwarte(?:t|n)", "bedauer(?:t|n)",
    "glaub(?:t|en)", "hoff(?:t|en)", "finde(?:t|n)",
    "(?:ist|sind) (?:wir )?(?:der (?:auffassung|ansicht|meinung)|(?:davon )?überzeugt)",
)  # fmt: skip
"""What is followed by a claim, most often after "that"."""

SAYS_WITHOUT_THAT: tuple[str, ...] = (
    r"(?:said|says?|added|argued)(?= (?:it|they|he|she|the|this|these|states|any|all|no|there)\b)",
    r"(?:insist(?:s|ed)?|argues?|warn(?:s|ed)?|hope[sd]?|stress(?:es|ed)?|maintain(?:s|ed)?)"
    r"(?= (?:it|they|he|she|there)\b)",
    "mener",
    "fears?",
    "hevder",
    "believes?",
    "thinks?(?! tanks?)",
    "frykter",
)
"""What is followed by a claim without "that"."""

NOUNS: tuple[str, ...] = (
    "proposals?",
    "calls?",
    "demands?",
    "positions?",
    "advice",
    "views?",
    "opinions?",
    "recommendations?",
    "warnings?",
    "arguments?",
    "claims?",
    "conclusions?",
    "findings?",
)
"""What a view is called."""

SUBORDINATE: tuple[str, ...] = (
    "while", "with", "in", "after", "as", "despite", "over", "for", "following", "during", "at",
    "on", "by", "from", "since", "although", "though", "if", "when", "because", "before",
    "through", "under", "among", "between", "according", "given", "without", "to", "regarding",
    "concerning", "like", "unlike", "against", "within", "beyond", "until", "where", "upon",
    "towards", "throughout",
    "desde", "en", "para", "con", "tras", "por", "sobre", "según", "ante", "entre", "sin",
    "mediante", "durante", "respecto", "como", "cuando", "si", "aunque", "dado", "al", "hacia",
    "mens", "når", "etter", "ved", "i", "på", "siden", "gjennom", "uten", "mot", "om",
    "dans", "pour", "depuis", "s['’]agissant", "concernant", "selon", "sur", "sous", "sans",
    "avec", "par", "malgré", "quant", "comme", "lors", "au", "aux", "après", "avant", "outre",
    "si", "face",
    "wenn", "nach", "bei", "seit", "im", "am", "mit", "ohne", "für", "durch", "gegen", "trotz",
    "während", "zu", "zur", "zum", "angesichts", "hinsichtlich", "bezüglich",
)  # fmt: skip
"""What a clause begins with that is no subject."""

COLLECTIVE: tuple[str, ...] = (
    "states?",
    "governments?",
    "countries",
    "country",
    "delegations?",
    "companies",
    "businesses",
    "firms",
    "industry",
    "sector",
    "organi[sz]ations?",
    "experts?",
    "researchers?",
    "others",
    "some",
    "many",
    "most",
    "several",
    "few",
    "members?",
    "participants?",
    "stakeholders?",
    "operators?",
    "regulators?",
    "ministry",
    "ministries",
    "panel",
    "panellists?",
    "speakers?",
    "chair",
    "committee",
    "group",
    "delegates?",
    "negotiators?",
    "academics?",
    "critics?",
    "supporters?",
    "opponents?",
    "proponents?",
    "observers?",
    "officials?",
    "diplomats?",
    "society",
    "community",
    "association",
    "body",
    "bodies",
    "leaders?",
    "signatories",
    "parties",
    "task force",
    "secretariat",
    "organi[sz]ers?",
    "majority",
    "minority",
    "users?",
    "estados",
    "países",
    "gobiernos?",
    "empresas",
    "expertos",
    "otros",
    r"forskere?n?e?",
    "bedriftene",
    "stater",
    "landene",
    "myndighetene",
    "andre",
    "noen",
    "råd",
    "états",
    "gouvernements?",
    "pays",
    "entreprises",
    "staaten",
    "regierungen",
    "länder",
    "unternehmen",
)
"""Those who hold views without a name."""

SEVERAL: tuple[str, ...] = (
    "one (?:delegation|state|country|participant|speaker|member)", "some", "several", "many",
    "most", "others?", "various", "certain", "numerous",
    "a (?:few|number|majority|minority|handful) of", "few", "noen", "flere", "mange", "andre",
    "plusieurs", "certaine?s", "d['’]autres", "einige", "mehrere", "viele", "andere", "varios",
    "varias", "algun[oa]s", "much[oa]s", "otr[oa]s",
)  # fmt: skip
"""What is said of holders of whom it is not said who they are."""

_NUMBER = (
    r"(?:two |three |four |five |six |deux |trois |quatre |dos |tres |cuatro |beiden |tre |to )?"
)
FIRST_PERSON = (
    r"(?:we|i|(?:my|our|this) (?:delegation|country|government|region|nation|authorities)|"
    r"our (?:group|organi[sz]ation|company|alliance|association|foundation|network|coalition|"
    r"institute|union|chamber|federation|society|own states)|"
    rf"our {_NUMBER}(?:members|states|member states|countries|delegations|governments)|"
    r"vi|jeg|(?:min|vår) (?:delegasjon|regjering|organisasjon)|(?:mitt|vårt) land|"
    rf"våre {_NUMBER}(?:land|medlemmer|delegasjoner)|"
    r"nous|je|(?:ma|notre) (?:délégation|région|organisation|association|coalition|alliance|"
    r"communauté|fédération)|(?:mon|notre) (?:pays|groupe|gouvernement|réseau|collectif)|"
    rf"nos {_NUMBER}(?:pays|membres|états|délégations|gouvernements)|"
    r"wir|ich|(?:meine|unsere) (?:delegation|regierung|gruppe|organisation)|"
    r"(?:mein|unser) (?:land|verband|verein|netzwerk)|"
    rf"unsere {_NUMBER}(?:länder|staaten|mitglieder|regierungen|delegationen)|"
    r"nosotr[oa]s|yo|(?:mi|nuestra) (?:delegación|organización|asociación|alianza|red|coalición|"
    r"región|federación)|(?:mi|nuestro) (?:país|gobierno|grupo|colectivo)|"
    rf"nuestr[oa]s {_NUMBER}(?:países|estados|delegaciones|gobiernos|miembros))"
)
"""By what a speaker means those for whom he or she speaks."""
