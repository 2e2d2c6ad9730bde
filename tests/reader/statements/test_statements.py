import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from briefing.model import Event, EventKind, Position, Question
from briefing.reader import Incoming, Known, Name, Proposed, read
from briefing.when import Precision, When
from tests.reader.known_names import gazetteer

HERE = Path(__file__).parent
TODAY = dt.date(2024, 3, 20)
INVENTED = ("Norland", "Sudland", "Aldora", "Eastmark", "Westmark")
KNOWN = Known(names=(*gazetteer().names, *(Name(id=name.lower(), name=name) for name in INVENTED)))


def read_text(text: str, known: Known = KNOWN) -> Proposed:
    return read(Incoming(name="statement.txt", raw=text.encode()), known, TODAY)


def positions(text: str, known: Known = KNOWN) -> list[Position]:
    drafts = (proposal.draft for proposal in read_text(text, known).proposals)
    return [draft for draft in drafts if isinstance(draft, Position)]


def read_briefly(text: str) -> dict[str, Any]:
    proposed = read_text(text)
    held = positions(text)
    drafts = [proposal.draft for proposal in proposed.proposals]
    return {
        "kind": proposed.source.kind.value,
        "title": proposed.source.title,
        "events": [draft.title for draft in drafts if isinstance(draft, Event)],
        "questions": [draft.text for draft in drafts if isinstance(draft, Question)],
        "forum": held[-1].forum,
        "on": held[-1].on.isoformat() if held[-1].on else None,
        "capacity": held[-1].capacity or None,
        "aligned": [party.name for party in held[-1].aligned],
        "positions": [brief_position(one) for one in held],
    }


def brief_position(one: Position) -> str:
    marks = {"hedged": one.hedged, "negated": one.negated}
    stance = ", ".join((one.stance.value, *(name for name, is_so in marks.items() if is_so)))
    holder = one.holder + "?" * bool(one.evidence["holder"].doubts)
    return " | ".join((one.paragraph, holder, stance, one.claim))


@pytest.mark.parametrize("path", sorted(HERE.glob("*.txt")), ids=lambda path: path.stem)
def test_a_statement_is_read_as_the_records_beside_it_say(path: Path) -> None:
    text, _, expected = path.read_text(encoding="utf-8").partition("=== expected ===\n")

    actual = read_briefly(text)

    assert json.loads(expected) == actual


@pytest.mark.parametrize("path", sorted(HERE.glob("*.txt")), ids=lambda path: path.stem)
def test_every_value_of_a_position_is_cited_with_the_words_that_are_printed(path: Path) -> None:
    text, _, _ = path.read_text(encoding="utf-8").partition("=== expected ===\n")

    proposed = read_text(text)
    for one in positions(text):
        for evidence in one.evidence.values():
            for cited in evidence.citations:
                assert cited.words == proposed.text[cited.start : cited.end] != ""
        assert one.holder == " ".join(one.evidence["holder"].citations[0].words.split())
        assert one.claim == " ".join(one.evidence["claim"].citations[0].words.split())


def test_what_we_hold_rests_on_the_head_and_on_the_we() -> None:
    (one,) = positions("Statement by Norland\n\nMadam Chair,\n\nWe support the new net.\n")

    assert ["Norland", "We"] == [cited.words for cited in one.evidence["holder"].citations]


def test_where_nobody_is_named_we_hold_nothing() -> None:
    assert [] == positions("Check against delivery\n\nMadam Chair,\n\nWe support the new net.\n")


def test_on_a_page_about_a_gathering_we_hold_nothing() -> None:
    assert [] == positions(
        "Seminar on nets\n\n12 May 2024\n\nNet House, Oslo\n\nWe support the new net. Join us!\n"
    )


GIVEN_AT = (
    "Statement by Norland\nAt the Net Week\n12 March 2024\n\nMr Chair,\n\nWe support nets so."
)


def event(title: str, day: dt.date) -> Event:
    return Event(
        id="net-week-12345",
        title=title,
        kind=EventKind.MEETING,
        when=When(date=day, precision=Precision.DAY),
    )


def test_a_statement_belongs_to_the_held_event_that_it_names() -> None:
    held = event("Net Week", dt.date(2024, 3, 12))

    (one,) = positions(GIVEN_AT, Known(names=KNOWN.names, events=(held,)))

    assert (held.id, ()) == (one.event, one.evidence["event"].doubts)


def test_a_statement_belongs_to_no_event_of_another_day() -> None:
    held = event("Net Week", dt.date(2024, 3, 13))

    (one,) = positions(GIVEN_AT, Known(names=KNOWN.names, events=(held,)))

    assert one.event is None


def test_an_event_told_by_forum_and_day_alone_is_a_doubt() -> None:
    day = dt.date(2024, 3, 12)
    held = Event(
        id="session-12345",
        title="Third session",
        forums=("un-oewg",),
        when=When(date=day, precision=Precision.DAY),
    )
    text = GIVEN_AT.replace("At the Net Week", "OEWG, security of ICTs and networks")

    (one,) = positions(text, Known(names=KNOWN.names, events=(held,)))

    assert (held.id, 1) == (one.event, len(one.evidence["event"].doubts))


def test_an_answered_question_is_the_held_one_of_the_same_words() -> None:
    held = Question(id="who-12345", text="Who should mend the nets?")
    text = (
        "Statement by Norland\n\nMr Chair,\n\n1. Who should mend the nets?\n\n2. We support mills."
    )

    (one,) = positions(
        text.replace("support mills", "support the mills"),
        Known(names=KNOWN.names, questions=(held,)),
    )

    assert (held.id, 1) == (one.question, len(one.evidence["question"].doubts))


def test_a_forum_at_the_head_of_a_sentence_is_where_it_was_said() -> None:
    (one,) = positions("Nets torn again\n\nBy our staff\n\nIn the OEWG, Norland supported the net.")

    assert "un-oewg" == one.forum


@pytest.mark.parametrize(
    ("head", "holder"),
    [
        ("Statement by Norland", "Norland"),
        ("Statement of the delegation of Norland", "Norland"),
        ("STATEMENT\nBY\nMR TOR HALVEG\nPERMANENT REPRESENTATIVE OF WESTMARK", "WESTMARK"),
        ("Remarks by Ana Berg, Minister of Nets of Westmark", "Westmark"),
        ("Norland\n\nStatement at the general debate", "Norland"),
        ("Permanent Mission of Norland\n\nStatement", "Norland"),
        ("Statement by the Net Alliance", "Net Alliance"),
        ("Statement by Ana Berg, Director, Net Institute", "Net Institute"),
        ("Statement by Norland on behalf of the Knot Group", "Knot Group"),
        ("Joint statement by Norland, Sudland and Aldora", "Norland, Sudland and Aldora"),
        ("Innlegg ved Norlands delegasjon på vegne av Garngruppen", "Garngruppen"),
        ("Déclaration prononcée par la Norlande au nom du Groupe des Filets", "Groupe des Filets"),
        ("Erklärung im Namen der Netzgruppe", "Netzgruppe"),
        ("Declaración de Sudland en nombre del Grupo de la Red", "Grupo de la Red"),
    ],
)
def test_the_head_says_who_speaks(head: str, holder: str) -> None:
    held = positions(f"{head}\n\nMadam Chair,\n\nWe support the new register of nets.\n")

    assert [holder] == [one.holder for one in held]


@pytest.mark.parametrize(
    "page",
    [
        "Seminar on nets\n\n12 May 2024, 10:00-11:00\n\nNet House\n\nRemarks by Norland",
        "Remarks by Norland\n\nSpeakers: Ana Berg\n\nDate: 12 May 2024\n\nRegister here.",
        "Invitation\n\nExcellencies,\n\nNorland cordially invites you to a talk on 12 May 2024.",
    ],
)
def test_a_page_that_announces_is_no_statement(page: str) -> None:
    assert any(isinstance(p.draft, Event) for p in read_text(page).proposals)


def test_definitions_are_no_transcript() -> None:
    text = (
        "Words\n\nNet: A thing with holes that is used for fishing.\n"
        "Knot: We believe that it holds the net together.\n"
        "Mill: A place where the twine of the net is made.\n"
    )

    assert [] == [one.holder for one in positions(text)]


# Labelled before they were read -------------------------------------------------------------------


def words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w+", text)}


def is_found(label: str, held: list[Position]) -> bool:
    """Return whether a position has a label's holder, and more than half of its words."""
    holder, _, claim = label.partition(" | ")
    return any(
        words(one.holder) & words(holder)
        and len(words(one.claim) & words(claim)) * 2 > max(len(words(one.claim)), len(words(claim)))
        for one in held
    )


def test_most_of_what_was_labelled_is_found_and_little_else() -> None:
    labels, found, held = 0, 0, 0
    for path in sorted((HERE / "labelled").glob("*.txt")):
        text, _, expected = path.read_text(encoding="utf-8").partition("=== expected ===\n")
        there = positions(text)
        labels += len(json.loads(expected))
        found += sum(is_found(label, there) for label in json.loads(expected))
        held += len(there)

    assert (found >= 0.8 * labels, found >= 0.9 * held) == (True, True)


@pytest.mark.parametrize("path", sorted((HERE / "labelled").glob("*.txt")), ids=lambda p: p.stem)
def test_what_tells_of_what_was_said_announces_nothing(path: Path) -> None:
    text, _, _ = path.read_text(encoding="utf-8").partition("=== expected ===\n")

    assert [] == [p for p in read_text(text).proposals if isinstance(p.draft, Event)]


def test_whom_the_sentence_before_tells_of_is_a_doubt() -> None:
    named, carried = positions(
        "Nets torn again\n\nBy our staff\n\n"
        "Norland said that nets tear often. She opposed the new knots."
    )

    assert (named.stakeholder, 1) == (carried.stakeholder, len(carried.evidence["holder"].doubts))


def test_who_has_a_proposal_is_not_whom_the_next_sentence_goes_on_about() -> None:
    held = positions(
        "Press coverage\n\nNorland supported Sudland's proposal to mend nets and suggested the use "
        "of knots. They also proposed a test of all nets in use.\n"
    )

    assert "Sudland" not in [one.holder for one in held if one.evidence["holder"].doubts]
    assert "Norland" == held[-1].holder
