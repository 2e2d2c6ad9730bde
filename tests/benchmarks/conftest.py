"""What users have and a checkout has not: the program installed from a wheel, compiled once."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands of an environment with the wheel of this checkout.

    The libraries are those of the environment that the benchmark runs in.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", symlinks=True)
    commands = folder / "venv" / "bin"
    _pip("wheel", "--no-deps", "--no-build-isolation", f"--wheel-dir={folder}", str(CHECKOUT))
    (wheel,) = folder.glob("*.whl")
    _pip("--python", str(commands / "python"), "install", "--no-deps", str(wheel))
    (own,) = (folder / "venv").glob("lib/python*/site-packages")
    (own / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return commands


def _pip(*arguments: str) -> None:
    kept = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, env=kept)
