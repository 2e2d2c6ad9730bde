import msgspec
import pytest

from briefing.desk import issuing
from briefing.desk.desk import Desk
from briefing.desk.note_files import Wanted
from briefing.errors import BriefingError
from briefing.model import Level
from tests.desk.support import HARBOUR
from tests.desk.test_issuing import WANTED, changed, issue, public, put

__all__ = ["public"]

R = msgspec.structs.replace


def test_what_changed_is_told_since_any_issue(desk: Desk) -> None:
    issue(desk)
    put(desk, R(HARBOUR, venue="Conference Room 4"))
    issue(desk)

    put(desk, R(HARBOUR, venue="Conference Room 4", cancelled=True))

    assert ["Cancelled"] == changed(issuing.changes(desk, WANTED, since=2))
    assert ["Cancelled", "Now in Conference Room 4"] == sorted(
        changed(issuing.changes(desk, WANTED, since=1))
    )


def test_an_issue_that_never_went_out_is_compared_with_nothing(desk: Desk) -> None:
    issue(desk)

    with pytest.raises(BriefingError, match=r"No\. 7 was never issued"):
        issuing.changes(desk, WANTED, since=7)


def test_what_went_to_fewer_is_compared_with_nothing_for_others(public: Desk) -> None:
    issue(public, Wanted(subject=HARBOUR, level=Level.OFFICE))
    issue(public, Wanted(subject=HARBOUR, level=Level.PUBLIC))

    with pytest.raises(BriefingError, match=r"No\. 1 was never issued for public"):
        issuing.changes(public, Wanted(subject=HARBOUR, level=Level.PUBLIC), since=1)
