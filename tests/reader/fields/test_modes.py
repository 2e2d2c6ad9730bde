import pytest

from briefing.model import Mode
from briefing.reader.fields import modes
from briefing.reader.lines import Span


def said(*sentences: str, has_place: bool) -> Mode | None:
    text = "\n".join(sentences)
    at = [text.index(one) for one in sentences]
    spans = [Span(start, start + len(one)) for start, one in zip(at, sentences, strict=True)]
    found = modes.weighed(modes.signs(text, spans), has_place=has_place)
    return found.value if found else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Every session is livestreamed.",
        "Remote participation is possible.",
        "Retransmission en direct sur notre chaîne",
        "Seminaret strømmes.",
        "Die Veranstaltung wird live übertragen.",
        "El acto se retransmitirá.",
        "Those who join online take part in all exercises.",
        "Zoom links go out the evening before.",
        "Join us at the house or via Zoom.",
        "You can also follow the talk on YouTube.",
    ],
)
def test_what_can_be_seen_from_elsewhere_is_hybrid_where_there_is_a_place(sentence: str) -> None:
    assert said(sentence, has_place=True) is Mode.HYBRID


@pytest.mark.parametrize(
    "sentence",
    [
        "There will be no remote connection.",
        "In person only, please.",
        "La sesión no se retransmite.",
        "Det blir ingen strømming.",
        "The talk will not be streamed.",
        "Nur vor Ort.",
    ],
)
def test_who_says_that_it_is_not_seen_elsewhere_has_it_in_person(sentence: str) -> None:
    assert said(sentence, "Join us online.", has_place=True) is Mode.IN_PERSON


@pytest.mark.parametrize(
    "sentence",
    [
        "A recording will be available online afterwards.",
        "Please register online.",
        "Earlier editions took place in Lima and online.",
        "Norms, digital rights and remote islands are discussed.",
        "Safety online is a right, and online harms are many.",
    ],
)
def test_what_else_is_online_says_nothing_of_the_event(sentence: str) -> None:
    assert said(sentence, has_place=True) is None
    assert said(sentence, has_place=False) is None


@pytest.mark.parametrize(
    "sentence",
    ["The webinar begins at noon.", "We meet on Microsoft Teams.", "It takes place online."],
)
def test_without_a_place_a_channel_has_it_online(sentence: str) -> None:
    assert said(sentence, has_place=False) is Mode.ONLINE


def test_a_line_names_the_tool() -> None:
    assert modes.mode_of_line("Online via BigBlueButton") == (Mode.ONLINE, "")
    assert modes.mode_of_line("Harbour House, and live stream") == (Mode.HYBRID, "Harbour House")
    assert modes.mode_of_line("Webinar on nets") is None
