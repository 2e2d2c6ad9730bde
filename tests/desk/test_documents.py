import datetime as dt
import os
import shutil
import sys
from pathlib import Path

import pytest

from briefing.desk import documents
from briefing.desk.documents import (
    ClipboardError,
    UnreadableError,
    from_bytes,
    from_clipboard,
    from_file,
    listing,
)

DAY = dt.date(2027, 3, 10)


def test_a_file_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"nowhere\.txt: No such file"):
        from_file(tmp_path / "nowhere.txt")
    with pytest.raises(UnreadableError, match="this is a folder"):
        from_file(tmp_path)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "this is a Word file or an archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an old Word or Outlook file"),
        (b"\x89PNG\r\n\x1a\n", "this is a picture"),
    ],
)
def test_a_file_that_is_no_plain_text_is_not_brought_in(
    tmp_path: Path, raw: bytes, expected: str
) -> None:
    (tmp_path / "invitation").write_bytes(raw)

    with pytest.raises(UnreadableError, match=f"invitation: {expected}"):
        from_file(tmp_path / "invitation")


def test_a_mail_that_only_outlook_reads_is_told(tmp_path: Path) -> None:
    (tmp_path / "invitation.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

    with pytest.raises(UnreadableError, match=r"save it there as \.eml"):
        from_file(tmp_path / "invitation.msg")


@pytest.mark.parametrize(
    "raw",
    [
        "Møte om normer\n".encode("windows-1252"),
        "Møte om normer\n".encode("utf-16"),
        b"",
        bytes(range(256)),
        "\x00 \x1b[31mnorms\x07\x00 \u202e".encode(),
    ],
)
def test_a_text_in_whatever_encoding_is_brought_in(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "invitation").write_bytes(raw)

    assert raw == from_file(tmp_path / "invitation").raw


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and devices in the folder tree")
def test_what_is_no_file_is_told_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(UnreadableError, match="this is a pipe and no file"):
        from_file(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match="this is a device and no file"):
        from_file(Path("/dev/zero"))


def test_what_is_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_BYTES", 2_000_000)
    (tmp_path / "large.pdf").write_bytes(b"x" * 2_000_001)
    (tmp_path / "small.pdf").write_bytes(b"x" * 2_000_000)

    with pytest.raises(UnreadableError, match=r"large\.pdf: it is larger than 2 MB, more than is"):
        from_file(tmp_path / "large.pdf")
    assert 2_000_000 == len(from_file(tmp_path / "small.pdf").raw)


def test_a_text_may_be_less_long_than_other_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.reader.formats.text.MOST_BYTES", 1_000_000)

    with pytest.raises(UnreadableError, match="as text it is larger than 1 MB"):
        from_bytes(Path("long.txt"), b"x" * 1_000_001)


def test_a_folder_is_listed_by_names_without_what_is_hidden_or_unknown(tmp_path: Path) -> None:
    for name in (
        "b.txt", "a.PDF", "photo.png", ".hidden.txt", "in/c.html", ".git/d.txt",
        "desk/briefing.toml", "desk/e.txt", "own/f.txt",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")

    found = listing(tmp_path, passed_by=tmp_path / "own")

    assert ["a.PDF", "b.txt", "in/c.html"] == [
        path.relative_to(tmp_path).as_posix() for path in found.files
    ]
    assert "1 file of other kinds left out" == found.left_out


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="nowhere: No such file"):
        listing(tmp_path / "nowhere", passed_by=tmp_path)


linux = pytest.mark.skipif(sys.platform != "linux", reason="each system has its own tools")
SHELL = shutil.which("sh") or ""


def tool(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a wl-paste that runs a script where only that is found."""
    path = folder / "wl-paste"
    path.write_text(f"#!{SHELL}\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    monkeypatch.setenv("PATH", str(folder))


@linux
def test_of_the_clipboard_the_page_is_taken_before_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tmp_path, monkeypatch, 'case "$*" in *html*) echo "<p>Page</p>";; *) echo Text;; esac')

    copied = from_clipboard(DAY)

    assert ("copied 2027-03-10.html", b"<p>Page</p>\n") == (copied.name, copied.raw)
    assert DAY == copied.received


@linux
@pytest.mark.parametrize("page", ["exit 1", "echo '<img src=x>'"])
def test_of_the_clipboard_the_text_is_taken_where_the_page_has_none(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tmp_path, monkeypatch, f'case "$*" in *html*) {page};; *) echo Text;; esac')

    copied = from_clipboard(DAY)

    assert ("copied 2027-03-10.txt", b"Text\n") == (copied.name, copied.raw)


@linux
@pytest.mark.parametrize(
    ("script", "expected"),
    [("exit 1", "there is no text in the clipboard; paste"), (None, "no tool that reads the")],
)
def test_a_clipboard_without_anything_is_told_in_one_sentence(
    script: str | None, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if script:
        tool(tmp_path, monkeypatch, script)

    with pytest.raises(ClipboardError, match=expected):
        from_clipboard(DAY)
