"""Kinds of notes that a workspace adds in its briefing.toml, and what is wrong with them."""

from collections.abc import Callable, Iterator, Mapping

from briefing.config import FILE_NAME, Config
from briefing.errors import Problem
from briefing.note.blocks import SectionName
from briefing.note.kinds import HOUSE_NOTE, Kind, SubjectKind, kind, tables
from briefing.text import nearest


def own_kinds(config: Config) -> tuple[Mapping[str, Kind], tuple[Problem, ...]]:
    """Return the kinds that a workspace has besides those of the program, and every mistake.

    A kind with a mistake is left out, so that nothing is made that was not asked for.
    """
    made: dict[str, Kind] = {}
    problems: list[Problem] = []
    known = dict(tables())
    for name, table in config.kinds.items():
        told = list(_mistakes(name, table, known))
        problems += (_problem(config, name, key, message) for key, message in told)
        if not told:
            known[name] = _whole(table, known)
            made[name] = kind(name, known[name])
    return made, tuple(sorted(problems, key=lambda problem: problem.line or 0))


def check(config: Config) -> tuple[Problem, ...]:
    """Return every mistake in a workspace's own kinds, with its line."""
    return own_kinds(config)[1]


def _problem(config: Config, name: str, key: str, message: str) -> Problem:
    line = config.kind_lines.get(f"{name}.{key}") or config.kind_lines.get(name)
    return Problem(FILE_NAME, line, f"[kinds.{name}] {message}")


def _whole(
    table: Mapping[str, object], known: Mapping[str, Mapping[str, object]]
) -> dict[str, object]:
    """Return a kind's table with what it takes over."""
    base = str(table.get("base", HOUSE_NOTE))
    own = {key: value for key, value in table.items() if key != "base"}
    return {**known[base], "as_in": base, **own}


# Mistakes ---------------------------------------------------------------------------------------

_Check = Callable[[object], str]
"""Returns what is wrong with a value, as what follows its key; empty where nothing is."""


def _text(value: object) -> str:
    return "" if isinstance(value, str) and value else 'needs a text in quotes, as in "Brief"'


def _number(value: object) -> str:
    is_number = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return "" if is_number else "needs a whole number, as in 2"


def _yes_or_no(value: object) -> str:
    return "" if isinstance(value, bool) else "needs true or false"


def _subject(value: object) -> str:
    return _one_of(value, [subject.value for subject in SubjectKind])


def _one_of(value: object, known: list[str]) -> str:
    if value in known:
        return ""
    return f"needs one of {', '.join(known)}{nearest(str(value), known)}"


_KEYS: Mapping[str, _Check] = {
    "title": _text,
    "subject": _subject,
    "pages": _number,
    "words": _number,
}
_PART_KEYS: Mapping[str, _Check] = {
    "part": lambda value: _one_of(value, [name.value for name in SectionName]),
    "words": _number,
    "sentences": _number,
    "items": _number,
    "stop": _number,
    "annex": _yes_or_no,
    "brief": _yes_or_no,
}


def _mistakes(
    name: str, table: Mapping[str, object], known: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """Yield the key of each mistake with one sentence on it."""
    if name in tables():
        yield "", "is a kind that the program has; choose another name"
    checks = {
        **_KEYS,
        "base": lambda value: _one_of(value, [*known]),
        "as_in": lambda value: _one_of(value, [*known]),
    }
    parts = table.get("parts", [])
    yield from _wrong({k: v for k, v in table.items() if k != "parts"}, checks, [*checks, "parts"])
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        yield "parts", 'parts needs a list of tables, as in [{ part = "issue", words = 60 }]'
        return
    for part in parts:
        if "part" not in part:
            yield "parts", 'each of its parts needs a name, as in { part = "bottom line" }'
        yield from (("parts", said) for _, said in _wrong(part, _PART_KEYS, [*_PART_KEYS]))
    names = [str(part.get("part")) for part in parts]
    for twice in sorted({name for name in names if names.count(name) > 1}):
        yield "parts", f"has the part {twice!r} twice"
    if not parts and "parts" in table:
        yield "parts", "parts needs at least one part"


def _wrong(
    table: Mapping[str, object], checks: Mapping[str, _Check], known: list[str]
) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if key not in checks:
            yield key, f"{key!r} is no setting of a kind of note{nearest(key, known)}"
        elif wrong := checks[key](value):
            yield key, f"{key} {wrong}"
