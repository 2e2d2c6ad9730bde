"""What befalls a desk at random: edits, merges, crashes, restarts, a cache that is harmed."""

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from briefing.desk import intake, same
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import Event, Record, table_name
from briefing.store.merge_files import merge_files
from briefing.store.records import KINDS, encode
from briefing.store.tables import read_table, write_table
from tests.desk.in_step import assert_as_made_anew, assert_in_step
from tests.desk.support import ANNOUNCEMENT, announcement, make_folder, open_desk
from tests.store.support import abandon

CACHES = ("index.db", "index.db-wal", "lookups.bin")


class Put(NamedTuple):
    """Records that are put in as one change."""

    records: tuple[Record, ...]


class Remove(NamedTuple):
    """A record that is taken out, where it is held."""

    kind: type[Record]
    id: str


class Pull(NamedTuple):
    """What a second person made of the tables since the last pull, merged into their files."""

    records: tuple[Record, ...]
    removed: tuple[Remove, ...]
    taken_in_by: str


class Restart(NamedTuple):
    """The end of the program, by its own will or not, what happens to a cache then, and a start."""

    way: str
    harm: str = ""
    cache: str = CACHES[0]
    place: float = 0.5
    """Where in the file, as a share of it."""


Action = Put | Remove | Pull | Restart | str


class Life:
    """A desk in a folder, and a second window that only looks, if there is one."""

    def __init__(self, place: Path, *records: Record) -> None:
        self._place = place
        self._folders = count()
        self._folder = make_folder(self._new_folder(), *records)
        self.desk = open_desk(self._folder)
        self._window: Desk | None = None
        self._tables = self._files()
        """The tables at the last pull."""
        self._old: dict[str, bytes] = {}
        """Caches as they once were."""
        self._go_on_folding: Callable[[], None] | None = None

    def take(self, action: Action) -> None:
        """Have something happen; what is refused in a sentence does not."""
        with suppress(BriefingError):
            match action:
                case Put():
                    with self.desk.change("Put") as edit:
                        for record in action.records:
                            edit.put(record)
                case Remove():
                    self._remove(action)
                case Pull():
                    self._pull(action)
                case Restart():
                    self._restart(action)
                case _:
                    getattr(self, f"_{action.replace(' ', '_')}")()

    def end(self) -> None:
        """Assert that everything is in step, and that it is after another start; close."""
        self._look()
        self._ask()
        self._restart(Restart("close"))
        self._look()
        self._close_window()
        self.desk.close()

    def _remove(self, action: Remove) -> None:
        held = self.desk.store.get(action.kind, action.id)
        if held is not None:
            with self.desk.change("Remove") as edit:
                edit.remove(held)

    # What the program does ------------------------------------------------------------------

    def _undo(self) -> None:
        self.desk.undo()

    def _redo(self) -> None:
        self.desk.redo()

    def _undo_theirs(self) -> None:
        self.desk.undo(outside=True)

    def _fold(self) -> None:
        self.desk.store.fold()

    def _begin_to_fold(self) -> None:
        self._go_on_folding = self.desk.store.begin_fold() or self._go_on_folding

    def _go_on(self) -> None:
        if self._go_on_folding is not None:
            self._go_on_folding()

    def _catch_up(self) -> None:
        for _ in self.desk.index.catch_up():
            pass

    def _catch_up_a_little(self) -> None:
        steps = self.desk.index.catch_up()
        next(steps, None)
        next(steps, None)
        steps.close()

    def _settle(self) -> None:
        self.desk.index.settle()

    def _look_up(self) -> None:
        self.desk.links.dated()

    def _bring_in(self) -> None:
        intake.bring_in(self.desk, announcement())

    def _bring_in_another(self) -> None:
        text = ANNOUNCEMENT.replace("12 June", "13 June").replace("cable", "lantern")
        intake.bring_in(self.desk, announcement(text, "talk.txt"))

    def _accept(self) -> None:
        intake.accept(self.desk, intake.waiting(self.desk)[:2], checked=True)

    def _merge(self) -> None:
        """Say that what was read is an event that is held, and take over what is new."""
        held = next(iter(self.desk.store.ids(Event)), None)
        for proposal in intake.waiting(self.desk):
            if isinstance(proposal.draft, Event) and held is not None:
                changed = same.accept_as_change(self.desk, proposal, held)
                intake.accept(self.desk, [changed], checked=True)
                return

    def _go_back(self) -> None:
        """Hold what was in the files at the last pull, as from a backup."""
        self.desk.store.restore(
            self._tables, label="Back", person=self.desk.person, at=self.desk.now
        )

    # What is looked at ----------------------------------------------------------------------

    def _look(self) -> None:
        assert_in_step(self.desk)
        if self._window is not None:
            self._window.store.refresh()
            assert_in_step(self._window)

    def _ask(self) -> None:
        self._catch_up()
        assert_as_made_anew(self.desk, self._new_folder())

    def _open_window(self) -> None:
        if self._window is None:
            self._window = open_desk(self._folder, writing=False)

    def _close_window(self) -> None:
        if self._window is not None:
            self._window.close()
            self._window = None

    # What happens outside -------------------------------------------------------------------

    def _pull(self, action: Pull) -> None:
        """Merge as git does, by our merge driver, and have the program find it."""
        if action.taken_in_by in ("close", "kill"):
            self._stop(action.taken_in_by)
        base, theirs = self._tables, {name: dict(lines) for name, lines in self._tables.items()}
        for record in action.records:
            theirs.setdefault(table_name(type(record)), {})[record.id] = encode(record)
        for kind, id in action.removed:
            theirs.get(table_name(kind), {}).pop(id, None)
        for name, lines in theirs.items():
            self._merge_file(name, base.get(name, {}), lines)
        self._tables = self._files()
        if action.taken_in_by in ("close", "kill"):
            self._start()
        elif action.taken_in_by == "refresh":
            self.desk.store.refresh()
        else:
            self.desk.store.fold()

    def _merge_file(
        self, name: str, base: Mapping[str, bytes], theirs: Mapping[str, bytes]
    ) -> None:
        ours = self._folder / "data" / f"{name}.jsonl"
        base_file, our_file, their_file = (
            self._place / side for side in ("base", "ours", "theirs")
        )
        held = read_table(ours).lines if ours.exists() else {}
        write_table(base_file, base)
        write_table(our_file, held)
        write_table(their_file, theirs)
        merge_files(base_file, our_file, their_file, ours.name)
        if read_table(our_file).lines != held:
            our_file.replace(ours)

    def _restart(self, action: Restart) -> None:
        self._stop(action.way)
        self._harm(action)
        self._start()

    def _stop(self, way: str) -> None:
        """End the program; killed, it leaves what is on the disk at this moment and no more."""
        self._close_window()
        self._go_on_folding = None
        if way == "kill":
            left = shutil.copytree(self._folder, self._new_folder())
            self.desk.index.close()
            abandon(self.desk.store)
            shutil.rmtree(self._folder)
            self._folder = left
        else:
            self.desk.close()

    def _start(self) -> None:
        self.desk = open_desk(self._folder)

    def _harm(self, action: Restart) -> None:
        folder = self._folder / "data" / ".cache"
        kept = {name: (folder / name).read_bytes() for name in CACHES if (folder / name).exists()}
        path, raw = folder / action.cache, bytearray(kept.get(action.cache, b""))
        at = int(len(raw) * action.place)
        match action.harm if action.cache in kept else "":
            case "lost":
                path.unlink(missing_ok=True)
            case "all lost":
                shutil.rmtree(folder, ignore_errors=True)
            case "cut":
                path.write_bytes(raw[:at])
            case "overwritten":
                path.write_bytes(raw[:at] + b"\xa5" * min(4_096, len(raw) - at) + raw[at + 4_096 :])
            case "of before" if action.cache in self._old:
                path.write_bytes(self._old[action.cache])
        self._old |= kept

    def _files(self) -> dict[str, dict[str, bytes]]:
        paths = {name: self._folder / "data" / f"{name}.jsonl" for name in KINDS}
        return {name: dict(read_table(p).lines) for name, p in paths.items() if p.exists()}

    def _new_folder(self) -> Path:
        return self._place / f"desk-{next(self._folders)}"
