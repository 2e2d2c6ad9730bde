"""Organisations by their form, and those that a page names as organisers or partners."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields.names import Mention
from briefing.reader.lines import Span
from briefing.reader.vocabulary import any_of

HEAD_NOUN = any_of(
    "university", "universities", "college", "institute?", "academy", "school", "faculty",
    "ministry",
    "ministries", "department", "directorate", "agency", "authority", "office", "bureau",
    "secretariat",
    "mission", "delegation", "embassy", "government", "kingdom", "republic", "council",
    "commission", "committee",
    "cent(?:re|er)", "foundation", "association", "society", "union", "alliance", "coalition",
    "league", "federation",
    "network", "forum", "platform", "partnership", "programme?", "initiative", "project", "group",
    "team", "unit", "division",
    "organi[sz]ation", "bank", "fund", "trust", "company", "corporation", "exchange", "chamber",
    "house", "lab(?:oratory)?",
    "observatory", "consortium", "task ?force", "cert", "csirt", "command", "consulate",
    "think ?tank", "club", "city",
    "ministerio", "universidad", "instituto", "centro", "cancillería", "embajada", "gobierno",
    "fundación", "asociación",
    r"\w*departement(?:et)?", r"\w*institutt", "universitet(?:et)?",
    r"\w*h[øo][yg]sk[ou]le(?:n)?",
    r"\w*råd(?:et)?", "utenriksdepartementet", r"\w*direktorat(?:et)?",
    "ministère", "université", "institut", "fondation", "ambassade", "bundesministerium",
    "universität", "auswärtiges", "red de", "agence", "académie", "chaire", "observatoire",
    "cercle", "collège", "école", "réseau", "société", "confédération", "fédération", "haute école",
    "académie", "conseil", "direction", "secrétariat", "ordre", "organismo", "organización",
    "academia", "agencia", "cátedra", "cámara", "consejo", "comisión", "dirección", "escuela",
    "federación", "observatorio", "secretaría", "sociedad", "colegio", "alianza", "consorcio",
    r"\w{0,24}(?:gesellschaft|stiftung|akademie|verband|verein|zentrum|kolleg|ministerium|amt|rat|"
    r"hochschule|kommission|behörde|agentur|anstalt)", "lehrstuhl", "arbeitsstelle", "bündnis",
    "forschungsstelle", r"e\.V",
    r"\w{0,24}(?:forening(?:en)?|forbund(?:et)?|kommisjon(?:en)?|senter(?:et)?|stiftelse(?:n)?|"
    r"tilsyn(?:et)?|akademi(?:et)?|etat(?:en)?|selskap(?:et)?|komité(?:en)?|utvalg(?:et)?)",
    r"nettverk(?:et)?", "ambassade(?:n)?", "advisory board", "board", "hub", "working group",
    "charity", "ngo", "collective", "service", "services", "corps", "branch", "desk", "court",
    "tribunal", "parliament", "senate", "assembly", "congress of",
)  # fmt: skip
"""What most organisations are called something of."""

_HEAD_NOUN = Cue(HEAD_NOUN)
_LINK = (
    r"(?:of|for|the|and|in|on|to|at|against|without|gegen|contre|contra|mot|de|del|la|las|los|el|y|e|des|du|et|les|für|und|der|og|i|à|&|"
    r"van|von|den)"
)
_CAPITALISED = re.compile(
    rf"(?:[^\W\d_a-z][\w'’./+-]*|"
    rf"\d[\w.+-]*)(?:[ \n](?:{_LINK}[ \n]){{0,3}}[^\W\d_a-z][\w'’./+-]*|"
    rf"\s?\([A-Z][\w/ +-]{{1,30}}\))*"
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][\w+-]*(?:/[A-Z][\w ]+)?")


def looks_like_body(words: str) -> bool:
    """Return whether words have the form of an organisation: a head noun, or an acronym."""
    return bool(_HEAD_NOUN.search(words) or _ACRONYM.fullmatch(words.strip()))


_NEXT = r"(?:the |el |la |los |les |le |l'|die |der |das )?"
TOGETHER_WITH = re.compile(
    r"[,;]?\s+(?:(?:and|in|jointly|together|along|i|en)\s+)?(?:(?:close |direct )?"
    r"(?:cooperation|co-operation|collaboration|partnership|conjunction|association|samarbeid|"
    r"colaboración|coordinación|partenariat|zusammenarbeit|kooperation|cooperación|coopération|"
    r"alianza)\s+(?:with|med|con|avec|mit)|(?:with|mit|med|avec|con)(?=\s+(?:(?:the|der|dem|la|le|"
    r"el)\s+|l['’])?(?-i:[A-ZÀ-Þ]))"
    r"|together with|jointly with|alongside|along with|as well as|with the support of"
    r"|med støtte fra|sammen med|(?:gemeinsam|zusammen) mit|junto (?:a|con)|conjointement avec)\s+",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*[;,]\s+(?:and|og|y|e|et|und)\s+|\s*[;,]\s+|\s+(?:and|og|y|et|und|&)\s+|\s*\n\s*[-•*]?\s*"
)


def parties(text: str, span: Span, known: Sequence[Mention], rule: str) -> Iterator[Candidate[str]]:
    """Yield the organisations of a list such as "the Institute of X, Y and the Z"."""
    for stretch in _stretches(text, span):
        for part in _split(text, stretch, known):
            if _ITS_PARTNERS.match(text, part.start, part.end):
                continue
            name = _name_in(text, part, known)
            if name is None:
                return
            yield Candidate(
                value=" ".join(name.words(text).split()), start=name.start, end=name.end, rule=rule,
                confidence=0.85,
            )  # fmt: skip


_ITS_PARTNERS = re.compile(
    r"\s*(?:us|ourselves|nous|uns|oss|nosotros|(?:its|their|our|ses|leurs|sus|seinen?|ihren?|sine) "
    r"(?:\w+ )?(?:partner\w*|members|partenaires|socios))\s*$",
    re.IGNORECASE,
)
"""Who is named behind it, or wrote this: "by us, the Net Forum and ..."."""


def listed(text: str, span: Span, known: Sequence[Mention], rule: str) -> Iterator[Candidate[str]]:
    """Yield the organisations behind a label; one where the parts are not such by their form."""
    found = [one for one in parties(text, span, known, rule) if not _SECTOR.fullmatch(one.value)]
    told = [looks_like_body(one.value) or _is_known(one, known) for one in found]
    is_joint = TOGETHER_WITH.search(text, span.start, span.end) is not None
    is_list = all(told) or (any(told) and (is_joint or _is_pair(text, span, found)))
    if found and (is_list or "\n" in span.words(text)):
        yield from found
        return
    first, *rest = _parts_of(span.words(text))
    if rest and not _SECTOR.fullmatch(first) and all(map(_SECTOR.fullmatch, rest)):
        span = Span(span.start, span.start + span.words(text).index(first) + len(first))
    if span.start < span.end and not all(map(_SECTOR.fullmatch, (first, *rest))):
        yield Candidate(
            value=" ".join(span.words(text).split()), start=span.start, end=span.end, rule=rule,
            confidence=UNSURE,
        )  # fmt: skip


_AND = re.compile(r"\s(?:and|og|y|et|und|&)\s")


def _is_pair(text: str, span: Span, found: Sequence[Candidate[str]]) -> bool:
    """Return whether names with "and" between them are all that is said."""
    links = [text[one.end : other.start] for one, other in pairwise(found)]
    rest = text[found[-1].end : span.end].strip(" .")
    return not rest and bool(links) and all(map(_AND.fullmatch, links))


UNSURE = 0.5
"""The confidence of a body that has not the form of one."""

_SECTOR = re.compile(
    r"(?:civil society|(?:technical|academic|research) community|private sector|business|"
    r"government|academia|"
    r"intergovernmental organi[sz]ations?|youth|media|(?:african|asia[- ]pacific|eastern european|"
    r"latin american and caribbean|"
    r"western european and others)(?: states)? group(?: \([A-Z]+\))?|GRULAC|WEOG)",
    re.IGNORECASE,
)
"""Sectors and regional groups by which proposals describe a person; no organisers."""


def _parts_of(words: str) -> list[str]:
    return [part.strip() for part in re.split(r",(?![^()]*\))", words)]


def _is_known(found: Candidate[str], known: Sequence[Mention]) -> bool:
    return any(m.start == found.start and m.end == found.end for m in known)


def _stretches(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for link in TOGETHER_WITH.finditer(text, span.start, span.end):
        yield Span(at, link.start())
        at = link.end()
    yield Span(at, span.end)


def _split(text: str, span: Span, known: Sequence[Mention]) -> Iterator[Span]:
    at = span.start
    has_commas = "," in span.words(text)
    for found in _SEPARATOR.finditer(text, span.start, span.end):
        if _inside_known(found, known) or not _parts(text, at, found, span.end, has_commas):
            continue
        yield Span(at, found.start())
        at = found.end()
    if at < span.end:
        yield Span(at, span.end)


def _inside_known(found: re.Match[str], known: Sequence[Mention]) -> bool:
    return any(m.start < found.start() and found.end() < m.end for m in known)


_ARTICLE = re.compile(
    r"l['’]|(?:the|el|la|los|las|les|le|its|their|den|det|die|der|das)\s", re.IGNORECASE
)


_OF_SEVERAL = re.compile(
    r"(?:missions|embassies|governments|ministries|delegations|universities|ambassades|missions|"
    r"misiones|embajadas|botschaften|regierungen)(?: permanentes)? "
    r"(?:of|de|der|von) (?:the )?[^,;\n]{1,60}$",
    re.IGNORECASE,
)
"""What is said of several at once: "the Permanent Missions of A and B"."""


_OPEN_END = re.compile(r"\s(?:of|for|the|and|de|des|du|del|für|und|og|i|y|et|&)$")
_AND_ALONE = re.compile(r"\s(?:og|et|y|e)\s")
_APPOSED = re.compile(
    r"(?:tankesmien|stiftelsen|foreningen|organisasjonen|nettverket|selskapet|avisen) [A-ZÆØÅ]"
)
_ENDS_SMALL = re.compile(r"\s[a-zæøåäöü]{4,}$")
"""A name that ends in small letters, and another one that begins: "Forum for handel og Nettet"."""
_ENDS_WHOLE = re.compile(rf"\s{HEAD_NOUN}$", re.IGNORECASE)
_TWO_WORDS = re.compile(r"[^\W\d_a-z][\w’'-]* [^\W\d_a-z]")
_ADJECTIVE_NAME = re.compile(r"[A-ZÄÖÜ]\w+e[srnm]? [A-ZÄÖÜ]\w+ (?:für|of|for|zur|des|der) ")
"""Another name in full: "Hanseatic Seminar for Trade", "Hansisches Seminar für Handel"."""


def _parts(text: str, at: int, found: re.Match[str], end: int, has_commas: bool) -> bool:
    """Return whether a comma or "and" parts two organisations and not the words of one."""
    before, after = text[at : found.start()], text[found.end() : min(end, found.end() + 80)]
    if "\n" in found.group() and _OPEN_END.search(before):
        return False
    if "\n" in found.group() or ";" in found.group():
        return True
    if _LEGAL.match(f" {after}"):
        return False
    if _OF_SEVERAL.search(before) and "," not in found.group():
        return bool(_ARTICLE.match(after))
    if _ARTICLE.match(after) or before.endswith(")") or _APPOSED.match(after):
        return True
    if _ENDS_SMALL.search(before) and _AND_ALONE.fullmatch(found.group()) and after[:1].isupper():
        return True
    if "," in found.group():
        return not re.match(r"[^\W\d_]*\W", after) or after[:1].isupper()
    first = re.split(r"[,;.]|\s(?:and|of|for|with|in|mit|avec|con|med)\s", after)[0]
    if "&" in found.group():
        first = _OF.split(first)[0]
    one_word = " " not in before.strip()
    if _ARTICLE.match(before.lstrip("> ")) and not looks_like_body(before) and not one_word:
        return False
    if _ENDS_WHOLE.search(before) and not one_word and _TWO_WORDS.match(after):
        return True
    if _ADJECTIVE_NAME.match(after) and looks_like_body(before):
        return True
    is_whole = bool(_HEAD_NOUN.search(first)) or bool(_ACRONYM.match(after))
    return (is_whole or one_word or has_commas) and after[:1].isupper()


_OF = re.compile(r"\s(?:de|du|des|del|der|für|for|på)\s")
_LEAD = re.compile(
    r"\W*(?:(?:the|a|an|its|el|la|los|las|le|les|den|dem|det|die|der|das|dear colleagues|"
    r"on behalf of|en|together with|both|we at|we,|wir vom|nous,|(?-i:(?:the )?(?:think tank|ngo|"
    r"NGO)|tankesmien|stiftelsen|foreningen|organisasjonen|nettverket|selskapet|avisen|l['’]ong|"
    r"la ong|la red(?= [A-Z])))\s+|l['’])*",
    re.IGNORECASE,
)


def _name_in(text: str, part: Span, known: Sequence[Mention]) -> Span | None:
    lead = _LEAD.match(text, part.start, part.end)
    start = lead.end() if lead else part.start
    whole = [m for m in known if m.start == start and m.end <= part.end and not m.is_adjective]
    found = _CAPITALISED.match(text, start, part.end)
    end = max([m.end for m in whole], default=start)
    if found:
        end = max(end, found.end())
    if not found:
        small = _SMALL_HEAD.match(text, start, part.end)
        found = _CAPITALISED.match(text, small.end(), part.end) if small else None
        end = found.end() if found else end
    whole_rest = text[end : part.end]
    comma = _PAUSE.search(whole_rest)
    rest = whole_rest[: comma.start()] if comma else whole_rest
    part = Span(part.start, end + len(rest))
    goes_on = _IN_SMALL_LETTERS.fullmatch(rest) or (
        _SMALL_AFTER.match(text, start, part.end) and _SMALL_WORDS.fullmatch(rest)
    )
    if found and len(rest) <= _LONGEST_TAIL and (goes_on or _is_told_small(text, start, end, part)):
        end = part.end
    words = _SPEAKER.sub("", text[start:end].rstrip(" .,;:"))
    legal = _LEGAL.match(text, start + len(words))
    behind = legal.end() if legal else start + len(words)
    return Span(start, behind) if len(words) > 1 else None


_PAUSE = re.compile(r"[,;:(]|(?<=\w{3})\.(?:\s|$)")
_LEGAL = re.compile(
    r",? (?:e\. ?V\.|e\.G\.|gGmbH|GmbH|AG|Inc\.?|Ltd\.?|LLC|LLP|S\.A\.(?:S\.)?|A/S|"
    r"ASBL|AISBL|a\.s\.b\.l\.)(?!\w)"
)
"""What stands behind a registered name, with its full stops."""
_SMALL_HEAD = re.compile(
    r"(?:permanent |joint )?(?:delegation|government|embass(?:y|ies)|missions?|ministry|city|"
    r"municipality|secretariat|friends|botschaft|regierung|misión|delegación|embajada|gobierno|"
    r"délégation|mission permanente|gouvernement)s? (?:of|de|der|von|du|del) (?:the |la )?"
    r"(?=[A-ZÀ-Þ])"
)
"""A name's first word in small letters: "the delegation of Norland"."""


def _is_told_small(text: str, start: int, end: int, part: Span) -> bool:
    """Return whether a name is one only with the small words behind: "Vestnes forum for nett"."""
    rest = text[end : part.end]
    if looks_like_body(text[start:end]) or _NO_PART.match(rest) or not _SMALL_WORDS.fullmatch(rest):
        return False
    return looks_like_body(text[start : part.end])


_NO_PART = re.compile(r"\s(?:in|at|on|to|will|is|are|på|den|am|im|le|en|el|from|by|and|who)\s")
_SPEAKER = re.compile(r",?\s(?:I|We|we)(?:['’](?:d|m|re|ll|ve))?$")
"""Who goes on behind "on behalf of": "the Net Centre I"."""
_LONGEST_TAIL = 90
_FURTHEST_NAME = 20_000
_SMALL_AFTER = Cue(
    any_of(
        r"\w*institutt?", "instituto", "centro", "ministerio", "universidad", "fundación",
        "asociación", "cancillería", "université", "universitet", "ministère", "fondation",
        "centre", r"\w*departement", "direktorat", "stiftung", "école", "organización",
        "mission", "institut", "ambassade", "embajada", "chaire", "observatoire", "réseau",
        "société", "école", "académie", "cátedra", "observatorio", "academia", "escuela", "cámara",
        "collège", "cercle", "agence", "agencia", "sociedad", "consejo", "comisión", "conseil",
        r"norsk(?:e)?", "nasjonalt?", "det norske", "forum", "senter", "nettverk", "gesellschaft",
        "organisation", "association", "red",
    ),
)  # fmt: skip
"""Head nouns of languages in which the words of a name are written small."""
_SMALL_WORDS = re.compile(r"(?: [\w'’-]+){1,10}(?: \([A-Z][\w-]*\))?\W*")
_IN_SMALL_LETTERS = re.compile(
    r"(?: (?:for|de|del|des|du|d['’]|of|i|på|pour|für)(?: [\w-]+){1,5})+\W*"
)
"""How names go on in languages that write their words small: "Institutt for samfunnsforskning"."""


def whole_name(text: str, found: Candidate[str]) -> Candidate[str]:
    """Return the name in full where only its head noun stands: "the Ministry", named above."""
    if not _HEAD_NOUN.fullmatch(found.value):
        return found
    before = re.compile(rf"(?<!\w){re.escape(found.value)} (?:of|for|de) ")
    for match in before.finditer(text, max(0, found.start - _FURTHEST_NAME), found.start):
        name = _CAPITALISED.match(text, match.start(), found.start)
        if name:
            whole = name.group().partition("\n")[0]
            start, end = name.start(), name.start() + len(whole)
            return replace(found, value=whole, start=start, end=end, confidence=0.7)
    return found
