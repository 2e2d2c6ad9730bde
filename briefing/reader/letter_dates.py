"""Whether a date with a label is that of the letter that it stands in."""

import re

from briefing.reader.headings import is_letter
from briefing.reader.labelled import Label, Labelled
from briefing.reader.portion import Portion


def is_of_a_letter(text: str, portion: Portion, label: Labelled) -> bool:
    """Return whether a date is that of a letter: it is beside the letter's number or subject."""
    if label.label is not Label.DATE:
        return False
    at = next((n for n, line in enumerate(portion.lines) if line.start == label.line.start), 0)
    beside = portion.lines[max(0, at - 1) : at] + portion.lines[at + 1 : at + 2]
    greets = any(is_letter([x]) for x in portion.segment.lines[:_FIRST_LINES])
    return any(
        _REFERENCE.match(text, line.body_start)
        or (greets and _SUBJECT.match(text, line.body_start))
        for line in beside
    )


_FIRST_LINES = 8
_SUBJECT = re.compile(
    r"(?:subject|objet|concerne|betreff|betr|emne|asunto|re)\.?\s?:", re.IGNORECASE
)


_REFERENCE = re.compile(
    r"(?:(?:our|your) )?ref(?:erence)?\b[. ]{0,2}(?:no|number|nr)?[.: ]|n[/.]?[ ]?ref"
    r"|(?:vår|deres) ref|réf(?:érence)?\b|aktenzeichen|unser zeichen|saksnr|saksnummer|expediente|"
    r"note verbale",
    re.IGNORECASE,
)
