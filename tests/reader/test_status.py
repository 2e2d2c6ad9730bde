import pytest

from tests.reader.pages import event_of

HEAD = "Workshop on tarred ropes\nDate: 3 May 2024\nVenue: Geneva\nSpeakers: Ana Berg\nStatus: "


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("cancelled", (True, False)),
        ("CANCELLED", (True, False)),
        ("Annulé", (True, False)),
        ("Abgesagt", (True, False)),
        ("postponed", (False, True)),
        ("confirmed", (False, False)),
        ("not cancelled yet, but likely", (False, False)),
    ],
)
def test_a_labelled_status_says_whether_an_event_is_off(
    status: str, expected: tuple[bool, bool]
) -> None:
    event = event_of(f"{HEAD}{status}\n")

    assert expected == (event.cancelled, event.postponed)


def test_the_words_of_a_status_are_cited() -> None:
    event = event_of(f"{HEAD}cancelled\n")

    assert ["cancelled"] == [one.words for one in event.evidence["cancelled"].citations]
