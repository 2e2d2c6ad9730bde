from pathlib import Path

import pytest

from briefing.desk import attaching, describe, edit
from briefing.desk.desk import Desk
from briefing.desk.documents import UnreadableError
from briefing.model import Event, Proposal, Source, Task
from briefing.reader import Incoming
from tests.desk.support import HARBOUR, REGISTER, announcement, open_desk

PAPER = Incoming(name="programme.txt", raw=b"Programme of the harbour day\n\n9:00 Ropes\n")


def test_a_link_is_attached_with_its_words_as_one_change(desk: Desk) -> None:
    changed = attaching.attach_link(desk, HARBOUR, "www.lantern.example/map", "The  map")

    assert isinstance(changed, Event)
    (link,) = changed.links
    assert ("https://www.lantern.example/map", "The map") == (link.address, link.words)
    assert desk.store.get(Event, HARBOUR.id) == changed
    assert desk.undo() == "Attached a link to Harbour Lights"
    assert desk.store.get(Event, HARBOUR.id) == HARBOUR


def test_a_file_is_kept_and_tied_to_its_event_and_nothing_of_it_waits(desk: Desk) -> None:
    changed = attaching.attach_file(desk, HARBOUR, PAPER)

    (source,) = desk.store.all(Source)
    assert isinstance(changed, Event)
    assert changed.links[0].address == f"source:{source.id}"
    assert desk.store.source_text(source.sha256).startswith("Programme of the harbour day")
    assert source in describe.sources(desk, changed)
    assert desk.store.count(Proposal) == 0


def test_a_file_that_is_kept_already_is_tied_too(desk: Desk) -> None:
    attaching.attach_file(desk, HARBOUR, PAPER)
    task = attaching.attach_file(desk, REGISTER, PAPER, "What to bring")

    assert isinstance(task, Task)
    assert [link.words for link in task.how] == ["What to bring"]
    assert desk.store.count(Source) == 1


def test_what_is_attached_already_is_told(desk: Desk) -> None:
    changed = attaching.attach_file(desk, HARBOUR, PAPER)

    with pytest.raises(attaching.AttachedError, match="attached to Harbour Lights already"):
        attaching.attach_file(desk, HARBOUR, PAPER)

    assert desk.store.get(Event, HARBOUR.id) == changed


def test_a_file_that_is_no_text_is_told_and_nothing_is_kept(desk: Desk) -> None:
    with pytest.raises(UnreadableError):
        attaching.attach_file(desk, HARBOUR, Incoming(name="x.pdf", raw=b"%PDF-1.4\n"))

    assert desk.store.count(Source) == 0


def test_taking_a_file_back_is_one_change(desk: Desk) -> None:
    attaching.attach_file(desk, HARBOUR, announcement())

    assert desk.undo().startswith("Attached ")
    assert (desk.store.get(Event, HARBOUR.id), desk.store.count(Source)) == (HARBOUR, 0)


def test_what_is_attached_outlives_a_change_in_the_form(desk: Desk) -> None:
    changed = attaching.attach_file(desk, HARBOUR, PAPER)
    assert isinstance(changed, Event)
    shown = f"{changed.links[0].words} {changed.links[0].address}"

    mended = edit.set_fields(desk, changed, {"links": f"{shown}; Map https://lantern.example/map"})

    assert isinstance(mended, Event)
    assert mended.links[0] == changed.links[0]
    assert f"links/{changed.links[0].key}" in mended.evidence


def test_what_is_attached_is_there_at_the_next_start(folder: Path) -> None:
    with open_desk(folder) as desk:
        attaching.attach_file(desk, HARBOUR, PAPER)
    with open_desk(folder) as desk:
        assert desk.store.count(Source) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://x.example/a b", False),
        ("https://x.example/a", True),
        ("www.x.example", True),
        ("mailto:ada@x.example", True),
        ("programme.pdf", False),
        ("C:\\papers\\a.txt", False),
    ],
)
def test_an_address_is_told_from_a_path(text: str, expected: bool) -> None:
    assert attaching.is_address(text) is expected
