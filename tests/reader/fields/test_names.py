import pytest

from briefing.gazetteer.entries import LocalNames
from briefing.reader.fields.names import Lexicon, lexicon
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


ISLE = LocalNames(names=("Insel",), adjectives=("inselsk",))
OEY = LocalNames(names=("Insel", "Øyland"), adjectives=("øylandsk",))
WORLD = (
    Name(
        id="isle", name="Isle Republic", local=(("no", OEY), ("de", ISLE)),
        needs_context=("Insel",), adjectives=("Islean",),
    ),
    Name(id="north", name="Norland"), Name(id="south", name="Sudland"),
    Name(
        id="jo", name="Jo", adjectives=("Joan",), acronym="JO", needs_context=("Jo", "Joan", "JO"),
    ),
    Name(
        id="morris", name="Morris Islands", needs_context=("Maurice",),
        local=(
            ("fr", LocalNames(
                names=("Maurice",), adjectives=("mauricien",),
                needs_context=("Maurice", "mauricien"),
            )),
        ),
    ),
)  # fmt: skip


def holders(text: str, language: str = "en") -> list[str]:
    found = lexicon(WORLD, language).mentions(text, words_of(text))
    return [m.stakeholder.id for m in found if m.stakeholder]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("no", "Insel er med", ["isle"]),
        ("de", "Insel macht mit", ["isle"]),
        ("en", "an Insel far away", []),
        ("", "an Insel far away", []),
        ("en", "the envoy of Øyland", ["isle"]),
        ("no", "den øylandske delegasjonen", ["isle"]),
        ("de", "die inselsken Vertreter", ["isle"]),
        ("en", "the øylandsk envoy", []),
        ("no", "Norlands syn", ["north"]),
        ("en", "Norlands are many", []),
        ("fr", "Maurice a dit", []),
        ("fr", "le gouvernement mauricien", ["morris"]),
        ("fr", "un repas mauricien", []),
    ],
)
def test_a_local_name_is_read_where_it_is_no_other_word(
    language: str, text: str, expected: list[str]
) -> None:
    assert expected == holders(text, language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jo went home", []),
        ("Norland, Sudland and Jo agree", ["north", "south", "jo"]),
        ("Norland and Jo agree", ["north"]),
        ("Jo, Norland and Sudland agree", ["jo", "north", "south"]),
        ("the Permanent Representative of Jo to the Union", ["jo"]),
        ("on behalf of Jo", ["jo"]),
        ("the Joan delegation", ["jo"]),
        ("a Joan meal", []),
        ("the JO thinks so", ["jo"]),
        ("come with JO today", []),
    ],
)
def test_a_name_of_several_meanings_is_a_states_where_the_words_about_it_say_so(
    text: str, expected: list[str]
) -> None:
    assert expected == holders(text)


def test_a_lexicon_is_built_once_for_the_same_names() -> None:
    again = tuple(Name(id=name.id, name=name.name) for name in WORLD)

    assert lexicon(WORLD, "en") is lexicon(tuple(WORLD), "en")
    assert lexicon(WORLD, "en") is not lexicon(WORLD, "no")
    assert lexicon(again, "en") is not lexicon(WORLD, "en")
