"""A real desk with two invented announcements read by hand, as the reader would read them."""

import datetime as dt
import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from briefing.desk import edit, intake
from briefing.desk.desk import Desk
from briefing.model import (
    Access,
    Alternative,
    Asked,
    Citation,
    Doubt,
    DoubtKind,
    Draft,
    Event,
    EventKind,
    Evidence,
    Mode,
    Party,
    Position,
    Proposal,
    Question,
    Source,
    Speaker,
    Task,
    TaskKind,
)
from briefing.tui.app import BriefingApp
from briefing.when import Precision, When, ZoneBasis, whole_day
from tests.tui.support import screen_text, until

NOW = dt.datetime(2024, 2, 12, 8, 30, tzinfo=dt.UTC)

SETTINGS = """\
title = "Harbour desk"
[me]
name = "Ada Lind"
home = "Europe/Oslo"
"""

FORUM_TEXT = """\
Open forum: Rules for quiet networks

The Lindholm Centre and the Port City Institute invite you to an open forum on the
protection of submarine cables.

When: Monday, 4 March 2024, 09:30-11:00
Where: Harbour Room, 12 Quay Street, New York, and online

Register by 1 March: https://forum.example/register

We will discuss two questions. Who repairs a cable that nobody admits to have cut?
What should a coastal state be told before a repair ship enters its waters?

Moderator: Tove Strand, Port City Institute

The delegation of Norland underlined that repair ships must never wait for a permit.

Side event: Breakfast on cable maps, Tuesday, 5 March, at 8, by invitation
"""

NEWS_TEXT = """\
Winter school on attribution

The school takes place on 8/9 April 2024 in Port City.
"""


def make_folder(folder: Path) -> Path:
    """A folder with a desk on 12 February 2024, empty but for the field's names."""
    folder.mkdir(exist_ok=True)
    (folder / "briefing.toml").write_text(SETTINGS, encoding="utf-8")
    open_desk(folder).close()
    return folder


def folder_with_both(folder: Path) -> Path:
    """The same with both announcements waiting for review."""
    make_folder(folder)
    with open_desk(folder) as desk:
        bring_in_both(desk)
    return folder


def open_desk(folder: Path) -> Desk:
    return Desk.open(folder, clock=lambda: NOW)


def open_app(folder: Path) -> BriefingApp:
    return BriefingApp(folder, clock=lambda: NOW)


def accepted(folder: Path) -> Event:
    """An event that is held, with all that was read around it."""
    with open_desk(folder_with_both(folder)) as desk:
        intake.accept(desk, intake.waiting(desk), checked=True)
        question = desk.store.get(Question, "question-22222")
        assert question is not None
        edit.set_fields(desk, question, {"answer/short": "Whoever finds it."})
        event = desk.store.get(Event, "quiet-networks-22222")
        assert event is not None
        return event


@asynccontextmanager
async def on_screen(
    folder: Path, screen: Callable[[], Screen[None]], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The desk in a folder with one screen over the main one."""
    app = open_app(folder)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.is_open)
        await app.push_screen(screen())
        await pilot.pause()
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, as fingers do."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def leads_to(pilot: Pilot[None], screen: type[Screen[Any]], *keys: str) -> None:
    """Press keys, and wait for the screen that they lead to."""
    await press(pilot, *keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))


async def write(pilot: Pilot[None], text: str) -> None:
    """Paste a text into the field that has the focus."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def says(pilot: Pilot[None], words: str) -> None:
    """Wait until some words are on the screen."""
    await until(pilot, lambda: words in screen_text(pilot.app))


def held(pilot: Pilot[None]) -> Desk:
    """The desk that the app has open."""
    app = pilot.app
    assert isinstance(app, BriefingApp)
    return app.desk


def bring_in_both(desk: Desk) -> None:
    """Put both announcements where proposals wait."""
    for source, text, proposals in (
        (_source("forum", "Open forum: Rules for quiet networks", FORUM_TEXT), FORUM_TEXT, _forum),
        (_source("school", "Winter school on attribution", NEWS_TEXT), NEWS_TEXT, _school),
    ):
        desk.store.keep_source(source.sha256, source.name, text.encode(), text)
        with desk.change(f"Brought in {source.title}") as edit:
            for record in (source, *proposals()):
                edit.put(record)


def _source(id: str, title: str, text: str) -> Source:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source(
        id=id,
        title=title,
        name=f"{id}.txt",
        media_type="text/plain",
        sha256=digest,
        text_sha256=digest,
        received=NOW.date(),
    )


def _found(
    source: str,
    words: str,
    confidence: float = 1.0,
    *doubts: tuple[DoubtKind, str],
    alternatives: tuple[Alternative, ...] = (),
) -> Evidence:
    start = (FORUM_TEXT if source == "forum" else NEWS_TEXT).index(words)
    return Evidence(
        citations=(Citation(source=source, start=start, end=start + len(words), words=words),),
        rule="test.rule",
        confidence=confidence,
        doubts=tuple(Doubt(kind=kind, words=told) for kind, told in doubts),
        alternatives=alternatives,
    )


def _proposal(source: str, draft: Draft, words: str, under: str | None = None) -> Proposal:
    start = (FORUM_TEXT if source == "forum" else NEWS_TEXT).index(words)
    return Proposal(
        id=f"p-{draft.id}",
        source=source,
        draft=draft,
        start=start,
        end=start + len(words),
        under=under,
    )


def _forum() -> list[Proposal]:
    when = When(
        date=dt.date(2024, 3, 4),
        time=dt.time(9, 30),
        end_time=dt.time(11, 0),
        zone="America/New_York",
        zone_basis=ZoneBasis.VENUE,
        written="Monday, 4 March 2024, 09:30-11:00",
        precision=Precision.MINUTE,
    )
    in_oslo = When(
        date=when.date,
        time=when.time,
        end_time=when.end_time,
        zone="Europe/Oslo",
        zone_basis=ZoneBasis.DEFAULT,
        written=when.written,
        precision=Precision.MINUTE,
    )
    event = Event(
        id="quiet-networks-22222",
        title="Rules for quiet networks",
        kind=EventKind.OPEN_FORUM,
        when=when,
        mode=Mode.HYBRID,
        venue="Harbour Room, 12 Quay Street, New York",
        organisers=(
            Party(key="o222", name="Lindholm Centre"),
            Party(key="o333", name="Port City Institute"),
        ),
        speakers=(
            Speaker(
                key="s222",
                name="Tove Strand",
                role="Moderator",
                affiliation="Port City Institute",
            ),
        ),
        access=Access.OPEN,
        evidence={
            "title": _found("forum", "Rules for quiet networks"),
            "kind": _found("forum", "Open forum", 0.95),
            "when": _found(
                "forum",
                "Monday, 4 March 2024, 09:30-11:00",
                0.7,
                (
                    DoubtKind.ZONE_INFERRED,
                    "No time zone is written; New York is taken from the place.",
                ),
                alternatives=(Alternative(value=in_oslo, why="if your own clock is meant"),),
            ),
            "mode": _found("forum", "and online", 0.8),
            "venue": _found("forum", "Harbour Room, 12 Quay Street, New York", 0.9),
            "organisers/o222": _found("forum", "Lindholm Centre", 0.9),
            "organisers/o333": _found("forum", "Port City Institute", 0.9),
            "speakers/s222": _found("forum", "Tove Strand, Port City Institute", 0.9),
            "access": _found("forum", "open forum", 0.5, (DoubtKind.UNSURE, "Only a guess.")),
        },
    )
    task = Task(
        id="register-22222",
        what="Register",
        kind=TaskKind.REGISTER,
        due=whole_day(dt.date(2024, 3, 1), written="1 March"),
        event=event.id,
        evidence={
            "what": _found("forum", "Register by 1 March"),
            "due": _found(
                "forum",
                "1 March",
                0.8,
                (DoubtKind.YEAR_INFERRED, "The year is not written; 2024 is the event's."),
            ),
        },
    )
    side = Event(
        id="breakfast-22222",
        title="Breakfast on cable maps",
        kind=EventKind.SIDE_EVENT,
        when=When(
            date=dt.date(2024, 3, 5),
            time=dt.time(8),
            zone="America/New_York",
            zone_basis=ZoneBasis.VENUE,
            written="Tuesday, 5 March, at 8",
            precision=Precision.MINUTE,
        ),
        parent=event.id,
        access=Access.INVITATION,
        evidence={
            "title": _found("forum", "Breakfast on cable maps"),
            "when": _found("forum", "Tuesday, 5 March, at 8", 0.9),
            "access": _found("forum", "by invitation"),
        },
    )
    top = _proposal("forum", event, FORUM_TEXT)
    questions = (
        "Who repairs a cable that nobody admits to have cut?",
        "What should a coastal state be told before a repair ship enters its waters?",
    )
    claim = "repair ships must never wait for a permit"
    position = Position(
        id="norland-22222",
        claim=claim,
        holder="the delegation of Norland",
        event=event.id,
        evidence={"claim": _found("forum", claim, 0.8)},
    )
    return [
        top,
        _proposal("forum", task, "Register by 1 March", top.id),
        *(
            _proposal(
                "forum",
                Question(
                    id=f"question-{number}2222",
                    text=words,
                    asked=(Asked(key=f"a{number}22", event=event.id),),
                    evidence={"text": _found("forum", words)},
                ),
                words,
                top.id,
            )
            for number, words in enumerate(questions, 2)
        ),
        _proposal("forum", position, claim, top.id),
        _proposal("forum", side, "Side event: Breakfast on cable maps"),
    ]


def _school() -> list[Proposal]:
    event = Event(
        id="winter-school-22222",
        title="Winter school on attribution",
        kind=EventKind.TRAINING,
        when=whole_day(dt.date(2024, 4, 8), dt.date(2024, 4, 9), written="8/9 April 2024"),
        venue="Port City",
        evidence={
            "title": _found("school", "Winter school on attribution"),
            "when": _found(
                "school",
                "8/9 April 2024",
                0.5,
                (DoubtKind.UNSURE, "Two days, or a day written in two ways."),
                alternatives=(
                    Alternative(value=whole_day(dt.date(2024, 4, 8)), why="only the first day"),
                    Alternative(value=whole_day(dt.date(2024, 4, 9)), why="only the second day"),
                ),
            ),
            "venue": _found("school", "Port City", 0.8),
        },
    )
    return [_proposal("school", event, NEWS_TEXT)]
