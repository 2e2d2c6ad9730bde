import pytest

from tests.reader.statements.test_statements import positions

BODY = "\n\nMadam Chair,\n\nWe support the new net.\n"


@pytest.mark.parametrize(
    ("head", "holder"),
    [
        (
            "REPUBLIC OF MARROW\nPermanent Mission to the United Nations\n\nSTATEMENT\n\n"
            "by H.E. Ms Ana Berg, Ambassador for Nets\n\nNew York, 8 July 2025",
            "REPUBLIC OF MARROW",
        ),
        ("Kingdom of Quill\nExplanation of position after the vote", "Kingdom of Quill"),
        ("MARROW\nPermanent Mission\n\nStatement at the net talks", "MARROW"),
        ("Intervention of Netco Systems\nThird consultation on nets", "Netco Systems"),
        ("Net Review\nWritten input of Knot Watch", "Knot Watch"),
        (
            "REPÚBLICA DE QUILLA\nMisión Permanente\n\nIntervención en el comité de redes",
            "REPÚBLICA DE QUILLA",
        ),
        (
            "Statement on nets\n\nThis statement is made by Marrow on behalf of the following "
            "States:\n\n- Marrow\n- Quill Islands\n- Republic of Thimble",
            "Marrow",
        ),
        (
            "PERMANENT MISSION OF THE REPUBLIC OF MARROW TO THE UNITED NATIONS\n\n"
            "Check against delivery\n\nStatement by H.E. Ambassador Ana Berg\n"
            "Permanent Representative\n\nNet Mechanism\nNew York, 10 March 2027",
            "MARROW",
        ),
        (
            "STATEMENT BY H.E. MS. ANA BERG, PERMANENT REPRESENTATIVE OF MARROW TO THE UNITED "
            "NATIONS, AT THE OPEN DEBATE ON NETS\n\nNEW YORK, 3 MAY 2026",
            "MARROW",
        ),
        ("Remarks by Ambassador Ana Berg (Marrow)\nItem 5: nets", "Marrow"),
        ("Marrow's statement at the Net Mechanism\nItem 5\n3 May 2026", "Marrow"),
        (
            "Government of Marrow\nNational statement\ndelivered by the Minister of Nets, Ana Berg",
            "Marrow",
        ),
        (
            "Mission permanente de la République de Marrow auprès des Nations Unies\n\n"
            "Débat général de la Première Commission\nIntervention de S.E. M. Ola Net, "
            "Représentant permanent\nNew York, le 12 octobre 2026",
            "Marrow",
        ),
        (
            "Déclaration de la République de Marrow\nau nom du Groupe des États noueux (Marrow, "
            "Quill)\n\nForum sur les filets",
            "Groupe des États noueux",
        ),
        (
            "Intervención del Representante Permanente de Marrow, Embajador Ola Net\n\nDebate",
            "Marrow",
        ),
        ("PALABRAS DE LA EXCMA. SRA. ANA BERG, MINISTRA DE REDES DE MARROW\nDebate", "MARROW"),
        ("Declaración del Grupo de las Redes\n(Marrow, Quill y Thimble)", "Grupo de las Redes"),
    ],
)
def test_a_holder_that_nobody_knows_is_told_by_the_head(head: str, holder: str) -> None:
    assert [holder] == [one.holder for one in positions(head + BODY)]


def test_those_in_a_list_below_are_aligned() -> None:
    (one,) = positions(
        "Statement on nets\n\nThis statement is made by Marrow on behalf of the following "
        "States:\n\n- Marrow\n- Quill Islands\n- Republic of Thimble" + BODY
    )

    assert ["Marrow", "Quill Islands", "Republic of Thimble"] == [a.name for a in one.aligned]


def test_a_name_above_a_bare_title_is_a_doubt() -> None:
    text = "Quill Islands\nRight of reply, 21st meeting\n\nChair,\n\nWe reject this."
    (one,) = positions(f"{text} The Quill Islands mend their nets. We support new nets.")

    assert ("Quill Islands", 1) == (one.holder, len(one.evidence["holder"].doubts))


def test_a_forum_or_a_day_above_a_title_is_no_holder() -> None:
    for above in ("First Committee", "Net Week 2024", "Thematic debate", "12 May 2024"):
        assert [] == positions(f"{above}\nStatement{BODY}")


@pytest.mark.parametrize(
    ("turn", "holder"),
    [
        ("ANA BERG: Thank you. I speak for the Government of Marrow here. We", "Marrow"),
        ("ANA BERG: I'm Ana Berg from the Knot Foundation. And we", "Knot Foundation"),
        ("LA DELEGADA DE QUILLA: Gracias. We", "QUILLA"),
        ("THE REPRESENTATIVE OF MARROW: Thank you. We", "MARROW"),
        ("ANA BERG: Thank you. I am from the coast. We", "ANA BERG"),
    ],
)
def test_a_speaker_says_for_whom_he_or_she_speaks(turn: str, holder: str) -> None:
    text = (
        "THE CHAIR: Thank you all for coming here today.\n\n"
        f"{turn} support the new net for all harbours.\n\n"
        "THE CHAIR: Thank you very much for that statement.\n"
    )

    assert [holder] == [one.holder for one in positions(text)]


def test_a_speech_without_a_head_is_of_nobody() -> None:
    assert [] == positions("Mr Chair,\n\nWe support nets.\n\nThank you, Mr Chair.")


def test_names_that_stand_alone_above_speeches_are_speakers() -> None:
    text = (
        "Transcript of the third meeting\n\nAna Berg\n\nGood afternoon to all of you. I give the "
        "floor to Marrow.\n\nMarrow\n\nThank you, Chair. We support the new net.\n\nAna Berg\n\n"
        "Thank you, Marrow. The floor is yours, Quill.\n\nQuill\n\nThank you, Chair. Nets should "
        "be mended before they are sold.\n\nAna Berg\n\nThank you very much, and good night.\n"
    )

    assert ["Marrow", "Quill"] == [one.holder for one in positions(text)]


def test_a_speech_without_members_of_its_group_in_its_name() -> None:
    (one,) = positions(
        "Remarks on nets\n\nMr Chair,\n\nI have the honour to speak on behalf of the Knot Union "
        "and its Member States.\n\nWe support nets."
    )

    assert "Knot Union" == one.holder


def test_a_group_speaks_whose_members_are_named_below() -> None:
    head = "Joint statement of the Knot Group\nNet Mechanism\n\nMadam Chair,\n\n"
    (one,) = positions(
        head + "I have the honour to speak on behalf of Marrow, Quill and Thimble.\n\n"
        "We support the new net."
    )

    assert "Knot Group" == one.holder
    assert ["Marrow", "Quill", "Thimble"] == [party.name for party in one.aligned]


def test_the_undersigned_hold_what_they_sign() -> None:
    (one,) = positions(
        "Joint statement on nets\n\nWe, the undersigned companies, make ropes for everybody who "
        "fishes at sea.\n\n1. We call on states to mend the nets.\n\nSigned by:\nMarrow Ropes\n"
        "Quill Cables AB\n\nMedia contact: none"
    )

    assert "undersigned companies" == one.holder
    assert ["Marrow Ropes", "Quill Cables AB"] == [party.name for party in one.aligned]


@pytest.mark.parametrize(
    "asked",
    [
        "We recommend that:\n\n- old nets be mended by June;\n- knots be counted every year.",
        "We call on all States to:\n(a) old nets be mended by June; and\n"
        "(b) knots be counted every year.",
    ],
)
def test_what_is_asked_for_in_a_list_is_held_by_who_asks(asked: str) -> None:
    held = positions(f"Statement by Marrow\nItem 5\n\nMadam Chair,\n\n{asked}\n\nThank you.\n")

    assert {"Marrow"} == {one.holder for one in held}
    assert ["old nets be mended by June", "knots be counted every year"] == [
        one.claim for one in held if " be " in one.claim
    ]


def test_a_list_of_others_is_not_asked_for() -> None:
    held = positions(
        "Statement by Marrow\nItem 5\n\nMadam Chair,\n\nThank you for the floor.\n\n"
        "The report has three parts:\n- a long history of nets;\n- the new kinds of knots.\n"
    )

    assert [] == held
