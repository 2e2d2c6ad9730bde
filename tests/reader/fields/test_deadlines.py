"""Deadlines: which dates are one, for what, and until when exactly."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from briefing.model import DoubtKind, TaskKind
from briefing.reader.candidate import Candidate
from briefing.reader.fields import deadlines
from briefing.reader.fields.deadlines import Deadline
from briefing.reader.lines import Span
from briefing.when import Precision, When
from tests.reader.fields.date_support import SUMMER, kinds, others, shown


def _read(text: str) -> list[Candidate[Deadline]]:
    return deadlines.find(text, context=SUMMER)


REGISTER, PAPER, PASS = TaskKind.REGISTER, TaskKind.SEND_PAPER, TaskKind.GET_PASS
OTHER = TaskKind.OTHER

DEADLINES = (
    ("RSVP by 17 July 2023 to confirm your seat.", REGISTER, "2023-07-17"),
    ("Please register by Friday, 21 July, COB, by writing to us.", REGISTER, "2023-07-21"),
    ("Please register by COB on Friday, 21 July.", REGISTER, "2023-07-21"),
    ("Please register by 4pm Friday, 21 July at this link.", REGISTER, "2023-07-21 16:00"),
    ("Guests may RSVP by signing up here by 23 July (midnight). Ask us.", REGISTER, "2023-07-23"),
    ("Please sign up no later than 10 November 2023.", REGISTER, "2023-11-10"),
    ("Registration closes on 12 May 2023.", REGISTER, "2023-05-12"),
    ("Registration closes 12 May 2023 at 18:00 CET.", REGISTER, "2023-05-12 18:00 CET"),
    ("Registration deadline: 12 May 2023", REGISTER, "2023-05-12"),
    ("Registration deadline 12 May 2023", REGISTER, "2023-05-12"),
    ("Deadline for registration: Friday 12 May 2023, 17:00", REGISTER, "2023-05-12 17:00"),
    ("The deadline for registration is 12 May 2023.", REGISTER, "2023-05-12"),
    ("The registration deadline has been extended to 12 May 2023.", REGISTER, "2023-05-12"),
    ("Register: 12 May 2023 is the final deadline.", REGISTER, "2023-05-12"),
    ("Applications are due on 3 May 2023.", REGISTER, "2023-05-03"),
    ("Observers may register until 14 February 2022.", REGISTER, "2022-02-14"),
    ("Please confirm your participation by July 21, 2023.", REGISTER, "2023-07-21"),
    ("Kindly confirm not later than 21 July 2023.", REGISTER, "2023-07-21"),
    ("Confirm by 21 July 2023.", REGISTER, "2023-07-21"),
    ("We would be glad of a reply no later than 21 July 2023.", REGISTER, "2023-07-21"),
    ("Please respond to the desk until 21 July 2023.", REGISTER, "2023-07-21"),
    ("The deadline to submit abstracts is 3 March 2023, 23:59 CET.", PAPER,
     "2023-03-03 23:59 CET"),
    ("Please submit written inputs by 3 March 2023.", PAPER, "2023-03-03"),
    ("Call for papers: closes 3 March 2023", PAPER, "2023-03-03"),
    ("To have a grounds pass, write to the desk by 5 July 2023.", PASS, "2023-07-05"),
    ("Requests for visa letters should reach us by 12 May 2023.", OTHER, "2023-05-12"),
    ("The hotel block is held until 12 May 2023.", OTHER, "2023-05-12"),
    ("Early-bird registration until 12 May 2023.", OTHER, "2023-05-12"),
    ("Nominations close on 12 May 2023.", REGISTER, "2023-05-12"),
    ("Delegates must apply for a badge by 12 May 2023.", PASS, "2023-05-12"),
    ("RSVP: 12 May 2023", REGISTER, "2023-05-12"),
    ("Last day to register: 12 May 2023", REGISTER, "2023-05-12"),
    ("Please reserve your seat by Friday 12 May 2023.", REGISTER, "2023-05-12"),
    ("Registrations received after 12 May 2023 will not be considered.", REGISTER, "2023-05-12"),
    ("Frist for innsending av bidrag: 12. mai 2023", PAPER, "2023-05-12"),
    ("Svar utbes innen 12. mai 2023.", REGISTER, "2023-05-12"),
    ("Påmelding seinast 12. mai 2023.", REGISTER, "2023-05-12"),
    ("Bitte melden Sie sich bis zum 12. Mai 2023 an.", REGISTER, "2023-05-12"),
    ("Anmeldeschluss ist der 12. Mai 2023.", REGISTER, "2023-05-12"),
    ("Einsendeschluss für Beiträge: 12.05.2023", PAPER, "2023-05-12"),
    ("Merci de confirmer votre présence d'ici le 12 mai 2023.", REGISTER, "2023-05-12"),
    ("Clôture des inscriptions le 12 mai 2023.", REGISTER, "2023-05-12"),
    ("La date limite de soumission des résumés est le 12 mai 2023.", PAPER, "2023-05-12"),
    ("El plazo de inscripción finaliza el 12 de mayo de 2023.", REGISTER, "2023-05-12"),
    ("Las propuestas se recibirán hasta el 12 de mayo de 2023.", PAPER, "2023-05-12"),
    ("Påmeldingsfrist: 12. mai 2023", REGISTER, "2023-05-12"),
    ("Please communicate the names of your delegates by 12 May 2023.", REGISTER, "2023-05-12"),
    ("The list of participants should reach the desk by 12 May 2023.", REGISTER, "2023-05-12"),
    ("Please let me know by 12 May 2023 if you will come.", REGISTER, "2023-05-12"),
    ("Spots must be claimed before 3pm on 12 May 2023.", REGISTER, "2023-05-12 15:00"),
    ("If you wish to join, write to the desk by 12 May 2023.", REGISTER, "2023-05-12"),
    ("Please return the attached form by 12 May 2023.", REGISTER, "2023-05-12"),
    ("By 12 May 2023 please register with the desk.", REGISTER, "2023-05-12"),
    ("Registration is now open. The deadline is 12 May 2023.", REGISTER, "2023-05-12"),
    ("Registration is compulsory. Please do so by 12 May 2023.", REGISTER, "2023-05-12"),
    ("Registration closes:          12 May 2023", REGISTER, "2023-05-12"),
    ("| Registration deadline | 12 May 2023 |", REGISTER, "2023-05-12"),
    ("Registration deadline: ~~5 May 2023~~ 12 May 2023", REGISTER, "2023-05-12"),
    ("Registration deadline: 5 May 2023 (extended to 12 May 2023)", REGISTER, "2023-05-12"),
    ("Ticket sales end on 12 May 2023.", REGISTER, "2023-05-12"),
    ("Last chance to register: 12 May 2023", REGISTER, "2023-05-12"),
    ("Applications must be submitted by 12 May 2023.", REGISTER, "2023-05-12"),
    ("Nominations should reach the Centre by 12 May 2023.", REGISTER, "2023-05-12"),
    ("Delegations wishing to take the floor should inscribe by 12 May 2023.", OTHER, "2023-05-12"),
    ("Tickets cost 40 EUR until 12 May 2023.", OTHER, "2023-05-12"),
    ("Apply for financial support by 12 May 2023.", OTHER, "2023-05-12"),
    ("Requests for the floor should be sent by 12 May 2023.", OTHER, "2023-05-12"),
    ("Si fra til meg innen 12. mai 2023 om du kommer.", REGISTER, "2023-05-12"),
    ("Veuillez signaler votre présence d'ici au 12 mai 2023.", REGISTER, "2023-05-12"),
    ("Bitte geben Sie uns bis 12. Mai 2023 Bescheid.", REGISTER, "2023-05-12"),
    ("Le agradeceremos su respuesta antes de las 12:00 del 12 de mayo de 2023.", REGISTER,
     "2023-05-12 12:00"),
    ("Påmelding innen 12. mai 2023 kl. 12.00", REGISTER, "2023-05-12 12:00"),
    ("Meld deg på senest 12. mai 2023.", REGISTER, "2023-05-12"),
    ("Anmeldung bis zum 12. Mai 2023", REGISTER, "2023-05-12"),
    ("Anmeldeschluss: 12. Mai 2023", REGISTER, "2023-05-12"),
    ("Inscription jusqu'au 12 mai 2023", REGISTER, "2023-05-12"),
    ("Date limite d'inscription : 12 mai 2023", REGISTER, "2023-05-12"),
    ("Inscripciones: hasta el viernes 12 de mayo de 2023", REGISTER, "2023-05-12"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "due"), DEADLINES)
def test_a_deadline_is_read(text: str, kind: TaskKind, due: str) -> None:
    found = _read(text)

    assert [(c.value.kind, shown(c.value.due)) for c in found] == [(kind, due)]


NO_DEADLINES = (
    "The panel meets on 12 May 2023.",
    "Registration opens on 3 May 2023.",
    "A call for topics was launched in December 2020 with a deadline of 31 January 2021.",
    "The talks continued until 3 May 2023.",
    "The resolution was adopted by 3 May 2023.",
    "Forty states had submitted their views by 3 May 2023.",
    "Register here. The workshop, hosted by 5 partners, is on 12 May 2023.",
    "Please register before the meeting on 12 May 2023.",
    "We met by the lake on 3 May 2023.",
    "Please register early. Last year the talks went on until 12 May 2022.",
    "Registration is open. The exhibition lasts until 12 May 2023.",
    "Registration is open from 1 May 2023 on.",
    "Registered participants will get the link by 12 May 2023.",
    "Programme officer, Lagoon Institute, Bergen. Apply by 12 May 2023.",
    "Cancel your registration by 12 May 2023.",
    "The book will be published by 12 May 2023.",
    "The mandate of the group ends on 12 May 2023.",
)


@pytest.mark.parametrize("text", NO_DEADLINES)
def test_other_dates_are_no_deadlines(text: str) -> None:
    assert _read(text) == []


def test_a_span_holds_the_words_of_the_date() -> None:
    text = "Please register by Friday, 21 July, COB, or call."

    (found,) = _read(text)

    assert text[found.start : found.end] == found.value.due.written == "Friday, 21 July, COB"


def test_close_of_business_has_no_hour_and_says_so() -> None:
    (found,) = _read("Please register by 21 July 2023, close of business.")

    assert (shown(found.value.due), kinds(found)) == ("2023-07-21", [DoubtKind.VAGUE_TIME])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Please register by COB on Friday, 21 July.", "COB on Friday, 21 July"),
        ("Please register no later than close of business 21 July.", "close of business 21 July"),
        ("Papers are due 3 March 2023 (AoE).", "3 March 2023 (AoE)"),
        ("Papers are due 3 March 2023, anywhere on Earth.", "3 March 2023, anywhere on Earth"),
    ],
)
def test_what_is_said_of_the_time_of_day_is_kept(text: str, written: str) -> None:
    (found,) = _read(text)

    assert text[found.start : found.end] == found.value.due.written == written
    assert found.value.due.precision is Precision.DAY


def test_midnight_is_the_end_of_its_day_and_perhaps_its_beginning() -> None:
    (found,) = _read("Please register by 23 July 2023 (midnight).")

    assert shown(found.value.due) == "2023-07-23"
    assert kinds(found) == [DoubtKind.VAGUE_TIME]
    assert others(found) == ["2023-07-23 00:00"]


def test_before_a_day_may_leave_that_day_out() -> None:
    (found,) = _read("Please register before 12 May 2023.")

    assert shown(found.value.due) == "2023-05-12"
    assert kinds(found) == [DoubtKind.UNSURE]
    assert others(found) == ["2023-05-11"]


def test_an_inferred_year_is_doubted_here_too() -> None:
    (found,) = _read("Please register by 21 July.")

    assert kinds(found) == [DoubtKind.YEAR_INFERRED]


def test_conditions_go_with_a_deadline() -> None:
    (found,) = _read("Invite-only: register by 12 May 2023, spaces will be allocated if available.")

    assert found.value.condition == "Invite-only; spaces will be allocated if available"


def test_conditions_are_found_without_a_date() -> None:
    assert deadlines.conditions("Seats are limited. First come, first served.") == (
        "Seats are limited; First come, first served"
    )


def test_a_label_tells_what_a_later_sentence_asks_for() -> None:
    (found,) = _read("Registration: Use the form. Not later than 12 May 2023, please.")

    assert found.value.kind is REGISTER


EVENT = When(date=dt.date(2023, 6, 9), time=dt.time(10), precision=Precision.MINUTE)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Registration closes one week before the event.", "2023-06-02"),
        ("Please register no later than two weeks prior to the meeting.", "2023-05-26"),
        ("Registration closes the day before the event.", "2023-06-08"),
        ("Please register at least 48 hours in advance.", "2023-06-07 10:00"),
        ("Registration closes one hour before the start.", "2023-06-09 09:00"),
        ("Anmeldung bis drei Tage vor der Veranstaltung.", "2023-06-06"),
        ("Påmelding senest to dager før arrangementet.", "2023-06-07"),
        ("Inscription obligatoire une semaine avant la réunion.", "2023-06-02"),
        ("Inscripciones hasta dos días antes del evento.", "2023-06-07"),
    ],
)
def test_a_length_is_counted_back_from_the_event_with_a_doubt(text: str, due: str) -> None:
    (found,) = deadlines.find(text, context=SUMMER, event=EVENT)

    assert shown(found.value.due) == due
    assert kinds(found) == [DoubtKind.UNSURE]
    assert text[found.start : found.end] == found.value.due.written


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("RSVP by Friday.", "2023-06-02"),
        ("Please register by noon on Monday", "2023-06-05"),
        ("Si ifra innen fredag om du kommer.", "2023-06-02"),
        ("Please register by the end of May.", "2023-05-31"),
        ("Anmeldung bis Ende Mai", "2023-05-31"),
        ("RSVP: by COB 05/31.", "2023-05-31"),
        ("Anmeldung (bis 31.5.)", "2023-05-31"),
    ],
)
def test_a_day_that_is_told_loosely_is_computed_with_a_doubt(text: str, due: str) -> None:
    (found,) = deadlines.find(text, context=SUMMER, event=EVENT)

    assert (shown(found.value.due), kinds(found)) == (due, [DoubtKind.UNSURE])
    assert text[found.start : found.end] == found.value.due.written


def test_a_weekday_is_the_next_one_after_the_day_of_writing() -> None:
    sent = replace(SUMMER, sent=dt.date(2023, 5, 16))

    (found,) = deadlines.find("RSVP by Friday.", context=sent, event=EVENT)

    assert shown(found.value.due) == "2023-05-19"


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("Registration deadline", "12 May 2023"),
        ("Register by:", "12 May 2023"),
        ("Registration", "Deadline: 12 May 2023"),
    ],
)
def test_the_line_above_says_what_a_day_is_for(above: str, line: str) -> None:
    text = f"{above}\n\n{line}"
    place = Span(0, len(above))

    (found,) = deadlines.find(text, len(above) + 2, context=SUMMER, event=EVENT, above=place)

    assert (found.value.kind, shown(found.value.due)) == (REGISTER, "2023-05-12")


def test_each_deadline_of_a_sentence_asks_for_its_own() -> None:
    found = _read("Visa letters until 3 May 2023; please register by 12 May 2023.")

    assert [(one.value.kind, shown(one.value.due)) for one in found] == [
        (OTHER, "2023-05-03"),
        (REGISTER, "2023-05-12"),
    ]


def test_signing_up_ends_with_its_window_before_the_event() -> None:
    text = "Registration is open from 1 to 12 May 2023. Registration desk: 9 to 10 June 2023"

    (found,) = deadlines.find(text, context=SUMMER, event=EVENT)

    assert shown(found.value.due) == "2023-05-12"


def test_nobody_registers_after_the_event() -> None:
    text = "The film is for those who register until 30 June 2023."

    assert deadlines.find(text, context=SUMMER, event=EVENT) == []


def test_a_label_in_a_list_of_dates_is_a_last_day() -> None:
    text = "Regular registration: 12 May 2023"

    (found,) = deadlines.find(text, context=SUMMER, event=EVENT, is_listed=True)

    assert (found.value.kind, shown(found.value.due)) == (REGISTER, "2023-05-12")


@pytest.mark.parametrize(
    "text",
    [
        "The link will be sent one day prior to the event.",
        "Registration opens one hour before the start.",
        "Doors open 30 minutes before the event.",
    ],
)
def test_what_happens_before_the_event_is_no_deadline(text: str) -> None:
    assert deadlines.find(text, context=SUMMER, event=EVENT) == []


def test_signing_up_without_a_last_day_keeps_its_condition() -> None:
    text = "Register on our page; first come, first served."

    found = deadlines.unlimited(text, 0, len(text))

    assert found is not None
    assert found.value.condition == "first come, first served"
    assert not found.value.due.is_dated


def test_two_deadlines_of_one_line_are_both_found() -> None:
    found = _read("Submit abstracts by 3 March 2023. Register by 12 May 2023.")

    assert [c.value.kind for c in found] == [PAPER, REGISTER]


PIECES = (
    "Please ", "register ", "by ", "before ", "deadline", "is ", "for ", "12 May 2023", "21 July",
    ", COB", " (midnight)", ". ", "\n", " ", "submit ", "hasta el ", ": ", "frist", "until ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=200))
def test_any_text_is_read_without_an_error_and_spans_hold_their_words(text: str) -> None:
    found = _read(text)

    assert [text[c.start : c.end] for c in found] == [c.value.due.written for c in found]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2080, 1, 1)))
def test_every_day_can_be_a_deadline(day: dt.date) -> None:
    (found,) = _read(f"Please register by {day:%A}, {day.day} {day:%B %Y}.")

    assert found.value.due.date == day
