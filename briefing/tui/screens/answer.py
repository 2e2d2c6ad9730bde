"""What we would say to a question, at each length."""

from collections.abc import Mapping

from briefing.desk import edit, fields
from briefing.model import Question
from briefing.note.blocks import Limit, Unit
from briefing.tui.screens.writing import Passage, WritingScreen

_PASSAGES: tuple[tuple[str, str, str, int | None], ...] = (
    ("answer/points", "Points", "A line each.", None),
    ("answer/short", "Short", "One sentence that can be said at once.", 30),
    ("answer/medium", "Medium", "Half a minute.", 75),
    ("answer/long", "Long", "Two minutes.", 260),
    ("answer/if_pressed", "If pressed", "What is said when they ask again.", 60),
    ("answer/caveats", "Take care", "What must not be said, or is not sure.", None),
)
"""Lengths at 130 words a minute of speech."""


class AnswerScreen(WritingScreen):
    """The answer to one question; once saved it stands in the notes on its events."""

    def __init__(self, question: Question) -> None:
        self._question = question
        passages = [
            Passage(
                path,
                label,
                hint,
                fields.text_of(fields.value_at(question, path)),
                Limit(number=words, unit=Unit.WORDS) if words else None,
            )
            for path, label, hint, words in _PASSAGES
        ]
        super().__init__(f"answer {question.id}", question.text, passages)

    def save(self, texts: Mapping[str, str]) -> None:
        """Put the answer into the desk as one change."""
        question = self.desk.store.get(Question, self._question.id) or self._question
        edit.set_fields(self.desk, question, texts)
