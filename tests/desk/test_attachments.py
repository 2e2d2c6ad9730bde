from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing.desk import intake
from briefing.desk.desk import Desk
from briefing.model import Event, Proposal, Source
from briefing.reader import Incoming
from tests.desk.support import make_folder

PROGRAMME = """Workshop on tarred ropes

15 January, 14:00-16:00 CET
Room 4, Geneva

Speakers: Ana Berg, Harbour Institute
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "desk")


def mail(subject: str = "Ropes") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["Date"] = "Fri, 1 Dec 2023 10:12:00 +0000"
    message.set_content("The programme is attached.\n")
    return message


def arrived(desk: Desk, message: EmailMessage) -> intake.Arrival:
    return intake.bring_in(desk, Incoming(name="ropes.eml", raw=message.as_bytes()))


def test_what_is_attached_is_a_source_of_the_mail(desk: Desk) -> None:
    message = mail()
    message.add_attachment(PROGRAMME, filename="programme.txt")

    arrival = arrived(desk, message)

    (event,) = (p for p in arrival.proposals if isinstance(p.draft, Event))
    source = desk.store.get(Source, event.source)
    assert source is not None
    assert (arrival.source.id, "programme.txt") == (source.parent, source.name)
    assert desk.store.source_bytes(source.sha256) == PROGRAMME.encode()


def test_a_year_that_an_attachment_leaves_out_is_told_by_the_mail(desk: Desk) -> None:
    message = mail()
    message.add_attachment(PROGRAMME, filename="programme.txt")

    (event,) = (p.draft for p in arrived(desk, message).proposals if isinstance(p.draft, Event))

    assert event.when.date is not None
    assert 2024 == event.when.date.year


def test_what_can_not_be_read_is_told_in_one_sentence(desk: Desk) -> None:
    message = mail()
    message.add_attachment(b"\x89PNG", "image", "png", filename="map.png")
    message.add_attachment(b"PK\x03\x04", "application", "zip", filename="all.zip")

    problems = arrived(desk, message).problems

    assert ["attached and not read: map.png, all.zip"] == [one.message for one in problems]


def test_a_mail_that_is_undone_takes_what_was_attached_with_it(desk: Desk) -> None:
    message = mail()
    message.add_attachment(PROGRAMME, filename="programme.txt")
    arrived(desk, message)

    desk.undo()

    assert [] == [*desk.store.all(Source), *desk.store.all(Proposal)]


def test_a_file_that_two_mails_bring_is_held_once(desk: Desk) -> None:
    for subject in ("Ropes", "Ropes again"):
        message = mail(subject)
        message.add_attachment(PROGRAMME, filename="programme.txt")
        arrived(desk, message)

    names = sorted(source.name for source in desk.store.all(Source))
    assert ["programme.txt", "ropes.eml", "ropes.eml"] == names


def test_mails_within_mails_are_opened_three_deep(desk: Desk) -> None:
    message = mail("Innermost")
    message.add_attachment(PROGRAMME, filename="programme.txt")
    for number in range(4):
        outer = mail(f"Mail {number}")
        outer.add_attachment(message.as_bytes(), "application", "octet-stream", filename="in.eml")
        message = outer

    arrival = arrived(desk, message)

    assert ["Mail 0", "Mail 1", "Mail 2", "Mail 3"] == sorted(
        source.title for source in desk.store.all(Source)
    )
    assert ["attached and not read: in.eml"] == [one.message for one in arrival.problems]


def test_of_very_many_files_the_first_are_read(desk: Desk) -> None:
    message = mail()
    for number in range(60):
        message.add_attachment(f"Note {number}\n", filename=f"{number}.txt")

    arrival = arrived(desk, message)

    assert 51 == len(list(desk.store.all(Source)))
    assert ["more than 50 files are attached; the rest was not read"] == [
        one.message for one in arrival.problems
    ]
