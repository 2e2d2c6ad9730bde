from pathlib import Path

import msgspec
import pytest
from textual.pilot import Pilot

from briefing.desk import intake
from briefing.desk.desk import Desk
from briefing.model import Decision, DoubtKind, Event, Position, Proposal, Question
from briefing.reader import Incoming
from briefing.tui.screens.choose import ChooseScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.review import ReviewScreen
from briefing.tui.screens.source_words import SourceWords
from tests.invented_listing import WITHOUT_WEEKDAYS
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
from tests.tui.support import screen_text, until

EVENT, SCHOOL, NORLAND = "quiet-networks-22222", "winter-school-22222", "norland-22222"

WIDE = (120, 30)


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    make_folder(tmp_path)
    settings = (tmp_path / "briefing.toml").read_text(encoding="utf-8")
    (tmp_path / "briefing.toml").write_text(f"today = 2031-06-10\n{settings}", encoding="utf-8")
    with open_desk(tmp_path) as desk:
        intake.bring_in(desk, Incoming(name="listing.txt", raw=WITHOUT_WEEKDAYS.encode()))
    return tmp_path


@pytest.fixture
def both(tmp_path: Path) -> Path:
    return folder_with_both(tmp_path)


def doubts_about_years(desk: Desk) -> int:
    kinds = [doubt.kind for p in intake.waiting(desk) for _, doubt in p.draft.doubts]
    return kinds.count(DoubtKind.YEAR_INFERRED)


def draft_of(pilot: Pilot[None], id: str) -> Event:
    proposal = held(pilot).store.get(Proposal, f"p-{id}")
    assert proposal is not None
    assert isinstance(proposal.draft, Event)
    return proposal.draft


# One answer for all ---------------------------------------------------------------------------


async def test_one_key_answers_for_all_that_share_the_doubt(listing: Path) -> None:
    async with on_screen(listing, ReviewScreen, WIDE) as pilot:
        await press(pilot, "tab", "tab")
        await says(pilot, "2031 for all 13?")
        await press(pilot, "y")
        await says(pilot, "the same doubt is gone from 12 others")

        assert doubts_about_years(held(pilot)) == 0


async def test_one_key_takes_that_back(listing: Path) -> None:
    async with on_screen(listing, ReviewScreen, WIDE) as pilot:
        before = intake.waiting(held(pilot))
        await press(pilot, "tab", "tab", "y")
        await says(pilot, "gone from 12 others")
        await press(pilot, "u")
        await says(pilot, "Taken back")

        assert before == intake.waiting(held(pilot))


async def test_enter_answers_for_the_one_only(listing: Path) -> None:
    async with on_screen(listing, ReviewScreen, WIDE) as pilot:
        before = doubts_about_years(held(pilot))
        await press(pilot, "tab", "tab")
        await says(pilot, "2031 for all 13?")
        await press(pilot, "enter")
        await says(pilot, "Right as it stands")

        assert before - 1 == doubts_about_years(held(pilot))


async def test_the_rows_that_share_the_doubt_are_pointed_at(listing: Path) -> None:
    async with on_screen(listing, ReviewScreen, (200, 50)) as pilot:
        await press(pilot, "tab", "tab")
        await says(pilot, "2031 for all 13?")

        assert screen_text(pilot.app).count("\n• ") == 12


async def test_another_year_that_was_typed_is_offered_to_the_others(listing: Path) -> None:
    async with on_screen(listing, ReviewScreen, WIDE) as pilot:
        await press(pilot, "tab", "tab")
        await says(pilot, "2031 for all 13?")
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormScreen))
        await press(pilot, "down", "down", "down", "end", "ctrl+u")
        await write(pilot, "Monday 14 June 2032, 07:45-09:00 New York")
        await press(pilot, "ctrl+s")
        await says(pilot, "y 2032 for the 12 others?")
        await press(pilot, "y")
        await says(pilot, "The same for 12 others")

        events = [p.draft for p in intake.waiting(held(pilot)) if isinstance(p.draft, Event)]
        side_events = [event for event in events if event.parent]
        assert {e.when.date.year for e in side_events if e.when.date} == {2032}


# Several at once ------------------------------------------------------------------------------


async def test_marked_rows_are_turned_down_together(both: Path) -> None:
    async with on_screen(both, ReviewScreen) as pilot:
        await press(pilot, "down", "space", "space")
        await says(pilot, "2 marked")
        await press(pilot, "x")
        await says(pilot, "Rejected 2 proposals")

        assert len(intake.waiting(held(pilot))) == 5


async def test_marked_rows_are_accepted_together(both: Path) -> None:
    async with on_screen(both, ReviewScreen) as pilot:
        await press(pilot, "down", "down", "shift+down")
        await says(pilot, "2 marked")
        await press(pilot, "a")
        await says(pilot, "Accepted 2 records")

        assert held(pilot).store.count(Question) == 2


async def test_all_are_marked_but_positions_and_none_again(both: Path) -> None:
    async with on_screen(both, ReviewScreen) as pilot:
        await press(pilot, "asterisk")
        await says(pilot, "6 marked")
        await press(pilot, "minus")
        await until(pilot, lambda: "marked" not in screen_text(pilot.app))


async def test_escape_takes_the_marks_off_before_it_leaves(both: Path) -> None:
    async with on_screen(both, ReviewScreen) as pilot:
        await press(pilot, "space", "escape")

        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "marked" not in screen_text(pilot.app)


async def test_all_that_is_past_goes_by_one_key_and_comes_back_by_one(listing: Path) -> None:
    async with on_screen(listing, ReviewScreen, WIDE) as pilot:
        before = intake.waiting(held(pilot))
        await press(pilot, "P")
        await says(pilot, "Rejected 13 events that were over before Tue 10 Jun 2031, 14 in all")
        left = len(intake.waiting(held(pilot)))
        await press(pilot, "u")
        await says(pilot, f"{len(before)} waiting")

        assert (left, intake.waiting(held(pilot))) == (len(before) - 14, before)


async def test_where_nothing_is_past_nothing_is_turned_down(both: Path) -> None:
    async with on_screen(both, ReviewScreen) as pilot:
        await press(pilot, "P")
        await says(pilot, "Nothing that waits was over before")

        assert len(intake.waiting(held(pilot))) == 7


async def test_what_is_in_doubt_and_was_not_looked_at_waits(listing: Path) -> None:
    async with on_screen(listing, ReviewScreen, WIDE) as pilot:
        await press(pilot, "P", "a")
        await says(pilot, "in doubt wait to be looked at")

        events = list(held(pilot).store.all(Event))
        assert len(events) == 1


async def test_accepting_goes_on_to_the_next_doubt(listing: Path) -> None:
    async with on_screen(listing, ReviewScreen, WIDE) as pilot:
        await press(pilot, "a")
        await says(pilot, "Accepted 2 records")
        await says(pilot, "ends before it begins")


# Words of the source --------------------------------------------------------------------------


async def test_words_that_are_picked_become_a_value_with_their_place(both: Path) -> None:
    async with on_screen(both, ReviewScreen, WIDE) as pilot:
        await press(pilot, "G")
        await says(pilot, "Two days, or a day")
        await press(pilot, "v", "up", "left", "left", "left", "shift+right")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseScreen))
        await says(pilot, "“Winter school” is …")
        await write(pilot, "title")
        await press(pilot, "enter")
        await says(pilot, "Title taken from these words")

        draft = draft_of(pilot, SCHOOL)
        (citation,) = draft.evidence["title"].citations
        assert draft.title == "Winter school"
        assert (citation.start, citation.end, citation.words) == (0, 13, "Winter school")
        assert draft.evidence["title"].decision is not Decision.UNDECIDED


async def test_words_that_are_no_date_are_told_and_change_nothing(both: Path) -> None:
    async with on_screen(both, ReviewScreen, WIDE) as pilot:
        before = intake.waiting(held(pilot))
        await press(pilot, "G", "v", "up", "up", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseScreen))
        await press(pilot, "enter")
        await says(pilot, "When:")

        assert before == intake.waiting(held(pilot))


async def test_a_question_that_was_overlooked_is_picked(both: Path) -> None:
    async with on_screen(both, ReviewScreen, WIDE) as pilot:
        await press(pilot, "v", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseScreen))
        await write(pilot, "a question")
        await press(pilot, "enter")
        await until(pilot, lambda: len(intake.waiting(held(pilot))) == 8)

        waiting = [p for p in intake.waiting(held(pilot)) if isinstance(p.draft, Question)]
        assert [p.under for p in waiting] == [f"p-{EVENT}"] * 3


async def test_escape_leaves_the_source_for_the_list(both: Path) -> None:
    async with on_screen(both, ReviewScreen, WIDE) as pilot:
        focused = []
        for key in ("v", "escape"):
            await press(pilot, key)
            focused.append(isinstance(pilot.app.focused, SourceWords))

        assert focused == [True, False]
        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_an_event_is_split_at_a_word(both: Path) -> None:
    async with on_screen(both, ReviewScreen, WIDE) as pilot:
        whole = held(pilot).store.get(Proposal, f"p-{EVENT}")
        assert whole is not None
        with held(pilot).change("longer") as change:
            change.put(msgspec.structs.replace(whole, end=400))
        await pilot.pause()
        await press(pilot, "vertical_line", "down", "down", "down", "vertical_line")
        await says(pilot, "Split; the second is “Register by 1 March")

        first = draft_of(pilot, EVENT)
        assert first.title == "Rules for quiet networks"
        assert len(intake.waiting(held(pilot))) == 8


# Joining --------------------------------------------------------------------------------------


async def test_marked_events_become_one(both: Path) -> None:
    async with on_screen(both, ReviewScreen, WIDE) as pilot:
        await press(pilot, "space", "G", "space", "ampersand")
        await says(pilot, "Joined to “Rules for quiet networks”")

        draft = draft_of(pilot, EVENT)
        assert "8–9 Apr 2024" in screen_text(pilot.app)
        assert len(draft.evidence["when"].alternatives) == 2
        assert len(intake.waiting(held(pilot))) == 6


async def test_what_is_not_of_one_kind_is_not_joined(both: Path) -> None:
    async with on_screen(both, ReviewScreen) as pilot:
        await press(pilot, "space", "space", "ampersand")
        await says(pilot, "only proposals of one kind can be joined")

        assert len(intake.waiting(held(pilot))) == 7


async def test_a_position_is_accepted_where_it_is_marked_itself(both: Path) -> None:
    async with on_screen(both, ReviewScreen) as pilot:
        await press(pilot, "a", "home", "a")
        await says(pilot, "Accepted 1 record")

        assert held(pilot).store.get(Position, NORLAND) is not None
