import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from hypothesis import given, settings, strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.model import Event, Link, Note
from briefing.note.blocks import BriefingNote, Mark, Paragraph, Run, is_safe_address
from briefing.note.compose import compose
from briefing.note.held import Held
from briefing.note.layout import Layout
from briefing.note.lines import Style, lines
from briefing.note.writers import markdown
from tests.note.records import EVENT, HELD, HOME, ME, TODAY

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

HOSTILE = (
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "<https://evil.example>",
    "<!-- no -->",
    "`code`",
    "~~~\ncode\n~~~",
    "# heading #",
    "- item",
    "+ item",
    "12) item",
    "1. item",
    "> quotation",
    "---",
    "===",
    "| a | b |\n|---|---|\n| c | d |",
    "[x]: https://evil.example",
    "(https://evil.example)",
    "&lt;b&gt; &#60; &amp",
    "*one* **two** ***",
    "_one_ __two__ a_b_c",
    "~~gone~~",
    "\\",
    "    indented",
    "one\n\n# two",
    "\x1b[31mred\x1b[0m \x07",
    "\u202eright to left\u2066",
    "a\x00b\ud800c",
    "5 * 3 < 20 & 2 | 1",
)
ANY_TEXT = st.text(st.sampled_from("ab1 \t\n\\`*_{}[]()<>#+-=.!|&;:~$\"'/@\x1b\u202e\u2028é"))
TEXTS = st.lists(st.sampled_from(HOSTILE) | ANY_TEXT, min_size=1, max_size=6)

S = TypeVar("S", bound=msgspec.Struct)
REFERENCES = {
    *("id", "key", "zone", "source", "sha256", "stakeholder", "forum", "forums"),
    *("parent", "event", "question", "subject"),
}


def with_texts(struct: S, texts: Iterator[str]) -> S:
    """Return a record with every text in it that is no reference replaced."""
    return msgspec.structs.replace(
        struct,
        **{
            name: _replaced(getattr(struct, name), texts)
            for name in struct.__struct_fields__
            if name not in REFERENCES
        },
    )


def _replaced(value: object, texts: Iterator[str]) -> object:
    if type(value) is str:
        return next(texts)
    if isinstance(value, tuple):
        return tuple(_replaced(item, texts) for item in value)
    if isinstance(value, Mapping):
        return {path: _replaced(evidence, texts) for path, evidence in value.items()}
    return with_texts(value, texts) if isinstance(value, msgspec.Struct) else value


def cycled(texts: list[str]) -> Iterator[str]:
    while True:
        yield from texts


def hostile_note(texts: list[str]) -> BriefingNote:
    each = cycled(texts)
    held = Held(
        written=with_texts(HELD.written or Note(id="n", subject="e"), each),
        parent=with_texts(HELD.parent or EVENT, each),
        children=tuple(with_texts(child, each) for child in HELD.children),
        tasks=tuple(with_texts(task, each) for task in HELD.tasks),
        questions=tuple(with_texts(question, each) for question in HELD.questions),
        occasions={key: with_texts(event, each) for key, event in HELD.occasions.items()},
        positions=tuple(with_texts(position, each) for position in HELD.positions),
        stakeholders={key: with_texts(one, each) for key, one in HELD.stakeholders.items()},
        forums={key: with_texts(forum, each) for key, forum in HELD.forums.items()},
        sources={key: with_texts(source, each) for key, source in HELD.sources.items()},
        texts={key: next(each) for key in HELD.texts},
    )
    return compose(with_texts(EVENT, each), held, home=HOME, today=TODAY, me=ME)


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
