"""Who says of a statement of others that it is theirs too, and for whom it is given."""

import re
from collections.abc import Iterator, Sequence

from briefing.reader.fields.names import Mention
from briefing.reader.lines import LONGEST_SENTENCE, Span
from briefing.reader.statements.verdict import Statement


def aligned(text: str, statement: Statement, known: Sequence[Mention]) -> tuple[Span, ...]:
    """Return who says of the whole statement that it is theirs too, and who is of the group."""
    stretches = (Span(line.start, line.end) for line in statement.body)
    return tuple(
        dict.fromkeys(
            one
            for stretch in (statement.head, *stretches)
            for listed in _alignments(text, stretch)
            for one in _each(text, listed, known)
        )
    )


def tells_alignment(text: str, sentence: Span) -> bool:
    """Return whether a sentence says no more than who is aligned with the statement."""
    return any(sentence.end - one.end < _MORE for one in _alignments(text, sentence))


_MORE = 140
"""Code points behind which a sentence goes on with what those hold themselves."""


_THIS = r"(?:this|the present|our|denne|dette|la présente|cette|dieser?|esta|la presente)"
_ALIGN = (
    r"(?:also |further )?"
    r"(?:align(?:s|ed)?|associate[sd]?|slutter|schließen|se rallient|s['’]associent|"
    r"souscrivent|se suman|se adhieren|co-?sponsors?|subscribes? to)"
)
_FOLLOWING = re.compile(
    rf"(?:following|følgende|suivants?|suivantes|folgende[nr]?|siguientes)[^:.\n]{{0,120}}{_ALIGN}"
    r"[^:.\n]{0,80}:\s*(?P<listed>[^\n]{3,1500})|"
    rf"(?:{_ALIGN})[^:.\n]{{0,80}}{_THIS}[^:.\n]{{0,40}}:\s*(?P<others>[^\n]{{3,1500}})",
    re.IGNORECASE,
)
_COMPRISING = re.compile(
    r"on behalf of [^:.;\n]{3,120}?,? (?:comprising|consisting of|composed of|namely)[: ]"
    r"(?P<listed>[^.;\n]{3,1500})",
    re.IGNORECASE,
)
_THEMSELVES = re.compile(
    rf"(?P<listed>[^.;\n]{{3,600}}?)\s{_ALIGN}\s(?:themselves|itself|seg|sich)?\s?"
    rf"(?:with|til|an|à|a|avec)?\s?{_THIS}\s(?:joint |common )?(?:statement|declaration|erklæring|"
    r"innlegg|déclaration|erklärung|stellungnahme|declaración|intervención)",
    re.IGNORECASE,
)


def _alignments(text: str, stretch: Span) -> Iterator[Span]:
    end = min(stretch.end, stretch.start + LONGEST_SENTENCE)
    for pattern in (_FOLLOWING, _THEMSELVES, _COMPRISING):
        for found in pattern.finditer(text, stretch.start, end):
            group = next(name for name in found.groupdict() if found[name])
            yield Span(*found.span(group))


_PART = re.compile(r"(?:[^,;]|,(?= (?:Republic|Plurinational|Bolivarian|Islamic)))+")
_AND = re.compile(r"\s+(?:and|og|et|und|y|as well as|samt|ainsi que|sowie|así como)\s+")
_CALLED = re.compile(
    r"(?:[^\W\d_a-z][\w'’-]*)(?: (?:of |and |the |de |du |et |la |y ){0,2}[^\W\d_a-z][\w'’-]*){0,6}"
)


def _each(text: str, listed: Span, known: Sequence[Mention]) -> Iterator[Span]:
    inside = [m for m in known if listed.start <= m.start and m.end <= listed.end and m.stakeholder]
    for part in _PART.finditer(text, listed.start, listed.end):
        named = [m for m in inside if part.start() <= m.start and m.end <= part.end()]
        if named:
            yield from (Span(m.start, m.end) for m in named if not m.is_adjective)
            continue
        at = part.start()
        for joint in (*_AND.finditer(text, *part.span()), None):
            end = joint.start() if joint else part.end()
            found = _CALLED.search(text, at, end)
            if found is not None and found.group().casefold() not in _NO_NAMES:
                lead = re.match(r"(?:The|Die|Les|Los|De) ", found.group())
                if not lead or found.group()[lead.end() :][:1].isupper():
                    yield Span(found.start() + (lead.end() if lead else 0), found.end())
            at = joint.end() if joint else end


_NO_NAMES = {"the", "die", "les", "los", "de", "candidate countries", "efta", "eea"}
