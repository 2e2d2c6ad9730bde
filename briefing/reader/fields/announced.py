"""People whom a sentence announces: "with A, Director of X, and B", "A will speak"."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from briefing.reader.candidate import Candidate
from briefing.reader.fields.names import Mention
from briefing.reader.fields.people import (
    MODERATOR,
    Person,
    leads_to_name,
    made,
    named,
    names_in,
    role_before,
)
from briefing.reader.fields.person_words import (
    ACTS,
    ARTICLE,
    CUE,
    HONORIFIC,
    MODERATED,
    OFFICE,
    ROLE,
)
from briefing.reader.lines import Span


def in_sentence(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[Person]]:
    """Yield the people that a sentence announces: "with A, Director of X, and B"."""
    cues = [(cue.start(), cue.end(), "") for cue in _cues(text, sentence)]
    cues += [
        (cue.start(), cue.end(), MODERATOR)
        for cue in MODERATED.finditer(text, sentence.start, sentence.end)
    ]
    cues.sort()
    reached = sentence.start
    told: set[int] = set()
    for number, (start, end, role) in enumerate(cues):
        if start < reached:
            continue
        later = (at for at, behind, _ in cues[number + 1 :] if _leads(text, behind))
        stop = next((at for at in later if at >= end), sentence.end)
        found = list(named(text, Span(end, stop), known, role))
        if found and _lead(text, end, found[0].start) <= LONGEST_LEAD:
            told.update(one.start for one in found)
            yield from found
            reached = max(stop - 1, end) if stop < sentence.end else sentence.end
        elif role and not found:
            yield from _named_before(text, Span(end, sentence.end), role)
    yield from (one for one in _acting(text, sentence, known) if one.start not in told)
    yield from (one for one in _on_a_topic(text, sentence, known) if one.start not in told)


def _on_a_topic(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[Person]]:
    """Yield who speaks by the topic alone: "Professor Ana Berg on nets and law"."""
    lead = _TITLED.match(text, sentence.start, sentence.end)
    end = min(sentence.end, sentence.start + _LONGEST_TITLED)
    first = next(names_in(text, Span(sentence.start, end)), None) if lead else None
    is_head = first is not None and first[0].start() == sentence.start
    if first is not None and is_head and _ON.match(text, first[1], sentence.end):
        yield from list(named(text, Span(sentence.start, first[1]), known))[:1]


_TITLED = re.compile(HONORIFIC)
_LONGEST_TITLED = 90
_ON = re.compile(r"\s(?:on|über|sur|sobre|om)\s(?=\w)")


def _leads(text: str, cue: int) -> bool:
    """Return whether somebody stands right behind a cue, in full or by title and last name."""
    return leads_to_name(text, cue) or _LAST_NAME.match(text, cue) is not None


def _named_before(text: str, rest: Span, role: str) -> Iterator[Candidate[Person]]:
    """Yield whom a title and a last name mean that stand for somebody named above: "Dr Berg"."""
    short = _LAST_NAME.match(text, rest.start, rest.end)
    if short is None:
        return
    above = Span(max(0, rest.start - _FURTHEST_NAME), rest.start)
    for found, _ in names_in(text, above):
        if found["name"].split()[-1] == short["last"]:
            yield made(text, found, None, None, role)
            return


_LAST_NAME = re.compile(rf"{HONORIFIC}{{1,3}}(?P<last>[^\W\d_a-z][\w’'-]+)(?!\w|\s[^\W\d_a-z])")
_FURTHEST_NAME = 3_000


def _cues(text: str, sentence: Span) -> Iterator[re.Match[str]]:
    opening = _WITH.match(text, sentence.start, sentence.end)
    if opening is not None:
        yield opening
    yield from CUE.finditer(text, sentence.start, sentence.end)


def _lead(text: str, cue: int, name: int) -> int:
    """Return how much stands between a cue and the first name or the role ahead of it."""
    ahead = role_before(text, Span(cue, name), name)
    office = None if ahead else _TITLES.search(text[cue:name])
    return ahead.start - cue if ahead else office.start() if office else name - cue


_TITLES = re.compile(rf"(?:(?<!\w)(?:{HONORIFIC}|{ARTICLE}?{OFFICE}))+$")
_WITH = re.compile(r"(?:with|featuring|avec|con|med|mit)\s?:?\s", re.IGNORECASE)
LONGEST_LEAD = 24
"""Code points between a cue and the first name: ": ", " Professor ", " its author, "."""


_MOST_ACTS = 4


def _acting(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[Person]]:
    """Yield who is said to do something at an event: "Ana Berg, NETO, will deliver remarks"."""
    at = sentence.start
    acts = ACTS.finditer(text, sentence.start, sentence.end)
    for act in islice(acts, _MOST_ACTS):
        names = names_in(text, Span(at, act.start()))
        first = next((found for found, _ in names), None)
        head = _LATER if at > sentence.start else _AT_HEAD
        if first is None:
            continue
        lead = text[at : first.start()]
        is_told = bool(first["honorific"] or ROLE.search(lead)) and _OFFICE_LEAD.match(lead)
        if not head.search(lead) and not is_told:
            continue
        role = MODERATOR if act["chairs"] or act["presides"] else ""
        yield from named(text, Span(first.start(), act.start()), known, role)
        at = act.end()


_AT_HEAD = re.compile(r"^\W*$|^[^,]{1,40},\s$|^[^,:]{1,24}:\s{1,9}$")
"""What stands before who acts: nothing, or a day."""
_OFFICE_LEAD = re.compile(r"(?:[\w’'-]{1,40}\s){1,3}$")
"""What stands before an office at a sentence's head: "NUPIs", "The Institute's"."""
_LATER = re.compile(r"(?:[,;]|\s(?:and|while|before|og|mens|und|et|y|puis|después))\s$")
"""What stands before who acts after somebody else."""
