import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from briefing.arrange.facets import days, marks
from briefing.desk.find import told_of
from briefing.model import Event, Question, Record, Task
from briefing.search.words import indexed
from tests.tui import example
from tests.tui.support import desk_on_screen, screen_text, settled

WORDS = ("cable", "cab", "pilot", "harbour", "a", "open panel", "new york", "no")
MARKS = (("mode", "online"), ("mode", "hybrid"), ("access", "invitation"), ("topic", "cables"))
DAYS = (dt.date(2031, 3, 10), dt.date(2031, 3, 12), dt.date(2031, 3, 25))

PART = st.one_of(
    st.sampled_from(WORDS).map(lambda words: ("word", words)),
    st.sampled_from(WORDS).map(lambda words: ("not", words)),
    st.sampled_from(MARKS).map(lambda mark: ("mark", mark)),
    st.sampled_from(MARKS).map(lambda mark: ("not mark", mark)),
    st.sampled_from(DAYS).map(lambda day: ("after", day)),
    st.sampled_from(DAYS).map(lambda day: ("before", day)),
)


def typed(part: tuple[str, object]) -> str:
    match part:
        case ("word", str(words)):
            return f'"{words}' if " " in words else words
        case ("not", str(words)):
            return f'-"{words}"'
        case ("mark", (field, value)):
            return f"{field}:{value}"
        case ("not mark", (field, value)):
            return f"-{field}:{value}"
        case (kind, day):
            return f"{kind}:{day}"
    raise AssertionError(part)


def fits(record: Record, parts: list[tuple[str, object]]) -> bool:
    """Whether a record fits, as a person would look it up in a heap of cards."""
    title, names, rest = told_of(record)
    text = " " + " · ".join(map(indexed, (title, *names, *rest))) + " "
    held = {(mark.field, mark.value.casefold()) for mark in marks(record)}
    span = days(record)
    choices: dict[str, bool] = {}
    for kind, value in parts:
        match kind, value:
            case "word", str(words):
                if f" {words}" not in text:
                    return False
            case "not", str(words):
                if f" {words} " in text:
                    return False
            case "mark", (str(field), str(wanted)):
                choices[field] = choices.get(field, False) or (field, wanted) in held
            case "not mark", (str(field), str(wanted)):
                if (field, wanted) in held:
                    return False
            case "after", dt.date() as day:
                if span is None or span[1] < day:
                    return False
            case "before", dt.date() as day:
                if span is None or span[0] > day:
                    return False
    return all(choices.values())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example.make(tmp_path_factory.mktemp("narrowing"))


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(queries=st.lists(st.lists(PART, min_size=1, max_size=3), min_size=4, max_size=8))
async def test_a_pane_shows_what_fits_and_what_that_stands_under(
    folder: Path, queries: list[list[tuple[str, object]]]
) -> None:
    async with desk_on_screen(folder) as (app, pilot):
        for parts in queries:
            # An open quotation mark takes all that follows.
            ordered = sorted(parts, key=lambda part: typed(part).count('"') % 2)
            ordered = [p for p in ordered if typed(p).count('"') % 2 == 0] + [
                p for p in ordered if typed(p).count('"') % 2
            ][:1]
            for pane, kinds in (
                (app.main.timeline, (Event, Task)),
                (app.main.panes[2], (Question,)),
            ):
                pane.narrow(" ".join(map(typed, ordered)))
                await settled(pilot)

                held = [record for kind in kinds for record in app.desk.store.all(kind)]
                expected = {record.id for record in held if fits(record, ordered)}
                rows = pane.list.rows
                found = {key for at, key in enumerate(rows.keys) if rows.is_found(at)}  # type: ignore[attr-defined]

                assert expected == found, ordered


async def test_mistakes_are_told_in_the_line_and_the_rest_narrows(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("/", *"mode:radio night")
        await settled(pilot)

        assert "“mode:radio” is none of online" in screen_text(app)
        assert app.main.timeline.list.key == "night-watch"


async def test_facets_narrow_together_and_one_key_clears_them(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("/", *"mode:hybrid forum:igf", "enter")
        await settled(pilot)
        narrowed = list(app.main.timeline.list.rows.keys)
        await pilot.press("escape")
        await settled(pilot)

        assert narrowed == ["geneva-round"]
        assert not app.main.timeline.is_narrowed


async def test_what_could_be_meant_is_taken_by_one_key(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("/", *"cbale")
        await settled(pilot)
        told = screen_text(app)
        await pilot.press("tab")
        await settled(pilot)

        assert "did you mean cable?" in told
        assert app.main.timeline.words == "cable"


async def test_words_are_found_before_the_index_is_ready(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.asking._ready.clear()
        await pilot.press("/", *"cable")
        await settled(pilot)
        before = list(app.main.timeline.list.rows.keys)
        app.asking._ready.set()
        app.show_share(None)
        await settled(pilot)

        assert (
            before
            == app.main.timeline.list.rows.keys
            == [
                "harbour-week",
                "cut-cable",
                "someday",
            ]
        )
