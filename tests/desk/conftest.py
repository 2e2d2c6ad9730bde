"""A desk that is open, in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk.desk import Desk
from tests.desk.support import EVERYTHING, make_folder, open_desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk", *EVERYTHING)


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    with open_desk(folder) as opened:
        yield opened
