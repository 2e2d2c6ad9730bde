import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.desk.note_files import ENDINGS
from tests.support import CHECKOUT, IS_LONG
from tests.test_starting import ME, first_screen

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs a shell and a pseudo-terminal"),
    pytest.mark.skipif(not IS_LONG, reason="fetches and packs all that the program needs"),
]

PYTHON = Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}"
"""The Python under this environment, which has nothing of ours installed."""


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    subprocess.run(
        [CHECKOUT / ".ci" / "bundle", folder],
        env={**os.environ, "PYTHON": str(PYTHON)},
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.pyz"))


def started(
    bundle: Path, *words: str | Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PYTHON, "-I", bundle, *words],
        env={"HOME": str(bundle.parent), "PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_sum_beside_a_bundle_is_its_own(bundle: Path) -> None:
    told = bundle.with_name(f"{bundle.name}.sha256").read_text(encoding="utf-8")

    assert told == f"{hashlib.sha256(bundle.read_bytes()).hexdigest()}  {bundle.name}\n"


def test_a_bundle_makes_a_desk_and_a_note_of_each_kind_of_file_with_nothing_installed(
    bundle: Path, tmp_path: Path
) -> None:
    desk = tmp_path / "K"
    made = started(bundle, "init", desk, "--starter")
    told = started(bundle, "timeline", "--workspace", desk, "--from", "2000-01-01", "--json")
    event = json.loads(told.stdout)[0]["id"]
    files = [tmp_path / f"note{ending}" for ending in ENDINGS]
    outputs = [word for file in files for word in ("-o", file)]

    written = started(bundle, "note", event, "--workspace", desk, *outputs)

    assert (0, 0) == (made.returncode, written.returncode), made.stderr + written.stderr
    assert all(file.stat().st_size for file in files)
    assert b"%PDF-" == (tmp_path / "note.pdf").read_bytes()[:5]


def test_a_bundle_opens_the_desk(bundle: Path, tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "data" / "starter", tmp_path / "data" / "starter")
    settings = (CHECKOUT / "briefing.toml").read_text(encoding="utf-8")
    (tmp_path / "briefing.toml").write_text(settings + ME, encoding="utf-8")

    screen = first_screen(f"env HOME={bundle.parent} {PYTHON} -I {bundle}", tmp_path)

    assert any("Example desk" in line for line in screen)


def test_another_python_is_told_that_the_bundle_is_not_for_it(bundle: Path) -> None:
    names = {f"python3.{minor}" for minor in range(11, 16)} - {PYTHON.name}
    other = next((name for name in sorted(names) if _runs(name)), None)
    if other is None:
        pytest.skip("this machine has one Python only")

    told = subprocess.run(
        [other, bundle],
        env={**os.environ, "HOME": str(bundle.parent)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 1
    assert told.stderr.startswith("This bundle was made for py3.")


def _runs(name: str) -> bool:
    return (
        shutil.which(name) is not None
        and subprocess.run([name, "-V"], capture_output=True, check=False).returncode == 0
    )
