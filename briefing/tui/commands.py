"""Every command of the screen, in one table: what it is called, does, and which keys call it.

The table feeds the key bindings (`briefing.tui.bindings`), the key bar, the palette, the help and
`briefing keys`. An id is "place.what": the place is the screen, pane or widget in which its keys
work, and PLACES says within which other place that is, whose keys work there too.

A screen registers its commands by standing here: its place in PLACES, its rows in COMMANDS, and in
its class `BINDINGS = bindings("its place")`. A row's action is Textual's, "name" or "name(1)", and
calls `action_name` of the class whose place it is. A command without keys is in the palette only.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where keys work."""

    title: str
    """The heading in help."""
    within: str = ""
    """The place around it, whose keys work here too; empty for none, as in a dialog."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done by a key, from the palette or from the help."""

    id: str
    keys: str
    """Comma-separated; the first is the one shown. A comma itself is "comma"."""
    label: str
    """For the key bar: one or two words."""
    help: str
    """For help and palette: one sentence."""
    action: str
    shown: bool = False
    """Whether it stands in the key bar."""
    vim: str = ""
    """The keys in the vim preset where they are others."""

    @property
    def where(self) -> str:
        """The place in which its keys work."""
        return self.id.partition(".")[0]

    @property
    def group(self) -> str:
        """The heading that it stands under in help."""
        return PLACES[self.where].title


PLACES: Mapping[str, Place] = {
    "app": Place("Everywhere"),
    "main": Place("Main screen", "app"),
    "timeline": Place("Timeline", "main"),
    "forums": Place("Forums", "main"),
    "questions": Place("Questions", "main"),
    "find": Place("Finding in a pane", "main"),
    "query": Place("Typing what to find"),
    "everywhere": Place("Finding everywhere", "app"),
    "review": Place("To review", "app"),
    "words": Place("Words of the source", "review"),
    "note": Place("Briefing note", "app"),
    "board": Place("Board of a day", "app"),
    "source": Place("Source", "app"),
    "form": Place("Form"),
    "write": Place("Writing"),
    "paste": Place("Pasted text"),
    "folder": Place("Bringing in a folder"),
    "choice": Place("Lists to choose from"),
    "ask": Place("Questions asked of you"),
    "jump": Place("Jumping"),
    "line": Place("Adding in one line"),
    "list": Place("Lists"),
    "text": Place("Text"),
}

COMMANDS: tuple[Command, ...] = (
    # The main screen
    Command("main.timeline", "1", "Timeline", "Go to the timeline.", "pane('timeline')"),
    Command("main.forums", "2", "Forums", "Go to the forums.", "pane('forums')"),
    Command("main.questions", "3", "Questions", "Go to the questions.", "pane('questions')"),
    Command("main.detail", "4", "Detail", "Go to the record's own facts.", "detail"),
    Command("main.next", "tab", "Next pane", "Go to the next pane.", "next(1)", vim="tab,L"),
    Command(
        "main.previous",
        "shift+tab",
        "Pane before",
        "Go to the pane before.",
        "next(-1)",
        vim="shift+tab,H",
    ),
    Command("main.find", "/", "Find", "Show only what holds the words you type.", "find", True),
    Command("main.tied", "f", "Only linked", "Show only what is linked to this.", "tied", True),
    Command(
        "main.links",
        "L",
        "All linked",
        "List all that is tied to this, and go to one of it.",
        "links",
        vim="K",
    ),
    Command("main.back", "escape", "Back", "Show all again, or go back one step.", "back"),
    Command("main.trail", "backspace", "Trail", "Go back to the record you came from.", "trail"),
    Command(
        "main.note", "b", "Briefing note", "Open the briefing note of this event.", "note", True
    ),
    Command("main.answer", "a", "Answer", "Write the answer to this question.", "answer", True),
    Command(
        "main.source", "s", "Source", "Open the source at the words this rests on.", "source", True
    ),
    Command("main.open", "o", "Open link", "Open the link of this record in your browser.", "open"),
    Command("main.edit", "e", "Edit", "Change this record.", "edit", True),
    Command("main.new", "n", "New", "Add an event, a task, a question and so on.", "new", True),
    Command("main.line", "N", "In one line", "Add a record by typing it in one line.", "add_line"),
    Command("main.copy-on", "C", "To next year", "Copy this event to next year.", "copy_on"),
    Command("main.check", "c", "Checked", "Say that all of this record is right.", "check"),
    Command("main.remove", "delete", "Remove", "Take this record out; u brings it back.", "remove"),
    Command(
        "main.board", "d", "Day board", "See this day side by side, and choose.", "board", True
    ),
    Command("main.clashes", "x", "Clashes", "Show only what clashes with this.", "clashes"),
    Command(
        "main.step",
        "space",
        "Step",
        "Say that you are interested, go, and so on; of a task that it is sent, confirmed, done.",
        "step",
        True,
    ),
    Command(
        "main.state", "m", "Going/state", "Choose whether you go, or how far it is.", "state", True
    ),
    Command(
        "main.next-going", ".", "Next I go to", "Go to the next event you go to.", "next_going"
    ),
    Command("main.zoom", "z", "Zoom", "Give this pane the whole screen, and back.", "zoom"),
    Command("main.hide", "Z", "Hide", "Put this pane away; its number brings it back.", "hide"),
    Command("timeline.today", "t", "Today", "Go to what is on today or next.", "today", True),
    Command("timeline.date", "@", "To a date", "Go to a date that you type.", "date"),
    Command("timeline.next-year", "}", "Next year", "Go to the next year.", "years(1)"),
    Command("timeline.previous-year", "{", "Year before", "Go to the year before.", "years(-1)"),
    Command("timeline.undated", "U", "No date", "Go to what has no date.", "undated"),
    Command("timeline.fold", "-", "Fold", "Put away what stands under this.", "fold"),
    Command("timeline.unfold", "+", "Unfold", "Show what stands under this.", "unfold"),
    Command("timeline.fold-all", "*", "Fold all", "Fold all, or unfold all.", "fold_all"),
    Command("timeline.tasks", "T", "Tasks", "Show the tasks alone, or all again.", "tasks", True),
    Command("forums.view", "v", "View", "By forum, by stakeholder, by question.", "view", True),
    Command("questions.view", "v", "View", "By theme, by event.", "view", True),
    Command("find.keep", "enter", "Keep", "Go to what was found.", "keep", True),
    Command("find.clear", "escape", "Clear", "Show all again.", "clear", True),
    Command(
        "query.take",
        "tab",
        "Complete",
        "Take what is offered below the line; where nothing is, go to what was found.",
        "take",
        True,
    ),
    Command(
        "query.down", "down,ctrl+n", "Next offer", "Go down in what is offered, or found.", "down"
    ),
    Command("query.up", "up", "Offer before", "Go up in what is offered.", "up"),
    # Finding everywhere
    Command("everywhere.line", "/", "Words", "Go to the words that are looked for.", "line", True),
    Command(
        "everywhere.back",
        "escape",
        "Back",
        "Go from what was found to the words, and from there to where you were.",
        "back",
        True,
    ),
    # To review
    Command("review.accept", "a", "Accept", "Accept this with what hangs on it.", "accept", True),
    Command(
        "review.reject", "x", "Reject", "Turn this down with what hangs on it.", "reject", True
    ),
    Command("review.edit", "e", "Edit", "Change what was read before you accept it.", "edit", True),
    Command("review.next-doubt", "tab", "Next doubt", "Go to the next doubt.", "next_doubt", True),
    Command(
        "review.previous-doubt",
        "shift+tab",
        "Doubt before",
        "Go to the doubt before.",
        "previous_doubt",
    ),
    Command(
        "review.right",
        "enter",
        "It is right",
        "Say that the doubted value is right.",
        "right",
        True,
    ),
    *(
        Command(
            f"review.take-{number}",
            str(number),
            f"Reading {number}",
            f"Take reading {number} of the doubted value.",
            f"take({number})",
        )
        for number in range(1, 10)
    ),
    Command(
        "review.alike",
        "y",
        "All alike",
        "Give all of this source that share the doubt the same answer.",
        "alike",
        True,
    ),
    Command("review.mark", "space", "Mark", "Mark this row, to decide several together.", "mark"),
    Command("review.mark-down", "shift+down", "Mark down", "Mark this row and go down.", "mark(1)"),
    Command("review.mark-up", "shift+up", "Mark up", "Mark this row and go up.", "mark(-1)"),
    Command("review.mark-all", "*", "Mark all", "Mark all rows but positions.", "mark_all"),
    Command("review.mark-none", "-", "Mark none", "Take all marks off.", "mark_none"),
    Command(
        "review.reject-past",
        "P",
        "Reject past",
        "Turn down all that was over before today.",
        "reject_past",
        True,
    ),
    Command(
        "review.same",
        "=",
        "The same",
        "Say that this is the record that is held already.",
        "same",
        True,
    ),
    Command("review.join", "&", "Join", "Make one of the proposals that are marked.", "join"),
    Command("review.split", "|", "Split", "Go to the word where a second event begins.", "split"),
    Command(
        "review.words",
        "v",
        "Pick words",
        "Go to the source and pick words for a field.",
        "words",
        True,
    ),
    Command("review.next-value", "right,l", "Next value", "Go to the next value.", "next_value"),
    Command(
        "review.previous-value",
        "left,h",
        "Value before",
        "Go to the value before.",
        "previous_value",
    ),
    Command(
        "review.accept-source",
        "A",
        "Take all",
        "Take all of this source as it is, marked not checked; positions wait.",
        "accept_source",
        True,
    ),
    Command(
        "review.source", "s", "Source", "Read the whole source at these words.", "source", True
    ),
    Command("review.find", "/", "Find", "Show only what holds the words you type.", "find", True),
    Command("review.back", "escape", "Back", "Go back to the desk.", "back", True),
    # The source beside what is reviewed
    Command("words.next", "right,l", "Next word", "Go to the next word.", "go(1)", True),
    Command("words.previous", "left,h", "Word before", "Go to the word before.", "go(-1)"),
    Command("words.down", "down,j", "Down", "Go down one line.", "go_lines(1)"),
    Command("words.up", "up,k", "Up", "Go up one line.", "go_lines(-1)"),
    Command("words.more", "shift+right,L", "One more", "Pick one word more.", "extend(1)", True),
    Command("words.less", "shift+left,H", "One less", "Pick one word less.", "extend(-1)"),
    Command(
        "words.more-lines", "shift+down,J", "Line more", "Pick one line more.", "extend_lines(1)"
    ),
    Command(
        "words.less-lines", "shift+up,K", "Line less", "Pick one line less.", "extend_lines(-1)"
    ),
    Command(
        "words.take", "enter", "Take", "Choose the field that takes these words.", "pick", True
    ),
    Command(
        "words.split",
        "|",
        "Split here",
        "Have a second proposal begin at this word.",
        "split",
        True,
    ),
    Command("words.leave", "escape,v", "Leave", "Go back to what waits.", "leave", True),
    # Briefing note
    Command("note.write", "e", "Write", "Write this part, or answer this question.", "write", True),
    Command("note.file", "w", "Make the file", "Write the note to a Markdown file.", "file", True),
    Command(
        "note.other",
        "tab,shift+tab",
        "Parts/text",
        "Go to the parts, or to the text.",
        "other",
        True,
    ),
    Command("note.back", "escape", "Back", "Go back to the desk.", "back", True),
    # Board of a day
    Command("board.going", "space", "Go", "Say that you go to this.", "set_going('going')", True),
    Command(
        "board.decline", "x", "Decline", "Say that you do not go.", "set_going('declined')", True
    ),
    Command("board.cover", "c", "Colleague", "Hand this to a colleague.", "cover", True),
    Command("board.down", "down,j", "Down", "Go to what is on next.", "walk(0, 1)"),
    Command("board.up", "up,k", "Up", "Go to what is on before.", "walk(0, -1)"),
    Command("board.right", "right,l", "Right", "Go to what is on beside it.", "walk(1, 0)"),
    Command(
        "board.left", "left,h", "Left", "Go to what is on beside it, to the left.", "walk(-1, 0)"
    ),
    Command("board.first", "home,g", "First", "Go to the first of the day.", "first"),
    Command("board.last", "end,G", "Last", "Go to the last of the day.", "last"),
    Command("board.next", "n,]", "Day after", "Go to the day after.", "days(1)", True),
    Command("board.previous", "p,[", "Day before", "Go to the day before.", "days(-1)", True),
    Command("board.today", "t", "Today", "Go to today.", "today", True),
    Command("board.open", "enter", "Open", "Open this on the main screen.", "open", True),
    Command("board.back", "escape", "Back", "Go back to where you were.", "back", True),
    # Source
    Command("source.find", "/", "Find", "Find words in this text.", "find", True),
    Command(
        "source.next", "n", "Next", "Go to the next words that are cited or found.", "next(1)", True
    ),
    Command("source.previous", "N", "Before", "Go to the words before.", "next(-1)"),
    Command("source.citing", "L", "Cited in", "List all that rests on this source.", "citing"),
    Command("source.open", "o", "Open link", "Open the address of this source.", "open"),
    Command("source.back", "escape", "Back", "End the search, or go back.", "back", True),
    # Form
    Command("form.save", "ctrl+s", "Save", "Save what you typed as one change.", "save", True),
    Command("form.next", "down,enter", "Next", "Go to the next field.", "move(1)", True),
    Command("form.previous", "up", "Before", "Go to the field before.", "move(-1)"),
    Command(
        "form.take",
        "tab",
        "Complete",
        "Take what is offered below the field; where nothing is, go to the next.",
        "take",
        True,
    ),
    Command("form.revert", "ctrl+z", "As it was", "Put back what this field held.", "revert"),
    Command("form.drop", "ctrl+o", "Start over", "Forget what was typed and not saved.", "drop"),
    Command(
        "form.leave", "escape", "Leave", "Leave; what you typed is kept as a draft.", "leave", True
    ),
    # Writing
    Command("write.save", "ctrl+s", "Save", "Save what you wrote as one change.", "save", True),
    Command(
        "write.outside", "ctrl+e", "Own editor", "Write this in your own editor.", "outside", True
    ),
    Command("write.drop", "ctrl+o", "Start over", "Forget what was written and not saved.", "drop"),
    Command(
        "write.leave",
        "escape",
        "Leave",
        "Leave; what you wrote is kept as a draft.",
        "leave",
        True,
    ),
    # Pasted text
    Command(
        "paste.read", "enter", "Read it", "Read this text and see what is in it.", "read", True
    ),
    Command("paste.drop", "escape", "Drop it", "Leave it; nothing is read.", "drop", True),
    Command("folder.stop", "escape", "Stop", "Stop behind the file being read.", "stop", True),
    # Small dialogs
    Command("choice.down", "down,ctrl+n", "Down", "Go down one row.", "move(1)"),
    Command("choice.up", "up,ctrl+p", "Up", "Go up one row.", "move(-1)"),
    Command("choice.page-down", "pagedown", "Page down", "Go down one page.", "page(1)"),
    Command("choice.page-up", "pageup", "Page up", "Go up one page.", "page(-1)"),
    Command("choice.take", "enter", "Take", "Take the row under the cursor.", "take", True),
    Command("choice.leave", "escape", "Close", "Close without choosing.", "leave", True),
    Command(
        "ask.accept",
        "enter",
        "Accept",
        "Go on to the next line; at the last, accept.",
        "accept",
        True,
    ),
    Command("ask.down", "down,tab", "Next", "Go to the next line.", "move(1)", True),
    Command("ask.up", "up,shift+tab", "Before", "Go to the line before.", "move(-1)"),
    Command("ask.leave", "escape", "Skip", "Close; nothing is kept.", "leave", True),
    Command("line.save", "enter", "Save", "Add what the line says.", "save", True),
    Command(
        "line.leave", "escape", "Leave", "Close; the line is kept for the next time.", "leave", True
    ),
    Command("jump.leave", "escape", "Stay", "Stay where you were.", "leave", True),
    # Lists and text
    Command("list.down", "down,j", "Down", "Go down one row.", "move(1)"),
    Command("list.up", "up,k", "Up", "Go up one row.", "move(-1)"),
    Command(
        "list.page-down",
        "pagedown",
        "Page down",
        "Go down one page.",
        "page(1)",
        vim="pagedown,ctrl+f,ctrl+d",
    ),
    Command(
        "list.page-up",
        "pageup",
        "Page up",
        "Go up one page.",
        "page(-1)",
        vim="pageup,ctrl+b,ctrl+u",
    ),
    Command("list.first", "home", "First row", "Go to the first row.", "first"),
    Command("list.top", "g", "g g: first row", "Go to the first row: g twice.", "first_at_second"),
    Command("list.last", "end,G", "Last row", "Go to the last row.", "last"),
    Command("list.next-group", "]", "Next heading", "Go to the next heading.", "next_group"),
    Command(
        "list.previous-group", "[", "Heading before", "Go to the heading before.", "previous_group"
    ),
    Command("list.open", "enter", "Open", "Open the row under the cursor.", "select", True),
    Command("text.down", "down,j", "Down", "Go down one line.", "scroll(1)"),
    Command("text.up", "up,k", "Up", "Go up one line.", "scroll(-1)"),
    Command(
        "text.page-down",
        "pagedown,space",
        "Page down",
        "Go down one page.",
        "page(1)",
        vim="pagedown,space,ctrl+f,ctrl+d",
    ),
    Command(
        "text.page-up",
        "pageup",
        "Page up",
        "Go up one page.",
        "page(-1)",
        vim="pageup,ctrl+b,ctrl+u",
    ),
    Command("text.first", "home", "Beginning", "Go to the beginning.", "first"),
    Command("text.top", "g", "g g: beginning", "Go to the beginning: g twice.", "first_at_second"),
    Command("text.last", "end,G", "End", "Go to the end.", "last"),
    Command("text.next-heading", "]", "Next heading", "Go to the next heading.", "next_heading"),
    Command(
        "text.previous-heading",
        "[",
        "Heading before",
        "Go to the heading before.",
        "previous_heading",
    ),
    Command("text.next-link", "right,l", "Next link", "Go to the next link.", "next_link", True),
    Command(
        "text.previous-link", "left,h", "Link before", "Go to the link before.", "previous_link"
    ),
    Command("text.follow", "enter", "Open link", "Open the link under the cursor.", "follow", True),
    # Everywhere
    Command("app.review", "i", "To review", "See what was read and waits for you.", "review", True),
    Command(
        "app.bring-in", "I", "Bring in", "Read announcements from a file or a folder.", "bring_in"
    ),
    Command(
        "app.clipboard",
        "V",
        "Bring in what was copied",
        "Read what you copied last.",
        "bring_copied",
    ),
    Command(
        "app.find",
        "F",
        "Find all",
        "Find words in everything, sources included, while you type them.",
        "find_everywhere",
        True,
    ),
    Command(
        "app.views",
        "S",
        "Saved views",
        "Show what a saved query finds, or save the query that is on.",
        "views",
    ),
    Command("app.copy", "y", "Copy", "Copy this as plain text.", "copy", True),
    Command("app.undo", "u,ctrl+z", "Undo", "Take the last change back.", "undo", True),
    Command("app.redo", "ctrl+r,ctrl+y", "Redo", "Make the change again.", "redo"),
    Command("app.jump", "J", "Jump", "Letters over all in sight; type one to go there.", "jump"),
    Command("app.place", "w", "I am in …", "Set your clock to where you are.", "place"),
    Command(
        "app.request",
        "",
        "Write the request",
        "Write to the organisers: register, decline or ask for a pass.",
        "request",
    ),
    Command("app.me", "", "Who I am", "Say who sits at this desk.", "me"),
    Command("app.own-desk", "", "Start my own desk", "Make an empty desk of your own.", "own_desk"),
    Command("app.problems", "", "What is wrong", "List what is wrong in the settings.", "problems"),
    Command("app.back-up", "", "Back up now", "Write the whole desk to one file.", "back_up"),
    Command(
        "app.restore",
        "",
        "Go back to a backup",
        "Make the desk what it was; u takes that back.",
        "restore",
    ),
    Command(
        "app.check",
        "",
        "Check the desk",
        "Look over the desk's files and what they cite.",
        "check_files",
    ),
    Command("app.attach", "", "Attach", "Attach a file or a link to this event.", "attach"),
    Command(
        "app.forget",
        "",
        "Forget this record",
        "Take it and its source out of everything, for good.",
        "forget",
    ),
    Command("app.dark", "", "Dark", "Light letters on a dark ground.", "use_theme('dark')"),
    Command("app.light", "", "Light", "Dark letters on a light ground.", "use_theme('light')"),
    Command(
        "app.contrast",
        "",
        "High contrast",
        "The strongest contrast there is.",
        "use_theme('contrast')",
    ),
    Command("app.theme", "ctrl+l", "Colours", "Dark, light, high contrast in turn.", "next_theme"),
    Command("app.palette", ":,ctrl+p", "Commands", "Find a command by its words.", "palette", True),
    Command("app.quit", "q", "Quit", "Close the desk.", "quit", True),
    Command("app.help", "?,f1", "Help", "Show what can be done here, and do it.", "help", True),
)

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
    "note.file",
    "note.other",
    "note.back",
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
