import pytest

from briefing.reader.labelled import Label, label_of
from briefing.reader.lines import lines_of


@pytest.mark.parametrize(
    ("written", "expected", "value"),
    [
        ("Date: Monday 24 July", Label.DATE, "Monday 24 July"),
        ("Fecha: jueves 19 de agosto", Label.DATE, "jueves 19 de agosto"),
        ("When and where: 3 May, Lima", Label.DATE, "3 May, Lima"),
        ("VENUE – Net House", Label.VENUE, "Net House"),
        ("• Registration: by 3 May", Label.REGISTRATION, "by 3 May"),
        ("Speaker 2: Jon Aas", Label.SPEAKERS, "Jon Aas"),
        ("Ordstyrer: Eva Lie", Label.MODERATOR, "Eva Lie"),
        ("Veranstalter: Institut X", Label.ORGANISERS, "Institut X"),
        ("Policy Question(s)", Label.QUESTIONS, ""),
    ],
)
def test_a_label_is_known_in_many_languages(written: str, expected: Label, value: str) -> None:
    (line,) = lines_of(written)

    found = label_of(line)

    assert found is not None
    assert (expected, value) == (found.label, found.value.words(written))


@pytest.mark.parametrize("written", ["Cyber norms: what next?", "DAY 1", "Overview – of nets"])
def test_a_title_or_a_day_of_a_programme_is_no_label(written: str) -> None:
    (line,) = lines_of(written)

    assert label_of(line) is None


def test_a_label_alone_reaches_down_to_the_next_label_or_gap() -> None:
    text = "Speakers\n\nAna Berg\nJon Aas\n\nSomething else"
    lines = lines_of(text)

    label = label_of(lines[0])

    assert label is not None
    assert "Ana Berg\nJon Aas" == label.reach(text, lines, len(text)).words(text)
