"""Picking and ordering what a note tells: its questions, and the points to make."""

from typing import TYPE_CHECKING

from briefing.desk import written as writing
from briefing.note.blocks import SectionName, one_line
from briefing.tui.screens.note_question import answered
from briefing.tui.screens.picking import Entry, PickScreen

if TYPE_CHECKING:
    from briefing.tui.screens.note import NoteScreen


def order_questions(screen: "NoteScreen") -> None:
    """Ask which questions a note tells, and in which order."""
    if not screen.questions:
        screen.say("No question is asked or expected here yet; n adds one.")
        return
    desk, wanted, kind = screen.desk, screen.wanted, screen.kind
    entries = [Entry(q.id, q.text, answered(q)) for q in screen.questions]
    picked = screen.written.questions if screen.written else ()

    def take(ids: tuple[str, ...] | None) -> None:
        if ids is not None:
            writing.pick_questions(desk, wanted.id, wanted.title(desk), ids, kind)

    title = "Which questions does the note tell, and in which order?"
    told = picked or tuple(entry.key for entry in entries)
    screen.app.push_screen(PickScreen(title, entries, told), take)


def order_points(screen: "NoteScreen") -> None:
    """Ask which points a note makes, those of answers offered, and in which order."""
    desk, wanted, kind = screen.desk, screen.wanted, screen.kind
    own = screen.written.points if screen.written else ()
    from_answers = (one_line(p.text) for q in screen.questions for p in q.answer.points)
    texts = dict.fromkeys((*own, *from_answers))
    entries = [Entry(text, text, "" if text in own else "from an answer") for text in texts]
    if not entries:
        screen.say("Write points first, or points of answers to the questions.")
        return

    def take(picked: tuple[str, ...] | None) -> None:
        if picked is not None:
            points = {SectionName.POINTS.value: "\n".join(picked)}
            writing.write(desk, wanted.id, wanted.title(desk), points, kind)

    title = "Which points do we make, and in which order?"
    screen.app.push_screen(PickScreen(title, entries, own), take)
