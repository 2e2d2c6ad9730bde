from dataclasses import replace

import msgspec

from briefing.note.blocks import SectionName
from briefing.note.compose import compose
from briefing.note.kinds import kinds
from tests.note.records import EVENT, HEARD, HELD, HOME, TODAY, read


def test_what_an_announcement_tells_before_was_not_said_there() -> None:
    words = "Should repair ships be listed in public?"
    announced = msgspec.structs.replace(
        HEARD, id="announced", claim="They will ask for a list.", evidence={"claim": read(words)}
    )
    held = replace(HELD, positions=(HEARD, announced))

    report = compose(EVENT, held, home=HOME, today=TODAY, kind=kinds()["report"])

    (happened,) = (s for s in report.sections if s.name is SectionName.HAPPENED)
    assert HEARD.claim in repr(happened.blocks)
    assert announced.claim not in repr(happened.blocks)
