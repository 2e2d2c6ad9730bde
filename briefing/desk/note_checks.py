"""What somebody should look at in a note before it goes out."""

from typing import NamedTuple

from briefing.desk import describe, prepare, spans, written as writing
from briefing.desk.desk import Desk
from briefing.desk.find import title_of
from briefing.desk.note_files import Wanted
from briefing.model import Citation, Event, Record
from briefing.note.compose_span import composed_span
from briefing.note.warnings import ToCheck, facts_to_check as facts_in
from briefing.text import clean


class Told(NamedTuple):
    """A fact to look at as a person reads it, all in cleaned words."""

    label: str
    """What the field is called on the screen."""
    value: str
    """What is held there; empty where nothing is."""
    title: str
    """Of the record that holds it."""
    citations: tuple[Citation, ...]
    """What the value rests on, else nothing."""


def facts_to_check(desk: Desk, wanted: Wanted) -> tuple[ToCheck, ...]:
    """Return the facts in a note that nobody vouches for, the most pressing first."""
    if isinstance(wanted.subject, Event):
        event = desk.store.get(Event, wanted.subject.id) or wanted.subject
        return prepare.facts_to_check(desk, event, wanted.kind)
    held = spans.held(desk, wanted.subject, wanted.kind)
    kind = writing.kind_named(desk, wanted.kind)
    _, values = composed_span(
        wanted.subject, held, home=desk.home, today=desk.today, me=desk.me, kind=kind
    )
    return facts_in(None, held, values, desk.today)


def told(desk: Desk, fact: ToCheck) -> Told:
    """Return what a fact is, and where it is held."""
    record = desk.store.find(fact.record)
    if record is None:
        return Told(fact.path, "", clean(fact.record), ())
    cited = (c for path in resting(record, fact.path) for c in record.evidence[path].citations)
    return Told(
        label=describe.label_at(record, fact.path),
        value=describe.text_at(desk, record, fact.path),
        title=clean(title_of(record)),
        citations=tuple(dict.fromkeys(cited)),
    )


def resting(record: Record, path: str) -> list[str]:
    """Return the paths of a record's evidence that a fact's path covers, or stands in."""
    inside = [at for at in record.evidence if f"{at}/".startswith(f"{path}/")]
    return inside or [at for at in record.evidence if f"{path}/".startswith(f"{at}/")]
