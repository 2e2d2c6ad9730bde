from dataclasses import replace

import msgspec

from briefing.model import WrittenPart
from briefing.note.blocks import SectionName
from briefing.note.compose import compose
from briefing.note.kinds import kinds
from tests.note.records import EVENT, HELD, HOME, TODAY, WRITTEN

DECISION = kinds()["decision note"]


def parts_of(recommendation: str) -> dict[SectionName, str]:
    own = (WrittenPart(key=SectionName.RECOMMENDATION, text=recommendation),)
    written = msgspec.structs.replace(WRITTEN, kind=DECISION.name, parts=own)
    held = replace(HELD, written=written)
    note = compose(EVENT, held, home=HOME, today=TODAY, kind=DECISION)
    return {section.name: repr(section.blocks) for section in note.sections}


def test_a_recommendation_has_boxes_to_tick() -> None:
    assert 2 == parts_of("Send two people.")[SectionName.RECOMMENDATION].count("\u2610")


def test_each_of_several_has_its_own() -> None:
    told = parts_of("- Send two people.\n- Send a ship.")

    assert 4 == told[SectionName.RECOMMENDATION].count("\u2610")


def test_where_nothing_is_recommended_there_is_nothing_to_tick() -> None:
    assert SectionName.RECOMMENDATION not in parts_of("")
