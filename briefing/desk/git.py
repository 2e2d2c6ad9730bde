"""A desk in git: tables are merged record by record, and sources stay as they are."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import briefing
from briefing.errors import BriefingError
from briefing.platform import write_whole

_ATTRIBUTES = (
    "/*.jsonl text eol=lf merge=briefing",
    "/store.json text eol=lf merge=briefing",
    "/sources/** -text",
    "/notes/** -text",
)
"""Of the data folder; the bytes of sources and issued notes must stay what their digests say."""


class NoGitError(BriefingError):
    """Git is not there to be set up."""

    def __init__(self) -> None:
        super().__init__("git is not installed here, or not to be found")


class GitError(BriefingError):
    """Git refuses."""

    def __init__(self, folder: Path, said: str) -> None:
        super().__init__(f"git in {folder}: {said.strip()}")


def set_up(folder: Path, data: Path) -> bool:
    """Have git merge a desk's tables by `briefing merge`; return whether a repository was made.

    Git keeps the command to itself, so every clone is set up once. Can be called again.
    """
    is_new = not _is_in_repository(folder)
    if is_new:
        _git(folder, "init", "--quiet")
    _add_attributes(data / ".gitattributes")
    _git(folder, "config", "merge.briefing.name", "Briefing, record by record")
    _git(folder, "config", "merge.briefing.driver", f"{_program()} merge %O %A %B %P")
    return is_new


def _is_in_repository(folder: Path) -> bool:
    try:
        return _git(folder, "rev-parse", "--is-inside-work-tree").strip() == "true"
    except GitError as error:
        if "not a git repository" in str(error):
            return False
        raise


def _git(folder: Path, *words: str) -> str:
    tool = shutil.which("git")
    if tool is None:
        raise NoGitError
    done = subprocess.run(  # noqa: S603 - words of our own, no shell
        [tool, "-C", str(folder), *words],
        env={**os.environ, "LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise GitError(folder, done.stderr)
    return done.stdout


def _add_attributes(path: Path) -> None:
    held = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    missing = [line for line in _ATTRIBUTES if line not in held]
    if missing:
        write_whole(path, "".join(f"{line}\n" for line in (*held, *missing)).encode())


def _program() -> str:
    """Return how git's shell starts this program from any folder.

    `-P`: what lies in the folder that git was called in must never be taken for the program.
    """
    above = Path(briefing.__file__).parents[1]
    is_bundle = above.is_file() or (above / "__main__.py").is_file()
    started = [above.as_posix()] if is_bundle else ["-m", "briefing"]
    words = [Path(sys.executable).as_posix(), "-P", *started]
    return shlex.join(words).replace("%", "%%")
