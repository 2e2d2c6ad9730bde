"""The settings of a workspace: briefing.toml, read and checked, never rewritten."""

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing import platform
from briefing.errors import Problem
from briefing.model.basis import Level
from briefing.model.levels import TLP, level_named
from briefing.text import clean, fold, nearest, squeeze
from briefing.when_words import LANGUAGES

FILE_NAME = "briefing.toml"

PAPERS = ("A4", "Letter")
PRESETS = ("plain", "vim")
SETS: Mapping[str, Mapping[Level, str]] = {"tlp": TLP}
"""Ready labels for the levels of handling."""
THEMES = ("dark", "light", "contrast")
GLYPHS = ("ascii", "plain", "rich")

_DAY = 24 * 60
"""Minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The person at the desk."""

    name: str = ""
    organisation: str = ""
    speaks_for: str = ""
    """The stakeholder whose positions are one's own."""
    home: str = ""
    """IANA key of the zone of one's own clock; empty means the system's."""
    languages: tuple[str, ...] = ()
    """ISO 639-1, the first preferred."""
    paper: str = "A4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How many minutes it takes from one event to the next."""

    same_building: int = 5
    same_city: int = 30
    other_city: int = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """The hours of one's own clock at which one sleeps; the end is not among them."""

    begins: dt.time = dt.time(22)
    ends: dt.time = dt.time(7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """How notes are made where nobody says otherwise."""

    template: str = ""
    """A Word document of one's own, whose styles, header and margins notes take; its path from
    the workspace's folder."""
    language: str = ""
    """One of `when_words.LANGUAGES`; empty means one's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What briefing.toml says, with a default for all that it does not."""

    title: str = ""
    """What the desk is called in the title line; empty means the folder's name."""
    today: dt.date | None = None
    """The day that the desk lives on, for an example desk; None means the calendar's."""
    me: Me = Me()
    has_me: bool = False
    """Whether there is a [me] at all; without one the first start asks."""
    preset: str = "plain"
    keys: Mapping[str, str] = field(default_factory=dict)
    """Command id -> keys, as in "timeline.today" -> "t"; whether they exist, the commands tell."""
    key_lines: Mapping[str, int] = field(default_factory=dict)
    """Command id -> the line of briefing.toml that binds it."""
    theme: str = "dark"
    glyphs: str = "plain"
    plain: bool = False
    """Whether listings are one labelled line a fact."""
    way: Way = Way()
    night: Night = Night()
    labels: Mapping[Level, str] = field(default_factory=dict)
    """What the house calls the levels of handling; those that it does not name are in words."""
    who_goes: Level = Level.ME
    """Who besides oneself may be told in an outlook where one goes, and who goes instead."""
    note: Notes = Notes()
    kinds: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Name of a kind of note -> its table as it is written; what is wrong there, notes tell."""
    kind_lines: Mapping[str, int] = field(default_factory=dict)
    """Name of a kind of note, or "name.key" -> its line of briefing.toml."""


class _WrongValueError(Exception):
    """A value can't be used; the message says what would do."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _WrongValueError('needs a text in quotes, as in "Oslo"')
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _WrongValueError('needs a list of texts, as in ["en", "fr"]')
    return tuple(value)


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongValueError("needs true or false")
    return value


def _minutes(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _DAY:
        raise _WrongValueError("needs a number of minutes up to a day's, as in 30")
    return value


def _hour(value: object) -> dt.time:
    try:
        return value if isinstance(value, dt.time) else dt.time.fromisoformat(_text(value))
    except (_WrongValueError, ValueError) as error:
        raise _WrongValueError('needs a time of day in quotes, as in "22:00"') from error


def _day(value: object) -> dt.date:
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise _WrongValueError("needs a date without quotes, as in 2026-03-12")
    return value


def _zone(value: object) -> str:
    # Not needed for the screen's first frame, where no zone is set.
    from zoneinfo import available_timezones

    from briefing.when import zone_info

    key = _text(value)
    try:
        zone_info(key)
    except ValueError as error:
        raise _WrongValueError(
            f"is no time zone: {key!r}{nearest(key, available_timezones())}"
        ) from error
    return key


def _word_document(value: object) -> str:
    path = _text(value)
    if not path.casefold().endswith((".docx", ".dotx")):
        raise _WrongValueError('needs a Word document, as in "our.docx"')
    return path


def _one_of(*allowed: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        by_folded = {word.casefold(): word for word in allowed}
        word = by_folded.get(_text(value).casefold())
        if word is None:
            raise _WrongValueError(
                f"needs one of {', '.join(allowed)}{nearest(str(value), allowed)}"
            )
        return word

    return check


def _labels(value: object) -> Mapping[Level, str]:
    if not isinstance(value, dict):
        raise _WrongValueError("is a section; write [handling.labels] on a line of its own")
    labels: dict[Level, str] = {}
    for name, label in value.items():
        levels = [level.value for level in Level]
        if name not in levels:
            raise _WrongValueError(f"names no level with {name!r}{nearest(name, levels)}")
        if not isinstance(label, str) or not squeeze(clean(label)):
            raise _WrongValueError(f'needs a label in quotes for {name}, as in "INTERNAL"')
        labels[Level(name)] = squeeze(clean(label))
    meant = [level_named(label, {}) for label in labels.values()]
    named = [fold(label) for label in labels.values()]
    mixed_up = any(m not in (None, level) for m, level in zip(meant, labels, strict=True))
    if len(set(named)) < len(named) or mixed_up:
        raise _WrongValueError("gives a label that means another level too")
    return labels


_CHECKS: Mapping[str, Mapping[str, Callable[[object], object]]] = {
    "": {"title": _text, "today": _day},
    "me": {
        "name": _text,
        "organisation": _text,
        "speaks_for": _text,
        "home": _zone,
        "languages": _texts,
        "paper": _one_of(*PAPERS),
    },
    "screen": {"theme": _one_of(*THEMES), "glyphs": _one_of(*GLYPHS)},
    "output": {"plain": _yes_or_no},
    "way": {"same_building": _minutes, "same_city": _minutes, "other_city": _minutes},
    "night": {"begins": _hour, "ends": _hour},
    "handling": {"set": _one_of(*SETS), "labels": _labels, "who_goes": _one_of(*Level)},
    "note": {"template": _word_document, "language": _one_of(*LANGUAGES)},
}
"""Section -> key -> what its value must be; [keys] is checked against the commands, by the desk."""

_SECTIONS = (*(name for name in _CHECKS if name), "keys", "kinds")


def load(folder: Path) -> tuple[Config, tuple[Problem, ...]]:
    """Read a workspace's settings and tell every mistake at once.

    What is wrong is left at its default, so that the desk opens all the same.
    """
    path = folder / FILE_NAME
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Config(), ()
    except OSError as error:
        return Config(), (Problem(str(path), None, f"can't be read: {error.strerror}"),)
    return parse(raw, str(path))


def parse(raw: bytes, source: str) -> tuple[Config, tuple[Problem, ...]]:
    """Read settings from the bytes of a briefing.toml; `source` names it in problems."""
    try:
        text = raw.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except UnicodeDecodeError as error:
        before = raw[: error.start].count(b"\n")
        return Config(), (Problem(source, before + 1, "is not written in UTF-8"),)
    except tomllib.TOMLDecodeError as error:
        return Config(), (_toml_problem(source, error),)
    return _Parser(source, text).config(tables)


class _Parser:
    """One reading of a briefing.toml, collecting what is wrong."""

    def __init__(self, source: str, text: str) -> None:
        self._source = source
        self._lines = _lines(text)
        self._problems: list[Problem] = []

    def config(self, tables: Mapping[str, object]) -> tuple[Config, tuple[Problem, ...]]:
        top = {key: value for key, value in tables.items() if not isinstance(value, dict)}
        sections = {key: value for key, value in tables.items() if isinstance(value, dict)}
        for name in sections:
            if name not in _SECTIONS:
                self._report("", name, f"[{name}] is no section{nearest(name, _SECTIONS)}")
        read = {name: self._section(name, sections.get(name, {})) for name in _CHECKS if name}
        keys = dict(_flat(sections.get("keys", {})))
        preset = self._checked("keys", "preset", keys.pop("preset", PRESETS[0]), _one_of(*PRESETS))
        bound = {key: self._checked("keys", key, value, _text) for key, value in keys.items()}
        kinds = dict(self._tables("kinds", sections.get("kinds", {})))
        config = Config(
            **self._section("", top),  # type: ignore[arg-type]  # checked by _CHECKS
            **read["screen"],  # type: ignore[arg-type]
            **read["output"],  # type: ignore[arg-type]
            me=Me(**read["me"]),  # type: ignore[arg-type]
            way=Way(**read["way"]),  # type: ignore[arg-type]
            night=Night(**read["night"]),  # type: ignore[arg-type]
            labels=_of_the_house(read["handling"]),
            who_goes=Level(str(read["handling"].get("who_goes", Level.ME))),
            has_me="me" in sections,
            preset=str(preset or PRESETS[0]),
            keys={key: str(value) for key, value in bound.items() if value is not None},
            key_lines={key: self._line("keys", key) or 1 for key in bound},
            note=Notes(**read["note"]),  # type: ignore[arg-type]
            kinds=kinds,
            kind_lines={path: self._line("kinds", path) or 1 for path in _paths(kinds)},
        )
        return config, tuple(sorted(self._problems, key=lambda problem: problem.line or 0))

    def _section(self, name: str, values: Mapping[str, object]) -> dict[str, object]:
        checks = _CHECKS[name]
        read: dict[str, object] = {}
        for key, value in values.items():
            if not name and key in _SECTIONS:
                self._report("", key, f"{key} is a section; write [{key}] on a line of its own")
            elif key not in checks:
                where = f" in [{name}]" if name else ""
                known = checks if name else (*checks, *_SECTIONS)
                self._report(name, key, f"{key!r} is no setting{where}{nearest(key, known)}")
            elif (checked := self._checked(name, key, value, checks[key])) is not None:
                read[key] = checked
        return read

    def _tables(
        self, section: str, values: Mapping[str, object]
    ) -> Iterator[tuple[str, Mapping[str, object]]]:
        for key, value in values.items():
            if isinstance(value, dict):
                yield key, value
            else:
                message = f"{key} needs a section of its own; write [{section}.{key}]"
                self._report(section, key, message)

    def _checked(
        self, section: str, key: str, value: object, check: Callable[[object], object]
    ) -> object | None:
        try:
            return check(value)
        except _WrongValueError as wrong:
            self._report(section, key, f"{key} {wrong}")
            return None

    def _report(self, section: str, key: str, message: str) -> None:
        self._problems.append(Problem(self._source, self._line(section, key), message))

    def _line(self, section: str, key: str) -> int | None:
        """Return where a key stands, or the section or inline table that it is in."""
        path = _plain(f"{section}.{key}")
        while path and path not in self._lines:
            path = path.rpartition(".")[0]
        return self._lines.get(path)


def _of_the_house(read: Mapping[str, object]) -> Mapping[Level, str]:
    """Return the labels of a ready set, with the house's own in their place."""
    own = read.get("labels", {})
    assert isinstance(own, dict)
    return {**SETS.get(str(read.get("set", "")), {}), **own}


def _lines(text: str) -> Mapping[str, int]:
    """Return the line where each section and key first stands: tomllib keeps none."""
    lines: dict[str, int] = {}
    section = ""
    for number, line in enumerate(text.split("\n"), 1):
        if heading := re.match(r"\s*\[+([^\]]+)\]", line):
            section = _plain(heading[1])
            lines.setdefault(section, number)
        elif key := re.match(r"[^=#]+(?==)", line):
            lines.setdefault(_plain(f"{section}.{key[0]}"), number)
    return lines


def _plain(path: str) -> str:
    """Return a key's path without the quotes and spaces that TOML allows in it."""
    return re.sub(r"[\s\"']", "", path).strip(".")


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    """Yield a table's keys with dots: TOML nests `timeline.today` where it has no quotes."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _paths(tables: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """Yield the name of each table, and "name.key" for what stands in it."""
    for name, table in tables.items():
        yield name
        yield from (f"{name}.{key}" for key in table)


def _toml_problem(source: str, error: tomllib.TOMLDecodeError) -> Problem:
    """Take the line out of the message, the only place where tomllib of Python 3.11 tells it."""
    found = re.match(r"(.*) \(at line (\d+), column \d+\)", str(error))
    reason, line = (found[1], int(found[2])) if found else (str(error), None)
    hint = "is a quotation mark or a bracket missing?"
    return Problem(source, line, f"can't be read, so no setting holds; {hint} ({reason})")


def guessed_me() -> Me:
    """Return what the system knows of the person, offered at the first start."""
    return Me(
        name=platform.person_name(),
        home=platform.zone_key(),
        languages=(platform.language(),),
        paper=platform.paper(),
    )
