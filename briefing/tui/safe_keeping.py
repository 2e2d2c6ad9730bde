"""Backups, checks and forgetting on the screen: beside its own work, and told when done."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefing.desk import keeping
from briefing.desk.find import title_of
from briefing.errors import BriefingError
from briefing.store import backup, check, forget, recall
from briefing.store.finding import Finding
from briefing.store.recall import Memory
from briefing.store.traces import Traces
from briefing.text import count
from briefing.tui.screens.choose import Choice, ChooseScreen
from briefing.tui.screens.record_actions import RecordActions
from briefing.tui.widgets.cells import Tone

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

BACK_UP_AFTER = 2.0
"""Seconds after opening until the copy of the day is made, so that the first keys come first."""


def back_up_day(app: "BriefingApp") -> None:
    """Make the copy of the day where there is none."""

    async def make() -> None:
        await asyncio.to_thread(keeping.back_up_day, app.desk)

    if app.is_open and app.desk.store.is_writing:
        _begin(app, make, "Today's backup was not made. ")


def back_up(app: "BriefingApp") -> None:
    """Write a backup now."""

    async def make() -> None:
        app.say("Writing a backup …")
        path = await asyncio.to_thread(keeping.back_up, app.desk)
        app.say(f"The whole desk is in {path}", Tone.GOOD)

    _begin(app, make)


def ask_for_backup(app: "BriefingApp") -> None:
    """Ask for one of the backups, and go back to it."""

    def chosen(name: str | None) -> None:
        if name is not None:
            _begin(app, lambda: _go_back(app, backup.find(app.desk.data, name)))

    newest_first = sorted(backup.all_in(app.desk.data), key=lambda file: -file.stat().st_mtime)
    choices = [Choice(file.stem, file.stem) for file in newest_first]
    app.push_screen(
        ChooseScreen("Go back to which backup?", choices, nothing="There is none yet."), chosen
    )


def check_files(app: "BriefingApp") -> None:
    """Look the desk's files over, show what is wrong, and offer to mend it."""

    async def look() -> None:
        app.say("Looking over the files …")
        found = await asyncio.to_thread(check.check, app.desk.data)
        app.say("All is well." if not found else f"{count(len(found), 'thing')} found.")
        if found:
            app.push_screen(_findings_screen(found), lambda key: _mend(app, key))

    _begin(app, look)


def ask_to_forget(app: "BriefingApp") -> None:
    """Ask whether the record under the cursor is to be forgotten for good, and do it."""
    record = app.screen.record if isinstance(app.screen, RecordActions) else None
    if record is None:
        app.say("Go to the record first.")
        return
    title, data = title_of(record), app.desk.data

    async def ask() -> None:
        memory = await asyncio.to_thread(recall.recall, data, record.id)

        def chosen(key: str | None) -> None:
            if key in ("alone", "all"):
                _begin(app, lambda: _ask_for_issues(app, memory, title, with_shared=key == "all"))

        app.push_screen(_forget_screen(title, memory), chosen)

    _begin(app, ask)


async def _ask_for_issues(
    app: "BriefingApp", memory: Memory, title: str, *, with_shared: bool
) -> None:
    """Forget it, after asking about the issued notes that it went into, where there are any."""
    data = app.desk.data
    what = await asyncio.to_thread(recall.traces, data, memory, with_shared=with_shared)
    issues = await asyncio.to_thread(recall.issued_from, data, what)

    def chosen(key: str | None) -> None:
        folders = (*what.folders, *issues) if key == "too" else what.folders
        if key is not None:
            going = msgspec.structs.replace(what, folders=folders)
            app.reopen_after(lambda: _forget(data, going, title))

    if issues:
        app.push_screen(_issues_screen(len(issues)), chosen)
    else:
        chosen("leave")


def _begin(app: "BriefingApp", work: Callable[[], Awaitable[None]], failed: str = "") -> None:
    """Do something beside the screen's own work; what the person can mend is told."""

    async def done() -> None:
        try:
            await work()
        except BriefingError as error:
            app.say(f"{failed}{error}", Tone.BAD)

    app.run_worker(done())


async def _go_back(app: "BriefingApp", file: Path) -> None:
    app.say("Reading the backup …")
    unpacked = await asyncio.to_thread(keeping.read_backup, app.desk, file)
    changed = keeping.go_back(app.desk, unpacked)
    app.say(f"{count(changed, 'record')} changed. u takes that back." if changed else "As it was.")


def _findings_screen(found: Sequence[Finding]) -> ChooseScreen:
    mend = [Choice("mend", "Mend what is safe", "what can't be read is set aside")]
    choices = [
        Choice(str(number), finding.problem.message, Path(finding.problem.source).name)
        for number, finding in enumerate(found)
    ]
    is_any_left = any(finding.is_left for finding in found)
    return ChooseScreen("Found in the files", [*(mend if is_any_left else ()), *choices])


def _mend(app: "BriefingApp", key: str | None) -> None:
    data = app.desk.data

    def mend() -> str:
        found = check.check(data, mend=True)
        left = sum(finding.is_left for finding in found)
        mended = sum(bool(finding.done) for finding in found)
        return f"{count(mended, 'thing')} mended, {left} left."

    if key == "mend":
        app.reopen_after(mend)


def _forget_screen(title: str, memory: Memory) -> ChooseScreen:
    others = {id for ids in memory.shared.values() for id in ids}
    choices = [Choice("", "Keep it")]
    if not (memory.is_source and others):
        choices.append(Choice("alone", "Forget it", "no undo brings it back"))
    if others:
        resting = f"{count(len(others), 'other record')} rest on it"
        choices.append(Choice("all", "Forget its source too", resting))
    return ChooseScreen(f"Forget “{title}” for good?", choices)


def _issues_screen(number: int) -> ChooseScreen:
    choices = [
        Choice("leave", "Leave them as they went out"),
        Choice("too", "Delete their files too", "their numbers stay given out"),
    ]
    return ChooseScreen(f"{count(number, 'other issued note')} hold it", choices)


def _forget(data: Path, what: Traces, title: str) -> str:
    left = forget.forget(data, what)
    named = ", ".join("/".join(Path(problem.source).parts[-2:]) for problem in left)
    return f"Forgot “{title}”." + (f" Still in: {named}" if left else "")
