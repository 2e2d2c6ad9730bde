"""What a mail says itself, and the mails that it answers or passes on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.reader.lines import Line, Span, lines_of
from briefing.reader.mail import head_of

_QUOTES = re.compile(
    r">|[-_=*]{5,}|-{2,} ?\w.{0,60}\w ?-{2,}$|begin forwarded message", re.IGNORECASE
)
_SAYS_WHO = re.compile(r".{0,200}(?:wrote|skrev|a écrit|schrieb|escribió)\s?:$", re.IGNORECASE)
_HEAD_LINES = 6
_LONGEST = 20_000
"""Code points of either part that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A text in two."""

    own: tuple[Line, ...]
    quoted: Span
    """The beginning of another mail below it; empty where there is none."""
    subject: Span | None


@lru_cache(maxsize=2)
def parted(text: str) -> Parts:
    """Return a text with what its writer says apart from the mails below.

    What stands below quoted lines is the writer's too: "> ... > ... Now on Thursday."
    """
    lines = lines_of(text[:_LONGEST])
    head = head_of(lines)
    is_bare = head is None and len(lines) > 1
    called = _SUBJECT.match(lines[0].text) if is_bare else None
    first = head.lines if head else int(called is not None)
    cut = next((n for n in range(first, len(lines)) if _begins_another(lines, n)), len(lines))
    below = _below_quote(lines, cut)
    start = lines[cut].start if cut < len(lines) else len(text)
    end = lines[below].start if below < len(lines) else len(text)
    return Parts(
        own=(*lines[first:cut], *lines[below:]),
        quoted=Span(start, min(end, start + _LONGEST)),
        subject=head.subject if head else _subject(lines, called),
    )


_SUBJECT = re.compile(r"(?:subject|emne|objet|betreff|asunto)\s?:\s+(?=\S)", re.IGNORECASE)


def _subject(lines: Sequence[Line], called: re.Match[str] | None) -> Span | None:
    """Return what a text is about by its first line, of a mail that is kept without its head."""
    return None if called is None else Span(lines[0].start + called.end(), lines[0].end)


def _below_quote(lines: tuple[Line, ...], cut: int) -> int:
    """Return where the writer goes on below quoted lines, if at all."""
    quoted = next((n for n in range(cut, len(lines)) if lines[n].text.startswith(">")), len(lines))
    if quoted - cut > 1:
        return len(lines)
    rest = (n for n in range(quoted, len(lines)) if not lines[n].text.startswith(">"))
    below = next(rest, len(lines))
    is_own = not any(_begins_another(lines, n) for n in range(below, len(lines)))
    return below if is_own else len(lines)


def _begins_another(lines: tuple[Line, ...], at: int) -> bool:
    text = lines[at].text
    if _QUOTES.match(text) or (text.endswith(":") and _SAYS_WHO.match(text)):
        return True
    return ":" in text[:30] and head_of(lines[at : at + _HEAD_LINES]) is not None
