import datetime as dt
import os
import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, strategies as st

from briefing.arrange.clashes import Clash
from briefing.model import Engagement, Level, Note, SourceKind, Stance
from briefing.note.blocks import BriefingNote, Table
from briefing.note.compose_span import compose_span, composed_span
from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.outlook_row import short
from briefing.note.span import Span, SpanHeld, span_of
from briefing.note.words import LANGUAGES, _table
from briefing.note.writers import markdown
from briefing.when import Overlap
from tests.note.records import EVENT, LISTED, REGISTER, SOURCES
from tests.note.span_records import (
    AFTER,
    BEFORE,
    HOME,
    ME,
    NIGHT,
    ON_EVENT,
    OPPOSED,
    OUTLOOK_HELD,
    REASONS,
    SEND,
    SESSION,
    SESSION_HELD,
    STEADY,
    SUPPORTS,
    WEEK,
    said,
)
from tests.note.test_compose import told, told_under

GOLDEN = Path(__file__).parents[1] / "golden"


UNMANNED = msgspec.structs.replace(EVENT, speakers=())
NOBODY_GOES = replace(
    OUTLOOK_HELD,
    attendance={},
    events=tuple(UNMANNED if event is EVENT else event for event in OUTLOOK_HELD.events),
)
"""Nobody said that they go, and nobody of one's own side is on a programme."""


def outlook(held: SpanHeld = OUTLOOK_HELD, language: str = "en") -> BriefingNote:
    return compose_span(
        WEEK, held, home=HOME, today=BEFORE, kind=kinds()["outlook"], me=ME, language=language
    )


def report(
    held: SpanHeld = SESSION_HELD, language: str = "en", today: dt.date = AFTER
) -> BriefingNote:
    kind = kinds()["session report"]
    return compose_span(SESSION, held, home=HOME, today=today, kind=kind, me=ME, language=language)


# Which days -------------------------------------------------------------------------------------


@pytest.mark.parametrize("span", [WEEK, SESSION, Span(BEFORE, BEFORE)])
def test_a_subject_names_its_days(span: Span) -> None:
    assert span == span_of(span.subject)


def test_a_subject_is_written_as_the_record_says() -> None:
    assert ["2031-06-09/2031-06-15", "cable-forum 2031-06-09/2031-06-15"] == [
        span.subject for span in (WEEK, SESSION)
    ]


@pytest.mark.parametrize(
    "subject",
    [
        "harbour-lights-a2b3c",
        "2031-06-09",
        "2031-06-15/2031-06-09",
        "2031-02-30/2031-03-02",
        "the cable forum 2031-06-09/2031-06-15",
        "",
    ],
)
def test_other_subjects_name_no_days(subject: str) -> None:
    assert span_of(subject) is None


# Golden -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["outlook", "session-report"])
def test_a_full_note_is_as_it_was_last_looked_at(kind: str, language: str) -> None:
    path = GOLDEN / f"note-{kind}-{language}.md"
    note = outlook(language=language) if kind == "outlook" else report(language=language)

    written = markdown.write(note, Layout()).decode()

    if os.environ.get("GOLDEN") == "new":
        path.write_text(written, "utf-8")
    assert path.read_text("utf-8") == written


@pytest.mark.parametrize("note", [outlook(), report()], ids=["outlook", "session report"])
def test_every_fact_leads_to_its_source_or_is_marked(note: BriefingNote) -> None:
    numbers = {entry.number for entry in note.sources}

    assert all(set(mark.numbers) <= numbers for mark in note.marks)
    assert numbers == {number for mark in note.marks for number in mark.numbers}
    assert numbers == set(range(1, len(numbers) + 1))


# Outlook ----------------------------------------------------------------------------------------


def test_an_event_is_a_row_with_both_clocks_and_who_goes() -> None:
    lines = told_under(outlook(), "Day by day")
    start = lines.index("Thu 12 Jun, 09:00–10:30 New York · 15:00–16:30 Oslo")

    assert [
        "Where: Harbour Hall; online",
        "Who goes: Kari Eksempel; Dr Ada Wick (on the programme) [6]",
        "Why: FSC; Cable repair; our position: opposes [7]",
    ] == lines[start + 2 : start + 5]


def test_why_is_what_somebody_wrote_where_they_did() -> None:
    assert "Why: To hear who keeps watch." in told_under(outlook(), "Day by day")


def test_why_is_empty_where_nothing_tells_it() -> None:
    bare = msgspec.structs.replace(NIGHT, topics=())

    lines = told(outlook(SpanHeld(events=(bare,), questions=OUTLOOK_HELD.questions)))

    assert not any(line.startswith("Why:") for line in lines)


def test_who_goes_is_not_made_up() -> None:
    lines = told(outlook(NOBODY_GOES))

    assert not any(line.startswith("Who goes:") for line in lines)


def test_a_column_of_which_nothing_is_known_is_left_out() -> None:
    (table,) = outlook(NOBODY_GOES).sections[0].blocks

    assert isinstance(table, Table)
    assert ("When", "What", "Where", "Why") == table.columns
    assert {4} == {len(row) for row in table.rows} | {len(table.shares)}


def test_the_year_is_told_where_it_does_not_go_without_saying() -> None:
    at_new_year = Span(dt.date(2030, 12, 30), dt.date(2031, 6, 13))

    note = compose_span(at_new_year, OUTLOOK_HELD, home=HOME, today=BEFORE, kind=kinds()["outlook"])

    assert "Tue 10 Jun 2031" in told(note)


def test_what_is_written_for_fewer_makes_the_outlook_one_for_fewer() -> None:
    secret = msgspec.structs.replace(
        ON_EVENT, handling=msgspec.structs.replace(ON_EVENT.handling, level=Level.ME)
    )
    held = replace(OUTLOOK_HELD, attendance={}, clashes=())

    assert "For my office" == outlook(held).marking
    assert "For me only" == outlook(replace(held, on_events={NIGHT.id: secret})).marking


def test_what_is_due_then_is_told_and_nothing_that_is_settled() -> None:
    line, *_ = told_under(outlook(), "What is due")
    settled = msgspec.structs.replace(SEND, state="done")

    assert line.startswith("By Wed 11 Jun 2031 (in 9 days): Send the paper on splices; Cable Week")
    assert "What is due" not in told(outlook(replace(OUTLOOK_HELD, tasks=(settled,))))


def test_a_clash_with_a_busy_time_does_not_tell_what_it_is() -> None:
    busy = Engagement(id="busy", when=NIGHT.when)
    clash = Clash(one=EVENT, other=busy, overlap=Overlap.YES)

    (line,) = told_under(outlook(replace(OUTLOOK_HELD, clashes=(clash,))), "Clashes")

    assert "/ busy elsewhere (16:00–17:00 Oslo) [" in line


def test_every_reason_of_a_clash_is_told_in_every_language() -> None:
    assert set() == REASONS - set(_table().phrases)


def test_too_little_time_for_the_way_is_told_in_minutes() -> None:
    clash = Clash(one=EVENT, other=NIGHT, overlap=Overlap.NO, between=10, needed=30)

    (line,) = told_under(outlook(replace(OUTLOOK_HELD, clashes=(clash,))), "Clashes")

    assert line.startswith("Thu 12 Jun, 10 minutes between, 30 needed: ")


def clashing(*pairs: str) -> SpanHeld:
    """Return an outlook's records in which events of one letter clash, two letters a pair."""
    events = {
        name: msgspec.structs.replace(NIGHT, id=name, title=name) for pair in pairs for name in pair
    }
    clashes = (Clash(events[pair[0]], events[pair[1]], Overlap.YES) for pair in pairs)
    return SpanHeld(events=tuple(events.values()), clashes=tuple(clashes))


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (("AB",), ["AB"]),
        (("AB", "AC", "BC"), ["ABC"]),
        (("AB", "BC"), ["AB", "BC"]),
        (("AB", "CD"), ["AB", "CD"]),
        (("AB", "AC", "AD", "BC", "BD", "CD"), ["ABCD"]),
    ],
)
def test_what_all_clashes_with_each_other_is_told_once(
    pairs: tuple[str, ...], expected: list[str]
) -> None:
    lines = told_under(outlook(clashing(*pairs)), "Clashes")

    assert expected == ["".join(re.findall(r"\b([A-D]) \(", line)) for line in lines]


@given(st.sets(st.sampled_from(["".join(pair) for pair in combinations("ABCDEF", 2)]), min_size=1))
def test_every_clash_is_told_and_none_that_is_not(pairs: set[str]) -> None:
    lines = told_under(outlook(clashing(*sorted(pairs))), "Clashes")
    sets = [re.findall(r"\b([A-F]) \(", line) for line in lines]

    assert pairs == {"".join(sorted(pair)) for one in sets for pair in combinations(one, 2)}


def test_a_long_title_is_cut_between_words_where_it_stands_in_full_above() -> None:
    (line,) = told_under(outlook(), "Clashes")

    assert "Harbour Lights: who mends a cable under the sea? (15:00–16:30 Oslo) / " in line
    assert "Bojenzählungskoordinierungsausschusssitzungsvorb…" == short(
        "Bojenzählungskoordinierungsausschusssitzungsvorbereitung"
    )


def test_getting_into_what_is_over_is_no_next_step() -> None:
    register = msgspec.structs.replace(REGISTER, event=EVENT.id)
    send = msgspec.structs.replace(SEND, event=EVENT.id)

    lines = told_under(report(replace(SESSION_HELD, tasks=(register, send))), "To do")

    assert [True] == ["Send the paper" in line for line in lines]


def test_days_without_anything_are_a_note_all_the_same() -> None:
    note = outlook(SpanHeld())

    assert () == note.sections
    assert "Outlook: 9–15 Jun 2031" == note.title


# Session report ---------------------------------------------------------------------------------


def test_what_was_said_stands_under_its_question_by_day() -> None:
    lines = told_under(report(), "What was said")

    assert [
        "Should repair ships be listed in public? [8, not checked]",
        "الجمعية الملاحية reserves: “السفن ليست لنا.” (FSC) [9]",
        "Lantern Institute supports with edits: “A list, if the owners keep it.” "
        "(12 Jun 2031, FSC) [9]",
        "Shared payment",
    ] == [lines[0], *sorted(lines[1:3], reverse=True), lines[3]]


def test_a_stance_is_told_beside_the_last_one_before() -> None:
    assert [
        "Lantern Institute",
        "On what: Should repair ships be listed in public?",
        "Before: Opposes: 4 Nov 2030, FSC [9]",
        "Now: Supports with edits: “A list, if the owners keep it.” [9]",
    ] == told_under(report(), "Who moved")


def test_who_moves_twice_in_a_session_is_told_twice() -> None:
    later = msgspec.structs.replace(
        SUPPORTS, id="later", stance=Stance.OPPOSES, on=dt.date(2031, 6, 13)
    )

    lines = told_under(report(replace(SESSION_HELD, positions=(SUPPORTS, later))), "Who moved")

    assert 2 == lines.count("Lantern Institute")


def test_what_is_only_announced_was_not_said() -> None:
    announced = {
        id: msgspec.structs.replace(source, kind=SourceKind.ANNOUNCEMENT)
        for id, source in SOURCES.items()
    }

    lines = told(report(replace(SESSION_HELD, sources=announced)))

    assert "What was said" not in lines
    assert "Who moved" not in lines


def test_while_a_session_goes_on_the_rest_of_it_has_not_happened() -> None:
    lines = told_under(report(today=dt.date(2031, 6, 11)), "What was held")

    assert "9–13 Jun 2031: Cable Week, New York [1]" == lines[0]
    assert not any("Harbour Lights" in line for line in lines)


def test_what_is_next_stands_in_order_of_time() -> None:
    lines = told_under(report(), "Next step")

    assert ["4 Nov 2031", "1 Mar 2032", "1 Mar 2033", "To do"] == [
        line.partition(":")[0] for line in lines[:4]
    ]


def test_a_position_on_nothing_stands_by_itself() -> None:
    on_nothing = said("x", "The Buoy Society", "We listen.", Stance.UNKNOWN, BEFORE)

    lines = told_under(report(replace(SESSION_HELD, positions=(on_nothing,))), "What was said")

    assert "The Buoy Society: “We listen.” (2 Jun 2031, FSC) [8]" == lines[0]


def test_its_own_words_stand_above_what_records_say() -> None:
    written = Note(
        id="n", subject=SESSION.subject, kind="session report", next_step="Call the owners."
    )

    lines = told_under(report(replace(SESSION_HELD, written=written)), "Next step")

    assert "Call the owners." == lines[0]


@pytest.mark.parametrize("language", ["en", "fr", "nb", "es"])
def test_no_english_is_left_in_another_language(language: str) -> None:
    phrases = {
        *(phrase for phrase in _table().phrases if re.fullmatch(r"[A-Z][a-z ]+", phrase)),
        *(told["en"] for told in _table().terms["SectionName"].values()),
    }

    lines = {
        line.rpartition(":")[0].rstrip() or line
        for note in (outlook(language=language), report(language=language))
        for line in told(note)
    }

    same = {phrase for phrase in phrases if _is_same(phrase, language)}
    assert (language == "en") is bool((lines & phrases) - same)


def _is_same(phrase: str, language: str) -> bool:
    terms = {told["en"]: told for told in _table().terms["SectionName"].values()}
    told = _table().phrases.get(phrase) or terms.get(phrase, {})
    return language != "en" and told.get(language) == phrase


def test_the_values_that_it_tells_are_those_of_its_records() -> None:
    _, values = composed_span(
        SESSION, SESSION_HELD, home=HOME, today=AFTER, kind=kinds()["session report"]
    )

    assert {SUPPORTS.id, OPPOSED.id, STEADY.id, LISTED.id} <= {v.record.id for v in values}
