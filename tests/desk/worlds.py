"""Random stores in which every value has a word of its own, and who may see that word is known.

Who may see what is told here a second time, slowly and plainly, from the records alone.
"""

import datetime as dt
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from briefing.model import (
    AgendaItem,
    Alternative,
    Answer,
    Argument,
    Asked,
    Attendance,
    Citation,
    Decision,
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Expected,
    Forum,
    Going,
    Handling,
    Level,
    Line,
    Link,
    Milestone,
    Note,
    Party,
    Point,
    Position,
    Proposal,
    Question,
    Record,
    Source,
    SourceKind,
    Speaker,
    Stakeholder,
    Stance,
    Task,
    TaskKind,
    Title,
    attendance_id,
)
from briefing.when import whole_day

DAY = dt.date(2031, 6, 12)
PUBLISHED = (SourceKind.ANNOUNCEMENT, SourceKind.OFFICIAL_RECORD)
ORDER = tuple(Level)

MaySee = Callable[[Level], bool]
Draw = Callable[[st.SearchStrategy[object]], object]


def reaches(audience: Level, level: Level) -> bool:
    return ORDER.index(level) >= ORDER.index(audience)


@dataclass
class World:
    """Records, and each word with who may see it."""

    records: list[Record] = field(default_factory=list)
    words: dict[str, MaySee] = field(default_factory=dict)

    def forbidden(self, audience: Level) -> list[str]:
        return [word for word, may_see in self.words.items() if not may_see(audience)]

    def of(self, kind: type[Record]) -> Iterator[Record]:
        return (record for record in self.records if isinstance(record, kind))


class Builder:
    """One store being made."""

    def __init__(self, draw: Callable[..., object], *, has_rule: bool) -> None:
        self.world = World()
        self._draw = draw
        self._has_rule = has_rule
        self._numbers = itertools.count()
        self._sources: dict[str, Source] = {}

    def word(self, may_see: MaySee) -> str:
        word = f"zq{next(self._numbers)}zq"
        self.world.words[word] = may_see
        return word

    def pick(self, *choices: object) -> object:
        return self._draw(st.sampled_from(choices))

    def handling(self) -> Handling:
        level = self._draw(st.sampled_from((*ORDER, Level.OFFICE, Level.PUBLIC, Level.PUBLIC)))
        assert isinstance(level, Level)
        ruled = self._has_rule and self._draw(st.integers(0, 4)) == 0
        return Handling(level=level, chatham_house=ruled)

    def own_id(self, level: Level) -> str:
        return f"{self.word(lambda audience: reaches(audience, level))}-ab2cd"

    def cited(self) -> tuple[str, ...]:
        known = sorted(self._sources)
        chosen = self._draw(st.lists(st.sampled_from(known), max_size=2, unique=True))
        assert isinstance(chosen, list)
        return tuple(chosen)

    # What the rule covers, told from the records ------------------------------------------------

    def ruled_events(self) -> set[str]:
        events = [e for e in self.world.of(Event) if isinstance(e, Event)]
        forums = {f.id for f in self.world.of(Forum) if f.handling.chatham_house}
        ruled = {e.id for e in events if e.handling.chatham_house or forums & set(e.forums)}
        for _ in events:
            ruled |= {e.id for e in events if e.parent in ruled}
        return ruled

    def is_said(self, position: Position) -> bool:
        forums = {f.id for f in self.world.of(Forum) if f.handling.chatham_house}
        is_there = position.event in self.ruled_events() or position.forum in forums
        return is_there or position.handling.chatham_house

    def ruled_sources(self) -> set[str]:
        found = {id for id, source in self._sources.items() if source.handling.chatham_house}
        for position in self.world.of(Position):
            assert isinstance(position, Position)
            if self.is_said(position):
                found |= {
                    citation.source
                    for evidence in position.evidence.values()
                    for citation in evidence.citations
                    if self._sources[citation.source].kind not in PUBLISHED
                }
        return found | {id for id, source in self._sources.items() if source.parent in found}

    def is_open(self, audience: Level, source: str, *, said: bool = False) -> bool:
        is_ruled = not said and source in self.ruled_sources()
        return reaches(audience, self._sources[source].handling.level) and not is_ruled

    # Values ---------------------------------------------------------------------------------

    def value(
        self, level: Level, sources: Sequence[str], *, said: bool = False, prefix: str = ""
    ) -> str:
        """A word that those may see who may see the record, and any source if there is one."""

        def may_see(audience: Level) -> bool:
            resting = not sources or any(self.is_open(audience, s, said=said) for s in sources)
            return reaches(audience, level) and resting

        return prefix + self.word(may_see)

    def evidence(self, level: Level, sources: Sequence[str]) -> Evidence:
        def no_source_is_closed(audience: Level) -> bool:
            return reaches(audience, level) and all(self.is_open(audience, s) for s in sources)

        def nobody(_: Level) -> bool:
            return False

        return Evidence(
            citations=tuple(
                Citation(
                    source=source,
                    words=self.word(lambda audience, s=source: self.is_open(audience, s)),  # type: ignore[misc]
                )
                for source in sources
            ),
            rule="test",
            decision=Decision(str(self.pick(Decision.UNDECIDED, Decision.ACCEPTED))),
            decided_by=self.word(nobody),
            doubts=(Doubt(kind=DoubtKind.UNSURE, words=self.word(no_source_is_closed)),),
            alternatives=(Alternative(value=self.word(nobody), why=self.word(nobody)),),
        )

    # Records --------------------------------------------------------------------------------

    def source(self) -> Source:
        handling = self.handling()
        id = f"zqs{next(self._numbers)}zq-ab2cd"
        self.world.words[id.partition("-")[0]] = lambda audience: self.is_open(audience, id)
        kind = SourceKind(str(self.pick(*SourceKind)))

        def word() -> str:
            return self.word(lambda audience: self.is_open(audience, id))

        parents = [None, *sorted(self._sources)]
        parent = self.pick(*parents) if self._draw(st.integers(0, 4)) == 0 else None
        made = Source(
            id=id,
            handling=handling,
            title=word(),
            kind=kind,
            body=word(),
            address=f"https://{word()}.example/",
            name=f"{word()}.txt",
            number=word(),
            parent=parent if isinstance(parent, str) else None,
        )
        self._sources[id] = made
        self.world.records.append(made)
        return made

    def stakeholder(self) -> Stakeholder:
        handling = self.handling()
        level, sources = handling.level, self.cited()

        def may_see(audience: Level) -> bool:
            return reaches(audience, level) and not handling.chatham_house

        made = Stakeholder(
            id=f"{self.word(may_see)}-ab2cd",
            handling=handling,
            name=f"Body {self.word(may_see)}",
            aliases=(self.value(level, sources),),
            evidence={"aliases": self.evidence(level, sources)},
        )
        self.world.records.append(made)
        return made

    def forum(self) -> Forum:
        handling, sources = self.handling(), self.cited()
        level = handling.level
        made = Forum(
            id=self.own_id(level),
            handling=handling,
            name=self.value(level, ()),
            mandate=self.value(level, sources),
            milestones=(Milestone(key="m1", what=self.value(level, sources), when=whole_day(DAY)),),
            evidence={
                "mandate": self.evidence(level, sources),
                "milestones/m1": self.evidence(level, sources),
            },
        )
        self.world.records.append(made)
        return made

    def event(self, forums: Sequence[Forum], bodies: Sequence[Stakeholder]) -> Event:
        handling = self.handling()
        level, id = handling.level, self.own_id(handling.level)
        rests = {
            path: self.cited()
            for path in ("title", "venue", "other_titles/t1", "topics", "links/l1", "organisers/o1")
        }
        rests |= {f"speakers/s{number}": self.cited() for number in range(4)}
        rests["agenda/a1"] = self.cited()

        def programmed(path: str) -> str:
            sources = rests[path]

            def may_see(audience: Level) -> bool:
                told = [s for s in sources if self.is_open(audience, s)]
                published = [s for s in told if self._sources[s].kind in PUBLISHED]
                is_told = (
                    bool(published) if id in self.ruled_events() else bool(told or not sources)
                )
                return reaches(audience, level) and is_told

            return self.word(may_see)

        held = [e.id for e in self.world.of(Event)]
        parent = self.pick(None, *held)
        made = Event(
            id=id,
            handling=handling,
            title=f"Cable {self.value(level, rests['title'])}",
            other_titles=(Title(key="t1", text=self.value(level, rests["other_titles/t1"])),),
            when=whole_day(DAY),
            venue=self.value(level, rests["venue"]),
            organisers=(
                Party(key="o1", name=programmed("organisers/o1"), stakeholder=bodies[0].id),
            ),
            speakers=tuple(
                Speaker(
                    key=f"s{number}",
                    name=programmed(f"speakers/s{number}"),
                    role=programmed(f"speakers/s{number}"),
                    stakeholder=bodies[number % len(bodies)].id,
                )
                for number in range(4)
            ),
            forums=tuple(forum.id for forum in forums),
            parent=parent if isinstance(parent, str) else None,
            agenda=(AgendaItem(key="a1", title=programmed("agenda/a1")),),
            topics=(self.value(level, rests["topics"]),),
            links=(
                Link(
                    key="l1",
                    address=f"https://{self.value(level, rests['links/l1'])}.example",
                ),
                Link(key="l2", address=f"source:{min(self._sources)}"),
            ),
            evidence={path: self.evidence(level, sources) for path, sources in rests.items()},
        )
        self.world.records.append(made)
        return made

    def position(self, event: Event, body: Stakeholder, question: Question) -> None:
        handling, sources = self.handling(), self.cited()
        level = handling.level
        held: list[Position] = []

        def who(audience: Level) -> bool:
            is_covered = self.is_said(held[0]) or bool(set(sources) & self.ruled_sources())
            return reaches(audience, level) and not is_covered

        made = Position(
            id=f"{self.word(who)}-ab2cd",
            handling=handling,
            claim=f"cable {self.value(level, sources, said=True)}",
            holder=self.word(who),
            stakeholder=body.id,
            question=question.id,
            event=event.id,
            on=DAY,
            stance=Stance(str(self.pick(*Stance))),
            document=self.word(who),
            paragraph=self.word(who),
            capacity=self.word(who),
            aligned=(Party(key="p1", name=self.word(who), stakeholder=body.id),),
            evidence={
                "claim": self.evidence(level, sources),
                "holder": self.evidence(level, sources),
            },
        )
        held.append(made)
        self.world.records.append(made)

    def question(self, event: Event) -> Question:
        handling, sources, of_point = self.handling(), self.cited(), self.cited()
        level = handling.level
        made = Question(
            id=self.own_id(level),
            handling=handling,
            text=f"Who pays for the cable {self.value(level, sources, said=True)}?",
            asked=(
                Asked(
                    key="q1",
                    event=event.id,
                    citation=Citation(
                        source=sources[0],
                        words=self.word(lambda audience: self.is_open(audience, sources[0])),
                    )
                    if sources
                    else None,
                ),
            ),
            expected=(Expected(key="x1", event=event.id),),
            answer=Answer(
                short=self.value(level, ()),
                points=(
                    Point(
                        key="p1",
                        text=self.value(level, of_point, said=True),
                        citations=tuple(
                            Citation(
                                source=source,
                                words=self.word(
                                    lambda audience, s=source: self.is_open(audience, s)  # type: ignore[misc]
                                ),
                            )
                            for source in of_point
                        ),
                    ),
                ),
            ),
            evidence={"text": self.evidence(level, sources)},
        )
        self.world.records.append(made)
        return made

    def further(self, event: Event, question: Question, position: Position) -> None:
        handling, sources = self.handling(), self.cited()
        level = handling.level

        def of_level(audience: Level) -> bool:
            return reaches(audience, level)

        def nobody(_: Level) -> bool:
            return False

        self.world.records += [
            Task(
                id=self.own_id(level),
                handling=handling,
                what=self.value(level, sources, said=True),
                kind=TaskKind(str(self.pick(*TaskKind))),
                due=whole_day(DAY),
                event=event.id,
                condition=self.value(level, sources, said=True),
                who=self.word(lambda a: of_level(a) and not handling.chatham_house),
                evidence={
                    "what": self.evidence(level, sources),
                    "condition": self.evidence(level, sources),
                },
            ),
            Note(
                id=self.own_id(level),
                handling=handling,
                subject=event.id,
                bottom_line=self.word(of_level),
                points=(self.word(of_level),),
                background=self.word(of_level),
            ),
            Line(
                id=self.own_id(level),
                handling=handling,
                wording=self.word(of_level),
                question=question.id,
                red_line=self.word(of_level),
            ),
            Argument(
                id=self.own_id(level),
                handling=handling,
                reason=self.word(of_level),
                position=position.id,
            ),
            Attendance(
                id=attendance_id(event.id),
                handling=Handling(level=Level.PUBLIC),
                event=event.id,
                going=Going.COVERED,
                covered_by=self.word(nobody),
            ),
            Proposal(
                id=f"{self.word(nobody)}-ab2cd",
                handling=Handling(level=Level.PUBLIC),
                source=min(self._sources),
                draft=Event(id=f"{self.word(nobody)}-ab2cd", title=self.word(nobody)),
            ),
        ]


@st.composite
def worlds(draw: st.DrawFn, *, has_rule: bool = True) -> World:
    """A store of a few records of every kind, tied to each other; some under the rule."""
    builder = Builder(draw, has_rule=has_rule)
    for _ in range(draw(st.integers(2, 5))):
        builder.source()
    bodies = [builder.stakeholder() for _ in range(2)]
    forums = [builder.forum()]
    events = [builder.event(forums, bodies) for _ in range(2)]
    questions = [builder.question(event) for event in events]
    for event, question in zip(events, questions, strict=True):
        for body in bodies:
            builder.position(event, body, question)
    positions = [p for p in builder.world.of(Position) if isinstance(p, Position)]
    builder.further(events[0], questions[0], positions[0])
    return builder.world
