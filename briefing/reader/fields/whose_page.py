"""Whose page, letter or mail it is: who likely organises an event where nobody is said to."""

import re
from collections.abc import Iterator, Sequence

from briefing.model import Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields.bodies import looks_like_body
from briefing.reader.fields.person_words import ROLE
from briefing.reader.lines import Line, Span
from briefing.reader.vocabulary import CHROME, EVENT_NOUN, NAMES_EVENT, any_of

_LONGEST = 90
_MOST_ABOVE = 8
_FAR_DOWN = 14

_BYLINE = re.compile(
    r"(?:by|von|par|por|av|hosted by|organi[sz]ed by|organi[sz]er)\s?:?\s"
    r"(?P<name>(?-i:[^\W\d_a-z])[^\n|;:]{2,80})",
    re.IGNORECASE,
)


def byline(text: str, lines: Sequence[Line]) -> Candidate[str] | None:
    """Return the body of a line of its own below a title: "By Net Policy Lab"."""
    for line in lines[:_FAR_DOWN]:
        found = _BYLINE.fullmatch(text, line.start, line.end) if _is_short(line) else None
        if found is not None and _is_name(found["name"]):
            return Candidate(
                value=found["name"], start=found.start("name"), end=line.end,
                rule="organiser.byline", confidence=0.7,
            )  # fmt: skip
    return None


def _is_short(line: Line) -> bool:
    return len(line.text) <= _LONGEST


_NO_NAME = re.compile(
    rf"[\d?!:@]|[.](?:\s|$)|(?<!\w)(?:www|http|invit|press|{EVENT_NOUN}|programme?|agenda|"
    r"room|hall|salle|saal|sala|street|auditorium|building|conference|meeting|question)",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"(?<!\w)(?:e\.V|Inc|Ltd)\.?$")


def _is_name(words: str) -> bool:
    """Return whether words are an organisation's name and nothing else."""
    words = _HIDDEN.sub("", words).strip()
    if not words[:1].isupper() or _NO_NAME.search(words) or CHROME.fullmatch(words):
        return False
    return looks_like_body(words)


# Above the title ---------------------------------------------------------------------------------

_BETWEEN = re.compile(r"(?:and|et|und|og|y|e|&|\+|x|with|avec|mit|con|med)", re.IGNORECASE)
_LOGOS = re.compile(r"\s{2,}\|?\s*|\s\|\s|\s[·•x×&+]\s|\t+")
_MOST_LOGOS = 5
_RUNS_ON = re.compile(r"(?:for|für|pour|para|of|de|des|du|of the|og|und|et|y|i|til)\s")


def letterhead(text: str, lines: Sequence[Line], title: Span | None) -> Iterator[Candidate[str]]:
    """Yield the bodies that stand alone above a title, one to a line or as logos on one."""
    above = [x for x in lines[:_MOST_ABOVE] if title is None or x.start < title.start]
    found: list[Span] = []
    for number, line in enumerate(above):
        if _BETWEEN.fullmatch(line.text) or _GREETING.match(line.text):
            continue
        below = above[number + 1] if number + 1 < len(above) else None
        names = _over_two(text, line, below) or list(_logos(text, line))
        if not names and found:
            break
        found += names
    yield from (_owned(text, one, "the page is headed by") for one in found)


_GREETING = re.compile(
    r"(?:dear|hello|hi|greetings|liebe[rs]?|sehr geehrte[rs]?|chers?|chères?|madame|monsieur|"
    r"estimad[oa]s?|querid[oa]s?|kjære|hei|excellenc(?:y|ies))(?:\W|$)",
    re.IGNORECASE,
)
"""Whom a letter greets."""


def _logos(text: str, line: Line) -> Iterator[Span]:
    """Yield the names on a line, if there is nothing else on it."""
    parts: list[Span] = []
    at = line.start
    for bar in (*_LOGOS.finditer(text, line.start, line.end), None):
        end = bar.start() if bar else line.end
        if text[at:end].strip():
            parts.append(Span(at, end))
        at = bar.end() if bar else end
    words = [part.words(text) for part in parts]
    named = sum(map(_is_name, words))
    if len(parts) > _MOST_LOGOS or 2 * named < len(parts) or not named:
        return
    if all(_is_name(one) or _could_be_name(one) for one in words) and _is_short(line):
        yield from parts


def _could_be_name(words: str) -> bool:
    return words[0].isupper() and not _NO_NAME.search(words) and not CHROME.fullmatch(words)


def _over_two(text: str, line: Line, below: Line | None) -> list[Span]:
    """Return a name that runs over two lines: "Danube Society / for the Study of Nets"."""
    if below is None or below.gap or not _RUNS_ON.match(below.text) or line.text.isupper():
        return []
    whole = " ".join((line.text, below.text))
    return [Span(line.start, below.end)] if _is_name(whole) and len(whole) <= _LONGEST else []


# At the foot -------------------------------------------------------------------------------------

_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,2}(?:©\s{0,2})?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s)?"
    r"(?P<name>[^\W\d_][^\d\n©|.]{2,70}?)(?:,?\s\d{4}|[.|\n]|$)",
    re.IGNORECASE,
)


def owner(text: str) -> Candidate[str] | None:
    """Return whose page it is, by its copyright line: likely to organise what it announces."""
    found = _OWNER.search(text)
    if found is None:
        return None
    return _owned(text, Span(*found.span("name")), "the page belongs to", "organiser.owner")


_FAREWELL = re.compile(
    r"^[>\s]{0,4}(?:--|(?:(?:with )?(?:best|kind|warm|many)? ?(?:regards|wishes)|yours \w+|"
    r"sincerely|(?:med )?(?:vennlig|beste|mvh)? ?hilsen|cordialement|bien à vous|"
    r"(?:mit )?(?:freundlichen|besten|herzlichen) grüßen|(?:un )?(?:cordial )?saludos?|"
    r"atentamente)[\s,.!]{0,3})$",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNED_PART = re.compile(r"[^,|\n]+")
_SIGNATURE = 400
"""Code points below a farewell."""


def signer(text: str, span: Span) -> Candidate[str] | None:
    """Return the body in the signature of a letter or mail."""
    farewell = _FAREWELL.search(text, span.start, min(len(text), span.end + _SIGNATURE))
    if farewell is None:
        return None
    end = min(len(text), farewell.end() + _SIGNATURE)
    after_role, likely = False, None
    for part in _SIGNED_PART.finditer(text, farewell.end(), end):
        words = part.group().strip()
        if words and _FAREWELL.match(words) is None:
            start = part.start() + part.group().index(words)
            if _is_name(words) and not ROLE.match(words):
                likely = Span(start, start + len(words))
                break
            if likely is None and after_role and _could_be_name(words) and not ROLE.match(words):
                likely = Span(start, start + len(words))
            after_role = bool(ROLE.search(words)) and text[part.end() : part.end() + 1] in {
                ",",
                "|",
            }
    return None if likely is None else _owned(text, likely, "the letter is signed for")


_SENDER = re.compile(
    r"^[>\s]{0,6}(?:From|Fra|Von|De)\s?:\s*\"?(?P<name>[^<>\"@\n]{3,80}?)\"?\s*[<\[(]",
    re.MULTILINE | re.IGNORECASE,
)


def sender(text: str, before: int) -> Candidate[str] | None:
    """Return the body that sent the last mail whose head stands above an offset."""
    if "@" not in text:
        return None
    sent = list(_SENDER.finditer(text, 0, before))[-1:]
    span = Span(*sent[0].span("name")) if sent else None
    if span is None or not _is_name(span.words(text)):
        return None
    return _owned(text, span, "the mail was sent by")


_AT = re.compile(
    rf"{any_of('hos', 'chez', 'bei')} (?P<name>[^\W\d_a-z][\w’'-]{{5,40}})(?=[,.]|\s[a-z])"
)


def at_whom(text: str, sentences: Sequence[Span]) -> Candidate[str] | None:
    """Return at whose place it is said to be: "frokostmøte hos Nettrådet"."""
    for sentence in sentences:
        found = _AT.search(text, sentence.start, sentence.end)
        if found is not None and NAMES_EVENT.search(text, sentence.start, found.start()):
            return _owned(text, Span(*found.span("name")), "it is held at")
    return None


def _owned(text: str, span: Span, why: str, rule: str = "organiser.head") -> Candidate[str]:
    name = " ".join(span.words(text).split())
    words = f"Nobody is said to organise it; {why} {name}."
    return Candidate(
        value=name, start=span.start, end=span.end, rule=rule, confidence=0.4,
        doubts=(Doubt(kind=DoubtKind.UNSURE, words=words),),
    )  # fmt: skip
