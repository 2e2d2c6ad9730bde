import dataclasses
import datetime as dt
from pathlib import Path

import msgspec
import pytest

from briefing.desk import issuing
from briefing.desk.desk import Desk
from briefing.desk.note_files import Wanted
from briefing.errors import BriefingError
from briefing.model import Event, Handling, Issue, Level, Note
from tests.desk.support import HARBOUR, make_folder, open_desk
from tests.desk.test_issuing import TEXTS, WANTED, issue, public, put

__all__ = ["public"]

R = msgspec.structs.replace


def test_copies_of_an_issue_take_no_place_of_what_was_written_into_one(
    desk: Desk, tmp_path: Path
) -> None:
    note, first, _, files = issuing.issue(desk, WANTED, TEXTS)
    (text, _) = issuing.copies(desk, note, first, tmp_path / "out")
    assert [text] == issuing.copies(desk, note, first, tmp_path / "out")[:1]
    text.write_text("My own words")

    (again, _) = issuing.copies(desk, note, first, tmp_path / "out")

    assert ("My own words", files[".md"]) == (text.read_text(), again.read_bytes())
    assert f"{text.stem} (2).md" == again.name


def test_an_issue_is_not_given_to_more_than_it_went_out_for(public: Desk) -> None:
    issue(public, dataclasses.replace(WANTED, level=Level.OFFICE))

    with pytest.raises(BriefingError, match=r"No\. 1 went out for office, not for public"):
        issuing.issue_numbered(public, dataclasses.replace(WANTED, level=Level.PUBLIC), 1)


def in_two_clones(desk: Desk) -> tuple[Issue, Issue]:
    """Issue a note here, and have a colleague's clone bring their own note with a No. 1."""
    mine = issue(desk)
    theirs = R(mine, key="z9zz", person="Ola Other", on=mine.on + dt.timedelta(days=1))
    put(desk, Note(id="note-by-ola-22222", subject=HARBOUR.id, issues=(theirs,)))
    return mine, theirs


def test_a_number_that_two_clones_gave_out_is_asked_for_in_vain_and_not_given_out_again(
    desk: Desk,
) -> None:
    in_two_clones(desk)

    with pytest.raises(
        BriefingError, match=r"by Kari .* on 2031-06-02.*by Ola Other on 2031-06-03"
    ):
        issuing.issue_numbered(desk, WANTED, 1)
    assert 2 == issue(desk).number
    assert 3 == issue(desk).number


def test_the_number_tells_the_author_what_it_tells_the_readers(public: Desk) -> None:
    everybody = Wanted(subject=HARBOUR, level=Level.PUBLIC)
    issue(public)

    made = issuing.begin(public, everybody, TEXTS).made

    assert "it tells that 1 number was given out before, which these readers did not have." in {
        left.why for left in made.left_out
    }


@pytest.mark.parametrize("level", [Level.OFFICE, Level.ORGANISATION, Level.PUBLIC])
def test_a_note_says_for_whom_it_was_issued_even_where_all_its_parts_are_open(
    level: Level, tmp_path: Path
) -> None:
    tea = Event(id="tea-22222", title="Tea", handling=Handling(level=Level.PUBLIC))
    with open_desk(make_folder(tmp_path / "tea", tea)) as opened:
        _, out, made, files = issuing.issue(opened, Wanted(subject=tea, level=level), TEXTS)
        words = opened.config.labels.get(level)

    marking = words or made.note.marking
    assert (level, level) == (out.level, made.note.level)
    assert marking == made.note.marking
    assert marking.encode() in files[".txt"]
