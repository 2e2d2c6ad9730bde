from tests.reader.pages import events_of

LISTING = """\
HARBOUR LETTER
The house invites you to two talks. All times are CET.

Thursday 12 March 2026, 16.00-17.30
Ropes and the insurer of last resort
Harbour House, Amsterdam

Wednesday 18 March 2026, 12.30-13.30
The quiet knot: a history of nets
Online, on Zoom
"""


def test_a_zone_told_above_a_listing_holds_for_each_of_its_events() -> None:
    events = events_of(LISTING)

    assert ["CET", "CET"] == [one.when.written_zone for one in events]


def test_a_zone_told_below_a_listing_holds_too() -> None:
    text = LISTING.replace(" All times are CET.", "") + "\nNotes\n\nAll times are in Oslo time.\n"

    assert ["Oslo time", "Oslo time"] == [one.when.written_zone for one in events_of(text)]


def test_a_zone_told_of_one_event_is_not_that_of_another() -> None:
    text = LISTING.replace(" All times are CET.", "") + "All times are in EET.\n"

    assert ["", "EET"] == [one.when.written_zone for one in events_of(text)]
