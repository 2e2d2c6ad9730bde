"""What a proposal changes of a held record: told in rows, and put into the record."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from briefing import when_words
from briefing.desk import fields, the_field
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.model import (
    UNNAMED,
    Alternative,
    Asked,
    Decision,
    Evidence,
    Proposal,
    R,
    Record,
    Source,
)
from briefing.text import clean
from briefing.when import When


class Change(NamedTuple):
    """One row of what changes: "Start time: 14:00 → 15:00"."""

    path: str
    """Where its evidence stands in the draft; several rows may share one ("when")."""
    label: str
    before: str
    """As it is held now, cleaned; empty where nothing was said."""
    after: str
    """As it would be; empty where it would be taken out."""
    is_decided: bool = False
    """Whether a person had decided the value that is held."""


def changes(desk: Desk, proposal: Proposal) -> tuple[Change, ...]:
    """Return what a proposal changes of the record that is held now, in the order of its fields.

    Empty where the proposal is of a new record (`proposal.changes` is None) or its record was
    removed. Show each as "label: before → after", the evidence, doubts and readings of it being
    those of `proposal.draft.evidence[change.path]`: a draft that changes something has evidence of
    nothing else, so `draft_lines.doubted`, `edit.take`, `edit.settle` and `edit.set_fields` work on
    it as on any other. `target` gives the record itself.
    """
    held = target(desk, proposal)
    return tuple(_changes(desk, held, proposal.draft)) if held else ()


def target(desk: Desk, proposal: Proposal) -> Record | None:
    """Return the held record that a proposal changes."""
    return desk.store.get(type(proposal.draft), proposal.changes) if proposal.changes else None


def words(change: Change) -> str:
    """Return a change on one line."""
    return f"{change.label}: {change.before or 'nothing'} → {change.after or 'nothing'}"


def applied(desk: Desk, held: R, draft: R, *, checked: bool) -> R:
    """Return a held record with what a draft of it changes.

    With `checked` a person has looked: a value that a person had decided before is replaced as that
    person's decision, another one is settled unless it is doubted. Without, what a person decided
    stays. The old value stays as another reading.
    """
    for path, found in draft.evidence.items():
        before = decided(held, path)
        if checked or before is None:
            evidence = _evidence(desk, held, path, found)
            if checked and (before is not None or not found.doubts):
                evidence = _settled(desk, evidence)
            held = _with_value(held, draft, path, evidence)
    return held


def left_open(held: Record, draft: R) -> R:
    """Return a draft with only what changes a value that a person decided."""
    open_ = {path: e for path, e in draft.evidence.items() if decided(held, path) is not None}
    return msgspec.structs.replace(draft, evidence=open_)


def decided(held: Record, path: str) -> Evidence | None:
    """Return the evidence of a held value that a person decided, or of the list it stands in."""
    steps = path.split("/")
    paths = ("/".join(steps[:n]) for n in range(len(steps), 0, -1))
    resting = (held.evidence.get(one) for one in paths)
    first = next((found for found in resting if found is not None), None)
    is_open = first is None or first.decision is Decision.UNDECIDED
    return None if is_open else first


# Rows --------------------------------------------------------------------------------------------


def _changes(desk: Desk, held: Record, draft: Record) -> Iterator[Change]:
    order = draft.__struct_fields__.index
    for path in sorted(draft.evidence, key=lambda path: order(path.partition("/")[0])):
        before, after = fields.value_at(held, path), fields.value_at(draft, path)
        is_decided = decided(held, path) is not None
        if isinstance(after, When) and isinstance(before, When):
            whole = _label(type(held), path)
            rows = list(_moments(before, after))
            for label, old, new in rows or [("", _whole(before), _whole(after))]:
                yield Change(path, label or whole, old, new, is_decided)
        elif before != after:
            old, new = (_text(desk, path, value) for value in (before, after))
            yield Change(path, _label(type(held), path), old, new, is_decided)


def _moments(before: When, after: When) -> Iterator[tuple[str, str, str]]:
    """Yield label, old and new of what differs between two times; no label for the whole."""
    if not (before.is_timed and after.is_timed and before.is_dated):
        pairs = [("", _whole(before), _whole(after))]
    else:
        pairs = [
            ("Day", when_words.date_words(before), when_words.date_words(after)),
            ("Start time", f"{before.time:%H:%M}", f"{after.time:%H:%M}"),
            ("End time", _end(before), _end(after)),
            ("Zone", _zone(before), _zone(before if _has_zone_of(after, before) else after)),
        ]
    yield from (pair for pair in pairs if pair[1] != pair[2])


def _end(moment: When) -> str:
    return f"{moment.end_time:%H:%M}" if moment.end_time else ""


def _zone(moment: When) -> str:
    return when_words.clock_name(moment) if moment.is_timed and not moment.is_floating else ""


def _has_zone_of(moment: When, other: When) -> bool:
    """Return whether two times are of one zone, whatever its clocks are called on those days."""
    is_same_zone = moment.zone is not None and moment.zone == other.zone
    return is_same_zone and (moment.offset == other.offset or moment.date != other.date)


def _whole(moment: When) -> str:
    if not moment.is_dated:
        return clean(moment.written) or "no date"
    start, end = moment.time, moment.end_time
    hours = "–".join(f"{time:%H:%M}" for time in (start, end) if time)
    return " ".join(part for part in (when_words.date_words(moment), hours, _zone(moment)) if part)


def _text(desk: Desk, path: str, value: object) -> str:
    listed, _, id = path.partition("/")
    is_named = listed == "forums" and bool(value)
    record = desk.store.find(id) or the_field.record(id) if is_named else None
    return title_of(record) if record else clean(_plain_text(value))


def _plain_text(value: object) -> str:
    if isinstance(value, Asked):
        return value.citation.words if value.citation else ""
    return f"{value:%H:%M}" if isinstance(value, dt.time) else fields.text_of(value)


_INNER: Mapping[str, str] = {"role": "role", "affiliation": "organisation"}


def _label(kind: type[Record], path: str) -> str:
    name, _, rest = path.partition("/")
    known = {field.path: field.label for field in fields.fields(kind)}
    label = known.get(name, name.replace("_", " ").capitalize())
    _, _, part = rest.partition("/")
    return f"{label}, {_INNER.get(part, part.replace('_', ' '))}" if part else label


# Putting them in ---------------------------------------------------------------------------------


def _evidence(desk: Desk, held: Record, path: str, found: Evidence) -> Evidence:
    """Return new evidence that keeps the old value as another reading."""
    before = fields.value_at(held, path)
    if before in (None, "", (), False, When()):
        return found
    value = before if isinstance(before, When) else _plain_text(before)
    old = Alternative(value=value, why=f"as it was before{_origin(desk, held.evidence.get(path))}")
    return msgspec.structs.replace(found, alternatives=(*found.alternatives, old))


def _origin(desk: Desk, evidence: Evidence | None) -> str:
    """Return who or what said the old value: ", in “Harbour Lights”"."""
    if evidence is None:
        return ""
    if evidence.decision in (Decision.EDITED, Decision.ADDED):
        who = "you" if evidence.decided_by in ("", UNNAMED) else evidence.decided_by
        return f", as {clean(who)} had it"
    sources = (desk.store.get(Source, cited.source) for cited in evidence.citations)
    named = next((source for source in sources if source), None)
    return f", in “{clean(named.title)}”" if named else ""


def _settled(desk: Desk, evidence: Evidence) -> Evidence:
    if evidence.decision is not Decision.UNDECIDED:
        return evidence
    return msgspec.structs.replace(
        evidence, decision=Decision.ACCEPTED, decided_by=desk.person, decided_at=desk.now
    )


def _with_value(held: R, draft: R, path: str, evidence: Evidence) -> R:
    value, (name, *rest) = fields.value_at(draft, path), path.split("/")
    if rest and fields.value_at(held, f"{name}/{rest[0]}") is None:
        item = fields.value_at(draft, f"{name}/{rest[0]}")
        items = getattr(held, name)
        held = held if item is None else fields.with_value(held, name, (*items, item))
    else:
        held = fields.with_value(held, path, value)
    resting = {**held.evidence, path: evidence}
    return msgspec.structs.replace(held, evidence=resting)
