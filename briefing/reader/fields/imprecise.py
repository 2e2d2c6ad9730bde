"""Times that name no day: "early June 2026", "Spring 2026", "Q3 2026", "the week of 12 May".

They are kept to the month or the year, with a doubt and their words. A language is one row of
`LANGUAGES`.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from briefing.model import Alternative, Doubt, DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.cues import Cue
from briefing.reader.fields.day_patterns import GAP
from briefing.when import Precision, When


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpreciseWords:
    """How one language names parts of months and years; each field is a pattern's alternatives."""

    part: str
    """Before a month or a year: "early"."""
    week: str
    """Before a day: "the week of"."""
    season: str
    """Before a year."""
    nth: tuple[str, str, str, str]
    """First to fourth, as they count quarters and halves."""
    quarter: str
    half: str
    of: str
    """Between a part, a season or a quarter and its year."""
    during: str
    """Before a year that stands alone."""
    another: str
    """What makes it another event's that a text says is to come."""


LANGUAGES: dict[str, ImpreciseWords] = {
    "en": ImpreciseWords(
        part="early(?: in)?|mid(?:dle of)?|late(?: in)?|beginning of|start of|end of"
        "|(?:first|second) half of|(?:first|second|third|fourth|last) week of|around",
        week=r"week (?:of|beginning|commencing|starting|from|ending)(?: on)?|w/[ce]",
        season="spring|summer|autumn|fall|winter",
        nth=("first|1st", "second|2nd", "third|3rd", "fourth|4th|last"),
        quarter="quarter",
        half="half",
        of="of",
        during="in|during|for",
        another="follow[- ]up|another|further|later|second|third|next",
    ),
    "no": ImpreciseWords(
        part="tidlig i|primo|begynnelsen av|starten av|medio|midten av|sent i|ultimo|slutten av"
        "|(?:første|andre|siste) (?:halvdel av|uke i)",
        week=r"uken? (?:fra|med start|som begynner(?: på)?|som starter)(?: den)?",
        season="vår(?:en)?|sommer(?:en)?|høst(?:en)?|haust(?:en)?|vinter(?:en)?",
        nth=("første|1\\.", "andre|annet|2\\.", "tredje|3\\.", "fjerde|4\\."),
        quarter="kvartal",
        half="halvår",
        of="i|av",
        during="i|i løpet av|for",
        another="oppfølgings\\w+|annet|nytt|senere|neste|andre",
    ),
    "fr": ImpreciseWords(
        part="(?:au )?début(?: du mois d[e’'])?|mi|(?:à la )?fin(?: du mois d[e’'])?|courant"
        "|(?:première|seconde|deuxième) (?:moitié|quinzaine) d[eu’']",
        week="semaine du",
        season="printemps|été|automne|hiver",
        nth=("premier|1er", "deuxième|second|2e", "troisième|3e", "quatrième|4e"),
        quarter="trimestre",
        half="semestre",
        of="de|d[’']",
        during="en|courant",
        another="suite|autre|prochaine?|deuxième|second",
    ),
    "de": ImpreciseWords(
        part="anfang|mitte|ende|(?:ersten?|zweiten?) hälfte(?: des)?",
        week="woche (?:vom|ab|des|ab dem)",
        season="frühjahrs?|frühlings?|sommers?|herbst(?:es)?|winters?",
        nth=("erste[ns]?|1\\.", "zweite[ns]?|2\\.", "dritte[ns]?|3\\.", "vierte[ns]?|4\\."),
        quarter="quartals?",
        half="halbjahr(?:es)?",
        of="des jahres",
        during="im jahre?|in",
        another="folge\\w+|weitere[nrs]?|nächste[nrs]?|zweite[nrs]?|später",
    ),
    "es": ImpreciseWords(
        part="(?:a )?(?:principios|inicios|comienzos|mediados|finales|fines) de"
        "|(?:primera|segunda) (?:mitad|quincena|semana) de",
        week="semana del",
        season="primavera|verano|otoño|invierno",
        nth=("primer|1\\.?º", "segundo|2\\.?º", "tercer|3\\.?º", "cuarto|4\\.?º"),
        quarter="trimestre",
        half="semestre",
        of="del?(?: año)?",
        during="en|durante",
        another="seguimiento|otr[oa]|próxim[oa]|segund[oa]",
    ),
}  # fmt: skip


def find(text: str, start: int, end: int) -> list[Candidate[When]]:
    """Return the seasons, quarters, halves and parts of years between two offsets, in order."""
    return [_candidate(match) for match in _stretches(text, start, end)]


def years(text: str, start: int, end: int) -> list[Candidate[When]]:
    """Return the years that stand alone behind a word such as "in"."""
    return [
        _as_told(_year(int(match["year"]), match["year"]), match.start("year"), match.end(), "year")
        for match in _BARE_YEAR.finditer(text, start, end)
    ]


def is_of_another(text: str, start: int, end: int) -> bool:
    """Return whether words speak of a further event: "a follow-up seminar"."""
    return _ANOTHER.search(text, start, end) is not None


def toned(text: str, start: int, found: Candidate[When]) -> Candidate[When]:
    """Return a printed month or day as the words before it mean it: "early", "the week of".

    The words are looked for from `start` on. What is not toned down comes back as it is.
    """
    lead = max(start, found.start - _LEAD)
    when = found.value
    if when.precision is Precision.MONTH:
        part = _PART_BEFORE.search(text, lead, found.start)
        return _widened(text, part.start(), found) if part else found
    week = _WEEK_BEFORE.search(text, lead, found.start)
    return _of_week(_widened(text, week.start(), found)) if week else found


# Patterns ----------------------------------------------------------------------------------------


def _words(name: str) -> str:
    rows = (getattr(language, name) for language in LANGUAGES.values())
    return "|".join(dict.fromkeys(rows))


def _nth(n: int) -> str:
    return "|".join(language.nth[n] for language in LANGUAGES.values())


_LEAD = 40
_THE = r"(?:(?:the|la|le|les|den|der|die|im|i|en|au|à la|el)\s)?"
_PART = rf"{_THE}(?:{_words('part')})"
_PART_BEFORE = Cue(rf"(?<!\w){_PART}(?:[\s-]|(?<=[’'])){GAP}\Z")
_WEEK_BEFORE = Cue(rf"(?<!\w)(?:{_words('week')})\s{GAP}{_THE}\Z")
_YEAR = r"(?P<year>20\d\d)(?![\w/-]|[.,:]\d)"
_OF = rf"(?:[\s-](?:(?:{_words('of')})[^\S\n])?|[^\S\n]?[,/][^\S\n]?)"
_COUNTED = "|".join(f"(?P<n{n}>{_nth(n - 1)})" for n in range(1, 5))
_STRETCH = Cue(
    rf"(?<![\w-])(?:(?:{_PART}[\s-])?(?P<season>{_words('season')})"
    rf"|[QT](?P<quarter>[1-4])|[HS](?P<half>[12])"
    rf"|{_THE}(?:{_COUNTED})[\s-](?:(?P<is_quarter>{_words('quarter')})|(?:{_words('half')}))"
    rf"|(?P<week>KW|uke|week|semaine|semana)[^\S\n]\d{{1,2}}"
    rf"|(?:{_PART})){_OF}{_YEAR}",
)
_BARE_YEAR = Cue(rf"(?<!\w)(?:{_words('during')})[^\S\n]{{1,3}}{_YEAR}")
_ANOTHER = Cue(rf"(?<!\w)(?:{_words('another')})(?!\w)")


_ANCHOR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LONGEST, _TRAIL = 80, 3


def _stretches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the matches that end in a year: only before years are they looked for."""
    at = start
    for year in _ANCHOR.finditer(text, start, end):
        first = max(at, year.start() - _LONGEST)
        match = _STRETCH.search(text, first, min(end, year.end() + _TRAIL))
        if match is not None:
            at = match.end()
            yield match


# Reading -----------------------------------------------------------------------------------------


def _candidate(match: re.Match[str]) -> Candidate[When]:
    months = _months_of(match)
    written, year = match.group(), int(match["year"])
    when = _year(year, written)
    if months is not None:
        first, last = months
        when = When(
            date=dt.date(year, first, 1),
            end_date=dt.date(year, last, 1),
            precision=Precision.MONTH,
            written=written,
        )
    return _doubted(_as_told(when, match.start(), match.end(), "stretch"))


def _months_of(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the months of a quarter or a half; None for a season, which depends on where."""
    if match["season"] or match["week"]:
        return None
    counted = next((n for n in range(1, 5) if match[f"n{n}"]), 0)
    if quarter := int(match["quarter"] or 0) or (counted if match["is_quarter"] else 0):
        return 3 * quarter - 2, 3 * quarter
    half = int(match["half"] or 0) or counted
    return (6 * half - 5, 6 * half) if half in (1, 2) else None


def _year(year: int, written: str) -> When:
    return When(date=dt.date(year, 1, 1), precision=Precision.YEAR, written=written)


def _as_told(when: When, start: int, end: int, rule: str) -> Candidate[When]:
    return Candidate(value=when, start=start, end=end, rule=f"date.{rule}", confidence=0.6)


def _doubted(found: Candidate[When]) -> Candidate[When]:
    words = f"“{' '.join(found.value.written.split())}” does not name the day itself."
    doubt = Doubt(kind=DoubtKind.UNSURE, words=words)
    return replace(found, doubts=(*found.doubts, doubt), confidence=min(found.confidence, 0.6))


def _widened(text: str, start: int, found: Candidate[When]) -> Candidate[When]:
    value = msgspec.structs.replace(found.value, written=text[start : found.end])
    return _doubted(replace(found, value=value, start=start, rule=f"{found.rule}.part"))


def _of_week(found: Candidate[When]) -> Candidate[When]:
    """Return a day that only names its week as its month, the day beside it; a range as it is."""
    when = found.value
    if when.date is None:
        return replace(found, alternatives=())
    if when.end_date is not None or when.precision is not Precision.DAY:
        return found
    month = When(date=when.date.replace(day=1), precision=Precision.MONTH, written=when.written)
    return replace(found, value=month, alternatives=(Alternative(value=when, why="that day"),))
