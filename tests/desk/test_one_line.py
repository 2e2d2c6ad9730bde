import datetime as dt

import pytest
from hypothesis import given, settings, strategies as st

from briefing.desk import one_line
from briefing.desk.desk import Desk
from briefing.errors import BriefingError
from briefing.model import Event, Mode, Question, Task
from briefing.text import clean, squeeze
from tests.desk.support import HARBOUR, LANTERN, PILOTS


def told(desk: Desk, text: str) -> str:
    return " · ".join(one_line.told(desk, one_line.read(desk, text)))


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "Panel on ropes fri 15h Geneva @li #cables",
            "Event · Panel on ropes · Fri 6 Jun 2031, 15:00 Geneva · LI · cables",
        ),
        (
            "task: send paper to capital mon cob",
            "Task · send paper to capital · Mon 9 Jun 2031, cob (read as 17:00 Oslo)",
        ),
        ("q: Who pays on Friday? #cables", "Question · Who pays on Friday? · cables"),
        (
            'Breakfast, 24 Jul 7:45 in New York, hybrid @"Port City Institute" @fhp',
            "Event · Breakfast · Thu 24 Jul 2031, 07:45 New York · 13:45 Oslo"
            " · hybrid · Port City Institute · FHP",
        ),
        ("Summit 2035 24-26 June Oslo", "Event · Summit 2035 · 24–26 Jun 2031 · Oslo"),
        ("todo: call home @ada tomorrow 10:00", "Task · call home · Tue 3 Jun 2031, 10:00 Oslo"
         " (zone assumed) · ada"),
        ("fri 15h", "Event · no title yet · Fri 6 Jun 2031, 15:00 Oslo (zone assumed)"),
        ("", "Event · no title yet"),
    ],
)  # fmt: skip
def test_a_line_is_told_as_it_is_understood(text: str, reading: str, desk: Desk) -> None:
    assert reading == told(desk, text)


@pytest.mark.parametrize(
    "text",
    [
        "Panel on the 3rd floor",
        "Report 2029",
        'The play "Fri 15h" again',
        "Room #3",
        "Ada at ada@port.example",
        "Who is on 3/4 @",
        "#",
    ],
)
def test_what_is_not_understood_stays_in_the_title(text: str, desk: Desk) -> None:
    assert {"title": text} == one_line.read(desk, text).typed


def test_words_between_what_is_understood_stay_in_their_order(desk: Desk) -> None:
    line = one_line.read(desk, "Ropes @li and fri 15h Geneva knots #cables at sea")

    assert line.title == "Ropes and knots at sea"


def test_a_country_before_the_hour_is_no_clock(desk: Desk) -> None:
    line = one_line.read(desk, "Talks on Iran fri 15h")

    assert line.title == "Talks on Iran"
    assert "Oslo" in told(desk, "Talks on Iran fri 15h")


def test_an_event_is_added_with_what_its_line_says(desk: Desk) -> None:
    made = one_line.add(desk, "Panel on ropes fri 15h Geneva online @LI @fhp #cables")

    assert isinstance(made, Event)
    assert ("Panel on ropes", "Geneva", Mode.ONLINE) == (made.title, made.venue, made.mode)
    assert (dt.date(2031, 6, 6), dt.time(15)) == (made.when.date, made.when.time)
    assert [LANTERN.id] == [party.stakeholder for party in made.organisers]
    assert ((PILOTS.id,), ("cables",)) == (made.forums, made.topics)


def test_a_task_and_a_question_are_added(desk: Desk) -> None:
    task = one_line.add(desk, "task: ask for a pass by fri cob @ada")
    question = one_line.add(desk, "q: Who counts the ships? #ships")

    assert isinstance(task, Task)
    assert isinstance(question, Question)
    assert ("ask for a pass", "ada") == (task.what, task.who)
    assert (dt.date(2031, 6, 6), "by fri cob") == (task.due.date, task.due.written)
    assert ("Who counts the ships?", ("ships",)) == (question.text, question.topics)


def test_a_line_is_one_change(desk: Desk) -> None:
    one_line.add(desk, "Panel on ropes fri 15h Geneva @li #cables")

    assert desk.undo() == "Added Panel on ropes"
    assert desk.store.count(Event) == 1
    assert desk.store.get(Event, HARBOUR.id) == HARBOUR


def test_a_line_without_a_title_is_not_kept(desk: Desk) -> None:
    with pytest.raises(BriefingError, match="Title: can't be empty"):
        one_line.add(desk, "fri 15h Geneva #cables")

    assert desk.store.count(Event) == 1


_TYPICAL = (
    "fri 15h Geneva New York @li @fhp #cables task: q: event: mon cob 24 Jul 7:45 in on at 25/7"
    ' online 2031 14-16 "a b" @"Port City" , – ; tomorrow CEST ( )'
)
_PIECES = st.one_of(st.sampled_from(_TYPICAL.split(" ")), st.text(max_size=12))


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=14).map(" ".join))
def test_no_word_of_a_line_is_lost(desk_once: Desk, text: str) -> None:
    line = one_line.read(desk_once, text)

    kept = "".join(word.text for word in line.words)
    assert "".join(squeeze(clean(text)).split()) == "".join(kept.split())
    shown = " ".join(line.typed.values())
    for word in line.words:
        assert all(part in shown for part in word.value.split())
        assert word.path or not word.value


@pytest.fixture(scope="module")
def desk_once(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    from tests.desk.support import EVERYTHING, make_folder, open_desk

    return open_desk(make_folder(tmp_path_factory.mktemp("line") / "desk", *EVERYTHING))
