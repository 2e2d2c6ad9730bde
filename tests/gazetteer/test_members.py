"""Who belongs to which group of states, on a day."""

import datetime as dt
from itertools import pairwise

import pytest

from briefing import when
from briefing.gazetteer import tables
from briefing.gazetteer.entries import Accession, StakeholderKind

KINDS = {holder.id: holder.kind for holder in tables.stakeholders()}
PUBLISHED = dt.date(2026, 6, 1)


def day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)


@pytest.mark.parametrize(
    ("group", "member", "last_out", "first_in"),
    [
        ("european-union", "croatia", "2013-06-30", "2013-07-01"),
        ("nato-allies", "finland", "2023-04-03", "2023-04-04"),
        ("nato-allies", "sweden", "2024-03-06", "2024-03-07"),
        ("brics-members", "egypt", "2023-12-31", "2024-01-01"),
        ("brics-members", "indonesia", "2024-12-31", "2025-01-06"),
        ("g20-members", "african-union", "2023-09-08", "2023-09-09"),
        ("sco-states", "india", "2017-06-08", "2017-06-09"),
        ("asean-states", "timor-leste", "2025-10-25", "2025-10-26"),
        ("african-union", "morocco", "2017-01-30", "2017-01-31"),
    ],
)
def test_a_state_belongs_from_its_first_day_on(
    group: str, member: str, last_out: str, first_in: str
) -> None:
    assert member not in tables.members(group, day(last_out))
    assert member in tables.members(group, day(first_in))


@pytest.mark.parametrize(
    ("group", "member", "last_in", "first_out"),
    [
        ("european-union", "united-kingdom", "2020-01-31", "2020-02-01"),
        ("ecowas", "mali", "2025-01-28", "2025-01-29"),
        ("foc-members", "united-states", "2026-02-10", "2026-02-11"),
    ],
)
def test_a_state_that_left_belongs_to_its_last_day(
    group: str, member: str, last_in: str, first_out: str
) -> None:
    assert member in tables.members(group, day(last_in))
    assert member not in tables.members(group, day(first_out))


@pytest.mark.parametrize(
    ("group", "on", "count"),
    [
        ("european-union", "2012-01-01", 27),
        ("european-union", "2019-01-01", 28),
        ("european-union", "2024-01-01", 27),
        ("nato-allies", "2024-12-31", 32),
        ("brics-members", "2023-12-31", 5),
        ("brics-members", "2024-12-31", 9),
        ("g7-members", "2024-01-01", 7),
        ("g20-members", "2022-01-01", 20),
        ("nordic-baltic-eight", "2024-01-01", 8),
        ("asean-states", "2024-01-01", 10),
        ("osce-states", "2024-01-01", 57),
        ("league-of-arab-states", "2024-01-01", 22),
        ("african-group", "2024-01-01", 54),
        ("eastern-european-group", "2024-01-01", 23),
        ("grulac", "2024-01-01", 33),
        ("weog", "2024-01-01", 28),
        ("ecowas", "2026-01-01", 12),
        ("gcc", "2024-01-01", 6),
        ("sco-states", "2025-01-01", 10),
        ("cplp", "2024-01-01", 9),
    ],
)
def test_a_group_has_as_many_members_as_its_documents_say(group: str, on: str, count: int) -> None:
    assert count == len(tables.members(group, day(on)))


def test_every_state_of_the_united_nations_is_in_a_regional_group_but_the_united_states() -> None:
    regions = ("african-group", "asia-pacific-group", "eastern-european-group", "grulac", "weog")
    states = {holder.id for holder in tables.stakeholders() if holder.country}
    members = [member for region in regions for member in tables.members(region, PUBLISHED)]

    assert {"united-states", "holy-see", "palestine"} == states - set(members)
    assert ["turkiye"] == [one for one, other in pairwise(sorted(members)) if one == other]


def test_a_group_whose_members_no_document_names_has_none() -> None:
    assert () == tables.members("arab-group", PUBLISHED)


@pytest.mark.parametrize("row", tables.accessions(), ids=lambda row: f"{row.group} {row.since}")
def test_groups_and_members_are_known_and_days_are_in_order(row: Accession) -> None:
    first, last = when.from_iso(row.since).date, when.from_iso(row.until).last_date

    assert KINDS[row.group] is StakeholderKind.GROUP
    assert {KINDS[id_] for id_ in row.members} <= {StakeholderKind.STATE, StakeholderKind.GROUP}
    assert len(row.members) == len(set(row.members))
    assert first is None or last is None or first < last


def test_nobody_belongs_to_a_group_twice() -> None:
    pairs = [(row.group, member) for row in tables.accessions() for member in row.members]

    assert len(pairs) == len(set(pairs))


def test_each_row_names_known_sources_and_no_source_stands_unused() -> None:
    known = {source.id for source in tables.references("members")}

    assert all(row.sources for row in tables.accessions())
    assert known == {source for row in tables.accessions() for source in row.sources}
