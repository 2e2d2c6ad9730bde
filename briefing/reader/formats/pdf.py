"""PDF: the text of each page in turn, column by column, without the headers that pages repeat."""

import io
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from briefing.errors import Problem
from briefing.reader.formats.columns import Row, laid_out, rows
from briefing.reader.formats.drawn import BYTES_A_STEP, Budget, Letters, Run, TooMuchError, runs
from briefing.reader.formats.hyphens import mended
from briefing.reader.formats.links_on_page import BEGIN, END, Place, marked, unmarked
from briefing.reader.formats.repeats import without_repeats
from briefing.reader.formats.text import kept
from briefing.reader.reading import Anchor, Reading
from briefing.text import count

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

SUFFIXES = (".pdf",)

STARTS: tuple[bytes, ...] = (b"%PDF-",)

MEDIA_TYPE = "application/pdf"

MOST_BYTES = 50_000_000
MOST_OBJECTS = 200_000
MOST_PAGES = 500
MOST_OPERATIONS = 450_000
"""Steps in the drawing of all pages, which is what time goes by: two or three seconds.

A page of print has from 300 to 4,000, the most where each letter is put in its place.
"""

_OBJECT = b" obj"

_LIMITS = {
    "zlib_maximum_output_length": 2_000_000,
    "lzw_maximum_output_length": 2_000_000,
    "run_length_maximum_output_length": 2_000_000,
    "array_based_stream_maximum_output_length": 2_000_000,
    "zlib_maximum_recovery_input_length": 1_000_000,
    "stream_decoding_work_maximum_length": 40_000_000,
    "stream_parsing_work_maximum_count": 250_000,
    "page_tree_maximum_entries": 10_000,
    "page_tree_maximum_page_entries": 200_000,
    "xform_maximum_invocations_per_extraction": 200,
}
"""What one page or stream may take: bytes unpacked, pieces parsed, forms drawn."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # or it would write on the screen


def read(raw: bytes, name: str) -> Reading:
    """Return a PDF's text, a blank line between blocks; a paragraph is one line.

    Its links lie on places of a page; they are put on the words that stand there.
    """
    if len(raw) > MOST_BYTES or raw.count(_OBJECT) > MOST_OBJECTS:
        return Reading(text="", problems=(Problem(name, None, _TOO_LARGE),))
    found = _pages(raw)
    text, anchors = _with_anchors(found)
    sentences = list(_sentences(found, bool(text)))
    hidden = found.hidden_addresses(text, anchors)
    if text and hidden:
        follow = "open it to follow " + ("it" if len(hidden) == 1 else "them")
        sentences.append(f"it has {count(len(hidden), 'link')} whose words can't be told; {follow}")
    problems = tuple(Problem(name, None, each) for each in sentences)
    return Reading(text=text, problems=problems, anchors=anchors)


def _with_anchors(found: "_Found") -> tuple[str, tuple[Anchor, ...]]:
    pages = (laid_out(page) for page in without_repeats(found.pages))
    text, links = unmarked(kept(mended("\n\n".join(filter(None, pages)))))
    if kept(text) != text:  # an accent that begins a link joins the letter before it
        return kept(text), ()
    return text, tuple(
        Anchor(start=link.start, end=link.end, address=found.addresses[link.number])
        for link in links
        if link.start < link.end
    )


_TOO_LARGE = "the PDF is too large to be read safely; save the pages that matter as a file"
_DAMAGED = "the PDF is damaged or cut short and could not be read; ask for it once more"
_CUT = "the PDF is damaged or cut short; only what is left of it was read"
_ENCRYPTED = "the PDF is locked by a password; save it without one and add it again"
_EMPTY = "there is no text in the PDF, it may be a scan; type or paste what it says"


@dataclass(slots=True)
class _Found:
    """What was read of a PDF, as far as it went."""

    pages: list[list[Row]] = field(default_factory=list)
    reached: int = 0
    total: int = 0
    addresses: list[str] = field(default_factory=list)
    """Where its links lead, one after the other."""
    is_locked: bool = False
    is_damaged: bool = False

    def hidden_addresses(self, text: str, anchors: Iterable[Anchor]) -> set[str]:
        """Return the addresses that stand neither in the text nor behind its words."""
        shown = {anchor.address for anchor in anchors}
        bare = {address: address.removeprefix("mailto:") for address in self.addresses}
        return {one for one, words in bare.items() if one not in shown and words not in text}


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
    budget, letters = Budget(MOST_OPERATIONS), Letters()
    found.total = len(document.pages)
    for page in islice(document.pages, MOST_PAGES):
        try:
            _read_page(page, found, letters, budget)
        except TooMuchError:
            return
        found.reached += 1


def _read_page(page: "PageObject", found: _Found, letters: Letters, budget: Budget) -> None:
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    try:
        contents = page.get_contents()
        budget.take(0 if contents is None else len(contents.get_data()) // BYTES_A_STEP)
        places = list(_places(page, found))
        budget.take(len(places))
        found.pages.append(rows(marked(_runs(page, letters, budget), places)))
    except (TooMuchError, DependencyError, FileNotDecryptedError):
        raise
    except LimitReachedError as error:
        raise TooMuchError from error
    except Exception:  # noqa: BLE001 - as above; the other pages may be whole
        found.is_damaged = True
        budget.take(_PRICE_OF_DAMAGE)


_PRICE_OF_DAMAGE = 15_000
"""Steps that a page that can't be read may have taken before it told."""


def _runs(page: "PageObject", letters: Letters, budget: Budget) -> list[Run]:
    """Return what a page draws; what is written from right to left as pypdf puts it in order."""
    drawn = runs(page, letters, budget)
    if not any(_RIGHT_TO_LEFT.search(run.words) for run in drawn):
        return drawn
    text = page.extract_text(visitor_operand_before=budget.spend)
    lines = enumerate(text.replace(BEGIN, "").replace(END, "").split("\n"))
    return [Run(0.0, 0.0, -_LINE * at, _SIZE, line) for at, line in lines if line.strip()]


_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufeff]")
_LINE, _SIZE = 14.0, 12.0


def _places(page: "PageObject", found: _Found) -> Iterator[Place]:
    """Yield where the places of a page lead on the web or to mail."""
    for note in islice(page.annotations or (), _MOST_LINKS_A_PAGE):
        entry = note.get_object()
        action = entry.get("/A")
        address = action.get_object().get("/URI") if action is not None else None
        if len(found.addresses) < _MOST_LINKS and isinstance(address, str):
            if not _LEADS_SOMEWHERE.fullmatch(address):
                continue
            x, y, right, head = (float(one) for one in entry["/Rect"].get_object())
            found.addresses.append(address)
            yield Place(
                min(x, right), min(y, head), max(x, right), max(y, head), len(found.addresses) - 1
            )


_MOST_LINKS_A_PAGE = 200
_MOST_LINKS = 5_000
_LEADS_SOMEWHERE = re.compile(r"(?:https?|mailto):[!-~]{3,2000}", re.IGNORECASE)
