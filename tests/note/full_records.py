"""The invented event with every part of every kind of note filled: before it, and after it."""

import datetime as dt
from dataclasses import replace

import msgspec

from briefing.model import (
    Answer,
    Asked,
    Citation,
    Decision,
    Evidence,
    Expected,
    Likelihood,
    Note,
    Point,
    Position,
    Question,
    Source,
    SourceKind,
    Stakeholder,
    Stance,
    Task,
    TaskKind,
    TaskState,
    WrittenPart,
)
from briefing.note.held import Held
from briefing.note.kinds import kinds
from briefing.when import whole_day
from tests.note.records import (
    ASK_HOME,
    EARLIER,
    EVENT,
    FORUM,
    HELD,
    LISTED,
    POSITION,
    REGISTER,
    UNRELATED,
    WHO_PAYS,
    WHOSE_FAULT,
    WRITTEN,
)

AFTER = dt.date(2031, 6, 14)
"""The day on which the event is reported on."""

SUMMARY_TEXT = """\
Harbour Lights, summary by the Lantern Institute
The Buoy Society could now support a public list if harbours are left out.
The Tidewater Foundation said that whoever gains from a cable should share its repair.
The Lantern Institute repeated that a public list of ships makes repair quicker.
The Tidewater Foundation will send its figures on repair ships by 1 July 2031.
The next meeting is in November.
"""

LETTER_TEXT = """\
The Buoy Society to the Forum on Shared Cables, 3 February 2031
Ships are not ours to list, and we oppose any list that is open to all.
"""

TEXTS = {**HELD.texts, "summary": SUMMARY_TEXT, "letter": LETTER_TEXT}

SOURCES = {
    **HELD.sources,
    "summary": Source(
        id="summary",
        title="Harbour Lights: what was said",
        kind=SourceKind.REPORT,
        body="Lantern Institute",
        published=whole_day(dt.date(2031, 6, 13)),
        name="summary.txt",
        sha256="1" * 64,
    ),
    "letter": Source(
        id="letter",
        title="Letter on lists of ships",
        kind=SourceKind.STATEMENT,
        body="The Buoy Society",
        published=whole_day(dt.date(2031, 2, 3)),
        name="letter.txt",
        sha256="2" * 64,
    ),
}


def found(source: str, words: str) -> Citation:
    start = TEXTS[source].index(words)
    return Citation(source=source, start=start, end=start + len(words), words=words)


def said(source: str, words: str, decision: Decision = Decision.ACCEPTED) -> Evidence:
    return Evidence(citations=(found(source, words),), rule="test", decision=decision)


# Before the event -------------------------------------------------------------------------------

ANSWERED = msgspec.structs.replace(
    WHO_PAYS,
    answer=Answer(
        short="Whoever gains from the cable shares the bill; nobody waits for the bill to mend it.",
        medium="Mending comes first, and the bill after. Four of five repairs were paid for "
        "jointly, and none of those waited for a contract.",
        long="Mending comes first, and the bill after. Four of five repairs were paid for jointly. "
        "Those who gain share the bill by what they use, as they do for a lighthouse. What we ask "
        "for is a rule on who calls the ship, not on who pays whom.",
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
)

HOW_LONG = Question(
    id="how-long-q2r3s",
    text="How long may a repair take?",
    asked=(
        Asked(key="q5", event=EARLIER.id, citation=Citation(source="programme", place="page 7")),
    ),
    expected=(Expected(key="x3", event=EVENT.id, likelihood=Likelihood.MAY),),
    answer=Answer(
        short="As long as it takes to reach it: ten days, where a ship is near.",
        points=(
            Point(
                key="p4",
                text="The last two repairs took eight and eleven days.",
                citations=(Citation(source="programme", place="page 8"),),
            ),
        ),
    ),
)

OPPOSED = Position(
    id="buoy-opposes-r3s4t",
    claim="Ships are not ours to list",
    holder="The Buoy Society",
    stakeholder="buoy",
    question=LISTED.id,
    on=dt.date(2031, 2, 3),
    stance=Stance.OPPOSES,
    forum=FORUM.id,
    evidence={
        "claim": said("letter", "Ships are not ours to list"),
        "stance": said("letter", "we oppose any list that is open to all"),
        "holder": said("letter", "The Buoy Society"),
        "on": said("letter", "3 February 2031"),
    },
)

FOUNDED = msgspec.structs.replace(
    FORUM,
    mandate="To agree how shared cables are watched and mended.",
    evidence={
        path: Evidence(
            citations=(Citation(source="programme", place="page 3"),), decision=Decision.ACCEPTED
        )
        for path in ("name", "openness", "period", "mandate", "milestones")
    },
)

LIGHTHOUSE = msgspec.structs.replace(
    EARLIER,
    evidence={
        "title": Evidence(
            citations=(Citation(source="programme", place="page 7"),), decision=Decision.ACCEPTED
        )
    },
)

OPENING = (
    "Thank you for the lights. A cable is like a lighthouse: everybody gains from it, and nobody "
    "in particular pays for it. We would like to speak of the ship before we speak of the bill."
)

ISSUE = "Whether to put our name to a trial of shared repair before the autumn."
RECOMMENDATION = """\
- That we join the trial for two years.
- That the share of each is settled by the owners.
"""
CONSIDERATIONS = """\
For: three of our cables land beside theirs, and their ship is two days nearer than ours.

Against: a list of ships may tell too much; one partner has not paid before.
"""
OPTIONS = """\
Join for two years: one post, no money now.
Join as an observer: no post, no vote on the list.
Wait for the review of 2032: no cost, and no say.
"""


def part(key: str, text: str) -> WrittenPart:
    return WrittenPart(key=key, text=text)


PANEL = Note(
    id="panel-s4t5u", subject=EVENT.id, kind="panel brief", parts=(part("opening", OPENING),)
)
DECISION = Note(
    id="decision-t5u6v",
    subject=EVENT.id,
    kind="decision note",
    next_step="Sign by the end of the session.",
    parts=(
        part("issue", ISSUE),
        part("recommendation", RECOMMENDATION),
        part("considerations", CONSIDERATIONS),
        part("options", OPTIONS),
    ),
)

BEFORE = replace(
    HELD,
    questions=(ANSWERED, HOW_LONG, LISTED, WHOSE_FAULT),
    positions=(POSITION, OPPOSED, UNRELATED),
    occasions={EARLIER.id: LIGHTHOUSE},
    stakeholders={
        **HELD.stakeholders,
        "buoy": Stakeholder(id="buoy", name="The Buoy Society"),
    },
    forums={FORUM.id: FOUNDED},
    sources=SOURCES,
    texts=TEXTS,
)

# After the event --------------------------------------------------------------------------------

NOW_SUPPORTS = Position(
    id="buoy-supports-u6v7w",
    claim="could now support a public list if harbours are left out",
    holder="The Buoy Society",
    stakeholder="buoy",
    question=LISTED.id,
    event=EVENT.id,
    stance=Stance.SUPPORTS_WITH_EDITS,
    evidence={
        "claim": said("summary", "could now support a public list if harbours are left out"),
        "stance": said("summary", "support a public list if", Decision.UNDECIDED),
    },
)
REPEATED = Position(
    id="lantern-repeats-v7w8x",
    claim="a public list of ships makes repair quicker",
    holder="Lantern Institute",
    stakeholder="lantern",
    question=LISTED.id,
    event=EVENT.id,
    stance=Stance.SUPPORTS,
    evidence={"claim": said("summary", "a public list of ships makes repair quicker")},
)
SHARED = Position(
    id="tidewater-shares-w8x9y",
    claim="whoever gains from a cable should share its repair",
    holder="Tidewater Foundation",
    question=WHO_PAYS.id,
    event=EVENT.id,
    evidence={"claim": said("summary", "whoever gains from a cable should share its repair")},
)
FIGURES = Task(
    id="figures-x9y2z",
    what="Send its figures on repair ships",
    kind=TaskKind.KEEP_PROMISE,
    who="Tidewater Foundation",
    due=whole_day(dt.date(2031, 7, 1)),
    event=EVENT.id,
    evidence={
        "what": said("summary", "send its figures on repair ships"),
        "who": said("summary", "The Tidewater Foundation will send"),
        "due": said("summary", "by 1 July 2031", Decision.UNDECIDED),
    },
)
DRAFT = Task(
    id="draft-y2z3a",
    what="Send the draft of the trial to both partners",
    kind=TaskKind.KEEP_PROMISE,
    who="Kari Eksempel",
    due=whole_day(dt.date(2031, 6, 20)),
    event=EVENT.id,
    state=TaskState.SENT,
)

REPORT = Note(
    id="report-z3a4b",
    subject=EVENT.id,
    kind="report",
    bottom_line="The Buoy Society no longer stands in the way of a list. Send the draft this week.",
    next_step="Ask both partners for a date in November.",
    parts=(
        part(
            "what happened",
            "Forty people, an hour and a half, no text adopted. The list of ships took most of it.",
        ),
        part("who moved", "One mover, and the one that matters; nobody left the list."),
        part("what was promised", "Nobody promised money."),
    ),
)

HAPPENED = replace(
    BEFORE,
    written=None,
    tasks=(REGISTER, ASK_HOME, FIGURES, DRAFT),
    positions=(POSITION, OPPOSED, NOW_SUPPORTS, REPEATED, SHARED, UNRELATED),
)


def held_for(kind: str) -> Held:
    """What is held for a kind of note, with what a person wrote for it."""
    match kind:
        case "report":
            return replace(HAPPENED, written=REPORT)
        case "note":
            return BEFORE
    own = {note.kind: note for note in (PANEL, DECISION)}.get(kind)
    return replace(BEFORE, written=own, written_alike=(WRITTEN,))


def today_for(kind: str) -> dt.date:
    """The day on which a kind of note is made."""
    return AFTER if kind == "report" else dt.date(2031, 6, 2)


EVENT_KINDS = [name for name, kind in kinds().items() if kind.subject == "event"]
