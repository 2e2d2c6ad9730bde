"""What a speaker holds without saying so: "States must ...", "we will ...", "in our view ..."."""

import re
from collections.abc import Iterator

from briefing.model import Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields.holders import Ground
from briefing.reader.fields.own_words import (
    ASIDE,
    INTENDS,
    MODALS,
    NEGATED,
    OF_OTHERS,
    OURS,
    OURS_IS,
    OUTSET,
    PROCEDURE,
    WE_NEED,
)
from briefing.reader.fields.view import View
from briefing.reader.fields.view_words import FIRST_PERSON
from briefing.reader.lines import Span


def own_views(ground: Ground) -> Iterator[Candidate[View]]:
    """Yield what a sentence of a speech holds, where its verbs attribute nothing to anybody."""
    if ground.voice is None:
        return
    text, sentence = ground.text, ground.sentence
    start = _outset(text, sentence)
    ours = OURS_IS.match(text, start, sentence.end) or OURS.match(text, start, sentence.end)
    if ours is not None:
        yield from _told(ground, ours.end(), ours.span(), _OURS, 0.6)
        return
    aside = ASIDE.search(text, start, sentence.end)
    if aside is not None:
        yield from _told(ground, start, aside.span(), _OURS, 0.6)
        return
    if OF_OTHERS.search(text, start, sentence.end) or PROCEDURE.search(text, start, sentence.end):
        return
    intends = INTENDS.match(text, start, sentence.end) or _by_name(ground, start)
    if intends is not None:
        we = _WE.match(text, start, sentence.end)
        yield from _told(ground, start, we.span() if we else None, "position.intent", 0.55)
    elif WE_NEED.match(text, start, sentence.end):
        yield from _told(ground, start, None, "position.own", 0.5, _UNNAMED)
    elif MODALS.search(text, start, min(sentence.end, start + _NEAR)):
        yield from _told(ground, start, None, "position.own", 0.45, _UNNAMED)


_NEAR = 240
_OURS = "position.ours"
_WE = re.compile(rf"{FIRST_PERSON}(?!\w)", re.IGNORECASE)
_UNNAMED = Doubt(
    kind=DoubtKind.UNSURE, words="The sentence names no holder; taken as the speaker's own."
)


def _outset(text: str, sentence: Span) -> int:
    """Return where the clause begins, behind its number and such words as "therefore"."""
    start = sentence.start
    while (lead := OUTSET.match(text, start, sentence.end)) is not None and lead.end() > start:
        start = lead.end()
    return start


def _by_name(ground: Ground, start: int) -> re.Match[str] | None:
    """Return what a speaker will do who is named: "Norland will therefore fund"."""
    if ground.voice is None:
        return None
    called = " ".join(ground.voice.words(ground.text).casefold().split())
    found = _NAMED_WILL.match(ground.text, start, ground.sentence.end)
    if found is None:
        return None
    said = found["who"].casefold()
    is_short = len(said) >= _SHORTEST_NAME and (called.startswith(said) or called.endswith(said))
    return found if is_short else None


_SHORTEST_NAME = 4
_NAMED_WILL = re.compile(
    r"(?:[Tt]he |La |Le |Les |El |Los )?(?P<who>[^\W\d_a-z][^\n,.;:]{1,60}?) "
    r"(?:will|shall|va a|vil|wird)\s"
)


def _told(
    ground: Ground,
    start: int,
    spoken: tuple[int, int] | None,
    rule: str,
    confidence: float,
    *doubts: Doubt,
) -> Iterator[Candidate[View]]:
    """Yield a view of the speaker's, its claim the clause from an offset on."""
    text, voice = ground.text, ground.voice
    stop = _STOP.search(text, start + _SHORTEST, ground.sentence.end)
    words = text[start : stop.start() if stop else ground.sentence.end].rstrip(' .,;:!”"»')
    fewest = _FEWEST_TOLD if rule == _OURS else _FEWEST_WORDS
    if voice is None or len(words.split()) < fewest:
        return
    claim = Span(start, start + len(words))
    yield Candidate(
        value=View(
            holder=" ".join(voice.words(text).split()),
            holder_span=voice,
            claim=" ".join(words.split()),
            claim_span=claim,
            spoken=Span(*spoken) if spoken else None,
            negated=bool(NEGATED.search(words)),
        ),
        start=min(spoken[0], start) if spoken else start,
        end=claim.end,
        rule=rule,
        confidence=confidence,
        doubts=doubts,
    )


_STOP = re.compile(r";\s|,\s(?:and|but) (?=(?:we|I)\s)")
_SHORTEST, _FEWEST_WORDS, _FEWEST_TOLD = 12, 5, 3
