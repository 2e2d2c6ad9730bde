"""A short note that changes a held event: "The seminar on nets has been moved to 24 July"."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import msgspec

from briefing.model import Alternative, Doubt, DoubtKind, Event, Evidence, Proposal
from briefing.reader.amendments import clauses, deputies, due, moves, others, titles, unclear
from briefing.reader.amendments.hints import BESIDE_IT, OF_ANOTHER, OPENS, PART_OF_IT, STAYS
from briefing.reader.amendments.meant import SURE, Meant, Note, meant
from briefing.reader.amendments.parts import Parts, parted
from briefing.reader.amendments.stamps import written_on
from briefing.reader.amendments.states import state, with_states
from briefing.reader.amendments.value import Value
from briefing.reader.amendments.words import (
    CANCELLED,
    EXTENDED,
    MOVED,
    OF_ANOTHER_DAY,
    POSTPONED,
    SET,
    stated,
)
from briefing.reader.cues import Cue
from briefing.reader.differences import plain, untagged
from briefing.reader.fields.dates import DateContext
from briefing.reader.lines import Line, Span, sentences
from briefing.reader.page import Page, cited
from briefing.reader.reading import Reading
from briefing.reader.vocabulary import EVENT_NOUN

_LONGEST, _MOST_LINES = 1500, 20
"""What is longer announces something itself."""

_LONGEST_BARE = 200
"""Of a reply with nothing but a time or place: "15:00, Room XXII"."""

_MADE_UP = ("title.first", "title.noun", "title.words")
"""Rules by which a title is taken from running words."""


__all__ = ["Amended", "amended", "tells_of_a_change", "with_states"]


class Amended(NamedTuple):
    """What a note comes to."""

    proposals: tuple[Proposal, ...]
    problem: str = ""
    """A sentence where it changes something that is not held, or is not understood."""
    is_of_itself: bool = False
    """Whether it is what the page says by itself, of an event that is announced below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A note with the sentences that its writer says, not those below."""

    parts: Parts
    sentences: tuple[Span, ...]
    cue: int
    is_weak: bool
    """Whether it only says when something is, which is a change only of what was otherwise."""


def tells_of_a_change(page: Page) -> bool:
    """Return whether a page says at its head that something is otherwise than announced."""
    lines = parted(page.text).own[:_HEAD_LINES]
    return _tells(page.text, list(sentences(page.text, lines)))


_HEAD_LINES = 6
_STRONG = (CANCELLED, POSTPONED, MOVED, EXTENDED)


def amended(page: Page, read: Sequence[Proposal], mail: Reading, today: dt.date) -> Amended | None:
    """Return the changes that a short note makes, in place of what was read from it.

    None where it is no such note. `read` is what the page would propose by itself; `mail` tells
    what it is called and what it answers.
    """
    text = _text(page)
    if text is None:
        return None
    found = _meant(page, text, mail, today)
    drafts = [p for p in read if isinstance(p.draft, Event)]
    if any(_is_told_anew(page, p, text) for p in drafts):
        return None
    if text.is_weak and len(drafts) > 1:
        return None
    is_titled = any(_has_title(p, text) and not _is_named_by(p, text, found) for p in drafts)
    if text.is_weak or is_titled:
        fewest = _FAINT if _is_bare(text) and not any(_is_dated(p) for p in drafts) else SURE
        found = [one for one in found if one.points >= fewest] if not is_titled else []
    context = DateContext(today=today)
    context = replace(context, announced=written_on(page.text, context))
    offers = [one for m in found if (one := _change(page, text, m.event, context)) is not None]
    is_changed = bool(offers) or not text.is_weak
    tasks: tuple[Proposal, ...] = ()
    if len(found) == 1:
        tasks = due.tasks(page, text.sentences, found[0].event, context, is_changed=is_changed)
    if offers:
        offered = tuple(_offered(page, text, offers, found))
        doubted = due.left_over(page, text.sentences, offered, tasks, context)
        return Amended((*offered, *tasks, *doubted))
    if tasks:
        return Amended(tasks)
    if not is_titled and any(one.points >= SURE for one in found):
        left = _without_made_up(read, text)
        return Amended(left) if text.is_weak else Amended(left, _seems(page, text, found))
    if text.is_weak or is_titled:
        return None
    return _of_quoted(page, text, read, context) or _unplaced(page, read, text, found)


# The note ----------------------------------------------------------------------------------------


def _text(page: Page) -> _Text | None:
    parts = parted(page.text)
    own = parts.own
    if not own or len(own) > _MOST_LINES or own[-1].end - own[0].start > _LONGEST:
        return None
    told = list(sentences(page.text, own))
    if parts.subject is not None:
        told.insert(0, parts.subject)
    is_short = own[-1].end - own[0].start <= _LONGEST_BARE
    is_reply = is_short and parts.quoted.start < parts.quoted.end
    strong = list(_cues(page.text, told, _STRONG))
    cues = strong or list(_cues(page.text, told, (SET,)))
    if not cues and not is_reply:
        return None
    cue = min(cues) if cues else own[0].start
    is_weak = not strong
    return _Text(parts=parts, sentences=tuple(told), cue=cue, is_weak=is_weak)


def _cues(text: str, told: Sequence[Span], patterns: Sequence[Cue]) -> Iterator[int]:
    for span in told:
        for pattern in patterns:
            found = stated(pattern, text, span.start, span.end)
            if found is not None:
                yield found.start()


def _tells(text: str, told: Sequence[Span]) -> bool:
    return next(_cues(text, told, _STRONG), None) is not None


def _meant(page: Page, text: _Text, mail: Reading, today: dt.date) -> list[Meant]:
    own = text.parts.own
    called = text.parts.subject.words(page.text) if text.parts.subject else mail.title
    note = Note(
        text=page.text,
        own=Span(own[0].start, own[-1].end),
        quoted=text.parts.quoted,
        subject=untagged(called),
        today=today,
        answers=mail.answers,
    )
    return meant(note, page.held)


_FAINT = 1.2
"""Points by which a short note without a day of its own may be about an event."""


def _is_bare(text: _Text) -> bool:
    own = text.parts.own
    return own[-1].end - own[0].start <= _LONGEST_BARE


def _is_dated(proposal: Proposal) -> bool:
    return isinstance(proposal.draft, Event) and proposal.draft.when.is_dated


def _has_title(proposal: Proposal, text: _Text) -> bool:
    """Return whether an event of the note's own has a line of its own for a title."""
    title = _title_of(proposal)
    is_own = text.parts.own[0].start <= title.start < text.parts.quoted.start
    is_made_up = proposal.draft.evidence["title"].rule in _MADE_UP or text.cue in title
    assert isinstance(proposal.draft, Event)
    called = proposal.draft.title
    is_made_up = is_made_up or any(words.search(called) for words in (STAYS, _SAYS_MORE))
    return is_own and not is_made_up


_SAYS_MORE = re.compile(r"[.;!]\s+\w+|\b(?i:if you|please|we (?:will|hope|are))\b")
"""What stands in sentences, not in a title."""


def _is_named_by(proposal: Proposal, text: _Text, found: Sequence[Meant]) -> bool:
    """Return whether what looks like a title only names the held event, or a room, in a note."""
    sure = [one.event for one in found if one.points >= SURE]
    if len(sure) != 1 or not isinstance(proposal.draft, Event):
        return False
    is_short = text.parts.own[-1].end - text.parts.own[0].start <= _LONGEST_BARE
    return is_short or plain(proposal.draft.title) in plain(sure[0].title)


def _is_told_anew(page: Page, proposal: Proposal, text: _Text) -> bool:
    """Return whether a note is the announcement of a held event, told again in full."""
    assert isinstance(proposal.draft, Event)
    is_own = text.parts.own[0].start <= _title_of(proposal).start < text.parts.quoted.start
    is_made_up = proposal.draft.evidence["title"].rule in _MADE_UP
    is_said = _is_within_words(_title_of(proposal), text.parts.own)
    held = page.held.certainly(proposal.draft, is_moved=True)
    return is_own and not (is_made_up or is_said) and held is not None


def _is_within_words(title: Span, own: Sequence[Line]) -> bool:
    """Return whether a title stands in a line that goes on to say something of it."""
    line = next((line for line in own if line.start <= title.start < line.end), None)
    return line is not None and line.end - line.start > _SAID * (title.end - title.start)


_SAID = 2
"""How many times as long as a title a line is that does not only call something by it."""


def _title_of(proposal: Proposal) -> Span:
    return cited(proposal.draft.evidence["title"])[-1]


# Changes -----------------------------------------------------------------------------------------


def _change(page: Page, text: _Text, held: Event, context: DateContext) -> Event | None:
    """Return a held event as the note would have it; None where it says nothing new of it."""
    values = list(_values(page, text, held, context))
    if not values:
        return None
    evidence = {path: found for value in values for path, found in value.evidence.items()}
    new = {value.field: value.value for value in values}
    return msgspec.structs.replace(held, **new, evidence=evidence)


def _values(page: Page, text: _Text, held: Event, context: DateContext) -> Iterator[Value]:
    own = clauses.of_event(page.text, text.sentences)
    own = tuple(span for span in own if not _is_of_another(page.text, span, held))
    whole = clauses.apart(page.text, own)
    whole = tuple(span for span in whole if not _is_of_a_part(page.text, span, held))
    told = moves.Told(
        text=page.text,
        sentences=whole,
        held=held,
        context=context,
        cue=text.cue,
        is_weak=text.is_weak,
    )
    when = moves.moved(told)
    if when:
        moment, *rest = when
        yield Value("when", moment.value, {"when": page.evidence(moment, *rest)})
    is_moved = bool(when) and any(OF_ANOTHER_DAY.search(page.text, s.start, s.end) for s in own)
    settled = {"cancelled": is_moved, "postponed": bool(when)}
    states = [one for one in state(page, whole) if not settled[one.field]]
    if not when and not states:
        yield from unclear.doubted(page, own, held, context)
    yield from (one for one in states if not getattr(held, one.field))
    if not when and held.when.is_dated and any(one.field == "postponed" for one in states):
        yield from unclear.put_off(states[0], held)
    if when and held.postponed and not states:
        yield Value("postponed", False, {"postponed": page.evidence(when[0])})
    places = [span for span in own if not BESIDE_IT.search(page.text, span.start, span.end)]
    yield from others.whereabouts(page, places, held)
    yield from others.addresses(page, text.sentences, held)
    yield from deputies.speakers(page, own, held)
    yield from titles.renamed(page, own, held)


def _is_of_another(text: str, span: Span, held: Event) -> bool:
    """Return whether a sentence tells of a further event: "Our next webinar is on 3 May"."""
    if OF_ANOTHER.search(text, span.start, span.end) is None:
        return False
    first = re.split(r"[:–—|]", held.title, maxsplit=1)[0]
    return plain(first) not in plain(span.words(text))


def _is_of_a_part(text: str, span: Span, held: Event) -> bool:
    """Return whether a sentence tells of a day or a meal of an event, not of the whole."""
    part = PART_OF_IT.search(text, span.start, span.end)
    is_part = part is not None and plain(part.group()) not in plain(held.title)
    is_part = is_part and OPENS.search(text, span.start, span.end) is None
    return is_part or BESIDE_IT.search(text, span.start, span.end) is not None


def _offered(
    page: Page, text: _Text, offers: Sequence[Event], found: Sequence[Meant]
) -> Iterator[Proposal]:
    """Yield a change of each event that may be meant, told as a doubt where that is a guess."""
    own = text.parts.own
    points = {one.event.id: one.points for one in found}
    ids = [offer.id for offer in offers]
    for offer in offers:
        rivals = tuple(id_ for id_ in ids if id_ != offer.id)
        doubted = _doubted(offer, rivals, points[offer.id])
        proposal = page.proposal(doubted, Span(own[0].start, own[-1].end))
        yield msgspec.structs.replace(proposal, changes=offer.id, matches=rivals)


def _doubted(offer: Event, rivals: Sequence[str], points: float) -> Event:
    if rivals:
        words = f"{len(rivals) + 1} events that are held may be meant; this is one of them."
    elif points < SURE:
        words = f"“{offer.title}” is not named in full; another event may be meant."
    else:
        return offer
    doubt = Doubt(kind=DoubtKind.UNSURE, words=words)
    first, *_ = offer.evidence
    found = offer.evidence[first]
    with_doubt = msgspec.structs.replace(found, doubts=(doubt, *found.doubts))
    return msgspec.structs.replace(offer, evidence={**offer.evidence, first: with_doubt})


# Nothing held is meant ---------------------------------------------------------------------------


def _of_quoted(
    page: Page, text: _Text, read: Sequence[Proposal], context: DateContext
) -> Amended | None:
    """Return the event of the mail below as the note above it has it."""
    drafts = [p for p in read if isinstance(p.draft, Event)]
    quoted = [p for p in drafts if _title_of(p).start in text.parts.quoted]
    if len(quoted) != 1 or not isinstance(quoted[0].draft, Event):
        return None
    before = quoted[0].draft
    after = _change(page, text, before, context)
    if after is None:
        return None
    evidence = {path: _told_before(before, path, e) for path, e in after.evidence.items()}
    if after.when == before.when and "when" in evidence:
        printed = before.evidence.get("when", Evidence())
        doubts = (*printed.doubts, *evidence["when"].doubts)
        evidence["when"] = msgspec.structs.replace(printed, doubts=doubts)
    draft = msgspec.structs.replace(after, evidence={**before.evidence, **evidence})
    others = tuple(p for p in read if p not in drafts)
    return Amended((msgspec.structs.replace(quoted[0], draft=draft), *others), is_of_itself=True)


def _told_before(before: Event, path: str, found: Evidence) -> Evidence:
    if path != "when" or not before.when.is_dated:
        return found
    old = Alternative(value=before.when, why="as it was announced first")
    return msgspec.structs.replace(found, alternatives=(*found.alternatives, old))


def _without_made_up(read: Sequence[Proposal], text: _Text) -> tuple[Proposal, ...]:
    """Return what was read without events of the note's own that are called by its first words."""
    made_up = {
        p.id
        for p in read
        if isinstance(p.draft, Event) and _title_of(p).start < text.parts.quoted.start
    }
    return tuple(p for p in read if p.id not in made_up and p.under not in made_up)


def _unplaced(page: Page, read: Sequence[Proposal], text: _Text, found: Sequence[Meant]) -> Amended:
    """Return what was read without events that are made up of the note's words."""
    made_up = {p.id for p in read if isinstance(p.draft, Event) and _rests_on_cue(p, text, page)}
    left = tuple(p for p in read if p.id not in made_up and p.under not in made_up)
    words = _first_words(page, text.parts.own)
    if found:
        return Amended(left, _seems(page, text, found))
    if made_up or _is_about_an_event(page, text):
        return Amended(left, f"it changes an event, but none that is held fits: “{words}”")
    return Amended(left)


def _seems(page: Page, text: _Text, found: Sequence[Meant]) -> str:
    words = _first_words(page, text.parts.own)
    return f"it seems to change “{found[0].event.title}”; how is not understood: “{words}”"


def _rests_on_cue(proposal: Proposal, text: _Text, page: Page) -> bool:
    """Return whether an event's date or title stands in a sentence that changes another one."""
    told = [s for s in text.sentences if _tells(page.text, [s])]
    evidence = proposal.draft.evidence
    spans = [
        span for path in ("title", "when") if path in evidence for span in cited(evidence[path])
    ]
    return any(span.start in sentence for span in spans for sentence in told)


def _is_about_an_event(page: Page, text: _Text) -> bool:
    told = [s for s in text.sentences if _tells(page.text, [s])]
    return any(re.search(EVENT_NOUN, s.words(page.text), re.IGNORECASE) for s in told)


def _first_words(page: Page, own: Sequence[Line]) -> str:
    words = page.words(Span(own[0].start, own[-1].end))
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"


_SHOWN = 80
