from pathlib import Path

from briefing.store.records import encode
from tests.cli.conftest import Briefing
from tests.store.support import event


def versions(folder: Path, number: int) -> list[str]:
    """Files in which both sides gave as many events another title."""
    paths = []
    for name in ("base", "ours", "theirs"):
        lines = [encode(event(f"talk-2222{n}", f"{name} {n}")) for n in range(2, 2 + number)]
        path = folder / name
        path.write_bytes(b"".join(line + b"\n" for line in lines))
        paths.append(str(path))
    return paths


def test_what_is_in_doubt_is_named_on_stderr(briefing: Briefing, tmp_path: Path) -> None:
    ended = briefing("merge", *versions(tmp_path, 1), "data/events.jsonl")

    assert (0, "") == (ended.code, ended.out)
    assert (
        "1 record of events changed in two places at once, both versions kept to decide: "
        "talk-22222\n"
    ) == ended.err


def test_a_few_are_named_and_the_rest_counted(briefing: Briefing, tmp_path: Path) -> None:
    ended = briefing("merge", *versions(tmp_path, 7), "events.jsonl")

    assert ended.err.endswith("talk-22226 and 2 more\n")


def test_what_cannot_be_merged_ends_with_a_failure(briefing: Briefing, tmp_path: Path) -> None:
    ended = briefing("merge", *versions(tmp_path, 1), "notes/a.md")

    assert (1, "") == (ended.code, ended.out)
    assert "briefing: notes/a.md is no table" in ended.err
