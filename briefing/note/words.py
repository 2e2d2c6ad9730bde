"""The fixed words of a note in each language that it can be written in; the table is words.toml."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources
from string import Formatter
from zoneinfo import ZoneInfo

import msgspec

from briefing import when_words
from briefing.arrange import due
from briefing.model import Doubt, Event, Level
from briefing.note.blocks import one_line
from briefing.text import fold
from briefing.when import Precision, When

LANGUAGES = when_words.LANGUAGES
"""ISO 639-1, English first."""


def known_language(*codes: str) -> str:
    """Return the first of `LANGUAGES` that a code stands for ("fr-CH", "no"), else English."""
    return next((told for told in map(_plain, codes) if told in LANGUAGES), LANGUAGES[0])


def _plain(code: str) -> str:
    language = code.replace("_", "-").partition("-")[0].lower()
    return "nb" if language in ("no", "nn") else language


@dataclass(frozen=True, slots=True)
class Words:
    """What a note says of its own, in one language of `LANGUAGES`."""

    language: str = "en"
    labels: Mapping[Level, str] = field(default_factory=dict)
    """What the house calls the levels of handling, the same in every language."""

    def say(self, phrase: str, /, **fields: object) -> str:
        """Return an English phrase in this language, its named fields filled in.

        What has no translation, as a workspace's own kind of note, stays as it is.
        """
        said = _table().phrases.get(phrase, {}).get(self.language, phrase)
        return said.format(**fields) if fields else said

    def count(self, number: int, noun: str) -> str:
        """Return a number with its noun, in English in the singular: "3 days"."""
        one, many = _table().counted[noun][self.language]
        is_one = number < 2 if self.language == "fr" else number == 1
        return f"{self.number(number)} {one if is_one else many}"

    def doubt(self, doubt: Doubt) -> str:
        """Return why a value is in doubt: its own sentence where it is known, else its kind."""
        if self.language == LANGUAGES[0]:
            return doubt.words
        for told, said in _doubts():
            found = told.fullmatch(doubt.words)
            if found is not None:
                return said[self.language].format(**found.groupdict())
        return self.term(doubt.kind)

    def number(self, number: int) -> str:
        """Return a whole number, in English with commas and elsewhere with spaces: "12 000"."""
        return f"{number:,}".replace(",", "," if self.language == "en" else "\N{NO-BREAK SPACE}")

    def term(self, value: StrEnum) -> str:
        """Return a value of a closed set: "supports with edits", "side event"."""
        return _table().terms[type(value).__name__][value].get(self.language, value)

    def level(self, level: Level) -> str:
        """Return who may see what is at a level, by the house's label where it has one."""
        label = self.labels.get(level)
        if label is not None:
            return label
        words = self.term(level)
        return f"{words[:1].upper()}{words[1:]}"

    def quote(self, text: str) -> str:
        """Return text in quotation marks."""
        return self.say("“{text}”", text=text)

    def label(self, label: str) -> str:
        """Return a label as it stands before what it labels: "When:"."""
        return self.say("{label}:", label=label)

    def listed(self, parts: Iterable[str]) -> str:
        """Return what is there of some parts in a row: "Register; confirmed"."""
        lines = (one_line(part) for part in parts)
        return self.say("; ").join(line for line in lines if line)

    def title(self, event: Event) -> tuple[str, str]:
        """Return what an event is called, in this language where it has such a title, and where.

        That is the path of the value in its record.
        """
        if _plain(event.language or LANGUAGES[0]) != self.language:
            for one in event.other_titles:
                if _plain(one.language) == self.language and (text := one_line(one.text)):
                    return text, f"other_titles/{one.key}"
        return one_line(event.title), "title"

    def order(self, text: str) -> str:
        """Return what puts text in the order of the alphabet: in Norwegian å comes after z."""
        return fold(text.casefold().translate(_LAST_LETTERS.get(self.language, {})))

    def date(self, when: When, *, weekday: bool = True) -> str:
        """Return its dates: "Mon 24 Jul 2023", "24–28 Jul 2023"."""
        return when_words.date_words(when, weekday=weekday, language=self.language)

    def day(self, day: dt.date, *, weekday: bool = True) -> str:
        """Return a day: "Mon 24 Jul 2023"."""
        return when_words.day_words(day, weekday=weekday, language=self.language)

    def moment(self, when: When, home: ZoneInfo) -> str:
        """Return date and both clocks: "Mon 24 Jul 2023, 07:45 New York · 13:45 Oslo"."""
        return when_words.words(when, home, language=self.language)

    def time(self, time: dt.time) -> str:
        """Return an hour of the day: "07:45"."""
        return when_words.time_words(time, language=self.language)

    def at_home(self, when: When, home: ZoneInfo) -> str:
        """Return its times on the clock at home; empty where they are not known."""
        return when_words.home_clock_words(when, home, language=self.language)

    def clock(self, when: When) -> str:
        """Return what the clock of a zoned time is called: "New York"."""
        return when_words.clock_name(when, language=self.language)

    def clocks(self, when: When, home: ZoneInfo) -> str:
        """Return its times on both clocks; empty where there is no time."""
        return when_words.clock_words(when, home, language=self.language)

    def by(self, until: When, home: ZoneInfo) -> str:
        """Return by when something is to be done: "By Mon 24 Jul 2023"."""
        told = self.deadline(until, home)
        if until.precision in (Precision.MONTH, Precision.YEAR):
            return self.say("By {month}", month=told)
        return self.say("By {day}", day=told)

    def deadline(self, until: When, home: ZoneInfo) -> str:
        """Return a deadline as it was said and as it is read, as `due.words` does in English."""
        told, meant = due.said(until), due.safe(until)
        if not told:
            return self.moment(until, home)
        if meant is until:
            return f"{self.moment(until, home)} ({told})"
        read_as = self.say("{told} (read as {clocks})", told=told, clocks=self.clocks(meant, home))
        return f"{self.date(until)}, {read_as}"


_LAST_LETTERS: Mapping[str, Mapping[int, str]] = {
    "nb": str.maketrans({"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c"}),
    "es": str.maketrans({"ñ": "n{"}),
}
"""Letters of their own that stand behind another; the brace stands behind z."""


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    phrases: Mapping[str, Mapping[str, str]]
    """English phrase -> language -> phrase."""
    doubts: Mapping[str, Mapping[str, str]]
    """What a reader of sources doubts, in English -> language -> sentence."""
    counted: Mapping[str, Mapping[str, tuple[str, str]]]
    """English noun -> language -> singular and plural."""
    terms: Mapping[str, Mapping[str, Mapping[str, str]]]
    """Name of an enum -> value -> language -> words; English is the value where it isn't given."""


@cache
def _table() -> _Table:
    raw = resources.files("briefing.note").joinpath("words.toml").read_bytes()
    return msgspec.convert(_unparted(tomllib.loads(raw.decode())), _Table)


@cache
def _doubts() -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    return tuple((_pattern(told), said) for told, said in _table().doubts.items())


def _pattern(phrase: str) -> re.Pattern[str]:
    """Return what finds a phrase, and its fields by their names."""
    pieces = Formatter().parse(phrase)
    return re.compile(
        "".join(
            f"{re.escape(text)}{f'(?P<{name}>.+)' if name else ''}" for text, name, _, _ in pieces
        )
    )


_UNPARTED = re.compile(r" (?=[:;?!»])|(?<=«) |(?<=[°º]) |(?<=[Nn]r\.) ")
"""A space at which no line ends: those of French signs, and that before a number."""


def _unparted(table: object) -> object:
    """Return a table with a no-break space wherever a phrase has a space that must not part."""
    match table:
        case dict():
            return {key: _unparted(value) for key, value in table.items()}
        case str():
            return _UNPARTED.sub("\N{NO-BREAK SPACE}", table)
    return table
