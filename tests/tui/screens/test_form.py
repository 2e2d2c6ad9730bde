from pathlib import Path

import msgspec
import pytest
from textual.pilot import Pilot

from briefing.desk import drafts, intake
from briefing.desk.desk import Desk
from briefing.desk.edit import ADDABLE
from briefing.model import (
    Decision,
    Event,
    EventKind,
    Level,
    Question,
    Record,
    Task,
)
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.form_line import FormLine
from tests.tui.screens.desk_for_tests import (
    folder_with_both,
    held,
    make_folder,
    on_screen,
    open_desk,
    press,
    says,
    write,
)
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import screen_text, until


def accepted(folder: Path) -> Event:
    """An event that is held, with everything else that was read."""
    with open_desk(folder_with_both(folder)) as desk:
        intake.accept(desk, intake.waiting(desk), checked=True)
        return event_of(desk)


def event_of(desk: Desk) -> Event:
    event = desk.store.get(Event, "quiet-networks-22222")
    assert event is not None
    return event


def line(pilot: Pilot[None], path: str) -> FormLine:
    lines = pilot.app.screen.query(FormLine)
    return next(line for line in lines if line.field.path == path)


async def fill(pilot: Pilot[None], path: str, text: str) -> None:
    line(pilot, path).focus_field()
    line(pilot, path).text = ""
    await pilot.pause()
    await write(pilot, text)


@pytest.mark.parametrize("size", SIZES)
async def test_a_record_is_seen_field_by_field(tmp_path: Path, size: tuple[int, int]) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(event), size) as pilot:
        await says(pilot, "15:30–17:00")

        assert seen("form", pilot) == shown(pilot)


async def test_what_is_typed_is_saved_as_one_change(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(event)) as pilot:
        await fill(pilot, "title", "Cables at sea")
        await fill(pilot, "venue", "Pier 4")
        await press(pilot, "ctrl+s")
        await says(pilot, "Changed “Cables at sea”")
        saved = event_of(held(pilot))
        held(pilot).undo()

        assert (saved.title, saved.venue) == ("Cables at sea", "Pier 4")
        assert saved.evidence["title"].decision is Decision.EDITED
        assert event_of(held(pilot)) == event


async def test_what_was_not_touched_is_left_as_it_is(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(event)) as pilot:
        await fill(pilot, "venue", "Pier 4")
        await press(pilot, "ctrl+s")
        await says(pilot, "Changed")

        saved = msgspec.structs.replace(event_of(held(pilot)), venue=event.venue)
        assert saved.when == event.when
        assert saved.evidence["when"] == event.evidence["when"]


async def test_a_time_is_told_on_both_clocks_while_it_is_typed(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), lambda: FormScreen(Event)) as pilot:
        await fill(pilot, "when", "3 april 2024 14:30 new york")

        await says(pilot, "Wed 3 Apr 2024, 14:30 New York · 20:30 Oslo")


async def test_an_hour_that_is_moved_stays_on_its_clock(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(event)) as pilot:
        await fill(pilot, "when", "Monday, 4 March 2024, 12:30-14:00")

        await says(pilot, "Mon 4 Mar 2024, 12:30–14:00 New York · 18:30–20:00")


async def test_what_is_no_time_is_told_beside_the_field_and_not_saved(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), lambda: FormScreen(Event)) as pilot:
        await fill(pilot, "title", "Cable day")
        await fill(pilot, "when", "when the tide turns")
        await press(pilot, "ctrl+s")
        await says(pilot, "1 field can't be read; nothing is saved yet")

        assert "no date is read in 'when the tide turns'" in screen_text(pilot.app)
        assert held(pilot).store.count(Event) == 0
        assert line(pilot, "when").has_field_focus


async def test_a_new_record_is_added(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), lambda: FormScreen(Task)) as pilot:
        await fill(pilot, "what", "Ask for a pass")
        await fill(pilot, "due", "1 march 2024")
        await press(pilot, "ctrl+s")
        await says(pilot, "Added “Ask for a pass”")

        (task,) = held(pilot).store.all(Task)
        assert str(task.due.date) == "2024-03-01"


async def test_a_new_record_needs_its_name(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), lambda: FormScreen(Question)) as pilot:
        await press(pilot, "ctrl+s")
        await says(pilot, "a new question needs")

        assert held(pilot).store.count(Question) == 0


async def test_a_choice_is_made_by_arrows_or_by_its_letters(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), lambda: FormScreen(Event)) as pilot:
        line(pilot, "kind").focus_field()
        await press(pilot, "w", "o")
        by_letters = line(pilot, "kind").text
        await press(pilot, "right")
        by_arrow = line(pilot, "kind").text

        assert (by_letters, by_arrow) == (EventKind.WORKSHOP, EventKind.CONFERENCE)


async def test_who_may_see_it_is_chosen_by_the_houses_label_too(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    with (tmp_path / "briefing.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[handling.labels]\ncommunity = "Friends of the harbour"\n')
    async with on_screen(tmp_path, lambda: FormScreen(event), (120, 50)) as pilot:
        line(pilot, "handling/level").focus_field()
        await press(pilot, "f")
        await says(pilot, "‹ community (Friends of the harbour) ›")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: event_of(held(pilot)).handling.level is Level.COMMUNITY)


async def test_letters_on_a_choice_are_no_commands(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(event)) as pilot:
        line(pilot, "kind").focus_field()
        await press(pilot, "u", "q", "i", "y")

        assert isinstance(pilot.app.screen, FormScreen)
        assert event_of(held(pilot)) == event


async def test_another_record_is_named_by_its_words(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(Task)) as pilot:
        await fill(pilot, "what", "Send our paper")
        await fill(pilot, "event", "quiet networks")
        await says(pilot, "Rules for quiet networks")
        await press(pilot, "ctrl+s")
        await says(pilot, "Added")

        task = next(t for t in held(pilot).store.all(Task) if t.what == "Send our paper")
        assert task.event == event.id


async def test_a_name_that_is_not_held_is_told(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), lambda: FormScreen(Task)) as pilot:
        await fill(pilot, "event", "the moon landing")

        await says(pilot, "nothing is called 'the moon landing'")

        assert "briefing find" not in screen_text(pilot.app)


async def test_leaving_keeps_what_was_typed(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(event)) as pilot:
        await fill(pilot, "title", "Half a tit")
        await press(pilot, "escape")
        await says(pilot, "Draft kept: 1 field not saved")
        await pilot.app.push_screen(FormScreen(event))
        await says(pilot, "What you typed before is here again")

        assert line(pilot, "title").text == "Half a tit"
        assert event_of(held(pilot)) == event


async def test_a_draft_outlives_the_program(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(event)) as pilot:
        await fill(pilot, "title", "Half a tit")
        await until(pilot, lambda: bool(drafts.draft(held(pilot), event.id)))

    with open_desk(tmp_path) as desk:
        assert drafts.draft(desk, event.id) == {"title": "Half a tit"}


async def test_starting_over_forgets_what_was_typed(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(event)) as pilot:
        await fill(pilot, "title", "Half a tit")
        await press(pilot, "ctrl+o")
        await says(pilot, "the record is as it was")
        text = line(pilot, "title").text
        await press(pilot, "escape")

        assert text == "Rules for quiet networks"
        assert drafts.draft(held(pilot), event.id) == {}


async def test_saving_leaves_no_draft(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(event)) as pilot:
        await fill(pilot, "title", "Cables at sea")
        await press(pilot, "ctrl+s")
        await says(pilot, "Changed")
        await pilot.pause()

        assert held(pilot).state.drafts == {}


async def test_one_field_goes_back_to_what_it_held(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(event)) as pilot:
        await fill(pilot, "venue", "Pier 4")
        await fill(pilot, "title", "Half a tit")
        await press(pilot, "ctrl+z")

        assert line(pilot, "title").text == "Rules for quiet networks"
        assert line(pilot, "venue").text == "Pier 4"
        assert event_of(held(pilot)) == event


# What is offered --------------------------------------------------------------------------------


async def test_names_that_are_held_are_offered_and_tab_takes_one(tmp_path: Path) -> None:
    accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(Event)) as pilot:
        await fill(pilot, "organisers", "Ada; port ci")
        await says(pilot, "› Port City Institute")
        await press(pilot, "tab")

        assert line(pilot, "organisers").text == "Ada; Port City Institute"
        assert line(pilot, "organisers").has_field_focus


async def test_the_arrows_go_through_what_is_offered_and_then_on(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    with open_desk(tmp_path) as desk, desk.change("Test") as edit:
        edit.put(msgspec.structs.replace(event, id="other-22222", title="Rules at sea"))
    async with on_screen(tmp_path, lambda: FormScreen(Task)) as pilot:
        await fill(pilot, "event", "rules")
        await says(pilot, "› Rules ")
        await press(pilot, "down")
        is_there = line(pilot, "event").has_field_focus
        await press(pilot, "down")

        assert (is_there, line(pilot, "event").has_field_focus) == (True, False)


async def test_the_arrows_go_from_field_to_field_where_the_form_is_longer_than_the_screen(
    tmp_path: Path,
) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: FormScreen(event), (80, 24)) as pilot:
        await press(pilot, "down", "down", "down")
        is_there = line(pilot, "when").has_field_focus
        await press(pilot, "up")

        assert (is_there, line(pilot, "kind").has_field_focus) == (True, True)


async def test_where_nothing_is_offered_tab_goes_to_the_next_field(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), lambda: FormScreen(Task)) as pilot:
        await fill(pilot, "what", "Ask")
        await press(pilot, "tab")

        assert not line(pilot, "what").has_field_focus


@pytest.mark.parametrize("kind", ADDABLE)
async def test_a_record_of_each_kind_can_be_added(tmp_path: Path, kind: type[Record]) -> None:
    async with on_screen(make_folder(tmp_path), lambda: FormScreen(kind)) as pilot:
        before = held(pilot).store.count(kind)
        for needed in (
            "title",
            "what",
            "text",
            "claim",
            "holder",
            "name",
            "symbol",
            "reason",
            "wording",
        ):
            if any(line.field.path == needed for line in pilot.app.screen.query(FormLine)):
                await fill(pilot, needed, "Lighthouse")
        await press(pilot, "ctrl+s")
        await says(pilot, "Added “Lighthouse")

        assert held(pilot).store.count(kind) == before + 1
