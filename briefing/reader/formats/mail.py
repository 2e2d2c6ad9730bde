"""Mail as it is saved (.eml): its text with quotes as text, its invitations as labelled lines."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime

from briefing.errors import Problem
from briefing.reader.formats.ics import Told, joint, told_of
from briefing.reader.formats.ics_lines import Block
from briefing.reader.formats.parts import DEEPEST, MOST_PARTS, UNREADABLE, Mail, Part
from briefing.reader.formats.quoted import laid_out
from briefing.reader.formats.text import kept
from briefing.reader.lines import Span
from briefing.reader.mail import untagged
from briefing.reader.reading import Attachment, Reading
from briefing.text import clean, squeeze

SUFFIXES = (".eml",)

STARTS: tuple[bytes, ...] = ()

MEDIA_TYPE = "message/rfc822"

_CHANGES = re.compile(
    r"(?:\W*(?:cancel(?:l?ed|lation|l?ing)|postponed?|postponement|rescheduled|moved|updated?|amended"
    r"|revised|corrected|correction|new (?:date|time|venue|place|room|link)|change of"
    r"|avlyst|utsatt|flyttet|endret|oppdatert|ny (?:dato|tid)|nytt (?:sted|rom)"
    r"|abgesagt|absage|verschoben|verlegt|aktualisiert|neuer (?:termin|ort|raum)"
    r"|annul(?:é|e|ation)\w*|report(?:é|ée)|déplacée?|mise à jour|nouvelle (?:date|heure|salle)"
    r"|cancelad[oa]|aplazad[oa]|pospuest[oa]|actualizad[oa]|nueva (?:fecha|hora|sala)))\b",
    re.IGNORECASE,
)
"""What a subject begins with that says of an event what the text below may not."""

_CALENDARS = frozenset({"text/calendar", "application/ics"})
_SIGNING = re.compile(r"application/(?:pgp|(?:x-)?pkcs7)-signature")
_HEAD_LINES = ("From", "Sent", "To", "Subject")
"""How the head of a forwarded mail is told, as `briefing.reader.mail` knows it."""


def read(raw: bytes, name: str) -> Reading:
    """Return the text of a mail and of those forwarded in it, and the files attached to it.

    The subject is the title; the Date header gives the day, as its own zone has it.
    """
    mail = Mail(raw)
    blocks = _Blocks(name)
    blocks.add_texts(mail.root)
    body = "\n\n".join(block.text for block in blocks.found)
    calendars = [_calendar(part, name, body) for part in _leaves(mail.root) if _is_calendar(part)]
    events = tuple(dict.fromkeys(block for told in calendars for block in told.blocks))
    whole = joint((*(events or _told_by_subject(mail.root, is_all=not body)), *blocks.found))
    outside = [] if whole.text else [Problem(name, None, "there is no text in the mail")]
    outside += _left_out(mail, name)
    problems = (*blocks.problems, *(each for told in calendars for each in told.problems))
    return Reading(
        text=whole.text,
        problems=tuple(dict.fromkeys((*problems, *outside))),
        anchors=whole.anchors,
        title=untagged(mail.root.header("subject")),
        dated=_day(mail.root),
        attachments=tuple(_attached(mail, name, has_text=bool(whole.text))),
        answers=_numbers(mail.root, "references", "in-reply-to"),
        number=next(iter(_numbers(mail.root, "message-id")), ""),
        # One event: all that the mail says is about it.
        events=(Span(0, len(whole.text)),) if len(whole.events) == 1 else whole.events,
    )


def _told_by_subject(mail: Part, *, is_all: bool) -> tuple[Block, ...]:
    """Return the subject as a line where it is all, or says what changes: "Cancelled: Nets"."""
    subject = untagged(mail.header("subject"))
    is_telling = _CHANGES.match(subject) or (is_all and subject)
    return (Block(text=f"Subject: {kept(subject)}"),) if is_telling else ()


def _calendar(part: Part, name: str, body: str) -> Told:
    told = told_of(part.content(name), name, body)
    if told.is_announced:
        return told
    return replace(told, blocks=tuple(replace(one, is_event=False) for one in told.blocks))


@dataclass(slots=True)
class _Blocks:
    """The blocks of a mail's text as they are found."""

    name: str
    found: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add_texts(self, part: Part) -> None:
        """Add what a part says as text; of alternatives the first that says anything."""
        if part.kind == "message/rfc822" and part.parts:
            self._add_forwarded(part.parts[0])
        elif part.kind == "multipart/alternative":
            self._add_first(part.parts)
        elif part.parts:
            for each in part.parts:
                self.add_texts(each)
        elif _is_text(part):
            self._add_text(part)

    def _add_forwarded(self, mail: Part) -> None:
        told = {"Sent": mail.header("date")}
        values = ((label, told.get(label, mail.header(label))) for label in _HEAD_LINES)
        head = "\n".join(f"{label}: {value}" for label, value in values if value)
        if head:
            # The blank line more tells the head from a text that begins with labels.
            self.found.append(Block(text=kept(head) + "\n"))
        self.add_texts(mail)

    def _add_first(self, parts: Sequence[Part]) -> None:
        before = len(self.found)
        for part in sorted(parts, key=lambda each: each.kind != "text/plain"):
            self.add_texts(part)
            if len(self.found) > before:
                return

    def _add_text(self, part: Part) -> None:
        words, problems = part.words(self.name)
        self.problems += problems
        is_page = part.kind == "text/html"
        block = self._page(words) if is_page else Block(text=_plain(part, words))
        if block.text.strip():
            self.found.append(block)

    def _page(self, words: str) -> Block:
        from briefing.reader.formats import html

        reading = html.read(words.encode("utf-8-sig", "replace"), self.name)
        self.problems += reading.problems
        return Block(text=reading.text, anchors=reading.anchors)


def _is_text(part: Part) -> bool:
    return part.kind in {"text/plain", "text/html"} and not part.is_attachment


def _is_calendar(part: Part) -> bool:
    return part.kind in _CALENDARS or part.file_name.casefold().endswith(".ics")


def _plain(part: Part, words: str) -> str:
    is_flowed = part.parameter("format").casefold() == "flowed"
    is_tight = part.parameter("delsp").casefold() == "yes"
    return laid_out(kept(words), is_flowed=is_flowed, is_tight=is_tight)


def _leaves(part: Part) -> Iterator[Part]:
    if not part.parts:
        yield part
    for each in part.parts:
        yield from _leaves(each)


# What stands outside the text --------------------------------------------------------------------


def _day(mail: Part) -> dt.date | None:
    try:
        return parsedate_to_datetime(mail.header("date")).date()
    except UNREADABLE:
        return None


def _left_out(mail: Mail, name: str) -> Iterator[Problem]:
    if mail.found > MOST_PARTS:
        message = f"the mail has {mail.found:,} parts; only the first {MOST_PARTS} were read"
        yield Problem(name, None, message)
    if mail.is_too_deep:
        message = f"mails stand within each other more than {DEEPEST} deep; the rest was not read"
        yield Problem(name, None, message)
    if mail.is_cut:
        yield Problem(name, None, "the mail is cut off; it is kept up to there")


def _numbers(mail: Part, *headers: str) -> tuple[str, ...]:
    found = (number for name in headers for number in _NUMBER.findall(mail.header(name)))
    return tuple(dict.fromkeys(found))


_NUMBER = re.compile(r"<[^<>\s]{3,250}>")


def _attached(mail: Mail, name: str, *, has_text: bool) -> Iterator[Attachment]:
    for part in _leaves(mail.root):
        if _is_text(part) or _is_calendar(part) or _SIGNING.fullmatch(part.kind):
            continue
        if part.is_container and part.encoding != "base64":
            continue
        if part.start < part.end and not (has_text and _is_picture_of_the_page(part)):
            called = squeeze(clean(part.file_name)) or f"a part without a name ({part.kind})"
            yield Attachment(name=called, raw=part.content(name))


def _is_picture_of_the_page(part: Part) -> bool:
    is_shown = bool(part.header("content-id")) and not part.is_attachment
    return is_shown and part.kind.startswith("image/")
