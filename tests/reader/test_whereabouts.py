import pytest

from briefing.model import Mode
from tests.reader.pages import event_of, events_of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Format: hybrid; interpretation in Aldoran", Mode.HYBRID),
        ("Format: hybrid", Mode.HYBRID),
        ("Mode: Hybrid. Seats are limited", Mode.HYBRID),
        ("Format: in person", Mode.IN_PERSON),
        ("Format: panel", Mode.IN_PERSON),
    ],
)
def test_a_labelled_mode_stands_above_what_a_place_and_a_lunch_imply(
    line: str, expected: Mode
) -> None:
    event = event_of(
        "Talk on Nets and Knots\n\nDate: 12 May 2023\nVenue: Room 4, Harbour House\n"
        f"{line}\n\nA light lunch will be served."
    )

    assert expected == event.mode


@pytest.mark.parametrize(
    ("page", "venue", "mode"),
    [
        (
            "Talk on Nets and Knots\n12 May 2023, 18:00\nVisitors' Lobby, and via Zoom\n",
            "Visitors' Lobby",
            Mode.HYBRID,
        ),
        (
            "Net Institute\n\nTalk on Nets and Knots\n\nThursday, 12 May 2022\n18.00 Uhr\n\n"
            "Blauer Saal, Haus am Hafen\nNetzgasse 12, 1030 Wien\n\nAll are welcome.\n",
            "Blauer Saal, Haus am Hafen Netzgasse 12, 1030 Wien",
            Mode.IN_PERSON,
        ),
        (
            "Subject: Seminar on ropes, 12 May\n\nDear friends,\n\nWe invite you to the seminar on"
            " 12 May 2022 at the Harbour School, 4 Quay Street, Lima.\n",
            "Harbour School, 4 Quay Street, Lima",
            Mode.IN_PERSON,
        ),
        (
            "Net round table\n28-29 May 2026, Nairobi (hybrid)\nHosted by the Harbour Trust.\n",
            "Nairobi",
            Mode.HYBRID,
        ),
        (
            "Åpent seminar om nett\n\nTid og sted: 5. nov. 2026 14:30–16:00, Auditorium 3,"
            " Havnehuset, Oslo\nSeminaret strømmes.\n",
            "Auditorium 3, Havnehuset, Oslo",
            Mode.HYBRID,
        ),
        (
            "Second Workshop on Ropes\n12 May 2026, 10:00\n\nIt follows the first workshop, held in"
            " Lisbon in October 2025.\n",
            "",
            None,
        ),
    ],
)
def test_a_place_is_found_beside_the_day_or_in_the_invitation(
    page: str, venue: str, mode: Mode | None
) -> None:
    event = event_of(page)

    assert (venue, mode) == (event.venue, event.mode)


def test_sessions_are_streamed_where_the_whole_says_that_each_is() -> None:
    parent, *sessions = events_of(
        "ROPE CONFERENCE\n\n7-8 July 2026 | Harbour House, Prague\n"
        "Every session is livestreamed.\n\n"
        "SESSION 1   Tuesday 7 July, 9:30 - 11:00   Main Hall\nCounting ropes from the quay\n\n"
        "SESSION 2   Wednesday 8 July, 11:30 - 13:00   Library\nNets and the uninvited knot\n"
    )

    assert [Mode.HYBRID] * 3 == [parent.mode, *(one.mode for one in sessions)]
    assert ["Main Hall", "Library"] == [one.venue for one in sessions]


@pytest.mark.parametrize(
    "page",
    [
        "Workshop on Net Repair\n\nTuesday, 12 May 2026\nInes Whitlock, University of Skagen\n",
        "Rope Conference 2026\nBuilding Resilient Harbours\n3-5 June 2026\n",
    ],
)
def test_people_and_subtitles_are_no_places(page: str) -> None:
    assert event_of(page).venue == ""


_DAY = "Talk on Nets and Knots\nTuesday, 12 May 2026, 14:00-15:30\n"


@pytest.mark.parametrize(
    ("told", "venue", "mode"),
    [
        ("Net School, Oslo. Members only. Phones stay out.\n", "Net School, Oslo", Mode.IN_PERSON),
        ("Skagen, Vest. For those under 30.\n", "Skagen, Vest", Mode.IN_PERSON),
        ("INK, Nettgata 31, Oslo. Møtet strømmes også.\n", "INK, Nettgata 31, Oslo", Mode.HYBRID),
        (
            "Net House, 12 Quay Street, Geneva (organised by the Net Lab)\n",
            "Net House, 12 Quay Street, Geneva",
            Mode.IN_PERSON,
        ),
        ("In person only: Room 5, Net House, Bern\n", "Room 5, Net House, Bern", Mode.IN_PERSON),
        (
            "Maison du Filet, Salle Nœud, Rue du Canal 21,\n1000 Brussels\n",
            "Maison du Filet, Salle Nœud, Rue du Canal 21, 1000 Brussels",
            Mode.IN_PERSON,
        ),
        (
            "Venue: Maison du Filet, Rue du Canal 21,\n       1000 Brussels\n",
            "Maison du Filet, Rue du Canal 21, 1000 Brussels",
            Mode.IN_PERSON,
        ),
        (
            "\nWill there be a stream? No. The talk is at the Palais Knot, Knotgasse 9, Bern.\n",
            "Palais Knot, Knotgasse 9, Bern",
            Mode.IN_PERSON,
        ),
        ("Room 7, Net House\n\nNo stream, sorry.\n", "Room 7, Net House", Mode.IN_PERSON),
        (
            "Sted: Nettgata 29, Oslo (Amalie-salen). Møtet strømmes også.\n",
            "Nettgata 29, Oslo (Amalie-salen)",
            Mode.HYBRID,
        ),
    ],
)
def test_a_place_ends_where_its_line_goes_on_and_goes_on_where_its_line_ends(
    told: str, venue: str, mode: Mode
) -> None:
    event = event_of(_DAY + told + "\nNets are torn every day, and few ports mend them alone.\n")

    assert (venue, mode) == (event.venue, event.mode)


def test_the_address_of_a_letterhead_gives_way_to_the_place_of_the_invitation() -> None:
    event = event_of(
        "Net Institute\nChemin des Filets 8, Genève\n\nTALK ON NETS AND KNOTS\n\n"
        "Nous vous invitons à une conférence le mardi 12 mai 2026, de 18h00 à 19h30, à la Maison "
        "du Nœud, salle Corde, rue du Lac 15, Genève.\n"
    )

    assert "Maison du Nœud, salle Corde, rue du Lac 15, Genève" == event.venue
