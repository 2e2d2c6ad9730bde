import os

import pytest

from tests.store.lives import LIVES
from tests.store.tally import Tally, in_its_own_process, table
from tests.support import IS_LONG

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")


def test_writers_killed_at_any_moment_lose_nothing_that_was_acknowledged() -> None:
    kills = 1_000 if IS_LONG else 40

    tally = in_its_own_process("random kills", kills)

    assert tally.faults == []
    assert tally.crashes == kills


@pytest.mark.parametrize("life", LIVES)
def test_writers_killed_at_each_system_call_lose_nothing_that_was_acknowledged(life: str) -> None:
    step = 1 if IS_LONG else 11

    tally = in_its_own_process(f"a kill at each call, {life}", step)

    assert tally.faults == []
    assert tally.crashes > 100 / step


def test_a_store_without_its_journal_is_found_out() -> None:
    tally = in_its_own_process("a kill at each call, no journal", 11)

    assert tally.broken("half") > 3


@pytest.mark.parametrize("disk", ["full", "failing"])
@pytest.mark.parametrize("lasting", ["once", "from then on"])
def test_what_was_acknowledged_stays_whatever_a_disk_refuses(disk: str, lasting: str) -> None:
    step = 1 if IS_LONG else 5

    tally = in_its_own_process(f"a {disk} disk at each call, {lasting}", step)

    assert tally.faults == []
    assert tally.crashes > 80 / step


def test_a_store_that_swallows_refusals_is_found_out() -> None:
    tally = in_its_own_process("a full disk at each call, refusals swallowed", 5)

    assert tally.broken("lost") > 2


def test_the_long_run_prints_what_each_row_came_to() -> None:
    printed = table({"kills": Tally(1_200, ["lost: 3", "half: 4", "half: 5"])})

    assert printed.splitlines()[-1] == "| kills | 1,200 | 0 | 1 | 2 | 0 |"
