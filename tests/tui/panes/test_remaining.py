from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st

from briefing.tui.panes.remaining import Places, Remaining, Stretch

Case = tuple[list[int], list[Stretch]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    count = draw(st.integers(0, 30))
    bounds = sorted(draw(st.sets(st.integers(0, count), max_size=8)))
    stretches = list(zip(bounds[::3], bounds[1::3], strict=False))
    return list(range(count)), stretches


def left(whole: Sequence[int], stretches: Sequence[Stretch]) -> list[int]:
    out = {index for start, end in stretches for index in range(start, end)}
    return [item for item in whole if item not in out]


@given(cases())
def test_what_remains_is_all_but_the_stretches(case: Case) -> None:
    remaining = Remaining(*case)

    assert left(*case) == list(remaining)
    assert len(left(*case)) == len(remaining)
    assert left(*case)[1:-1] == remaining[1:-1]


@given(cases())
def test_an_item_is_found_where_it_stands_and_not_where_it_is_left_out(case: Case) -> None:
    remaining = Remaining(*case)
    expected = left(*case)

    for item in case[0]:
        if item in expected:
            assert expected.index(item) == remaining.index(item)
        else:
            with pytest.raises(ValueError, match="is not in"):
                remaining.index(item)


@given(cases())
def test_places_with_and_without_fit_together(case: Case) -> None:
    places, expected = Places(case[1]), left(*case)

    assert expected == [places.whole(place) for place in range(len(expected))]
    assert list(range(len(expected))) == [places.place(item) for item in expected]
    out = [item for item in case[0] if places.is_left_out(item)]
    assert sorted({*case[0]} - {*expected}) == out
    for item in out:
        assert sum(one < item for one in expected) == places.place(item)
