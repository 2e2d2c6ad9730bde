import datetime as dt
import re
from dataclasses import replace

import msgspec
from hypothesis import given, settings, strategies as st

from briefing.model import (
    Citation,
    Decision,
    Doubt,
    DoubtKind,
    Event,
    Evidence,
    Handling,
    Level,
    Note,
    Question,
    Speaker,
    Task,
    TaskState,
)
from briefing.note.blocks import BriefingNote, SectionName
from briefing.note.compose import compose
from briefing.note.held import Held
from briefing.note.kinds import kinds
from briefing.note.lines import lines
from briefing.when import When, whole_day
from tests.note.records import (
    ANNOUNCEMENT_TEXT,
    EVENT,
    HELD,
    HOME,
    LISTED,
    ME,
    POSITION,
    REGISTER,
    SOURCES,
    TODAY,
    WHO_PAYS,
    WRITTEN,
    cite,
)


def note_on(event: Event = EVENT, held: Held = HELD) -> BriefingNote:
    return compose(event, held, home=HOME, today=TODAY, me=ME)


def told(note: BriefingNote) -> list[str]:
    """Return a note's lines as they are read."""
    return [
        "".join(f"{run.text} {run.mark.words}" if run.mark else run.text for run in line.text)
        for line in lines(note)
    ]


def told_under(note: BriefingNote, heading: str) -> list[str]:
    everything = told(note)
    start = everything.index(heading) + 1
    headings = {section.heading for section in note.sections}
    rest = everything[start:]
    end = next((i for i, line in enumerate(rest) if line in headings), len(rest))
    return [line for line in rest[:end] if line]


# The parts --------------------------------------------------------------------------------------


def test_all_twelve_parts_of_a_first_note_stand_in_the_order_of_the_house_format() -> None:
    note = note_on()

    of_later_ones = SectionName.CHANGES
    names = [part.name for part in kinds()["note"].parts if part.name is not of_later_ones]
    assert names == [section.name for section in note.sections]


def test_parts_without_content_are_left_out() -> None:
    bare = Event(id="tea", title="Tea", evidence={"title": Evidence(citations=(cite("Opening"),))})

    note = note_on(bare, Held(sources=SOURCES))

    assert [section.name for section in note.sections] == [SectionName.SOURCES]


def test_what_only_a_person_can_say_is_asked_for_until_it_is_written() -> None:
    unwritten = note_on(held=replace(HELD, written=None))
    half_written = note_on(held=replace(HELD, written=Note(id="n", subject="e", purpose="To go.")))
    names = ["bottom line", "purpose", "objectives", "points", "sensitivities", "next step"]

    assert names == [prompt.section for prompt in unwritten.prompts]
    assert "purpose" not in [prompt.section for prompt in half_written.prompts]
    assert note_on().prompts == ()


def test_the_head_tells_when_on_both_clocks() -> None:
    head = told(note_on())

    assert "When: Thu 12 Jun 2031, 09:00–10:30 New York · 15:00–16:30 Oslo [3, not checked]" in head


def test_an_undated_event_is_told_as_such_with_the_words_that_it_has() -> None:
    unknown = msgspec.structs.replace(EVENT, when=When())
    vague = msgspec.structs.replace(EVENT, when=When(written="after the summer"))

    assert "When: No date yet [3, not checked]" in told(note_on(unknown))
    assert "When: No date: “after the summer” [3, not checked]" in told(note_on(vague))


def test_an_undated_event_of_which_nothing_was_read_has_nothing_to_check() -> None:
    evidence = {path: found for path, found in EVENT.evidence.items() if path != "when"}
    unknown = msgspec.structs.replace(EVENT, when=When(), evidence=evidence)

    assert "When: No date yet" in told(note_on(unknown))


def test_a_guess_that_the_event_belongs_to_a_forum_is_told_as_one() -> None:
    guess = Evidence(doubts=(Doubt(kind=DoubtKind.UNSURE, words="The forum is a guess."),))
    evidence = {**EVENT.evidence, f"forums/{EVENT.forums[0]}": guess}

    assert "Doubt: The forum is a guess." in told(
        note_on(msgspec.structs.replace(EVENT, evidence=evidence))
    )


def test_a_cancelled_event_says_so_in_its_head() -> None:
    note = note_on(msgspec.structs.replace(EVENT, cancelled=True))

    assert "Status: CANCELLED [no source]" in told(note)


def test_the_head_says_how_far_the_facts_are_to_be_trusted() -> None:
    note = note_on()
    facts = list(note.marks)
    unchecked = sum(not mark.checked for mark in facts)
    unsourced = sum(not mark.numbers for mark in facts)

    expected = (
        f"Facts as of: 2 Jun 2031; {unchecked} of {len(facts)} not checked, "
        f"{unsourced} of {len(facts)} without a source"
    )
    assert expected in told(note)


def test_the_note_is_as_strict_as_the_strictest_record_in_it() -> None:
    whispered = msgspec.structs.replace(
        LISTED, handling=Handling(level=Level.ME, chatham_house=True)
    )

    note = note_on(held=replace(HELD, questions=(whispered,)))

    assert (
        "Handling: For me only. Chatham House rule: "
        "what was said may be used, who said it may not be told"
    ) in told(note)


# Who is in the room -----------------------------------------------------------------------------


def test_each_position_stands_once_under_who_holds_it() -> None:
    room = told_under(note_on(), "Who is in the room and what they want")

    assert room == [
        "Dr Ada Wick [7]",
        "Part: director, Lantern Institute",
        "What they want: Supports: “A public list of ships makes repair quicker.” (4 Nov 2030) [8]",
        "The Buoy Society [no source]",
        "What they want: Reserves: “Ships are not ours to list.” (at this event) [no source]",
        "Also there",
        "Bo Ferry, moderator, Tidewater Foundation [9, 10, not checked]",
        "Organisers: Lantern Institute [11]",
        "Partners: Tidewater Foundation [12, not checked]",
    ]


def test_a_claim_that_a_person_reworded_is_no_quotation() -> None:
    mended = Evidence(rule="test", decision=Decision.EDITED)
    reworded = msgspec.structs.replace(
        POSITION, claim="Listing ships speeds repair up.", evidence={"claim": mended}
    )

    room = told_under(
        note_on(held=replace(HELD, positions=(reworded,))), "Who is in the room and what they want"
    )

    assert room[2] == (
        "What they want: Supports: Listing ships speeds repair up. (4 Nov 2030) [no source]"
    )


def test_positions_beyond_three_are_counted() -> None:
    many = tuple(
        msgspec.structs.replace(POSITION, id=f"p{day}", on=dt.date(2030, 1, day))
        for day in range(1, 6)
    )

    room = told_under(
        note_on(held=replace(HELD, positions=many)), "Who is in the room and what they want"
    )

    assert re.findall(r"\(.*?\)", room[2]) == ["(5 Jan 2030)", "(4 Jan 2030)", "(3 Jan 2030)"]
    assert room[2].endswith("; 2 more positions on the desk")


def test_a_speaker_without_affiliation_is_told_with_the_stakeholder_spoken_for() -> None:
    speaker = Speaker(key="s2", name="Io Mast", stakeholder="lantern")

    note = note_on(msgspec.structs.replace(EVENT, speakers=(speaker,)))

    assert {"Io Mast [no source]", "Part: speaker, Lantern Institute"} <= set(told(note))


def test_more_than_eight_speakers_stand_in_one_line() -> None:
    speakers = tuple(Speaker(key=f"s{n}", name=f"Io Mast {n}") for n in range(9))

    eight = told(note_on(msgspec.structs.replace(EVENT, speakers=speakers[:8])))
    nine = told(note_on(msgspec.structs.replace(EVENT, speakers=speakers)))

    assert "Io Mast 7, speaker [no source]" in eight
    assert [line for line in nine if line.startswith("Speakers: Io Mast 0, speaker")]


# If asked ---------------------------------------------------------------------------------------


def test_questions_of_the_event_are_certain_and_unanswered_ones_are_told_as_such() -> None:
    assert told_under(note_on(), "If asked") == [
        "Certain",
        "Who pays when a shared cable is cut? [13]",
        "Line: Whoever gains from the cable shares the bill; nobody waits for the bill to mend it.",
        "Proof: Four of five repairs in the invented ledger were paid for jointly. [14]",
        "Proof: Waiting doubles the cost. [no source]",
        "If pressed: The share of each is for the owners to settle.",
        "Take care: Name no company.",
        "No answer written yet",
        "Should repair ships be listed in public? [15, not checked]",
    ]


def test_a_defensive_question_stands_apart() -> None:
    assert told_under(note_on(), "Defensive only") == [
        "Whose anchor was it? [no source]",
        "Line: That is being looked into.",
    ]


def test_a_question_of_another_event_only_is_left_out() -> None:
    elsewhere = Question(id="q", text="What of the fog?")

    note = note_on(held=replace(HELD, questions=(elsewhere,)))

    assert "if asked" not in [section.name for section in note.sections]


# Background, logistics, next step ---------------------------------------------------------------


def test_the_background_is_dated_and_in_order() -> None:
    assert told_under(note_on(), "Background") == [
        "The cable was cut twice. It was mended once.",
        "Forum on Shared Cables (FSC): multistakeholder; 2029–2032 [no source]",
        "1 Mar 2029: FSC: founded [no source]",
        "1 Mar 2030: FSC: first list of ships [no source]",
        "4 Nov 2030: asked at Lighthouse Day: “Who pays when a shared cable is cut?” [16]",
        "1 Mar 2031: FSC: second list of ships [no source]",
        "9–13 Jun 2031: Cable Week, New York [2]",
        "1 Mar 2032: FSC: review [no source]",
    ]


def test_tasks_stand_by_deadline_with_the_days_that_are_left() -> None:
    assert [line for line in told_under(note_on(), "Logistics and deadlines") if "By" in line] == [
        "By Fri 30 May 2031 (3 days late): Ask home for the figures on repair ships [no source]",
        "By Fri 6 Jun 2031 (in 4 days): Register [17, 18, not checked]",
    ]


def test_a_settled_task_is_told_with_its_state_and_is_no_next_deadline() -> None:
    done = msgspec.structs.replace(REGISTER, state=TaskState.CONFIRMED)

    note = note_on(held=replace(HELD, tasks=(done,)))

    assert "By Fri 6 Jun 2031: Register; confirmed [17, 18, not checked]" in told(note)
    assert told_under(note, "Next step") == ["Decide by Friday who goes."]


def test_a_task_without_a_deadline_is_kept() -> None:
    note = note_on(held=replace(HELD, tasks=(Task(id="t", what="Bring the map"),)))

    assert "No deadline given: Bring the map [no source]" in told(note)


# Marks, doubts and sources ----------------------------------------------------------------------


def test_doubts_on_what_nobody_decided_stand_in_words_under_it() -> None:
    decided = {**EVENT.evidence}
    decided["when"] = msgspec.structs.replace(decided["when"], decision=Decision.ACCEPTED)

    doubtful = note_on()
    settled = note_on(msgspec.structs.replace(EVENT, evidence=decided))

    assert "Doubt: The zone was taken from the venue." in told(doubtful)
    assert not [line for line in told(settled) if line.startswith("Doubt")]


def test_a_number_leads_to_the_exact_words_and_line_of_a_held_source() -> None:
    entry = note_on().sources[2]

    assert "Harbour Lights: “Thursday 12 June 2031, 09:00-10:30 EDT”, line 3" in told(note_on())
    assert entry.words in ANNOUNCEMENT_TEXT


def test_a_number_leads_to_title_body_date_address_and_place_of_a_named_source() -> None:
    sources = told_under(note_on(), "Sources")

    assert sources[1] == (
        "Programme of Cable Week, Forum on Shared Cables, 1 Apr 2031, official record, "
        "https://fsc.example/programme.pdf – page 2"
    )


def test_words_that_are_not_at_their_place_any_more_are_not_passed_off_as_found() -> None:
    note = note_on(held=replace(HELD, texts={"harbour-txt": "Another text altogether"}))

    assert {"not found at its place in the file"} == {
        entry.place for entry in note.sources if entry.source == "harbour-txt"
    }


def test_a_source_that_is_gone_is_told_as_gone() -> None:
    note = note_on(held=replace(HELD, sources={}))

    assert "A source that is not held any more (programme): page 2" in told(note)


SPANS = st.tuples(st.integers(0, 400), st.integers(1, 40)).map(
    lambda pair: Citation(source="harbour-txt", start=pair[0], end=pair[0] + pair[1])
)
PLACES = st.integers(1, 5).map(lambda page: Citation(source="programme", place=f"page {page}"))
EVIDENCE = st.builds(
    Evidence,
    citations=st.lists(SPANS | PLACES, max_size=3).map(tuple),
    decision=st.sampled_from(Decision),
)


@st.composite
def events(draw: st.DrawFn) -> Event:
    paths = st.sampled_from([*EVENT.evidence, "speakers", "speakers/aw4/name", "parent"])
    return msgspec.structs.replace(EVENT, evidence=draw(st.dictionaries(paths, EVIDENCE)))


@settings(deadline=None)
@given(events(), st.dictionaries(st.sampled_from(["text", "asked", "asked/q3"]), EVIDENCE))
def test_numbers_are_sources_in_order_of_first_use_and_every_source_is_used(
    event: Event, evidence: dict[str, Evidence]
) -> None:
    question = msgspec.structs.replace(WHO_PAYS, evidence=evidence)

    note = note_on(event, replace(HELD, questions=(question, LISTED)))

    used = list(dict.fromkeys(number for mark in note.marks for number in mark.numbers))
    assert list(range(1, len(note.sources) + 1)) == used
    assert used == [entry.number for entry in note.sources]


@settings(deadline=None)
@given(EVIDENCE)
def test_a_value_is_marked_unless_a_person_decided_it(evidence: Evidence) -> None:
    event = Event(id="tea", title="Tea", when=whole_day(TODAY), evidence={"title": evidence})

    mark = next(note_on(event, Held(sources=SOURCES)).marks)

    assert (evidence.decision is not Decision.UNDECIDED) == mark.checked
    assert len(set(evidence.citations)) == len(mark.numbers)


def test_what_a_person_wrote_carries_no_mark() -> None:
    note = note_on()

    assert WRITTEN.bottom_line in told(note)
