"""Addresses on a page, and words such as "here" that an address was lost behind."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing.model import Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.lines import Span
from briefing.reader.reading import Anchor
from briefing.reader.vocabulary import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address with the words that lead to it."""

    address: str
    """Empty where the page lost it."""
    words: str


def addresses(
    text: str, span: Span, anchors: Sequence[Anchor] = ()
) -> Iterator[Candidate[Address]]:
    """Yield the addresses in a span, and "register here" without one as a doubt.

    The anchors are the whole text's, in order.
    """
    anchored = [*_anchored(text, span, anchors)]
    anchored += _outside(anchored, _markdown(text, span))
    printed = _outside(anchored, _printed(text, span))
    found = sorted((*anchored, *printed), key=lambda one: one.start)
    yield from sorted((*found, *_lost(text, span, found)), key=lambda one: one.start)


def _anchored(text: str, span: Span, anchors: Sequence[Anchor]) -> Iterator[Candidate[Address]]:
    first = bisect_left(anchors, span.start, key=lambda anchor: anchor.start)
    last = bisect_left(anchors, span.end, key=lambda anchor: anchor.start)
    for anchor in (anchors[number] for number in range(first, last)):
        words = " ".join(text[anchor.start : anchor.end].split())
        yield _found(anchor.address, words, Span(anchor.start, anchor.end), "link.anchor", 1.0)


_MARKDOWN = re.compile(r"\[([^\[\]\n]{1,120})\]\(((?:https?://|mailto:)[^\s()]{3,500})\)")


def _markdown(text: str, span: Span) -> Iterator[Candidate[Address]]:
    for found in _MARKDOWN.finditer(text, span.start, span.end):
        yield _found(found[2], found[1], Span(*found.span()), "link.markdown")


_TOP = (
    "org|int|net|com|edu|gov|info|eu|un|ch|no|de|fr|es|uk|us|at|be|nl|se|dk|fi|it|pt|pl|cz|ee|lv|"
    "lt|ie|lu|gr|mx|ar|cl|br|ca|au|nz|za|ke|in|sg|jp|io|me|ly|gle|co|ngo|events|online|link|page|"
    "app|live|global|africa"
)
"""Endings of addresses that are printed without "https://"; others would be words or numbers."""
_ADDRESS = re.compile(
    r"(?P<web>(?:https?://|(?<![\w.@/-])www\.)[^\s<>\"“”()|]{3,500})"
    rf"|(?P<bare>(?<![\w.@/-])(?:[a-z0-9-]{{2,63}}\.){{1,4}}(?:{_TOP})/[^\s<>\"“”()|]{{1,300}})"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})",
    re.IGNORECASE,
)
_SIGN_OF_ONE = re.compile(r"://|[wW]{3}\.|@|\.[^\W\d_]{2,6}/")
"""What no address is without."""
_TRAILING = ".,;:!?'’»]*_"


def _printed(text: str, span: Span) -> Iterator[Candidate[Address]]:
    """Yield what is printed as an address; with words before it where it stands in brackets."""
    if not _SIGN_OF_ONE.search(text, span.start, span.end):
        return
    for found in _ADDRESS.finditer(text, span.start, span.end):
        address = found.group().rstrip(_TRAILING)
        end = found.start() + len(address)
        words = _WORDS_BEFORE.search(
            text, max(span.start, found.start() - _FARTHEST), found.start()
        )
        if words is not None and _CLOSING.get(words["open"]) == text[end : end + 1]:
            place = Span(words.start("words"), end)
            yield _found(address, words["words"], place, "link.beside")
        else:
            yield _found(address, "", Span(found.start(), end), f"link.{found.lastgroup}")


_FARTHEST = 60
_WORDS_BEFORE = re.compile(
    r"(?<!\w)(?P<words>\w[^\n.;:,!?()<>|]{1,50}?) ?(?P<open>[(<])(?:URL:|mailto:)?$"
)
"""The words that "register here <address>" leads from: no more than the part of a sentence."""
_CLOSING = {"(": ")", "<": ">"}

_HERE = {
    "en": (
        r"(?:register|sign up|signing up|rsvp|apply|registering|enrol|book|read|join|click|"
        r"available|found|watch|submit|registration|details|information|programme|agenda) here",
        r"(?:at|via|through|using|follow|following|on) (?:this|the following) link",
        r"here to (?:register|sign up|rsvp|apply|join|watch|enrol|submit)",
        r"(?:via|through|using|in|fill in) (?:this|the) (?:online |registration )?form",
    ),
    "no": (
        r"(?:meld deg på|påmelding|registrer deg|klikk|trykk|les mer|program(?:met)?) her",
        r"(?:via|på|følg) denne (?:lenk|link)en",
    ),
    "fr": (
        r"(?:inscrivez-vous|s['’]inscrire|inscription|cliquez|cliquer|disponible) ici",
        r"(?:via|par|suivant|sur) (?:ce|le) lien(?: suivant)?",
    ),
    "de": (
        r"hier (?:anmelden|registrieren|klicken)", r"(?:klicken|melden) sie (?:sich )?hier(?: an)?",
        r"anmeldung hier", r"(?:über|unter|via) (?:diesen|diesem|folgenden|folgendem) link",
    ),
    "es": (
        r"(?:inscríbase|regístrese|inscríbete|regístrate|inscripción|registro|haga clic|"
        r"disponible|por) aquí",
        r"(?:en|mediante|a través de|por) (?:este|el siguiente) (?:enlace|vínculo)",
    ),
}  # fmt: skip
"""How a page tells of an address behind its words, by language."""
_LEADS = Cue(any_of(*(one for words in _HERE.values() for one in words)))
_REACH = 60
"""Code points between "register here" and the address that it means."""


def _lost(
    text: str, span: Span, found: Sequence[Candidate[Address]]
) -> Iterator[Candidate[Address]]:
    """Yield "register here" where it stands neither on an address nor close before one."""
    starts = [one.start for one in found]
    ends = list(accumulate((one.end for one in found), max))
    for here in _LEADS.finditer(text, span.start, span.end):
        begun = bisect_right(starts, here.end() + _REACH)
        if begun and (ends[begun - 1] > here.start()):
            continue
        words = " ".join(here.group().split())
        doubt = Doubt(
            kind=DoubtKind.LINK_MISSING,
            words=f"“{words}” had an address on the page that the text lost.",
        )
        place = Span(*here.span())
        yield _found("", words, place, "link.lost", 0.9, doubts=(doubt,))


def _outside(
    taken: Sequence[Candidate[Address]], others: Iterable[Candidate[Address]]
) -> Iterator[Candidate[Address]]:
    """Yield those whose address is within none of those that were taken before."""
    before = sorted(taken, key=lambda one: one.start)
    starts = [one.start for one in before]
    ends = list(accumulate((one.end for one in before), max))
    for one in others:
        begun = bisect_left(starts, one.end)
        if not begun or ends[begun - 1] <= one.start:
            yield one


def _found(
    address: str,
    words: str,
    place: Span,
    rule: str,
    confidence: float = 0.95,
    doubts: tuple[Doubt, ...] = (),
) -> Candidate[Address]:
    return Candidate(
        value=Address(address=address, words=" ".join(words.split()) or address),
        start=place.start,
        end=place.end,
        rule=rule,
        confidence=confidence,
        doubts=doubts,
    )
