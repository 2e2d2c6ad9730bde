"""Asks which question may come up at the event of a note: a new one, or one of the bank."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from briefing.arrange.questions import likelihood_at
from briefing.desk import expecting
from briefing.errors import BriefingError
from briefing.model import Event, Likelihood, Question
from briefing.text import clean
from briefing.tui.screens.ask import Answers, AskScreen, Line
from briefing.tui.screens.choose import Choice, ChooseScreen

if TYPE_CHECKING:
    from briefing.tui.screens.note import NoteScreen

_INTRO = (
    "Write the question, or some words of one that is in the question bank. What is certain comes "
    "first in the note; what is defensive is answered and never raised."
)
_NOT_EXPECTED = "not expected"
_HOW = (*(likelihood.value for likelihood in Likelihood), _NOT_EXPECTED)
_NEW = ""


class UnknownLikelihoodError(BriefingError):
    """A question can't be expected so."""

    def __init__(self, words: str) -> None:
        super().__init__(f"Write {', '.join(_HOW[:-1])} or {_HOW[-1]}, not {clean(words)!r}.")


class OtherQuestionError(BriefingError):
    """Which question is no longer expected is not to be seen."""

    def __init__(self) -> None:
        super().__init__("Go to the question that is no longer expected, and press n there.")


def ask(screen: "NoteScreen", event: Event, question: Question | None) -> None:
    """Ask for a question, the one under the cursor offered, and for how likely it is."""
    now = likelihood_at(question, event.id) if question else Likelihood.MAY
    lines = [
        Line("Question", question.text if question else "", "Who pays for it?"),
        Line("How likely", now, known=_HOW),
    ]

    def accept(answers: Answers) -> Awaitable[None] | None:
        text, words = answers
        how = _likelihood(words)
        if question is None or text != question.text:
            if how is None:
                raise OtherQuestionError
            return _look_for(screen, event, text, how)
        if how is None:
            expecting.expect_no_more(screen.desk, event, question)
        else:
            expecting.expect(screen.desk, event, question, how)
        return None

    title, known = "A question that may come up", f"How likely: {', '.join(_HOW)}."
    question_screen = AskScreen(
        title, _INTRO, lines, accept, does="expect it", leaves="as it was", told=lambda _: known
    )
    screen.app.push_screen(question_screen)


def answered(question: Question) -> str:
    """Return whether a question has an answer, in words."""
    return "answered" if question.answer.is_written else "no answer yet"


def _likelihood(words: str) -> Likelihood | None:
    """Return how likely a question is; None where it is not expected. UnknownLikelihoodError."""
    meant = words.casefold()
    if meant not in _HOW:
        raise UnknownLikelihoodError(words)
    return None if meant == _NOT_EXPECTED else Likelihood(meant)


async def _look_for(screen: "NoteScreen", event: Event, text: str, how: Likelihood) -> None:
    """Have the person choose between a new question and those that have its words."""
    asking, desk = screen.briefing.asking, screen.desk
    asked = await asking.read(expecting.asked_for(text))
    found = await asking.ask(lambda _: expecting.alike(desk, asked))
    questions = {id: q for id in found if (q := desk.store.get(Question, id))}
    if not questions:
        expecting.expect_new(desk, event, text, how)
        return

    def chosen(key: str | None) -> None:
        if key == _NEW:
            expecting.expect_new(desk, event, text, how)
        elif key is not None:
            expecting.expect(desk, event, questions[key], how)

    choices = [
        Choice(_NEW, text, "a new question", "Not in the question bank"),
        *(Choice(id, q.text, answered(q), "In the question bank") for id, q in questions.items()),
    ]
    screen.call_later(screen.app.push_screen, ChooseScreen("Which question?", choices), chosen)
