from briefing.model import Mode
from tests.reader.pages import event_of

PAGE = """\
HARBOUR ACADEMY
News of the week

Ropes and the Law of the Sea
A seminar for young sailors

When      12 May 2023
          15:00-16:30
Where     Room 4, Harbour House,
          12 Quay Street, Lima
Price     Free

Ropes have been made for a long time, and the law of ropes is as old as they are by now.
"""


def test_labels_and_values_may_stand_in_two_columns() -> None:
    event = event_of(PAGE)

    assert event.title == "Ropes and the Law of the Sea"
    assert (event.when.time and event.when.time.hour) == 15
    assert event.venue == "Room 4, Harbour House, 12 Quay Street, Lima"
    assert event.mode is Mode.IN_PERSON


def test_words_in_columns_of_a_menu_are_no_labels() -> None:
    event = event_of("Programme   Speakers   Venue\n\n" + PAGE)

    assert event.venue == "Room 4, Harbour House, 12 Quay Street, Lima"
