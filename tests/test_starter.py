import datetime as dt
import re
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from briefing.arrange.clashes import clashes
from briefing.arrange.links import citations, references
from briefing.arrange.timeline import upcoming
from briefing.desk import prepare
from briefing.desk.desk import Desk
from briefing.desk.founding import make_workspace
from briefing.errors import BriefingError
from briefing.gazetteer import tables
from briefing.model import (
    RECORD_TYPES,
    Access,
    Event,
    Forum,
    Link,
    Position,
    Proposal,
    Question,
    Record,
    Source,
    Stakeholder,
    Stance,
    Task,
    table_name,
)
from briefing.note.blocks import marks_in
from briefing.store.records import decode, encode
from briefing.when import Overlap

CHECKOUT = Path(__file__).parents[1]
STARTER = CHECKOUT / "data" / "starter"
HOME = ZoneInfo("Europe/Oslo")
SIDE_EVENTS = "side-events-at-the-fifth-87z2m"


def clock() -> dt.datetime:
    return dt.datetime(2031, 6, 2, 8, tzinfo=dt.UTC)


def lines(kind: type[Record]) -> list[bytes]:
    path = STARTER / f"{table_name(kind)}.jsonl"
    return path.read_bytes().splitlines() if path.exists() else []


RECORDS = [decode(kind, line) for kind in RECORD_TYPES for line in lines(kind)]
IDS = {record.id for record in RECORDS}
EVENTS = [record for record in RECORDS if isinstance(record, Event)]
SOURCES = {record.id: record for record in RECORDS if isinstance(record, Source)}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("example") / "desk"
    make_workspace(folder, None, starter=True)
    with Desk.open(folder, clock=clock) as opened:
        yield opened


# As files ---------------------------------------------------------------------------------------


def test_every_theme_is_one_that_the_reader_tells() -> None:
    known = {topic.name for topic in tables.topics()}
    filed = [topic for r in RECORDS if isinstance(r, Event | Question) for topic in r.topics]
    held = [record.topic for record in RECORDS if isinstance(record, Position) and record.topic]

    assert sorted({*filed, *held} - known) == []


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_line_is_as_the_program_writes_it(kind: type[Record]) -> None:
    written = lines(kind)

    assert [encode(decode(kind, line)) for line in written] == written


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_a_table_is_sorted_by_id(kind: type[Record]) -> None:
    ids = [decode(kind, line).id for line in lines(kind)]

    assert ids == sorted(ids)


def test_no_id_stands_twice() -> None:
    counted = Counter(record.id for record in RECORDS)

    assert [id for id, number in counted.items() if number > 1] == []


def test_there_is_no_table_of_an_unknown_kind() -> None:
    known = {f"{table_name(kind)}.jsonl" for kind in RECORD_TYPES}

    assert {path.name for path in STARTER.glob("*.jsonl")} <= known


def test_a_wheel_holds_them() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert wheel["force-include"]["data/starter"] == "briefing/_starter"


MAIL = re.compile(rb"[\w.+-]+@[\w-]+\.\w")
TELEPHONE = re.compile(rb"\+\d[\d ().-]{6,}\d|\btel:|\(\d{2,4}\) ?\d{3}")


@pytest.mark.parametrize("pattern", [MAIL, TELEPHONE], ids=["mail address", "telephone number"])
def test_nobody_can_be_reached_through_them(pattern: re.Pattern[bytes]) -> None:
    found = [
        match for path in STARTER.glob("*.jsonl") for match in pattern.findall(path.read_bytes())
    ]

    assert found == []


# As records -------------------------------------------------------------------------------------


def test_there_are_31_events_and_12_of_them_under_one_parent() -> None:
    parents = Counter(event.parent for event in EVENTS)

    assert parents == {None: 19, SIDE_EVENTS: 12}


def test_one_event_has_no_date() -> None:
    undated = [event.id for event in EVENTS if not event.when.is_dated]

    assert undated == ["cybersikkerhet-i-internasjonale-uhdjg"]


def test_three_events_are_by_invitation() -> None:
    invited = [event for event in EVENTS if event.access is Access.INVITATION]

    assert len(invited) == 3


def test_every_reference_leads_to_a_record() -> None:
    lost = {(record.id, id) for record in RECORDS for id in references(record) if id not in IDS}

    assert lost == set()


def test_every_citation_leads_to_a_named_source_with_a_title() -> None:
    cited = {citation.source for record in RECORDS for citation in citations(record)}
    named = {id for id, source in SOURCES.items() if source.title and not source.is_held}

    assert cited - named == set()


def test_every_link_is_a_public_web_address() -> None:
    links = [link for event in EVENTS for link in event.links]
    links += [link for record in RECORDS if isinstance(record, Task) for link in record.how]

    assert [link for link in links if not is_public(link)] == []


def is_public(link: Link) -> bool:
    return link.address.startswith("https://")


def test_every_fact_rests_on_a_source() -> None:
    without = {
        (record.id, path)
        for record in RECORDS
        for path in facts(record)
        if path not in record.evidence or not record.evidence[path].citations
    }

    assert without == set()


def facts(record: Record) -> Iterator[str]:
    """Yield the paths of what a record says about the world."""
    match record:
        case Event():
            yield from ("title", "kind", "when")
            yield from given(record, "mode", "venue", "parent", "pass_needed")
            yield from () if record.access is Access.UNKNOWN else ("access",)
            yield from (f"forums/{id}" for id in record.forums)
            for field in ("other_titles", "organisers", "partners", "speakers", "agenda", "links"):
                yield from (f"{field}/{item.key}" for item in getattr(record, field))
        case Task():
            yield from ("what", *(("due",) if record.due.is_dated else ()))
            yield from given(record, "condition")
        case Question():
            yield "text"
        case Position():
            yield from ("claim", "holder", *given(record, "on", "document"))
            yield from () if record.stance is Stance.UNKNOWN else ("stance",)


def given(record: Record, *paths: str) -> Iterator[str]:
    return (path for path in paths if getattr(record, path))


def test_every_occasion_and_every_point_of_an_answer_names_its_source() -> None:
    questions = [record for record in RECORDS if isinstance(record, Question)]
    without = [
        question.id
        for question in questions
        if not all(asked.citation for asked in question.asked)
        or not all(point.citations for point in question.answer.points)
    ]

    assert without == []


def test_all_evidence_is_of_a_value_that_is_there() -> None:
    astray = {(r.id, path) for r in RECORDS for path in r.evidence if not has(r, path)}

    assert astray == set()


def has(record: Record, path: str) -> bool:
    field, _, key = path.partition("/")
    value = msgspec.structs.asdict(record).get(field)
    if not key:
        return value not in (None, "", ())
    items = value or ()
    return key in {item if isinstance(item, str) else item.key for item in items}


def test_most_values_are_checked_and_a_doubt_tells_why_one_is_not() -> None:
    undecided = [r for r in RECORDS if not r.is_reviewed]

    assert 0 < len(undecided) < 20
    assert [record.id for record in undecided if not any(record.doubts)] == []


def test_a_question_that_was_asked_again_stands_once_with_every_occasion() -> None:
    questions = [record for record in RECORDS if isinstance(record, Question)]
    occasions = {q.id: {asked.event for asked in q.asked} for q in questions}

    assert max(len(events) for events in occasions.values()) > 1


def test_what_the_field_knows_is_in_it_as_a_new_desk_has_it(tmp_path: Path) -> None:
    make_workspace(tmp_path / "new", None)
    with Desk.open(tmp_path / "new", clock=clock) as new:
        known = [*new.store.all(Forum), *new.store.all(Stakeholder), *new.store.all(Source)]

    assert [record.id for record in known if record not in RECORDS] == []


# As a desk --------------------------------------------------------------------------------------


def test_the_first_start_in_a_checkout_makes_the_store_from_them(tmp_path: Path) -> None:
    shutil.copytree(STARTER, tmp_path / "data" / "starter")
    shutil.copy(CHECKOUT / "briefing.toml", tmp_path)

    with Desk.open(tmp_path, clock=clock) as checkout:
        held = [record for kind in RECORD_TYPES for record in checkout.store.all(kind)]

        assert sorted(held, key=by_id) == sorted(RECORDS, key=by_id)
        assert checkout.today == dt.date(2023, 7, 20)
        with pytest.raises(BriefingError, match="nothing to undo"):
            checkout.undo()


def by_id(record: Record) -> str:
    return record.id


def test_nothing_waits_for_review(desk: Desk) -> None:
    assert list(desk.store.all(Proposal)) == []


def test_the_side_events_are_still_to_come_on_its_day(desk: Desk) -> None:
    coming = upcoming(EVENTS, desk.today, HOME)

    assert (coming[0].id, len(coming)) == (SIDE_EVENTS, 13)


def test_three_deadlines_are_still_to_come_on_its_day(desk: Desk) -> None:
    due = [task.due.date for task in desk.store.all(Task) if task.due.date]

    assert sorted(day for day in due if day >= desk.today) == [
        dt.date(2023, 7, 21),
        dt.date(2023, 7, 21),
        dt.date(2023, 7, 23),
    ]


def test_ten_pairs_of_side_events_are_on_at_once() -> None:
    pairs = clashes(EVENTS, HOME)

    assert Counter((pair.one.when.date, pair.overlap) for pair in pairs) == {
        (dt.date(2023, 7, 24), Overlap.YES): 3,
        (dt.date(2023, 7, 25), Overlap.YES): 4,
        (dt.date(2023, 7, 26), Overlap.YES): 3,
    }


@pytest.mark.parametrize("id", [event.id for event in EVENTS])
def test_every_number_in_the_note_on_an_event_leads_to_a_source(desk: Desk, id: str) -> None:
    event = desk.store.get(Event, id)
    assert event is not None

    note = prepare.note(desk, event)

    blocks = [note.header, *(block for section in note.sections for block in section.blocks)]
    entries = [entry for block in blocks for entry in getattr(block, "entries", ())]
    told = {number for mark in marks_in(blocks) for number in mark.numbers}
    assert told == {entry.number for entry in entries}
    assert [entry for entry in entries if entry.source not in SOURCES] == []


def test_one_note_has_words_of_a_person(desk: Desk) -> None:
    written: Mapping[str, object] = {
        event.id: note.bottom_line for event in EVENTS if (note := prepare.written(desk, event))
    }

    assert len([words for words in written.values() if words]) == 1
