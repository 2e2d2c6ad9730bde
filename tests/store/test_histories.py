import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from itertools import count, cycle
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import event as tally, given, settings, strategies as st

from briefing.model import Event, Record, Task, table_name
from briefing.store import Change, ChangedError, DamagedError, NothingToUndoError, Store
from briefing.store.records import decode, encode
from tests.store.support import NOW, PERSON, abandon, change, put, redo, undo

HISTORIES = 500 if os.environ.get("BRIEFING_TEST_LONG") else 60

Key = tuple[str, str]
Lines = dict[Key, bytes]
Values = tuple[str, str]

KINDS: tuple[type[Record], ...] = (Event, Task)
FIELDS = {"events": ("title", "venue"), "tasks": ("what", "condition")}


class Mine(NamedTuple):
    """An edit: records by id with the values of their two fields, or None to remove them."""

    records: dict[str, Values | None]


class Theirs(NamedTuple):
    """What a second person makes of the files: one field of a record, or None to remove it."""

    taken_in_by: str
    records: Mapping[str, tuple[int, str] | None]


ids = st.sampled_from(["a", "b", "c", "t1", "t2"])
values = st.sampled_from(["", "x", "y", "zz", "Ærø", 'q"\\\u2028'])
mine = st.builds(Mine, st.dictionaries(ids, st.none() | st.tuples(values, values), min_size=1))
theirs = st.builds(
    Theirs,
    st.sampled_from(["close", "kill", "refresh", "fold"]),
    st.dictionaries(ids, st.none() | st.tuples(st.sampled_from([0, 1]), values), min_size=1),
)
pauses = ("fold", "begin to fold", "go on folding", "close", "kill")
ways = st.sampled_from(["undo", "redo", "undo", "redo", *pauses])
stops = st.lists(st.sampled_from(["stay", "stay", *pauses]), min_size=1, max_size=5)

FIRST_RUN = (Mine({"a": ("x", "")}), "close")
"""What is in the files before the first run ends is where a desk begins, and nobody's change."""


class Turn(NamedTuple):
    """A way back or forth: the lines to be found, and those to be there after it."""

    number: int
    """When the change was made, whichever way it was gone since."""
    found: dict[Key, bytes | None]
    left: dict[Key, bytes | None]
    is_theirs: bool = False
    is_undone: bool = False


class Desk:
    """A store, and beside it what a person expects of undo and redo."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store.open(folder)
        self.lines: Lines = {}
        self.done: list[Turn] = []
        self.done_by_others: list[Turn] = []
        self.undone: list[Turn] = []
        self._changes = count()
        self._go_on_folding: Callable[[], None] | None = None

    def take(self, action: Mine | Theirs | str) -> None:
        if isinstance(action, Mine):
            self._edit(action)
        elif isinstance(action, Theirs):
            self._take_in(action.taken_in_by, action)
        elif action in ("close", "kill"):
            self._take_in(action)
        elif action == "undo":
            self._turn(undo, self.done)
        elif action == "undo theirs":
            self._turn(undo_theirs, self.done_by_others)
        elif action == "redo":
            self._turn(redo, self.undone)
        elif action == "fold":
            self._fold()
        elif action == "begin to fold":
            self._go_on_folding = self.store.begin_fold() or self._go_on_folding
        elif action == "go on folding" and self._go_on_folding:
            self._go_on_folding()
        assert held(self.store) == self.lines

    def files(self) -> dict[str, bytes]:
        paths = {name: self.folder / f"{name}.jsonl" for name in FIELDS}
        found = {name: path.read_bytes() for name, path in paths.items() if path.exists()}
        return {name: content for name, content in found.items() if content}

    def _edit(self, action: Mine) -> None:
        made = [(kind_of(id), id, v) for id, v in action.records.items()]
        changes = [Change(self.store.get(k, id), v and record(id, v)) for k, id, v in made]
        before = self.lines
        change(self.store, *[c for c in changes if c != (None, None)])
        self.lines = held(self.store)
        if turn := self._back_to(before):
            self.done.append(turn)
            self.undone.clear()

    def _turn(self, way: Callable[[Store], str], ways: list[Turn]) -> None:
        if not ways:
            with pytest.raises(NothingToUndoError):
                way(self.store)
        elif (lines := self._turned(ways[-1])) is None:
            tally(f"{way.__name__} refused")
            with pytest.raises(ChangedError):
                way(self.store)
        else:
            tally(way.__name__)
            way(self.store)
            self._has_turned(ways.pop(), lines)

    def _turned(self, turn: Turn) -> dict[Key, bytes | None] | None:
        """What going back makes of its records; None where one of its values has moved on."""
        lines: dict[Key, bytes | None] = {}
        for key, left in turn.left.items():
            now, found = self.lines.get(key), turn.found[key]
            if same(now, found):
                lines[key] = left
            elif now is None or found is None or left is None:
                return None
            else:
                was, back, is_now = fields_of(found), fields_of(left), fields_of(now)
                moved = {name for name in was if was[name] != back[name]}
                if any(is_now[name] != was[name] for name in moved):
                    return None
                values = is_now | {name: back[name] for name in moved}
                tally("beside another's field")
                lines[key] = put_together(now, values)
        return lines

    def _has_turned(self, turn: Turn, lines: dict[Key, bytes | None]) -> None:
        back = turn._replace(found=lines, left={k: self.lines.get(k) for k in lines})
        now: dict[Key, bytes | None] = {**self.lines, **lines}
        self.lines = {key: line for key, line in now.items() if line is not None}
        if turn.is_undone:
            mine = self.done_by_others if turn.is_theirs else self.done
            mine.append(back._replace(is_undone=False))
            mine.sort(key=lambda turn: turn.number)
        else:
            self.undone.append(back._replace(is_undone=True))

    def _back_to(self, before: Lines) -> Turn | None:
        keys = [k for k in {*before, *self.lines} if not same(before.get(k), self.lines.get(k))]
        found, left = ({key: lines.get(key) for key in keys} for lines in (self.lines, before))
        return Turn(next(self._changes), found, left) if keys else None

    def _fold(self) -> None:
        assert self.store.fold(), self.store.problems()
        assert self.files() == rendered(held(self.store))

    def _take_in(self, way: str, theirs: Theirs | None = None) -> None:
        if way == "close":
            self.store.close()
            assert self.files() == rendered(self.lines)
        elif way == "kill":
            abandon(self.store)
        base = parsed(self.files())
        if theirs:
            edit_files(self.folder, base, theirs)
        brought = parsed(self.files())
        if way in ("close", "kill"):
            self._go_on_folding = None
            self.store = Store.open(self.folder)
        elif way == "refresh":
            self._go_on_folding = self._go_on_folding and self._go_on_folding()
            self.store.refresh()
        else:
            self._fold()
        before, self.lines = self.lines, held(self.store)
        for key in {*base, *brought, *before, *self.lines}:
            self._require_kept(key, base, before, brought)
        if turn := self._back_to(before):
            self.done_by_others.append(turn._replace(is_theirs=True))

    def _require_kept(self, key: Key, base: Lines, before: Lines, brought: Lines) -> None:
        was, mine, theirs, now = (x.get(key) for x in (base, before, brought, self.lines))
        if same(was, theirs):
            assert same(mine, now)
        elif same(was, mine):
            tally("theirs alone")
            assert same(theirs, now)
        else:
            tally("both")
            assert texts_of(was, mine) | texts_of(was, theirs) <= texts_of(None, now)


def kind_of(id: str) -> type[Record]:
    return Task if id.startswith("t") else Event


def record(id: str, values: Values) -> Record:
    if kind_of(id) is Task:
        return Task(id=id, what=values[0], condition=values[1])
    return Event(id=id, title=values[0], venue=values[1])


def held(store: Store) -> Lines:
    """Every line that a store holds, byte for byte."""
    tables = [(table_name(kind), store.table(kind).lines) for kind in KINDS]
    return {(name, id): line for name, lines in tables for id, line in lines.items()}


def rendered(lines: Lines) -> dict[str, bytes]:
    """The tables' files, as they must be for these lines."""
    files: dict[str, bytes] = {}
    for (name, _id), line in sorted(lines.items()):
        files[name] = files.get(name, b"") + line + b"\n"
    return files


def parsed(files: dict[str, bytes]) -> Lines:
    return {(n, json.loads(x)["id"]): x for n, lines in files.items() for x in lines.splitlines()}


def same(one: bytes | None, other: bytes | None) -> bool:
    """Whether two lines are the same record, or there is none on either side."""
    if one is None or other is None:
        return one is other
    kind = Event if b'"event"' in one else Task
    return decode(kind, one) == decode(kind, other)


def fields_of(line: bytes) -> dict[str, tuple[object, object]]:
    """What a record says in each of its fields, and what that rests on."""
    kept = decode(Event if b'"event"' in line else Task, line)
    said = {name: getattr(kept, name) for name in kept.__struct_fields__ if name != "evidence"}
    return {name: (value, kept.evidence_at(name)) for name, value in said.items()}


def put_together(line: bytes, fields: dict[str, tuple[object, object]]) -> bytes:
    """A record with these values, and what they rest on."""
    kept = decode(Event if b'"event"' in line else Task, line)
    values = {name: value for name, (value, _) in fields.items()}
    evidence = {path: e for _, each in fields.values() for path, e in dict(each).items()}  # type: ignore[call-overload]
    return encode(msgspec.structs.replace(kept, **values, evidence=evidence))


def texts_of(before: bytes | None, line: bytes | None) -> set[str]:
    """What a record says in its fields, and did not say before."""
    said = json.loads(before or b"{}").items()
    return {
        text
        for item in json.loads(line or b"{}").items()
        if item not in said
        for text in texts(item[1])
    }


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts(item)


def undo_theirs(store: Store) -> str:
    return store.undo(person=PERSON, at=NOW, outside=True)


def edit_files(folder: Path, lines: Lines, theirs: Theirs) -> None:
    """Change the files as git does: each touched file replaced by another one."""
    folder.mkdir(exist_ok=True)
    emptied = {name: b"" for name, _id in lines}
    lines = dict(lines)
    for id, edited in theirs.records.items():
        name = table_name(kind_of(id))
        if edited is None:
            lines.pop((name, id), None)
            continue
        field, value = edited
        was = json.loads(lines.get((name, id), b"{}"))
        fields = was | {"id": id, "type": name[:-1]}
        fields.setdefault(FIELDS[name][0], "theirs")
        fields[FIELDS[name][field]] = value
        if not value and field:
            del fields[FIELDS[name][field]]
        if fields != was:
            lines[name, id] = json.dumps(fields, ensure_ascii=False).encode()
    for name, content in (emptied | rendered(lines)).items():
        (folder / "new").write_bytes(content)
        (folder / "new").replace(folder / f"{name}.jsonl")


def walk(desk: Desk, way: str, stops: Iterator[str], left: list[Turn]) -> None:
    """Go one way as far as it goes: to the end, or to where it is refused."""
    at = len(left) + 1
    while len(left) < at:
        at = len(left)
        desk.take(way)
        desk.take(next(stops))


@settings(max_examples=HISTORIES, deadline=None)
@given(st.lists(mine | ways, min_size=6, max_size=25), stops)
def test_any_history_goes_back_to_its_beginning_and_on_to_its_end_byte_for_byte(
    actions: list[Mine | str], stops: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as parent:
        desk = Desk(Path(parent, "data"))
        for action in actions:
            desk.take(action)
        walk(desk, "redo", cycle(stops), desk.undone)
        last = desk.lines

        walk(desk, "undo", cycle(stops), desk.done)

        assert desk.lines == {}
        walk(desk, "redo", cycle(stops), desk.undone)
        assert last == desk.lines
        desk.store.close()


@settings(max_examples=HISTORIES, deadline=None)
@given(st.lists(mine | ways | theirs | st.just("undo theirs"), min_size=6, max_size=25), stops)
def test_undo_is_refused_only_where_a_second_person_changed_the_same_value(
    actions: list[Mine | Theirs | str], stops: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as parent:
        desk = Desk(Path(parent, "data"))
        for action in [*FIRST_RUN, *actions]:
            desk.take(action)
        walk(desk, "undo", cycle(stops), desk.done)
        walk(desk, "redo", cycle(stops), desk.undone)
        desk.store.close()


def test_what_others_change_before_the_first_fold_is_kept_beside_ours(folder: Path) -> None:
    edit_files(folder, {}, Theirs("", {"a": (0, "from the clone"), "b": (0, "unchanged")}))
    store = Store.open(folder)
    before = held(store)
    change(store, Change(store.get(Event, "a"), Event(id="a", title="mine")))
    change(store, Change(store.get(Event, "c"), Event(id="c", title="mine")))
    undo(store)
    abandon(store)

    brought = {"a": (1, "theirs"), "b": (1, "theirs"), "c": (0, "theirs"), "t1": (0, "theirs")}
    edit_files(folder, before, Theirs("", brought))

    with Store.open(folder) as store:
        events = [(e.id, e.title, e.venue) for e in store.all(Event)]
        assert [
            ("a", "mine", "theirs"),
            ("b", "unchanged", "theirs"),
            ("c", "theirs", ""),
        ] == events
        assert store.get(Task, "t1")


def test_a_file_that_was_only_written_another_way_is_no_edit_of_a_record(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, Event(id="a", title="x"), Event(id="b", title="x"))
        store.fold()
        path = folder / "events.jsonl"
        path.write_bytes(path.read_bytes().replace(b":", b": ").replace(b"}", b', "venue": ""}'))
        store.refresh()

        assert [entry.label for entry in store.history()] == ["put in"]
        edit_files(folder, held(store), Theirs("", {"a": None}))
        store.refresh()

        assert ["b"] == list(store.ids(Event))


def test_what_others_change_in_several_tables_is_taken_in_at_once_or_not_at_all(
    folder: Path,
) -> None:
    with Store.open(folder) as store:
        put(store, Event(id="a", title="x"), Task(id="t1", what="x"))
        store.fold()
        edit_files(folder, held(store), Theirs("", {"a": (0, "theirs"), "t1": (0, "theirs")}))
        whole = (folder / "tasks.jsonl").read_bytes()
        (folder / "tasks.jsonl").write_bytes(whole[:-5])

        with pytest.raises(DamagedError, match=r"tasks\.jsonl:1"):
            store.refresh()

        assert store.get(Event, "a") == Event(id="a", title="x")
        (folder / "tasks.jsonl").write_bytes(whole)
        store.refresh()
        undo_theirs(store)
        assert store.get(Event, "a") == Event(id="a", title="x")
        assert store.get(Task, "t1") == Task(id="t1", what="x")


def test_an_edit_of_nothing_in_a_line_that_others_wrote_is_no_step_to_undo(folder: Path) -> None:
    line = b'{"id": "a", "type": "event", "title": "x"}\n'
    with Store.open(folder) as store:
        put(store, Task(id="t1", what="x"))
        store.fold()
        (folder / "events.jsonl").write_bytes(line)
        store.refresh()

        put(store, Event(id="a", title="x"))

        undo(store)
        assert store.get(Event, "a")
        assert not store.get(Task, "t1")


def test_a_record_that_others_brought_and_removed_can_be_put_in_again(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, Event(id="a", title="x"))
    edit_files(folder, held(store), Theirs("", {"b": (0, "y")}))
    store = Store.open(folder)
    change(store, Change(store.get(Event, "b"), None))
    abandon(store)
    edit_files(folder, held(store), Theirs("", {"b": None, "c": (0, "y")}))
    store = Store.open(folder)
    put(store, Event(id="b", title="y"))
    abandon(store)

    lines = {("events", "a"): b'{"id":"a","type":"event","title":"x"}'}
    edit_files(folder, lines, Theirs("", {"c": (0, "z")}))

    with Store.open(folder) as store:
        assert ["a", "b", "c"] == list(store.ids(Event))
        assert store.get(Event, "b") == Event(id="b", title="y")
