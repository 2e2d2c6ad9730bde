"""Records whose every word is in Greek letters, so that what a note says of its own stands out."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

import msgspec

from briefing.model import Doubt, Source

T = TypeVar("T")

_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüß",
    "αβγδεφγηιιβλμνοπβρστυυυξυζΑΒΓΔΕΦΓΗΙΙΒΛΜΝΟΠΒΡΣΤΥΥΥΞΥΖαουσ",
)
"""One for one, so that what is cited from a text stays where it was."""

_TEXTS = frozenset(
    (
        *("title", "name", "organisation", "text", "claim", "venue", "role", "affiliation", "what"),
        *("who", "words", "holder", "topic", "topics", "condition", "mandate", "period", "acronym"),
        *("body", "place", "bottom_line", "purpose", "objectives", "points", "sensitivities"),
        *("background", "next_step", "covered_by", "short", "medium", "long", "if_pressed"),
        *("caveats", "document", "paragraph", "capacity", "written", "texts"),
    )
)
"""Fields in which somebody wrote; all others are ours, or name something."""


def in_greek(value: T, field: str = "") -> T:
    """Return a value with what others wrote in it in Greek letters."""
    made: object = value
    if isinstance(value, Doubt | Enum):
        return value
    if isinstance(value, str):
        made = value.translate(_LETTERS) if field in _TEXTS else value
    elif isinstance(value, tuple):
        each = [in_greek(one, field) for one in value]
        made = type(value)(*each) if hasattr(value, "_fields") else tuple(each)
    elif isinstance(value, Mapping):
        made = {key: in_greek(one, field) for key, one in value.items()}
    elif isinstance(value, msgspec.Struct):
        made = msgspec.structs.replace(value, **_of(value, value.__struct_fields__))
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(value, **_of(value, [one.name for one in fields(value)]))
    return cast("T", made)


def _of(value: object, names: object) -> dict[str, object]:
    assert isinstance(names, list | tuple)
    untold = ("kind",) if isinstance(value, Source) else ()
    return {
        name: in_greek(getattr(value, name), name) for name in names if name not in ("id", *untold)
    }
