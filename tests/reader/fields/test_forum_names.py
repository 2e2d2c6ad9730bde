import pytest

from briefing.reader.fields.names import Lexicon
from briefing.reader.words import words_of
from tests.reader.known_names import gazetteer

LEXICON = Lexicon(gazetteer().names)


def forums_in(text: str) -> list[str]:
    mentions = LEXICON.mentions(text, words_of(text))
    return [m.forum.id for m in mentions if m.forum is not None]


@pytest.mark.parametrize(
    ("text", "forums"),
    [
        ("Views on the UN GGE 2014-2015 and the GGE 2019–2021", ["un-gge-2014", "un-gge-2019"]),
        ("What the first GGE could not settle, the 2015 GGE did", ["un-gge-2004", "un-gge-2014"]),
        ("The UN GGE has met six times", ["un-gge"]),
        ("From the UN OEWG to the UN Global Mechanism", ["un-oewg", "un-global-mechanism"]),
        ("Talks in the GGE on LAWS", ["gge-on-laws"]),
        ("Kandidaten für den Europarat", ["council-of-europe"]),
        ("Convention des Nations Unies contre la cybercriminalité", ["un-cybercrime-convention"]),
        ("El Comité Interamericano contra el Terrorismo", ["cicte-committee"]),
        ("The OSCE and ARF ISM on ICTs Security", ["osce", "arf", "arf-ism-icts"]),
        ("An ITU-T study group before WTSA-24", ["itu-t", "wtsa"]),
        ("From the AI Seoul Summit to Paris", ["ai-seoul-summit"]),
        (
            "The Boe Declaration of the Pacific Islands Forum",
            ["boe-declaration", "pacific-islands-forum"],
        ),
    ],
)
def test_a_forum_is_known_by_the_names_that_are_its_own(text: str, forums: list[str]) -> None:
    assert forums == forums_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council of ministers set up an informal working group and an expert group on cyber.",
        "A global mechanic mends the network; the committee room has no internet.",
        "A regional forum, a points system, a coordinating committee and a summit on internet law.",
        "The digital economy of las islas: las redes, las normas, la ciberseguridad, el panel.",
        "Un groupe d'experts, un comité et un sommet sur le numérique; une charte de confiance.",
        "Eine Arbeitsgruppe, ein Ausschuss und ein Gipfel zum Internet; die Charta der Stadt.",
        "En arbeidsgruppe, et toppmøte og et råd for digital sikkerhet og internett.",
        "Please first arrive, then sit; the mag is on the table; the arf of a dog on the network.",
    ],
)
def test_common_words_of_the_field_name_no_forum(text: str) -> None:
    assert forums_in(text) == []
