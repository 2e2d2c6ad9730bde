"""Two desks on which only somebody else said the same give others the same, byte for byte."""

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import HealthCheck, given, settings, strategies as st

from briefing.desk import issuing, note_files
from briefing.desk.desk import Desk
from briefing.desk.note_files import Wanted
from briefing.model import (
    Event,
    Level,
    Note,
    Position,
    Record,
    Stakeholder,
    Stance,
)
from briefing.note.kinds import kinds
from tests.desk.closed_talks import JUNE, TODAY, VOICES, Thing, Voice, desk_of, things
from tests.desk.leaving import WIDER, exports, listings, notes
from tests.desk.support import make_folder, open_desk
from tests.support import IS_LONG


def left(
    records: Sequence[Record],
    level: Level,
    endings: Sequence[str],
    names: Collection[str] = kinds(),
) -> Mapping[str, bytes]:
    """All that leaves a desk for others in notes and exports, by what it is."""
    with TemporaryDirectory() as folder:
        make_folder(Path(folder) / "desk", *records)
        with open_desk(Path(folder) / "desk", today=TODAY) as desk:
            return {**dict(notes(desk, level, JUNE, endings, names)), **dict(exports(desk, level))}


def listed(records: Sequence[Record], level: Level) -> Mapping[str, bytes]:
    with TemporaryDirectory() as folder:
        desk = make_folder(Path(folder) / "desk", *records)
        return dict(listings(desk, level))


def swapped(said: Sequence[tuple[Thing, int]], by: int) -> list[tuple[Thing, Voice]]:
    return [(thing, VOICES[(voice + by) % len(VOICES)]) for thing, voice in said]


said_things = st.lists(
    st.tuples(things, st.integers(0, len(VOICES) - 1)),
    min_size=1,
    max_size=4,
    unique_by=lambda pair: (pair[0].claim, pair[0].stance),
)
flags = st.sampled_from(("event", "report", "forum", "parent"))
SLOWLY = settings(deadline=None, suppress_health_check=list(HealthCheck))


@given(said_things, flags, st.booleans(), st.integers(1, 5), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=500 if IS_LONG else 12)
def test_who_said_it_changes_no_byte_of_a_note_or_an_export(
    said: list[tuple[Thing, int]], ruled: str, few: bool, by: int, level: Level
) -> None:
    one = desk_of(swapped(said, 0), ruled=ruled, few=few)
    other = desk_of(swapped(said, by), ruled=ruled, few=few)

    texts = (".md", ".txt", ".html", ".eml")
    assert left(one, level, texts) == left(other, level, texts)


@given(said_things, flags, st.booleans(), st.integers(1, 5), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=50 if IS_LONG else 2)
def test_who_said_it_changes_no_byte_of_a_word_or_pdf_file(
    said: list[tuple[Thing, int]], ruled: str, few: bool, by: int, level: Level
) -> None:
    one = desk_of(swapped(said, 0), ruled=ruled, few=few)
    other = desk_of(swapped(said, by), ruled=ruled, few=few)

    packed = note_files.usual_endings()
    full = ("pack", "session report")
    assert left(one, level, packed, full) == left(other, level, packed, full)


@given(said_things, flags, st.booleans(), st.integers(1, 5), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=100 if IS_LONG else 4)
def test_who_said_it_changes_no_byte_of_what_a_command_prints(
    said: list[tuple[Thing, int]], ruled: str, few: bool, by: int, level: Level
) -> None:
    one = desk_of(swapped(said, 0), ruled=ruled, few=few)
    other = desk_of(swapped(said, by), ruled=ruled, few=few)

    assert listed(one, level) == listed(other, level)


@given(said_things, flags, st.booleans(), st.integers(1, 5), st.sampled_from(WIDER))
@settings(SLOWLY, max_examples=300 if IS_LONG else 6)
def test_nor_of_what_changed_since_an_issue(
    said: list[tuple[Thing, int]], ruled: str, few: bool, by: int, level: Level
) -> None:
    one = desk_of(swapped(said, 0), ruled=ruled, few=few)
    other = desk_of(swapped(said, by), ruled=ruled, few=few)

    assert changed_since(one, level) == changed_since(other, level)


OTHER_BODIES = tuple(
    Stakeholder(id=f"body-ab2c{number}", name=voice.called)
    for number, voice in enumerate(VOICES)
    if not voice.body
)


def changed_since(records: Sequence[Record], level: Level) -> str:
    """What others are told of a desk whose owner issued a note for them, and one with every name in
    it, and then took back half of what was said and mended the rest.

    All organisations are held: a name that nothing on the desk tells any more can't be found.
    """
    with TemporaryDirectory() as folder:
        make_folder(Path(folder) / "desk", *records, *OTHER_BODIES)
        with open_desk(Path(folder) / "desk", today=TODAY) as desk:
            wanted = Wanted(subject=_talks(desk), kind="pack")
            for readers in (level, None):
                issuing.issue(desk, dataclasses.replace(wanted, level=readers), (".md",))
            said = [r for r in records if isinstance(r, Position) and r.event == "talks-ab2cd"]
            with desk.change("Mended") as change:
                change.put(msgspec.structs.replace(_talks(desk), venue="Hall 2"))
                for number, position in enumerate(said):
                    if number % 2:
                        change.remove(position)
                    else:
                        change.put(msgspec.structs.replace(position, stance=Stance.OPEN))
            made = issuing.draft(desk, dataclasses.replace(wanted, level=level))
            # A note's own id is drawn anew each time.
            kept = [one for one in made.material.records if not isinstance(one, Note)]
            return repr((made.note, kept))


def _talks(desk: Desk) -> Event:
    talks = desk.store.get(Event, "talks-ab2cd")
    assert talks is not None
    return talks
