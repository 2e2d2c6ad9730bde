"""Makes one note cold: `note_made.py FOLDER EVENT FILE` tells the seconds after opening the desk.

`note_made.py FOLDER` tells the event with the fullest note.
"""

import datetime as dt
import sys
from pathlib import Path
from time import perf_counter, process_time

from briefing.desk.desk import Desk


def main(folder: Path, *rest: str) -> None:
    with Desk.open(folder, clock=_clock, writing=False) as desk:
        desk.links.named_by("")  # What is tied to what belongs to opening.
        if not rest:
            print(_fullest(desk))
            return
        begin, busy = perf_counter(), process_time()
        _make(desk, rest[0], Path(rest[1]))
        print(perf_counter() - begin, process_time() - busy)


def _clock() -> dt.datetime:
    return dt.datetime(2021, 6, 15, 8, tzinfo=dt.UTC)


def _make(desk: Desk, id: str, path: Path) -> None:
    """Write a note as `briefing note ID -o FILE` does, its imports too."""
    from briefing.desk import issuing, note_files
    from briefing.desk.find import resolve_as
    from briefing.model import Event

    wanted = note_files.Wanted(subject=resolve_as(desk, id, Event))
    note_files.write_files(desk, wanted, issuing.draft(desk, wanted).note, [path])


def _fullest(desk: Desk) -> str:
    from briefing.model import Event

    return max(desk.store.ids(Event), key=lambda id: len(desk.links.named_by(id)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
