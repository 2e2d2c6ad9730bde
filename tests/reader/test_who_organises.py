import pytest

from tests.reader.pages import event_of

_HEAD = "Talk on Nets and Knots\n\nDate: 12 May 2023, 14:00\nVenue: Room 4, Harbour House\n\n"


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "Veranstalter: Gesellschaft für Netze e. V.\n"
            "in Zusammenarbeit mit dem Lindner-Kolleg für Knoten",
            ["Gesellschaft für Netze e. V."],
        ),
        (
            "The talk is convened by the Wassen Institute for Peace and Nets with the Municipal "
            "Fund for Ports. All are welcome.",
            ["Wassen Institute for Peace and Nets", "Municipal Fund for Ports"],
        ),
        ("Organised by the Quay Lab; RSVP to rsvp@quay.example by 1 May.", ["Quay Lab"]),
        (
            "On behalf of Dr. Omar Bay, Director of the Halden Forum, it is my pleasure to invite "
            "you to a lunch.",
            ["Halden Forum"],
        ),
        ("Høsten er her, og vi inviterer til et seminar.\n\nVelkommen.", []),
        ("A joint webinar with the Lakeshore Center for Nets.", ["Lakeshore Center for Nets"]),
        (
            "Consultations on ropes, convened by the delegation of Lower Avaria.",
            ["delegation of Lower Avaria"],
        ),
        (
            "Organised by us, the Republic of Sundara and the Blue Net Initiative.",
            ["Republic of Sundara", "Blue Net Initiative"],
        ),
        (
            "Hosted by the Celtic Forum for Nets with technical support from Ridge Rope Ltd.",
            ["Celtic Forum for Nets"],
        ),
        (
            "Ce colloque, organisé par l’Association des amis du filet, propose un débat.",
            ["Association des amis du filet"],
        ),
        ("Co-hosted by the Harbour Institute, Ltd.", ["Harbour Institute, Ltd."]),
        (
            "På nyåret inviterer Fjord-instituttet og tankesmien Vinduet til frokost.",
            ["Fjord-instituttet", "Vinduet"],
        ),
        (
            "Det arrangeres av Nord institutt for garn og tau og Nettverk for fiske.",
            ["Nord institutt for garn og tau", "Nettverk for fiske"],
        ),
        ("Organised by the Coalition against Torn Nets.", ["Coalition against Torn Nets"]),
    ],
)
def test_organisers_are_named_in_full_and_without_what_stands_beside_them(
    told: str, names: list[str]
) -> None:
    event = event_of(_HEAD + told + "\n")

    assert names == [party.name for party in event.organisers]


def test_a_mail_that_greets_friends_is_organised_by_its_sender() -> None:
    event = event_of(
        "From: Quay Centre for Nets <hello@quay.example>\nTo: list\n"
        "Date: Tue, 2 May 2023 10:05:12 +0000\nSubject: Talk\n\nDear friends of the Centre,\n\n"
        "You are warmly invited to our talk:\n\nWHO OWNS THE ROPES?\n\n"
        "When: Friday 12 May 2023, 14:00 CEST\nWhere: Zoom\n\nKind regards,\nRhona\n"
    )

    assert ["Quay Centre for Nets"] == [party.name for party in event.organisers]
