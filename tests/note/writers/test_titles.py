from dataclasses import replace

import pytest

from briefing.note.writers.titles import parted, running
from tests.note.writers.sample import NOTE

LONG = "Briefing note: The open-ended meeting on lamps, buoys, cables and all else under the sea"
WITHOUT_DASHES = "Lamps and buoys, and the cables under them"


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Note: Lamps: and buoys", ("Note", ":", "Lamps: and buoys")),
        ("Note\N{NO-BREAK SPACE}: Lamps", ("Note", "\N{NO-BREAK SPACE}:", "Lamps")),
        ("Lamps", ("", "", "Lamps")),
    ],
)
def test_a_title_is_parted_into_its_kind_and_its_subject(
    title: str, parts: tuple[str, str, str]
) -> None:
    assert parts == parted(title)


@pytest.mark.parametrize(
    ("title", "version", "told"),
    [
        ("Note: Lamps", "No. 2", "Note: Lamps · No. 2"),
        ("Note: Lamps", "", "Note: Lamps"),
        (LONG, "", "Briefing note: The open-ended meeting on lamps, buoys, cables and all…"),
        (f"Lamps and buoys, and the cables under them -- {'x' * 40}", "", f"{WITHOUT_DASHES}…"),
        ("x" * 90, "", "x" * 71 + "…"),
    ],
)
def test_each_page_tells_which_note_it_is_of_in_whole_words(
    title: str, version: str, told: str
) -> None:
    assert told == running(replace(NOTE, title=title, version=version))
