import pytest

from briefing.reader.fields import announced, speaker_lists, speaker_slots, speaker_table
from briefing.reader.lines import Span, lines_of


def names_of(sentence: str) -> list[str]:
    found = announced.in_sentence(sentence, Span(0, len(sentence)), ())
    return [one.value.name for one in sorted(found, key=lambda one: one.start)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ana Berg moderates.", ["Ana Berg"]),
        ("The author, Ana Berg, talks to Tor Quill about wires.", ["Ana Berg", "Tor Quill"]),
        ("Ana Berg (Net Watch) will be joined by Tor Quill.", ["Ana Berg", "Tor Quill"]),
        ("Director Ana Berg in conversation with Tor Quill.", ["Ana Berg", "Tor Quill"]),
        ("Statssekretær Ana Berg holder innledning.", ["Ana Berg"]),
        ("Es sprechen unter anderem Dr. Ana Berg und Tor Quill.", ["Ana Berg", "Tor Quill"]),
        ("Interviene: Ana Berg, letrada.", ["Ana Berg"]),
        ("Présidence : Ana Berg", ["Ana Berg"]),
        ("With: Ana Berg, Tor Quill, Li Wei", ["Ana Berg", "Tor Quill", "Li Wei"]),
        ("Con Ana Berg y Tor Quill.", ["Ana Berg", "Tor Quill"]),
        ("The Net Centre opens its doors.", []),
        ("Responsible Use of Wires will be discussed.", []),
    ],
)
def test_who_does_something_is_announced(sentence: str, expected: list[str]) -> None:
    assert expected == names_of(sentence)


def in_bullets(text: str, programme: tuple[int, ...] = ()) -> list[str]:
    found = speaker_lists.in_bullets(text, lines_of(text), (), programme)
    return [one.value.name for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es spricht:\nDr. Ana Berg", ["Ana Berg"]),
        (
            "Ana Berg\nDirector, Net Centre\nTor Quill\nFellow, Quay School",
            ["Ana Berg", "Tor Quill"],
        ),
        (
            "Ana Berg, engineer, Net Centre\nTor Quill, Fellow\nLi Wei, Wire Daily",
            ["Ana Berg", "Tor Quill", "Li Wei"],
        ),
        ("Contact:\nDr. Ana Berg", []),
        ("With best wishes,\nAna Berg\nDirector, Net Centre\nTor Quill\nFellow, Quay School", []),
    ],
)
def test_lines_that_stand_together_name_people(text: str, expected: list[str]) -> None:
    assert expected == in_bullets(text)


def test_one_line_is_enough_right_below_a_line_of_a_programme() -> None:
    text = "10.00 Opening\nAna Berg, Director, Net Centre\n"

    assert ["Ana Berg"] == in_bullets(text, (13,))
    assert [] == in_bullets(text)


def test_a_word_set_off_by_spaces_leads_a_column_of_people() -> None:
    rows = (
        "Chair      Ana Berg",
        "Speakers   Tor Quill, Net Centre",
        "           Li Wei",
        "Venue   Hall",
    )
    text = "\n".join(rows)

    found = list(speaker_table.in_columns(text, lines_of(text), ()))

    assert [("Ana Berg", "moderator"), ("Tor Quill", ""), ("Li Wei", "")] == [
        (one.value.name, one.value.role) for one in found
    ]


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        ("Wires at sea – Ana Berg, engineer, Netco", ["Ana Berg"]),
        ("Wires at sea, Ana Berg, Director", ["Ana Berg"]),
        ("Talk: who pays. Ana Berg and Tor Quill", ["Ana Berg", "Tor Quill"]),
        (
            "Samtale: Ana Berg (Netco) og Tor Quill, ledet av Li Wei",
            ["Ana Berg", "Tor Quill", "Li Wei"],
        ),
        ("Keynote Address: Responsible Use of Wires", []),
    ],
)
def test_people_stand_behind_the_title_of_a_slot(slot: str, expected: list[str]) -> None:
    found = speaker_slots.in_slot(slot, Span(0, len(slot)), ())

    assert expected == [one.value.name for one in sorted(found, key=lambda one: one.start)]


def test_a_row_of_a_table_is_opened_into_its_cells() -> None:
    text = "| 9 h 00 | Ouverture | | | Ana Berg, directrice |"

    opened = list(speaker_table.opened(text, lines_of(text)))

    assert ["9 h 00", "Ouverture", "Ana Berg, directrice"] == [line.text for line in opened]


def test_a_long_chain_of_hyphens_is_read_at_once() -> None:
    chain = "Abc-" * 5_000

    assert [] == names_of(f"with {chain}")
