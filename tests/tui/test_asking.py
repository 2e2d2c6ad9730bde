import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from briefing.desk import query
from briefing.model import Event as Occasion
from briefing.tui import asking
from briefing.tui.screens.everywhere import EverywhereScreen
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, settled


async def test_a_question_that_nobody_waits_for_is_stopped(tmp_path: Path) -> None:
    begun, was_stopped = Event(), []

    def endless(stopped: Callable[[], bool]) -> None:
        begun.set()
        while not stopped():
            pass
        was_stopped.append(True)

    async with desk_on_screen(example.make(tmp_path)) as (app, _):
        asked = asyncio.create_task(app.asking.ask(endless))
        await asyncio.to_thread(begun.wait)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        asked_next = await app.asking.ask(lambda _: "an answer")

    assert (was_stopped, asked_next) == ([True], "an answer")


async def test_a_broken_index_is_made_anew_while_one_asks(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        asked = await app.asking.read("cable")
        kept = app.desk.index._file
        assert kept is not None
        kept._connection.execute("DROP TABLE events_rows")
        kept.commit()
        found = await app.asking.ask(lambda _: query.all_ids(app.desk, asked, Occasion))
        await settled(pilot)

    assert found == {"cut-cable", "someday"}


async def test_a_desk_that_is_closed_while_it_prepares_goes_on_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_SLICE", 0)
    monkeypatch.setattr(asking, "_SLOW", 0)
    folder = example.make(tmp_path)
    async with desk_on_screen(folder) as (app, _):
        with app.desk.change("More") as edit:
            for number in range(400):
                edit.put(Occasion(id=f"more-{number}", title=f"Meeting {number}"))
    async with desk_on_screen(folder) as (app, pilot):
        await settled(pilot)
        asked = await app.asking.read("meeting")

        assert len(query.all_ids(app.desk, asked, Occasion)) == 400


async def test_how_far_it_is_is_told_in_the_status_line(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path), (80, 24)) as (app, pilot):
        app.show_share(0.4)
        await pilot.pause()
        told = app.main._share
        app.show_share(None)

        assert (told, app.main._share) == (0.4, None)


async def test_a_screen_that_is_only_coming_up_is_told_nothing_yet(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        coming = app.push_screen(EverywhereScreen())
        app.show_share(0.4)
        await coming
        await settled(pilot)

        assert isinstance(app.screen, EverywhereScreen)


async def test_what_few_edits_each_bring_into_the_index_is_settled_when_it_is_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_MANY", 4)
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        path = app.desk.data / ".cache" / "index.db"
        before = path.read_bytes()
        for number in range(6):
            with app.desk.change("More") as edit:
                edit.put(Occasion(id=f"more-{number}", title=f"Meeting {number}"))
            await settled(pilot)

        assert before != path.read_bytes()


@pytest.mark.parametrize("cache", ["index.db", "lookups.bin"])
@pytest.mark.parametrize("harm", [None, b"", b"\xa5" * 50_000])
async def test_a_cache_that_is_lost_or_broken_is_made_anew_and_nothing_is_said(
    tmp_path: Path, cache: str, harm: bytes | None
) -> None:
    folder = example.make(tmp_path)
    starts = []
    for _ in range(2):
        async with desk_on_screen(folder) as (app, pilot):
            await pilot.press("/", *"cable")
            await settled(pilot)
            starts.append((screen_text(app), app.desk.links.tied("cut-cable")))
        path = folder / "data" / ".cache" / cache
        assert path.exists()
        path.unlink() if harm is None else path.write_bytes(harm)

    assert starts[0] == starts[1]
    assert "Who answers for a cut cable?" in starts[0][0]
