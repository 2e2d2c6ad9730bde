import datetime as dt

from hypothesis import given, strategies as st

from briefing.arrange import Arrangement
from briefing.arrange.forums import by_forum, by_question, by_stakeholder, name_of
from briefing.model import Forum, Position, Question, Stakeholder
from tests.arrange.records import event

PILOTS = Forum(id="pilots", name="Forum of Harbour Pilots", acronym="FHP")
RIGGERS = Forum(id="riggers", name="Öresund Riggers")
DIVERS = Forum(id="divers", name="Divers' Meeting")
LANTERN = Stakeholder(id="lantern", name="Lantern Institute")
TIDEWATER = Stakeholder(id="tidewater", name="Tidewater Foundation")
WHO_PAYS = Question(id="who-pays", text="Who pays when a cable is cut?")
UNASKED = Question(id="unasked", text="Who counts the ships?")


def position(id: str, year: int | None = None, **ties: str | None) -> Position:
    on = dt.date(year, 1, 1) if year else None
    return Position(id=id, claim="Repair first.", holder=f"Holder {id}", on=on, **ties)  # type: ignore[arg-type]


def lines(view: Arrangement) -> list[str]:
    headings = {group.start: f"{group.label}: " for group in view.groups}
    return [
        f"{headings.get(number, '')}{'  ' * row.depth}{row.record.id}"
        for number, row in enumerate(view.rows)
    ]


def test_forums_with_positions_come_first_then_those_in_use() -> None:
    held = [
        position("older", 2029, forum="pilots"),
        position("undated", forum="pilots"),
        position("newer", 2030, forum="pilots"),
        position("loose"),
        position("lost", forum="not-held"),
    ]

    view = by_forum([DIVERS, RIGGERS, PILOTS], held, frozenset({"riggers"}))

    assert lines(view) == [
        "Positions held: pilots",
        "  newer",
        "  older",
        "  undated",
        "No forum yet: loose",
        "lost",
        "Met in events: riggers",
        "Others: divers",
    ]


def test_stakeholders_stand_with_what_they_hold() -> None:
    held = [position("p", 2030, stakeholder="tidewater", forum="pilots")]

    view = by_stakeholder([TIDEWATER, LANTERN], held, frozenset())

    assert lines(view) == ["Positions held: tidewater", "  p", "Others: lantern"]


def test_only_questions_with_positions_are_listed() -> None:
    held = [position("p", question="who-pays"), position("q")]

    view = by_question([UNASKED, WHO_PAYS], held)

    assert lines(view) == ["Positions held: who-pays", "  p", "No question yet: q"]


def test_heads_stand_in_the_order_of_their_names_whatever_the_accents() -> None:
    view = by_forum([RIGGERS, PILOTS, DIVERS], (), frozenset())

    assert lines(view) == ["Others: divers", "pilots", "riggers"]


def test_an_acronym_is_what_a_forum_is_called_by() -> None:
    names = [name_of(record) for record in (PILOTS, RIGGERS, LANTERN, WHO_PAYS, event("panel"))]

    assert names == [
        "FHP",
        "Öresund Riggers",
        "Lantern Institute",
        "Who pays when a cable is cut?",
        "panel",
    ]


@given(
    st.lists(
        st.builds(
            position,
            st.text("pqr", min_size=1),
            st.none() | st.integers(2000, 2040),
            forum=st.sampled_from([None, "pilots", "divers", "not-held"]),
        ),
        unique_by=lambda held: held.id,
    )
)
def test_no_forum_and_no_position_is_left_out(positions: list[Position]) -> None:
    forums = [PILOTS, RIGGERS, DIVERS]

    view = by_forum(forums, positions, frozenset())

    shown = sorted(row.record.id for row in view.rows)
    assert shown == sorted(record.id for record in (*forums, *positions))
