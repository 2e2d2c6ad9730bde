"""An invented event with all that hangs on it: no state, no real body, no real person."""

import datetime as dt
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from briefing.config import Me
from briefing.model import (
    Access,
    AgendaItem,
    Answer,
    Asked,
    Citation,
    Decision,
    Doubt,
    DoubtKind,
    Event,
    EventKind,
    Evidence,
    Expected,
    Forum,
    Handling,
    Level,
    Likelihood,
    Link,
    Milestone,
    Mode,
    Note,
    Openness,
    Party,
    Point,
    Position,
    Question,
    Source,
    SourceKind,
    Speaker,
    Stakeholder,
    Stance,
    Task,
    TaskKind,
)
from briefing.note.held import Held
from briefing.when import Precision, When, ZoneBasis, whole_day

HOME = ZoneInfo("Europe/Oslo")
TODAY = dt.date(2031, 6, 2)
ME = Me(name="Kari Eksempel", organisation="Lantern Mission")

ANNOUNCEMENT_TEXT = """\
Harbour Lights: who mends a cable under the sea?
A seminar of the Lantern Institute with the Tidewater Foundation
Thursday 12 June 2031, 09:00-10:30 EDT
Harbour Hall, 4 Quay Street, New York, and online
Speakers: Dr Ada Wick, Director, Lantern Institute; Bo Ferry, moderator, Tidewater Foundation
Key questions
Who pays when a shared cable is cut?
Should repair ships be listed in public?
Registration by 6 June 2031 under https://lantern.example/harbour
09:10 Opening
Side event: Ropes and Splices, 13:00
"""

HOSTED_URL = "https://lantern.example/harbour"


def cite(words: str) -> Citation:
    start = ANNOUNCEMENT_TEXT.index(words)
    return Citation(source="harbour-txt", start=start, end=start + len(words), words=words)


def read(words: str, *doubts: Doubt) -> Evidence:
    return Evidence(citations=(cite(words),), rule="test", confidence=0.9, doubts=doubts)


def checked(words: str) -> Evidence:
    return Evidence(citations=(cite(words),), rule="test", decision=Decision.ACCEPTED)


def new_york(time: dt.time, end: dt.time | None = None) -> When:
    return When(
        date=dt.date(2031, 6, 12),
        time=time,
        end_time=end,
        zone="America/New_York",
        zone_basis=ZoneBasis.VENUE,
        precision=Precision.MINUTE,
    )


EVENT = Event(
    id="harbour-lights-a2b3c",
    title="Harbour Lights: who mends a cable under the sea?",
    kind=EventKind.SEMINAR,
    when=new_york(dt.time(9), dt.time(10, 30)),
    mode=Mode.HYBRID,
    venue="Harbour Hall, 4 Quay Street, New York",
    organisers=(Party(key="li2", name="Lantern Institute", stakeholder="lantern"),),
    partners=(Party(key="tf3", name="Tidewater Foundation"),),
    speakers=(
        Speaker(
            key="aw4",
            name="Dr Ada Wick",
            role="director",
            affiliation="Lantern Institute",
            stakeholder="lantern",
        ),
        Speaker(key="bf5", name="Bo Ferry", role="moderator", affiliation="Tidewater Foundation"),
    ),
    forums=("cable-forum",),
    parent="cable-week-z9y8x",
    agenda=(AgendaItem(key="op6", title="Opening", time=dt.time(9, 10)),),
    topics=("Cable repair",),
    links=(Link(key="ln7", address=HOSTED_URL, words="Registration"),),
    access=Access.REGISTRATION,
    pass_needed=True,
    evidence={
        "title": checked("Harbour Lights: who mends a cable under the sea?"),
        "when": read(
            "Thursday 12 June 2031, 09:00-10:30 EDT",
            Doubt(kind=DoubtKind.ZONE_INFERRED, words="The zone was taken from the venue."),
        ),
        "mode": read("and online"),
        "venue": checked("Harbour Hall, 4 Quay Street, New York"),
        "organisers/li2": checked("Lantern Institute"),
        "partners/tf3": read("Tidewater Foundation"),
        "speakers/aw4": checked("Dr Ada Wick, Director, Lantern Institute"),
        "speakers/bf5/name": checked("Bo Ferry"),
        "speakers/bf5/role": read("moderator"),
        "access": read("Registration by 6 June 2031"),
        "links/ln7": checked(HOSTED_URL),
        "agenda/op6": checked("09:10 Opening"),
    },
)

PARENT = Event(
    id="cable-week-z9y8x",
    title="Cable Week",
    kind=EventKind.CONFERENCE,
    when=whole_day(dt.date(2031, 6, 9), dt.date(2031, 6, 13)),
    venue="New York",
    evidence={
        "title": Evidence(
            citations=(Citation(source="programme", place="page 2"),), decision=Decision.ACCEPTED
        )
    },
)

CHILD = Event(
    id="ropes-b4c5d",
    title="Ropes and Splices",
    kind=EventKind.SIDE_EVENT,
    when=new_york(dt.time(13)),
    parent=EVENT.id,
    evidence={"title": read("Ropes and Splices"), "when": read("13:00")},
)

EARLIER = Event(
    id="lighthouse-d6e7f",
    title="Lighthouse Day",
    when=whole_day(dt.date(2030, 11, 4)),
)

REGISTER = Task(
    id="register-e8f9g",
    what="Register",
    kind=TaskKind.REGISTER,
    due=whole_day(dt.date(2031, 6, 6)),
    event=EVENT.id,
    how=(Link(key="h2", address=HOSTED_URL),),
    evidence={"what": read("Registration"), "due": read("6 June 2031")},
)

ASK_HOME = Task(
    id="ask-g2h3j",
    what="Ask home for the figures on repair ships",
    kind=TaskKind.ASK_CAPITAL,
    due=whole_day(dt.date(2031, 5, 30)),
    event=EVENT.id,
)

WHO_PAYS = Question(
    id="who-pays-h4j5k",
    text="Who pays when a shared cable is cut?",
    asked=(
        Asked(key="q2", event=EVENT.id, citation=cite("Who pays when a shared cable is cut?")),
        Asked(key="q3", event=EARLIER.id, citation=Citation(source="programme", place="page 7")),
    ),
    answer=Answer(
        short="Whoever gains from the cable shares the bill; nobody waits for the bill to mend it.",
        points=(
            Point(
                key="p2",
                text="Four of five repairs in the invented ledger were paid for jointly.",
                citations=(Citation(source="programme", place="page 9"),),
            ),
            Point(key="p3", text="Waiting doubles the cost."),
        ),
        if_pressed="The share of each is for the owners to settle.",
        caveats="Name no company.",
    ),
    evidence={"text": checked("Who pays when a shared cable is cut?")},
)

LISTED = Question(
    id="listed-j6k7m",
    text="Should repair ships be listed in public?",
    asked=(Asked(key="q4", event=EVENT.id),),
    evidence={"text": read("Should repair ships be listed in public?")},
)

WHOSE_FAULT = Question(
    id="whose-fault-k8m9n",
    text="Whose anchor was it?",
    expected=(Expected(key="x2", event=EVENT.id, likelihood=Likelihood.DEFENSIVE),),
    answer=Answer(short="That is being looked into."),
)

POSITION = Position(
    id="lantern-position-m2n3p",
    claim="A public list of ships makes repair quicker.",
    holder="Lantern Institute",
    stakeholder="lantern",
    question=LISTED.id,
    on=dt.date(2030, 11, 4),
    stance=Stance.SUPPORTS,
    evidence={
        "claim": Evidence(
            citations=(
                Citation(
                    source="programme",
                    place="page 7",
                    words="A public list of ships makes repair quicker.",
                ),
            ),
            decision=Decision.ACCEPTED,
        )
    },
)

HEARD = Position(
    id="heard-n4p5q",
    claim="Ships are not ours to list.",
    holder="The Buoy Society",
    event=EVENT.id,
    stance=Stance.RESERVES,
)

UNRELATED = Position(
    id="unrelated-p6q7r",
    claim="Fog horns are too loud.",
    holder="Lantern Institute",
    stakeholder="lantern",
    topic="Fog",
)

FORUM = Forum(
    id="cable-forum",
    name="Forum on Shared Cables",
    acronym="FSC",
    openness=Openness.MULTISTAKEHOLDER,
    period="2029–2032",
    milestones=tuple(
        Milestone(key=f"m{year}", what=what, when=whole_day(dt.date(year, 3, 1)))
        for year, what in (
            (2028, "idea aired"),
            (2029, "founded"),
            (2030, "first list of ships"),
            (2031, "second list of ships"),
            (2032, "review"),
            (2033, "next mandate"),
        )
    ),
)

SOURCES: Mapping[str, Source] = {
    "harbour-txt": Source(
        id="harbour-txt",
        title="Harbour Lights",
        received=dt.date(2031, 5, 20),
        name="harbour.txt",
        sha256="0" * 64,
    ),
    "programme": Source(
        id="programme",
        title="Programme of Cable Week",
        kind=SourceKind.OFFICIAL_RECORD,
        body="Forum on Shared Cables",
        published=whole_day(dt.date(2031, 4, 1)),
        address="https://fsc.example/programme.pdf",
    ),
}

WRITTEN = Note(
    id="note-q8r9s",
    subject=EVENT.id,
    bottom_line="Back shared payment. Say nothing on whose anchor it was.",
    purpose="To hear how others share the bill. To find two partners for a trial.",
    objectives=("Two partners for the trial", "A date for a follow-up"),
    points=(
        "Mend first, settle the bill after.",
        "Those who gain share the bill.",
        "A public list of ships would help.",
    ),
    sensitivities="- Do not name the anchor's owner.\n- Do not promise money.",
    background="The cable was cut twice. It was mended once.",
    next_step="Decide by Friday who goes.",
    handling=Handling(level=Level.OFFICE),
)

HELD = Held(
    written=WRITTEN,
    parent=PARENT,
    children=(CHILD,),
    tasks=(REGISTER, ASK_HOME),
    questions=(WHO_PAYS, LISTED, WHOSE_FAULT),
    occasions={EARLIER.id: EARLIER},
    positions=(POSITION, HEARD, UNRELATED),
    stakeholders={"lantern": Stakeholder(id="lantern", name="Lantern Institute")},
    forums={FORUM.id: FORUM},
    sources=SOURCES,
    texts={"harbour-txt": ANNOUNCEMENT_TEXT},
)
