"""What went out of a note: each issue, what changed since, and its files once more."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from briefing import platform
from briefing.desk import issuing, prepare, written as writing
from briefing.desk.desk import Desk
from briefing.desk.note_files import Wanted
from briefing.errors import BriefingError
from briefing.model import Issue, Note
from briefing.note.blocks import Bullets, Section, SectionName, capital
from briefing.note.words import Words
from briefing.text import count
from briefing.tui.bindings import bindings
from briefing.tui.screens.ask import Answers, AskScreen, Line as AskLine
from briefing.tui.screens.choose import Choice, ChooseScreen
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.file_writer import file_words
from briefing.tui.widgets.cells import Cell, Tone, fit
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.thumb import Thumb
from briefing.tui.widgets.virtual_list import Group, VirtualList
from briefing.tui.widgets.wrapped_text import Line, Part
from briefing.when_words import day_words

_REST = 0.15
"""Seconds on a row before what changed since is looked for: it is composed like a note."""

_NOTHING = "Nothing of this note went out yet; I issues it."
_UNCHANGED = "Nothing has changed since it went out."


class _Past(NamedTuple):
    """An issue with the note that it is of."""

    note: Note
    issue: Issue

    @property
    def key(self) -> str:
        return f"{self.note.id} {self.issue.key}"


class _IssueRows:
    """Issues under the kind of note that they are of, the last first."""

    def __init__(self, desk: Desk, past: Sequence[_Past]) -> None:
        self.keys: Sequence[str] = tuple(one.key for one in past)
        by_kind = groupby(enumerate(past), lambda pair: pair[1].note.kind)
        self.groups: Sequence[Group] = [
            Group(next(places)[0], _kind_title(desk, kind)) for kind, places in by_kind
        ]
        self._told = [_columns(desk, one) for one in past]
        self._widths = [max(map(cell_len, column)) for column in zip(*self._told, strict=True)]

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        """Return number, day, readers, who issued it and as what."""
        number, *others = self._told[index]
        first = Cell(f"{fit(number, self._widths[0])}  ", Tone.STRONG)
        rest = (
            Cell(f"{fit(text, room)}  ")
            for text, room in zip(others, self._widths[1:], strict=True)
        )
        return (first, *rest)


class NoteIssuesScreen(DeskScreen):
    """The issues on a subject, the last first; Enter opens a copy, `w` writes copies of all."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("issues")

    DEFAULT_CSS = """
    NoteIssuesScreen {
        & #issues { height: 2fr; }
        & #since { height: 3fr; background: $surface; }
    }
    """

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self._wanted = wanted
        self._past: tuple[_Past, ...] = ()
        self._since: dict[str, tuple[Line, ...]] = {}
        """What changed since an issue, by its key, as the desk is now."""

    def content(self) -> Iterable[Widget]:
        """Return the issues above what is told of one."""
        issues, since = VirtualList(empty=_NOTHING), TextView()
        return (
            Horizontal(issues, Thumb(issues), id="issues"),
            Horizontal(since, Thumb(since), id="since"),
        )

    def on_mount(self) -> None:
        """Show what went out."""
        self._show()
        self._list.focus()

    def reload(self) -> None:
        """Show what went out, and what changed since, as the desk is now."""
        if self.is_mounted:
            self._show()

    def text_to_copy(self) -> str:
        """Return what is told of the issue under the cursor, as plain text."""
        lines = self._lines(self._chosen) if self._chosen else ()
        return "".join(f"{''.join(part.text for part in line.parts)}\n" for line in lines)

    @property
    def _list(self) -> VirtualList:
        return self.query_one(VirtualList)

    @property
    def _chosen(self) -> _Past | None:
        return self._past[self._list.index] if self._past else None

    # What is shown --------------------------------------------------------------------------

    def _show(self) -> None:
        self._since.clear()
        found = (_Past(*pair) for pair in issuing.issues(self.desk, self._wanted.id))
        own = self._wanted.kind
        ordered = sorted(
            found, key=lambda one: (one.note.kind != own, one.note.kind, -one.issue.number)
        )
        self._past = tuple(ordered)
        self.head(f"Issued: {self._wanted.title(self.desk)}", count(len(self._past), "issue"))
        if self._past:
            self._list.show(_IssueRows(self.desk, self._past))
        self._tell()

    def _place(self, past: _Past) -> tuple[bool, str, int]:
        """Return what issues are ordered by: the kind that is at hand first, the last first."""
        kind = past.note.kind
        return (kind != self._wanted.kind, kind, -past.issue.number)

    @on(VirtualList.Highlighted)
    def _highlighted(self) -> None:
        self._tell()

    def _tell(self) -> None:
        """Tell of an issue what is known at once; what changed since, once the hand rests."""
        chosen = self._chosen
        self.query_one(TextView).show(list(self._lines(chosen)) if chosen else [])
        if chosen is not None and chosen.key not in self._since:
            self._compare(chosen)

    @work(exclusive=True, group="comparing")
    async def _compare(self, chosen: _Past) -> None:
        await asyncio.sleep(_REST)
        self._since[chosen.key] = tuple(_changes(self.desk, self._wanted, chosen))
        if chosen == self._chosen:
            self._tell()

    def _lines(self, chosen: _Past) -> Iterator[Line]:
        yield Line((Part(f"Changed since No. {chosen.issue.number}", Tone.HEADING),))
        yield from self._since.get(chosen.key, (Line((Part("…", Tone.MUTED),)),))
        yield Line()
        yield Line((Part("Its files", Tone.HEADING),))
        for file in chosen.issue.files:
            yield Line((Part("- ", Tone.MUTED), Part(file.name)), hang=2)

    # Files ----------------------------------------------------------------------------------

    def action_other(self) -> None:
        """Go from the issues to what is told of one, or back."""
        view = self.query_one(TextView)
        (self._list if view.has_focus else view).focus()

    def action_copy_out(self) -> None:
        """Ask for a folder, and write the files there as they went out."""
        chosen = self._chosen
        if chosen is None:
            self.say(_NOTHING)
            return

        def accept(answers: Answers) -> None:
            folder = Path(answers[0]).expanduser().absolute()
            copies = count(len(self._copies(chosen, folder)), "file")
            told = f"{copies} of No. {chosen.issue.number} in {folder}"
            self.call_later(self.say, told, Tone.GOOD)

        title = f"Copy the files of No. {chosen.issue.number}"
        intro = "Byte for byte as they went out. No file that is there already is written over."
        lines = [AskLine("Folder", str(self._folder))]
        self.app.push_screen(
            AskScreen(title, intro, lines, accept, does="copy them", leaves="leave")
        )

    @on(VirtualList.Selected)
    def action_open(self) -> None:
        """Open a copy of a file with the program that the system has for it."""
        chosen = self._chosen
        if chosen is None:
            return
        copies = {str(path): path.name for path in self._copies(chosen, self._folder)}
        if len(copies) == 1:
            self._open(next(iter(copies)))
        else:
            choices = [
                Choice(path, capital(file_words(Path(name).suffix)), name)
                for path, name in copies.items()
            ]
            self.app.push_screen(ChooseScreen("Open which file?", choices), self._open)

    def _copies(self, past: _Past, folder: Path) -> list[Path]:
        return issuing.copies(self.desk, past.note, past.issue, folder)

    def _open(self, path: str | None) -> None:
        if path is not None:
            is_open = platform.open_address(path)
            self.say(f"Opened {path}" if is_open else f"Nothing here opens it; it is {path}")

    @property
    def _folder(self) -> Path:
        return prepare.folder_for_notes(self.desk)

    def action_back(self) -> None:
        """Go back to the note."""
        self.dismiss()


def _changes(desk: Desk, wanted: Wanted, past: _Past) -> Iterator[Line]:
    """Yield what changed since an issue, or why that can't be told."""
    note, issue = past
    of_kind = Wanted(subject=wanted.subject, kind=note.kind)
    try:
        made = issuing.changes(desk, of_kind, since=issue.number)
    except BriefingError as error:
        yield Line((Part(str(error), Tone.BAD),))
        return
    told = [line for section in made.note.sections for line in _told(section)]
    yield from told or (Line((Part(_UNCHANGED, Tone.MUTED),)),)


def _told(section: Section) -> Iterator[Line]:
    """Yield what changed without its marks: their numbers are those of another note."""
    if section.name is not SectionName.CHANGES:
        return
    for block in section.blocks:
        for item in block.items if isinstance(block, Bullets) else ():
            words = "".join(run.text for run in item.text)
            yield Line((Part("- ", Tone.MUTED), Part(words)), hang=2)


def _columns(desk: Desk, past: _Past) -> tuple[str, ...]:
    issue = past.issue
    readers = Words(labels=desk.config.labels).level(issue.level)
    endings = " ".join(Path(file.name).suffix for file in issue.files)
    day = day_words(issue.on, weekday=False)
    return (f"No. {issue.number}", day, readers, issue.person, endings)


def _kind_title(desk: Desk, name: str) -> str:
    kind = writing.kinds(desk).get(name)
    return kind.title if kind else name
