import pytest

from tests.reader.pages import event_of

_HEAD = (
    "Talk on Nets and Knots\n\nDate: 12 May 2023, 14:00\nVenue: Room 4, Harbour House\n\n"
    "Nets are torn every day, and few ports mend them alone. We look at how they do it.\n\n"
)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "Speakers are Col. Ole Mar-Sund, Bea Lund (Net Forum) and Wing Commander Sam Rath.",
            ["Ole Mar-Sund", "Bea Lund", "Sam Rath"],
        ),
        (
            "On behalf of Dr. Omar Bay, Director of the Net Forum, we invite you. It is opened by "
            "Ms Noor Halv (Head of Nets) and Col. (ret.) Jan Pet, and moderated by Dr. Bay.",
            ["Omar Bay", "Noor Halv", "Jan Pet"],
        ),
        ("Given this year by Justice Oria Mbe-Lind: “The Judge and the Net”.", ["Oria Mbe-Lind"]),
        (
            "Panellists: Dr. Ana-Sol Brand, Mr. Lwa Mok (Kestrel Nets); moderator: Ms. Petra Holm",
            ["Ana-Sol Brand", "Lwa Mok", "Petra Holm"],
        ),
        ("Ponentes: Ing. Cándido Bar y Mtra. Yola Popa\n", ["Cándido Bar", "Yola Popa"]),
        ("Dirige: Tte. Cnel. (r) Abel Quin, Universidad del Norte", ["Abel Quin"]),
        (
            "I panelet:\nSol Aune, seniorforsker, INS\nOberstløytnant Per Rogn, Nord høyskole\n",
            ["Sol Aune", "Per Rogn"],
        ),
        (
            "Panélistes :\n- Mme Tere Bilk, consultante\n- M. Luc Sant, avocat\n\n"
            "Animation : M. Aur Jacc, journaliste",
            ["Tere Bilk", "Luc Sant", "Aur Jacc"],
        ),
        (
            "Horaire\tIntervention\tIntervenant(e)s\n9 h 00\tAccueil\t\n"
            "9 h 30\tOuverture\tMar Des, directrice de l’Institut\n"
            "14 h 00\tTable ronde\tLuc Vas, Fil SA ; Hed Prag, Nœuds ; animation : Paul Rou",
            ["Mar Des", "Luc Vas", "Hed Prag", "Paul Rou"],
        ),
        ("Speakers: Rosa Imh, Desmond Ekwu\nSeats are few.", ["Rosa Imh", "Desmond Ekwu"]),
        ("Es diskutiert Ute Brandl. Durch den Abend führt Mira Kohl.", ["Ute Brandl", "Mira Kohl"]),
        ("Joining us are Rear Admiral Sue Blake and Sir Ian Mor.", ["Sue Blake", "Ian Mor"]),
        ("A talk by Ida Well, and a reply from Maj. Gen. Piet Vos.", ["Ida Well", "Piet Vos"]),
        ("Débat avec Fatou Diay et le général Marc Tess.", ["Fatou Diay", "Marc Tess"]),
        (
            "Our trainers Odil Vanh (formerly harbour guard) and Bram Keiz (Net Lab) feed you.",
            ["Odil Vanh", "Bram Keiz"],
        ),
        ("Die Moderation übernimmt die Journalistin Gret Papen.", ["Gret Papen"]),
        ("Die Gesprächsleitung hat Falk Witt.", ["Falk Witt"]),
        ("Our trainers know the Harbour House well.", []),
        ("Professor Wen-Li Har on knots, law and ropes.", ["Wen-Li Har"]),
        ("Speakers\nDame Eve Elsw\nFormer Hydrographer; Chair of the Net Review", ["Eve Elsw"]),
    ],
)  # fmt: skip
def test_people_are_told_from_their_titles_and_from_each_other(told: str, names: list[str]) -> None:
    event = event_of(_HEAD + told + "\n")

    assert names == [speaker.name for speaker in event.speakers]


def test_a_programme_names_people_right_below_its_slots() -> None:
    event = event_of(
        _HEAD + "Program\n08.30  Velkommen\n       Direktør Sol Aarv, Net Institute\n"
        "08.55  Kommentar: Sett fra et selskap. Hilde Mars, samfunnskontakt i Garn AS\n"
        "09.10  Panelsamtale med innlederne og ekspedisjonssjef Bård Tvei\n"
    )

    assert ["Sol Aarv", "Hilde Mars", "Bård Tvei"] == [one.name for one in event.speakers]
