import pytest

from briefing.reader.fields.names import Lexicon
from briefing.reader.known import Name
from briefing.reader.words import words_of

LEXICON = Lexicon(
    (
        Name(
            id="oewg", name="Net Working Group", acronym="NWG", aliases=("working group",),
            needs_context=("working group",), is_forum=True,
        ),
        Name(id="twenty", name="Group of Twenty", acronym="G20", is_forum=True),
        Name(id="first", name="Forum of Nets", acronym="FIRST", is_forum=True),
        Name(id="twenty-states", name="Group of Twenty", aliases=("G20 countries",)),
        Name(id="norland", name="Norland", adjectives=("Norlandic",)),
        Name(id="north-norland", name="Republic of North Norland"),
    )
)  # fmt: skip


def named(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            text[m.start : m.end],
            m.forum.id if m.forum else None,
            m.stakeholder.id if m.stakeholder else None,
        )
        for m in LEXICON.mentions(text, words_of(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Net working group met", [("Net working group", "oewg", None)]),
        ("the G20 countries agreed", [("G20 countries", "twenty", "twenty-states")]),
        ("Republic of North Norland", [("Republic of North Norland", None, "north-norland")]),
        ("the Norlandic envoy", [("Norlandic", None, "norland")]),
        ("first things first", []),
        ("write to a@nwg.example or https://nwg.example/NWG", []),
        ("a working group of cooks", []),
        (
            "a working group on cyber nets and cyber knots",
            [("working group", "oewg", None)],
        ),
        ("norland in small letters", []),
    ],
)
def test_names_are_found_the_longest_first(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert expected == named(text)
