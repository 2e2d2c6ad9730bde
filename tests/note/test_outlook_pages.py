"""An outlook is one page, however full the days are: on both papers, in two languages."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import msgspec
import pytest

from briefing.config import PAPERS
from briefing.desk import attend, issuing, prepare, spans
from briefing.desk.desk import Desk
from briefing.desk.founding import make_workspace
from briefing.desk.note_files import Wanted
from briefing.model import Event, Forum, Going, Milestone, Mode, Task, TaskKind
from briefing.note.layout import Layout
from briefing.note.span import Span
from briefing.note.writers import pdf
from briefing.when import Precision, When, ZoneBasis, whole_day

pytest.importorskip("typst", reason="no typst here")

BOTH = tuple(product(PAPERS, ("en", "fr")))
A_WEEK = dt.timedelta(days=6)


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("starter") / "desk"
    make_workspace(folder, None, starter=True)
    with Desk.open(folder, clock=lambda: dt.datetime(2023, 7, 20, 8, tzinfo=dt.UTC)) as opened:
        yield opened


def fullest_weeks(desk: Desk) -> list[Span]:
    days = (event.when.date for event in desk.store.all(Event) if event.when.date)
    counted = Counter(day - dt.timedelta(days=day.weekday()) for day in days)
    return [Span(monday, monday + A_WEEK) for monday, _ in counted.most_common(5)]


def pages(desk: Desk, span: Span, paper: str, language: str) -> int:
    return pdf.pages(spans.note(desk, span, "outlook", language), Layout(paper=paper))


@pytest.mark.parametrize(("paper", "language"), BOTH)
def test_the_fullest_weeks_of_the_starter_fill_a_page_each(
    starter: Desk, paper: str, language: str
) -> None:
    weeks = fullest_weeks(starter)

    assert [1] * 5 == [pages(starter, week, paper, language) for week in weeks]


@pytest.mark.parametrize(("paper", "language"), BOTH)
def test_a_month_and_a_year_of_the_starter_fill_a_page_too(
    starter: Desk, paper: str, language: str
) -> None:
    month = Span(dt.date(2023, 7, 1), dt.date(2023, 7, 31))
    years = Span(dt.date(2016, 1, 1), dt.date(2023, 12, 31))

    assert [1, 1] == [pages(starter, span, paper, language) for span in (month, years)]


# A week of a chief of staff ---------------------------------------------------------------------

WEEK = Span(dt.date(2031, 6, 9), dt.date(2031, 6, 15))
ROPES = Event(
    id="ropes",
    title="Second Substantive Session of the Open-ended Conference on the Mending of Shared Ropes "
    "and Cables under the Sea",
    when=whole_day(dt.date(2031, 6, 9), dt.date(2031, 6, 13)),
    venue="Harbour House, New York",
    forums=("cable-forum",),
    topics=("Critical infrastructure",),
)


def on(id: str, title: str, day: int, hour: int, venue: str, *topics: str, **more: object) -> Event:
    when = When(
        date=dt.date(2031, 6, day),
        time=dt.time(hour, 15),
        end_time=dt.time(hour + 1, 30),
        zone="America/New_York",
        zone_basis=ZoneBasis.VENUE,
        precision=Precision.MINUTE,
    )
    event = Event(id=id, title=title, when=when, venue=venue, topics=topics, parent=ROPES.id)
    return msgspec.structs.replace(event, **more)


EVENTS = (
    ROPES,
    on("open", "Opening plenary and adoption of the agenda", 9, 10, "Harbour House, Room 1"),
    on(
        "build",
        "Capacity building for those who mend: what works, what does not, and who pays in the end",
        9,
        13,
        "Permanent Mission of the Sea, 4 Quay Street",
        "Capacity building",
    ),
    on("splice", "Breakfast on the future of splices", 10, 8, "Harbour House, Room 11", "Ropes"),
    on("owners", "A dialogue with the owners of cables", 10, 13, "Harbour House, Room 8"),
    on("ransom", "Ransom on ropes: how to answer", 10, 13, "Mission of Tidewater", "Ransomware"),
    on("rights", "Human rights of those who work at sea", 11, 13, "Harbour Union", "Human rights"),
    on("norms", "Norms, from words to deeds: a workshop", 11, 13, "Harbour House, Room 7", "Norms"),
    on("close", "Closing plenary", 13, 15, "Harbour House, Room 1"),
    on("friends", "Coordination of the group of friends", 9, 8, "", mode=Mode.ONLINE, parent=None),
    on("hearing", "Hearing on the security of cables", 10, 3, "The Buoy House, Oslo", parent=None),
    on("small", "How small states write their positions", 12, 14, "", "Law", parent=None),
    on("lunch", "Lunch with the delegation of Tidewater", 12, 12, "Harbour Restaurant, New York"),
)


def task(id: str, what: str, day: int | None, event: str | None = None, who: str = "") -> Task:
    due = whole_day(dt.date(2031, 6, day)) if day else When()
    return Task(id=id, what=what, kind=TaskKind.OTHER, due=due, event=event, who=who)


TASKS = (
    task("t1", "Send the statement for the opening", 9, "open", "Bo Ferry"),
    task("t2", "Ask the capital for the line on payment", 10, "build", "Kari Eksempel"),
    task("t3", "Register for the dialogue", 5, "owners"),
    task("t4", "Report on the first week", 13, None, "Bo Ferry"),
    task("t5", "Get a pass for the guest", None, "close"),
    task("t6", "Answer the questionnaire of the forum", 3),
    task("t7", "Submit edits to the draft report", 11, "ropes"),
)
FORUM = Forum(
    id="cable-forum",
    name="Forum on Shared Cables",
    acronym="FSC",
    milestones=(
        Milestone(key="m1", what="contributions to the draft close", when=whole_day(WEEK.last)),
    ),
)
GOING = {
    "open": (Going.GOING, ""),
    "hearing": (Going.COVERED, "Bo Ferry"),
    "lunch": (Going.GOING, ""),
    "owners": (Going.COVERED, "Nils Havn"),
    "rights": (Going.INTERESTED, ""),
    "small": (Going.DECLINED, ""),
    "close": (Going.GOING, ""),
}
SIXTY_WORDS = (
    "The week is about the paragraph on payment. Tidewater wavers and the owners are for the first "
    "time in the room; whoever is in New York should speak to both before Wednesday. The hearing "
    "in Oslo on Tuesday asks for the same line, and the answer of the capital is still missing; "
    "without it we can say nothing on Friday."
)


@contextmanager
def staffed(folder: Path) -> Iterator[Desk]:
    make_workspace(folder, None)
    me = '[me]\nname = "Kari Eksempel"\norganisation = "Lantern Mission"\nhome = "Europe/Oslo"\n'
    (folder / "briefing.toml").write_text(me, "utf-8")
    with Desk.open(folder, clock=lambda: dt.datetime(2031, 6, 6, 8, tzinfo=dt.UTC)) as desk:
        with desk.change("a week") as change:
            for record in (*EVENTS, *TASKS, FORUM):
                change.put(record)
        for event in EVENTS:
            if event.id in GOING:
                attend.set_going(desk, event, *GOING[event.id])
        prepare.write(desk, EVENTS[-1], {"purpose": "To win them for the paragraph on payment."})
        spans.write(desk, WEEK, {"bottom line": SIXTY_WORDS}, "outlook")
        yield desk


@pytest.fixture(scope="module")
def staff(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with staffed(tmp_path_factory.mktemp("staff") / "desk") as desk:
        yield desk


@pytest.mark.parametrize(("paper", "language"), BOTH)
def test_a_full_week_of_thirteen_events_fills_a_page(
    staff: Desk, paper: str, language: str
) -> None:
    assert 1 == pages(staff, WEEK, paper, language)


@pytest.mark.parametrize(("paper", "language"), BOTH)
def test_a_day_fills_a_page_and_an_empty_week_too(staff: Desk, paper: str, language: str) -> None:
    day, empty = Span(WEEK.first, WEEK.first), Span(dt.date(2035, 1, 1), dt.date(2035, 1, 7))

    assert [1, 1] == [pages(staff, span, paper, language) for span in (day, empty)]


def test_what_changed_since_it_went_out_stands_on_the_page_as_well(tmp_path: Path) -> None:
    with staffed(tmp_path / "desk") as desk:
        wanted = Wanted(subject=WEEK, kind="outlook")
        issuing.issue(desk, wanted, (".md",))
        with desk.change("five are elsewhere") as change:
            for event in EVENTS[1:6]:
                change.put(msgspec.structs.replace(event, venue="The Lantern House, New York"))

        note = issuing.draft(desk, wanted).note

        assert "Changes since No. 1" in {section.heading for section in note.sections}
        assert [1, 1] == [pdf.pages(note, Layout(paper=paper)) for paper in PAPERS]
