"""Who holds what: by forum, by stakeholder, by question."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from briefing.arrange import Arrangement, Row, grouped
from briefing.model import Forum, Position, Question, Record, Stakeholder
from briefing.text import fold

HELD, IN_USE, OTHERS = "Positions held", "Met in events", "Others"
NO_FORUM, NO_STAKEHOLDER, NO_QUESTION = "No forum yet", "No stakeholder yet", "No question yet"


def by_forum(
    forums: Iterable[Forum], positions: Iterable[Position], used: frozenset[str]
) -> Arrangement:
    """Return forums with the positions held in them; `used` are the ids that events name."""
    return _by(forums, positions, lambda position: position.forum, used, NO_FORUM)


def by_stakeholder(
    stakeholders: Iterable[Stakeholder], positions: Iterable[Position], used: frozenset[str]
) -> Arrangement:
    """Return stakeholders with the positions they hold."""
    return _by(stakeholders, positions, lambda position: position.stakeholder, used, NO_STAKEHOLDER)


def by_question(questions: Iterable[Question], positions: Iterable[Position]) -> Arrangement:
    """Return the questions on which somebody holds a position, with the positions."""
    held = list(positions)
    asked = {position.question for position in held}
    with_positions = [question for question in questions if question.id in asked]
    return _by(with_positions, held, lambda position: position.question, frozenset(), NO_QUESTION)


def name_of(record: Record) -> str:
    """Return what a forum, stakeholder or question is called in a list."""
    match record:
        case Forum():
            return record.acronym or record.name
        case Stakeholder():
            return record.name
        case Question():
            return record.text
        case _:
            return record.id


def _by(
    heads: Iterable[Record],
    positions: Iterable[Position],
    head_of: Callable[[Position], str | None],
    used: frozenset[str],
    without: str,
) -> Arrangement:
    ordered = sorted(heads, key=lambda head: fold(name_of(head)))
    known = {head.id for head in ordered}
    by_head: dict[str | None, list[Position]] = defaultdict(list)
    for position in positions:
        head = head_of(position)
        by_head[head if head in known else None].append(position)
    return grouped(
        [
            (HELD, _rows([head for head in ordered if head.id in by_head], by_head)),
            (without, [Row(position) for position in _dated(by_head[None])]),
            (IN_USE, [Row(h) for h in ordered if h.id in used and h.id not in by_head]),
            (OTHERS, [Row(h) for h in ordered if h.id not in used and h.id not in by_head]),
        ]
    )


def _rows(heads: Sequence[Record], by_head: dict[str | None, list[Position]]) -> list[Row]:
    rows: list[Row] = []
    for head in heads:
        rows.append(Row(head))
        rows.extend(Row(position, 1) for position in _dated(by_head[head.id]))
    return rows


def _dated(positions: Iterable[Position]) -> list[Position]:
    """Return positions newest first, the undated after them."""
    return sorted(positions, key=lambda p: newest_first(p.on, p.holder, p.id))


def newest_first(on: dt.date | None, holder: str, id: str) -> tuple[int, str, str]:
    """Return what orders the positions under a head."""
    return -(on.toordinal() if on else 0), fold(holder), id
