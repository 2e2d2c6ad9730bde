import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from briefing.desk import intake
from briefing.desk.desk import Desk
from briefing.reader import Incoming
from tests.cli.conftest import Briefing
from tests.desk.support import ANNOUNCEMENT, make_folder

MOST_MEMORY = 300_000_000
MOST_SECONDS = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk")


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    papers = tmp_path / "papers"
    (papers / "later").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "later/c.txt"):
        (papers / name).write_text(f"{ANNOUNCEMENT}\n{name}\n", encoding="utf-8")
    (papers / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return papers


def test_a_folder_is_brought_in_by_names_and_told_of(papers: Path, briefing: Briefing) -> None:
    ended = briefing("import", str(papers))

    *each, told = ended.err.splitlines()
    assert 0 == ended.code
    assert ["a.txt", "b.txt", "c.txt"] == [line.partition(":")[0] for line in each]
    assert f"{papers}: 3 files brought in; 1 file of other kinds left out" == told


def test_a_folder_brought_in_again_goes_on_with_what_is_new(
    papers: Path, briefing: Briefing
) -> None:
    (papers / "b.txt").rename(papers / "b.away")
    briefing("import", str(papers))
    (papers / "b.away").rename(papers / "b.txt")

    ended = briefing("import", str(papers))

    each, told = ended.err.splitlines()
    assert each.startswith("b.txt: ")
    assert f"{papers}: 1 file brought in; 2 brought in before; 1 file of other kinds left out" == (
        told
    )


def test_a_file_that_can_not_be_read_stops_no_folder(papers: Path, briefing: Briefing) -> None:
    (papers / "cut.pdf").write_bytes(b"%PDF-1.7\nnothing")

    ended = briefing("import", str(papers))

    assert 0 == ended.code
    assert "cut.pdf: the PDF is damaged" in ended.err
    assert "3 files brought in; 1 could not be read; 1 file of other kinds" in ended.err


def test_a_folder_that_is_stopped_ends_behind_a_whole_file_and_goes_on_there(
    papers: Path, briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in = intake.bring_in

    def stopped_by_hand(desk: Desk, incoming: Incoming) -> intake.Arrival:
        if incoming.name == "b.txt":
            os.kill(os.getpid(), signal.SIGINT)
        return bring_in(desk, incoming)

    monkeypatch.setattr(intake, "bring_in", stopped_by_hand)
    stopped = briefing("import", str(papers))
    monkeypatch.setattr(intake, "bring_in", bring_in)
    gone_on = briefing("import", str(papers))

    assert 130 == stopped.code
    assert (
        f"briefing: {papers}: stopped after 2 of 3 files; the same command goes on from there"
    ) == stopped.err.splitlines()[-1]
    assert "1 file brought in; 2 brought in before" in gone_on.err
    assert signal.default_int_handler is signal.getsignal(signal.SIGINT)


def test_a_folder_is_not_read_where_a_file_is_meant(papers: Path, briefing: Briefing) -> None:
    ended = briefing("read", str(papers))

    assert 1 == ended.code
    assert f"briefing: {papers}: this is a folder" in ended.err


def test_nothing_named_is_misuse(briefing: Briefing) -> None:
    assert 2 == briefing("import").code


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own tools")
def test_what_was_copied_is_brought_in(
    tmp_path: Path, briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "xclip").write_text(f"#!/bin/sh\n/bin/cat {tmp_path}/copied\n", encoding="utf-8")
    (tmp_path / "xclip").chmod(0o700)
    (tmp_path / "copied").write_text(f"<pre>{ANNOUNCEMENT}</pre>", encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))

    ended = briefing("import", "--clipboard", "--today", "2027-03-10")

    assert (0, True) == (ended.code, ended.err.startswith("copied 2027-03-10.html: "))
    assert json.loads(briefing("inbox", "--json").out)


def zip_bomb(path: Path) -> None:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(400):
            part.write(b" " * 1_000_000)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


def utf16(path: Path) -> None:
    path.write_bytes(b"\xff\xfe" + b"\x00\xd8" * 20_000)


def long_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + b"1 0 obj<</Length 9>>stream\n" * 1_500_000)


@pytest.mark.skipif(sys.platform != "linux", reason="measures as Linux does")
@pytest.mark.parametrize(
    ("name", "make", "expected"),
    [
        ("bomb.docx", zip_bomb, "too large to be read safely"),
        ("large.txt", sparse, "larger than 50 MB"),
        ("large.pdf", sparse, "larger than 50 MB"),
        ("cut.pdf", lambda path: path.write_bytes(b"%PDF-1.7\n%\xe2\xe3"), "damaged or cut short"),
        ("long.pdf", long_pdf, "too large to be read safely"),
        ("folder.txt", lambda path: path.mkdir(), "there is nothing in it"),
        ("pipe", lambda path: os.mkfifo(str(path)), "this is a pipe and no file"),
        ("/dev/zero", None, "this is a device and no file"),
        ("spoilt.docx", lambda path: path.write_bytes(b"PK\x03\x04" * 9), "is damaged"),
    ],
)
def test_what_is_hostile_is_told_in_a_sentence_in_little_time_and_memory(
    tmp_path: Path, folder: Path, name: str, make: object, expected: str
) -> None:
    path = tmp_path / name
    if callable(make):
        make(path)
    before = sorted(folder.rglob("*"))

    told, peak = measured("import", str(path), "--workspace", str(folder))

    (sentence,) = told.splitlines()
    assert expected in sentence
    assert peak < MOST_MEMORY
    assert [p for p in before if "backups" not in p.parts] == [
        p for p in sorted(folder.rglob("*")) if "backups" not in p.parts
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="measures as Linux does")
def test_a_pipe_of_endless_zeros_on_standard_input_is_told_too(folder: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        told, peak = measured("import", "-", "--workspace", str(folder), given=endless.fileno())

    assert "standard input: it is larger than 50 MB" in told
    assert peak < MOST_MEMORY


@pytest.mark.skipif(sys.platform != "linux", reason="measures as Linux does")
def test_text_of_lone_halves_is_kept_as_marks_of_something_lost(
    tmp_path: Path, folder: Path
) -> None:
    utf16(tmp_path / "spoilt.txt")

    told, peak = measured("import", str(tmp_path / "spoilt.txt"), "--workspace", str(folder))

    assert "some bytes of the text could not be read" in told
    assert peak < MOST_MEMORY


def measured(*arguments: str, given: int | None = None) -> tuple[str, int]:
    """Run the real command; return what it says, and the most memory it had, in bytes."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *arguments],
        stdin=given,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
    )
    *told, peak = done.stderr.splitlines()
    assert "Traceback" not in done.stderr
    return "\n".join(told), int(peak) * 1024


_MEASURED = """
import sys
from briefing.cli import run
run(sys.argv[1:])
# What getrusage tells is no less than the parent had.
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
sys.stderr.write(status["VmHWM"].split()[0] + "\\n")
"""
