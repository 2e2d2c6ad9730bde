import datetime as dt
import io
import json
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from briefing.arrange.in_calendars import uid_of
from briefing.desk import attend, edit, exporting, founding, intake
from briefing.desk.desk import Desk
from briefing.desk.exporting import Span, UnknownEndingError, What
from briefing.errors import Problem
from briefing.model import Document, Event, Going, Handling, Level, Position, Source, Task
from briefing.reader import Incoming
from briefing.when import undated, whole_day
from tests.desk.support import (
    CLAIM,
    EVERYTHING,
    HARBOUR,
    REGISTER,
    SETTINGS,
    make_folder,
    open_desk,
)
from tests.exchange.calendars import items, lines, told

JUNE = dt.date(2031, 6, 12)
SIDE = Event(id="side-ab2cd", title="Ropes", when=whole_day(JUNE), parent=HARBOUR.id)
INNER = Event(id="inner-ab2cd", title="Knots", when=whole_day(JUNE), parent=SIDE.id)
PAPER = Task(id="paper-ab2cd", what="Send the paper", due=whole_day(JUNE), event=INNER.id)
ELSEWHERE = Event(id="else-ab2cd", title="Elsewhere", when=whole_day(dt.date(2032, 1, 5)))
SOME_DAY = Event(id="some-day-ab2cd", title="Some day", when=undated())
RECORDS = (*EVERYTHING, SIDE, INNER, PAPER, ELSEWHERE, SOME_DAY)
ICS = Path("out.ics")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk(make_folder(tmp_path / "desk", *RECORDS, settings=SETTINGS))


def _timeline(desk: Desk, span: Span | None = None) -> exporting.Exported:
    return exporting.export(desk, What.TIMELINE, ICS, span=span)


def _titles(content: bytes) -> set[str]:
    return {str(item["SUMMARY"]) for item in items(content)}


# Calendars ---------------------------------------------------------------------------------------


def test_an_event_goes_out_with_its_side_events_their_sessions_and_each_task(desk: Desk) -> None:
    made = exporting.event_calendar(desk, HARBOUR)

    assert {
        "Harbour Lights",
        "Due: Register – Harbour Lights",
        "Ropes",
        "Knots",
        "Due: Send the paper – Knots",
    } == _titles(made.content)


def test_the_timeline_holds_every_event_and_task_that_has_a_day(desk: Desk) -> None:
    exported = _timeline(desk)

    assert "6 items" == exported.told
    assert ("Some day",) == exported.left_out
    assert "Elsewhere" in _titles(exported.content)


def test_of_the_timeline_some_days_can_be_had(desk: Desk) -> None:
    days = Span(first=dt.date(2031, 6, 6), last=dt.date(2031, 6, 6))

    exported = _timeline(desk, days)

    assert {"Due: Register – Harbour Lights"} == _titles(exported.content)
    assert () == exported.left_out
    assert {"Elsewhere"} == _titles(_timeline(desk, Span(first=dt.date(2031, 7, 1))).content)


def test_only_a_whole_timeline_is_a_calendar_of_its_own(desk: Desk) -> None:
    named = told(_timeline(desk).content, ["X-WR-CALNAME"])

    assert ["X-WR-CALNAME:desk"] == named
    assert [] == told(exporting.event_calendar(desk, HARBOUR).content, ["X-WR-CALNAME"])


def test_events_that_are_their_own_ancestors_go_out_once(tmp_path: Path) -> None:
    one = msgspec.structs.replace(SIDE, parent=INNER.id)
    folder = make_folder(tmp_path / "ring", one, INNER)

    made = exporting.event_calendar(open_desk(folder), one)

    assert 2 == made.items


@pytest.mark.parametrize(
    ("going", "shown"),
    [(None, "OPAQUE"), (Going.GOING, "OPAQUE"), (Going.DECLINED, "TRANSPARENT")],
)
def test_who_exports_one_event_means_to_go_unless_it_is_known_not(
    desk: Desk, going: Going | None, shown: str
) -> None:
    attend.set_going(desk, HARBOUR, going)

    made = exporting.event_calendar(desk, HARBOUR)

    busy = {str(item["SUMMARY"]): str(item["TRANSP"]) for item in items(made.content)}
    assert (shown, "TRANSPARENT") == (busy["Harbour Lights"], busy["Ropes"])


def test_in_the_timeline_only_what_one_goes_to_takes_ones_time(desk: Desk) -> None:
    attend.set_going(desk, ELSEWHERE, Going.GOING)

    busy = {str(item["SUMMARY"]): str(item["TRANSP"]) for item in items(_timeline(desk).content)}

    assert {"Elsewhere"} == {title for title, shown in busy.items() if shown == "OPAQUE"}


def _numbers(content: bytes) -> dict[str, int]:
    return {str(item["UID"]): int(item["SEQUENCE"]) for item in items(content)}


def test_the_number_of_an_item_rises_when_it_changes_and_only_then(desk: Desk) -> None:
    before = _numbers(_timeline(desk).content)
    edit.set_fields(desk, ELSEWHERE, {"title": "Elsewhere again"})

    after = _numbers(_timeline(desk).content)

    changed = {uid for uid in before if before[uid] != after[uid]}
    assert {uid_of(ELSEWHERE)} == changed
    assert after[uid_of(ELSEWHERE)] > before[uid_of(ELSEWHERE)]


def test_what_did_not_change_says_since_when_and_is_the_same_file_on_another_day(
    tmp_path: Path,
) -> None:
    folder = make_folder(tmp_path / "days", HARBOUR, ELSEWHERE, settings=SETTINGS)
    contents = []
    for day in (2, 3):
        desk = open_desk(folder, today=dt.date(2031, 6, day))
        contents.append(_timeline(desk).content)
        desk.close()

    assert contents[0] == contents[1]
    assert {"DTSTAMP:20310602T000000Z"} == set(told(contents[1], ["DTSTAMP"]))


def test_a_change_that_is_undone_is_a_change(desk: Desk) -> None:
    numbers = [_numbers(_timeline(desk).content)[uid_of(ELSEWHERE)]]
    edit.set_fields(desk, ELSEWHERE, {"title": "Elsewhere again"})
    numbers.append(_numbers(_timeline(desk).content)[uid_of(ELSEWHERE)])
    desk.undo()
    numbers.append(_numbers(_timeline(desk).content)[uid_of(ELSEWHERE)])

    assert numbers == sorted(set(numbers))


def test_an_item_has_one_number_whether_it_goes_out_alone_or_with_all(desk: Desk) -> None:
    alone = _numbers(exporting.event_calendar(desk, HARBOUR).content)

    assert alone.items() <= _numbers(_timeline(desk).content).items()


def test_what_others_are_told_less_of_keeps_its_number_for_each(tmp_path: Path) -> None:
    above = msgspec.structs.replace(SIDE, parent=None, handling=Handling(level=Level.ME))
    desk = open_desk(make_folder(tmp_path / "desk", above, INNER))

    numbers = [
        _numbers(exporting.event_calendar(desk, INNER, level).content)
        for level in (None, Level.OFFICE, None, Level.OFFICE)
    ]

    assert numbers[:2] == numbers[2:]


def test_others_are_not_told_what_the_desk_is_called_nor_where_its_owner_goes(desk: Desk) -> None:
    attend.set_going(desk, ELSEWHERE, Going.GOING)

    exported = exporting.export(desk, What.TIMELINE, ICS, level=Level.OFFICE)

    assert [] == told(exported.content, ["NAME", "X-WR", "TRANSP:OPAQUE"])
    assert "Elsewhere" in _titles(exported.content)


CALENDAR = b"""\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//host//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:lamps@host.example
SEQUENCE:4
DTSTAMP:20310520T080000Z
DTSTART;TZID=Europe/Oslo:20310612T090000
DTEND;TZID=Europe/Oslo:20310612T103000
SUMMARY:Lamps and Lenses
LOCATION:Harbour Hall
DESCRIPTION:Please register under https://host.example/lamps
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def invited(tmp_path: Path) -> Desk:
    """A desk that holds what came with a calendar file."""
    desk = open_desk(make_folder(tmp_path / "invited"))
    arrival = intake.bring_in(desk, Incoming(name="invitation.ics", raw=CALENDAR))
    intake.accept(desk, arrival.proposals, checked=True)
    return desk


def test_what_came_with_a_calendar_goes_out_under_its_name_and_number_there(
    invited: Desk,
) -> None:
    (event,) = invited.store.all(Event)

    found = _numbers(exporting.event_calendar(invited, event).content)

    assert 4 == found["lamps@host.example"]


# Back again --------------------------------------------------------------------------------------


class Back(NamedTuple):
    """What the reader makes of what we exported."""

    proposals: tuple[Any, ...]
    problems: tuple[Problem, ...]
    already_there: int


def _read_back(desk: Desk, content: bytes) -> Back:
    read = intake.read(desk, Incoming(name="back.ics", raw=content))
    return Back(read.proposals, read.problems, read.already_there)


def test_what_we_exported_brings_nothing_new_when_it_comes_back(desk: Desk) -> None:
    exported = _timeline(desk)

    assert ((), (), 6) == _read_back(desk, exported.content)


def test_neither_does_what_came_with_a_calendar(invited: Desk) -> None:
    read = _read_back(invited, _timeline(invited).content)

    assert () == read.proposals


INVITATIONS = Path(__file__).parents[1] / "reader" / "formats" / "invitations"


@pytest.mark.parametrize("name", sorted(path.name for path in INVITATIONS.glob("*.[ie][cm][sl]")))
def test_whatever_came_as_an_invitation_goes_out_and_brings_nothing_new(
    tmp_path: Path, name: str
) -> None:
    desk = open_desk(make_folder(tmp_path / "desk"))
    raw = (INVITATIONS / name).read_bytes()
    arrival = intake.bring_in(desk, Incoming(name=name, raw=raw))
    intake.accept(desk, arrival.proposals, checked=True)

    exported = _timeline(desk)

    assert b"BEGIN:VEVENT" in exported.content
    assert ((), ()) == _read_back(desk, exported.content)[:2]


def test_neither_does_the_timeline_of_the_example_desk(tmp_path: Path) -> None:
    folder = tmp_path / "example"
    founding.make_workspace(folder, None, starter=True)
    desk = open_desk(folder)

    exported = _timeline(desk)

    assert 30 < exported.content.count(b"BEGIN:VEVENT")
    assert ((), ()) == _read_back(desk, exported.content)[:2]


def test_what_was_moved_in_a_calendar_is_a_change_of_just_that(desk: Desk) -> None:
    content = _timeline(desk).content.replace(b"20310612T090000", b"20310612T084500")

    (change,) = _read_back(desk, content).proposals

    assert (HARBOUR.id, ["when"]) == (change.changes, list(change.draft.evidence))
    assert dt.time(8, 45) == change.draft.when.time


def test_a_deadline_that_was_moved_in_a_calendar_is_a_change_of_its_task(desk: Desk) -> None:
    exported = exporting.event_calendar(desk, HARBOUR).content
    content = exported.replace(b"DATE:20310606", b"DATE:20310604")
    content = content.replace(b"DATE:20310607", b"DATE:20310605")

    (change,) = _read_back(desk, content).proposals

    assert (REGISTER.id, whole_day(dt.date(2031, 6, 4)).date) == (
        change.changes,
        change.draft.due.date,
    )


def test_a_desk_that_holds_nothing_of_it_is_told_all(desk: Desk, tmp_path: Path) -> None:
    colleague = open_desk(make_folder(tmp_path / "colleague"))

    read = _read_back(colleague, exporting.event_calendar(desk, HARBOUR).content)

    drafts = {proposal.draft.title: proposal.draft for proposal in read.proposals}
    assert HARBOUR.when.span(desk.home) == drafts["Harbour Lights"].when.span(desk.home)
    assert uid_of(HARBOUR) == drafts["Harbour Lights"].uid


# Other formats -----------------------------------------------------------------------------------


def test_sources_are_for_a_reference_manager(tmp_path: Path) -> None:
    source = Source(id="s-ab2cd", title="A Paper", body="Lantern Institute")
    paper = Document(id="paper-ab2cd", symbol="XY/77/L.3", source=source.id)
    desk = open_desk(make_folder(tmp_path / "desk", source, paper))

    exported = exporting.export(desk, What.SOURCES, Path("out.json"))

    assert "1 source" == exported.told
    (told,) = json.loads(exported.content)
    assert ("A Paper", "XY/77/L.3") == (told["title"], told["number"])


def test_positions_are_rows_with_the_names_of_what_they_are_about(desk: Desk) -> None:
    exported = exporting.export(desk, What.POSITIONS, Path("out.CSV"))

    assert "1 position" == exported.told
    (_, row) = exported.content.decode().splitlines()
    assert '"Lantern Institute","Repair comes first."' in row
    assert '"Harbour Lights"' in row


def test_positions_are_a_workbook_too(desk: Desk) -> None:
    exported = exporting.export(desk, What.POSITIONS, Path("out.xlsx"))

    assert "1 position" == exported.told
    with zipfile.ZipFile(io.BytesIO(exported.content)) as package:
        assert b"Repair comes first." in package.read("xl/worksheets/sheet1.xml")


def test_records_are_all_there_is_as_json_that_reads_back(desk: Desk) -> None:
    exported = exporting.export(desk, What.RECORDS, Path("out.json"))

    held = json.loads(exported.content)
    assert {record.id for record in RECORDS} == {one["id"] for one in held}
    (claim,) = (one for one in held if one["type"] == "position")
    assert CLAIM == msgspec.convert(claim, Position)


def test_a_timeline_can_be_had_as_records(desk: Desk) -> None:
    exported = exporting.export(desk, What.TIMELINE, Path("out.json"))

    assert {"event", "task"} == {one["type"] for one in json.loads(exported.content)}


@pytest.mark.parametrize(
    ("what", "name", "endings"),
    [
        (What.TIMELINE, "out.csv", "timeline is written as .ics or .json"),
        (What.SOURCES, "out.ics", "sources is written as .json"),
        (What.RECORDS, "out", "records is written as .json"),
    ],
)
def test_other_formats_are_refused(desk: Desk, what: What, name: str, endings: str) -> None:
    with pytest.raises(UnknownEndingError, match=endings):
        exporting.export(desk, what, Path(name))


def test_exporting_changes_no_record(desk: Desk) -> None:
    before = list(desk.store.history())

    for what, name in ((What.TIMELINE, "a.ics"), (What.RECORDS, "a.json")):
        exporting.export(desk, what, Path(name))

    assert before == list(desk.store.history())
    assert "BEGIN:VCALENDAR" in lines(_timeline(desk).content)
