"""Threads of messages, as programs export them: what is announced in them, and by whom not."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings, strategies as st

from briefing.model import Event, Question, Task
from briefing.reader import Incoming, Known, Proposed, read
from briefing.reader.chats import begun_on, without_stamps
from tests.strategies import hostile_texts

TODAY = dt.date(2031, 6, 15)
MESSAGES = (
    ("09:12", "Mara (Norland)", "Morning all! Sharing for those in Geneva"),
    (
        "09:12",
        "Mara (Norland)",
        "*Small Boats, Big Nets* - side event, Thu 19 June, 1:15-2:30pm, Room XIX, Palais des"
        " Nations. Organised by the Lagoon Institute. Sandwiches while they last",
    ),
    ("09:13", "Mara (Norland)", "Speakers: Minister Ofelia Brandt (Sundara), Gareth Ilves"),
    ("09:16", "Paul", "Thanks! Is there a link?"),
    ("09:17", "Mara (Norland)", "No, room only. Names to me by Tues 17 June COB pls"),
    ("09:31", "Paul", "see you at the drinks on the 24th"),
)
Form = Callable[[str, str, str], str]
FORMS: dict[str, Form] = {
    "seconds in brackets": lambda at, who, said: f"[14/06/2031, {at}:03] {who}: {said}",
    "a dash": lambda at, who, said: f"14/06/2031, {at} - {who}: {said}",
    "month first": lambda at, who, said: f"6/14/31, {at} AM - {who}: {said}",
    "points": lambda at, who, said: f"14.06.31, {at} - {who}: {said}",
    "the bare time": lambda at, who, said: f"{at} {who}: {said}",
    "the time in brackets": lambda at, who, said: f"[{at}] {who}: {said}",
    "the time behind": lambda at, who, said: f"{who} [{at}]: {said}",
    "the time behind a comma": lambda at, who, said: f"{who}, {at}: {said}",
    "a line of its own": lambda at, who, said: f"{who}  {at} AM\n{said}",
    "a line below a blank one": lambda at, who, said: f"{who} {at}\n{said}\n",
    "a date on a line": lambda at, who, said: f"{who}, [14.06.2031 {at}]\n{said}",
    "angles": lambda at, who, said: f"{at} <{who}> {said}",
    "the date of a log": lambda at, who, said: f"2031-06-14 {at} {who}: {said}",
    "a weekday": lambda at, who, said: f"Sat 14 Jun {at} {who}: {said}",
}


def _read(text: str) -> Proposed:
    return read(Incoming(name="chat.txt", raw=text.encode()), Known(), TODAY)


def _event(text: str) -> Event:
    (event,) = (p.draft for p in _read(text).proposals if isinstance(p.draft, Event))
    return event


@pytest.mark.parametrize("head", ["", "Cyber people, Geneva\n\n", "WhatsApp Chat with Nets\n"])
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_thread_announces_what_it_says_and_not_its_stamps(form: Form, head: str) -> None:
    event = _event(head + "\n".join(form(*message) for message in MESSAGES))

    when = event.when
    assert event.title == "Small Boats, Big Nets"
    assert (when.date, when.time, when.end_time) == (
        dt.date(2031, 6, 19),
        dt.time(13, 15),
        dt.time(14, 30),
    )
    assert event.venue == "Room XIX, Palais des Nations"
    assert [speaker.name for speaker in event.speakers] == ["Ofelia Brandt", "Gareth Ilves"]
    assert event.agenda == ()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_names_are_asked_for_until_a_day(form: Form) -> None:
    text = "\n".join(form(*message) for message in MESSAGES)

    (task,) = (p.draft for p in _read(text).proposals if isinstance(p.draft, Task))

    assert task.due.date == dt.date(2031, 6, 17)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Do you need names?", "Yes by Tues 17 June COB please, to me"),
        ("Two of us.", "Send me names by 17 June"),
        ("Two of us.", "Tell me by Tuesday 17 June if you come"),
    ],
)
def test_what_is_due_may_be_said_in_answer_to_another(asked: str, answered: str) -> None:
    said = (*MESSAGES[:3], ("09:16", "Paul", asked), ("09:17", "Mara", answered))
    text = "\n".join(f"{at} {who}: {what}" for at, who, what in said)

    (task,) = (p.draft for p in _read(text).proposals if isinstance(p.draft, Task))

    assert task.due.date == dt.date(2031, 6, 17)


def test_a_year_is_that_of_the_first_message() -> None:
    text = "\n".join(FORMS["points"](*message) for message in MESSAGES).replace(".31", ".29")

    assert _event(text.replace("Thu 19 June", "Tue 19 June")).when.date == dt.date(2029, 6, 19)


def test_every_word_read_from_a_thread_is_printed() -> None:
    found = _read("\n".join(FORMS["a dash"](*message) for message in MESSAGES))

    cited = [one for p in found.proposals for e in p.draft.evidence.values() for one in e.citations]
    assert cited
    assert all(one.words == found.text[one.start : one.end] for one in cited)


PROGRAMME = """Small Boats, Big Nets
19 June 2031, Geneva

09:00 Opening: the state of the nets
09:30 Session: who mends them
11:15 Session: who pays
12:00 Closing: what next
"""


@pytest.mark.parametrize(
    "text",
    [
        PROGRAMME,
        "When: 19 June 2031, 14:00\nWhere: Geneva\nHost: Lagoon Institute\n",
        "09:00 Ana Ferry: The nets\n09:30 Bo Castellan: The knots\n10:00 Mira Holm: The sea\n",
        "Updated: 14/06/2031, 09:12\nSmall Boats\n",
    ],
)
def test_a_programme_is_no_thread(text: str) -> None:
    assert without_stamps(text) == text


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("[14/06/2031, 09:12] Mara: hello", dt.date(2031, 6, 14)),
        ("6/14/31, 9:12 AM - Mara: hello", dt.date(2031, 6, 14)),
        ("2031-06-14 09:12 Mara: hello", dt.date(2031, 6, 14)),
        ("99.99.31, 09:12 - Mara: hello", None),
        ("hello", None),
    ],
)
def test_a_thread_begins_on_the_day_of_its_first_message(stamp: str, day: dt.date | None) -> None:
    assert begun_on(stamp) == day


def test_what_people_ask_each_other_about_the_link_is_no_question_of_the_event() -> None:
    text = "\n".join(FORMS["a dash"](*message) for message in MESSAGES)

    assert [p for p in _read(text).proposals if isinstance(p.draft, Question)] == []


STAMPS = ["09:12 Mara: ", "[14/06/2031, 09:12] Bo: ", "*a*b ", "\n", "Mara 09:13\n", '"', "1. A"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(STAMPS), hostile_texts()), max_size=20).map("".join))
def test_no_text_changes_its_length(text: str) -> None:
    assert len(without_stamps(text)) == len(text)


THREADS = (
    (
        "[15.06.31, 08:01] Kari: God morgen alle 👋\n"
        "[15.06.31, 08:02] Kari: Frokostmøte om sjøkabler torsdag 19. juni kl. 08.30-10.00,"
        " Fyrhuset, Strandgata 4, Bergen\n"
        "[15.06.31, 08:06] Kari: Si ifra innen onsdag 18. juni 👍",
        ("Frokostmøte om sjøkabler", "2031-06-19 08:30"),
        "2031-06-18",
    ),
    (
        "Lena, 10:02: Hallo zusammen, kurz zur Erinnerung\n"
        'Lena, 10:03: Fachgespräch "Wem gehört das Netz?", Donnerstag, 19. Juni 2031, 18-19:30'
        " Uhr, Norwegische Botschaft, Berlin\n"
        "Tom, 10:11: Danke! Brauchst du Namen?\n"
        "Lena, 10:13: Ja, bitte bis Dienstag 17. Juni an mich",
        ('Fachgespräch "Wem gehört das Netz?"', "2031-06-19 18:00"),
        "2031-06-17",
    ),
    (
        "Marc - 14:02\nBonjour à tous\nMarc - 14:03\nJe vous transfère : « La mer sans carte »,"
        " conférence-débat, jeudi 26 juin 2031, 18h00-19h30, Maison du Lac, Genève\n"
        "Anne - 14:11\nMerci ! Faut-il s'inscrire ?\nMarc - 14:13\nOui, avant le 20 juin svp",
        ("La mer sans carte", "2031-06-26 18:00"),
        "2031-06-20",
    ),
    (
        "[10:02 AM] Paul: Hi team\n"
        "[10:03 AM] Paul: FYI Side event on ransomware at the OEWG: Thu 19 June 2031,"
        " 13:15-14:30, CR 8.\n"
        "[10:11 AM] Paul: tell me by 17 June",
        ("Side event on ransomware at the OEWG", "2031-06-19 13:15"),
        "2031-06-17",
    ),
)


@pytest.mark.parametrize(("text", "told", "due"), THREADS)
def test_a_message_that_has_all_in_one_line_is_read(
    text: str, told: tuple[str, str], due: str
) -> None:
    event = _event(text)
    (task,) = (p.draft for p in _read(text).proposals if isinstance(p.draft, Task))

    assert (event.title, f"{event.when.date} {event.when.time:%H:%M}") == told
    assert str(task.due.date) == due


def test_two_events_of_a_message_each_are_two() -> None:
    text = (
        "Group: Cyber NY\n2031-06-15, 09:02 - Mara: Hi all, two things this week:\n"
        "2031-06-15, 09:03 - Mara: 1) Briefing on AI agents, Tue 17 June, 10-11am, New York\n"
        "2031-06-15, 09:04 - Mara: 2) Lunch talk on cables, Thu 19 June, 1:15-2:30pm, New York\n"
    )

    events = [p.draft for p in _read(text).proposals if isinstance(p.draft, Event)]

    assert [(one.title, one.when.date) for one in events] == [
        ("Briefing on AI agents", dt.date(2031, 6, 17)),
        ("Lunch talk on cables", dt.date(2031, 6, 19)),
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(STAMPS), hostile_texts()), max_size=12).map("".join))
def test_any_thread_is_read(text: str) -> None:
    found = _read(f"09:12 Mara: a\n09:13 Bo: b\n{text}\n09:17 Mara: c")

    cited = [one for p in found.proposals for e in p.draft.evidence.values() for one in e.citations]
    assert all(one.words == found.text[one.start : one.end] for one in cited)
