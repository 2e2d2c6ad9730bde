import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.desk import edit, expecting, intake, issuing, note_checks, note_files, prepare
from briefing.desk.note_files import Wanted
from briefing.model import Event, Likelihood, Question
from briefing.note.blocks import Mark
from briefing.tui.screens import note_lines
from briefing.tui.screens.answer import AnswerScreen
from briefing.tui.screens.ask import AskScreen
from briefing.tui.screens.choose import ChooseScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.note import NoteScreen
from briefing.tui.screens.note_facts import NoteFactsScreen
from briefing.tui.screens.note_part import PartScreen
from briefing.tui.screens.note_view import NoteView
from briefing.tui.screens.picking import PickScreen
from briefing.tui.screens.source import SourceScreen
from briefing.tui.widgets.text_view import TextView
from briefing.tui.widgets.virtual_list import VirtualList
from tests.tui.screens.desk_for_tests import (
    FORUM_TEXT,
    folder_with_both,
    held,
    on_screen,
    open_desk,
    press,
    says,
    write,
)
from tests.tui.screens.golden import SIZES, seen, shown
from tests.tui.support import screen_text, until


def accepted(folder: Path) -> Event:
    """An event that is held, with all that was read around it."""
    with open_desk(folder_with_both(folder)) as desk:
        intake.accept(desk, intake.waiting(desk), checked=True)
        question = desk.store.get(Question, "question-22222")
        assert question is not None
        edit.set_fields(desk, question, {"answer/short": "Whoever finds it."})
        event = desk.store.get(Event, "quiet-networks-22222")
        assert event is not None
        return event


def docx_of(pilot: Pilot[None], event: Event) -> bytes:
    """What the note on an event is as a Word file."""
    desk, wanted = held(pilot), Wanted(subject=event)
    return note_files.content(desk, wanted, issuing.draft(desk, wanted).note, ".docx")


@pytest.mark.parametrize("size", SIZES)
async def test_the_note_is_seen_with_its_parts(tmp_path: Path, size: tuple[int, int]) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), size) as pilot:
        await says(pilot, "1 of 2 pages")

        assert seen("note", pilot) == shown(pilot)


async def test_what_is_seen_has_the_words_of_the_file(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    with open_desk(tmp_path) as desk:
        note = prepare.note(desk, event)
        markdown = prepare.markdown(desk, event).decode()

    unmarked = re.sub(r"^ *(#+ |- )|\*\*|[<>\\]", "", markdown, flags=re.MULTILINE)
    preview = re.sub(r"^ *(- )?", "", note_lines.plain_text(note), flags=re.MULTILINE)
    assert unmarked.split() == re.sub(r"[<>\\]", "", preview).split()


def test_a_mark_has_the_words_of_the_file_and_its_numbers_are_links() -> None:
    marks = [
        Mark(numbers=(1,)),
        Mark(numbers=(1, 12, 2)),
        Mark(numbers=(3,), checked=False),
        Mark(),
        Mark(checked=False),
    ]

    for mark in marks:
        parts = list(note_lines.mark_parts(mark))
        assert "".join(part.text for part in parts) == f" {mark.words}"
        assert [part.target for part in parts if part.target] == [str(n) for n in mark.numbers]


async def test_a_part_is_written_and_stands_in_the_note(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
        await write(pilot, "Cables matter; say so first.")
        await says(pilot, "5 of 60 words")
        await press(pilot, "ctrl+s")
        await says(pilot, "5/60")

        assert "Cables matter; say so first." in screen_text(pilot.app)
        assert "to write" in screen_text(pilot.app)


async def test_what_is_to_be_written_stands_in_its_place_on_the_screen_alone(
    tmp_path: Path,
) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)

        assert "… Say in 60 words what matters most and what to do." in screen_text(pilot.app)
        assert "…" not in screen.text_to_copy()


@pytest.mark.parametrize("size", SIZES)
async def test_the_note_follows_what_is_typed_below_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), size) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
        await write(pilot, "Cables matter; say so first.")
        await says(pilot, "130 of 900 words")

        assert seen("note-part", pilot) == shown(pilot)
        assert prepare.written(held(pilot), event) is None


async def test_what_is_typed_and_left_is_no_part_of_the_note(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
        await write(pilot, "Cables matter; say so first.")
        await says(pilot, "130 of 900 words")
        await press(pilot, "escape")
        await says(pilot, "Draft kept, not saved")

        assert "Cables matter" not in screen_text(pilot.app)
        assert "not saved" in screen_text(pilot.app).split("Purpose")[0]
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
        await says(pilot, "130 of 900 words")


async def test_a_source_is_read_in_the_middle_of_writing(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "down", "down", "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
        part = pilot.app.screen
        await write(pilot, "To learn.")
        await press(pilot, "tab", "home", "right", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SourceScreen))
        await press(pilot, "escape")
        await until(pilot, lambda: pilot.app.screen is part)
        await press(pilot, "tab")
        await write(pilot, " To ask.")
        await says(pilot, "To learn. To ask.")


async def test_what_was_saved_is_said_and_what_is_next(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
        await write(pilot, "Cables matter.")
        await press(pilot, "ctrl+s")
        await says(pilot, "Bottom line: saved. Next: Purpose.")


async def test_the_note_is_shown_as_its_readers_will_get_it(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        desk = held(pilot)
        question = desk.store.get(Question, "question-22222")
        assert question is not None
        edit.set_fields(desk, question, {"handling/level": "me"})
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await press(pilot, *("backspace",) * 20, *"office", "enter")
        await says(pilot, "This is what office will get")

        assert "as office see it" in screen_text(pilot.app)
        assert "Who repairs a cable" not in screen_text(pilot.app)
        await press(pilot, "I")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await says(pilot, "office")


async def test_readers_who_may_see_nothing_of_it_are_refused(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        edit.set_fields(held(pilot), event, {"handling/level": "me"})
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await press(pilot, *("backspace",) * 20, *"public", "enter")
        await says(pilot, "can't be shown at the level public")


async def test_a_note_is_had_in_another_language_and_undone(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await press(pilot, "down", *("backspace",) * 20, *"french", "enter")
        await says(pilot, "Note de préparation")
        await press(pilot, "u")
        await says(pilot, "Taken back: Set the language of the note")

        assert "Briefing note:" in screen_text(pilot.app)


async def test_a_question_that_may_come_up_is_added_and_said_to_be_certain(
    tmp_path: Path,
) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await press(pilot, *"Who pays?", "enter")
        await says(pilot, "Who pays?")
        (added,) = [q for q in held(pilot).store.all(Question) if q.text == "Who pays?"]
        (expected,) = added.expected
        assert (expected.event, expected.likelihood) == (event.id, Likelihood.MAY)

        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)
        screen.query_one(VirtualList).move_to_key(added.id)
        await press(pilot, "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await press(pilot, "down", *("backspace",) * 5, *"certain", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)

        again = held(pilot).store.get(Question, added.id)
        assert again is not None
        assert [e.likelihood for e in again.expected] == [Likelihood.CERTAIN]


async def test_a_question_of_the_bank_is_offered_by_its_words(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    with open_desk(tmp_path) as desk:
        kept = edit.add(desk, Question, {"text": "Who pays the salvors of a wreck?"})
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await press(pilot, *"salvors wreck", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseScreen))
        await press(pilot, "down", "enter")
        await says(pilot, "Who pays the salvors")

        again = held(pilot).store.get(Question, kept.id)
        assert again is not None
        assert [e.event for e in again.expected] == [event.id]
        assert [q.text for q in held(pilot).store.all(Question) if "salvors" in q.text] == [
            kept.text
        ]


async def test_a_question_that_is_left_out_says_so(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        desk = held(pilot)
        prepare.pick_questions(desk, event, ["question-22222"])
        await says(pilot, "left out")


async def test_too_many_points_are_said_in_lines(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "down", "down", "down", "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
        await write(pilot, "One.\nTwo.\nThree.\nFour.\nFive.")
        await says(pilot, "5 of 4 lines, too long")


async def test_a_note_is_written_and_out_in_fewer_than_25_keys_besides_its_words(
    tmp_path: Path,
) -> None:
    event = accepted(tmp_path)
    keys = 0
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        screen = pilot.app.screen
        for words in ("Say so first.", "To learn.", "A list.", "One.\nTwo.", "Maps.", "Decide."):
            await press(pilot, "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
            await write(pilot, words)
            await press(pilot, "ctrl+s")
            await until(pilot, lambda: pilot.app.screen is screen)
            keys += 2
        await press(pilot, "I")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await press(pilot, "enter")
        await says(pilot, "No. 1 is out")
        keys += 2

        note = prepare.written(held(pilot), event)
        assert note is not None
        assert prepare.note(held(pilot), event).prompts == ()
        assert (len(note.issues), len(note.points), keys) == (1, 2, 14)


async def test_the_text_follows_the_parts_up_to_the_first_again(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (80, 24)) as pilot:
        view = pilot.app.screen.query_one(TextView)
        await press(pilot, "end")
        before = view.scroll_offset.y
        await press(pilot, "home")

        assert before > 0
        assert view.scroll_offset.y == 0


async def test_how_many_pages_it_fills_is_told_once_the_hand_rests(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await says(pilot, "of 900 words, 1 of 2 pages")


async def test_points_are_written_a_line_each(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        pilot.app.screen.query_one(VirtualList).move_to_key("points")
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
        await write(pilot, "Cables are shared; so is repair.\nTell the coast first.")
        await press(pilot, "ctrl+s")
        await says(pilot, "2/4")

        note = prepare.written(held(pilot), event)
        assert note is not None
        assert note.points == ("Cables are shared; so is repair.", "Tell the coast first.")


async def test_what_only_a_person_can_say_is_asked_for(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await says(pilot, "Say in 60 words what matters most and what to do.")


async def test_a_question_is_answered_from_the_note(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        pilot.app.screen.query_one(VirtualList).move_to_key("question-32222")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AnswerScreen))
        await press(pilot, "tab")
        await write(pilot, "A day ahead.")
        await press(pilot, "ctrl+s")
        await says(pilot, "Line: A day ahead.")


async def test_a_number_leads_to_the_words_in_their_source(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "tab", "right", "right", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SourceScreen))
        view = pilot.app.screen.query_one(TextView)

        start = FORUM_TEXT.index("Monday, 4 March")
        await until(pilot, lambda: view.target == f"cited {start}")


async def test_every_number_leads_somewhere(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)
        numbers = [entry.number for entry in prepare.note(held(pilot), event).sources]

        view = screen.query_one(NoteView)
        found = {number: view.citation(number) for number in numbers}

        assert [n for n, c in found.items() if c is None or c.start is None] == []
        words = {c.words == FORUM_TEXT[c.start : c.end] for c in found.values() if c}
        assert (len(numbers) > 10, words) == (True, {True})


async def test_the_file_is_written_where_it_is_asked_to(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await press(pilot, "enter")
        await says(pilot, "Written to")

        path = prepare.default_file(held(pilot), event, suffix=".docx")
        assert path.read_bytes() == docx_of(pilot, event)


async def test_a_file_that_is_there_is_written_over_only_when_asked_twice(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        path = prepare.default_file(held(pilot), event, suffix=".docx")
        path.parent.mkdir()
        path.write_text("my own remarks")
        await press(pilot, "w", "enter")
        await says(pilot, "is there already")
        before = path.read_text()
        await press(pilot, "enter")
        await says(pilot, "Written to")

        assert before == "my own remarks"
        assert path.read_bytes() == docx_of(pilot, event)


@pytest.mark.parametrize(
    ("typed", "expected"), [("mine", "mine.docx"), ("mine.txt", "mine.txt"), ("", "{name}")]
)
async def test_a_file_gets_its_ending_and_a_folder_gets_a_file(
    tmp_path: Path, typed: str, expected: str
) -> None:
    event = accepted(tmp_path)
    target = tmp_path / "elsewhere"
    target.mkdir()
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        name = prepare.default_file(held(pilot), event, suffix=".docx").name
        await press(pilot, "w", "ctrl+u")
        await write(pilot, str(target / typed))
        await press(pilot, "enter")
        await says(pilot, "Written to")

        assert [expected.format(name=name)] == [path.name for path in target.iterdir()]


async def test_a_file_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    (tmp_path / "notes").write_text("a file where the folder should be")
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "w", "enter")
        await says(pilot, "notes")

        assert isinstance(pilot.app.screen, AskScreen)


async def test_the_note_is_copied_as_plain_text(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)

        assert screen.text_to_copy().startswith("Briefing note: Rules for quiet networks\n\n- ")


async def test_a_part_goes_behind_the_note_and_back(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        pilot.app.screen.query_one(VirtualList).move_to_key("logistics")
        await press(pilot, "a")
        await says(pilot, "Moved behind the note")
        behind = prepare.note(held(pilot), event).sections
        await press(pilot, "a")
        await says(pilot, "Moved back")

        assert [s.name for s in behind if s.is_annex] == ["logistics", "sources"]
        in_place = prepare.note(held(pilot), event).sections
        assert [s.name for s in in_place if s.is_annex] == ["sources"]


async def test_questions_are_picked_and_ordered(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen)
        first, second = [question.id for question in screen.questions]
        screen.query_one(VirtualList).move_to_key("if asked")
        await press(pilot, "o")
        await until(pilot, lambda: isinstance(pilot.app.screen, PickScreen))
        await press(pilot, "shift+down", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        reversed_ = prepare.written(held(pilot), event)
        await press(pilot, "o")
        await until(pilot, lambda: isinstance(pilot.app.screen, PickScreen))
        await press(pilot, "space", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        one_left = prepare.written(held(pilot), event)

        assert reversed_ is not None
        assert one_left is not None
        assert (reversed_.questions, one_left.questions) == ((second, first), (first,))


async def test_points_of_answers_are_offered_as_points_to_make(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    with open_desk(tmp_path) as desk:
        question = desk.store.get(Question, "question-22222")
        assert question is not None
        edit.set_fields(desk, question, {"answer/points": "Repair first.\nPay later."})
        prepare.write(desk, event, {"points": "Cables are shared."})
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        screen = pilot.app.screen
        screen.query_one(VirtualList).move_to_key("points")
        await press(pilot, "o")
        await until(pilot, lambda: isinstance(pilot.app.screen, PickScreen))
        await press(pilot, "down", "space", "shift+up", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)

        note = prepare.written(held(pilot), event)
        assert note is not None
        assert note.points == ("Repair first.", "Cables are shared.")


async def test_another_kind_of_note_is_shown(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "v")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseScreen))
        await write(pilot, "card")
        await press(pilot, "enter")
        await says(pilot, "Pocket card: Rules for quiet networks")

        assert "of 350 words" in screen_text(pilot.app)


async def test_a_fact_that_nobody_checked_is_settled_on_the_way_out(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteFactsScreen))
        before = note_checks.facts_to_check(held(pilot), Wanted(subject=event))
        await press(pilot, "a")
        await says(pilot, "Checked.")

        now = held(pilot).store.get(Event, event.id)
        assert now is not None
        after = note_checks.facts_to_check(held(pilot), Wanted(subject=now))
        assert len(after) == len(before) - 1


async def test_a_fact_leads_to_its_words_and_to_its_record(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteFactsScreen))
        await press(pilot, "s")
        await until(pilot, lambda: isinstance(pilot.app.screen, SourceScreen))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteFactsScreen))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormScreen))


async def test_a_note_goes_out_numbered_and_its_copies_lie_where_one_says(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "I")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskScreen))
        await says(pilot, "facts to check first")
        await press(pilot, "enter")
        await says(pilot, "No. 1 is out")

        note = prepare.written(held(pilot), event)
        assert note is not None
        (issue,) = note.issues
        assert {Path(file.name).suffix for file in issue.files} == {".docx", ".pdf", ".ics"}
        copies = {path.name: path.read_bytes() for path in (tmp_path / "notes").iterdir()}
        kept = {f.name: issuing.file_of(held(pilot), note, issue, f) for f in issue.files}
        assert copies == kept


async def test_readers_and_formats_that_there_are_not_are_told(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        await press(pilot, "I", "ctrl+u")
        await write(pilot, "everybody")
        await press(pilot, "enter")
        await says(pilot, "Nobody is called")
        await press(pilot, "ctrl+u")
        await write(pilot, "office")
        await press(pilot, "tab", "ctrl+u")
        await write(pilot, "scroll")
        await press(pilot, "enter")
        await says(pilot, "a note is written as")

        assert prepare.written(held(pilot), event) is None


async def test_a_defensive_question_stands_under_what_is_only_defensive(tmp_path: Path) -> None:
    event = accepted(tmp_path)
    async with on_screen(tmp_path, lambda: NoteScreen(event), (120, 30)) as pilot:
        expecting.expect_new(held(pilot), event, "Who cut it?", Likelihood.DEFENSIVE)
        await says(pilot, "Who cut it?")

        _, _, below = screen_text(pilot.app).partition("Defensive only")
        assert "Who cut it?" in below
