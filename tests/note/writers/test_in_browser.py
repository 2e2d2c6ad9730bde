"""A note's page in a browser: what axe-core finds, how wide it is, how it is printed."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from briefing.note.blocks import BriefingNote
from briefing.note.kinds import kinds
from briefing.note.layout import Layout
from briefing.note.writers import html
from tests.note.pages import (
    CHROMIUM,
    PDFTOTEXT,
    Scheme,
    dom_after_scripts,
    needs,
    printed,
    text_of_pages,
)
from tests.note.writers.sample import NOTE
from tests.note.writers.test_each_kind import note_of
from tests.note.writers.test_html import written

AXE = Path(os.environ.get("BRIEFING_AXE", "")) / "axe.min.js"
"""The folder of the package axe-core, as npm installs it, stands in the environment."""

_REPORT = """
<script>
const said = text => {
  document.documentElement.innerHTML = "<body><pre></pre>";
  document.querySelector("pre").textContent = text;
};
%s
</script>
"""


def with_script(note: BriefingNote, script: str) -> str:
    """Return a note's page without its policy, with a script at its end."""
    page = re.sub(r"<meta http-equiv=[^>]*>", "", written(note))
    return page.replace("</body>", f"{_REPORT % script}</body>")


def told(page: Path, scheme: Scheme = Scheme.LIGHT) -> object:
    pre = LexborHTMLParser(dom_after_scripts(page, scheme=scheme)).css_first("pre")
    return json.loads(pre.text()) if pre else None


@needs(chromium=CHROMIUM, axe=str(AXE) if AXE.is_file() else None)
@pytest.mark.parametrize(
    ("note", "scheme"),
    [
        *((NOTE, scheme) for scheme in Scheme),
        *((note_of(kind), Scheme.LIGHT) for kind in kinds()),
        (note_of("pack", "fr"), Scheme.DARK),
        (replace(NOTE, marking="", version=""), Scheme.LIGHT),
    ],
    ids=["dark", "light", *kinds(), "French", "unmarked"],
)
def test_axe_finds_nothing(note: BriefingNote, scheme: Scheme, tmp_path: Path) -> None:
    """Every rule is on, those of level AAA and the experimental ones too."""
    script = """
    axe.configure({rules: axe.getRules().map(rule => ({id: rule.ruleId, enabled: true}))});
    axe.run().then(
      found => said(JSON.stringify(found.violations.map(
        each => [each.id, each.nodes.map(node => node.html + node.failureSummary)]))),
      error => said(JSON.stringify(String(error))));
    """
    page = tmp_path / "note.html"
    source = AXE.read_text("utf-8").replace("</script", "<\\/script")
    page.write_text(with_script(note, source + script), "utf-8")

    assert [] == told(page, scheme)


@needs(chromium=CHROMIUM)
@pytest.mark.parametrize("width", [320, 375, 1200])
def test_no_page_is_wider_than_its_window(width: int, tmp_path: Path) -> None:
    framed = tmp_path / "framed.html"
    framed.write_text(
        with_script(
            NOTE,
            "parent.postMessage([innerWidth, document.documentElement.scrollWidth, "
            "...Array.from(document.querySelectorAll('main *')).filter("
            "e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML)], '*');",
        ),
        "utf-8",
    )
    page = tmp_path / "frame.html"
    listen = "addEventListener('message', event => said(JSON.stringify(event.data)));"
    frame = f'<iframe src="framed.html" style="border:0;width:{width}px;height:900px"></iframe>'
    page.write_text(f"<body>{_REPORT % listen}{frame}</body>", "utf-8")

    assert [width, width] == told(page)


@needs(chromium=CHROMIUM, pdftotext=PDFTOTEXT)
def test_every_printed_page_bears_the_marking_at_head_and_foot(tmp_path: Path) -> None:
    page = tmp_path / "note.html"
    long = replace(NOTE, sections=NOTE.sections[:-2] * 5 + NOTE.sections[-2:])
    page.write_bytes(html.write(long, Layout()))

    sheets = [rows_of(text) for text in text_of_pages(printed(page, tmp_path / "note.pdf"))]

    assert len(sheets) > 2
    for number, rows in enumerate(sheets, start=1):
        assert [NOTE.marking, NOTE.marking] == [rows[0], rows[-2]]
        which, _, count = rows[-1].rpartition("   ")
        assert f"{NOTE.title} · {NOTE.version}" == which.strip()
        assert f"{number}/{len(sheets)}" == count.replace(" ", "")
        assert 2 == rows.count(NOTE.marking)


def rows_of(text: str) -> list[str]:
    return [row.strip() for row in text.splitlines() if row.strip()]
