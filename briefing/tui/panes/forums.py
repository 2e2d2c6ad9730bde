"""The forums: who holds what, where."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from briefing.tui.bindings import bindings
from briefing.tui.panes.pane import Pane

if TYPE_CHECKING:
    from briefing.arrange.orders import ViewOrder
    from briefing.arrange.placed import Placed
    from briefing.desk.desk import Desk
    from briefing.tui.panes.rows import RecordRows


class ForumsPane(Pane):
    """Positions under the forum they were taken in, under who holds them, or under the question."""

    TITLE = "Forums"
    KEY = "2"
    HOLDS = ("Forum", "Stakeholder", "Question", "Position")
    VIEWS = (("forum", "by forum"), ("stakeholder", "by stakeholder"), ("question", "by question"))
    BINDINGS: ClassVar[list[BindingType]] = bindings("forums")

    def order_of(self, desk: "Desk") -> "ViewOrder":
        """Return what is held, arranged the way that is chosen."""
        from briefing.arrange.orders import ForumsOrder
        from briefing.desk.placing import DeskHeads

        return ForumsOrder(DeskHeads(desk), self.view)

    def drawn(self, desk: "Desk", rows: "Placed") -> "RecordRows":
        """Return rows as they are drawn."""
        from briefing.arrange.forums import name_of
        from briefing.model import Forum
        from briefing.tui.panes.forum_rows import ForumRows

        names = {forum.id: name_of(forum) for forum in desk.store.all(Forum)}
        return ForumRows(rows, self.view, names)

    def hint(self) -> str:
        """Return what to do where nothing is held."""
        if self.view == "question":
            return "Nobody's view on a question is held yet. Accept one in To review, or press n."
        return "Nothing is held yet. Press n to add a forum, a stakeholder or a position."
