"""The headers, footers and numbers that the pages of a document repeat."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.reader.formats.columns import Row
from briefing.reader.formats.links_on_page import unmarked

_EDGE = 2
"""Rows at the head and at the foot of a page that may be its header or footer."""

_PAGE_NUMBER = re.compile(
    r"(?:page|side|seite|página|p\.)?\s*[-–—]?\s*(\d{1,4})\s*[-–—]?\s*"
    r"(?:(?:/|\||of|av|von|sur|de)\s*\d{1,4})?",
    re.IGNORECASE,
)


def without_repeats(pages: Sequence[Sequence[Row]]) -> Iterator[Sequence[Row]]:
    """Yield pages without the page numbers at their edges and with each header only once.

    A header is the same to the letter on most pages, so "Day 1" above and "Day 2" stay.
    """
    forms = [[_form(row.words, number) for row in page] for number, page in enumerate(pages)]
    repeated = _repeated(forms)
    seen: set[str] = set()
    for page, own in zip(pages, forms, strict=True):
        inner = [at for at, form in enumerate(own) if not _goes(form, repeated, seen)]
        first, last = (inner[0], inner[-1]) if inner else (len(page), -1)
        first, last = min(first, _EDGE), max(last, len(page) - 1 - _EDGE)
        seen.update(own[:_EDGE], own[-_EDGE:])
        yield page[first : last + 1]


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    """Return the forms of the rows that stand at the edge of most pages."""
    often = Counter(form for page in pages for form in {*page[:_EDGE], *page[-_EDGE:]})
    return {
        form
        for form, times in often.items()
        if 2 * times > len(pages) and times >= (2 if form.startswith(_NUMBER) else 3)
    }


def _goes(form: str, repeated: set[str], seen: set[str]) -> bool:
    return form in repeated and (form.startswith(_NUMBER) or form in seen)


_NUMBER = "\0"
"""Begins the form of a page number; no kept text has it."""


def _form(row: str, page: int) -> str:
    """Return a row as it is compared with those of other pages; a number by its lead."""
    row = unmarked(row)[0]
    found = _PAGE_NUMBER.fullmatch(row)
    return f"{_NUMBER}{int(found[1]) - page}" if found else row
