import datetime as dt
from collections.abc import Callable, Iterator, Sequence, Set as AbstractSet
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings, strategies as st

from briefing.arrange.links import named
from briefing.arrange.timeline import when_of
from briefing.model import (
    Asked,
    Event,
    Expected,
    Forum,
    Party,
    Position,
    Question,
    Record,
    Stakeholder,
    Task,
    table_name,
)
from briefing.store import Change, NothingToUndoError, Store, lookups as lookups_module
from briefing.store.journal import Operation
from briefing.store.lookups import Lookups, Moment
from briefing.store.records import KINDS, decode, encode
from briefing.store.rows import Stretch
from briefing.when import When
from tests.arrange.records import NEW_YORK, at, on
from tests.store.support import abandon, change, put, redo, undo
from tests.strategies import ZONES, whens

PANEL = Event(
    id="panel",
    title="Panel",
    parent="week",
    forums=("pilots",),
    organisers=(Party(key="a", name="Lantern Institute", stakeholder="lantern"),),
)
WHO_PAYS = Question(id="who-pays", text="Who pays?", asked=(Asked(key="a", event="panel"),))
CLAIM = Position(
    id="claim", claim="Repair first.", holder="Lantern", stakeholder="lantern", question="who-pays"
)


NEW_YEAR = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


class Folder:
    """Tables as a storage holds them: a fold gives their state a name."""

    def __init__(self, path: Path, *records: Record) -> None:
        self.cache = path / ".cache" / "lookups.bin"
        self.tables: dict[str, dict[str, bytes]] = {}
        self.at_fold: dict[tuple[str, str], bytes | None] = {}
        self.folds = 0
        for record in records:
            self.put(record)
        self.fold()

    def ids(self, table: str) -> Sequence[str]:
        return sorted(self.tables.get(table, ()))

    def put(self, record: Record) -> Operation:
        return self.set(type(record), record.id, encode(record))

    def set(self, kind: type[Record], id: str, line: bytes | None) -> Operation:
        table = table_name(kind)
        lines = self.tables.setdefault(table, {})
        before = lines.pop(id, None)
        self.at_fold.setdefault((table, id), before)
        if line is not None:
            lines[id] = line
        return Operation(table, id, before, line)

    def fold(self) -> None:
        self.folds += 1
        self.at_fold.clear()

    def open(self) -> Lookups:
        return Lookups.open(self.cache, str(self.folds), self.tables, self.ids, self.at_fold)

    def save(self, lookups: Lookups) -> None:
        lookups.save(self.cache, str(self.folds), self.at_fold)

    def readable(self) -> Iterator[Record]:
        for table, lines in self.tables.items():
            for id in sorted(lines):
                if lines[id] != UNREADABLE:
                    yield decode(KINDS[table], lines[id])


def test_records_name_each_other_both_ways(tmp_path: Path) -> None:
    lookups = Folder(tmp_path, PANEL, WHO_PAYS, CLAIM).open()

    assert lookups.names("panel") == {"week", "pilots", "lantern"}
    assert lookups.named_by("panel") == {"who-pays"}
    assert lookups.named_by("lantern") == {"panel", "claim"}
    assert lookups.named_by("week") == {"panel"}


def test_what_stands_beside_a_record_in_a_third_is_tied_to_it(tmp_path: Path) -> None:
    lookups = Folder(tmp_path, PANEL, WHO_PAYS, CLAIM).open()

    assert lookups.tied("who-pays") == {"panel", "claim", "lantern"}
    assert lookups.tied("week") == {"panel", "pilots", "lantern"}
    assert lookups.tied("nobody") == frozenset()


def test_who_names_a_record_is_told_by_kind_and_field(tmp_path: Path) -> None:
    lookups = Folder(tmp_path, PANEL, WHO_PAYS, CLAIM).open()

    assert lookups.naming("lantern", Event, "organisers") == ["panel"]
    assert lookups.naming("lantern", Event, "speakers", "partners") == []
    assert lookups.naming("lantern", Event) == ["panel"]
    assert lookups.naming("lantern", Position, "stakeholder") == ["claim"]
    assert lookups.naming("nobody", Event) == []
    assert lookups.all_named(Event) == {"week", "pilots", "lantern"}


def test_an_edit_is_followed_both_ways(tmp_path: Path) -> None:
    folder = Folder(tmp_path, PANEL, WHO_PAYS)
    lookups = folder.open()

    lookups.apply([folder.put(Event(id="panel", title="Panel", forums=("pilots",)))])

    assert lookups.names("panel") == {"pilots"}
    assert lookups.named_by("lantern") == frozenset()


def test_what_is_removed_still_knows_who_names_it(tmp_path: Path) -> None:
    folder = Folder(tmp_path, PANEL, WHO_PAYS)
    lookups = folder.open()

    lookups.apply([folder.set(Event, "panel", None)])

    assert lookups.names("panel") == frozenset()
    assert lookups.named_by("panel") == {"who-pays"}


def test_a_table_of_somebody_elses_is_passed_over(tmp_path: Path) -> None:
    folder = Folder(tmp_path, PANEL)
    lookups = folder.open()
    folder.tables["recipes"] = {"soup": b'{"id":"soup"}'}
    folder.at_fold["recipes", "soup"] = None

    lookups.apply([Operation("recipes", "soup", None, b'{"id":"soup"}')])
    folder.save(lookups)

    assert folder.open().names("soup") == frozenset()


# In time ----------------------------------------------------------------------------------------


def test_events_and_tasks_come_in_true_order_the_longest_first(tmp_path: Path) -> None:
    lookups = Folder(
        tmp_path,
        Event(id="oslo", title="O", when=at("2031-05-05", "15:00", "16:00")),
        Event(id="new-york", title="N", when=at("2031-05-05", "08:59", zone=NEW_YORK)),
        Event(id="week", title="W", when=on("2031-05-05", "2031-05-09")),
        Event(id="day", title="D", when=on("2031-05-05")),
        Task(id="register", what="R", due=at("2031-05-04", "12:00", zone="UTC")),
        Event(id="some-time", title="S"),
    ).open()

    ids = [moment.id for moment in lookups.dated()]

    assert ["register", "week", "day", "new-york", "oslo"] == ids


def test_what_began_long_before_is_still_on_between(tmp_path: Path) -> None:
    lookups = Folder(
        tmp_path,
        Event(id="year", title="Y", when=on("2031-01-01", "2031-12-31")),
        Event(id="short", title="S", when=at("2031-02-01", "09:00", "10:00")),
        Event(id="noon", title="N", when=at("2031-05-05", "12:00", zone="UTC")),
        Event(id="after", title="A", when=at("2031-05-06", "00:00", "10:00", zone="UTC")),
    ).open()
    day = dt.datetime(2031, 5, 5, tzinfo=dt.UTC)

    ids = [moment.id for moment in lookups.between(day, day + dt.timedelta(days=1))]

    assert ["year", "noon"] == ids


@settings(deadline=None)
@example(
    [], [on("2000-01-01")], dt.datetime(2000, 1, 1, tzinfo=dt.UTC), dt.timedelta.resolution, "UTC"
)
@given(
    st.lists(whens(), max_size=6),
    st.lists(whens(), max_size=3),
    st.timedeltas(-dt.timedelta(700_000), dt.timedelta(2_800_000)).map(NEW_YEAR.__add__),
    st.timedeltas(dt.timedelta(0), dt.timedelta(days=40_000)),
    st.sampled_from(ZONES),
)
def test_whatever_is_on_between_two_instants_anywhere_is_found(
    first_whens: list[When],
    later_whens: list[When],
    first: dt.datetime,
    length: dt.timedelta,
    zone: str,
) -> None:
    last = first + length
    events = [
        Event(id=f"e{n}", title="E", when=when)
        for n, when in enumerate([*first_whens, *later_whens])
    ]
    folder = Folder(Path("nowhere"), *events[: len(first_whens)])
    lookups = folder.open()
    lookups.apply(folder.put(event) for event in events[len(first_whens) :])

    found = [moment.id for moment in lookups.between(first, last)]

    home = ZoneInfo(zone)
    spans = {event.id: event.when.span(home) for event in events}
    on_then = {
        id
        for id, span in spans.items()
        if span and span.start < last and (span.end > first or span.start >= first)
    }
    assert on_then <= set(found)
    assert len(found) == len(set(found))


# Kept in step, saved and loaded -----------------------------------------------------------------

UNREADABLE = b'{"type":"event","id":"?","parent":"a","when":"not a time"}'

few_ids = st.sampled_from(["a", "b", "c", "d"])
some_ids = st.lists(few_ids, max_size=2).map(tuple)
records = (
    st.builds(
        Event,
        id=few_ids,
        title=st.just("E"),
        parent=st.none() | few_ids,
        forums=some_ids,
        organisers=st.lists(
            st.builds(Party, key=st.just("k"), name=st.just("P"), stakeholder=st.none() | few_ids),
            max_size=2,
        ).map(tuple),
        when=whens(),
    )
    | st.builds(Task, id=few_ids, what=st.just("T"), event=st.none() | few_ids, due=whens())
    | st.builds(
        Question,
        id=few_ids,
        text=st.just("Q"),
        expected=st.lists(st.builds(Expected, key=st.just("k"), event=few_ids), max_size=2).map(
            tuple
        ),
    )
    | st.builds(
        Position,
        id=few_ids,
        claim=st.just("C"),
        holder=st.just("H"),
        question=st.none() | few_ids,
        event=st.none() | few_ids,
    )
)
"""Records whose ids collide, within a table and over tables, and that name each other."""

actions = st.lists(
    records
    | st.tuples(st.sampled_from([Event, Task, Question, Position]), few_ids)
    | st.sampled_from(["fold", "save", "open", "damage a line"]),
    max_size=12,
)
"""Records to put in, kinds and ids to take out, and what happens to the folder."""


@settings(deadline=None)
@given(st.lists(records, max_size=6), actions)
def test_edits_folds_saves_and_openings_leave_them_as_if_built_anew(
    tmp_path_factory: pytest.TempPathFactory,
    held: list[Record],
    happening: list[Record | tuple[type[Record], str] | str],
) -> None:
    folder = Folder(tmp_path_factory.mktemp("data"), *held)
    lookups = folder.open()

    for one in happening:
        match one:
            case Record():
                lookups.apply([folder.put(one)])
            case (kind, id):
                lookups.apply([folder.set(kind, id, None)])
            case "fold":
                folder.fold()
            case "save":
                folder.save(lookups)
            case "open":
                lookups = folder.open()
            case _:
                lookups.apply([folder.set(Event, "b", UNREADABLE)])

    folder.cache.unlink(missing_ok=True)
    told = _answers(lookups)
    assert told == _answers(folder.open())
    assert told == _answers(_LookedUp(list(folder.readable())))


def test_what_was_saved_is_loaded_and_not_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path, PANEL, CLAIM)
    folder.save(folder.open())
    monkeypatch.setattr(lookups_module, "build", _fail)

    assert folder.open().named_by("lantern") == {"panel", "claim"}


def test_what_was_not_folded_yet_when_they_were_saved_is_taken_in_on_loading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path, PANEL, CLAIM)
    lookups = folder.open()
    lookups.apply([folder.set(Event, "panel", None), folder.put(WHO_PAYS)])
    folder.save(lookups)
    monkeypatch.setattr(lookups_module, "build", _fail)

    assert _answers(lookups) == _answers(folder.open())


def test_what_was_built_of_more_than_is_folded_is_loaded_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path, PANEL, Event(id="tea", title="Tea", parent="panel"))
    folder.set(Event, "panel", None)
    folder.put(Event(id="week", title="Week", parent="month"))
    lookups = folder.open()
    folder.save(lookups)
    monkeypatch.setattr(lookups_module, "build", _fail)

    assert _answers(lookups) == _answers(folder.open())


def test_look_ups_of_other_tables_are_built_anew(tmp_path: Path) -> None:
    folder = Folder(tmp_path, PANEL, CLAIM)
    folder.save(folder.open())

    folder.put(WHO_PAYS)
    folder.fold()

    assert folder.open().named_by("panel") == {"who-pays"}


@settings(deadline=None)
@given(st.data())
def test_whatever_befalls_the_file_they_are_built_anew(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = Folder(tmp_path_factory.mktemp("data"), PANEL, WHO_PAYS, CLAIM)
    lookups = folder.open()
    folder.save(lookups)
    content = bytearray(folder.cache.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))

    if data.draw(st.booleans()):
        content[place] ^= data.draw(st.integers(1, 255))
    else:
        del content[place:]
    folder.cache.write_bytes(content)

    assert _answers(lookups) == _answers(folder.open())


def test_where_the_rules_of_a_zone_have_changed_times_are_computed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path, Event(id="e", title="E", when=at("2031-05-05", "12:00")))
    folder.save(folder.open())
    monkeypatch.setattr(lookups_module, "_rules", lambda _: 0)
    monkeypatch.setattr(lookups_module, "build", _fail)

    with pytest.raises(AssertionError):
        folder.open()


def test_after_very_many_changes_they_are_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path, PANEL)
    lookups = folder.open()
    lookups.apply(
        folder.put(Task(id=f"task-{number}", what="T", event="panel")) for number in range(1_010)
    )
    folder.fold()
    folder.save(lookups)
    monkeypatch.setattr(lookups_module, "build", _fail)

    with pytest.raises(AssertionError):
        folder.open()


def test_where_the_disk_takes_nothing_they_are_not_saved_and_nobody_is_told(tmp_path: Path) -> None:
    folder = Folder(tmp_path, PANEL)
    folder.cache.parent.write_bytes(b"a file where the folder should be")

    folder.save(folder.open())

    assert folder.open().names("panel") == {"week", "pilots", "lantern"}


# Of a store -------------------------------------------------------------------------------------


def test_a_store_loads_what_it_saved_on_closing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(folder) as store:
        put(store, PANEL, CLAIM)
        answers = _answers(store.lookups)
    monkeypatch.setattr(lookups_module, "build", _fail)

    with Store.open(folder) as store:
        assert answers == _answers(store.lookups)


def test_what_is_edited_without_look_ups_leaves_them_good(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(folder) as store:
        put(store, PANEL)
        store.lookups.names("panel")
    monkeypatch.setattr(lookups_module, "build", _fail)
    with Store.open(folder) as store:
        put(store, CLAIM)

    with Store.open(folder) as store:
        assert store.lookups.named_by("lantern") == {"panel", "claim"}


def test_look_ups_follow_undo_and_redo(store: Store) -> None:
    put(store, PANEL)
    before = store.lookups.named_by("lantern")
    put(store, CLAIM)

    undo(store)

    assert before == store.lookups.named_by("lantern")
    redo(store)
    assert store.lookups.named_by("lantern") == {"panel", "claim"}


def test_who_reads_along_has_look_ups_in_step_and_saves_none(folder: Path) -> None:
    with Store.open(folder) as store, Store.open(folder, writing=False) as reader:
        assert reader.lookups.named_by("lantern") == frozenset()

        put(store, PANEL, CLAIM)
        store.fold()
        reader.refresh()

        assert reader.lookups.named_by("lantern") == {"panel", "claim"}
        reader.close()
        assert not (folder / ".cache").exists()


def test_look_ups_loaded_while_a_fold_runs_miss_nothing(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, PANEL)
        store.lookups.names("panel")
    with Store.open(folder) as store:
        put(store, Event(id="panel", title="Panel", parent="month"))
        run = store.begin_fold()
        put(store, CLAIM)

        answers = _answers(store.lookups)

        assert answers == _answers(_anew(store))
        assert run is not None
        run()
        abandon(store)
    with Store.open(folder) as store:
        assert answers == _answers(store.lookups)


lives = st.lists(
    records
    | st.tuples(st.sampled_from([Event, Task, Question, Position]), few_ids)
    | st.sampled_from(["undo", "fold", "begin a fold", "run it", "close", "kill", "look up"]),
    max_size=25,
)


@settings(max_examples=30, deadline=None)
@given(lives)
def test_in_whatever_life_of_a_store_look_ups_are_as_if_built_anew(
    tmp_path_factory: pytest.TempPathFactory,
    happening: list[Record | tuple[type[Record], str] | str],
) -> None:
    folder = tmp_path_factory.mktemp("data")
    store = Store.open(folder)
    run: Callable[[], None] | None = None
    for one in happening:
        match one:
            case Record():
                put(store, one)
            case (kind, id):
                change(store, *[Change(held, None) for held in [store.get(kind, id)] if held])
            case "undo":
                with suppress(NothingToUndoError):
                    undo(store)
            case "fold":
                store.fold()
            case "begin a fold":
                run = store.begin_fold() or run
            case "run it" if run is not None:
                run()
            case "close" | "kill":
                store.close() if one == "close" else abandon(store)
                run = None
                store = Store.open(folder)
            case _:
                store.lookups.dated()

    assert _answers(_anew(store)) == _answers(store.lookups)
    store.close()


def _anew(store: Store) -> Lookups:
    storage = store._storage
    return Lookups.open(Path("nowhere"), "", storage.tables, storage.ids, {})


def _fail(*_: object) -> None:
    raise AssertionError


def _answers(lookups: "Lookups | _LookedUp") -> dict[str, object]:
    """All that look-ups tell about the few ids."""
    kinds = (Event, Task, Question, Position, Forum, Stakeholder)
    ids = [*"abcd", "panel", "lantern", "who-pays", "week", "tea"]
    return {
        "names": [lookups.names(id) for id in ids],
        "named by": [lookups.named_by(id) for id in ids],
        "tied": [lookups.tied(id) for id in ids],
        "naming": [lookups.naming(id, kind) for id in ids for kind in kinds],
        "in fields": [lookups.naming(id, Event, "parent", "organisers") for id in ids],
        "all named": [lookups.all_named(kind) for kind in kinds],
        "named by some": [lookups.all_named(kind, {"a", "b", "panel", "none"}) for kind in kinds],
        "dated": list(lookups.dated()),
    }


class _LookedUp:
    """The same answers, looked for in every record."""

    def __init__(self, records: list[Record]) -> None:
        self._named = [(record, tuple(named(record))) for record in records]

    def names(self, id: str) -> set[str]:
        return {name for record, names in self._named if record.id == id for _, name in names}

    def named_by(self, id: str) -> set[str]:
        return {record.id for record, names in self._named if id in {name for _, name in names}}

    def tied(self, id: str) -> set[str]:
        beside = [{name for _, name in names} for _, names in self._named]
        ends = [names for names in beside if id in names]
        return self.names(id).union(self.named_by(id), *ends) - {id}

    def naming(self, id: str, kind: type[Record], *fields: str) -> list[str]:
        return sorted(
            record.id
            for record, names in self._named
            if type(record) is kind
            and any(name == id and (not fields or field in fields) for field, name in names)
        )

    def all_named(self, kind: type[Record], by: AbstractSet[str] | None = None) -> set[str]:
        held = [r for r in self._named if type(r[0]) is kind and (by is None or r[0].id in by)]
        named_ones = [names for _, names in held]
        return {name for names in named_ones for _, name in names}

    def dated(self) -> list[Moment]:
        dated = [r for r, _ in self._named if isinstance(r, Event | Task) and when_of(r).is_dated]
        return [Moment(type(r), r.id, _stretch(r)) for r in sorted(dated, key=_by_time)]


def _by_time(record: Event | Task) -> tuple[int, int, bool, str]:
    stretch = _stretch(record)
    return stretch.start, -stretch.end, isinstance(record, Task), record.id


def _stretch(record: Event | Task) -> Stretch:
    when = when_of(record)
    span = when.span(ZoneInfo("UTC"))
    assert span is not None
    second = dt.timedelta(seconds=1)
    epoch = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    return Stretch((span.start - epoch) // second, -((epoch - span.end) // second), _floats(when))


def _floats(when: When) -> bool:
    return when.zone is None and when.offset is None


def test_look_ups_are_kept_by_a_fold_beside_and_outlast_a_kill(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = Store.open(folder)
    put(killed, PANEL, CLAIM)
    answers = _answers(killed.lookups)
    fold = killed.begin_fold()
    assert fold is not None
    fold()
    abandon(killed)
    monkeypatch.setattr(lookups_module, "build", _fail)

    with Store.open(folder) as store:
        assert answers == _answers(store.lookups)


def test_look_ups_that_had_to_be_built_are_kept_once_the_hand_rests(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, PANEL)
        store.fold()
        assert store.begin_fold() is None

        store.lookups.names("panel")
        keep = store.begin_fold()

        assert keep is not None
        keep()
        assert store.is_folded
        assert store.begin_fold() is None
