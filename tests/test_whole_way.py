import asyncio
import datetime as dt
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest
from textual import events
from textual.pilot import Pilot

from briefing.arrange.links import citations
from briefing.desk import prepare
from briefing.desk.desk import Desk
from briefing.model import (
    RECORD_TYPES,
    Citation,
    Decision,
    Event,
    Note,
    Position,
    Question,
    Record,
    Source,
    Task,
)
from briefing.note.blocks import SourceEntry, one_line
from briefing.tui.app import BriefingApp
from briefing.tui.screens.answer import AnswerScreen
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.main import MainScreen
from briefing.tui.screens.note import NoteScreen
from briefing.tui.screens.note_part import PartScreen
from briefing.tui.screens.paste import PasteScreen
from briefing.tui.screens.review import ReviewScreen
from tests.desk.support import markdown
from tests.support import SEEDS, command, needs_seeds
from tests.tui.support import screen_text, until

GOLDEN = Path(__file__).parent / "golden" / "whole_way"
ANNOUNCEMENT = (GOLDEN / "announcement.txt").read_text(encoding="utf-8")

NOW = dt.datetime(2031, 6, 2, 8, tzinfo=dt.UTC)
TODAY = "2031-06-02"
NOTE = Path("note.md")
FILE = f"pasted {TODAY}.txt"
"""The name that a pasted text gets."""

QUESTION = "Who pays when a shared cable is cut?"
ANSWER: Final = {
    "points": "Whoever gains shares the bill.\nNobody waits for the bill to mend.",
    "short": "Mend first, settle the bill after.",
}
BOTTOM_LINE = "Back shared payment; say nothing of anchors."


@pytest.fixture(scope="module", autouse=True)
def somewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder to work in, on the clock of Oslo, with the announcement in a file."""
    folder = tmp_path_factory.mktemp("whole_way")
    (folder / FILE).write_text(ANNOUNCEMENT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("TZ", "Europe/Oslo")
        yield folder


def opened(folder: str) -> Desk:
    return Desk.open(Path(folder), clock=lambda: NOW)


def as_looked_at(name: str, seen: str) -> str:
    """What somebody looked at; with GOLDEN=new it becomes what is seen now, to be looked at."""
    if os.environ.get("GOLDEN") == "new":
        (GOLDEN / name).write_text(seen, encoding="utf-8")
    return (GOLDEN / name).read_text(encoding="utf-8")


# By lines alone ---------------------------------------------------------------------------------


class Lines:
    """Line commands at one desk, and what a person saw of them."""

    def __init__(self) -> None:
        self.seen = ""

    def type(self, *words: str) -> str:
        """Run a command; it must go well."""
        at = () if words[0] == "init" else ("--workspace", "W", "--today", TODAY)
        ran = command(*words, *at)
        typed = " ".join(f'"{word}"' if re.search(r"[^\w.-]", word) else word for word in words)
        self.seen += f"$ briefing {typed}\n{ran.err}{ran.out}\n"
        assert (ran.code, self.seen) == (0, self.seen)
        return ran.out

    def proposal(self, words: str) -> str:
        """Look in the inbox for the id of what waits under these words."""
        lines = self.type("inbox").splitlines()
        return next(line.split()[0] for line in lines if line.endswith(words))


def go_by_lines(lines: Lines) -> None:
    lines.type("init", "W")
    lines.type("import", FILE)
    lines.type("accept", lines.proposal("Cable Week: Who Mends What Nobody Cut?"))
    lines.type("accept", lines.proposal("Breakfast on cable maps"))
    lines.type("accept", lines.proposal("Ropes and splices"))
    lines.type("accept", lines.proposal("must never wait for a permit"))
    lines.type("inbox")
    lines.type("timeline")
    lines.type("show", "Breakfast on cable maps")
    lines.type("confirm", "Breakfast on cable maps", "when")
    lines.type("confirm", "Ropes and splices", "when")
    lines.type("confirm", "Register for Ropes", "due")
    lines.type("set", "Cable Week", "kind", "conference")
    points = ANSWER["points"].replace("\n", ";")
    lines.type("answer", "who pays", "--points", points, "--short", ANSWER["short"])
    lines.type("write", "Cable Week", "bottom_line", BOTTOM_LINE)
    lines.type("tasks")
    lines.type("questions")
    lines.type("positions")
    lines.type("note", "Cable Week")
    lines.type("note", "Cable Week", "-o", str(NOTE))


@pytest.fixture(scope="module")
def by_lines() -> Lines:
    lines = Lines()
    go_by_lines(lines)
    return lines


def test_an_announcement_becomes_a_note_by_line_commands_alone(by_lines: Lines) -> None:
    assert as_looked_at("by_lines.txt", by_lines.seen) == by_lines.seen


def test_a_note_is_written_to_a_file_as_it_is_printed(by_lines: Lines) -> None:
    assert NOTE.read_text(encoding="utf-8") in by_lines.seen


# By keys alone ----------------------------------------------------------------------------------


class Keys:
    """Keys at one desk's screen, and what a person saw after them."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.seen = ""

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self.seen += f"[{' '.join(keys)}]\n"
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def paste(self, text: str) -> None:
        """Paste as a terminal does that marks what is pasted."""
        lines = text.splitlines()
        self.seen += f"[paste “{lines[0]}{' …' if lines[1:] else ''}”]\n"
        self.pilot.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def comes(self, screen: type[object], words: str = "") -> None:
        """Wait for a screen and for words on it."""
        app = self.pilot.app
        await until(
            self.pilot, lambda: isinstance(app.screen, screen) and words in screen_text(app)
        )
        self.seen += f"    {screen.__name__}{f': {words}' if words else ''}\n"

    def look(self) -> None:
        """Write down all that is on the screen."""
        self.seen += screen_text(self.pilot.app) + "\n"


async def go_by_keys(keys: Keys) -> None:
    await keys.press("escape")
    await keys.comes(MainScreen)
    await keys.paste(ANNOUNCEMENT)
    await keys.comes(PasteScreen, "Read this text?")
    await keys.press("enter")
    await keys.comes(ReviewScreen, "8 records to review")
    await keys.press("e")
    await keys.comes(FormScreen, "Kind")
    await keys.press("down", "down", "c", "o", "n", "f", "ctrl+s")
    await keys.comes(ReviewScreen, "Changed")
    await keys.press("tab")
    await keys.comes(ReviewScreen, "2031 for all 3?")
    await keys.press("y")
    await keys.comes(ReviewScreen, "the same doubt is gone from 2 others")
    for left in ("3 waiting", "2 waiting", "Nothing waits for review"):
        await keys.press("home", "a")
        await keys.comes(ReviewScreen, left)
    await keys.press("escape", "3")
    await keys.comes(MainScreen, QUESTION)
    await keys.press("home", "a")
    await keys.comes(AnswerScreen, QUESTION)
    await keys.paste(ANSWER["points"])
    await keys.press("tab")
    await keys.paste(ANSWER["short"])
    await keys.press("ctrl+s")
    await keys.comes(MainScreen)
    await keys.press("1", "home")
    await keys.comes(MainScreen, "Cable Week")
    await keys.press("down", "down", "b")
    await keys.comes(NoteScreen, "Bottom line")
    await keys.press("e")
    await keys.comes(PartScreen)
    await keys.paste(BOTTOM_LINE)
    await keys.press("ctrl+s")
    await keys.comes(NoteScreen, "of 2 pages")
    keys.look()
    await keys.press("w")
    await keys.comes(AskScreen, "Make the file")
    await keys.press("end", *("backspace",) * len("docx"), *"md", "enter")
    await keys.comes(NoteScreen, "Written to")
    await keys.press("escape", "4")
    await keys.comes(MainScreen)
    keys.look()


@pytest.fixture(scope="module")
def by_keys(somewhere: Path) -> Keys:
    command("init", "K")
    return asyncio.run(gone_by_keys(somewhere / "K"))


async def gone_by_keys(folder: Path) -> Keys:
    app = BriefingApp(folder, clock=lambda: NOW, today=dt.date.fromisoformat(TODAY))
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.is_open)
        keys = Keys(pilot)
        await go_by_keys(keys)
    return keys


def test_an_announcement_becomes_a_note_by_keys_alone(by_keys: Keys) -> None:
    assert as_looked_at("by_keys.txt", by_keys.seen) == by_keys.seen


# All ways lead to the same ----------------------------------------------------------------------


@pytest.mark.usefixtures("by_lines", "by_keys")
def test_lines_and_keys_lead_to_the_same_records() -> None:
    with opened("W") as of_lines, opened("K") as of_keys:
        assert records(of_lines) == records(of_keys)
        assert decisions(of_lines) == decisions(of_keys)


@pytest.mark.usefixtures("by_lines", "by_keys")
def test_lines_and_keys_lead_to_the_same_note() -> None:
    (of_keys,) = Path("K", "notes").glob("*.md")

    assert note_in(NOTE) == note_in(of_keys)


@pytest.fixture(scope="module")
def at_once() -> str:
    """The note on what was accepted at once."""
    desk = ("--workspace", "A", "--today", TODAY)
    command("init", "A")
    command("import", FILE, "--accept", *desk)
    return command("note", "Cable Week", *desk).out


@pytest.mark.usefixtures("by_lines", "at_once")
def test_accepting_at_once_leads_to_the_same_records_with_nothing_checked() -> None:
    with opened("W") as of_lines, opened("A") as accepted:
        assert as_read(of_lines) == as_read(accepted)
        assert set(decisions(accepted).values()) == {Decision.UNDECIDED}
        assert [] == list(accepted.store.all(Position))


def test_the_note_on_what_was_accepted_at_once_says_that_nothing_is_checked(at_once: str) -> None:
    facts, _, _ = at_once.partition("## Sources")
    marks = re.findall(r"\[([^\]]*)\]", facts)

    assert len(marks) > 10
    assert [] == [mark for mark in marks if not re.fullmatch(r"[\d, ]+, not checked", mark)]


KEPT = (Event, Task, Question, Position, Note)


def records(desk: Desk) -> list[Any]:
    """What is held, but for who decided it and for ids that are drawn by lot."""
    return sorted((plain(r) for kind in KEPT for r in desk.store.all(kind)), key=json.dumps)


def plain(record: Record) -> Any:  # noqa: ANN401 - as JSON says it
    without = msgspec.structs.replace(record, evidence={})
    if isinstance(record, Note):
        without = msgspec.structs.replace(without, id="")
    text = msgspec.json.encode(without).decode()
    drawn = {point.key for point in record.answer.points} if isinstance(record, Question) else ()
    for key in drawn:
        text = text.replace(f'"key":"{key}"', '"key":""')
    return json.loads(text)


def decisions(desk: Desk) -> dict[tuple[str, str], Decision]:
    """What became of each value that was read."""
    read = (r for kind in (Event, Task, Question, Position) for r in desk.store.all(kind))
    return {(r.id, path): e.decision for r in read for path, e in r.evidence.items() if e.rule}


def as_read(desk: Desk) -> list[Any]:
    """What was read and nobody mended or added."""
    mended = {"kind", "answer"}
    held = (plain(r) for kind in (Event, Task, Question) for r in desk.store.all(kind))
    return sorted(
        ({name: value for name, value in r.items() if name not in mended} for r in held),
        key=json.dumps,
    )


def note_in(path: Path) -> str:
    """A note but for when its source came in, which only a paste tells."""
    return re.sub(r", received [^,:\n]*", "", path.read_text(encoding="utf-8"))


# Every number leads to a source -----------------------------------------------------------------


@pytest.mark.usefixtures("by_lines")
def test_every_number_in_the_note_leads_to_its_words() -> None:
    with opened("W") as desk:
        assert numbers_lead_to_their_words(desk) == {"conference": 1, "side event": 2}


def test_every_number_in_the_notes_of_the_example_desk_leads_to_its_source() -> None:
    command("init", "S", "--starter")

    with opened("S") as desk:
        assert 31 == numbers_lead_to_their_words(desk).total()


@needs_seeds
def test_every_number_in_the_notes_on_the_seeds_leads_to_its_words() -> None:
    command("init", "D")
    command("import", *sorted(SEEDS.glob("*.txt")), "--accept", "--workspace", "D")

    with opened("D") as desk:
        assert 31 == numbers_lead_to_their_words(desk).total()


def numbers_lead_to_their_words(desk: Desk) -> Counter[str]:
    """Follow each number in the note on each event; return how many events there are of a kind."""
    cited = {c for kind in RECORD_TYPES for r in desk.store.all(kind) for c in citations(r)}
    for event in desk.store.all(Event):
        note = prepare.note(desk, event)
        numbered = [entry.number for entry in note.sources]
        assert sorted({number for mark in note.marks for number in mark.numbers}) == numbered
        assert numbers_in(markdown(desk, event)) == (set(numbered), numbered)
        assert [] == [entry for entry in note.sources if not leads_to_words(desk, entry, cited)]
    return Counter(event.kind for event in desk.store.all(Event))


def numbers_in(markdown: str) -> tuple[set[int], list[int]]:
    """The numbers behind the facts of a note's file, and those of its list of sources."""
    facts, _, sources = markdown.partition("\n## Sources\n")
    marks = re.findall(r"(?<!\\)\[([\d, ]+)(?:, not checked)?\]", facts)
    return (
        {int(number) for mark in marks for number in mark.split(",")},
        [int(number) for number in re.findall(r"^(\d+)\. ", sources, re.MULTILINE)],
    )


def leads_to_words(desk: Desk, entry: SourceEntry, cited: set[Citation]) -> bool:
    source = desk.store.get(Source, entry.source)
    if source is None:
        return False
    if not source.is_held:
        said = "".join(run.text for run in entry.description)
        return bool(source.title) and one_line(source.title) in said and source.address in said
    text = desk.store.source_text(source.sha256)
    meant = [
        text[c.start : c.end] == c.words
        and f"line {text.count(chr(10), 0, c.start) + 1:,}" == entry.place
        for c in cited
        if c.source == entry.source and one_line(c.words) == entry.words
    ]
    return bool(entry.words) and any(meant)
