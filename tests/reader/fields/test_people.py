import pytest

from briefing.reader.fields import announced, people, speaker_lists, speaker_slots, speaker_table
from briefing.reader.lines import Span, lines_of


def told(person: people.Person) -> str:
    return " | ".join((person.name, person.role, person.affiliation))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Join us for a talk with Ana Berg, Director of Nets, Harbour Team at Netco.",
            ["Ana Berg | Director of Nets | Harbour Team at Netco"],
        ),
        (
            "Speakers: Ana Berg (Curator, Net Museum), Jon Aas (Fellow) and Leila Noor (NETO).",
            [
                "Ana Berg | Curator | Net Museum",
                "Jon Aas | Fellow | ",
                "Leila Noor |  | NETO",
            ],
        ),
        (
            "Featured speakers include: Ana Berg, Officer, Net Office; and Jean-Luc de la Mer, "
            "Head of Sea, Sky and Economic Issues, Knot Forum.",
            [
                "Ana Berg | Officer | Net Office",
                "Jean-Luc de la Mer | Head of Sea, Sky and Economic Issues | Knot Forum",
            ],
        ),
        (
            "Innledere er Siri Vang, seniorforsker ved Fjordinstituttet, og Jon Aas, direktør.",
            ["Siri Vang | seniorforsker | Fjordinstituttet", "Jon Aas | direktør | "],
        ),
        ("The panel is moderated by H.E. Ms. Eva Lie.", ["Eva Lie | moderator | "]),
        (
            "Speakers include the Minister of Nets, Mr. Tom Rask, and Ana Berg.",
            ["Tom Rask | the Minister of Nets | ", "Ana Berg |  | "],
        ),
        ("The book was written by Ana Berg and Jon Aas.", []),
        (
            "Panellists are Amb. (ret.) Jan ter Horst, Ms. Aiko NAKANO of the Net Board, and "
            "Prof. Dr. Omar al-Nets, who will speak last.",
            ["Jan ter Horst |  | ", "Aiko NAKANO |  | Net Board", "Omar al-Nets |  | "],
        ),
        (
            "Speakers: Ana Berg, Jon Aas, Leila Noor and Tom Rask.",
            ["Ana Berg |  | ", "Jon Aas |  | ", "Leila Noor |  | ", "Tom Rask |  | "],
        ),
        (
            "Ana Berg, PhD, Head of Nets at Netco, will moderate the talk.",
            ["Ana Berg | moderator | Netco"],
        ),
        (
            "On 14 May, Deputy Minister Jon Aas will open the Net Days.",
            ["Jon Aas | Deputy Minister | "],
        ),
        (
            "Es diskutieren Dr. Eva Lie (Netz-Stiftung) und die Abgeordnete Ida Vogel.",
            ["Eva Lie |  | Netz-Stiftung", "Ida Vogel | Abgeordnete | "],
        ),
        ("A debate with the Harbour Centre for Nets and the Knot Forum.", []),
    ],
)
def test_people_are_read_from_a_sentence(sentence: str, expected: list[str]) -> None:
    found = announced.in_sentence(sentence, Span(0, len(sentence)), ())

    assert expected == [told(one.value) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Berg\nDirector @Office of Nets\nJon Aas\nFellow, Net House",
            ["Ana Berg | Director | Office of Nets", "Jon Aas | Fellow | Net House"],
        ),
        (
            "Ana Berg is Professor of Nets at the University of Knots. She worked with Jon Aas.",
            ["Ana Berg | Professor of Nets | University of Knots"],
        ),
        ("Ana Berg (ana@nets.example)", []),
    ],
)
def test_a_list_names_one_to_a_line_with_what_the_next_line_says(
    text: str, expected: list[str]
) -> None:
    found = speaker_lists.in_lines(text, lines_of(text), ())

    assert expected == [told(one.value) for one in found]


def test_a_table_with_a_column_of_names_names_speakers() -> None:
    text = "Name | Title | Organisation\nMs. Ana Berg | Envoy | Net Office\nNets | a | b"

    found = speaker_table.in_table(text, lines_of(text))

    assert ["Ana Berg | Envoy | Net Office"] == [told(one.value) for one in found]


def test_a_table_without_a_column_of_names_names_nobody() -> None:
    text = "Topic | Title\nMs. Ana Berg | Envoy"

    assert [] == list(speaker_table.in_table(text, lines_of(text)))


def test_bullets_with_a_role_or_a_body_are_speakers() -> None:
    text = (
        "• Ana Berg, Envoy, the Kingdom of Norland;\n• Prof. Jon Aas (NETO)\n• More to come\n"
        "• Leila Noor (leila@nets.example)"
    )

    found = speaker_lists.in_bullets(text, lines_of(text), ())

    assert ["Ana Berg | Envoy | the Kingdom of Norland", "Jon Aas |  | NETO"] == [
        told(one.value) for one in found
    ]


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        ("Keynote 1 – Ana Berg: Nets in spring", ["Ana Berg | keynote | "]),
        (
            "Opening: Brigadier General Jon Aas, Commander, Net Corps",
            ["Jon Aas | Commander | Net Corps"],
        ),
        ("Panel: Torn nets. Moderator: Eva Lie, Editor", ["Eva Lie | moderator | "]),
        ("Coffee Break and Net Show", []),
    ],
)
def test_a_programme_names_who_speaks(slot: str, expected: list[str]) -> None:
    found = speaker_slots.in_slot(slot, Span(0, len(slot)), ())

    assert expected == [told(one.value) for one in found]
