from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.desk import saved_views
from briefing.model import Event
from briefing.tui.app import BriefingApp
from briefing.tui.screens.everywhere import LATER, EverywhereScreen
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.cells import Tone
from tests.tui import example
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import desk_on_screen, screen_text, settled, until


def on(app: BriefingApp) -> EverywhereScreen:
    screen = app.screen
    assert isinstance(screen, EverywhereScreen)
    return screen


async def find(pilot: Pilot[None], text: str) -> None:
    await pilot.press("F", *text)
    await settled(pilot)


@pytest.mark.parametrize("size", [(60, 20), *SIZES])
async def test_what_is_found_everywhere_looks_as_it_was_looked_at(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk"), size) as (_, pilot):
        await find(pilot, "cable")

        assert seen("everywhere", pilot) == shown(pilot)


@pytest.mark.parametrize("size", [(60, 20), *SIZES])
async def test_what_may_stand_behind_a_field_looks_as_it_was_looked_at(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk_on_screen(example.make(tmp_path / "desk"), size) as (_, pilot):
        await find(pilot, "cable mode:")

        assert seen("offered", pilot) == shown(pilot)


async def test_results_are_grouped_by_kind_and_counted(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "cable")

        labels = [group.label for group in on(app).list.rows.groups]

    assert labels == ["Events  2", "Questions  2", "Positions  2", "Stakeholders  1", "Sources  1"]


async def test_the_words_are_lit_up_in_titles_and_where_they_stand(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "untouched touched")
        await pilot.press(*["backspace"] * len("untouched touched"), *"touched")
        await settled(pilot)
        cells = on(app).list.rows.cells(0, 110)

        assert [text for text, tone in cells if tone is Tone.LIT] == ["touched"]
        assert "line 5: " in screen_text(app)


async def test_enter_goes_to_the_record_on_the_main_screen(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "pilotage")
        await pilot.press("enter", "enter")
        await settled(pilot)

        assert app.screen is app.main
        assert app.main.timeline.list.key == "pilot-class"


async def test_a_source_is_opened_at_the_place(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "is:source touched")
        await pilot.press("tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, SourceScreen))
        await settled(pilot)

        assert "have touched" in screen_text(app)
        assert f"cited {example.TEXT.index('touched')}" in [
            span.target
            for span in app.screen._spans  # type: ignore[attr-defined]
        ]


async def test_escape_goes_back_to_the_words_and_then_to_where_one_was(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "cable")
        await pilot.press("tab")
        screen = on(app)
        in_results = screen.list.has_focus
        await pilot.press("escape")
        in_line = screen.field.line.has_focus
        await pilot.press("escape")
        await settled(pilot)

        assert (in_results, in_line, app.screen is app.main) == (True, True, True)


async def test_what_was_looked_for_last_is_there_again(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "cable")
        await pilot.press("escape")
        await find(pilot, "")

        assert on(app).field.text == "cable"


async def test_what_can_not_be_used_is_told_and_the_rest_is_applied(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "mode:radio pilotage")

        assert "“mode:radio” is none of online" in screen_text(app)
        assert on(app).list.rows.keys == ["pilot-class"]


async def test_fields_and_values_are_offered_and_taken(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "mod")
        await pilot.press("tab")
        await settled(pilot)
        field = on(app).field.text
        offered = screen_text(app)
        await pilot.press("down", "tab")
        await settled(pilot)

        assert field == "mode:"
        assert "in-person  3" in offered
        assert on(app).field.text == "mode:in-person "
        assert len(on(app).list.rows.keys) == 3


async def test_a_body_is_offered_by_its_name(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "by:lan")
        await pilot.press("right")
        await settled(pilot)

        assert on(app).field.text == 'by:"Lantern Institute" '
        assert on(app).list.rows.keys == ["cut-cable", "harbour-week"]


async def test_where_nothing_fits_the_nearest_word_is_offered(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "pilotaeg")
        await until(pilot, lambda: "did you mean Pilotage? Tab takes it." in screen_text(app))
        await pilot.press("tab")
        await settled(pilot)

        assert on(app).field.text == "Pilotage"
        assert on(app).list.rows.keys == ["pilot-class"]


async def test_a_change_is_found_at_once(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "walrus")
        with app.desk.change("A walrus") as edit:
            edit.put(Event(id="walrus-ab2cd", title="Walrus watch"))
        await settled(pilot)

        assert on(app).list.rows.keys == ["walrus-ab2cd"]


async def test_a_deleted_index_is_made_anew(tmp_path: Path) -> None:
    folder = example.make(tmp_path)
    async with desk_on_screen(folder) as (_, pilot):
        await find(pilot, "cable")
    (folder / "data" / ".cache" / "index.db").write_bytes(b"not an index" * 1000)
    async with desk_on_screen(folder) as (app, pilot):
        await find(pilot, "pilotage")

        assert on(app).list.rows.keys == ["pilot-class"]


# Saved views ---------------------------------------------------------------------------------


async def test_what_is_looked_for_is_saved_and_shown_again_from_the_palette(
    tmp_path: Path,
) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await find(pilot, "pilotage")
        await pilot.press("tab", "S", *"save what", "enter")
        await pilot.press(*"classes", "enter")
        await settled(pilot)
        saved = saved_views.views(app.desk)["classes"]
        await pilot.press("escape", "escape", ":", *"classes", "enter")
        await settled(pilot)

        assert saved == "pilotage"
        assert app.main.timeline.list.rows.keys == ["pilot-class"]
        assert "“classes”: pilotage. Esc shows all." in screen_text(app)


async def test_a_view_narrows_all_panes_and_escape_shows_all(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        await pilot.press("S", *"without an answer", "enter")
        await settled(pilot)
        narrowed = [list(pane.list.rows.keys) for pane in app.main.panes]
        await pilot.press("escape")
        await settled(pilot)

        assert narrowed[0] == []
        assert set(narrowed[2]) == {"what-ask", "who-lights", "no-theme"}
        assert len(app.main.timeline.list.rows.keys) == 12


async def test_a_view_of_ones_own_is_taken_out(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        saved_views.save(app.desk, "classes", "pilotage")
        await pilot.press("S", *"take a view", "enter", *"classes", "enter")
        await settled(pilot)

        assert "classes" not in saved_views.views(app.desk)


async def test_words_are_found_while_the_index_is_being_prepared(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.asking._ready.clear()
        await pilot.press("F", *"cable")
        await until(pilot, lambda: len(on(app).list.rows.groups) == 4)
        plainly = [group.label for group in on(app).list.rows.groups]
        app.asking._ready.set()
        app.show_share(None)
        await until(pilot, lambda: on(app).list.rows.groups[0].label == "Events  2")

    assert plainly == [f"{kind}s  …" for kind in ("Event", "Question", "Position", "Stakeholder")]


async def test_fields_wait_for_the_index_and_say_so(tmp_path: Path) -> None:
    async with desk_on_screen(example.make(tmp_path)) as (app, pilot):
        app.asking._ready.clear()
        await pilot.press("F", *"is:event")
        await until(pilot, lambda: on(app).list.empty == LATER)
        app.asking._ready.set()
        app.show_share(None)
        await until(pilot, lambda: len(on(app).list.rows.groups) == 1)
