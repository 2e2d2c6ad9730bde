"""A note as a mail that is not sent yet: in its body as text and as HTML, with files attached.

Who opens the file has a draft before them (Outlook and others, by the header X-Unsent): neither
sender, receiver nor date is in it.
"""

from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from html import escape

from briefing.note.blocks import BriefingNote
from briefing.note.layout import Attached, Layout
from briefing.note.words import known_language
from briefing.note.writers import html, text
from briefing.text import file_name


def write(note: BriefingNote, layout: Layout) -> bytes:
    """Return the draft after RFC 5322 with the files of the layout attached."""
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail.set_content(text.write(note, layout).decode(), cte=_READABLE)
    mail.add_alternative(_page(note), subtype="html", cte=_READABLE)
    for attached in layout.attached:
        _attach(mail, attached)
    mail["Content-Language"] = known_language(note.language)
    _name_boundaries(mail, note)
    return f"Subject: {_subject(note.title)}\r\n".encode() + mail.as_bytes()


_READABLE = "quoted-printable"
_LONGEST_NAME = 200
"""In characters, its ending with it."""
_SHORT_SUBJECT = 66
"""In characters: a header's line of 76 without its name."""
_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def _subject(title: str) -> str:
    """Return the title as the value of a header, folded.

    Python's policies lose a space between two words that both have to be encoded, and leave what
    looks encoded as it stands, so that it is read as something else.
    """
    if title.isascii() and len(title) <= _SHORT_SUBJECT and "=?" not in title:
        return title
    return Header(title, "utf-8", header_name="Subject").encode(linesep="\r\n")


def _page(note: BriefingNote) -> str:
    return _PAGE.format(
        language=known_language(note.language),
        title=escape(note.title),
        style=html.style_sheet("mail.css"),
        body=html.body(note),
    )


def _attach(mail: EmailMessage, attached: Attached) -> None:
    described = EmailMessage(policy=SMTP)
    described["Content-Type"] = attached.content_type
    kind = described["Content-Type"]
    # text without a charset is read as ASCII (RFC 2045, section 5.2)
    usual = {"charset": "utf-8"} if kind.maintype == "text" else {}
    mail.add_attachment(
        attached.content,
        maintype=kind.maintype,
        subtype=kind.subtype,
        params=usual | dict(kind.params),
        filename=file_name(attached.name, longest=_LONGEST_NAME),
    )


def _name_boundaries(mail: EmailMessage, note: BriefingNote) -> None:
    """Name what parts the mail, the same for the same note; "=_" is in no encoded content."""
    name = sha256(note.title.encode()).hexdigest()[:16]
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_{name}_{number}")
