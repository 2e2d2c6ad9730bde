import datetime as dt
from hashlib import sha256
from pathlib import Path

import msgspec

from briefing.model import (
    Asked,
    Document,
    Event,
    Forum,
    Issue,
    Level,
    Note,
    Position,
    Question,
    Source,
    Stakeholder,
)
from briefing.text import squeeze
from briefing.when import whole_day
from tests.desk.support import make_folder, open_desk
from tests.desk.test_audience import (
    CLOSED,
    CLOSED_TALKS,
    NOTES,
    OPEN,
    PUBLIC_PAPER,
    RULED,
    SAID,
    TALKS,
    seen,
)

R = msgspec.structs.replace


def issue(number: int, level: Level) -> Issue:
    on = dt.date(2031, 6, number)
    return Issue(key=f"i{number}", number=number, on=on, person="Ada Wick", level=level)


def test_others_see_what_went_out_to_them_and_not_who_issued_it(tmp_path: Path) -> None:
    public, inner = issue(1, Level.PUBLIC), issue(2, Level.OFFICE)
    note = Note(id="n", subject=TALKS.id, handling=OPEN, issues=(public, inner))
    event = R(TALKS, evidence={})

    told = seen(tmp_path, event, note)["n"]

    assert isinstance(told, Note)
    assert (R(public, person=""),) == told.issues


def test_a_paper_that_tells_who_spoke_is_left_out(tmp_path: Path) -> None:
    resting = Document(id="d1", symbol="LI/1", source="notes", handling=OPEN)
    marked = Document(id="d2", symbol="LI/2", handling=RULED)
    free = Document(id="d3", symbol="LI/3", source="paper", handling=OPEN)

    told = seen(tmp_path, resting, marked, free, NOTES, PUBLIC_PAPER)

    assert {"d3", "paper"} == told.keys()


def test_who_is_known_from_what_was_said_alone_is_left_out(tmp_path: Path) -> None:
    told_of = Stakeholder(id="lantern", name="Lantern Institute", handling=RULED)

    assert {} == seen(tmp_path, told_of)


def test_where_few_have_a_part_it_is_not_told_that_something_was_asked_there(
    tmp_path: Path,
) -> None:
    few = R(CLOSED_TALKS, speakers=CLOSED_TALKS.speakers[:2])
    question = Question(
        id="q", text="Who pays?", handling=OPEN, asked=(Asked(key="a", event=few.id),)
    )

    left = [
        seen(tmp_path / event.title, event, question, PUBLIC_PAPER)["q"]
        for event in (R(few, title="Few"), R(CLOSED_TALKS, title="Many"))
    ]

    assert [(), question.asked] == [one.asked for one in left if isinstance(one, Question)]


def test_of_several_days_it_is_not_told_on_which_something_was_said(tmp_path: Path) -> None:
    days = whole_day(dt.date(2031, 6, 11), dt.date(2031, 6, 13))

    told = seen(tmp_path, R(CLOSED_TALKS, when=days), SAID, PUBLIC_PAPER, NOTES)

    (said,) = (record for record in told.values() if isinstance(record, Position))
    assert (TALKS.id, None) == (said.event, said.on)


def test_an_event_keeps_its_id_where_that_tells_no_more_than_it_does(tmp_path: Path) -> None:
    named = Event(id="harbour-ab2cd", title="Harbour", handling=OPEN, evidence={})

    assert {"harbour-ab2cd": named} == seen(tmp_path, named)


def test_where_two_kinds_have_one_id_it_leaves_only_with_both(tmp_path: Path) -> None:
    event = Event(id="e", title="Open", handling=OPEN, forums=("twice",))
    forum = Forum(id="twice", name="Twice", handling=OPEN)
    body = Stakeholder(id="twice", name="Twice", handling=CLOSED)

    one, both = seen(tmp_path / "1", event, forum), seen(tmp_path / "2", event, forum, body)

    assert event == one["e"]
    assert R(event, forums=()) == both["e"]


def test_a_kept_text_leaves_without_addresses_of_persons(tmp_path: Path) -> None:
    text = "Write to ada.wick@lantern.example."
    digest = sha256(text.encode()).hexdigest()
    kept = R(PUBLIC_PAPER, name="paper.txt", sha256=digest, text_sha256=digest)
    make_folder(tmp_path / "desk", kept)
    with open_desk(tmp_path / "desk") as desk:
        desk.store.keep_source(kept.sha256, kept.name, text.encode(), text)

        told = []
        for keep_contacts in (False, True):
            store = desk.for_audience(Level.PUBLIC, keep_contacts=keep_contacts).store
            store.get(Source, kept.id)
            told.append(store.source_text(kept.sha256))

    masked, whole = told
    assert ("Write to […].", len(text)) == (squeeze(masked), len(masked))
    assert text == whole
