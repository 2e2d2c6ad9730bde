"""Two desks on which only somebody else said the same give others the same, byte for byte."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings, strategies as st

from briefing.desk import note_files
from briefing.model import (
    Alternative,
    Answer,
    Argument,
    Asked,
    Citation,
    Decision,
    Document,
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Forum,
    Handling,
    Level,
    Party,
    Position,
    Question,
    Record,
    Source,
    SourceKind,
    Speaker,
    Stakeholder,
    Stance,
    Task,
    TaskKind,
)
from briefing.note.kinds import kinds
from briefing.note.span import Span
from briefing.text import slug
from briefing.when import whole_day
from tests.desk.leaving import WIDER, exports, listings, notes
from tests.desk.support import make_folder, open_desk
from tests.support import IS_LONG

JUNE = Span(dt.date(2031, 6, 1), dt.date(2031, 6, 30))
TODAY = dt.date(2031, 6, 2)
OPEN = Handling(level=Level.PUBLIC)
RULED = Handling(level=Level.PUBLIC, chatham_house=True)


@dataclass(frozen=True)
class Voice:
    """Somebody who may have said it."""

    person: str
    body: str
    """The Stakeholder's id; empty where it has none."""
    called: str


VOICES = (
    Voice("Ada Wick", "lantern", "Lantern Institute"),
    Voice("Bo Ferry", "tidewater", "Tidewater Foundation"),
    Voice("Dr Cai Mooring-Splice", "", "the Buoy Society"),
    Voice("H.E. Ms Dagny Ørret", "eskeland", "Republic of Eskeland"),
    Voice("李明", "", "港口研究所"),
    Voice("سلمى النور", "noor", "معهد النور"),
)
BODIES = tuple(Stakeholder(id=v.body, name=v.called, handling=OPEN) for v in VOICES if v.body)

CLAIMS = (
    "Whoever gains from a cable shares the bill.",
    "Repair ships should be listed in public.",
    "{called} would pay for a third of the cable.",
    "{person} said that the cable is theirs to mend.",
    "As {called}, we can't list ships; write to wick@lantern.example.",
    "What the Lantern Institute and the Tidewater Foundation list is theirs.",
)
"""What was said; in some of it the speaker is named, as notes from a meeting do."""


@dataclass(frozen=True)
class Thing:
    """Something that was said, whoever said it."""

    claim: str
    stance: Stance
    at_event: bool
    is_marked: bool
    """Whether the position itself is under the rule, besides the event or in its place."""
    from_statement: bool
    """Whether it rests on the speaker's own paper, besides the report."""
    is_checked: bool


things = st.builds(
    Thing,
    claim=st.sampled_from(CLAIMS),
    stance=st.sampled_from(Stance),
    at_event=st.booleans(),
    is_marked=st.booleans(),
    from_statement=st.booleans(),
    is_checked=st.booleans(),
)


def desk_of(said: Sequence[tuple[Thing, Voice]], *, ruled: str, few: bool) -> list[Record]:
    """A desk after a closed seminar; `ruled` is what is marked: event, report, forum, parent."""

    def handling(what: str) -> Handling:
        return RULED if ruled == what else OPEN

    announced = Evidence(citations=(Citation(source="announcement"),), decision=Decision.ACCEPTED)
    speakers = VOICES[:1] if few else VOICES[:4]
    records: list[Record] = [
        *BODIES,
        Source(id="announcement", title="Harbour Talks", handling=OPEN),
        Source(id="report", title="Report", kind=SourceKind.OWN_NOTES, handling=handling("report")),
        Source(id="minutes", title="Minutes", kind=SourceKind.REPORT, handling=RULED),
        Forum(id="pilots", name="Forum of Harbour Pilots", handling=handling("forum")),
        Event(
            id="week-ab2cd",
            title="Cable Week",
            when=whole_day(JUNE.first, JUNE.last),
            handling=handling("parent"),
        ),
        Event(
            id="talks-ab2cd",
            title="Harbour Talks",
            handling=handling("event"),
            when=whole_day(dt.date(2031, 6, 12)),
            parent="week-ab2cd",
            forums=("pilots",),
            speakers=tuple(
                Speaker(
                    key=f"s{n}", name=v.person, affiliation=v.called, stakeholder=v.body or None
                )
                for n, v in enumerate(speakers)
            ),
            evidence={"title": announced, "speakers": announced},
        ),
        Question(
            id="who-pays-ab2cd",
            text="Who pays for a cable?",
            handling=OPEN,
            asked=(Asked(key="q1", event="talks-ab2cd"),),
            answer=Answer(short="All who gain."),
        ),
    ]
    elsewhere = Position(
        id="lantern-in-public-ab2cd",
        claim="Ships should be listed.",
        holder="Lantern Institute",
        stakeholder="lantern",
        question="who-pays-ab2cd",
        on=dt.date(2031, 1, 1),
        stance=Stance.OPPOSES,
        handling=OPEN,
        evidence={"claim": announced},
    )
    records.append(elsewhere)
    for number, (thing, voice) in enumerate(said):
        records += _said(number, thing, voice, ruled)
    return records


def _said(number: int, thing: Thing, voice: Voice, ruled: str) -> list[Record]:
    who = slug(voice.person) or f"voice-{VOICES.index(voice)}"
    claim = thing.claim.format(person=voice.person, called=voice.called)
    quote = f"{voice.person} of {voice.called}: {claim}"
    paper = Source(
        id=f"{who}-{number}-ab2cd",
        title=f"Statement by {voice.called}",
        kind=SourceKind.STATEMENT,
        body=voice.called,
        address=f"https://{who}.example/{number}",
        name=f"{who}.pdf",
        handling=OPEN,
    )
    cited = [Citation(source="report", words=quote, place=f"turn of {voice.person}")]
    cited += [Citation(source=paper.id, words=quote)] if thing.from_statement else []
    decision = Decision.ACCEPTED if thing.is_checked else Decision.UNDECIDED
    found = Evidence(
        citations=tuple(cited),
        rule=f"position.{'verb' if voice.body else 'speaker'}",
        confidence=0.9 if voice.body else 0.5,
        decision=decision,
        doubts=(Doubt(kind=DoubtKind.UNSURE, words=f"{voice.called} may be meant."),),
        alternatives=(Alternative(value=voice.called, why=f"if {voice.person} spoke"),),
    )
    is_told = (thing.at_event and ruled != "report") or not thing.at_event
    position = Position(
        id=f"{who}-says-ab2c{number}",
        handling=RULED if thing.is_marked or (is_told and not thing.at_event) else OPEN,
        claim=claim,
        holder=voice.person,
        stakeholder=voice.body or None,
        question="who-pays-ab2cd",
        forum="pilots" if thing.at_event else None,
        event="talks-ab2cd" if thing.at_event else None,
        on=dt.date(2031, 6, 12),
        stance=thing.stance,
        document=f"{voice.called}/1",
        paragraph=str(VOICES.index(voice)),
        capacity=f"on behalf of {voice.called}",
        aligned=(Party(key="a", name=voice.called, stakeholder=voice.body or None),),
        evidence={"claim": found, "holder": found, "stance": found},
    )
    promise = Task(
        id=f"promise-to-{who}-ab2c{number}",
        handling=RULED,
        what=f"Send {voice.person} the list of ships",
        kind=TaskKind.KEEP_PROMISE,
        due=whole_day(dt.date(2031, 6, 20)),
        event="talks-ab2cd",
        who=voice.person,
        evidence={"what": found},
    )
    reason = Argument(
        id=f"{who}-reason-ab2c{number}",
        handling=RULED,
        reason=f"{voice.called} has the ships",
        position=position.id,
    )
    put = Question(
        id=f"does-{who}-agree-ab2c{number}",
        handling=RULED,
        text=f"Does {voice.called} agree with {voice.person}?",
        topics=(f"Ships of {voice.called}",),
        asked=(
            Asked(
                key="q",
                event="talks-ab2cd",
                on=position.on,
                citation=Citation(source="report", words=quote),
            ),
        ),
        evidence={"text": found},
    )
    known = Stakeholder(
        id=f"{who}-known-ab2c{number}",
        name=f"Delegation of {voice.called}",
        handling=OPEN,
        evidence={"name": Evidence(citations=(Citation(source="minutes", words=quote),))},
    )
    symbol = Document(
        id=f"{who}-paper-ab2c{number}",
        symbol=f"{voice.called}/1",
        handling=OPEN,
        source=paper.id if thing.from_statement else "minutes",
    )
    papers = [paper] if thing.from_statement else []
    return [*papers, position, promise, reason, put, known, symbol]


def left(
    records: Sequence[Record],
    level: Level,
    endings: Sequence[str],
    names: Collection[str] = kinds(),
) -> Mapping[str, bytes]:
    """All that leaves a desk for others in notes and exports, by what it is."""
    with TemporaryDirectory() as folder:
        make_folder(Path(folder) / "desk", *records)
        with open_desk(Path(folder) / "desk", today=TODAY) as desk:
            return {**dict(notes(desk, level, JUNE, endings, names)), **dict(exports(desk, level))}


def listed(records: Sequence[Record], level: Level) -> Mapping[str, bytes]:
    with TemporaryDirectory() as folder:
        desk = make_folder(Path(folder) / "desk", *records)
        return dict(listings(desk, level))


def swapped(said: Sequence[tuple[Thing, int]], by: int) -> list[tuple[Thing, Voice]]:
    return [(thing, VOICES[(voice + by) % len(VOICES)]) for thing, voice in said]


said_things = st.lists(
    st.tuples(things, st.integers(0, len(VOICES) - 1)),
    min_size=1,
    max_size=4,
    unique_by=lambda pair: (pair[0].claim, pair[0].stance),
)
flags = st.sampled_from(("event", "report", "forum", "parent"))
SLOWLY = settings(deadline=None, suppress_health_check=list(HealthCheck))


@given(said_things, flags, st.booleans(), st.integers(1, 5), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=500 if IS_LONG else 12)
def test_who_said_it_changes_no_byte_of_a_note_or_an_export(
    said: list[tuple[Thing, int]], ruled: str, few: bool, by: int, level: Level
) -> None:
    one = desk_of(swapped(said, 0), ruled=ruled, few=few)
    other = desk_of(swapped(said, by), ruled=ruled, few=few)

    texts = (".md", ".txt", ".html", ".eml")
    assert left(one, level, texts) == left(other, level, texts)


@given(said_things, flags, st.booleans(), st.integers(1, 5), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=50 if IS_LONG else 2)
def test_who_said_it_changes_no_byte_of_a_word_or_pdf_file(
    said: list[tuple[Thing, int]], ruled: str, few: bool, by: int, level: Level
) -> None:
    one = desk_of(swapped(said, 0), ruled=ruled, few=few)
    other = desk_of(swapped(said, by), ruled=ruled, few=few)

    packed = note_files.usual_endings()
    full = ("pack", "session report")
    assert left(one, level, packed, full) == left(other, level, packed, full)


@given(said_things, flags, st.booleans(), st.integers(1, 5), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=100 if IS_LONG else 4)
def test_who_said_it_changes_no_byte_of_what_a_command_prints(
    said: list[tuple[Thing, int]], ruled: str, few: bool, by: int, level: Level
) -> None:
    one = desk_of(swapped(said, 0), ruled=ruled, few=few)
    other = desk_of(swapped(said, by), ruled=ruled, few=few)

    assert listed(one, level) == listed(other, level)
