"""People in labelled lines, bullets, programmes and biographies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.reader.candidate import Candidate
from briefing.reader.fields.names import Mention
from briefing.reader.fields.people import (
    LONGEST_LEAD,
    MODERATOR,
    Person,
    in_sentence,
    made,
    named,
    names_body,
    names_in,
    parted,
)
from briefing.reader.fields.person_words import MODERATED, ROLE
from briefing.reader.lines import Line, Span
from briefing.reader.vocabulary import any_of


def in_value(
    text: str, value: Span, known: Sequence[Mention], role: str
) -> Iterator[Candidate[Person]]:
    """Yield the people that stand behind a label on its own line."""
    moderated = MODERATED.search(text, value.start, value.end)
    end = moderated.start() if moderated else value.end
    yield from named(text, Span(value.start, end), known, role)
    if moderated is not None:
        yield from named(text, Span(moderated.end(), value.end), known, MODERATOR)


_IN_SLOT = re.compile(r"(?P<what>[^:\n]{2,60}?)(?:\s?[:–—]\s|\sby\s|\s-\s|,\s(?=[^\W\d_a-z]))")
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
    if ROLE.search(person.role):
        return True
    span = person.affiliation_span
    is_body = span is not None and names_body(person.affiliation, span, known)
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
    seen: set[int] = set()
    what = _IN_SLOT.match(text, slot.start, slot.end)
    moderated = MODERATED.search(text, slot.start, slot.end)
    if what is not None and _SPOKEN.search(what["what"]):
        end = moderated.start() if moderated else slot.end
        keynote = _KEYNOTE.search(text, what.start("what"), what.end("what"))
        for found in named(text, Span(what.end(), end), known):
            if found.start - what.end() <= LONGEST_LEAD:
                person = found.value
                if keynote is not None and not person.role:
                    person = replace(person, role="keynote", role_span=Span(*keynote.span()))
                seen.add(found.start)
                yield replace(found, value=person, rule="speaker.programme")
    yield from (one for one in in_sentence(text, slot, known) if one.start not in seen)


_KEYNOTE = re.compile("keynote", re.IGNORECASE)
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
    is_short = len(below.text) <= _LONGEST_DETAIL and not below.text.endswith((".", "?", ":"))
    if name is None or below.gap or not is_short:
        return None
    detail = Span(below.body_start, below.end)
    if _at_start(text, below) and not ROLE.search(below.text):
        return None
    if not ROLE.search(below.text) and not names_body(below.text, detail, known):
        return None
    return made(text, name[0], *parted(text, detail, known), role)


_LONGEST_DETAIL = 140


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


def _at_start(text: str, line: Line) -> tuple[re.Match[str], int] | None:
    """Return the name that a line begins with, and where it ends."""
    name = next(names_in(text, Span(line.body_start, line.end)), None)
    return name if name is not None and name[0].start() == line.body_start else None


def in_biographies(
    text: str, lines: Sequence[Line], known: Sequence[Mention]
) -> Iterator[Candidate[Person]]:
    """Yield the people of paragraphs that each tell who somebody is; none where only one does."""
    told = [one for line in lines if (one := biography(text, line, known)) is not None]
    if len(told) >= _FEWEST_IN_A_LIST:
        yield from told
