import pytest

from briefing.model import Access, Mode
from briefing.reader.fields import admission, modes, places
from briefing.reader.lines import Span


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Online", (Mode.ONLINE, "")),
        ("virtual", (Mode.ONLINE, "")),
        ("Virtual Conference", (Mode.ONLINE, "")),
        ("Hybrid (Lima and Online)", (Mode.HYBRID, "Lima")),
        ("Oslo and Online", (Mode.HYBRID, "Oslo")),
        ("Geneva, Switzerland; and online", (Mode.HYBRID, "Geneva, Switzerland")),
        ("In person", (Mode.IN_PERSON, "")),
        ("Online tools for nets", None),
        ("Nets and Knots", None),
    ],
)
def test_a_line_gives_the_mode(line: str, expected: tuple[Mode, str] | None) -> None:
    assert expected == modes.mode_of_line(line)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The event will take place online.", Mode.ONLINE),
        ("Remote participants are welcome.", Mode.HYBRID),
        ("Seminaret strømmes ikke.", Mode.IN_PERSON),
        ("A light lunch will be served.", Mode.IN_PERSON),
        ("The webinar link is sent an hour before.", Mode.ONLINE),
        ("Privacy online is a right.", None),
    ],
)
def test_a_sentence_gives_the_mode(sentence: str, expected: Mode | None) -> None:
    found = next(modes.modes(sentence, whole(sentence)), None)

    assert expected == (found.value if found else None)


@pytest.mark.parametrize(
    ("value", "venue", "mode"),
    [
        ("UNHQ, Conference Room 8 and online (hybrid)", "UNHQ, Conference Room 8", Mode.HYBRID),
        ("Net House, 12 Quay St, Lima.", "Net House, 12 Quay St, Lima", Mode.IN_PERSON),
        ("Zoom", None, Mode.ONLINE),
    ],
)
def test_a_labelled_venue_gives_place_and_mode(value: str, venue: str | None, mode: Mode) -> None:
    found, implied = places.venue_in(value, whole(value))

    assert (venue, mode) == (found.value if found else None, implied)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("San José, Costa Rica", True),
        ("Auditorium, Net Museum, Oslo", True),
        ("Geneva", False),
        ("Norms, nets and knots", False),
        ("Nets and Knots in Practice", False),
    ],
)
def test_a_line_may_be_a_place(line: str, expected: bool) -> None:
    assert expected == places.is_place_line(line)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Net Week runs from 29 May to 2 June 2023 at the Quay House.", "Quay House"),
        ("The talk will be held at the City Hall of Bergen.", "City Hall of Bergen"),
        ("In 2015 the body adopted norms at the Net House.", None),
        ("Delegates in New York are few.", None),
    ],
)
def test_a_sentence_gives_the_place(sentence: str, expected: str | None) -> None:
    found = places.place_in_sentence(sentence, whole(sentence))

    assert expected == (found.value if found else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Registration: Invite-only (write to Nora)", Access.INVITATION),
        ("Participation is by nomination only.", Access.INVITATION),
        ("CLOSED WORKSHOP", Access.INVITATION),
        ("Please RSVP; spaces will be allocated if available.", Access.REGISTRATION),
        ("Påmelding er nødvendig.", Access.REGISTRATION),
        ("The lecture is open to the public.", Access.OPEN),
        ("Open to accredited organisations.", Access.ACCREDITED),
        ("0800 Registration and coffee", None),
        ("Nets are torn.", None),
    ],
)
def test_the_words_say_who_gets_in(text: str, expected: Access | None) -> None:
    found = admission.access(text, [whole(text)])

    assert expected == (found.value if found else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We are not able to facilitate UNHQ access passes.", True),
        ("The organisers are not in a position to provide passes.", True),
        ("A valid grounds pass is required; holders of a grounds pass enter by the gate.", True),
        ("The convention passed in 2021.", None),
    ],
)
def test_the_words_say_whether_a_pass_is_needed(text: str, expected: bool | None) -> None:
    found = admission.pass_needed(text, whole(text))

    assert expected == (found.value if found else None)
