import datetime as dt
import random
from functools import partial
from itertools import islice
from pathlib import Path

from hypothesis import example, given, settings, strategies as st

from briefing.model import (
    Answer,
    Attendance,
    Event,
    Going,
    Mode,
    Position,
    Question,
    Record,
    Stakeholder,
    Task,
    TaskState,
    attendance_id,
)
from briefing.when import When, whole_day
from tests.desk.in_step import assert_in_step
from tests.desk.lives import CACHES, Action, Life, Pull, Put, Remove, Restart
from tests.desk.support import EVERYTHING, HARBOUR, make_folder, open_desk
from tests.store.child import Child, Send
from tests.store.tally import memory_folder
from tests.support import IS_LONG

KILLS = 200 if IS_LONG else 4

HARMS = ("lost", "all lost", "cut", "overwritten", "of before")

words = st.lists(
    st.sampled_from(("talk", "lantern", "cable", "new", "repair", "harbour")),
    min_size=1,
    max_size=3,
).map(" ".join)
few_ids = st.sampled_from("abc")
events = few_ids.map("e-{}".format)
questions = few_ids.map("q-{}".format)
days = st.sampled_from((1, 2, 12, 30)).map(lambda day: whole_day(dt.date(2031, 6, day)))
whens = days | st.just(When())

records: st.SearchStrategy[Record] = (
    st.builds(
        Event,
        id=events,
        title=words,
        when=whens,
        mode=st.sampled_from(Mode),
        topics=st.sampled_from(((), ("norms",), ("norms", "cables"))),
        forums=st.sampled_from(((), ("pilots",))),
        parent=st.none() | events,
    )
    | st.builds(
        Task,
        id=few_ids.map("t-{}".format),
        what=words,
        due=whens,
        event=st.none() | events,
        state=st.sampled_from(TaskState),
    )
    | st.builds(
        Question,
        id=questions,
        text=words,
        answer=st.sampled_from((Answer(), Answer(short="Repair comes first."))),
    )
    | st.builds(
        Position,
        id=few_ids.map("p-{}".format),
        claim=words,
        holder=words,
        question=st.none() | questions,
        event=st.none() | events,
    )
    | st.builds(Stakeholder, id=few_ids.map("s-{}".format), name=words)
    | events.flatmap(
        lambda id: st.builds(
            Attendance,
            id=st.just(attendance_id(id)),
            event=st.just(id),
            going=st.sampled_from(Going),
        )
    )
)
removals = st.builds(Remove, st.sampled_from((Event, Task, Question, Position)), few_ids).map(
    lambda one: one._replace(id=f"{one.kind.__name__[0].lower()}-{one.id}")
)
some = st.lists(records, min_size=1, max_size=3).map(tuple)

pulls = st.builds(
    Pull,
    some,
    st.lists(removals, max_size=1).map(tuple),
    st.sampled_from(("refresh", "fold", "close", "kill")),
)
restarts = st.builds(
    Restart,
    st.sampled_from(("close", "kill")),
    st.sampled_from(("", "", *HARMS)),
    st.sampled_from(CACHES),
    st.floats(0, 1),
)
doings = st.sampled_from(
    (
        "undo",
        "redo",
        "undo theirs",
        "fold",
        "begin to fold",
        "go on",
        "catch up",
        "catch up a little",
        "settle",
        "look up",
        "bring in",
        "bring in another",
        "accept",
        "merge",
        "go back",
        "open window",
    )
)
puts = some.map(Put)
looks = st.sampled_from(("look", "ask"))
actions = st.lists(
    puts | puts | removals | doings | doings | pulls | restarts | looks, min_size=8, max_size=20
)

TALK = Event(id="e-a", title="talk", when=whole_day(dt.date(2031, 6, 2)))
RETOLD = Event(id="e-a", title="lantern", topics=("norms",))
SENT = Task(id="t-a", what="repair", event="e-a", state=TaskState.SENT)
GOING = Attendance(id=attendance_id("e-a"), event="e-a", going=Going.GOING)
GONE = Remove(Event, "e-a")

EDITED: list[Action] = [Put((TALK,)), "ask", Put((RETOLD, SENT)), "look", Put((GOING,)), "ask"]
UNDONE: list[Action] = ["undo", "look", GONE, "look", "undo", "look", "redo", "look"]
PULLED = Pull((RETOLD, SENT), (Remove(Event, HARBOUR.id),), "refresh")


def missed(way: str) -> list[Action]:
    """What is edited, taken out and pulled while there is no index, and the end of that."""
    gone = Remove(Event, HARBOUR.id)
    edits: list[Action] = [Put((TALK,)), "look", Restart("close"), Put((RETOLD,)), gone]
    return [*edits, Restart(way), "look", PULLED, Restart(way), "look"]


def harmed(way: str, *caches: str) -> list[Action]:
    """Caches that are harmed in every way."""
    edits: list[Action] = [Put((TALK,)), "look", "settle", Put((RETOLD,)), "look up"]
    harms = [Restart(way, harm, cache) for harm in HARMS for cache in caches]
    return [step for harm in harms for step in (*edits, harm)]


@settings(deadline=None, max_examples=1_000 if IS_LONG else 5)
@example([*EDITED, *UNDONE])
@example(["open window", *EDITED, *UNDONE, PULLED, "look", "undo theirs", "look"])
@example(missed("close"))
@example(missed("kill"))
@example(harmed("close", "index.db", "lookups.bin"))
@example(harmed("kill", "index.db-wal"))
@given(actions)
def test_index_look_ups_and_store_never_disagree(happening: list[Action]) -> None:
    with memory_folder() as place:
        life = Life(place, *EVERYTHING)
        for action in happening:
            life.take(action)
        life.end()


def test_whoever_kills_the_program_at_any_moment_finds_all_in_step_at_the_next_start() -> None:
    chance = random.Random(0)
    with memory_folder() as place:
        folder = make_folder(place / "desk", *EVERYTHING)
        for kill in range(KILLS):
            child = Child(partial(_edit_on, folder, kill))
            told = child.messages()
            next(told, None)
            child.kill_within(chance.random() / 10)
            assert [] == list(told)
            assert "" == child.failure
            with open_desk(folder) as desk:
                assert_in_step(desk)


def _edit_on(folder: Path, seed: int, send: Send) -> None:
    """Edit, and take in now some and now all of it, until the end."""
    chance = random.Random(seed)
    desk = open_desk(folder)
    send("begun")
    while True:
        with desk.change("Put") as edit:
            for _ in range(chance.randrange(1, 60)):
                title = f"talk on {chance.choice(('lantern', 'cable', 'repair'))}s"
                edit.put(Event(id=f"e-{chance.randrange(100)}", title=title))
        for _ in islice(desk.index.catch_up(), chance.choice((1, 2, None))):
            pass
        if chance.random() < 0.2:
            desk.index.settle()
