import dataclasses
import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import HealthCheck, given, settings, strategies as st

from briefing.desk import issuing, note_files
from briefing.desk.audience import UnseenError
from briefing.desk.gate import ONES_OWN
from briefing.desk.note_files import Wanted
from briefing.model import (
    RECORD_TYPES,
    Argument,
    Event,
    Level,
    Line,
    Note,
    Record,
    Stakeholder,
    Task,
    TaskState,
)
from briefing.model.levels import may_see
from briefing.note.span import Span
from tests.desk.leaving import WIDER, exports, listings, notes, unpacked
from tests.desk.support import make_folder, open_desk
from tests.desk.worlds import World, worlds
from tests.strategies import records
from tests.support import IS_LONG

JUNE = Span(dt.date(2031, 6, 1), dt.date(2031, 6, 30))
TODAY = dt.date(2031, 6, 2)
TEXTS = (".md", ".txt", ".html", ".eml")
PACKED = tuple(note_files.usual_endings())
FULL = ("pack", "outlook")

SLOWLY = settings(deadline=None, suppress_health_check=list(HealthCheck))


@given(worlds(), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=500 if IS_LONG else 20)
def test_nothing_above_the_level_leaves_in_a_note_or_an_export(world: World, level: Level) -> None:
    forbidden = [word.encode() for word in world.forbidden(level)]

    with TemporaryDirectory() as folder:
        make_folder(Path(folder) / "desk", *world.records)
        with open_desk(Path(folder) / "desk", today=TODAY) as desk:
            for left in (notes(desk, level, JUNE, TEXTS), exports(desk, level)):
                for name, content in left:
                    inside = unpacked(content)
                    assert [] == [word for word in forbidden if word in inside], name


@given(worlds(), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=100 if IS_LONG else 2)
def test_nor_does_it_stand_inside_a_word_or_pdf_file(world: World, level: Level) -> None:
    forbidden = [word.encode() for word in world.forbidden(level)]

    with TemporaryDirectory() as folder:
        make_folder(Path(folder) / "desk", *world.records)
        with open_desk(Path(folder) / "desk", today=TODAY) as desk:
            for name, content in notes(desk, level, JUNE, PACKED, FULL):
                inside = unpacked(content)
                assert [] == [word for word in forbidden if word in inside], name


@given(worlds(), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=100 if IS_LONG else 4)
def test_nor_is_it_printed_by_any_command(world: World, level: Level) -> None:
    forbidden = [word.encode() for word in world.forbidden(level)]

    with TemporaryDirectory() as folder:
        desk = make_folder(Path(folder) / "desk", *world.records)
        for name, content in listings(desk, level):
            assert [] == [word for word in forbidden if word in content], name


@given(
    worlds(),
    st.sampled_from(WIDER),
    st.sampled_from((None, *Level)),
)
@settings(SLOWLY, max_examples=300 if IS_LONG else 8)
def test_nor_does_what_changed_since_an_issue_tell_it(
    world: World, level: Level, first: Level | None
) -> None:
    forbidden = world.forbidden(level)
    (event, *_) = (one for one in world.of(Event) if isinstance(one, Event))
    wanted = Wanted(subject=event, kind="pack", level=level)
    # What was said, and where, tells what is under the rule, and so stays.
    gone = [one for one in world.records if isinstance(one, Stakeholder | Note | Line | Argument)]
    tasks = [one for one in world.records if isinstance(one, Task)]
    poorer = msgspec.structs.replace(event, venue="", speakers=event.speakers[2:], topics=())

    with TemporaryDirectory() as folder:
        make_folder(Path(folder) / "desk", *world.records)
        with open_desk(Path(folder) / "desk", today=TODAY) as desk, suppress(UnseenError):
            issuing.issue(desk, dataclasses.replace(wanted, level=first), (".md",))
            with desk.change("Changed") as change:
                change.put(poorer)
                for task in tasks:
                    change.put(msgspec.structs.replace(task, state=TaskState.DONE, condition=""))
                for one in gone:
                    change.remove(one)
            made = issuing.draft(desk, wanted)

            told = repr((made.note, made.material, made.called))
            assert [] == [word for word in forbidden if word in told]


@given(worlds(has_rule=False), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=200 if IS_LONG else 4)
def test_what_is_for_fewer_changes_no_byte_of_what_leaves(world: World, level: Level) -> None:
    """No count, number, order or gap tells that there is more: it is as if there were not."""
    open_ones = [
        one
        for one in world.records
        if may_see(level, one.handling.level) and not isinstance(one, ONES_OWN)
    ]

    with TemporaryDirectory() as folder:
        left = [
            all_that_leaves(Path(folder) / name, records, level)
            for name, records in (("all", world.records), ("open", open_ones))
        ]

    assert left[1] == {name: content for name, content in left[0].items() if name in left[1]}


def all_that_leaves(folder: Path, records: Sequence[Record], level: Level) -> dict[str, bytes]:
    make_folder(folder, *records)
    with open_desk(folder, today=TODAY) as desk:
        found = {**dict(notes(desk, level, JUNE, TEXTS)), **dict(exports(desk, level))}
    return {**found, **dict(listings(folder, level))}


@given(worlds())
@settings(SLOWLY, max_examples=4)
def test_the_owner_sees_every_word(world: World) -> None:
    with TemporaryDirectory() as folder:
        make_folder(Path(folder) / "desk", *world.records)
        with open_desk(Path(folder) / "desk", today=TODAY) as desk:
            content = dict(exports(desk, Level.ME))["records.json"]

    assert [] == [word for word in world.words if word.encode() not in content]


@given(st.lists(records(), max_size=8, unique_by=lambda record: record.id), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=200 if IS_LONG else 25)
def test_whatever_a_desk_holds_it_can_be_shown(held: list[Record], level: Level) -> None:
    with TemporaryDirectory() as folder:
        make_folder(Path(folder) / "desk", *held)
        with open_desk(Path(folder) / "desk", today=TODAY) as desk:
            seen = desk.for_audience(level)
            ids = {one.id for kind in RECORD_TYPES for one in seen.store.all(kind)}

            assert ids == {one.id for id in ids if (one := seen.store.find(id)) is not None}
