"""`check`, `backup`, `restore`, `forget`."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.opening import workspace
from briefing.cli.output import print_json, print_text, say
from briefing.cli.root import Common, as_json, common
from briefing.errors import BriefingError, Problem
from briefing.text import clean, count

if TYPE_CHECKING:
    from briefing.store.finding import Finding


class NotWholeIdError(BriefingError):
    """What can't be undone is asked for by words, where nobody can be asked back."""

    exit_code = 2

    def __init__(self, id: str, title: str) -> None:
        super().__init__(f"to forget “{title}”, write its whole id: {id}")


class NoDeskError(BriefingError):
    """There are no records where a desk is to be checked."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds no records")


@click.command("check")
@click.option("--mend", is_flag=True, help="Mend what is safe; what can't be read is set aside.")
@as_json
@common
def check_command(given: Common, mend: bool, as_json: bool) -> None:
    """Look the desk's files over, even where it does not open; exit code 1 where something is left.

    Without --mend nothing is changed.
    """
    from briefing.store.check import check

    data = workspace(given.workspace) / "data"
    if not data.is_dir():
        raise NoDeskError(data)
    found = check(data, mend=mend)
    left = sum(finding.is_left for finding in found)
    if as_json:
        print_json([_as_fields(finding) for finding in found])
    for finding in found if not as_json else ():
        done = f" ({finding.done})" if finding.done else ""
        print_text(clean(f"{finding.problem}{done}"))
    if not left:
        say("All is well.")
        return
    mended = "" if mend else " `briefing check --mend` mends what is safe."
    say(f"{count(left, 'thing')} to see to.{mended}")
    click.get_current_context().exit(1)


@click.command("backup")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file.")
@common
def backup_command(given: Common, output: Path | None) -> None:
    """Write the whole desk to one zip file, and print its name."""
    from briefing.desk import keeping

    with given.desk() as desk:
        print_text(str(keeping.back_up(desk, output)))


@click.command("restore")
@click.argument("backup", metavar="FILE|DAY")
@common
def restore_command(given: Common, backup: str) -> None:
    """Go back to a backup: a file, or a day such as 2026-03-12. `briefing undo` takes it back."""
    from briefing.config import FILE_NAME
    from briefing.desk import keeping
    from briefing.store import backup as backups, restore

    folder = workspace(given.workspace)
    file = backups.find(folder / "data", backup)
    if not (folder / FILE_NAME).is_file():
        restore.found_from(file, folder)
        say(f"Made a desk in {folder} of {file}.")
        return
    with given.desk(writing=True) as desk:
        unpacked = keeping.read_backup(desk, file)
        changed = keeping.go_back(desk, unpacked)
    if changed:
        say(f"Restored {file.name}: {count(changed, 'record')} changed; `briefing undo` undoes it.")
    else:
        say(f"The desk holds what {file.name} holds; no record was changed.")
    if unpacked.files:
        say(f"{count(unpacked.files, 'file')} put back.")


@click.command("forget")
@click.argument("id")
@click.option("--source", "with_shared", is_flag=True, help="Its source too, if others rest on it.")
@click.option("--issued", "with_issued", is_flag=True, help="Other issued notes that hold it too.")
@common
def forget_command(given: Common, id: str, with_shared: bool, with_issued: bool) -> None:
    """Take a record and its source out of everything, history and backups too, for good.

    What was issued as its own note goes with it. Other issued notes that it went into are named,
    and deleted with --issued. Files that were written elsewhere are not touched.
    """
    from msgspec.structs import replace

    from briefing.store.forget import forget, unfinished
    from briefing.store.recall import issued_from, recall, traces

    data = workspace(given.workspace) / "data"
    if (begun := unfinished(data)) is not None:
        say(f"Finishing first what was cut short: forgetting {begun.ids[0]}.")
        _tell_left(forget(data, begun))
        if id == begun.ids[0]:
            return
    whole_id = _confirmed(given, id)
    memory = recall(data, whole_id)
    shared = memory.shared
    with_shared = with_shared or (bool(shared) and _is_source_too(shared))
    what = traces(data, memory, with_shared=with_shared)
    issues = issued_from(data, what)
    if issues and (with_issued or _are_issues_too(issues)):
        what = replace(what, folders=(*what.folders, *issues))
    left = forget(data, what)
    say(f"Forgot {whole_id}.")
    for folder in what.folders:
        say(f"What was issued in {folder} went with it.")
    for source, others in shared.items() if not with_shared else ():
        say(f"Its source {source} is kept: {count(len(others), 'other record')} rest on it.")
    _tell_left(left)


def _as_fields(finding: "Finding") -> dict[str, object]:
    source, line, message = (getattr(finding.problem, n) for n in ("source", "line", "message"))
    fields = {"file": source, "line": line, "problem": message}
    return {**fields, "done": finding.done, "left": finding.is_left}


def _confirmed(given: Common, words: str) -> str:
    """Return the id that is meant, after asking; as it is where it is held no more."""
    from briefing.desk import find
    from briefing.model import RECORD_TYPES

    with given.desk() as desk:
        try:
            record = find.resolve(desk, words, RECORD_TYPES)
        except find.NotFoundError:
            return words
        title = find.title_of(record)
    if _can_ask():
        click.confirm(f"Forget “{title}” for good? No undo brings it back.", abort=True, err=True)
    elif record.id != words:
        raise NotWholeIdError(record.id, title)
    return record.id


def _is_source_too(shared: Mapping[str, tuple[str, ...]]) -> bool:
    others = sum(map(len, shared.values()))
    asked = f"{count(others, 'other record')} rest on its source. Forget the source too?"
    return _can_ask() and click.confirm(asked, err=True)


def _are_issues_too(issues: Sequence[str]) -> bool:
    asked = f"{count(len(issues), 'issued note')} hold it: {', '.join(issues)}. Delete these too?"
    return _can_ask() and click.confirm(asked, err=True)


def _can_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _tell_left(left: Sequence[Problem]) -> None:
    for problem in left:
        say(str(problem))
