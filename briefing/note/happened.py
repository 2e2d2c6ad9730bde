"""After an event: what was said there, whose stance moved, and what was promised."""

import datetime as dt
from functools import partial

from briefing.arrange import due
from briefing.model import Position, Stance, Task, TaskKind, TaskState
from briefing.note import claims, moved as who_moved
from briefing.note.blocks import Block, Bullets, Heading, Item, Run, one_line
from briefing.note.ledger import at
from briefing.note.questions import asked_here, question_item
from briefing.note.scene import Scene, Setting


def happened(scene: Scene) -> tuple[Block, ...]:
    """Return the positions that were taken at the event, and the questions put up there."""
    say = scene.words.say
    said = tuple(position_item(scene, p, _where(scene, p)) for p in taken_here(scene))
    asked = tuple(question_item(scene, q) for q in scene.questions if asked_here(scene, q))
    groups = ((say("What was said"), said), (say("Questions put up for discussion"), asked))
    return tuple(block for heading, items in groups for block in _group(heading, items))


def moved(scene: Scene) -> tuple[Block, ...]:
    """Return whose stance at the event is not the last one that they took before it."""
    before = [p for p in scene.held.positions if p.event != scene.event.id]
    moves = who_moved.moved(taken_here(scene), before, partial(_day, scene))
    return who_moved.told(scene, moves)


def promised(scene: Setting) -> tuple[Block, ...]:
    """Return what was promised, by whom and until when."""
    tasks = [task for task in scene.held.tasks if task.kind is TaskKind.KEEP_PROMISE]
    ordered = sorted(tasks, key=lambda task: due.safe(task.due).sort_key(scene.home))
    items = tuple(promise_item(scene, task) for task in ordered)
    return (Bullets(items=items),) if items else ()


def taken_here(scene: Scene) -> list[Position]:
    """Return what was said at the event, by holder; not what its announcement tells before."""
    here = (p for p in scene.held.positions if p.event == scene.event.id)
    said = (position for position in here if not claims.is_announced(scene, position))
    return sorted(said, key=lambda p: (scene.words.order(p.holder), p.id))


def position_item(scene: Setting, position: Position, where: str) -> Item:
    """Return who said what, with where it was said or written."""
    say = scene.words.say
    stance = claims.stance(scene, position).lower() if _is_known(position) else ""
    words = f"{claims.claim(scene, position)}{f' ({where})' if where else ''}"
    values = claims.values(position)
    told = (
        Run(text=claims.holder(scene, position), is_strong=True),
        Run(text=say(" {stance}:", stance=stance) if stance else scene.words.label("")),
        Run(text=" "),
        scene.ledger.fact(words, *values),
    )
    return Item(text=told, under=scene.ledger.doubts(*values))


def promise_item(scene: Setting, task: Task) -> Item:
    """Return what was promised by whom, until when, and how far it is."""
    words = scene.words
    said = (
        task.what,
        _small(words.by(task.due, scene.home)) if task.due.is_dated else "",
        task.condition,
        words.term(task.state) if task.state is not TaskState.TO_DO else "",
    )
    return scene.ledger.item(
        task.who, words.listed(said), *at(task, "what", "due", "condition", "who")
    )


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _group(heading: str, items: tuple[Item, ...]) -> tuple[Block, ...]:
    return (Heading(text=heading), Bullets(items=items)) if items else ()


def _where(scene: Scene, position: Position) -> str:
    details = (position.capacity, claims.place(scene, position))
    return ", ".join(one_line(detail) for detail in details if detail)


def _is_known(position: Position) -> bool:
    return position.stance is not Stance.UNKNOWN


def _day(scene: Scene, position: Position) -> dt.date | None:
    if position.on is not None:
        return position.on
    if position.event == scene.event.id:
        return scene.event.when.date or scene.today
    event = scene.held.occasions.get(position.event or "")
    return event.when.date if event else None
