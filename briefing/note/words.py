"""The fixed words of a note in each language that it can be written in; the table is words.toml."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

import msgspec

from briefing import when_words
from briefing.arrange import due
from briefing.model import Level
from briefing.when import When

LANGUAGES = when_words.LANGUAGES
"""ISO 639-1, English first."""


def known_language(*codes: str) -> str:
    """Return the first of `LANGUAGES` that a code stands for ("fr-CH", "no"), else English."""
    meant = (code.replace("_", "-").partition("-")[0].lower() for code in codes)
    told = ("nb" if code in ("no", "nn") else code for code in meant)
    return next((code for code in told if code in LANGUAGES), LANGUAGES[0])


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

    def date(self, when: When, *, weekday: bool = True) -> str:
        """Return its dates: "Mon 24 Jul 2023", "24–28 Jul 2023"."""
        return when_words.date_words(when, weekday=weekday, language=self.language)

    def day(self, day: dt.date, *, weekday: bool = True) -> str:
        """Return a day: "Mon 24 Jul 2023"."""
        return when_words.day_words(day, weekday=weekday, language=self.language)

    def moment(self, when: When, home: ZoneInfo) -> str:
        """Return date and both clocks: "Mon 24 Jul 2023, 07:45 New York · 13:45 Oslo"."""
        return when_words.words(when, home, language=self.language)

    def clocks(self, when: When, home: ZoneInfo) -> str:
        """Return its times on both clocks; empty where there is no time."""
        return when_words.clock_words(when, home, language=self.language)

    def deadline(self, until: When, home: ZoneInfo) -> str:
        """Return a deadline as it was said and as it is read, as `due.words` does in English."""
        told, meant = due.said(until), due.safe(until)
        if not told:
            return self.moment(until, home)
        if meant is until:
            return f"{self.moment(until, home)} ({told})"
        read_as = self.say("{told} (read as {clocks})", told=told, clocks=self.clocks(meant, home))
        return f"{self.date(until)}, {read_as}"


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    phrases: Mapping[str, Mapping[str, str]]
    """English phrase -> language -> phrase."""
    counted: Mapping[str, Mapping[str, tuple[str, str]]]
    """English noun -> language -> singular and plural."""
    terms: Mapping[str, Mapping[str, Mapping[str, str]]]
    """Name of an enum -> value -> language -> words; English is the value where it isn't given."""


@cache
def _table() -> _Table:
    raw = resources.files("briefing.note").joinpath("words.toml").read_bytes()
    return msgspec.convert(tomllib.loads(raw.decode()), _Table)
