import pytest

from briefing.model import Stance
from briefing.reader.fields.names import Lexicon
from briefing.reader.fields.positions import View, views
from briefing.reader.known import Name
from briefing.reader.lines import Span
from briefing.reader.words import words_of

STATES = Lexicon([Name(id="norland", name="Norland"), Name(id="sudland", name="Sudland")])


def held(sentence: str) -> list[View]:
    found = views(sentence, Span(0, len(sentence)), STATES.mentions(sentence, words_of(sentence)))
    return [one.value for one in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Norland government believes that nets are shared.",
            ["The Norland government: nets are shared"],
        ),
        (
            "Norland called for a treaty and said that nets had failed.",
            ["Norland: called for a treaty", "Norland: nets had failed"],
        ),
        (
            "Norland and Sudland rejected the plan.",
            ["Norland: rejected the plan", "Sudland: rejected the plan"],
        ),
        (
            "In May, some states agreed that knots do count, while others hold that nets do tear.",
            ["some states: knots do count", "others: nets do tear"],
        ),
        (
            "The Net Alliance, an industry group, urged states to wait.",
            ["The Net Alliance: urged states to wait"],
        ),
        (
            "While mending nets, companies are also pushing for new rules.",
            ["companies: are also pushing for new rules"],
        ),
        ("Norland mener at nett er felles.", ["Norland: nett er felles"]),
        ("Aldora sostiene que la red debe probarse.", ["Aldora: la red debe probarse"]),
        ("According to the Net Forum, knots are weak.", ["Net Forum: knots are weak"]),
        ("Netco's proposal for new knots was read.", ["Netco: proposal for new knots was read"]),
    ],
)
def test_a_view_is_read_with_its_holder(sentence: str, expected: list[str]) -> None:
    assert expected == [f"{view.holder}: {view.claim}" for view in held(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was pointed out that nets tear.",
        "The workshop will discuss whether nets hold.",
        "She will share her views on nets.",
        "The aim of the talk is to bring together think tanks and companies.",
        "The series is back with new talks.",
        "A call for papers was launched in May.",
        "Please note that we cannot issue badges.",
        "The demand that nets hold is rising.",
    ],
)
def test_what_nobody_holds_is_no_view(sentence: str) -> None:
    assert [] == held(sentence)


@pytest.mark.parametrize(
    ("sentence", "stance", "hedged", "negated"),
    [
        ("Norland supports the new net.", Stance.SUPPORTS, False, False),
        ("Norland does not support the new net.", Stance.UNKNOWN, False, True),
        ("Norland may oppose the new net.", Stance.UNKNOWN, True, False),
        ("Norland opposes the new net.", Stance.OPPOSES, False, False),
        ("Norland wants a new net.", Stance.UNKNOWN, False, False),
    ],
)
def test_a_stance_is_given_only_by_a_plain_verb(
    sentence: str, stance: Stance, hedged: bool, negated: bool
) -> None:
    (view,) = held(sentence)

    assert (stance, hedged, negated) == (view.stance, view.hedged, view.negated)
