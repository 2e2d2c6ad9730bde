"""The commands of forms, dialogs, lists and texts, whatever they hold."""

from briefing.tui.commands.command import Command

IN_DIALOGS: tuple[Command, ...] = (
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
    Command("pick.include", "space", "Pick", "Pick this, or leave it out.", "include", True),
    Command("pick.next", "down,j", "Next", "Go down one row.", "move(1)"),
    Command("pick.before", "up,k", "Before", "Go up one row.", "move(-1)"),
    Command("pick.up", "shift+up,K", "Up", "Move this one place up.", "shift(-1)", True),
    Command("pick.down", "shift+down,J", "Down", "Move this one place down.", "shift(1)", True),
    Command("pick.take", "enter", "Take", "Take what is picked, in this order.", "take", True),
    Command("pick.leave", "escape", "As it was", "Close; nothing is changed.", "leave", True),
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
)
