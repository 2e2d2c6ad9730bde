"""A model of a disk that keeps no more than POSIX asks of it when its power is lost.

A file's bytes are sure to be there once the file was synced, a name once its folder was. Until then
each write may be there whole, in part, as zeros or not at all, and each change of a folder may be
there or not, whatever came before and after it.
"""

import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

Node: TypeAlias = "File | Folder"
Names: TypeAlias = "dict[str, File | Folder]"
Change: TypeAlias = "dict[str, File | Folder | None]"


class Done(NamedTuple):
    """A system call that succeeded, on paths that need no folder to be understood."""

    name: str
    arguments: tuple[object, ...]
    result: object


class File:
    """A file's bytes: what is sure, what was written since, and what a program sees."""

    def __init__(self, content: bytes = b"") -> None:
        self._sure = content
        self._unsure: list[tuple[int, bytes | None]] = []
        self.content = bytearray(content)

    def write(self, position: int, content: bytes) -> None:
        """Put bytes at a position."""
        _put(self.content, position, content)
        self._unsure.append((position, content))

    def cut(self, length: int) -> None:
        """Cut the file, or lengthen it with zeros."""
        _cut(self.content, length)
        self._unsure.append((length, None))

    def sync(self) -> None:
        """Make sure of everything."""
        self._sure = bytes(self.content)
        self._unsure.clear()

    def left(self, chance: random.Random, odds: float) -> bytes:
        """Return what may be left; `odds` are those of each change to be there."""
        content = bytearray(self._sure)
        for position, written in self._unsure:
            if written is None:
                if chance.random() < odds:
                    _cut(content, position)
            elif chance.random() < odds:
                _put(content, position, written)
            else:
                _put(content, position, _torn(written, chance))
        return bytes(content)


class Folder:
    """A folder's names: which are sure, what was done since, and what a program sees."""

    def __init__(self) -> None:
        self.names: Names = {}
        self._sure: Names = {}
        self._unsure: list[Change] = []

    def change(self, names: Change) -> None:
        """Give names to what they shall stand for, None to take them away; in one step."""
        _rename(self.names, names)
        self._unsure.append(names)

    def sync(self) -> None:
        """Make sure of every name."""
        self._sure = dict(self.names)
        self._unsure.clear()

    def left(self, chance: random.Random, odds: float) -> Names:
        """Return the names that may be left; `odds` are those of each change to be there."""
        names = dict(self._sure)
        for change in self._unsure:
            if chance.random() < odds:
                _rename(names, change)
        return names


class Disk:
    """A folder's files as a program sees them, and as a loss of power may leave them."""

    def __init__(self, root: Path, forgets: str = "") -> None:
        self._root = root
        self._forgets = forgets
        self._top = _loaded(root)
        self._open: dict[object, tuple[Node, int | None]] = {}

    def restart(self) -> None:
        """Forget what was open, as when a process has ended."""
        self._open.clear()

    def take(self, done: Done) -> bool:
        """Follow a call; return whether anything changed by it."""
        match done:
            case Done("open", (str(path), int(flags)), descriptor):
                return self._take_open(path, flags, descriptor)
            case Done("close", (descriptor,), _):
                self._open.pop(descriptor, None)
                return False
            case Done("mkdir", (str(path),), _):
                self._change({path: Folder()})
            case Done("unlink" | "rmdir", (str(path),), _):
                self._change({path: None})
            case Done("replace" | "rename", (str(source), str(target)), _):
                self._change({source: None, target: self._at(source)})
            case _:
                return self._take_of_file(done)
        return True

    def lose_power(self, target: Path, chance: random.Random) -> None:
        """Write into a new folder what may be left."""
        odds = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        _write(self._top, target, chance, odds)

    def difference(self) -> list[str]:
        """Return the paths at which a program sees something else than this model does."""
        real, modelled = dict(_files(_loaded(self._root))), dict(_files(self._top))
        return sorted(path for path in {*real, *modelled} if real.get(path) != modelled.get(path))

    # Below ----------------------------------------------------------------------------------

    def _take_open(self, path: str, flags: int, descriptor: object) -> bool:
        if not Path(path).is_relative_to(self._root):
            return False
        node = self._at(path)
        is_new = node is None
        if node is None:
            node = File()
            self._change({path: node})
        is_cut = isinstance(node, File) and bool(flags & os.O_TRUNC)
        if isinstance(node, File) and is_cut:
            node.cut(0)
        self._open[descriptor] = node, None if flags & os.O_APPEND else 0
        return is_new or is_cut

    def _take_of_file(self, done: Done) -> bool:
        if done.arguments[0] not in self._open:
            return False
        node, position = self._open[done.arguments[0]]
        match done, node:
            case Done("write", (descriptor, bytes(content)), _), File():
                at = len(node.content) if position is None else position
                node.write(at, content)
                if position is not None:
                    self._open[descriptor] = node, at + len(content)
            case Done("ftruncate", (_, int(length)), _), File():
                node.cut(length)
            case Done("fsync", _, _), _:
                if self._forgets != type(node).__name__.lower():
                    node.sync()
            case _:
                message = f"the model does not know {done.name} of {node}"
                raise NotImplementedError(message)
        return True

    def _at(self, path: str) -> "Node | None":
        node: Node | None = self._top
        for name in Path(path).relative_to(self._root).parts:
            node = node.names.get(name) if isinstance(node, Folder) else None
        return node

    def _change(self, nodes: Change) -> None:
        changes: dict[str, Change] = {}
        for path, node in nodes.items():
            folder, name = os.path.split(path)
            changes.setdefault(folder, {})[name] = node
        for path, names in changes.items():
            above = self._at(path)
            assert isinstance(above, Folder)
            above.change(names)


def _put(content: bytearray, position: int, written: bytes) -> None:
    if written:
        content.extend(bytes(max(0, position - len(content))))
        content[position : position + len(written)] = written


def _cut(content: bytearray, length: int) -> None:
    del content[length:]
    content.extend(bytes(length - len(content)))


def _torn(written: bytes, chance: random.Random) -> bytes:
    """Return what may be there of a write that is not there whole."""
    at = chance.randrange(len(written) + 1)
    beginning, end = written[:at], written[at:]
    return chance.choice(
        (b"", beginning, beginning + bytes(len(end)), bytes(at) + end, bytes(len(written)))
    )


def _rename(names: Names, change: Change) -> None:
    for name, node in change.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def _loaded(path: Path) -> Folder:
    folder = Folder()
    for found in path.iterdir():
        node = _loaded(found) if found.is_dir() else File(found.read_bytes())
        folder.change({found.name: node})
    folder.sync()
    return folder


def _files(folder: Folder, path: str = "") -> Iterator[tuple[str, bytes]]:
    for name, node in folder.names.items():
        if isinstance(node, File):
            yield f"{path}{name}", bytes(node.content)
        else:
            yield f"{path}{name}/", b""
            yield from _files(node, f"{path}{name}/")


def _write(folder: Folder, target: Path, chance: random.Random, odds: float) -> None:
    target.mkdir()
    for name, node in folder.left(chance, odds).items():
        if isinstance(node, File):
            (target / name).write_bytes(node.left(chance, odds))
        else:
            _write(node, target / name, chance, odds)
