"""What stands behind a pack: every position, the programme, and who speaks, as tables."""

from briefing.model import AgendaItem, Position, Speaker
from briefing.note import claims
from briefing.note.blocks import Block, Table, Text, capital, one_line, plain
from briefing.note.ledger import at
from briefing.note.logistics import slot_time
from briefing.note.room import body, by_newest, that_bear
from briefing.note.scene import Scene


def positions(scene: Scene) -> tuple[Block, ...]:
    """Return every position that bears on the event: by holder, the newest first."""
    say = scene.words.say
    ordered = sorted(by_newest(that_bear(scene)), key=lambda p: scene.words.order(p.holder))
    columns = (say("Who"), say("Stance"), say("Claim"), say("Where written"), say("Date"))
    rows = tuple(_position(scene, position) for position in ordered)
    return _table(columns, rows, (3, 2, 6, 3, 2))


def agenda(scene: Scene) -> tuple[Block, ...]:
    """Return the programme, its times on the event's own clock."""
    when, say = scene.event.when, scene.words.say
    is_zoned = when.is_timed and not when.is_floating
    time = say("Time ({clock})", clock=scene.words.clock(when)) if is_zoned else say("Time")
    rows = tuple(_slot(scene, slot) for slot in scene.event.agenda)
    return _table((time, say("What")), rows, (1, 4))


def speakers(scene: Scene) -> tuple[Block, ...]:
    """Return who speaks, as what, and for whom."""
    say = scene.words.say
    rows = tuple(_speaker(scene, speaker) for speaker in scene.event.speakers)
    return _table((say("Who"), say("Role"), say("Body")), rows, (2, 1, 2))


def _table(
    columns: tuple[str, ...], rows: tuple[tuple[Text, ...], ...], shares: tuple[int, ...]
) -> tuple[Block, ...]:
    return (Table(columns=columns, rows=rows, shares=shares),) if rows else ()


def _position(scene: Scene, position: Position) -> tuple[Text, ...]:
    return (
        plain(claims.holder(scene, position)),
        plain(claims.stance(scene, position)),
        scene.ledger.cell(claims.claim(scene, position), *claims.values(position)),
        plain(claims.written(scene, position)),
        plain(claims.day(scene, position)),
    )


def _slot(scene: Scene, slot: AgendaItem) -> tuple[Text, ...]:
    what = scene.ledger.cell(slot.title, *at(scene.event, f"agenda/{slot.key}"))
    return plain(slot_time(slot, scene.words)), what


def _speaker(scene: Scene, speaker: Speaker) -> tuple[Text, ...]:
    affiliation, values = body(scene, speaker)
    name = one_line(speaker.name) or scene.words.say("Not named")
    return scene.ledger.cell(name, *values), plain(capital(speaker.role)), plain(affiliation)
