import pytest

from briefing.model import Stance
from briefing.reader.fields.names import Lexicon
from briefing.reader.fields.positions import views
from briefing.reader.fields.view import View
from briefing.reader.known import Name
from briefing.reader.lines import Span
from briefing.reader.words import words_of

STATES = Lexicon([Name(id=name.lower(), name=name) for name in ("Norland", "Sudland", "Aldora")])


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
            "Norland, Aldora, and Sudland rejected the plan.",
            [
                "Norland: rejected the plan",
                "Aldora: rejected the plan",
                "Sudland: rejected the plan",
            ],
        ),
        (
            "Norland thanked the panel and welcomed the report.",
            ["Norland: welcomed the report"],
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
        (
            "Premièrement, le Filet du Nord soutient la liste des mailles.",
            ["le Filet du Nord: soutient la liste des mailles"],
        ),
        (
            "S'agissant des mailles, enfin, Norland rejette la liste proposée.",
            ["Norland: rejette la liste proposée"],
        ),
        (
            "It thanked the Net Alliance, which opposes any new tax on ropes.",
            ["the Net Alliance: opposes any new tax on ropes"],
        ),
        (
            "Quarrow, Marrow y Thimble rechazan la nueva red de pesca.",
            ["Quarrow, Marrow y Thimble: rechazan la nueva red de pesca"],
        ),
        (
            "Norland ha pedido que la red sea revisada.",
            ["Norland: la red sea revisada"],
        ),
        (
            "Sudland préférerait un filet régional.",
            ["Sudland: préférerait un filet régional"],
        ),
        (
            "Aldora n'acceptera pas que la liste soit close.",
            ["Aldora: n'acceptera pas que la liste soit close"],
        ),
        (
            "Norland no participará en la red mientras siga cerrada.",
            ["Norland: no participará en la red"],
        ),
        ("Aldora does not intend to mend nets.", ["Aldora: does not intend to mend nets"]),
        ("Aldora joined consensus.", ["Aldora: joined consensus"]),
        (
            "Aldora calls the nets too coarse and calls for a ban on them.",
            ["Aldora: calls for a ban on them"],
        ),
        ("We heard the delegation of Quarrow say that knots are old.", ["Quarrow: knots are old"]),
        ("Norland listened to those who prefer rope.", []),
        ("If Norland rejects the nets, they will tear.", []),
        ("It is not known whether Norland supports the nets.", []),
        ("Nobody supports a tax on nets.", []),
        ("Norland hardly supports such nets.", ["Norland: hardly supports such nets"]),
        (
            "Norland neither supports nor opposes the nets.",
            ["Norland: neither supports nor opposes the nets"],
        ),
        ("Norland se sumó al consenso sobre redes.", ["Norland: se sumó al consenso sobre redes"]),
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
        "Nobody objected to the timetable.",
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


@pytest.mark.parametrize(
    ("sentence", "stance", "hedged", "negated"),
    [
        ("We can support the new net.", Stance.SUPPORTS, False, False),
        ("We could support the new net.", Stance.OPEN, True, False),
        ("We support the net, provided that it holds.", Stance.SUPPORTS_WITH_EDITS, False, False),
        ("We would be open to a new net.", Stance.OPEN, True, False),
        ("We do not see the need for a net.", Stance.OPPOSES, False, True),
        ("We cannot accept the new net.", Stance.OPPOSES, False, True),
        ("We are not convinced that nets hold.", Stance.RESERVES, False, True),
        ("We reserve our position on nets.", Stance.RESERVES, False, False),
        ("My delegation dissociates itself from the net.", Stance.DISSOCIATES, False, False),
        ("We have tabled a proposal on nets.", Stance.LEADS, False, False),
        ("We don't support the new net.", Stance.UNKNOWN, False, True),
        ("Derfor støtter vi ikke det nye garnet.", Stance.UNKNOWN, False, True),
        ("Vi går imot det nye garnet.", Stance.OPPOSES, False, False),
        ("Nous n'appuyons pas le nouveau filet.", Stance.UNKNOWN, False, True),
        ("Nous nous dissocions de ce filet.", Stance.DISSOCIATES, False, False),
        ("Wir lehnen das neue Netz ab.", Stance.OPPOSES, False, False),
        ("Das neue Netz können wir nicht mittragen.", Stance.OPPOSES, False, True),
        ("Nos oponemos a la nueva red.", Stance.OPPOSES, False, False),
        ("Podríamos apoyar la nueva red.", Stance.OPEN, True, False),
    ],
)
def test_a_speaker_takes_a_stance(
    sentence: str, stance: Stance, hedged: bool, negated: bool
) -> None:
    text = f"Norland {sentence}"
    (view,) = views(text, Span(8, len(text)), (), voice=Span(0, 7))

    assert ("Norland", stance, hedged, negated) == (
        view.value.holder,
        view.value.stance,
        view.value.hedged,
        view.value.negated,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "We welcome the opportunity to speak.",
        "We support your efforts, Chair.",
        "Let me conclude by thanking all who support us.",
        "The motion opposed by Norland was read.",
        "We support it.",
    ],
)
def test_courtesy_is_no_view(sentence: str) -> None:
    text = f"Norland {sentence}"

    assert [] == list(views(text, Span(8, len(text)), (), voice=Span(0, 7)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland hardly supports such nets.",
        "Norland no longer supports the nets.",
        "Norland neither supports nor opposes the nets.",
        "Norland tampoco apoya la red.",
        "Norland ne soutient pas le filet.",
    ],
)
def test_who_does_not_quite_support_supports_nothing(sentence: str) -> None:
    assert [] == [one for one in held(sentence) if one.stance is Stance.SUPPORTS]


@pytest.mark.parametrize(
    "sentence",
    [
        "If we accept the nets, they tear.",
        "Before we reject the nets, we read on.",
        "Nor do we support a tax on nets.",
        "Until we endorse the rules, ropes rest.",
    ],
)
def test_what_a_speaker_says_of_a_case_is_no_stance(sentence: str) -> None:
    voice = Span(len(sentence) + 2, len(sentence) + 9)
    found = views(f"{sentence}\n\nNorland", Span(0, len(sentence)), (), voice)

    assert {Stance.UNKNOWN} >= {one.value.stance for one in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland y Aldora invitan al seminario sobre las redes de pesca.",
        "The Lantern Institute and the Tidewater Foundation invite you to two days on nets.",
        "The Lantern Institute invites everyone who mends nets.",
    ],
)
def test_who_invites_to_something_holds_nothing(sentence: str) -> None:
    assert [] == held(sentence)
