"""All that can leave a desk for an audience, as bytes, with what is packed inside them unpacked."""

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from email import message_from_bytes
from email.message import Message
from email.policy import default
from pathlib import Path

from briefing.cli import run
from briefing.desk import exporting, note_files
from briefing.desk.audience import UnseenError
from briefing.desk.desk import Desk
from briefing.desk.exporting import What
from briefing.desk.note_files import Wanted
from briefing.model import Event, Forum, Level
from briefing.note.kinds import SubjectKind, kinds
from briefing.note.span import Span

WIDER = tuple(level for level in Level if level is not Level.ME)
"""The levels of everybody but the person at the desk."""

COMMANDS: Sequence[Sequence[str]] = (
    ("timeline",),
    ("forum",),
    ("forum", "--by", "stakeholder"),
    ("forum", "--by", "question"),
    ("questions",),
    ("questions", "--by", "event"),
    ("positions",),
    ("tasks", "--all"),
    ("deadlines", "--from", "2031-01-01"),
    ("clashes", "--all", "--night"),
    ("board", "2031-06-12"),
    ("next",),
    ("sources",),
    ("find", "cable"),
    ("find", "lantern"),
    ("positions", "--find", "lantern"),
    ("questions", "--find", "wick"),
    ("tasks", "--all", "--find", "tidewater"),
)
"""Every command with --for that lists something."""

Left = Iterator[tuple[str, bytes]]


def notes(
    desk: Desk, level: Level, span: Span, endings: Sequence[str], names: Collection[str] = kinds()
) -> Left:
    """Yield the notes of each kind on every event and on some days, in some formats."""
    for kind in (kinds()[name] for name in names):
        for wanted in _wanted(desk, level, kind.name, kind.subject, span):
            try:
                made = note_files.make(desk, wanted)
            except UnseenError:
                continue
            yield f"{kind.name} on {wanted.id}", repr(made.note).encode()
            for ending in endings:
                name = f"{kind.name} on {wanted.id}{ending}"
                yield name, note_files.content(desk, wanted, made.note, ending)


def exports(desk: Desk, level: Level) -> Left:
    """Yield everything exported in every format."""
    for what in (one for one in What if one is not What.EVENT):
        for ending in exporting.endings(what):
            path = Path(f"{what}{ending}")
            yield path.name, exporting.export(desk, what, path, level=level).content


def listings(folder: Path, level: Level) -> Left:
    """Yield what every command prints for others; what it tells the author is not for them."""
    for command in COMMANDS:
        for how in ("--json", "--plain", ""):
            words = [*command, "--for", level, "--workspace", str(folder), "--today", "2031-06-02"]
            yield " ".join([*command, how]), printed([*words, how] if how else words)


def printed(arguments: Sequence[str]) -> bytes:
    """Return what a command prints on its standard output."""
    out, told = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(told):
        code = run(list(arguments))
    assert code == 0, (arguments, told.getvalue())
    return out.getvalue().encode()


def unpacked(content: bytes) -> bytes:
    """Return bytes with every part of a zip, every stream of a PDF and every mail part behind."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [name.encode() + b"\n" + package.read(name) for name in package.namelist()]
        return b"\n".join([content, *parts])
    if content.startswith(b"%PDF"):
        return b"\n".join([content, *_streams(content), _text_of_pdf(content)])
    mail = message_from_bytes(content, policy=default)
    inside = [_decoded(part) for part in mail.walk() if not part.is_multipart()]
    unfolded = [re.sub(rb"\r?\n[ \t]", b"", part) for part in (content, *inside)]
    return b"\n".join([content, *inside, *unfolded])


def _decoded(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _streams(content: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            yield zlib.decompress(found[1])
        except zlib.error:
            yield found[1]


def _text_of_pdf(content: bytes) -> bytes:
    from pypdf import PdfReader

    pdf = PdfReader(io.BytesIO(content))
    bookmarks = repr(pdf.outline)
    texts = [page.extract_text() for page in pdf.pages]
    return "\n".join([*texts, bookmarks, repr(pdf.metadata)]).encode()


def _wanted(
    desk: Desk, level: Level, kind: str, subject: SubjectKind, span: Span
) -> Iterator[Wanted]:
    if subject is SubjectKind.EVENT:
        for event in desk.store.all(Event):
            yield Wanted(subject=event, kind=kind, level=level)
    elif subject is SubjectKind.SPAN:
        yield Wanted(subject=span, kind=kind, level=level)
    else:
        for forum in desk.store.all(Forum):
            yield Wanted(subject=span._replace(forum=forum.id), kind=kind, level=level)
