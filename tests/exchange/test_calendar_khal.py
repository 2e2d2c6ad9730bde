"""What khal, a calendar program, makes of a calendar file; in a process and a home of its own."""

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from briefing.exchange.calendar import Entry
from briefing.model import Event
from briefing.when import Precision, When, ZoneBasis, whole_day
from tests.exchange.calendars import made
from tests.note.records import CHILD, EVENT, PARENT, REGISTER

_SETTINGS = """\
[calendars]
[[desk]]
path = {home}/desk
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Oslo
default_timezone = Europe/Oslo
[sqlite]
path = {home}/khal.db
"""

_PROGRAM = shutil.which("khal", path=f"{Path(sys.executable).parent}") or shutil.which("khal")

pytestmark = pytest.mark.skipif(_PROGRAM is None, reason="khal is not installed")


class Khal:
    """A calendar of khal's."""

    def __init__(self, home: Path) -> None:
        self.home = home
        (home / "desk").mkdir(parents=True)
        (home / "settings").write_text(_SETTINGS.format(home=home), encoding="utf-8")

    def run(self, *words: str) -> str:
        """Run khal, whose clock at home is Oslo's."""
        assert _PROGRAM is not None
        ran = subprocess.run(
            [_PROGRAM, "-c", str(self.home / "settings"), *words],
            capture_output=True,
            encoding="utf-8",
            env={"HOME": str(self.home), "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
            check=False,
        )
        assert (0, "") == (ran.returncode, ran.stderr)
        return ran.stdout

    def take_in(self, content: bytes) -> None:
        """Import a calendar file."""
        file = self.home / "in.ics"
        file.write_bytes(content)
        self.run("import", "--batch", "--include-calendar", "desk", str(file))

    def listed(self, first: dt.date, last: dt.date) -> list[str]:
        """The events of some days: start, end and title, each once, on Oslo's clock."""
        how = "{start-long-full}|{end-long-full}|{title}|{location}"
        days = (first.isoformat(), (last + dt.timedelta(days=1)).isoformat())
        told = self.run("list", "--once", "--day-format", "", "--format", how, *days)
        return sorted(line for line in told.splitlines() if line)

    def kept(self) -> int:
        """How many items it has, each of which is a file."""
        return len(list((self.home / "desk").glob("*.ics")))


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path / "home")


ENTRIES = (
    Entry(record=EVENT, above=PARENT, is_attended=True),
    Entry(record=PARENT),
    Entry(record=CHILD, above=EVENT),
    Entry(record=REGISTER, above=EVENT),
)
JUNE = (dt.date(2031, 6, 1), dt.date(2031, 6, 30))
READ = [
    "2031-06-06 00:00|2031-06-06 00:00|Due: Register – "
    "Harbour Lights: who mends a cable under the sea?|",
    "2031-06-09 00:00|2031-06-13 00:00|Cable Week|New York",
    "2031-06-12 15:00|2031-06-12 16:30|Harbour Lights: who mends a cable under the sea?"
    "|Harbour Hall, 4 Quay Street, New York; online",
    "2031-06-12 19:00|2031-06-12 19:00|Ropes and Splices|",
]


def test_khal_reads_what_we_wrote(khal: Khal) -> None:
    khal.take_in(made(*ENTRIES).content)

    assert READ == khal.listed(*JUNE)


def test_a_file_that_khal_takes_in_twice_doubles_nothing(khal: Khal) -> None:
    for _ in range(2):
        khal.take_in(made(*ENTRIES).content)

    assert READ == khal.listed(*JUNE)
    assert len(ENTRIES) == khal.kept()


def test_what_has_moved_since_moves_in_khal(khal: Khal) -> None:
    khal.take_in(made(EVENT).content)
    later = msgspec.structs.replace(EVENT.when, time=dt.time(11), end_time=dt.time(12))

    khal.take_in(made(msgspec.structs.replace(EVENT, when=later)).content)

    (told,) = khal.listed(*JUNE)
    assert told.startswith("2031-06-12 17:00|2031-06-12 18:00|")


@pytest.mark.parametrize(
    ("key", "day", "shown"),
    [
        ("America/New_York", dt.date(2031, 3, 10), "2031-03-10 14:00"),
        ("America/New_York", dt.date(2031, 3, 7), "2031-03-07 15:00"),
        ("Australia/Sydney", dt.date(2031, 4, 4), "2031-04-04 00:00"),
        ("Africa/Casablanca", dt.date(2031, 1, 20), "2031-01-20 10:00"),
        ("Asia/Kolkata", dt.date(2031, 10, 27), "2031-10-27 04:30"),
    ],
)
def test_khal_shows_the_instant_beside_a_change_of_clocks(
    khal: Khal, key: str, day: dt.date, shown: str
) -> None:
    when = When(
        date=day,
        time=dt.time(9),
        zone=key,
        zone_basis=ZoneBasis.VENUE,
        precision=Precision.MINUTE,
    )

    khal.take_in(made(Event(id="a-bbbbb", title="A", when=when)).content)

    assert [f"{shown}|{shown}|A|"] == khal.listed(day, day)


def test_khal_reads_hostile_text_as_text(khal: Khal) -> None:
    title = "Lamps; ropes, C:\\new\r\nSTATUS:CANCELLED\x1b[2J"
    event = Event(id="a-bbbbb", title=title, when=whole_day(dt.date(2031, 6, 3)))

    khal.take_in(made(event).content)

    (told,) = khal.listed(*JUNE)
    assert "Lamps; ropes, C:\\new STATUS:CANCELLED" in told
