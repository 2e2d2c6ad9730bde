"""Pages with several events, or with none: what each is called, when it is, what it is part of.

Below each page stands a line an event: its title, its days, its hour, the event it is part of.
"""

from pathlib import Path

import pytest

from briefing.model import Event
from tests.reader.pages import events_of

PAGES = sorted((Path(__file__).parent / "several").glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_cut_into_the_events_below_it(path: Path) -> None:
    text, _, expected = path.read_text(encoding="utf-8").partition("=== events ===\n")

    found = events_of(text)

    titles = {event.id: event.title for event in found}
    assert expected.splitlines() == [_line(event, titles) for event in found]


def _line(event: Event, titles: dict[str, str]) -> str:
    when = event.when
    days = [str(day) for day in (when.date, when.end_date) if day is not None]
    parts = [
        event.title,
        " to ".join(days) or "undated",
        when.time.isoformat("minutes") if when.time else "",
        f"part of {titles[event.parent]}" if event.parent else "",
    ]
    return " | ".join(part for part in parts if part)
