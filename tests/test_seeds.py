import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support import LABELLED, SEEDS, command, needs_seeds

pytestmark = needs_seeds

SEED_FILES = sorted(SEEDS.glob("*.txt"))
TODAY = ("--today", "2023-07-20")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds") / "W"
    made = command("init", folder)
    assert made.code == 0
    brought_in = command("import", *SEED_FILES, "--accept", "--workspace", folder, *TODAY)
    assert brought_in.code == 0
    return folder


@pytest.fixture(scope="module")
def timeline(desk: Path) -> list[dict[str, Any]]:
    printed = command("timeline", "--json", "--workspace", desk, *TODAY)
    return list(printed.data)


@pytest.fixture(scope="module")
def predictions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `briefing read --json` prints of each seed, at a desk that has none of them."""
    folder = tmp_path_factory.mktemp("empty") / "W"
    command("init", folder)
    return {
        path.stem: command("read", path, "--json", "--workspace", folder, *TODAY).data
        for path in SEED_FILES
    }


# In the desk ------------------------------------------------------------------------------------


def test_the_timeline_has_every_labelled_event_and_no_other(timeline: list[Any]) -> None:
    labelled = [event for path in SEEDS.glob("*.gold.json") for event in gold(path)["events"]]

    assert (31, 31) == (len(labelled), len(timeline))


def test_a_line_of_the_timeline_stands_for_each_of_them(desk: Path) -> None:
    printed = command("timeline", "--workspace", desk, *TODAY)

    assert 31 == sum("[not checked" in line for line in printed.out.splitlines())


def test_none_of_them_is_checked(timeline: list[Any]) -> None:
    assert {False} == {event["reviewed"] for event in timeline}


def test_twelve_of_them_are_under_one_parent(timeline: list[Any]) -> None:
    ids = {event["id"] for event in timeline}
    parents = Counter(event.get("parent") for event in timeline)

    assert sorted(parents.values()) == [12, 19]
    assert parents.keys() <= {None, *ids}


def test_one_of_them_has_no_date_and_that_is_a_doubt(timeline: list[Any]) -> None:
    undated = [event for event in timeline if "date" not in event.get("when", {})]

    assert [["date missing"]] == [doubts_on(event, "when") for event in undated]


def test_the_two_zone_slips_and_the_reversed_range_are_doubts(timeline: list[Any]) -> None:
    kinds = Counter(kind for event in timeline for kind in doubts_on(event, "when"))

    assert (2, 1) == (kinds["zone out of season"], kinds["range reversed"])


def test_a_doubt_is_printed_in_words(desk: Path, timeline: list[Any]) -> None:
    plain = command("timeline", "--plain", "--workspace", desk, *TODAY).out
    words = {d["words"] for e in timeline for v in e["evidence"].values() for d in doubts(v)}

    assert {f"Doubt: {told}" for told in words} <= set(plain.splitlines())


def test_only_positions_wait_for_a_person(desk: Path) -> None:
    waiting = command("inbox", "--json", "--workspace", desk, *TODAY).data

    assert {"position"} == {proposal["draft"]["type"] for proposal in waiting}
    assert [] == command("positions", "--json", "--workspace", desk, *TODAY).data


# Against the labels -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stick() -> ModuleType:
    """The labels' own measuring stick."""
    spec = importlib.util.spec_from_file_location("score", LABELLED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scores(stick: ModuleType, predictions: dict[str, Any]) -> dict[str, Any]:
    groups, _ = stick.run(str(SEEDS), lambda name, _: predictions[name], quiet=True)
    scored = groups["all"]
    assert isinstance(scored, dict)
    return scored


@pytest.mark.parametrize(
    ("field", "least"),
    [("events", 0.95), ("start", 0.97), ("questions", 0.95), ("utc_start", 0.9)],
)
def test_the_reader_meets_the_labels(scores: dict[str, Any], field: str, least: float) -> None:
    _, _, f1 = scores[field].prf()

    assert f1 >= least


def test_no_event_is_read_from_the_page_that_has_none(scores: dict[str, Any]) -> None:
    assert (1, 0) == (scores["_noevent_docs"], scores["_noevent_false"])


def test_no_date_is_wrong_in_silence(stick: ModuleType, predictions: dict[str, Any]) -> None:
    wrong = [
        read["title"]
        for path in SEEDS.glob("*.gold.json")
        for labelled, read in pairs(stick, gold(path), predictions[stem(path)])
        if not says_the_same(labelled, read) and not doubts(read["values"]["when"])
    ]

    assert [] == wrong


def test_an_instant_is_given_only_where_a_zone_is_printed(predictions: dict[str, Any]) -> None:
    events = [event for read in predictions.values() for event in read["events"]]
    printed = [event for event in events if event["utc_start"]]
    inferred = [event for event in events if event["utc_start_inferred"]]

    assert all(event["tz"] for event in printed)
    assert not any(event["tz"] for event in inferred)
    assert 7 == len(printed)


def test_every_value_is_cited_by_the_exact_words_of_its_source(
    predictions: dict[str, Any],
) -> None:
    astray = [
        (name, path)
        for name, read in predictions.items()
        for record in (*read["events"], *read["tasks"], *read["positions"])
        for path, basis in record["values"].items()
        for span in basis["spans"]
        if kept_text(name)[span["start"] : span["end"]] != span["words"]
    ]

    assert [] == astray


def gold(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def stem(path: Path) -> str:
    return path.name.removesuffix(".gold.json")


def kept_text(name: str) -> str:
    """The text as it is kept where it holds no control codes: its hard spaces are plain ones."""
    return (SEEDS / f"{name}.txt").read_text(encoding="utf-8").replace("\u00a0", " ")


def doubts_on(event: dict[str, Any], path: str) -> list[str]:
    return [doubt["kind"] for doubt in doubts(event["evidence"][path])]


def doubts(basis: dict[str, Any]) -> list[dict[str, str]]:
    return list(basis.get("doubts", ()))


def pairs(stick: ModuleType, labels: Any, read: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401
    matched, _ = stick.match_events(labels["events"], [], read["events"])
    return [(labels["events"][i], read["events"][j]) for i, j in matched]


def says_the_same(labelled: dict[str, Any], read: dict[str, Any]) -> bool:
    keys = ("start", "start_time", "end_time")
    return all(read[key] in (labelled[key], *labelled.get(f"{key}_alt", ())) for key in keys)
