import datetime as dt
from pathlib import Path

import msgspec
import pytest

from briefing.arrange.timeline import timeline
from briefing.model import Task, TaskState
from briefing.tui.panes.task_rows import TaskRows
from briefing.when import Precision, When, whole_day
from tests.desk.support import HARBOUR, make_folder, open_desk

TASK = Task(
    id="t",
    what="Send a paper",
    event=HARBOUR.id,
    state=TaskState.WAITING_LIST,
    due=msgspec.structs.replace(
        whole_day(dt.date(2031, 6, 6), written="6 June, COB"), zone="America/New_York"
    ),
)


def row(folder: Path, task: Task, width: int) -> list[str]:
    with open_desk(make_folder(folder / "desk", HARBOUR)) as desk:
        rows = TaskRows(timeline((), [task], desk.home), desk)
        return "".join(cell.text for cell in rows.cells(0, width)).split()


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (30, "Fri 6 … Send a paper Harbour Lights"),
        (50, "Fri 6 in 4 days … Send a paper Harbour Lights"),
        (70, "Fri 6 in 4 days waiting list … Send a paper Harbour Lights"),
        (100, "Fri 6 by COB New York in 4 days waiting list … Send a paper Harbour Lights"),
    ],
)
def test_a_task_tells_until_when_how_far_it_is_and_what_for(
    tmp_path: Path, width: int, shown: str
) -> None:
    assert row(tmp_path, TASK, width) == shown.split()


@pytest.mark.parametrize(
    ("due", "shown"),
    [
        (When(), "to do □ Call"),
        (When(date=dt.date(2031, 7, 1), precision=Precision.MONTH), "Jul in 59 days to do □ Call"),
        (whole_day(dt.date(2031, 6, 1)), "Sun 1 1 day ago to do □ Call"),
    ],
)
def test_a_date_is_told_no_more_precisely_than_it_is_known(
    tmp_path: Path, due: When, shown: str
) -> None:
    assert row(tmp_path, Task(id="t", what="Call", due=due), 100) == shown.split()
