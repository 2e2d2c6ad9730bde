"""Who goes: for oneself alone, and as far as briefing.toml lets it out, told in an outlook."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from briefing.desk import attend, spans
from briefing.desk.desk import Desk
from briefing.model import RECORD_TYPES, Attendance, Event, Going, Handling, Level
from briefing.note.blocks import BriefingNote
from briefing.note.span import Span
from briefing.when import When, whole_day
from tests.desk.support import make_folder, open_desk
from tests.note.test_compose import told

WEEK = Span(dt.date(2031, 6, 9), dt.date(2031, 6, 15))
OFFICE = '[me]\nname = "Kari Eksempel"\n[handling]\nwho_goes = "office"\n'
PUBLIC = Handling(level=Level.PUBLIC)


def event(id: str, when: When | None = None, **more: object) -> Event:
    day = when or whole_day(WEEK.first)
    made = Event(id=f"{id}-ab2cd", title=f"The {id}", when=day, handling=PUBLIC)
    return msgspec.structs.replace(made, **more)


TALKS, TEA, SAIL, SWIM = (event(name) for name in ("talks", "tea", "sail", "swim"))
RULED = event("rules", handling=Handling(level=Level.PUBLIC, chatham_house=True))
SECRET = event("secret", handling=Handling(level=Level.ME))
STEPS = (
    (TALKS, Going.GOING, ""),
    (TEA, Going.COVERED, "Bo Ferry"),
    (SAIL, Going.DECLINED, ""),
    (SWIM, Going.INTERESTED, ""),
    (RULED, Going.COVERED, "Ada Wick"),
    (SECRET, Going.COVERED, "Cai Mooring"),
)
EVENTS = tuple(step[0] for step in STEPS)


def a_desk(tmp_path: Path, settings: str) -> Desk:
    desk = open_desk(make_folder(tmp_path / "desk", *EVENTS, settings=settings))
    for step in STEPS:
        attend.set_going(desk, *step)
    return desk


def outlook(desk: Desk, level: Level) -> BriefingNote:
    return spans.note(desk.for_audience(level), WEEK, "outlook")


def who(note: BriefingNote) -> list[str]:
    return [line.partition(": ")[2] for line in told(note) if line.startswith("Who goes: ")]


def test_nobody_else_is_told_who_goes_as_long_as_nobody_says_so(tmp_path: Path) -> None:
    with a_desk(tmp_path, '[me]\nname = "Kari Eksempel"\n') as desk:
        assert [] == who(outlook(desk, Level.OFFICE))
        assert 6 == len(who(outlook(desk, Level.ME)))


def test_the_office_is_told_who_goes_and_nothing_that_one_only_thinks_of(tmp_path: Path) -> None:
    with a_desk(tmp_path, OFFICE) as desk:
        note = outlook(desk, Level.OFFICE)

        assert ["Kari Eksempel", "Bo Ferry"] == who(note)
        assert note.marking.startswith("For my office")


@pytest.mark.parametrize("level", [Level.ORGANISATION, Level.COMMUNITY, Level.PUBLIC])
def test_nobody_is_told_beyond_the_level_that_was_said(tmp_path: Path, level: Level) -> None:
    with a_desk(tmp_path, OFFICE) as desk:
        assert [] == who(outlook(desk, level))


def test_nobody_is_told_who_was_there_under_the_chatham_house_rule(tmp_path: Path) -> None:
    with a_desk(tmp_path, OFFICE.replace("office", "public")) as desk:
        text = "\n".join(told(outlook(desk, Level.PUBLIC)))

        assert "The rules" in text
        assert not [name for name in ("Ada Wick", "Cai Mooring", "secret") if name in text]


def test_the_records_themselves_leave_as_little_as_before(tmp_path: Path) -> None:
    with a_desk(tmp_path, OFFICE.replace("office", "public")) as desk:
        store = desk.for_audience(Level.PUBLIC).store
        left = [record for kind in RECORD_TYPES for record in store.all(kind)]

    assert [] == [record for record in left if isinstance(record, Attendance)]


def test_what_somebody_else_covers_clashes_with_nothing_for_the_office(tmp_path: Path) -> None:
    with a_desk(tmp_path, OFFICE) as desk:
        clashes = spans.held(desk.for_audience(Level.OFFICE), WEEK, "outlook").clashes

        assert TEA.id not in {one.id for clash in clashes for one in (clash.one, clash.other)}


def test_a_level_that_there_is_not_is_told_and_lets_nothing_out(tmp_path: Path) -> None:
    with a_desk(tmp_path, OFFICE.replace("office", "offise")) as desk:
        assert Level.ME is desk.config.who_goes
