import os
import stat
import subprocess
import sys
import zoneinfo
from collections.abc import Iterator, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import tzdata  # type: ignore[import-untyped]  # its one constant is text

from briefing import platform

# Files ------------------------------------------------------------------------------------------


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"old")

    platform.write_whole(path, b"new\r\nlines\n")

    assert path.read_bytes() == b"new\r\nlines\n"
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_is_written_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "above" / "data"

    platform.make_private_folder(folder)
    platform.write_whole(folder / "note.md", b"new")

    assert stat.S_IMODE(folder.stat().st_mode) == platform.PRIVATE_FOLDER
    assert stat.S_IMODE((folder / "note.md").stat().st_mode) == platform.PRIVATE_FILE


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"old")

    def no_room(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(platform, "sync_file", no_room)
    with pytest.raises(OSError, match="No space left"):
        platform.write_whole(path, b"new")

    assert path.read_bytes() == b"old"
    assert [path] == list(tmp_path.iterdir())


def test_a_refused_rename_is_tried_again_only_on_windows(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    source = tmp_path / "file"
    source.write_bytes(b"")

    with pytest.raises(OSError, match="folder"):
        platform.replace(source, target)


def test_a_fault_of_our_own_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    try:
        int("half \ud83d of a character")
    except ValueError:
        path = platform.log_fault()

    assert path.is_relative_to(tmp_path)
    assert "ValueError: invalid literal" in path.read_text(encoding="utf-8")


# Other programs ---------------------------------------------------------------------------------


class Programs:
    """Stands for the programs of a system, and notes what each was given."""

    def __init__(self, *installed: str) -> None:
        self.installed = installed
        self.run: list[tuple[Sequence[str], object]] = []
        self.started: list[Sequence[str]] = []
        self.failing: set[str] = set()

    def which(self, name: str) -> str | None:
        return f"/bin/{name}" if name in self.installed else None

    def run_one(self, command: Sequence[str], **options: object) -> None:
        self.run.append((command, options["input"]))
        if Path(command[0]).name in self.failing:
            raise subprocess.CalledProcessError(1, command)

    def start(self, command: Sequence[str], **_: object) -> None:
        self.started.append(command)


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> Programs:
    found = Programs("xclip", "xsel", "xdg-open")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("briefing.platform.shutil.which", found.which)
    monkeypatch.setattr("briefing.platform.subprocess.run", found.run_one)
    monkeypatch.setattr("briefing.platform.subprocess.Popen", found.start)
    return found


def test_text_goes_to_the_first_clipboard_tool_there_is(programs: Programs) -> None:
    assert platform.copy_to_clipboard("Støre \ud83d")

    assert programs.run == [(["/bin/xclip", "-selection", "clipboard"], "Støre ?".encode())]


def test_where_one_clipboard_tool_fails_the_next_is_tried(programs: Programs) -> None:
    programs.failing = {"xclip"}

    assert platform.copy_to_clipboard("text")

    assert [Path(command[0]).name for command, _ in programs.run] == ["xclip", "xsel"]


def test_without_a_clipboard_tool_nothing_is_copied(programs: Programs) -> None:
    programs.installed = ()

    assert not platform.copy_to_clipboard("text")


def test_an_address_is_handed_on_as_one_argument(programs: Programs) -> None:
    address = "https://lantern.example/a b;rm"

    assert platform.open_address(address)

    assert programs.started == [["/bin/xdg-open", address]]


@pytest.mark.parametrize("address", ["-h", "--version", "", " -h"])
def test_what_a_program_would_take_for_an_option_is_not_opened(
    address: str, programs: Programs
) -> None:
    assert not platform.open_address(address)

    assert programs.started == []


# What the system knows --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variable", "expected"),
    [("Europe/Oslo", "Europe/Oslo"), (":Europe/Oslo", "Europe/Oslo"), ("UTC", "UTC")],
)
def test_the_zone_of_the_environment_counts_first(
    variable: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", variable)

    assert expected == platform.zone_key()


@pytest.mark.parametrize(
    "variable", ["", "CET-1CEST,M3.5.0,M10.5.0/3", "/etc/localtime", "<+03>-3"]
)
def test_the_system_s_zone_is_always_one_that_there_is(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", variable)

    assert ZoneInfo(platform.zone_key()).key


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("nb_NO.UTF-8", "nb"),
        ("fr", "fr"),
        ("EN_GB", "en"),
        ("C", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("", "en"),
        ("fil_PH.UTF-8", "en"),
        ("sr@latin", "sr"),
    ],
)
def test_the_language_is_taken_from_the_locale(
    locale: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, locale)

    assert expected == platform.language()


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en_US.UTF-8", "Letter"), ("nb_NO.UTF-8", "A4"), ("C", "A4"), ("", "A4")],
)
def test_the_paper_is_that_of_the_country(
    locale: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LC_PAPER", raising=False)
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("LANG", locale)

    assert expected == platform.paper()


def test_a_name_is_told_or_empty() -> None:
    assert platform.person_name() == platform.person_name().strip()


# Network drives ---------------------------------------------------------------------------------

MOUNTS = (
    (Path("/"), "ext4"),
    (Path("/home/ida/share"), "cifs"),
    (Path("/home/ida/share/inner"), "tmpfs"),
    (Path("/mnt/far"), "fuse.sshfs"),
    (Path("/afs"), "afs"),
)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ida/desk", ""),
        ("/home/ida/share/desk/data", "SMB"),
        ("/home/ida/share/inner/desk", ""),
        ("/home/ida/shared", ""),
        ("/mnt/far", "SSHFS"),
        ("/afs/desk", "afs"),
    ],
)
def test_a_network_drive_is_known_by_what_is_mounted(
    folder: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "_mounts", lambda: iter(MOUNTS))

    assert kind == platform.network_drive(Path(folder))


@pytest.mark.skipif(not Path("/proc/self/mountinfo").exists(), reason="this system has no /proc")
def test_what_is_mounted_on_this_system_is_read() -> None:
    mounts = dict(platform._mounts())

    assert Path("/") in mounts
    assert "proc" in mounts.values()


def test_where_mounts_cannot_be_told_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "_mounts", lambda: iter(()))

    assert "" == platform.network_drive(Path("/anywhere"))


@pytest.fixture
def system_zones(tmp_path: Path) -> Iterator[Path]:
    """Where zones of the system are looked for."""
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=(str(tmp_path),))
    yield tmp_path
    zoneinfo.reset_tzpath(to=before)


@pytest.mark.parametrize(
    ("first_line", "keeps"),
    [
        ("# version 2016a", False),
        (f"# version {tzdata.IANA_VERSION}", True),
        ("# version 9999a", True),
    ],
)
def test_the_zones_of_the_package_are_taken_where_the_systems_are_older(
    system_zones: Path, first_line: str, keeps: bool
) -> None:
    (system_zones / "tzdata.zi").write_text(f"{first_line}\nR d 1916\n", encoding="ascii")

    platform.take_newest_zones()

    assert zoneinfo.TZPATH == ((str(system_zones),) if keeps else ())


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_system_that_tells_no_version_keeps_its_zones(
    system_zones: Path, content: bytes | None
) -> None:
    if content is not None:
        (system_zones / "tzdata.zi").write_bytes(content)

    platform.take_newest_zones()

    assert zoneinfo.TZPATH == (str(system_zones),)
