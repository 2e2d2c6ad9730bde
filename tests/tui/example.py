"""An invented desk: a week of meetings on harbours, cables and lighthouses, on a day of its own."""

import datetime as dt
import hashlib
from pathlib import Path

from briefing.desk.desk import Desk
from briefing.model import (
    Access,
    Answer,
    Asked,
    Citation,
    Decision,
    Doubt,
    DoubtKind,
    Event,
    EventKind,
    Evidence,
    Link,
    Mode,
    Party,
    Point,
    Position,
    Proposal,
    Question,
    Record,
    Source,
    Speaker,
    Stakeholder,
    StakeholderKind,
    Stance,
    Task,
    TaskKind,
)
from briefing.when import Precision, When, ZoneBasis, whole_day

NOW = dt.datetime(2031, 3, 10, 7, 0, tzinfo=dt.UTC)

SETTINGS = """\
title = "Harbour desk"
today = 2031-03-10
[me]
name = "Ada Lind"
organisation = "Ministry of Harbours"
home = "Europe/Oslo"
languages = ["en"]
"""

TEXT = """\
HARBOUR WEEK 2031
Open Panel: Who answers for a cut cable?

Join the Lantern Institute for a public conversation on cables that no state admits to
have touched, and on what a coast may ask of a repair ship.

When: Wednesday, 12 March 2031, 10:00 - 11:30 EDT
Where: Quay Room 2, Port House, New York, and online

Register by 11 March, 18:00 New York time: https://lantern.example/register

Questions to be discussed:
1. Who pays for the repair of a cable that nobody admits to have cut?
2. What may a coastal state ask before a repair ship enters its waters?
"""

SHA = hashlib.sha256(TEXT.encode()).hexdigest()


def make(folder: Path, *, settings: str = SETTINGS, filled: bool = True) -> Path:
    """Make the desk in a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "briefing.toml").write_text(settings, encoding="utf-8")
    if filled:
        with Desk.open(folder, clock=lambda: NOW) as desk:
            desk.store.keep_source(SHA, "harbour-week.txt", TEXT.encode(), TEXT)
            with desk.change("Made for tests") as edit:
                for record in records():
                    edit.put(record)
    return folder


def cited(words: str, *, doubt: str = "", decision: Decision = Decision.UNDECIDED) -> Evidence:
    """Return what a value rests on that was read from the words of the text."""
    start = TEXT.index(words)
    citation = Citation(source="harbour-week", start=start, end=start + len(words), words=words)
    doubts = (Doubt(kind=DoubtKind.UNSURE, words=doubt),) if doubt else ()
    return Evidence(citations=(citation,), rule="test", doubts=doubts, decision=decision)


def at(
    day: int, clock: str, zone: str = "America/New_York", *, until: str = "", place: str = ""
) -> When:
    """Return a time in March 2031."""
    return When(
        date=dt.date(2031, 3, day),
        time=dt.time.fromisoformat(clock),
        end_time=dt.time.fromisoformat(until) if until else None,
        zone=zone,
        zone_place=place,
        zone_basis=ZoneBasis.OFFSET,
        written_zone="local",
        precision=Precision.MINUTE,
    )


def records() -> list[Record]:
    """Return all that the desk holds besides the field's own names."""
    return [
        Source(
            id="harbour-week",
            title="Harbour Week 2031",
            body="Lantern Institute",
            name="harbour-week.txt",
            media_type="text/plain",
            sha256=SHA,
            text_sha256=SHA,
            received=dt.date(2031, 3, 8),
        ),
        *_holders(),
        *_events(),
        *_tasks(),
        *_questions(),
        *_positions(),
        Proposal(
            id="waiting-1",
            source="harbour-week",
            draft=Event(id="late-tide", title="Late tide reception", when=at(14, "18:00")),
            start=0,
            end=10,
        ),
    ]


def _holders() -> list[Record]:
    return [
        Stakeholder(id="lantern", name="Lantern Institute", kind=StakeholderKind.ORGANISATION),
        Stakeholder(id="skerry", name="Skerry Islands", kind=StakeholderKind.STATE),
        Stakeholder(id="deepline", name="Deepline Cables", kind=StakeholderKind.COMPANY),
    ]


def _events() -> list[Event]:
    week = When(date=dt.date(2031, 3, 11), end_date=dt.date(2031, 3, 14), precision=Precision.DAY)
    return [
        Event(
            id="winter-call",
            title="Call of the coastal group",
            kind=EventKind.INTERNAL,
            when=at(3, "09:00", "Europe/Oslo", until="10:00"),
            mode=Mode.ONLINE,
        ),
        Event(
            id="pilot-class",
            title="Pilotage and law, lecture 6",
            kind=EventKind.CLASS,
            when=at(10, "16:15", "Europe/Oslo", until="18:00"),
            mode=Mode.IN_PERSON,
            venue="Lecture Hall 3, Skipper Street, Oslo",
        ),
        Event(
            id="harbour-week",
            title="Harbour Week 2031",
            kind=EventKind.CONFERENCE,
            when=week,
            mode=Mode.HYBRID,
            venue="Port House, New York",
            forums=("un-oewg",),
        ),
        Event(
            id="cut-cable",
            title="Open Panel: Who answers for a cut cable?",
            kind=EventKind.SIDE_EVENT,
            when=at(12, "10:00", until="11:30"),
            mode=Mode.HYBRID,
            venue="Quay Room 2, Port House, New York",
            parent="harbour-week",
            forums=("un-oewg",),
            organisers=(Party(key="a1", name="Lantern Institute", stakeholder="lantern"),),
            speakers=(
                Speaker(key="s1", name="Tove Strand", role="moderator", stakeholder="lantern"),
                Speaker(
                    key="s2",
                    name="Ivo Reef",
                    role="speaker",
                    affiliation="Deepline Cables",
                    stakeholder="deepline",
                ),
            ),
            topics=("cables",),
            links=(Link(key="l1", address="https://lantern.example/register", words="Register"),),
            access=Access.REGISTRATION,
            evidence={
                "title": cited("Open Panel: Who answers for a cut cable?"),
                "when": cited(
                    "Wednesday, 12 March 2031, 10:00 - 11:30 EDT",
                    doubt="EDT begins on 9 March 2031; the end of the panel is given once only.",
                ),
                "venue": cited("Quay Room 2, Port House, New York"),
            },
        ),
        Event(
            id="night-watch",
            title="Night watch: lights, buoys and their keepers",
            kind=EventKind.SIDE_EVENT,
            when=at(12, "18:30", until="20:00"),
            mode=Mode.IN_PERSON,
            venue="Chart Room, Port House, New York",
            parent="harbour-week",
            access=Access.INVITATION,
        ),
        Event(
            id="small-ports",
            title="What small ports need from large ones",
            kind=EventKind.SIDE_EVENT,
            when=at(13, "13:15", until="14:30"),
            mode=Mode.ONLINE,
            parent="harbour-week",
            cancelled=True,
        ),
        Event(
            id="geneva-round",
            title="Round table on warnings to ships",
            kind=EventKind.SEMINAR,
            when=at(18, "15:00", "Europe/Zurich", until="17:00", place="Geneva"),
            mode=Mode.HYBRID,
            venue="Beacon Hall, Geneva",
            forums=("igf",),
        ),
        Event(
            id="suva-forum",
            title="Lagoon forum on repair ships",
            kind=EventKind.OPEN_FORUM,
            when=at(25, "09:00", "Pacific/Fiji", until="12:00", place="Suva"),
            mode=Mode.IN_PERSON,
            venue="Reef House, Suva",
        ),
        Event(
            id="spring-session",
            title="Spring session of the working party",
            kind=EventKind.SESSION,
            when=When(date=dt.date(2031, 4, 1), precision=Precision.MONTH),
            forums=("un-oewg",),
        ),
        Event(id="someday", title="Visit to the cable store", kind=EventKind.MEETING),
    ]


def _tasks() -> list[Task]:
    return [
        Task(
            id="register-panel",
            what="Register for the open panel",
            kind=TaskKind.REGISTER,
            due=at(11, "18:00"),
            event="cut-cable",
            how=(Link(key="h1", address="https://lantern.example/register"),),
            evidence={"due": cited("Register by 11 March, 18:00 New York time")},
        ),
        Task(
            id="ask-pass",
            what="Ask for a building pass",
            kind=TaskKind.GET_PASS,
            due=whole_day(dt.date(2031, 3, 10)),
            event="harbour-week",
        ),
    ]


def _questions() -> list[Question]:
    return [
        Question(
            id="who-pays",
            text="Who pays for the repair of a cable that nobody admits to have cut?",
            topics=("Cables",),
            asked=(
                Asked(
                    key="k1",
                    event="cut-cable",
                    citation=cited("Who pays for the repair of a cable").citations[0],
                ),
                Asked(key="k2", event="geneva-round"),
            ),
            answer=Answer(
                points=(Point(key="p1", text="The owner repairs first and claims later."),),
                short="The owner repairs first; the claim follows the proof.",
            ),
        ),
        Question(
            id="what-ask",
            text="What may a coastal state ask before a repair ship enters its waters?",
            topics=("Cables",),
            asked=(Asked(key="k1", event="cut-cable"),),
            evidence={"text": cited("What may a coastal state ask")},
        ),
        Question(
            id="who-lights",
            text="Who keeps a light that no ship needs any more?",
            topics=("Lights",),
            asked=(Asked(key="k1", event="night-watch"),),
        ),
        Question(id="no-theme", text="Is a buoy a ship?"),
    ]


def _positions() -> list[Position]:
    return [
        Position(
            id="skerry-on-costs",
            holder="Skerry Islands",
            stakeholder="skerry",
            claim="Costs fall on the flag of the last ship over the cable.",
            question="who-pays",
            forum="un-oewg",
            event="cut-cable",
            on=dt.date(2030, 11, 4),
            stance=Stance.LEADS,
        ),
        Position(
            id="deepline-on-costs",
            holder="Deepline Cables",
            stakeholder="deepline",
            claim="A common fund should pay within thirty days.",
            question="who-pays",
            forum="un-oewg",
            on=dt.date(2031, 1, 20),
            stance=Stance.SUPPORTS,
            evidence={"claim": cited("no state admits to\nhave touched")},
        ),
    ]
