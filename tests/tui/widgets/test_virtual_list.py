from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import App, ComposeResult

from briefing.tui.widgets.cells import Cell
from briefing.tui.widgets.virtual_list import Group, VirtualList
from tests.tui.support import screen_text


@dataclass(frozen=True)
class Titles:
    keys: Sequence[str]
    groups: Sequence[Group] = ()

    def cells(self, index: int, width: int) -> Sequence[Cell]:
        return (Cell(f"Title of {self.keys[index]}"),)


class ListApp(App[None]):
    def __init__(self, rows: Titles, **kwargs: str) -> None:
        super().__init__()
        self.titles = rows

    def compose(self) -> ComposeResult:
        yield VirtualList(empty="Nothing is held yet.")

    def on_mount(self) -> None:
        self.query_one(VirtualList).show(self.titles)


async def test_the_first_screen_shows_headings_and_rows() -> None:
    rows = Titles(["a", "b", "c"], [Group(0, "May"), Group(2, "June")])
    async with ListApp(rows).run_test(size=(20, 6)) as pilot:
        shown = screen_text(pilot.app)

    assert shown == " May\n› Title of a\n  Title of b\n June\n  Title of c\n"
