"""People in the lines of a programme: "Opening: A, Director", "Panel. Moderator: B"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields.announced import LONGEST_LEAD, in_sentence
from briefing.reader.fields.names import Mention
from briefing.reader.fields.people import Person, named, names_in
from briefing.reader.fields.person_words import MODERATED
from briefing.reader.fields.speaker_lists import (
    COMMON_ENDING,
    are_bare,
    is_bracketed,
    is_described,
)
from briefing.reader.lines import Span
from briefing.reader.vocabulary import any_of

_IN_SLOT = re.compile(r"(?P<what>[^:\n]{2,60}?)(?:\s?[:–—]\s|\sby\s|\s-\s|,\s(?=[^\W\d_a-z]))")
_SPOKEN = Cue(
    any_of(
        "keynote", "opening", "closing", "remarks", "welcome", "speaker", "speech", "address",
        "talk", "presentation", "lecture", "introduction", "chair", "moderator", "statement",
        "apertura", "clausura", "åpning", "innledning", "foredrag", "ouverture",
    ),
)  # fmt: skip
_KEYNOTE = re.compile("keynote", re.IGNORECASE)


def in_slot(text: str, slot: Span, known: Sequence[Mention]) -> Iterator[Candidate[Person]]:
    """Yield who a line of a programme names: "Opening: A, Director", "Panel. Moderator: B"."""
    seen: set[int] = set()
    what = _IN_SLOT.match(text, slot.start, slot.end)
    moderated = MODERATED.search(text, slot.start, slot.end)
    end = moderated.start() if moderated else slot.end
    if what is not None and _SPOKEN.search(what["what"]):
        keynote = _KEYNOTE.search(text, what.start("what"), what.end("what"))
        first = next(names_in(text, Span(what.end(), end)), None)
        for found in named(text, Span(what.end(), end), known):
            if first is None or (not seen and found.start != first[0].start("name")):
                break
            if found.start - what.end() <= LONGEST_LEAD:
                person = found.value
                if keynote is not None and not person.role:
                    person = replace(person, role="keynote", role_span=Span(*keynote.span()))
                seen.add(found.start)
                yield replace(found, value=person, rule="speaker.programme")
    told = [one for one in in_sentence(text, slot, known) if one.start not in seen]
    yield from told
    if not (seen or told) or (moderated and not seen):
        yield from _behind_title(text, Span(slot.start, end), known)


_BEFORE_NAME = re.compile(
    r"(?:[–—:.,;|/(?!»”\"]\s*|\s-\s+|\s(?:by|with|ved|av|med|mit|von|durch|avec|par|con|por)\s+)$"
)


def _behind_title(text: str, slot: Span, known: Sequence[Mention]) -> Iterator[Candidate[Person]]:
    """Yield who stands behind what a slot is called: "Nets at sea – A, engineer, Netco"."""
    for name, _ in names_in(text, slot):
        if name.start() > slot.start and not _BEFORE_NAME.search(
            text, max(slot.start, name.start() - 8), name.start()
        ):
            continue
        found = list(named(text, Span(name.start(), slot.end), known))
        is_told = bool(found) and is_described(found[0].value, known, is_listed=True)
        is_told = is_told or (bool(found) and _is_told_small(text, found[0], slot))
        if is_told or (found and (is_bracketed(text, found[0]) or are_bare(text, found, slot))):
            yield from (replace(one, rule="speaker.programme") for one in found)
            return


def _is_told_small(text: str, found: Candidate[Person], slot: Span) -> bool:
    """Return whether small words tell at a slot's end what somebody is: "A, samfunnskontakt"."""
    is_behind = found.start > slot.start and _SMALL_ROLE.match(text, found.end, slot.end)
    words = found.value.name.split()
    return bool(is_behind) and not any(COMMON_ENDING.search(word) for word in words)


_SMALL_ROLE = re.compile(r",\s[a-zà-þ][\w-]{2,}[^.;:?!\n]{0,100}\.?$")
