"""Why the reader takes words for a value, as a person would say it."""

from collections.abc import Mapping

_WHOLE: Mapping[str, str] = {
    "access.words": "words that say who gets in",
    "agenda.line": "a line that begins with a time",
    "agenda.stacked": "a time with its title below",
    "date.card": "a date in the manner of a calendar card",
    "date.day": "a day as people write it",
    "date.figures": "a day in figures",
    "date.iso": "a day as computers write it",
    "date.list": "several days in a row",
    "date.month": "a month",
    "date.pair": "two days joined",
    "date.range": "from one day to another",
    "deadline": "words that set a deadline",
    "document.title": "the line that says what paper it is",
    "event.held": "what is held for that day",
    "forum.name": "the name of a forum that the desk knows",
    "holder.above": "a name alone above the text",
    "holder.behalf": "“on behalf of” or the like",
    "holder.capacity": "what is said of the speaker",
    "holder.head": "“statement by” or the like",
    "holder.letterhead": "whose paper it is written on",
    "holder.signed": "who signs it",
    "holder.thanks": "who thanks the chair at the beginning",
    "holder.turn": "the name before the colon",
    "kind.heading": "a heading that says what it is",
    "kind.word": "a word that says what it is",
    "link.lost": "words that led somewhere",
    "link.mail": "a mail address",
    "link.web": "a web address",
    "mode.venue": "what is said of the place",
    "move.by": "so much later or earlier than it was",
    "move.same-time": "“same time” or the like",
    "move.unclear": "a sentence that seems to move it",
    "move.time": "a time that is given without a day",
    "organiser.by": "“organised by” or the like",
    "organiser.subject": "who is said to invite",
    "organiser.with": "“together with” or the like",
    "paragraph.counted": "the paragraphs, counted",
    "paragraph.printed": "the number before the paragraph",
    "pass.needed": "a pass is asked for",
    "pass.not-provided": "passes are said not to be provided",
    "position.aligned": "who is said to be aligned",
    "position.carried": "“he” or “her delegation”, of whom the sentence before tells",
    "position.noun": "a noun of saying, such as “proposal”",
    "position.speaker": "what the speaker says of “us”",
    "position.verb": "a verb of saying, such as “underlined”",
    "question.above": "the question above it",
    "question.mark": "it ends with a question mark",
    "question.page": "the page is about one question",
    "speaker.list": "a list of names",
    "speaker.programme": "a name in the programme",
    "speaker.withdrawn": "who is said not to come",
    "state.cancelled": "words that call it off",
    "state.postponed": "words that put it off",
    "task.condition": "words that set a condition",
    "time": "an hour",
    "time.programme": "the times of the programme",
    "time.range": "from one hour to another",
    "title.brackets": "the same in brackets",
    "title.first": "the first line of the text",
    "title.line": "a line that reads as a title",
    "title.renamed": "the new title that is given",
    "title.series": "the name of the series with its number",
    "topic.word": "words that belong to the theme",
    "venue.behind-date": "a place behind the date",
    "venue.date-line": "a place in the line of the date",
    "venue.room": "another room",
    "venue.sentence": "a sentence that says where",
    "when.none": "no date was found",
    "when.parts": "the days of its parts, from the first to the last",
    "zone.abbreviation": "the zone as it is abbreviated",
    "zone.ambiguous": "an abbreviation that means several zones",
    "zone.country": "the zone of the country",
    "zone.default": "the zone of your own clock",
    "zone.offset": "the zone as hours from UTC",
    "zone.organiser": "the zone of the organiser",
    "zone.stated": "the zone as it is named",
    "zone.venue": "the zone of the place",
}

_MANNER: Mapping[str, str] = {
    "brackets": "it stands in brackets",
    "heading": "a heading",
    "label": "it stands behind a label",
    "line": "a line of its own",
    "list": "a list",
    "page": "what the page is about",
    "sentence": "a sentence that says so",
    "word": "a word that says so",
    "words": "words that say so",
}
"""What the second part of a rule's name tells where the whole name is not known."""

_SUBJECT: Mapping[str, str] = {
    "access": "what is said of who gets in",
    "agenda": "how a programme is laid out",
    "date": "a date",
    "deadline": "what is said of a deadline",
    "kind": "what it is called",
    "link": "where words lead",
    "mode": "what is said of being there or online",
    "organiser": "what is said of who invites",
    "pass": "what is said of passes",
    "position": "how views are reported",
    "speaker": "how speakers are named",
    "statement": "how statements are written",
    "task": "what is asked for",
    "time": "hours",
    "title": "how titles are set",
    "venue": "what is said of the place",
    "zone": "what is said of the zone",
}
"""What the first part tells where neither the whole nor the second is known."""


def why(rule: str) -> str:
    """Return what a rule goes by, in plain words; empty for a rule that has none.

    A rule is named for what it reads and how, "venue.label", and may be made of several by "+".
    """
    told = (_of_one(part) for part in rule.split("+"))
    return ", ".join(words for words in told if words)


def _of_one(rule: str) -> str:
    subject, _, manner = rule.partition(".")
    return _WHOLE.get(rule) or _MANNER.get(manner) or _SUBJECT.get(subject, "")
