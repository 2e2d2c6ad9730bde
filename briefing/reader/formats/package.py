"""The zip that a Word document is: unpacked by a measure, or refused in one sentence."""

import io
import zipfile
import zlib
from collections.abc import Sequence

MOST_UNPACKED = 50_000_000
"""Bytes of the whole document, packed and unpacked."""
MOST_READ = 20_000_000
"""Bytes of its XML; pictures are not unpacked."""
MOST_RATIO = 250
"""How many times its size a part may unpack to. Word's own come to 30, a bomb to 1,000."""
MOST_PARTS = 2_000
MOST_MARKUP = 600_000
"""Tags and attributes in all parts, which is what time and memory go by: some 200 pages."""

_SMALL = 1_000_000
"""Bytes that a part may have at any ratio."""
_CHUNK = 1 << 16

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCKED_FLAG = 1
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What OPC allows (ECMA-376 part 2, annex B); zipfile unpacks others without a measure."""


class RefusedError(Exception):
    """Why a document is not opened, as one sentence."""


def unpacked(raw: bytes) -> io.BytesIO:
    """Return the document packed anew with what is read of it, each part no longer than it says.

    A zip may give a part any size and unpack to another, so parts are counted while unpacked.
    """
    if raw.startswith(_OLD_WORD):
        raise RefusedError(_ENCRYPTED if _LOCKED in raw else _OLD)
    if len(raw) > MOST_UNPACKED or raw.count(_DIRECTORY_ENTRY) > MOST_PARTS:
        raise RefusedError(_TOO_LARGE)
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(packed, "w") as new:
            _refuse(old.infolist())
            _copy(old, new)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
        raise RefusedError(DAMAGED) from error
    return packed


def _refuse(parts: Sequence[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & _LOCKED_FLAG for part in parts):
        raise RefusedError(_ENCRYPTED)
    if any(part.compress_type not in _PACKINGS for part in parts):
        raise RefusedError(DAMAGED)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise RefusedError(_TOO_LARGE)
    if any(part.file_size > max(_SMALL, MOST_RATIO * part.compress_size) for part in parts):
        raise RefusedError(_TOO_LARGE)


def _copy(old: zipfile.ZipFile, new: zipfile.ZipFile) -> None:
    """Copy the XML of a document; other parts stay as names, which python-docx asks for."""
    size = markup = 0
    for part in old.infolist():
        is_read = part.filename.endswith((".xml", ".rels"))
        content = _content(old, part) if is_read else b""
        size += len(content)
        markup += content.count(b"<") + content.count(b"=")
        if size > MOST_READ or markup > MOST_MARKUP:
            raise RefusedError(_TOO_LARGE)
        new.writestr(part.filename, content)


def _content(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with package.open(part) as stream:
        return b"".join(iter(lambda: stream.read(_CHUNK), b""))


DAMAGED = "the Word document is damaged and could not be opened; ask for it once more"
_TOO_LARGE = "the Word document is too large to be read safely; save its text as a file of its own"
_ENCRYPTED = "the Word document is locked by a password; save it without one and add it again"
_OLD = "this is a document of an older Word (.doc); save it as .docx and add it again"
