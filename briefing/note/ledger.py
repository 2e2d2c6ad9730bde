"""Facts with their basis: sources numbered in order of first use, doubts, who may see it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.model import Citation, Decision, Doubt, Evidence, Handling, Record, Source
from briefing.note.blocks import Item, Mark, Run, SourceEntry, Text, address, one_line, plain
from briefing.note.held import Held
from briefing.note.words import Words


class Value(NamedTuple):
    """A value of a record, as a fact rests on it."""

    record: Record
    path: str


def at(record: Record, *paths: str) -> tuple[Value, ...]:
    """Return the values at some of a record's paths."""
    return tuple(Value(record, path) for path in paths)


class _Passage(NamedTuple):
    source: str
    start: int | None
    end: int | None
    place: str
    words: str


class Ledger:
    """The sources of one note, numbered as its facts are told from top to bottom."""

    def __init__(self, held: Held, words: Words) -> None:
        self.words = words
        self._held = held
        self._numbers: dict[_Passage, int] = {}
        self._handlings: list[Handling] = []
        self._values: dict[tuple[str, str], Value] = {}

    def fact(self, text: str, *values: Value, citations: Iterable[Citation] = ()) -> Run:
        """Return text with the mark that its values, and citations besides, give it."""
        for value in values:
            self._values.setdefault((value.record.id, value.path), value)
            self.saw(value.record)
        resting = list(evidence(values))
        cited = [c for e in resting for c in e.citations]
        numbers = {self._number(c) for c in (*citations, *cited)}
        checked = all(e.decision is not Decision.UNDECIDED for e in resting)
        mark = Mark(
            numbers=tuple(sorted(numbers)),
            checked=checked,
            no_source=self.words.say("no source"),
            not_checked=self.words.say("not checked"),
        )
        return Run(text=one_line(text), mark=mark)

    def item(self, label: str, text: str, *values: Value) -> Item:
        """Return a fact as a list's entry, with what there is to doubt about it under it."""
        return Item(
            label=one_line(label), text=(self.fact(text, *values),), under=self.doubts(*values)
        )

    def cell(self, text: str, *values: Value) -> Text:
        """Return a fact as a table's cell, with what there is to doubt about it behind it."""
        return (self.fact(text, *values), *self.doubted(*values))

    def doubted(self, *values: Value) -> Text:
        """Return what there is to doubt about values, to stand behind them."""
        said = self.doubts(*values)
        label = self.words.label
        return tuple(run for d in said for run in (Run(text=f" {label(d.label)} "), *d.text))

    def doubts(self, *values: Value) -> tuple[Item, ...]:
        """Return why not to trust values, as long as nobody has decided them."""
        label = self.words.say("Doubt")
        said = dict.fromkeys(self.words.doubt(doubt) for doubt in open_doubts(values))
        return tuple(Item(label=label, text=plain(words)) for words in said)

    def saw(self, record: Record) -> None:
        """Count in the handling of a record whose words stand in the note."""
        self._handlings.append(record.handling)

    @property
    def handlings(self) -> Iterable[Handling]:
        """The handling of all that was told."""
        return self._handlings

    @property
    def values(self) -> Iterable[Value]:
        """The values that were told, each once, in the order of their first use."""
        return self._values.values()

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
        place, words = _found(passage, self._held.texts.get(passage.source), self.words)
        return SourceEntry(
            number=number,
            source=passage.source,
            description=_description(source, passage.source, self.words),
            place=one_line(passage.place) or place,
            words=one_line(words),
        )


def _found(passage: _Passage, text: str | None, words: Words) -> tuple[str, str]:
    """Return the place of a passage in its kept text, and its words."""
    if text is None or passage.start is None or passage.end is None:
        return "", passage.words
    there = text[passage.start : passage.end]
    if passage.words not in ("", there):
        return words.say("not found at its place in the file"), passage.words
    line = text.count("\n", 0, passage.start) + 1
    return words.say("line {number}", number=words.number(line)), there


def open_doubts(values: Iterable[Value]) -> Iterator[Doubt]:
    """Yield every doubt on values that nobody has decided."""
    for found in evidence(values):
        if found.decision is Decision.UNDECIDED:
            yield from found.doubts


def evidence(values: Iterable[Value]) -> Iterator[Evidence]:
    """Yield the evidence of each value and of what is in it, else that of what it stands in."""
    return (found for _, found in resting(values))


def resting(values: Iterable[Value]) -> Iterator[tuple[Value, Evidence]]:
    """Yield the same, each with the value that it belongs to."""
    for record, path in values:
        for at in _paths(record, path):
            yield Value(record, at), record.evidence[at]


def _paths(record: Record, path: str) -> list[str]:
    within = [at for at in record.evidence if f"{at}/".startswith(f"{path}/")]
    return within or _nearest_above(record, path)


def _nearest_above(record: Record, path: str) -> list[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        if path in record.evidence:
            return [path]
    return []


def _description(source: Source | None, id: str, words: Words) -> Text:
    if source is None:
        return plain(words.say("A source that is not held any more ({id})", id=id))
    details = ", ".join(one_line(detail) for detail in _details(source, words) if detail)
    title = one_line(source.title) or words.say("Untitled")
    head = (Run(text=title, is_strong=True), Run(text=f", {details}"))
    return (*head, Run(text=", "), address(source.address)) if source.address else head


def _details(source: Source, words: Words) -> Iterator[str]:
    yield source.body
    if source.published.is_dated:
        yield words.date(source.published, weekday=False)
    yield words.term(source.kind)
    if source.name:
        yield words.say("file {name}", name=source.name)
    if source.received and not source.published.is_dated:
        yield words.say("received {day}", day=words.day(source.received, weekday=False))
