"""Who speaks at an event from now on: "Mira Holm will speak in his place"."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from briefing.model import Event, Speaker
from briefing.reader.amendments.value import Value, of_field
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.differences import plain
from briefing.reader.fields import people
from briefing.reader.lines import Span
from briefing.reader.page import Page
from briefing.reader.vocabulary import any_of

_TAKES_PART = (
    r"(?:speak|talk|present|moderate|chair|step in|stand in|take over|join|come|appear|attend)s?"
)
_REPLACES = Cue(
    any_of(
        r"(?:will )?(?:be )?(?:replac(?:es?|ing)|step(?:s|ping)? in for|stand(?:s|ing)? in for)",
        r"(?:will )?takes? the place of", r"(?:will )?takes? (?:his|her|their) place",
        r"(?:instead|in place) of", "erstatter", "i stedet for",
        rf"(?:will |is going to )?{_TAKES_PART} (?:us )?(?:instead|in (?:his|her|their) "
        r"(?:place|stead))",
        r"(?:vil )?(?:snakke|tale|innlede|stille|delta|komme)r? i (?:stedet(?! for)|(?:hans|hennes)"
        r" sted)", r"(?:prendra|interviendra|parlera|présidera) (?:à )?sa place",
        r"(?:spricht|kommt|moderiert|übernimmt|redet) (?:stattdessen|an (?:seiner|ihrer) stelle)",
        r"(?:hablará|intervendrá|participará|moderará) en su lugar", r"springt ein",
        "remplacera", "remplace", "à la place de", "ersetzt", "anstelle von", "reemplazará",
        "sustituirá", "sustituye a", "reemplaza a", "en lugar de", r"springt (?:\w+ )?für",
    ),
)  # fmt: skip
_SOMEBODYS = Cue(
    r"\b(?:(?:his|her|their|sa) (?:place|stead)|instead(?! of)|i stedet(?! for)"
    r"|i (?:hans|hennes) sted|stattdessen|an (?:seiner|ihrer) stelle|en su lugar|springt ein)\b",
)
_REPLACED_BY = Cue(
    any_of(
        r"(?:will be |is |has been )?replaced by",
        r"(?:his|her|their) place (?:is|will be|has been) taken by", r"an (?:seiner|ihrer) stelle "
        r"(?:spricht|kommt)", r"i (?:hans|hennes) sted kommer", r"à sa place,?(?: interviendra)?",
        r"en su lugar(?: intervendrá| hablará)?,?", "erstattes av", r"(?:sera )?remplacée? par",
        r"wird durch", r"(?:será )?(?:reemplazad|sustituid)[oa] por",
    ),
)  # fmt: skip
_WITHDRAWS = Cue(
    any_of(
        r"(?:no longer|not|un)\s?(?:be )?able to (?:attend|join|speak|participate|take part)",
        r"(?:had|has|have) to (?:withdraw|cancel)", r"must withdraw", "(?:has )?withdrawn?",
        r"(?:has (?:been |fallen )?|is )(?:called (?:away|back)|ill|taken ill|unwell|indisposed)",
        r"sends? (?:his|her|their) (?:regrets|apologies|excuses)", "drops? out", "has dropped out",
        r"(?:er|blitt) (?:syk|forhindret)", "trekker seg", "har meldt forfall",
        r"(?:est|sera) empêchée?", "est (?:souffrante?|malade)", r"ist (?:leider )?(?:verhindert"
        r"|erkrankt)", r"(?:está|ha caído) enferm[oa]", "causa baja", "se excusa", "s['’]excuse",
        r"(?:can(?:not| no longer|['’]t)|unable to) "
        r"(?:attend|join|speak|participate|take part|come|travel|be with us)",
        r"kan (?:dessverre )?ikke (?:delta|komme)", r"ne pourra pas (?:participer|être présente?)",
        r"kann (?:leider )?nicht teilnehmen", r"no podrá (?:participar|asistir)",
    ),
)  # fmt: skip
_OF_THE_EVENT = re.compile(
    r"moderat|chair|keynote|host|discussant|rapporteur|ordstyrer", re.IGNORECASE
)
"""Roles that somebody has at an event, and whoever comes instead has too."""
_OPENING = re.compile(
    r"(?<=[:,])\s+|(?:[^\W\d_]{2,20}ly,?|note that|and|by|durch|por|par|av)?\s*\b"
)
"""What may stand before a name: nothing, "Unfortunately, ", a title and a colon."""


def speakers(page: Page, sentences: Sequence[Span], held: Event) -> Iterator[Value]:
    """Yield the speakers with one in the place of another, or without one who can't come."""
    for sentence in sentences:
        for pattern, is_behind in ((_REPLACED_BY, True), (_REPLACES, False)):
            found = pattern.search(page.text, sentence.start, sentence.end)
            if found is not None:
                is_told = is_behind or _SOMEBODYS.search(found.group()) is not None
                told = Span(sentences[0].start, found.start()) if is_told else None
                new = _replaced(page, sentence, found, held, told, is_behind=is_behind)
                if new is not None:
                    yield new
                    return
    for sentence in sentences:
        found = _WITHDRAWS.search(page.text, sentence.start, sentence.end)
        gone = _speaker_in(held, page.text[sentence.start : found.start()]) if found else None
        if found is not None and gone is not None:
            left = tuple(speaker for speaker in held.speakers if speaker != gone)
            yield of_field(page, "speakers", left, _candidate(found, "speaker.withdrawn"))
            return


def _replaced(
    page: Page,
    sentence: Span,
    cue: re.Match[str],
    held: Event,
    told: Span | None,
    *,
    is_behind: bool,
) -> Value | None:
    """Return the speakers with the one who comes instead, named behind the cue or before it.

    `told` is the note up to "replaced by" or "takes his place"; None where the cue itself says
    that somebody who is named behind it is replaced.
    """
    before, behind = Span(sentence.start, cue.start()), Span(cue.end(), sentence.end)
    old = _speaker_in(held, (before if is_behind else behind).words(page.text))
    if old is None and told is not None:
        old = _speaker_in(held, told.words(page.text))
    named = _named_last(page, before, old) if told and not is_behind else None
    named = named or _named_first(page, behind if is_behind else before)
    if old is None or named is None:
        return None
    person = named.value
    speaker = msgspec.structs.replace(
        old,
        name=person.name,
        role=person.role or (old.role if _OF_THE_EVENT.search(old.role) else ""),
        affiliation=person.affiliation,
        stakeholder=None,
    )
    new = tuple(speaker if one == old else one for one in held.speakers)
    return Value("speakers", new, {f"speakers/{old.key}": page.evidence(named)})


_CLAUSE = re.compile(r"[;:.,]\s+(?:(?:and|og|et|und|y|so|but)\s)?|\s(?:and|og|et|und|y)\s")


def _named_last(page: Page, span: Span, old: Speaker | None) -> Candidate[people.Person] | None:
    """Return who is named last in a stretch, at the beginning of a clause, other than `old`."""
    starts = [found.end() for found in _CLAUSE.finditer(page.text, span.start, span.end)]
    for start in reversed([span.start, *starts]):
        found = _named_first(page, Span(start, span.end))
        if found is not None and (old is None or plain(found.value.name) != plain(old.name)):
            return found
    return None


def _named_first(page: Page, span: Span) -> Candidate[people.Person] | None:
    """Return who a stretch names first, at its beginning or behind a colon or an opening word."""
    for opening in _OPENING.finditer(page.text, span.start, span.end):
        rest = Span(opening.end(), span.end)
        found = people.named(page.text, rest, page.mentioned(rest.start, rest.end))
        if (first := next(iter(found), None)) is not None:
            return first
    return None


def _speaker_in(held: Event, words: str) -> Speaker | None:
    """Return the held speaker whose name, or last name alone, stands in some words."""
    said = f" {plain(words)} "
    whole = [one for one in held.speakers if f" {plain(one.name)} " in said]
    last = [s for s in held.speakers if f" {(plain(s.name).split() or ['?'])[-1]} " in said]
    return next(iter(whole or (last if len(last) == 1 else ())), None)


def _candidate(found: re.Match[str], rule: str) -> Candidate[object]:
    return Candidate(
        value=found.group(), start=found.start(), end=found.end(), rule=rule, confidence=0.85
    )
