import datetime as dt

import pytest

from briefing.reader.fields import dates, imprecise
from briefing.when import Precision, When
from tests.reader.fields.date_support import CONTEXT, others, shown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It is in early June 2026.", "early June 2026"),
        ("It is in mid-June 2026.", "mid-June 2026"),
        ("the second half of June 2026", "the second half of June 2026"),
        ("Sie findet Anfang Juni 2026 statt", "Anfang Juni 2026"),
        ("début juin 2026", "début juin 2026"),
        ("mi-juin 2026", "mi-juin 2026"),
        ("a principios de junio de 2026", "a principios de junio de 2026"),
        ("i begynnelsen av juni 2026", "i begynnelsen av juni 2026"),
    ],
)
def test_a_part_of_a_month_is_kept_as_the_month_with_its_words(text: str, written: str) -> None:
    (found,) = dates.find(text, context=CONTEXT)

    assert (dt.date(2026, 6, 1), Precision.MONTH) == (found.value.date, found.value.precision)
    assert written == found.value.written == text[found.start : found.end]
    assert found.doubts


@pytest.mark.parametrize(
    "text",
    [
        "the week of 12 May 2026",
        "w/c 12 May 2026",
        "la semaine du 12 mai 2026",
        "in der Woche vom 12. Mai 2026",
        "la semana del 12 de mayo de 2026",
        "uken fra 12. mai 2026",
    ],
)
def test_a_week_named_by_a_day_is_no_day(text: str) -> None:
    (found,) = dates.find(text, context=CONTEXT)

    assert "2026-05" == shown(found.value)
    assert ["2026-05-12"] == others(found)
    assert found.doubts


def test_a_month_alone_is_not_doubted() -> None:
    (found,) = dates.find("in June 2026", context=CONTEXT)

    assert "2026-06" == shown(found.value)
    assert not found.doubts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spring 2026", "2026"),
        ("au printemps 2026", "2026"),
        ("im Herbst 2026", "2026"),
        ("høsten 2026", "2026"),
        ("otoño de 2026", "2026"),
        ("mid-2026", "2026"),
        ("a mediados de 2026", "2026"),
        ("KW 20, 2026", "2026"),
        ("Q3 2026", "2026-07/2026-09"),
        ("the third quarter of 2026", "2026-07/2026-09"),
        ("tredje kvartal 2026", "2026-07/2026-09"),
        ("the second half of 2026", "2026-07/2026-12"),
        ("primer semestre de 2026", "2026-01/2026-06"),
        ("deuxième trimestre 2026", "2026-04/2026-06"),
        ("im zweiten Halbjahr 2026", "2026-07/2026-12"),
    ],
)
def test_seasons_and_quarters_are_kept_to_the_year_or_their_months(
    text: str, expected: str
) -> None:
    (found,) = imprecise.find(text, 0, len(text))

    assert expected == shown(found.value)
    assert found.value.written == text[found.start : found.end]
    assert found.doubts


@pytest.mark.parametrize("text", ["Winter 2026/27", "Spring 2026-2027", "the fall of 20261"])
def test_what_runs_over_years_is_left_alone(text: str) -> None:
    assert [] == imprecise.find(text, 0, len(text))


def test_a_bare_year_needs_a_word_before_it() -> None:
    text = "Forum 2027 is held in 2027."

    (found,) = imprecise.years(text, 0, len(text))

    assert (22, When(date=dt.date(2027, 1, 1), precision=Precision.YEAR, written="2027")) == (
        found.start,
        found.value,
    )
