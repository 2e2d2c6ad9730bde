"""What decides, record by record, what leaves a desk for others, and how.

In this order: whose level, whose sources, what was said under the Chatham House rule, addresses of
persons, ties to what does not leave.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

import msgspec

from briefing.arrange import said
from briefing.arrange.renamed import with_ids
from briefing.arrange.uncontactable import uncontactable
from briefing.arrange.withholding import for_others, without_closed
from briefing.desk.desk import Desk
from briefing.desk.find import names_of, title_of
from briefing.desk.ruled import PUBLISHED, SAID, Ruled, cited_at
from briefing.model import (
    RECORD_TYPES,
    Argument,
    Asked,
    Attendance,
    Document,
    Engagement,
    Event,
    Issue,
    Level,
    Line,
    Note,
    Position,
    Proposal,
    Question,
    Record,
    Source,
    Stakeholder,
    Task,
)
from briefing.model.levels import may_see
from briefing.text import slug

ONES_OWN: tuple[type[Record], ...] = (Attendance, Engagement, Proposal)
"""For the person at the desk alone, whatever their level: where one goes, what waits for review."""


ALL = "all of it"


class LeftOut(NamedTuple):
    """What an audience does not see of a record, for the author alone."""

    record: str
    """The record's id."""
    title: str
    what: str
    """"all of it", or its fields in words: "venue, speakers"."""
    why: str
    """One plain sentence."""


class Gate:
    """What decides, record by record, what leaves and how."""

    def __init__(self, desk: Desk, level: Level, *, keep_contacts: bool) -> None:
        self.desk = desk
        self.keeps_contacts = keep_contacts
        self.left_out: dict[LeftOut, None] = {}
        self.digests: set[str] = set()
        """Of the kept sources that were seen."""
        self._level = level
        self._ruled = Ruled(desk)
        self._ids: dict[str, str | None] = {}
        """Id -> the one that it leaves with; None where it does not."""
        self._originals: dict[str, str] = {}
        """The other way, where it is another."""
        self._closed: dict[str, bool] = {}
        self._telling: dict[str, Event | None] = {}

    def own_id(self, id: str) -> str:
        """Return a record's own id, where it leaves with another one; else the same."""
        if id.startswith(f"{_ANONYMOUS}-") and id not in self._originals:
            self._look_for_the_anonymous()
        return self._originals.get(id, id)

    def id_of(self, id: str) -> str | None:
        """Return the id that a record leaves with; None where it does not leave.

        Where records of several kinds have one id, all of them are to leave. Days that a note is
        about name no record and stay as they are, behind the id of their forum.
        """
        *forum, days = id.split(" ")
        if "/" in days:
            seen = [self.id_of(one) for one in forum]
            return None if None in seen else " ".join(filter(None, (*seen, days)))
        if id not in self._ids:
            held = [record for kind in RECORD_TYPES if (record := self.desk.store.get(kind, id))]
            left = {own.id if (own := self._own(record)) else None for record in held}
            self._ids[id] = left.pop() if len(left) == 1 else None
        return self._ids[id]

    def seen(self, record: Record) -> Record | None:
        """Return what may be seen of a record that is held."""
        own = self._own(record)
        left = None if own is None else with_ids(own, self.id_of)
        if isinstance(left, Source) and left.is_held:
            self.digests.add(left.sha256)
        return left

    def then(self, record: Record) -> Record | None:
        """Return what may be seen today of a record as it was once, under the id it has today."""
        own, id = self._own(record), self._id_then(record.id)
        if own is None or id is None or own.id.startswith(f"{_ANONYMOUS}-"):
            return None
        return with_ids(msgspec.structs.replace(own, id=id), self._id_then)

    def _id_then(self, id: str) -> str | None:
        # What was named once and is held no more can't be looked up, and tells nothing.
        return id if self.desk.store.find(id) is None else self.id_of(id)

    def is_ruled(self, event: str) -> bool:
        """Return whether what is said at an event by its own id is under the Chatham House rule."""
        return event in self._ruled.events

    # One record ------------------------------------------------------------------------------

    def _own(self, record: Record) -> Record | None:
        """Return what may be seen of a record by itself, whatever it names."""
        left = None if self._is_left_out(record) else self._left_of(record)
        if left is not None and left.id != record.id:
            self._originals[left.id] = record.id
        return left

    def _is_left_out(self, record: Record) -> bool:
        if isinstance(record, ONES_OWN):
            return True
        if not may_see(self._level, record.handling.level):
            self._tell_author(record, ALL, f"it is for a narrower circle: {record.handling.level}.")
            return True
        if self._tells_who_spoke(record):
            self._tell_author(record, ALL, "it would tell who spoke under the Chatham House rule.")
            return True
        return False

    def _tells_who_spoke(self, record: Record) -> bool:
        """Return whether a record is known from what was said there, and names who said it."""
        match record:
            case Source():
                return record.id in self._ruled.sources
            case Document():
                return record.handling.chatham_house or record.source in self._ruled.sources
            case Stakeholder():
                return record.handling.chatham_house
            case _:
                return False

    def _left_of(self, record: Record) -> Record | None:
        is_said = isinstance(record, SAID) and self._ruled.covers(record)
        found = without_closed(record, self._is_strict if is_said else self._is_closed)
        if found.record is None:
            self._tell_author(record, ALL, _RESTS)
            return None
        if found.lost:
            self._tell_author(record, _called(found.lost), _RESTS)
        told = for_others(found.record)
        left = told if self.keeps_contacts else self._uncontactable(told)
        if is_said:
            return self._anonymous(record, left)
        if isinstance(left, Event) and left.id in self._ruled.events:
            left = self._announced(left)
        if isinstance(left, Question) and self._ruled.events:
            left = self._put_in_public(left)
        if isinstance(left, Note | Line | Question):
            self._warn(left)
        if isinstance(left, Note) and left.issues:
            left = msgspec.structs.replace(left, issues=tuple(self._issues(left)))
        is_less = found.is_less_sourced or title_of(left) != title_of(told)
        is_renamed = is_less and _tells_more(left)
        return msgspec.structs.replace(left, id=_other_id(left)) if is_renamed else left

    def _uncontactable(self, record: Record) -> Record:
        left = uncontactable(record)
        if left != record and not isinstance(record, Source):
            self._tell_author(record, "addresses or numbers of persons", "nobody asked for them.")
        return left

    # The Chatham House rule ------------------------------------------------------------------

    def _anonymous(self, record: Record, left: Record) -> Record | None:
        """Return what was said without who said it."""
        self._tell_author(record, "who said it", "it was said under the Chatham House rule.")

        def without(text: str) -> str:
            # First what goes whoever spoke, so that a name is cut nowhere else for its speaker.
            return self._ruled.participants.withheld(self._ruled.all_names.withheld(text))

        told: Record
        match left:
            case Position():
                event = self._telling_event(left.event)
                told = said.position(
                    left, day=_one_day(event), has_event=event is not None, without=without
                )
            case Question():
                left = self._put_in_public(left)
                told = said.question(left, is_published=self._is_published, without=without)
                if left.answer.is_written:
                    self._tell_author(record, "the answer", _READ_AGAIN)
            case Task():
                told = said.task(left, is_published=self._is_published, without=without)
            case Argument():
                told = said.argument(left, is_published=self._is_published, without=without)
            case _:
                return None
        # An id of what it names may be made from a name as well, and must not be in its own.
        seen = with_ids(told, self.id_of)
        assert seen is not None
        if isinstance(seen, Position) or _tells_more(seen):
            seen = msgspec.structs.replace(seen, id=said.content_id(_ANONYMOUS, seen))
        return seen

    def _telling_event(self, id: str | None) -> Event | None:
        """Return the event at which something was said, if it may be told that it was there."""
        if id is None:
            return None
        if id not in self._telling:
            event = self.desk.store.get(Event, id)
            seen = self._own(event) if event else None
            is_enough = isinstance(seen, Event) and said.has_enough(seen)
            self._telling[id] = cast("Event", seen) if is_enough else None
        return self._telling[id]

    def _put_in_public(self, question: Question) -> Question:
        """Return a question without where it was put under the rule, if that tells who put it."""

        def may_be_told(asked: Asked) -> bool:
            if asked.event not in self._ruled.events or self._telling_event(asked.event):
                return True
            return any(map(self._is_published, cited_at(question, asked)))

        asked = tuple(filter(may_be_told, question.asked))
        if len(asked) < len(question.asked):
            self._tell_author(
                question, "where it was asked", "so few were there that one could be told."
            )
        return msgspec.structs.replace(question, asked=asked)

    def _issues(self, note: Note) -> Iterator[Issue]:
        for issue in note.issues:
            if may_see(self._level, issue.level):
                left = msgspec.structs.replace(issue, person="")
                # A digest of what tells more than they may see lets a guess be tried.
                yield left if left.is_for_others else _without_files(left)

    def _announced(self, event: Event) -> Event:
        announced = said.published(event, self._is_published)
        lost = [
            f"{field}/{item.key}"
            for field in said.PROGRAMME
            for item in getattr(event, field)
            if item.key not in {left.key for left in getattr(announced, field)}
        ]
        if lost:
            why = "the event is under the Chatham House rule, and no announcement tells it."
            self._tell_author(event, _called(lost), why)
        return announced

    def _warn(self, written: Note | Line | Question) -> None:
        """Tell the author that own words about what was said, or on who was there, leave."""
        if isinstance(written, Question):
            is_ruled, own = False, msgspec.json.encode(written.answer)
        else:
            subject = written.subject if isinstance(written, Note) else written.question or ""
            is_there = {subject, *subject.split()} & (self._ruled.events | self._ruled.forums)
            is_ruled = bool(is_there) or written.handling.chatham_house
            bare = {"issues": ()} if isinstance(written, Note) else {}
            own = msgspec.json.encode(msgspec.structs.replace(written, **bare))
        if is_ruled or self._ruled.participants.are_in(own.decode()):
            self._tell_author(written, "nothing of your own words", _READ_AGAIN)

    # Sources ---------------------------------------------------------------------------------

    def _is_strict(self, id: str) -> bool:
        """Return whether a source is stricter than the audience; also one that is not held."""
        if id not in self._closed:
            source = self.desk.store.get(Source, id)
            self._closed[id] = source is None or not may_see(self._level, source.handling.level)
        return self._closed[id]

    def _is_closed(self, id: str) -> bool:
        return self._is_strict(id) or id in self._ruled.sources

    def _is_published(self, id: str) -> bool:
        source = self.desk.store.get(Source, id)
        return source is not None and source.kind in PUBLISHED and not self._is_closed(id)

    # Below -----------------------------------------------------------------------------------

    def _tell_author(self, record: Record, what: str, why: str) -> None:
        self.left_out[LeftOut(record.id, title_of(record), what, why)] = None

    def _look_for_the_anonymous(self) -> None:
        for kind in SAID:
            for record in self.desk.store.all(kind):
                if self._ruled.covers(record):
                    self._own(record)


_RESTS = "it rests on sources that this audience may not see."
_READ_AGAIN = (
    "your own words leave as they are: read again whether they tell who spoke under the rule."
)
_ANONYMOUS = "said"


def _called(paths: Iterable[str]) -> str:
    """Return what stands at some paths in words, each field once."""
    heads = (path.partition("/")[0].replace("_", " ") for path in paths)
    return ", ".join(dict.fromkeys(heads))


def _one_day(event: Event | None) -> dt.date | None:
    if event is None or event.when.date != event.when.last_date:
        return None
    return event.when.date


def _tells_more(record: Record) -> bool:
    """Return whether an id was made from words that the record does not say any more."""
    told = set(slug(" ".join((title_of(record), *names_of(record))), longest=10_000).split("-"))
    return not told.issuperset(record.id.split("-")[:-1])


def _other_id(record: Record) -> str:
    """Return an id that stays the same and says nothing."""
    kind = type(record).__name__.lower()
    return f"{kind}-{hashlib.sha256(record.id.encode()).hexdigest()[:12]}"


def _without_files(issue: Issue) -> Issue:
    return msgspec.structs.replace(issue, facts="", files=())
