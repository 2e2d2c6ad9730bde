"""Kept sources: the bytes as they were brought in, and their text as it was read."""

import hashlib
import re
import shutil
from pathlib import Path

from briefing.platform import make_private_folder, replace, sync_folder, write_whole
from briefing.store.errors import NotKeptError, NotSavedError
from briefing.store.records import whole
from briefing.text import file_name

TEXT_NAME = "as-read.txt"
"""The text's file; citations count in its code points."""

_SHA256 = re.compile("[0-9a-f]{64}")


def keep(sources: Path, sha256: str, name: str, raw: bytes, text: str) -> None:
    """Keep a source in a folder of its own, whole or not at all; on return it is on the disk.

    What is kept already stays as it is, its text too: citations point into it. ValueError where
    `sha256` is not the digest of the bytes, NotSavedError where the disk refuses.
    """
    if hashlib.sha256(raw).hexdigest() != sha256:
        message = f"{sha256} is not the digest of {name!r}"
        raise ValueError(message)
    unfinished = sources / f".{sha256}.new"
    try:
        if not (sources / sha256).exists():
            make_private_folder(sources)
            shutil.rmtree(unfinished, ignore_errors=True)
            make_private_folder(unfinished)
            write_whole(unfinished / _original_name(name), raw)
            write_whole(unfinished / TEXT_NAME, whole(text).encode())
            replace(unfinished, sources / sha256)
        # Also where it is there: a process that was killed may not have come to this.
        sync_folder(sources)
        sync_folder(sources.parent)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise NotSavedError(sources, error) from error


def read_text(sources: Path, sha256: str) -> str:
    """Return a kept source's text as it was read; NotKeptError where it is not here."""
    return _read(_folder(sources, sha256) / TEXT_NAME, sha256).decode()


def read_bytes(sources: Path, sha256: str) -> bytes:
    """Return a kept source's bytes as they were brought in; NotKeptError where not here."""
    folder = _folder(sources, sha256)
    names = [p for p in folder.iterdir() if p.name != TEXT_NAME] if folder.is_dir() else []
    return _read(names[0] if names else folder, sha256)


def _folder(sources: Path, sha256: str) -> Path:
    # A digest may come out of a file that somebody else wrote.
    if not _SHA256.fullmatch(sha256):
        raise NotKeptError(sha256)
    return sources / sha256


def _read(path: Path, sha256: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotKeptError(sha256) from error


def _original_name(name: str) -> str:
    safe = file_name(name)
    return f"original {safe}" if safe.casefold() == TEXT_NAME else safe
