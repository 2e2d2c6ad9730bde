"""A record typed in one line: "Panel on PoA fri 15h Geneva @unidir #norms".

What is not understood stays in the title: no word of the line is lost.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefing.arrange import due
from briefing.desk import describe, edit, the_field, times
from briefing.desk.desk import Desk
from briefing.gazetteer import tables
from briefing.model import Event, Forum, Mode, Question, Record, Stakeholder, Task
from briefing.reader.fields import relative
from briefing.reader.fields.calendar_words import LANGUAGES
from briefing.text import clean, fold, squeeze
from briefing.when import When, ZoneBasis

KINDS: Mapping[str, type[Record]] = {
    "event:": Event,
    "task:": Task,
    "todo:": Task,
    "q:": Question,
    "question:": Question,
}
"""What a line may begin with -> what it makes; without it an event."""


class Mark(NamedTuple):
    """What a word that begins with a sign is."""

    sign: str
    kind: type[Record]
    path: str
    help: str


MARKS = (
    Mark("@", Event, "organisers", "who organises it, or its forum: @unidir"),
    Mark("@", Task, "who", "who does it: @ada"),
    Mark("#", Event, "topics", "its theme: #norms"),
    Mark("#", Question, "topics", "its theme: #norms"),
)
"""The signs that mean something, by kind; a name of several words stands in quotation marks."""

_NAMED: Mapping[type[Record], str] = {Event: "title", Task: "what", Question: "text"}
_DATED: Mapping[type[Record], str] = {Event: "when", Task: "due"}
_MODES: Mapping[str, Mode] = {
    "online": Mode.ONLINE,
    "hybrid": Mode.HYBRID,
    "in-person": Mode.IN_PERSON,
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the line, and the field that it went into."""

    text: str
    """As it was typed, with its sign."""
    path: str = ""
    """Empty for the one that tells the kind."""
    value: str = ""
    """What it stands for there."""


@dataclass(frozen=True, slots=True)
class Line:
    """How a line is understood."""

    kind: type[Record]
    words: tuple[Word, ...]
    """All of it, in order."""

    @property
    def typed(self) -> dict[str, str]:
        """The texts of its fields, as `edit.add` takes them."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            if word.path:
                found.setdefault(word.path, []).append(word.value)
        return {path: _JOINED.get(path, " ").join(texts) for path, texts in found.items()}

    @property
    def title(self) -> str:
        """What nothing else was made of."""
        return self.typed.get(_NAMED[self.kind], "")


_JOINED = {"organisers": "; ", "topics": "; ", "forums": "; ", "who": ", "}


def read(desk: Desk, text: str) -> Line:
    """Return how a line is understood; nothing is kept."""
    words = [Word(found.group()) for found in _WORD.finditer(squeeze(clean(text)))]
    kind = KINDS.get(fold(words[0].text), Event) if words else Event
    has_kind = bool(words) and fold(words[0].text) in KINDS
    marked = [_marked(desk, kind, word) for word in words[has_kind:]]
    dated = _dated(desk, kind, marked) if kind in _DATED else marked
    rest = _NAMED[kind]
    named = [word if word.path else replace(word, path=rest, value=word.text) for word in dated]
    return Line(kind, (*words[:has_kind], *_trimmed(named, rest)))


def add(desk: Desk, text: str) -> Record:
    """Put what a line says into the desk as one change; a BriefingError tells what it lacks."""
    line = read(desk, text)
    return edit.add(desk, line.kind, {_NAMED[line.kind]: "", **line.typed})


def told(desk: Desk, line: Line) -> list[str]:
    """Return how a line is understood in words: kind, title, time, place, bodies, themes."""
    typed, parts = line.typed, [line.title or "no title yet"]
    path = _DATED.get(line.kind, "")
    if path in typed:
        parts.append(_when_words(desk, times.reader(desk)(typed[path])))
    if typed.get("venue", "") not in parts[-1]:
        parts.append(typed["venue"])
    shown = ("mode", "organisers", "forums", "who", "topics")
    parts += [_named(desk, typed[other]) for other in shown if other in typed]
    return [line.kind.__name__, *(clean(part) for part in parts)]


def prepare() -> None:
    """Load what the first reading needs, so that it is not waited for; in any thread."""
    tables.topics()
    the_field.stakeholders()
    times.is_known("")
    with suppress(ValueError):
        times.read_when("fri 15h", dt.date(2000, 1, 1), "UTC")


def _when_words(desk: Desk, moment: When) -> str:
    return due.words(moment, desk.home) if due.said(moment) else describe.when_told(desk, moment)


def _named(desk: Desk, text: str) -> str:
    held = desk.store.get(Forum, text) or the_field.record(text)
    return held.acronym or held.name if isinstance(held, Forum) else text


_WORD = re.compile(r'[@#]?"[^"]+"|\S+')


# Signs ------------------------------------------------------------------------------------------


def _marked(desk: Desk, kind: type[Record], word: Word) -> Word:
    name = squeeze(word.text[1:].strip('"').replace(";", ","))
    mark = next((m for m in MARKS if m.kind is kind and word.text.startswith(m.sign)), None)
    if mark is None or not any(letter.isalpha() for letter in name):
        return word
    if mark.path == "topics":
        return replace(word, path="topics", value=_topic(desk, name))
    if mark.path == "organisers":
        path, called = _body(desk, name)
        return replace(word, path=path, value=called)
    return replace(word, path=mark.path, value=name)


def _body(desk: Desk, name: str) -> tuple[str, str]:
    """Return whom a name means: an organiser as it spells itself, or a forum's id."""
    wanted = _alike(name)
    for stakeholder in (*desk.store.all(Stakeholder), *the_field.stakeholders()):
        for called in (stakeholder.name, *stakeholder.aliases):
            if _alike(called) == wanted:
                return "organisers", called
    for forum in desk.store.all(Forum):
        if wanted in map(_alike, (forum.id, forum.acronym, forum.name, *forum.aliases)):
            return "forums", forum.id
    return "organisers", name


def _topic(desk: Desk, name: str) -> str:
    """Return a theme as the field spells it."""
    wanted = _alike(name)
    known = (entry.name for entry in tables.topics())
    return next((topic for topic in known if _alike(topic) == wanted), name)


def _alike(name: str) -> str:
    return fold(name.replace("-", " ").replace("_", " "))


# Day, hour and place ----------------------------------------------------------------------------

_LONGEST_WHEN, _LONGEST_PLACE = 8, 5
_DAY_WORDS = frozenset(
    word.rstrip(".")
    for language in LANGUAGES.values()
    for names in (*language.months, *language.weekdays, *language.short_weekdays)
    for word in names.split()
) | frozenset(
    word
    for row in relative.LANGUAGES.values()
    for words in (row.today, row.tomorrow, row.coming)
    for word in re.findall(r"\w+", words)
)
_JOINING = frozenset(("on", "at", "in", "by", "from", "kl", "kl.", "um", "à"))
_BARE_YEAR = re.compile(r"\D*\d{4}\D*")


class _Stretch(NamedTuple):
    """Words that together tell a time."""

    start: int
    end: int
    """Not included."""
    read: When
    has_hour: bool


def _dated(desk: Desk, kind: type[Record], words: Sequence[Word]) -> list[Word]:
    """Return the words with those that tell a time, and the place behind it, in their fields."""
    found = max(_stretches(desk, words), key=_likeliest, default=None)
    if found is None:
        return list(words)
    path, start, end = _DATED[kind], found.start, found.end
    place = next(_places(words, end), end)
    where = _text(words[end:place])
    dated = [replace(w, path=path, value=w.text) for w in words[start:end]]
    if place > end and (found.has_hour or kind is not Event):
        dated += [replace(w, path=path, value=w.text) for w in words[end:place]]
    elif place > end:
        dated += [replace(w, path="venue", value=w.text) for w in words[end:place]]
    behind = list(words[place:])
    if kind is Event and behind and (mode := _MODES.get(_bare(behind[0].text))):
        behind[0] = replace(behind[0], path="mode", value=mode)
    line = [*words[:start], *dated, *behind]
    is_venue = kind is Event and found.has_hour and times.is_place(_without_joining(where))
    return [*line, Word("", "venue", _without_joining(where))] if is_venue else line


def _likeliest(found: _Stretch) -> tuple[bool, int, int]:
    return (found.has_hour, found.end - found.start, found.start)


def _stretches(desk: Desk, words: Sequence[Word]) -> Iterator[_Stretch]:
    """Yield the stretches of words that tell a day and name no place."""
    reads = times.reader(desk)
    for start, word in enumerate(words):
        if not _may_begin(word):
            continue
        before = 1 if start and _is_free(words[start - 1]) and _joins(words[start - 1]) else 0
        for end in range(start + 1, min(len(words), start + _LONGEST_WHEN) + 1):
            if not _is_free(words[end - 1]):
                break
            text = _text(words[start:end])
            try:
                read = reads(text)
            except ValueError:
                continue
            if read.zone_basis is ZoneBasis.VENUE or _BARE_YEAR.fullmatch(text):
                continue
            has_hour = read.is_timed or bool(due.said(read))
            yield _Stretch(start - before, end, read, has_hour)


def _places(words: Sequence[Word], start: int) -> Iterator[int]:
    """Yield where a place ends that begins at a word, the longest first."""
    for end in range(min(len(words), start + _LONGEST_PLACE), start, -1):
        within = words[start:end]
        if all(map(_is_free, within)) and times.is_known(_without_joining(_text(within))):
            yield end


def _without_joining(text: str) -> str:
    first, _, rest = text.partition(" ")
    return (rest if fold(first) in _JOINING else text).strip(" ,;.")


def _may_begin(word: Word) -> bool:
    text = _bare(word.text)
    is_told = any(letter.isdigit() for letter in text) or text in _DAY_WORDS or text == "in"
    return is_told and _is_free(word)


def _is_free(word: Word) -> bool:
    return not word.path and not word.text.startswith('"')


def _joins(word: Word) -> bool:
    return fold(word.text) in _JOINING


def _bare(text: str) -> str:
    return text.casefold().strip(".,;:()")


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _trimmed(words: Sequence[Word], path: str) -> list[Word]:
    """Return the words with a comma or dash at the end of what is left taken off."""
    last = max((n for n, word in enumerate(words) if word.path == path), default=None)
    return [
        replace(word, value=word.value.rstrip(" ,;–-")) if n == last else word
        for n, word in enumerate(words)
    ]
