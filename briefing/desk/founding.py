"""A desk's beginning: the records it starts with, and the files of a new workspace."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import msgspec

from briefing import config, platform
from briefing.desk import the_field
from briefing.errors import BriefingError
from briefing.model import RECORD_TYPES, Record, table_name
from briefing.store import Store, UnusableFolderError
from briefing.store.creation import create

_EXAMPLE_SETTINGS = """\
# An example desk on a day of its own. "Start my own desk" in the palette makes yours.
title = "Example desk"
today = 2023-07-20
"""


class BrokenStarterError(BriefingError):
    """A line of the records that a desk begins with can't be read."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")


class OccupiedError(BriefingError):
    """A desk is to be made where there is one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is a desk already; open it with `briefing --workspace {folder}`"
        )


def found(data: Path) -> None:
    """Make the store at the first start: from the starter records beside it, else empty.

    An empty desk holds the forums and stakeholders that the field knows, with their sources.
    """
    if Store.is_in(data):
        return
    beside = data / "starter"
    records = _starter(beside) if any(beside.glob("*.jsonl")) else the_field.records()
    with _usable(data):
        create(data, records)


def make_workspace(folder: Path, me: config.Me | None, *, starter: bool = False) -> None:
    """Make a new workspace in a folder; OccupiedError where there is one.

    A store that is there without its settings is kept as it is.
    """
    path = folder / config.FILE_NAME
    if path.exists():
        raise OccupiedError(folder)
    data = folder / "data"
    settings = _EXAMPLE_SETTINGS if starter else ""
    with _usable(folder):
        platform.make_private_folder(folder)
        if not Store.is_in(data):
            create(data, _starter(starter_folder()) if starter else the_field.records())
        platform.write_whole(path, (settings + me_section(me)).encode())


def me_section(me: config.Me | None) -> str:
    """Return a briefing.toml's [me] as text, each value quoted as TOML wants it."""
    if me is None:
        return '# Who you are, and your own clock:\n# [me]\n# name = ""\n# home = "Europe/Oslo"\n'
    fields = ("name", "organisation", "speaks_for", "home", "paper")
    lines = [f"{name} = {_quoted(getattr(me, name))}" for name in fields if getattr(me, name)]
    languages = ", ".join(_quoted(language) for language in me.languages)
    return "\n".join(["[me]", *lines, f"languages = [{languages}]", ""])


def starter_folder() -> Path:
    """Return the folder of the starter records: in the wheel, or in the checkout."""
    in_wheel = Path(str(files("briefing") / "_starter"))
    return in_wheel if in_wheel.is_dir() else Path(__file__).parents[2] / "data" / "starter"


@contextmanager
def _usable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnusableFolderError(folder, error) from error


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string but for U+007F, which JSON leaves bare (TOML 1.0).
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")


def _starter(folder: Path) -> Iterator[Record]:
    for kind in RECORD_TYPES:
        path = folder / f"{table_name(kind)}.jsonl"
        if not path.exists():
            continue
        decode = msgspec.json.Decoder(kind).decode
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            try:
                yield decode(line)
            except (msgspec.MsgspecError, ValueError) as error:
                raise BrokenStarterError(path, number, str(error)) from error
