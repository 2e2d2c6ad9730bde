import datetime as dt

import pytest

from briefing.reader.lines import lines_of
from briefing.reader.mail import head_of, heads_of, said, untagged
from tests.reader.pages import event_of, events_of

HEADS = {
    "outlook": "From: Kari Nordmann\nSent: Friday, 1 December 2023 10:12\nTo: Ola\nSubject: Nets",
    "outlook marked": "-----Original Message-----\nFrom: Kari\nSent: 1 December 2023 10:12",
    "google": "---------- Forwarded message ---------\nFrom: Kari <k@nets.example>\n"
    "Date: Fri, 1 Dec 2023 at 10:12\nSubject: Nets\nTo: <o@nets.example>",
    "apple": "Begin forwarded message:\n\nFrom: Kari <k@nets.example>\nSubject: Nets\n"
    "Date: 1 December 2023 at 10:12:00 CET\nTo: Ola",
    "norwegian": "Fra: Kari Nordmann\nSendt: fredag 1. desember 2023 10:12\nTil: Ola\nEmne: Garn",
    "french": "De : Kari Nordmann\nEnvoyé : vendredi 1 décembre 2023 10:12\nÀ : Ola\n"
    "Objet : Filets",
    "german": "Von: Kari Nordmann\nGesendet: Freitag, 1. Dezember 2023 10:12\nAn: Ola\n"
    "Betreff: Netze",
    "spanish": "De: Kari Nordmann\nEnviado: viernes, 1 de diciembre de 2023 10:12\nPara: Ola\n"
    "Asunto: Redes",
    "starred": "*From:* Kari\n*Sent:* Friday, 1 December 2023 10:12\n*To:* Ola\n*Subject:* Nets",
    "many receivers": "From: Kari\nSent: 1 December 2023 10:12\nTo: a@nets.example;\n"
    "b@nets.example; c@nets.example\nSubject: Nets",
    "reply": "On Fri, 1 Dec 2023 at 10:12, Kari Nordmann <k@nets.example> wrote:",
    "reply on two lines": "On Fri, 1 Dec 2023 at 10:12, Kari <k@nets.example>\nwrote:",
    "norwegian reply": "fre. 1. des. 2023 kl. 10:12 skrev Kari Nordmann <k@nets.example>:",
    "french reply": "Le ven. 1 déc. 2023 à 10:12, Kari <k@nets.example> a écrit :",
    "german reply": "Am Fr., 1. Dez. 2023 um 10:12 Uhr schrieb Kari <k@nets.example>:",
    "spanish reply": "El vie, 1 dic 2023 a las 10:12, Kari (<k@nets.example>) escribió:",
}


def test_the_head_of_a_pasted_mail_is_told_from_its_text() -> None:
    text = "From: a@b.example\nTo: c@d.example\nSubject: Nets\nDate: 3 May 2024\n\nDear all,"

    head = head_of(lines_of(text))

    assert head is not None
    assert head.subject is not None
    assert head.sent is not None
    told = (head.lines, head.subject.words(text), head.sent.words(text))
    assert (4, "Nets", "3 May 2024") == told


def test_a_page_with_labelled_lines_is_no_mail() -> None:
    text = "Subject: Nets\nDate: 3 May 2024\nVenue: Lima"

    assert head_of(lines_of(text)) is None


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_the_head_of_a_quoted_mail_gives_no_date(head: str) -> None:
    text = f"For your information.\n\n{head}\n\nDear all,\n\nThe nets are mended. Best, Kari"

    assert [] == [event.when for event in events_of(text) if event.when.date is not None]
    assert 0 < len(heads_of(lines_of(text)))


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_the_year_is_told_by_the_mail_that_is_quoted(head: str) -> None:
    told = "Workshop on tarred ropes\n\n15 December, 14:00-16:00 CET\nRoom 4, Geneva"

    event = event_of(f"For your information.\n\n{head}\n\n{told}\n\nSpeakers: Ana Berg")

    assert dt.date(2023, 12, 15) == event.when.date
    assert "Workshop on tarred ropes" == event.title


def test_no_address_of_a_quoted_head_is_a_link() -> None:
    told = "Workshop on tarred ropes\n\n15 December, 14:00-16:00 CET\nRoom 4, Geneva"

    event = event_of(f"Please see.\n\n{HEADS['google']}\n\n{told}\n\nSpeakers: Ana Berg")

    assert () == event.links


@pytest.mark.parametrize(
    "text",
    [
        "Workshop\n\nFrom: 14:00\nTo: 16:00\nDate: 3 May 2024",
        "Workshop\n\nFrom: Monday 3 May 2024\nTo: Friday 7 May 2024\nSubject: Nets",
        "Workshop\n\nFrom: Kari\nVenue: Lima\nDate: 3 May 2024",
        "In a letter of 3 May 2024 the Council wrote that nets matter.",
    ],
)
def test_labels_of_an_event_are_no_head(text: str) -> None:
    assert () == heads_of(lines_of(text))


def test_what_is_new_in_an_answer_is_told_apart() -> None:
    text = f"Now 15:00, Room XXII.\n\n{HEADS['reply']}\n\n> Nets\n> 14:00\n\nYours\n"

    found = said(lines_of(text))

    assert ["Now 15:00, Room XXII."] == [span.words(text) for span in found.new]
    assert text[text.index("On Fri") :].strip() == found.quoted[0].words(text)


def test_answers_between_marked_lines_are_new() -> None:
    text = "> Is it at 14:00?\nNo, at 15:00.\n> And where?\nIn Room 4.\n"

    found = said(lines_of(text))

    assert ["No, at 15:00.", "In Room 4."] == [span.words(text) for span in found.new]
    assert ["> Is it at 14:00?", "> And where?"] == [span.words(text) for span in found.quoted]


def test_the_subject_of_the_quoted_mail_is_told() -> None:
    text = f"Subject: Re: Ropes\nFrom: Ola\n\nSee below.\n\n{HEADS['outlook']}\n\nThe nets."

    found = said(lines_of(text))

    assert found.subject is not None
    assert "Nets" == found.subject.words(text)
    assert ["See below."] == [span.words(text) for span in found.new]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Re: SV: AW: Nets", "Nets"),
        ("TR : RV: WG: Nets", "Nets"),
        ("RE[2]: Nets", "Nets"),
        ("Reform: nets", "Reform: nets"),
    ],
)
def test_a_subject_is_known_without_its_tags(subject: str, expected: str) -> None:
    assert expected == untagged(subject)
