import pytest

from briefing.model import Stance
from briefing.reader.fields.names import Lexicon
from briefing.reader.fields.positions import views
from briefing.reader.fields.view import View
from briefing.reader.known import Name
from briefing.reader.lines import Span
from briefing.reader.words import words_of

STATES = Lexicon([Name(id=name.lower(), name=name) for name in ("Norland", "Sudland")])
HEAD = "Marrow\n\n"
MARROW = Span(0, 6)


def said(sentence: str) -> list[View]:
    """Return what a sentence of a speech by Marrow holds."""
    text = HEAD + sentence
    known = STATES.mentions(text, words_of(text))
    found = views(text, Span(len(HEAD), len(text)), known, MARROW)
    return [one.value for one in found]


def told(sentence: str) -> list[str]:
    known = STATES.mentions(sentence, words_of(sentence))
    found = views(sentence, Span(0, len(sentence)), known)
    return [f"{one.value.holder}: {one.value.claim}" for one in found]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Nets must be mended before they are sold.", "Nets must be mended before they are sold"),
        ("In our view, a net is a shared good.", "a net is a shared good"),
        ("The draft, in our view, is a good basis.", "The draft, in our view, is a good basis"),
        ("Our position is that nets are shared.", "nets are shared"),
        ("It is our firm view that nets are shared.", "nets are shared"),
        (
            "Therefore, Marrow will fund ten new nets.",
            "Marrow will fund ten new nets",
        ),
        ("We will not discuss nets in public.", "We will not discuss nets in public"),
        ("What we need is one register of nets.", "What we need is one register of nets"),
        ("It is essential that nets are tested.", "It is essential that nets are tested"),
        ("Il convient de garder les filets.", "Il convient de garder les filets"),
        ("Las redes deben probarse cada año.", "Las redes deben probarse cada año"),
        ("Netze müssen jedes Jahr geprüft werden.", "Netze müssen jedes Jahr geprüft werden"),
        ("Alle nett bør prøves hvert år.", "Alle nett bør prøves hvert år"),
        ("Nous publierons la liste des filets.", "Nous publierons la liste des filets"),
        ("Marrow se compromete a probar sus redes.", "se compromete a probar sus redes"),
        ("Nos preocupa que nadie pruebe las redes.", "nadie pruebe las redes"),
    ],
)  # fmt: skip
def test_a_speaker_holds_what_a_sentence_says_should_be_or_will(sentence: str, claim: str) -> None:
    assert [("Marrow", claim)] == [(one.holder, one.claim) for one in said(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "I must say a word about the nets.",
        "We will be brief on the nets today.",
        "We will make three points on nets today.",
        "We will be having an open call for nets.",
        "We will take good and copious notes today.",
        "Tell us, all of you, how nets and knots should be mended.",
        "It should be noted by all that nets tear.",
        "The other delegation said that nets must be sold.",
        "Should you have any question on nets, write to us.",
        "Sudland argues nets should be sold abroad.",
    ],
)
def test_what_is_said_to_the_chair_or_by_others_is_no_view_of_the_speaker(sentence: str) -> None:
    assert [] == [one for one in said(sentence) if one.holder == "Marrow"]


def test_what_should_be_is_nobodys_view_where_nobody_speaks() -> None:
    assert [] == told("Nets must be mended before they are sold.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ('The Net Forum "will not accept money from mills".',
         ["The Net Forum: will not accept money from mills"]),
        ('Norland told the last round that it "would take in old nets".',
         ['Norland: it "would take in old nets']),
        ('In a letter the Net Forum asks that "no net be sold untested".',
         ["the Net Forum: no net be sold untested"]),
        ("„Wir werden keine Netze mehr verkaufen“, erklärte Ministerin Ana Berg.",
         ["Ana Berg: Wir werden keine Netze mehr verkaufen"]),
        ("“Nobody will sell a net untested”, said Ana Berg.",
         ["Ana Berg: Nobody will sell a net untested"]),
        ("Norland a plaidé pour que les filets soient testés.",
         ["Norland: les filets soient testés"]),
        ("La Norland s'est opposée à toute vente de filets.",
         ["La Norland: s'est opposée à toute vente de filets"]),
        ("Norland demande l'interdiction des filets neufs.",
         ["Norland: demande l'interdiction des filets neufs"]),
        ("Norland exige que las redes se prueben.", ["Norland: las redes se prueben"]),
        ("Norland does not believe that nets tear.",
         ["Norland: does not believe that nets tear"]),
        ("New rules for nets are due, said Ana Berg.",
         ["Ana Berg: New rules for nets are due"]),
        ("Les filets doivent être testés, a déclaré la Norland.",
         ["Norland: Les filets doivent être testés"]),
        ("Norland, while expressing thanks for the nets, chose not to oppose the plan.", []),
        ("Norland never supported the sale of nets.",
         ["Norland: never supported the sale of nets"]),
        ('The Net Forum published "how to mend a net at night".', []),
        ("The Forum on Net Support will take place in May.", []),
        ("Last year we received some 41 requests for nets.", []),
    ],
)  # fmt: skip
def test_words_of_others_are_read_with_who_said_them(sentence: str, expected: list[str]) -> None:
    assert expected == told(sentence)


def test_a_not_at_the_end_is_no_support() -> None:
    (one,) = said("Norland unterstützt den neuen Entwurf nicht.")

    assert Stance.UNKNOWN == one.stance
