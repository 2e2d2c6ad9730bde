"""What writers write as pictures, by the programs that people open it with: to look at, to test.

    python -m tests.note.pages FOLDER FILE...

renders each file (.html, .eml, .docx, .pdf, .md, .txt) and prints the names of the pictures.
"""

import email
import email.policy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
SOFFICE = shutil.which("soffice")
PDFTOPPM = shutil.which("pdftoppm")
PDFTOTEXT = shutil.which("pdftotext")

PHONE, DESKTOP = 375, 1200
"""How wide a window is, in CSS pixels."""

_LONGEST = 120
"""How long a program may take, in seconds."""


class Scheme(Enum):
    """The colours that the user prefers, as Chromium counts them."""

    DARK = 0
    LIGHT = 1


def needs(**programs: str | None) -> pytest.MarkDecorator:
    """Return a mark that skips a test where a program is missing."""
    missing = [name for name, path in programs.items() if not path]
    return pytest.mark.skipif(bool(missing), reason=f"no {' or '.join(missing)} here")


# Chromium ---------------------------------------------------------------------------------------


def seen(page: Path, picture: Path, *, width: int = DESKTOP, scheme: Scheme = Scheme.LIGHT) -> Path:
    """Make a picture of a page as it is seen in a window of some width, down to 3000 pixels."""
    frame = picture.with_suffix(".frame.html")
    size = f"width:{width}px;height:3000px;border:0"
    frame.write_text(
        f'<body style="margin:0"><iframe src="{page.resolve().as_uri()}" style="{size}">'
    )
    window = f"--window-size={max(500, width)},3000"
    _chromium(frame, f"--screenshot={picture.resolve()}", window, scheme=scheme)
    frame.unlink()
    return picture


def printed(page: Path, pdf: Path) -> Path:
    """Print a page to PDF."""
    _chromium(page, "--no-pdf-header-footer", f"--print-to-pdf={pdf.resolve()}")
    return pdf


def dom_after_scripts(page: Path, *, scheme: Scheme = Scheme.LIGHT) -> str:
    """Return a page as it stands when its scripts have run."""
    return _chromium(page, "--virtual-time-budget=60000", "--dump-dom", scheme=scheme)


def _chromium(page: Path, *options: str, scheme: Scheme = Scheme.LIGHT) -> str:
    assert CHROMIUM
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        return _run(
            *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            f"--user-data-dir={profile}",
            f"--blink-settings=preferredColorScheme={scheme.value}",
            *options,
            page.resolve().as_uri(),
        )


# Paper ------------------------------------------------------------------------------------------


def pdf_of(document: Path, folder: Path) -> Path:
    """Make a PDF of a file of any ending that notes are written with."""
    pdf = folder / f"{document.stem}{document.suffix}.pdf".replace(".pdf.pdf", ".pdf")
    match document.suffix:
        case ".pdf":
            shutil.copyfile(document, pdf)
        case ".docx":
            assert SOFFICE
            with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                own = f"-env:UserInstallation={Path(profile).resolve().as_uri()}"
                convert = ("--headless", "--convert-to", "pdf", "--outdir", str(folder))
                _run(SOFFICE, own, *convert, str(document))
            (folder / f"{document.stem}.pdf").rename(pdf)
        case _:
            printed(page_of(document, folder), pdf)
    return pdf


def page_of(document: Path, folder: Path) -> Path:
    """Return a file as a page that a browser shows: the body of a mail, text as it stands."""
    match document.suffix:
        case ".html":
            return document
        case ".eml":
            mail = email.message_from_bytes(document.read_bytes(), policy=email.policy.default)
            body = mail.get_body(("html",))
            assert body
            shown = str(body.get_content())
        case _:
            text = escape(document.read_text("utf-8"))
            shown = f'<!DOCTYPE html><meta charset="utf-8"><pre style="font-size:9pt">{text}</pre>'
    page = folder / f"{document.name}.html"
    page.write_text(shown, "utf-8")
    return page


def pages(pdf: Path, *, dots_an_inch: int = 80) -> tuple[Path, ...]:
    """Make a picture of each page of a PDF, beside it."""
    assert PDFTOPPM
    _run(PDFTOPPM, "-r", str(dots_an_inch), "-png", str(pdf), str(pdf.with_suffix("")))
    return tuple(sorted(pdf.parent.glob(f"{pdf.stem}-*.png")))


def text_of_pages(pdf: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    assert PDFTOTEXT
    return _run(PDFTOTEXT, "-layout", str(pdf), "-").split("\f")[:-1]


def pictures(document: Path, folder: Path) -> Iterator[Path]:
    """Make pictures of a file: its printed pages, and on screens where it is for screens."""
    yield from pages(pdf_of(document, folder))
    if document.suffix in (".html", ".eml"):
        page = page_of(document, folder)
        for scheme in Scheme:
            for name, width in (("phone", PHONE), ("desktop", DESKTOP)):
                picture = folder / f"{document.name}.{name}.{scheme.name.lower()}.png"
                yield seen(page, picture, width=width, scheme=scheme)


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, timeout=_LONGEST, check=True)
    return done.stdout.decode(errors="replace")


if __name__ == "__main__":
    where = Path(sys.argv[1])
    where.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:]:
        for picture in pictures(Path(name), where):
            print(picture)
