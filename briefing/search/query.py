"""The language that things are looked for in: words, "phrases", field:value, and -what is not.

`forum:oewg after:2023-01 has:task -mode:online "critical infrastructure" #norms @unidir` - the same
on the screen and on the command line. Nothing that is typed is an error: what can't be used is told
with its place, and the rest is looked for all the same.
"""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from briefing.search.words import Word, indexed
from briefing.text import clean

SIGNS = {"#": "topic", "@": "by"}
"""What stands for a field: `#norms` is `topic:norms`, `@unidir` is `by:unidir`."""

_PART = re.compile(
    r"""
    (?P<without>-(?=[^\s-]))?
    (?:(?P<field>[^\W\d_]+):|(?P<sign>[#@]))?
    (?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]*))
    """,
    re.VERBOSE,
)


class Filter(NamedTuple):
    """A field that must have a value, or must not."""

    field: str
    value: str
    """As typed."""
    is_excluded: bool
    start: int
    """Where it stands in the query, in code points."""
    end: int


class Mistake(NamedTuple):
    """A part of a query that can't be used, and why."""

    start: int
    end: int
    sentence: str


class Query(NamedTuple):
    """What is looked for."""

    words: tuple[Word, ...] = ()
    filters: tuple[Filter, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether everything fits."""
        return not self.words and not self.filters


def parse(text: str, fields: Collection[str]) -> Query:
    """Read a query in which these fields may be asked for.

    What looks like a field but is none of them, as in "10:30" or an address, is words. A quotation
    mark that is not closed yet goes on to the end.
    """
    words: list[Word] = []
    filters: list[Filter] = []
    mistakes: list[Mistake] = []
    for part in _parts(text):
        is_excluded = bool(part["without"])
        field = (part["field"] or SIGNS.get(part["sign"], "")).casefold()
        value = part["phrase"] if part["word"] is None else part["word"]
        if field and field not in fields and (near := _near(field, fields)):
            sentence = f"There is no “{clean(field)}:”; did you mean “{near}:”?"
            mistakes.append(Mistake(*part.span(), sentence))
        elif field and field in fields:
            if value.strip():
                filters.append(Filter(field, value.strip(), is_excluded, *part.span()))
            elif part["sign"] is None:
                mistakes.append(Mistake(*part.span(), f"“{field}:” needs a word after it."))
        elif found := indexed(f"{part['field'] or ''} {value}"):
            words.append(Word(found, is_begun=not part["closed"], is_excluded=is_excluded))
    return Query(tuple(words), tuple(filters), tuple(mistakes))


def part_at(text: str, place: int) -> tuple[int, int]:
    """Return the span of the part of a query that the cursor stands in or behind."""
    found = [part.span() for part in _parts(text)]
    return next((span for span in found if span[0] <= place <= span[1]), (place, place))


def quoted(value: str) -> str:
    """Return a value as it is typed behind a field: in quotation marks where it needs them."""
    plain = value.replace('"', "")
    return plain if re.fullmatch(r"\S+", plain) else f'"{plain}"'


def _parts(text: str) -> Iterator[re.Match[str]]:
    return (part for part in _PART.finditer(text) if part[0])


def _near(field: str, fields: Collection[str]) -> str:
    return next(iter(get_close_matches(field, fields, n=1, cutoff=0.75)), "")
