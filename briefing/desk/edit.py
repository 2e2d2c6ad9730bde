"""What a person changes: add, set, settle, take another reading, remove."""

from collections.abc import Mapping

import msgspec

from briefing.desk import fields, times
from briefing.desk.desk import Desk
from briefing.desk.find import resolve_as, title_of
from briefing.errors import BriefingError
from briefing.model import (
    Argument,
    Decision,
    Document,
    Event,
    Evidence,
    Forum,
    Level,
    Line,
    Party,
    Position,
    Proposal,
    Question,
    R,
    Record,
    Source,
    Speaker,
    Stakeholder,
    Task,
    new_id,
)
from briefing.model.levels import level_named
from briefing.text import clean, fold
from briefing.when import When

ADDABLE: tuple[type[Record], ...] = (
    Event,
    Task,
    Question,
    Position,
    Forum,
    Stakeholder,
    Source,
    Document,
    Argument,
    Line,
)
"""The kinds of record that a person adds, the most usual first."""


class NeededError(BriefingError):
    """A new record lacks what every one of its kind has."""

    def __init__(self, kind: type[Record], label: str) -> None:
        super().__init__(f"a new {kind.__name__.lower()} needs its field {label.lower()!r}")


class NoAlternativeError(BriefingError):
    """There is no other reading of that number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"there is no other reading number {number}")


class UnfitReadingError(BriefingError):
    """Another reading is none that its field can hold, as another program wrote it."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{clean(path)!r} can't hold this reading; type what is right instead")


def add(desk: Desk, kind: type[R], typed: Mapping[str, str]) -> R:
    """Make a record of what a person typed, as `made` does, and put it in the desk."""
    record = made(desk, kind, typed)
    with desk.change(f"Added {title_of(record)}") as edit:
        edit.put(record)
    return record


def made(desk: Desk, kind: type[R], typed: Mapping[str, str]) -> R:
    """Return a record of what a person typed, field path -> text.

    Raises a BriefingError that names the field which is missing or can't be read.
    """
    values = _values(desk, kind, typed, {})
    needed = [f.name for f in msgspec.structs.fields(kind) if f.required and f.name != "id"]
    for name in needed:
        if not values.get(name):
            raise NeededError(kind, fields.field(kind, name).label)
    first = {name: values[name] for name in needed}
    record = msgspec.convert({"id": new_id(str(first[needed[0]])), **first}, kind)
    for path, value in values.items():
        record = fields.with_value(record, path, value)
    return _decided(desk, record, *values, decision=Decision.ADDED)


def set_fields(desk: Desk, record: Record, typed: Mapping[str, str]) -> Record:
    """Give fields of a record, or of a proposal's draft, the values that were typed.

    What has changed in its other fields since it was read stays.
    """
    held = desk.store.get(type(record), record.id) or record
    return _put(desk, held, with_typed(desk, _target(held), typed), "Changed")


def with_typed(desk: Desk, record: R, typed: Mapping[str, str]) -> R:
    """Return a record with the values that were typed, and who typed those that are new.

    A text that is as it was shown is not read again.
    """
    kind = type(record)
    shown = {path: fields.value_at(record, fields.field(kind, path).path) for path in typed}
    new = {path: text for path, text in typed.items() if text != fields.text_of(shown[path])}
    values = _values(desk, kind, new, shown)
    changed = []
    for path, value in values.items():
        before = fields.value_at(record, path)
        if fields.text_of(before) != fields.text_of(value):
            record = fields.with_value(record, path, fields.kept(before, value))
            changed.append(path)
    return _decided(desk, _without_what_left(record), *changed, decision=Decision.EDITED)


def without_doubts(record: Record) -> list[str]:
    """Return the paths of what a rule read, nobody decided and nothing speaks against."""
    return [
        path
        for path, evidence in record.evidence.items()
        if evidence.decision is Decision.UNDECIDED and not evidence.doubts
    ]


def settle(desk: Desk, record: Record, *paths: str) -> Record:
    """Write down that the values at some paths, a list's items too, are right as they are.

    UnknownFieldError where there is no such field.
    """
    target = _target(record)
    settled = [inner for path in paths for inner in _resting_on(target, path)]
    mended = _decided(desk, target, *settled, decision=Decision.ACCEPTED)
    return _put(desk, record, mended, "Checked")


def take(desk: Desk, record: Record, path: str, number: int) -> Record:
    """Take another reading of a value, counted from 1; NoAlternativeError, UnfitReadingError."""
    target = _target(record)
    alternatives = target.evidence.get(path, Evidence()).alternatives
    if not 1 <= number <= len(alternatives):
        raise NoAlternativeError(number)
    target = with_reading(desk, target, path, alternatives[number - 1].value)
    mended = _decided(desk, target, path, decision=Decision.EDITED)
    return _put(desk, record, mended, "Changed")


def with_reading(desk: Desk, record: R, path: str, value: When | str) -> R:
    """Return a record with another reading of a value, which is kept as it would be typed.

    UnfitReadingError or a FieldError where the field can't hold it.
    """
    is_time = isinstance(fields.value_at(record, path), When)
    if not _is_in(record, path) or (isinstance(value, When) and not is_time):
        raise UnfitReadingError(path)
    if isinstance(value, When):
        return fields.with_value(record, path, value)
    kind = type(record)
    if path in {field.path for field in fields.fields(kind)}:
        read = fields.parse(fields.field(kind, path), value, times.reader(desk))
        return fields.with_value(record, path, read)
    taken = fields.with_value(record, path, value or _unsaid(record, path))
    try:
        return msgspec.convert(msgspec.to_builtins(taken), kind, strict=False)
    except msgspec.ValidationError as error:
        raise UnfitReadingError(path) from error


def _is_in(record: Record, path: str) -> bool:
    """Whether a record has such a field, or an item of its lists has it."""
    inside, _, name = path.rpartition("/")
    holder = fields.value_at(record, inside) if inside else record
    return isinstance(holder, tuple) or name in getattr(holder, "__struct_fields__", ())


def _unsaid(record: Record, path: str) -> object:
    """Return what a field within a list's item holds where nothing is said."""
    inside, _, name = path.rpartition("/")
    item = fields.value_at(record, inside)
    assert isinstance(item, msgspec.Struct)
    return next(field.default for field in msgspec.structs.fields(item) if field.name == name)


def remove(desk: Desk, record: Record) -> None:
    """Take a record out of the desk; `undo` brings it back."""
    with desk.change(f"Removed {title_of(record)}") as edit:
        edit.remove(record)


def referred(kind: type[Record], path: str) -> type[Record] | None:
    """Return the kind of record that a field names by id, and a person by its words."""
    return kind if path in _OF_ITS_KIND else _REFERRED.get(path)


def _values(
    desk: Desk, kind: type[Record], typed: Mapping[str, str], before: Mapping[str, object]
) -> dict[str, object]:
    values = {}
    for path, text in typed.items():
        field = fields.field(kind, path)
        typed_as = _own_word(desk, text) if field.type is Level else text
        values[field.path] = fields.parse(field, typed_as, times.reader(desk, before.get(path)))
    return {path: _tied(desk, kind, path, value) for path, value in values.items()}


def _own_word(desk: Desk, text: str) -> str:
    """Return a level's own word, where it was called as the house or the TLP calls it."""
    level = level_named(text, desk.config.labels)
    return level.value if level else text


_REFERRED: Mapping[str, type[Record]] = {
    "event": Event,
    "forum": Forum,
    "forums": Forum,
    "position": Position,
    "question": Question,
    "source": Source,
    "stakeholder": Stakeholder,
}
"""What a field names by its id, and a person by any words that name just one."""

_OF_ITS_KIND = ("parent", "succeeds", "revises")


def _tied(desk: Desk, kind: type[Record], path: str, value: object) -> object:
    """Return a value with the records that it names put in their ids' form."""
    named = referred(kind, path)
    if isinstance(value, tuple):
        return tuple(_tied_item(desk, named, item) for item in value)
    return _tied_item(desk, named, value)


def _tied_item(desk: Desk, named: type[Record] | None, item: object) -> object:
    if isinstance(item, Party):
        return msgspec.structs.replace(item, stakeholder=_stakeholder(desk, item.name))
    if isinstance(item, Speaker):
        return msgspec.structs.replace(item, stakeholder=_stakeholder(desk, item.affiliation))
    if named is not None and isinstance(item, str) and item:
        return resolve_as(desk, item, named).id
    return item


def _stakeholder(desk: Desk, name: str) -> str | None:
    wanted = fold(name)
    held = desk.store.all(Stakeholder) if wanted else ()
    return next((s.id for s in held if wanted in map(fold, (s.name, *s.aliases))), None)


def _resting_on(record: Record, path: str) -> list[str]:
    """Return a field's path with those of its items that a rule read."""
    return list(record.evidence_at(path)) or [fields.field(type(record), path).path]


def _without_what_left(record: R) -> R:
    """Return a record without the evidence of items that are in its lists no more."""
    evidence = {
        path: found
        for path, found in record.evidence.items()
        if "/" not in path or fields.value_at(record, path) is not None
    }
    return msgspec.structs.replace(record, evidence=evidence)


def _target(record: Record) -> Record:
    return record.draft if isinstance(record, Proposal) else record


def _put(desk: Desk, record: Record, mended: Record, verb: str) -> Record:
    whole = (
        msgspec.structs.replace(record, draft=mended) if isinstance(record, Proposal) else mended
    )
    with desk.change(f"{verb} {title_of(mended)}") as edit:
        edit.put(whole)
    return whole


def _decided(desk: Desk, record: R, *paths: str, decision: Decision) -> R:
    evidence = dict(record.evidence)
    for path in paths:
        before = evidence.get(path)
        evidence[path] = msgspec.structs.replace(
            before or Evidence(),
            decision=decision if before else Decision.ADDED,
            decided_by=desk.person,
            decided_at=desk.now,
        )
    return msgspec.structs.replace(record, evidence=evidence)
