"""What a note is made from at one moment, to be kept with what is issued and compared later."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from briefing.model import Event, R, Record
from briefing.note.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The records that a note on a subject is made from, its sources and written words too."""

    subject: str
    """As `model.Note.subject` has it."""
    records: tuple[Record, ...]
    """In the order in which a note holds them, what a person wrote for it before its like."""

    @property
    def event(self) -> Event | None:
        """The event that it is about; None where it is about some days."""
        return self.of(Event).get(self.subject)

    def of(self, kind: type[R]) -> dict[str, R]:
        """Return its records of a kind, by id."""
        return {record.id: record for record in self.records if isinstance(record, kind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class LastIssue:
    """What went out last to the same readers, which the next note tells the changes since."""

    number: int
    on: dt.date
    material: Material
    now: Material | None = None
    """What they would have today, where the note is not made for them but for oneself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which of the versions of a note it is."""

    number: int | None = None
    """The number under which it goes out; None for a draft."""
    after: int | None = None
    """The number of the issue that a draft comes after; None where there is none."""
    last: LastIssue | None = None

    def version(self, today: dt.date, words: Words) -> str:
        """Return what the head says of it: "No. 2 of 20 Jul 2023", "Draft of ..., after No. 2"."""
        day = words.day(today, weekday=False)
        if self.number is not None:
            return words.say("No. {number} of {day}", number=self.number, day=day)
        if self.after is not None:
            return words.say("Draft of {day}, after No. {number}", day=day, number=self.after)
        return words.say("Draft of {day}", day=day)

    def heading(self, words: Words) -> str:
        """Return what stands over the changes."""
        number = self.last.number if self.last else 0
        return words.say("Changes since No. {number}", number=number)


DRAFT = Edition()
"""A note of which nothing was issued yet."""


def material(subject: str, *made_from: object) -> Material:
    """Return what a note is made from out of records, and of values that hold them in fields."""
    found = {(type(record), record.id): record for one in made_from for record in _records(one)}
    return Material(subject=subject, records=tuple(found.values()))


def _records(value: object) -> Iterator[Record]:
    match value:
        case LastIssue():
            return
        case Record():
            yield value
        case tuple():
            for item in value:
                yield from _records(item)
        case Mapping():
            for item in value.values():
                yield from _records(item)
        case _ if hasattr(value, "__dataclass_fields__"):
            for field in fields(value):  # type: ignore[arg-type]  # it is a dataclass
                yield from _records(getattr(value, field.name))
