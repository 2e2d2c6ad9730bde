"""People in labelled lines, bullets, programmes and biographies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields.announced import in_sentence
from briefing.reader.fields.names import Mention
from briefing.reader.fields.people import (
    MODERATOR,
    Person,
    made,
    named,
    names_body,
    names_in,
    parted,
)
from briefing.reader.fields.person_words import MODERATED, ROLE
from briefing.reader.lines import Line, Span, cut


def in_value(
    text: str, value: Span, known: Sequence[Mention], role: str
) -> Iterator[Candidate[Person]]:
    """Yield the people that stand behind a label on its own line."""
    pair = list(_two_alone(text, value)) if not role else []
    if pair:
        yield from pair
        return
    moderated = MODERATED.search(text, value.start, value.end)
    end = moderated.start() if moderated else value.end
    first, *others = cut(text, Span(value.start, max(end, value.start + 1)))
    yield from named(text, first, known, role)
    for sentence in others:
        told = list(in_sentence(text, sentence, known))
        yield from told or named(text, sentence, known, role)
    if moderated is not None:
        yield from named(text, Span(moderated.end(), value.end), known, MODERATOR)


def _two_alone(text: str, value: Span) -> Iterator[Candidate[Person]]:
    """Yield two people of whom no more is told behind a label of several: "Speakers: A, B"."""
    names = (
        list(names_in(text, value))
        if _OF_SEVERAL.search(text[max(0, value.start - 24) : value.start])
        else []
    )
    if len(names) == _FEWEST_IN_A_LIST and text[names[0][1] : names[1][0].start()] == ", ":
        rest = text[names[1][1] : value.end]
        if names[0][0].start() - value.start <= 1 and _IN_BRACKETS_ALONE.fullmatch(rest):
            yield from (made(text, name, None, None) for name, _ in names)


_OF_SEVERAL = re.compile(
    r"(?:speakers|panell?ists|presenters|discussants|ponentes|panelistas|intervenants|innledere|"
    r"referent(?:en|innen)|orateurs|panelistes|panélistes|deltakere|participan)\s*:\s*$",
    re.IGNORECASE,
)
_IN_BRACKETS_ALONE = re.compile(r"\s*(?:\([^()\n]{3,30}\))?[\s.]*")
_FEWEST_IN_A_LIST = 2
_LONGEST_LINE = 240


def is_described(person: Person, known: Sequence[Mention], *, is_listed: bool) -> bool:
    """Return whether a page says what somebody is, or where."""
    if ROLE.search(person.role):
        return True
    span = person.affiliation_span
    is_body = span is not None and names_body(person.affiliation, span, known)
    return is_body and (is_listed or not person.role)


def in_bullets(
    text: str, lines: Sequence[Line], known: Sequence[Mention], programme: Sequence[int] = ()
) -> Iterator[Candidate[Person]]:
    """Yield the people of lines that each name one with a role or a body: "- A (ORG)".

    `programme` are the ends of the lines of a programme: right below them one line is enough.
    """
    blocks = [_block(text, block, known) for block in _blocks(lines)]
    is_list = sum(row.is_sure for block in blocks for row in block) >= _FEWEST_IN_A_LIST
    ends = frozenset(programme)
    for block in blocks:
        sure = sum(row.is_sure for row in block)
        is_below = bool(block) and text.rfind("\n", 0, block[0].line.start) in ends
        likely = sure >= _FEWEST_IN_A_LIST or 2 * sure >= len(block)
        for row in block:
            is_one = row.is_sure or (likely and row.could_be)
            is_panel = is_below and row.could_be and len(row.people) > 1
            if row.is_led or is_panel or (is_one and sure and (is_list or is_below)):
                yield from row.people


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that begins with a name, beside others or not."""

    line: Line
    people: tuple[Candidate[Person], ...]
    is_sure: bool
    """Whether it says what they are, or where."""
    could_be: bool = False
    """Whether it could name somebody in a list of people."""
    is_led: bool = False
    """Whether the line above leads to it: "It is opened by:"."""


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines that stand together, up to the end of a letter."""
    block: list[Line] = []
    for line in lines:
        if block and line.gap:
            yield block
            block = []
        if _FAREWELL.match(line.text) or line.text.rstrip(" ,.!") == _DASHES:
            break
        block.append(line)
    if block:
        yield block


_FAREWELL = Cue(
    r"(?:(?:with )?(?:(?:best|kind|warm|many)\s?)?(?:regards|wishes|thanks)|yours \w+|sincerely|"
    r"(?:med )?(?:(?:vennlig|beste|mvh)\s?)?hilsen|cordialement|bien à vous|"
    r"(?:mit )?(?:freundlichen|besten|herzlichen) grüßen|(?:un )?(?:cordial )?saludos?|"
    r"atentamente)[\s,.!]*$"
)
_DASHES = "--"
"""What a letter ends with; whoever stands below signs it."""


def _block(text: str, block: Sequence[Line], known: Sequence[Mention]) -> list[_Row]:
    rows: list[_Row] = []
    taken = -1
    for number, line in enumerate(block):
        if number == taken:
            continue
        below = block[number + 1] if number + 1 < len(block) else None
        row = _row(text, line, below, known)
        if row is not None and number and _leads(block[number - 1], row):
            row = replace(row, is_led=True)
        if row is not None:
            rows.append(row)
            is_pair = row.is_sure and row.people[0].rule == "speaker.pair"
            taken = number + 1 if is_pair else taken
    return rows


_LEADS = re.compile(r"(?P<words>[^:\n]{2,40}):$")
_LEADS_ELSEWHERE = re.compile(
    r"(?i:.*(?:contacts?|kontakt|contacto|rsvp|e-?mail|sent|from|de|von|fra|to|an|til|cc|authors?|by"
    r"|rapporteurs?|registration|anmeldung|påmelding|rückfragen|inscription|inscripción|queries|"
    r"information|ansprechpartner(?:in)?|hilsen|regards))"
)


def _leads(above: Line, row: "_Row") -> bool:
    """Return whether a short line with a colon leads to a line that begins with a name."""
    lead = _LEADS.fullmatch(above.body)
    return (
        lead is not None
        and not row.line.gap
        and _LEADS_ELSEWHERE.fullmatch(lead["words"]) is None
        and (row.is_sure or row.could_be)
    )


def _row(text: str, line: Line, below: Line | None, known: Sequence[Mention]) -> _Row | None:
    content = line.content
    if content.end - content.start > _LONGEST_LINE or _CONTACT.search(text, line.start, line.end):
        return None
    early = _first_name(text, line)
    if early is None or early[0].start() - content.start > _LONGEST_TITLE:
        return None
    found = list(named(text, content, known))
    if not found or found[0].start - content.start > _LONGEST_TITLE:
        return None
    first = found[0].value
    if is_described(first, known, is_listed=bool(line.mark)) or is_bracketed(text, found[0]):
        return _Row(line, tuple(found[: _most(found)]), is_sure=True)
    if below is not None and _stands_alone(found[0], line):
        told = _described_below(text, line, below, known, "")
        if told is not None:
            return _Row(line, (replace(told, rule="speaker.pair"),), is_sure=True)
    if are_bare(text, found, content):
        return _Row(line, tuple(found), is_sure=False, could_be=True)
    is_set_off = not text[found[0].end : content.end].strip() or bool(
        _SET_OFF.match(text, found[0].end, content.end)
    )
    is_common = any(COMMON_ENDING.search(word) for word in first.name.split())
    return _Row(line, (found[0],), is_sure=False, could_be=is_set_off and not is_common)


_LONGEST_TITLE = 30
_SET_OFF = re.compile(r"\s*[,(–—|-]\s*[^\W\d_]")


def _most(found: Sequence[Candidate[Person]]) -> int:
    """Return how many of a line's names are people: the first, and those told of as well."""
    told = (bool(one.value.role or one.value.affiliation) for one in found[1:])
    return 1 + sum(1 for _ in takewhile(bool, told))


_NO_BODY_IN_BRACKETS = re.compile(
    r"\d|room|hall|hybrid|online|virtual|tbc|tbd|part|saal|sal", re.IGNORECASE
)


def is_bracketed(text: str, found: Candidate[Person]) -> bool:
    """Return whether a name has something like a body in brackets behind it."""
    body = found.value.affiliation_span or found.value.role_span
    return (
        body is not None
        and text[max(0, body.start - 1)] == "("
        and text[body.start].isupper()
        and not _NO_BODY_IN_BRACKETS.search(body.words(text))
    )


COMMON_ENDING = re.compile(
    r"\w(?:tions?|ments?|ness|it(?:y|ies)|isms?|log(?:y|ies)|ware|ships?|ances?|ures|ics|ing|ings|"
    r"ung(?:en)?|heit(?:en)?|keit(?:en)?|schaft(?:en)?|sjon(?:er|en)?|het(?:er|en)?|ción|ciones|dad|"
    r"ité|tés)$",
    re.IGNORECASE,
)
"""How common nouns end, and few names do."""


def are_bare(text: str, found: Sequence[Candidate[Person]], whole: Span) -> bool:
    """Return whether a stretch ends in several names and nothing else."""
    rest = text[found[-1].end : whole.end].strip(" .)|")
    if len(found) < _FEWEST_IN_A_LIST or (rest and not _BROKEN_OFF.fullmatch(rest)):
        return False
    return not any(COMMON_ENDING.search(word) for p in found for word in p.value.name.split())


_BROKEN_OFF = re.compile(r",\s[A-ZÀ-Þ][\w’'-]+")
"""A first name, whose other half stands on the next row of a column."""
_CONTACT = re.compile(r"\S+@\S+\.\S")


def in_lines(
    text: str, lines: Sequence[Line], known: Sequence[Mention], role: str = ""
) -> Iterator[Candidate[Person]]:
    """Yield the people of a list with one to a line; a line that names nobody is passed over."""
    for number, line in enumerate(lines):
        moderated = MODERATED.match(text, line.body_start, line.end)
        start = moderated.end() if moderated else line.body_start
        if _CONTACT.search(text, line.start, line.end):
            continue
        told = biography(text, line, known)
        if told is not None:
            yield told
            continue
        own = MODERATOR if moderated else role
        found = list(named(text, Span(start, line.end), known, own))[:_MOST_ON_A_LINE]
        if len(found) == 1 and number + 1 < len(lines) and _stands_alone(found[0], line):
            yield _described_below(text, line, lines[number + 1], known, own) or found[0]
        else:
            yield from found


_MOST_ON_A_LINE = 6


def _stands_alone(found: Candidate[Person], line: Line) -> bool:
    return found.value.role_span is None and not found.value.affiliation and found.end == line.end


def _described_below(
    text: str, line: Line, below: Line, known: Sequence[Mention], role: str
) -> Candidate[Person] | None:
    """Return somebody named alone on a line, with what the next says: "Director @Net Office"."""
    name = _at_start(text, line)
    if name is not None and name[0]["name"].isupper() and len(name[0]["name"].split()) > 3:
        return None
    is_quoted = below.body[0] in "\"“«„‘'"
    is_short = (
        len(below.text) <= _LONGEST_DETAIL and not is_quoted and not _SENTENCE.search(below.text)
    )
    if name is None or below.gap or not is_short:
        return None
    detail = Span(below.body_start, below.end)
    other = _at_start(text, below)
    if other is not None and not ROLE.search(other[0]["name"]):
        return None
    if not ROLE.search(below.text) and not names_body(below.text, detail, known):
        return None
    return made(text, name[0], *parted(text, detail, known), role)


_LONGEST_DETAIL = 140
_SENTENCE = re.compile(r"(?<!e\.V)(?<!Inc)(?<!Ltd)(?<!\b[A-Z])[.?:]$")


# Biographies -------------------------------------------------------------------------------------

_IS = re.compile(
    r"\s(?:is|serves as|works as|ist|est|es|er)\s(?:(?:currently|also|an?|the|la|le|el|die|der)\s)*"
)
_BIOGRAPHY_ENDS = re.compile(
    r"[.;\n]|,\s(?:where|who|and|which|a|an)\s|\s(?:and|where|who|with a)\s(?=[a-z])"
)


def biography(text: str, line: Line, known: Sequence[Mention]) -> Candidate[Person] | None:
    """Return whom a line tells of: "Ana Berg is Director of Nets at Netco and ..."."""
    name = _at_start(text, line)
    told = _IS.match(text, name[1], line.end) if name else None
    if name is None or told is None:
        return None
    ends = _BIOGRAPHY_ENDS.search(text, told.end(), line.end)
    detail = Span(told.end(), ends.start() if ends else line.end)
    if not ROLE.search(detail.words(text)):
        return None
    return replace(made(text, name[0], *parted(text, detail, known)), rule="speaker.biography")


def begins_with_name(text: str, line: Line) -> bool:
    """Return whether a line tells of somebody from its first word on."""
    return _at_start(text, line) is not None


_LONGEST_NAME = 160


def _at_start(text: str, line: Line) -> tuple[re.Match[str], int] | None:
    """Return the name that a line begins with, and where it ends."""
    name = _first_name(text, line)
    return name if name is not None and name[0].start() == line.body_start else None


def _first_name(text: str, line: Line) -> tuple[re.Match[str], int] | None:
    """Return the first name that stands at the beginning of a line, and where it ends."""
    start = line.body_start
    return _first_name_in(text, start, min(line.end, start + _LONGEST_NAME))


@lru_cache(maxsize=512)
def _first_name_in(text: str, start: int, end: int) -> tuple[re.Match[str], int] | None:
    """Return the first name of a stretch: several rules ask for that of one line."""
    return next(names_in(text, Span(start, end)), None)


def in_biographies(
    text: str, lines: Sequence[Line], known: Sequence[Mention]
) -> Iterator[Candidate[Person]]:
    """Yield the people of paragraphs that each tell who somebody is; none where only one does."""
    told = [one for line in lines if (one := biography(text, line, known)) is not None]
    if len(told) >= _FEWEST_IN_A_LIST:
        yield from told
