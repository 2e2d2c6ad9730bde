"""Notes all of whose text would be markup, if a writer let it."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec
from hypothesis import strategies as st

from briefing.model import Note
from briefing.note.blocks import BriefingNote
from briefing.note.compose import compose
from briefing.note.held import Held
from tests.note.records import EVENT, HELD, HOME, ME, TODAY

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
