from hypothesis import given, strategies as st

from briefing.tui.widgets.grouping import Grouping


@st.composite
def groupings(draw: st.DrawFn) -> Grouping:
    rows = draw(st.integers(0, 30))
    return Grouping(rows, sorted(draw(st.lists(st.integers(0, rows), max_size=8))))


@given(groupings())
def test_each_line_is_a_row_or_a_heading_and_each_stands_once(lines: Grouping) -> None:
    numbers = range(lines.line_count)

    rows = [row for line in numbers if (row := lines.row_at(line)) is not None]
    headings = [head for line in numbers if (head := lines.heading_at(line)) is not None]

    assert list(range(lines.row_count)) == rows
    assert list(range(len(lines.starts))) == headings


@given(groupings())
def test_a_row_is_found_on_its_own_line(lines: Grouping) -> None:
    found = [lines.row_at(lines.line_of(row)) for row in range(lines.row_count)]

    assert list(range(lines.row_count)) == found


@given(groupings())
def test_a_row_stands_under_the_last_heading_that_starts_before_it(lines: Grouping) -> None:
    for row in range(lines.row_count):
        before = [number for number, start in enumerate(lines.starts) if start <= row]

        heading = lines.heading_over(lines.line_of(row))

        assert (before[-1] if before else None) == heading


@given(groupings())
def test_going_from_heading_to_heading_reaches_each_that_has_rows(lines: Grouping) -> None:
    with_rows = {start for start in lines.starts if start < lines.row_count}
    row, reached = 0, set[int]()

    while (following := lines.start_after(row)) != row:
        reached.add(row := following)

    assert with_rows - {0} == reached
    while row > 0:
        assert lines.start_before(row) < row
        row = lines.start_before(row)


def test_nothing_stands_below_the_last_line() -> None:
    lines = Grouping(2, [0])

    assert lines.row_at(2) == 1
    assert lines.row_at(3) is None
