"""An invented desk for tests: a folder, a clock that stands still, an announcement."""

import datetime as dt
import itertools
from pathlib import Path

from briefing.config import FILE_NAME
from briefing.desk import prepare
from briefing.desk.desk import Desk
from briefing.errors import Problem
from briefing.model import (
    Alternative,
    Citation,
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Forum,
    Mode,
    Note,
    Party,
    Position,
    Proposal,
    ProposalState,
    Question,
    Record,
    Speaker,
    Stakeholder,
    Task,
)
from briefing.note.writers import write
from briefing.reader import Incoming
from briefing.store.creation import create
from briefing.store.issued import findings
from briefing.when import Precision, When, ZoneBasis, whole_day

START = dt.datetime(2031, 6, 2, 8, tzinfo=dt.UTC)

SETTINGS = '[me]\nname = "Kari Eksempel"\nhome = "Europe/Oslo"\n'

ANNOUNCEMENT = """\
Harbour Lights: who mends a cable under the sea?

The Lantern Institute and the Tidewater Foundation invite you to a seminar.

When: Thursday, 12 June 2031, 09:00-10:30 EDT
Where: Harbour Hall, 4 Quay Street, New York, and online

Register by 6 June 2031: https://lantern.example/harbour

Key questions:
- Who pays when a shared cable is cut?
- Should repair ships be listed in public?

Moderator: Bo Ferry, Tidewater Foundation
"""

OLD, NEW = (
    Alternative(value=whole_day(dt.date(2031, 6, day)), why=f"if day {day} is meant")
    for day in (11, 13)
)

HARBOUR = Event(
    id="harbour-lights-ab2cd",
    title="Harbour Lights",
    mode=Mode.HYBRID,
    venue="Harbour Hall",
    when=When(
        date=dt.date(2031, 6, 12),
        time=dt.time(9),
        end_time=dt.time(10, 30),
        zone="America/New_York",
        zone_basis=ZoneBasis.ABBREVIATION,
        written_zone="EDT",
        written="Thursday, 12 June 2031, 09:00-10:30 EDT",
        precision=Precision.MINUTE,
    ),
    organisers=(Party(key="k2aa", name="Lantern Institute", stakeholder="lantern"),),
    speakers=(Speaker(key="k3aa", name="Bo Ferry", role="Moderator", affiliation="Tidewater"),),
    forums=("pilots",),
    evidence={
        "title": Evidence(citations=(Citation(source="s", start=0, end=14),), rule="test"),
        "when": Evidence(
            rule="test",
            confidence=0.6,
            doubts=(Doubt(kind=DoubtKind.WEEKDAY_DISAGREES, words="12 June is no Friday."),),
            alternatives=(OLD, NEW),
        ),
        "speakers/k3aa": Evidence(rule="test"),
    },
)
REGISTER = Task(
    id="register-ab2cd",
    what="Register",
    due=whole_day(dt.date(2031, 6, 6), written="6 June 2031"),
    event=HARBOUR.id,
    evidence={"due": Evidence(rule="test")},
)
WHO_PAYS = Question(
    id="who-pays-ab2cd",
    text="Who pays when a shared cable is cut?",
    topics=("cables",),
    evidence={"text": Evidence(rule="test")},
)
CLAIM = Position(
    id="claim-ab2cd",
    claim="Repair comes first.",
    holder="Lantern Institute",
    stakeholder="lantern",
    event=HARBOUR.id,
    evidence={"claim": Evidence(rule="test")},
)
PILOTS = Forum(id="pilots", name="Forum of Harbour Pilots", acronym="FHP", aliases=("Pilots' Day",))
LANTERN = Stakeholder(id="lantern", name="Lantern Institute", aliases=("LI",))

EVERYTHING: tuple[Record, ...] = (HARBOUR, REGISTER, WHO_PAYS, CLAIM, PILOTS, LANTERN)


def make_folder(folder: Path, *records: Record, settings: str = SETTINGS) -> Path:
    """A workspace that holds these records and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_text(settings, encoding="utf-8")
    create(folder / "data", records)
    return folder


def open_desk(folder: Path, *, today: dt.date | None = None, writing: bool = True) -> Desk:
    """Open a desk whose clock tells another minute each time it is asked."""
    minutes = itertools.count()
    return Desk.open(
        folder,
        clock=lambda: START + next(minutes) * dt.timedelta(minutes=1),
        today=today,
        writing=writing,
    )


def proposal(draft: Event | Task | Question | Position, *, under: str | None = None) -> Proposal:
    return Proposal(id=f"proposal-{draft.id}", source="s", draft=draft, under=under)


def waiting_unit() -> list[Proposal]:
    """The event with a task, a question and a position on it, all waiting."""
    top = proposal(HARBOUR)
    return [top, *(proposal(draft, under=top.id) for draft in (REGISTER, WHO_PAYS, CLAIM))]


def state_of(desk: Desk, proposal: Proposal) -> ProposalState:
    held = desk.store.get(Proposal, proposal.id)
    assert held is not None
    return held.state


def announcement(text: str = ANNOUNCEMENT, name: str = "harbour.txt") -> Incoming:
    return Incoming(name=name, raw=text.encode())


def markdown(desk: Desk, event: Event) -> str:
    """The note on an event as Markdown."""
    return write(".md", prepare.note(desk, event), prepare.layout(desk)).decode()


def altered(desk: Desk) -> tuple[Problem, ...]:
    """What of all issued notes is not what went out."""
    found = findings(desk.data, desk.store.all(Note), mend=False)
    return tuple(finding.problem for finding in found if finding.is_left)
