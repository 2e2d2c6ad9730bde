from pathlib import Path

from briefing.desk.ruled import Ruled
from briefing.model import Event, Forum, Position, Record, Source, SourceKind, Task, TaskKind
from tests.desk.support import make_folder, open_desk
from tests.desk.test_audience import NOTES, OPEN, PUBLIC_PAPER, RULED, rests

WEEK = Event(id="week", title="Week", handling=RULED)
DAY = Event(id="day", title="Day", parent="week", handling=OPEN)
SESSION = Event(id="session", title="Session", parent="day", handling=OPEN)
FORUM = Forum(id="inner", name="Inner circle", handling=RULED)


def covered(tmp_path: Path, *records: Record) -> set[str]:
    """Return the ids of those records that the rule covers."""
    make_folder(tmp_path / "desk", *records)
    with open_desk(tmp_path / "desk") as desk:
        ruled = Ruled(desk)
        return {record.id for record in records if ruled.covers(record)}


def said(id: str, *, event: str | None = None, forum: str | None = None) -> Position:
    return Position(id=id, claim="So.", holder="Ada", event=event, forum=forum, handling=OPEN)


def test_it_holds_for_all_that_is_part_of_an_event_however_deep(tmp_path: Path) -> None:
    deep, elsewhere = said("deep", event="session"), said("elsewhere", event="fair")

    assert {"week", "deep"} == covered(tmp_path, WEEK, DAY, SESSION, deep, elsewhere)


def test_it_holds_for_what_is_said_in_a_forum(tmp_path: Path) -> None:
    meeting = Event(id="meeting", title="Meeting", forums=("inner",), handling=OPEN)

    told = covered(
        tmp_path, FORUM, meeting, said("in-it", forum="inner"), said("there", event="meeting")
    )

    assert {"inner", "in-it", "there"} == told


def test_what_was_announced_for_an_event_was_not_said_there_and_a_promise_was(
    tmp_path: Path,
) -> None:
    announced = {"what": rests("paper")}
    register = Task(id="register", what="Register", event="week", handling=OPEN, evidence=announced)
    promise = Task(
        id="promise",
        what="Send",
        kind=TaskKind.KEEP_PROMISE,
        event="week",
        handling=OPEN,
        evidence=announced,
    )
    heard = Task(id="heard", what="Call", event="week", handling=OPEN)

    told = covered(tmp_path, WEEK, PUBLIC_PAPER, register, promise, heard)

    assert {"week", "promise", "heard"} == told


def test_a_statement_of_which_any_word_was_said_there_is_its_speakers(tmp_path: Path) -> None:
    statement = Source(id="statement", title="By Ada", kind=SourceKind.STATEMENT, handling=OPEN)
    one = Position(
        id="one",
        claim="So.",
        holder="Ada",
        handling=OPEN,
        evidence={"claim": rests("notes", "statement")},
    )
    other = Position(
        id="other",
        claim="And so.",
        holder="Ada",
        handling=OPEN,
        evidence={"claim": rests("statement")},
    )

    assert {"notes", "one", "other"} == covered(tmp_path, NOTES, statement, one, other)
