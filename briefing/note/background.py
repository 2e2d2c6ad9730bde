"""Background in dated staccato: the parent event, the forums, earlier times that it was asked."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from briefing.model import Asked, Forum, Milestone, Question
from briefing.note.blocks import Block, Bullets, Item, one_line
from briefing.note.prose import prose
from briefing.note.scene import Scene
from briefing.when import When, date_words, whole_day

MILESTONES_BEFORE, MILESTONES_AFTER = 3, 1
"""How many steps of a forum are told on either side of the event."""


class _Dated(NamedTuple):
    day: dt.date
    item: Item


def background(scene: Scene) -> tuple[Block, ...]:
    """Return what the person wrote, then the facts held: undated first, the others by day."""
    written = prose(scene.written.background)
    forums = [scene.held.forums[key] for key in scene.event.forums if key in scene.held.forums]
    undated = [_forum(scene, forum) for forum in forums]
    dated = [*_parent(scene), *_milestones(scene, forums), *_asked_before(scene)]
    items = (*undated, *(entry.item for entry in sorted(dated, key=lambda entry: entry.day)))
    return (*written, *((Bullets(items=items),) if items else ()))


def _forum(scene: Scene, forum: Forum) -> Item:
    known = (
        ("openness", forum.openness or ""),
        ("kind", forum.kind),
        ("period", forum.period),
        ("mandate", forum.mandate),
    )
    told = [(path, one_line(value)) for path, value in known if value]
    acronym = f" ({forum.acronym})" if forum.acronym else ""
    name = f"{forum.name}{acronym}"
    paths = ("name", *(path for path, _ in told))
    if not told:
        return scene.ledger.item("Forum", name, forum, *paths)
    return scene.ledger.item(name, "; ".join(value for _, value in told), forum, *paths)


def _parent(scene: Scene) -> Iterator[_Dated]:
    parent = scene.held.parent
    if parent is not None and parent.when.date is not None:
        place = f", {one_line(parent.venue)}" if parent.venue else ""
        paths = ("title", "when", *(("venue",) if parent.venue else ()))
        item = scene.ledger.item(
            date_words(parent.when, weekday=False),
            f"{one_line(parent.title)}{place}",
            parent,
            *paths,
        )
        yield _Dated(parent.when.date, item)


def _milestones(scene: Scene, forums: list[Forum]) -> Iterator[_Dated]:
    for forum in forums:
        for milestone in _nearest(forum, scene.event.when.date or scene.today):
            what = f"{forum.acronym or forum.name}: {milestone.what}"
            label = date_words(milestone.when, weekday=False)
            item = scene.ledger.item(label, what, forum, f"milestones/{milestone.key}")
            yield _Dated(milestone.when.date or dt.date.min, item)


def _nearest(forum: Forum, day: dt.date) -> list[Milestone]:
    dated = [(m.when.date, m) for m in forum.milestones if m.when.date is not None]
    dated.sort(key=lambda pair: pair[0])
    before = [m for on, m in dated if on <= day]
    after = [m for on, m in dated if on > day]
    return before[-MILESTONES_BEFORE:] + after[:MILESTONES_AFTER]


def _asked_before(scene: Scene) -> Iterator[_Dated]:
    day = scene.event.when.date or scene.today
    for question in scene.held.questions:
        for asked in question.asked:
            when = _when(scene, asked)
            if asked.event != scene.event.id and when.date is not None and when.date <= day:
                yield _Dated(when.date, _earlier(scene, question, asked, when))


def _earlier(scene: Scene, question: Question, asked: Asked, when: When) -> Item:
    event = scene.held.occasions.get(asked.event or "")
    at = f" at {one_line(event.title)}" if event else ""
    fact = scene.ledger.fact(
        f"asked{at}: “{one_line(question.text)}”",
        question,
        f"asked/{asked.key}",
        citations=[asked.citation] if asked.citation else [],
    )
    return Item(label=date_words(when, weekday=False), text=(fact,))


def _when(scene: Scene, asked: Asked) -> When:
    event = scene.held.occasions.get(asked.event or "")
    if event is not None and event.when.is_dated:
        return event.when
    return whole_day(asked.on) if asked.on else When()
