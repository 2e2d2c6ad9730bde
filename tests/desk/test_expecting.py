import pytest

from briefing.desk import edit, expecting, query
from briefing.desk.desk import Desk
from briefing.desk.fields import FieldError
from briefing.model import Event, Likelihood, Question
from tests.desk.support import markdown

PANEL = Event(id="panel-22222", title="Panel on harbour lights")


@pytest.fixture(autouse=True)
def panel(desk: Desk) -> None:
    with desk.change("Put") as change:
        change.put(PANEL)


def told(desk: Desk) -> str:
    return markdown(desk, PANEL)


@pytest.mark.parametrize(
    ("likelihood", "heading"),
    [
        (Likelihood.CERTAIN, "Certain"),
        (Likelihood.MAY, "May come up"),
        (Likelihood.DEFENSIVE, "Defensive only"),
    ],
)
def test_a_question_that_is_expected_stands_in_the_note_where_it_belongs(
    desk: Desk, likelihood: Likelihood, heading: str
) -> None:
    question = expecting.expect_new(desk, PANEL, "Who pays for the lamps?", likelihood)
    edit.set_fields(desk, question, {"answer/short": "Whoever sails."})

    before, _, after = told(desk).partition(heading)
    assert "Who pays for the lamps?" in after
    assert "Who pays for the lamps?" not in before


def test_a_question_of_ones_own_is_no_fact_that_wants_a_source(desk: Desk) -> None:
    expecting.expect_new(desk, PANEL, "Who pays for the lamps?", Likelihood.MAY)

    assert "- Who pays for the lamps?\n" in told(desk)


def test_how_likely_it_is_can_be_said_again_and_undone(desk: Desk) -> None:
    question = expecting.expect_new(desk, PANEL, "Who pays?", Likelihood.MAY)
    again = expecting.expect(desk, PANEL, question, Likelihood.CERTAIN)

    assert [(e.event, e.likelihood) for e in again.expected] == [(PANEL.id, Likelihood.CERTAIN)]
    assert again.expected[0].key == question.expected[0].key
    assert desk.undo() == "Expected at Panel on harbour lights: Who pays?"
    assert desk.store.get(Question, question.id) == question


def test_what_is_no_longer_expected_leaves_the_note_and_not_the_bank(desk: Desk) -> None:
    question = expecting.expect_new(desk, PANEL, "Who pays?", Likelihood.MAY)
    mended = expecting.expect_no_more(desk, PANEL, question)

    assert mended.expected == ()
    assert desk.store.get(Question, question.id) == mended
    assert "Who pays?" not in told(desk)
    with pytest.raises(expecting.NeverExpectedError, match="nobody expects “Who pays\\?”"):
        expecting.expect_no_more(desk, PANEL, mended)


def test_a_question_without_words_is_refused(desk: Desk) -> None:
    with pytest.raises(FieldError, match="can't be empty"):
        expecting.expect_new(desk, PANEL, " ", Likelihood.MAY)

    assert [q.text for q in desk.store.all(Question) if not q.text.strip()] == []


@pytest.mark.parametrize("typed", ["lamps", "who PAYS lamps?", 'pays: "lamps" -', "is:asked lamps"])
def test_those_of_the_bank_are_found_by_words_whatever_signs_stand_among_them(
    desk: Desk, typed: str
) -> None:
    question = edit.add(desk, Question, {"text": "Who pays for the lamps? It is asked."})
    edit.add(desk, Question, {"text": "Who paints the buoys?"})
    for _ in desk.index.catch_up():
        pass

    asked = query.read(desk, expecting.asked_for(typed))

    assert expecting.alike(desk, asked) == [question.id]
