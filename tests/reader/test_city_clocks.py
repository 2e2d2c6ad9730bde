import pytest

from briefing.model import DoubtKind
from briefing.when import ZoneBasis, zone_info
from tests.reader.pages import event_of

HEAD = "Webinar on nets\n"
TAIL = "\nJoin us online."


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Date: 12 May 2026\nTime: 2pm London / 9am New York / 3pm Geneva", "Europe/London"),
        ("Tuesday 12 May 2026, 15:00 Geneva | 09:00 New York | 21:00 Singapore", "Europe/Zurich"),
        ("12 May 2026, 15:00 (Geneva) / 09:00 (New York)", "Europe/Zurich"),
        ("12 May 2026, 14:00 (Oslo time)", "Europe/Oslo"),
        ("12 May 2026 at 4 pm in Nairobi (3 pm in Geneva)", "Africa/Nairobi"),
        ("12 May 2026, 15:00-16:30 Geneva / 09:00-10:30 New York", "Europe/Zurich"),
    ],
)
def test_a_city_behind_a_time_tells_its_clock(line: str, zone: str) -> None:
    when = event_of(HEAD + line + TAIL).when

    assert (zone, ZoneBasis.CITY) == (when.zone, when.zone_basis)
    span = when.span(zone_info("Asia/Tokyo"))
    assert span is not None
    assert {12, 13} >= {span.start.hour}


def test_another_citys_clock_checks_the_first() -> None:
    event = event_of(f"{HEAD}12 May 2026, 2pm London / 10am New York{TAIL}")

    kinds = [doubt.kind for doubt in event.evidence["when"].doubts]
    assert [DoubtKind.ZONES_DISAGREE] == kinds


@pytest.mark.parametrize("line", ["10:00 Paris Agreement session", "12:00 Oslo, 13:00 lunch"])
def test_a_city_without_another_clock_beside_it_tells_no_zone(line: str) -> None:
    when = event_of(f"{HEAD}12 May 2026\n{line}{TAIL}").when

    assert ZoneBasis.CITY != when.zone_basis
