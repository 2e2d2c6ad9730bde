from briefing.reader.lines import lines_of
from briefing.reader.mail import head_of


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
