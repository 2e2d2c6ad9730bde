import os
import random
from pathlib import Path

import pytest

from briefing.model import Event
from briefing.store import Change, DamagedError
from briefing.store.check import check
from tests.git import ALONE, git, needs_git
from tests.store.clones import Clone, Ledger, clones, offered, words
from tests.store.support import change

pytestmark = needs_git

IS_LONG = bool(os.environ.get("BRIEFING_TEST_LONG"))
ROUNDS, SEEDS = (40, range(20)) if IS_LONG else (15, range(1))


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)


def play_round(clone: Clone, ledger: Ledger, chance: random.Random) -> None:
    """Have one person edit a desk, and perhaps share it: closed, killed, or while it is open."""
    for _ in range(chance.randrange(1, 4)):
        ledger.edit(clone)
    ending = chance.choice(("open", "folded", "killed", "killed after a fold", "closed"))
    if ending in ("folded", "killed after a fold"):
        clone.opened().fold()
        ledger.edit(clone)
    if ending.startswith("killed"):
        clone.kill()
    if ending == "closed":
        clone.close()
    if chance.random() < 0.25:
        ledger.edit_file(clone)
    if chance.random() < 0.5:
        clone.sync()
    if clone.store is not None and chance.random() < 0.7:
        clone.store.refresh()


def share_all(people: list[Clone]) -> None:
    for clone in [*people, *people]:
        clone.opened().refresh()
        clone.close()
        clone.sync()


def held(clone: Clone) -> list[Event]:
    events = [*clone.opened().all(Event)]
    assert [] == clone.opened().problems()
    clone.close()
    return events


def tables(clone: Clone) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in clone.data.glob("*.jsonl")}


@pytest.mark.parametrize("seed", SEEDS)
def test_three_people_share_a_desk_and_lose_nothing(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    people, ledger = clones(tmp_path), Ledger(chance)

    for _ in range(ROUNDS):
        play_round(chance.choice(people), ledger, chance)
    share_all(people)

    assert tables(people[0]) == tables(people[1]) == tables(people[2])
    assert set() == ledger.wanted - {word for event in held(people[0]) for word in words(event)}


def test_what_two_people_changed_is_shown_to_the_third(tmp_path: Path) -> None:
    people = clones(tmp_path)

    for clone in people[:2]:
        before = clone.opened().get(Event, "talk-22222")
        change(clone.opened(), Change(before, Event(id="talk-22222", title=clone.person)))
        clone.close()
    share_all(people)

    (event,) = held(people[2])
    assert [people[1].person] == [event.title]
    assert [people[0].person] == [*offered(event, "title")]
    assert ["title"] == [path for path, _ in event.doubts]


def test_a_merge_without_the_program_is_refused_and_mended(tmp_path: Path) -> None:
    people = clones(tmp_path)
    for clone in people[:2]:
        before = clone.opened().get(Event, "talk-22222")
        change(clone.opened(), Change(before, Event(id="talk-22222", title=clone.person)))
        clone.close()
    git(people[1].folder, "config", "--remove-section", "merge.briefing")
    people[0].sync()

    with pytest.raises(AssertionError, match="CONFLICT"):
        people[1].sync()
    with pytest.raises(DamagedError, match=r"events\.jsonl:1: a git merge was left unresolved"):
        people[1].opened()
    check(people[1].data, mend=True)

    (event,) = held(people[1])
    assert people[1].person == event.title
    assert people[0].person in offered(event, "title")
