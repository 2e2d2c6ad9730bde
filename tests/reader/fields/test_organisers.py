import pytest

from briefing.reader.fields.bodies import listed
from briefing.reader.fields.organisers import organisers
from briefing.reader.fields.whose_page import owner
from briefing.reader.lines import Span


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The talk is organised by NetFoundation and the Knot Platform.",
            ["NetFoundation", "Knot Platform"],
        ),
        (
            "NETO, KNOT, and Sea Foundation are hosting a webinar.",
            ["NETO", "KNOT", "Sea Foundation"],
        ),
        (
            "The Department of Political and Social Sciences of the University of Nets invites.",
            ["Department of Political and Social Sciences of the University of Nets"],
        ),
        (
            "It is organized by the Ministry of Sea and Air together with the Net Centre "
            "and touches on knots.",
            ["Ministry of Sea and Air", "Net Centre"],
        ),
        (
            "Organised by the Mission of Norland, World Net Organization (WNO) and Netco.",
            ["Mission of Norland", "World Net Organization (WNO)", "Netco"],
        ),
        (
            "Institutt for sjøfart inviterer i samarbeid med Havdepartementet til frokost.",
            ["Institutt for sjøfart", "Havdepartementet"],
        ),
        (
            "El Centro de Redes y la Cancillería de Aldora invitan al seminario.",
            ["Centro de Redes", "Cancillería de Aldora"],
        ),
        ("The Net Centre will discuss what the Knot Forum hosted.", []),
        ("The Net Centre holds that knots must be tested twice a year.", []),
        ("The Net Centre holds the view that knots are shared.", []),
        ("The Net Centre holds its yearly seminar in May.", ["Net Centre"]),
    ],
)
def test_organisers_are_read_from_a_sentence(sentence: str, expected: list[str]) -> None:
    found = organisers(sentence, [Span(0, len(sentence))], ())

    assert expected == [one.value for one in found]


def test_a_ministry_named_above_is_called_by_its_whole_name() -> None:
    text = "The Ministry of Nets of Norland has a plan. It is organised by the Ministry."

    (found,) = organisers(text, [Span(44, len(text))], ())

    assert "Ministry of Nets of Norland" == found.value == text[found.start : found.end]


def test_the_owner_of_a_page_is_only_likely_to_organise() -> None:
    found = owner("Contact\n© Net House 2022\n")

    assert found is not None
    assert ("Net House", 1) == (found.value, len(found.doubts))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Net Institute, Knot University", ["Net Institute", "Knot University"]),
        ("Anna, Bert and friends", ["Anna, Bert and friends"]),
        ("Civil Society, African Group", []),
    ],
)
def test_a_label_names_bodies_and_no_sectors(value: str, expected: list[str]) -> None:
    found = listed(value, Span(0, len(value)), (), "label")

    assert expected == [one.value for one in found]
