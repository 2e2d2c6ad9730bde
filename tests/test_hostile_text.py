import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from markdown_it import MarkdownIt
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from briefing.desk.desk import Desk
from briefing.model import (
    Event,
    Forum,
    Position,
    Proposal,
    Question,
    Record,
    Source,
    Stakeholder,
    Task,
)
from briefing.tui.app import BriefingApp
from briefing.tui.screens.answer import AnswerScreen
from briefing.tui.screens.board import BoardScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.main import MainScreen
from briefing.tui.screens.note import NoteScreen
from briefing.tui.screens.paste import PasteScreen
from briefing.tui.screens.review import ReviewScreen
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.virtual_list import VirtualList
from tests.desk.support import START, make_folder, markdown
from tests.hostile import LONG_LINE, SAMPLES, family, harm, put
from tests.strategies import hostile_texts
from tests.support import IS_LONG, command
from tests.tui.support import until

ON_THE_SCREEN = (Event, Task, Question, Position, Forum, Stakeholder)
NAMES = list(SAMPLES)
MIXED = len(SAMPLES)
"""The number of a family with all the samples in it."""


def opened(folder: Path) -> Desk:
    return Desk.open(folder, clock=lambda: START)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with a family of records for each sample, nothing in it but hostile text."""
    made = make_folder(tmp_path_factory.mktemp("hostile") / "desk")
    with opened(made) as desk:
        for number, text in enumerate(SAMPLES.values()):
            put(desk, number, text)
        put(desk, MIXED, *SAMPLES.values())
    return made


# Stored -----------------------------------------------------------------------------------------


@given(pieces=st.lists(hostile_texts(), min_size=1, max_size=5))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_hostile_text_in_every_field_of_every_kind_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    folder = make_folder(tmp_path_factory.mktemp("stored"))
    with opened(folder) as desk:
        records = put(desk, 0, *pieces)
        desk.store.fold()

    with opened(folder) as desk:
        held = [desk.store.get(type(record), record.id) for record in records]
        assert records == held
        assert [] == desk.store.problems()


def test_every_sample_is_read_back_as_it_was(folder: Path) -> None:
    with opened(folder) as desk:
        for number, text in enumerate(SAMPLES.values()):
            records = family(number, text)
            assert records == [desk.store.get(type(record), record.id) for record in records]


def test_a_line_of_a_million_letters_is_kept_in_every_field(tmp_path: Path) -> None:
    with opened(make_folder(tmp_path)) as desk:
        records = put(desk, 0, LONG_LINE, "short")

    with opened(tmp_path) as desk:
        assert records == [desk.store.get(type(record), record.id) for record in records]


def test_what_no_file_can_hold_is_replaced_where_it_is_typed(tmp_path: Path) -> None:
    desk = ("--workspace", make_folder(tmp_path))

    added = command("add", "event", "title=a\udc80b", "venue=\ud83d", *desk)

    assert (added.code, added.err) == (0, "")
    (event,) = command("timeline", "--json", *desk).data
    assert ("a\ufffdb", "\ufffd") == (event["title"], event["venue"])


# On the screen ----------------------------------------------------------------------------------


def drawn(pilot: Pilot[None]) -> list[str]:
    """What is harmful on the screen, in the text that goes to the terminal."""
    segments = (s for strip in pilot.app.screen._compositor.render_strips() for s in strip)
    return [
        repr(segment.text)
        for segment in segments
        if harm(segment.text) or "\n" in segment.text or (segment.style and segment.style.link)
    ]


async def shown(pilot: Pilot[None], screen: Screen[None]) -> list[str]:
    """Put a screen on, page through it, take it off; return what is harmful on it."""
    await pilot.app.push_screen(screen)
    await pilot.pause()
    found = drawn(pilot)
    for view in screen.query("TextView, VirtualList, SheetView"):
        view.scroll_end(animate=False, force=True)
        await pilot.pause()
        found += drawn(pilot)
    screen.dismiss()
    await pilot.pause()
    return found


async def shown_everywhere(pilot: Pilot[None], records: list[Record]) -> list[str]:
    """Show records on every screen that shows such; return what is harmful there."""
    found: list[str] = []
    main = pilot.app.screen
    assert isinstance(main, MainScreen)
    for record in records:
        if isinstance(record, ON_THE_SCREEN):
            main.show_record(record)
            await pilot.pause()
            found += drawn(pilot) + await shown(pilot, FormScreen(record))
        if isinstance(record, Event):
            found += await shown(pilot, NoteScreen(record))
            if record.when.date is not None:
                found += await shown(pilot, BoardScreen(record.when.date, record.id))
        if isinstance(record, Question):
            found += await shown(pilot, AnswerScreen(record))
        if isinstance(record, Source):
            found += await shown(pilot, SourceScreen(record.id))
        if isinstance(record, Proposal):
            found += await shown(pilot, FormScreen(record))
    return found


@given(pieces=st.permutations(list(SAMPLES.values())), more=st.lists(hostile_texts(), max_size=9))
@settings(
    max_examples=4 if IS_LONG else 1,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
def test_no_control_code_of_a_record_reaches_the_terminal(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str], more: list[str]
) -> None:
    folder = make_folder(tmp_path_factory.mktemp("shown"))
    with opened(folder) as desk:
        records = put(desk, 0, *pieces, *more)

    assert [] == asyncio.run(everywhere(folder, records))


async def everywhere(folder: Path, records: list[Record]) -> list[str]:
    app = BriefingApp(folder, clock=lambda: START)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.is_open)
        return await shown_everywhere(pilot, records)


@pytest.mark.parametrize("size", [(200, 50), (60, 24)])
async def test_no_control_code_reaches_the_terminal_from_a_list(
    folder: Path, size: tuple[int, int]
) -> None:
    app = BriefingApp(folder, clock=lambda: START)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.is_open)
        main = app.screen
        assert isinstance(main, MainScreen)
        found = []
        for pane in main.panes:
            main.action_pane(pane.id or "")
            for view, _ in pane.VIEWS:
                pane.show_view(view)
                found += await paged(pilot, pane.list, main.show_record)
        review = ReviewScreen()
        await app.push_screen(review)
        found += await paged(pilot, review.query_one(VirtualList), review.action_next_value)

    assert [] == found


async def paged(pilot: Pilot[None], rows: VirtualList, show: Callable[[], None]) -> list[str]:
    """Page through a list, each time showing its row; return what is harmful meanwhile."""
    found = []
    rows.action_first()
    while True:
        show()
        await pilot.pause()
        found += drawn(pilot)
        before = rows.index
        rows.action_page(1)
        if rows.index == before:
            return found


PASTED = ("\x1b[31m[red]quit\u202e\x00\x07\nq\nx\n", LONG_LINE, "\n".join(SAMPLES.values()))


async def test_what_is_pasted_is_shown_harmlessly_before_and_after_it_is_read(
    tmp_path: Path,
) -> None:
    app = BriefingApp(make_folder(tmp_path), clock=lambda: START)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.is_open)
        for text in PASTED:
            app.post_message(events.Paste(text))
            await until(pilot, lambda: isinstance(app.screen, PasteScreen))
            assert [] == drawn(pilot)
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, MainScreen))
            assert [] == drawn(pilot)
        app.post_message(events.Paste(PASTED[-1] + LONG_LINE[:20_000]))
        await until(pilot, lambda: isinstance(app.screen, PasteScreen))
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, PasteScreen))
        assert [] == drawn(pilot)
        (source,) = (s for s in app.desk.store.all(Source) if s.is_held)
        assert [] == await shown(pilot, SourceScreen(source.id))


# By lines ---------------------------------------------------------------------------------------

LISTINGS = (
    ("timeline",),
    ("forum",),
    ("forum", "--by", "stakeholder"),
    ("forum", "--by", "question"),
    ("questions",),
    ("questions", "--by", "event"),
    ("positions",),
    ("tasks",),
    ("tasks", "--all"),
    ("tasks", "--open-to-me"),
    ("deadlines",),
    ("deadlines", "--from", "1990-01-01"),
    ("clashes", "--all", "--night"),
    ("board", "2031-06-12"),
    ("next",),
    ("inbox",),
    ("find", "e"),
)


@pytest.mark.parametrize("words", LISTINGS, ids=" ".join)
def test_a_listing_has_no_control_code_and_its_json_holds_the_text(
    folder: Path, words: tuple[str, ...]
) -> None:
    at = ("--workspace", folder)
    lines, plain = command(*words, *at), command(*words, "--plain", *at)
    as_json = (
        command(*words, "--json", *at) if "--by" not in words else command("next", "--json", *at)
    )

    assert (0, 0, 0) == (lines.code, plain.code, as_json.code)
    assert ("", "") == (harm(lines.out + lines.err), harm(plain.out + plain.err))
    assert "" == harm(as_json.out)
    assert isinstance(as_json.data, list)


def test_what_is_told_of_one_record_has_no_control_code(folder: Path) -> None:
    at = ("--workspace", folder)
    kinds = ("event", "task", "question", "position", "forum", "stakeholder", "source")
    told = [
        *(command("show", f"{kind}-{MIXED}", *at) for kind in kinds),
        *(command("show", f"{kind}-{MIXED}", "--json", *at) for kind in kinds),
        command("source", f"source-{MIXED}", *at),
        command("note", f"event-{MIXED}", *at),
        command("remove", f"event-{MIXED}", *at),
        command("undo", *at),
    ]

    assert [0] * len(told) == [ran.code for ran in told]
    assert [] == [ran for ran in told if harm(ran.out + ran.err)]


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_typed_is_told_without_control_codes(folder: Path, name: str) -> None:
    typed = SAMPLES[name]

    ran = command("show", typed, "--workspace", folder)

    assert "" == harm(ran.out + ran.err)


# In files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_in_a_record_becomes_markup_in_a_note(folder: Path, name: str) -> None:
    with opened(folder) as desk:
        event = desk.store.get(Event, f"event-{NAMES.index(name)}")
        assert event is not None
        written = markdown(desk, event)

    assert "" == harm(written)
    assert markup_in(written) <= OURS


OURS = {"heading", "bullet_list", "ordered_list", "list_item", "paragraph", "strong", "inline"}
"""What a note is made of; its links are of sources and events, and none here is safe to follow."""


def markup_in(markdown: str) -> set[str]:
    """Return the kinds of markup in a text, as CommonMark with GitHub's additions has it."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    within = [child for token in tokens for child in token.children or ()]
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens + within}
    return kinds - {"text", "text_special"}


ENCODINGS = {
    "utf-8": "Möte och £".encode(),
    "latin-1": "Möte och £".encode("latin-1"),
    "utf-16 without a mark": "Möte och £".encode("utf-16-le"),
    "utf-16": "Möte och £".encode("utf-16"),
    "utf-32": "Möte och £".encode("utf-32"),
    "a mark and nothing": b"\xff\xfe",
    "half a character": b"\xef\xbb\xbfM\xc3",
    "surrogates": b"\xed\xa0\x80\xed\xb0\x80",
    "all bytes": bytes(range(256)) * 16,
    "zeros": b"\0" * 10_000,
    "a long line of dates": b"12 June 2031, 09:00-10:30 CET " * 300,
    "a long line of one letter": b"a" * 10_000,
    "nothing": b"",
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_any_bytes_are_read_and_brought_in_harmlessly(tmp_path: Path, name: str) -> None:
    path, desk = tmp_path / "page.txt", ("--workspace", make_folder(tmp_path / "desk"))
    path.write_bytes(b"Seminar on cables\n12 June 2031\n" + ENCODINGS[name])

    ran = [
        command("read", path, *desk),
        command("read", path, "--json", *desk),
        command("import", path, "--accept", *desk),
        command("timeline", *desk),
        command("import", "-", *desk, typed=ENCODINGS[name]),
    ]

    refused = [each for each in ran if each.code]
    assert "" == harm("".join(each.out + each.err for each in ran))
    assert [1] * len(refused) == [each.err.count("\n") for each in refused]
    assert [] == [each for each in refused if "this is no text" not in each.err]


def test_a_line_of_a_million_letters_is_brought_in(tmp_path: Path) -> None:
    desk = ("--workspace", make_folder(tmp_path))

    brought_in = command("import", "-", *desk, typed=LONG_LINE.encode())

    assert (0, "") == (brought_in.code, brought_in.out)
