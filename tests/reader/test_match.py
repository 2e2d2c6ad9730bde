import datetime as dt

import pytest

from briefing.model import Event, Question
from briefing.reader.known import Known
from briefing.reader.match import Held
from briefing.when import When, whole_day

DAY, OTHER_DAY = whole_day(dt.date(2024, 5, 3)), whole_day(dt.date(2024, 6, 9))


@pytest.mark.parametrize(
    ("title", "when", "expected"),
    [
        ("Nets and Knots", DAY, ("held",)),
        ("nets & knots – a talk", DAY, ("held",)),
        ("Nets and Knots", OTHER_DAY, ()),
        ("Nets and Knots", When(), ("held",)),
        ("Something else", DAY, ()),
    ],
)
def test_an_event_is_the_same_by_title_and_day(
    title: str, when: When, expected: tuple[str, ...]
) -> None:
    held = Held(Known(events=[Event(id="held", title="Nets and knots: a talk", when=DAY)]))
    held_short = Held(Known(events=[Event(id="held", title="Nets and knots", when=DAY)]))
    draft = Event(id="new", title=title, when=when)

    found = held.same_as(draft) or held_short.same_as(draft)

    assert expected == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who should pay for the repair of nets?", ("held",)),
        ("who should pay for the repair of nets", ("held",)),
        ("Who should pay for the repair of the nets?", ("held",)),
        ("Who should be told of the repair of cables?", ()),
    ],
)
def test_a_question_is_the_same_by_its_folded_words(text: str, expected: tuple[str, ...]) -> None:
    held = Held(
        Known(questions=[Question(id="held", text="Who should pay for the repair of nets?")])
    )

    assert expected == held.same_as(Question(id="new", text=text))
