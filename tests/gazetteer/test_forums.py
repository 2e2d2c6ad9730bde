"""The forums: enough of them, each sourced, and in order with those before and after them."""

import datetime as dt

import pytest

from briefing.gazetteer import tables
from briefing.gazetteer.entries import ForumEntry
from briefing.text import fold

FORUMS = {forum.id: forum for forum in tables.forums()}
HEIRS = [forum for forum in tables.forums() if forum.succeeds]


def test_the_forums_of_the_field_are_told_up_to_a_day() -> None:
    assert len(FORUMS) >= 150
    assert tables.as_of("forums") == dt.date(2026, 11, 22)


def test_a_table_that_tells_of_no_day_has_none() -> None:
    assert tables.as_of("zones") is None


def test_nothing_is_dated_after_the_day_that_the_table_is_brought_up_to() -> None:
    day = tables.as_of("forums")
    years = [y for f in tables.forums() for y in (f.first_year, f.last_year) if y is not None]

    assert day is not None
    assert max(years) <= day.year
    assert max(source.date for source in tables.references("forums")) <= day.isoformat()


def test_every_forum_names_a_document_that_tells_of_it() -> None:
    assert [forum.id for forum in tables.forums() if not forum.sources] == []


def test_forums_name_known_sources_and_no_source_stands_unused() -> None:
    known = {source.id for source in tables.references("forums")}

    assert known == {source for forum in tables.forums() for source in forum.sources}


def test_no_forum_names_one_document_twice() -> None:
    assert [f.id for f in tables.forums() if len(set(f.sources)) < len(f.sources)] == []


def test_an_encyclopedia_that_anyone_writes_backs_no_claim_on_a_forum() -> None:
    told = [(s.id, s.body, s.address) for s in tables.references("forums")]

    assert [id_ for id_, body, _ in told if "wiki" in body.lower()] == []
    assert [id_ for id_, _, address in told if "wikipedia" in address] == []


@pytest.mark.parametrize("step", ["parent", "succeeds"])
def test_parents_and_predecessors_are_forums_and_no_chain_of_them_is_a_ring(step: str) -> None:
    for forum in tables.forums():
        seen = {forum.id}
        before = getattr(forum, step)
        while before is not None:
            assert before in FORUMS, f"{forum.id}: {step} {before}"
            assert before not in seen, f"{forum.id}: {step} goes round"
            seen.add(before)
            before = getattr(FORUMS[before], step)


def test_a_forum_ends_no_earlier_than_it_begins() -> None:
    ended = [f for f in tables.forums() if f.first_year and f.last_year]

    assert [f.id for f in ended if (f.first_year or 0) > (f.last_year or 0)] == []


@pytest.mark.parametrize("heir", HEIRS, ids=lambda forum: forum.id)
def test_a_forum_that_took_over_begins_when_the_one_before_had_begun_and_ended(
    heir: ForumEntry,
) -> None:
    before = FORUMS[heir.succeeds or ""]

    assert heir.first_year is not None
    assert before.last_year is not None
    assert (before.first_year or 0) < heir.first_year
    assert before.last_year <= heir.first_year


def test_no_forum_was_taken_over_twice() -> None:
    before = [forum.succeeds for forum in HEIRS]

    assert len(before) == len(set(before))


def test_the_groups_on_information_security_lead_to_the_mechanism_of_today() -> None:
    mechanism = FORUMS["un-global-mechanism"]

    assert mechanism.last_year is None
    assert mechanism.succeeds == "un-oewg"
    assert FORUMS["un-oewg"].succeeds == "un-oewg-2019"


def test_the_six_groups_of_governmental_experts_are_told_apart_by_their_years() -> None:
    groups = [forum for forum in tables.forums() if forum.parent == "un-gge"]

    assert [group.period for group in groups] == [
        "2004–2005",
        "2009–2010",
        "2012–2013",
        "2014–2015",
        "2016–2017",
        "2019–2021",
    ]
    assert all(group.acronym == f"UN GGE {group.period}" for group in groups)


def test_umbrella_bodies_treaties_and_manuals_are_no_policy_forums() -> None:
    mentioned_only = {forum.id for forum in tables.forums() if not forum.policy_forum}

    assert {
        "un",
        "eu",
        "nato",
        "interpol",
        "iso",
        "budapest-convention",
        "tallinn-manual",
    } <= mentioned_only
    assert {"un-oewg", "un-gge", "igf", "osce", "gfce", "gccs"}.isdisjoint(mentioned_only)


def test_only_a_treaty_with_meetings_of_its_own_is_both_instrument_and_policy_forum() -> None:
    both = [f.id for f in tables.forums() if f.kind == "instrument" and f.policy_forum]

    assert both == ["bwc"]


SHORTHAND = {
    "ASO", "CIGF", "CRI", "DCO", "DFI", "EAS", "FIRST", "GAC", "HRC", "IAB", "ISCG", "MAG", "MSC",
    "OESG", "OSET", "PIF", "PoA", "SAIGF", "SIF", "SPDE", "WRC",
}  # fmt: skip
"""Letters that other fields use for other things."""


def test_letters_that_stand_for_other_things_elsewhere_need_context() -> None:
    flagged = {name for forum in tables.forums() for name in forum.needs_context}

    assert SHORTHAND - flagged == set()


COMMON = {
    "cert", "charter", "coalition", "commission", "committee", "compact", "conference",
    "convention", "council", "dialogue", "directive", "forum", "group", "initiative", "las",
    "manual", "mechanism", "network", "panel", "process", "summit", "the pact", "working group",
}  # fmt: skip


def test_no_forum_goes_by_a_word_that_any_text_may_hold() -> None:
    plain = {fold(name) for forum in tables.forums() for name in forum.names()}

    assert plain & COMMON == set()


def test_a_forum_tells_its_years_as_they_are_printed() -> None:
    assert FORUMS["un-oewg"].period == "2021–2025"
    assert FORUMS["igf"].period == "since 2006"
    assert FORUMS["un-first-committee"].period == ""


def test_a_forum_is_named_by_its_short_name_first() -> None:
    assert list(FORUMS["igf"].names())[:2] == ["IGF", "Internet Governance Forum"]
