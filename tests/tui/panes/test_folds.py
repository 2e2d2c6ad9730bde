from collections.abc import Collection, Sequence

from hypothesis import given, strategies as st

from briefing.tui.panes.folds import Folds, above, below


class Tree:
    def __init__(self, depths: Sequence[int]) -> None:
        self.keys = [f"id{number}" for number in range(len(depths))]
        self.depths = depths

    def depth(self, index: int) -> int:
        return self.depths[index]

    def rows_of(self, ids: Collection[str]) -> list[int]:
        return [index for index, key in enumerate(self.keys) if key in ids]


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    depths: list[int] = []
    for _ in range(draw(st.integers(0, 20))):
        depths.append(draw(st.integers(0, depths[-1] + 1)) if depths else 0)
    return Tree(depths)


@given(trees(), st.booleans(), st.sets(st.integers(0, 20)))
def test_what_is_put_away_stands_under_something_folded(
    tree: Tree, is_all: bool, some: set[int]
) -> None:
    folds = Folds(is_all, frozenset(f"id{number}" for number in some))

    out = {row for start, end in folds.stretches(tree) for row in range(start, end)}

    for row in range(len(tree.keys)):
        is_under = any(folds.is_folded(tree.keys[head]) for head in above(tree, row))
        assert is_under is (row in out)


@given(trees())
def test_what_stands_below_a_row_has_it_above(tree: Tree) -> None:
    for row in range(len(tree.keys)):
        under = [other for other in range(len(tree.keys)) if row in above(tree, other)]

        assert list(range(row + 1, below(tree, row))) == under


@given(st.booleans(), st.booleans())
def test_one_is_folded_or_unfolded_by_itself(is_all: bool, folded: bool) -> None:
    folds = Folds(is_all).with_one("a", folded=folded)

    assert folds.is_folded("a") is folded
    assert folds.is_folded("b") is is_all


def test_folds_are_kept_as_words() -> None:
    for folds in (
        Folds(),
        Folds(True),
        Folds(True, frozenset({"b", "a"})),
        Folds(but=frozenset("a")),
    ):
        assert folds == Folds.of_words(folds.words)

    assert Folds(True, frozenset({"b", "a"})).words == "* a b"
