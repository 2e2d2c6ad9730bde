from dataclasses import replace

import msgspec

from briefing.model import Handling, Level
from briefing.note.ledger import Ledger, at
from briefing.note.words import Words
from tests.note.records import EVENT, HELD, SOURCES, checked

R = msgspec.structs.replace


def test_what_stands_in_a_value_rests_on_what_the_value_rests_on() -> None:
    agenda = R(EVENT, evidence={"agenda": checked("09:10 Opening")})

    mark = Ledger(HELD, Words()).fact("Opening", *at(agenda, "agenda/op6")).mark

    assert mark is not None
    assert "[1]" == mark.words


def test_a_source_that_is_named_counts_in_who_may_see_the_note() -> None:
    strict = R(SOURCES["harbour-txt"], handling=Handling(level=Level.ME))
    ledger = Ledger(replace(HELD, sources={**SOURCES, strict.id: strict}), Words())

    ledger.fact(EVENT.title, *at(R(EVENT, handling=Handling(level=Level.PUBLIC)), "title"))

    assert {Level.ME, Level.PUBLIC} == {handling.level for handling in ledger.handlings}
