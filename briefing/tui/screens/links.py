"""What leads from one record to others: what is tied, what clashes, and the way back."""

from typing import TYPE_CHECKING, NamedTuple

from briefing.text import count
from briefing.tui.panes.pane import Pane
from briefing.tui.screens.attending import AttendingActions

if TYPE_CHECKING:
    from briefing.model import Record
    from briefing.tui.panes.forums import ForumsPane
    from briefing.tui.panes.timeline import TimelinePane
    from briefing.tui.widgets.text_view import TextView


class _Step(NamedTuple):
    """Where one was before a jump."""

    pane: Pane
    record: str


class LinkActions(AttendingActions):
    """A screen of panes whose records lead to each other."""

    panes: tuple[Pane, ...]
    timeline: "TimelinePane"
    forums: "ForumsPane"
    chosen: Pane
    """The pane that the keys are about."""

    def __init__(self) -> None:
        super().__init__()
        self._trail: list[_Step] = []

    def choose(self, pane: Pane) -> None:
        """Have the keys be about a pane; who reads the detail goes on reading."""
        raise NotImplementedError

    def go_into(self, pane: Pane) -> None:
        """Put the cursor into a pane."""
        raise NotImplementedError

    def show_record(self, record: "Record | None" = None) -> None:
        """Show the facts of a record, or of the one under the cursor."""
        raise NotImplementedError

    def forget_trail(self) -> None:
        """Forget where one was: those records are of another desk."""
        self._trail.clear()

    def action_tied(self) -> None:
        """Narrow the other panes to what is tied to the record."""
        record = self.record
        if record is None:
            return
        tied = self.desk.links.tied(record.id)
        if not tied:
            self.say("Nothing is linked to this yet.")
            return
        others = [pane for pane in self.panes if pane is not self.chosen]
        for pane in others:
            pane.narrow_to(tied)
        told = ", ".join(f"{pane.count_of(tied)} in {pane.TITLE}" for pane in others)
        self.say(f"Linked: {told}, shown alone there; Esc shows all.")

    def action_links(self) -> None:
        """List all that is tied to the record, and go to what is chosen of it."""
        from briefing.desk.find import title_of
        from briefing.desk.ties import ties
        from briefing.tui.screens.tied import tied_screen

        record = self.record
        if record is not None:
            screen = tied_screen(title_of(record), ties(self.desk, record))
            self.app.push_screen(screen, self._go_to_chosen)

    def _go_to_chosen(self, id: str | None) -> None:
        from briefing.model import Source
        from briefing.tui.screens.source import SourceScreen

        if id is not None and self.desk.store.get(Source, id):
            self.app.push_screen(SourceScreen(id))
        elif id is not None:
            self.go_to(id)

    def action_clashes(self) -> None:
        """Narrow the timeline to the event and what clashes with it."""
        from briefing.model import Event

        event = self.record
        if not isinstance(event, Event):
            return
        found = self.desk.clashing.of(event)
        night = self.desk.clashing.night(event)
        beside = {clash.beside(event.id).id for clash in found}
        if not found:
            self.say(f"It is at {night}." if night else "Nothing clashes with this.")
            return
        self.timeline.narrow_to({event.id, *beside})
        self.go_into(self.timeline)
        told = count(len(found), "clash", "clashes")
        self.say(f"{told}, shown alone; the detail says why. Esc shows all.")

    def go_to(self, id: str) -> None:
        """Go to a record, and keep in mind where one was."""
        self.before_jump()
        self._show_at(id)

    def before_jump(self) -> None:
        """Keep in mind where one is."""
        here = self.record
        if here is not None:
            self._trail.append(_Step(self.chosen, here.id))

    def action_trail(self) -> None:
        """Go back to where one was before the last jump."""
        if not self._trail:
            self.say("This is where you began.")
            return
        step = self._trail.pop()
        self.go_into(step.pane)
        self._show_at(step.record)

    def _show_at(self, id: str) -> None:
        """Put a pane's cursor on a record; one that no pane shows is told in the detail alone."""
        record = self.desk.store.find(id)
        if record is None:
            self.say("That record is not held any more.")
            return
        pane = self._pane_with(id)
        if pane is not None:
            self.choose(pane)
        self.show_record(record)

    def _pane_with(self, id: str) -> Pane | None:
        from briefing.model import Stakeholder

        is_holder = self.desk.store.get(Stakeholder, id) is not None
        if is_holder and self.forums.view != "stakeholder":
            self.forums.show_view("stakeholder")
        return next((pane for pane in (self.chosen, *self.panes) if pane.go_to(id)), None)

    def on_text_view_followed(self, event: "TextView.Followed") -> None:
        """Follow a link of the detail."""
        kind, _, target = event.target.partition(":")
        if kind == "record":
            self.go_to(target)
        elif kind == "cited":
            self.open_source(int(target))
        else:
            self.open_address(target)
