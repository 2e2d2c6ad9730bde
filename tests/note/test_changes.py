import datetime as dt

import msgspec
import pytest

from briefing.model import (
    Answer,
    Citation,
    Decision,
    Event,
    Evidence,
    Mode,
    Party,
    Position,
    Record,
    Speaker,
    Stance,
    Task,
    TaskState,
)
from briefing.note.blocks import Bullets
from briefing.note.change_words import LABELS
from briefing.note.changes import changes, told
from briefing.note.ledger import Ledger
from briefing.note.material import Material, material
from briefing.note.words import LANGUAGES, Words, _table
from briefing.when import When, whole_day
from tests.note.records import (
    ANNOUNCEMENT_TEXT,
    ASK_HOME,
    CHILD,
    EVENT,
    FORUM,
    HEARD,
    HELD,
    HOME,
    LISTED,
    PARENT,
    POSITION,
    REGISTER,
    UNRELATED,
    WHO_PAYS,
    WRITTEN,
    new_york,
)

BEFORE = material(EVENT.id, EVENT, HELD)
R = msgspec.structs.replace


def with_records(*changed: Record, without: tuple[Record, ...] = ()) -> Material:
    """What the note was made from, with some records as they are now."""
    gone = {(type(record), record.id) for record in without}
    held = {(type(record), record.id): record for record in BEFORE.records}
    held |= {(type(record), record.id): record for record in changed}
    kept = tuple(record for key, record in held.items() if key not in gone)
    return Material(subject=EVENT.id, records=kept)


def said(now: Material, before: Material = BEFORE, language: str = "en") -> list[str]:
    return [change.text for change in changes(before, now, Words(language), HOME)]


def test_where_nothing_changed_nothing_is_told() -> None:
    assert [] == said(with_records())


def moved(day: int, start: dt.time, end: dt.time | None = None) -> Event:
    return R(EVENT, when=R(new_york(start, end), date=dt.date(2031, 6, day)))


EUROPE = R(
    POSITION,
    id="lantern-later-q2r3s",
    stance=Stance.SUPPORTS_WITH_EDITS,
    on=dt.date(2031, 5, 1),
    claim="With a list that owners may amend.",
)
SENTENCES: list[tuple[Record, str]] = [
    (moved(12, dt.time(15)), "moved to 15:00 New York · 21:00 Oslo"),
    (
        moved(13, dt.time(15)),
        "moved from Thu 12 Jun 2031 09:00 to Fri 13 Jun 2031, 15:00 New York · 21:00 Oslo",
    ),
    (
        moved(12, dt.time(9), dt.time(11)),
        "now 09:00–11:00 New York · 15:00–17:00 Oslo",
    ),
    (
        R(EVENT, when=When(written="in the autumn")),
        "no date any more (was Thu 12 Jun 2031, 09:00–10:30 New York · 15:00–16:30 Oslo)",
    ),
    (R(EVENT, venue="Conference Room 4"), "now in Conference Room 4"),
    (
        R(EVENT, venue=""),
        "no place given any more (was Harbour Hall, 4 Quay Street, New York)",
    ),
    (R(EVENT, cancelled=True), "cancelled"),
    (R(EVENT, postponed=True), "postponed"),
    (R(EVENT, mode=Mode.ONLINE), "now online"),
    (R(EVENT, title="Quay Lights"), "now called “Quay Lights”"),
    (R(EVENT, pass_needed=False), "no pass is needed"),
    (R(EVENT, parent=None), "part of: Cable Week → nothing"),
    (R(EVENT, forums=()), "forum no longer named: FSC"),
    (
        R(EVENT, speakers=(*EVENT.speakers, Speaker(key="n9", name="Cy Rope", role="chair"))),
        "speaker added: Cy Rope, chair",
    ),
    (
        R(EVENT, speakers=EVENT.speakers[:1]),
        "speaker no longer named: Bo Ferry, moderator, Tidewater Foundation",
    ),
    (
        R(EVENT, speakers=(EVENT.speakers[0], R(EVENT.speakers[1], role="chair"))),
        "speaker: Bo Ferry, moderator, Tidewater Foundation → "
        "Bo Ferry, chair, Tidewater Foundation",
    ),
    (R(EVENT, partners=(*EVENT.partners, Party(key="q2", name="Buoys"))), "partner added: Buoys"),
    (
        R(REGISTER, due=whole_day(dt.date(2031, 6, 3))),
        "registration closes Tue 3 Jun 2031 (was Fri 6 Jun 2031)",
    ),
    (
        R(ASK_HOME, due=whole_day(dt.date(2031, 6, 3))),
        "Ask home for the figures on repair ships: due Tue 3 Jun 2031 (was Fri 30 May 2031)",
    ),
    (R(REGISTER, state=TaskState.SENT), "Register: now sent"),
    (
        Task(id="paper-22222", what="Send the paper", due=whole_day(dt.date(2031, 6, 9))),
        "to do by Mon 9 Jun 2031: Send the paper",
    ),
    (Task(id="paper-22222", what="Send the paper"), "to do: Send the paper"),
    (
        EUROPE,
        "Lantern Institute now supports with edits on "
        "“Should repair ships be listed in public?” (before: supports)",
    ),
    (
        R(POSITION, stance=Stance.OPPOSES),
        "Lantern Institute now opposes on "
        "“Should repair ships be listed in public?” (before: supports)",
    ),
    (
        Position(id="new-22222", holder="Buoys", claim="No.", question=LISTED.id),
        "new: position of Buoys on “Should repair ships be listed in public?”: “No.”",
    ),
    (
        R(HEARD, claim="They are ours."),
        "position of The Buoy Society: words: Ships are not ours to list. → They are ours.",
    ),
    (
        R(LISTED, answer=Answer(short="Yes.")),
        "“Should repair ships be listed in public?”: answer written",
    ),
    (
        R(WHO_PAYS, answer=R(WHO_PAYS.answer, short="All of us.")),
        "“Who pays when a shared cable is cut?”: answer changed",
    ),
    (R(WHO_PAYS, id="new-22222", text="Who mends?"), "question added: “Who mends?”"),
    (
        R(CHILD, when=new_york(dt.time(14))),
        "Ropes and Splices: moved to 14:00 New York · 20:00 Oslo",
    ),
    (
        R(CHILD, id="knots-22222", title="Knots"),
        "side event added: Knots, Thu 12 Jun 2031, 13:00 New York · 19:00 Oslo",
    ),
    (R(PARENT, venue="Lisbon"), "Cable Week: now in Lisbon"),
    (R(FORUM, mandate="To mend"), "FSC: mandate: nothing → To mend"),
    (R(WRITTEN, purpose="To be seen."), "rewritten: Purpose"),
]


@pytest.mark.parametrize(("record", "sentence"), SENTENCES, ids=[s for _, s in SENTENCES])
def test_a_change_is_told_as_a_reader_would_say_it(record: Record, sentence: str) -> None:
    assert [sentence] == said(with_records(record))


GONE: list[tuple[Record, str]] = [
    (REGISTER, "no longer held here: Register"),
    (LISTED, "no longer held here: “Should repair ships be listed in public?”"),
    (HEARD, "no longer held here: position of The Buoy Society: “Ships are not ours to list.”"),
    (
        CHILD,
        "no longer held here: Ropes and Splices, Thu 12 Jun 2031, 13:00 New York · 19:00 Oslo",
    ),
]


@pytest.mark.parametrize(("record", "sentence"), GONE, ids=[s for _, s in GONE])
def test_what_is_gone_is_told(record: Record, sentence: str) -> None:
    assert sentence in said(with_records(without=(record,)))


def test_what_nobody_is_told_is_no_change() -> None:
    printed = R(EVENT, when=R(EVENT.when, written="at nine"), uid="x@example.org")
    unseen = R(UNRELATED, claim="Fog horns are too soft.")

    assert [] == said(with_records(printed, unseen))


def test_what_was_only_looked_at_is_told_last() -> None:
    looked = {path: R(e, decision=Decision.ACCEPTED) for path, e in EVENT.evidence.items()}
    now = R(EVENT, evidence=looked, cancelled=True)

    assert ["cancelled", "now checked: when, mode, partner, speaker, who gets in"] == said(
        with_records(now)
    )


def test_whether_it_is_on_at_all_is_told_before_where_and_when() -> None:
    now = R(EVENT, cancelled=True, venue="Cable Hall", when=new_york(dt.time(9)))

    assert said(with_records(now))[0] == "cancelled"


def test_a_value_that_changed_is_not_told_as_checked_too() -> None:
    now = R(
        EVENT,
        when=moved(12, dt.time(15)).when,
        evidence={**EVENT.evidence, "when": Evidence(decision=Decision.EDITED)},
    )

    assert ["moved to 15:00 New York · 21:00 Oslo"] == said(with_records(now))


def test_what_matters_most_comes_first() -> None:
    now = with_records(
        R(WHO_PAYS, answer=Answer()),
        R(EVENT, venue="Hall 2", speakers=()),
        R(REGISTER, state=TaskState.DONE),
        EUROPE,
        R(CHILD, cancelled=True),
    )

    assert [
        "now in Hall 2",
        "Ropes and Splices: cancelled",
        "Lantern Institute now supports with edits on "
        "“Should repair ships be listed in public?” (before: supports)",
        "Register: now done",
        "speaker no longer named: Dr Ada Wick, director, Lantern Institute",
        "speaker no longer named: Bo Ferry, moderator, Tidewater Foundation",
        "“Who pays when a shared cable is cut?”: answer taken out",
    ] == said(now)


def test_some_days_tell_each_event_that_came_moved_or_went() -> None:
    days = "2031-06-09/2031-06-13"
    before = material(days, (EVENT, CHILD))
    now = material(days, (moved(13, dt.time(9), dt.time(10, 30)), PARENT))

    assert [
        "no longer held here: Ropes and Splices, Thu 12 Jun 2031, 13:00 New York · 19:00 Oslo",
        "new: Cable Week, 9–13 Jun 2031",
        "Harbour Lights: who mends a cable under the sea?: moved from Thu 12 Jun 2031 09:00 "
        "to Fri 13 Jun 2031, 09:00–10:30 New York · 15:00–16:30 Oslo",
    ] == sorted(said(now, before), key=lambda text: ("Harbour" in text, "new" in text))


def test_each_change_has_the_mark_of_what_it_rests_on() -> None:
    start = ANNOUNCEMENT_TEXT.index("Harbour Hall")
    seen = Evidence(
        citations=(Citation(source="harbour-txt", start=start, end=start + 12),),
        decision=Decision.ACCEPTED,
    )
    venue = R(EVENT, venue="Harbour Hall", evidence={**EVENT.evidence, "venue": seen})
    found = changes(BEFORE, with_records(venue, without=(REGISTER,)), Words(), HOME)
    ledger = Ledger(HELD, Words())

    (block,) = told(found, ledger)

    assert isinstance(block, Bullets)
    marked = {run.text: run.mark.words for i in block.items for run in i.text if run.mark}
    assert {
        "Now in Harbour Hall": "[1]",
        "No longer held here: Register": "[2, 3, not checked]",
    } == marked
    assert ["Harbour Hall", "Registration"] == [e.words for e in ledger.entries()[:2]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("change", [c for c, _ in SENTENCES], ids=[s for _, s in SENTENCES])
def test_changes_are_told_in_every_language(change: Record, language: str) -> None:
    (text,) = said(with_records(change), language=language)

    assert language == "en" or text not in [sentence for _, sentence in SENTENCES]


def test_every_label_has_its_words_in_every_language() -> None:
    assert set() == set(LABELS.values()) - set(_table().phrases)


def test_hostile_text_stays_one_harmless_line() -> None:
    (text,) = said(with_records(R(EVENT, venue="Hall\n\x1b[2J\u202e4")))

    assert "now in Hall �[2J4" == text


def test_a_long_text_is_told_by_its_beginning() -> None:
    (text,) = said(with_records(R(FORUM, mandate="mend " * 100)))

    assert len(text) < 200
    assert text.endswith("mend …")
