"""The words that stand around a person's name: titles, offices, roles, what announces a speaker.

A row is a language, or a kind of word that no language owns.
"""

import re

from briefing.reader.cues import Cue
from briefing.reader.vocabulary import any_of

_RETIRED = (
    r"(?:\s?\((?:[Rr]et(?:\.|d\.?|ired)?|a\.\s?D\.|er|2S|em\.|r|R|RA|SP)\)"
    r"|\s(?:a\.\s?D\.|i\.\s?G\.|i\.\s?R\.|em\.|ret\.))?"
)
_HONORIFICS = (
    r"H\.?\s?E\.?|S\.?\s?E\.?|S\.\s?Exc|His Excellency|Her Excellency|The (?:Rt\.? )?"
    r"Hon(?:ourable|orable)?|(?:Rt\.? )?Hon|Sir|Dame|Lord|Lady|Baroness|Sheikha?|Rev|Judge|Justice",
    r"Dr(?:\.-Ing|s)?|Prof(?:essora?|essorin)?|Mr|Mrs|Ms|Mx|Mme|Mlle|M|Ing|Dipl\.-Ing|Lic|Dra|Eng",
    r"Sra?|D|Dña|Excm[oa]|Herrn?|Frau|Mag",
    r"Amb(?:assador)?|Embajadora?|Ambassadeur|Ambassadrice|Botschafter(?:in)?|Ambassadør|ambassadør"
    r"|President|Minister|Senator|Sen|Rep|Councillor|Cllr",
    r"(?:Brigadier |Major |Lieutenant |Vice |Rear |Maj\.? |Lt\.? |Brig\.? |Vice-|Rear-|Wing "
    r"|Air Chief |Air )?(?:General|Admiral|Colonel|Commander|Marshal|Commodore|Vice-Marshal|Gen|Adm"
    r"|Col|Cdr)|"
    r"(?:Group |Flight )?(?:Captain|Capt)|Squadron Leader|Major|Maj|Brigadier|Lieutenant|Lt|Cmdr|"
    r"(?:Chief |Detective )?(?:Superintendent|Inspector)|Sgt|Sergeant",
    r"Drs|Ir|PD|Priv\.-Doz|Univ\.-Prof|(?:Ass(?:oc|t)?\.? |Associate |Assistant )Prof(?:essor)?|"
    r"Oberst(?:leutnant|løytnant)?|General(?:løytnant|leutnant)|Kontreadmiral|Kommandør(?:kaptein)?|"
    r"Kaptein|Brigader|Hauptmann|Tte\.? ?Cnel|Cnel|Gral|Alte|Emb|Arq|Abg|"
    r"Generalmajor|Brigadegeneral|Kapitän|Général|Coronel|Almirante|Pr|Mtro|"
    r"Mtra|Lcdo|Lcda|Don|Doña|Shri|Smt|Adv|Msgr|Mgr|Father",
)
_LONGEST_FIRST_PART = 24
_GROWN = (
    r"minister|direktør|sekretær|rådgiver|advokat|forsker|leder|sjef|redaktør|dommer|ordfører|"
    r"ambassadør|representant|professor|lektor|inspektør|direktor|präsident|sekretär|referent|"
    r"kanzler"
)
"""What words of offices end with: "statsminister", "Vizepräsident".

What their last letter may be is looked at first: most words are none.
"""
_SMALL = (
    r"[Ss]tatsråd|[Rr]ektor|[Ff]ørsteamanuensis|[Jj]ournaliste?|[Ff]orfatter|[Aa]nalytiker|"
    r"ministre|maire|députée?|directrice|directeur|embajadora?|ministra?|alcaldes?a?|directora?|"
    r"chercheu(?:r|se)|général|colonel|lieutenant-colonel|(?:contre-|vice-)?amiral|commandant|"
    r"capitaine|ambassad(?:eur|rice)|sénat(?:eur|rice)|procureure?|coronel|almirante|embajadora?|"
    r"senadora?|diputad[oa]|jueza?|profesora?|professeure?"
)
_OFFICES = (
    r"(?:Deputy |Prime |Foreign |Defence |Vice-?)?(?:[Mm]inister|Secretary)"
    r"(?: (?:of|for) (?:the )?(?:(?:Foreign|External|Home|Internal|European) Affairs"
    r"|[A-Z][a-z]+(?: and [A-Z][a-z]+)?))|"
    r"(?:Deputy |Prime |Foreign |Defence )[Mm]inister|(?:Deputy )?Mayor|State Secretary|"
    r"Secretary[- ]General|Ambassador-at-Large|Prime Minister|Commissioner|Chancellor|"
    r"Director-General|Special Envoy",
    rf"(?=[\w-]++(?<=[nrtfNRTF])[\s(])[\w-]{{0,{_LONGEST_FIRST_PART}}}(?i:{_GROWN})(?:en|in)?"
    rf"|{_SMALL}",
    r"Staatssekretär(?:in)?|Staatsminister(?:in)?|Bundesminister(?:in)?|Abgeordneter?|"
    r"Bürgermeister(?:in)?|Direktor(?:in)?|Präsident(?:in)?",
    r"Moderator(?:in)?|Journalistin|Autor(?:in)?",
)
HONORIFIC = rf"(?:(?:{'|'.join(_HONORIFICS)})\.?{_RETIRED}\s+)"
OFFICE = rf"(?:(?:{'|'.join(_OFFICES)}){_RETIRED}\s+)"
ARTICLE = r"(?:(?:the|die|der|den|la|el|le)\s|l['’])"
SMALL_TITLE = re.compile(rf"(?i:{_GROWN})|{_SMALL}|ambassadør")
"""What stands in each title or office that may begin with a small letter."""
FURTHEST_SMALL_TITLE = len("the ") + _LONGEST_FIRST_PART
"""Code points between the beginning of such an office, or the article before it, and that."""

PARTICLE = (
    r"(?:de|del|della|der|den|da|do|dos|das|di|du|van|von|zu|zur|zum|bin|binti|bint|ibn|ben|abu|al|"
    r"el|la|le|lo|las|los|san|ten|ter|op|af|av|'t|"
    rf"[ye](?![ ]{HONORIFIC})(?=[ ][^\W\d_a-z][\w’'-]*(?![\w’'-]|[ ][^\W\d_a-z])))"
)
POST_NOMINAL = re.compile(
    r"(?:(?:,\s?|\s)(?:Ph\.?\s?D\.?|D\.?Phil\.?|LL\.?[MB]\.?|M\.?Sc\.?|M\.?A\.?|MPA|MBA|Esq\.?|Jr\.?"
    r"|Sr\.?|K?CMG|GCMG|[KDCMO]BE|CB|KCB|KC|QC|MP|MEP|Md[BL]|MdEP|M\.D\.|MD|FRS)(?!\w)"
    r"|\s?\((?:[Rr]et(?:\.|d\.?|ired)?|(?:she|he|they)/\w+(?:/\w+)?)\))+"
)

LETTERS_BEHIND = (
    r"(?:PhD|MdB|MdL|MdEP|MEP|MP|MBE|OBE|CBE|KBE|DBE|CMG|KCMG|GCMG|KCB|KC|QC|FRS|MBA|LLM)(?!\w)"
)
"""Letters that follow a name and are none of it."""

NOT_IN_NAMES = Cue(
    any_of(
        "affairs", "issues", "polic(?:y|ies)", "strateg(?:y|ies)", "security", "cyber", "digital",
        "technolog(?:y|ies)", "research", "studies",
        "relations", "law", "rights", "development", "programme?s?", "department", "division",
        "director", "senior", "head", "team", "group", "analysis", "international",
        "president", "chair", "secretary", "general", "deputy", "officer", "manager", "fellow",
        "professor", "counsel(?:lor)?", "advis[eo]r", "coordinator", "representative",
        "permanent", "committee", "panel", "session", "keynote", "workshop", "opening", "closing",
        "welcome", "remarks", "discussion", "coffee", "lunch", "break",
        "introduction", "registration", "question", "questions", "day", "part", "the", "and",
        "of", "for", "society", "civil", "community", "technical", "private", "sector",
        "government", "national", "global", "public", "state", "states", "united", "nations",
        "north", "south", "east", "west", "european", "african", "new",
        "room", "hall", "building", "street", "plaza", "how", "what", "why", "from", "towards?",
        "building", "round ?table", "report", "launch", "conference", "internet",
        "governance", "capacity", "lead", "expert", "ambassador", "minister", "forum", "norms",
        "threats", "experts", "speakers?", "panellists?", "policy", "agenda",
        "week", "summit", "series", "act", "convention", "treaty", "harbour master", "member",
        "executive", "vice", "chief", "special", "legal", "assistant", "associate", "lecturer",
        "federal", "councillor", "mr", "mrs", "ms", "dr", "prof", "professor", "her", "his",
        "excellency", "our", "your", "with", "in", "on", "at", "by", "to", "as", "register",
        "join", "please", "read", "save", "dear", "date", "time", "venue", "place", "online",
        "hybrid", "zoom", "speaker", "moderator", "moderation", "discussant", "panelists?",
        "host", "hosted", "book", "paper", "talk", "lecture", "debate", "seminar", "webinar",
        "briefing", "dialogue", "roundtable", "table ronde", "mesa", "network", "networking",
        "diplomacy", "resilience", "attribution", "infrastructure", "intelligence", "artificial",
        "innovation", "sovereignty", "warfare", "weapons", "space", "data", "nuclear",
        "sicherheit", "gesellschaft", "bildung", "begrüßung", "sécurité", "numérique", "sociedad",
        "seguridad", "level", "dinner", "reception", "breakfast", "im", "gespräch",
        "former", "past", "emeritus", "retired", "acting", "incoming", "outgoing", "visiting",
        "honorary", "independent", "use", "uses", "sikkerhet", "confirmed", "teachers",
        "organi[sz]ers?", "partners?",
        "january", "february", "march", "april", "june", "july", "august", "september", "october",
        "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ),
)  # fmt: skip
"""Words that no personal name of the kinds at hand has in it."""

_SPEAKERS = (
    r"(?:featured |confirmed |keynote |invited |guest |our |main )?(?:speakers?|panell?ists?|"
    r"discussants?|presenters?|experts?|trainers?|guests?|lecturers?|respondents?)"
)
CUE = Cue(
    any_of(
        rf"{_SPEAKERS} (?:will )?(?:include|are|is|will be)", rf"{_SPEAKERS} ?:",
        rf"our {_SPEAKERS}",
        rf"{_SPEAKERS},? (?:including|among them)",
        r"(?:keynote|opening|closing|welcome|introductory)(?: speech| address| remarks| statement)?"
        r"(?: ?:| (?:is |will be )?(?:given |delivered )?by)",
        r"(?:remarks|statements|interventions?|presentations?|contributions?|inputs?|comments) "
        r"(?:by|from)",
        r"(?:conversation|talk|discussion|lecture|briefing|presentation|interview|webinar|"
        r"seminar|panel|debate|event|session|fireside chat|dialogue) (?:with|by|featuring)",
        r"(?:presented|delivered|led|introduced|opened|given|addressed|explained|made|taught)"
        r"(?: this (?:year|time|month)| today| again| jointly| in \d{4})? by",
        r"(?:(?:on )?(?:our|the) panel|(?:our|the) line-?up)(?: ?:| is| are| includes?| features?)",
        r"joining (?:us|the (?:panel|discussion|conversation))(?: \w+)? (?:are|is|will be)",
        r"(?:reply|response|reaction|rejoinder|commentary|introduction|demonstration|update|report|"
        r"welcome|greeting|keynote|lecture|talk|address) (?:by|from)",
        r"(?:in|a) (?:discussion|conversation|dialogue|debate) (?:with|between)",
        r"(?:short )?(?:papers?|lectures?|talks?|addresses|interventions?|reading) by",
        r"(?:talks?|speaks?) (?:to|with)", "interviewed by", r"will be joined by", "welcomes?",
        r"will feature", r"features", r"joins", r"followed by", r"our (?:special )?guests?,",
        r"discuss(?:es|ing)?(?: [\w’']+){0,5} with", r"suivie?s? (?:de|par)", r"gefolgt von",
        r"seguid[oa]s? (?:de|por)", r"etterfulgt av", r"speak(?:s|ing)? (?:are|is|will be):?",
        r"presentation by its (?:lead )?authors?,?", "featuring", "joined by", "together with",
        r"with contributions (?:from|by)", r"we (?:will )?hear from", "hear from", "speaking",
        r"innledere? (?:er|blir)", r"innleggsholdere? er", r"foredrag (?:av|ved)", r"samtale med",
        r"innled(?:ning(?:er)?|es) (?:ved|av|fra)", r"åpnes av", r"innlegg (?:fra|ved|av)",
        r"\w{2,12}samtale med",
        r"(?:samtale|debatt) mellom", r"\w{0,12}tale ved", r"\w{0,9}debatt med",
        r"kommentar(?:er)? (?:ved|av|fra)", r"presentert av", r"vi møter", r"besøk av",
        r"i panelet sitter", r"ved",
        r"participarán", r"intervendrán", r"intervienen", r"participan", r"a cargo de",
        r"ponencias? de", r"palabras de", r"intervienen?", r"interviene:?", r"comentan?:?",
        r"presentad[oa]s? por", r"di[aá]logo (?:con|entre)", r"conversatorio (?:con|entre)",
        r"impartid[oa] por", r"conversación con", r"con la participación de", r"con",
        r"interviendront", r"en présence de", r"présentée?s? par", r"introduite? par",
        r"ouverte? par", r"dialogue (?:avec|entre)", r"conversation (?:avec|entre)",
        r"conférence de", r"débat (?:avec|entre)", r"allocutions? de", r"exposés? de",
        r"avec(?: la participation de)?",
        r"es (?:diskutier(?:t|en)|spr(?:icht|echen)|referier(?:t|en))"
        r"(?: unter anderem| u\. ?a\.)?:?",
        r"\w{0,20}(?:rede|vortrag|impuls|grußwort|einführung|keynote)"
        r"[\w ]{0,20} (?:hält|halten|spricht)",
        r"(?:einführungs|fest|gast)?vortrag von", r"(?:gespräch|debatte|diskussion) zwischen",
        r"auf dem podium:?", r"begrüßung durch", r"(?:impulse?|vortrag|grußwort(?:e)?) "
        r"(?:von|durch)", r"gespräch mit", r"diskutieren mit", r"mit",
    ),
)  # fmt: skip
"""What stands right before who speaks."""

_CHAIRS = r"(?:co-?)?(?:moderators?|chair(?:person|woman|man)?|facilitators?)"
MODERATED = Cue(
    any_of(
        r"(?:moderated|chaired|facilitated|presided over) by",
        rf"{_CHAIRS}(?: ?:| is| will be|,)",
        r"ordstyrer(?: ?:| er)", r"møteleder(?: ?:| er)",
        r"(?:samtalen |debatten |møtet )?led(?:es|et) av", r"moderert av", r"under ledelse av",
        r"under the (?:chairmanship|moderation) of", r"présidence ?:", r"sous la présidence de",
        r"(?:geleitet|moderiert) (?:wird (?:\w+ ){1,3})?(?:von|durch)",
        r"unter (?:der )?(?:Leitung|Moderation) von",
        r"cuya moderación estará a cargo de", r"moderación:?(?: a cargo de)?",
        r"modera(?:dor|dora|rá|n)?(?: ?:| por| es)?", r"moderad[oa] por", r"preside",
        r"(?:modéré|animé|présidé)e? par", r"modérat(?:eur|rice) ?:", r"modération ?:",
        r"(?:dirige|conduce|coordina)(?: ?:| la (?:mesa|sesión|conversación))?",
        r"anim(?:ation|ateur|atrice) ?:", r"(?:gesprächs|diskussions|sitzungs)leitung ?:",
        r"durch (?:den abend|das programm|die (?:veranstaltung|diskussion)) führt",
        r"die (?:moderation|gesprächsleitung) (?:übernimmt|übernehmen|hat|liegt bei)",
        r"la modération sera assurée par", r"la moderación correrá a cargo de",
        r"moderiert von", r"es moderiert", r"moderation ?:", r"moderation durch",
    )
    + r"[\s:]*",
)  # fmt: skip
"""What stands right before who moderates or chairs."""

PRESIDES = (
    r"moderates|chairs|facilitates|presides|(?:guides|leads) the (?:discussion|conversation)|"
    r"modererer|leder (?:samtalen|debatten|møtet|diskusjonen)|er ordstyrer|moderiert|"
    r"modère|anime|présidera|modérera|animera|moderará|moderan?|conducirá"
)
SPEAKS = (
    r"(?:in|im|i|en) (?:conversation|discussion|dialogue|gespräch|samtale|conversación|diálogo) "
    r"(?:with|mit|med|con|avec)|speaks|joins|presents|introduces|opens|responds|keynotes|discusses|explains|"
    r"talks (?:to|with|about)|(?:compares?|debates?|explores?|examines?|reflects? on|discuss)"
    r"(?= (?:the|how|what|why|whether|two|three|four|its?|their|our|on|with)\b)|"
    r"gives (?:a|the)|kicks off|joins us|sets the scene|"
    r"innleder|åpner (?:møtet|seminaret|konferansen)|holder (?:innlegg|foredrag|innledning)|"
    r"kommenterer|deltar|spricht|referiert|diskutiert|eröffnet|hält|führt ein|"
    r"interviendra|présentera|ouvrira|prononcera|introduira|présente|"
    r"intervendrá|presentará|inaugurará|comentará|disertará|expondrá|participará"
)
ACTS = Cue(
    r"(?<!\w)(?:(?:will|vil|skal|wird|werden)\s(?:\w+\s){0,2}?|to\s)"
    r"(?:(?P<chairs>moderate|chair|facilitate|preside|moderere|lede|moderieren)|speak|present|"
    r"deliver|give|open|close|introduce|keynote|respond|address|brief|talk|discuss|join|kick off|"
    r"comment|explain|share|lead|be joined|be in (?:conversation|dialogue|"
    r"discussion)|innlede|åpne|snakke|holde|delta|sprechen|eröffnen|"
    r"diskutieren|referieren|vortragen)(?!\w)"
    rf"|(?<!\w)(?:(?P<presides>{PRESIDES})|{SPEAKS})(?!\w)",
)
"""What somebody named before it does at an event."""

ROLE = re.compile(
    any_of(
        r"\w*director[a]?", r"head", r"chief", r"officer", r"fellow", r"researcher",
        r"research\w*", r"analyst", r"adviser", r"advisor", r"ambassador\w*", r"embajador[a]?",
        r"minister", r"secretary", r"professor\w*", r"lecturer", r"scholar", r"manager",
        r"coordinator", r"coordinador[a]?", r"lead", r"chair\w*", r"president",
        r"vice[- ]president",
        r"editor", r"author", r"founder", r"co-?founder", r"partner", r"counsel(?:lor)?",
        r"envoy", r"representative", r"commander", r"commissioner", r"curator", r"expert",
        r"investigador[a]?", r"seniorforsker", r"forsker", r"\w*direktør", r"\w*rådgiver",
        r"leder", r"attaché", r"diplomat", r"delegate", r"member", r"engineer", r"student",
        r"ceo", r"cto", r"ciso", r"cio", r"specialist", r"consultant", r"associate", r"moderator",
        r"discussant", r"keynote", r"rapporteur", r"candidate", r"journalist", r"judge",
        r"mayor", r"trainer", r"negotiator", r"economist", r"historian", r"scientist", r"lawyer",
        r"spokesperson", r"master", r"inspector", r"dean", r"rector", r"co-?chair",
        r"directeur", r"directrice", r"chargée?", r"conseill\w+", r"cheff?e?", r"leiter(?:in)?",
        r"représentante?", r"ministre", r"professeure?", r"chercheu(?:r|se)", r"avocate?",
        r"referent(?:in)?", r"geschäftsführer(?:in)?", r"direktor(?:in)?", r"vorsitzender?",
        r"wissenschaftler(?:in)?", r"botschafter(?:in)?",
        r"jefe", r"asesor[a]?", r"especialista", r"ministr[oa]", r"profesora?", r"abogad[oa]",
        r"representante", r"presidenta?", r"catedrátic[oa]",
        r"statssekretær", r"ekspeditionssjef", r"sjef", r"redaktør", r"stipendiat",
        r"[\w-]{0,24}(?:leder|sjef|advokat|sekretær|amanuensis|representant|redaktør|inspektør|"
        r"stipendiat|lektor)", r"jurist", r"kommentator", r"forfatter", r"dommer", r"kandidat",
        r"oberst\w{0,9}", r"statsråd", r"ingeniør", r"analytiker", r"leiar", r"gründer",
        r"[\w-]{0,24}(?:leiter|sprecher|präsident|sekretär|redakteur|forscher|koordinator|"
        r"mitarbeiter|dozent|referent|gründer|anwält|richter|beauftragte|abgeordnete)(?:in|r)?",
        r"vorsitzende[rn]?", r"mitglied", r"autor(?:in)?", r"journalist(?:in)?", r"expert(?:e|in)",
        r"obmann", r"obfrau", r"oberstleutnant", r"ehemaliger?", r"stellvertretende[rn]?",
        r"doctorante?", r"maître(?:sse)? de conférences", r"consultante?", r"juriste", r"analyste",
        r"présidente?", r"secrétaire", r"fondat(?:eur|rice)", r"responsable", r"députée?",
        r"ambassad(?:eur|rice)", r"conseill(?:er|ère)", r"déléguée?", r"experte?", r"journaliste",
        r"rédact(?:eur|rice)", r"enseignante?", r"coordinat(?:eur|rice)", r"membre", r"ingénieure?",
        r"doctorand[oa]", r"letrad[oa]", r"consejer[oa]", r"(?:sub)?secretari[oa]", r"fundador[a]?",
        r"diputad[oa]", r"senador[a]?", r"analista", r"periodista", r"delegad[oa]", r"expert[oa]",
        r"miembro", r"vicepresidenta?", r"decan[oa]", r"rector[a]?", r"fiscal", r"magistrad[oa]",
        r"consultor[a]?", r"gerente", r"titular", r"docente",
        r"convenors?", r"conveners?", r"barrister", r"attorney", r"solicitor", r"reporter",
        r"correspondent", r"columnist", r"writer", r"strategist", r"technologist", r"physicist",
        r"practitioner", r"principal", r"trustee", r"senator", r"governor", r"parliamentarian",
        r"prosecutor", r"activist", r"advocate", r"investigator", r"instructor", r"postdoc\w*",
        r"ph\.?d\.?", r"doctoral", r"executive", r"deputy", r"undersecretary", r"councillor",
        r"vp", r"evp", r"svp", r"coo", r"cfo", r"architect", r"policy lead", r"colonel",
        r"admiral", r"general", r"physician", r"philosopher", r"sociologist", r"publisher",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""What somebody may be."""

SPEAKER_COLUMN = (
    r"(?:(?:lead|invited|confirmed) )?(?:speakers?|panell?ists?|presenters?|lecturers?|trainers?|"
    r"facilitators?)(?:(?: ?/ ?| and )(?:moderators?|chairs?|speakers?|panell?ists?))?|"
    r"innledere?|foredragsholdere?|intervenant(?:\(?e?\)?s?|[·.]e[·.]s|e?s?)|orateurs?|"
    r"ponentes?(?:/\w+)?|expositor(?:es)?|referent(?:in|en|innen)?|vortragende|"
    r"referent(?:\*|:|/-?)innen"
)
NAME_COLUMN = re.compile(
    rf"(?:full )?names?|navn|noms?|nombre|{SPEAKER_COLUMN}",
    re.IGNORECASE,
)
ROLE_COLUMN = re.compile(
    r"(?:job )?titles?|roles?|positions?|functions?|stilling|tittel|fonctions?|titre|cargo|puesto|"
    r"funktion",
    re.IGNORECASE,
)
BODY_COLUMN = re.compile(
    r"organi[sz]ations?|affiliations?|institutions?|company|employer|country|virksomhet|"
    r"organisasjon|organismes?|institución|organización|einrichtung",
    re.IGNORECASE,
)
"""The heads of a table's columns that name somebody, what they are, and where."""
