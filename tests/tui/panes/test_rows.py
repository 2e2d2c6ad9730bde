from collections.abc import Sequence

from hypothesis import given, strategies as st

from briefing.arrange import Arrangement, Group, Row
from briefing.model import Event
from briefing.tui.panes.rows import RecordRows


def rows_of(depths: Sequence[int], starts: Sequence[int] = (0,)) -> RecordRows:
    records = [Row(Event(id=str(n), title=str(n)), depth) for n, depth in enumerate(depths)]
    groups = [Group(start, f"from {start}") for start in starts]
    return RecordRows(Arrangement(tuple(records), tuple(groups)))


def test_what_is_left_keeps_the_rows_that_it_stands_under() -> None:
    part = rows_of([0, 1, 2, 1, 0]).only([2])

    assert part.keys == ["0", "1", "2"]
    assert (part.found, part.first_found) == (1, 2)
    assert [part.is_found(index) for index in range(3)] == [False, False, True]


def test_headings_without_rows_go() -> None:
    part = rows_of([0, 0, 0, 0], [0, 2, 3]).only([1, 3])

    assert [(group.start, group.label) for group in part.groups] == [(0, "from 0"), (1, "from 3")]


def test_what_is_left_can_be_narrowed_from_the_whole_again() -> None:
    whole = rows_of([0, 0, 0])

    whole.only([1])

    assert whole.keys == ["0", "1", "2"]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=30), st.data())
def test_every_row_that_is_left_stands_under_the_rows_it_stood_under(
    depths: list[int], data: st.DataObject
) -> None:
    depths[0] = 0
    chosen = sorted(data.draw(st.sets(st.integers(0, len(depths) - 1))))
    whole = rows_of(depths)

    part = whole.only(chosen)

    assert part.found == len(chosen)
    assert {part.keys[i] for i in range(len(part.keys)) if part.is_found(i)} == {
        str(index) for index in chosen
    }
    assert [parents(part, key) for key in part.keys] == [parents(whole, key) for key in part.keys]


def parents(rows: RecordRows, key: str) -> list[str]:
    """The rows that a row stands under, innermost first."""
    index = list(rows.keys).index(key)
    depth, found = rows.shown[index].depth, []
    for above in range(index - 1, -1, -1):
        if rows.shown[above].depth < depth:
            depth = rows.shown[above].depth
            found.append(rows.keys[above])
    return found
