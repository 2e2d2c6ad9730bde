"""What a desk's files are without a record: pure, so that backups are rewritten the same way."""

import hashlib
import html
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import msgspec

from briefing.store.fold import Folded
from briefing.store.journal import Operation, Transaction, decoded, encoded
from briefing.store.records import KINDS, decode, document, encode
from briefing.store.tables import Mark
from briefing.text import fold

Fields = dict[str, Any]

FORGOTTEN_LABEL = "A change of what was forgotten later"

_REFERENCES = frozenset(
    {
        "changes", "event", "forum", "forums", "group", "matches", "parent", "position", "question",
        "questions", "revises", "source", "stakeholder", "subject", "succeeds", "under", "value",
    }
)  # fmt: skip
"""The fields that name other records by their ids."""

_NEEDS: Mapping[str, str] = {
    "alternatives": "value",
    "citation": "source",
    "citations": "source",
    "expected": "event",
    "memberships": "group",
    "notes": "subject",
    "proposals": "source",
}
"""What each of these, or a record of these tables, is nothing without."""

FOLDER, FACTS = "notes", "facts.jsonl"
"""Where issued notes stand in a data folder, and what holds the records that one was made from."""

_CLEARED = ("faults.log",)
_REBUILT = ".cache"


class Traces(msgspec.Struct, frozen=True):
    """What is to be found nowhere any more."""

    ids: tuple[str, ...]
    """Of the record, and of the sources that go with it."""
    digests: tuple[str, ...] = ()
    """Of those sources' bytes: what their folders are called."""
    words: tuple[str, ...] = ()
    """What they say, as `words_of` has it."""
    folders: tuple[str, ...] = ()
    """Of the notes that go with them, and of single issues: "notes/NOTE", "notes/NOTE/2"."""

    def are_in(self, text: str) -> bool:
        """Return whether a text holds one of the ids or some of the words."""
        folded = f" {words_of(text)} "
        return self._are_named_in(text) or any(f" {words} " in folded for words in self.words)

    def _are_named_in(self, text: str) -> bool:
        whole_ids = (rf"(?<![\w-]){re.escape(id)}(?![\w-])" for id in self.ids)
        return any(re.search(id, text) for id in whole_ids)


class Place(NamedTuple):
    """Where a line stands."""

    table: str
    line: bytes


def words_of(text: str) -> str:
    """Return the words of a text in one form, whatever stands between them."""
    return " ".join(re.findall(r"\w+", fold(text)))


def lines_in(path: PurePosixPath, content: bytes) -> Iterator[Place]:
    """Yield every record's line in a file of a data folder, of its history and issued notes too."""
    table = table_of(path)
    if path.match(f"{FOLDER}/*/*/{FACTS}"):
        yield from _facts_in(content)
        return
    for raw in content.split(b"\n"):
        if table is not None and raw.strip():
            yield Place(table, raw.strip())
        elif is_segment(path) and (transaction := decoded(raw)) is not None:
            for op in transaction.operations:
                yield from (Place(op.table, line) for line in (op.before, op.after) if line)


def _facts_in(content: bytes) -> Iterator[Place]:
    for raw in content.split(b"\n"):
        with suppress(ValueError):
            if kind := msgspec.json.decode(raw, type=_Tagged).type:
                yield Place(f"{kind}s", raw)


class _Tagged(msgspec.Struct):
    type: str = ""


def own_words(fields: Mapping[str, object]) -> Iterator[str]:
    """Yield what a record says in words that no other has by chance, as `words_of` has it."""
    for key, value in fields.items():
        words = words_of(value) if key in _TITLES and isinstance(value, str) else ""
        if len(words) >= _SHORTEST_TITLE:
            yield words
        else:
            yield from _long_words({key: value})


def _long_words(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _COMMON:
                yield from _long_words(inner)
    elif isinstance(value, list):
        for item in value:
            yield from _long_words(item)
    elif isinstance(value, str):
        words = words_of(value)
        if words.count(" ") + 1 >= _FEWEST:
            yield words


_SHORTEST_TITLE = 8
"""In letters."""
_FEWEST = 4
"""Words, of what is no title."""

_TITLES = frozenset({"claim", "name", "reason", "symbol", "text", "title", "what", "wording"})
_COMMON = _REFERENCES | {
    *("affiliation", "alternatives", "decided_at", "doubts", "holder", "id", "kind", "organisers"),
    *("partners", "place", "role", "rule", "stance", "state", "topics", "type", "when"),
}
"""The fields whose words stand in many records."""


def table_of(path: PurePosixPath) -> str | None:
    """Return the table that a file in a data folder holds, whole or in a conflicted copy."""
    in_tables = path.parent in (PurePosixPath(), PurePosixPath("journal/base"))
    found = re.match(r"\w+", path.name)
    return found[0] if in_tables and found and path.suffix == ".jsonl" else None


def is_segment(path: PurePosixPath) -> bool:
    """Return whether a file in a data folder holds a part of the history."""
    return path.parent == PurePosixPath("journal") and path.suffix == ".jsonl"


class Cleaning:
    """The files of one data folder, without the traces. `fold.json` is to be given last."""

    def __init__(self, traces: Traces) -> None:
        self._traces = traces
        notes = (PurePosixPath(folder).parts[1] for folder in traces.folders)
        self._ids = (*traces.ids, *notes)
        self._marks: dict[str, Mark] = {}

    def cleaned(self, path: PurePosixPath, content: bytes) -> bytes | None:
        """Return what a file holds without the traces; None where nothing of it may stay."""
        if path.parts[0] == _REBUILT or path.name in _CLEARED:
            return None
        if any(digest in part for digest in self._traces.digests for part in path.parts):
            return None
        if any(path.is_relative_to(folder) for folder in self._traces.folders):
            return None
        if (table := table_of(path)) is not None:
            return self._table(path, table, content)
        if is_segment(path):
            return b"".join(self._segment(content))
        if path == PurePosixPath("journal/fold.json"):
            return self._fold(content)
        if path == PurePosixPath("state.json"):
            return self._state(content)
        return self._set_aside(content) if path.parts[0] == "aside" else content

    def is_trace(self, table: str, line: bytes) -> bool:
        """Return whether a line is of what is to be forgotten, and not only names it."""
        return self.line(table, line) is None

    def line(self, table: str, line: bytes) -> bytes | None:
        """Return a record's line without the traces; None where it is one itself."""
        if not self._may_name(line):
            return line
        try:
            fields = document(line)
        except ValueError:
            return None
        if self._is_gone(fields) or self._is_gone(fields.get("draft")):
            return None
        kept = self._kept(fields, table)
        if kept is not None and table == "notes":
            kept = self._without_files(kept)
        if kept is None or kept == fields:
            return None if kept is None else line
        return _line(table, kept)

    def _without_files(self, note: Fields) -> Fields:
        """Return a note that names no file of an issue that goes; its number stays given out."""
        at = f"{FOLDER}/{note.get('id')}"
        issues = [
            {name: value for name, value in issue.items() if name not in ("facts", "files")}
            if f"{at}/{issue.get('number')}" in self._traces.folders
            else issue
            for issue in note.get("issues", [])
        ]
        return {**note, "issues": issues} if issues else note

    def _is_gone(self, fields: object) -> bool:
        return isinstance(fields, dict) and fields.get("id") in self._traces.ids

    def _kept(self, fields: Fields, name: str) -> Fields | None:
        """Return fields without references; None where one of those that it needs is gone.

        `name` is that of the table or of the field that they stand in.
        """
        kept = {}
        for key, value in fields.items():
            if key in _REFERENCES and value in self._traces.ids:
                if _NEEDS.get(name) == key:
                    return None
                continue
            left = self._left(key, value)
            if left is not None or value is None:
                kept[key] = left
        evidence = kept.get("evidence")
        for key in fields.keys() - kept.keys():
            if isinstance(evidence, dict):
                evidence.pop(key, None)
        says_nothing = kept.keys() <= {"key"} and kept != fields
        return None if says_nothing else kept

    def _left(self, key: str, value: object) -> object:
        if isinstance(value, dict):
            return self._kept(value, key)
        if isinstance(value, list):
            items = (self._left(key, item) for item in value if not self._names(key, item))
            return [item for item in items if item is not None]
        return value

    def _names(self, key: str, item: object) -> bool:
        return key in _REFERENCES and item in self._traces.ids

    def _may_name(self, line: bytes) -> bool:
        # An editor may have written letters of an id as escapes.
        return b"\\u" in line or any(id.encode() in line for id in self._ids)

    def _table(self, path: PurePosixPath, table: str, content: bytes) -> bytes:
        if not self._may_name(content):
            return content
        kept = []
        for raw in content.split(b"\n"):
            line = self.line(table, raw.strip()) if raw.strip() else raw
            if line is not None:
                kept.append(raw if line == raw.strip() else line)
        cleaned = b"\n".join(kept)
        if cleaned != content:
            self._marks[table] = Mark(len(cleaned), hashlib.sha256(cleaned).hexdigest(), 0, 0)
        return cleaned

    def _segment(self, content: bytes) -> Iterator[bytes]:
        *lines, _ = content.split(b"\n")
        for raw in lines:
            transaction = decoded(raw)
            if transaction is None:
                if not self._may_name(raw):
                    yield raw + b"\n"
            elif (kept := self._transaction(transaction)) == transaction:
                yield raw + b"\n"
            else:
                yield encoded(kept)  # Though it be empty: transactions are counted.

    def _transaction(self, transaction: Transaction) -> Transaction:
        kept = [self._operation(op) for op in transaction.operations]
        pairs = zip(transaction.operations, kept, strict=True)
        is_about_them = any(op[2:].count(None) < new[2:].count(None) for op, new in pairs)
        label = transaction.label
        if is_about_them or self._traces.are_in(label):
            label = FORGOTTEN_LABEL
        return transaction._replace(
            operations=tuple(op for op in kept if op.before != op.after), label=label
        )

    def _operation(self, op: Operation) -> Operation:
        before, after = (
            None if line is None else self.line(op.table, line) for line in (op.before, op.after)
        )
        return op._replace(before=before, after=after)

    def _fold(self, content: bytes) -> bytes:
        """Return what is folded with the new digests of the tables that were cleaned."""
        try:
            folded = msgspec.json.decode(content, type=Folded)
        except ValueError:
            return content
        marks = (
            {n: self._marks.get(n, m) for n, m in t.items()} for t in (folded.tables, folded.next)
        )
        tables, following = marks
        renewed = msgspec.structs.replace(folded, tables=tables, next=following)
        return content if renewed == folded else msgspec.json.encode(renewed)

    def _state(self, content: bytes) -> bytes | None:
        try:
            state = msgspec.json.decode(content)
        except ValueError:
            return None
        kept = self._unnamed(state)
        return content if kept == state else msgspec.json.encode(kept)

    def _unnamed(self, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {
            key: self._unnamed(inner)
            for key, inner in value.items()
            if not self._traces.are_in(key)
            and not (isinstance(inner, str) and self._traces.are_in(inner))
        }

    def _set_aside(self, content: bytes) -> bytes:
        lines = content.split(b"\n")
        return b"\n".join(
            line for line in lines if not self._traces.are_in(line.decode(errors="replace"))
        )


def plain_text(content: bytes) -> str:
    """Return the text of a file of marked-up text, without the marks."""
    text = content.decode(errors="replace")
    spaced = re.sub(r"</w:p>|<br ?/?>|</(?:p|h\d|li|td)>", " ", text)
    return html.unescape(re.sub(r"<[^<>]*>", "", spaced))


def _line(table: str, fields: Fields) -> bytes:
    """Return fields as this program writes them, or as they are where they are of no kind."""
    line = msgspec.json.encode(fields)
    kind = KINDS.get(table)
    if kind is None:
        return line
    try:
        return encode(decode(kind, line))
    except ValueError:
        return line
