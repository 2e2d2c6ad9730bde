"""Invented records for large stores, by a seed: `synthetic.py FOLDER COUNT [SEED]` writes tables.

Sizes and links are those of desks in use: an event takes some 880 bytes, a question 620, a position
650, and a quarter of the texts is not in English. All bodies, places and words are made up.
"""

import datetime as dt
import itertools
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefing.model import (
    ID_LETTERS,
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
    Expected,
    Forum,
    Likelihood,
    Link,
    Membership,
    Mode,
    Party,
    Point,
    Position,
    Question,
    Record,
    Source,
    Speaker,
    Stakeholder,
    Stance,
    Task,
    TaskKind,
    TaskState,
    table_name,
)
from briefing.store.records import encode
from briefing.text import slug
from briefing.when import Precision, When, ZoneBasis

Lines = dict[str, dict[str, bytes]]
"""Table -> id -> line, in the order of the ids."""

_PARTS: dict[type[Record], int] = {Event: 25, Task: 10, Question: 30, Position: 33}
"""Of a hundred records; the rest is what they name."""

_WORDS = {
    "en": "lantern harbour conduct capacity norm shared measure report state group open practice "
    "review paper common trust response threat law point contact water bridge valley secure "
    "network between under through several further working table small island distant regular",
    "no": "lykt havn ansvar evne norm felles tiltak rapport stat gruppe åpen praksis gjennomgang "
    "notat tillit svar trussel lov kontakt vann bro dal trygg nettverk mellom gjennom flere øy "
    "fjern jevnlig språk grense måling høring",
    "fr": "lanterne port conduite capacité norme partagée mesure rapport état groupe ouvert "
    "pratique examen papier confiance réponse menace loi contact eau pont vallée sûr réseau entre "
    "à travers plusieurs île éloignée régulière",
    "es": "linterna puerto conducta capacidad norma común medida informe estado grupo abierto "
    "práctica revisión papel confianza respuesta amenaza ley contacto agua puente valle seguro red "
    "entre varios pequeña isla lejana periódica año",
    "ar": "فانوس ميناء سلوك قدرة قاعدة مشترك تدبير تقرير دولة مجموعة مفتوح ممارسة مراجعة ورقة ثقة "
    "استجابة تهديد قانون اتصال ماء جسر واد آمن شبكة بين عبر عدة جزيرة بعيدة",
}
_LANGUAGES, _SHARES = tuple(_WORDS), (76, 83, 89, 95, 100)
_SENTENCES = 1_500
_PLACES = ("Hall of Lamps, Østhavn", "Room 4, Pier House", "Salle Vallée, Port-Brûlé", "")
_ZONES = ("Europe/Oslo", "America/New_York", "Asia/Kolkata", "Africa/Nairobi", "UTC")
_TOPICS = ("norms", "capacity building", "confidence building", "international law", "threats")
_BODIES = ("Republic", "Kingdom", "Institute", "Alliance", "Réseau", "Nettverket", "Company")
_SYLLABLES = ("lan", "dor", "ø", "mer", "vå", "té", "sul", "ny", "ark", "bré", "tun", "ís", "gal")
_FIRST_DAY, _DAYS = dt.date(2016, 1, 4), 4_300
_DECIDED_AT = dt.datetime(2031, 3, 14, 9, 30, tzinfo=dt.UTC)
_WEEK = 5
_FAMILY = 9
"""Events of which the first is the parent of the others."""


def lines(count: int, *, seed: int = 0) -> Lines:
    """Return so many records as a store holds them."""
    made: dict[str, dict[str, bytes]] = {}
    for record in records(count, seed=seed):
        made.setdefault(table_name(type(record)), {})[record.id] = encode(record)
    return {table: dict(sorted(made[table].items())) for table in sorted(made)}


def write(folder: Path, tables: Mapping[str, Mapping[str, bytes]]) -> None:
    """Write the files of tables, as a store that is opened in the folder finds them."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, held in tables.items():
        (folder / f"{table}.jsonl").write_bytes(b"".join(line + b"\n" for line in held.values()))


def records(count: int, *, seed: int = 0) -> Iterator[Record]:
    """Yield so many records, those that are named before those that name them."""
    return _Maker(count, seed).records()


class _Maker:
    def __init__(self, count: int, seed: int) -> None:
        self._random = random.Random(seed)
        self._numbers = itertools.count()
        self._share = {kind: count * part // 100 for kind, part in _PARTS.items()}
        rest = count - sum(self._share.values())
        self._share |= {Forum: min(60, rest // 8), Stakeholder: min(750, rest // 2)}
        self._share[Source] = rest - self._share[Forum] - self._share[Stakeholder]
        self._sentences = {language: self._said(language) for language in _LANGUAGES}
        self._held: dict[type[Record], list[str]] = {kind: [] for kind in self._share}
        self._names: dict[str, str] = {}
        self._days: dict[str, dt.date] = {}
        """When each event is: what stands under it is on within the week."""

    def records(self) -> Iterator[Record]:
        for kind, make in (
            (Forum, self._forum),
            (Stakeholder, self._stakeholder),
            (Source, self._source),
            (Event, self._event),
            (Task, self._task),
            (Question, self._question),
            (Position, self._position),
        ):
            for _ in range(self._share[kind]):
                record = make()
                self._held[kind].append(record.id)
                yield record

    # What is named --------------------------------------------------------------------------

    def _forum(self) -> Forum:
        name = f"{self._name()} Dialogue"
        parent = self._some(Forum) if self._happens(0.3) else None
        return Forum(id=self._id(name), name=name, acronym=name[:3].upper(), parent=parent)

    def _stakeholder(self) -> Stakeholder:
        name = f"{self._random.choice(_BODIES)} {self._name()}"
        id = self._id(name)
        self._names[id] = name
        group = self._some(Stakeholder)
        member = (Membership(key="m2k9", group=group),) if group and self._happens(0.4) else ()
        return Stakeholder(id=id, name=name, memberships=member)

    def _source(self) -> Source:
        title = self._text("en")[:70]
        return Source(
            id=self._id(title), title=title, body=self._name(), published=self._day(), name="a.txt"
        )

    # What names -----------------------------------------------------------------------------

    def _event(self) -> Event:
        language = self._language()
        title = self._text(language)[:90]
        events = self._held[Event]
        place = len(events) % _FAMILY
        forum = self._some(Forum)
        parent = events[-place] if place and self._happens(0.6) else None
        when = self._when(self._days.get(parent or ""))
        id = self._id(title)
        if when.date is not None:
            self._days[id] = when.date
        return Event(
            id=id,
            evidence=self._evidence("when"),
            title=title,
            kind=self._random.choice(list(EventKind)),
            when=when,
            mode=self._random.choice((Mode.HYBRID, Mode.ONLINE, Mode.IN_PERSON)),
            venue=self._random.choice(_PLACES),
            organisers=tuple(self._party() for _ in range(self._random.choice((1, 1, 2)))),
            speakers=tuple(self._speaker() for _ in range(self._random.choice((0, 1)))),
            forums=(forum,) if forum else (),
            parent=parent,
            topics=(self._random.choice(_TOPICS),),
            language=language,
            links=(Link(key="w3pq", address=f"https://example.org/{self._letters()}"),),
            access=Access.REGISTRATION,
        )

    def _task(self) -> Task:
        what = f"Register: {self._text('en')[:60]}"
        return Task(
            id=self._id(what),
            evidence=self._evidence("due"),
            what=what,
            kind=TaskKind.REGISTER,
            due=self._when(),
            event=self._some(Event),
            state=self._random.choice((TaskState.TO_DO, TaskState.DONE)),
        )

    def _question(self) -> Question:
        language = self._language()
        text = f"{self._text(language)[:110]}?"
        expected = self._some(Event) if self._happens(0.2) else None
        return Question(
            id=self._id(text),
            evidence=self._evidence("text"),
            text=text,
            language=language,
            topics=(self._random.choice(_TOPICS),),
            asked=tuple(
                self._asked(key) for key in ("a2bc", "d3ef")[: self._random.choice((1, 2))]
            ),
            expected=(Expected(key="x7kp", event=expected, likelihood=Likelihood.MAY),)
            if expected
            else (),
            answer=Answer(points=(Point(key="p4rt", text=self._text(language)[:60]),)),
        )

    def _position(self) -> Position:
        language = self._language()
        claim = f"{self._text(language)} {self._text(language)}"[:190]
        stakeholder = self._some(Stakeholder)
        return Position(
            id=self._id(claim),
            evidence=self._evidence("claim"),
            claim=claim,
            holder=self._names.get(stakeholder or "", "a company"),
            stakeholder=stakeholder,
            question=self._some(Question),
            forum=self._some(Forum),
            event=self._some(Event),
            on=self._date(),
            stance=self._random.choice(list(Stance)),
        )

    # Their parts ----------------------------------------------------------------------------

    def _party(self) -> Party:
        id = self._some(Stakeholder)
        return Party(
            key=self._letters()[:4], name=self._names.get(id or "", "a host"), stakeholder=id
        )

    def _speaker(self) -> Speaker:
        return Speaker(key=self._letters()[:4], name=self._name(), role="chair")

    def _asked(self, key: str) -> Asked:
        return Asked(key=key, event=self._some(Event), on=self._date())

    def _evidence(self, *paths: str) -> dict[str, Evidence]:
        return {path: self._rested() for path in paths}

    def _rested(self) -> Evidence:
        source = self._some(Source)
        citations = (Citation(source=source, place="paragraph 12"),) if source else ()
        if self._happens(0.7):
            return Evidence(citations=citations, rule="label", decision=Decision.ACCEPTED)
        doubt = Doubt(kind=DoubtKind.ZONE_INFERRED, words="The zone is that of the place.")
        return Evidence(citations=citations, rule="label", confidence=0.8, doubts=(doubt,))

    def _when(self, near: dt.date | None = None) -> When:
        """Return a time with a zone; of ten one whole days, and of twenty one undated."""
        if self._happens(0.05):
            return When(written="to be announced")
        if self._happens(0.1):
            return self._day(near)
        day, hour = self._date(near), self._random.randrange(8, 19)
        return When(
            date=day,
            time=dt.time(hour, 15),
            end_time=dt.time(hour + 1, 45),
            zone=None if self._happens(0.1) else self._random.choice(_ZONES),
            offset=120 if self._happens(0.1) else None,
            zone_basis=ZoneBasis.VENUE,
            written=f"{day:%d %B %Y}, {hour}:15–{hour + 1}:45",
            precision=Precision.MINUTE,
        )

    def _day(self, near: dt.date | None = None) -> When:
        first = self._date(near)
        last = first + dt.timedelta(days=4) if self._happens(0.5) else None
        return When(date=first, end_date=last, precision=Precision.DAY, written=f"{first}")

    def _date(self, near: dt.date | None = None) -> dt.date:
        days = self._random.randrange(_DAYS)
        if near is not None:
            return near + dt.timedelta(days=days % _WEEK)
        return _FIRST_DAY + dt.timedelta(days=days)

    # Chance ---------------------------------------------------------------------------------

    def _happens(self, probability: float) -> bool:
        return self._random.random() < probability

    def _some(self, kind: type[Record]) -> str | None:
        held = self._held[kind]
        return held[int(self._random.random() * len(held))] if held else None

    def _language(self) -> str:
        return self._random.choices(_LANGUAGES, cum_weights=_SHARES)[0]

    def _text(self, language: str) -> str:
        said = self._sentences[language]
        first, second = self._random.random(), self._random.random()
        return f"{said[int(first * len(said))]} {said[int(second * len(said))]}"

    def _name(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=3)).capitalize()

    def _id(self, title: str) -> str:
        return f"{slug(title[:40], longest=32) or 'untitled'}-{self._letters()}"

    def _letters(self) -> str:
        """Return five letters that come only once: a walk through all of them in long strides."""
        size = len(ID_LETTERS)
        number = next(self._numbers) * 7_919_777 % size**5
        return "".join(ID_LETTERS[number // size**place % size] for place in range(5))

    def _said(self, language: str) -> list[str]:
        words = _vocabulary(language)
        weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))
        return [
            " ".join(self._random.choices(words, cum_weights=weights, k=k)).capitalize()
            for k in self._random.choices(range(6, 16), k=_SENTENCES)
        ]


def _vocabulary(language: str) -> Sequence[str]:
    """Return a language's words and every two of them joined, the frequent ones first."""
    words = _WORDS[language].split()
    return words + [one + other for one in words for other in words]


if __name__ == "__main__":
    write(Path(sys.argv[1]), lines(int(sys.argv[2]), seed=int(sys.argv[3]) if sys.argv[3:] else 0))
