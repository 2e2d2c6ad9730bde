"""What somebody should look at in a note before it goes out."""

from briefing.desk import prepare, spans, written as writing
from briefing.desk.desk import Desk
from briefing.desk.note_files import Wanted
from briefing.model import Event
from briefing.note.compose_span import composed_span
from briefing.note.warnings import ToCheck, facts_to_check as facts_in


def facts_to_check(desk: Desk, wanted: Wanted) -> tuple[ToCheck, ...]:
    """Return the facts in a note that nobody vouches for, the most pressing first."""
    if isinstance(wanted.subject, Event):
        return prepare.facts_to_check(desk, wanted.subject, wanted.kind)
    held = spans.held(desk, wanted.subject, wanted.kind)
    kind = writing.kind_named(desk, wanted.kind)
    _, values = composed_span(
        wanted.subject, held, home=desk.home, today=desk.today, me=desk.me, kind=kind
    )
    return facts_in(None, held, values, desk.today)
