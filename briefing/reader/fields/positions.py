"""Views that a text attributes to a holder: who holds what, in the text's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Stance
from briefing.reader.candidate import Candidate
from briefing.reader.fields.names import Mention
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
    hedged: bool = False
    negated: bool = False


_THAT = r"(?:,[^,.;]{1,80},)?\s+(?:also |further |firmly |strongly )?(?:that|at)\s"
_SAYS: tuple[str, ...] = (
    "believes?", "believed", "holds?", "held", "argues?", "argued", "says?", "said", "maintains?", "maintained", "insists?", "insisted",
    "claims?", "claimed", "states?(?= that)", "stated", "considers?", "considered", "thinks?", "thought", "fears?", "feared", "warns?", "warned",
    "stress(?:es|ed)?", "emphasi[sz]e[sd]?", "underlines?", "underlined", "underscore[sd]?", "reiterate[sd]?", "affirm(?:s|ed)?", "reaffirm(?:s|ed)?",
    "conclude[sd]?", "suggest(?:s|ed)?", "note[sd]?", "point(?:s|ed)? out", "complain(?:s|ed)?", "doubt(?:s|ed)?", "contend(?:s|ed)?", "assert(?:s|ed)?",
    "declare[sd]?", "observe[sd]?", "recall(?:s|ed)?", "caution(?:s|ed)?", "predict(?:s|ed)?", "hope[sd]?", "feel[s]?", "felt", "agree[sd]?",
    "sostienen?", "afirman?", "consideran?", "creen?", "opinan?", "señalan?", "subrayan?", "mener", "mente", "hevder", "hevdet", "sier", "sa", "understreker",
    "frykter", "estiment?", "affirment?", "soulignent?", "considèrent?", "meint", "meinen", "betont", "betonen",
)  # fmt: skip
"""What is followed by a claim, most often after "that"."""

_DOES: dict[str, Stance] = {
    "supports?": Stance.SUPPORTS, "supported": Stance.SUPPORTS, "backs?": Stance.SUPPORTS, "backed": Stance.SUPPORTS,
    "endorse[sd]?": Stance.SUPPORTS, "favou?r(?:s|ed)?": Stance.SUPPORTS, "welcome[sd]?": Stance.SUPPORTS,
    "apoyan?": Stance.SUPPORTS, "støtter": Stance.SUPPORTS, "soutiennent": Stance.SUPPORTS, "soutient": Stance.SUPPORTS,
    "opposes?": Stance.OPPOSES, "opposed": Stance.OPPOSES, "reject(?:s|ed)?": Stance.OPPOSES, "objects? to": Stance.OPPOSES,
    "objected to": Stance.OPPOSES, "rechazan?": Stance.OPPOSES, "avviser": Stance.OPPOSES, "rejettent?": Stance.OPPOSES,
    "calls? for": Stance.UNKNOWN, "called for": Stance.UNKNOWN, "calls? on": Stance.UNKNOWN, "called on": Stance.UNKNOWN, "urge[sd]?": Stance.UNKNOWN,
    "demand(?:s|ed)?": Stance.UNKNOWN, "propose[sd]?": Stance.UNKNOWN, "proposed": Stance.UNKNOWN, "advocate[sd]?(?: for)?": Stance.UNKNOWN,
    "ask(?:s|ed)? for": Stance.UNKNOWN, "prefer(?:s|red)?": Stance.UNKNOWN, "want(?:s|ed)?": Stance.UNKNOWN, "is opting for": Stance.UNKNOWN, "are opting for": Stance.UNKNOWN,
    "opt(?:s|ed)? for": Stance.UNKNOWN, "push(?:es|ed)? for": Stance.UNKNOWN, "(?:is|are) (?:also )?pushing for": Stance.UNKNOWN,
    "press(?:es|ed)? for": Stance.UNKNOWN, "stress(?:es|ed)?": Stance.UNKNOWN, "refuse[sd]?": Stance.UNKNOWN, "recommend(?:s|ed)?": Stance.UNKNOWN,
    "prefieren?": Stance.UNKNOWN, "piden?": Stance.UNKNOWN, "proponen?": Stance.UNKNOWN, "exigen?": Stance.UNKNOWN, "ønsker(?! velkommen)": Stance.UNKNOWN, "har ønsket": Stance.UNKNOWN, "ønsket": Stance.UNKNOWN,
    "krever": Stance.UNKNOWN, "foreslår": Stance.UNKNOWN, "går inn for": Stance.UNKNOWN, "tatt til orde for": Stance.UNKNOWN, "demandent?": Stance.UNKNOWN, "proposent?": Stance.UNKNOWN, "fordern?": Stance.UNKNOWN,
    "is committed to": Stance.UNKNOWN, "are committed to": Stance.UNKNOWN, "(?:has|have) pledged": Stance.UNKNOWN, "pledge[sd]?": Stance.UNKNOWN,
}  # fmt: skip
"""Verbs whose object is the claim; a stance only where the verb leaves no doubt."""

_NOT_A_VIEW = re.compile(
    any_of(
        "will", "would like to invite", "to", "is pleased", "are pleased", "invites?", "hosts?", "organi[sz]es?", "discuss(?:es|ed)?", "explore[sd]?", "how", "whether",
        "which", "who", "what", "if", "when", "participants?", "this (?:event|session|webinar|workshop|panel|seminar)", "the (?:event|session|webinar|workshop|seminar|forum|conference|roundtable|round table|report|paper|article|page|meeting|series|programme|project)",
    ),
    re.IGNORECASE,
)  # fmt: skip

_HEDGE = re.compile(
    any_of(
        "may",
        "might",
        "could",
        "seems?",
        "appears?",
        "reportedly",
        "perhaps",
        "possibly",
        "podría",
        "kan",
        "pourrait",
    ),
    re.IGNORECASE,
)
_NOT = re.compile(
    any_of("not", "never", "no longer", "n't", "cannot", "ikke", "nicht", "ne"), re.IGNORECASE
)
_AUX = r"(?:\s+(?:has|have|had|is|are|was|were|also|further|firmly|strongly|repeatedly|long|therefore|then|does|do|did|not|never|may|might|could|have also|has also|se|ha|han|har|have long|has long|,\s?[^,.;]{1,60},))*"
_SAYING = re.compile(rf"(?P<aux>{_AUX})\s+(?P<verb>{'|'.join(_SAYS)}){_THAT}", re.IGNORECASE)
_SAYING_QUE = re.compile(
    rf"(?P<aux>{_AUX})\s+(?P<verb>{'|'.join(_SAYS)})(?:,[^,.;]{{1,60}},)?\s+(?:que|qu'|dass)\s",
    re.IGNORECASE,
)
_DOING = re.compile(rf"(?P<aux>{_AUX})\s+(?P<verb>{'|'.join(_DOES)})\s", re.IGNORECASE)
_NO_THAT = re.compile(
    rf"(?P<aux>{_AUX})\s+(?P<verb>mener|fears?|hevder|believes?|thinks?)\s", re.IGNORECASE
)
_AGREED = re.compile(rf"(?P<aux>\s+(?:has|have))\s+(?P<verb>agreed) that\s", re.IGNORECASE)
_ACCORDING = re.compile(
    r"according to (?P<holder>(?:the |a |an )?[^,.;:]{2,80}),\s+", re.IGNORECASE
)
_OFFER = re.compile(
    r"(?P<holder>[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*){0,4})(?:['’]s?)\s+(?P<claim>(?:proposal|call|demand|position|plan|draft)s?\s+(?:for|on|to|that)\s+[^.;]{3,160})"
)

_COLLECTIVE = any_of(
    "states?", "governments?", "countries", "country", "delegations?", "companies", "businesses", "firms", "industry", "sector", "organi[sz]ations?", "experts?", "researchers?",
    "others", "some", "many", "most", "several", "few", "members?", "participants?", "stakeholders?", "operators?", "regulators?", "ministry", "ministries", "panel", "panellists?", "speakers?",
    "chair", "committee", "group", "delegates?", "negotiators?", "academics?", "critics?", "supporters?", "opponents?", "proponents?", "observers?", "officials?", "diplomats?",
    "society", "community", "user association", "association", "body", "bodies", "leaders?", "signatories", "parties", "task force", "working group", "secretariat", "organi[sz]ers?", "majority", "minority",
    "estados", "países", "gobiernos?", "empresas", "expertos", "otros", "forskere?n?e?", "bedriftene", "stater", "land", "landene", "myndighetene", "andre", "noen", "råd",
    "états", "gouvernements?", "pays", "entreprises", "experts", "staaten", "regierungen", "länder", "unternehmen",
)  # fmt: skip
_IS_COLLECTIVE = re.compile(_COLLECTIVE, re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:it|he|she|they|we|you|i|this|that|these|those|which|who|one|there|what|la|el|que|det|de|den|som|il|elle|es|sie|er)$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[;.!?](?=\s|$)|,?\s(?:while|whereas|although|though|mientras|mens|tandis que|während)\s|\s–\s|,\s(?:and|but|but also|pero|men|mais|aber)\s(?=(?:the |others?|some )?[\w ]{1,40}\s(?:believe|say|said|argue|hold|want|maintain|insist|prefer|support|oppose|reject))"
)
_CLAUSE_START = re.compile(
    r"[;:]\s+|,\s+(?:and|but|while|whereas|og|men|pero|y|mais|aber|mens)\s+|,?\s+(?:while|whereas|although|since|because|mientras|mens)\s+|\s–\s+|^|,\s+(?=(?:others?|some|many)\s)|\s+and\s+(?=that\s)"
)
_LEAD = re.compile(
    r"(?:(?:however|meanwhile|moreover|also|still|but|and|yet|in addition|for (?:its|his|her|their) part|on the other hand|over the past \w+|at the same time|in particular|in \d{4}|today|similarly|likewise|on (?:its|his|her) side|som sagt)\W+)*",
    re.IGNORECASE,
)
_LONGEST_HOLDER, _SHORTEST_CLAIM = 110, 3


def views(text: str, sentence: Span, known: Sequence[Mention]) -> Iterator[Candidate[View]]:
    """Yield the views that a sentence attributes; a passive without a holder gives none."""
    found: list[Candidate[View]] = []
    for pattern, confidence in (
        (_SAYING, 0.7),
        (_SAYING_QUE, 0.7),
        (_DOING, 0.55),
        (_NO_THAT, 0.5),
    ):
        for verb in pattern.finditer(text, sentence.start, sentence.end):
            view = _view(text, sentence, verb, known, confidence)
            if view is not None and not any(_overlap(view, other) for other in found):
                found.append(view)
    for offer in _OFFER.finditer(text, sentence.start, sentence.end):
        found.append(_offer(text, offer))
    yield from found


def _overlap(one: Candidate[View], other: Candidate[View]) -> bool:
    a, b = one.value.claim_span, other.value.claim_span
    return a.start < b.end and b.start < a.end


def _view(
    text: str, sentence: Span, verb: re.Match[str], known: Sequence[Mention], confidence: float
) -> Candidate[View] | None:
    holder = _holder(text, sentence, verb.start(), known)
    if holder is None:
        return None
    is_doing = verb.re is _DOING
    start = verb.start("verb") if is_doing else verb.end()
    stop = _CLAUSE_END.search(text, max(start, verb.end()), sentence.end)
    claim = text[start : stop.start() if stop else sentence.end].rstrip(' .,;:”"')
    if len(claim.split()) < _SHORTEST_CLAIM:
        return None
    said = verb["aux"] + " " + claim[:60]
    return Candidate(
        value=View(
            holder=" ".join(holder.words(text).split()),
            holder_span=holder,
            claim=" ".join(claim.split()),
            claim_span=Span(start, start + len(claim)),
            stance=_stance(verb) if is_doing else Stance.UNKNOWN,
            hedged=bool(_HEDGE.search(verb["aux"])),
            negated=bool(_NOT.search(verb["aux"]) or (not is_doing and _NOT.search(said))),
        ),
        start=holder.start,
        end=start + len(claim),
        rule="position.verb",
        confidence=confidence,
    )


def _stance(verb: re.Match[str]) -> Stance:
    words = verb["verb"]
    stance = next(s for pattern, s in _DOES.items() if re.fullmatch(pattern, words, re.IGNORECASE))
    is_plain = not _NOT.search(verb["aux"]) and not _HEDGE.search(verb["aux"])
    return stance if is_plain else Stance.UNKNOWN


def _holder(text: str, sentence: Span, end: int, known: Sequence[Mention]) -> Span | None:
    """Return the words before a verb that say who: the clause's subject."""
    low = max(sentence.start, end - 400)
    start = low
    for found in _CLAUSE_START.finditer(text, low, end):
        start = found.end()
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    words = text[start:end].strip(" ,")
    words = (
        re.split(r",|\s(?:who|which|that)\s", words)[0].strip()
        if "," in words or " who " in words or " which " in words
        else words
    )
    if (
        not words
        or len(words) > _LONGEST_HOLDER
        or _PRONOUN.fullmatch(words)
        or _NOT_A_VIEW.match(words)
    ):
        return None
    span = Span(start, start + len(words))
    is_known = any(span.start <= m.start and m.end <= span.end for m in known)
    is_name = (
        bool(re.match(r"(?:The |the |A |An |Ms |Mr |Dr )?[^\W\d_a-z]", words))
        and len(words.split()) <= 8
    )
    if not (is_known or _IS_COLLECTIVE.search(words) or (is_name and _named(words))):
        return None
    return span


def _named(words: str) -> bool:
    capitals = [
        w
        for w in words.split()[0 if not words.startswith(("The ", "A ", "An ")) else 1 :]
        if w[0].isupper()
    ]
    return len(capitals) >= 1


def _offer(text: str, offer: re.Match[str]) -> Candidate[View]:
    claim = offer["claim"].rstrip(" ,")
    return Candidate(
        value=View(
            holder=offer["holder"],
            holder_span=Span(offer.start("holder"), offer.end("holder")),
            claim=" ".join(claim.split()),
            claim_span=Span(offer.start("claim"), offer.start("claim") + len(claim)),
        ),
        start=offer.start(),
        end=offer.start("claim") + len(claim),
        rule="position.noun",
        confidence=0.5,
    )
