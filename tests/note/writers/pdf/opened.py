"""A written PDF as a test looks at it: its pages, its bookmarks, its links, what is read aloud."""

import io
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import pypdf
from pypdf.generic import ArrayObject, Destination, DictionaryObject, PdfObject


def opened(raw: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(raw))


def pages(raw: bytes) -> list[str]:
    return [page.extract_text() for page in opened(raw).pages]


def text(raw: bytes) -> str:
    return bare("".join(pages(raw)))


def bare(told: str) -> str:
    """Text without what a line's end adds and takes, as it is when copied out of a page."""
    gone = ("Zs", "Cc", "Cf")
    return "".join(c for c in told if unicodedata.category(c) not in gone)


def told(raw: bytes) -> str:
    """Return text and structure: each page, the bookmarks, and the tags, which are read aloud."""
    lines = [line for at, page in enumerate(pages(raw), 1) for line in (f"Page {at}", page)]
    return "\n".join([*lines, "Outline", *outline(raw), "", "Tags", *tags(raw)]) + "\n"


def outline(raw: bytes) -> list[str]:
    return [f"{'  ' * depth}{one.title}" for one, depth in bookmarks(opened(raw).outline)]


def bookmarks(entries: Sequence[object], depth: int = 0) -> Iterator[tuple[Destination, int]]:
    for one in entries:
        if isinstance(one, list):
            yield from bookmarks(one, depth + 1)
        elif isinstance(one, Destination):
            yield one, depth


def tags(raw: bytes) -> list[str]:
    """The structure that is read aloud, a line for each part: "L (LI (Lbl LBody) LI (…))"."""
    (document,) = _tags(opened(raw).root_object["/StructTreeRoot"])
    return [_as_words(tag) for tag in document[1]]


_Tag: TypeAlias = tuple[str, "list[_Tag]"]


def _tags(element: PdfObject | None) -> Iterator[_Tag]:
    told = element.get_object() if element else None
    if isinstance(told, ArrayObject):
        for one in told:
            yield from _tags(one)
    elif isinstance(told, DictionaryObject) and "/S" in told:
        yield str(told["/S"])[1:], [*_tags(told.get("/K"))]
    elif isinstance(told, DictionaryObject) and told.get("/Type") == "/StructTreeRoot":
        yield from _tags(told.get("/K"))


def _as_words(tag: _Tag) -> str:
    name, within = tag
    return f"{name} ({' '.join(map(_as_words, within))})" if within else name


def links(raw: bytes) -> Iterator[DictionaryObject]:
    for page in opened(raw).pages:
        for one in page.get("/Annots", []):
            annotation = one.get_object()
            assert isinstance(annotation, DictionaryObject)
            yield annotation
