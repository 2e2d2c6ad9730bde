"""Records to the note on an event: what can be filled is filled, with its source."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from zoneinfo import ZoneInfo

from briefing.config import Me
from briefing.model import Event
from briefing.note import annexes, head
from briefing.note.assembly import assembled
from briefing.note.background import background
from briefing.note.blocks import Block, BriefingNote, SectionName
from briefing.note.changes import since_last
from briefing.note.decision import with_boxes
from briefing.note.happened import happened, moved, promised
from briefing.note.held import Held
from briefing.note.kinds import Kind, house_note
from briefing.note.ledger import Ledger, Value
from briefing.note.logistics import logistics, next_step
from briefing.note.material import material
from briefing.note.questions import answers, defensive, if_asked
from briefing.note.room import room
from briefing.note.scene import Scene
from briefing.note.words import Words, known_language


def compose(
    event: Event,
    held: Held,
    *,
    home: ZoneInfo,
    today: dt.date,
    me: Me | None = None,
    kind: Kind | None = None,
    language: str = "en",
) -> BriefingNote:
    """Return the note on an event as it stands today; nothing in it is made up.

    `home` is the zone of the reader's own clock; without a kind it is the house's note. Sources
    are numbered in order of first use.
    """
    note, _ = composed(event, held, home=home, today=today, me=me, kind=kind, language=language)
    return note


def composed(
    event: Event,
    held: Held,
    *,
    home: ZoneInfo,
    today: dt.date,
    me: Me | None = None,
    kind: Kind | None = None,
    language: str = "en",
) -> tuple[BriefingNote, tuple[Value, ...]]:
    """Return the note on an event, and the values of records that it tells, in its order."""
    words = Words(known_language(language), held.labels)
    scene = Scene(
        event=event,
        held=held,
        kind=kind or house_note(),
        ledger=Ledger(held, words),
        home=home,
        today=today,
        me=me or Me(),
        words=words,
    )
    note = assembled(scene, words.title(event)[0], head.top(scene), partial(_told, scene))
    return note, tuple(scene.ledger.values)


def _changed(scene: Scene) -> tuple[Block, ...]:
    return since_last(scene, material(scene.event.id, scene.event, scene.held))


_FROM_RECORDS: Mapping[SectionName, Callable[[Scene], tuple[Block, ...]]] = {
    SectionName.CHANGES: _changed,
    SectionName.ROOM: room,
    SectionName.IF_ASKED: if_asked,
    SectionName.DEFENSIVE: defensive,
    SectionName.BACKGROUND: background,
    SectionName.LOGISTICS: logistics,
    SectionName.NEXT_STEP: next_step,
    SectionName.HAPPENED: happened,
    SectionName.MOVED: moved,
    SectionName.PROMISES: promised,
    SectionName.ANSWERS: answers,
    SectionName.POSITIONS: annexes.positions,
    SectionName.AGENDA: annexes.agenda,
    SectionName.SPEAKERS: annexes.speakers,
}
"""What records say in a part, under what the person wrote there."""


def _told(scene: Scene, part: SectionName) -> tuple[Block, ...]:
    written = scene.written_blocks(part)
    if part is SectionName.RECOMMENDATION:
        return with_boxes(scene, written)
    from_records = _FROM_RECORDS.get(part)
    return (*written, *(from_records(scene) if from_records else ()))
