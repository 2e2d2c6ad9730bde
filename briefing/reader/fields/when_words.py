"""The small words of dates and times in five languages: "from", "to", "at", "noon".

A language is one row of `LANGUAGES`; each field is a pattern's alternatives, whatever their case.
The grammars of days and times take them together: a page may mix its languages.
"""

from dataclasses import dataclass

from briefing.reader.fields.spelled import apart


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenWords:
    """How one language joins days and hours."""

    to: str
    """Between the first and the last day or hour."""
    and_: str
    """Between two days; between two hours behind a word of `between`."""
    between: str
    """Before two ends that a word of `and_` joins."""
    the: str
    """The article before a day."""
    of: str = ""
    """Between a day and its month, or a month and its year."""
    on: str = ""
    """Between a time and the day that it is on."""
    at: str = ""
    """Before a time that follows its day."""
    clock: str = ""
    """Signs that a bare figure behind them is an hour: "kl. 9"."""
    noon: str = ""
    midnight: str = ""
    hours: str = ""
    """Units behind figures that need another sign too: "13 hrs", which may be a length."""
    sure_hours: str = ""
    """Units that only hours of the day have: "13 Uhr"."""
    label: str = ""
    """Labels of a time."""


LANGUAGES: dict[str, WhenWords] = {
    "en": WhenWords(
        to="to|until|till|through|thru",
        and_="and",
        between="between",
        the="the",
        of="of",
        on="on",
        at="at|from|between|starting(?: at| from)?|starts(?: at)?|begins(?: at)?|beginning at|by"
        r"|time:?|approx(?:imately|\.)?|promptly",
        noon="noon|midday",
        midnight="midnight",
        hours="hours|hrs?",
        sure_hours="o['’]clock",
        label="time|when",
    ),
    "no": WhenWords(
        to="til|t\\.?o\\.?m\\.?",
        and_="og",
        between="mellom",
        the="den",
        on="den",
        at=r"fra|frå|mellom|(?:fra |frå |mellom )?kl(?:okken|okka)?\.?|starter",
        clock=r"kl(?:okken|okka)?\b\.?",
        midnight="midnatt",
        label="tid|tidspunkt|klokkeslett",
    ),
    "fr": WhenWords(
        to="au|à",
        and_="et",
        between="entre(?: le)?",
        the="le",
        of="de",
        on="le",
        at="à(?: partir de)?|dès|de|entre|heure:?",
        noon="midi",
        midnight="minuit",
        hours="heures",
        label="heure|horaire",
    ),
    "de": WhenWords(
        to="bis(?: zum)?",
        and_="und",
        between="zwischen(?: dem)?",
        the="der|den|dem",
        on="am|den",
        at="um|ab|von|zwischen|beginn:?|uhrzeit:?",
        midnight="mitternacht",
        sure_hours="uhr",
        label="uhrzeit|zeit",
    ),
    "es": WhenWords(
        to="al?(?: las?)?|hasta(?: las?| el)?",
        and_="y(?: las?)?",
        between="entre(?: el| las?)?",
        the="el",
        of="del?",
        on="el",
        at="(?:a partir de )?(?:a )?las?|desde(?: las?)?|de|entre(?: las?)?|hora:?|a(?: las?)?",
        clock=r"a las?\b",
        noon="mediodía|mediodia",
        midnight="medianoche",
        hours="horas|hs",
        label="hora|horario",
    ),
}


def words(name: str) -> str:
    """Return the alternatives of one field in all languages, the longest first."""
    rows = (getattr(language, name) for language in LANGUAGES.values())
    alternatives = dict.fromkeys(word for row in rows for word in apart(row))
    return "|".join(sorted(alternatives, key=len, reverse=True))
