"""The words that stand around a person's name: titles, offices, roles, what announces a speaker.

A row is a language, or a kind of word that no language owns.
"""

import re

from briefing.reader.vocabulary import any_of

_RETIRED = r"(?:\s?\((?:[Rr]et(?:\.|d\.?|ired)?|a\.\s?D\.)\))?"
_HONORIFICS = (
    r"H\.?\s?E\.?|S\.?\s?E\.?|S\.\s?Exc|His Excellency|Her Excellency|The (?:Rt\.? )?"
    r"Hon(?:ourable|orable)?|(?:Rt\.? )?Hon|Sir|Dame|Lord|Lady|Baroness|Sheikha?|Rev|Judge|Justice",
    r"Dr(?:\.-Ing|s)?|Prof(?:essora?|essorin)?|Mr|Mrs|Ms|Mx|Mme|Mlle|M|Ing|Dipl\.-Ing|Lic|Dra|Eng",
    r"Sra?|D|Dña|Excm[oa]|Herrn?|Frau|Mag",
    r"Amb(?:assador)?|Embajadora?|Ambassadeur|Ambassadrice|Botschafter(?:in)?|Ambassadør|ambassadør"
    r"|President|Minister|Senator|Sen|Rep",
    r"(?:Brigadier |Major |Lieutenant |Vice |Rear |Maj\.? |Lt\.? |Brig\.? |Vice-|Rear-)?"
    r"(?:General|Admiral|Colonel|Commander|Gen|Adm|Col)|Captain|Capt|Major|Maj|Brigadier|Lt|Cdr",
)
_OFFICES = (
    r"(?:Deputy |Prime |Foreign |Defence |Vice-?)?(?:[Mm]inister|Secretary)"
    r"(?: (?:of|for) (?:the )?(?:(?:Foreign|External|Home|Internal|European) Affairs"
    r"|[A-Z][a-z]+(?: and [A-Z][a-z]+)?))|"
    r"(?:Deputy |Prime |Foreign |Defence )[Mm]inister|(?:Deputy )?Mayor|State Secretary|"
    r"Secretary[- ]General|Commissioner|Chancellor|Director-General|Special Envoy",
    r"[Ss]tatssekretær|[Ss]tatsråd|[Uu]tenriksminister(?:en)?|[Ff]orsker|[Dd]irektør|[Pp]rofessor|"
    r"[Rr]ektor|[Oo]rdfører|[Ss]eniorrådgiver",
    r"Staatssekretär(?:in)?|Staatsminister(?:in)?|Bundesminister(?:in)?|Abgeordneter?|"
    r"Bürgermeister(?:in)?|Direktor(?:in)?|Präsident(?:in)?",
    r"ministre|maire|députée?|directrice|directeur|embajadora?|ministra?|alcaldes?a?|directora?",
)
HONORIFIC = rf"(?:(?:{'|'.join(_HONORIFICS)})\.?{_RETIRED}\s+)"
OFFICE = rf"(?:(?:{'|'.join(_OFFICES)}){_RETIRED}\s+)"
ARTICLE = r"(?:(?:the|die|der|den|la|el|le)\s|l['’])"

PARTICLE = (
    r"(?:de|del|della|der|den|da|do|dos|das|di|du|van|von|zu|zur|zum|bin|binti|bint|ibn|ben|abu|al|"
    r"el|la|le|lo|las|los|san|ten|ter|op|y|e|af|av|'t)"
)
POST_NOMINAL = re.compile(
    r"(?:(?:,\s?|\s)(?:Ph\.?\s?D\.?|D\.?Phil\.?|LL\.?[MB]\.?|M\.?Sc\.?|M\.?A\.?|MPA|MBA|Esq\.?|Jr\.?"
    r"|Sr\.?|K?CMG|GCMG|[KDCMO]BE|CB|KCB|KC|QC|MP|MEP|MdB|MdEP|M\.D\.|MD|FRS)(?!\w)"
    r"|\s?\((?:[Rr]et(?:\.|d\.?|ired)?|(?:she|he|they)/\w+(?:/\w+)?)\))+"
)

NOT_IN_NAMES = re.compile(
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
        "january", "february", "march", "april", "june", "july", "august", "september", "october",
        "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""Words that no personal name of the kinds at hand has in it."""

_SPEAKERS = (
    r"(?:featured |confirmed |keynote |invited |guest |our |main )?(?:speakers?|panell?ists?|"
    r"discussants?|presenters?|experts?|trainers?|guests?|lecturers?|respondents?)"
)
CUE = re.compile(
    any_of(
        rf"{_SPEAKERS} (?:will )?(?:include|are|is|will be)", rf"{_SPEAKERS} ?:",
        r"(?:keynote|opening|closing|welcome|introductory)(?: speech| address| remarks| statement)?"
        r"(?: ?:| (?:is |will be )?(?:given |delivered )?by)",
        r"(?:remarks|statements|interventions?|presentations?|contributions?|inputs?|comments) "
        r"(?:by|from)",
        r"(?:conversation|talk|discussion|lecture|briefing|presentation|interview|webinar|"
        r"seminar|panel|debate|event|session|fireside chat|dialogue) (?:with|by|featuring)",
        r"(?:presented|delivered|led|introduced|opened|given|addressed) by",
        r"presentation by its (?:lead )?authors?,?", "featuring", "joined by", "together with",
        r"with contributions (?:from|by)", r"we (?:will )?hear from", "hear from", "speaking",
        r"innledere? (?:er|blir)", r"innleggsholdere? er", r"foredrag (?:av|ved)", r"samtale med",
        r"innled(?:ning(?:er)?|es) (?:ved|av|fra)", r"åpnes av", r"innlegg (?:fra|ved|av)",
        r"i panelet sitter", r"ved",
        r"participarán", r"intervendrán", r"intervienen", r"participan", r"a cargo de",
        r"ponencias? de", r"palabras de", r"conversación con", r"con la participación de", r"con",
        r"interviendront", r"en présence de", r"allocutions? de", r"exposés? de",
        r"avec(?: la participation de)?",
        r"es (?:diskutieren|sprechen|referieren)", r"(?:impulse?|vortrag|grußwort(?:e)?) "
        r"(?:von|durch)", r"gespräch mit", r"diskutieren mit", r"mit",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""What stands right before who speaks."""

_CHAIRS = r"(?:co-?)?(?:moderators?|chair(?:person|woman|man)?|facilitators?)"
MODERATED = re.compile(
    any_of(
        r"(?:moderated|chaired|facilitated|presided over) by",
        rf"{_CHAIRS}(?: ?:| is| will be|,)",
        r"ordstyrer(?: ?:| er)", r"møteleder(?: ?:| er)",
        r"(?:samtalen |debatten |møtet )?ledes av",
        r"modera(?:dor|dora|rá|n)?(?: ?:| por| es)?", r"moderad[oa] por", r"preside",
        r"(?:modéré|animé|présidé)e? par", r"modérat(?:eur|rice) ?:", r"modération ?:",
        r"moderiert von", r"es moderiert", r"moderation ?:", r"moderation durch",
    )
    + r"[\s:]*",
    re.IGNORECASE,
)  # fmt: skip
"""What stands right before who moderates or chairs."""

ACTS = re.compile(
    r"(?<!\w)(?:(?:will|vil|skal|wird|werden)\s(?:\w+\s){0,2}?|to\s)"
    r"(?:(?P<chairs>moderate|chair|facilitate|preside|moderere|lede|moderieren)|speak|present|"
    r"deliver|give|open|close|introduce|keynote|respond|address|brief|innlede|åpne|sprechen|"
    r"eröffnen)(?!\w)",
    re.IGNORECASE,
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
    ),
    re.IGNORECASE,
)  # fmt: skip
"""What somebody may be."""

NAME_COLUMN = re.compile(
    r"(?:full )?names?|speakers?|panell?ists?|navn|innleder|noms?|intervenante?|nombre|ponente|"
    r"referent(?:in)?",
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
