"""How a position is told: its stance, its words, and where they were said or written."""

from collections.abc import Collection

from briefing.arrange.links import citations
from briefing.model import PARTICIPANT, Decision, Event, Position, SourceKind, Stance
from briefing.note.blocks import capital, one_line
from briefing.note.ledger import Value, at
from briefing.note.scene import Scene, Setting
from briefing.text import fold

_TOLD = ("claim", "holder", "stance", "on", "document", "paragraph", "capacity")


def values(position: Position) -> tuple[Value, ...]:
    """Return the values that stand in a position as it is told."""
    return at(position, *_TOLD)


def stance(scene: Setting, position: Position) -> str:
    """Return what the holder does, in a word or two: "Supports"."""
    is_known = position.stance is not Stance.UNKNOWN
    return capital(scene.words.term(position.stance)) if is_known else scene.words.say("Said")


def claim(scene: Setting, position: Position) -> str:
    """Return the claim, in quotation marks unless a person put it into words of their own."""
    said = one_line(position.claim)
    evidence = position.evidence.get("claim")
    is_reworded = evidence is not None and evidence.decision is Decision.EDITED
    return said if is_reworded else scene.words.quote(said)


def occasion(scene: Scene, position: Position) -> str:
    """Return in what name, when and where it was said or written."""
    details = (
        position.capacity,
        day(scene, position),
        _at_event(scene, position),
        place(scene, position),
    )
    return ", ".join(one_line(detail) for detail in details if detail)


def where(scene: Setting, position: Position) -> str:
    """Return in what name, when, and in which forum and paper it was said or written."""
    details = (position.capacity, day(scene, position), place(scene, position))
    return ", ".join(one_line(detail) for detail in details if detail)


def day(scene: Setting, position: Position) -> str:
    """Return the day on which it was said or written."""
    return scene.words.day(position.on, weekday=False) if position.on else ""


def place(scene: Setting, position: Position) -> str:
    """Return the forum and the paper."""
    return ", ".join(part for part in (_forum(scene, position), _paper(position)) if part)


def written(scene: Setting, position: Position) -> str:
    """Return where it is written: the paper, else the title of its source, else the forum."""
    sources = (scene.held.sources.get(cited.source) for cited in citations(position))
    titles = (source.title for source in sources if source is not None)
    return _paper(position) or next(titles, "") or _forum(scene, position)


def _forum(scene: Setting, position: Position) -> str:
    forum = scene.held.forums.get(position.forum or "")
    return (forum.acronym or forum.name) if forum else ""


def _paper(position: Position) -> str:
    return " ".join(part for part in (position.document, position.paragraph) if part)


def bears_on(position: Position, event: Event, questions: Collection[str]) -> bool:
    """Return whether a position was taken at an event, or is on what is discussed there."""
    return (
        position.event == event.id
        or position.question in questions
        or position.forum in event.forums
        or fold(position.topic) in {fold(topic) for topic in event.topics}
    )


def is_announced(scene: Setting, position: Position) -> bool:
    """Return whether an announcement tells it: what is to be said, not what was."""
    sources = (scene.held.sources.get(cited.source) for cited in citations(position))
    return any(s is not None and s.kind is SourceKind.ANNOUNCEMENT for s in sources)


def holder(setting: Setting, position: Position) -> str:
    """Return who holds it, as written; of what was said under the Chatham House rule nobody."""
    if position.is_anonymous:
        return capital(setting.words.say(PARTICIPANT))
    return one_line(position.holder)


def is_same_holder(one: Position, other: Position) -> bool:
    """Return whether two positions are known to be of one holder."""
    if one.is_anonymous or other.is_anonymous:
        return False
    if one.stakeholder is not None and other.stakeholder is not None:
        return one.stakeholder == other.stakeholder
    return fold(one.holder) == fold(other.holder)


def is_same_matter(one: Position, other: Position) -> bool:
    """Return whether two positions are on one question, else on one topic."""
    if one.question is not None and other.question is not None:
        return one.question == other.question
    return bool(one.topic) and fold(one.topic) == fold(other.topic)


def _at_event(scene: Scene, position: Position) -> str:
    if position.event != scene.event.id:
        return ""
    if is_announced(scene, position):
        return scene.words.say("as this event's announcement tells")
    return scene.words.say("at this event")
