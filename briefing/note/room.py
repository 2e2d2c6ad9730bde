"""Who is in the room and what they want: everybody with a part, with the positions held."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.model import Event, Party, Position, Speaker
from briefing.note import claims
from briefing.note.blocks import Block, Bullets, Heading, Item, Run, Table, Text, one_line, plain
from briefing.note.ledger import Value, at
from briefing.note.scene import Scene
from briefing.text import fold

MOST_POSITIONS = 3
"""Positions told for each member of the room, the newest first; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    name: str
    part: str
    """What the member is there: "moderator, Lantern Institute", "organiser"."""
    values: tuple[Value, ...]
    group: str = ""
    """What those with such a part are called together; empty for who has none."""
    stakeholder: str | None
    names: frozenset[str]
    """Folded, as a position's holder may have been written."""

    said: str = ""
    """Id of what was said, where nobody is told who said it: it is nobody else's."""

    def holds(self, position: Position) -> bool:
        if position.is_anonymous:
            return position.id == self.said
        if position.stakeholder is not None and self.stakeholder is not None:
            return position.stakeholder == self.stakeholder
        return fold(position.holder) in self.names


def room(scene: Scene) -> tuple[Block, ...]:
    """Return who wants what, then who else is there, each with a part in the event."""
    left = by_newest(that_bear(scene))
    rows, others = [], []
    for member in (*_with_a_part(scene), *_without(scene)):
        theirs = [position for position in left if member.holds(position)]
        told = {position.id for position in theirs}
        left = [position for position in left if position.id not in told]
        if theirs:
            rows.append(_row(scene, member, theirs))
        elif member.group:
            others.append(member)
    return (*_wanting(scene, rows), *_also_there(scene, others, is_apart=bool(rows)))


def that_bear(scene: Scene) -> Iterator[Position]:
    """Yield the positions taken here, or on what is discussed here."""
    questions = {question.id for question in scene.held.questions}
    return (p for p in scene.held.positions if claims.bears_on(p, scene.event, questions))


def by_newest(positions: Iterable[Position]) -> list[Position]:
    """Return positions, the newest first, those without a day last."""
    return sorted(positions, key=lambda p: p.on or dt.date.min, reverse=True)


def body(scene: Scene, speaker: Speaker) -> tuple[str, tuple[Value, ...]]:
    """Return whom a speaker belongs to or speaks for, and the values that say so."""
    values = at(scene.event, f"speakers/{speaker.key}")
    stakeholder = scene.held.stakeholders.get(speaker.stakeholder or "")
    if speaker.affiliation or stakeholder is None:
        return speaker.affiliation, values
    return stakeholder.name, (*values, *at(stakeholder, "name"))


# Members ----------------------------------------------------------------------------------------


def _with_a_part(scene: Scene) -> Iterator[_Member]:
    event, say = scene.event, scene.words.say
    yield from (_speaker(scene, speaker) for speaker in event.speakers)
    for party in event.organisers:
        yield _party(event, "organisers", party, say("organiser"), say("Organisers"))
    for party in event.partners:
        yield _party(event, "partners", party, say("partner"), say("Partners"))


def _speaker(scene: Scene, speaker: Speaker) -> _Member:
    say = scene.words.say
    affiliation, values = body(scene, speaker)
    return _Member(
        name=speaker.name,
        part=", ".join(part for part in (speaker.role or say("speaker"), affiliation) if part),
        values=values,
        group=say("Speakers"),
        stakeholder=speaker.stakeholder,
        names=frozenset(fold(name) for name in (speaker.name, affiliation) if name),
    )


def _party(event: Event, path: str, party: Party, part: str, group: str) -> _Member:
    return _Member(
        name=party.name,
        part=part,
        values=at(event, f"{path}/{party.key}"),
        group=group,
        stakeholder=party.stakeholder,
        names=frozenset((fold(party.name),)),
    )


def _without(scene: Scene) -> Iterator[_Member]:
    """Yield who took a position at the event, whether or not they have a part in it."""
    for position in scene.held.positions:
        if position.event == scene.event.id:
            yield _Member(
                name=claims.holder(scene, position),
                said=position.id if position.is_anonymous else "",
                part="",
                values=at(position, "holder", "event"),
                stakeholder=position.stakeholder,
                names=frozenset((fold(position.holder),)),
            )


# What they want ---------------------------------------------------------------------------------


def _wanting(scene: Scene, rows: list[tuple[Text, ...]]) -> tuple[Block, ...]:
    say = scene.words.say
    columns = (say("Who"), say("Part"), say("What they want"))
    return (Table(columns=columns, rows=tuple(rows), shares=(3, 3, 6)),) if rows else ()


def _row(scene: Scene, member: _Member, positions: list[Position]) -> tuple[Text, ...]:
    name = replace(scene.ledger.fact(_name(scene, member), *member.values), is_strong=True)
    who = (name, *scene.ledger.doubted(*member.values))
    return who, plain(member.part), tuple(_wants(scene, positions))


def _wants(scene: Scene, positions: list[Position]) -> Iterator[Run]:
    words = scene.words
    for number, position in enumerate(positions[:MOST_POSITIONS]):
        if number:
            yield Run(text=words.say("; "))
        where = claims.occasion(scene, position)
        said = f"{claims.claim(scene, position)}{f' ({where})' if where else ''}"
        yield Run(text=words.label(claims.stance(scene, position)), is_strong=True)
        yield Run(text=" ")
        yield from scene.ledger.cell(said, *claims.values(position))
    left = len(positions) - MOST_POSITIONS
    if left > 0:
        more = words.say("{positions} on the desk", positions=words.count(left, "more position"))
        yield Run(text=f"{words.say('; ')}{more}")


# Who else is there ------------------------------------------------------------------------------

MOST_LINES = 8
"""Speakers that have a line each; more of them stand in one, as organisers and partners do."""


def _also_there(scene: Scene, members: list[_Member], *, is_apart: bool) -> tuple[Block, ...]:
    items: list[Item] = []
    for group in dict.fromkeys(member.group for member in members):
        theirs = [member for member in members if member.group == group]
        if group == scene.words.say("Speakers") and len(theirs) <= MOST_LINES:
            items += (_told(scene, member) for member in theirs)
        else:
            items.append(_in_one(scene, group, theirs))
    heading = (Heading(text=scene.words.say("Also there")),) if is_apart else ()
    return (*heading, Bullets(items=tuple(items))) if items else ()


def _told(scene: Scene, member: _Member) -> Item:
    name = Run(text=_name(scene, member), is_strong=True)
    part = scene.ledger.fact(f", {one_line(member.part)}", *member.values)
    return Item(text=(name, part), under=scene.ledger.doubts(*member.values))


def _in_one(scene: Scene, label: str, members: list[_Member]) -> Item:
    text: list[Run] = []
    under: list[Item] = []
    for member in members:
        is_speaker = label == scene.words.say("Speakers")
        name = _name(scene, member)
        told = f"{name}, {one_line(member.part)}" if is_speaker else name
        text += (Run(text=scene.words.say("; ")),) if text else ()
        text.append(scene.ledger.fact(told, *member.values))
        under += scene.ledger.doubts(*member.values)
    return Item(label=label, text=tuple(text), under=tuple(under))


def _name(scene: Scene, member: _Member) -> str:
    return one_line(member.name) or scene.words.say("Not named")
