"""Addresses on a page, and words such as "here" that an address was lost behind."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.lines import Span
from briefing.reader.reading import Anchor
from briefing.reader.vocabulary import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address with the words that lead to it."""

    address: str
    """Empty where the page lost it."""
    words: str


_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"“”()]{3,500}")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_MARKDOWN = re.compile(r"\[([^\[\]\n]{1,120})\]\(((?:https?://|mailto:)[^\s()]{3,500})\)")
_DEAD = re.compile(
    any_of(
        r"(?:please )?(?:register|sign up|rsvp|apply|registering|read|join|click|available|"
        r"found|watch) here",
        r"(?:at|via|through|using|follow) (?:this|the following) link",
        r"click here", r"(?:via|through) this form", r"fill in the form", r"por aquí",
        r"(?:inscríbase|regístrese) aquí", r"meld deg på her", r"påmelding her",
        r"inscrivez-vous ici", r"hier anmelden",
    ),
    re.IGNORECASE,
)  # fmt: skip
_REACH = 60
"""Code points between "register here" and the address that it means."""


def addresses(
    text: str, span: Span, anchors: Sequence[Anchor] = ()
) -> Iterator[Candidate[Address]]:
    """Yield the addresses in a span, and "register here" without one as a doubt.

    The anchors are the whole text's, in order.
    """
    taken = list(_anchored(text, span, anchors))
    taken += [
        _found(found[2], found[1], found, "link.markdown")
        for found in _MARKDOWN.finditer(text, span.start, span.end)
    ]
    for pattern, rule in ((_WEB, "link.web"), (_MAIL, "link.mail")):
        for found in pattern.finditer(text, span.start, span.end):
            if not any(one.start <= found.start() < one.end for one in taken):
                taken.append(_found(found.group().rstrip(".,;:!?"), "", found, rule))
    for found in _DEAD.finditer(text, span.start, span.end):
        if not any(_is_meant(one, found) for one in taken):
            taken.append(_lost(found))
    yield from sorted(taken, key=lambda one: one.start)


def _anchored(text: str, span: Span, anchors: Sequence[Anchor]) -> Iterator[Candidate[Address]]:
    first = bisect_left(anchors, span.start, key=lambda anchor: anchor.start)
    last = bisect_left(anchors, span.end, key=lambda anchor: anchor.start)
    for anchor in (anchors[number] for number in range(first, last)):
        words = " ".join(text[anchor.start : anchor.end].split())
        yield Candidate(
            value=Address(address=anchor.address, words=words or anchor.address),
            start=anchor.start,
            end=anchor.end,
            rule="link.anchor",
            confidence=1.0,
        )


def _is_meant(one: Candidate[Address], here: re.Match[str]) -> bool:
    """Whether "register here" stands on an address, or close before it."""
    overlaps = one.start < here.end() and here.start() < one.end
    return overlaps or 0 <= one.start - here.end() <= _REACH


def _found(address: str, words: str, match: re.Match[str], rule: str) -> Candidate[Address]:
    end = match.end() if words else match.start() + len(address)
    return Candidate(
        value=Address(address=address, words=words or address), start=match.start(), end=end,
        rule=rule,
        confidence=0.95,
    )  # fmt: skip


def _lost(match: re.Match[str]) -> Candidate[Address]:
    words = " ".join(match.group().split())
    doubt = Doubt(
        kind=DoubtKind.LINK_MISSING,
        words=f"“{words}” had an address on the page that the text lost.",
    )
    return Candidate(
        value=Address(address="", words=words), start=match.start(), end=match.end(),
        rule="link.lost",
        confidence=0.9, doubts=(doubt,),
    )  # fmt: skip
