"""Places, countries and zone abbreviations, held against tzdata."""

import datetime as dt
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

import pytest

from briefing.gazetteer import tables
from briefing.gazetteer.entries import Season, ZoneMeaning

YEAR = [dt.datetime(2025, month, 15, 12, tzinfo=dt.UTC) for month in range(1, 13)]

SINCE_2013 = [
    dt.datetime(year, month, 15, tzinfo=dt.UTC)
    for year in range(2013, 2027)
    for month in (1, 4, 7, 10)
]

MEANINGS = [m for name in tables.zone_abbreviations() for m in tables.zone_meanings(name)]

NOT_IN_TZDATA = {"Z", "ET", "CT", "MT", "PT", "PHT", "MET", "MEST", "SST"}
"""What tzdata does not write for the zone that is meant by it."""

NO_MORE = {("MSK", 240), ("KST", 510)}
"""What clocks showed within the years looked at, and do not show now."""


def clock_reads(zone: str) -> set[tuple[str, int]]:
    """Return the abbreviations and offsets in minutes that a zone shows in a year."""
    moments = [moment.astimezone(ZoneInfo(zone)) for moment in YEAR]
    return {(str(m.tzname()), minutes(m.utcoffset())) for m in moments}


def minutes(offset: dt.timedelta | None) -> int:
    assert offset is not None
    return int(offset.total_seconds() // 60)


def zones_of(country: str) -> list[str]:
    text = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    return [
        line.split("\t")[2].strip() for line in text.splitlines() if line.startswith(f"{country}\t")
    ]


def label(meaning: ZoneMeaning) -> str:
    return f"{meaning.abbreviation} {meaning.zone}"


@pytest.mark.parametrize("meaning", MEANINGS, ids=label)
def test_the_offset_of_an_abbreviation_is_one_that_its_zone_shows(meaning: ZoneMeaning) -> None:
    shown = {offset for _, offset in clock_reads(meaning.zone)}

    if meaning.season is Season.EITHER:
        assert meaning.offset_minutes is None
        assert len(shown) == 2
    else:
        assert meaning.offset_minutes in shown


@pytest.mark.parametrize("meaning", MEANINGS, ids=label)
def test_the_season_of_an_abbreviation_is_the_one_in_which_its_offset_holds(
    meaning: ZoneMeaning,
) -> None:
    shown = sorted(offset for _, offset in clock_reads(meaning.zone))

    if meaning.season is Season.ALL_YEAR:
        assert shown == [meaning.offset_minutes]
    else:
        winter, summer = shown
        expected = {Season.STANDARD: winter, Season.SUMMER: summer, Season.EITHER: None}
        assert expected[meaning.season] == meaning.offset_minutes


@pytest.mark.parametrize("meaning", MEANINGS, ids=label)
def test_where_tzdata_writes_the_abbreviation_for_the_zone_the_offsets_agree(
    meaning: ZoneMeaning,
) -> None:
    theirs = {
        offset for name, offset in clock_reads(meaning.zone) if name.upper() == meaning.abbreviation
    }

    if theirs:
        assert theirs == {meaning.offset_minutes}
    elif meaning.abbreviation not in NOT_IN_TZDATA:
        assert not any(name.isalpha() for name, _ in clock_reads(meaning.zone))


@pytest.mark.parametrize("meaning", MEANINGS, ids=label)
def test_each_country_of_an_abbreviation_has_a_clock_with_its_offset(meaning: ZoneMeaning) -> None:
    for country in meaning.countries:
        offsets = {offset for zone in zones_of(country) for _, offset in clock_reads(zone)}

        assert meaning.offset_minutes is None or meaning.offset_minutes in offsets, country


def test_no_country_stands_twice_under_an_abbreviation_with_one_offset() -> None:
    for name in tables.zone_abbreviations():
        rows = [
            (country, meaning.offset_minutes)
            for meaning in tables.zone_meanings(name)
            for country in meaning.countries
        ]

        assert len(rows) == len(set(rows)), name


def test_every_abbreviation_that_clocks_have_shown_since_2013_is_here_with_each_offset() -> None:
    shown: set[tuple[str, int]] = set()
    for zone in available_timezones() - {"Factory", "localtime"}:
        moments = (at.astimezone(ZoneInfo(zone)) for at in SINCE_2013)
        shown |= {(str(at.tzname()), minutes(at.utcoffset())) for at in moments}
    written = {(name, offset) for name, offset in shown if name.isalpha()}

    missing = {
        (name, offset)
        for name, offset in written - NO_MORE
        if offset not in {meaning.offset_minutes for meaning in tables.zone_meanings(name)}
    }

    assert set() == missing
    assert NO_MORE <= written


def test_tzdatas_own_ambiguous_abbreviations_have_all_their_meanings_here() -> None:
    offsets = {
        name: {meaning.offset_minutes for meaning in tables.zone_meanings(name)}
        for name in ("CST", "CDT", "PST", "IST")
    }

    assert offsets == {
        "CST": {-360, -300, 480},
        "CDT": {-300, -240},
        "PST": {-480, 480},
        "IST": {60, 120, 330},
    }


def test_an_abbreviation_is_known_in_any_case_and_an_unknown_one_has_no_meaning() -> None:
    assert tables.zone_meanings("cest") == tables.zone_meanings("CEST") != ()
    assert tables.zone_meanings("XYZ") == ()


def test_every_place_has_a_zone_of_its_country() -> None:
    for place in tables.places():
        assert place.zone in available_timezones(), place.name
        if place.country:
            assert place.zone in zones_of(place.country), place.name


def test_a_venue_stands_in_a_city_of_the_table_with_its_clock() -> None:
    cities = {place.name: place for place in tables.places() if place.city is None}

    for venue in tables.places():
        if venue.city:
            city = cities[venue.city]

            assert (city.country, city.zone) == (venue.country, venue.zone), venue.name


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("NO", "Europe/Oslo"),
        ("nl", "Europe/Amsterdam"),
        ("GE", "Asia/Tbilisi"),
        ("ZA", "Africa/Johannesburg"),
        ("DE", "Europe/Berlin"),  # Büsingen keeps Berlin's time
        ("US", None),
        ("ID", None),
        ("PT", None),  # the Azores
        ("XX", None),
    ],
)
def test_a_country_decides_the_zone_where_one_clock_serves_all_of_it(
    country: str, zone: str | None
) -> None:
    assert tables.country_zone(country) == zone
