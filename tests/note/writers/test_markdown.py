import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.model import Event, Link
from briefing.note.blocks import BriefingNote, Mark, Paragraph, Run, is_safe_address
from briefing.note.compose import compose
from briefing.note.held import Held
from briefing.note.layout import Layout
from briefing.note.lines import Style, lines
from briefing.note.writers import markdown
from tests.note.records import EVENT, HELD, HOME, ME, TODAY
from tests.note.writers.hostile import TEXTS, hostile_note

GOLDEN = Path(__file__).parents[2] / "golden"


def full_note() -> BriefingNote:
    return compose(EVENT, HELD, home=HOME, today=TODAY, me=ME)


def parsed(text: bytes) -> list[Token]:
    """Return the tokens of CommonMark with what GitHub adds to it."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text.decode())


# Golden -----------------------------------------------------------------------------------------


def test_a_full_note_is_written_as_it_was_last_looked_at() -> None:
    assert (GOLDEN / "note-full.md").read_text("utf-8") == markdown.write(
        full_note(), Layout()
    ).decode()


def test_a_note_on_almost_nothing_is_written_as_it_was_last_looked_at() -> None:
    bare = compose(Event(id="tea", title="Tea"), Held(), home=HOME, today=TODAY)

    assert (GOLDEN / "note-bare.md").read_text("utf-8") == markdown.write(bare, Layout()).decode()


def test_every_number_in_the_text_is_an_entry_under_sources() -> None:
    text, _, sources = markdown.write(full_note(), Layout()).decode().partition("## Sources")
    marks = re.findall(r"\[([^\]]*)\]", text)
    used = {int(number) for mark in marks for number in re.findall(r"\d+", mark)}

    assert {int(number) for number in re.findall(r"^(\d+)\. ", sources, re.MULTILINE)} == used


def test_the_numbers_are_the_same_when_rendered() -> None:
    shown = []
    for token in parsed(markdown.write(full_note(), Layout())):
        if token.type == "ordered_list_open":
            number = int(token.attrs.get("start", 1))
        elif token.type == "list_item_open" and token.info:
            shown.append(number)
            number += 1

    assert [entry.number for entry in full_note().sources] == shown


# Hostile text -----------------------------------------------------------------------------------


@settings(deadline=None)
@given(TEXTS)
def test_no_text_of_a_record_becomes_markup(texts: list[str]) -> None:
    note = hostile_note(texts)

    tokens = parsed(markdown.write(note, Layout()))

    kinds = {token.type for token in tokens if not token.type.endswith("_close")}
    inside = {child.type for token in tokens for child in token.children or ()}
    ours = {"heading_open", "paragraph_open", "inline", "list_item_open"}
    assert set() == kinds - ours - {"bullet_list_open", "ordered_list_open"}
    assert set() == inside - {"text", "text_special", "strong_open", "strong_close"}


@settings(deadline=None)
@given(TEXTS)
def test_what_is_rendered_is_what_the_screen_shows(texts: list[str]) -> None:
    note = hostile_note(texts)

    tokens = parsed(markdown.write(note, Layout()))

    rendered = [
        "".join(child.content for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    ]
    assert [text for text in shown(note) if text] == rendered


def shown(note: BriefingNote) -> Iterator[str]:
    for line in lines(note):
        if line.style is not Style.BLANK:
            marked = (f"{run.text} {run.mark.words}" if run.mark else run.text for run in line.text)
            yield "".join(marked).strip()


@settings(deadline=None)
@given(TEXTS)
def test_no_control_code_reaches_the_file(texts: list[str]) -> None:
    text = markdown.write(hostile_note(texts), Layout()).decode()

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://lantern.example/harbour?a=1&b=2", True),
        ("mailto:desk@lantern.example", True),
        ("HTTP://LANTERN.EXAMPLE", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("https://lantern.example/a b", False),
        ("https://lantern.example/<script>", False),
        ("https://lantern.example/\u202egpj.exe", False),
        ("lantern.example", False),
    ],
)
def test_only_safe_addresses_become_links(address: str, *, is_link: bool) -> None:
    event = Event(id="tea", title="Tea", links=(Link(key="k", address=address, words="Here"),))
    note = compose(event, Held(), home=HOME, today=TODAY)

    tokens = parsed(markdown.write(note, Layout()))

    links = [
        child.attrs["href"]
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert ([address] if is_link else []) == links
    assert is_link == is_safe_address(address)


def test_text_in_brackets_after_a_mark_is_no_link() -> None:
    fact = Run(text="A fact", mark=Mark(numbers=(1,)))
    paragraph = Paragraph(text=(fact, Run(text="(https://evil.example)")))
    bare = compose(Event(id="tea", title="Tea"), Held(), home=HOME, today=TODAY)
    section = replace(bare.sections[0], blocks=(paragraph,))

    text = markdown.write(replace(bare, sections=(section,)), Layout())

    assert b"A fact [1]\\(https://evil.example)" in text
    assert not [c for token in parsed(text) for c in token.children or () if c.type == "link_open"]
