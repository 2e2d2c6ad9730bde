from briefing.arrange import Arrangement
from briefing.desk import views
from briefing.desk.desk import Desk
from tests.desk.support import CLAIM, HARBOUR, LANTERN, PILOTS, REGISTER, WHO_PAYS


def ids(view: Arrangement) -> list[str]:
    return [row.record.id for row in view.rows]


def test_the_timeline_has_what_is_on_and_what_is_due(desk: Desk) -> None:
    assert ids(views.timeline(desk)) == [REGISTER.id, HARBOUR.id]


def test_forums_that_events_name_are_in_use(desk: Desk) -> None:
    view = views.forums(desk, "forum")

    assert ids(view) == [CLAIM.id, PILOTS.id]
    assert [group.label for group in view.groups] == ["No forum yet", "Met in events"]


def test_positions_stand_under_who_holds_them_or_what_they_answer(desk: Desk) -> None:
    assert ids(views.forums(desk, "stakeholder")) == [LANTERN.id, CLAIM.id]
    assert ids(views.forums(desk, "question")) == [CLAIM.id]


def test_the_bank_is_narrowed_to_words(desk: Desk) -> None:
    assert ids(views.questions(desk, "theme")) == [WHO_PAYS.id]
    assert ids(views.questions(desk, "event", "CÂBLES")) == [WHO_PAYS.id]
    assert ids(views.questions(desk, "theme", "ships")) == []
