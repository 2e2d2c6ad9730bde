"""Facts with their basis: sources numbered in order of first use, doubts, who may see it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.model import Citation, Decision, Evidence, Handling, Level, Record, Source
from briefing.note.blocks import Item, Mark, Run, SourceEntry, Text, address, one_line, plain
from briefing.note.held import Held
from briefing.when_words import date_words, day_words


class Value(NamedTuple):
    """A value of a record, as a fact rests on it."""

    record: Record
    path: str


def at(record: Record, *paths: str) -> tuple[Value, ...]:
    """Return the values at some of a record's paths."""
    return tuple(Value(record, path) for path in paths)


def doubts(*values: Value) -> tuple[Item, ...]:
    """Return why not to trust values, as long as nobody has decided them."""
    undecided = (e for e in _evidence(values) if e.decision is Decision.UNDECIDED)
    said = dict.fromkeys(doubt.words for e in undecided for doubt in e.doubts)
    return tuple(Item(label="Doubt", text=plain(words)) for words in said)


class _Passage(NamedTuple):
    source: str
    start: int | None
    end: int | None
    place: str
    words: str


class Ledger:
    """The sources of one note, numbered as its facts are told from top to bottom."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._numbers: dict[_Passage, int] = {}
        self._handlings: list[Handling] = []

    def fact(self, text: str, *values: Value, citations: Iterable[Citation] = ()) -> Run:
        """Return text with the mark that its values, and citations besides, give it."""
        for value in values:
            self.saw(value.record)
        evidence = list(_evidence(values))
        cited = [c for e in evidence for c in e.citations]
        numbers = dict.fromkeys(self._number(c) for c in (*citations, *cited))
        checked = all(e.decision is not Decision.UNDECIDED for e in evidence)
        return Run(text=one_line(text), mark=Mark(numbers=tuple(numbers), checked=checked))

    def item(self, label: str, text: str, *values: Value) -> Item:
        """Return a fact as a list's entry, with what there is to doubt about it under it."""
        return Item(label=one_line(label), text=(self.fact(text, *values),), under=doubts(*values))

    def saw(self, record: Record) -> None:
        """Count in the handling of a record whose words stand in the note."""
        self._handlings.append(record.handling)

    @property
    def handling(self) -> Handling:
        """The strictest handling of all that was told."""
        order = tuple(Level)
        level = min((h.level for h in self._handlings), key=order.index, default=Level.OFFICE)
        return Handling(level=level, chatham_house=any(h.chatham_house for h in self._handlings))

    def entries(self) -> tuple[SourceEntry, ...]:
        """Return what each number leads to."""
        return tuple(self._entry(number, passage) for passage, number in self._numbers.items())

    def _number(self, citation: Citation) -> int:
        source = self._held.sources.get(citation.source)
        if source is not None:
            self.saw(source)
        passage = _Passage(
            citation.source, citation.start, citation.end, citation.place, citation.words
        )
        return self._numbers.setdefault(passage, len(self._numbers) + 1)

    def _entry(self, number: int, passage: _Passage) -> SourceEntry:
        source = self._held.sources.get(passage.source)
        place, words = _found(passage, self._held.texts.get(passage.source))
        return SourceEntry(
            number=number,
            source=passage.source,
            description=_description(source) if source else _lost(passage.source),
            place=one_line(passage.place) or place,
            words=one_line(words),
        )


def _found(passage: _Passage, text: str | None) -> tuple[str, str]:
    """Return the place of a passage in its kept text, and its words."""
    if text is None or passage.start is None or passage.end is None:
        return "", passage.words
    words = text[passage.start : passage.end]
    if passage.words not in ("", words):
        return "not found at its place in the file", passage.words
    return f"line {text.count(chr(10), 0, passage.start) + 1:,}", words


def _evidence(values: tuple[Value, ...]) -> Iterator[Evidence]:
    """Yield the evidence of each value and of what is in it, else that of what it stands in."""
    for record, path in values:
        within = [e for at, e in record.evidence.items() if f"{at}/".startswith(f"{path}/")]
        yield from within or _nearest_above(record, path)


def _nearest_above(record: Record, path: str) -> list[Evidence]:
    while "/" in path:
        path = path.rpartition("/")[0]
        if path in record.evidence:
            return [record.evidence[path]]
    return []


def _description(source: Source) -> Text:
    details = (
        source.body,
        date_words(source.published, weekday=False) if source.published.is_dated else "",
        source.kind,
        f"file {source.name}" if source.name else "",
        f"received {day_words(source.received, weekday=False)}"
        if source.received and not source.published.is_dated
        else "",
    )
    said = "".join(f", {one_line(detail)}" for detail in details if detail)
    head = (Run(text=one_line(source.title) or "Untitled", is_strong=True), Run(text=said))
    if not source.address:
        return head
    return (*head, Run(text=", "), address(source.address))


def _lost(source: str) -> Text:
    return plain(f"A source that is not held any more ({source})")
