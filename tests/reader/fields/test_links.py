import pytest

from briefing.model import DoubtKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields.links import Address, addresses
from briefing.reader.lines import Span
from briefing.reader.reading import Anchor


def read(text: str, *anchors: Anchor) -> list[Candidate[Address]]:
    return list(addresses(text, Span(0, len(text)), anchors))


@pytest.mark.parametrize(
    ("text", "words", "address"),
    [
        ("Please register here (https://nets.example/r).", "Please register here",
         "https://nets.example/r"),
        ("Register here <https://nets.example/r>", "Register here", "https://nets.example/r"),
        ("See the programme<https://nets.example/p>", "See the programme", "https://nets.example/p"),
        ("Write to Ana Berg (ana@nets.example)", "Write to Ana Berg", "ana@nets.example"),
        ("Delegations that want to come and have a seat may write to Ana Berg (ana@nets.example)",
         "want to come and have a seat may write to Ana Berg", "ana@nets.example"),
        ("Ask Ana Berg <mailto:ana@nets.example>", "Ask Ana Berg", "ana@nets.example"),
        ("It is [free to all](https://nets.example/f) now", "free to all", "https://nets.example/f"),
        ("Mail [us](mailto:us@nets.example)", "us", "mailto:us@nets.example"),
        ("Seats: https://nets.example/s.", "https://nets.example/s", "https://nets.example/s"),
        ("Seats: **https://nets.example/s**", "https://nets.example/s", "https://nets.example/s"),
        ("on www.nets.example, or", "www.nets.example", "www.nets.example"),
        ("Form: forms.nets.org/a1B2", "forms.nets.org/a1B2", "forms.nets.org/a1B2"),
        ("Lunch (at noon, https://nets.example/l)", "https://nets.example/l",
         "https://nets.example/l"),
    ],
)  # fmt: skip
def test_an_address_has_the_words_that_it_stands_on_or_beside(
    text: str, words: str, address: str
) -> None:
    (found,) = read(text)

    assert (words, address, ()) == (found.value.words, found.value.address, found.doubts)
    assert words in text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "and/or", "10.00/12.00", "a.m./p.m.", "km/h", "2026/27", "No. 3/4", "e.g./i.e.",
        "A/RES/75.int", "we are here", "the team is here to help", "hier und da",
    ],
)  # fmt: skip
def test_what_is_no_address_is_none(text: str) -> None:
    assert [] == read(text)


@pytest.mark.parametrize(
    "lost",
    [
        "register here", "RSVP here", "follow this link", "available here", "here to register",
        "meld deg på her", "via denne lenken", "inscrivez-vous ici", "via ce lien",
        "hier anmelden", "über diesen Link", "inscríbase aquí", "en este enlace",
    ],
)  # fmt: skip
def test_words_that_lost_their_address_are_doubted_in_five_languages(lost: str) -> None:
    found = read(f"Nets for all: {lost}. " + "x" * 80 + " https://nets.example/later")

    (doubted,) = [one for one in found if one.doubts]
    assert ("", lost) == (doubted.value.address, doubted.value.words)
    assert [DoubtKind.LINK_MISSING] == [doubt.kind for doubt in doubted.doubts]


@pytest.mark.parametrize(
    "text",
    [
        "Register here: https://nets.example/r",
        "Please register here\nhttps://nets.example/r",
        "[Register here](https://nets.example/r)",
        "Register here <https://nets.example/r>",
        "inscrivez-vous ici : www.nets.example",
    ],
)
def test_words_with_their_address_beside_are_not_doubted(text: str) -> None:
    assert [()] == [one.doubts for one in read(text)]


def test_an_address_that_is_its_own_anchor_is_found_once() -> None:
    text = "See https://nets.example/a for more"
    anchor = Anchor(start=4, end=26, address="https://nets.example/a?from=page")

    (found,) = read(text, anchor)

    assert ("https://nets.example/a?from=page", "link.anchor") == (found.value.address, found.rule)
