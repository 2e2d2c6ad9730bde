import datetime as dt
import re
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

from briefing.model import Event, EventKind, Forum, Going, Milestone, Note, Task, TaskKind
from briefing.note.blocks import BriefingNote, Bullets, SectionName, Table
from briefing.note.compose_span import compose_span
from briefing.note.kinds import kinds
from briefing.note.span import Span, SpanHeld
from briefing.note.words import LANGUAGES
from briefing.when import Precision, When, whole_day
from tests.note.span_records import BEFORE, HOME, ME, WEEK, at_hour, attendance
from tests.note.test_compose import told, told_under

SESSION = Event(id="session", title="Cable Week", when=whole_day(WEEK.first, WEEK.last))


def side_event(number: int, **more: object) -> Event:
    when = at_hour(9 + number % 5, 8 + number % 12, "America/New_York")
    event = Event(
        id=f"side-{number}",
        title=f"Side event {number} on whoever mends a cable, and on who pays for it in the end",
        kind=EventKind.SIDE_EVENT,
        when=when,
        venue="Harbour Hall, Room 4",
        parent=SESSION.id,
        topics=("Cable repair",),
    )
    return msgspec.structs.replace(event, **more)


def full(number: int = 30) -> SpanHeld:
    events = (SESSION, *(side_event(n) for n in range(number)))
    goes = events[number]
    return SpanHeld(events=events, attendance={goes.id: attendance(goes, Going.GOING)})


def outlook(
    held: SpanHeld, span: Span = WEEK, today: dt.date = BEFORE, **more: str
) -> BriefingNote:
    kind = kinds()["outlook"]
    return compose_span(span, held, home=HOME, today=today, kind=kind, me=ME, **more)


def due_task(id: str, due: dt.date | None, **more: object) -> Task:
    when = whole_day(due) if due else When()
    return msgspec.structs.replace(Task(id=id, what=f"Do {id}", due=when), **more)


# One page ---------------------------------------------------------------------------------------


def rows(note: BriefingNote, name: SectionName) -> list[str]:
    """Return what stands in the second column of a part's table: what is on."""
    blocks = next((section.blocks for section in note.sections if section.name is name), ())
    tables = [block for block in blocks if isinstance(block, Table)]
    return ["".join(run.text for run in row[1]) for table in tables for row in table.rows]


def test_what_fits_the_page_has_a_row_each_and_nothing_stands_behind() -> None:
    note = outlook(full(6))

    assert 7 == len(rows(note, SectionName.DAYS))
    assert SectionName.IN_FULL not in {section.name for section in note.sections}


@pytest.mark.parametrize("number", [20, 30, 60, 200])
def test_what_does_not_fit_is_named_in_brief_or_counted_and_stands_behind_in_full(
    number: int,
) -> None:
    held = full(number)
    note = outlook(held)
    lines = told_under(note, "Day by day")

    with_row = len(rows(note, SectionName.DAYS))
    in_brief = sum(line.count("Side event") + line.count("Cable Week") for line in lines) - with_row
    counted = re.search(r"And (\d+) more events? behind the note\.", "\n".join(lines))

    assert len(held.events) == with_row + in_brief + (int(counted[1]) if counted else 0)
    assert [event.title for event in held.events] == rows(note, SectionName.IN_FULL)


def test_what_one_goes_to_and_what_it_is_part_of_keeps_its_row() -> None:
    held = full(200)
    goes = held.events[200]

    names = rows(outlook(held), SectionName.DAYS)

    assert {True} == {
        any(name.startswith(title) for name in names) for title in ("Cable Week", "Side event 199")
    }
    assert goes.title.startswith("Side event 199")


def test_what_is_written_of_why_keeps_a_row() -> None:
    last = side_event(29)
    written = Note(id="n", subject=last.id, purpose="To hear them.")

    note = outlook(replace(full(), attendance={}, on_events={last.id: written}))

    assert any(name.startswith("Side event 29") for name in rows(note, SectionName.DAYS))


def test_a_period_that_goes_on_stands_after_what_is_only_these_days() -> None:
    season = Event(
        id="season", title="Season", when=whole_day(dt.date(2031, 1, 1), dt.date(2031, 12, 1))
    )
    alone = [side_event(n, parent=None) for n in range(60)]

    note = outlook(SpanHeld(events=(season, *alone)))

    assert "Season" not in rows(note, SectionName.DAYS)
    assert "Season" in rows(note, SectionName.IN_FULL)


def test_a_kind_without_a_place_behind_the_note_cuts_nothing() -> None:
    kind = kinds()["outlook"]
    own = replace(kind, parts=tuple(p for p in kind.parts if p.name is not SectionName.IN_FULL))

    note = compose_span(WEEK, full(), home=HOME, today=BEFORE, kind=own, me=ME)

    assert 31 == len(rows(note, SectionName.DAYS))


def test_deadlines_that_do_not_fit_are_counted_and_stand_behind() -> None:
    tasks = tuple(due_task(f"t{n:02}", WEEK.first) for n in range(40))

    note = outlook(replace(full(), tasks=tasks))
    on_page, lines = told_under(note, "What is due"), told(note)
    behind = lines[lines.index("In full") :]

    assert "And 35 more deadlines behind the note." == on_page[-1]
    assert 40 == sum("Do t" in line for line in behind)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=25)
@given(numbers=st.sets(st.integers(0, 60)), tasks=st.integers(0, 25))
def test_nothing_is_lost_and_the_sources_are_in_order(
    language: str, numbers: set[int], tasks: int
) -> None:
    events = tuple(side_event(n) for n in sorted(numbers))
    held = SpanHeld(events=events, tasks=tuple(due_task(f"t{n}", WEEK.last) for n in range(tasks)))

    note = outlook(held, language=language)
    text = "\n".join(told(note))

    assert [] == [event.id for event in events if event.title not in text]
    assert [] == [task.id for task in held.tasks if task.what not in text]


# What is due ------------------------------------------------------------------------------------

FORUM = Forum(
    id="cable-forum",
    name="Forum on Shared Cables",
    acronym="FSC",
    milestones=(
        Milestone(key="a", what="registration opens", when=whole_day(dt.date(2031, 6, 10))),
        Milestone(
            key="b", what="review", when=When(date=dt.date(2031, 1, 1), precision=Precision.YEAR)
        ),
        Milestone(
            key="c",
            what="papers are taken",
            when=whole_day(dt.date(2031, 6, 1), dt.date(2031, 6, 30)),
        ),
        Milestone(key="d", what="papers close", when=whole_day(dt.date(2031, 6, 16))),
    ),
)


def test_the_steps_of_forums_in_these_days_are_due() -> None:
    lines = told_under(outlook(SpanHeld(forums={FORUM.id: FORUM})), "What is due")

    assert [
        "1–30 Jun: FSC: papers are taken [no source]",
        "Tue 10 Jun: FSC: registration opens [no source]",
    ] == lines


def test_what_was_due_before_and_is_late_or_for_these_days_is_still_to_be_done() -> None:
    event = side_event(1)
    held = SpanHeld(
        events=(event,),
        tasks=(
            due_task("then", WEEK.first),
            due_task("for-it", dt.date(2031, 6, 6), event=event.id),
            due_task("some-time", None, event=event.id),
            due_task("after", dt.date(2031, 7, 1), event=event.id),
        ),
        late=(due_task("late", dt.date(2031, 5, 20)),),
    )

    lines = told_under(outlook(held), "What is due")

    assert ["then", "", "late", "for-it", "some-time"] == [
        found[1] if (found := re.search(r"Do ([\w-]+)", line)) else "" for line in lines
    ]
    assert "Still to be done" == lines[1]


def test_getting_into_what_is_over_is_not_late() -> None:
    over = side_event(1, when=whole_day(dt.date(2031, 5, 22)))
    register = due_task("r", dt.date(2031, 5, 20), event=over.id, kind=TaskKind.REGISTER)

    held = SpanHeld(late=(register,), occasions={over.id: over}, events=(side_event(2),))

    assert "What is due" not in told(outlook(held))


# Why --------------------------------------------------------------------------------------------


def test_a_forum_is_told_once_for_a_session_and_all_that_is_part_of_it() -> None:
    session = msgspec.structs.replace(SESSION, forums=(FORUM.id,))
    side = side_event(1, forums=(FORUM.id,))
    held = SpanHeld(events=(session, side), forums={FORUM.id: FORUM})

    lines = [line for line in told(outlook(held)) if line.startswith("Why:")]

    assert ["Why: FSC [no source]", "Why: Cable repair"] == lines


def test_where_nothing_tells_why_the_author_is_asked() -> None:
    bare = [side_event(n, topics=()) for n in range(3)]

    prompts = {p.section: p.words for p in outlook(SpanHeld(events=tuple(bare))).prompts}

    assert re.fullmatch(
        "Nothing tells why one goes to “Side event 0 .*…”, “Side event 1 .*…” and 1 more; .*",
        prompts[SectionName.DAYS],
    )


def test_where_all_is_told_or_called_off_nobody_is_asked() -> None:
    off = side_event(1, topics=(), cancelled=True)

    note = outlook(SpanHeld(events=(side_event(0), off)))

    assert SectionName.DAYS not in {prompt.section for prompt in note.prompts}


# Days of all kinds ------------------------------------------------------------------------------


def test_a_page_of_days_of_which_nothing_is_known_says_so() -> None:
    lines = told(outlook(SpanHeld()))

    assert "Day by day: nothing is known of these days" in lines


def test_a_month_that_is_partly_theirs_holds_what_may_be_on_then() -> None:
    some_day = Event(
        id="x", title="Some day", when=When(date=dt.date(2031, 6, 1), precision=Precision.MONTH)
    )

    lines = told_under(outlook(SpanHeld(some_day=(some_day,))), "Day by day")

    assert ["The day is not known yet:", "Jun 2031: Some day [no source]"] == lines


def test_days_over_a_change_of_clocks_tell_each_on_its_own() -> None:
    span = Span(dt.date(2031, 3, 28), dt.date(2031, 3, 31))
    days = [
        side_event(n, when=msgspec.structs.replace(at_hour(9, 10, "America/New_York"), date=day))
        for n, day in enumerate((span.first, span.last))
    ]

    lines = told_under(outlook(SpanHeld(events=tuple(days)), span), "Day by day")

    assert [
        "Fri 28 Mar, 10:00–11:00 New York · 15:00–16:00 Oslo",
        "Mon 31 Mar, 10:00–11:00 New York · 16:00–17:00 Oslo",
    ] == [line for line in lines if "New York" in line]


def test_names_in_brief_stand_by_day_on_the_clock_of_the_place() -> None:
    note = outlook(full())
    blocks = next(s.blocks for s in note.sections if s.name is SectionName.DAYS)
    labels = [item.label for block in blocks if isinstance(block, Bullets) for item in block.items]

    assert {"Mon 9 Jun, New York", "Fri 13 Jun, New York"} <= set(labels)
    assert len(labels) == len(set(labels))


def test_before_a_session_has_begun_its_report_says_that_nothing_is_known() -> None:
    kind = kinds()["session report"]
    side = side_event(1)
    register = due_task("r", dt.date(2031, 6, 5), event=side.id)
    held = SpanHeld(events=(SESSION, side), tasks=(register,))

    before, after = (
        told(compose_span(WEEK, held, home=HOME, today=today, kind=kind, me=ME))
        for today in (BEFORE, WEEK.last)
    )

    said = "What happened: nothing is known of these days"
    assert [True, False] == [said in lines for lines in (before, after)]
    assert any(f"Do r; {side.title}" in line for line in before)
