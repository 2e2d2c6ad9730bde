import pytest
from hypothesis import given, strategies as st

from briefing.gazetteer import tables
from briefing.gazetteer.entries import TopicEntry
from briefing.reader.candidate import Candidate
from briefing.reader.fields.topics import MOST, Telling, of_event, of_question, tellings, within
from briefing.reader.lines import Span
from briefing.reader.words import words_of

NAMES = {topic.name for topic in tables.topics()}


def told(text: str) -> tuple[Telling, ...]:
    return tellings(text, words_of(text))


def of_lines(title: str, question: str = "", text: str = "") -> tuple[Candidate[str], ...]:
    page = "\n".join((title, question, text))
    asked = Span(len(title) + 1, len(title) + 1 + len(question))
    rest = Span(asked.end + 1, len(page))
    return of_event(told(page), [Span(0, len(title))], [asked], [rest])


def asked_at(question: str, title: str) -> tuple[Candidate[str], ...]:
    page = f"{title}\n{question}"
    return of_question(told(page), Span(len(title) + 1, len(page)), [Span(0, len(title))])


def names(found: tuple[Candidate[str], ...]) -> list[str]:
    return [one.value for one in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which norms bind a lighthouse?", ["Norms of responsible behaviour"]),
        ("Does international humanitarian law protect a buoy?", ["International law"]),
        ("Can CBMs keep two harbours calm?", ["Confidence-building measures"]),
        ("Who trains whom, and is capacity-building a gift?", ["Capacity building"]),
        ("What comes after a permanent mechanism?", ["Regular institutional dialogue"]),
        ("How binding is a programme of action?", ["Programme of action"]),
        ("Must attribution be public?", ["Cyber attribution"]),
        ("Do sanctions deter pirates?", ["Deterrence and sanctions"]),
        ("Is the Budapest Convention enough?", ["Cybercrime"]),
        ("Should a port ever give in to ransomware?", ["Ransomware"]),
        ("Who mends undersea cables?", ["Critical infrastructure"]),
        ("Whom does a CERT call at night?", ["Incident response"]),
        ("Who answers for the software supply chain?", ["Supply chain security"]),
        ("May a state buy spyware?", ["Commercial cyber capabilities"]),
        ("What does AI change at sea?", ["Emerging technologies"]),
        ("Who answers fake news about tides?", ["Disinformation"]),
        ("Where is net neutrality headed?", ["Internet governance"]),
        ("Has civil society a chair here?", ["Who takes part"]),
        ("Does the private sector warn in time?", ["Public-private cooperation"]),
        ("Do human rights stop at the pier?", ["Human rights"]),
        ("Are women on watch?", ["Gender and inclusion"]),
        ("Who keeps the personal data of sailors?", ["Privacy and data"]),
        ("Is digital sovereignty a wall?", ["Digital sovereignty"]),
        ("Bør kapasitetsbyggingen være gratis?", ["Capacity building"]),
        ("Gjelder folkeretten for bøyer?", ["International law"]),
        ("Le droit international suffit-il ?", ["International law"]),
        ("Qui finance le renforcement des capacités ?", ["Capacity building"]),
        ("Schützt das Völkerrecht die Boje?", ["International law"]),
        ("¿Quién protege los derechos humanos?", ["Human rights"]),
        ("Who paints the buoys?", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_question_is_about_what_its_own_words_tell(question: str, expected: list[str]) -> None:
    assert expected == names(asked_at(question, "Evening at the pier"))


@pytest.mark.parametrize(
    "words",
    [
        "j'ai une question",
        "the normal tide",
        "an abnormality",
        "https://pier.example/human-rights/ransomware",
        "cert of origin",
        "internet. The governance",
    ],
)
def test_parts_of_words_addresses_and_small_acronyms_tell_nothing_for_sure(words: str) -> None:
    assert [one for one in told(words) if not one.is_hint] == []


def test_the_longest_phrase_is_taken_and_nothing_within_it() -> None:
    found = told("a Multistakeholder Advisory Group")

    assert [("Internet governance", 3)] == [(one.topic.name, one.length) for one in found]


def test_a_question_without_words_of_its_own_goes_by_the_title_of_its_event_and_is_less_sure() -> (
    None
):
    (own,) = asked_at("Is ransomware rising?", "Evening at the pier")
    (borrowed,) = asked_at("Is it rising?", "Ransomware at the pier")

    assert "Ransomware" == own.value == borrowed.value
    assert borrowed.confidence < own.confidence


def test_a_title_that_only_hints_gives_its_questions_no_theme() -> None:
    assert asked_at("Is it rising?", "A regional evening at the pier") == ()


def test_a_question_with_words_of_its_own_does_not_borrow_from_the_title() -> None:
    found = asked_at("Is ransomware rising?", "Human rights at the pier")

    assert ["Ransomware"] == names(found)


def test_the_title_goes_before_a_question_and_a_question_before_the_text() -> None:
    found = of_lines(
        "Ransomware at the pier",
        "What about human rights?",
        "Spyware is sold here. Spyware is bought there.",
    )

    assert ["Ransomware", "Human rights", "Commercial cyber capabilities"] == names(found)
    assert [one.confidence for one in found] == sorted(
        (one.confidence for one in found), reverse=True
    )


def test_words_said_of_other_things_too_go_after_those_that_are_not() -> None:
    assert ["Human rights", "Capacity building"] == names(of_lines("Capacity and human rights"))


def test_a_broad_theme_goes_after_a_narrow_one() -> None:
    found = of_lines("A multistakeholder view of the supply chain")

    assert ["Supply chain security", "Who takes part"] == names(found)


def test_what_a_text_says_once_in_passing_is_not_what_it_is_about() -> None:
    once = of_lines("Evening at the pier", text="Somebody mentions ransomware.")
    twice = of_lines("Evening at the pier", text="Ransomware is rising. Who pays for ransomware.")
    vaguely = of_lines("Evening at the pier", text="The police, the police, the police.")

    assert ([], ["Ransomware"], []) == (names(once), names(twice), names(vaguely))


def test_no_more_than_a_few_themes_are_given() -> None:
    found = of_lines("Ransomware, spyware, human rights, net neutrality and attribution")

    assert len(found) == MOST


words = st.sampled_from(
    [form for topic in tables.topics() for form in (*topic.words, *topic.hints)]
)
texts = st.lists(st.one_of(words, st.text(max_size=6)), max_size=30).map(" ".join)


@given(texts)
def test_tellings_stand_in_order_within_the_text_and_never_overlap(text: str) -> None:
    ends = [edge for one in told(text) for edge in (one.start, one.end)]

    assert ends == sorted(ends)
    assert all(0 <= edge <= len(text) for edge in ends)


@given(texts, texts, texts)
def test_every_theme_is_known_given_once_and_cites_words_that_tell_it(
    title: str, question: str, text: str
) -> None:
    page = "\n".join((title, question, text))

    found = of_lines(title, question, text)

    assert len(found) == len(set(names(found))) <= MOST
    for one in found:
        assert one.value in NAMES
        assert 0 < one.confidence < 1
        assert one.value in {t.topic.name for t in within(told(page), Span(one.start, one.end))}


@pytest.mark.parametrize("topic", tables.topics(), ids=lambda topic: topic.name)
def test_each_word_of_a_theme_tells_that_theme(topic: TopicEntry) -> None:
    for word in (*topic.words, *topic.hints):
        assert [topic.name] == [one.topic.name for one in told(word)], word
