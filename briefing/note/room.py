"""Who is in the room and what they want: everybody with a part, with the positions held."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import Party, Position, Speaker, Stance
from briefing.note.blocks import Block, Bullets, Item, capital, one_line, plain
from briefing.note.scene import Scene
from briefing.text import count, fold
from briefing.when import date_words, whole_day

MOST_POSITIONS = 3
"""Positions told for each member of the room, the newest first; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    label: str
    text: str
    path: str
    stakeholder: str | None
    names: frozenset[str]
    """Folded, as a position's holder may have been written."""

    def holds(self, position: Position) -> bool:
        if position.stakeholder is not None and self.stakeholder is not None:
            return position.stakeholder == self.stakeholder
        return fold(position.holder) in self.names


def room(scene: Scene) -> tuple[Block, ...]:
    """Return everybody with a part in the event, and who else took a position there."""
    positions = sorted(_that_bear(scene), key=lambda p: p.on.toordinal() if p.on else 0)[::-1]
    items, told = [], set[str]()
    for member in _members(scene):
        theirs = [p for p in positions if p.id not in told and member.holds(p)]
        told |= {p.id for p in theirs}
        more = _positions(scene, theirs)
        items.append(
            scene.ledger.item(member.label, member.text, scene.event, member.path, more=more)
        )
    others = [p for p in positions if p.id not in told and p.event == scene.event.id]
    items += [_position(scene, p, f"Also heard: {one_line(p.holder)}") for p in others]
    return (Bullets(items=tuple(items)),) if items else ()


def _members(scene: Scene) -> Iterator[_Member]:
    event = scene.event
    for speaker in event.speakers:
        yield _speaker(scene, speaker)
    for path, label, parties in (
        ("organisers", "Organiser", event.organisers),
        ("partners", "Partner", event.partners),
    ):
        yield from (_party(label, path, party) for party in parties)


def _speaker(scene: Scene, speaker: Speaker) -> _Member:
    stakeholder = scene.held.stakeholders.get(speaker.stakeholder or "")
    affiliation = speaker.affiliation or (stakeholder.name if stakeholder else "")
    return _Member(
        label=capital(speaker.role) or "Speaker",
        text=", ".join(part for part in (speaker.name, affiliation) if part),
        path=f"speakers/{speaker.key}",
        stakeholder=speaker.stakeholder,
        names=frozenset(fold(name) for name in (speaker.name, affiliation) if name),
    )


def _party(label: str, path: str, party: Party) -> _Member:
    names = frozenset((fold(party.name),))
    return _Member(
        label=label,
        text=party.name,
        path=f"{path}/{party.key}",
        stakeholder=party.stakeholder,
        names=names,
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
    said = f"“{one_line(position.claim)}”{f' ({where})' if where else ''}"
    return scene.ledger.item(label, said, position, "claim", "stance", "on")


def _occasion(scene: Scene, position: Position) -> str:
    forum = scene.held.forums.get(position.forum or "")
    paper = " ".join(part for part in (position.document, position.paragraph) if part)
    details = (
        position.capacity,
        date_words(whole_day(position.on), weekday=False) if position.on else "",
        "at this event" if position.event == scene.event.id else "",
        (forum.acronym or forum.name) if forum else "",
        paper,
    )
    return ", ".join(one_line(detail) for detail in details if detail)
