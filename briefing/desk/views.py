"""The views of the desk, arranged from what it holds."""

from briefing.arrange import Arrangement, forums as forum_views, questions as question_views
from briefing.arrange.timeline import timeline as arrange_timeline
from briefing.desk.find import matches
from briefing.desk.reading import Reading
from briefing.model import Event, Forum, Position, Question, Stakeholder, Task
from briefing.text import fold


def timeline(desk: Reading) -> Arrangement:
    """Return what is on and what is due."""
    return arrange_timeline(desk.store.all(Event), desk.store.all(Task), desk.home)


def tasks(desk: Reading) -> Arrangement:
    """Return what is to be done, by when it is due."""
    return arrange_timeline((), desk.store.all(Task), desk.home)


def forums(desk: Reading, by: str) -> Arrangement:
    """Return who holds what, by "forum", "stakeholder" or "question"."""
    positions = list(desk.store.all(Position))
    if by == "question":
        return forum_views.by_question(desk.store.all(Question), positions)
    used = desk.links.all_named(Event)
    if by == "stakeholder":
        return forum_views.by_stakeholder(desk.store.all(Stakeholder), positions, used)
    return forum_views.by_forum(desk.store.all(Forum), positions, used)


def questions(desk: Reading, by: str, topic: str = "") -> Arrangement:
    """Return the question bank by "theme" or "event", narrowed to a topic's words."""
    words = fold(topic).split()
    held = [question for question in desk.store.all(Question) if matches(question, words)]
    if by == "event":
        return question_views.by_event(held, desk.store.all(Event), desk.home)
    return question_views.by_theme(held)
