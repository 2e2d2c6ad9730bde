import pytest

from briefing.reader.fields import days


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Séminaire 1 - mardi 14 avril 2026", "mardi 14 avril 2026"),
        ("Webinar 1 - 14 April 2026", "14 April 2026"),
        ("Vortrag 2 – 12. Mai 2026", "12. Mai 2026"),
        ("Workshop 2-5 May 2026", "2-5 May 2026"),
        ("Annual workshop 2 - 5 May 2026", "2 - 5 May 2026"),
    ],
)
def test_the_number_of_a_part_of_a_series_is_no_first_day(line: str, printed: str) -> None:
    (found,) = days.find(line)

    assert line[found.start : found.end] == printed
