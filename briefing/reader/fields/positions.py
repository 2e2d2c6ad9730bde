"""Views that a text attributes to a holder: who holds what, in the text's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.model import Stance
from briefing.reader.candidate import Candidate
from briefing.reader.fields.names import Mention
from briefing.reader.fields.view_words import (
    COLLECTIVE,
    DOES,
    NOUNS,
    SAYS,
    SAYS_WITHOUT_THAT,
    SUBORDINATE,
)
from briefing.reader.lines import Span
from briefing.reader.vocabulary import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A claim with its holder, both as written."""

    holder: str
    holder_span: Span
    claim: str
    claim_span: Span
    stance: Stance = Stance.UNKNOWN
    """Unknown unless the verb says plainly that it supports or opposes."""
    hedged: bool = False
    negated: bool = False


def views(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[View]]:
    """Yield the views that a sentence attributes; a passive without a holder gives none.

    What two known holders hold together is a view of each.
    """
    found: list[Candidate[View]] = []
    for cue in _cues(text, sentence):
        before = found[-1] if found else None
        view = _view(text, sentence, cue, before, known)
        if view is None:
            continue
        if before is not None and _runs_into(before, cue):
            found[-1] = _cut(text, before, cue.start())
        found.append(view)
    for one in (*found, *_by_noun(text, sentence)):
        yield from _each(text, one, known)


_AUX_WORDS = (
    "has", "have", "had", "also", "further", "firmly", "strongly", "repeatedly", "long",
    "therefore",
    "then", "does", "do", "did", "not", "never", "may", "might", "could", "se", "ha", "han", "har",
    "openly", "publicly", "jointly", "generally", "still", "now", "clearly", "always", "often",
    "would",
)  # fmt: skip
_HELPERS = rf"(?:\s+(?:{'|'.join(_AUX_WORDS)})(?!\w))*"
_BETWEEN = r"(?:,\s[^,.;:]{1,60},|\s+(?:på|for) (?:sin|its|their|his|her) (?:side|part))?"
_AUX = rf"(?P<aux>{_HELPERS}{_BETWEEN}{_HELPERS})"
_THAT = r"\s+(?:also |further )?(?:that|at|que|dass)\s"
_SAYING = "say|argu|add|not|stress|warn|insist|maintain|claim|emphasi[sz]"
_ASIDE = r"(?:,[^,.;:]{1,80},)?"
_PATTERNS: tuple[tuple[re.Pattern[str], bool, float], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), is_doing, confidence)
    for pattern, is_doing, confidence in (
        (rf"{_AUX}(?:\s+will)?\s+(?P<verb>{'|'.join(SAYS)}){_ASIDE}{_THAT}", False, 0.7),
        (rf",(?P<aux>)\s+(?P<verb>(?:{_SAYING})ing) that\s", False, 0.6),
        (rf"{_AUX}\s+(?P<verb>{'|'.join(DOES)})\s", True, 0.55),
        (rf"{_AUX}\s+(?P<verb>{'|'.join(SAYS_WITHOUT_THAT)})\s", False, 0.5),
    )
)  # fmt: skip
"""Pattern, whether the verb belongs to the claim, confidence; the surest first."""


def _cues(text: str, sentence: Span) -> list[re.Match[str]]:
    taken: list[re.Match[str]] = []
    for pattern, _, _ in _PATTERNS:
        for cue in pattern.finditer(text, sentence.start, sentence.end):
            if not any(cue.start() < other.end() and other.start() < cue.end() for other in taken):
                taken.append(cue)
    return sorted(taken, key=lambda cue: cue.start())


_CLAUSE_END = re.compile(
    r"[;.!?](?=\s|$)|,?\s(?:while|whereas|although|though|mientras|mens|tandis que|während)\s|"
    r"\s–\s|,\s(?:and|but|pero|men|mais|aber)\s(?=(?:the |others?|some )?\w)"
)
_SHORTEST_CLAIM = 3
_HEDGE = re.compile(any_of("may", "might", "could", "would"), re.IGNORECASE)
_NOT = re.compile(any_of("not", "never", "no longer", "cannot", "ikke", "nicht"), re.IGNORECASE)


def _view(
    text: str,
    sentence: Span,
    cue: re.Match[str],
    before: Candidate[View] | None,
    known: Sequence[Mention],
) -> Candidate[View] | None:
    holder = _holder(text, sentence, cue, before, known)
    is_doing, confidence = next((d, c) for p, d, c in _PATTERNS if p is cue.re)
    start = cue.start("verb") if is_doing else cue.end()
    claim = _claim(text, start, cue.end(), sentence.end)
    if holder is None or claim is None:
        return None
    aux = cue["aux"]
    return Candidate(
        value=View(
            holder=" ".join(holder.words(text).split()),
            holder_span=holder,
            claim=" ".join(claim.words(text).split()),
            claim_span=claim,
            stance=_stance(cue) if is_doing else Stance.UNKNOWN,
            hedged=bool(_HEDGE.search(aux)),
            negated=bool(_NOT.search(aux)),
        ),
        start=min(holder.start, claim.start),
        end=claim.end,
        rule="position.verb",
        confidence=confidence,
    )


def _claim(text: str, start: int, reached: int, end: int) -> Span | None:
    stop = _CLAUSE_END.search(text, reached, end)
    words = text[start : stop.start() if stop else end].rstrip(' .,;:!”"')
    claim = Span(start, start + len(words))
    return claim if len(words.split()) >= _SHORTEST_CLAIM else None


def _stance(cue: re.Match[str]) -> Stance:
    if _NOT.search(cue["aux"]) or _HEDGE.search(cue["aux"]):
        return Stance.UNKNOWN
    verb = cue["verb"]
    return next(s for pattern, s in DOES.items() if re.fullmatch(pattern, verb, re.IGNORECASE))


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


# Holders -----------------------------------------------------------------------------------------

_CLAUSE_START = re.compile(
    r"[;:]\s+|,\s+(?:and|og|y|et|und)\s+|"
    r",?\s+(?:but|while|whereas|although|since|because|men|pero|mais|aber|mens|mientras)\s+|"
    r"\s–\s+|,\s+(?=(?:others?|some|many|noen|andre|otros)\s)"
)
_JOINED = re.compile(r"\s+(?:and|og|y|et|und)\s+")
_LEAD = re.compile(
    any_of(
        "however", "meanwhile", "moreover", "also", "still", "but", "and", "yet", "in addition",
        "in particular", "today", "similarly", "likewise", "at the same time",
        "on the other hand", "for its part", "for their part", "in turn", "finally", "indeed",
        "then", "that", "samtidig", "derimot", "además", "sin embargo", "cependant",
    )
    + r"[\s,]+",
    re.IGNORECASE,
)  # fmt: skip
_PRONOUN = re.compile(
    r"(?:it|he|she|they|we|you|i|this|that|these|those|which|who|one|there|what|la|el|que|det|"
    r"de|den|som|il|elle|es|sie|er|and|but|to|not|please)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    any_of(
        "is", "are", "was", "were", "will", "to", "has", "have", "had", "can", "should", "be",
        "been", "which", "who", "that", "how", "whether", "er", "var", "est", "sont", "ist",
        "sind",
    ),
    re.IGNORECASE,
)  # fmt: skip
_CUT_OFF = re.compile(
    r"(?:.*\s)?(?:a|an|the|of|in|on|for|with|from|by|its|their|his|her|our|no|any|el|la|un|une|"
    r"en|et)",
    re.IGNORECASE,
)
_OF_THE_PAGE = re.compile(
    r"(?:the |this |our |these |dette |denne |el |este |esta |la )?(?:\w+ ){0,2}(?:event|"
    r"session|webinar|workshop|seminar|conference|round ?table|report|paper|article|page|"
    r"meeting|series|programme|program|project|talk|publication|handbook|seminaret|seminario|"
    r"aim|goal|objective|purpose|discussion)s?",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(any_of(*COLLECTIVE), re.IGNORECASE)
_SUBORDINATE = re.compile(any_of(*SUBORDINATE), re.IGNORECASE)
_LONGEST_HOLDER, _FURTHEST = 110, 400


def _holder(
    text: str,
    sentence: Span,
    cue: re.Match[str],
    before: Candidate[View] | None,
    known: Sequence[Mention],
) -> Span | None:
    """Return the words that say who: the clause's subject, or that of the clause before."""
    low = max(sentence.start, cue.start() - _FURTHEST)
    if before is not None:
        low = max(low, before.value.claim_span.start)
    for found in _CLAUSE_START.finditer(text, low, cue.start() + 1):
        low = min(found.end(), cue.start())
    joints = (found.end() for found in _JOINED.finditer(text, low, cue.start() + 1))
    start = low
    for start in (low, *joints):
        span = _subject(text, min(start, cue.start()), cue.start(), known)
        if span is not None:
            return span
    is_same = before is not None and not text[start : cue.start()].strip(" ,")
    is_said_so = before is not None and cue["verb"].endswith("ing")
    return before.value.holder_span if before is not None and (is_same or is_said_so) else None


def _subject(text: str, start: int, end: int, known: Sequence[Mention]) -> Span | None:
    while (lead := _LEAD.match(text, start, end)) is not None:
        start = lead.end()
    start += len(text[start:end]) - len(text[start:end].lstrip(' ,“"'))
    words = text[start:end].rstrip(" ,")
    if _SUBORDINATE.match(words) and "," in words:
        at = words.rfind(", ") + 2
        start, words = start + at, words[at:]
    elif "," in words:
        words = words[: words.index(",")]
    if not _could_hold(words):
        return None
    span = Span(start, start + len(words))
    is_known = any(span.start <= m.start and m.end <= span.end for m in known)
    is_named = bool(
        re.match(
            r"(?:The |A |An |Ms\.? |Mr\.? |Dr\.? |El |La |Los |Las |Le |Les )?[^\W\d_a-z]", words
        )
    ) and _has_capital(words)
    return span if is_known or is_named or _COLLECTIVE.search(words) else None


def _could_hold(words: str) -> bool:
    if not words or len(words) > _LONGEST_HOLDER or _SUBORDINATE.match(words):
        return False
    refused = (
        _PRONOUN.fullmatch(words),
        _FINITE.search(words),
        _CUT_OFF.fullmatch(words),
        _OF_THE_PAGE.match(words),
    )
    return not any(refused)


def _has_capital(words: str) -> bool:
    return any(word[0].isupper() for word in re.sub(r"^(?:The|A|An)\s", "", words).split())


def _each(text: str, view: Candidate[View], known: Sequence[Mention]) -> Iterator[Candidate[View]]:
    """Yield a view for each of two known holders: "Norway and Chile say that ..."."""
    holder = view.value.holder_span
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
