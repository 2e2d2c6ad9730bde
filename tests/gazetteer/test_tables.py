"""The tables: whole, free of clashes, and with their sources."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files

import pytest

from briefing import when
from briefing.gazetteer import tables
from briefing.gazetteer.entries import ForumEntry, Place, StakeholderEntry, StakeholderKind
from briefing.text import fold, slug

Named = ForumEntry | StakeholderEntry | Place

ALL: tuple[Named, ...] = (*tables.forums(), *tables.stakeholders(), *tables.places())


def named_twice(entries: Iterable[Named]) -> list[str]:
    """Return the names that two entries share although neither flags them."""
    owners: dict[str, list[bool]] = {}
    for entry in entries:
        flagged = {fold(name) for name in entry.needs_context}
        for name in {fold(name) for name in entry.names()}:
            owners.setdefault(name, []).append(name in flagged)
    return [name for name, flags in owners.items() if len(flags) > 1 and not all(flags)]


@pytest.mark.parametrize("table", tables.TABLES)
def test_a_table_has_sources_and_entries_and_nothing_else(table: str) -> None:
    text = files("briefing.gazetteer").joinpath(f"{table}.toml").read_text(encoding="utf-8")

    assert set(tomllib.loads(text)) - {"as_of"} == {"sources", "entries"}


@pytest.mark.parametrize("table", tables.TABLES)
def test_every_source_of_a_table_has_a_title_a_body_and_a_public_address(table: str) -> None:
    sources = tables.references(table)

    assert sources
    assert all(s.title and s.body and s.address.startswith("http") for s in sources)
    assert len(sources) == len({s.id for s in sources})


def test_ids_are_slugs_and_no_forum_shares_one_with_a_stakeholder() -> None:
    ids = [forum.id for forum in tables.forums()] + [s.id for s in tables.stakeholders()]

    assert [id_ for id_ in ids if slug(id_, longest=60) != id_] == []
    assert [id_ for id_, times in Counter(ids).items() if times > 1] == []


@pytest.mark.parametrize("table", tables.TABLES)
def test_a_source_is_dated_as_iso_writes_it_or_not_at_all(table: str) -> None:
    dates = [source.date for source in tables.references(table)]

    assert dates == [when.from_iso(date).written for date in dates]


@pytest.mark.parametrize("table", tables.TABLES)
def test_no_document_stands_twice_among_the_sources_of_a_table(table: str) -> None:
    addresses = Counter(source.address for source in tables.references(table))

    assert [address for address, times in addresses.items() if times > 1] == []


def test_a_name_shared_by_two_entries_is_flagged_in_both() -> None:
    assert named_twice(tables.forums()) == []
    assert named_twice(tables.stakeholders()) == []
    assert named_twice(tables.places()) == []


def test_an_adjective_shared_by_two_states_is_flagged_in_both() -> None:
    owners: dict[str, list[StakeholderEntry]] = {}
    for state in tables.stakeholders():
        for adjective in state.adjectives:
            owners.setdefault(adjective, []).append(state)

    shared = {word: states for word, states in owners.items() if len(states) > 1}

    assert set(shared) == {"Congolese", "Dominican"}
    assert all(word in s.needs_context for word, states in shared.items() for s in states)


def test_only_names_of_an_entry_are_flagged_as_needing_context() -> None:
    for entry in ALL:
        own = {*entry.names(), *getattr(entry, "adjectives", ())}

        assert [name for name in entry.needs_context if name not in own] == [], entry.name


def test_no_entry_gives_one_name_twice() -> None:
    for entry in ALL:
        assert [n for n, times in Counter(entry.names()).items() if times > 1] == [], entry.name


def test_every_state_of_the_united_nations_and_its_observers_has_one_country_code() -> None:
    states = [s for s in tables.stakeholders() if s.kind is StakeholderKind.STATE]

    assert len(states) == 193 + 2
    assert len({s.country for s in states}) == len(states)
    assert {s.country for s in states} <= set(iso_codes())


def test_only_states_have_a_country() -> None:
    others = [s for s in tables.stakeholders() if s.kind is not StakeholderKind.STATE]

    assert [s.id for s in others if s.country] == []


def test_a_stakeholder_that_is_a_forum_too_bears_the_same_name_there() -> None:
    forums = {forum.id: forum for forum in tables.forums()}

    for stakeholder in tables.stakeholders():
        if stakeholder.forum:
            shared = set(stakeholder.names()) & set(forums[stakeholder.forum].names())

            assert shared, stakeholder.id


def test_names_that_are_as_often_a_person_or_a_region_need_context() -> None:
    flagged = {name for s in tables.stakeholders() for name in s.needs_context}

    assert {"Georgia", "Jordan", "Chad", "Turkey", "Niger", "Guinea", "Dominica", "Mali"} <= flagged


def test_a_theme_is_called_by_one_plain_name_that_can_stand_in_a_path() -> None:
    names = [topic.name for topic in tables.topics()]

    assert len(names) == len({fold(name) for name in names})
    assert [name for name in names if "/" in name or ";" in name or len(name) > 32] == []


def test_no_word_tells_two_themes_or_one_theme_twice() -> None:
    told = Counter(fold(word) for topic in tables.topics() for word in (*topic.words, *topic.hints))

    assert [word for word, times in told.items() if times > 1] == []


def test_themes_name_known_sources_and_no_source_stands_unused() -> None:
    known = {source.id for source in tables.references("topics")}

    assert known == {source for topic in tables.topics() for source in topic.sources}


def test_the_mandate_of_the_oewg_is_the_backbone_of_the_themes() -> None:
    mandate = [topic.name for topic in tables.topics() if "oewg-mandate" in topic.sources]

    assert mandate == [
        "Threats",
        "Norms of responsible behaviour",
        "International law",
        "Confidence-building measures",
        "Capacity building",
        "Regular institutional dialogue",
    ]


def iso_codes() -> list[str]:
    text = files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text(encoding="utf-8")
    return [line.split("\t")[0] for line in text.splitlines() if not line.startswith("#")]
