"""Mail as it is saved (.eml): its text with quotes as text, its invitations as labelled lines."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime

from briefing.errors import Problem
from briefing.reader.formats.invitation import labelled_lines, left_out
from briefing.reader.formats.parts import DEEPEST, MOST_PARTS, UNREADABLE, Mail, Part
from briefing.reader.formats.quoted import laid_out
from briefing.reader.formats.text import kept
from briefing.reader.reading import Anchor, Reading

SUFFIXES = (".eml",)

STARTS: tuple[bytes, ...] = ()

MEDIA_TYPE = "message/rfc822"

_FORWARDS = re.compile(r"(?:(?:fwd?|re|sv|vs|tr|wg|aw|rv|réf)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
"""What mail programs put before a subject, in five languages."""

_CALENDARS = frozenset({"text/calendar", "application/ics"})
_SIGNING = re.compile(r"application/(?:pgp|(?:x-)?pkcs7)-signature")
_HEAD_LINES = ("From", "Sent", "To", "Subject")
"""How the head of a forwarded mail is told, as `briefing.reader.mail` knows it."""


def read(raw: bytes, name: str) -> Reading:
    """Return the text of a mail and of those forwarded in it; attachments are only told of.

    The subject is the title; the Date header gives the day, as its own zone has it.
    """
    mail = Mail(raw)
    blocks = _Blocks(name)
    blocks.add_texts(mail.root)
    body = "\n\n".join(block.text for block in blocks.found)
    calendars = [part for part in _leaves(mail.root) if _is_calendar(part)]
    blocks.add_calendars(calendars, body)
    text, anchors = _together(blocks.found)
    outside = (*_left_out(mail, name), *_attached(mail, name, bool(text)))
    return Reading(
        text=text,
        problems=tuple(dict.fromkeys((*blocks.problems, *outside))),
        anchors=anchors,
        title=_subject(mail.root),
        dated=_day(mail.root),
    )


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    """Kept text."""
    anchors: tuple[Anchor, ...] = ()


@dataclass(slots=True)
class _Blocks:
    """The blocks of a mail's text as they are found."""

    name: str
    found: list[_Block] = field(default_factory=list)
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
            self.found.append(_Block(kept(head) + "\n"))
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
        block = self._page(words) if part.kind == "text/html" else _Block(_plain(part, words))
        if block.text.strip():
            self.found.append(block)

    def _page(self, words: str) -> _Block:
        from briefing.reader.formats import html

        reading = html.read(words.encode("utf-8-sig", "replace"), self.name)
        self.problems += reading.problems
        return _Block(reading.text, reading.anchors)

    def add_calendars(self, parts: Sequence[Part], body: str) -> None:
        """Add the lines of the invitations that the mail's text does not hold."""
        told: dict[str, None] = {}
        for part in parts:
            words, problems = part.words(self.name)
            self.problems += problems
            told.update(dict.fromkeys(labelled_lines(words, body)))
            self.problems += (Problem(self.name, None, each) for each in left_out(words))
        self.found += [_Block(kept(lines)) for lines in told]


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


def _together(blocks: Sequence[_Block]) -> tuple[str, tuple[Anchor, ...]]:
    """Return blocks with a blank line between them, and what leads somewhere moved along."""
    anchors: list[Anchor] = []
    start = 0
    for block in blocks:
        anchors += (
            replace(each, start=each.start + start, end=each.end + start) for each in block.anchors
        )
        start += len(block.text) + 2
    return "\n\n".join(block.text for block in blocks), tuple(anchors)


# What stands outside the text --------------------------------------------------------------------


def _subject(mail: Part) -> str:
    return _FORWARDS.sub("", mail.header("subject"), count=1).strip()


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


def _attached(mail: Mail, name: str, has_text: bool) -> Iterator[Problem]:
    if not has_text:
        yield Problem(name, None, "there is no text in the mail")
    names = [
        part.file_name or f"a part without a name ({part.kind})"
        for part in _leaves(mail.root)
        if not (_is_text(part) or _is_calendar(part) or _SIGNING.fullmatch(part.kind))
        and not (part.is_container and part.encoding != "base64")
        and not (has_text and _is_picture_of_the_page(part))
        and part.start < part.end
    ]
    if names:
        yield Problem(name, None, f"attached and not read: {', '.join(names)}")


def _is_picture_of_the_page(part: Part) -> bool:
    is_shown = bool(part.header("content-id")) and not part.is_attachment
    return is_shown and part.kind.startswith("image/")
