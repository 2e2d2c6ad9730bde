import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest

from briefing import when_words
from briefing.when import Precision, When, ZoneBasis

GENEVA = When(
    date=dt.date(2023, 7, 24),
    time=dt.time(7, 45),
    end_time=dt.time(9, 30),
    zone="Europe/Zurich",
    zone_place="Geneva",
    zone_basis=ZoneBasis.VENUE,
    precision=Precision.MINUTE,
)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "07:45–09:30 Geneva · 06:45–08:30 London"),
        ("fr", "07:45–09:30 Genève · 06:45–08:30 Londres"),
        ("nb", "kl.\xa007.45–09.30 Genève · 06.45–08.30 London"),
        ("es", "07:45–09:30 Ginebra · 06:45–08:30 Londres"),
        ("de", "07:45–09:30 Geneva · 06:45–08:30 London"),
    ],
)
def test_hours_and_their_cities_are_told_in_the_language(language: str, told: str) -> None:
    home = ZoneInfo("Europe/London")

    assert told == when_words.clock_words(GENEVA, home, language=language)


def test_no_city_has_a_name_that_is_its_english_one() -> None:
    same = [
        (name, language)
        for name, told in when_words._city_names().items()
        for language, there in told.items()
        if name == there or language not in when_words.LANGUAGES[1:]
    ]

    assert [] == same


def test_most_cities_with_another_name_are_called_after_zones() -> None:
    zones = {when_words.zone_name(key) for key in available_timezones()}

    assert len(zones & {*when_words._city_names()}) > 120


@pytest.mark.parametrize(
    ("language", "printed", "told"),
    [
        ("fr", "printemps 2023", "mars 2023 («\xa0printemps 2023\xa0»)"),
        ("nb", "våren 2023", "mars 2023 («våren 2023»)"),
        ("es", "primavera de 2023", "mar 2023 («primavera de 2023»)"),
        ("en", "spring 2023", "Mar 2023 (“spring 2023”)"),
        ("es", "Marzo de 2023", "mar 2023"),
        ("nb", "mars 2023", "mars 2023"),
        ("fr", "March 2023", "mars 2023"),
        ("en", "Mar. 2023", "Mar 2023"),
    ],
)
def test_what_is_printed_of_a_vague_date_is_quoted_where_it_says_more(
    language: str, printed: str, told: str
) -> None:
    month = When(date=dt.date(2023, 3, 1), precision=Precision.MONTH, written=printed)

    assert told == when_words.words(month, ZoneInfo("Europe/Oslo"), language=language)
