"""What index and look-ups must tell of a desk: the same as looking at every record tells."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefing.arrange.facets import days, marks
from briefing.arrange.links import named
from briefing.desk import query
from briefing.desk.desk import Desk
from briefing.desk.find import told_of
from briefing.desk.index import KINDS, StoreIndex
from briefing.model import RECORD_TYPES, Record, Source
from briefing.search.sought import Mark, Sought
from briefing.search.words import Word, holds, indexed
from briefing.store import Lookups
from tests.desk.support import make_folder, open_desk

WORDS = ("h", "lantern", "cable", "new", "rep", "talk")

QUERIES = (
    "cable after:2031-06",
    "time:week",
    "has:task -has:answer",
    "going:going",
    "going:open",
    "task:sent",
    "forum:pilots",
    "-topic:norms talk",
)
"""Some of these rest on other records than the one that is found."""

FIELDS = ("is", "topic", "forum", "task", "kind")


def caught_up(index: StoreIndex) -> StoreIndex:
    """Take in what is in the store; a file that is of no use is made anew, as the screen does."""
    try:
        shares = list(index.catch_up())
    except sqlite3.DatabaseError:
        index.begin_anew()
        shares = list(index.catch_up())
    assert all(0 <= share <= 1 for share in shares)
    assert index.is_in_step
    return index


def plainly(desk: Desk, words: Sequence[Word]) -> set[str]:
    """What is found by looking at every record."""
    return {
        record.id
        for kind in KINDS
        for record in desk.store.all(kind)
        if _holds(desk, record, words)
    }


def _holds(desk: Desk, record: Record, words: Sequence[Word]) -> bool:
    title, names, rest = told_of(record)
    if isinstance(record, Source) and record.is_held:
        rest = (*rest, desk.store.source_text(record.sha256))
    texts = (title, " · ".join(map(indexed, names)), " · ".join(map(indexed, rest)))
    return holds(" # ".join((indexed(texts[0]), *texts[1:])), words)


def by_index(desk: Desk, words: Sequence[Word]) -> set[str]:
    """What the index finds, both of its ways."""
    index = caught_up(desk.index)
    asked = Sought(tuple(words))
    found = {id for kind in KINDS for id in index.find(kind, asked)}
    assert found == {id for kind in KINDS for id in index.all(kind, asked)}
    return found


def assert_in_step(desk: Desk) -> None:
    """Assert that words, days, values of fields and links are told as the records have them."""
    caught_up(desk.index)
    try:
        _assert_found(desk)
    except sqlite3.DatabaseError:
        # Only what is asked tells that a file is damaged in its midst.
        desk.index.begin_anew()
        caught_up(desk.index)
        _assert_found(desk)
    _assert_linked(desk)


def _assert_found(desk: Desk) -> None:
    for text in WORDS:
        for is_excluded in (False, True):
            words = [Word(text, is_excluded=is_excluded)]
            assert plainly(desk, words) == by_index(desk, words)
    for kind in KINDS:
        records = list(desk.store.all(kind))
        for field in FIELDS:
            values = [(r.id, v) for r in records for f, v in set(marks(r)) if f == field]
            counted = Counter(value for _, value in values)
            assert counted == desk.index.values(kind, field)
            for value in counted:
                asked = Sought(marks=((Mark(field, value, is_whole=True),),))
                assert {id for id, v in values if v == value} == desk.index.all(kind, asked)
        dated = {r.id: d for r in records if (d := days(r))}
        for day in {day for span in dated.values() for day in span}:
            since = {id for id, (_, last) in dated.items() if last >= day}
            until = {id for id, (first, _) in dated.items() if first <= day}
            assert since == desk.index.all(kind, Sought(since=day.toordinal()))
            assert until == desk.index.all(kind, Sought(until=day.toordinal()))


def _assert_linked(desk: Desk) -> None:
    records = [record for kind in RECORD_TYPES for record in desk.store.all(kind)]
    names = [{name for _, name in named(record)} for record in records]
    for id in {record.id for record in records}.union(*names):
        assert _named_by(id, records, names) == desk.links.named_by(id)
        mine = set().union(*(n for r, n in zip(records, names, strict=True) if r.id == id))
        assert mine == desk.links.names(id)


def _named_by(id: str, records: Sequence[Record], names: Sequence[set[str]]) -> set[str]:
    return {r.id for r, named_ones in zip(records, names, strict=True) if id in named_ones}


def assert_as_made_anew(desk: Desk, place: Path) -> None:
    """Assert that a desk tells what one tells that was made of its records, in an empty folder."""
    records = [record for kind in RECORD_TYPES for record in desk.store.all(kind)]
    with open_desk(make_folder(place, *records), writing=False) as anew:
        caught_up(anew.index)
        assert dict(_told(anew)) == dict(_told(desk))


def _told(desk: Desk) -> Iterator[tuple[str, object]]:
    for text in QUERIES:
        asked = query.read(desk, text)
        yield text, [query.all_ids(desk, asked, kind) for kind in KINDS]
    yield "dated", list(desk.links.dated())
    yield from _ties(desk.links, [id for kind in RECORD_TYPES for id in desk.store.ids(kind)])


def _ties(links: Lookups, ids: Sequence[str]) -> Iterator[tuple[str, Mapping[str, object]]]:
    for id in ids:
        naming = {kind.__name__: links.naming(id, kind) for kind in RECORD_TYPES}
        yield id, {"tied": links.tied(id), **naming}
