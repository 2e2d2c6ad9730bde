from dataclasses import replace

import msgspec

from briefing.note.blocks import SectionName
from briefing.note.compose import compose
from briefing.when import whole_day
from tests.note.records import EVENT, HELD, HOME, REGISTER, TODAY


def test_what_is_due_today_is_the_next_step() -> None:
    today = msgspec.structs.replace(REGISTER, due=whole_day(TODAY))

    note = compose(EVENT, replace(HELD, tasks=(today,)), home=HOME, today=TODAY)

    (step,) = (s for s in note.sections if s.name is SectionName.NEXT_STEP)
    assert "Next deadline, Mon 2 Jun 2031" in repr(step.blocks)
