"""Background in dated staccato: the parent event, the forums, earlier times that it was asked."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from briefing.model import Asked, Event, Forum, Milestone, Question
from briefing.note.blocks import Block, Bullets, Item, one_line
from briefing.note.ledger import Value, at
from briefing.note.scene import Scene
from briefing.when import When, whole_day

MILESTONES_BEFORE, MILESTONES_AFTER = 3, 1
"""How many steps of a forum are told on either side of the event."""


class _Dated(NamedTuple):
    day: dt.date
    tell: Callable[[], Item]
    """Called in the order of days, for sources are numbered as they are used."""


def background(scene: Scene) -> tuple[Block, ...]:
    """Return the facts held: undated first, the others by day."""
    forums = [scene.held.forums[key] for key in scene.event.forums if key in scene.held.forums]
    undated = [_forum(scene, forum) for forum in forums]
    dated = [*_parent(scene), *_milestones(scene, forums), *_asked_before(scene)]
    items = (*undated, *(entry.tell() for entry in sorted(dated, key=lambda entry: entry.day)))
    return (Bullets(items=items),) if items else ()


def _forum(scene: Scene, forum: Forum) -> Item:
    known = (
        ("openness", scene.words.term(forum.openness) if forum.openness else ""),
        ("kind", forum.kind),
        ("period", forum.period),
        ("mandate", forum.mandate),
    )
    told = {path: one_line(value) for path, value in known if value}
    name = f"{forum.name} ({forum.acronym})" if forum.acronym else forum.name
    label, said = (
        (name, scene.words.listed(told.values())) if told else (scene.words.say("Forum"), name)
    )
    belonging = at(scene.event, f"forums/{forum.id}")
    return scene.ledger.item(label, said, *at(forum, "name", *told), *belonging)


def _parent(scene: Scene) -> Iterator[_Dated]:
    parent = scene.held.parent
    if parent is not None and parent.when.date is not None:
        yield _Dated(parent.when.date, partial(_parent_item, scene, parent))


def _parent_item(scene: Scene, parent: Event) -> Item:
    title, path = scene.words.title(parent)
    said = ", ".join(part for part in (title, one_line(parent.venue)) if part)
    return scene.ledger.item(
        scene.words.date(parent.when, weekday=False), said, *at(parent, path, "when", "venue")
    )


def _milestones(scene: Scene, forums: list[Forum]) -> Iterator[_Dated]:
    for forum in forums:
        for day, milestone in _nearest(forum, scene.event.when.date or scene.today):
            yield _Dated(day, partial(_milestone, scene, forum, milestone))


def _milestone(scene: Scene, forum: Forum, milestone: Milestone) -> Item:
    name = scene.words.label(one_line(forum.acronym or forum.name))
    what = f"{name} {one_line(milestone.what)}"
    label = scene.words.date(milestone.when, weekday=False)
    return scene.ledger.item(label, what, *at(forum, f"milestones/{milestone.key}"))


def _nearest(forum: Forum, day: dt.date) -> list[tuple[dt.date, Milestone]]:
    dated = [(m.when.date, m) for m in forum.milestones if m.when.date is not None]
    dated.sort(key=lambda pair: pair[0])
    before = [pair for pair in dated if pair[0] <= day]
    after = [pair for pair in dated if pair[0] > day]
    return before[-MILESTONES_BEFORE:] + after[:MILESTONES_AFTER]


def _asked_before(scene: Scene) -> Iterator[_Dated]:
    day = scene.event.when.date or scene.today
    for question in scene.questions:
        for asked in question.asked:
            when = _when(scene, asked)
            if asked.event != scene.event.id and when.date is not None and when.date <= day:
                yield _Dated(when.date, partial(_earlier, scene, question, asked, when))


def _earlier(scene: Scene, question: Question, asked: Asked, when: When) -> Item:
    event = scene.held.occasions.get(asked.event or "")
    values, text = at(question, f"asked/{asked.key}"), one_line(question.text)
    said = scene.words.say("asked: “{question}”", question=text)
    rests: tuple[Value, ...] = ()
    if event is not None:
        where, path = scene.words.title(event)
        rests = at(event, path, "when")
        said = scene.words.say("asked at {event}: “{question}”", event=where, question=text)
    fact = scene.ledger.fact(
        said,
        *values,
        *rests,
        citations=[asked.citation] if asked.citation else [],
    )
    return Item(
        label=scene.words.date(when, weekday=False),
        text=(fact,),
        under=scene.ledger.doubts(*values),
    )


def _when(scene: Scene, asked: Asked) -> When:
    event = scene.held.occasions.get(asked.event or "")
    if event is not None and event.when.is_dated:
        return event.when
    return whole_day(asked.on) if asked.on else When()
