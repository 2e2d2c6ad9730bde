"""People announced as speaking, moderating or chairing, with role and affiliation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.reader.candidate import Candidate
from briefing.reader.fields.bodies import looks_like_body
from briefing.reader.fields.names import Mention
from briefing.reader.lines import Line, Span
from briefing.reader.vocabulary import any_of

MODERATOR = "moderator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with what a page says of them."""

    name: str
    role: str = ""
    role_span: Span | None = None
    affiliation: str = ""
    affiliation_span: Span | None = None


_HONORIFIC = (
    r"(?:(?:H\.?\s?E\.?|S\.?\s?E\.?|His Excellency|Her Excellency|The (?:Rt\.? )?Hon(?:ourable|"
    r"\.)?|Dr|Prof(?:essor)?|Mr|Mrs|Ms|Mx|Mme|M|Sir|Dame|Lord|"
    r"Amb(?:assador)?|Embajador[a]?|Ambassadeur|Ambassadrice|Botschafter(?:in)?|Ambassadør|"
    r"Minister|Judge|President|Senator|Sra?|Herr|Frau|Ing|Lic|Dra|"
    r"(?:Brigadier |Major |Lieutenant |Vice )?(?:General|Admiral|Colonel|Gen|Adm|Col)|Captain|"
    r"Major|Brigadier|Commander|Lt)\.?\s+)"
)
_PARTICLE = (
    r"(?:de|del|della|der|den|da|dos|das|di|du|van|von|zu|bin|bint|ibn|al|el|la|le|ten|ter|y|e|"
    r"af|av)"
)
_CAP = r"(?:[^\W\d_a-z][\w’']*(?:[-‐‑][^\W\d_]?[\w’']+)*|[^\W\d_a-z]\.|[dDO]['’][^\W\d_a-z]\w+)"
_NAME = re.compile(
    rf"(?P<honorific>{_HONORIFIC}{{0,3}})"
    rf"(?P<name>{_CAP}(?:[ ](?:{_PARTICLE}[ ]){{0,2}}{_CAP}){{1,4}})(?![\w])"
)
_NOT_IN_NAMES = re.compile(
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
        "january", "february", "march", "april", "june", "july", "august", "september", "october",
        "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""Words that no personal name of the kinds at hand has in it."""

_CUE = re.compile(
    any_of(
        r"(?:featured |confirmed |keynote |invited |guest |our )?(?:speakers?|panell?ists?|"
        r"discussants?|presenters?|experts?) (?:will )?(?:include|are|is|will be)",
        r"(?:speakers?|panell?ists?|discussants?|presenters?) ?:",
        r"(?:keynote|opening|closing)(?: speech| address| remarks| statement)? by",
        r"remarks (?:by|from)",
        r"(?:conversation|talk|discussion|lecture|briefing|presentation|interview|webinar|"
        r"seminar|panel|debate|event|session|fireside chat) (?:with|by|featuring)",
        r"(?:presented|delivered|led|introduced|opened|given) by",
        r"presentation by its (?:lead )?authors?,?", "featuring", "joined by", "together with",
        r"with contributions (?:from|by)", r"we (?:will )?hear from", "hear from", "speaking",
        r"innledere? (?:er|blir)", r"innleggsholdere? er", r"foredrag (?:av|ved)", r"samtale med",
        r"ved",
        r"participarán", r"intervendrán", r"con la participación de", r"con",
        r"avec(?: la participation de)?", r"mit",
    ),
    re.IGNORECASE,
)  # fmt: skip
_MODERATED = re.compile(
    any_of(
        r"(?:moderated|chaired|facilitated) by",
        r"(?:co-?)?(?:moderators?|chair(?:person|woman|man)?|facilitators?)(?: ?:| is| will be|,)",
        r"ordstyrer(?: ?:| er)", r"møteleder(?: ?:| er)",
        r"modera(?:dor|dora|rá|n)?(?: ?:| por| es)?", r"modéré par", r"modérat(?:eur|rice) ?:",
        r"moderiert von", r"moderation ?:", r"will (?:moderate|chair)",
    )
    + r"[\s:]*",
    re.IGNORECASE,
)  # fmt: skip
_ROLE = re.compile(
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
        r"directeur", r"directrice", r"chargée?", r"conseill\w+", r"cheff?e?", r"leiter(?:in)?",
        r"referent(?:in)?", r"jefe", r"asesor[a]?", r"especialista",
    ),
    re.IGNORECASE,
)  # fmt: skip
_AT = re.compile(
    r"[,;]?\s+(?:at|of|ved|i|en|at the|von|de la|del|chez|bei)\s+(?:the\s+)?(?=[^\W\d_a-z])"
)
_JOIN = re.compile(
    r"(?:[,;]?\s+(?:and|og|y|e|et|und|&)\s+|[;\n]\s*(?:[-–•*▪]\s*)?(?:(?:and|og|y|et|und)\s+)?)$"
)
_BEHIND = re.compile(
    r"\s*(?:[,(;:\n]|–|-\s|—|$|\.(?:\s|$)|\s(?:and|og|y|et|und|will|as|from|vil|er|has|is)\s|/)"
)
_MAIL = re.compile(r"\s*\(?\s*\S+@\S+")


def named(
    text: str, span: Span, known: Sequence[Mention], role: str = ""
) -> Iterator[Candidate[Person]]:
    """Yield the people of a list: "A, Director, X; B (Y) and C, Fellow at Z"."""
    items = list(_items(text, span))
    stops = (*(item.start for item in items[1:]), span.end)
    for item, stop in zip(items, stops, strict=False):
        yield _person(text, item, stop, known, role)


@dataclass(frozen=True, slots=True)
class _Item:
    """A name in a list, with the role that stands ahead of it."""

    name: re.Match[str]
    ahead: Span | None

    @property
    def start(self) -> int:
        return self.ahead.start if self.ahead else self.name.start()


def _items(text: str, span: Span) -> Iterator[_Item]:
    words = span.words(text)
    by_semicolon, by_line = ";" in words, "\n" in words
    at = span.start
    while (found := _NAME.search(text, at, span.end)) is not None:
        at = found.end()
        if not _is_name(found["name"]) or not _BEHIND.match(
            text, found.end(), min(span.end + 1, len(text))
        ):
            at = found.start() + max(1, len(found.group().split()[0]))
            continue
        lead = text[max(span.start, found.start() - 8) : found.start()]
        ahead = _role_before(text, span, found.start())
        if ahead or _begins_item(lead, found.start(), span, by_semicolon, by_line):
            yield _Item(found, ahead)


_ROLE_AHEAD = re.compile(
    r"(?:^\s*|[,;]\s(?:and|og|y|et|und)\s|[;,]\s|\s(?:and|og|y|et|und|by|with)\s)"
    r"(?P<role>(?:the|our|its|their|former|den|el|la|le)\s[^,;]{3,90}),\s"
    rf"{_HONORIFIC}{{0,2}}$",
    re.IGNORECASE,
)


def _role_before(text: str, span: Span, name: int) -> Span | None:
    """Return the role that stands ahead of a name: "the Director of X, Anna Berg"."""
    low = max(span.start, name - 120)
    found = _ROLE_AHEAD.search(text[low:name])
    if found is None or not _ROLE.search(found["role"]):
        return None
    return Span(low + found.start("role"), low + found.end("role"))


def _begins_item(lead: str, start: int, span: Span, by_semicolon: bool, by_line: bool) -> bool:
    if start - span.start <= 4:
        return True
    joined = _JOIN.search(lead)
    if joined is None:
        return lead.endswith("), ") and not by_semicolon
    if by_semicolon:
        return ";" in joined.group() or "\n" in joined.group()
    return "\n" in joined.group() if by_line else True


def _is_name(words: str) -> bool:
    if _NOT_IN_NAMES.search(words) or looks_like_body(words):
        return False
    parts = words.split()
    if not (parts[0][0].isupper() and parts[-1][0].isupper()):
        return False
    return not parts[0].isupper() or len(parts[0]) <= 2 or words.isupper()


def _person(
    text: str, item: _Item, stop: int, known: Sequence[Mention], role: str
) -> Candidate[Person]:
    name = item.name
    roles, affiliation = _parted(text, _detail(text, name.end(), stop), known)
    if item.ahead is not None:
        roles, affiliation = item.ahead, None
    if role:
        roles = None
    person = Person(
        name=" ".join(name["name"].split()),
        role=role or (" ".join(roles.words(text).split()) if roles else ""),
        role_span=roles,
        affiliation=" ".join(affiliation.words(text).split()) if affiliation else "",
        affiliation_span=affiliation,
    )
    return Candidate(
        value=person,
        start=name.start("name"),
        end=name.end("name"),
        rule="speaker.list",
        confidence=0.8,
    )


_DETAIL_END = re.compile(
    r"[;\n]|(?<!\b[A-Z])\.(?:\s|$)|\s–\s[\"“]|,?\s+(?:and|og|y|et|und)\s*$|,?\s+(?:who|will|"
    r"to discuss|about|followed by)\s"
)
_DETAIL_START = re.compile(r"\s*(?:[,(–—-]|as\s|/)?\s*")


def _detail(text: str, start: int, stop: int) -> Span:
    begins = _DETAIL_START.match(text, start, stop)
    first = begins.end() if begins else start
    if begins is not None and not begins.group().strip():
        return Span(first, first)
    closing = text.rfind(")", first, stop) if "(" in text[start:first] else -1
    ends = _DETAIL_END.search(text, first, stop)
    last = closing if closing >= 0 else ends.start() if ends else stop
    words = text[first:last].rstrip(" ,;.(–-")
    if words.count(")") > words.count("("):
        words = words.rstrip(" ,;.)(–-")
    return Span(first, first + len(words))


def _parted(text: str, detail: Span, known: Sequence[Mention]) -> tuple[Span | None, Span | None]:
    """Return role and affiliation."""
    if detail.start >= detail.end:
        return None, None
    words = detail.words(text)
    cut = words.rfind(", ")
    at = list(_AT.finditer(text, detail.start, detail.end))
    if cut < 0 and at and _ROLE.search(text, detail.start, at[-1].start()):
        return Span(detail.start, at[-1].start()), Span(at[-1].end(), detail.end)
    if cut < 0:
        is_body = _is_body(words, detail, known) and not _ROLE.match(words)
        return (None, detail) if is_body or not _ROLE.search(words) else (detail, None)
    before = words.rfind(", ", 0, cut)
    last = Span(detail.start + cut + 2, detail.end)
    if before >= 0 and not _is_body(last.words(text), last, ()):
        body = Span(detail.start + before + 2, detail.start + cut)
        if looks_like_body(body.words(text)) and not _ROLE.match(body.words(text)):
            cut, last = before, Span(body.start, detail.end)
    if _ROLE.match(last.words(text)) and not _is_body(last.words(text), last, known):
        return detail, None
    return Span(detail.start, detail.start + cut), last


def _is_body(words: str, span: Span, known: Sequence[Mention]) -> bool:
    return looks_like_body(words) or any(span.start <= m.start and m.end <= span.end for m in known)


def in_sentence(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[Person]]:
    """Yield the people that a sentence announces: "with A, Director of X, and B"."""
    moderated = _MODERATED.search(text, sentence.start, sentence.end)
    end = moderated.start() if moderated else sentence.end
    cues = list(_CUE.finditer(text, sentence.start, end))
    opening = _WITH.match(text, sentence.start, end)
    cues = [opening, *cues] if opening else cues
    reached = sentence.start
    for cue in cues:
        found = list(named(text, Span(cue.end(), end), known)) if cue.start() >= reached else []
        if found and _lead(text, cue.end(), found[0].start) <= _LONGEST_LEAD:
            following = [later.start() for later in cues if later.start() > found[0].end]
            stop = next((at for at in following if _leads_to_name(text, at, end)), end)
            yield from named(text, Span(cue.end(), stop), known)
            reached = stop
    if moderated is not None:
        yield from named(text, Span(moderated.end(), sentence.end), known, MODERATOR)


def _lead(text: str, cue: int, name: int) -> int:
    """Return how much stands between a cue and the first name or the role ahead of it."""
    ahead = _role_before(text, Span(cue, name), name)
    return (ahead.start if ahead else name) - cue


def _leads_to_name(text: str, cue: int, end: int) -> bool:
    found = _CUE.match(text, cue, end)
    name = _NAME.search(text, found.end(), min(end, found.end() + 60)) if found else None
    return found is not None and name is not None and name.start() - found.end() <= 8


_WITH = re.compile(r"(?:with|featuring|avec|con|med|mit)\s", re.IGNORECASE)
_LONGEST_LEAD = 24
"""Code points between a cue and the first name: ": ", " Professor ", " its author, "."""


def in_value(
    text: str, value: Span, known: Sequence[Mention], role: str
) -> Iterator[Candidate[Person]]:
    """Yield the people that stand behind a label on its own line."""
    moderated = _MODERATED.search(text, value.start, value.end)
    end = moderated.start() if moderated else value.end
    yield from named(text, Span(value.start, end), known, role)
    if moderated is not None:
        yield from named(text, Span(moderated.end(), value.end), known, MODERATOR)


_IN_SLOT = re.compile(r"(?P<what>[^:\n]{2,60}?)(?:\s?[:–—]\s|\sby\s|\s-\s)")
_SPOKEN = re.compile(
    any_of(
        "keynote", "opening", "closing", "remarks", "welcome", "speaker", "speech", "address",
        "talk", "presentation", "lecture", "introduction", "chair", "moderator", "statement",
        "apertura", "clausura", "åpning", "innledning", "foredrag", "ouverture",
    ),
    re.IGNORECASE,
)  # fmt: skip


_FEWEST_IN_A_LIST = 2
_LONGEST_LINE = 240


def _is_described(person: Person, known: Sequence[Mention], *, is_listed: bool) -> bool:
    if _ROLE.search(person.role):
        return True
    span = person.affiliation_span
    is_body = span is not None and _is_body(person.affiliation, span, known)
    return is_body and (is_listed or not person.role)


def in_bullets(
    text: str, lines: Sequence[Line], known: Sequence[Mention]
) -> Iterator[Candidate[Person]]:
    """Yield the people of lines that each name one with a role or a body: "- A (ORG)"."""
    found: list[Candidate[Person]] = []
    for line in lines:
        if len(line.text) <= _LONGEST_LINE and not _CONTACT.search(text, line.start, line.end):
            one = list(named(text, Span(line.body_start, line.end), known))[:1]
            found += [p for p in one if _is_described(p.value, known, is_listed=bool(line.mark))]
    if len(found) >= _FEWEST_IN_A_LIST:
        yield from found


def in_slot(text: str, slot: Span, known: Sequence[Mention]) -> Iterator[Candidate[Person]]:
    """Yield who a line of a programme names: "Opening: A, Director", "Panel. Moderator: B"."""
    moderated = _MODERATED.search(text, slot.start, slot.end)
    end = moderated.start() if moderated else slot.end
    what = _IN_SLOT.match(text, slot.start, end)
    if what is not None and _SPOKEN.search(what["what"]):
        role = "keynote" if re.search("keynote", what["what"], re.IGNORECASE) else ""
        for found in named(text, Span(what.end(), end), known):
            if found.start - what.end() <= _LONGEST_LEAD:
                person = found.value if found.value.role else replace(found.value, role=role)
                yield replace(found, value=person, rule="speaker.programme")
    if moderated is not None:
        yield from named(text, Span(moderated.end(), slot.end), known, MODERATOR)


_CONTACT = re.compile(r"\S+@\S+")


def in_lines(
    text: str, lines: Sequence[Line], known: Sequence[Mention], role: str = ""
) -> Iterator[Candidate[Person]]:
    """Yield the people of a list with one to a line; a line that names nobody is passed over."""
    for line in lines:
        moderated = _MODERATED.match(text, line.body_start, line.end)
        start = moderated.end() if moderated else line.body_start
        if not _CONTACT.search(text, line.start, line.end):
            yield from list(
                named(text, Span(start, line.end), known, MODERATOR if moderated else role)
            )[:6]
