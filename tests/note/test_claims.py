import msgspec

from briefing.model import Position
from briefing.note.claims import bears_on
from tests.note.records import EVENT, FORUM, HEARD, LISTED

R = msgspec.structs.replace

ELSEWHERE = Position(id="elsewhere", claim="Ropes last.", holder="The Buoy Society")


def test_a_position_bears_on_an_event_by_any_one_tie() -> None:
    asked = {LISTED.id}
    ties = (
        HEARD,
        R(ELSEWHERE, question=LISTED.id),
        R(ELSEWHERE, forum=FORUM.id),
        R(ELSEWHERE, topic="CABLE repair"),
    )

    assert [True] * 4 == [bears_on(position, EVENT, asked) for position in ties]
    assert not bears_on(ELSEWHERE, EVENT, asked)
