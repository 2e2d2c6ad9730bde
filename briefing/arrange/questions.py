"""The question bank: by theme, by event."""

from collections import defaultdict
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from briefing.arrange import Arrangement, Row, grouped
from briefing.arrange.timeline import in_order
from briefing.model import Event, Likelihood, Question
from briefing.text import fold
from briefing.when_words import date_words

NO_THEME, NO_EVENT = "No theme yet", "Not asked at an event yet"


def by_theme(questions: Iterable[Question]) -> Arrangement:
    """Return questions under their first theme, those without one last."""
    themes: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        themes[question.topics[0] if question.topics else ""].append(question)
    ordered = sorted(themes, key=theme_order)
    return grouped([(themed(theme), _rows(themes[theme])) for theme in ordered])


def by_event(questions: Iterable[Question], events: Iterable[Event], home: ZoneInfo) -> Arrangement:
    """Return questions under each event where they were asked or are expected."""
    at_event: dict[str | None, list[Question]] = defaultdict(list)
    held = {event.id: event for event in events}
    for question in questions:
        known = occasions(question) & held.keys()
        for event in known:
            at_event[event].append(question)
        if not known:
            at_event[None].append(question)
    sections = [
        (f"{date_words(event.when, weekday=False)}  {event.title}", _rows(at_event[event.id]))
        for event in in_order((held[id] for id in sorted(filter(None, at_event))), home)
    ]
    return grouped([*sections, (NO_EVENT, _rows(at_event[None]))])


def likelihood_at(question: Question, event: str) -> Likelihood:
    """Return how likely a question is to come up at an event.

    That is what a person expects; else what the event itself asks is certain, and the rest may be.
    """
    for expected in question.expected:
        if expected.event == event:
            return expected.likelihood
    is_asked = any(asked.event == event for asked in question.asked)
    return Likelihood.CERTAIN if is_asked else Likelihood.MAY


def occasions(question: Question) -> set[str]:
    """Return the ids of the events where a question was asked or is expected."""
    asked = {asked.event for asked in question.asked if asked.event}
    return asked | {expected.event for expected in question.expected}


def theme_order(theme: str) -> tuple[bool, str, str]:
    """Return what orders the themes: none comes last."""
    return not theme, fold(theme), theme


def themed(theme: str) -> str:
    """Return the heading of a theme."""
    return theme or NO_THEME


def _rows(questions: Iterable[Question]) -> list[Row]:
    return [Row(question) for question in sorted(questions, key=lambda q: fold(q.text))]
