import pytest

from briefing.reader.fields import whose_page
from briefing.reader.fields.organisers import organisers
from briefing.reader.lines import Span, lines_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NET INSTITUTE\n\nA talk", ["NET INSTITUTE"]),
        ("Quay Society\nfor Safe Wires\n\nA talk", ["Quay Society for Safe Wires"]),
        ("Net Centre\nand\nQuay School\n\nA talk", ["Net Centre", "Quay School"]),
        ("Net Centre   |   Quay Union\n\nA talk", ["Net Centre", "Quay Union"]),
        ("Home | Research | Events | About\n\nA talk", []),
        ("Invitation\n\nA talk", []),
    ],
)
def test_bodies_that_stand_above_a_title_likely_organise(text: str, expected: list[str]) -> None:
    title = Span(text.index("A talk"), len(text))

    found = list(whose_page.letterhead(text, lines_of(text), title))

    assert expected == [one.value for one in found]
    assert all(one.doubts for one in found)


def test_a_byline_names_who_organises() -> None:
    text = "A talk on wires\nBy Net Policy Lab\nMonday"

    found = whose_page.byline(text, lines_of(text))

    assert found is not None
    assert "Net Policy Lab" == found.value


def test_a_letter_is_signed_for_a_body() -> None:
    text = "Do come.\n\nBest regards,\nAna Berg\nadviser, Wire Trust"

    found = whose_page.signer(text, Span(0, len(text)))

    assert found is not None
    assert "Wire Trust" == found.value


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Am 4. Mai lädt die Gesellschaft für Netze zu einem Vortrag.", ["Gesellschaft für Netze"]),
        ("Den 4. mai inviterer Nettrådet til frokost.", ["Nettrådet"]),
        ("Un ciclo que organiza el Instituto de Redes.", ["Instituto de Redes"]),
        ("As part of the Net Week, the Wire Centre will host a talk.", ["Wire Centre"]),
        ("Please join the Wire Centre for a talk.", ["Wire Centre"]),
        ("The Net and Wire Association (NWA) invites you.", ["Net and Wire Association (NWA)"]),
        ("Vestnes forum for nett inviterer til møte.", ["Vestnes forum for nett"]),
        ("On behalf of the Wire Centre I'd like to invite you.", ["Wire Centre"]),
        ("Join Ana Berg for a talk.", []),
        ("Tengo el gusto de invitarles a la charla.", []),
    ],
)
def test_who_invites_is_read_from_a_sentence(sentence: str, expected: list[str]) -> None:
    found = organisers(sentence, [Span(0, len(sentence))], ())

    assert expected == [one.value for one in found]
