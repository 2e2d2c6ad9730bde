"""A note made cold from a large desk, beside pandoc on the same Markdown, as ratios of one run.

Both are seconds of the processor: ours from the moment that the desk is open, what it imports with
it; pandoc's from its start. PDF stands beside pandoc's Word file: pandoc needs another program for
it.
"""

import resource
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

from briefing.store import Store
from tests.benchmarks import synthetic

RECORDS = 300_000
ROUNDS = 3
SETTINGS = 'today = 2021-06-15\n[me]\nname = "Ann"\nhome = "Europe/Oslo"\n'

FORMATS = {
    ".md": ("markdown", 4),
    ".txt": ("plain", 4),
    ".html": ("html", 5),
    ".docx": ("docx", 4),
    ".pdf": ("docx", 15),
}
"""Ending -> what pandoc writes beside it, and how many times as long ours may take at most."""

pytestmark = pytest.mark.skipif(not shutil.which("pandoc"), reason="needs pandoc")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with its look-ups kept, as it is after the first start."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "briefing.toml").write_text(SETTINGS, encoding="utf-8")
    synthetic.write(folder / "data", synthetic.lines(RECORDS))
    with Store.open(folder / "data") as store:
        store.lookups.named_by("")
    return folder


@pytest.fixture(scope="module")
def event(folder: Path) -> str:
    """The event with the fullest note."""
    return _run(folder)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_note_takes_no_longer_than_a_few_of_pandocs_runs(
    folder: Path, event: str, ending: str, tmp_path: Path
) -> None:
    if ending == ".pdf":
        pytest.importorskip("typst")
    source = tmp_path / "note.md"
    _run(folder, event, str(source))
    target, most = FORMATS[ending]
    ours, waited, pandoc = [], [], []

    for _ in range(ROUNDS):
        wall, busy = map(float, _run(folder, event, str(tmp_path / f"note{ending}")).split())
        ours.append(busy)
        waited.append(wall)
        pandoc.append(_pandoc(source, tmp_path / "theirs", target))

    print(
        f"\n{ending:>6} ours {median(ours):5.2f} s ({median(waited):5.2f} s on the clock), "
        f"pandoc to {target} {median(pandoc):5.2f} s: {median(ours) / median(pandoc):4.1f} times"
    )
    assert median(ours) <= most * median(pandoc)


def _run(folder: Path, *what: str) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.note_made", str(folder), *what]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def _pandoc(source: Path, target: Path, to: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["pandoc", str(source), "--to", to, "--output", str(target)], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
