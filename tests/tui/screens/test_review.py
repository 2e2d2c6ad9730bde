from pathlib import Path

import msgspec
import pytest

from briefing.desk import intake
from briefing.model import (
    Decision,
    Event,
    Position,
    Proposal,
    ProposalState,
    Question,
    Task,
)
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.review import ReviewScreen
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.desk_for_tests import (
    FORUM_TEXT,
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

EVENT, SCHOOL, NORLAND = "quiet-networks-22222", "winter-school-22222", "norland-22222"
SIDE_EVENT = "breakfast-22222"


@pytest.mark.parametrize("size", SIZES)
async def test_what_waits_is_seen_with_its_doubts_and_its_words(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen, size) as pilot:
        await until(pilot, lambda: "In the source" in shown(pilot))

        assert seen("review", pilot) == shown(pilot)


async def test_an_empty_review_says_what_to_do_first(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), ReviewScreen) as pilot:
        assert "Paste an announcement here" in screen_text(pilot.app)


async def test_accepting_takes_along_what_hangs_on_it_but_no_position(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "a")
        await says(pilot, "Accepted 5 records")

        desk = held(pilot)
        assert desk.store.get(Event, EVENT) is not None
        assert desk.store.get(Event, SIDE_EVENT) is not None
        assert desk.store.count(Task) == 1
        assert desk.store.count(Question) == 2
        assert desk.store.count(Position) == 0
        assert "1 position waits" in screen_text(pilot.app)


async def test_a_position_is_accepted_by_a_key_of_its_own(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "a", "home", "a")
        await says(pilot, "Accepted 1 record")

        assert held(pilot).store.get(Position, NORLAND) is not None


async def test_what_was_doubted_stays_not_checked_and_the_rest_is_checked(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "a")
        await says(pilot, "3 doubts left open")

        event = held(pilot).store.get(Event, EVENT)
        assert event is not None
        decisions = {path: evidence.decision for path, evidence in event.evidence.items()}
        assert decisions.pop("when") is Decision.UNDECIDED
        assert decisions.pop("access") is Decision.UNDECIDED
        assert set(decisions.values()) == {Decision.ACCEPTED}


async def test_all_of_a_source_is_accepted_but_its_positions(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "A")
        await says(pilot, "Took 5 records as they are, not checked")

        desk = held(pilot)
        left = [proposal.draft.id for proposal in intake.waiting(desk)]
        assert [NORLAND, SCHOOL] == left


async def test_what_is_accepted_by_the_source_is_not_called_checked(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "A")
        await says(pilot, "Took 5 records as they are, not checked")

        assert not any(event.is_reviewed for event in held(pilot).store.all(Event))


async def test_rejecting_is_taken_back_by_one_key(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "x")
        await says(pilot, "Rejected “Rules for quiet networks” with 5 more")
        rejected = len(intake.waiting(held(pilot)))
        await press(pilot, "u")
        await says(pilot, "7 waiting")

        assert (rejected, len(intake.waiting(held(pilot)))) == (1, 7)


async def test_tab_walks_the_doubts_of_all_that_waits(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        walked = []
        for _ in range(5):
            await press(pilot, "tab")
            walked.append(pilot.app.screen.query_one("#values", TextView).target)

        assert walked == ["access", "due", "when", "when", "access"]


async def test_shift_tab_walks_back(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "shift+tab")

        assert "Winter school" in screen_text(pilot.app).partition("›")[2].partition("\n")[0]


async def test_the_words_of_the_current_value_are_shown_in_their_source(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, *["right"] * 5)
        words = pilot.app.screen.query_one("#words", TextView)

        assert words.target == "here"
        assert "Where: Harbour Room, 12 Quay Street" in screen_text(pilot.app)


async def test_a_digit_takes_another_reading(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "tab", "tab", "tab", "2")
        await says(pilot, "Reading 2 taken")

        proposal = held(pilot).store.get(Proposal, f"p-{SCHOOL}")
        assert proposal is not None
        assert isinstance(proposal.draft, Event)
        assert str(proposal.draft.when.date) == "2024-04-09"
        assert proposal.draft.evidence["when"].decision is Decision.EDITED


async def test_a_number_without_a_reading_changes_nothing(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        before = intake.waiting(held(pilot))
        await press(pilot, "7")
        await says(pilot, "there is no other reading number 7")

        assert before == intake.waiting(held(pilot))


async def test_enter_says_that_a_doubted_value_is_right(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "enter")
        await says(pilot, "2 doubts left here")

        proposal = held(pilot).store.get(Proposal, f"p-{EVENT}")
        assert proposal is not None
        assert proposal.draft.evidence["when"].decision is Decision.ACCEPTED


async def test_a_reading_of_what_was_not_on_the_screen_yet_is_not_taken(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        screen.query_one(VirtualList).action_last()
        screen.action_take(1)

        proposal = held(pilot).store.get(Proposal, f"p-{SCHOOL}")
        assert proposal is not None
        assert proposal.draft.evidence["when"].decision is Decision.UNDECIDED
        await says(pilot, "Two days, or a day written in two ways")


async def test_enter_accepts_nothing_where_nothing_is_doubted(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "down", "down")
        await until(pilot, lambda: "Question\n" in shown(pilot))
        await press(pilot, "enter")
        await says(pilot, "Nothing is doubted here")

        assert len(intake.waiting(held(pilot))) == 7


async def test_what_may_be_held_already_is_told_in_words(tmp_path: Path) -> None:
    with open_desk(folder_with_both(tmp_path)) as desk:
        proposal = desk.store.get(Proposal, f"p-{SCHOOL}")
        assert proposal is not None
        twin = msgspec.structs.replace(proposal.draft, id="held-22222", evidence={})
        with desk.change("twin") as edit:
            edit.put(twin)
            edit.put(msgspec.structs.replace(proposal, matches=("held-22222",)))

    async with on_screen(tmp_path, ReviewScreen, (120, 30)) as pilot:
        await press(pilot, "G")
        await says(pilot, "May be the same as what is held: “Winter school")

        assert "1?=" in screen_text(pilot.app)


async def test_words_narrow_what_waits_until_escape(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen, (120, 30)) as pilot:
        await press(pilot, "slash")
        await write(pilot, "map")
        await until(pilot, lambda: "Winter school" not in shown(pilot))
        narrowed = shown(pilot)
        await press(pilot, "escape")
        await says(pilot, "Winter school")

        assert "Breakfast on cable maps" in narrowed
        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_a_draft_is_changed_before_it_is_accepted(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormScreen))
        await press(pilot, "end")
        await write(pilot, " at sea")
        await press(pilot, "ctrl+s")
        await says(pilot, "Changed “Rules for quiet networks at sea”")

        proposal = held(pilot).store.get(Proposal, f"p-{EVENT}")
        assert proposal is not None
        assert isinstance(proposal.draft, Event)
        assert proposal.draft.title == "Rules for quiet networks at sea"
        assert proposal.state is ProposalState.WAITING


async def test_the_whole_source_opens_at_the_words(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen) as pilot:
        await press(pilot, "s")
        await until(pilot, lambda: isinstance(pilot.app.screen, SourceScreen))
        view = pilot.app.screen.query_one(TextView)
        await until(pilot, lambda: view.target is not None)

        assert view.target == f"cited {FORUM_TEXT.index('Monday, 4 March')}"


async def test_hostile_text_is_shown_harmlessly(tmp_path: Path) -> None:
    with open_desk(folder_with_both(tmp_path)) as desk:
        proposal = desk.store.get(Proposal, f"p-{SCHOOL}")
        assert proposal is not None
        title = "\x1b[31m[red]Winter\u202e school\n[/red]\x07 at sea"
        draft = msgspec.structs.replace(proposal.draft, title=title)
        with desk.change("hostile") as edit:
            edit.put(msgspec.structs.replace(proposal, draft=draft))

    async with on_screen(tmp_path, ReviewScreen) as pilot:
        await press(pilot, "G")
        await says(pilot, "Two days")

        text = screen_text(pilot.app)
        assert "[red]Winter school [/red]" in text
        assert not {"\x1b", "\u202e", "\x07"} & set(text)


async def test_where_nothing_waits_no_decision_is_offered(tmp_path: Path) -> None:
    async with on_screen(make_folder(tmp_path), ReviewScreen, (200, 50)) as pilot:
        offered = screen_text(pilot.app).splitlines()[-1]

        assert not any(word in offered for word in ("Accept", "Reject", "Take all", "doubt"))


async def test_once_the_last_is_decided_no_decision_is_offered(tmp_path: Path) -> None:
    async with on_screen(folder_with_both(tmp_path), ReviewScreen, (200, 50)) as pilot:
        before = screen_text(pilot.app).splitlines()[-1]
        for _ in intake.waiting(held(pilot)):
            await press(pilot, "x")
        await until(pilot, lambda: "Reject" not in screen_text(pilot.app).splitlines()[-1])

        assert "Reject" in before
