"""The question bank: what is asked, where, and what we would say."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from briefing.tui.bindings import bindings
from briefing.tui.panes.pane import Pane

if TYPE_CHECKING:
    from briefing.arrange.orders import ViewOrder
    from briefing.arrange.placed import Placed
    from briefing.desk.desk import Desk
    from briefing.tui.panes.rows import RecordRows


class QuestionsPane(Pane):
    """Questions under their theme, or under the events where they were asked."""

    TITLE = "Questions"
    KEY = "3"
    HOLDS = ("Question", "Event")
    VIEWS = (("theme", "by theme"), ("event", "by event"))
    BINDINGS: ClassVar[list[BindingType]] = bindings("questions")

    def order_of(self, desk: "Desk") -> "ViewOrder":
        """Return the questions, arranged the way that is chosen."""
        from briefing.arrange.orders import OccasionOrder, ThemeOrder
        from briefing.desk.placing import DeskHeads

        heads = DeskHeads(desk)
        return OccasionOrder(heads, desk.home) if self.view == "event" else ThemeOrder(heads)

    def drawn(self, desk: "Desk", rows: "Placed") -> "RecordRows":
        """Return rows as they are drawn."""
        from briefing.tui.panes.question_rows import QuestionRows

        return QuestionRows(rows)

    def hint(self) -> str:
        """Return what to do where no question is held."""
        return "No questions yet. Paste an announcement that asks some, or press n to add one."
