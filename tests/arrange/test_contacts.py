import string

import pytest
from hypothesis import given, strategies as st

from briefing.arrange.contacts import WITHHELD, masked, reaches_a_person, without_contacts

PERSONAL = (
    "ada.wick@lantern.example",
    "Ada_Wick+cables@mail.lantern.example",
    "awick1979@lantern.example",
    "a.wick@xn--lntern-cua.example",
    "ada@lantern.example.",
    "ada (at) lantern.example",
    "ada [at] lantern [dot] example",
    "ada at lantern dot example",
    "ada＠lantern.example",
    "ada%40lantern.example",
    "ada\u200b.wick@lan\u00adtern.example",
    "أمل@فانوس.example",
    "events.ada@lantern.example",
)
OF_AN_OFFICE = (
    "info@lantern.example",
    "registration@lantern.example",
    "events-secretariat@lantern.example",
    "lantern-press@lantern.example",
    "no-reply@lantern.example",
    "secretaria@faro.example",
)
NUMBERS = (
    "+47 22 12 34 56",
    "+1 (202) 555-0123",
    "+44 (0)20 7946 0000",
    "0047 22 12 34 56",
    "(202) 555-0123",
    "202-555-0123",
    "+٤٧ ٢٢ ١٢ ٣٤ ٥٦",
    "＋47 22123456",
    "+47\u00a022\u00a012\u00a034\u00a056",
)
NO_NUMBERS = (
    "Thursday 12 June 2031, 09:00-10:30 EDT",
    "2031-06-12",
    "12.06.2031",
    "A/C.1/77/L.73",
    "2021–2025",
    "UTC+2",
    "resolution 73/266",
    "Room 1234, floor 12",
    "https://lantern.example/events/4912345678",
    "Meeting ID 812 3456 7890",
    "1,000,000 ships",
)

AROUND = st.text(string.ascii_letters + " ,;()\n", max_size=20)


@pytest.mark.parametrize("contact", [*PERSONAL, *NUMBERS])
def test_what_reaches_one_person_is_taken_out(contact: str) -> None:
    told = without_contacts(f"Write: {contact}")

    assert f"Write: {WITHHELD}" == told.removesuffix(".")


@pytest.mark.parametrize("number", ["Tel. 22 12 34 56", "Tél.: 022 917 12 34", "电话：010-1234567"])
def test_a_number_behind_a_word_for_it_goes_and_the_word_stays(number: str) -> None:
    told = without_contacts(number)

    assert WITHHELD in told
    assert not any(letter.isdigit() for letter in told)
    assert number[:2] == told[:2]


@pytest.mark.parametrize("text", [*OF_AN_OFFICE, *NO_NUMBERS])
def test_the_address_of_an_office_and_what_is_no_number_stay(text: str) -> None:
    assert text == without_contacts(text)


@given(AROUND, st.sampled_from([*PERSONAL[:5], *NUMBERS]), AROUND)
def test_wherever_it_stands_nothing_of_it_is_left(before: str, contact: str, after: str) -> None:
    told = without_contacts(f"{before} {contact} {after}")

    assert contact.rstrip(".") not in told
    assert "@" not in told
    assert not any(letter.isdigit() for letter in told)


@given(st.lists(st.one_of(AROUND, st.sampled_from([*PERSONAL, *NUMBERS, *OF_AN_OFFICE]))))
def test_masked_text_keeps_its_length_and_its_lines(parts: list[str]) -> None:
    text = "\n".join(parts)

    hidden = masked(text)

    assert len(text) == len(hidden)
    assert without_contacts(text).split() == hidden.split() or "\u200b" in text
    assert masked(hidden) == hidden


@given(st.text())
def test_text_that_is_clear_stays_clear(text: str) -> None:
    told = without_contacts(text)

    assert without_contacts(told) == told


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("mailto:ada.wick@lantern.example", True),
        ("mailto:ada%2Ewick%40lantern.example?subject=x", True),
        ("mailto:info@lantern.example", False),
        ("mailto:info@lantern.example?cc=ada@lantern.example", True),
        ("tel:+4722123456", True),
        ("https://lantern.example/register?mail=ada@lantern.example", True),
        ("https://lantern.example/register", False),
    ],
)
def test_a_link_to_a_person_is_known(address: str, expected: bool) -> None:
    assert expected is reaches_a_person(address)
