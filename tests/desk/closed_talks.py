"""A desk after talks under the Chatham House rule, of which it is drawn who said what."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from hypothesis import strategies as st

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
    Link,
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
from briefing.model.events import KEPT
from briefing.note.span import Span
from briefing.text import slug
from briefing.when import whole_day

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
    is_promise: bool
    """Whether what is to be done since is called a promise."""


things = st.builds(
    Thing,
    claim=st.sampled_from(CLAIMS),
    stance=st.sampled_from(Stance),
    at_event=st.booleans(),
    is_marked=st.booleans(),
    from_statement=st.booleans(),
    is_checked=st.booleans(),
    is_promise=st.booleans(),
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
        Event(
            id="open-ab2cd", title="Open Day", when=whole_day(dt.date(2031, 6, 3)), handling=OPEN
        ),
        Question(
            id="who-pays-ab2cd",
            text="Who pays for a cable?",
            handling=OPEN,
            asked=(
                Asked(key="q0", event="open-ab2cd"),
                *(_asking(number, voice) for number, (_, voice) in enumerate(said)),
            ),
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
    if ruled != "report":
        records = [_with_papers(one, said) if isinstance(one, Event) else one for one in records]
        records += [_paper(number, voice) for number, (_, voice) in enumerate(said)]
    for number, (thing, voice) in enumerate(said):
        records += _said(number, thing, voice, ruled)
    return records


def _asking(number: int, voice: Voice) -> Asked:
    words = Citation(source="report", words=f"{voice.person}: who pays?")
    return Asked(key=f"q{number + 1}", event="talks-ab2cd", citation=words)


def _paper(number: int, voice: Voice) -> Source:
    """What was handed round by whoever spoke, and kept with the event."""
    return Source(
        id=f"{slug(voice.called) or 'paper'}-handed-{number}",
        title=f"Paper of {voice.called}",
        kind=SourceKind.STATEMENT,
        handling=OPEN,
    )


def _with_papers(event: Event, said: Sequence[tuple[Thing, Voice]]) -> Event:
    if event.id != "talks-ab2cd":
        return event
    papers = [_paper(number, voice) for number, (_, voice) in enumerate(said)]
    links = (Link(key=f"l{n}", address=f"{KEPT}{one.id}") for n, one in enumerate(papers))
    return msgspec.structs.replace(event, links=tuple(links))


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
        handling=OPEN,
        what=f"Send {voice.person} the list of ships",
        kind=TaskKind.KEEP_PROMISE if thing.is_promise else TaskKind.SEND_PAPER,
        due=whole_day(dt.date(2031, 6, 20)),
        event="talks-ab2cd",
        who=voice.person,
        evidence={"what": found},
    )
    reason = Argument(
        id=f"{who}-reason-ab2c{number}",
        handling=OPEN,
        reason=f"{voice.called} has the ships",
        position=position.id,
    )
    put = Question(
        id=f"does-{who}-agree-ab2c{number}",
        handling=OPEN,
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
