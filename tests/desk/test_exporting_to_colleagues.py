import datetime as dt
from pathlib import Path
from typing import Any

from briefing.desk import exporting, founding, intake
from briefing.desk.desk import Desk
from briefing.desk.exporting import What
from briefing.model import Event, Level
from briefing.reader import Incoming
from briefing.when import Precision, When
from tests.desk.support import make_folder, open_desk
from tests.exchange.calendars import told

JUNE = dt.date(2031, 6, 12)


def _timeline(desk: Desk, level: Level | None = None) -> bytes:
    return exporting.export(desk, What.TIMELINE, Path("out.ics"), level=level).content


def _proposed(desk: Desk, content: bytes) -> tuple[Any, ...]:
    """What the reader proposes of a calendar that comes to a desk."""
    read = intake.read(desk, Incoming(name="back.ics", raw=content))
    assert () == read.problems
    return read.proposals


def test_a_time_without_a_zone_comes_back_without_one(tmp_path: Path) -> None:
    nine = When(date=JUNE, time=dt.time(9), precision=Precision.MINUTE)
    sent = Event(id="lamps-ab2cd", title="Lamps", when=nine)
    desk = open_desk(make_folder(tmp_path / "desk", sent))
    content = _timeline(desk)
    for_others = _timeline(desk, Level.OFFICE)
    colleague = open_desk(make_folder(tmp_path / "colleague"))

    (proposal,) = _proposed(colleague, content)

    assert ["X-WR-TIMEZONE:Europe/Oslo"] == told(content, ["X-WR-TIMEZONE"])
    assert [] == told(for_others, ["X-WR-TIMEZONE"])
    assert (nine.time, None) == (proposal.draft.when.time, proposal.draft.when.zone)


_SHOWN = ("UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "LOCATION", "STATUS")


def _shown(content: bytes) -> list[str]:
    return sorted(told(content, _SHOWN))


def test_what_a_colleague_takes_in_goes_out_as_it_came(tmp_path: Path) -> None:
    founding.make_workspace(tmp_path / "example", None, starter=True)
    ours = open_desk(tmp_path / "example")
    content = _timeline(ours)
    colleague = open_desk(make_folder(tmp_path / "colleague"))

    arrival = intake.bring_in(colleague, Incoming(name="desk.ics", raw=content))
    intake.accept(colleague, arrival.proposals, checked=True)

    theirs = _timeline(colleague)
    assert _shown(content) == _shown(theirs)
    assert () == _proposed(ours, theirs)
