"""Asks which days a note is about: an outlook on them, or a report on what a forum did."""

from collections.abc import Iterator

from briefing.desk import spans, written as writing
from briefing.desk.desk import Desk
from briefing.model import Forum, Record
from briefing.note.kinds import Kind, SubjectKind
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

    def accept(answers: Answers) -> None:
        days, name = answers
        kind = writing.kind_named(desk, name)
        span = spans.read_span(desk, days, kind)
        screen.app.call_later(screen.app.push_screen, NoteScreen(span, kind.name))

    screen.app.push_screen(AskScreen("Note on some days", _INTRO, lines, accept))


def _kinds(desk: Desk) -> Iterator[Kind]:
    known = writing.kinds(desk).values()
    return (kind for kind in known if kind.subject is not SubjectKind.EVENT)
