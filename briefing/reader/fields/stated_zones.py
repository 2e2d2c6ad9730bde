"""Zones that are told once for all times of a page: "All times are in CEST", "Uhrzeit (MEZ)"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefing.reader.candidate import Candidate
from briefing.reader.fields import zone_words
from briefing.reader.fields.spelled import grouped


def find(text: str, start: int = 0, end: int | None = None) -> Candidate[str] | None:
    """Return the first zone words between two offsets that hold for all times there."""
    return next(iter(_found(text, start, len(text) if end is None else end)), None)


@lru_cache(maxsize=2)
def everywhere(text: str) -> tuple[Candidate[str], ...]:
    """Return the zone words of a whole text that hold for several times, in order."""
    return tuple(_found(text, 0, len(text)))


def _found(text: str, start: int, end: int) -> Iterator[Candidate[str]]:
    if not _MAY.search(text, start, end):
        return
    for match in _stated().finditer(text, start, end):
        zone = "zone" if match["zone"] else "alone"
        words = _short(zone_words.tidy(match[zone]))
        if words:
            at = text.index(words, match.start(zone))
            yield Candidate(
                value=words, start=at, end=at + len(words), rule="zone.stated", confidence=0.9
            )


_NAMED_TWICE = re.compile(r"[^()]+\((?P<short>[^()]+)\)")


def _short(words: str) -> str:
    """Return the letters of a zone alone where its name stands before them: "... Time (CEST)"."""
    found = _NAMED_TWICE.fullmatch(words)
    if found is None:
        return words
    named, *others = zone_words.parse(words)
    is_same = [one.abbreviation for one in others] == [named.abbreviation] != [""]
    return found["short"] if is_same else words


_LABELS = (
    r"time ?zone(?: (?:for|of) [\w ]{2,20})?", "tidssone", "zona horaria", "huso horario",
    "fuseau horaire", "zeitzone",
)  # fmt: skip
_TIMES = (
    "times?", "timings?", "hours", "all sessions", "all meetings", "sessions run", "schedule",
    "programme", "program", "agenda", "timetable", "horarios?", "horaires?", "tider", "tidspunkter",
    "klokkeslett", "heures?", "horas?", "zeiten", "zeitangaben", "uhrzeit(?:en)?", "zeit",
)  # fmt: skip
_FILL = (
    "listed", "given", "shown", "stated", "indicated", "displayed", "expressed", "below", "here",
    "mentioned", "quoted", "noted", "above", "are", "is", "er", "sont", "son", "sind", "all", "in",
    "on", "i", "en", "à", "al", "local", "the", "to", "oppgitt", "angitt", "indiquée?s?",
    "exprimée?s?", "donnée?s?", "angegeben", "gelten", "expresad[oa]s?", "indicad[oa]s?", "de",
    "this programme", "this agenda", "this schedule", "run", "as", "según", "selon", "nach",
    "etter", "refer", "correspond(?:en|ent)?", "a la", "la", "le", "l['’]",
)  # fmt: skip
_MOST_FILL = 7
_KEY = (
    r"(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)"
    r"(?:/[A-Z][A-Za-z_-]{2,20}){1,2}"
)
_MAY = re.compile(rf"(?i:{grouped((*_LABELS, *_TIMES))})|{_KEY}")


@cache
def _stated() -> re.Pattern[str]:
    zones = zone_words.pattern()
    return re.compile(
        rf"(?:(?<!\w)(?i:{grouped(_LABELS)})[^\S\n]?:"
        rf"|(?<!\w)(?i:{grouped(_TIMES)})(?!\w)"
        rf"(?:[^\S\n](?:(?i:{grouped(_FILL)})(?!\w)|[A-Z][\w-]+(?=[^\S\n]\())){{0,{_MOST_FILL}}}[^\S\n]?[:(]?)(?P<zone>{zones})"
        rf"|(?m:^)[^\S\n]*[(]?(?P<alone>{_KEY})(?: (?i:time ?zone))?[)]?[^\S\n]*(?m:$)"
    )
