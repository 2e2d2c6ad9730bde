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
        (
            "El Observatorio de Redes y la Cátedra Luna de Derecho\n\ntienen el agrado de invitar "
            "a usted al conversatorio.",
            ["Observatorio de Redes", "Cátedra Luna de Derecho"],
        ),
        (
            "The Quay Institute and the Net Foundation\n\nhave the pleasure of inviting you.",
            ["Quay Institute", "Net Foundation"],
        ),
        (
            "L'Observatoire des filets et la Chaire Mer & Droit de l'Université du Port\nont le "
            "plaisir de vous convier à la conférence.",
            ["Observatoire des filets", "Chaire Mer & Droit de l'Université du Port"],
        ),
        ("Organised by the Quay Institute & Net Academy.", ["Quay Institute", "Net Academy"]),
        (
            "The Mission of Aldora has the honour to invite them, together with the Mission of "
            "Quessia, to a talk.",
            ["Mission of Aldora", "Mission of Quessia"],
        ),
        (
            "The Quay Academy invites all delegates, jointly with the Net Foundation, to a talk.",
            ["Quay Academy", "Net Foundation"],
        ),
        ("The Quay Academy's winter school runs in the harbour.", ["Quay Academy"]),
        ("The Institute of Nets' annual conference takes place here.", ["Institute of Nets"]),
        ("The institute's annual conference will follow.", []),
        ("This year's conference will be short.", []),
        ("Ropes and nets\n\nInvites only.", []),
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


def test_a_letter_is_signed_for_the_body_and_not_for_the_field_behind_an_office() -> None:
    event = event_of(
        _HEAD + "Please come.\n\nKind regards,\nLena\n\n"
        "Lena Moor | Programme Manager, Law and Ropes\nHalden Institute | +31 70 555 01 42\n"
    )

    assert ["Halden Institute"] == [party.name for party in event.organisers]
