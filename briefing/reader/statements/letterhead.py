"""Whose paper a statement is on: a state or body that stands at its top, known or not."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefing.reader.cues import Cue
from briefing.reader.fields import bodies
from briefing.reader.fields.names import Mention
from briefing.reader.lines import Span
from briefing.reader.statements.verdict import Statement
from briefing.reader.vocabulary import EVENT_NOUN, any_of

_REALM = any_of(
    r"(?:the )?(?:\w+ ){0,2}(?:republic|kingdom|federation|principality|sultanate|commonwealth|"
    r"grand duchy|emirate|confederation|federated states|state) of",
    r"(?:la |le )?(?:république|royaume|principauté|fédération|grand-duché)(?: \w+){0,2}"
    r" (?:de |du |des |d['’])",
    r"(?:la |el )?(?:república|reino|principado|federación|estado)(?: \w+){0,2} (?:de|del)",
    r"(?:die |das )?(?:\w+ )?(?:republik|königreich|fürstentum|großherzogtum)",
    r"(?:kongeriket|republikken|fyrstedømmet)",
)
STATE = re.compile(
    rf"{_REALM}\s?(?:the |la |los |las |les |l['’])?(?P<name>[^,;:.\n]{{3,60}})", re.IGNORECASE
)
"""A state by the form of its name: "the Republic of Norland"."""

_OFFICE = re.compile(
    r"(?:the )?(?:permanent (?:mission|delegation|representation)|mission permanente|"
    r"misión permanente|ständige vertretung|faste? delegasjon|délégation permanente|"
    r"delegación permanente|ministry|ministère|ministerio|bundesministerium|utenriksdepartement|"
    r"embassy|ambassade|embajada|botschaft)\b",
    re.IGNORECASE,
)
"""What a line begins with that stands below the name of a state."""
OFFICE_OF = re.compile(
    r"(?:the )?(?:(?:permanent |deputy )?(?:mission|delegation|representation|observer mission)|"
    r"(?:mission|délégation|représentation) permanente|(?:misión|delegación|representación) "
    r"permanente|délégation|delegación|ständige vertretung|faste? (?:delegasjon|misjon)|"
    r"government|gouvernement|gobierno|regierung|regjering|embassy|ambassade|embajada|botschaft|"
    r"(?:ministry|ministère|ministerio|bundesministerium|departement)(?: \w+){1,5}?)"
    r" (?:of|de|du|des|del|der|des|von|av|d['’])\s?"
    r"(?:the |la |les |los |las |l['’])?(?:(?:Kingdom|Republic|State|Principality|Commonwealth|"
    r"Royaume|République|Principauté|República|Reino|Principado|Kongeriket|Republik) "
    r"(?:of|de la|de|du|del|d['’]|av) ?)?(?:the |la |l['’])?(?=[^\W\d_])",
    re.IGNORECASE,
)
"""The office of a state, before its name: "Permanent Mission of"."""

_OCCASION = Cue(
    rf"{EVENT_NOUN}|(?<!\w)(?:committee|session|agenda|assembl|council|united nations|"
    r"nations unies|naciones unidas|vereinte nationen|comité|comisión|commission|debate|débat|item|"
    r"point|punto|review|programme|process|check|open-ended|groupe de travail|grupo de trabajo|"
    r"statement|déclaration|declaración|intervention|intervención|blog|subject|asunto|objet|betreff|page|"
    r"press|www|follow|share|home|print|download|translation|english|français|español)",
)
"""What is said of where a statement was given, or belongs to the page."""
_NAME_LINE = re.compile(
    r"(?:the |la |le |les |el |los |las |die |der |das )?[^\W\d_a-zß-öø-ÿ][\w'’&.-]*"
    r"(?: (?:[^\W\d_a-zß-öø-ÿ][\w'’&.-]*|of|for|and|the|on|in|de|del|la|las|los|el|y|e|des|du|et|"
    r"les|für|und|der|og|i|à|d['’]\w+|l['’]\w+)){0,8}(?: \([A-Z][\w+-]{1,14}\))?"
)


def whose(text: str, statement: Statement) -> Span | None:
    """Return the state whose paper it is: by the form of its name, or by its mission below."""
    told = list(rows(text, statement.head))
    for row, following in zip_longest(told, told[1:]):
        words = row.words(text)
        below = following.words(text) if following else ""
        is_state = STATE.fullmatch(words) is not None
        is_below = _OFFICE.match(below) and not OFFICE_OF.match(below)
        if is_state or (is_below and is_name(words)):
            return row
    return None


def above_title(text: str, statement: Statement, known: Sequence[Mention]) -> Span | None:
    """Return the name right above the title, where the speech takes it up again."""
    if statement.title is None:
        return None
    above = [row for row in rows(text, statement.head) if row.end <= statement.title.start]
    if not above or not is_name(above[-1].words(text)):
        return None
    row = above[-1]
    is_forum = any(m.forum and row.start <= m.start and m.end <= row.end for m in known)
    return (
        None
        if is_forum or not _is_taken_up(text, row, statement)
        else without_short_form(text, row)
    )


def rows(text: str, head: Span) -> Iterator[Span]:
    """Yield the lines of a head that have something on them."""
    at = head.start
    for row in text[head.start : head.end].split("\n"):
        words = row.strip()
        start = at + len(row) - len(row.lstrip())
        if words:
            yield Span(start, start + len(words))
        at += len(row) + 1


def is_name(words: str) -> bool:
    """Return whether a line is a name and nothing else, and not that of an occasion."""
    return _NAME_LINE.fullmatch(words) is not None and _OCCASION.search(words) is None


def may_be_name(words: str) -> bool:
    """Return whether a line could be a name, small words and all: "Réseau Mailles libres"."""
    return _MAY_BE_NAME.fullmatch(words) is not None and _OCCASION.search(words) is None


_MAY_BE_NAME = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w'’&.-]+(?: [^\W\d_][\w'’&.-]*){1,7}|[^\W\d_a-zß-öø-ÿ][\w'’&.-]{3,}"
)


def _is_taken_up(text: str, row: Span, statement: Statement) -> bool:
    said = row.words(text)
    if bodies.looks_like_body(said):
        return True
    names = [word for word in re.findall(r"[^\W\d_]{4,}", said) if word[0].isupper()]
    end = min(statement.body[-1].end, statement.head.end + _LOOKED_AT) if statement.body else 0
    body = text[statement.head.end : end]
    return any(
        re.search(rf"\b(?:{re.escape(name.title())}|{re.escape(name.upper())})\b", body)
        for name in names
    )


_LOOKED_AT = 20_000


def without_short_form(text: str, row: Span) -> Span:
    """Return a name without its short form in brackets."""
    at = text.find(" (", row.start, row.end)
    return Span(row.start, at if at >= 0 else row.end)
