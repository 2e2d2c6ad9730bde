"""After an event: what was said there, whose stance moved, and what was promised."""

import datetime as dt
from collections.abc import Iterator

from briefing.arrange import due
from briefing.model import Position, Stance, Task, TaskKind, TaskState
from briefing.note import claims
from briefing.note.blocks import Block, Bullets, Heading, Item, Run, Table, Text, one_line, plain
from briefing.note.ledger import at
from briefing.note.questions import asked_here, question_item
from briefing.note.scene import Scene
from briefing.text import fold


def happened(scene: Scene) -> tuple[Block, ...]:
    """Return the positions that were taken at the event, and the questions put up there."""
    say = scene.words.say
    said = tuple(_said(scene, position) for position in taken_here(scene))
    asked = tuple(question_item(scene, q) for q in scene.questions if asked_here(scene, q))
    groups = ((say("What was said"), said), (say("Questions put up for discussion"), asked))
    return tuple(block for heading, items in groups for block in _group(heading, items))


def moved(scene: Scene) -> tuple[Block, ...]:
    """Return whose stance at the event is not the last one that they took before it."""
    say = scene.words.say
    rows = tuple(_moves(scene))
    columns = (say("Who"), say("On what"), say("Before"), say("Now"))
    return (Table(columns=columns, rows=rows, shares=(3, 4, 4, 5)),) if rows else ()


def promised(scene: Scene) -> tuple[Block, ...]:
    """Return what was promised, by whom and until when."""
    tasks = [task for task in scene.held.tasks if task.kind is TaskKind.KEEP_PROMISE]
    ordered = sorted(tasks, key=lambda task: due.safe(task.due).sort_key(scene.home))
    items = tuple(_promise(scene, task) for task in ordered)
    return (Bullets(items=items),) if items else ()


def taken_here(scene: Scene) -> list[Position]:
    """Return what was said at the event, by holder; not what its announcement tells before."""
    here = (p for p in scene.held.positions if p.event == scene.event.id)
    said = (position for position in here if not claims.is_announced(scene, position))
    return sorted(said, key=lambda position: (fold(position.holder), position.id))


def _group(heading: str, items: tuple[Item, ...]) -> tuple[Block, ...]:
    return (Heading(text=heading), Bullets(items=items)) if items else ()


def _said(scene: Scene, position: Position) -> Item:
    details = (position.capacity, claims.place(scene, position))
    where = ", ".join(one_line(detail) for detail in details if detail)
    stance = claims.stance(scene, position).lower() if _is_known(position) else ""
    words = f"{claims.claim(scene, position)}{f' ({where})' if where else ''}"
    values = claims.values(position)
    told = (
        Run(text=one_line(position.holder), is_strong=True),
        Run(text=scene.words.label(f" {stance}" if stance else "")),
        Run(text=" "),
        scene.ledger.fact(words, *values),
    )
    return Item(text=told, under=scene.ledger.doubts(*values))


# Who moved --------------------------------------------------------------------------------------


def _moves(scene: Scene) -> Iterator[tuple[Text, ...]]:
    for now in taken_here(scene):
        before = _last_before(scene, now) if _is_known(now) else None
        if before is not None and before.stance is not now.stance:
            yield _move(scene, before, now)


def _last_before(scene: Scene, now: Position) -> Position | None:
    """Return the last stance that a holder took on the same matter before the event."""
    today = _day(scene, now) or scene.today
    earlier = [
        (day, position.id, position)
        for position in scene.held.positions
        if position.event != scene.event.id
        and _is_known(position)
        and claims.is_same_holder(now, position)
        and claims.is_same_matter(now, position)
        and (day := _day(scene, position)) is not None
        and day < today
    ]
    return max(earlier)[-1] if earlier else None


def _is_known(position: Position) -> bool:
    return position.stance is not Stance.UNKNOWN


def _day(scene: Scene, position: Position) -> dt.date | None:
    if position.on is not None:
        return position.on
    events = {**scene.held.occasions, scene.event.id: scene.event}
    event = events.get(position.event or "")
    return event.when.date if event else None


def _move(scene: Scene, before: Position, now: Position) -> tuple[Text, ...]:
    texts = {question.id: question.text for question in scene.held.questions}
    return (
        (Run(text=one_line(now.holder), is_strong=True),),
        plain(texts.get(now.question or "") or now.topic),
        _taken(scene, before, claims.occasion(scene, before)),
        _taken(scene, now, claims.claim(scene, now)),
    )


def _taken(scene: Scene, position: Position, more: str) -> Text:
    stance = claims.stance(scene, position)
    label = scene.words.label(stance) if more else stance
    fact = scene.ledger.cell(more, *claims.values(position))
    return (Run(text=label, is_strong=True), *((Run(text=" "),) if more else ()), *fact)


# Promises ---------------------------------------------------------------------------------------


def _promise(scene: Scene, task: Task) -> Item:
    words = scene.words
    until = words.deadline(task.due, scene.home) if task.due.is_dated else ""
    said = (
        task.what,
        words.say("By {day}", day=until) if until else "",
        task.condition,
        words.term(task.state) if task.state is not TaskState.TO_DO else "",
    )
    told = "; ".join(one_line(part) for part in said if part)
    return scene.ledger.item(task.who, told, *at(task, "what", "due", "condition", "who"))
