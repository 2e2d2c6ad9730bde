"""Threads of messages: who wrote when stands before each, and says nothing of what is announced."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.reader.cues import Cue
from briefing.reader.fields.calendar_words import MONTH, WEEKDAY
from briefing.reader.vocabulary import EVENT_NOUN, any_of

_DATE = r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d)"
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
_ON = (
    rf"(?:{_DATE}|(?:\w{{2,9}}\.?,? )?\d{{1,2}}\.? \w{{3,9}}\.?(?: \d{{4}})?|today|yesterday"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|heute|gestern|i dag|i går|hier|aujourd['’]hui)"
)
_STAMPED = rf"(?:{_ON}(?:,| at| um| kl\.?| à)?\s|{_ON}T)?(?P<clock>{_CLOCK})"
_WHO = r"(?P<who>[^\W\d_][^:\n\[\]<>{}|]{0,40}?)"
_FORMS = (
    rf"\[{_STAMPED}\]\s*<?{_WHO}>?\s?:\s?",
    rf"{_STAMPED}\s?[–—-]\s{_WHO}\s?:\s?",
    rf"{_STAMPED},?\s<?{_WHO}>?\s?:\s?",
    rf"{_STAMPED}\s<{_WHO}>\s",
    rf"{_WHO},?\s?[\[(]{_STAMPED}[\])]\s?:?[ \t]*",
    rf"{_WHO}(?:,|\s[–—|·-])\s?{_STAMPED}\s?:[ \t]*",
    rf"{_WHO}(?:,|[ \t][–—|·-]|[ \t]{{1,3}})[ \t]?{_STAMPED}[ \t]*$",
)
"""How programs write who said something and when, the likeliest first."""
_STAMPS = tuple(
    re.compile(rf"^[\u200e\u200f\ufeff \t>]{{0,4}}{form}", re.MULTILINE | re.IGNORECASE)
    for form in _FORMS
)
_MAY_BE = re.compile(r"^[^\n]{0,60}?\d[:.]\d\d", re.MULTILINE)
_FEWEST, _LOOKED_AT = 3, 40_000
"""Messages with a bare time that make a thread; code points in which they are counted."""
_ROUND = 5
"""Programmes begin at minutes that this divides; what somebody writes does not keep to that."""


def without_stamps(text: str) -> str:
    """Return a thread of the same length without its stamps, greetings and name; else the text.

    Each message begins below a blank line, as what one person says by itself.
    """
    found = _messages(text)
    if not found:
        return text
    marks = (*_head(text, found[0].start()), *((m.start(), m.end()) for m in found))
    left, at = [], 0
    for start, end in marks:
        left += [text[at:start], _blank(end - start)]
        at = end
    return _unsaid("".join((*left, text[at:])))


def begun_on(text: str) -> dt.date | None:
    """Return the day of the first message, where it has a year."""
    found = _messages(text)
    stamp = _DATED.search(text, found[0].start(), found[0].end()) if found else None
    if stamp is None:
        return None
    first, second, third = (int(part) for part in stamp.groups())
    orders = ((first, second, third), (third, second, first), (third, first, second))
    is_year_first = first > _LAST_OF_MONTH
    for year, month, number in orders[:1] if is_year_first else orders[1:]:
        try:
            day = dt.date(year + (_CENTURY if year < _CENTURY // 20 else 0), month, number)
        except ValueError:
            continue
        return day if day.year >= _CENTURY else None
    return None


_DATED = re.compile(r"(?<!\d)(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})(?!\d)")
_LAST_OF_MONTH, _CENTURY = 31, 2000


@lru_cache(maxsize=1)
def _messages(text: str) -> tuple[re.Match[str], ...]:
    """Return the stamps of a thread, all of one form; none where it is none."""
    if _MAY_BE.match(text) is None and _MAY_BE.search(text, 0, _HEAD) is None:
        return ()
    for stamp in _STAMPS:
        found = tuple(stamp.finditer(text, 0, _LOOKED_AT))
        if found and found[0].start() <= _HEAD and _is_thread(found):
            return tuple(stamp.finditer(text))
    return ()


_HEAD = 300
"""Code points within which the first message of a thread begins."""


def _is_thread(found: Sequence[re.Match[str]]) -> bool:
    names = [one["who"].strip().casefold() for one in found]
    if any(_OF_A_PROGRAMME.search(name) for name in names):
        return False
    if all(_DATED.search(one.group()) for one in found):
        return True
    minutes = [int(re.split("[:.]", one["clock"])[1][:2]) for one in found]
    is_uneven = sum(minute % _ROUND > 0 for minute in minutes) * 3 >= len(minutes)
    return len(found) >= _FEWEST and is_uneven


_OF_A_PROGRAMME = re.compile(
    any_of(
        "sessions?", "panels?", "opening", "closing", "keynote", "welcome", "lunch", "coffee",
        "break", "discussion", "registration", "part", "speakers?", "moderators?", "remarks",
        "eröffnung", "begrüßung", "pause", "åpning", "ouverture", "déjeuner", "apertura", "time",
        "when", "date", "start", "end", "updated", "posted", "published", "doors", "tid", "uhr",
        "heure", "hora", "utc", "gmt", "cest", "cet", "sent", "received", "from", "to", "until",
        "(?:co-?|vice-?)?chair\\w*", "president", "facilitators?", "secretariat", "interpreter",
        "présidente?", "presidente", "presidenta", "vorsitzender?", "møteleder", "ordstyrer",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""What stands behind the hours of a programme or transcript, and beside those of a page or mail."""


def _head(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the lines above the first message: the group's name."""
    if start and text[:start].strip():
        yield 0, start


def _blank(length: int) -> str:
    return "\n" + " " * (length - 1) if length else ""


# What nobody announces ----------------------------------------------------------------------------


_UNSAID = re.compile(
    r"^(?:[ \t]*)(?P<greeting>(?:fyi|fwd?)[:,]?[ \t]+(?=(?-i:[A-ZÀ-Þ]))"
    r"|(?:(?:good )?(?:morning|afternoon|evening|day)|hi+|hello|hey|dear|gm"
    r"|hei|heisann|god (?:morgen|dag|kveld)|hallo|guten (?:morgen|tag|abend)|moin|bonjour|bonsoir"
    r"|salut|hola|buen[oa]s (?:días|tardes|noches))(?: [\w’'-]{1,15}){0,3}"
    r"\s?(?:[,.!:–—-]+[ \t]*|[^\w\n]{0,6}$))"
    r"|^[ \t]*(?P<notice><?(?:media omitted|image omitted|video omitted|this message was (?:deleted"
    r"|edited))>?.{0,20}$|messages and calls are end-to-end.{0,200}$"
    r"|[^:\n]{1,40} (?:joined using|added|left the group|created (?:this )?group"
    r"|changed (?:the|this)).{0,80}$)",
    re.MULTILINE | re.IGNORECASE,
)


def _unsaid(text: str) -> str:
    said = _UNSAID.sub(lambda found: " " * len(found.group()), text)
    said = _TITLE.sub(_on_a_line_of_its_own, said)
    said = _BEFORE_DAY.sub(_with_the_day_below, said)
    said = _DAY_LINE.sub(lambda found: f"{found['line']} ", said)
    said = _WHEN.sub(lambda found: f"{found['when']}\n", said)
    titled = _TITLED.match(said)
    return said if titled is None else _blank(titled.end("talk")) + said[titled.end("talk") :]


_TITLE = re.compile(
    r"^(?P<lead>[ \t]*(?:[^\w\s*_“\"«„]{1,3} |[^\n:*“\"«„]{1,40}\s?: )?)"
    r"(?P<title>(?P<mark>[*_]{1,2})(?=\S)[^*_\n]{6,160}(?<=\S)(?P=mark)|[“\"«„][^“”\"«»„\n]{6,160}[”\"»“])"
    r"(?P<gap>[ \t]*[,:;–—|-]?[ \t]+|[ \t]*$)",
    re.MULTILINE,
)
"""What a message begins with in bold or in quotation marks: what it announces."""


def _on_a_line_of_its_own(found: re.Match[str]) -> str:
    title, mark = found["title"], found["mark"]
    if mark:
        pad = " " * (len(mark) - 1)
        title = f'{pad}"{title[len(mark) : -len(mark)]}"{pad}'
    lead = found["lead"]
    lead = f"{lead[:-1]}\n" if lead.rstrip().endswith(":") else lead
    return f"{lead}{title}{_blank(len(found['gap']))}"


_DAY = (
    rf"(?:{WEEKDAY}\.?,?[ \t](?:(?:den|le|the)[ \t])?)?\d{{1,2}}(?:st|nd|rd|th|\.)?[ \t]"
    rf"(?:de[ \t])?{MONTH}\b"
)
_DAY_LINE = re.compile(rf"^(?P<line>[ \t]*{_DAY}[^\n.]{{0,120}})\.(?=[ \t]*$)", re.MULTILINE)
"""A line of a day and what belongs to it, with a full stop behind."""
_BEFORE_DAY = re.compile(
    r"^(?P<called>[ \t]*(?:\(?\d[.)][ \t])?(?:FYI:?[ \t])?[^\W\d_][^\n]{7,120}?)"
    r"(?P<gap>(?:,|:|\s[–—-])?[ \t](?:(?:on|am|den|le|el)[ \t])?)"
    rf"(?={_DAY}[^\n]{{0,40}}?\d[:.h]?\d?)",
    re.MULTILINE,
)
"""A message that begins with what something is called and goes on with its day and hour."""
_SAYS = Cue(
    any_of(
        "is", "are", "was", "were", "will", "have", "has", "we(?:['’]re)?", "you", "i", "our", "my",
        "that", "moved", "join", "come", "see", "please", "pls", "har", "er", "vi", "vår", "du",
        "blir", "innen", "est", "sommes", "nous", "notre", "avant", "jusqu['’]au", "ist", "sind",
        "wir", "unser", "hat", "findet", "es", "son", "hay", "tenemos", "nuestro", "nuestra",
        "names?", "rsvp", "reply", "register", "save the date", "until", "svar", "namen",
    ),
)  # fmt: skip
"""What a sentence says, and a title does not."""


def _with_the_day_below(found: re.Match[str]) -> str:
    called = found["called"]
    bare = _QUOTED.sub("", called)
    if _SAYS.search(bare) or _KIND_ALONE.fullmatch(called):
        return found.group()
    return f"{called}{_blank(len(found['gap']))}"


_KIND_ALONE = re.compile(rf"\W*{EVENT_NOUN}\W*", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„\n]{0,160}[”\"»“]")
_WHEN = re.compile(
    rf"^(?P<when>[^\n.!?]{{0,80}}\b\d{{1,2}}\b[^\n.!?]{{0,30}}{_CLOCK}[^\n]{{0,60}}?,[^\n.!?]{{4,80}}"
    r"(?<=\w{3})[.!]) (?=[A-ZÀ-Þ])",
    re.MULTILINE,
)
"""A message's first sentence with a day, an hour and a place."""
_TITLED = re.compile(
    r"(?P<talk>(?:\s*\n[ \t]*[^\n\d?“”\"«»„]{1,120}$){1,2})"
    r"(?:\s*\n[ \t]*)[“\"«„][^“”\"«»„\n]{6,160}[”\"»“][ \t]*$",
    re.MULTILINE,
)
"""A word or two before a message that is a title."""
