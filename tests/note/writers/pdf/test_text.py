import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings, strategies as st
from pypdf.generic import DictionaryObject

from briefing.note.blocks import BriefingNote, Paragraph, Run, plain, runs
from briefing.note.layout import Layout
from briefing.note.writers import pdf
from tests.note.writers.hostile import TEXTS
from tests.note.writers.pdf.made import NOBODY_HAS, in_latin, said_as, with_blocks
from tests.note.writers.pdf.opened import bare, links, text
from tests.note.writers.sample import NOTE

# Hostile text -----------------------------------------------------------------------------------

TYPST = (
    "#panic()",
    "#{",
    '#include "/etc/passwd"',
    "$x^2$",
    "@source-1",
    "<source-1>",
    "= heading",
    "/ term: told",
    "// no comment /* none */",
    "\\u{41} \\ ~ --- -?",
    "https://evil.example",
    '“it\'s” "quoted"',
    "*strong* _emphasis_ `raw`",
    "\ufdd0 \U0010ffff \ufffe \ue000",
)


@pytest.mark.parametrize("words", TYPST)
def test_no_markup_of_typst_is_taken_for_markup(words: str) -> None:
    note = said_as(NOTE, lambda _: words)

    raw = pdf.write(note, Layout())

    assert text(raw).count(bare(_printed(words))) >= len(note.sections)
    assert ADDRESSES == set(_addresses(raw))


ADDRESSES = {
    "https://lantern.example/harbour?a=1&b=2",
    "https://fsc.example/programme.pdf?day=12&room=4",
}
"""Those of the sample, which alone lead out of it."""


@settings(deadline=None)
@given(TEXTS)
def test_hostile_text_stays_text(texts: list[str]) -> None:
    each = iter(texts * 1000)
    note = said_as(NOTE, lambda _: pdf_line(next(each)))

    raw = pdf.write(note, Layout())

    told = text(raw)
    assert all(bare(run.text) in told for run in _runs(note) if not run.is_link)
    assert ADDRESSES == set(_addresses(raw))


def pdf_line(words: str) -> str:
    return "".join(run.text for run in plain(words))


def _printed(words: str) -> str:
    return words.translate({ord(one): "\ufffd" for one in "\ufdd0\U0010ffff\ufffe"})


def _addresses(raw: bytes) -> Iterator[str]:
    for link in links(raw):
        action = link.get("/A")
        if isinstance(action, DictionaryObject) and "/URI" in action:
            yield str(action["/URI"])


def _runs(note: BriefingNote) -> Iterator[Run]:
    for one in note.sections:
        for block in one.blocks:
            yield from runs(block)


# Letters ----------------------------------------------------------------------------------------


def test_names_in_any_script_are_printed() -> None:
    if pdf.unprintable(NOTE):
        pytest.skip("this machine has no Arabic or Chinese font")

    told = text(pdf.write(NOTE, Layout()))

    assert "林海涛,主任,海底电缆维修与共享费用研究所" in told
    assert "Hohenleuchtturm-Seekabelinstandsetzungsgesellschaft" in told
    assert "معهد" in told
    assert "\ufffd" not in told


FSI, PDI = "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("texts", "isolated"),
    [
        (["Ada"], ["Ada"]),
        (["ליאה"], [f"{FSI}ליאה{PDI}"]),
        (["ليلى", ", مديرة."], [f"{FSI}ليلى", f", مديرة.{PDI}"]),
        (["ليلى", ", chair"], [f"{FSI}ليلى{PDI}", ", chair"]),
        (["« نعم، ليلى! » (2031, FSC)"], [f"« {FSI}نعم، ليلى!{PDI} » (2031, FSC)"]),
    ],
)
def test_what_runs_from_right_to_left_moves_nothing_beside_it(
    texts: list[str], isolated: list[str]
) -> None:
    assert isolated == [*pdf._isolated(texts)]


@given(st.lists(st.text("ab1 .,ليשג()")))
def test_isolates_are_closed_and_change_no_text(texts: list[str]) -> None:
    isolated = "".join(pdf._isolated(texts))

    assert "".join(texts) == isolated.replace(FSI, "").replace(PDI, "")
    assert not re.search(f"{FSI}[^{PDI}]*({FSI}|$)|(^|{PDI})[^{FSI}]*{PDI}", isolated)


def test_a_letter_that_no_font_has_is_named_and_never_a_box() -> None:
    note = with_blocks(Paragraph(text=plain(f"A{NOBODY_HAS}B")))

    told = text(pdf.write(note, Layout()))

    assert (NOBODY_HAS,) == pdf.unprintable(note)
    assert "A\ufffdB" in told
    assert "\ufffd:NofontonthismachinehasashapeforU+0378." in told


def test_a_note_that_can_be_printed_whole_names_no_letter() -> None:
    assert () == pdf.unprintable(in_latin(NOTE))
