"""People announced as speaking, moderating or chairing, with role and affiliation."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.reader.candidate import Candidate
from briefing.reader.fields.bodies import looks_like_body
from briefing.reader.fields.names import Mention
from briefing.reader.fields.person_words import (
    ARTICLE,
    FURTHEST_SMALL_TITLE,
    HONORIFIC,
    LETTERS_BEHIND,
    NOT_IN_NAMES,
    OFFICE,
    PARTICLE,
    POST_NOMINAL,
    PRESIDES,
    ROLE,
    SMALL_TITLE,
    SPEAKS,
)
from briefing.reader.lines import Span

MODERATOR = "moderator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with what a page says of them."""

    name: str
    role: str = ""
    role_span: Span | None = None
    affiliation: str = ""
    affiliation_span: Span | None = None


_CAP = (
    rf"(?:(?!{LETTERS_BEHIND})(?:[^\W\d_a-z]\.(?:-?[^\W\d_a-z]\.)*|[dDO]['’][^\W\d_a-z]\w+"
    r"|[^\W\d_a-z][\w’']*+(?:[-‐‑][\w’']++){0,5}+"
    r"|(?:al|el|an|as|ar|ash|at|ad)[-‐‑][^\W\d_a-z]\w+))"
)
_NAME = re.compile(
    rf"(?P<honorific>(?:{HONORIFIC}|{ARTICLE}?(?P<office>{OFFICE})){{0,4}})"
    rf"(?P<name>{_CAP}(?:[ ](?:{PARTICLE}[ ]){{0,3}}{_CAP}){{1,4}})(?![\w])"
)
_MAY_BEGIN = re.compile(
    rf"[^\W\d_a-z]|d['’]|(?:al|el|an|as|ar|ash|at|ad)[-‐‑]|{ARTICLE}(?=[^\W\d_a-z])"
)
"""How a name or title begins that begins with no office in small letters."""
_AT = re.compile(
    r"[,;]?\s+(?:(?P<at>@\s?|(?:at|ved|chez|bei)\s+)|(?:of|i|en|von|de la|del)\s+)"
    r"(?:the\s+)?(?=[^\W\d_a-z])"
)
_JOIN = re.compile(
    r"(?:[,;]?\s+(?:and|og|y|e|et|und|&)\s+|[;\n]\s*(?:[-–•*▪]\s*)?(?:(?:and|og|y|et|und)\s+)?)$"
)
_BEHIND = re.compile(
    r"\s*(?:[,(;:\n|@]|–|-\s|—|$|\.(?:\s|$)|/|"
    r"\s(?:and|og|y|et|und|will|as|from|vil|er|has|is|who|to|at|on|about|ist|est|wird|skal)\s|"
    rf"\s(?:{PRESIDES}|{SPEAKS})(?!\w))"
)
_OF_WHERE = re.compile(r"\s(?:of|von|fra|ved|hos|i|del|de|du|til|om|über|sur|sobre|for)\s")
_NO_FIRST_NAME = re.compile(
    r"\w+(?:[ai]ble|[aei]l|ive|ous|ful|ic|ing|ed|ary|tion|ment|ity|ness|s)\b"
)
"""How words end that describe what they stand before, and few first names do."""
_GOES_ON_SMALL = re.compile(r"\s[a-zà-ÿ]")


def named(
    text: str, span: Span, known: Sequence[Mention], role: str = ""
) -> Iterator[Candidate[Person]]:
    """Yield the people of a list: "A, Director, X; B (Y) and C, Fellow at Z"."""
    items = list(_items(text, span))
    stops = (*(item.start for item in items[1:]), span.end)
    for item, stop in zip(items, stops, strict=False):
        yield _person(text, item, stop, known, role)


@dataclass(frozen=True, slots=True)
class _Item:
    """A name in a list, with the role that stands ahead of it."""

    name: re.Match[str]
    end: int
    """Behind "PhD" and the like."""
    ahead: Span | None

    @property
    def start(self) -> int:
        return self.ahead.start if self.ahead else self.name.start()


def _items(text: str, span: Span) -> Iterator[_Item]:
    words = span.words(text)
    by_semicolon, by_line = ";" in words.rstrip("; \n"), "\n" in words
    before, is_bare = -1, False
    for found, end in names_in(text, span):
        lead = text[max(span.start, found.start() - 8) : found.start()]
        ahead = role_before(text, span, found.start())
        is_next = lead.endswith(", ") and (not by_semicolon or bool(found["honorific"]))
        if (
            ahead
            or _begins_item(lead, found.start(), span, by_semicolon, by_line)
            or (
                bool(found["honorific"])
                and _OFFICE_AHEAD.fullmatch(text, span.start, found.start())
            )
            or (is_next and bool(found["honorific"]))
            or (is_next and is_bare)
            or (is_next and before >= 0 and _is_bracketed_body(text, end, span.end))
            or (is_next and before == found.start() - 2 and _is_bare_list(text, end, span.end))
        ):
            before = end
            is_bare = is_bare or _is_bare_to_the_end(text, end, span.end)
            yield _Item(found, end, ahead)


_OFFICE_AHEAD = re.compile(
    r"\W{0,3}(?:(?:the|our|former|then|outgoing|new|tidligere|ancien(?:ne)?|ehemalige[rn]?|el|la)\s)?"
    r"(?:[^\W\d_a-z][\w-]{1,24}\s){0,2}"
)
"""Words before a title: "Federal Councillor Mr", "Former Prime Minister"."""


def names_in(text: str, span: Span) -> Iterator[tuple[re.Match[str], int]]:
    """Yield whatever has the form of a name, and where it ends with "PhD" and the like."""
    at = span.start
    while (found := _next_name(text, at, span.end)) is not None:
        after = POST_NOMINAL.match(text, found.end(), span.end)
        end = after.end() if after else found.end()
        reach = min(span.end + 1, len(text))
        is_whole = not text[end : span.end].strip()
        is_whole = is_whole or _BEHIND.match(text, end, reach) is not None
        is_whole = is_whole or (
            _OF_WHERE.match(text, end, reach) is not None
            and not _NO_FIRST_NAME.match(found["name"])
        )
        is_whole = is_whole or (
            bool(found["honorific"]) and _GOES_ON_SMALL.match(text, end, reach) is not None
        )
        if is_whole and _is_name(found["name"], is_titled=bool(found["honorific"])):
            yield found, end
            at = end
        else:
            at = found.start() + max(1, len(found.group().split()[0]))


_BARE_TO_THE_END = re.compile(
    rf"(?:,\s(?:{HONORIFIC}){{0,2}}{_CAP}(?:[ ](?:{PARTICLE}[ ]){{0,3}}{_CAP}){{1,4}}){{2,12}}"
    r"[\s.|]*$"
)


def _next_name(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first words between two offsets that have the form of a name."""
    places = _names(text)
    for n in range(bisect_left(places, start), len(places)):
        if places[n] >= end:
            return None
        found = _NAME.match(text, places[n], end)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=4)
def _names(text: str) -> Sequence[int]:
    """Return where words of that form begin in a text, and those within longer ones."""
    places = {found.start() for found in _MAY_BEGIN.finditer(text)}
    for found in SMALL_TITLE.finditer(text):
        places.update(range(max(0, found.start() - FURTHEST_SMALL_TITLE), found.end()))
    return array("I", (at for at in sorted(places) if _NAME.match(text, at)))


_BARE_REST = re.compile(
    rf"(?:,\s{_CAP}(?:[ ](?:{PARTICLE}[ ]){{0,3}}{_CAP}){{1,4}}){{0,12}},?\s(?:and|og|y|et|und)\s"
    rf"(?:{HONORIFIC}){{0,2}}{_CAP}(?:[ ](?:{PARTICLE}[ ]){{0,3}}{_CAP}){{1,4}}(?!\w|\s?[,(])"
)


def _is_bare_list(text: str, end: int, stop: int) -> bool:
    """Return whether nothing but names follows, up to the last behind an "and"."""
    return _BARE_REST.match(text, end, stop) is not None


def _is_bare_to_the_end(text: str, end: int, stop: int) -> bool:
    """Return whether two names or more follow and nothing else, with commas alone between them."""
    if text[end : end + 1] != ",":
        return False
    whole = _BARE_TO_THE_END.match(text[end : min(stop, end + _LONGEST_BARE)])
    names = whole.group().strip(" ,.|").split(", ") if whole else ()
    return bool(names) and all(_is_name(name, is_titled=False) for name in names)


_LONGEST_BARE = 400
_IN_BRACKETS = re.compile(r"\s\((?P<body>[^()\n]{2,90})\)")


def _is_bracketed_body(text: str, end: int, stop: int) -> bool:
    body = _IN_BRACKETS.match(text, end, stop)
    return body is not None and looks_like_body(body["body"])


_ROLE_AHEAD = re.compile(
    r"(?:(?:^\s*|[,;]\s(?:and|og|y|et|und)\s|[;,]\s|\s(?:and|og|y|et|und|by|with)\s)"
    r"(?P<role>(?:the|our|its|their|former|den|el|la|le)\s[^,;]{3,90})|"
    r"\s(?:by|with|med|mit|avec|con|ved)\s(?P<small>(?-i:[a-zà-ÿ])[^,;]{3,90})),\s"
    rf"{HONORIFIC}{{0,2}}$",
    re.IGNORECASE,
)


def role_before(text: str, span: Span, name: int) -> Span | None:
    """Return the role that stands ahead of a name: "the Director of X, Anna Berg"."""
    low = max(span.start, name - 120)
    found = _ROLE_AHEAD.search(text[low:name])
    role = "role" if found and found["role"] else "small"
    if found is None or not ROLE.search(found[role]):
        return None
    return Span(low + found.start(role), low + found.end(role))


def _begins_item(lead: str, start: int, span: Span, by_semicolon: bool, by_line: bool) -> bool:
    if start - span.start <= 4:
        return True
    joined = _JOIN.search(lead)
    if joined is None:
        return lead.endswith("), ") and not by_semicolon
    if by_semicolon:
        return ";" in joined.group() or "\n" in joined.group()
    return "\n" in joined.group() if by_line else True


_ARTICLE_FIRST = re.compile(
    r"(?:Die|Der|Das|Den|Dem|Ein|Eine|The|Les|Los|Las|Une?|Det|It|Il|Elle|Es|Wir|Nous|Our)\s"
)
_ALSO_NAMES = re.compile(r"(?:Dean|Judge|Rector|Page|Marshal|Major)\s")
"""Offices that people are called by, too."""
_FAMILY = re.compile(r"(?:[a-z]{2,3}[-‐‑]|[do]['’])?[^\W\d_a-z]")


def _is_name(words: str, *, is_titled: bool) -> bool:
    if NOT_IN_NAMES.search(words) or looks_like_body(words):
        return False
    if words.startswith(("L'", "L’")) or (not is_titled and _ARTICLE_FIRST.match(words)):
        return False
    if not is_titled and ROLE.match(words) and not _ALSO_NAMES.match(words):
        return False
    parts = words.split()
    if not (parts[0][0].isupper() and _FAMILY.match(parts[-1])):
        return False
    return is_titled or not parts[0].isupper() or len(parts[0]) <= 2 or words.isupper()


def _person(
    text: str, item: _Item, stop: int, known: Sequence[Mention], role: str
) -> Candidate[Person]:
    name = item.name
    roles, affiliation = parted(text, _detail(text, item.end, stop), known)
    if item.ahead is not None:
        roles, affiliation = item.ahead, None
    elif roles is None and name["office"]:
        roles = Span(name.start("office"), name.start("office") + len(name["office"].rstrip()))
    return made(text, name, roles, affiliation, role)


def made(
    text: str, name: re.Match[str], roles: Span | None, body: Span | None, role: str = ""
) -> Candidate[Person]:
    """Return somebody as found, with the stretches that tell role and affiliation."""
    roles = None if role else roles
    person = Person(
        name=" ".join(name["name"].split()),
        role=role or (" ".join(roles.words(text).split()) if roles else ""),
        role_span=roles,
        affiliation=" ".join(body.words(text).split()) if body else "",
        affiliation_span=body,
    )
    return Candidate(
        value=person,
        start=name.start("name"),
        end=name.end("name"),
        rule="speaker.list",
        confidence=0.8,
    )


_DETAIL_END = re.compile(
    r"[;\n]|(?<!\b[A-Za-z])\.(?:\s|$)|\s–\s[\"“]|,?\s+(?:and|og|y|et|und)\s*$|,?\s+(?:who|will|"
    r"to discuss|about|followed by)\s"
)
_DETAIL_START = re.compile(r"\s*(?:[,(|–—-]|as\s|/|(?=@|(?:of|at|from)\s))?\s*")
_GOES_ON = re.compile(r"(?:who|whose|which|will|where|to|has|have|is|was|joins|and will)\s")
_LINK_AHEAD = re.compile(r"(?:@|(?:of|at|from)\s(?:the\s)?)")


def _detail(text: str, start: int, stop: int) -> Span:
    begins = _DETAIL_START.match(text, start, stop)
    first = begins.end() if begins else start
    link = _LINK_AHEAD.match(text, first, stop)
    is_nothing = begins is not None and not begins.group().strip() and link is None
    if is_nothing or _GOES_ON.match(text, first, stop):
        return Span(first, first)
    first = link.end() if link else first
    closing = _closing(text, first, stop) if "(" in text[start:first] else -1
    ends = _DETAIL_END.search(text, first, stop)
    last = closing if closing >= 0 else ends.start() if ends else stop
    words = text[first:last].rstrip(" ,;.(–-|")
    if words.count(")") > words.count("("):
        words = words.rstrip(" ,;.)(–-")
    return Span(first, first + len(words))


def _closing(text: str, start: int, stop: int) -> int:
    """Return where the bracket closes that was opened before; -1 if it does not."""
    depth = 1
    for sign in re.finditer(r"[()]", text[start:stop]):
        depth += 1 if sign.group() == "(" else -1
        if not depth:
            return start + sign.start()
    return -1


_BAR = re.compile(r"\s*\|\s*")


def parted(text: str, detail: Span, known: Sequence[Mention]) -> tuple[Span | None, Span | None]:
    """Return role and affiliation."""
    if detail.start >= detail.end:
        return None, None
    words = detail.words(text)
    bar = _BAR.search(words)
    if bar is not None:
        return Span(detail.start, detail.start + bar.start()), Span(
            detail.start + bar.end(), detail.end
        )
    cut = words.rfind(", ")
    at = list(_AT.finditer(text, detail.start, detail.end))
    at = [one for one in at if one["at"]] or at
    if cut < 0 and at and ROLE.search(text, detail.start, at[-1].start()):
        return Span(detail.start, at[-1].start()), Span(at[-1].end(), detail.end)
    if cut < 0:
        is_body = names_body(words, detail, known) and not ROLE.match(words)
        return (None, detail) if is_body or not ROLE.search(words) else (detail, None)
    before = words.rfind(", ", 0, cut)
    last = Span(detail.start + cut + 2, detail.end)
    if before >= 0 and not names_body(last.words(text), last, ()):
        body = Span(detail.start + before + 2, detail.start + cut)
        if looks_like_body(body.words(text)) and not ROLE.match(body.words(text)):
            cut, last = before, Span(body.start, detail.end)
    if ROLE.match(last.words(text)) and not names_body(last.words(text), last, known):
        return detail, None
    return Span(detail.start, detail.start + cut), last


def names_body(words: str, span: Span, known: Sequence[Mention]) -> bool:
    """Return whether words are an organisation by their form, or have a known name in them."""
    return looks_like_body(words) or any(span.start <= m.start and m.end <= span.end for m in known)


def leads_to_name(text: str, cue: int) -> bool:
    """Return whether a name stands right behind a cue."""
    name = _next_name(text, cue, min(len(text), cue + 60))
    return name is not None and name.start() - cue <= 8
