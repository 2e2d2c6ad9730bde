"""Views that a text attributes to a holder: who holds what, in the text's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from briefing.model import Doubt, DoubtKind, Stance
from briefing.reader.candidate import Candidate
from briefing.reader.fields.holders import (
    Ground,
    Holder,
    clause_start,
    follows_on,
    is_several,
    subject,
)
from briefing.reader.fields.names import Mention
from briefing.reader.fields.spelled import grouped
from briefing.reader.fields.stance_words import COURTESY, DOES, EDITS, LIVES_WITH
from briefing.reader.fields.view_words import NOUNS, SAYS, SAYS_WITHOUT_THAT
from briefing.reader.lines import Span
from briefing.reader.vocabulary import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A claim with its holder, both as written."""

    holder: str
    holder_span: Span
    claim: str
    claim_span: Span
    capacity: Span | None = None
    """In whose name it is said: "on behalf of the Knot Group"."""
    spoken: Span | None = None
    """The "we", or the "he", that means the holder, who is named elsewhere."""
    is_carried: bool = False
    """Whether the holder is named in the sentence before: a guess."""
    stance: Stance = Stance.UNKNOWN
    """Unknown unless the verb says plainly that it supports or opposes."""
    hedged: bool = False
    negated: bool = False


def views(
    text: str,
    sentence: Span,
    known: Sequence[Mention],
    voice: Span | None = None,
    earlier: Span | None = None,
) -> Iterator[Candidate[View]]:
    """Yield the views that a sentence attributes; a passive without a holder gives none.

    What two known holders hold together is a view of each. `voice` is where whoever says it is
    named: what "we" hold is then theirs; `earlier` is whom the sentence before tells of.
    """
    ground = Ground(text=text, sentence=sentence, known=known, voice=voice, earlier=earlier)
    found: list[Candidate[View]] = []
    for cue in _cues(ground):
        before = found[-1] if found else None
        view = _view(ground, cue, before)
        if view is None:
            continue
        if before is not None and _runs_into(before, cue):
            found[-1] = _cut(text, before, cue.start())
        found.append(view)
    for one in (*found, *_by_noun(text, sentence)):
        yield from _each(text, one, known)


_AUX_WORDS = (
    "has", "have", "had", "also", "further", "firmly", "strongly", "repeatedly", "long",
    "therefore", "fully", "broadly", "too", "both", "continues? to", "wish(?:es|ed)? to",
    "would like to", "wants? to", "then", "does", "do", "did", "not", "never", "may", "might",
    f"could(?! {LIVES_WITH})", "would", "openly", "publicly", "jointly", "generally", "still",
    "now", "clearly", "always", "often", "har", "vil", "også", "auch", "daher", "deshalb",
    "nachdrücklich", "ha", "han", "se", "no", "también", "además", "ne", "également", "aussi",
    "fermement", "however", "nevertheless", "thus", r"\w{3,}ly", "once again", "again",
    r"(?:do|does|did|ca|wo)n['’]t",
)  # fmt: skip
_HELPERS = rf"(?:\s+(?:{grouped(_AUX_WORDS)})(?!\w)){{0,5}}"
_BETWEEN = r"(?:,\s[^,.;:]{1,60},|\s+(?:på|for) (?:sin|its|their|his|her|our) (?:side|part))?"
_AUX = rf"(?=[\s,])(?P<aux>{_HELPERS}{_BETWEEN}{_HELPERS})"
_THAT = r"(?:,?\s+(?:also |further )?(?:that|at|que|dass|daß)\s|,?\s+qu['’])"
_SAYING = "say|argu|add|not|stress|warn|insist|maintain|claim|emphasi[sz]"
_ASIDE = r"(?:,[^,.;:]{1,80},)?"
_SAID = grouped(SAYS)
_DOING = grouped(sorted(DOES, key=len, reverse=True))
_WE = r"\s+(?P<who>wir|vi|meine Delegation|min delegasjon)\s"
_DROPPED = r"(?<![^\W\d_])(?P<aux>)(?P<verb>(?=(?:nos? )?\w+mos\s)"
_LET_ME = (
    r"(?:let (?:me|us)|allow (?:me|us) to|(?:i|we) (?:wish|would like|want) to|permett(?:ez|re)[- ]"
    r"(?:moi|nous) de|permítan?me|la (?:meg|oss)|lassen sie (?:mich|uns))"
)
_PATTERNS: tuple[tuple[str, bool, bool, float], ...] = (
    (rf"(?P<aux>)(?P<who>\b{_LET_ME})(?: \w+)? (?P<verb>{_SAID}){_THAT}", False, True, 0.6),
    (rf"{_AUX}(?:\s+will)?\s+(?P<verb>{_SAID}){_ASIDE}{_THAT}", False, False, 0.7),
    (rf",(?P<aux>)\s+(?P<verb>(?:{_SAYING})ing) that\s", False, False, 0.6),
    (rf"(?P<aux>)(?<!\w)(?P<verb>{_SAID}){_WE}[^.;]{{0,60}}?(?:dass|at)\s", False, True, 0.6),
    (rf"(?P<aux>)(?<!\w)(?P<verb>{_DOING}){_WE}", True, True, 0.55),
    (rf"{_AUX}\s+(?P<verb>(?:n['’])?(?:{_DOING}))(?! by\b)(?:\s|(?=,))", True, False, 0.55),
    (rf"{_DROPPED}(?:{_SAID})){_THAT}", False, True, 0.65),
    (rf"{_DROPPED}(?:{_DOING}))\s", True, True, 0.55),
    (rf"{_AUX}\s+(?P<verb>{grouped(SAYS_WITHOUT_THAT)})\s", False, False, 0.5),
)  # fmt: skip
"""Pattern, whether the verb belongs to the claim, whether only a speaker can say it, confidence;
the surest first."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _cues(ground: Ground) -> list[re.Match[str]]:
    taken: list[re.Match[str]] = []
    for pattern, _, is_of_voice, _ in _PATTERNS:
        if is_of_voice and ground.voice is None:
            continue
        for cue in _compiled(pattern).finditer(
            ground.text, ground.sentence.start, ground.sentence.end
        ):
            if not any(cue.start() < other.end() and other.start() < cue.end() for other in taken):
                taken.append(cue)
    return sorted(taken, key=lambda cue: cue.start())


_CLAUSE_END = re.compile(
    r"[;.!?](?=\s|$)|,?\s(?:while|whereas|although|though|mientras|mens|tandis que|während)\s|"
    r"\s–\s|,\s(?:and|but|pero|men|mais|aber)\s(?=(?:the |others?|some )?\w)|"
    r"\s(?:and|but|og|men|et|mais|und|aber)\s(?=(?:we|I|vi|nous|wir)\s)"
)
_SHORTEST_CLAIM = 3
_NAMELESS = re.compile(r"(?:\w+ )?(?:it|this|that|them|so|him|her|us|this|these|those|det|dette)")
_HEDGE = re.compile(
    any_of(
        "may", "might", "could", "would(?! like to)", "pourr(?:ait|aient|ions)", "serai(?:t|ent)",
        "serions", "könnten?", "wäre?n?", "podr(?:ía|ían|íamos)", "estar(?:ía|ían|íamos)",
        "(?:vil )?kunne", "kan være",
    ),
    re.IGNORECASE,
)  # fmt: skip
_NOT = re.compile(
    rf"{any_of('not', 'never', 'no longer', 'cannot', 'no', 'ikke', 'ingen', 'nicht', 'ne')}|"
    r"(?<!\w)(?:keine?n?(?!\w)|n['’])|n['’]t(?!\w)",
    re.IGNORECASE,
)
_NOT_BEHIND = re.compile(r"\s+(?:\w+ )?(?:ikke|nicht|pas|keine?n?|ingen)(?!\w)", re.IGNORECASE)
_PARTICLE = re.compile(r"(?:kann|können)$", re.IGNORECASE)
_COURTESY = re.compile(COURTESY, re.IGNORECASE)
_EDITS = re.compile(any_of(*EDITS), re.IGNORECASE)


def _view(
    ground: Ground, cue: re.Match[str], before: Candidate[View] | None
) -> Candidate[View] | None:
    holder = _holder(ground, cue, before)
    is_doing, confidence = next((d, c) for p, d, _, c in _PATTERNS if p == cue.re.pattern)
    start = cue.start("verb") if is_doing else cue.end()
    claim = _claim(ground.text, start, cue.end(), ground.sentence.end)
    if holder is None or claim is None or _COURTESY.match(claim.words(ground.text)):
        return None
    words = " ".join(holder.span.words(ground.text).split())
    is_negated = _is_negated(ground.text, cue)
    told = f"{cue['aux']} {cue['verb']}"
    return Candidate(
        value=View(
            holder=words,
            holder_span=holder.span,
            spoken=holder.spoken,
            is_carried=holder.is_carried,
            claim=" ".join(claim.words(ground.text).split()),
            claim_span=claim,
            capacity=_capacity(ground.text, cue),
            stance=_stance(ground.text, cue, claim) if is_doing else Stance.UNKNOWN,
            hedged=bool(_HEDGE.search(told)),
            negated=is_negated,
        ),
        start=min((holder.spoken or holder.span).start, claim.start),
        end=claim.end,
        rule=_rule(holder),
        confidence=confidence,
        doubts=tuple(_doubts(holder, words)),
    )


def _rule(holder: Holder) -> str:
    if holder.is_carried:
        return "position.carried"
    return "position.speaker" if holder.spoken else "position.verb"


def _doubts(holder: Holder, words: str) -> Iterator[Doubt]:
    if holder.is_carried:
        yield _CARRIED
    elif is_several(words) and not holder.spoken:
        yield _SEVERAL_HOLD


_CARRIED = Doubt(kind=DoubtKind.UNSURE, words="The name is taken from the sentence before.")


def _capacity(text: str, cue: re.Match[str]) -> Span | None:
    found = _BEHALF.search(text, *cue.span("aux"))
    return Span(*found.span()) if found else None


_BEHALF = re.compile(
    r"(?:on behalf of|på vegne av|au nom d|im namen d|en nombre de)[^,]*", re.IGNORECASE
)
_SEVERAL_HOLD = Doubt(kind=DoubtKind.UNSURE, words="It is not said who they are.")


def _claim(text: str, start: int, reached: int, end: int) -> Span | None:
    stop = _CLAUSE_END.search(text, reached, end)
    words = text[start : stop.start() if stop else end].rstrip(' .,;:!”"')
    claim = Span(start, start + len(words))
    is_told = start < reached and _NAMELESS.fullmatch(words) is None
    return claim if len(words.split()) >= _SHORTEST_CLAIM - is_told else None


def _is_negated(text: str, cue: re.Match[str]) -> bool:
    told = f"{cue['aux']} {cue['verb']}"
    is_behind = _NOT_BEHIND.match(text, cue.end("verb"), cue.end("verb") + 24)
    return bool(_NOT.search(told) or is_behind or _PARTICLE.search(cue["verb"]))


def _stance(text: str, cue: re.Match[str], claim: Span) -> Stance:
    """Return what the verb says its subject does; a "not" or "may" beside it leaves it open."""
    aux, verb = cue["aux"], re.sub(r"^n['’](?=appui|accept)", "", cue["verb"])
    is_behind = _NOT_BEHIND.match(text, cue.end("verb"), cue.end("verb") + 24)
    is_own = _NOT.search(cue["verb"]) or _PARTICLE.search(cue["verb"])
    if _NOT.search(aux) or _HEDGE.search(aux) or (is_behind and not is_own):
        return Stance.UNKNOWN
    stance = _by_verb(text, cue, verb)
    if stance in (Stance.SUPPORTS, Stance.OPEN) and _EDITS.search(text, claim.start, claim.end):
        return Stance.SUPPORTS_WITH_EDITS
    return stance


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


def _runs_into(before: Candidate[View], cue: re.Match[str]) -> bool:
    return before.value.claim_span.start < cue.start() < before.value.claim_span.end


_JOINT = re.compile(r"[\s,;]*(?:and|but|og|y|et|und|men|pero)?[\s,]*$")


def _cut(text: str, view: Candidate[View], end: int) -> Candidate[View]:
    """Return a view whose claim ends where the next clause's begins."""
    claim = view.value.claim_span
    joint = _JOINT.search(text, claim.start, end)
    last = joint.start() if joint else end
    if len(text[claim.start : last].split()) < 2:
        return view
    span = Span(claim.start, last)
    words = " ".join(span.words(text).split())
    return replace(view, value=replace(view.value, claim=words, claim_span=span), end=last)


_FURTHEST = 400


def _holder(ground: Ground, cue: re.Match[str], before: Candidate[View] | None) -> Holder | None:
    """Return the words that say who: the clause's subject, or that of the clause before."""
    of_voice = _of_voice(ground, cue)
    if of_voice is not None:
        return of_voice
    low = max(ground.sentence.start, cue.start() - _FURTHEST)
    if before is not None:
        low = max(low, before.value.claim_span.start)
    low = clause_start(ground.text, low, cue.start())
    found = subject(ground, low, cue.start())
    if found is not None or before is None:
        return found
    is_same = follows_on(ground.text, low, cue.start()) or cue["verb"].endswith("ing")
    if not is_same:
        return None
    held = before.value
    return Holder(span=held.holder_span, spoken=held.spoken, is_carried=held.is_carried)


def _of_voice(ground: Ground, cue: re.Match[str]) -> Holder | None:
    """Return the speaker where the verb itself says that he or she is meant: "apoyamos"."""
    if ground.voice is None:
        return None
    if "who" in cue.re.groupindex:
        return Holder(span=ground.voice, spoken=Span(*cue.span("who")))
    within = _WITHIN.search(ground.text, *cue.span("verb"))
    return Holder(span=ground.voice, spoken=Span(*within.span())) if within else None


_WITHIN = re.compile(
    r"(?<!\w)(?:wir|vi)(?!\w)|(?<!\w)(?:no )?(?:nos )?\w{2,}mos(?!\w)", re.IGNORECASE
)
"""How a verb says by itself that "we" is meant."""


def _each(text: str, view: Candidate[View], known: Sequence[Mention]) -> Iterator[Candidate[View]]:
    """Yield a view for each of two known holders: "Norway and Chile say that ..."."""
    holder = view.value.holder_span
    if view.value.spoken is not None:
        yield view
        return
    inside = [
        m for m in known if holder.start <= m.start and m.end <= holder.end and not m.is_adjective
    ]
    joints = [text[a.end : b.start].strip() for a, b in pairwise(inside)]
    covered = bool(inside) and inside[-1].end == holder.end and inside[0].start - holder.start <= 4
    if len(inside) < 2 or not covered or not all(_IS_JOINT.fullmatch(joint) for joint in joints):
        yield view
        return
    for mention in inside:
        span = Span(mention.start, mention.end)
        value = replace(view.value, holder=span.words(text), holder_span=span)
        yield replace(view, value=value, start=min(span.start, view.start))


_IS_JOINT = re.compile(r",?\s*(?:and|og|y|et|und|&)?(?:\s+the)?|,")


# Views told by a noun ----------------------------------------------------------------------------

_BODY = r"[^\W\d_a-z][\w-]*(?:\s(?:(?:of|on|for|and|the)\s){0,2}[^\W\d_a-z][\w-]*){0,8}"
_NOUNS = "|".join(NOUNS)
_BY_NOUN: tuple[re.Pattern[str], ...] = (
    re.compile(rf"(?P<holder>{_BODY})(?:['’]s?)\s+(?P<claim>(?:{_NOUNS})\s+(?:for|on|to|that)\s+[^.;]{{3,200}})"),
    re.compile(rf"(?:{_NOUNS})\s+(?:of|by|from)\s+(?:the\s)?(?P<holder>{_BODY}),?\s+that\s+(?P<claim>[^.;]{{3,300}})"),
    re.compile(rf"[Aa]ccording to\s+(?:the\s)?(?P<holder>{_BODY}),\s+(?P<claim>[^.;]{{3,300}})"),
)  # fmt: skip


def _by_noun(text: str, sentence: Span) -> Iterator[Candidate[View]]:
    for pattern in _BY_NOUN:
        for found in pattern.finditer(text, sentence.start, sentence.end):
            words = found["claim"].strip(' ,“”"')
            start = text.index(words, found.start("claim"))
            yield Candidate(
                value=View(
                    holder=found["holder"],
                    holder_span=Span(*found.span("holder")),
                    claim=" ".join(words.split()),
                    claim_span=Span(start, start + len(words)),
                ),
                start=min(found.start("holder"), start),
                end=start + len(words),
                rule="position.noun",
                confidence=0.5,
            )
