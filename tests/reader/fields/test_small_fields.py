import datetime as dt

import pytest

from briefing.model import DoubtKind, EventKind
from briefing.reader.fields import agenda, language, links, titles
from briefing.reader.lines import Span, lines_of
from briefing.reader.reading import Anchor


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[Webinar] Nets: a primer", "Nets: a primer"),
        ("“Nets and knots”", "Nets and knots"),
        ("Invitation: Nets and knots", "Nets and knots"),
        ("Report Launch “Nets”", "Report Launch “Nets”"),
        ("Nets:   what  next?", "Nets: what next?"),
    ],
)
def test_a_title_loses_its_tags_and_nothing_else(written: str, expected: str) -> None:
    assert expected == titles.title(written, whole(written)).value


def test_a_line_in_brackets_below_a_title_is_its_other_wording() -> None:
    text = "Nettet ryker\n(The net tears)\n\nText"

    (found,) = titles.other_wordings(text, Span(0, 12), lines_of(text))

    assert "The net tears" == found.value


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Side event: Webinar on nets", EventKind.SIDE_EVENT),
        ("Frokostseminar om nett", EventKind.SEMINAR),
        ("Taller de redes", EventKind.WORKSHOP),
        ("Third Substantive Session", EventKind.SESSION),
        ("Nets in spring", None),
    ],
)
def test_a_title_names_the_kind(title: str, expected: EventKind | None) -> None:
    found = titles.kind(title, [whole(title)])

    assert expected == (found.value if found else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- 10:00-12:00 Session 1: Nets\n- 12:00-13:00 Lunch",
            [("10:00", "12:00", "Session 1: Nets"), ("12:00", "13:00", "Lunch")],
        ),
        (
            "- Welcome (10:30 CET)\n- Talk 1 – Ana Berg: Nets (11:00)",
            [("10:30", None, "Welcome"), ("11:00", None, "Talk 1 – Ana Berg: Nets")],
        ),
        (
            "0930-1030  Opening\n1230       Lunch",
            [("09:30", "10:30", "Opening"), ("12:30", None, "Lunch")],
        ),
        (
            "09:00 – 09:30\nWelcome\n09:30 – 10:00\nKeynote\n10:00 – 10:30\nCoffee",
            [
                ("09:00", "09:30", "Welcome"),
                ("09:30", "10:00", "Keynote"),
                ("10:00", "10:30", "Coffee"),
            ],
        ),
        ("2021 Main areas\n2021 Other areas", []),
        ("10:00 Only one line", []),
    ],
)
def test_a_programme_is_read(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    def shown(time: dt.time | None) -> str | None:
        return None if time is None else f"{time:%H:%M}"

    slots = [one.value for one in agenda.slots(text, lines_of(text))]

    assert expected == [(shown(s.clock.time), shown(s.clock.end_time), s.title) for s in slots]


def test_words_that_lead_somewhere_keep_their_address() -> None:
    text = "Programme. Please register here by May. Sign up here."
    there = text.index("here")
    anchors = (
        Anchor(start=0, end=9, address="https://nets.example/programme"),
        Anchor(start=there, end=there + 4, address="https://nets.example/register"),
    )

    found = list(links.addresses(text, Span(10, len(text)), anchors))

    assert [
        ("https://nets.example/register", "here", []),
        ("", "Sign up here", [DoubtKind.LINK_MISSING]),
    ] == [(one.value.address, one.value.words, [d.kind for d in one.doubts]) for one in found]


def test_addresses_are_read_and_lost_ones_doubted() -> None:
    text = "See https://nets.example/a.pdf. Write to a.b@nets.example! Please register here by May."

    found = list(links.addresses(text, whole(text)))

    told = [(one.value.address, [d.kind for d in one.doubts]) for one in found]
    assert [
        ("https://nets.example/a.pdf", []),
        ("a.b@nets.example", []),
        ("", [DoubtKind.LINK_MISSING]),
    ] == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What should the states of the world do in this?", "en"),
        ("Hvem skal rydde opp når det ikke er noen?", "no"),
        ("¿Qué debe hacer el país con las redes?", "es"),
        ("Quel rôle pour les acteurs et les réseaux ?", "fr"),
        ("Wie sollen die Staaten auf das Netz der Zukunft reagieren und wer?", "de"),
        ("Nets 2023", ""),
    ],
)
def test_the_commonest_words_tell_the_language(text: str, expected: str) -> None:
    assert expected == language.of(text)
