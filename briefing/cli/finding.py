"""`find`: a query over everything, the words lit up, the place in the source told."""

import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import click

from briefing.cli.listing import item_of
from briefing.cli.output import Item, print_listing, say
from briefing.cli.root import Common, as_json, common
from briefing.cli.sharing import Sharing, shared

if TYPE_CHECKING:
    from briefing.desk.desk import Desk
    from briefing.desk.query import Asked
    from briefing.desk.reading import Reading
    from briefing.model import Record

T = TypeVar("T")

_SLOW = 20_000
"""Records from which catching up is shown with a bar."""


@click.command("find", context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1)
@click.option("--view", help="Ask a saved view's query too.")
@click.option("--save", "name", help="Keep the query as a view of this NAME.")
@click.option("--most", type=click.IntRange(min=1), help="So many of each kind at most.")
@shared
@as_json
@common
def find_command(
    given: Common,
    query: Sequence[str],
    view: str | None,
    name: str | None,
    most: int | None,
    share: Sharing,
    as_json: bool,
) -> None:
    """List what QUERY finds, in records and in the texts of sources.

    Words, "phrases", -without; forum:igf after:2023-01 has:task -mode:online #norms @unidir.
    """
    from briefing.desk import query as queries, saved_views

    with given.desk_to_look() as desk:
        saved = saved_views.query_of(desk, view) if view else ""
        text = " ".join([saved, *_as_typed(query)]).strip()
        if not text:
            raise click.UsageError("Say what to find, as in `briefing find cables after:2023`.")
        asked = from_index(desk, lambda: queries.read(desk, text))
        if asked.mistakes:
            raise queries.UnclearQueryError(text, asked.mistakes)
        if name:
            saved_views.save(desk, name, text)
            say(f"Saved as {name!r}; `briefing find --view {name!r}` asks it again.")
        items = from_index(desk, lambda: list(_items(desk, asked, most, share.reading(desk))))
        print_listing(items, given.how(desk, as_json), "Nothing is found.")
        share.tell()


def from_index(desk: "Desk", ask: Callable[[], T]) -> T:
    """Return what is asked of the index, once that is up to date; a broken one is made anew."""
    try:
        _catch_up(desk)
        return ask()
    except sqlite3.DatabaseError:
        desk.index.begin_anew()
        _catch_up(desk)
        return ask()


def _catch_up(desk: "Desk") -> None:
    """Bring the index up to date, with a bar where that takes a while."""
    from briefing.desk.index import KINDS

    size = sum(desk.store.count(kind) for kind in KINDS)
    steps = desk.index.catch_up()
    if size < _SLOW or not sys.stderr.isatty():
        for _ in steps:
            pass
    else:
        with click.progressbar(length=100, label="Preparing to find", file=sys.stderr) as bar:
            for share in steps:
                bar.update(int(share * 100) - bar.pos)


def _as_typed(words: Sequence[str]) -> Iterator[str]:
    """Yield the words of the command line as a query has them: the shell took quotation marks.

    A word alone is a whole query, which somebody put in quotation marks.
    """
    from briefing.search.query import quoted

    for word in words:
        field, colon, value = word.partition(":")
        if len(words) == 1 or " " not in word or '"' in word:
            yield word
        elif colon and " " not in field:
            yield f"{field}:{quoted(value)}"
        else:
            yield quoted(word)


def _items(desk: "Desk", asked: "Asked", most: int | None, seen: "Reading") -> Iterator[Item]:
    from briefing.desk import query as queries
    from briefing.desk.excerpt import excerpt
    from briefing.desk.index import KINDS

    for kind in KINDS:
        heading = f"{kind.__name__}s"
        found = queries.found(desk, asked, (kind,))
        for record in islice(found if seen is desk else _seen(found, seen), most):
            below = excerpt(seen, record, asked.words) if asked.words else None
            yield item_of(seen, record, heading=heading, below=below)
            heading = ""


def _seen(found: "Iterable[Record]", seen: "Reading") -> "Iterator[Record]":
    """Yield what others may see of what is found, in no order that what they don't see decides.

    What was said under the Chatham House rule is not among it: by what it was found could tell who
    said it.
    """
    from briefing.desk.ruled import SAID

    for held in sorted(found, key=lambda record: record.id):
        record = seen.store.get(type(held), held.id)
        is_said = isinstance(record, SAID) and record.handling.chatham_house
        if record is not None and not is_said:
            yield record
