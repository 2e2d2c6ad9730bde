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
