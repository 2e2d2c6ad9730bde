import pytest

from tests.reader.pages import events_of

NORWEGIAN = """Hvem eier tauene?
Torsdag 12. mars 2026, kl. 14.00-16.00
Havnehuset, Tauveien 9, Oslo
Vi inviterer til et seminar om tau og hva de betyr for oss som bor ved havet og ikke på land.
Innleder: Ane Strand, Tauinstituttet
"""
ENGLISH = """Who owns the ropes?
Thursday 12 March 2026, 14:00-16:00
Havnehuset, Tauveien 9, Oslo
We invite you to a seminar on ropes and what they mean for those who live by the sea.
Speaker: Ane Strand, Rope Institute
"""
FRENCH = """À qui sont les cordes ?
Jeudi 12 mars 2026, de 14h00 à 16h00
Havnehuset, Tauveien 9, Oslo
Nous vous invitons à un séminaire sur les cordes et ce qu'elles sont pour les gens de la mer.
Intervenante : Ane Strand, Institut des cordes
"""
GERMAN = """Wem gehören die Seile?
Donnerstag, 12. März 2026, 14:00-16:00 Uhr
Havnehuset, Tauveien 9, Oslo
Wir laden Sie zu einem Seminar über Seile ein und fragen, was sie für uns am Meer bedeuten.
Referentin: Ane Strand, Seilinstitut
"""


@pytest.mark.parametrize("below", [ENGLISH, FRENCH, GERMAN])
@pytest.mark.parametrize(
    "between", ["\n* * *\n\n", "\n\n", "\n(English follows)\n\n", "\n-----\n\n"]
)
def test_an_event_told_again_in_another_language_is_one(below: str, between: str) -> None:
    found = events_of(NORWEGIAN + between + below)

    assert [event.when.written for event in found] == ["Torsdag 12. mars 2026, kl. 14.00-16.00"]


def test_two_events_at_one_hour_in_one_language_stay_two() -> None:
    other = ENGLISH.replace("Who owns the ropes?", "Nets for small harbours").replace(
        "Ane Strand", "Ola Berge"
    )

    assert len(events_of(ENGLISH + "\n\n" + other)) == 2


def test_events_in_two_languages_on_two_days_stay_two() -> None:
    other = NORWEGIAN.replace("12. mars", "19. mars").replace("Torsdag", "Torsdag")

    assert len(events_of(ENGLISH.replace("Ane Strand", "Ola Berge") + "\n\n" + other)) == 2
