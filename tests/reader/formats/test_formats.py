import pytest

from briefing.reader.formats import FORMATS, format_of, reading_of


@pytest.mark.parametrize(
    ("raw", "name", "expected"),
    [
        (b"%PDF-1.7", "invitation", "application/pdf"),
        (b"PK\x03\x04", "Invitation.DOCX", FORMATS[1].MEDIA_TYPE),
        (b"<p>Lamps", "page.HTM", "text/html"),
        (b"<!DOCTYPE html><p>Lamps", "page", "text/html"),
        (b"Subject: Lamps", "lamps.eml", "message/rfc822"),
        (b"Lamps at sea", "notes.md", "text/plain"),
        (b"Lamps at sea", "notes", "text/plain"),
    ],
)
def test_a_format_is_known_by_how_bytes_begin_or_a_name_ends(
    raw: bytes, name: str, expected: str
) -> None:
    assert expected == format_of(raw, name).MEDIA_TYPE


def test_a_page_is_read_by_its_format() -> None:
    reading = reading_of(
        b"<title>Lamps</title><p>Lamps <a href='https://a.example/b'>here</a>", "a.html"
    )

    (anchor,) = reading.anchors
    assert ("Lamps here", "https://a.example/b") == (reading.text.strip(), anchor.address)
    assert "here" == reading.text[anchor.start : anchor.end]
