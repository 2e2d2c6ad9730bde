"""How many pages the notes on what the program comes with fill, on both papers."""

import datetime as dt
import heapq
from collections.abc import Iterator
from itertools import product

import pytest

from briefing.config import PAPERS
from briefing.desk import note_files
from briefing.desk.desk import Desk
from briefing.desk.founding import make_workspace
from briefing.model import Event
from briefing.note.blocks import BriefingNote
from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.words import LANGUAGES
from briefing.note.writers import pdf
from tests.support import IS_LONG

EVENT_KINDS = [name for name, kind in kinds().items() if kind.subject == "event"]
SHOWN = [*product(EVENT_KINDS, PAPERS, LANGUAGES if IS_LONG else ("en",))]


def clock() -> dt.datetime:
    return dt.datetime(2023, 7, 20, 8, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("pages") / "desk"
    make_workspace(folder, None, starter=True)
    with Desk.open(folder, clock=clock, writing=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def fullest(desk: Desk) -> list[Event]:
    """The five events of the starter whose notes have the most words, the fullest first."""
    return heapq.nlargest(5, desk.store.all(Event), key=lambda event: made(desk, event).words)


def made(desk: Desk, event: Event, kind: str = "note", language: str = "en") -> BriefingNote:
    wanted = note_files.Wanted(subject=event, kind=kind, language=language)
    return note_files.make(desk, wanted).note


def test_the_fullest_notes_are_full(desk: Desk, fullest: list[Event]) -> None:
    assert all(made(desk, event).words > 300 for event in fullest)


@pytest.mark.parametrize(("kind", "paper", "language"), SHOWN)
def test_the_fullest_notes_of_each_kind_keep_to_its_pages(
    desk: Desk, fullest: list[Event], kind: str, paper: str, language: str
) -> None:
    notes = [made(desk, event, kind, language) for event in fullest]

    longer = {
        note.title: counted
        for note in notes
        if (counted := pdf.pages(note, Layout(paper=paper))) > (note.pages or counted)
    }
    assert {} == longer
