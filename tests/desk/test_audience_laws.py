import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings, strategies as st

from briefing.desk import note_files
from briefing.model import RECORD_TYPES, Level, Record
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
