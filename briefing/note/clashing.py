"""What clashes in some days: what one can't attend both of, with why and when."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from briefing.arrange.clashes import Clash, reason
from briefing.model import Engagement, Event
from briefing.note.blocks import capital
from briefing.note.ledger import Value, at
from briefing.note.outlook_row import LONGEST_NAME, date, short
from briefing.note.span import SpanScene
from briefing.note.up_to import Entry
from briefing.note.words import Words
from briefing.when import When

_MANY, _LONGEST_OF_MANY = 3, 32
"""From how many on their names are shorter, and how short."""

_Held: TypeAlias = Event | Engagement


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Things of which each clashes with each, for one reason."""

    told: str
    held: tuple[_Held, ...]
    is_sure: bool


def clashes(scene: SpanScene, most: int | None = None) -> list[Entry]:
    """Return what the person can't attend both of, or more than one of, and why, in order of time.

    Where each clashes with each they are told once. Where only so many stand on the page, they come
    first: those that are sure, and of what one goes to.
    """
    found = _meetings(scene)
    if most is not None and len(found) > most + 1:
        ranked = sorted(found, key=lambda one: (not one.is_sure, not _is_of_own(scene, one)))
        found.sort(key=lambda one: one not in ranked[:most])
    return [_entry(scene, meeting) for meeting in found]


def _meetings(scene: SpanScene) -> list[_Meeting]:
    """Return why things clash, with those that do, in order of time."""
    order = {held.id: place for place, held in enumerate(_that_clash(scene))}
    by_reason: dict[tuple[str, bool], list[Clash]] = defaultdict(list)
    for clash in scene.held.clashes:
        by_reason[_reason(scene.words, clash), clash.is_sure].append(clash)
    found = (
        _Meeting(told, held, is_sure)
        for (told, is_sure), pairs in by_reason.items()
        for held in _sets(pairs)
    )
    return sorted(found, key=lambda one: [order[held.id] for held in one.held])


def _is_of_own(scene: SpanScene, meeting: _Meeting) -> bool:
    return any(
        isinstance(one, Engagement) or one.id in scene.held.attendance for one in meeting.held
    )


def _that_clash(scene: SpanScene) -> list[_Held]:
    held = {one.id: one for clash in scene.held.clashes for one in (clash.one, clash.other)}
    return sorted(held.values(), key=lambda one: one.when.sort_key(scene.home))


def _sets(pairs: list[Clash]) -> Iterator[tuple[_Held, ...]]:
    """Yield what clashes, as sets in which each clashes with each, every pair in one at least."""
    linked = {frozenset((clash.one.id, clash.other.id)) for clash in pairs}
    sets: list[dict[str, _Held]] = []
    for clash in pairs:
        pair = {held.id: held for held in (clash.one, clash.other)}
        fitting = (s for s in sets if all(_fits(id, s, linked) for id in pair))
        together = next(fitting, None)
        if together is None:
            sets.append(pair)
        else:
            together |= pair
    yield from (tuple(together.values()) for together in sets)


def _fits(id: str, together: Collection[str], linked: Collection[frozenset[str]]) -> bool:
    return all(other == id or frozenset((id, other)) in linked for other in together)


def _entry(scene: SpanScene, meeting: _Meeting) -> Entry:
    """Return things that clash, each with its hours at home."""
    longest = LONGEST_NAME if len(meeting.held) < _MANY else _LONGEST_OF_MANY
    values: list[Value] = []
    texts = []
    for one in meeting.held:
        name = scene.words.say("busy elsewhere")
        if isinstance(one, Event):
            values += at(one, "title", "when")
            name = short(one.title, longest)
        else:
            scene.ledger.saw(one)
        texts.append(f"{name} ({_at_home(scene, one.when)})")
    label = capital(f"{date(scene, meeting.held[0].when)}, {meeting.told}")
    # What there is to doubt about them is told where they stand day by day.
    return Entry(label, " / ".join(texts), tuple(values), tells_doubts=False)


def _at_home(scene: SpanScene, when: When) -> str:
    """Return its hours on the clock at home, by which things can be compared; else its date."""
    at_home = scene.words.at_home(when, scene.home)
    return at_home or scene.words.clocks(when, scene.home) or date(scene, when)


def _reason(words: Words, clash: Clash) -> str:
    if not clash.needed:
        return words.say(reason(clash))
    between = words.count(clash.between, "minute")
    told = words.say("{minutes} between, {needed} needed", minutes=between, needed=clash.needed)
    return told if clash.is_sure else words.say("may be too tight: {reason}", reason=told)
