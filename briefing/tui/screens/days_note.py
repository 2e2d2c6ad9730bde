"""Asks which days a note is about: an outlook on them, or a report on what a forum did."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.desk import spans, written as writing
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import Forum, Record
from briefing.note.kinds import Kind, SubjectKind
from briefing.note.span import Span
from briefing.text import clean, fold
from briefing.tui.screens.ask import Answers, AskScreen, Line
from briefing.tui.screens.desk_screen import DeskScreen
from briefing.tui.screens.note import NoteScreen

_INTRO = (
    "An outlook tells what is on, what is due and what clashes. A session report tells what a "
    "forum did; write the forum before its days."
)
_HINT = "next week; 24-28 jul; un-oewg 24-28 jul"


def ask(screen: DeskScreen, record: Record | None) -> None:
    """Ask for days, with the forum that the cursor is on offered before them."""
    desk = screen.desk
    kinds = {kind.name: kind for kind in _kinds(desk)}
    usual = SubjectKind.FORUM if isinstance(record, Forum) else SubjectKind.SPAN
    lines = [
        Line("Days", f"{record.id} " if isinstance(record, Forum) else "this week", _HINT),
        Line("As", next(k.name for k in kinds.values() if k.subject is usual), known=list(kinds)),
    ]

    def meant(answers: Answers) -> tuple[Span, Kind]:
        days, name = answers
        kind = _kind_meant(kinds, name)
        return spans.read_span(desk, days, kind), kind

    def told(answers: Answers) -> str:
        try:
            span, kind = meant(answers)
        except BriefingError as error:
            return str(error)
        return f"{kind.title}: {spans.title(desk, span)}"

    def accept(answers: Answers) -> None:
        span, kind = meant(answers)
        screen.app.call_later(screen.app.push_screen, NoteScreen(span, kind.name))

    title = "Note on some days"
    screen.app.push_screen(
        AskScreen(title, _INTRO, lines, accept, does="make it", leaves="leave", told=told)
    )


class OtherKindError(BriefingError):
    """No note on some days is called so."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"No note on some days is called {clean(name)!r}: {', '.join(known)}")


def _kind_meant(kinds: Mapping[str, Kind], words: str) -> Kind:
    """Return the kind that words name or begin to name; OtherKindError."""
    begun = [kind for kind in kinds.values() if words and fold(kind.name).startswith(fold(words))]
    exact = [kind for kind in begun if fold(words) in (fold(kind.name), fold(kind.title))]
    found = exact or begun
    if len(found) != 1:
        raise OtherKindError(words, kinds)
    return found[0]


def _kinds(desk: Desk) -> Iterator[Kind]:
    known = writing.kinds(desk).values()
    return (kind for kind in known if kind.subject is not SubjectKind.EVENT)
