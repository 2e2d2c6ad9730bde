import datetime as dt
from collections.abc import Iterable

import pytest
from hypothesis import given, strategies as st

from briefing.model import Position, Stance
from briefing.note.claims import is_same_holder, is_same_matter
from briefing.note.moved import Move, moved

IN_MAY, IN_JUNE, IN_JULY = (dt.date(2031, month, 3) for month in (5, 6, 7))


def position(
    stance: Stance,
    on: dt.date | None,
    *,
    holder: str = "Lantern Institute",
    stakeholder: str | None = "lantern",
    question: str | None = None,
    topic: str = "Cable repair",
) -> Position:
    return Position(
        id=f"{holder}-{stakeholder}-{question}-{topic}-{on}-{stance}",
        claim="Mend first.",
        holder=holder,
        stakeholder=stakeholder,
        question=question,
        topic=topic,
        on=on,
        stance=stance,
    )


def moves(now: Iterable[Position], before: Iterable[Position]) -> list[Move]:
    return moved(now, before, lambda position: position.on)


OPPOSED = position(Stance.OPPOSES, IN_MAY)
RESERVED = position(Stance.RESERVES, IN_JUNE)
SUPPORTS = position(Stance.SUPPORTS, IN_JULY)


def test_a_stance_is_told_beside_the_last_one_before_it() -> None:
    assert [Move(RESERVED, SUPPORTS)] == moves([SUPPORTS], [OPPOSED, SUPPORTS, RESERVED])


def test_who_says_the_same_again_did_not_move() -> None:
    again = position(Stance.SUPPORTS, IN_JUNE)

    assert [] == moves([SUPPORTS], [OPPOSED, again])


def test_two_moves_within_the_days_are_both_told() -> None:
    assert [Move(OPPOSED, RESERVED), Move(RESERVED, SUPPORTS)] == moves(
        [SUPPORTS, RESERVED], [OPPOSED, RESERVED, SUPPORTS]
    )


def test_a_stance_that_is_not_known_is_no_move_and_hides_none() -> None:
    unknown = position(Stance.UNKNOWN, IN_JUNE)

    assert [Move(OPPOSED, SUPPORTS)] == moves([unknown, SUPPORTS], [OPPOSED, unknown])


def test_without_a_day_nothing_is_earlier() -> None:
    undated = position(Stance.OPPOSES, None)

    assert [] == moves([SUPPORTS, undated], [undated])


def test_what_is_said_on_one_day_is_no_move() -> None:
    same_day = position(Stance.OPPOSES, IN_JULY)

    assert [] == moves([SUPPORTS], [same_day])


@pytest.mark.parametrize(
    "other",
    [
        position(Stance.OPPOSES, IN_MAY, holder="Tidewater Foundation", stakeholder="tidewater"),
        position(Stance.OPPOSES, IN_MAY, holder="Tidewater Foundation", stakeholder=None),
        position(Stance.OPPOSES, IN_MAY, topic="Fog horns"),
        position(Stance.OPPOSES, IN_MAY, topic=""),
    ],
)
def test_another_holder_or_matter_is_no_move(other: Position) -> None:
    assert [] == moves([SUPPORTS], [other])


def test_a_holder_is_known_by_the_name_where_no_stakeholder_is() -> None:
    as_written = position(Stance.OPPOSES, IN_MAY, holder="LANTERN institute", stakeholder=None)

    assert [Move(as_written, SUPPORTS)] == moves([SUPPORTS], [as_written])


holders = st.sampled_from(["Lantern Institute", "Tidewater Foundation", "lantern institute"])
positions = st.builds(
    position,
    st.sampled_from(Stance),
    st.none() | st.sampled_from([IN_MAY, IN_JUNE, IN_JULY]),
    holder=holders,
    stakeholder=st.sampled_from([None, "lantern", "tidewater"]),
    question=st.sampled_from([None, "who-pays", "listed"]),
    topic=st.sampled_from(["", "Cable repair", "cable REPAIR", "Fog"]),
)


@given(st.lists(positions), st.lists(positions))
def test_every_move_is_what_a_slow_comparison_finds(
    now: list[Position], before: list[Position]
) -> None:
    assert {(move.before.stance, move.now.id) for move in moves(now, before)} == {
        (last.stance, one.id)
        for one in now
        if one.stance is not Stance.UNKNOWN and one.on is not None
        for earlier in [
            [
                other
                for other in before
                if other.stance is not Stance.UNKNOWN
                and other.on is not None
                and other.on < one.on
                and is_same_holder(one, other)
                and is_same_matter(one, other)
            ]
        ]
        if earlier
        for last in [max(earlier, key=lambda other: (other.on or dt.date.min, other.id))]
        if last.stance is not one.stance
    }
