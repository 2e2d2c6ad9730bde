"""Invitations in the manner of the programs that send them, input and expected side by side.

Each file in `invitations/` is ours and invented; `NAME.expected.txt` beside it holds what is read
from it. What was checked for each:

- outlook.ics: a Windows zone in quotes, folded lines, escapes, the link of X-ALT-DESC, a deadline
- google.ics: UTC on the calendar's own clock (X-WR-TIMEZONE), whole days, HTML in DESCRIPTION,
  a series with COUNT, EXDATE and a moved session
- apple.ics: DURATION, a place on several lines, an organiser with EMAIL, a floating time in doubt
- indico.ics: days in UTC, CATEGORIES, URL
- teams.ics: "Greenwich Standard Time", the meeting's link, the form "online"
- exchange-cancelled.ics: METHOD:CANCEL, a zone that only the file describes, a room and Teams
- exchange-moved.ics: the highest SEQUENCE holds, midnights are whole days
- forwarded.eml: a forwarded invitation with .ics; the quoted head gives no date
- gmail-invitation.eml: a calendar part beside the text

With GOLDEN=new the expected files become what is read now, to be looked at.
"""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model import Event, Proposal, Question, Task
from briefing.reader import Incoming, Known, Proposed, read
from briefing.when import When

FOLDER = Path(__file__).parent / "invitations"
FILES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in {".ics", ".eml"})


def proposed(name: str) -> Proposed:
    incoming = Incoming(name=name, raw=(FOLDER / name).read_bytes())
    return read(incoming, Known(home_zone="Europe/Oslo"), dt.date(2024, 3, 1))


@pytest.mark.parametrize("name", FILES)
def test_an_invitation_is_read_as_expected(name: str) -> None:
    expected = FOLDER / f"{name}.expected.txt"

    told = "\n".join(told_of(proposed(name)))

    if os.environ.get("GOLDEN") == "new":
        expected.write_text(told, encoding="utf-8")
    assert expected.read_text(encoding="utf-8") == told


@pytest.mark.parametrize("name", FILES)
def test_the_words_of_every_value_are_those_of_the_kept_text(name: str) -> None:
    page = proposed(name)

    resting = [e for p in page.proposals for e in p.draft.evidence.values()]
    cited = [one for evidence in resting for one in evidence.citations]
    assert cited
    assert [page.text[one.start : one.end] for one in cited] == [one.words for one in cited]


def told_of(page: Proposed) -> Iterator[str]:
    for proposal in page.proposals:
        yield from told(proposal)
        yield ""
    yield from (f"problem: {problem.message}" for problem in page.problems)
    yield from ("-- kept text --", page.text, "")


def told(proposal: Proposal) -> Iterator[str]:
    match proposal.draft:
        case Event() as event:
            yield f"event: {event.title}"
            yield f"  when: {moment(event.when)}"
            yield from (f"  doubt: {doubt.words}" for doubt in event.evidence["when"].doubts)
            yield f"  where: {event.venue or '-'} ({event.mode.value if event.mode else '-'})"
            yield from ("  is cancelled",) if event.cancelled else ()
            yield f"  by: {', '.join(one.name for one in event.organisers) or '-'}"
            yield f"  speaking: {', '.join(one.name for one in event.speakers) or '-'}"
            yield from (f"  link: {link.words} -> {link.address}" for link in event.links)
        case Task() as task:
            yield f"task: {task.what}, by {moment(task.due)}"
        case Question() as question:
            yield f"question: {question.text}"


def moment(when: When) -> str:
    last = [one.isoformat() for one in (when.end_date, when.end_time) if one]
    first = [one.isoformat() for one in (when.date, when.time) if one]
    zone = when.zone or ("" if when.offset is None else f"{when.offset:+} minutes")
    basis = f"zone by {when.zone_basis}" if when.time else ""
    return " ".join(filter(None, (*first, "to" if last else "", *last, zone, basis)))
