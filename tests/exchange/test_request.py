import datetime as dt
from email import message_from_bytes
from email.policy import default

import msgspec
import pytest
from hypothesis import given, strategies as st

from briefing.exchange.request import Request, address, moment_words
from briefing.exchange.request_words import LANGUAGES, Asked, language_of
from briefing.model import Event, Link, Task
from briefing.when import Precision, When, whole_day
from tests.strategies import whens

PANEL = Event(
    id="panel",
    title="Who answers for a cut cable?",
    venue="Quay Room 2, Port House",
    when=When(
        date=dt.date(2031, 6, 12),
        time=dt.time(10),
        end_time=dt.time(11, 30),
        zone="America/New_York",
        precision=Precision.MINUTE,
    ),
)


def asks(event: Event = PANEL, asked: Asked = Asked.REGISTER, to: str = "") -> Request:
    return Request(
        asked=asked, event=event, name="Ada Lind", organisation="Ministry of Harbours", to=to
    )


def test_a_request_tells_who_asks_what_of_which_event_on_the_organisers_clock() -> None:
    assert asks().text() == (
        "Dear organisers,\n\n"
        "I would like to register for the following event:\n\n"
        "Event: Who answers for a cut cable?\n"
        "When: Thursday, 12 June 2031, 10:00–11:30 (local time, New York)\n"
        "Where: Quay Room 2, Port House\n\n"
        "Name: Ada Lind\n"
        "Organisation: Ministry of Harbours\n\n"
        "I would be grateful if you could confirm my registration.\n\n"
        "Kind regards,\nAda Lind\nMinistry of Harbours\n"
    )


@pytest.mark.parametrize(
    ("language", "asked", "words", "when"),
    [
        ("fr", Asked.DECLINE, "malheureusement pas participer", "jeudi 12 juin 2031, 10:00"),
        ("de", Asked.REGISTER, "melde ich mich", "Donnerstag, 12. Juni 2031, 10:00"),
        ("es", Asked.PASS, "pase de acceso", "jueves 12 de junio de 2031, 10:00"),
        ("nb", Asked.REGISTER, "melde meg på", "torsdag 12. juni 2031, 10:00"),
        ("no", Asked.DECLINE, "dessverre", "torsdag 12. juni 2031, 10:00"),
        ("ja", Asked.PASS, "building pass", "Thursday, 12 June 2031, 10:00"),
    ],
)
def test_it_is_written_in_the_language_of_the_event(
    language: str, asked: Asked, words: str, when: str
) -> None:
    text = asks(msgspec.structs.replace(PANEL, language=language), asked).text()

    assert words in text
    assert when in text


@pytest.mark.parametrize("language", LANGUAGES.values())
def test_each_language_says_everything(language: object) -> None:
    held = next(code for code, one in LANGUAGES.items() if one is language)
    own = language_of(held)

    assert set(own.letters) == set(Asked)
    assert (len(own.labels), len(own.weekdays), len(own.months)) == (5, 7, 12)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(), ""),
        (When(date=dt.date(2031, 6, 1), precision=Precision.YEAR), "2031"),
        (When(date=dt.date(2031, 6, 1), precision=Precision.MONTH), "juin 2031"),
        (
            whole_day(dt.date(2031, 6, 1), dt.date(2031, 6, 2)),
            "dimanche 1er juin 2031 – lundi 2 juin 2031",
        ),
        (
            When(date=dt.date(2031, 6, 2), time=dt.time(9), precision=Precision.MINUTE),
            "lundi 2 juin 2031, 09:00",
        ),
    ],
)
def test_a_moment_is_told_no_more_precisely_than_it_is_known(when: When, words: str) -> None:
    assert moment_words(when, language_of("fr")) == words


def test_a_draft_opens_for_writing_with_the_address_and_the_subject() -> None:
    mail = message_from_bytes(asks(to="desk@host.example").eml(), policy=default)

    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "desk@host.example"
    assert mail["Subject"] == "Registration: Who answers for a cut cable?"
    assert mail.get_content().replace("\r\n", "\n") == asks().text()


@given(st.text(), st.text(), whens(), st.sampled_from(Asked), st.sampled_from(list(LANGUAGES)))
def test_nothing_in_an_event_adds_a_header_or_a_line(
    title: str, name: str, when: When, asked: Asked, language: str
) -> None:
    event = Event(id="e", title=title, venue=name, when=when, language=language)
    written = Request(asked=asked, event=event, name=name, organisation=title)

    mail = message_from_bytes(written.eml(), policy=default)

    own = {"X-Unsent", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"}
    assert set(mail.keys()) == own
    assert len(written.text().splitlines()) <= 17


def test_a_title_that_would_add_a_header_is_one_line() -> None:
    hostile = msgspec.structs.replace(PANEL, title="Cables\r\nBcc: all@evil.example\n\nHello")

    mail = message_from_bytes(asks(hostile).eml(), policy=default)

    assert mail["Bcc"] is None
    assert mail["Subject"] == "Registration: Cables Bcc: all@evil.example Hello"


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("mailto:desk@host.example", "desk@host.example"),
        ("MAILTO:desk@host.example?subject=Hi&bcc=all@evil.example", "desk@host.example"),
        ("desk@host.example", "desk@host.example"),
        ("mailto:desk%40host.example", "desk@host.example"),
        ("mailto:desk@host.example%0aBcc:all@evil.example", ""),
        ("mailto:one@host.example,two@host.example", ""),
        ("mailto:Desk <desk@host.example>", ""),
        ("https://host.example/@desk", ""),
        ("mailto:", ""),
    ],
)
def test_only_a_plain_address_is_written_to(link: str, found: str) -> None:
    task = Task(id="t", what="Register", how=(Link(key="k2", address=link),))

    assert address(task) == found


def test_without_a_task_there_is_no_address() -> None:
    assert address(None) == ""
