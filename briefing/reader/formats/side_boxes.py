"""Which side columns of a page belong to what it announces: boxes of facts, not lists of others."""

import re

from briefing.reader.vocabulary import any_of
from briefing.text import fold

LONGEST = 700
"""Letters that a box of facts has at most."""

_MONTHS = (
    "jan(?:uary|uar|vier|uari)?|feb(?:ruary|ruar)?|fevrier|mar(?:ch|s)?|marz|marzo|apr(?:il)?|avril|"
    "abril|may|mai|mayo|june?|juni|juin|junio|july?|juli|juillet|julio|aug(?:ust)?|aout|agosto|"
    "sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|"
    "de[csz](?:ember|embre|iembre)?|enero|febrero"
)
_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|\.)?(?: de)? (?:{_MONTHS})\b"
    rf"|\b(?:{_MONTHS})\.? \d{{1,2}}\b|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}\b"
)
_FACT = re.compile(
    any_of(
        "dates?", "when", "where", "venue", "location", "time", "register", "registration", "rsvp",
        "organi[sz]ers?", "contact", "format", "deadline", "speakers?",
        "dato", "tid", "sted", "pamelding", "arrangor", "quand", "lieu", "inscription", "horaire",
        "datum", "wann", "wo", "ort", "uhrzeit", "anmeldung", "veranstalter", "fecha", "lugar",
        "hora", "inscripcion", "organiza",
    )
)  # fmt: skip
_OTHERS = re.compile(
    any_of(
        "related", "upcoming", "other events", "more events", "past events", "all events", "latest",
        "recent", "popular", "news", "newsletter", "subscribe", "cookies?",
        "you may also", "see also", "archive", "advertisement", "tags?", "categories",
        "relaterte", "kommende", "siste", "nyheter", "a venir", "actualites",
        "derniers", "verwandte", "weitere veranstaltungen", "aktuelles",
        "proximos", "relacionados", "noticias", "mas eventos",
    )
)  # fmt: skip


def is_part(words: str) -> bool:
    """Return whether a side column tells facts of what the page itself announces."""
    said = fold(words)
    if len(words) > LONGEST or _OTHERS.search(said):
        return False
    return bool(_FACT.search(said)) and len(set(_DAY.findall(said))) <= _MOST_DAYS


_MOST_DAYS = 3
"""A beginning, an end and a deadline."""


def names_days(words: str) -> bool:
    """Return whether a side column may announce something of its own."""
    return _DAY.search(fold(words[:_LOOKED_AT])) is not None


_LOOKED_AT = 20_000
