"""One answer to a doubt, given to all the values of a source that share it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from briefing.desk import doubts, edit, fields, intake
from briefing.desk.desk import Desk
from briefing.desk.doubts import Place
from briefing.desk.find import title_of
from briefing.model import Decision, Evidence, Proposal
from briefing.text import count
from briefing.when import When


class Answer(NamedTuple):
    """What a person said to a doubt: the value as it was, and as it is now."""

    before: Place
    after: Place

    @property
    def is_new(self) -> bool:
        """Whether the value is another one now."""
        return self.before.value != self.after.value


def settle(desk: Desk, place: Place, others: Sequence[Place] = ()) -> None:
    """Say that a doubted value is right, and that the same doubt is none about the others.

    Those others are not checked by that: only what they share with this one goes.
    """
    mended = _Mended()
    gone = doubts.shared(place)
    for other in others:
        left = tuple(d for d in other.evidence.doubts if doubts.gist(d, other.value) not in gone)
        mended.put(other, msgspec.structs.replace(other.evidence, doubts=left))
    mended.put(place, intake.accepted(desk, place.evidence))
    mended.write(desk, f"Checked {title_of(place.proposal)}")


def following(answer: Answer, others: Iterable[Place]) -> list[Place]:
    """Return the others for which the same answer means something."""
    return [other for other in others if _same_answer(answer, other) is not None]


def follow(desk: Desk, answer: Answer, others: Sequence[Place]) -> None:
    """Give others the same answer: the same zone, year or reading, as one change."""
    mended = _Mended()
    for other in others:
        value = _same_answer(answer, other)
        if value is not None:
            mended.take(desk, other, value)
    mended.write(desk, f"Changed {count(len(others), 'value')} alike")


def followed_words(answer: Answer, others: Sequence[Place]) -> str:
    """Return the question whether others follow: "New York for the 11 others?"."""
    value = answer.after.value
    told = doubts.asked(answer.before._replace(proposal=answer.after.proposal), others)
    what = told.partition(" for ")[0] if isinstance(value, When) else fields.text_of(value)
    whole = f"the {len(others)} others" if len(others) > 1 else "the other one"
    return f"{'The same' if what == 'Right' else what} for {whole}?"


def _same_answer(answer: Answer, other: Place) -> When | str | None:
    """Return the value that an answer means elsewhere; None where it means nothing there."""
    before, after, value = answer.before.value, answer.after.value, other.value
    readings = answer.before.evidence.alternatives
    taken = next((reading.why for reading in readings if reading.value == after), None)
    if taken is not None:
        alike = (r.value for r in other.evidence.alternatives if r.why == taken)
        return next(alike, None)
    if isinstance(before, When) and isinstance(after, When) and isinstance(value, When):
        return _same_time(answer, value)
    return fields.text_of(after) if value == before != after else None


def _same_time(answer: Answer, value: When) -> When | None:
    """Return a time with the zone and the year of the answer, where these were answered."""
    before, after = answer.before.value, answer.after.value
    assert isinstance(before, When)
    assert isinstance(after, When)
    now = value
    if (after.zone, after.offset) != (before.zone, before.offset) and value.is_timed:
        names = ("zone", "zone_place", "zone_basis", "offset", "written_zone")
        now = msgspec.structs.replace(now, **{name: getattr(after, name) for name in names})
    if before.date and after.date and before.date.year != after.date.year:
        now = _in_year(now, after.date.year - before.date.year)
    return None if now == value else now


def _in_year(value: When, later: int) -> When:
    """Return a time so many years later; as it is where that day does not exist."""
    days = {"date": value.date, "end_date": value.end_date}
    try:
        moved = {
            name: day.replace(year=day.year + later)
            for name, day in days.items()
            if day is not None
        }
        return msgspec.structs.replace(value, **moved)
    except ValueError:
        return value


class _Mended:
    """Proposals of which values are mended one after the other."""

    def __init__(self) -> None:
        self._proposals: dict[str, Proposal] = {}

    def put(self, place: Place, evidence: Evidence) -> None:
        """Have a value rest on something else."""
        now = self._proposals.get(place.proposal.id, place.proposal)
        draft = msgspec.structs.replace(
            now.draft, evidence={**now.draft.evidence, place.path: evidence}
        )
        self._proposals[now.id] = msgspec.structs.replace(now, draft=draft)

    def take(self, desk: Desk, place: Place, value: When | str) -> None:
        """Give a value that a person chose."""
        now = self._proposals.get(place.proposal.id, place.proposal)
        draft = edit.with_reading(desk, now.draft, place.path, value)
        self._proposals[now.id] = msgspec.structs.replace(now, draft=draft)
        chosen = intake.accepted(desk, place.evidence)
        self.put(place, msgspec.structs.replace(chosen, decision=Decision.EDITED))

    def write(self, desk: Desk, label: str) -> None:
        """Put them all where they wait, as one change."""
        with desk.change(label) as change:
            for proposal in self._proposals.values():
                change.put(proposal)
