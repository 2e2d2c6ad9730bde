from itertools import zip_longest

from hypothesis import given, strategies as st

from briefing.arrange import Arrangement, Group, Row, only
from briefing.model import Event

TREE = Arrangement(
    tuple(
        Row(Event(id=f"event-{n}", title=str(n)), depth)
        for n, depth in enumerate((0, 1, 2, 1, 0, 0))
    ),
    (Group(0, "March"), Group(4, "April"), Group(5, "May")),
)


def test_what_fits_is_kept_with_what_it_stands_under_and_its_heading() -> None:
    left = only(TREE, lambda record: record.id in ("event-2", "event-5"))

    assert [row.record.id for row in left.rows] == ["event-0", "event-1", "event-2", "event-5"]
    assert left.groups == (Group(0, "March"), Group(3, "May"))


def test_all_that_fits_is_all_there_is() -> None:
    assert only(TREE, lambda _: True) == TREE


@given(st.sets(st.integers(0, 5)))
def test_each_row_that_is_left_fits_or_stands_over_one_that_does(wanted: set[int]) -> None:
    left = only(TREE, lambda record: int(record.id[-1]) in wanted)

    assert wanted <= {int(row.record.id[-1]) for row in left.rows}
    for row, below in zip_longest(left.rows, left.rows[1:]):
        if int(row.record.id[-1]) not in wanted:
            assert below is not None
            assert below.depth > row.depth
