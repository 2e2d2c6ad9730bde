"""How changes are told: one short sentence each, in the language of the note."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from zoneinfo import ZoneInfo

from briefing.model import (
    AgendaItem,
    Answer,
    Asked,
    Attendance,
    Event,
    Expected,
    Forum,
    Likelihood,
    Link,
    Milestone,
    Note,
    Party,
    Point,
    Position,
    Question,
    Record,
    Speaker,
    Stakeholder,
    Task,
    TaskKind,
    Title,
)
from briefing.note.blocks import SectionName, one_line
from briefing.note.material import Material
from briefing.note.words import Words
from briefing.note.written import FIELDS, written_in
from briefing.when import When

LONGEST = 160
"""How many letters of a value are told."""

LABELS: Mapping[str, str] = {
    "access": "who gets in",
    "agenda": "programme",
    "asked": "asked",
    "capacity": "in the name of",
    "claim": "words",
    "document": "paper",
    "due": "due",
    "expected": "expected",
    "forums": "forum",
    "holder": "who says it",
    "how": "link",
    "links": "link",
    "milestones": "step",
    "on": "said on",
    "organisers": "organiser",
    "parent": "part of",
    "partners": "partner",
    "pass_needed": "pass",
    "speakers": "speaker",
    "state": "state",
    "text": "question",
    "topics": "topic",
    "venue": "place",
    "what": "what to do",
    "who": "who does it",
}
"""What a field is called where its own name, in words, does not do."""

_IDS = {"event", "forum", "forums", "parent", "question", "succeeds"}
"""Fields with ids of records, which are told by their names."""


class Telling:
    """The words for what differs between two states of what one note is made from."""

    def __init__(self, before: Material, now: Material, words: Words, home: ZoneInfo) -> None:
        self._records = {record.id: record for record in (*before.records, *now.records)}
        self._words = words
        self.say = words.say
        self._home = home

    # Records ---------------------------------------------------------------------------------

    def name(self, record: Record) -> str:
        """Return what a record is called in front of what changed of it."""
        match record:
            case Event():
                return one_line(record.title)
            case Task():
                return one_line(record.what)
            case Question():
                return self._quoted(record.text)
            case Position():
                return self._position(record)
            case Forum():
                return one_line(record.acronym or record.name)
            case Stakeholder():
                return one_line(record.name)
            case Attendance():
                return self._named(record.event)
        return record.id

    def what(self, record: Record) -> str:
        """Return a record with what must be known of it where it came or went."""
        if isinstance(record, Event):
            return f"{one_line(record.title)}, {self._moment(record.when)}"
        if isinstance(record, Position):
            return f"{self._words.label(self.name(record))} {self._quoted(_cut(record.claim))}"
        return self.name(record)

    def come(self, record: Record, subject: str) -> str:
        """Return that a record is new."""
        what = self.what(record)
        match record:
            case Event() if record.parent == subject:
                return self.say("side event added: {what}", what=what)
            case Task() if record.due.is_dated:
                until = self._words.deadline(record.due, self._home)
                return self.say("to do by {day}: {what}", day=until, what=what)
            case Task():
                return self.say("to do: {what}", what=what)
            case Question():
                return self.say("question added: {what}", what=what)
        return self.say("new: {what}", what=what)

    def stance(self, was: Position, now: Position) -> str:
        """Return that a holder stands elsewhere: "EU now supports with edits on “...”"."""
        before, after = (self._words.term(position.stance) for position in (was, now))
        return self.say(
            "{holder} now {stance} on {matter} (before: {before})",
            holder=self._holder(now),
            stance=after,
            matter=self._matter(now),
            before=before,
        )

    def written(self, material: Material) -> dict[SectionName, str]:
        """Return what a person wrote, part by part; the words for this very note come first."""
        notes = (n for n in material.of(Note).values() if n.subject == material.subject)
        found: dict[SectionName, str] = {}
        for note in notes:
            keys = (SectionName(p.key) for p in note.parts if p.key in tuple(SectionName))
            for part in (*FIELDS, *keys):
                if text := written_in(note, part).strip():
                    found.setdefault(part, text)
        return found

    # Values with words of their own ----------------------------------------------------------

    def cancelled(self, _: object, now: object) -> str:
        """Return whether it takes place."""
        return self.say("cancelled" if now else "no longer cancelled")

    def postponed(self, _: object, now: object) -> str:
        """Return whether it is put off."""
        return self.say("postponed" if now else "no longer postponed")

    def moved(self, was: object, now: object) -> str:
        """Return when it is now: "moved to 15:00", "moved from ... to ..."."""
        assert isinstance(was, When)
        assert isinstance(now, When)
        before, after = self._moment(was), self._moment(now)
        if before == after:
            return ""
        if not was.is_dated and now.is_dated:
            return self.say("now on {after}", after=after)
        if was.is_dated and not now.is_dated:
            return self.say("no date any more (was {before})", before=before)
        if self._words.date(was) != self._words.date(now):
            return self.say(
                "moved from {before} to {after}", before=self._short(was, before), after=after
            )
        if not (was.is_timed and now.is_timed):
            return self.any("when", was, now)
        clocks = self._words.clocks(now, self._home)
        if was.time != now.time:
            return self.say("moved to {after}", after=clocks)
        return self.say("now {after}", after=clocks)

    def venue(self, was: object, now: object) -> str:
        """Return where it is now."""
        before, after = one_line(str(was)), one_line(str(now))
        if before == after:
            return ""
        if not after:
            return self.say("no place given any more (was {before})", before=before)
        return self.say("now in {after}", after=after)

    def title(self, was: object, now: object) -> str:
        """Return what it is called now."""
        before, after = one_line(str(was)), one_line(str(now))
        return "" if before == after else self.say("now called {after}", after=self._quoted(after))

    def now_is(self, was: object, now: object) -> str:
        """Return which of a closed set of values it is now."""
        if not isinstance(now, StrEnum):
            return self.say("no longer {before}", before=self.text(was))
        return self.say("now {after}", after=self._words.term(now))

    def pass_needed(self, _: object, now: object) -> str:
        """Return whether a building pass is needed."""
        if now is None:
            return self.say("nothing is said of a pass any more")
        return self.say("a pass is needed as well" if now else "no pass is needed")

    def due(self, task: Record, was: object, now: object) -> str:
        """Return by when it is to be done: "registration closes 20 Jul (was 17 Jul)"."""
        assert isinstance(was, When)
        assert isinstance(now, When)
        before, after = (self._deadline(when) for when in (was, now))
        if before == after:
            return ""
        if not now.is_dated:
            return self.say("no deadline any more (was {before})", before=before)
        closes = isinstance(task, Task) and task.kind is TaskKind.REGISTER
        if not was.is_dated:
            if closes:
                return self.say("registration closes {after}", after=after)
            return self.say("due {after}", after=after)
        if closes:
            return self.say(
                "registration closes {after} (was {before})", after=after, before=before
            )
        return self.say("due {after} (was {before})", after=after, before=before)

    def answer(self, was: object, now: object) -> str:
        """Return what became of what we would say."""
        assert isinstance(was, Answer)
        assert isinstance(now, Answer)
        if not now.is_written:
            return self.say("answer taken out")
        return self.say("answer changed" if was.is_written else "answer written")

    # Any other value -------------------------------------------------------------------------

    def any(self, field: str, was: object, now: object) -> str:
        """Return a value's change under its field's label; nothing where it reads the same."""
        before, after = self._value(field, was), self._value(field, now)
        return "" if before == after else self._labelled(field, before, after)

    def item(self, field: str, was: object, now: object) -> str:
        """Return what became of an item of a list; nothing where it reads the same."""
        before, after = self._value(field, was), self._value(field, now)
        label = self.label(field)
        if before == after:
            return ""
        if was is None:
            return self.say("{label} added: {item}", label=label, item=_cut(after))
        if now is None:
            return self.say("{label} no longer named: {item}", label=label, item=_cut(before))
        return self._labelled(field, before, after)

    def label(self, field: str) -> str:
        """Return what a field is called, in the language of the note."""
        return self.say(LABELS.get(field) or field.replace("_", " "))

    def text(self, value: object) -> str:
        """Return a value as a note tells it; empty for what is not there."""
        match value:
            case None | False:
                return ""
            case True:
                return self.say("yes")
            case Likelihood():
                return self.say(_LIKELIHOODS[value])
            case StrEnum():
                return self._words.term(value)
            case When():
                return self._moment(value)
            case dt.date():
                return self._words.day(value, weekday=False)
            case str():
                return one_line(value)
        return self._item_text(value)

    def _value(self, field: str, value: object) -> str:
        return self._named(value) if field in _IDS and isinstance(value, str) else self.text(value)

    def _item_text(self, item: object) -> str:
        parts: tuple[str, ...]
        match item:
            case Party():
                parts = (item.name,)
            case Speaker():
                parts = (item.name, item.role, item.affiliation)
            case AgendaItem():
                times = (item.time, item.end_time)
                hours = "–".join(self._words.time(time) for time in times if time)
                day = self._words.day(item.day) if item.day else ""
                return " ".join(p for p in (day, hours, one_line(item.title)) if p)
            case Link():
                parts = (item.words, item.address)
            case Title() | Point():
                parts = (item.text,)
            case Milestone():
                parts = (item.what, self._moment(item.when))
            case Asked():
                day = self._words.day(item.on, weekday=False) if item.on else ""
                parts = (self._named(item.event or ""), day)
            case Expected():
                parts = (self._named(item.event), self.text(item.likelihood))
            case _:
                parts = (str(item),)
        return ", ".join(one_line(part) for part in parts if part)

    # Below -----------------------------------------------------------------------------------

    def _labelled(self, field: str, before: str, after: str) -> str:
        return self.say(
            "{label}: {before} → {after}",
            label=self.label(field),
            before=_cut(before) or self.say("nothing"),
            after=_cut(after) or self.say("nothing"),
        )

    def _moment(self, when: When) -> str:
        return self._words.moment(when, self._home) if when.is_dated else one_line(when.written)

    def _short(self, when: When, whole: str) -> str:
        """Return a moment that is past news: its date, and its hour on its own clock."""
        date, _, clocks = whole.partition(", ")
        return f"{date} {self._words.time(when.time)}" if when.time and clocks else whole

    def _deadline(self, when: When) -> str:
        return self._words.deadline(when, self._home) if when.is_dated else one_line(when.written)

    def _named(self, text: str) -> str:
        """Return a text, and for the id of a record what that is called."""
        record = self._records.get(text)
        return one_line(text) if record is None else self.name(record)

    def _quoted(self, text: str) -> str:
        return self._words.quote(one_line(text))

    def _holder(self, position: Position) -> str:
        known = self._records.get(position.stakeholder or "")
        return one_line(known.name if isinstance(known, Stakeholder) else position.holder)

    def _matter(self, position: Position) -> str:
        question = self._records.get(position.question or "")
        return self.name(question) if isinstance(question, Question) else one_line(position.topic)

    def _position(self, position: Position) -> str:
        holder, matter = self._holder(position), self._matter(position)
        if not matter:
            return self.say("position of {holder}", holder=holder)
        return self.say("position of {holder} on {matter}", holder=holder, matter=matter)


_LIKELIHOODS = {
    Likelihood.CERTAIN: "Certain",
    Likelihood.MAY: "May come up",
    Likelihood.DEFENSIVE: "Defensive only",
}


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
