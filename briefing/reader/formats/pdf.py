"""PDF: the text of each page in turn, without the headers and numbers that pages repeat."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from briefing.errors import Problem
from briefing.reader.formats.text import kept
from briefing.reader.reading import Reading
from briefing.text import count

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

SUFFIXES = (".pdf",)

STARTS: tuple[bytes, ...] = (b"%PDF-",)

MEDIA_TYPE = "application/pdf"

MOST_BYTES = 50_000_000
MOST_OBJECTS = 200_000
MOST_PAGES = 500
MOST_OPERATIONS = 150_000
"""Steps in the drawing of all pages, which is what time goes by; a page of print has some 300."""

_OBJECT = b" obj"

_LIMITS = {
    "zlib_maximum_output_length": 2_000_000,
    "lzw_maximum_output_length": 2_000_000,
    "run_length_maximum_output_length": 2_000_000,
    "array_based_stream_maximum_output_length": 2_000_000,
    "zlib_maximum_recovery_input_length": 1_000_000,
    "stream_decoding_work_maximum_length": 40_000_000,
    "stream_parsing_work_maximum_count": 400_000,
    "page_tree_maximum_entries": 10_000,
    "page_tree_maximum_page_entries": 200_000,
    "xform_maximum_invocations_per_extraction": 200,
}
"""What one page or stream may take: bytes unpacked, pieces parsed, forms drawn."""

_EDGE = 2
"""Lines at the top and at the bottom of a page that may be its header or footer."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # or it would write on the screen


def read(raw: bytes, name: str) -> Reading:
    """Return a PDF's text, a blank line between pages, its lines broken as they are on the page.

    There are no anchors: a PDF puts its links on places of the page and not on words.
    """
    if len(raw) > MOST_BYTES or raw.count(_OBJECT) > MOST_OBJECTS:
        return Reading(text="", problems=(Problem(name, None, _TOO_LARGE),))
    found = _pages(raw)
    text = "\n\n".join(filter(None, _without_repeats(found.pages)))
    sentences = list(_sentences(found, bool(text)))
    if text and (hidden := sum(address not in text for address in found.addresses)):
        follow = "open it to follow " + ("it" if hidden == 1 else "them")
        sentences.append(f"it has {count(hidden, 'link')} whose words can't be told; {follow}")
    return Reading(text=text, problems=tuple(Problem(name, None, each) for each in sentences))


_TOO_LARGE = "the PDF is too large to be read safely; save the pages that matter as a file"
_DAMAGED = "the PDF is damaged or cut short and could not be read; ask for it once more"
_CUT = "the PDF is damaged or cut short; only what is left of it was read"
_ENCRYPTED = "the PDF is locked by a password; save it without one and add it again"
_EMPTY = "there is no text in the PDF, it may be a scan; type or paste what it says"


@dataclass(slots=True)
class _Found:
    """What was read of a PDF, as far as it went."""

    pages: list[str] = field(default_factory=list)
    reached: int = 0
    total: int = 0
    addresses: set[str] = field(default_factory=set)
    is_locked: bool = False
    is_damaged: bool = False


def _sentences(found: _Found, has_text: bool) -> Iterator[str]:
    if found.is_locked:
        yield _ENCRYPTED
        return
    if found.is_damaged:
        yield _CUT if has_text else _DAMAGED
    elif found.reached == found.total and not has_text:
        yield _EMPTY
    elif found.reached == 0:
        yield _TOO_LARGE
    if 0 < found.reached < found.total:
        yield f"it is too long: only the first {found.reached:,} of {found.total:,} pages were read"
    if has_text and not found.is_damaged and (bare := sum(not page for page in found.pages)):
        yield f"there is no text on {bare:,} of its {found.total:,} pages, which may be pictures"


class _TooMuchError(Exception):
    """A document draws more than is read of one."""


@dataclass(slots=True)
class _Budget:
    """Counts operations, so that the same file is always read as far."""

    left: int

    def spend(self, _operator: object, operands: Sequence[object], *_: object) -> None:
        """Take an operation away with what it draws; pypdf calls this before each."""
        drawn = operands[0] if operands and isinstance(operands[0], list) else ()
        self.take(1 + len(operands) + len(drawn))

    def take(self, steps: int) -> None:
        """Take some steps away."""
        self.left -= steps
        if self.left < 0:
            raise _TooMuchError


def _pages(raw: bytes) -> _Found:
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError

    found = _Found(is_damaged=b"%%EOF" not in raw[-2048:])
    if found.is_damaged:
        raw += _end(raw)
    with pypdf.apply_configuration(None, **_LIMITS):
        try:
            _read_pages(pypdf.PdfReader(io.BytesIO(raw)), found)
        except (FileNotDecryptedError, DependencyError):
            found.is_locked = True
        except Exception:  # noqa: BLE001 - "broken PDF files might cause other Exceptions" (pypdf)
            found.is_damaged = True
    return found


def _end(raw: bytes) -> bytes:
    """Return what makes pypdf look for what is left of a PDF that was cut."""
    found = _CATALOGUE.search(raw)
    root = b"/Root %s 0 R" % found[1] if found else b""
    return b"\nendstream\nendobj\ntrailer\n<<%s>>\nstartxref\n0\n%%%%EOF\n" % root


_CATALOGUE = re.compile(rb"(\d{1,9}) 0 obj\s{0,9}<<[^<>]{0,300}?/Type\s{0,9}/Catalog")


def _read_pages(document: "PdfReader", found: _Found) -> None:
    budget = _Budget(MOST_OPERATIONS)
    found.total = len(document.pages)
    for page in islice(document.pages, MOST_PAGES):
        try:
            _read_page(page, found, budget)
        except _TooMuchError:
            return
        found.reached += 1


def _read_page(page: "PageObject", found: _Found, budget: _Budget) -> None:
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    try:
        contents = page.get_contents()
        budget.take(0 if contents is None else len(contents.get_data()) // _BYTES_A_STEP)
        written = kept(page.extract_text(visitor_operand_before=budget.spend))
        found.pages.append("\n".join(line.rstrip() for line in written.split("\n")).strip("\n"))
        found.addresses.update(_addresses(page))
    except (_TooMuchError, DependencyError, FileNotDecryptedError):
        raise
    except LimitReachedError as error:
        raise _TooMuchError from error
    except Exception:  # noqa: BLE001 - as above; the other pages may be whole
        found.is_damaged = True
        budget.take(_PRICE_OF_DAMAGE)


_BYTES_A_STEP = 40
"""Bytes of a page's drawing, spaces and comments too, that take as long to parse as a step."""
_PRICE_OF_DAMAGE = 5_000
"""Steps that a page that can't be read may have taken before it told."""


def _addresses(page: "PageObject") -> Iterator[str]:
    """Yield where the places of a page lead on the web or to mail."""
    for note in islice(page.annotations or (), _MOST_LINKS):
        action = note.get_object().get("/A")
        address = action.get_object().get("/URI") if action is not None else None
        if isinstance(address, str) and _LEADS_SOMEWHERE.match(address):
            yield address.removeprefix("mailto:")


_MOST_LINKS = 1_000
_LEADS_SOMEWHERE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)

_PAGE_NUMBER = re.compile(
    r"(?:page|side|seite|página|p\.)?\s*[-–—]?\s*(\d{1,4})\s*[-–—]?\s*"
    r"(?:(?:/|\||of|av|von|sur|de)\s*\d{1,4})?",
    re.IGNORECASE,
)


def _without_repeats(pages: Sequence[str]) -> Iterator[str]:
    """Yield pages without the page numbers at their edges and with each header only once.

    A header is the same to the letter on most pages, so "Day 1" above and "Day 2" stay.
    """
    rows = [page.split("\n") for page in pages]
    repeated = _repeated(rows)
    seen: set[str] = set()
    for number, page in enumerate(rows):
        forms = [_form(row, number) for row in page]
        inner = [at for at, form in enumerate(forms) if not _goes(form, repeated, seen)]
        first, last = (inner[0], inner[-1]) if inner else (len(page), -1)
        first, last = min(first, _EDGE), max(last, len(page) - 1 - _EDGE)
        seen.update(forms[:_EDGE], forms[-_EDGE:])
        yield "\n".join(page[first : last + 1]).strip("\n")


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    """Return the forms of the rows that stand at the edge of most pages."""
    often = Counter(
        form
        for number, page in enumerate(pages)
        for form in {_form(row, number) for row in (*page[:_EDGE], *page[-_EDGE:])}
    )
    return {
        form
        for form, times in often.items()
        if 2 * times > len(pages) and times >= (2 if form.startswith(_NUMBER) else 3)
    }


def _goes(form: str, repeated: set[str], seen: set[str]) -> bool:
    return not form or (form in repeated and (form.startswith(_NUMBER) or form in seen))


_NUMBER = "\0"
"""Begins the form of a page number; no kept text has it."""


def _form(row: str, page: int) -> str:
    """Return a row as it is compared with those of other pages; a number by its lead."""
    row = " ".join(row.split())
    found = _PAGE_NUMBER.fullmatch(row)
    return f"{_NUMBER}{int(found[1]) - page}" if found else row
