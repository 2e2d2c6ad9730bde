import datetime as dt
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

from briefing.arrange import Arrangement
from briefing.arrange.forums import by_forum, by_question, by_stakeholder
from briefing.arrange.heads import HEADS, Head
from briefing.arrange.links import named, references
from briefing.arrange.orders import (
    ForumsOrder,
    OccasionOrder,
    ThemeOrder,
    TimelineOrder,
    ViewOrder,
)
from briefing.arrange.placed import Placed
from briefing.arrange.questions import by_event, by_theme
from briefing.arrange.timeline import timeline
from briefing.model import (
    Asked,
    Event,
    Expected,
    Forum,
    Party,
    Position,
    Question,
    R,
    Record,
    Stakeholder,
    Task,
    TaskState,
)
from briefing.when import Precision, When, from_iso

HOME = ZoneInfo("Pacific/Honolulu")
VIEWS = ("timeline", "forum", "stakeholder", "question", "theme", "event")
IDS = "abcde"

some_id = st.sampled_from(IDS)
maybe_id = st.none() | some_id
words = st.sampled_from(["", "Å", "a", "b", "B"])
days = st.dates(dt.date(2031, 1, 29), dt.date(2031, 2, 3)) | st.dates(
    dt.date(2030, 12, 30), dt.date(2031, 1, 2)
)
whens = st.one_of(
    st.builds(lambda day: from_iso(f"{day}"), days),
    st.builds(lambda day: from_iso(f"{day:%Y-%m}"), days),
    st.just(When(written="soon")),
    st.builds(
        lambda day, hour, zone: When(
            date=day, time=dt.time(hour), zone=zone, precision=Precision.MINUTE
        ),
        days,
        st.integers(0, 23),
        st.sampled_from([None, "Pacific/Kiritimati", "America/New_York"]),
    ),
)


def with_prefix(prefix: str) -> st.SearchStrategy[str]:
    return st.sampled_from([prefix + id for id in IDS])


def maybe(prefix: str) -> st.SearchStrategy[str | None]:
    return st.none() | with_prefix(prefix)


records: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        Event,
        id=with_prefix("e"),
        title=words,
        when=whens,
        parent=maybe("e"),
        forums=st.lists(with_prefix("f"), max_size=2).map(tuple),
        organisers=st.lists(
            st.builds(Party, key=st.just("k"), name=words, stakeholder=maybe("s")), max_size=1
        ).map(tuple),
    ),
    st.builds(Task, id=with_prefix("t"), what=words, due=whens, state=st.sampled_from(TaskState)),
    st.builds(Forum, id=with_prefix("f"), name=words, acronym=words),
    st.builds(Stakeholder, id=with_prefix("s"), name=words),
    st.builds(
        Question,
        id=with_prefix("q"),
        text=words,
        topics=st.lists(words, max_size=2).map(tuple),
        asked=st.lists(st.builds(Asked, key=st.just("k"), event=maybe("e")), max_size=2).map(tuple),
        expected=st.lists(
            st.builds(Expected, key=st.just("k"), event=with_prefix("e")), max_size=2
        ).map(tuple),
    ),
    st.builds(
        Position,
        id=with_prefix("p"),
        claim=words,
        holder=words,
        on=st.none() | days,
        forum=maybe("f"),
        stakeholder=maybe("s"),
        question=maybe("q"),
    ),
)


class Held:
    """Records in memory, as the orders ask for them."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.records = {record.id: record for record in records}

    def all(self, kind: type[R]) -> list[R]:
        held = [record for _, record in sorted(self.records.items())]
        return [record for record in held if isinstance(record, kind)]

    def head(self, kind: type[Record], id: str) -> Head | None:
        record = self.records.get(id)
        if not isinstance(record, kind):
            return None
        return msgspec.json.decode(msgspec.json.encode(record), type=HEADS[kind])

    def naming(self, id: str, kind: type[Record], *fields: str) -> Sequence[str]:
        return [
            record.id
            for record in self.all(kind)
            if any(name == id and (not fields or field in fields) for field, name in named(record))
        ]

    def used(self) -> frozenset[str]:
        return frozenset(id for event in self.all(Event) for id in references(event))


def order_of(view: str, held: Held) -> ViewOrder:
    if view == "timeline":
        return TimelineOrder(held, HOME)
    if view == "theme":
        return ThemeOrder(held)
    return OccasionOrder(held, HOME) if view == "event" else ForumsOrder(held, view)


def arranged(view: str, held: Held) -> Arrangement:
    positions, questions = held.all(Position), held.all(Question)
    match view:
        case "timeline":
            return timeline(held.all(Event), held.all(Task), HOME)
        case "forum":
            return by_forum(held.all(Forum), positions, held.used())
        case "stakeholder":
            return by_stakeholder(held.all(Stakeholder), positions, held.used())
        case "question":
            return by_question(questions, positions)
        case "theme":
            return by_theme(questions)
        case _:
            return by_event(questions, held.all(Event), HOME)


def shown(rows: Placed) -> tuple[object, ...]:
    return (
        list(zip(rows.keys, rows.depths, strict=True)),
        list(zip(rows.starts, rows.labels, strict=True)),
    )


def wanted(view: Arrangement) -> tuple[object, ...]:
    return (
        [(row.record.id, row.depth) for row in view.rows],
        [(group.start, group.label) for group in view.groups],
    )


def filled(order: ViewOrder, held: Held) -> Placed:
    rows = Placed(order, lambda _, id: held.records[id])
    for _ in rows.fill([(kind, [r.id for r in held.all(kind)]) for kind in order.kinds]):
        pass
    return rows


@pytest.mark.parametrize("view", VIEWS)
@given(st.lists(records, max_size=25))
def test_rows_by_heads_are_those_of_whole_records(view: str, some: list[Record]) -> None:
    held = Held(some)

    rows = filled(order_of(view, held), held)

    assert wanted(arranged(view, held)) == shown(rows)
    begins = [rows.begin(at) or (0, 0) for at in range(len(rows.keys))]
    assert begins == list(rows.begins(0, len(rows.keys)))


@pytest.mark.parametrize("view", VIEWS)
@settings(max_examples=60)
@given(
    st.lists(records, max_size=20),
    st.lists(st.lists(st.tuples(records, st.booleans()), min_size=1, max_size=2), max_size=8),
)
def test_rows_kept_in_place_are_those_arranged_anew(
    view: str, some: list[Record], edits: list[list[tuple[Record, bool]]]
) -> None:
    held = Held(some)
    rows = filled(order := order_of(view, held), held)

    for together in edits:
        changes = []
        for record, is_put in together:
            after = record if is_put else None
            changes.append((held.records.get(record.id), after))
            held.records.pop(record.id, None)
            if is_put:
                held.records[record.id] = record
        rows.update({id for change in changes for id in order.touched(*change)})

        assert wanted(arranged(view, held)) == shown(rows)
        for id in rows.ids:
            assert [at for at, key in enumerate(rows.keys) if key == id] == rows.rows_of([id])
