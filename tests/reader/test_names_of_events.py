import pytest

from tests.reader.pages import event_of, events_of

_WHEN = "Date: Thursday, 25 July 2024\nVenue: Room 6, Harbour House"


@pytest.mark.parametrize(
    "told",
    [
        "The Mission of Aldora presents its compliments and has the honour to inform that it will "
        "convene a briefing entitled “Nets at Night”.",
        "The Mission of Aldora presents its compliments and will hold a seminar under the title "
        "“Nets at Night”.",
        "La Mission d'Aldora présente ses compliments et tiendra une réunion intitulée "
        "« Nets at Night ».",
        "La Misión de Aldora tiene el honor de anunciar un seminario titulado «Nets at Night».",
        "Ambassaden har gleden av å invitere til et seminar med tittelen «Nets at Night».",
    ],
)
def test_the_name_that_a_note_gives_is_the_title_and_not_to_whom_it_goes(told: str) -> None:
    event = event_of(
        f"Ref. 41/NV/2024\n\n{told}\n\n"
        "The meeting will take place on Thursday, 25 July 2024, from 1:15 p.m. to 2:30 p.m., in "
        "Room 6, Harbour House.\n\nPort Town, 2 July 2024\n\n"
        "To all Permanent Missions to the United Nations\nNew York"
    )

    assert event.title == "Nets at Night"


def test_a_german_release_is_called_what_people_discuss_under() -> None:
    event = event_of(
        "PRESSEMITTEILUNG 18/2024\n\nFachgespräch zu Netzen am 25. Juli\n\n"
        "Das Institut für Netze lädt zu einem Fachgespräch ein. Unter dem Titel „Netze bei Nacht“ "
        "diskutieren Fachleute über Fische.\n\nDas Fachgespräch findet am Donnerstag, dem "
        "25. Juli 2024, von 18 bis 20 Uhr in der Remise am Hafen, Berlin, statt."
    )

    assert event.title == "Netze bei Nacht"


@pytest.mark.parametrize(
    "head",
    [
        "Instituto de Redes\nBoletín de prensa 7/2024",
        "CIRCULAR N.º 14/2024",
        "Press release No. 12/2024",
        "Pressemelding 4/2024",
        "Communiqué de presse n° 31",
        "To all Permanent Missions to the United Nations",
        "Call for papers - deadline extended",
    ],
)
def test_what_heads_a_paper_is_no_title(head: str) -> None:
    event = event_of(
        f"{head}\n\nNets at Night: Who Mends Them\n\nThe Net Institute invites you to a seminar "
        "on Thursday, 25 July 2024, from 15:00 to 16:30, in Room 6, Harbour House."
    )

    assert event.title == "Nets at Night: Who Mends Them"


@pytest.mark.parametrize(
    "heading",
    [
        "The Net Institute and the Harbour Board invite you to a webinar “Nets at Night”",
        "El Instituto de Redes y la Junta convocan al conversatorio virtual «Nets at Night»",
        "Das Institut für Netze lädt ein zur Podiumsdiskussion „Nets at Night“",
    ],
)
def test_a_heading_that_tells_who_invites_leaves_the_name(heading: str) -> None:
    event = event_of(f"{heading}\n\n{_WHEN}")

    assert event.title == "Nets at Night"


@pytest.mark.parametrize(
    "described",
    [
        "A two-day conference at the School of Nets, Port Town",
        "Une conférence à la Maison des filets",
        "Et seminar i regi av Garninstituttet",
        "Eine Tagung der Akademie für Netze",
    ],
)
def test_a_line_below_the_name_that_only_describes_it_is_no_title(described: str) -> None:
    event = event_of(f"Nets at Night: Who Mends Them\n{described}\n\n25-26 July 2024\n")

    assert event.title == "Nets at Night: Who Mends Them"


def test_the_name_in_a_letter_goes_before_the_subject_of_its_mail() -> None:
    event = event_of(
        "From: Kari Berg\nTo: Net desk\nSubject: FW: Lunch talk 25 July - nets\n\nDear Ana,\n\n"
        "Please join us on Thursday 25 July, 12.30-14.00, for a lunch discussion,\n"
        "“Nets at Night: Who Mends Them?”, at the Net Institute, 9 Harbour Street, Port Town.\n"
    )

    assert event.title == "Nets at Night: Who Mends Them?"


def test_a_chat_tells_what_it_is_called_in_a_message_of_its_own() -> None:
    event = event_of(
        "[02/07/2024, 09:14] Ana: the Net Institute is doing a talk on old knots on Thu 25 July at "
        "noon, their office\n[02/07/2024, 09:15] Ana: it's called “Harbour Now, Explain Later”\n"
        "[02/07/2024, 09:31] Luis: Thanks! is it on Teams too?"
    )

    assert event.title == "Harbour Now, Explain Later"


def test_a_paper_that_is_spoken_of_names_no_event() -> None:
    event = event_of(
        "Dear Ana,\n\nPlease join us for a seminar on Thursday 25 July 2024 at 10:00 in Room 6. "
        "We shall read a report entitled “Knots and Ropes”, then talk.\n\n"
        "Kind regards,\nThe Net Institute"
    )

    assert "Knots and Ropes" not in event.title


def test_speakers_below_their_label_name_no_event() -> None:
    event = event_of(
        "Når garnet ryker – beredskap på havna\n\nGarninstituttet inviterer til frokostmøte "
        "torsdag 25. juli kl. 0830–1000 på Havnehuset.\n\nInnledere:\n"
        "Aas Berg, seniorforsker, Garninstituttet\nPål Isak, beredskapssjef, Nordhavn\n"
    )

    assert event.title == "Når garnet ryker – beredskap på havna"


def test_the_days_and_mode_of_a_series_are_no_part_of_it() -> None:
    titles = [
        event.title
        for event in events_of(
            "Nets in Practice: A Webinar Series\n9 July - 23 July 2024 | online (Zoom)\n\n"
            "The School of Nets invites menders to three webinars.\n\n"
            "1. Tuesday, July 9 - Taking the Rope\nGuest: Ana Berg\n\n"
            "2. Tuesday, July 16 - Hands off the Harbour\nGuest: Ola Moe\n\n"
            "3. Tuesday, July 23 - Knots and the Limits of Trust\nGuest: Eva Roth\n"
        )
    ]

    assert titles == [
        "Nets in Practice: A Webinar Series",
        "Taking the Rope",
        "Hands off the Harbour",
        "Knots and the Limits of Trust",
    ]


def test_an_invitation_in_two_languages_is_one_event_with_two_titles() -> None:
    event = event_of(
        "Invitation (le français suit)\n\nThe Net Centre is pleased to invite you to the launch of "
        "its handbook\n\nA Small Guide to the Mending of Nets\n\n"
        "on 12/03/2024, 14.00 to 15.30 (Eastern Time), at the Rope Reading Room, 310 Bank Street, "
        "Ottawa, and by videoconference.\n\nPlease reply by Friday, 5 March: rsvp@net.example\n\n"
        "* * *\n\nLe Centre des filets a le plaisir de vous inviter au lancement de son guide\n\n"
        "Réparer les filets : guide pour petites équipes\n\nle mardi 12 mars 2024, de 14 h à "
        "15 h 30 (heure de l'Est), à la salle de lecture Rope, 310, rue Bank, Ottawa, et par "
        "visioconférence.\n\nRéponse souhaitée avant le vendredi 5 mars : rsvp@net.example"
    )

    assert (event.title, [other.text for other in event.other_titles]) == (
        "A Small Guide to the Mending of Nets",
        ["Réparer les filets : guide pour petites équipes"],
    )


def test_a_subject_with_a_day_in_it_is_a_title_with_a_doubt() -> None:
    event = event_of(
        "From: Kari Berg\nTo: Net desk\nSubject: Lunch 25 July - nets\n\nDear Ana,\n\n"
        "Please join us on Thursday 25 July 2024, 12.30-14.00, at the Net Institute.\n"
    )

    doubts = [doubt.words for doubt in event.evidence["title"].doubts]
    assert (event.title, doubts) == (
        "Lunch 25 July - nets",
        ["Only the mail's subject calls it so."],
    )


def test_a_gathering_that_was_names_no_event() -> None:
    event = event_of(
        "Dear Ana,\n\nThank you for joining last year's workshop entitled “Old Ropes”. Please join "
        "us for a seminar on new nets on Thursday 25 July 2024, 10:00, Room 6.\n"
    )

    assert "Old Ropes" not in event.title
