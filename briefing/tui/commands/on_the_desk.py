"""The commands of the desk itself: its main screen, finding, the board, and what works anywhere."""

from briefing.tui.commands.command import Command

ON_THE_DESK: tuple[Command, ...] = (
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
    Command("main.days-note", "B", "Note on days", "Outlook, or what a forum did.", "days_note"),
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
