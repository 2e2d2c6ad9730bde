import pytest
from hypothesis import given, strategies as st

from briefing.arrange.ids import FEW, Ids

EDITS = st.lists(st.tuples(st.integers(0, 9), st.sampled_from("abcde"), st.booleans()), max_size=30)


@given(EDITS)
def test_ids_are_found_where_a_plain_list_has_them(
    edits: list[tuple[int, str, bool]],
) -> None:
    ids, plain = Ids(), list[str]()
    for place, id, is_put in edits:
        at = min(place, len(plain))
        if is_put and at == len(plain):
            ids.append(id)
            plain.append(id)
        elif is_put:
            ids.insert(at, id)
            plain.insert(at, id)
        elif plain:
            del ids[min(at, len(plain) - 1)]
            del plain[min(at, len(plain) - 1)]

    assert plain == ids
    for id in "abcdef":
        assert [at for at, other in enumerate(plain) if other == id] == ids.places([id])
        for start in range(len(plain)):
            assert (id in plain[start:]) is _is_found(ids, id, start, plain)


def _is_found(ids: Ids, id: str, start: int, plain: list[str]) -> bool:
    try:
        found = ids.index(id, start)
    except ValueError:
        return False
    assert found == plain.index(id, start)
    return True


@pytest.mark.parametrize("number", [1, FEW, FEW + 1])
def test_few_ids_are_found_like_many(number: int) -> None:
    ids = Ids()
    for at in range(2 * FEW):
        ids.append(f"id{at}")

    assert list(range(number)) == ids.places([*(f"id{at}" for at in range(number)), "none"])


def test_an_id_behind_the_end_of_a_stretch_is_not_found_in_it() -> None:
    ids = Ids()
    ids.append("a")
    ids.append("b")

    with pytest.raises(ValueError, match="b"):
        ids.index("b", 0, 1)
