"""Who is in the room and what they want: everybody with a part, with the positions held."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.arrange.links import citations
from briefing.model import Decision, Event, Party, Position, SourceKind, Speaker, Stance
from briefing.note.blocks import Block, Bullets, Item, Run, capital, one_line, plain
from briefing.note.ledger import Value, at, doubts
from briefing.note.scene import Scene
from briefing.text import count, fold
from briefing.when import whole_day
from briefing.when_words import date_words

MOST_POSITIONS = 3
"""Positions told for each member of the room, the newest first; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    name: str
    part: str
    """What the member is there: "moderator, Lantern Institute", "organiser"."""
    values: tuple[Value, ...]
    stakeholder: str | None
    names: frozenset[str]
    """Folded, as a position's holder may have been written."""

    def holds(self, position: Position) -> bool:
        if position.stakeholder is not None and self.stakeholder is not None:
            return position.stakeholder == self.stakeholder
        return fold(position.holder) in self.names


def room(scene: Scene) -> tuple[Block, ...]:
    """Return everybody with a part in the event, and who else took a position there."""
    left = sorted(_that_bear(scene), key=lambda p: p.on or dt.date.min, reverse=True)
    items = []
    for member in (*_with_a_part(scene), *_others(scene)):
        theirs = [position for position in left if member.holds(position)]
        told = {position.id for position in theirs}
        left = [position for position in left if position.id not in told]
        if theirs or member.part != _OUTSIDE:
            items.append(_item(scene, member, theirs))
    return (Bullets(items=tuple(items)),) if items else ()


_OUTSIDE = "with a view on what is discussed"


def _with_a_part(scene: Scene) -> Iterator[_Member]:
    event = scene.event
    yield from (_speaker(scene, speaker) for speaker in event.speakers)
    yield from (_party(event, "organisers", "organiser", party) for party in event.organisers)
    yield from (_party(event, "partners", "partner", party) for party in event.partners)


def _speaker(scene: Scene, speaker: Speaker) -> _Member:
    stakeholder = scene.held.stakeholders.get(speaker.stakeholder or "")
    values = at(scene.event, f"speakers/{speaker.key}")
    affiliation = speaker.affiliation
    if stakeholder is not None and not affiliation:
        affiliation, values = stakeholder.name, (*values, *at(stakeholder, "name"))
    return _Member(
        name=speaker.name,
        part=", ".join(part for part in (speaker.role or "speaker", affiliation) if part),
        values=values,
        stakeholder=speaker.stakeholder,
        names=frozenset(fold(name) for name in (speaker.name, affiliation) if name),
    )


def _party(event: Event, path: str, part: str, party: Party) -> _Member:
    return _Member(
        name=party.name,
        part=part,
        values=at(event, f"{path}/{party.key}"),
        stakeholder=party.stakeholder,
        names=frozenset((fold(party.name),)),
    )


def _others(scene: Scene) -> Iterator[_Member]:
    """Yield who took a position at the event, whether or not they have a part in it."""
    for position in scene.held.positions:
        if position.event == scene.event.id:
            yield _Member(
                name=position.holder,
                part=_OUTSIDE,
                values=at(position, "holder", "event"),
                stakeholder=position.stakeholder,
                names=frozenset((fold(position.holder),)),
            )


def _item(scene: Scene, member: _Member, positions: list[Position]) -> Item:
    name = Run(text=one_line(member.name) or "Not named", is_strong=True)
    part = scene.ledger.fact(f", {one_line(member.part)}", *member.values)
    return Item(
        text=(name, part),
        under=(*doubts(*member.values), *_positions(scene, positions)),
    )


def _that_bear(scene: Scene) -> Iterator[Position]:
    """Yield the positions taken here, or on what is discussed here."""
    event = scene.event
    topics = {fold(topic) for topic in event.topics}
    questions = {question.id for question in scene.held.questions}
    for position in scene.held.positions:
        if (
            position.event == event.id
            or position.question in questions
            or position.forum in event.forums
            or fold(position.topic) in topics
        ):
            yield position


def _positions(scene: Scene, positions: list[Position]) -> tuple[Item, ...]:
    told = tuple(_position(scene, p, _stance(p)) for p in positions[:MOST_POSITIONS])
    left = len(positions) - MOST_POSITIONS
    if left <= 0:
        return told
    return (*told, Item(text=plain(f"{count(left, 'more position')} on the desk")))


def _stance(position: Position) -> str:
    return "Said" if position.stance is Stance.UNKNOWN else capital(position.stance)


def _position(scene: Scene, position: Position, label: str) -> Item:
    where = _occasion(scene, position)
    said = f"{_claim(position)}{f' ({where})' if where else ''}"
    return scene.ledger.item(label, said, *at(position, *_TOLD))


_TOLD = ("claim", "holder", "stance", "on", "document", "paragraph", "capacity")


def _claim(position: Position) -> str:
    """Return the claim, in quotation marks unless a person put it into words of their own."""
    claim = one_line(position.claim)
    evidence = position.evidence.get("claim")
    is_reworded = evidence is not None and evidence.decision is Decision.EDITED
    return claim if is_reworded else f"“{claim}”"


def _at_event(scene: Scene, position: Position) -> str:
    """Tell what was said at the event from what is told of somebody in its announcement."""
    sources = (scene.held.sources.get(cited.source) for cited in citations(position))
    is_announced = any(s is not None and s.kind is SourceKind.ANNOUNCEMENT for s in sources)
    return "as this event's announcement tells" if is_announced else "at this event"


def _occasion(scene: Scene, position: Position) -> str:
    forum = scene.held.forums.get(position.forum or "")
    paper = " ".join(part for part in (position.document, position.paragraph) if part)
    details = (
        position.capacity,
        date_words(whole_day(position.on), weekday=False) if position.on else "",
        _at_event(scene, position) if position.event == scene.event.id else "",
        (forum.acronym or forum.name) if forum else "",
        paper,
    )
    return ", ".join(one_line(detail) for detail in details if detail)
