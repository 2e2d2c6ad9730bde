"""Zones: what is printed, what the place tells, and what is never made up."""

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from briefing.gazetteer import tables
from briefing.model import DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import dates, sites, stated_zones, times, zone_words, zones
from briefing.when import When, ZoneBasis
from tests.reader.fields.date_support import CONTEXT, kinds, read_one


def _resolved(
    words: str,
    *,
    stated: str = "",
    venue: str = "",
    organiser: str = "",
    default_zone: str | None = None,
) -> Candidate[When]:
    return zones.resolve(
        read_one(words, CONTEXT),
        stated=stated,
        venue=venue,
        organiser=organiser,
        default_zone=default_zone,
    )


def _utc(found: Candidate[When]) -> str | None:
    start = zones.utc_of_written(found.value)
    return None if start is None else f"{start:%H:%M}"


def _other_clocks(found: Candidate[When]) -> list[str]:
    starts = (
        zones.utc_of_written(a.value) for a in found.alternatives if isinstance(a.value, When)
    )
    return [f"{start:%H:%M}" for start in starts if start]


PRINTED = (
    ("18 July 2023 at 10:00 CEST", "Europe/Brussels", "08:00"),
    ("18 January 2023 at 10:00 CET", "Europe/Brussels", "09:00"),
    ("18 July 2023 at 10:00 UTC", "UTC", "10:00"),
    ("18 July 2023 at 10:00 GMT", "UTC", "10:00"),
    ("18 July 2023 at 10:00 EDT", "America/New_York", "14:00"),
    ("18 July 2023 at 10:00 ET", "America/New_York", "14:00"),
    ("18 January 2023 at 10:00 ET", "America/New_York", "15:00"),
    ("18 July 2023 at 10:00 PT", "America/Los_Angeles", "17:00"),
    ("18 July 2023 at 10:00 EAT (UTC+3)", "Africa/Nairobi", "07:00"),
    ("18 July 2023 at 10:00 SAST", "Africa/Johannesburg", "08:00"),
    ("18 July 2023 at 10:00 UTC+2", None, "08:00"),
    ("18 July 2023 at 10:00 (UTC-4)", None, "14:00"),
    ("18 July 2023 at 10:00 GMT+5:30", None, "04:30"),
    ("2023-07-18T10:00Z", "UTC", "10:00"),
    ("2023-07-18T10:00:00+02:00", None, "08:00"),
    ("18 July 2023 at 10:00 Geneva time", "Europe/Zurich", "08:00"),
    ("18 July 2023, 10:00 (hora de Washington, D.C., UTC-4)", "America/New_York", "14:00"),
    ("18 July 2023 at 10:00 Geneva local time", "Europe/Zurich", "08:00"),
    ("18 July 2023 at 10:00 (Geneva)", "Europe/Zurich", "08:00"),
    ("18 July 2023 at 10:00 (Geneva) / 04:00 (New York)", "Europe/Zurich", "08:00"),
    ("18 July 2023 at 10:00 Europe/Oslo", "Europe/Oslo", "08:00"),
    ("18 July 2023 at 10:00 CET/CEST", "Europe/Brussels", "08:00"),
    ("18 January 2023 at 10:00 CET/CEST", "Europe/Brussels", "09:00"),
    ("18 July 2023 at 10:00 EST/EDT", "America/New_York", "14:00"),
    ("18 July 2023 at 10:00 Central European Summer Time", "Europe/Brussels", "08:00"),
    ("27 January 2022, 3:00PM CET / 2:00PM UTC", "Europe/Brussels", "14:00"),
    ("2022-01-27, 3:00PM CET / 2:00PM UTC", "Europe/Brussels", "14:00"),
    ("18 July 2023, 9am EDT / 3pm CEST", "America/New_York", "13:00"),
    ("26 March 2025 at 10:30 IST (UTC+5:30)", "Asia/Kolkata", "05:00"),
    ("26 March 2025 at 10:30 IST / 05:00 UTC", "Asia/Kolkata", "05:00"),
    ("9 January 2024, 9:00 PST / 17:00 UTC", "America/Los_Angeles", "17:00"),
    ("9 January 2024, 22:00 CST / 04:00 UTC", "America/Chicago", "04:00"),
)


@pytest.mark.parametrize(("words", "zone", "utc"), PRINTED)
def test_a_printed_zone_is_read_without_a_doubt(words: str, zone: str | None, utc: str) -> None:
    found = _resolved(words)

    assert (found.value.zone, _utc(found), found.doubts) == (zone, utc, ())


def test_an_abbreviation_leaves_no_fixed_offset_behind() -> None:
    when = _resolved("18 July 2023 at 10:00 CEST").value

    assert (when.offset, when.zone_basis, when.written_zone) == (
        None, ZoneBasis.ABBREVIATION, "CEST",
    )  # fmt: skip


def test_a_printed_number_fixes_the_instant() -> None:
    when = _resolved("18 July 2023 at 10:00 EAT (UTC+3)").value

    assert (when.offset, when.zone_basis) == (180, ZoneBasis.OFFSET)


def test_cet_in_june_is_the_clock_on_the_wall_and_doubted() -> None:
    found = _resolved("6 June 2022, 10:30 CET")

    assert (found.value.zone, _utc(found)) == ("Europe/Brussels", "08:30")
    assert kinds(found) == [DoubtKind.ZONE_OUT_OF_SEASON]
    assert _other_clocks(found) == ["09:30"]


def test_a_season_follows_the_venue_where_there_is_one() -> None:
    assert (
        _resolved("6 June 2022, 10:30 CET", venue="Aula Magna, Bologna").value.zone == "Europe/Rome"
    )


def test_est_in_july_is_doubted_too() -> None:
    found = _resolved("6 July 2022, 10:30 EST")

    assert (_utc(found), kinds(found)) == ("14:30", [DoubtKind.ZONE_OUT_OF_SEASON])


def test_a_number_beats_letters_that_are_out_of_season() -> None:
    found = _resolved("28 April 2022, 10:00 AM - 11:30 AM SAST/CET (UTC+2)")

    assert (found.value.zone, found.value.offset) == ("Africa/Johannesburg", 120)
    assert kinds(found) == [DoubtKind.ZONE_OUT_OF_SEASON]
    assert found.doubts[0].words.startswith("“CET” is UTC+1, but clocks there show UTC+2")


def test_a_number_that_its_letters_cannot_mean_is_doubted() -> None:
    found = _resolved("28 April 2022, 10:00 EST (UTC+2)")

    assert (_utc(found), kinds(found)) == ("08:00", [DoubtKind.ZONES_DISAGREE])
    assert _other_clocks(found) == ["14:00", "15:00"]


def test_a_number_may_insist_on_the_letters_out_of_season() -> None:
    found = _resolved("6 June 2022, 10:30 CET (UTC+1)")

    assert (_utc(found), kinds(found)) == ("09:30", [DoubtKind.ZONE_OUT_OF_SEASON])
    assert _other_clocks(found) == ["08:30"]


def test_two_clocks_that_show_different_moments_are_doubted() -> None:
    found = _resolved("27 January 2022, 3:00PM CET / 4:00PM UTC")

    assert (_utc(found), kinds(found)) == ("14:00", [DoubtKind.ZONES_DISAGREE])
    assert _other_clocks(found) == ["16:00"]


def test_clocks_on_a_line_of_their_own_check_each_other_too() -> None:
    day, (clock,) = read_one("27 June 2022", CONTEXT), times.find("3:00PM CET / 2:00PM UTC")

    found = zones.resolve(dates.combine(day, clock))

    assert (_utc(found), found.doubts) == ("14:00", ())


@pytest.mark.parametrize(("other", "utc"), [("2:00PM UTC", "14:00"), ("1:00PM UTC", "13:00")])
def test_a_second_clock_decides_how_cet_is_meant_in_summer(other: str, utc: str) -> None:
    found = _resolved(f"27 June 2022, 3:00PM CET / {other}")

    assert (_utc(found), found.doubts) == (utc, ())


def test_letters_with_several_meanings_stay_open() -> None:
    found = _resolved("9 January 2024 at 10:30 IST")

    assert (found.value.zone, found.value.zone_basis, _utc(found)) == (None, ZoneBasis.NONE, None)
    assert kinds(found) == [DoubtKind.ZONE_AMBIGUOUS]
    assert "05:00" in _other_clocks(found)
    assert "08:30" in _other_clocks(found)


@pytest.mark.parametrize(
    ("venue", "zone"),
    [
        ("Dublin, Ireland", "Europe/Dublin"),
        ("New Delhi", "Asia/Kolkata"),
        ("Tel Aviv, Israel", "Asia/Jerusalem"),
    ],
)
def test_the_country_of_the_venue_tells_what_letters_mean(venue: str, zone: str) -> None:
    found = _resolved("9 June 2023 at 10:30 IST", venue=venue)

    assert found.value.zone == zone
    assert DoubtKind.ZONE_AMBIGUOUS not in kinds(found)


def test_the_day_on_which_summer_time_ends_is_doubted() -> None:
    found = _resolved("26 October 2025 at 10:30 IST", venue="Dublin, Ireland")

    assert (_utc(found), kinds(found)) == ("10:30", [DoubtKind.ZONE_OUT_OF_SEASON])
    assert _other_clocks(found) == ["09:30"]


def test_letters_of_one_official_meaning_are_taken_with_a_doubt() -> None:
    found = _resolved("21 June 2022, 13:00 BST")

    assert (found.value.zone, kinds(found)) == ("Europe/London", [DoubtKind.ZONE_AMBIGUOUS])
    assert _other_clocks(found) == ["07:00"]


def test_gmt_is_the_clock_of_london_only_there() -> None:
    found = _resolved("9 June 2023, 10:00 GMT", venue="London")

    assert (_utc(found), kinds(found)) == ("09:00", [DoubtKind.ZONE_OUT_OF_SEASON])


def test_a_printed_zone_that_the_venue_does_not_keep_is_doubted() -> None:
    found = _resolved("6 July 2022, 10:00 CEST", venue="UNHQ, New York")

    assert (_utc(found), kinds(found)) == ("08:00", [DoubtKind.ZONES_DISAGREE])
    assert found.doubts[0].words == "“CEST” is printed; clocks in New York then show 04:00."


# Places -----------------------------------------------------------------------------------------

VENUES = (
    ("Permanent Mission of the Netherlands, 666 3rd Ave, New York, NY 10017", "America/New_York"),
    ("UNHQ, Conference Room 8 and online (hybrid)", "America/New_York"),
    ("871 UN Plaza, 10th floor", "America/New_York"),
    ("Palais des Nations, Room IX", "Europe/Zurich"),
    ("Geneva, Switzerland", "Europe/Zurich"),
    ("Bali,Indonesia", "Asia/Makassar"),
    ("Hybrid (Nairobi and Online)", "Africa/Nairobi"),
    ("The Hague", "Europe/Amsterdam"),
    ("Den Haag, Nederland", "Europe/Amsterdam"),
    ("Kairo, Ägypten", "Africa/Cairo"),
    ("Santiago, Chile", "America/Santiago"),
    ("León, Spain", "Europe/Madrid"),
    ("Austin, TX", "America/Chicago"),
    ("Denver, Colorado", "America/Denver"),
    ("Berlin, DE", "Europe/Berlin"),
    ("Chile Room, Geneva", "Europe/Zurich"),
)


@pytest.mark.parametrize(("venue", "zone"), VENUES)
def test_a_venue_tells_the_zone(venue: str, zone: str) -> None:
    found = _resolved("24 July 2023, 0745-0930", venue=venue)

    assert (found.value.zone, found.value.zone_basis) == (zone, ZoneBasis.VENUE)
    assert (found.doubts, _utc(found)) == ((), None)


def test_a_country_with_one_clock_tells_the_zone_with_a_doubt() -> None:
    found = _resolved("24 July 2023, 10:00", venue="a castle in Switzerland")

    assert (found.value.zone, found.value.zone_basis) == ("Europe/Zurich", ZoneBasis.COUNTRY)
    assert kinds(found) == [DoubtKind.ZONE_INFERRED]


@pytest.mark.parametrize(
    "venue",
    [
        "Permanent Mission of Estonia",
        "Embassy of Switzerland",
        "Delegation of the Kingdom of the Netherlands",
        "a hall in Indonesia",
        "Savannah, Georgia",
        "Athens, Ohio",
        "Vienna, VA",
        "London, Ontario",
        "Denver Post",
        "Conference Room 8",
        "Online",
        "",
    ],
)
def test_what_tells_no_clock_leaves_the_time_floating(venue: str) -> None:
    found = _resolved("24 July 2023, 10:00", venue=venue)

    assert (found.value.zone, found.value.zone_basis) == (None, ZoneBasis.NONE)
    assert kinds(found) == [DoubtKind.ZONE_MISSING]


def test_two_cities_with_different_clocks_leave_it_open() -> None:
    found = _resolved("24 July 2023, 10:00", venue="Geneva and New York")

    assert (found.value.zone, kinds(found)) == (None, [DoubtKind.ZONE_AMBIGUOUS])
    assert [a.why for a in found.alternatives] == ["Geneva time", "New York time"]


def test_a_city_before_another_country_is_not_the_known_one() -> None:
    found = _resolved("24 July 2023, 10:00", venue="Tripoli, Lebanon")

    assert (found.value.zone, found.value.zone_basis) == ("Asia/Beirut", ZoneBasis.COUNTRY)


@pytest.mark.parametrize("venue", ["Geneva, Singapore and Nairobi", "New York, Mexico City"])
def test_cities_in_a_list_do_not_stand_before_their_country(venue: str) -> None:
    assert len(sites.locate(venue).rivals) >= 2


def test_an_organiser_in_a_known_city_is_a_guess() -> None:
    found = _resolved("24 July 2023, 10:00", organiser="University of Bologna")

    assert (found.value.zone, found.value.zone_basis) == ("Europe/Rome", ZoneBasis.ORGANISER)
    assert kinds(found) == [DoubtKind.ZONE_INFERRED]


def test_an_organiser_does_not_outweigh_a_venue_abroad() -> None:
    found = _resolved("24 July 2023, 10:00", venue="Jakarta", organiser="University of Bologna")

    assert found.value.zone == "Asia/Jakarta"


def test_an_organiser_does_not_tell_the_clock_of_another_country() -> None:
    found = _resolved(
        "24 July 2023, 10:00", venue="a hall in Indonesia", organiser="University of Bologna"
    )

    assert found.value.zone is None


def test_the_default_of_a_source_comes_last() -> None:
    found = _resolved("24 July 2023, 10:00", default_zone="Europe/Oslo")

    assert (found.value.zone, found.value.zone_basis) == ("Europe/Oslo", ZoneBasis.DEFAULT)
    assert kinds(found) == [DoubtKind.ZONE_INFERRED]


def test_a_whole_day_needs_no_zone_and_no_doubt() -> None:
    found = _resolved("24 July 2023", organiser="University of Bologna")

    assert (found.value.zone, found.doubts) == (None, ())


def test_a_whole_day_in_a_city_is_that_city_s_day() -> None:
    assert _resolved("24 July 2023", venue="Geneva").value.zone == "Europe/Zurich"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("26 March 2023", "Clocks in Oslo skip 02:30 on that day."),
        ("29 October 2023", "Clocks in Oslo show 02:30 twice on that day."),
    ],
)
def test_a_time_at_a_change_of_clocks_is_doubted(day: str, words: str) -> None:
    found = _resolved(f"{day}, 02:30", venue="Oslo")

    assert kinds(found) == [DoubtKind.CLOCK_CHANGE]
    assert found.doubts[0].words == words


def test_an_undated_time_stays_without_a_zone() -> None:
    found = zones.resolve(read_one("24 July at 10:00", CONTEXT), venue="Geneva")

    assert found.value.zone is None
    assert [a.value.zone for a in found.alternatives if isinstance(a.value, When)] == [
        "Europe/Zurich", "Europe/Zurich",
    ]  # fmt: skip


# Zone words -------------------------------------------------------------------------------------

STATEMENTS = (
    ("All times are BST.", "BST"),
    ("All times are local (EEST).", "EEST"),
    ("all times in CET", "CET"),
    ("Times are given in Central European Time", "Central European Time"),
    ("(all times UTC)", "UTC"),
    ("Time (CEST) | Session", "CEST"),
    ("Time zone: UTC+2", "UTC+2"),
    ("All times listed are in ET.", "ET"),
    ("Alle tider er CET", "CET"),
    ("Note: All listed times are in the UTC time zone.", "UTC"),
    ("All sessions are in CET.", "CET"),
    ("Agenda (CEST)", "CEST"),
    ("All times CET. Every session is recorded.", "CET"),
    ("Toutes les heures sont indiquées en heure d'Europe centrale (CET).", "CET"),
    ("Alle Uhrzeiten in MESZ", "MESZ"),
    ("Tous les horaires sont en heure de Paris", "heure de Paris"),
    ("Todos los horarios en hora de Madrid", "hora de Madrid"),
    ("Klokkeslett er i CET", "CET"),
    ("Event times are displayed in Eastern Time", "Eastern Time"),
    ("All times are Geneva (CEST).", "CEST"),
    ("Uhrzeit (MEZ)", "MEZ"),
    ("10:00 Tea\nEurope/Oslo timezone\n", "Europe/Oslo"),
    ("Horario: CEST", "CEST"),
    ("Time zone: Europe/Oslo", "Europe/Oslo"),
)


@pytest.mark.parametrize(("text", "words"), STATEMENTS)
def test_a_statement_about_all_times_is_found(text: str, words: str) -> None:
    found = stated_zones.find(text)

    assert found is not None
    assert text[found.start : found.end] == found.value == words


@pytest.mark.parametrize(
    "text",
    [
        "All times are local.",
        "Time: 10:00 CET",
        "Many times",
        "time",
        "Agenda: the Geneva talks",
        "Programme of the Pacific/Nowhere project",
    ],
)
def test_other_sentences_state_no_zone(text: str) -> None:
    assert stated_zones.find(text) is None


def test_a_statement_holds_where_no_zone_is_printed_beside_the_time() -> None:
    found = _resolved("21 June 2022, 13:00", stated="CEST")

    assert (_utc(found), found.value.written_zone) == ("11:00", "CEST")


def test_the_zone_beside_the_time_goes_before_a_statement() -> None:
    assert _utc(_resolved("21 June 2022, 13:00 UTC", stated="CEST")) == "13:00"


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("UTC+2", 120), ("UTC +2", 120), ("UTC-04:00", -240), ("GMT+5:30", 330), ("UTC−3", -180)],
)
def test_a_printed_offset_keeps_its_sign(words: str, minutes: int) -> None:
    assert [word.offset for word in zone_words.parse(words)] == [minutes]


@pytest.mark.parametrize("abbreviation", tables.zone_abbreviations())
def test_every_abbreviation_of_the_gazetteer_gets_a_zone_or_a_doubt(abbreviation: str) -> None:
    found = _resolved(f"18 January 2023 at 10:00 {abbreviation}")

    assert found.value.written_zone == abbreviation
    assert found.value.zone or DoubtKind.ZONE_AMBIGUOUS in kinds(found)


def test_a_name_that_means_something_else_as_often_tells_no_place() -> None:
    assert sites.locate("the VIC lounge").zone is None


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_words_of_place_and_organiser_are_taken(venue: str, organiser: str) -> None:
    found = _resolved("24 July 2023, 10:00", venue=venue, organiser=organiser)

    assert found.value.time == dt.time(10)


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2037, 12, 31)),
    st.times().map(lambda time: time.replace(second=0, microsecond=0)),
    st.sampled_from(tables.zone_abbreviations()),
)
def test_no_reading_of_a_printed_zone_moves_the_clock(
    day: dt.date, time: dt.time, abbreviation: str
) -> None:
    (found,) = dates.find(f"{day.day} {day:%B %Y}, {time:%H:%M} {abbreviation}", context=CONTEXT)

    resolved = zones.resolve(found)

    readings = [resolved.value, *(a.value for a in resolved.alternatives)]
    assert {(w.date, w.time) for w in readings if isinstance(w, When)} == {(day, time)}
