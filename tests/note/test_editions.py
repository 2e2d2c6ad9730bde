import dataclasses
import datetime as dt

import msgspec

from briefing.note.blocks import Bullets, SectionName
from briefing.note.compose import compose
from briefing.note.kinds import Kind, kinds
from briefing.note.material import Edition, LastIssue, material
from tests.note.records import EVENT, HELD, HOME, TODAY

FIRST = LastIssue(
    number=1,
    on=dt.date(2031, 5, 28),
    material=material(EVENT.id, msgspec.structs.replace(EVENT, venue="Hall 2"), HELD),
)


def composed(edition: Edition, kind: Kind | None = None) -> tuple[str, dict[SectionName, str]]:
    """The version of a note, and its headings by part."""
    held = dataclasses.replace(HELD, edition=edition)
    note = compose(EVENT, held, home=HOME, today=TODAY, kind=kind)
    return note.version, {section.name: section.heading for section in note.sections}


def test_a_note_says_which_version_it_is() -> None:
    assert "Draft of 2 Jun 2031" == composed(Edition())[0]
    assert "No. 2 of 2 Jun 2031" == composed(Edition(number=2, after=1))[0]
    assert "Draft of 2 Jun 2031, after No. 2" == composed(Edition(after=2))[0]


def test_what_changed_stands_right_after_the_bottom_line() -> None:
    _, headings = composed(Edition(after=1, last=FIRST))

    assert list(headings)[:2] == [SectionName.BOTTOM_LINE, SectionName.CHANGES]
    assert "Changes since No. 1" == headings[SectionName.CHANGES]


def test_each_change_is_marked_and_numbered_before_what_follows() -> None:
    held = dataclasses.replace(HELD, edition=Edition(after=1, last=FIRST))

    note = compose(EVENT, held, home=HOME, today=TODAY)

    (changed,) = (s.blocks[0] for s in note.sections if s.name is SectionName.CHANGES)
    assert isinstance(changed, Bullets)
    ((run,),) = (item.text for item in changed.items)
    assert run.mark is not None
    assert "Now in Harbour Hall, 4 Quay Street, New York" == run.text
    words = {entry.number: entry.words for entry in note.sources}
    assert ["Harbour Hall, 4 Quay Street, New York"] == [words[n] for n in run.mark.numbers]


def test_where_nothing_changed_there_is_no_such_part() -> None:
    same = dataclasses.replace(FIRST, material=material(EVENT.id, EVENT, HELD))

    assert SectionName.CHANGES not in composed(Edition(after=1, last=same))[1]


def test_a_card_has_no_room_for_it() -> None:
    assert SectionName.CHANGES not in composed(Edition(last=FIRST), kinds()["card"])[1]
