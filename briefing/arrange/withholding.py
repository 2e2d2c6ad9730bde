"""A record without what rests on sources that somebody may not see.

Only what rests on such sources alone goes: a value that another source tells too stays, with that
source and without the words of the others. Nothing is ever put in a value's place but its default.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, TypeVar, cast

import msgspec

from briefing.model import (
    Answer,
    Citation,
    Doubt,
    DoubtKind,
    Evidence,
    Part,
    Question,
    R,
    Record,
)

S = TypeVar("S", bound=msgspec.Struct)

IsClosed = Callable[[str], bool]
"""Tells whether a source, by its id, may not be seen."""


class Remainder(NamedTuple):
    """What is left of a record."""

    record: Record | None
    """None where a value is gone that no record of its kind is without."""
    lost: tuple[str, ...] = ()
    """The paths of the values and items that are gone."""
    is_less_sourced: bool = False
    """Whether any citation is gone, also one of a value that stays."""


def without_closed(record: Record, is_closed: IsClosed) -> Remainder:
    """Return what is left of a record without the sources that are closed."""
    basis = _basis(record)
    cited = {citation.source for citations in basis.values() for citation in citations}
    closed = frozenset(source for source in cited if is_closed(source))
    if not closed:
        return Remainder(record)
    walk = _Walk(basis, closed)
    left = walk.struct(record, "", is_gone=False)
    if left is not None:
        left = msgspec.structs.replace(left, evidence=walk.evidence(record.evidence))
    return Remainder(left, tuple(walk.lost), is_less_sourced=True)


def without_citations(record: R, is_closed: IsClosed) -> R:
    """Return a record with all its values and none of the citations that are closed."""
    closed = frozenset(
        citation.source
        for citations in _basis(record).values()
        for citation in citations
        if is_closed(citation.source)
    )
    if not closed:
        return record
    walk = _Walk({}, closed)
    left = walk.struct(record, "", is_gone=False)
    assert left is not None
    return msgspec.structs.replace(left, evidence=walk.evidence(record.evidence))


def for_others(record: R) -> R:
    """Return a record without what is told of its values to the person at the desk alone.

    That is other readings, which name no source of their own, the other source's words in a doubt
    on two that disagree, and who decided a value when.
    """
    evidence = {path: _for_others(found) for path, found in record.evidence.items()}
    return msgspec.structs.replace(record, evidence=evidence) if evidence else record


_DISAGREE: Mapping[DoubtKind, str] = {
    DoubtKind.DATES_DISAGREE: "The sources disagree on the date.",
    DoubtKind.ZONES_DISAGREE: "The sources disagree on the time zone.",
    DoubtKind.NAMES_DISAGREE: "The sources disagree on the name.",
    DoubtKind.VERSIONS_DISAGREE: "Two people put in different values.",
}


def _for_others(found: Evidence) -> Evidence:
    return msgspec.structs.replace(
        found,
        doubts=tuple(
            Doubt(kind=doubt.kind, words=_DISAGREE.get(doubt.kind, doubt.words))
            for doubt in found.doubts
        ),
        alternatives=(),
        decided_by="",
        decided_at=None,
    )


def _basis(record: Record) -> dict[str, tuple[Citation, ...]]:
    """Return what each value rests on: its evidence, and what is cited inside it."""
    basis = {path: found.citations for path, found in record.evidence.items()}
    if isinstance(record, Question):
        cited = {f"answer/points/{p.key}": p.citations for p in record.answer.points}
        cited |= {f"asked/{a.key}": (a.citation,) for a in record.asked if a.citation}
        for path, citations in cited.items():
            basis[path] = (*basis.get(path, ()), *citations)
    return basis


class _Walk:
    """One going through a record, field by field."""

    def __init__(self, basis: Mapping[str, tuple[Citation, ...]], closed: frozenset[str]) -> None:
        self.lost: list[str] = []
        self._closed = closed
        self._gone = {
            path: bool(citations) and all(citation.source in closed for citation in citations)
            for path, citations in basis.items()
        }
        """Path -> whether what stands there rests on closed sources alone."""

    def struct(self, holder: S, path: str, *, is_gone: bool) -> S | None:
        """Return what is left of a record or an item; None where it can't be without what goes."""
        values: dict[str, object] = {}
        for info in _fields(type(holder)):
            at = f"{path}/{info.name}" if path else info.name
            if info.required and self._gone.get(at, is_gone):
                self.lost.append(path or at)
                return None
            default = () if info.required else default_of(info)
            before = getattr(holder, info.name)
            after = self._value(before, at, default, is_gone=self._gone.get(at, is_gone))
            if after is not before:
                values[info.name] = after
        return msgspec.structs.replace(holder, **values) if values else holder

    def evidence(self, held: Mapping[str, Evidence]) -> dict[str, Evidence]:
        """Return what the values that stay rest on."""
        return {
            path: self._open(found)
            for path, found in held.items()
            if not self._gone.get(path) and not any(is_at(path, lost) for lost in self.lost)
        }

    def _value(self, value: object, path: str, default: object, *, is_gone: bool) -> object:
        if isinstance(value, Citation):
            return None if value.source in self._closed else value
        if isinstance(value, tuple):
            left = tuple(self._items(value, path, is_gone=is_gone))
            is_same = len(left) == len(value) and all(map(_is, left, value))
            return value if is_same else left
        if isinstance(value, Answer):
            return self.struct(value, path, is_gone=is_gone)
        is_gone = is_gone or any(gone and is_at(at, path) for at, gone in self._gone.items())
        if not is_gone or value == default:
            return value
        self.lost.append(path)
        return default

    def _items(self, items: tuple[object, ...], path: str, *, is_gone: bool) -> Iterator[object]:
        for item in items:
            at = f"{path}/{getattr(item, 'key', item)}"
            if isinstance(item, Citation):
                if item.source not in self._closed:
                    yield item
            elif isinstance(item, Part):
                left = self.struct(item, at, is_gone=self._gone.get(at, is_gone))
                if left is item or (left is not None and _says_anything(left)):
                    yield left
                elif left is not None:
                    self.lost.append(at)
            elif self._gone.get(at, is_gone):
                self.lost.append(at)
            else:
                yield item

    def _open(self, found: Evidence) -> Evidence:
        citations = tuple(one for one in found.citations if one.source not in self._closed)
        if len(citations) == len(found.citations):
            return found
        # Doubts and other readings do not say which source they are from.
        return msgspec.structs.replace(found, citations=citations, doubts=(), alternatives=())


def is_at(path: str, above: str) -> bool:
    """Return whether a path is another one or leads into what stands there."""
    return path == above or path.startswith(f"{above}/")


def default_of(info: msgspec.structs.FieldInfo) -> object:
    """Return what an optional field is where nothing is said."""
    if info.default_factory is not msgspec.NODEFAULT:
        return cast("Callable[[], object]", info.default_factory)()
    return info.default


def _is(one: object, other: object) -> bool:
    return one is other


def _says_anything(item: msgspec.Struct) -> bool:
    infos = _fields(type(item))
    return any(info.required or getattr(item, info.name) != default_of(info) for info in infos)


_NO_VALUES = frozenset(("id", "key", "handling", "evidence"))


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return tuple(info for info in msgspec.structs.fields(kind) if info.name not in _NO_VALUES)
