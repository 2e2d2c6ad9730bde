"""Measure the reader on a folder of labelled announcements with the labels' own score.py.

python -m tests.reader.score FOLDER [options of score.py, such as --errors]
"""

import datetime as dt
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from briefing.exchange.labels import as_labels
from briefing.reader import Incoming, read
from tests.reader.known_names import gazetteer

TODAY = dt.date(2023, 7, 20)


def main(folder: Path, options: list[str]) -> int:
    with tempfile.TemporaryDirectory() as predictions:
        for page in sorted(folder.glob("*.txt")):
            proposed = read(Incoming(name=page.name, raw=page.read_bytes()), gazetteer(), TODAY)
            target = Path(predictions) / f"{page.stem}.pred.json"
            target.write_text(json.dumps(as_labels(proposed)), encoding="utf-8")
        stick = str(folder.parent / "score.py")
        return subprocess.run(
            [sys.executable, stick, str(folder), predictions, *options], check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
