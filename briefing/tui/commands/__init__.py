"""Every command of the screen, in one table: what it is called, does, and which keys call it.

The table feeds the key bindings (`briefing.tui.bindings`), the key bar, the palette, the help and
`briefing keys`. An id is "place.what": the place is the screen, pane or widget in which its keys
work, and PLACES says within which other place that is, whose keys work there too.

A screen registers its commands by standing here: its place in PLACES, its rows in a table, and in
its class `BINDINGS = bindings("its place")`. A row's action is Textual's, "name" or "name(1)", and
calls `action_name` of the class whose place it is. A command without keys is in the palette only.
"""

from collections.abc import Mapping

from briefing.tui.commands.command import PLACES as PLACES, Command as Command
from briefing.tui.commands.in_dialogs import IN_DIALOGS
from briefing.tui.commands.on_documents import ON_DOCUMENTS
from briefing.tui.commands.on_the_desk import ON_THE_DESK

COMMANDS: tuple[Command, ...] = (*ON_THE_DESK, *ON_DOCUMENTS, *IN_DIALOGS)

KEY_BAR = (
    "find.keep",
    "query.take",
    "find.clear",
    "everywhere.line",
    "everywhere.back",
    "words.take",
    "words.more",
    "words.split",
    "words.next",
    "words.leave",
    "review.accept",
    "review.reject",
    "review.right",
    "review.alike",
    "review.next-doubt",
    "review.same",
    "review.edit",
    "review.words",
    "review.reject-past",
    "review.accept-source",
    "review.source",
    "review.find",
    "review.back",
    "note.write",
    "note.question",
    "note.issue",
    "note.file",
    "note.back",
    "note.facts",
    "note.kind",
    "note.readers",
    "note.issues",
    "note.order",
    "note.annex",
    "note.other",
    "facts.right",
    "facts.edit",
    "facts.source",
    "facts.back",
    "issues.copy",
    "issues.other",
    "issues.back",
    "board.going",
    "board.decline",
    "board.cover",
    "board.next",
    "board.previous",
    "board.open",
    "board.today",
    "board.back",
    "source.next",
    "source.find",
    "source.back",
    "form.save",
    "form.take",
    "form.next",
    "form.leave",
    "write.save",
    "write.outside",
    "write.leave",
    "list.open",
    "text.follow",
    "text.next-link",
    "main.note",
    "main.answer",
    "app.review",
    "main.find",
    "app.find",
    "main.step",
    "main.tied",
    "main.edit",
    "main.new",
    "app.undo",
    "main.board",
    "forums.view",
    "questions.view",
    "timeline.today",
    "timeline.tasks",
    "main.source",
    "app.copy",
    "main.state",
    "app.palette",
    "app.quit",
)
"""Which commands come first in the key bar where there is not room for all."""

CHANGING = frozenset(
    (
        "main.answer",
        "main.edit",
        "main.new",
        "main.copy-on",
        "main.check",
        "main.remove",
        "main.step",
        "main.state",
        "review.accept",
        "review.reject",
        "review.edit",
        "review.right",
        *(f"review.take-{number}" for number in range(1, 10)),
        "review.alike",
        "review.reject-past",
        "review.same",
        "review.join",
        "review.split",
        "review.accept-source",
        "words.take",
        "words.split",
        "note.write",
        "note.issue",
        "note.order",
        "note.question",
        "note.annex",
        "facts.right",
        "facts.edit",
        "board.going",
        "board.decline",
        "board.cover",
        "app.bring-in",
        "app.clipboard",
        "app.attach",
        "app.undo",
        "app.redo",
        "app.back-up",
        "app.restore",
        "app.forget",
    )
)
"""What can't be done while another window writes."""

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}


def at(place: str) -> tuple[Command, ...]:
    """Return the commands of a place, in the order of the table."""
    return tuple(command for command in COMMANDS if command.where == place)
