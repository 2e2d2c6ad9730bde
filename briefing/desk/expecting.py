"""Which questions a person expects at an event, and how likely each of them is to come up."""

import re
from collections.abc import Sequence
from itertools import islice

import msgspec

from briefing.desk import edit, query
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.errors import BriefingError
from briefing.model import Event, Expected, Likelihood, Question, new_key
from briefing.text import clean

_WORD = re.compile(r"\w+")
_MOST_ALIKE = 20


class NeverExpectedError(BriefingError):
    """A question that nobody expects is to be expected no more."""

    def __init__(self, question: Question, event: Event) -> None:
        super().__init__(f"nobody expects “{clean(question.text)}” at {clean(event.title)}")


def expect(desk: Desk, event: Event, question: Question, likelihood: Likelihood) -> Question:
    """Write down that a question, held or new, may come up at an event."""
    before = next((e for e in question.expected if e.event == event.id), None)
    key = before.key if before else new_key()
    now = Expected(key=key, event=event.id, likelihood=likelihood)
    others = tuple(e for e in question.expected if e.event != event.id)
    return _put(desk, event, question, (*others, now), "Expected")


def expect_new(desk: Desk, event: Event, text: str, likelihood: Likelihood) -> Question:
    """Add a question that may come up at an event; a BriefingError where it has no words."""
    return expect(desk, event, edit.made(desk, Question, {"text": text}), likelihood)


def expect_no_more(desk: Desk, event: Event, question: Question) -> Question:
    """Take back that a question is expected at an event; NeverExpectedError."""
    others = tuple(e for e in question.expected if e.event != event.id)
    if others == question.expected:
        raise NeverExpectedError(question, event)
    return _put(desk, event, question, others, "No longer expected")


def asked_for(text: str) -> str:
    """Return the query that finds the questions which have all words of a text."""
    return " ".join(_WORD.findall(text))


def alike(desk: Desk, asked: query.Asked) -> Sequence[str]:
    """Return the ids of questions that a query finds, the likeliest first; in any thread."""
    return list(islice(query.ids(desk, asked, Question), _MOST_ALIKE))


def _put(
    desk: Desk, event: Event, question: Question, expected: tuple[Expected, ...], verb: str
) -> Question:
    mended = msgspec.structs.replace(question, expected=expected)
    with desk.change(f"{verb} at {event.title}: {title_of(question)}") as change:
        change.put(mended)
    return mended
