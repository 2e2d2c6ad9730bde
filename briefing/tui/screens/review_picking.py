"""Words of the source that become a field's value, and the word where a second event begins."""

from collections.abc import Iterator

from textual import on

from briefing.desk import fields, reshape
from briefing.desk.doubts import Place
from briefing.desk.find import title_of
from briefing.model import Citation, Event, Proposal, Source
from briefing.text import squeeze
from briefing.tui.screens.choose import Choice, ChooseScreen
from briefing.tui.screens.review_deciding import Deciding
from briefing.tui.screens.source_words import SourceWords
from briefing.tui.widgets.cells import clip

_QUESTION, _TASK = "+question", "+task"

_SHOWN = 40
"""Columns of the words that a dialog is about."""

_NOT_PICKED = {"parent", "event", "forum", "forums", "question", "stakeholder", "topics"}
"""Fields that no words of a source stand in as they are."""


class Picking(Deciding):
    """The part of the review in which keys go about in the source."""

    def action_words(self) -> None:
        """Go to the source and pick words for a field."""
        if self.view.source_words.begin():
            self.say("Arrows go from word to word, Shift with them picks more; Enter takes them.")

    def action_split(self) -> None:
        """Go to the source, to the word where a second event begins."""
        if self.view.source_words.begin():
            self.say("Go to the first word of the second event; | splits there.")

    @on(SourceWords.Left)
    def leave_words(self) -> None:
        """Go back to what waits."""
        self.view.source_words.end()
        self.waiting_list.focus()
        self.show(self.view.path)

    @on(SourceWords.Picked)
    def _ask_for_field(self, event: SourceWords.Picked) -> None:
        citation, proposal = event.citation, self.proposal
        if proposal is None:
            return

        def chosen(key: str | None) -> None:
            if key is not None:
                with self.telling():
                    self._give(proposal, key, citation)

        words = clip(squeeze(citation.words), _SHOWN)
        self.app.push_screen(ChooseScreen(f"“{words}” is …", self._choices(proposal)), chosen)

    def _choices(self, proposal: Proposal) -> Iterator[Choice]:
        """Yield the fields that may take the words, the current one first."""
        current = self.view.path.partition("/")[0]
        kind = type(proposal.draft)
        found = [f for f in fields.fields(kind) if f.path not in _NOT_PICKED and not f.choices]
        for field in sorted(found, key=lambda field: field.path != current):
            held = squeeze(fields.text_of(fields.value_at(proposal.draft, field.path)))
            yield Choice(field.path, field.label, held and f"now: {held}")
        above = self.units.get(proposal.under or "") or proposal
        if isinstance(above.draft, Event):
            title = title_of(above)
            yield Choice(_QUESTION, "A question", f"put at “{title}”")
            yield Choice(_TASK, "A thing to do", f"for “{title}”")

    def _give(self, proposal: Proposal, key: str, citation: Citation) -> None:
        added = {_QUESTION: reshape.add_question, _TASK: reshape.add_task}.get(key)
        if added is not None:
            added(self.desk, proposal, citation)
            self.leave_words()
            self.reload()
            return
        before, others = Place(proposal, key), self.alike if key == self.view.path else ()
        reshape.fill(self.desk, proposal, key, citation)
        self.leave_words()
        self.refill()
        self.show(key)
        label = fields.field(type(proposal.draft), key).label
        self.answered(before, others, f"{label} taken from these words")

    @on(SourceWords.SplitAt)
    def _split(self, event: SourceWords.SplitAt) -> None:
        proposal = self.proposal
        source = self.desk.store.get(Source, proposal.source) if proposal else None
        if proposal is None or source is None:
            return
        with self.telling():
            text = self.desk.store.source_text(source.sha256)
            second = reshape.split(self.desk, proposal, event.position, text)
            self.leave_words()
            self.refill()
            self.waiting_list.move_to_key(second.id)
            self.show()
            self.say(f"Split; the second is “{title_of(second)}”. u takes it back")
