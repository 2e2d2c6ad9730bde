"""Forgetting: a record and its source taken out of all that a data folder keeps."""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

import msgspec
from filelock import Timeout

from briefing.errors import Problem
from briefing.platform import (
    make_private_folder,
    replace,
    sync_folder,
    write_whole,
)
from briefing.store import backup, issued, restore
from briefing.store.data_folder import lock_of
from briefing.store.errors import LockedError, NotSavedError
from briefing.store.traces import Cleaning, Traces, plain_text

UNFINISHED = PurePosixPath("journal/forget.json")
"""What is being forgotten, while it is."""

_HOLDS = "this still holds some of these words"
_MADE_FROM = "this issued note was made from it; `briefing forget {} --issued` deletes its files"
_FOLD = PurePosixPath("journal/fold.json")
_READABLE = frozenset({".csv", ".eml", ".htm", ".html", ".ics", ".json", ".jsonl", ".md", ".txt"})
_ZIPPED = frozenset({".docx", ".odt"})


def unfinished(data: Path) -> Traces | None:
    """Return what was being forgotten when that was cut short, or None."""
    try:
        return msgspec.json.decode((data / UNFINISHED).read_bytes(), type=Traces)
    except (OSError, ValueError):
        return None


def forget(data: Path, what: Traces) -> list[Problem]:
    """Take traces out of a data folder and its backups, and return where they still stand.

    Cut short, it is whole after it is done again. LockedError where somebody works in the folder,
    NotSavedError where the disk refuses.
    """
    with alone(data):
        try:
            make_private_folder((data / UNFINISHED).parent)
            write_whole(data / UNFINISHED, msgspec.json.encode(what))
            _clean_folder(data, what)
            cleaned = (_clean_backup(path, what) for path in backup.all_in(data))
            left = [problem for problem in cleaned if problem is not None]
            left += still_holding(data, what)
            (data / UNFINISHED).unlink()
            sync_folder((data / UNFINISHED).parent)
        except OSError as error:
            raise NotSavedError(data, error) from error
    return left


def still_holding(data: Path, what: Traces) -> list[Problem]:
    """Return the files of a workspace that hold traces, which are a person's to change."""
    issues = [path.parent for path in issued.facts_files(data) if what.are_in(_text(path))]
    files = (p for p in _files_of_people(data) if p.parent not in issues)
    return [
        *(Problem(str(issue), None, _MADE_FROM.format(what.ids[0])) for issue in issues),
        *(problem for path in files for problem in _holding(path, what)),
        *_kept_by_git(data),
    ]


def _text(path: Path) -> str:
    return path.read_bytes().decode(errors="replace")


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Keep others from writing in a data folder; LockedError where somebody does."""
    lock = lock_of(data)
    try:
        lock.acquire()
    except Timeout as error:
        raise LockedError(data) from error
    try:
        yield
    finally:
        lock.release()


def _clean_folder(data: Path, what: Traces) -> None:
    cleaning = Cleaning(what)
    paths = {PurePosixPath(path.relative_to(data).as_posix()): path for path in _files(data)}
    for inside in _fold_last(paths):
        if inside.parts[0] in (backup.FOLDER, ".lock") or inside == UNFINISHED:
            continue
        path = paths[inside]
        content = path.read_bytes()
        cleaned = None if backup.is_half_written(inside) else cleaning.cleaned(inside, content)
        if cleaned is None:
            path.unlink()
        elif cleaned != content:
            write_whole(path, cleaned)
    for folder in sorted((path for path in data.rglob("*") if path.is_dir()), reverse=True):
        with suppress(OSError):  # It is only removed where it is empty.
            folder.rmdir()
            continue
        sync_folder(folder)
    sync_folder(data)


def _clean_backup(path: Path, what: Traces) -> Problem | None:
    """Write a backup anew where it holds traces; return why it can't be read."""
    anew = path.with_name(f".{path.name}.new")
    try:
        with restore.opened(path) as old, backup.zipped(anew) as new:
            is_changed = _copy_cleaned(path, old, new, Cleaning(what))
        if is_changed:
            replace(anew, path)
            sync_folder(path.parent)
    except restore.UnreadableBackupError as error:
        return Problem(str(path), None, f"delete it yourself, it may hold these words: {error}")
    finally:
        anew.unlink(missing_ok=True)
    return None


def _copy_cleaned(
    path: Path, old: zipfile.ZipFile, new: zipfile.ZipFile, cleaning: Cleaning
) -> bool:
    """Copy a backup without the traces, and return whether there were any."""
    is_changed = False
    names = {PurePosixPath(*PurePosixPath(n).parts[1:]): n for n in restore.member_names(path, old)}
    for inside in _fold_last(names):
        content = old.read(names[inside])
        cleaned = cleaning.cleaned(inside, content) if inside.parts else content
        is_changed |= cleaned != content
        if cleaned is not None:
            info = zipfile.ZipInfo(names[inside], old.getinfo(names[inside]).date_time)
            info.external_attr = old.getinfo(names[inside]).external_attr
            new.writestr(info, cleaned, zipfile.ZIP_DEFLATED, backup.QUICK)
    return is_changed


def _fold_last(paths: Iterable[PurePosixPath]) -> list[PurePosixPath]:
    return sorted(paths, key=lambda inside: (inside == _FOLD, inside))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _files_of_people(data: Path) -> Iterator[Path]:
    """Yield the readable files of a workspace that this program did not just clean."""
    for path in _files(data.parent):
        inside = path.relative_to(data.parent).parts
        is_hidden = any(part.startswith(".") for part in inside)
        is_cleaned = inside[:2] in (("data", backup.FOLDER), ("data", UNFINISHED.parts[0]))
        is_table = path.parent == data and path.suffix == ".jsonl"
        is_readable = path.suffix in _READABLE | _ZIPPED
        if is_readable and not (is_hidden or is_cleaned or is_table):
            yield path


def _holding(path: Path, what: Traces) -> Iterator[Problem]:
    content = path.read_bytes()
    lines = content.split(b"\n") if path.suffix == ".jsonl" else []
    for number, text in enumerate((plain_text(line) for line in lines), start=1):
        if what.are_in(text):
            yield Problem(str(path), number, _HOLDS)
    if not lines and what.are_in(_text_of(path, content)):
        yield Problem(str(path), None, _HOLDS)


def _text_of(path: Path, content: bytes) -> str:
    if path.suffix in _ZIPPED:
        with suppress(zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
            content = b"\n".join(archive.read(n) for n in archive.namelist() if n.endswith("xml"))
    return plain_text(content)


def _kept_by_git(data: Path) -> Iterator[Problem]:
    for folder in data.resolve().parents:
        if (folder / ".git").exists():
            yield Problem(str(folder / ".git"), None, "git keeps the older versions of its files")
            return
