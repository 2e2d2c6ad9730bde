import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from tests.benchmarks import synthetic
from tests.benchmarks.pressed import Measure

MOST = 1.1
RECORDS = 5_000
SETTINGS = 'today = 2021-06-15\n[me]\nname = "Ann"\nhome = "Europe/Oslo"\n'


def test_after_ten_thousand_keys_as_many_more_cost_and_hold_no_more(tmp_path: Path) -> None:
    """Each round takes its edits back: the store is as large as before."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "briefing.toml").write_text(SETTINGS, encoding="utf-8")
    synthetic.write(folder / "data", synthetic.lines(RECORDS))

    bare = _grown("bare list", "list", str(RECORDS))
    desk = _grown("desk", "desk", str(folder))

    assert desk["memory"] <= MOST
    assert desk["objects"] <= MOST
    # What slows the machine down in the meantime slows both.
    assert desk["key"] <= MOST * max(1, bare["key"])


def _grown(name: str, *what: str) -> Mapping[str, float]:
    """Run a program, report what it told, and return what each figure grew by, as a factor."""
    command = [sys.executable, "-m", "tests.benchmarks.pressed", *what]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.splitlines()
    before, after = (msgspec.json.decode(line, type=Measure) for line in told)
    print(f"\n{name:>10} {'ms a key':>9} {'MB':>7} {'objects':>9}")
    for when, measure in (("warm", before), ("at the end", after)):
        key, memory = measure.key * 1e3, measure.memory / 1e6
        print(f"{when:>10} {key:9.2f} {memory:7.1f} {measure.objects:9,}")
    pairs = zip(Measure._fields, after, before, strict=True)
    return {field: end / begin for field, end, begin in pairs}
