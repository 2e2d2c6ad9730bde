"""What states are called in five languages, and what is flagged as meaning other things too."""

from collections import Counter
from collections.abc import Iterator

import pytest

from briefing.gazetteer import tables
from briefing.gazetteer.entries import StakeholderEntry
from briefing.text import fold

LANGUAGES = ("no", "fr", "de", "es")
HOLDERS = {holder.id: holder for holder in tables.stakeholders()}
STATES = [holder for holder in HOLDERS.values() if holder.country]


def adjectives() -> Iterator[tuple[str, str]]:
    for state in STATES:
        for language in LANGUAGES:
            yield from ((language, fold(word)) for word in state.local[language].adjectives)


@pytest.mark.parametrize(
    ("state", "language", "name", "adjective"),
    [
        ("germany", "no", "Tyskland", "tysk"),
        ("germany", "fr", "Allemagne", "allemande"),
        ("germany", "de", "Deutschland", "deutsch"),
        ("germany", "es", "Alemania", "alemán"),
        ("norway", "no", "Norge", "norsk"),
        ("norway", "de", "Norwegen", "norwegisch"),
        ("iceland", "no", "Island", "islandsk"),
        ("turkiye", "fr", "Turquie", "turque"),
        ("china", "es", "República Popular China", "chino"),
        ("netherlands", "es", "Países Bajos", "neerlandés"),
        ("united-states", "de", "Vereinigte Staaten", "amerikanisch"),
        ("switzerland", "fr", "Suisse", "suisse"),
    ],
)
def test_a_state_has_its_names_and_adjectives_in_each_language(
    state: str, language: str, name: str, adjective: str
) -> None:
    local = HOLDERS[state].local[language]

    assert name in local.names
    assert adjective in local.adjectives


def test_adjectives_in_other_languages_are_known_for_most_states() -> None:
    known = Counter(language for language, _ in {(a, s.id) for s in STATES for a in told(s)})

    assert {language: known[language] >= 135 for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, True
    )


def told(state: StakeholderEntry) -> list[str]:
    return [language for language in LANGUAGES if state.local[language].adjectives]


def test_no_adjective_of_a_language_is_that_of_two_states() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for state in STATES:
        for language in LANGUAGES:
            for word in state.local[language].adjectives:
                owners.setdefault((language, fold(word)), set()).add(state.id)

    assert {word: ids for word, ids in owners.items() if len(ids) > 1} == {}


def test_adjectives_stand_without_endings() -> None:
    written = set(adjectives())

    assert [w for language, w in written if language == "no" and not w.endswith(("sk", "k"))] == []
    assert [w for language, w in written if language in {"fr", "es"} and w.endswith("ses")] == []


def test_what_is_flagged_in_a_language_is_flagged_everywhere_and_a_name_there() -> None:
    for holder in HOLDERS.values():
        for local in holder.local.values():
            flagged = set(local.needs_context) - set(local.adjectives)
            assert flagged <= set(local.names) & set(holder.needs_context), holder.id


def test_no_language_repeats_the_english_names_or_itself() -> None:
    for holder in HOLDERS.values():
        english = {holder.acronym, holder.name, *holder.aliases}
        for local in holder.local.values():
            assert not english & set(local.names), holder.id
            assert len(local.names) == len(set(local.names)), holder.id
            assert len(local.adjectives) == len(set(local.adjectives)), holder.id


@pytest.mark.parametrize(
    "name", ["Island", "Chili", "Granada", "Grenade", "Maurice", "Dominique", "Níger", "Kongo"]
)
def test_names_that_are_words_of_another_language_are_flagged(name: str) -> None:
    assert any(name in holder.needs_context for holder in STATES)
