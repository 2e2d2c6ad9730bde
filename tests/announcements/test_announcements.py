import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from briefing.exchange.labels import as_labels
from briefing.reader import Incoming, read
from tests.reader.known_names import gazetteer

HERE = Path(__file__).parent
TODAY = dt.date(2024, 1, 10)
SHOWN = (
    "title", "kind", "start", "end", "start_time", "end_time", "tz", "zone", "utc_start", "mode",
    "venue", "organisers", "speakers", "registration_deadline", "agenda", "parent", "access",
    "pass_needed", "topics", "language",
)  # fmt: skip


def read_briefly(text: str, name: str) -> dict[str, Any]:
    labels: Any = as_labels(read(Incoming(name=name, raw=text.encode()), gazetteer(), TODAY))
    return {
        "events": [brief_event(event) for event in labels["events"]],
        "questions": [brief_question(question) for question in labels["questions_asked"]],
        "forums": labels["forums"],
        "positions": [f"{view['holder']}: {view['claim']}" for view in labels["positions"]],
    }


def brief_event(event: dict[str, Any]) -> dict[str, Any]:
    told = {key: event[key] for key in SHOWN if event[key] not in (None, [], "unknown")}
    for key, form in (("speakers", "name role affiliation"), ("agenda", "time title")):
        if key in told:
            told[key] = [" | ".join(item[k] or "" for k in form.split()) for item in told[key]]
    doubts = [
        f"{path.partition('/')[0]}: {doubt['kind']}"
        for path, basis in event["values"].items()
        for doubt in basis["doubts"]
    ]
    return {**told, "doubts": doubts} if doubts else told


def brief_question(question: dict[str, Any]) -> str:
    return " | ".join((question["text"], *question["topics"]))


@pytest.mark.parametrize("path", sorted(HERE.glob("*.txt")), ids=lambda path: path.stem)
def test_an_announcement_is_read_as_the_records_beside_it_say(path: Path) -> None:
    text, _, expected = path.read_text(encoding="utf-8").partition("=== expected ===\n")

    actual = read_briefly(text, path.name)

    assert json.loads(expected) == actual
