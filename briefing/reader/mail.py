"""Where a text is a mail or quotes one: the heads, the new part, the subject without its tags."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from briefing.reader.lines import Line, Span

_FIELDS: dict[str, str] = {
    "from": "from|fra|von|de|expéditeur|remitente",
    "to": "to|cc|bcc|til|kopi(?:e|a)?|an|para|à|a|cci",
    "subject": "subject|emne|betreff|asunto|objet|sujet",
    "sent": "sent|date|sendt|dato|gesendet|datum|fecha|enviado(?: el)?|envoyé(?: le)?",
    "other": r"reply[- ]to|répondre à|responder a|antwort an|svar til|attachments?|vedlegg|anlagen?"
    r"|pièces? jointes?|(?:datos )?adjuntos?|importance|prioritet|viktighet|wichtigkeit|priorité"
    r"|importancia|priority|sensitivity|return-path|message-id|x-[a-z-]{1,40}",
}
_FIELD = re.compile(
    r"[*_]{0,2}(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _FIELDS.items())
    + r")\s?[*_]{0,2}:[*_]{0,2}(?:\s+|$)",
    re.IGNORECASE,
)
_NO_SENDER = re.compile(
    r"\W*\d|\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|now|noon)\b", re.IGNORECASE
)
"""What stands behind "From:" where it is a time: "From: 14:00", "From: Monday"."""
_FEWEST_AT_TOP, _FEWEST_WITHIN = 2, 3
_MOST_RUNNING_ON = 6
"""Lines that a list of receivers runs on for."""

_SEPARATOR = re.compile(
    r"[-_=*\s]{0,40}(?:original message|forwarded message|original appointment|forwarded by .{1,80}"
    r"|begin forwarded message|opprinnelig melding|videresendt melding|ursprüngliche nachricht"
    r"|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message d['’]origine"
    r"|message (?:transféré|original)|message transmis|mensaje original|mensaje reenviado"
    r"|inicio del mensaje reenviado)\s?:?[-_=*\s]{0,40}",
    re.IGNORECASE,
)
"""The line that mail programs put above what they quote."""
_ATTRIBUTION = re.compile(
    r"(?=(?:on|le|el|am|den|på)\b|.{0,250}(?:\d[:.h]\d\d|@))"
    r".{4,250}?\b(?:wrote|a écrit|escribió|schrieb|skrev)\b.{0,100}:",
    re.IGNORECASE,
)
"""The line above a quoted mail: "On 2 May 2024 at 14:00, Kari wrote:"."""
_LONGEST_ATTRIBUTION = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above a mail's text."""

    lines: int
    """How many lines it takes."""
    first: int = 0
    """Index of its first line."""
    subject: Span | None = None
    sent: Span | None = None


def head_of(lines: Sequence[Line]) -> Head | None:
    """Return the head that a text begins with; None where it is no mail."""
    return _head(lines, 0, _FEWEST_AT_TOP)


def heads_of(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return all heads of a text: its own, and those of mails that it forwards or answers.

    A line that says who wrote what is quoted below it, and when, is a head too.
    """
    return tuple(_heads(lines))


def _heads(lines: Sequence[Line]) -> Iterator[Head]:
    at = 0
    while at < len(lines):
        is_marked = at > 0 and _SEPARATOR.fullmatch(lines[at - 1].text) is not None
        fewest = _FEWEST_WITHIN if at and not is_marked else _FEWEST_AT_TOP
        found = _head(lines, at, fewest) or _attribution(lines, at)
        if found is None and len(lines[at].text) < 200 and _SEPARATOR.fullmatch(lines[at].text):
            found = Head(lines=1, first=at)
        if found is not None:
            yield found
        at += found.lines if found is not None else 1


def _head(lines: Sequence[Line], first: int, fewest: int) -> Head | None:
    spans: dict[str, Span] = {}
    at = fields = 0
    for at in range(first, len(lines)):
        line = lines[at]
        begins = line.text[:60]
        field = _FIELD.match(begins) if ":" in begins else None
        if at > first and line.gap > (1 if fewest == _FEWEST_AT_TOP else 0):
            break
        if field is not None and field.lastgroup is not None:
            fields += 1
            spans.setdefault(field.lastgroup, Span(line.start + field.end(), line.end))
        elif not fields or not _runs_on(lines, at, spans):
            break
    else:
        at += 1
    is_mail = fields >= fewest and bool({"from", "to"} & set(spans))
    if fewest == _FEWEST_WITHIN:
        is_mail = is_mail and "from" in spans
    sender = spans.get("from")
    if not is_mail or (sender and _NO_SENDER.match(_words(lines, sender))):
        return None
    return Head(lines=at - first, first=first, subject=spans.get("subject"), sent=spans.get("sent"))


def _words(lines: Sequence[Line], span: Span) -> str:
    line = next(line for line in lines if line.start <= span.start <= line.end)
    return line.text[span.start - line.start :]


def _runs_on(lines: Sequence[Line], at: int, spans: dict[str, Span]) -> bool:
    """Return whether a line goes on with receivers, and a field of the head comes below."""
    if "to" not in spans or lines[at].gap or not re.search(r"[@;]", lines[at].text):
        return False
    below = lines[at + 1 : at + 1 + _MOST_RUNNING_ON]
    return any(_FIELD.match(line.text[:60]) for line in below)


def _attribution(lines: Sequence[Line], at: int) -> Head | None:
    """Return a line, or two, that says who wrote what is quoted below."""
    words, end = lines[at].text, lines[at].end
    for number in (1, 2):
        if number == 2:
            if at + 1 == len(lines) or lines[at + 1].gap:
                return None
            words, end = f"{words} {lines[at + 1].text}", lines[at + 1].end
        is_short = words.endswith(":") and len(words) <= _LONGEST_ATTRIBUTION
        if is_short and _ATTRIBUTION.fullmatch(words):
            return Head(lines=number, first=at, sent=Span(lines[at].start, end))
    return None


# What is new -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A mail's text parted into what its sender wrote and what was quoted below or above."""

    new: tuple[Span, ...]
    quoted: tuple[Span, ...]
    subject: Span | None = None
    """The subject of the first mail that is quoted, or of the mail itself where none is."""


def said(lines: Sequence[Line]) -> Said:
    """Return what of a mail is new.

    Whatever stands below a quoted head is quoted; above one only what bears a mark of quotation.
    """
    heads = heads_of(lines)
    own = heads[0] if heads and heads[0].first == 0 and heads[0].subject else None
    within = [head for head in heads if head is not own]
    begin = own.lines if own else 0
    cut = within[0].first if within else len(lines)
    is_new = [begin <= n < cut and not line.text.startswith(">") for n, line in enumerate(lines)]
    subjects = (head.subject for head in (*within, *heads) if head.subject is not None)
    return Said(
        new=tuple(_stretches(lines, is_new, True)),
        quoted=tuple(_stretches(lines[begin:], is_new[begin:], False)),
        subject=next(subjects, None),
    )


def _stretches(lines: Sequence[Line], is_new: Sequence[bool], wanted: bool) -> Iterator[Span]:
    """Yield as a span each the lines of one sort that follow each other."""
    for sort, group in groupby(zip(is_new, lines, strict=True), key=itemgetter(0)):
        if sort is wanted:
            held = [line for _, line in group]
            yield Span(held[0].start, held[-1].end)


# Subjects ----------------------------------------------------------------------------------------

_TAGS = re.compile(r"(?:(?:fwd?|re|sv|vs|tr|wg|aw|rv|rép|réf)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
"""What mail programs put before a subject, in five languages."""


def untagged(subject: str) -> str:
    """Return a subject without what mail programs put before it: "SV: Re: Nets" is "Nets"."""
    tags = _TAGS.match(subject)
    return subject[tags.end() :].strip() if tags else subject.strip()
