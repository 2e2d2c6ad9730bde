import pytest

from briefing.desk.desk import Desk
from briefing.desk.index import KINDS
from briefing.desk.plain_find import looked_through
from briefing.model import Event
from briefing.search.words import Word
from tests.desk.support import HARBOUR


def found(desk: Desk, *words: Word) -> set[str]:
    ids = (id for kind in KINDS for id in looked_through(desk, kind, words))
    return {id for id in ids if id is not None}


@pytest.mark.parametrize(
    ("title", "typed"), [("Lamps of Østhavn", "osthavn"), ("Réseau", "reseau"), ("LAMPS", "lam")]
)
def test_words_are_found_as_the_index_finds_them(desk: Desk, title: str, typed: str) -> None:
    with desk.change("New") as changes:
        changes.put(Event(id="lamps", title=title))

    assert found(desk, Word(typed)) == {"lamps"}


def test_what_is_excluded_or_only_stands_within_a_word_is_not_found(desk: Desk) -> None:
    assert HARBOUR.id in found(desk, Word("harbour"))
    assert HARBOUR.id not in found(desk, Word("arbour"))
    assert HARBOUR.id not in found(desk, Word("harbour"), Word("lights", is_excluded=True))


def test_it_stops_even_where_nothing_is_found(desk: Desk) -> None:
    assert None in looked_through(desk, Event, [Word("nowhere")])
