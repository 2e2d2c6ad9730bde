import pytest

from briefing.reader.fields import places


@pytest.mark.parametrize(
    "line",
    [
        "Blauer Saal, Haus am Hafen, Netzgasse 12, 1030 Wien",
        "Salle des Cordes, Maison du Port, rue des Filets 7",
        "Sala Ancla, Casa del Mar, calle de las Redes 3, Madrid",
        "Amphithéâtre Duval, 4 rue de la Corde, Lyon",
        "The Knot Room, 3 Ropemaker Passage, London EC2",
        "Conference Room B, Palais des Nations",
        "Pavillon des Filets, Genève",
        "9 Quay St, London, WC2N 6EZ",
        "Room 4.02, Harbour House, 20 Net Lane",
        "Nettveien 14, 0150 Oslo",
        "One Harbour Square - Room 350",
    ],
)
def test_rooms_houses_and_streets_are_a_place_wherever_they_stand(line: str) -> None:
    assert places.is_site(line)


@pytest.mark.parametrize(
    "line",
    ["Visitors' Lobby", "Harbour Council Chamber", "Laboratoire des Cordes", "U Sítí, Prague"],
)
def test_the_name_of_a_hall_or_house_is_a_place_beside_a_day_only(line: str) -> None:
    assert places.is_likely_place(line)
    assert not places.is_site(line)


@pytest.mark.parametrize(
    "line",
    [
        "Room for improvement: nets at sea",
        "Nets, Knots and the Law",
        "Building Trust: Ropes in Geneva",
        "The house that nets built",
        "Dr. Ina Berg, Institute for Ropes, Oslo",
        "Ina Berg (Association of Rope Makers)",
        "The Road to 2030",
        "Rope Capacity Building Fair",
        "Ropes and nets will be shown at the house.",
    ],
)
def test_titles_and_people_are_no_places(line: str) -> None:
    assert not places.is_site(line)
