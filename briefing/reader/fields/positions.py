"""Views that a text attributes to a holder: who holds what, in the text's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.model import Doubt, DoubtKind, Stance
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields.attributing import SAYING, cues, is_doing
from briefing.reader.fields.holders import (
    Ground,
    Holder,
    clause_start,
    follows_on,
    is_general,
    is_several,
    subject,
)
from briefing.reader.fields.names import Mention
from briefing.reader.fields.own_views import own_views
from briefing.reader.fields.quoted import quoted
from briefing.reader.fields.stance_words import COURTESY
from briefing.reader.fields.stances import HEDGE, is_negated, stance, with_its_not
from briefing.reader.fields.view import View
from briefing.reader.fields.view_words import NOUNS
from briefing.reader.lines import Span


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
    for cue in cues(ground):
        before = found[-1] if found else None
        view = _view(ground, cue, before)
        if view is None:
            continue
        if before is not None and _runs_into(before, cue):
            found[-1:] = _cut(text, before, cue.start())
        found.append(view)
    found += [*_by_noun(text, sentence), *quoted(text, sentence)]
    for one in (*_before(ground, found), *found) if found else own_views(ground):
        yield from _each(text, one, known)


def _before(ground: Ground, found: Sequence[Candidate[View]]) -> Iterator[Candidate[View]]:
    """Yield what a speaker will do by the clause before: "we will pay, and call on others to"."""
    first = min(one.value.claim_span.start for one in found)
    joint = None
    for joint in _NEXT_CLAUSE.finditer(ground.text, ground.sentence.start, first):  # noqa: B007
        pass
    if joint is not None and len(ground.text[ground.sentence.start : joint.start()].split()) > 3:
        clause = replace(ground, sentence=Span(ground.sentence.start, joint.start()))
        yield from own_views(clause, is_sure=True)


_NEXT_CLAUSE = re.compile(r",? (?:and|but|et|mais|y|pero|og|men|und|aber) |[;:] ")


_CLAUSE_END = re.compile(
    r"[;.!?](?=\s|$)|,?\s(?:while|whereas|although|though|mientras|mens|tandis que|während)\s|"
    r"\s–\s|"
    r",\s(?=(?:nor|neither|ni|noch|heller ikke)\s)|"
    r",\s(?:and|but|pero|men|mais|aber)\s(?!in particular|notably|especially|not )(?=\w)|"
    r"\s(?:and|but|og|men|et|mais|und|aber)\s(?=(?:we|I|vi|nous|wir)\s)"
)
_SHORTEST_CLAIM = 3
_NAMELESS = re.compile(r"(?:\w+ )?(?:it|this|that|them|so|him|her|us|this|these|those|det|dette)")
_COURTESY = re.compile(COURTESY, re.IGNORECASE)


def _view(
    ground: Ground, cue: re.Match[str], before: Candidate[View] | None
) -> Candidate[View] | None:
    holder = _holder(ground, cue, before)
    does, confidence = is_doing(cue)
    negated = is_negated(ground.text, cue)
    start = cue.start("verb") if does else cue.end()
    start = with_its_not(ground.text, cue, start, negated)
    claim = _claim(ground.text, start, cue.end(), ground.sentence.end)
    if holder is None or claim is None or _COURTESY.match(claim.words(ground.text)):
        return None
    words = " ".join(holder.span.words(ground.text).split())
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
            stance=stance(ground.text, cue, claim) if does else Stance.UNKNOWN,
            hedged=bool(HEDGE.search(told)),
            negated=negated,
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
    elif (is_several(words) or is_general(words)) and not holder.spoken:
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
    stops = _CLAUSE_END.finditer(text, reached, end)
    stop = next((one for one in stops if _is_told(text[reached : one.start()], one)), None)
    last = stop.start() if stop else end
    start += text[start] in _QUOTES
    closing = _CLOSES.search(text, start, end) if text[start - 1] in _QUOTES else None
    words = text[start : closing.start() if closing else last].rstrip(' .,;:!”"»')
    claim = Span(start, start + len(words))
    is_told = start < reached and _NAMELESS.fullmatch(words) is None
    if start + len(words) <= reached and _IS.match(words):
        return None
    return claim if len(words.split()) >= _SHORTEST_CLAIM - is_told else None


_IS = re.compile(r"(?:is|are|am|was|were|est|sont|sommes|er|ist|sind|está|están|estamos)\s")
"""What says nothing alone: "we are flexible"."""
_CLOSES = re.compile(r"[”\"“»]")
_QUOTES = ("“", '"', "„", "«")


def _is_told(words: str, stop: re.Match[str]) -> bool:
    """Return whether enough is said before a stop: "that law, and the Charter, applies" goes on."""
    return _AND.match(stop.group()) is None or len(words.split()) > _SHORTEST_CLAIM


_AND = re.compile(r",\s(?:and|but|pero|men|mais|aber)\s")


def _runs_into(before: Candidate[View], cue: re.Match[str]) -> bool:
    return before.value.claim_span.start < cue.start() < before.value.claim_span.end


_JOINT = re.compile(r"[\s,;]*(?:and|but|og|y|et|und|men|pero)?[\s,]*$")


def _cut(text: str, view: Candidate[View], end: int) -> list[Candidate[View]]:
    """Return a view whose claim ends where the next clause's begins; none of "rejects this"."""
    claim = view.value.claim_span
    joint = _JOINT.search(text, claim.start, end)
    last = joint.start() if joint else end
    if len(text[claim.start : last].split()) < 2:
        return [view]
    span = Span(claim.start, last)
    words = " ".join(span.words(text).split())
    if _NAMELESS.fullmatch(words):
        return []
    return [replace(view, value=replace(view.value, claim=words, claim_span=span), end=last)]


_FURTHEST = 400
_IS_SAYING = re.compile(rf"{SAYING}|\w+ing$", re.IGNORECASE)


def _holder(ground: Ground, cue: re.Match[str], before: Candidate[View] | None) -> Holder | None:
    """Return the words that say who: the clause's subject, or that of the clause before."""
    if ground.text[: cue.start() + 1].endswith((" to ", " à ", " de ")):
        return None
    of_voice = _of_voice(ground, cue)
    if of_voice is not None or _is_of_nobody(ground, cue):
        return of_voice
    low = max(ground.sentence.start, cue.start() - _FURTHEST)
    if before is not None:
        low = max(low, before.value.claim_span.start)
    low = clause_start(ground.text, low, cue.start())
    found = subject(ground, low, cue.start())
    if _is_apart(ground, cue, found):
        return None
    if found is not None or before is None:
        return found
    is_same = follows_on(ground.text, low, cue.start()) or _IS_SAYING.match(cue["verb"])
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


def _is_apart(ground: Ground, cue: re.Match[str], holder: Holder | None) -> bool:
    """Return whether more than a name stands before a quotation: "X published "a plan ...""."""
    if holder is None or cue["verb"] not in _QUOTES:
        return False
    span = holder.spoken or holder.span
    is_name = holder.spoken is not None or _ENDS_IN_NAME.search(span.words(ground.text))
    return not is_name or bool(ground.text[span.end : cue.start()].strip(" ,"))


_ENDS_IN_NAME = re.compile(r"(?:^|\s)[^\W\d_a-zß-öø-ÿ][\w'’.-]*$")


def _is_of_nobody(ground: Ground, cue: re.Match[str]) -> bool:
    """Return whether a verb says "we" where nobody is known to speak."""
    return ground.voice is None and bool(_WITHIN.search(ground.text, *cue.span("verb")))


_WITHIN = Cue(
    r"(?<!\w)(?:wir|vi)(?!\w)|(?<!\w)(?:no )?(?:nos )?\w{2,}mos(?!\w)|"
    r"(?<!\w)nos (?=preocupa|parece|inquieta|gustaría)",
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
    re.compile(rf"(?P<holder>{_BODY})(?:['’]s?)\s+(?P<claim>(?:{_NOUNS})\s+(?:for|on|to|"
    rf"that)\s+[^.;]{{3,200}})"),
    re.compile(rf"(?:{_NOUNS})\s+(?:of|by|"
    rf"from)\s+(?:the\s)?(?P<holder>{_BODY}),?\s+that\s+(?P<claim>[^.;]{{3,300}})"),
    re.compile(
        r"(?:heard|entendu|écouté|escuchado|oído)(?: (?:hier|ce matin|today|this morning|yesterday|"
        r"hoy|ayer|a|here|ici|aquí))*\s+(?:the |la |le |les |l['’]|el |los )?(?:(?:delegation|"
        r"representative|délégation|représentante?|delegación|representante)\s+(?:of|from|for|du|"
        r"de la|de l['’]|de|del|d['’])\s?(?:the )?)?(?P<holder>[^\W\d_a-zß-öø-ÿ][\w'’-]*"
        r"(?: (?:(?:of|the|de|des|du|del|la) ){0,2}(?:d['’])?[^\W\d_a-zß-öø-ÿ][\w'’-]*){0,5})\s+"
        r"(?:say|argue|state|claim|maintain|insist|affirmer|dire|soutenir|déclarer|prétendre|estimer|"
        r"expliquer|afirmar|decir|sostener|declarar)\s+(?:that|qu['’]|que)\s?"
        r"(?P<claim>[^.;]{3,300})"
    ),
    re.compile(rf"[Aa]ccording to\s+(?:the\s)?(?P<holder>{_BODY}),\s+(?P<claim>[^.;]{{3,300}})"),
)  # fmt: skip


_ANOTHER_VERB = re.compile(r",?\s(?:and|but)\s(?:\w+ly\s)?\w{3,}ed\s")


def _by_noun(text: str, sentence: Span) -> Iterator[Candidate[View]]:
    for pattern in _BY_NOUN:
        for found in pattern.finditer(text, sentence.start, sentence.end):
            words = _ANOTHER_VERB.split(found["claim"])[0].strip(' ,“”"')
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
