"""Invented days of an invented forum: no state, no real body, no real person."""

import datetime as dt
from itertools import product
from zoneinfo import ZoneInfo

from briefing.arrange.clashes import Clash, clashes, reason
from briefing.config import Me
from briefing.model import (
    Asked,
    Attendance,
    Decision,
    Doubt,
    DoubtKind,
    Engagement,
    Event,
    EventKind,
    Evidence,
    Going,
    Mode,
    Note,
    Position,
    Question,
    Stakeholder,
    Stance,
    Task,
    TaskKind,
    attendance_id,
)
from briefing.note.span import Span, SpanHeld
from briefing.when import Overlap, Precision, When, ZoneBasis, whole_day
from tests.note.records import (
    ANNOUNCEMENT_TEXT,
    ASK_HOME,
    CHILD,
    EVENT,
    FORUM,
    LISTED,
    PARENT,
    REGISTER,
    SOURCES,
    WHO_PAYS,
    checked,
    read,
)

HOME = ZoneInfo("Europe/Oslo")
ME = Me(name="Kari Eksempel", organisation="Lantern Mission", speaks_for="lantern")
BEFORE, AFTER = dt.date(2031, 6, 2), dt.date(2031, 6, 16)
WEEK = Span(dt.date(2031, 6, 9), dt.date(2031, 6, 15))
SESSION = Span(WEEK.first, WEEK.last, FORUM.id)


def at_hour(day: int, hour: int, zone: str, *, hours: int = 1) -> When:
    return When(
        date=dt.date(2031, 6, day),
        time=dt.time(hour),
        end_time=dt.time(hour + hours),
        zone=zone,
        zone_basis=ZoneBasis.VENUE,
        precision=Precision.MINUTE,
    )


NIGHT = Event(
    id="night-watch-c3d4e",
    title="夜间值班 – Night Watch on the Strait",
    kind=EventKind.WEBINAR,
    when=at_hour(12, 22, "Asia/Shanghai"),
    mode=Mode.ONLINE,
    topics=("Fog horns",),
    evidence={"title": checked("Ropes and Splices"), "when": read("13:00")},
)
"""At the same time as the seminar in New York."""

CALLED_OFF = Event(
    id="buoy-count-d4e5f",
    title="Der jährliche Bojenzählungskoordinierungsausschusssitzungsvorbereitungstermin",
    when=whole_day(dt.date(2031, 6, 10)),
    venue="Buoy House, Lisbon",
    cancelled=True,
)

SEND = Task(
    id="send-h3j4k",
    what="Send the paper on splices",
    kind=TaskKind.SEND_PAPER,
    due=whole_day(dt.date(2031, 6, 11)),
    event=PARENT.id,
    who="Bo Ferry",
    evidence={"due": read("6 June 2031")},
)

PROMISE = Task(
    id="promise-j4k5m",
    what="Share the invented ledger of repairs",
    kind=TaskKind.KEEP_PROMISE,
    due=whole_day(dt.date(2031, 9, 1)),
    event=EVENT.id,
    who="Tidewater Foundation",
)

FOLLOW_UP = Event(
    id="follow-up-k5m6n",
    title="Follow-up on splices",
    when=whole_day(dt.date(2031, 11, 4)),
    venue="Lisbon",
    forums=(FORUM.id,),
)


def said(
    id: str, holder: str, claim: str, stance: Stance, on: dt.date | None, **more: str
) -> Position:
    return Position(
        id=id,
        holder=holder,
        claim=claim,
        stance=stance,
        on=on,
        forum=FORUM.id,
        stakeholder=more.get("stakeholder"),
        question=more.get("question"),
        event=more.get("event"),
        topic=more.get("topic", ""),
        evidence={"claim": Evidence(citations=SOURCE_ON_PAGE_7, decision=Decision.ACCEPTED)},
    )


SOURCE_ON_PAGE_7 = (WHO_PAYS.asked[1].citation and (WHO_PAYS.asked[1].citation,)) or ()

OPPOSED = said(
    "lantern-opposed",
    "Lantern Institute",
    "No list is needed.",
    Stance.OPPOSES,
    dt.date(2030, 11, 4),
    stakeholder="lantern",
    question=LISTED.id,
)
SUPPORTS = said(
    "lantern-supports",
    "Lantern Institute",
    "A list, if the owners keep it.",
    Stance.SUPPORTS_WITH_EDITS,
    dt.date(2031, 6, 12),
    stakeholder="lantern",
    question=LISTED.id,
    event=EVENT.id,
)
STEADY = said(
    "tidewater-steady",
    "Tidewater Foundation",
    "Whoever gains, pays.",
    Stance.SUPPORTS,
    dt.date(2031, 6, 13),
    topic="Shared payment",
)
HEARD = said(
    "buoys-heard",
    "الجمعية الملاحية",
    "السفن ليست لنا.",
    Stance.RESERVES,
    None,
    question=LISTED.id,
    event=EVENT.id,
)

ASKED_AT_NIGHT = Question(
    id="fog-m6n7p",
    text="Who sounds the horn at night?",
    asked=(Asked(key="f2", event=NIGHT.id),),
    evidence={
        "text": Evidence(
            rule="test", doubts=(Doubt(kind=DoubtKind.UNSURE, words="It may be a heading."),)
        )
    },
)

ON_EVENT = Note(
    id="note-on-night",
    subject=NIGHT.id,
    purpose="To hear who keeps watch. Others may go as well.",
)


def attendance(event: Event, going: Going, by: str = "") -> Attendance:
    return Attendance(id=attendance_id(event.id), event=event.id, going=going, covered_by=by)


EVENTS = (PARENT, CALLED_OFF, EVENT, NIGHT, CHILD)

OUTLOOK_HELD = SpanHeld(
    events=EVENTS,
    tasks=(ASK_HOME, REGISTER, SEND, PROMISE),
    questions=(WHO_PAYS, LISTED, ASKED_AT_NIGHT),
    attendance={
        PARENT.id: attendance(PARENT, Going.COVERED, "Bo Ferry"),
        EVENT.id: attendance(EVENT, Going.GOING),
        NIGHT.id: attendance(NIGHT, Going.INTERESTED),
        CALLED_OFF.id: attendance(CALLED_OFF, Going.DECLINED),
    },
    on_events={NIGHT.id: ON_EVENT},
    clashes=tuple(clashes(EVENTS, HOME)),
    own=(OPPOSED,),
    forums={FORUM.id: FORUM},
    sources=SOURCES,
    texts={"harbour-txt": ANNOUNCEMENT_TEXT},
)

SESSION_HELD = SpanHeld(
    written=Note(
        id="note-on-session",
        subject=SESSION.subject,
        kind="session report",
        bottom_line="The list of ships will come. Payment stays open.",
    ),
    forum=FORUM,
    events=(PARENT, EVENT, CHILD),
    coming=(FOLLOW_UP,),
    tasks=(SEND, PROMISE),
    questions=(WHO_PAYS, LISTED),
    positions=(SUPPORTS, STEADY, HEARD),
    earlier=(OPPOSED,),
    occasions={EVENT.id: EVENT, PARENT.id: PARENT},
    stakeholders={"lantern": Stakeholder(id="lantern", name="Lantern Institute")},
    forums={FORUM.id: FORUM},
    sources=SOURCES,
    texts={"harbour-txt": ANNOUNCEMENT_TEXT},
)

REASONS = {
    reason(Clash(one, other, overlap))
    for one, other, overlap in product(
        (EVENT, PARENT, Engagement(id="busy", when=PARENT.when)), (EVENT, PARENT), Overlap
    )
    if isinstance(one, (Event, Engagement))
}
"""Why things clash, in English, as far as it has no numbers in it."""
