"""What could be meant by the part of a query that the cursor stands in."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from briefing.arrange.facets import FIELDS
from briefing.desk import query
from briefing.desk.nearest import Nearest
from briefing.desk.query_values import CHOICES
from briefing.model import Forum, Record, Stakeholder
from briefing.search.query import SIGNS, part_at, quoted
from briefing.search.words import indexed, tokens
from briefing.text import fold
from briefing.tui.widgets.query_field import Offer

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.tui.asking import Asking, Stopped

_LEAST = 3
"""Letters of a field's name from which it is offered: fewer are most often a word."""

_MOST = 50

_PART = re.compile(r"(?P<lead>-?(?:(?P<field>[^\W\d_]+):|(?P<sign>[#@])))(?P<value>.*)", re.DOTALL)

_DAYS = ("on", "after", "before")
_NAMED: Mapping[str, type[Forum | Stakeholder]] = {
    "forum": Forum,
    "by": Stakeholder,
    "holder": Stakeholder,
}
"""Where a value may be an id: the kind of record that it is of."""


async def offers(
    asking: "Asking", kinds: Sequence[type[Record]], text: str, place: int
) -> list[Offer]:
    """Return what could stand in the place of the part, in records of some kinds."""
    start, end = part_at(text, place)
    part = text[start:end]
    asked = _PART.fullmatch(part)
    name = (asked["field"] or SIGNS[asked["sign"]]).casefold() if asked else ""
    if asked is None:
        return list(_fields(part, start, end))
    if name not in FIELDS:
        return []
    lead, typed = asked["lead"], asked["value"].strip('"')
    if name in _DAYS:
        found = [
            (put, more, put) for put, more in _day_examples(asking.desk) if put.startswith(typed)
        ]
    else:
        values = await _values(asking, kinds, name)
        found = list(_fitting(asking.desk, name, values, typed))
    made = (Offer(w, more, start, end, f"{lead}{quoted(put)} ") for w, more, put in found)
    return [offer for offer in islice(made, _MOST) if offer.put.strip() != part]


def meant(nearest: Nearest, text: str) -> Offer:
    """Return a near word as what could be meant."""
    spans = (found.span() for found in re.finditer(r"[^\s\"]+", text))
    start, end = next(
        (span for span in spans if indexed(text[slice(*span)]) == nearest.word), (0, len(text))
    )
    return Offer(nearest.meant, "did you mean this?", start, end, nearest.put)


def _fields(part: str, start: int, end: int) -> Iterator[Offer]:
    without = "-" if part.startswith("-") else ""
    typed = part.removeprefix("-").casefold()
    if len(typed) >= _LEAST:
        for name, told in FIELDS.items():
            if name.startswith(typed):
                yield Offer(f"{name}:", told, start, end, f"{without}{name}:")


def _day_examples(desk: "Desk") -> Iterator[tuple[str, str]]:
    today = desk.today
    spoken = f"{today.day} {today:%b}"
    yield "today", spoken
    yield f"{today:%Y-%m}", "this month"
    yield f"{today:%Y}", "this year"
    yield spoken, "a day, as you say it"


async def _values(
    asking: "Asking", kinds: Sequence[type[Record]], name: str
) -> Mapping[str, int | None]:
    """Return the values of a field with in how many records; None where that is not counted."""
    key = (name, *kinds)
    if key not in asking.kept:
        await asking.ready()
        choices = query.choices(asking.desk, name) if name in CHOICES else None
        asking.kept[key] = await asking.ask(partial(_count, asking.desk, kinds, name, choices))
    kept = asking.kept[key]
    assert isinstance(kept, dict)
    return kept


def _count(
    desk: "Desk",
    kinds: Sequence[type[Record]],
    name: str,
    choices: Mapping[str, query.Asked | None] | None,
    stopped: "Stopped",
) -> dict[str, int | None]:
    if choices is not None:
        return {
            value: None if asked is None or stopped() else _number(desk, asked, kinds)
            for value, asked in choices.items()
        }
    counted: Counter[str] = Counter()
    for kind in kinds:
        if not stopped():
            counted.update(desk.index.values(kind, name))
    return dict(counted.most_common())


def _number(desk: "Desk", asked: query.Asked, kinds: Sequence[type[Record]]) -> int:
    return sum(query.count(desk, asked, kind) for kind in kinds)


def _fitting(
    desk: "Desk", name: str, values: Mapping[str, int | None], typed: str
) -> Iterator[tuple[str, str, str]]:
    """Yield what is shown of a value, its number, and what is put, for those begun as typed."""
    wanted, shown_before = tokens(fold(typed)), set[str]()
    for value, number in values.items():
        words = _called(desk, name, value)
        held = tokens(fold(f"{words} {value}"))
        if words in shown_before or not all(any(h.startswith(w) for h in held) for w in wanted):
            continue
        shown_before.add(words)
        put = value if name == "forum" else words
        yield words, "" if number is None else f"{number:,}", put


def _called(desk: "Desk", name: str, value: str) -> str:
    """Return a value as it is shown: of an id what it stands for."""
    from briefing.desk.find import title_of

    kind = _NAMED.get(name)
    record = desk.store.get(kind, value) if kind else None
    return title_of(record) if record else value
