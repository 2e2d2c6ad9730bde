"""Text that tries to do harm, in every text field of every kind of record, and what it would do."""

import datetime as dt
import hashlib
import re
import types
import typing
from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import count, cycle
from typing import Any, TypeVar

import msgspec

from briefing.desk.desk import Desk
from briefing.model import (
    RECORD_TYPES,
    Draft,
    Event,
    Evidence,
    Forum,
    Position,
    Proposal,
    Question,
    Record,
    Source,
    Stakeholder,
    Task,
)
from briefing.when import Precision, When, ZoneBasis
from tests.strategies import HOSTILE

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=msgspec.Struct)

MILLION = 1_000_000

SAMPLES: Mapping[str, str] = {
    "terminal escapes": "\x1b[2J\x1b[31m\x1b]0;owned\x07\x1b]52;c;eA==\x07\x9b31m\x90\x9d\x9c",
    "terminal link": "\x1b]8;;https://evil.example\x1b\\words\x1b]8;;\x1b\\",
    "markup": "[red]not[/red] [/] [link=https://evil.example]x[/link] [@click=app.quit]quit[/]",
    "bidi controls": "\u202eevil\u202c \u2066a\u2067b\u2068c\u2069 \u200e\u200f\u061c",
    "control codes": "".join(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))),
    "line ends": "one\r\ntwo\x0bthree\x0cfour\x85five\u2028six\u2029seven\ttab",
    "invisible": "a\u200bb\u2060c\ufeffd\u00ade\U000e0041\ufff9",
    "combining flood": "e" + "\u0301" * 5_000,
    "long word": "w" * 20_000,
    "wide letters": "漢字\uff21" * 500 + "\U0001f469\u200d\U0001f52c",
    "formula": '=HYPERLINK("https://evil.example","x")',
    "another formula": "+1+cmd|' /C calc'!A0",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;<!-- no",
    "Markdown": "# heading\n\n- item\n\n> quote\n\n```\ncode\n![x](https://evil.example/x.png)",
    "Markdown link": "[x](javascript:alert(1)) <https://evil.example> [x]: javascript:alert(1)",
    "line format": '"}\n{"id":"x"}\n<<<<<<< HEAD\n',
    "shell": "$(reboot) `reboot` ; reboot & %n%s ${HOME} -rf",
    "nothing": "",
    "spaces": " \u00a0\u3000 ",
    **{f"piece {number}": piece for number, piece in enumerate(HOSTILE)},
}

LONG_LINE = "word " * (MILLION // 5)

_HARM = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def harm(text: str) -> str:
    """Return what is in a text that no terminal may get; a line's end is no harm at its end."""
    return "".join(sorted(set(_HARM.findall(text.replace("\n", "")))))


def family(number: int, *pieces: str) -> list[Record]:
    """A record of each kind, every text in it hostile, tied to each other and to a source."""
    fill = _Filler(number, pieces)
    records = [fill.record(kind) for kind in RECORD_TYPES if kind is not Proposal]
    return [*records, *(fill.proposal(kind) for kind in _DRAFTS)]


def kept_text(number: int, pieces: Sequence[str]) -> str:
    """The text of a family's source, which its citations point into."""
    return f"{number}\n" + "\n".join(pieces)


def put(desk: Desk, number: int, *pieces: str) -> list[Record]:
    """Bring a family into a desk."""
    records, text = family(number, *pieces), kept_text(number, pieces)
    source = next(record for record in records if isinstance(record, Source))
    desk.store.keep_source(source.sha256, source.name, text.encode(), text)
    with desk.change(pieces[0]) as edit:
        for record in records:
            edit.put(record)
    return records


_DRAFTS: tuple[type[Draft], ...] = (Event, Task, Question, Position, Forum, Stakeholder)

_TIES: Mapping[str, type[Record]] = {
    "event": Event,
    "forum": Forum,
    "forums": Forum,
    "group": Stakeholder,
    "matches": Event,
    "question": Question,
    "source": Source,
    "stakeholder": Stakeholder,
    "subject": Event,
}
"""Fields with the id of a record of another kind."""

_OF_ITS_OWN_KIND = {"parent", "position", "revises", "succeeds", "under"}
"""Fields with the id of another record, which is left out."""

_DOUBTED = {"title", "when", "what", "due", "text", "claim", "name", "symbol", "links"}
"""Fields that rest on words of the source, with a doubt and another reading."""

_DAY = dt.date(2031, 6, 12)

_SIMPLE: Mapping[object, object] = {
    bool: True,
    int: 3,
    float: 0.5,
    dt.date: _DAY,
    dt.time: dt.time(9, 30),
    dt.datetime: dt.datetime(2031, 6, 2, 8, tzinfo=dt.UTC),
}


class _Filler:
    """Makes the records of a family, its texts taken in turn."""

    def __init__(self, number: int, pieces: Sequence[str]) -> None:
        self._number = number
        self._pieces = cycle(pieces)
        self._keys = count()
        self._sha256 = hashlib.sha256(kept_text(number, pieces).encode()).hexdigest()

    def record(self, kind: type[R], *, is_draft: bool = False) -> R:
        """Return a record with every field filled."""
        id = f"{'draft-' if is_draft else ''}{self._id(kind)}"
        made = self._struct(kind, id=id, evidence=self._evidence(kind))
        if isinstance(made, Source):
            digests = {"sha256": self._sha256, "text_sha256": self._sha256}
            return msgspec.structs.replace(made, **digests)
        return made

    def proposal(self, kind: type[Draft]) -> Proposal:
        """Return what waits, with a draft that is as hostile."""
        draft = self.record(kind, is_draft=True)
        return Proposal(id=f"p-{draft.id}", source=self._id(Source), draft=draft, end=3)

    def _id(self, kind: type[Record]) -> str:
        return f"{kind.__name__.lower()}-{self._number}"

    def _struct(self, kind: type[S], **given: object) -> S:
        hints = typing.get_type_hints(kind)
        left = [name for name in kind.__struct_fields__ if name not in given]
        return kind(**{name: self._value(name, hints[name]) for name in left}, **given)

    def _evidence(self, kind: type[Record]) -> dict[str, Evidence]:
        paths = [name for name in kind.__struct_fields__ if name in _DOUBTED]
        return {path: self._struct(Evidence) for path in (*paths, next(self._pieces))}

    def _value(self, name: str, hint: Any) -> Any:  # noqa: ANN401 - any annotation
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if name in _OF_ITS_OWN_KIND:
            return None
        if origin is tuple:
            return (self._value(name, arguments[0]),)
        if origin is Mapping:
            return {next(self._pieces): self._value(name, arguments[1])}
        if origin in (types.UnionType, typing.Union):
            return self._value(name, arguments[0])
        if hint is str:
            return self._text(name)
        if hint is When:
            return self._when()
        if hint in _SIMPLE:
            return _SIMPLE[hint]
        return next(iter(hint)) if issubclass(hint, Enum) else self._struct(hint)

    def _text(self, name: str) -> str:
        if name == "key":
            return f"k{next(self._keys)}"
        return self._id(_TIES[name]) if name in _TIES else next(self._pieces)

    def _when(self) -> When:
        return When(
            date=_DAY,
            time=dt.time(9, 30),
            zone="America/New_York",
            zone_basis=ZoneBasis.ABBREVIATION,
            written_zone=next(self._pieces),
            written=next(self._pieces),
            precision=Precision.MINUTE,
        )
