"""Issued notes: the files of each issue and the facts it was made from, never changed again.

They stand under `notes/NOTE/NUMBER/` in the data folder, whole or not at all, and on the disk
before a record names them; so what a crash or an undo leaves is a folder that no record names.
`facts.jsonl` there has a line on the issue itself, then one for each record. All of them can only
be read, since programs that open a note would write into it.
"""

import hashlib
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from briefing.errors import Problem
from briefing.model import Issue, Note
from briefing.platform import make_private_folder, replace, seal, sync_folder, write_whole
from briefing.store.errors import InvalidRecordError, NotSavedError, StoreError
from briefing.store.finding import Finding
from briefing.store.spares import Spares, move_aside
from briefing.store.traces import FACTS, FOLDER
from briefing.text import file_name


class AlreadyIssuedError(StoreError):
    """A number that was given out is to be given out again."""

    def __init__(self, note: str, number: int) -> None:
        super().__init__(f"No. {number} of {note} is there already; an issue is never changed.")


class NotIssuedError(StoreError):
    """An issue's file is not in the folder."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__(
            f"“{name}” of No. {number} is not kept here; "
            "`briefing check --mend` looks for it in the backups."
        )


class AlteredIssueError(StoreError):
    """An issue's file does not hold what was issued."""

    def __init__(self, path: Path, number: int) -> None:
        super().__init__(
            f"{path} is not what went out as No. {number}: something wrote into it since; "
            "`briefing check --mend` puts it back from a backup."
        )


def keep(data: Path, note: str, number: int, files: Mapping[str, bytes]) -> None:
    """Keep the files of an issue, whole or not at all; on return they are on the disk.

    AlreadyIssuedError where the number was given out before, NotSavedError where the disk refuses.
    """
    folder = _folder_of(data, note)
    unfinished, target = folder / f".{number}.new", folder / str(number)
    if target.exists():
        raise AlreadyIssuedError(note, number)
    try:
        for above in (folder.parent, folder):
            make_private_folder(above)
        shutil.rmtree(unfinished, ignore_errors=True)
        make_private_folder(unfinished)
        for name, content in files.items():
            write_whole(unfinished / _safe(name), content)
            seal(unfinished / _safe(name))
        replace(unfinished, target)
        for above in (folder, folder.parent, data):
            sync_folder(above)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise NotSavedError(folder, error) from error


def numbers(data: Path, note: str) -> list[int]:
    """Return the numbers that were given out to a note, undone ones too."""
    with suppress(OSError, InvalidRecordError):
        return sorted(int(p.name) for p in _folder_of(data, note).iterdir() if p.name.isdecimal())
    return []


def notes(data: Path) -> list[str]:
    """Return the ids of the notes that anything was issued of, also of those held no more."""
    with suppress(OSError):
        return sorted(p.name for p in (data / FOLDER).iterdir() if not p.name.startswith("."))
    return []


def path(data: Path, note: str, number: int, name: str) -> Path:
    """Return where a file of an issue stands, if it does."""
    return _folder_of(data, note) / str(number) / _safe(name)


def read(data: Path, note: str, number: int, name: str, sha256: str) -> bytes:
    """Return a file as it was issued; NotIssuedError, AlteredIssueError where it is not that."""
    found = path(data, note, number, name)
    try:
        content = found.read_bytes()
    except OSError as error:
        raise NotIssuedError(name, number) from error
    if digest(content) != sha256:
        raise AlteredIssueError(found, number)
    return content


def digest(content: bytes) -> str:
    """Return the SHA-256 that a record names bytes by."""
    return hashlib.sha256(content).hexdigest()


def facts_files(data: Path) -> list[Path]:
    """Return the facts of every issue that is in a data folder."""
    return sorted((data / FOLDER).glob(f"[!.]*/[!.]*/{FACTS}"))


def findings(data: Path, held: Iterable[Note], *, mend: bool) -> Iterator[Finding]:
    """Yield what is not as it was issued, and what no note that is held was issued as."""
    named, given = set[Path](), defaultdict[tuple[str, str, int], list[Issue]](list)
    for note in held:
        for issue in note.issues:
            named.add(data / FOLDER / note.id / str(issue.number))
            given[note.subject, note.kind, issue.number].append(issue)
            yield from _changed(data, note.id, issue, mend=mend)
    for (subject, kind, number), issues in given.items():
        if len(issues) > 1:
            what = f"No. {number} of the {kind} on {subject} {twice(issues)}"
            yield Finding(Problem(str(data / FOLDER), None, what), is_wrong=False)
    for folder in sorted((data / FOLDER).glob("[!.]*/[!.]*")):
        if folder.is_dir() and folder not in named:
            what = "nothing on the desk names this issue: it was undone, or cut short"
            yield Finding(Problem(str(folder), None, what), is_wrong=False)


def twice(issues: Iterable[Issue]) -> str:
    """Return that several went out under one number, which each, and what to do."""
    out = "; ".join(f"by {one.person} on {one.on} for {one.level}" for one in issues)
    return (
        f"went out more than once: {out}. Each stays as it went out; "
        "say the day when you name one, and issue it again to have one that counts"
    )


def _changed(data: Path, note: str, issue: Issue, *, mend: bool) -> Iterator[Finding]:
    kept = [(file.name, file.sha256) for file in issue.files]
    for name, sha256 in (*kept, *([(FACTS, issue.facts)] if issue.facts else [])):
        try:
            read(data, note, issue.number, name, sha256)
        except StoreError as error:
            is_there = isinstance(error, AlteredIssueError)
        else:
            if mend:
                seal(path(data, note, issue.number, name))
            continue
        state = "is not what was issued" if is_there else "is missing"
        found = data / FOLDER / note / str(issue.number) / name
        is_back = mend and _put_back(data, note, issue.number, name, sha256)
        problem = Problem(str(found), None, f"{note}: this file of No. {issue.number} {state}")
        yield Finding(problem, "put back from a backup" if is_back else "")


def _put_back(data: Path, note: str, number: int, name: str, sha256: str) -> bool:
    """Put an issue's file back out of a backup, and the one that is there aside."""
    spares = Spares(data).issued(note, number, name)
    content = next((spare for spare in spares if digest(spare) == sha256), None)
    if content is None:
        return False
    target = path(data, note, number, name)
    if target.exists():
        move_aside(data, target)
    for above in (target.parents[1], target.parent):
        make_private_folder(above)
    write_whole(target, content)
    seal(target)
    return True


def _folder_of(data: Path, note: str) -> Path:
    return data / FOLDER / _safe(note)


def _safe(name: str) -> str:
    # Ids and names may come out of a table that somebody else wrote.
    if name.startswith(".") or file_name(name, longest=len(name)) != name:
        raise InvalidRecordError(FOLDER, name, "no file can be called that")
    return name
