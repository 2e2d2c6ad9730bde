import datetime as dt
from dataclasses import replace

from briefing.model import PARTICIPANT, Level, Position, Stance
from briefing.note.changes import changes
from briefing.note.compose import compose
from briefing.note.layout import Layout
from briefing.note.material import material
from briefing.note.moved import moved
from briefing.note.words import Words
from briefing.note.writers import write
from tests.note.records import EVENT, HELD, HOME, TODAY, WHO_PAYS


def anonymous(id: str, stance: Stance, day: int) -> Position:
    return Position(
        id=id,
        claim=f"What {id} wants.",
        holder=PARTICIPANT,
        event=EVENT.id,
        question=WHO_PAYS.id,
        on=dt.date(2031, 5, day),
        stance=stance,
    )


FOR = anonymous("one", Stance.SUPPORTS, 1)
AGAINST = anonymous("other", Stance.OPPOSES, 2)


def test_two_that_nobody_is_told_of_stand_apart_and_in_the_notes_language() -> None:
    held = replace(HELD, positions=(FOR, AGAINST))

    note = compose(EVENT, held, home=HOME, today=TODAY, language="fr")

    assert 2 == write(".md", note, Layout()).decode().count("**Un participant**")


def test_nobody_moved_who_may_be_two() -> None:
    assert [] == moved([AGAINST], [FOR], lambda position: position.on)


def test_nor_is_anybody_told_to_stand_elsewhere() -> None:
    before, now = (
        material(EVENT.id, EVENT, replace(HELD, positions=positions))
        for positions in ((FOR,), (FOR, AGAINST))
    )

    told = [change.text for change in changes(before, now, Words(), HOME)]

    assert 1 == len(told)
    assert told[0].startswith("new: ")


def test_a_note_bears_the_label_of_the_house_in_every_language() -> None:
    held = replace(HELD, labels={Level.OFFICE: "INTERNT"})

    note = compose(EVENT, held, home=HOME, today=TODAY, language="fr")

    assert "INTERNT" == note.marking
