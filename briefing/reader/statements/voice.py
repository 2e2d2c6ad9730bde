"""Who speaks in a statement, and for whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from briefing.model import Doubt, DoubtKind
from briefing.reader.cues import Cue
from briefing.reader.fields import bodies
from briefing.reader.fields.names import Mention
from briefing.reader.lines import Span, sentences
from briefing.reader.statements import letterhead, listing, words
from briefing.reader.statements.verdict import Statement
from briefing.reader.vocabulary import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks, as printed."""

    span: Span
    rule: str
    confidence: float
    capacity: Span | None = None
    """In what name: "Permanent Representative of X", "on behalf of the Y"."""
    doubts: tuple[Doubt, ...] = ()
    together: tuple[Span, ...] = ()
    """Those who speak as one, where several are named."""


def voice_of(text: str, statement: Statement, known: Sequence[Mention]) -> Voice | None:
    """Return who speaks: the group that it is for, who gives it, whose name stands above it.

    `known` are the names that the desk knows, in the head and the first paragraphs.
    """
    head = statement.head
    opening = list(sentences(text, statement.body[:_FIRST_PARAGRAPHS]))[:_FIRST_SENTENCES]
    return (
        _for_listed(text, statement, known)
        or _for_others(text, [head], known)
        or _for_others(text, [one for one in opening if _is_said(text, one)], known)
        or _titled(text, head, known)
        or _on_paper(letterhead.whose(text, statement))
        or _by_whom(text, head, known)
        or _before_title(text, statement.title, known)
        or _above(text, head, known)
        or _on_paper(letterhead.above_title(text, statement, known), _NOT_PLAIN)
        or _thanking(text, opening, known)
    )


_FIRST_PARAGRAPHS, _FIRST_SENTENCES = 4, 6
_AND_MEMBERS = re.compile(
    r",? (?:and|og|et|und|y) (?:its|their|dets|ses|seine[rn]?|sus) (?:\d+ )?"
    r"(?:member states|medlemsstater|medlemsland|états membres|mitgliedstaaten|estados miembros)",
    re.IGNORECASE,
)


# For others --------------------------------------------------------------------------------------


def _is_said(text: str, sentence: Span) -> bool:
    return any(said.search(text, sentence.start, sentence.end) for said in words.SPOKEN[1:2])


def _for_others(text: str, where: Sequence[Span], known: Sequence[Mention]) -> Voice | None:
    for stretch in where:
        for found in words.BEHALF.finditer(text, stretch.start, stretch.end):
            together = tuple(listing.listed(text, found.end(), stretch.end, known))
            if not together:
                continue
            span = Span(together[0].start, together[-1].end)
            behind = _AND_MEMBERS.match(text, span.end, stretch.end)
            capacity = Span(found.start(), behind.end() if behind else span.end)
            return Voice(
                span=span,
                rule="holder.behalf",
                confidence=0.8,
                capacity=capacity,
                together=together if len(together) > 1 else (),
            )
    return None


def _for_listed(text: str, statement: Statement, known: Sequence[Mention]) -> Voice | None:
    """Return those for whom somebody says it who stand in a list below: "the following States:"."""
    end = statement.body[0].end if statement.body else statement.head.end
    found = _FOLLOWING.search(text, statement.head.start, end + _LONGEST_LIST)
    if found is None:
        return None
    together = tuple(listing.rows_of_names(text, found.end()))
    if len(together) < _FEWEST_LISTED:
        return None
    name = listing.name_at(text, *found.span("by"), known) if found["by"] else None
    capacity = Span(found.start("behalf"), found.end())
    span = name or Span(together[0].start, together[-1].end)
    return Voice(
        span=span, rule="holder.behalf", confidence=0.75, capacity=capacity, together=together
    )


_LONGEST_LIST, _FEWEST_LISTED = 200, 2
_FOLLOWING = re.compile(
    r"(?:(?:made|delivered|presented|given|read(?: out)?|prononcée|faite|pronunciada|leída) "
    r"(?:by|par|por) (?:the |la |le |el )?(?P<by>[^\n,;:]{2,60}?) )?"
    r"(?P<behalf>(?:on behalf|in the name) of (?:the )?following (?:[\w-]+ ){0,3}\w+|"
    r"au nom des (?:\w+ ){1,4}suivante?s|en nombre de (?:los|las) siguientes \w+):?",
    re.IGNORECASE,
)

# By whom -----------------------------------------------------------------------------------------


def _titled(text: str, head: Span, known: Sequence[Mention]) -> Voice | None:
    """Return the body or state that a title line ends with: "Intervention of Netco"."""
    rows = list(letterhead.rows(text, head))
    for row, below in zip_longest(rows, rows[1:]):
        said = words.FULL_TITLE.match(f"{row.words(text)} ")
        start = row.start + said.end() if said else row.end
        lead = _LEAD.match(text, start, row.end)
        start = lead.end() if lead else start
        name = listing.name_at(text, start, row.end, known) if start < row.end else None
        if name is None or not _ENDS_NAME.fullmatch(text, name.end, row.end):
            continue
        is_office = below is not None and _FUNCTION.match(below.words(text))
        if not is_office and not _OFFICER.match(text, name.start, name.end):
            return Voice(span=name, rule="holder.head", confidence=0.75)
    return None


_ENDS_NAME = re.compile(r"(?:\s?\([A-Z][\w+-]{1,14}\))?[^\w(]{0,4}")
_OFFICER = Cue(
    any_of(
        r"(?:permanent |deputy )*representative", "ambassador", "head", "minist(?:er|ry)",
        "secretary", "delegation", "mission", "chair", "president",
    ),
)  # fmt: skip
"""What a name begins with that is an office of a state, which is told behind it."""


def _on_paper(span: Span | None, *doubts: Doubt) -> Voice | None:
    """Return whose paper it is as who speaks."""
    if span is None:
        return None
    confidence = 0.6 if doubts else 0.75
    return Voice(span=span, rule="holder.letterhead", confidence=confidence, doubts=doubts)


def _before_title(text: str, title: Span | None, known: Sequence[Mention]) -> Voice | None:
    """Return the name in a title such as "Net Watch - oral statement"."""
    found = words.OF_WHOM.match(text, title.start, title.end) if title else None
    if found is None:
        return None
    name = listing.name_at(text, found.start(), found.end("who"), known)
    is_whole = name is not None and name.end == found.end("who")
    return Voice(span=name, rule="holder.head", confidence=0.75) if name and is_whole else None


_OF_STATE = Cue(
    any_of(
        "(?:permanent |deputy |alternate |special |acting )*representatives?",
        "ambassad(?:ors?|rice)", "leaders?", "heads of (?:state|government|delegation)",
        "ambassadeur", "ambassadør", "embajadora?", "botschafter(?:in)?",
        r"(?:prime |foreign |state |deputy )?minister(?:in|s)?(?: [^,\n]{1,60}?)?",
        r"ministry(?: of [^,\n]{1,60}?)?", r"ministre(?: [^,\n]{1,60}?)?",
        r"ministr[oa](?: [^,\n]{1,60}?)?", r"(?:state |under-?)?secretary(?: [^,\n]{1,60}?)?",
        "(?:permanent )?mission", r"(?:head of )?(?:the )?delegation", "government", "republic",
        "kingdom", "embassy", "delegasjon", "regjering", "gobierno",
        "gouvernement", "regierung", "délégation", "delegación", "représentante?(?: permanente?)?",
        r"(?:ständige[rn]? )?vertreter(?:in|s)?(?: [^,\n]{1,40}?)?",
        "representante(?: permanente)?",
        "(?:fast|faste) representant", r"\w*minister(?:en)?",
    )
    + r",?\s+(?:of|for|de|du|des|d['’]|von|der|av|del|for)\s*(?:the |la |le |les |el |l['’])?"
    r"(?:(?:Kingdom|Republic|State|Royaume|República|Kongeriket|Republik) (?:of|de|av) )?",
)  # fmt: skip
"""What stands before the state or body that a person represents."""

_AT_WHICH = re.compile(
    r"\n\s*(?:at|on|in|before|during|to|for|ved|under|à|lors|bei|beim|zu[rm]?|en|ante)\s|"
    r"\s(?:at|during|on the occasion|ved|under|lors d[eu]|à l['’]occasion|bei (?:der|dem)|beim|"
    r"anlässlich|durante|en (?:la|el|ocasión)|ante)\s|\n\s*\d|"
    r"\n\s*(?:agenda item|cluster|thematic)|"
    r"\s(?:on|regarding|concerning|sur|om|zu[rm]?|sobre) (?=[a-zæøåéè])",
    re.IGNORECASE,
)
"""Where the words end that say who, and those begin that say where and on what."""


def _by_whom(text: str, head: Span, known: Sequence[Mention]) -> Voice | None:
    for start in _givers(text, head):
        stop = _AT_WHICH.search(text, start, head.end)
        told = Span(start, stop.start() if stop else head.end)
        found = _represented(text, told, known)
        if found is not None:
            return found
    return None


def _givers(text: str, head: Span) -> Iterator[int]:
    """Yield where it is said who gives it: behind "by", or a title line."""
    at = head.start
    for row in text[head.start : head.end].split("\n"):
        line = row.strip()
        start = at + len(row) - len(row.lstrip())
        for pattern in (words.FULL_TITLE, words.GIVEN_BY):
            found = pattern.match(f"{line} ")
            if found is not None:
                yield start + min(found.end(), len(line))
        if _BY.fullmatch(line):
            yield at + len(row)
        elif _PERSON.match(line):
            yield start
        at += len(row) + 1


_BY = re.compile(r"(?:(?:delivered )?by|av|par|von|por|de|du)[:.]?", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:H\.? ?E\.?|S\.? ?E\.?|His Excellency|Her Excellency|Ambassador|Ambassadør|Botschafter|"
    r"Embajador|(?:the )?(?:Permanent |Deputy )*Representative|"
    r"(?:Permanent )?(?:Mission|Delegation))",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"[\s:]*(?:(?:the|le|la|les|el|los|den|det|die|der|das)\s+|l['’])?", re.IGNORECASE
)


def _represented(text: str, told: Span, known: Sequence[Mention]) -> Voice | None:
    """Return the state or body that whoever is told of speaks for; else the person."""
    lead = _LEAD.match(text, told.start, told.end)
    told = Span(lead.end() if lead else told.start, told.end)
    inside = [m for m in known if told.start <= m.start and m.end <= told.end and m.stakeholder]
    return (
        _directly(text, told, inside)
        or _by_office(text, told, known)
        or _of_body(text, told)
        or _mentioned(text, told, inside)
        or _person(text, told)
    )


def _directly(text: str, told: Span, inside: Sequence[Mention]) -> Voice | None:
    if not any(m.start == told.start and not m.is_adjective for m in inside):
        return None
    together = tuple(listing.listed(text, told.start, told.end, inside))
    return Voice(
        span=Span(told.start, together[-1].end),
        rule="holder.head",
        confidence=0.85,
        together=together if len(together) > 1 else (),
    )


def _by_office(text: str, told: Span, known: Sequence[Mention]) -> Voice | None:
    for role in _OF_STATE.finditer(text, told.start, told.end):
        together = tuple(listing.listed(text, role.end(), told.end, known))
        if together:
            several = together if len(together) > 1 else ()
            return Voice(
                span=Span(together[0].start, together[-1].end),
                rule="holder.head",
                confidence=0.8,
                capacity=_role(text, told.start, role.start(), together[-1].end),
                together=several,
            )
    return None


def _mentioned(text: str, told: Span, inside: Sequence[Mention]) -> Voice | None:
    for one in inside:
        if one.forum is not None:
            continue
        span = _phrase(text, told, one) if one.is_adjective else Span(one.start, one.end)
        return Voice(span=span, rule="holder.head", confidence=0.7)
    return None


def _role(text: str, told: int, start: int, end: int) -> Span:
    line = text.rfind("\n", 0, start) + 1
    comma = text.rfind(",", line, start) + 1
    at = max(line, comma, told)
    return Span(at + len(text[at:end]) - len(text[at:end].lstrip()), end)


def _phrase(text: str, told: Span, one: Mention) -> Span:
    """Return the words around an adjective: "Norwegian Minister of Foreign Affairs"."""
    stop = re.compile(r"[,;\n]").search(text, one.end, told.end)
    return Span(one.start, stop.start() if stop else told.end)


def _of_body(text: str, told: Span) -> Voice | None:
    """Return the organisation that is named behind a person: "Ana Berg, Head of Policy, Netco"."""
    parts = list(_BETWEEN_COMMAS.finditer(text, told.start, told.end))
    first_line = text.find("\n", told.start, told.end)
    for n, part in reversed(list(enumerate(parts))[1:]):
        said = part.group().strip(" .")
        is_near = first_line < 0 or part.start() < first_line
        is_last = is_near and n > 1 and not _FUNCTION.match(said)
        is_body = bodies.looks_like_body(said) or _COMPANY.search(said) or is_last
        if is_body and said[:1].isupper() and not _FUNCTION.match(said):
            at = part.start() + part.group().index(said)
            start = parts[1].end() - len(parts[1].group().lstrip())
            capacity = Span(start, at + len(said)) if start < at else None
            span = Span(at, at + len(said))
            return Voice(span=span, rule="holder.head", confidence=0.7, capacity=capacity)
    return None


_BETWEEN_COMMAS = re.compile(r"[^,;\n]*[^,;\s][^,;\n]*")


def _person(text: str, told: Span) -> Voice | None:
    titled = listing.TITLED.match(text, told.start, told.end)
    found = listing.NAMED.match(text, told.start, told.end)
    if found is None or (titled and titled.end() == found.end()):
        return None
    return Voice(span=Span(*found.span()), rule="holder.head", confidence=0.65)


_COMPANY = re.compile(r"\s(?:Ltd|Inc|GmbH|AS|ASA|SA|AG|LLC|plc|Corp|BV|AB|Oy)\.?$")
_FUNCTION = re.compile(
    r"(?:\w+ )?(?:head|director|president|chair|officer|secretary|advis[eo]r|counsell?or|attach|"
    r"minister|ambassador|representative|manager|lead|coordinator)",
    re.IGNORECASE,
)


# Told by less ------------------------------------------------------------------------------------

_NOT_PLAIN = Doubt(
    kind=DoubtKind.UNSURE, words="It is not said plainly who speaks; this is the name above."
)


def _above(text: str, head: Span, known: Sequence[Mention]) -> Voice | None:
    """Return a name that stands alone on a line of the head, or within that of a body."""
    for m in known:
        if head.start <= m.start and m.end <= head.end and m.stakeholder and not m.is_adjective:
            before = text[text.rfind("\n", 0, m.start) + 1 : m.start]
            is_alone = _ENDS_LINE.match(text, m.end) or _OFFICE.match(text, m.end)
            if not re.search(r"\w", before) and is_alone:
                return Voice(span=Span(m.start, m.end), rule="holder.above", confidence=0.75)
    return None


_OFFICE = re.compile(r"['’]?s? (?:Ministry|Government|Mission|Delegation|Embassy|Presidency)")
_ENDS_LINE = re.compile(r"[^\w\n]{0,8}(?:\n|$)")
_THANKING = re.compile(
    r",?\s+(?:(?:would like|wishes|also|too) (?:to )?)*(?:thanks?|align|associate|join|takes? the "
    r"floor|congratulate|is (?:pleased|grateful|honou?red)|has the honou?r|slutter seg|takker|"
    r"remercie|se rallie|s['’]associe|dankt|schließt sich|agradece|se suma|a l['’]honneur|"
    r"tiene el honor)",
    re.IGNORECASE,
)


def _thanking(text: str, opening: Sequence[Span], known: Sequence[Mention]) -> Voice | None:
    """Return who thanks the chair, or aligns with others, at the beginning."""
    for sentence in opening:
        for m in known:
            is_near = sentence.start <= m.start <= sentence.start + _NEAR_START
            if is_near and m.stakeholder and _THANKING.match(text, m.end, sentence.end):
                return Voice(
                    span=Span(m.start, m.end),
                    rule="holder.thanks",
                    confidence=0.6,
                    doubts=(_NOT_PLAIN,),
                )
    return None


_NEAR_START = 40
