"""From views to positions: who holds what, with the paper, the paragraph, the forum, the day."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing.model import Evidence, Party, Position, Proposal
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields import bodies, listed_views, positions, topics
from briefing.reader.fields.holders import is_general, is_several
from briefing.reader.fields.view import View
from briefing.reader.fields.view_words import COLLECTIVE
from briefing.reader.lines import Line, Span, sentences
from briefing.reader.page import Page
from briefing.reader.statements.paragraphs import Paragraphs
from briefing.reader.vocabulary import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What holds for all positions of a page, or of a part of one."""

    voice: Candidate[object] | None = None
    """Where whoever says "we" is named."""
    together: tuple[Span, ...] = ()
    """Those who speak as one, where several are named; with them who is aligned."""
    capacity: Candidate[str] | None = None
    document: Candidate[str] | None = None
    paragraphs: Paragraphs | None = None
    forum: Candidate[str] | None = None
    event: Candidate[str] | None = None
    on: Candidate[dt.date] | None = None
    questions: tuple[Candidate[str], ...] = ()
    """The ids of the questions that stand above its parts, in order."""
    title: tuple[Span, ...] = ()
    """What it is called, from which a theme is told where the words of a claim tell none."""
    skip: Callable[[Span], bool] = field(default=lambda _: False)
    """Says which sentences attribute nothing of their own."""


def positions_in(
    page: Page, lines: Sequence[Line], setting: Setting, under: str | None = None
) -> Iterator[Proposal]:
    """Yield the positions that some lines attribute; a question attributes none."""
    voice = setting.voice
    said_by = Span(voice.start, voice.end) if voice is not None else None
    earlier: Candidate[View] | None = None
    above: Span | None = None
    asks: Span | None = None
    for sentence in sentences(page.text, lines):
        before, above = above, sentence
        if page.text[sentence.end - 1] == "?" or setting.skip(sentence):
            continue
        near = page.mentioned(sentence.start, sentence.end)
        named = _named_before(page, earlier, sentence) or _told_of(page, before, sentence)
        held = list(positions.views(page.text, sentence, near, said_by, named))
        if said_by is not None and asks is not None:
            listed = listed_views.asked(page.text, sentence, said_by, asks)
            asks = asks if listed else None
            held = held or ([listed] if listed else [])
        asks = listed_views.asks(page.text, sentence, said_by) or asks
        for found in held:
            earlier = earlier if found.rule == "position.noun" else found
            here = replace(setting, forum=_forum_before(page, sentence, found) or setting.forum)
            position = _position(page, _resolved(page, found, setting), here)
            yield page.proposal(position, Span(found.start, found.end), under)


def named_positions_in(page: Page, lines: Sequence[Line]) -> Iterator[Proposal]:
    """Yield the positions of holders with a name that stand beside a page's events."""
    for proposal in positions_in(page, lines, Setting()):
        held = proposal.draft
        if (
            isinstance(held, Position)
            and not is_general(held.holder)
            and not is_several(held.holder)
        ):
            yield proposal


def _named_before(page: Page, earlier: Candidate[View] | None, sentence: Span) -> Span | None:
    """Return the holder of the view right before a sentence, in the same paragraph."""
    if earlier is None or is_several(earlier.value.holder) or sentence.start <= earlier.end:
        return None
    between = page.text[earlier.end : sentence.start]
    is_near = "\n" not in between and len(between) <= _NEAR
    return earlier.value.holder_span if is_near else None


_NEAR = 200


def _told_of(page: Page, before: Span | None, sentence: Span) -> Span | None:
    """Return the body that the sentence before begins with, where "it" does something."""
    said = page.text[sentence.start : sentence.end]
    if before is None or not _IT.match(said) or not _QUOTES.search(said):
        return None
    found = _BEGINS.match(page.text, before.start, before.end)
    if found is None or "\n" in page.text[before.end : sentence.start]:
        return None
    span = Span(*found.span("who"))
    is_known = any(
        m.stakeholder and not m.is_adjective for m in page.mentioned(span.start, span.end)
    )
    return span if is_known or bodies.looks_like_body(found["who"]) else None


_IT = re.compile(r"(?:It|They|He|She|Il|Elle|Ils|Elles|Ella|Ellas|Ellos)\s")
_QUOTES = re.compile(r"[“”\"«»]")
_BEGINS = re.compile(
    r"(?:The |La |Le |Les |El |Los |Las |L['’])?(?P<who>[^\W\d_a-zß-öø-ÿ][\w'’&-]*"
    r"(?: (?:(?:of|for|and|the|de|des|del|du|la) ){0,2}[^\W\d_a-zß-öø-ÿ][\w'’&-]*){0,7})\s[a-z]"
)


def forum_in(page: Page, span: Span) -> Candidate[str] | None:
    """Return the first forum of those where policy is made that a span names."""
    for mention in page.mentioned(span.start, span.end):
        if mention.forum is not None and mention.forum.is_policy_forum:
            return Candidate(
                value=mention.forum.id,
                start=mention.start,
                end=mention.end,
                rule="forum.name",
                confidence=0.85,
            )
    return None


def _forum_before(page: Page, sentence: Span, found: Candidate[View]) -> Candidate[str] | None:
    """Return the forum that a sentence begins with: "In the OEWG, Norland held ..."."""
    who = found.value.spoken or found.value.holder_span
    if _IN_WHICH.match(page.text, sentence.start) is None or who.start <= sentence.start:
        return None
    return forum_in(page, Span(sentence.start, who.start))


_IN_WHICH = re.compile(
    r"(?:at|in|within|during|before|i|ved|under|lors d|au sein d|im|bei|auf|en|ante|durante)\b",
    re.IGNORECASE,
)


def _resolved(page: Page, found: Candidate[View], setting: Setting) -> Candidate[View]:
    """Return a view of "the Group" as one of the group that speaks."""
    view, voice = found.value, setting.voice
    if voice is None or view.holder_span.start == voice.start:
        return found
    if view.spoken is not None and not view.is_carried:
        return found
    said_by = page.words(Span(voice.start, voice.end))
    short = _ARTICLE.sub("", view.holder.casefold())
    is_same = short == said_by.casefold() or _is_short_for(view.holder, said_by)
    is_same = is_same or _is_initials(view.holder, said_by)
    is_of_all = bool(setting.together) and short in _THEY_ALL
    if (
        not is_same
        and not is_of_all
        and not (short in _SHORT_NAMES and _is_of_kind(page, short, setting))
    ):
        return found
    named = Span(voice.start, voice.end)
    spoken = view.spoken or view.holder_span
    same = replace(view, holder=said_by, holder_span=named, spoken=spoken, is_carried=False)
    return replace(found, value=same)


def _is_initials(name: str, whole: str) -> bool:
    """Return whether a name is short for the speaker's: "NDRC", "Norland Digital Rights Centre"."""
    capitals = "".join(letter for letter in re.findall(r"(?<!\w)\w", whole) if letter.isupper())
    return len(name) > 1 and name.isupper() and _ARTICLE.sub("", name) == capitals


def _is_of_kind(page: Page, short: str, setting: Setting) -> bool:
    """Return whether the speaker is called so: by its name, or where it is spoken for others."""
    voice = setting.voice
    names = page.words(Span(voice.start, voice.end)).casefold().split() if voice else []
    words = _MEMBERS.sub("", short).split()
    told = setting.capacity.value.casefold().split() if setting.capacity else []
    return any(word in names or word in told for word in words)


_MEMBERS = re.compile(
    r"^(?:members|membres|miembros|mitglieder|medlemmene) (?:of |du |de |del |des |av )"
    r"(?:the |la |l['’])?"
)


def _is_short_for(name: str, whole: str) -> bool:
    """Return whether a name begins or ends a longer one: "Norland", "the Republic of Norland"."""
    bare = _ARTICLE.sub("", name)
    if len(bare) < _SHORTEST_NAME or not bare[0].isupper() or _GENERAL.fullmatch(bare):
        return False
    short, long = bare.casefold(), whole.casefold()
    return long.endswith(f" {short}") or long.startswith(f"{short} ")


_SHORTEST_NAME = 4
_GENERAL = Cue(any_of(*COLLECTIVE, "nations?", "union", "republic", "kingdom", "islands"))
_ARTICLE = re.compile(r"^(?:the|le|la|les|el|los|las|der|die|das|den|det) |^l['’]")
_THEY_ALL = {"ministers", "leaders", "signatories", "parties", "sides", "two sides", "countries"}
"""What those who speak as one call themselves."""
_KINDS = (
    "group", "union", "alliance", "association", "league", "coalition", "community", "initiative",
    "foundation", "network", "forum", "institute", "chamber", "federation", "commission", "council",
    "society", "company", "centre", "center", "collective", "groupe", "réseau", "collectif",
    "fondation", "fédération", "chambre", "communauté", "ligue", "syndicat", "grupo", "red",
    "alianza", "asociación", "unión", "coalición", "cámara", "fundación", "federación",
    "comunidad", "liga", "colectivo", "observatorio", "gruppe", "verband", "verein", "bündnis",
    "netzwerk", "stiftung", "gruppen", "nettverket", "forbundet", "foreningen",
)  # fmt: skip
_OF_MEMBERS = ("members of the ", "membres du ", "membres de l'", "membres de l’", "membres de la ",
               "miembros del ", "miembros de la ")  # fmt: skip
_SHORT_NAMES = {*_KINDS, *(lead + kind for lead in _OF_MEMBERS for kind in _KINDS)}
"""What a body calls itself after its name was told: "the Group", "members of the Group"."""


def _position(page: Page, found: Candidate[View], setting: Setting) -> Position:
    view = found.value
    evidence = {
        "holder": page.evidence(*_holder(found, setting)),
        "claim": page.evidence(_at(found, view.claim_span)),
    }
    is_own = _is_own(page, view, setting)
    id = page.mint.record("position", view.holder, found.start)
    aligned = tuple(_aligned(page, id, setting, evidence)) if is_own else ()
    number = setting.paragraphs.at(view.claim_span.start) if setting.paragraphs else None
    told = {
        "document": setting.document,
        "paragraph": number,
        "capacity": _capacity(page, view) or (setting.capacity if is_own else None),
        "forum": setting.forum,
        "event": setting.event,
        "on": setting.on,
        "question": _asked_above(setting, view.claim_span),
        "topic": _theme(page, view.claim_span, setting),
    }
    evidence |= {path: page.evidence(one) for path, one in told.items() if one and one.rule}
    return Position(
        id=id,
        claim=view.claim,
        holder=view.holder,
        stakeholder=_known(page, view.holder_span, setting if is_own else None),
        question=_words(told["question"]) or None,
        topic=_words(told["topic"]),
        forum=_words(setting.forum) or None,
        event=_words(setting.event) or None,
        on=setting.on.value if setting.on else None,
        stance=view.stance,
        document=_words(setting.document),
        paragraph=_words(number),
        capacity=_words(told["capacity"]),
        hedged=view.hedged,
        negated=view.negated,
        aligned=aligned,
        evidence=evidence,
    )


def _capacity(page: Page, view: View) -> Candidate[str] | None:
    span = view.capacity
    if span is None:
        return None
    return Candidate(
        value=page.words(span), start=span.start, end=span.end, rule="holder.behalf", confidence=0.7
    )


def _is_own(page: Page, view: View, setting: Setting) -> bool:
    """Return whether a view is the speaker's, who may speak of himself or herself by name."""
    voice = setting.voice
    if voice is None or (view.spoken is not None and not view.is_carried):
        return voice is not None
    if view.holder_span.start == voice.start:
        return True
    said_by = _known(page, Span(voice.start, voice.end), setting)
    return said_by is not None and said_by == _known(page, view.holder_span, setting)


def _words(found: Candidate[object] | None) -> str:
    return str(found.value) if found is not None else ""


def _at(found: Candidate[View], span: Span) -> Candidate[object]:
    return Candidate(
        value=None, start=span.start, end=span.end, rule=found.rule, confidence=found.confidence
    )


def _holder(found: Candidate[View], setting: Setting) -> Iterator[Candidate[object]]:
    """Yield what the holder rests on: where it is named, then the "we" that means it."""
    view = found.value
    if view.spoken is not None and setting.voice is not None and not view.is_carried:
        yield setting.voice
        yield _at(found, view.spoken)
    else:
        named = _at(found, view.holder_span)
        yield Candidate(
            value=None, start=named.start, end=named.end, rule=named.rule,
            confidence=named.confidence, doubts=found.doubts,
        )  # fmt: skip
        if view.spoken is not None:
            yield _at(found, view.spoken)


def _known(page: Page, holder: Span, setting: Setting | None) -> str | None:
    """Return the id of the holder where the desk knows it; several who speak as one have none."""
    if setting is not None and any(holder.start <= one.start for one in setting.together[1:2]):
        is_joint = any(one.end <= holder.end for one in setting.together[1:])
        if is_joint:
            return None
    inside = page.mentioned(holder.start, holder.end)
    return next((m.stakeholder.id for m in inside if m.stakeholder), None)


def _aligned(
    page: Page, id: str, setting: Setting, evidence: dict[str, Evidence]
) -> Iterator[Party]:
    for span in setting.together:
        key = page.mint.key(f"{id} aligned", span.start)
        found: Candidate[object] = Candidate(
            value=None, start=span.start, end=span.end, rule="position.aligned", confidence=0.75
        )
        evidence[f"aligned/{key}"] = page.evidence(found)
        yield Party(key=key, name=page.words(span), stakeholder=_known(page, span, None))


def _asked_above(setting: Setting, claim: Span) -> Candidate[str] | None:
    above = [one for one in setting.questions if one.end <= claim.start]
    return above[-1] if above else None


def _theme(page: Page, claim: Span, setting: Setting) -> Candidate[str] | None:
    return next(iter(topics.of_question(page.themes, claim, setting.title)), None)
