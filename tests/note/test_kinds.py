from briefing.note.blocks import SectionName
from briefing.note.kinds import kind, kinds
from briefing.note.written import writable

TABLE = {
    "title": "Long read",
    "subject": "event",
    "pages": 0,
    "words": 9000,
    "parts": [{"part": "bottom line"}],
}


def test_a_kind_of_no_pages_has_any_number_of_them() -> None:
    assert kind("long", TABLE).pages is None


def test_nobody_writes_what_changed_or_what_a_note_rests_on() -> None:
    written = {part for one in kinds().values() for part in writable(one)}

    assert SectionName.PURPOSE in written
    assert not written & {SectionName.CHANGES, SectionName.SOURCES}
