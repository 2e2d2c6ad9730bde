"""The head of a mail that was pasted as text: its lines are neither label nor title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.reader.lines import Line, Span

_FIELDS: dict[str, str] = {
    "from": "from|fra|von|de",
    "to": "to|cc|bcc|til|kopi|an|para|à",
    "subject": "subject|emne|betreff|asunto|objet",
    "sent": "sent|date|sendt|dato|gesendet|datum|fecha|enviado|envoyé",
    "other": "reply-to|attachments?|vedlegg|importance|return-path|message-id|x-[a-z-]+",
}
_FIELD = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _FIELDS.items()) + r")\s*:\s*",
    re.IGNORECASE,
)
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above a mail's text."""

    lines: int
    """How many lines it takes."""
    subject: Span | None = None
    sent: Span | None = None


def head_of(lines: Sequence[Line]) -> Head | None:
    """Return the head that a text begins with; None where it is no mail."""
    spans: dict[str, Span] = {}
    count = 0
    for line in lines:
        field = _FIELD.match(line.text)
        if field is None or field.lastgroup is None or line.gap > 1:
            break
        count += 1
        spans.setdefault(field.lastgroup, Span(line.start + field.end(), line.end))
    is_mail = count >= _FEWEST and bool({"from", "to"} & set(spans))
    if not is_mail:
        return None
    return Head(lines=count, subject=spans.get("subject"), sent=spans.get("sent"))
