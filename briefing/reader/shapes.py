"""What a line is by its form: a date, a time, a mode, a place, a title, prose, page furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from briefing.reader import event_words
from briefing.reader.cues import Cue
from briefing.reader.fields import days, modes, places, times
from briefing.reader.labelled import Label, Labelled, label_of
from briefing.reader.lines import Line
from briefing.reader.vocabulary import CHROME, EVENT_NOUN, ISSUE, NUMBERED, POSTED, any_of


class Shape(Enum):
    """What a line is by its form."""

    DATE = "date"
    TIME = "time"
    MODE = "mode"
    PLACE = "place"
    LABEL = "label"
    SLOT = "slot"
    """A clock time with what happens then."""
    KIND = "kind"
    """Nothing but what sort of event it is: "RESEARCH EVENT"."""
    TITLE = "title"
    """Could be a title or heading."""
    CHROME = "chrome"
    PROSE = "prose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaped:
    """A line with its form."""

    line: Line
    shape: Shape
    label: Labelled | None = None
    rest: str = ""
    """On a date line, what else it says."""


_LONGEST_TITLE = 220
_LONGEST_DATE_LINE = 140
_LONGEST_REST = 64
_FILL = re.compile(
    any_of(
        "at", "from", "to", "on", "and", "the", "kl", "a", "hrs?", "hours", "local time", "time",
        "pm", "am", "til", "los", "das", "um", "uhr",
        "à", "le", "el", "den", "du", "au", "del", "al", "vom", "am", "fra", "frå", "les", "heures",
        "horas", "heure", "hora", "las", "o'clock",
        "new", "date", "all day", "postponed", "noon", "midday", "full(?:y booked)?", "sold out",
        "wait(?:ing )?list(?: only)?", "ausgebucht", "complet", "completo", "fulltegnet", "utsolgt",
        r"(?:(?:one|two|three|four|five|both|all|each|\d) )?(?:(?:half|full)[- ])?days?", "daily",
        "each day", "both days", "every day", "hver dag", "chaque jour", "täglich", "cada día",
        "until", "by", "c\\.\\s?t\\.?", "s\\.\\s?t\\.?", "sharp",
        "mo", "di", "mi", "do", "fr", "sa", "so",
    )
    + r"|[\W_]+",
    re.IGNORECASE,
)  # fmt: skip
_KIND = re.compile(
    rf"(?:(?:{EVENT_NOUN}|research|virtual|online|public|upcoming|past|past|member|members|"
    rf"international|expert|event|type|invitation|save the date|"
    r"call for (?:papers|abstracts|proposals|contributions|participation)|"
    r"concept note|note verbale|verbalnote|nota verbal|programme|flyer|announcement|"
    r"invitación|invitasjon|einladung|in-person|"
    r"hybrid|public|annual|side|news|agenda|registration|press note|"
    r"invitasjon til|invitation (?:to|à)|invitación a|einladung zu[rm]?|réservez la date|"
    r"reserve la fecha|hold av datoen|sett av datoen|termin vormerken)[\s/|:,!–-]*){1,4}"
    r"(?:\([^()\n]{2,30}\))?",
    re.IGNORECASE,
)
_BREADCRUMB = re.compile(
    r"[^.?!\d:]{1,40}(?:\s(?:>|»|›|::)\s[^.?!\d:]{1,60}){1,6}"
    r"|[^.?!\d:]{1,40}(?:\s/\s[^.?!\d:]{1,60}){2,6}"
    r"|(?:home|events?|news|hjem|accueil|inicio|startseite|start)\s/\s[^.?!\d:]{1,60}"
    r"|[^.?!\d:]{1,40}\s/\s\d{4}(?:\s/\s[^.?!\d:]{1,60})?"
    r"|(?:[^|.\d]{1,40}\|){2,}[^|.\d]{0,40}"
    r"|[^\d\s]\S*(?:\s{3,}[^\d\s][^.\d]{0,40}){2,}"
)
_ADDRESS = re.compile(r"\S*(?:https?://|www\.)\S+|\S+@\S+")


def shapes_of(text: str, lines: Sequence[Line]) -> tuple[Shaped, ...]:
    """Return each line with its form."""
    cards = _cards(text)
    return tuple(_shape(text, line, cards) for line in lines)


def _cards(text: str) -> tuple[tuple[int, int], ...]:
    """Return the dates that stretch over two lines, as on a calendar card."""
    return tuple(
        (d.start, d.end) for d in days.find(text[:200_000]) if "\n" in text[d.start : d.end]
    )


def _shape(text: str, line: Line, cards: Sequence[tuple[int, int]]) -> Shaped:
    if any(start <= line.start and line.end <= end for start, end in cards):
        return Shaped(line=line, shape=Shape.DATE)
    if len(line.text) <= _LONGEST_TITLE and _is_furniture(line.text):
        is_head = _is_table_head(line.body)
        return Shaped(line=line, shape=Shape.PROSE if is_head else Shape.CHROME)
    label = label_of(line)
    if label is not None and not (label.stands_alone and label.label is Label.TITLE):
        return Shaped(line=line, shape=Shape.LABEL, label=label)
    dated = _date_or_time(text, line)
    if dated is not None:
        return dated
    if is_kind(line.body) or _ONLY_NTH.fullmatch(line.body):
        is_mode = modes.mode_of_line(line.body) is not None
        return Shaped(line=line, shape=Shape.MODE if is_mode else Shape.KIND)
    return Shaped(line=line, shape=_by_words(line))


_FRAME = " *_~=#!+<>[]-–—•"
"""What frames a line that is to catch the eye: "*** SAVE THE DATE ***"."""


def is_kind(words: str) -> bool:
    """Return whether words only say what sort of event it is: "Workshop"."""
    return _KIND.fullmatch(words.strip(_FRAME)) is not None


def _is_furniture(words: str) -> bool:
    return bool(CHROME.fullmatch(words) or _BREADCRUMB.fullmatch(words) or _is_menu(words))


def _is_menu(words: str) -> bool:
    """Return whether wide gaps part several words on a line, two of which belong to any page."""
    cells = _WIDE_GAP.split(words) if "   " in words else ()
    known = sum(CHROME.fullmatch(cell) is not None for cell in cells)
    return len(cells) >= _FEWEST_COLUMNS and known > 1


_WIDE_GAP = re.compile(r"\s{3,}")


def _is_table_head(words: str) -> bool:
    """Return whether cells between bars head the columns of a table, one of them that of days."""
    cells = [cell.strip() for cell in words.split("|") if cell.strip()]
    if len(cells) < _FEWEST_COLUMNS:
        return False
    found = (label_of(Line(start=0, end=len(cell), text=cell, gap=0)) for cell in cells)
    return any(one is not None and one.label is Label.DATE for one in found)


_FEWEST_COLUMNS = 3


def _by_words(line: Line) -> Shape:
    if len(line.text) <= _LONGEST_DATELINE and _DATELINE.fullmatch(line.text):
        return Shape.PROSE
    if len(line.text) <= 100 and modes.mode_of_line(line.text) is not None:
        return Shape.MODE
    if places.is_place_line(line.text) or places.is_place_name(line.text):
        return Shape.PLACE
    is_marked = line.mark and not line.mark.startswith("#")
    return Shape.TITLE if not is_marked and could_be_title(line) else Shape.PROSE


_LONGEST_DATELINE = 60
_DATELINE = re.compile(
    r"(?:[^\W\d_a-z][\w'’-]+\s?){1,3}(?: \([^()]{2,20}\))?,\s(?:the |den |le )?\d{1,2}(?:st|nd|rd|"
    r"th|er|\.)?\s(?:de\s)?[^\W\d_]{3,10}\s(?:de\s)?\d{4}"
)
"""Where and when something was written: "Port Town, 2 May 2024"."""


def could_be_title(line: Line) -> bool:
    """Return whether the words of a line could be a title, whatever mark stands before them."""
    words = line.body
    if len(words) > _LONGEST_TITLE or _ADDRESS.search(words) or len(words.split()) < 2:
        return False
    if len(words) > _LONGEST_OF_SENTENCES and _SENTENCES.search(words):
        return False
    if words[-1] in ":;," or (words[-1] == "." and not words.endswith("...")):
        return False
    if (
        POSTED.match(words)
        and len(words.split()) < _MOST_WORDS_OF_WHOSE
        and re.match(r"(?i)by\b|posted|published", words)
    ):
        return False
    return not words[0].islower() and not tells_whose(line)


_MOST_WORDS_OF_WHOSE = 14
_LONGEST_OF_SENTENCES = 80
_SENTENCES = re.compile(r"[^\W\d_]{3}\.\s[^\W\d_a-z].*[^\W\d_]{2}[.?!]\s[^\W\d_a-z]")
"""More than two sentences."""


def tells_whose(line: Line) -> bool:
    """Return whether a line says whose event it is, or whose support it has, and no more."""
    return _BY.match(line.body) is not None and not line.text.endswith(".")


_BY = re.compile(
    r"(?:(?:co-?|jointly )?(?:organi[sz]ed|hosted|convened|sponsored|supported) (?:jointly )?by"
    r"|with (?:the )?(?:kind |generous |financial )?support (?:of|from)"
    r"|in (?:partnership|cooperation|co-operation|collaboration) with|jointly with"
    r"|(?:an? \w+[- ]?event )?(?:on|in) the (?:margins|sidelines|occasion|framework) of"
    r"|(?:arrangert|arrangeres) av|i samarbeid med|organisée? par|en partenariat avec"
    r"|avec le soutien|en marge de|veranstaltet von|in zusammenarbeit mit|am rande|organizado por"
    r"|con el apoyo de|en colaboración con|al margen de)(?!\w)",
    re.IGNORECASE,
)
"""What stands at the head of a line that says whose event it is, and not what it is called."""


def _date_or_time(text: str, line: Line) -> Shaped | None:
    if len(line.text) > _LONGEST_DATE_LINE:
        is_slot = len(line.text) <= _LONGEST_SLOT and _HOURS_FIRST.match(line.text)
        return Shaped(line=line, shape=Shape.SLOT) if is_slot else None
    dates = days.find(text, line.start, line.end)
    if dates:
        taken = [(d.start, d.end) for d in dates]
        clocks = [
            c
            for d in (*days.gaps(dates, line.start, line.end),)
            for c in times.find(text, *d, beside_date=True)
        ]
        taken += [(c.start, c.end) for c in clocks]
        rest = _rest(text, line, taken)
        is_long = bool(clocks) or any(d.last is not None for d in dates)
        first, last = min(taken)[0], max(end for _, end in taken)
        return _dated(line, rest, first=first, last=last, is_long=is_long)
    clocks = times.find(text, line.start, line.end, beside_date=True)
    if not clocks:
        return None
    rest = _rest(text, line, [(c.start, c.end) for c in clocks])
    if not _FILL.sub("", rest):
        return Shaped(line=line, shape=Shape.TIME)
    begins = clocks[0].start - line.body_start <= 2
    ends = line.text.endswith(")") and clocks[-1].end >= line.end - 1
    if begins or ends:
        return Shaped(line=line, shape=Shape.SLOT)
    return None


_LONGEST_SLOT = 400
_HOURS_FIRST = re.compile(
    r"\d{1,2}[:.h]\d\d\s?(?:[–—-]|to|bis|til|à|a)\s?\d{1,2}[:.h]\d\d(?![.:\d])"
)


def _rest(text: str, line: Line, taken: Sequence[tuple[int, int]]) -> str:
    kept, at = [], line.body_start
    for start, end in sorted(taken):
        kept.append(text[at : max(at, start)])
        at = max(at, end)
    return "".join((*kept, text[at : line.end]))


def _dated(line: Line, rest: str, *, first: int, last: int, is_long: bool) -> Shaped | None:
    if not _FILL.sub("", _NTH.sub("", rest)):
        return Shaped(line=line, shape=Shape.DATE)
    has_bars = "|" in line.text
    if _ends_a_sentence(line.text) or len(rest) > (_LONGEST_OF_BARS if has_bars else _LONGEST_REST):
        return None
    rest = rest.strip(" ,;:|–—-•·()")
    tail = re.split(r"\s[|·•]\s", rest)[-1]
    if POSTED.match(rest) or POSTED.match(tail) or ISSUE.search(rest):
        return Shaped(line=line, shape=Shape.CHROME)
    is_place = places.is_place_line(rest) or places.is_place_name(rest) or _tells_where(rest)
    if (line.mark and not is_place) or not _PARTED.search(line.text):
        return None
    leads = not _FILL.sub("", _NTH.sub("", line.text[len(line.mark) : first - line.start]))
    trails = line.end - last <= 1
    is_place = is_place or has_bars or (is_long and _TOWN.fullmatch(rest) is not None)
    return (
        Shaped(line=line, shape=Shape.DATE, rest=rest) if leads or (trails and is_place) else None
    )


_LONGEST_OF_BARS = 120
_TOWN = re.compile(
    r"[^\W\d_a-z][\w'’-]{1,}(?:\s(?:de|del|la|las|los|of|the|upon|an der|am|sur|le)){0,2}"
    r"(?:\s[^\W\d_a-z][\w'’-]{2,}){0,2}"
)
"""What may be a town before the days of something: "Port Town, 2–4 May"."""


def _tells_where(rest: str) -> bool:
    """Return whether what stands between commas is short and names no event, as places do."""
    if _NAMES_SOMETHING.search(rest):
        return False
    parts = [part.strip(" ()") for part in rest.split(",")]
    is_short = all(len(part.split()) <= _LONGEST_OF_PLACE for part in parts)
    return is_short and (len(parts) > 1 or _ONLINE.match(rest) is not None)


_LONGEST_OF_PLACE = 5
_ONLINE = Cue(
    any_of(
        "online", "hybrid", "virtual", "virtuell", "in person", "zoom", "teams", "webex",
        "livestream", "en ligne", "en línea", "en linea", "presencial", "en présentiel",
        "på nett", "nettmøte", "digitalt?", "in präsenz", "vor ort",
    ),
)  # fmt: skip
_NAMES_SOMETHING = re.compile(rf"[:?!“”\"«»„]|{EVENT_NOUN}", re.IGNORECASE)


def _ends_a_sentence(words: str) -> bool:
    return words.endswith(".") and not _SHORTENED.search(words)


_SHORTENED = re.compile(r"(?<!\w)(?:[A-Z]\.(?:\s?[A-Z]\.)+|[ap]\.\s?m\.|[cs]\.\s?t\.)$")
"""How a line ends that no sentence ends: "Washington, D.C.", "6 p.m."."""
_ORDINAL = (
    rf"(?<!\w)(?:{'|'.join(word for row in event_words.ORDINALS.values() for word in row)})\s"
    + any_of(*(word for row in event_words.PARTS.values() for word in row))
)
_NTH = re.compile(
    rf"^\s*(?:{NUMBERED}|{_ORDINAL}|"
    r"(?:day|tag|jour|journée|día|dag) (?:\d|[IVX]{1,3}|one|two|three)\b)",
    re.IGNORECASE,
)
"""Which of a series it is, before the day on which it is."""
_ONLY_NTH = Cue(rf"{NUMBERED}:?")

_PARTED = re.compile(r"[|–—•·,]|\s-\s")


_PATH = re.compile(r"[^.?!\d:/>»›]{1,40}(?:\s(?:[/>»›]|::)\s[^.?!\d:/>»›]{1,60}){1,6}")


def is_path(x: Shaped) -> bool:
    """Return whether a line says where on its site a page stands: "Home / Events / Lectures"."""
    return x.shape is Shape.CHROME and _PATH.fullmatch(x.line.text) is not None


def is_numbered(x: Shaped) -> bool:
    """Return whether a line begins with which one of a series it is: "Session 2"."""
    return _NTH.match(x.line.body) is not None
