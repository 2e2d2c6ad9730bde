"""How far the reader can be trusted, on labelled announcements: `measure.py FOLDER...`.

For each folder of `NAME.txt` with `NAME.gold.json` beside it: the tables of `score.py` where that
stands beside the checkout, then how many dates are wrong without a doubt, and how many right values
carry one. What the keys mean is told in the README of the labelled announcements. A label with
`amends` is of an announcement that changes the events of others before it: it is measured by what
the desk holds of them (`after`) once all are accepted, in their order.
"""

import importlib.util
import json
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from briefing.desk import documents, intake
from briefing.desk.desk import Desk
from briefing.exchange.labels import as_labels
from briefing.model import DoubtKind, Draft, Event, Proposal, Source, Task
from briefing.reader import Name
from briefing.text import fold, squeeze
from tests.support import LABELLED, command
from tests.tui.example import NOW

UNSEEN = Path(__file__).parent / "unseen"
UNSEEN_AGAIN = Path(__file__).parent / "unseen2"
UNSEEN_THIRD = Path(__file__).parent / "unseen3"
UNSEEN_FOURTH = Path(__file__).parent / "unseen4"
TODAY = ("--today", "2023-07-20")
DATES = ("start", "end", "start_time", "end_time", "registration_deadline")
VALUES = (*DATES, "title", "mode", "venue", "tz")
OF_THE_DATE = frozenset(
    {
        DoubtKind.RANGE_REVERSED,
        DoubtKind.WEEKDAY_DISAGREES,
        DoubtKind.YEAR_INFERRED,
        DoubtKind.YEAR_MISSING,
        DoubtKind.DATE_MISSING,
        DoubtKind.DAY_OR_MONTH_FIRST,
        DoubtKind.DATES_DISAGREE,
    }
)
OF_THE_TIME = frozenset({DoubtKind.VAGUE_TIME, DoubtKind.CLOCK_CHANGE})
OF_THE_ZONE = frozenset(kind for kind in DoubtKind if kind.name.startswith("ZONE"))
ABOUT: Mapping[str, frozenset[DoubtKind]] = {
    "start": OF_THE_TIME | OF_THE_ZONE,
    "end": OF_THE_TIME | OF_THE_ZONE,
    "start_time": OF_THE_DATE | OF_THE_ZONE,
    "end_time": OF_THE_DATE | OF_THE_ZONE,
    "tz": OF_THE_DATE | OF_THE_TIME,
}
"""The doubts of a moment that say nothing about one part of it."""

ALIKE, ALIKE_SAME_DAY = 0.6, 0.35
"""How alike the titles of the same event are at least, by difflib's ratio, as in `score.py`."""

Labels = Mapping[str, Any]


class Judged(NamedTuple):
    """One value that was read, beside its label."""

    document: str
    field: str
    read: str
    labelled: str
    is_right: bool
    is_doubted: bool


class Honesty(NamedTuple):
    """What a set of announcements comes to."""

    judged: list[Judged]

    @property
    def dates(self) -> list[Judged]:
        """Dates and times alone."""
        return [value for value in self.judged if value.field in DATES]

    @property
    def silently_wrong(self) -> list[Judged]:
        """Dates and times that are wrong and carry no doubt."""
        return [value for value in self.dates if not value.is_right and not value.is_doubted]

    @property
    def doubted_share(self) -> float:
        """Of the right values, the share that carries a doubt."""
        right = [value.is_doubted for value in self.judged if value.is_right]
        return sum(right) / max(1, len(right))


def names(folder: Path) -> list[str]:
    """Return the announcements of a folder that stand for themselves, without amendments."""
    return [path.name.removesuffix(".gold.json") for path, _ in _labelled(folder, amends=False)]


def amendments(folder: Path) -> list[tuple[str, Labels]]:
    """Return the announcements of a folder that change the events of another, with their labels."""
    found = _labelled(folder, amends=True)
    return [(path.name.removesuffix(".gold.json"), gold) for path, gold in found]


def labels(folder: Path, name: str) -> Labels:
    """Return what an announcement is labelled with."""
    found: Labels = json.loads((folder / f"{name}.gold.json").read_text(encoding="utf-8"))
    return found


def read_all(folder: Path, announcements: Iterable[str]) -> dict[str, Labels]:
    """Return what `briefing read --json` prints of each, at a desk that holds none of them."""
    with tempfile.TemporaryDirectory() as place:
        command("init", Path(place) / "W")
        at = ("--json", "--workspace", Path(place) / "W", *TODAY)
        return {name: command("read", folder / f"{name}.txt", *at).data for name in announcements}


def honesty(folder: Path, read: Mapping[str, Labels]) -> Honesty:
    """Return how the values of events compare with their labels, and which carry a doubt.

    An event that nobody labelled is wrong in all its dates.
    """
    return Honesty([j for name in read for j in _judged(name, labels(folder, name), read[name])])


def amended(folder: Path, gold: Labels, name: str) -> Honesty:
    """Return how the events that an amendment changes are held once it is accepted."""
    with tempfile.TemporaryDirectory() as place:
        workspace = Path(place) / "W"
        command("init", workspace)
        with Desk.open(workspace, clock=lambda: NOW) as desk:
            for document in (*gold["amends"], name):
                path = folder / f"{document}.txt"
                intake.bring_in(desk, documents.from_file(path))
                intake.accept(desk, intake.waiting(desk), checked=True)
            held = as_labels(_Held(desk))
    return Honesty(list(_judged(name, {"events": gold["after"]}, held)))


class _Held:
    """The events and tasks of a desk, to be labelled as what is read from a document."""

    def __init__(self, desk: Desk) -> None:
        records: list[Draft] = [*desk.store.all(Event), *desk.store.all(Task)]
        self.source = Source(id="desk-22222", title="The desk")
        self.proposals: tuple[Proposal, ...] = ()
        self.as_read = [Proposal(id=r.id, source=self.source.id, draft=r) for r in records]
        self.forums: tuple[Name, ...] = ()


# Below ------------------------------------------------------------------------------------------


def _labelled(folder: Path, *, amends: bool) -> Iterator[tuple[Path, Labels]]:
    for path in sorted(folder.glob("*.gold.json")):
        gold: Labels = json.loads(path.read_text(encoding="utf-8"))
        if ("amends" in gold) is amends:
            yield path, gold


def _judged(name: str, gold: Labels, read: Labels) -> Iterator[Judged]:
    optional = [_as_labels(event) for event in gold.get("optional_events", ())]
    held = [*gold["events"]]
    doubted = {
        task["event"]
        for task in read.get("tasks", ())
        if task["kind"] == "register" and task["values"].get("due", {}).get("doubts")
    }
    for event in read["events"]:
        found = _same(event, held)
        if found is not None:
            held.remove(found)
        elif _same(event, optional) is not None:
            continue
        for field in VALUES:
            if event.get(field) and not _is_left_open(field, event, found):
                is_doubted = _is_doubted(field, event, doubted)
                yield _judge(name, field, event, found)._replace(is_doubted=is_doubted)


def _as_labels(event: object) -> Labels:
    return event if isinstance(event, dict) else {"title": str(event)}


def _same(event: Labels, labelled: Sequence[Labels]) -> Labels | None:
    ranked = sorted(((_likeness(event, gold), n) for n, gold in enumerate(labelled)), reverse=True)
    for alike, number in ranked[:1]:
        is_same_day = event.get("start") and event.get("start") == labelled[number].get("start")
        if alike >= (ALIKE_SAME_DAY if is_same_day else ALIKE):
            return labelled[number]
    return None


def _likeness(event: Labels, gold: Labels) -> float:
    titles = [gold.get("title") or "", *gold.get("title_variants", ())]
    is_same_day = event.get("start") is not None and event.get("start") == gold.get("start")
    return max(_ratio(event["title"], title) for title in titles) + 0.3 * is_same_day


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, _plain(one), _plain(other), autojunk=False).ratio()


def _plain(text: object) -> str:
    return squeeze(fold(str(text))).strip(" .")


def _is_left_open(field: str, event: Labels, gold: Labels | None) -> bool:
    """Whether a label allows for any value: the end of one day, a date without a year."""
    if gold is None:
        return False
    if field == "end":
        return gold.get("end") in (None, gold.get("start")) and event["end"] == event.get("start")
    partial = gold.get("start_partial")
    return field == "start" and bool(partial) and str(event["start"]).endswith(str(partial))


def _judge(name: str, field: str, event: Labels, gold: Labels | None) -> Judged:
    labelled = [] if gold is None else _acceptable(field, gold)
    read = str(event[field])
    if field in ("venue", "title"):
        is_right = any(_shares_words(read, one) for one in labelled)
    else:
        is_right = any(_plain(read) == _plain(one) for one in labelled)
    told = " or ".join(map(str, labelled))
    return Judged(name, field, read, told, is_right, is_doubted=False)


def _acceptable(field: str, gold: Labels) -> list[object]:
    others = gold.get("title_variants" if field == "title" else f"{field}_alt") or ()
    return [one for one in (gold.get(field), *others) if one is not None]


def _shares_words(read: str, labelled: object) -> bool:
    one, other = set(_plain(read).split()), set(_plain(labelled).split())
    return len(one & other) >= ALIKE * min(len(one), len(other))


def _is_doubted(field: str, event: Labels, deadlines: Collection[str]) -> bool:
    """Whether a value carries a doubt; `deadlines` are the events whose own deadline does."""
    if field == "registration_deadline":
        return event["title"] in deadlines
    path = field if field in ("title", "mode", "venue") else "when"
    doubts = event.get("values", {}).get(path, {}).get("doubts", ())
    return any(DoubtKind(doubt["kind"]) not in ABOUT.get(field, ()) for doubt in doubts)


# The command ------------------------------------------------------------------------------------


def _score() -> ModuleType | None:
    path = LABELLED / "score.py"
    spec = importlib.util.spec_from_file_location("score", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _print(folder: Path) -> None:
    read = read_all(folder, names(folder))
    score = _score()
    if score is not None:
        score.run(str(folder), lambda name, _: read.get(name), show_errors=True)
    _print_honesty(f"{folder.name}, as read", honesty(folder, read))
    changed = [j for name, gold in amendments(folder) for j in amended(folder, gold, name).judged]
    if changed:
        _print_honesty(f"{folder.name}, held after an amendment", Honesty(changed))


def _print_honesty(title: str, found: Honesty) -> None:
    dates, silent = found.dates, found.silently_wrong
    wrong = sum(not value.is_right for value in dates)
    print(f"\n== {title}: {len(dates)} dates and times, {wrong} wrong, {len(silent)} in silence")
    print(f"   right values with a doubt: {found.doubted_share:.0%} of {len(found.judged)}")
    for value in silent:
        print(f"   {value.document}: {value.field} {value.read}, not {value.labelled or 'one'}")


if __name__ == "__main__":
    ours = (UNSEEN, UNSEEN_AGAIN, UNSEEN_THIRD, UNSEEN_FOURTH)
    for given in sys.argv[1:] or (LABELLED / "seeds", LABELLED / "dev", *ours):
        _print(Path(given))
