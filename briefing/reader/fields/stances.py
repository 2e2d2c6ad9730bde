"""What a verb says its subject does, and whether a "not" or a "might" stands with it."""

import re
from functools import cache

from briefing.model import Stance
from briefing.reader.cues import Cue
from briefing.reader.fields.stance_words import DOES, EDITS
from briefing.reader.lines import Span
from briefing.reader.vocabulary import any_of

HEDGE = Cue(
    any_of(
        "may", "might", "could", "would(?! like to)", "pourr(?:ait|aient|ions)", "serai(?:t|ent)",
        "serions", "könnten?", "wäre?n?", "podr(?:ía|ían|íamos)", "estar(?:ía|ían|íamos)",
        "(?:vil )?kunne", "kan være",
    ),
)  # fmt: skip
_NO = any_of(
    "not", "never", "no longer", "cannot", "no", "nor", "neither", "hardly", "scarcely", "barely",
    "tampoco", "ni", "jamais", "weder", "ikke", "ingen", "nicht", "ne",
)  # fmt: skip
_NOT = re.compile(rf"{_NO}|(?<!\w)(?:keine?n?(?!\w)|n['’])|n['’]t(?!\w)", re.IGNORECASE)
_NOT_BEHIND = re.compile(r"\s+(?:\w+ )?(?:ikke|nicht|pas|keine?n?|ingen)(?!\w)", re.IGNORECASE)
_PARTICLE = re.compile(r"(?:kann|können)$", re.IGNORECASE)
_EDITS = Cue(any_of(*EDITS))


def is_negated(text: str, cue: re.Match[str]) -> bool:
    """Return whether a "not" stands with the verb."""
    told = f"{text[max(0, cue.start() - 4) : cue.start()]}{cue['aux']} {cue['verb']}"
    is_behind = _NOT_BEHIND.match(text, cue.end("verb"), cue.end("verb") + 24)
    return bool(_NOT.search(told) or is_behind or _PARTICLE.search(cue["verb"]))


def with_its_not(text: str, cue: re.Match[str], start: int, negated: bool) -> int:
    """Return where a claim begins that would say the contrary without its "not" or "might"."""
    low = max(0, cue.start() - 4)
    told = _NOT_BEFORE.search(text, low, cue.start("verb")) or (
        HEDGE.search(text, *cue.span("aux")) if start == cue.start("verb") else None
    )
    if told is not None:
        return min(told.start(), start)
    return cue.start("verb") if negated else start


_NOT_BEFORE = Cue(
    r"(?<!\w)(?:(?:do|does|did|has|have|had|would|could|may|might|will)\s+)?(?:not|never|no longer|"
    r"neither|nor|hardly|scarcely|barely|tampoco|ni|no|ne|ikke|(?:do|does|did|ca|wo|would)n['’]t)(?!\w)",
)


def stance(text: str, cue: re.Match[str], claim: Span) -> Stance:
    """Return what the verb says its subject does; a "not" or "may" beside it leaves it open."""
    aux, verb = cue["aux"], re.sub(r"^n['’](?=appui|accept)", "", cue["verb"])
    is_behind = _NOT_BEHIND.match(text, cue.end("verb"), cue.end("verb") + 24)
    is_own = _NOT.search(cue["verb"]) or _PARTICLE.search(cue["verb"])
    if _NOT.search(aux) or HEDGE.search(aux) or (is_behind and not is_own):
        return Stance.UNKNOWN
    told = _by_verb(text, cue, verb)
    if told in (Stance.SUPPORTS, Stance.OPEN) and _ENDS_IN_NOT.search(claim.words(text)):
        return Stance.UNKNOWN
    if told in (Stance.SUPPORTS, Stance.OPEN) and _EDITS.search(text, claim.start, claim.end):
        return Stance.SUPPORTS_WITH_EDITS
    return told


_ENDS_IN_NOT = re.compile(r"\s(?:nicht|ikke)(?:\s(?:mit|zu|an|vor|ab))?$")


def _by_verb(text: str, cue: re.Match[str], verb: str) -> Stance:
    start, end = cue.end("verb") - len(verb), cue.end("verb")
    for pattern, stance in _verbs():
        found = pattern.match(text, start)
        if found is not None and found.end() == end:
            return stance
    return Stance.UNKNOWN


@cache
def _verbs() -> tuple[tuple[re.Pattern[str], Stance], ...]:
    return tuple((re.compile(verb, re.IGNORECASE), stance) for verb, stance in DOES.items())
