from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk.desk import Desk
from briefing.model import Citation, Event, Evidence, Question, Record, Source
from briefing.tui.panes import facts
from briefing.tui.widgets.cells import Tone
from briefing.tui.widgets.wrapped_text import Line
from tests.tui import example


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(example.make(tmp_path), clock=lambda: example.NOW) as opened:
        yield opened


def held(desk: Desk, id: str) -> Record:
    record = desk.store.find(id)
    assert record is not None
    return record


def texts(lines: list[Line]) -> list[str]:
    return ["".join(part.text for part in line.parts) for line in lines]


def test_a_doubt_stands_in_words_under_its_value_with_what_it_rests_on(desk: Desk) -> None:
    lines = texts(facts.lines_of(desk, held(desk, "cut-cable"), 80))

    at = next(n for n, line in enumerate(lines) if line.startswith("When"))
    assert lines[at : at + 3] == [
        "When           Wed 12 Mar 2031, 10:00–11:30 New York · 15:00–16:30 Oslo",
        "! EDT begins on 9 March 2031; the end of the panel is given once only.",
        "  it says “Wednesday, 12 March 2031, 10:00 - 11:30 EDT”",
    ]


def test_a_value_that_nobody_checked_says_so(desk: Desk) -> None:
    lines = texts(facts.lines_of(desk, held(desk, "cut-cable"), 80))

    assert "Place          Quay Room 2, Port House, New York  not checked" in lines


def test_the_words_in_the_source_are_shown_with_what_is_around_them(desk: Desk) -> None:
    lines = facts.lines_of(desk, held(desk, "cut-cable"), 80)

    quoted = [part.text for line in lines for part in line.parts if part.tone is Tone.QUOTE]
    assert "Quay Room 2, Port House, New York" in quoted
    assert "Where: Quay Room 2, Port House, New York, and online" in texts(lines)


def test_what_a_record_names_can_be_gone_to(desk: Desk) -> None:
    lines = facts.lines_of(desk, held(desk, "cut-cable"), 80)

    targets = {part.target for line in lines for part in line.parts if part.target}
    assert {
        "record:lantern",
        "record:un-oewg",
        "record:harbour-week",
        "record:who-pays",
        "web:https://lantern.example/register",
        "cited:0",
    } <= targets


def test_what_names_a_record_is_told_too(desk: Desk) -> None:
    lines = texts(facts.lines_of(desk, held(desk, "skerry"), 80))

    assert "Linked" in lines
    assert any("Costs fall on the flag" in line for line in lines)


def test_a_narrow_pane_has_no_column_for_labels(desk: Desk) -> None:
    lines = texts(facts.lines_of(desk, held(desk, "night-watch"), 36))

    assert "Mode  in-person" in lines


def test_a_source_that_is_not_kept_any_more_is_told_not_raised(desk: Desk) -> None:
    lost = Source(id="lost", title="Lost", sha256="0" * 64)
    asked = Question(id="q", text="Who?", evidence={"text": rested_on("lost")})
    with desk.change("Put") as edit:
        edit.put(lost)
        edit.put(asked)

    assert "The source 000000000000 is not kept here." in texts(facts.lines_of(desk, asked, 80))


def rested_on(source: str) -> Evidence:
    return Evidence(citations=(Citation(source=source, start=0, end=3, words="Who"),))


def test_plain_text_has_a_fact_a_line(desk: Desk) -> None:
    event = held(desk, "night-watch")
    assert isinstance(event, Event)

    lines = facts.plain(desk, event).splitlines()

    assert lines[0] == event.title
    assert "Place: Chart Room, Port House, New York" in lines
