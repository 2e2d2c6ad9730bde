import pytest

from tests.reader.pages import event_of


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna.", "Europe/Berlin"),
        ("(GMT+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Paris"),
        ("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/London"),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/London"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("America/Port-au-Prince", "America/Port-au-Prince"),
    ],
)
def test_the_offset_of_the_winter_that_outlook_prints_in_summer_is_not_taken(
    printed: str, expected: str
) -> None:
    text = f"Workshop on ropes\nWhen: Friday, 3 May 2024 14:00-15:30 {printed}\nSpeakers: Ana Berg"

    event = event_of(text)

    assert (expected, None) == (event.when.zone, event.when.offset)


def test_an_offset_before_a_place_that_outlook_does_not_print_stays_an_offset() -> None:
    text = "Workshop on ropes\nWhen: 3 May 2024 14:00-15:30 (UTC+01:00) Berlin\nSpeakers: Ana Berg"

    assert 60 == event_of(text).when.offset
