"""Two versions of a table made one: record by record, field by field, nothing of either lost."""

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple, TypeVar, cast

import msgspec

from briefing.model import (
    Decision,
    Doubt,
    DoubtKind,
    Evidence,
    Level,
    ProposalState,
    R,
    Record,
)
from briefing.store.claims import Claim, Disagreement, doubted, with_other
from briefing.store.parts import defaults, order, parts, put_together
from briefing.store.records import KINDS, decode, document, encode

T = TypeVar("T")

OTHER_VERSIONS = "_other_versions"
"""Where a plain document, which has no evidence, keeps the values that were not taken."""

_STANDS: Mapping[str, tuple[object, ...]] = {
    "handling/level": tuple(Level),
    "handling/chatham_house": (True, False),
    "state": (ProposalState.ACCEPTED, ProposalState.REJECTED),
}
"""Which of two values stands until a person decides, the first before the others: the fewest see
what is in doubt, and an accepted proposal has its record in the desk already. Elsewhere ours."""

_FIRST_TIME = "received"
"""The day on which a document came in; of two people's the earlier one is true."""

_DEEPEST = 50
"""How far into a document is looked; what is deeper is one value."""

_ENCODER = msgspec.json.Encoder(order="deterministic")


def merge(table: str, base: bytes | None, ours: bytes | None, theirs: bytes | None) -> bytes | None:
    """Return the line of a record that was changed on two sides since `base`; None for no record.

    What one side alone changed is taken from it, an edit beats a removal, and what a person decided
    beats what a rule read. Of two edits of one value ours stands, in doubt, and theirs becomes
    another reading of it for a person to decide.
    """
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    if ours is None or theirs is None:
        return ours or theirs
    kind = KINDS.get(table)
    one, other = (None, None) if kind is None else (_read(kind, ours), _read(kind, theirs))
    if one is None and other is None:
        return _ENCODER.encode(_merged_documents(base, ours, theirs))
    if one is None or other is None:
        return _with_unread(one, theirs) if one is not None else _with_unread(other, ours)
    merged = _merged_records(None if kind is None else _read(kind, base), one, other)
    if merged in (one, other):
        return ours if merged == one else theirs
    return encode(merged)


def merge_tables(
    table: str,
    base: Mapping[str, bytes],
    ours: Mapping[str, bytes],
    theirs: Mapping[str, bytes],
) -> dict[str, bytes]:
    """Return the lines of a table that was changed on two sides since `base`, by id."""
    ids = sorted({*ours, *theirs})
    merged = ((id, merge(table, base.get(id), ours.get(id), theirs.get(id))) for id in ids)
    return {id: line for id, line in merged if line is not None}


# Records and documents --------------------------------------------------------------------------


def _read(kind: type[Record], line: bytes | None) -> Record | None:
    try:
        return None if line is None else decode(kind, line)
    except ValueError:
        return None


def _merged_records(base: Record | None, ours: R, theirs: Record) -> R:
    held: Mapping[str, Evidence] = {} if base is None else base.evidence
    merging = _Merging(held, ours.evidence, theirs.evidence)
    merged = merging.merged("", _Sides(base, ours, theirs))
    return msgspec.structs.replace(cast("R", merged), evidence=merging.evidence())


def _with_unread(record: Record | None, line: bytes) -> bytes:
    """Return a record's line with a doubt that keeps another version, which can't be read."""
    assert record is not None
    fields = msgspec.structs.fields(record)
    path = next(field.name for field in fields if field.required and field.name != "id")
    basis = record.evidence.get(path) or Evidence()
    words = f"Another version of this can't be read here: {_shown(line)}"
    doubt = Doubt(kind=DoubtKind.VERSIONS_DISAGREE, words=words)
    evidence = {**record.evidence, path: doubted(basis, doubt)}
    return encode(msgspec.structs.replace(record, evidence=evidence))


class _Named(msgspec.Struct):
    id: str


def _merged_documents(base: bytes | None, ours: bytes, theirs: bytes) -> object:
    held = {} if base is None else _fields(base, {})
    merging = _Merging({}, {}, {})
    merged = merging.merged("", _Sides(held, _fields(ours, held), _fields(theirs, held)))
    others = [{"path": path, "value": d.other.value} for path, d in merging.disagreements.items()]
    assert isinstance(merged, dict)
    if others:
        merged[OTHER_VERSIONS] = [*merged.get(OTHER_VERSIONS, ()), *others]
    return merged


def _fields(line: bytes, held: Mapping[str, object]) -> dict[str, object]:
    """Return a line's fields; where it is broken those that were held, with the line beside."""
    try:
        return document(line)
    except (ValueError, RecursionError):
        named = msgspec.json.decode(line, type=_Named)
        return {**held, "id": named.id, OTHER_VERSIONS: [{"path": "", "value": _shown(line)}]}


def _shown(line: bytes) -> str:
    return line.decode(errors="backslashreplace")


# Values -----------------------------------------------------------------------------------------


class _Absent(Enum):
    """That a list or a document has no such item."""

    ABSENT = 0


_ABSENT = _Absent.ABSENT


class _Sides(NamedTuple):
    """A value at the beginning and on the two sides."""

    base: object
    ours: object
    theirs: object


class _Merging:
    """One record being merged, and what is to be known of it for its evidence."""

    def __init__(
        self,
        base: Mapping[str, Evidence],
        ours: Mapping[str, Evidence],
        theirs: Mapping[str, Evidence],
    ) -> None:
        self._base, self._ours, self._theirs = base, ours, theirs
        self._taken: dict[str, Mapping[str, Evidence]] = {}
        """Path -> the evidence of the side whose value was taken; nothing for what was removed."""
        self.disagreements: dict[str, Disagreement] = {}

    def merged(self, path: str, sides: _Sides) -> object:
        """Return a value whose parts are merged one by one; the one to take if it has none."""
        ours, theirs = parts(sides.ours), parts(sides.theirs)
        is_alike = type(sides.ours) is type(sides.theirs)
        if ours is None or theirs is None or not is_alike or path.count("/") > _DEEPEST:
            return self._one_of(path, sides)
        base = parts(sides.base) if type(sides.base) is type(sides.ours) else None
        base = defaults(sides.ours) if base is None else base
        found: dict[str, object] = {}
        for name in order(base, ours, theirs):
            part = _Sides(*(parts.get(name, _ABSENT) for parts in (base, ours, theirs)))
            merged = self._part(f"{path}/{name}" if path else name, part)
            if merged is not _ABSENT:
                found[name] = merged
        return put_together(sides.ours, found)

    def evidence(self) -> dict[str, Evidence]:
        """Return what the merged values rest on."""
        paths = dict.fromkeys((*self._ours, *self._theirs))
        found = {path: basis for path in paths if (basis := self._evidence_at(path))}
        for path, disagreement in self.disagreements.items():
            basis = found.get(path) or disagreement.standing.basis or Evidence()
            found[path] = with_other(basis, disagreement)
        return found

    def _part(self, path: str, sides: _Sides) -> object:
        base, ours, theirs = sides
        if ours == theirs:
            return ours
        if ours is not _ABSENT and theirs is not _ABSENT:
            if isinstance(ours, Record) and type(ours) is type(theirs):
                held = base if isinstance(base, type(ours)) else None
                return _merged_records(held, ours, theirs)
            return self.merged(path, sides)
        left, evidence = (theirs, self._theirs) if ours is _ABSENT else (ours, self._ours)
        is_edited = left != base or _within(evidence, path) != _within(self._base, path)
        self._taken[path] = evidence if is_edited else {}
        return left if is_edited else _ABSENT

    def _one_of(self, path: str, sides: _Sides) -> object:
        ours = self._claim(path, sides.ours, sides.base, self._ours)
        theirs = self._claim(path, sides.theirs, sides.base, self._theirs)
        standing, other = (theirs, ours) if _yields(path, ours, theirs) else (ours, theirs)
        self._taken[path] = standing.evidence
        if other.is_new and path != _FIRST_TIME:
            self.disagreements[path] = Disagreement(standing, other)
        return standing.value

    def _claim(
        self, path: str, value: object, base: object, evidence: Mapping[str, Evidence]
    ) -> Claim:
        basis, before = _nearest(evidence, path), _nearest(self._base, path)
        is_decided = basis is not None and basis.decision is not Decision.UNDECIDED
        is_read = basis is not None and bool(basis.rule) and not is_decided
        return Claim(
            value,
            basis,
            evidence,
            is_new=value != base
            or (is_decided and basis != before)
            or _is_newly_open(basis, before),
            is_decided=is_decided,
            is_reread=is_read and basis != before,
            decided_by=basis.decided_by if basis is not None and basis != before else "",
        )

    def _evidence_at(self, path: str) -> Evidence | None:
        taken = _nearest(self._taken, path)
        if taken is not None:
            return taken.get(path)
        return _merged_evidence(*(e.get(path) for e in (self._base, self._ours, self._theirs)))


def _is_newly_open(basis: Evidence | None, before: Evidence | None) -> bool:
    """Whether versions disagree that did not at the beginning."""
    known = before.doubts if before else ()
    now = basis.doubts if basis and basis.decision is Decision.UNDECIDED else ()
    return any(d.kind is DoubtKind.VERSIONS_DISAGREE and d not in known for d in now)


def _yields(path: str, ours: Claim, theirs: Claim) -> bool:
    """Whether the other side's value is taken instead of ours."""
    if not (ours.is_new and theirs.is_new):
        return theirs.is_new
    if ours.is_reread and theirs.is_decided:
        return True
    if (
        path == _FIRST_TIME
        and isinstance(ours.value, dt.date)
        and isinstance(theirs.value, dt.date)
    ):
        return theirs.value < ours.value
    first = _STANDS.get(path, ())
    if ours.value not in first or theirs.value not in first:
        return False
    return first.index(theirs.value) < first.index(ours.value)


def _nearest(by_path: Mapping[str, T], path: str) -> T | None:
    """Return what stands at a path, or at the nearest of those that it lies within."""
    while path and path not in by_path:
        path = path.rpartition("/")[0]
    return by_path.get(path)


def _within(evidence: Mapping[str, Evidence], path: str) -> dict[str, Evidence]:
    within = f"{path}/"
    return {p: basis for p, basis in evidence.items() if p == path or p.startswith(within)}


# Evidence ---------------------------------------------------------------------------------------


def _merged_evidence(
    base: Evidence | None, ours: Evidence | None, theirs: Evidence | None
) -> Evidence | None:
    """Return what a value rests on that is the same on both sides; a person's word stays."""
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    if ours is None or theirs is None:
        return ours or theirs
    held = base or Evidence()
    return msgspec.structs.replace(
        max(ours, theirs, key=_decided),
        citations=_merged_items(held.citations, ours.citations, theirs.citations),
        doubts=_merged_items(held.doubts, ours.doubts, theirs.doubts),
        alternatives=_merged_items(held.alternatives, ours.alternatives, theirs.alternatives),
    )


def _decided(basis: Evidence) -> tuple[bool, str]:
    at = basis.decided_at.isoformat() if basis.decided_at else ""
    return basis.decision is not Decision.UNDECIDED, at


def _merged_items(base: tuple[T, ...], ours: tuple[T, ...], theirs: tuple[T, ...]) -> tuple[T, ...]:
    merged = _Merging({}, {}, {}).merged("", _Sides(base, ours, theirs))
    return cast("tuple[T, ...]", merged)
