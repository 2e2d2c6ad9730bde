"""For whom a person speaks: the state of an office, a body, a name in brackets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Doubt
from briefing.reader.cues import Cue
from briefing.reader.fields import bodies
from briefing.reader.fields.names import Mention
from briefing.reader.lines import Span
from briefing.reader.statements import listing
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


def represented(text: str, told: Span, known: Sequence[Mention]) -> Voice | None:
    """Return the state or body that whoever is told of speaks for; else the person."""
    lead = LEAD.match(text, told.start, told.end)
    told = Span(lead.end() if lead else told.start, told.end)
    inside = [m for m in known if told.start <= m.start and m.end <= told.end and m.stakeholder]
    return (
        _in_brackets(text, told, known)
        or _directly(text, told, inside)
        or _by_office(text, told, known)
        or _of_body(text, told)
        or _mentioned(text, told, inside)
        or _person(text, told)
    )


LEAD = re.compile(
    r"[\s:]*(?:(?:the|le|la|les|el|los|den|det|die|der|das)\s+|l['’])?", re.IGNORECASE
)
"""What may stand before a name."""


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
        is_portfolio = _PORTFOLIO.fullmatch(role.group()) is not None
        if is_portfolio and not any(m.start == role.end() and m.stakeholder for m in known):
            continue
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


_PORTFOLIO = re.compile(
    r"(?:\w+ ){0,2}?(?:minist\w*|secret\w*|sekret\w*|\w*minister\w*)\s+"
    r"(?:of|for|de|du|des|del|av|von|der|d['’])\s*(?:the |la |l[eo]s |las |l['’])?",
    re.IGNORECASE,
)
"""An office for something, and not of a state: "Minister of", with the sea behind it."""


def _in_brackets(text: str, told: Span, known: Sequence[Mention]) -> Voice | None:
    """Return the state in brackets behind a person: "Ambassador Ana Berg (Norland)"."""
    found = _BRACKETS.match(text, told.start, told.end)
    if found is None or not (listing.TITLED.match(text, told.start) or found["title"]):
        return None
    name = listing.name_at(text, *found.span("of"), known)
    if name is None or name.end < found.end("of"):
        return None
    return Voice(span=name, rule="holder.head", confidence=0.75)


_BRACKETS = re.compile(
    r"(?P<title>(?:\w+ ){0,2}(?:Ambassad\w+|Embajador\w*|Botschafter\w*|Minist\w+) )?"
    r"[^\n,()]{4,60} \((?P<of>[^\n()]{3,60})\)"
)


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
        is_last = is_near and n > 1 and not FUNCTION.match(said)
        is_body = bodies.looks_like_body(said) or _COMPANY.search(said) or is_last
        if is_body and said[:1].isupper() and not FUNCTION.match(said):
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
FUNCTION = re.compile(
    r"(?:\w+ )?(?:head|director|president|chair|officer|secretary|advis[eo]r|counsell?or|attach|"
    r"minister|ambassador|representative|manager|lead|coordinator)",
    re.IGNORECASE,
)


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
