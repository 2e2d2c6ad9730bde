"""Facts with their basis: sources numbered in order of first use, doubts, who may see it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model import Citation, Decision, Evidence, Handling, Level, Record, Source
from briefing.note.blocks import Item, Mark, Run, SourceEntry, Text, one_line, plain
from briefing.note.held import Held
from briefing.when import date_words, whole_day


@dataclass(frozen=True, slots=True)
class _Passage:
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

    def fact(
        self, text: str, record: Record, *paths: str, citations: Iterable[Citation] = ()
    ) -> Run:
        """Return text that rests on the values at some of a record's paths, with its mark."""
        self._handlings.append(record.handling)
        evidence = [e for path in paths for e in _at(record, path)]
        cited = [c for e in evidence for c in e.citations]
        numbers = dict.fromkeys(self._number(c) for c in (*citations, *cited))
        checked = all(e.decision is not Decision.UNDECIDED for e in evidence)
        return Run(text=one_line(text), mark=Mark(numbers=tuple(numbers), checked=checked))

    def item(
        self, label: str, text: str, record: Record, *paths: str, more: tuple[Item, ...] = ()
    ) -> Item:
        """Return a fact as a list's entry, with what there is to doubt about it under it."""
        fact = self.fact(text, record, *paths)
        return Item(
            label=one_line(label), text=(fact,), under=(*self.doubts(record, *paths), *more)
        )

    def doubts(self, record: Record, *paths: str) -> tuple[Item, ...]:
        """Return why not to trust the values at a record's paths, of those nobody decided."""
        undecided = (
            e for path in paths for e in _at(record, path) if e.decision is Decision.UNDECIDED
        )
        said = dict.fromkeys(doubt.words for e in undecided for doubt in e.doubts)
        return tuple(Item(label="Doubt", text=plain(words)) for words in said)

    def saw(self, record: Record) -> None:
        """Count a record in whose words stand in the note without being facts."""
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
        c = citation
        passage = _Passage(c.source, c.start, c.end, c.place, c.words)
        return self._numbers.setdefault(passage, len(self._numbers) + 1)

    def _entry(self, number: int, passage: _Passage) -> SourceEntry:
        source = self._held.sources.get(passage.source)
        return SourceEntry(
            number=number,
            source=passage.source,
            description=_description(source) if source else _lost(passage.source),
            place=one_line(passage.place) or self._line(passage),
            words=one_line(self._words(passage)),
        )

    def _words(self, passage: _Passage) -> str:
        text = self._held.texts.get(passage.source)
        if text is None or passage.start is None or passage.end is None:
            return passage.words
        return text[passage.start : passage.end]

    def _line(self, passage: _Passage) -> str:
        text = self._held.texts.get(passage.source)
        if text is None or passage.start is None:
            return ""
        return f"line {text.count(chr(10), 0, passage.start) + 1:,}"


def _at(record: Record, path: str) -> Iterator[Evidence]:
    """Yield the evidence of a value and of what is in it, else that of the list it stands in."""
    within = [e for key, e in record.evidence.items() if key == path or key.startswith(f"{path}/")]
    if not within and "/" in path:
        yield from _at_itself(record, path.rpartition("/")[0])
    yield from within


def _at_itself(record: Record, path: str) -> Iterator[Evidence]:
    evidence = record.evidence.get(path)
    if evidence is not None:
        yield evidence
    elif "/" in path:
        yield from _at_itself(record, path.rpartition("/")[0])


def _description(source: Source) -> Text:
    details = (
        source.body,
        date_words(source.published, weekday=False) if source.published.is_dated else "",
        source.kind,
        f"file {source.name}" if source.name else "",
        f"received {date_words(whole_day(source.received), weekday=False)}"
        if source.received and not source.published.is_dated
        else "",
    )
    said = "".join(f", {one_line(detail)}" for detail in details if detail)
    head = (Run(text=one_line(source.title) or "Untitled", is_strong=True), Run(text=said))
    if not source.address:
        return head
    return (*head, Run(text=", "), Run(text=one_line(source.address), is_address=True))


def _lost(source: str) -> Text:
    return plain(f"A source that is not held any more ({source})")
