"""What a person makes of proposals before deciding: words for a field, two joined, one split."""

from collections.abc import Mapping, Sequence

import msgspec

from briefing.desk import edit, fields, intake
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.errors import BriefingError
from briefing.model import (
    Alternative,
    Asked,
    Citation,
    Decision,
    Doubt,
    DoubtKind,
    Draft,
    Event,
    Evidence,
    Position,
    Proposal,
    ProposalState,
    Question,
    Task,
    new_id,
    new_key,
)
from briefing.text import clean, count, squeeze
from briefing.when import When

_ID = "proposal"

_LONGEST_TITLE = 200
"""Code points of the line that a split-off event is called by."""


class NotOfOneKindError(BriefingError):
    """What is to be joined is not all events, or not all tasks and so on."""

    def __init__(self) -> None:
        super().__init__("only proposals of one kind can be joined: mark two or more of them")


class NotToSplitError(BriefingError):
    """What is to be split is no event, or the place is not inside it."""

    def __init__(self) -> None:
        super().__init__("an event is split at a word within its own part of the text")


def fill(desk: Desk, proposal: Proposal, path: str, citation: Citation) -> Proposal:
    """Give a field the words of a citation, read as if they were typed; a list gets one item more.

    Raises the FieldError of words that are no value of the field.
    """
    draft = proposal.draft
    before = fields.value_at(draft, path)
    words = squeeze(citation.words)
    is_list = isinstance(before, tuple)
    typed = "\n".join([*map(fields.text_of, before), words]) if isinstance(before, tuple) else words
    mended = edit.with_typed(desk, draft, {path: typed})
    evidence = dict(mended.evidence)
    if is_list and path not in draft.evidence:
        evidence.pop(path, None)
    evidence[_last_path(mended, path) if is_list else path] = _picked(desk, citation)
    return _put(desk, proposal, msgspec.structs.replace(mended, evidence=evidence))


def add_question(desk: Desk, proposal: Proposal, citation: Citation) -> Proposal:
    """Have a citation wait as a question of the event that a proposal is, or hangs on."""
    text = squeeze(citation.words)
    above = _above(desk, proposal)
    event = above.draft.id if isinstance(above.draft, Event) else None
    asked = Asked(key=new_key(), event=event, citation=citation)
    evidence = {"text": _picked(desk, citation)}
    return _added(
        desk,
        above,
        Question(id=new_id(text), text=text, asked=(asked,), evidence=evidence),
        citation,
    )


def add_task(desk: Desk, proposal: Proposal, citation: Citation) -> Proposal:
    """Have a citation wait as a thing to do for the event that a proposal is, or hangs on."""
    what = squeeze(citation.words)
    above = _above(desk, proposal)
    event = above.draft.id if isinstance(above.draft, Event) else None
    evidence = {"what": _picked(desk, citation)}
    task = Task(id=new_id(what), what=what, event=event, evidence=evidence)
    return _added(desk, above, task, citation)


def join(desk: Desk, proposals: Sequence[Proposal]) -> Proposal:
    """Make one proposal of several of one kind: the first, with what the others have besides.

    What they say otherwise becomes another reading of its value. What hung on them hangs on it.
    """
    first, *others = sorted(proposals, key=lambda p: (p.source, p.start, p.id))
    if not others or any(type(other.draft) is not type(first.draft) for other in others):
        raise NotOfOneKindError
    draft = first.draft
    for other in others:
        draft = _joined(draft, other.draft)
    end = max(p.end for p in proposals if p.source == first.source)
    whole = msgspec.structs.replace(first, draft=draft, end=end)
    moved = {other.id: first.id for other in others}
    moved |= {other.draft.id: first.draft.id for other in others}
    with desk.change(f"Joined {count(len(proposals), 'proposal')} to {title_of(draft)}") as change:
        for waiting in intake.waiting(desk):
            if waiting.id not in moved and waiting.id != first.id:
                change.put(_moved(waiting, moved))
        for other in others:
            change.put(msgspec.structs.replace(other, state=ProposalState.REJECTED))
        change.put(whole)
    return whole


def split(desk: Desk, proposal: Proposal, position: int, text: str) -> Proposal:
    """Make two events of one: what was read from a place in the kept text on goes to the second.

    It is called by the line that begins there. Returns the second.
    """
    draft = proposal.draft
    if not isinstance(draft, Event) or not proposal.start < position < proposal.end:
        raise NotToSplitError
    line = text[position : position + _LONGEST_TITLE].partition("\n")[0].rstrip()
    citation = Citation(
        source=proposal.source, start=position, end=position + len(line), words=line
    )
    behind = [path for path, found in draft.evidence.items() if _begins(found) >= position]
    second = _with_moved(
        Event(id=new_id(line), title=clean(line), parent=draft.parent), draft, behind
    )
    evidence = {"title": _picked(desk, citation), **second.evidence}
    if not second.when.is_dated:
        evidence["when"] = Evidence(rule="when.none", doubts=(_NO_DATE,))
    second = msgspec.structs.replace(second, evidence=evidence)
    new = Proposal(
        id=new_id(_ID),
        source=proposal.source,
        draft=second,
        start=position,
        end=proposal.end,
        under=proposal.under,
    )
    moved = {proposal.id: new.id, draft.id: second.id}
    with desk.change(f"Split {title_of(draft)}") as change:
        for waiting in intake.waiting(desk):
            if waiting.under == proposal.id and waiting.start >= position:
                change.put(_moved(waiting, moved))
        change.put(msgspec.structs.replace(proposal, draft=_without(draft, behind), end=position))
        change.put(new)
    return new


_NO_DATE = Doubt(kind=DoubtKind.DATE_MISSING, words="No date was read in this part of the text.")


def _picked(desk: Desk, citation: Citation) -> Evidence:
    given = intake.accepted(desk, Evidence(citations=(citation,)))
    return msgspec.structs.replace(given, decision=Decision.ADDED)


def _put(desk: Desk, proposal: Proposal, draft: Draft) -> Proposal:
    whole = msgspec.structs.replace(proposal, draft=draft)
    with desk.change(f"Changed {title_of(draft)}") as change:
        change.put(whole)
    return whole


def _above(desk: Desk, proposal: Proposal) -> Proposal:
    return desk.store.get(Proposal, proposal.under or "") or proposal


def _added(desk: Desk, above: Proposal, draft: Draft, citation: Citation) -> Proposal:
    new = Proposal(
        id=new_id(_ID),
        source=above.source,
        draft=draft,
        start=citation.start or 0,
        end=citation.end or 0,
        under=above.id,
    )
    with desk.change(f"Added {title_of(draft)}") as change:
        change.put(new)
    return new


def _last_path(draft: Draft, path: str) -> str:
    items = fields.value_at(draft, path)
    assert isinstance(items, tuple)
    return f"{path}/{_key(items[-1])}"


# Joining ---------------------------------------------------------------------------------------


def _joined(draft: Draft, other: Draft) -> Draft:
    for name in draft.__struct_fields__:
        if name not in ("id", "handling", "evidence"):
            draft = _joined_field(draft, other, name)
    return draft


def _joined_field(draft: Draft, other: Draft, name: str) -> Draft:
    own, more = getattr(draft, name), getattr(other, name)
    default = _default(draft, name)
    if more in (own, default):
        return draft
    if isinstance(own, tuple):
        known = {fields.text_of(item) for item in own}
        new = tuple(item for item in more if fields.text_of(item) not in known)
        paths = [f"{name}/{_key(item)}" for item in new]
        found = {path: other.evidence[path] for path in paths if path in other.evidence}
        return _given(draft, name, (*own, *new), found)
    if own == default:
        return _given(draft, name, more, other.evidence_at(name))
    return _with_reading(draft, other, name)


def _with_reading(draft: Draft, other: Draft, name: str) -> Draft:
    """Return a draft with what another says of a field as another reading of it."""
    more, evidence = getattr(other, name), draft.evidence.get(name, Evidence())
    value = more if isinstance(more, When) else fields.text_of(more)
    reading = Alternative(value=value, why=f"as “{clean(title_of(other))}” has it")
    told = (_DISAGREE,) if isinstance(more, When) and more.is_dated else ()
    return _given(
        draft,
        name,
        getattr(draft, name),
        {
            name: msgspec.structs.replace(
                evidence,
                citations=(*evidence.citations, *other.evidence.get(name, Evidence()).citations),
                alternatives=(*evidence.alternatives, reading),
                doubts=tuple(dict.fromkeys((*evidence.doubts, *told))),
            )
        },
    )


_DISAGREE = Doubt(
    kind=DoubtKind.DATES_DISAGREE, words="What was joined here has more than one date."
)


def _given(draft: Draft, name: str, value: object, found: Mapping[str, Evidence]) -> Draft:
    changed = {name: value, "evidence": {**draft.evidence, **found}}
    return msgspec.structs.replace(draft, **changed)


def _default(draft: Draft, name: str) -> object:
    info = next(info for info in msgspec.structs.fields(draft) if info.name == name)
    return None if info.default is msgspec.NODEFAULT else info.default


# Splitting -------------------------------------------------------------------------------------


def _begins(evidence: Evidence) -> int:
    return min((c.start for c in evidence.citations if c.start is not None), default=-1)


def _with_moved(second: Event, draft: Event, behind: Sequence[str]) -> Event:
    """Return the second event with what was read behind the place, and what that rests on."""
    found = {path: draft.evidence[path] for path in behind if path != "title"}
    changed: dict[str, object] = {"evidence": found}
    for name, keys in _by_field(behind).items():
        value = getattr(draft, name)
        is_part = isinstance(value, tuple) and "" not in keys
        changed[name] = tuple(i for i in value if _key(i) in keys) if is_part else value
    return msgspec.structs.replace(second, **changed)


def _without(draft: Event, behind: Sequence[str]) -> Event:
    """Return the first event without what was read behind the place."""
    left = {path: e for path, e in draft.evidence.items() if path not in behind or path == "title"}
    changed: dict[str, object] = {"evidence": left}
    for name, keys in _by_field(behind).items():
        value = getattr(draft, name)
        is_part = isinstance(value, tuple) and "" not in keys
        changed[name] = (
            tuple(i for i in value if _key(i) not in keys) if is_part else _default(draft, name)
        )
    return msgspec.structs.replace(draft, **changed)


def _key(item: object) -> object:
    return getattr(item, "key", item)


def _by_field(paths: Sequence[str]) -> dict[str, set[str]]:
    """Return the fields of paths, each with the keys of its items; the title stays where it is."""
    found: dict[str, set[str]] = {}
    for path in paths:
        name, _, rest = path.partition("/")
        if name != "title":
            found.setdefault(name, set()).add(rest.partition("/")[0])
    return found


# What hangs on it ------------------------------------------------------------------------------


def _moved(proposal: Proposal, moved: Mapping[str, str]) -> Proposal:
    """Return a proposal that hangs where it hung, under other names."""
    under = moved.get(proposal.under or "", proposal.under)
    return msgspec.structs.replace(proposal, under=under, draft=_pointed(proposal.draft, moved))


def _pointed(draft: Draft, moved: Mapping[str, str]) -> Draft:
    match draft:
        case Event():
            parent = moved.get(draft.parent or "", draft.parent)
            return msgspec.structs.replace(draft, parent=parent)
        case Task() | Position():
            event = moved.get(draft.event or "", draft.event)
            return msgspec.structs.replace(draft, event=event)
        case Question():
            asked = tuple(
                msgspec.structs.replace(one, event=moved.get(one.event or "", one.event))
                for one in draft.asked
            )
            return msgspec.structs.replace(draft, asked=asked)
        case _:
            return draft
