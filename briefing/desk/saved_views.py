"""Queries that were given a name, to be asked again."""

from collections.abc import Mapping

from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.text import clean, fold, squeeze

READY: Mapping[str, str] = {
    "what I go to": "is:event going:going time:coming",
    "what is new": "is:event going:open time:coming",
    "what I may still get into": "is:event going:possible",
    "what ends this week": "is:task time:week",
    "what is doubtful": "is:doubtful",
    "without an answer": "is:question -has:answer",
}
"""The views that every desk has; a view of one's own by the same name takes its place."""


class UnknownViewError(BriefingError):
    """There is no view of a name."""

    def __init__(self, name: str, known: Mapping[str, str]) -> None:
        super().__init__(f"there is no view {clean(name)!r}; there are {', '.join(known)}")


def views(desk: Desk) -> Mapping[str, str]:
    """Return the views by their names, one's own first."""
    own = desk.state.views
    return {**own, **{name: query for name, query in READY.items() if name not in own}}


def query_of(desk: Desk, name: str) -> str:
    """Return the query of a view, known by its name or by how that begins; UnknownViewError."""
    known = views(desk)
    wanted = fold(squeeze(name))
    exact = [held for held in known if fold(held) == wanted]
    begun = [held for held in known if fold(held).startswith(wanted)]
    if not exact and len(begun) != 1:
        raise UnknownViewError(name, known)
    return known[(exact or begun)[0]]


def save(desk: Desk, name: str, query: str) -> None:
    """Keep a query under a name; an empty query takes the view out."""
    called = squeeze(clean(name))
    kept = {held: text for held, text in desk.state.views.items() if held != called}
    desk.remember(views={**kept, called: query} if query.strip() else kept)
