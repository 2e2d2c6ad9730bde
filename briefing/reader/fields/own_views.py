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
from briefing.reader.fields.view_words import FIRST_PERSON, SUBORDINATE
from briefing.reader.lines import Span
from briefing.reader.vocabulary import any_of


def own_views(ground: Ground, *, is_sure: bool = False) -> Iterator[Candidate[View]]:
    """Yield what a sentence of a speech holds, where its verbs attribute nothing to anybody.

    What needs to be sure is told by "we", a name or "our view", and never by a "must" alone.
    """
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
    elif is_sure:
        return
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
    led = _LED.match(text, start, sentence.end)
    return led.end() if led else start


_LED = re.compile(
    r"(?!(?:if|when|si|si[’']il|wenn|sofern|når|cuando|quand)\s)"
    rf"{any_of(*SUBORDINATE)}[^,.;:?!]{{2,90}}, (?=(?:{FIRST_PERSON}|our|my|notre|nos|nuestr[oa]s?|"
    r"unsere?|vår[et]?|it is our|in our)(?!\w)|(?:[Tt]he |[Ll](?:a|e|os|es|as) |[Ee]l |L['’])?"
    r"[^\W\d_a-zß-öø-ÿ])",
    re.IGNORECASE,
)
"""What leads to a clause: "On paragraph 9, our understanding is"."""


def _by_name(ground: Ground, start: int) -> re.Match[str] | None:
    """Return what a speaker will do who is named: "Norland will therefore fund"."""
    if ground.voice is None:
        return None
    called = " ".join(ground.voice.words(ground.text).casefold().split())
    found = _NAMED_WILL.match(ground.text, start, ground.sentence.end)
    if found is None:
        return None
    said = _ITS_MEMBERS.sub("", found["who"].casefold())
    is_short = len(said) >= _SHORTEST_NAME and (called.startswith(said) or called.endswith(said))
    return found if is_short or said in _BODIES.intersection(called.split()) else None


_SHORTEST_NAME = 4
_ITS_MEMBERS = re.compile(
    r"^(?:(?:the )?members of(?: the)?|(?:les )?membres (?:du|de la|de l['’]|des)|"
    r"(?:los )?miembros (?:del|de la)|(?:die )?mitglieder (?:des|der)) ?"
)
_BODIES = {
    "group", "alliance", "union", "coalition", "league", "association", "network", "groupe",
    "réseau", "collectif", "grupo", "alianza", "unión", "coalición", "red", "gruppe", "bündnis",
}  # fmt: skip
_NAMED_WILL = re.compile(
    r"(?:[Tt]he |[Ll](?:a|e|es|os|as) |[Ee]l |[Dd](?:ie|er|as) |L['’])?"
    r"(?P<who>(?:[Mm]embers of the |[Mm]embres (?:du |de la |de l['’])|[Mm]iembros (?:del |de la )|"
    r"[Mm]itglieder (?:des |der ))?[^\W\d_a-zß-öø-ÿ][^\n,.;:]{1,60}?) "
    r"(?:(?:will|shall|va a|van a|vil|wird|werden)\s|(?:n['’]|ne |no |se |s['’]|y |en )*"
    r"(?!ser[áa]|sera|seront|devra|debe|podrá|pourra|permettra|permitirá|conclura)"
    r"[^\W\d_]{3,}(?:ará|erá|irá|arán|erán|irán|era|eront|ira|iront|dra|dront)(?=[,\s]))"
)
"""What a speaker or its members will do, in its own name."""


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
