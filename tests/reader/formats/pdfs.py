"""PDFs written by hand: what stands where on a page, and nothing else."""

import zlib
from collections.abc import Sequence
from typing import NamedTuple

LINE = 14
"""Points from one line to the next where nothing else is said."""


class Drawn(NamedTuple):
    """Words at a place of a page, in points from its left and its foot."""

    left: float
    base: float
    words: str
    size: float = 11


class Link(NamedTuple):
    """A place of a page that leads to an address."""

    left: float
    foot: float
    right: float
    head: float
    address: str


def column(left: float, head: float, text: str, line: float = LINE) -> list[Drawn]:
    """Return the lines of a text below each other; a blank line leaves the gap of one."""
    return [
        Drawn(left, head - line * at, words) for at, words in enumerate(text.split("\n")) if words
    ]


def page(content: str) -> str:
    """Return what a page draws; its fonts are F1, Helvetica, and F2, Courier."""
    return f"BT {content} ET"


def drawing(drawn: Sequence[Drawn]) -> str:
    """Return the drawing of words, each put at its place."""
    return page(
        " ".join(
            f"/F1 {one.size} Tf 1 0 0 1 {one.left} {one.base} Tm ({_escaped(one.words)}) Tj"
            for one in drawn
        )
    )


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def pdf(*pages: str, links: Sequence[Link] = (), is_packed: bool = False, turn: int = 0) -> bytes:
    """Return a PDF of drawings, one a page; the links are the first page's."""
    first = 5
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Count {len(pages)} /Kids [{kids}]>>".encode(),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
        b"<</Type /Font /Subtype /Type1 /BaseFont /Courier>>",
    ]
    for at, content in enumerate(pages):
        notes = " ".join(map(_note, links)) if at == 0 else ""
        objects += [
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Rotate {turn} "
            f"/Contents {first + 1 + 2 * at} 0 R /Annots [{notes}] "
            "/Resources <</Font <</F1 3 0 R /F2 4 0 R>>>>>>".encode(),
            _stream(content.encode("cp1252"), is_packed=is_packed),
        ]
    return _with_table(objects)


def _note(link: Link) -> str:
    place = f"{link.left} {link.foot} {link.right} {link.head}"
    return f"<</Type /Annot /Subtype /Link /Rect [{place}] /A <</S /URI /URI ({link.address})>>>>"


def _stream(content: bytes, *, is_packed: bool) -> bytes:
    written = zlib.compress(content) if is_packed else content
    packing = "/Filter /FlateDecode" if is_packed else ""
    return f"<</Length {len(written)} {packing}>>\nstream\n".encode() + written + b"\nendstream"


def _with_table(objects: Sequence[bytes]) -> bytes:
    parts, length = [b"%PDF-1.4\n"], 9
    places = []
    for number, written in enumerate(objects, 1):
        places.append(length)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, written))
        length += len(parts[-1])
    size = len(objects) + 1
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{rows}"
        f"trailer <</Size {size} /Root 1 0 R>>\nstartxref\n{length}\n%%EOF\n"
    )
    return b"".join(parts) + end.encode()
