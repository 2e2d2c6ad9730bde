"""The commands of the screens for one document: to review, its source, the briefing note."""

from briefing.tui.commands.command import Command

ON_DOCUMENTS: tuple[Command, ...] = (
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
    Command("note.order", "o", "Order", "Pick and order questions or points.", "order", True),
    Command("note.question", "n", "Question", "Say which question may come up.", "question", True),
    Command("note.annex", "a", "Annex", "Move this part behind the note, or back.", "annex", True),
    Command("note.kind", "v", "Kind", "Make another kind of note.", "kind", True),
    Command(
        "note.readers",
        "r",
        "Readers",
        "Choose its readers, its language and its paper.",
        "readers",
        True,
    ),
    Command("note.facts", "c", "Check", "List the facts to look at first.", "facts", True),
    Command("note.issue", "I", "Issue", "Send it out: numbered, dated and kept.", "issue", True),
    Command("note.file", "w", "File", "Write the note to a file.", "file", True),
    Command("note.issues", "H", "Issued", "See what went out, and what changed.", "issues", True),
    Command(
        "note.other",
        "tab,shift+tab",
        "Text",
        "Go to the text, or back to the parts.",
        "other",
        True,
    ),
    Command("note.back", "escape", "Back", "Go back to the desk.", "back", True),
    # What to look at before a note goes out
    Command("facts.edit", "e", "Open", "Open the record that holds this.", "edit", True),
    Command("facts.right", "a", "It is right", "Write down that this is right.", "right", True),
    Command("facts.source", "s", "Source", "Read the words it rests on.", "source", True),
    Command("facts.back", "escape", "Back", "Go back to the note.", "back", True),
    # What went out
    Command("issues.copy", "w", "Copy its files", "Write its files to a folder.", "copy_out", True),
    Command(
        "issues.other",
        "tab,shift+tab",
        "Issues/text",
        "Go to the issues, or to the text.",
        "other",
        True,
    ),
    Command("issues.back", "escape", "Back", "Go back to the note.", "back", True),
    # Source
    Command("source.find", "/", "Find", "Find words in this text.", "find", True),
    Command(
        "source.next", "n", "Next", "Go to the next words that are cited or found.", "next(1)", True
    ),
    Command("source.previous", "N", "Before", "Go to the words before.", "next(-1)"),
    Command("source.citing", "L", "Cited in", "List all that rests on this source.", "citing"),
    Command("source.open", "o", "Open link", "Open the address of this source.", "open"),
    Command("source.back", "escape", "Back", "End the search, or go back.", "back", True),
)
