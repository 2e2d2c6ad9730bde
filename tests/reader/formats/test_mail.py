import datetime as dt
from email.message import EmailMessage

import pytest
from hypothesis import given, strategies as st

from briefing.reader.formats import mail
from briefing.reader.formats.parts import MOST_PARTS
from briefing.reader.formats.text import kept
from briefing.reader.lines import Span, lines_of
from briefing.reader.mail import head_of
from briefing.reader.reading import Reading

INVITATION = "\r\n".join(
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "BEGIN:VTIMEZONE",
        "TZID:Nets Standard Time",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "SUMMARY:Nets\\, mended and",
        "  new",
        'DTSTART;TZID="Nets Standard Time":20240503T140000',
        "DTEND;TZID=Nets Standard Time:20240503T153000",
        "LOCATION:Room 4",
        "DESCRIPTION:Bring a net.\\nThere is tea.",
        "STATUS:CONFIRMED",
        "BEGIN:VALARM",
        "DESCRIPTION:Reminder",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
)
TOLD = (
    "Title: Nets, mended and new\n"
    "When: 3 May 2024, 14:00 - 15:30 (Nets Standard Time)\n"
    "Location: Room 4"
)
DESCRIBED = "Bring a net.\nThere is tea."


def read(raw: bytes) -> Reading:
    return mail.read(raw, "nets.eml")


def written(body: str, **headers: str) -> bytes:
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    message.set_content(body)
    return message.as_bytes()


def plain(*lines: str, kind: str = "text/plain; charset=utf-8") -> bytes:
    return f"Subject: Nets\nContent-Type: {kind}\n\n".encode() + "\n".join(lines).encode()


def messages(reading: Reading) -> list[str]:
    return [problem.message for problem in reading.problems]


def test_subject_and_date_stand_outside_the_text() -> None:
    raw = written("Kjære alle,\n\nMøte om garn.\n", Subject="Møte", Date="3 May 2024 23:30 -0900")

    reading = read(raw)

    told = (reading.text, reading.title, reading.dated, reading.problems)
    assert ("Kjære alle,\n\nMøte om garn.", "Møte", dt.date(2024, 5, 3), ()) == told


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Fwd: Re: Nets", "Nets"),
        ("SV: VS: Garn", "Garn"),
        ("TR : Filets", "Filets"),
        ("WG: AW: Netze", "Netze"),
        ("RE[2]: Nets", "Nets"),
        ("Reform: nets", "Reform: nets"),
        ("", ""),
    ],
)
def test_what_mail_programs_put_before_a_subject_is_no_title(subject: str, expected: str) -> None:
    assert expected == read(written("Hello.\n", Subject=subject)).title


@pytest.mark.parametrize("date", ["soon", "", "3 May 99999999999 10:00", "31 Feb 2024 10:00"])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    raw = f"Subject: Nets\nDate: {date}\n\nHello.".encode()

    assert read(raw).dated is None


def test_quotes_are_blocks_of_their_own_without_marks() -> None:
    raw = plain(
        "Now 15:00.", "On 2 May Kari wrote:", "> Dear all,", ">", "> > 14:00, Room 4", ">ok"
    )

    expected = "Now 15:00.\nOn 2 May Kari wrote:\n\nDear all,\n\n14:00, Room 4\n\nok"
    assert expected == read(raw).text


def test_a_mark_before_a_number_is_no_quote() -> None:
    assert ">500 seats" == read(plain(">500 seats")).text


def test_the_head_of_a_forwarded_mail_stays() -> None:
    lines = ("Til orientering", "", "Fra: Kari", "Sendt: 2. mai 2024", "Emne: Garn", "", "Hei")

    assert "\n".join(lines) == read(plain(*lines)).text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Nets.", "", "-- ", "Kari", "Confidential."), "Nets."),
        (("Nets.", "--", "Kari"), "Nets.\n--\nKari"),
        (
            ("See.", "-- ", "Kari", "", "From: A", "To: B", "", "Nets"),
            "See.\nFrom: A\nTo: B\n\nNets",
        ),
        (("See.", "-- ", "Kari", "> Nets", "> -- ", "> Ola"), "See.\n\nNets"),
        (
            ("See.", "-- ", "Kari", "----- Original Message -----", "Nets"),
            "See.\n----- Original Message -----\nNets",
        ),
    ],
)
def test_a_signature_ends_before_another_mail(lines: tuple[str, ...], expected: str) -> None:
    assert expected == read(plain(*lines)).text


def test_what_is_too_long_for_a_signature_is_kept() -> None:
    reading = read(plain("Nets.", "-- ", *("A net." for _ in range(60))))

    assert 60 == reading.text.count("A net.")


def test_soft_breaks_are_joined() -> None:
    kind = "text/plain; charset=utf-8; format=flowed"

    reading = read(plain("A net is ", "a net.", "> Is it ", "> so?", "", " > no", kind=kind))

    assert "A net is a net.\n\nIs it so?\n\n> no" == reading.text


def test_of_alternatives_the_plain_text_is_read() -> None:
    message = EmailMessage()
    message["Subject"] = "Nets"
    message.set_content("Plain nets.\n")
    message.add_alternative("<p>Rich nets.</p>", subtype="html")

    assert "Plain nets." == read(message.as_bytes()).text


def test_a_page_is_read_where_the_plain_text_is_empty() -> None:
    message = EmailMessage()
    message["Subject"] = "Nets"
    message.set_content("\n")
    message.add_alternative(
        '<p>First</p><p>Løs <a href="https://nets.example/in">register here</a>.</p>', "html"
    )
    message.make_mixed()
    message.add_attachment(message_in("Forwarded"))

    reading = read(message.as_bytes())

    leading = [(reading.text[a.start : a.end], a.address) for a in reading.anchors]
    assert [("register here", "https://nets.example/in")] == leading
    assert reading.text.startswith("First")


def message_in(body: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Nets <nets@nets.example>"
    message["Date"] = "Fri, 03 May 2024 10:00:00 +0200"
    message["Subject"] = "Møte"
    message.set_content(body)
    return message


def test_a_mail_in_a_mail_is_read_below_its_head() -> None:
    message = EmailMessage()
    message["Subject"] = "Fwd"
    message.make_mixed()
    message.add_attachment(message_in("Date: 5 June 2024\n"))

    reading = read(message.as_bytes())

    head = head_of(lines_of(reading.text))
    assert (
        "From: Nets <nets@nets.example>\nSent: Fri, 03 May 2024 10:00:00 +0200\nSubject: Møte"
        "\n\n\nDate: 5 June 2024"
    ) == reading.text
    assert head is not None
    assert 3 == head.lines


def with_invitation(body: str, calendar: str = INVITATION) -> Reading:
    message = EmailMessage()
    message.set_content(body)
    message.add_alternative(calendar, subtype="calendar", params={"method": "REQUEST"})
    message.add_attachment(calendar.encode(), "application", "ics", filename="invite.ics")
    return read(message.as_bytes())


def test_an_invitation_is_told_once_above_the_text() -> None:
    reading = with_invitation("Welcome.\n")

    unknown = "time zones of the calendar that are not known: “Nets Standard Time”"
    assert f"{TOLD}\n\n{DESCRIBED}\n\nWelcome." == reading.text
    assert [unknown] == messages(reading)


def test_all_that_a_mail_with_one_invitation_says_is_about_it() -> None:
    reading = with_invitation("Welcome.\n")

    assert (Span(0, len(reading.text)),) == reading.events


def test_of_several_invitations_each_is_an_event() -> None:
    events = "".join(f"BEGIN:VEVENT\nSUMMARY:Net {n}\nEND:VEVENT\n" for n in (1, 2))

    reading = with_invitation("Welcome.\n", f"BEGIN:VCALENDAR\n{events}END:VCALENDAR")

    assert ["Title: Net 1", "Title: Net 2"] == [one.words(reading.text) for one in reading.events]


def test_a_description_that_the_text_holds_is_not_told_again() -> None:
    reading = with_invitation("Dear all,\nBring a net. There is tea.\n")

    assert f"{TOLD}\n\nDear all,\nBring a net. There is tea." == reading.text


def test_an_answer_to_an_invitation_is_no_event() -> None:
    reading = with_invitation("Yes.\n", INVITATION.replace("VERSION", "METHOD:REPLY\r\nVERSION"))

    assert () == reading.events
    assert "this is an answer to an invitation, not an invitation" in messages(reading)


@pytest.mark.parametrize(
    "subject",
    [
        *("CANCELLED: Nets", "Re: Postponed: Nets", "Updated: Nets", "New date - Nets"),
        *("AVLYST: Garn", "SV: Utsatt: Garn", "ABGESAGT: Netze", "ANNULÉ : Filets"),
        *("TR: Annulée : réunion", "CANCELADO: Redes", "RV: Aplazado: Redes", "[Cancelled] Nets"),
    ],
)
def test_a_change_that_only_the_subject_tells_is_in_the_text(subject: str) -> None:
    reading = read(written("See below.\n", Subject=subject))

    assert f"Subject: {reading.title}\n\nSee below." == reading.text


@pytest.mark.parametrize("subject", ["Nets", "Cancellations of debt: a seminar", "Updating nets"])
def test_a_subject_that_tells_no_change_stays_outside(subject: str) -> None:
    assert "See below." == read(written("See below.\n", Subject=subject)).text


def test_attachments_are_handed_on_as_they_were_sent() -> None:
    message = EmailMessage()
    message.set_content("Welcome.\n")
    message.add_attachment(b"%PDF", "application", "pdf", filename="programme.pdf")
    message.add_attachment("Notes", filename="møte.txt")
    message.add_attachment(b"x", "application", "zip")

    reading = read(message.as_bytes())

    unnamed = "a part without a name (application/zip)"
    names = ["programme.pdf", "møte.txt", unnamed]
    assert names == [one.name for one in reading.attachments]
    assert [b"%PDF", b"Notes\n", b"x"] == [one.raw for one in reading.attachments]
    assert ("Welcome.", []) == (reading.text, messages(reading))


def test_a_mail_without_text_says_so() -> None:
    raw = b"Content-Type: image/png; name=nets.png\nContent-ID: <a>\n\npicture"

    assert ["there is no text in the mail"] == messages(read(raw))


def test_the_subject_is_the_text_of_a_mail_without_any() -> None:
    assert "Subject: No nets today" == read(b"Subject: Re: No nets today\n\n").text


def test_a_mail_tells_which_mails_it_answers() -> None:
    headers = {"Message-ID": "<3@nets.example>", "In-Reply-To": "<2@nets.example>"}
    references = "<1@nets.example>\n <2@nets.example>"
    answer = f"References: {references}\nIn-Reply".encode()
    raw = written("No.\n", **headers).replace(b"In-Reply", answer, 1)

    reading = read(raw)

    assert ("<3@nets.example>", ("<1@nets.example>", "<2@nets.example>")) == (
        reading.number,
        reading.answers,
    )


@pytest.mark.parametrize(
    ("charset", "body", "expected"),
    [
        ("iso-8859-1", "Bodø – ja".encode("cp1252"), "Bodø – ja"),
        ("us-ascii", "Bodø".encode(), "Bodø"),
        ("x-unknown", "Bodø".encode(), "Bodø"),
        ("utf-8", b"Bod\xf8", "Bodø"),
        ("punycode", b"nets-garn", "nets-garn"),
        ("hex", b"nets", "nets"),
        ("utf-16", b"nets!", "nets!"),
        ("\x00", b"nets", "nets"),
    ],
)
def test_a_charset_that_does_not_fit_loses_no_text(
    charset: str, body: bytes, expected: str
) -> None:
    raw = f"Subject: Nets\nContent-Type: text/plain; charset={charset}\n\n".encode() + body

    assert expected == read(raw).text


def test_cut_base64_is_read_up_to_the_cut() -> None:
    raw = b"Subject: Nets\nContent-Transfer-Encoding: base64\n\nTmV0cyBhcmUgbmV0cw"

    reading = read(raw)

    told = (reading.text, messages(reading))
    assert ("Nets are nets", ["a part of the mail is cut off; it is kept up to there"]) == told


def test_a_mail_without_its_end_is_read_up_to_there() -> None:
    raw = b"Subject: N\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nNets\n--b\n\nGarn"

    reading = read(raw)

    assert ("Nets\n\nGarn", ["the mail is cut off; it is kept up to there"]) == (
        reading.text,
        messages(reading),
    )


@pytest.mark.parametrize("kind", ["multipart/mixed", "multipart/mixed; boundary=b"])
def test_a_boundary_that_is_missing_loses_no_text(kind: str) -> None:
    assert "Nets." == read(plain("Nets.", kind=kind)).text


def test_a_file_without_a_head_is_all_text() -> None:
    assert "Venue: Room 4\n\nNets." == read(b"Venue: Room 4\n\nNets.").text


def test_of_very_many_parts_the_first_are_read() -> None:
    parts = b"".join(b"--b\n\nnet %d\n" % n for n in range(1_000))
    raw = b"Subject: N\nContent-Type: multipart/mixed; boundary=b\n\n" + parts + b"--b--\n"

    reading = read(raw)

    assert MOST_PARTS == reading.text.count("net")
    assert ["the mail has 1,000 parts; only the first 100 were read"] == messages(reading)


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: message/rfc822\nSubject: N\n\n",
        "Content-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n",
    ],
)
def test_mails_within_mails_end_somewhere(head: str) -> None:
    heads = "".join(head.format(n) for n in range(3_000))

    reading = read(f"{heads}\nNets".encode())

    assert any("deep" in message for message in messages(reading))


@pytest.mark.parametrize("name", ["Subject", "Date", "From", "Content-Type", "Content-Disposition"])
@pytest.mark.parametrize(
    "value",
    ["(" * 3_000, "=?utf-8?b?", "=?x?q?a?= " * 900, '"\\' * 900, "<" * 900, "a;b*0=c;" * 900],
)
def test_a_broken_header_leaves_the_text(name: str, value: str) -> None:
    reading = read(f"{name}: {value}\nTo: a\n\nNets.".encode())

    assert name == "Content-Disposition" or "Nets." == reading.text


SAMPLE = (
    b"Subject: Fwd: Nets\nDate: 3 May 2024 10:00 +0200\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n'
    b"Content-Transfer-Encoding: quoted-printable\n\nBod=C3=B8\n> a\n-- \nKari\n--b\n"
    b"Content-Type: message/rfc822\n\nFrom: a@nets.example\n\nHi\n--b\n"
    b"Content-Type: text/calendar\n"
    b"Content-Transfer-Encoding: base64\n\n"
    b"QkVHSU46VkVWRU5UClNVTU1BUlk6TmV0cwpFTkQ6VkVWRU5U\n--b--\n"
)


@given(raw=st.binary(max_size=200) | st.integers(0, len(SAMPLE)).map(lambda end: SAMPLE[:end]))
def test_any_bytes_are_read(raw: bytes) -> None:
    reading = read(raw)

    assert kept(reading.text) == reading.text


@given(
    at=st.integers(0, len(SAMPLE)),
    until=st.integers(0, 20),
    put=st.binary(max_size=8) | st.sampled_from([b"\n", b";", b'"', b"--b", b":", b"="]),
)
def test_a_spoilt_mail_is_read(at: int, until: int, put: bytes) -> None:
    reading = read(SAMPLE[:at] + put + SAMPLE[at + until :])

    assert "\r" not in reading.text
