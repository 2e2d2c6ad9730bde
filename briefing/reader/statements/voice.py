"""Who speaks in a statement, and for whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from briefing.model import Doubt, DoubtKind
from briefing.reader.cues import Cue
from briefing.reader.fields import bodies
from briefing.reader.fields.names import Mention
from briefing.reader.lines import Span, sentences
from briefing.reader.statements import letterhead, listing, representing, words
from briefing.reader.statements.representing import Voice
from briefing.reader.statements.verdict import Statement
from briefing.reader.vocabulary import any_of


def voice_of(text: str, statement: Statement, known: Sequence[Mention]) -> Voice | None:
    """Return who speaks: the group that it is for, who gives it, whose name stands above it.

    `known` are the names that the desk knows, in the head and the first paragraphs.
    """
    head = statement.head
    opening = list(sentences(text, statement.body[:_FIRST_PARAGRAPHS]))[:_FIRST_SENTENCES]
    return (
        _for_listed(text, statement, known)
        or _for_others(text, [head], known)
        or _for_members(text, head, opening, known)
        or _titled(text, head, known)
        or _undersigned(text, statement, known)
        or _on_paper(letterhead.whose(text, statement))
        or _of_office(text, head, known)
        or _by_whom(text, head, known)
        or _before_title(text, statement.title, known)
        or _above(text, head, known)
        or _on_paper(letterhead.above_title(text, statement, known), _NOT_PLAIN)
        or _thanking(text, opening, known)
        or _named_again(text, statement)
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


def _for_members(
    text: str, head: Span, opening: Sequence[Span], known: Sequence[Mention]
) -> Voice | None:
    """Return for whom a speaker says to speak; where those are members, the group of the title."""
    found = _for_others(text, [one for one in opening if _is_said(text, one)], known)
    titled = _titled(text, head, known) if found is not None and found.together else None
    if found is None or titled is None or _IS_GROUP.search(text, *_ends(titled.span)) is None:
        return found
    return replace(titled, capacity=found.capacity, together=found.together)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


_IS_GROUP = re.compile(
    r"(?<!\w)(?:group|grupo|groupe|gruppe|alliance|alianza|allianz|league|union|unión|forum|foro|"
    r"community|communauté|comunidad|dialogue|coalition|coalición|states|états|estados|network|"
    r"friends|amis|amigos|conference|caucus|partnership)(?!\w)",
    re.IGNORECASE,
)


def _undersigned(text: str, statement: Statement, known: Sequence[Mention]) -> Voice | None:
    """Return those who call themselves "We, the undersigned companies", with those who signed."""
    if not statement.body:
        return None
    start, first = statement.head.start, statement.body[:_FIRST_PARAGRAPHS][-1]
    found = _WE_WHO.search(text, start, min(first.end, start + _NEAR_WE))
    if found is None:
        return None
    last = min(len(text), statement.body[-1].end + _FURTHEST_SIGNED)
    signed = _SIGNED.search(text, found.end(), last)
    return Voice(
        span=Span(*found.span("who")),
        rule="holder.signed",
        confidence=0.7,
        together=tuple(listing.rows_of_names(text, signed.end())) if signed else (),
    )


_NEAR_WE, _FURTHEST_SIGNED = 3000, 400
_WE_WHO = re.compile(
    r"(?<!\w)(?:We|Nous|Wir|Vi|Nosotr[oa]s|Las?|Los),? (?:the |les |die |de |l[oa]s |las )?"
    r"(?P<who>(?:\w+ )?(?:undersigned|signatory|soussignée?s?|unterzeichnenden?|"
    r"unterzeichnete[rn]?|undertegnede|abajo firmantes|firmantes)(?: [^\W\d_]+){0,3}?|"
    r"[^\W\d_]+ soussignée?s)"
    r"(?=,|\s(?:call|make|believe|support|urge|reject|appel|demand|consid|pid|exig|ford|mener))",
)
_SIGNED = re.compile(
    r"\n[^\w\n]*(?:signed(?: by)?|signatories|signataires|signé par|firmantes|firmado por|firman|"
    r"unterzeichne(?:r|t von)|unterzeichnende|undertegnet av|undertegnede)\s?:[^\S\n]*(?=\n)",
    re.IGNORECASE,
)


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
        lead = representing.LEAD.match(text, start, row.end)
        start = lead.end() if lead else start
        name = listing.name_at(text, start, row.end, known) if start < row.end else None
        if name is None or not _ENDS_NAME.fullmatch(text, name.end, row.end):
            continue
        is_office = below is not None and representing.FUNCTION.match(below.words(text))
        if not is_office and not _OFFICER.match(text, name.start, name.end):
            return Voice(span=name, rule="holder.head", confidence=0.75)
    return None


_ENDS_NAME = re.compile(
    r"(?:\s?\([A-Z][\w+-]{1,14}\))?(?:[^\w(]{0,4}|,?\s(?:as )?(?:delivered|read|presented|"
    r"made|given|leída|pronunciada|presentada|prononcée|lue|présentée|faite|verlesen|vorgetragen|lest|fremført)"
    r"\s.*)",
    re.IGNORECASE,
)
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


def _of_office(text: str, head: Span, known: Sequence[Mention]) -> Voice | None:
    """Return the state whose office stands alone on a line: "Permanent Mission of Norland to"."""
    for row in letterhead.rows(text, head):
        office = letterhead.OFFICE_OF.match(text, row.start, row.end)
        name = listing.name_at(text, office.end(), row.end, known) if office else None
        if name is not None and _ENDS_OFFICE.match(text, name.end, row.end):
            return Voice(span=name, rule="holder.letterhead", confidence=0.75)
    return None


_ENDS_OFFICE = re.compile(
    r"\W{0,3}$|,?\s(?:to|at|auprès|près|ante|en|bei|beim|ved|in|à)\s", re.IGNORECASE
)


def _before_title(text: str, title: Span | None, known: Sequence[Mention]) -> Voice | None:
    """Return the name in a title such as "Net Watch - oral statement"."""
    found = words.OF_WHOM.match(text, title.start, title.end) if title else None
    if found is None:
        return None
    name = listing.name_at(text, found.start(), found.end("who"), known)
    is_whole = name is not None and name.end == found.end("who")
    return Voice(span=name, rule="holder.head", confidence=0.75) if name and is_whole else None


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
        found = representing.represented(text, told, known)
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


def _named_again(text: str, statement: Statement) -> Voice | None:
    """Return the name alone on a line of the head of which a sentence of the body tells."""
    if not statement.body:
        return None
    end = min(statement.body[-1].end, statement.body[0].start + _LOOKED_AT)
    for whole in letterhead.rows(text, statement.head):
        row = letterhead.without_short_form(text, whole)
        said = row.words(text)
        if not letterhead.may_be_name(said):
            continue
        kind = said.split()[0] if bodies.looks_like_body(said) else said
        told = re.compile(
            rf"(?:^|[.!?:»”\"]\s+|\n)[“\"«]?(?:\d+\.\s+)?(?:the |la |le |les |el |los |las |l['’])?"
            rf"(?:{re.escape(said)}|{re.escape(kind)})\s(?!and\b|et\b|y\b|of\b|de\b)[a-zß-öø-ÿ]",
            re.IGNORECASE,
        )
        if told.search(text, statement.body[0].start, end):
            return Voice(span=row, rule="holder.named_again", confidence=0.65, doubts=(_NOT_PLAIN,))
    return None


_LOOKED_AT = 20_000


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
