"""The list of what is tied to a record, or rests on a source, to go to one of it."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.desk.find import title_of
from briefing.desk.ties import Tie
from briefing.model import Event, Record, Task
from briefing.tui.panes.facts import kind_of
from briefing.tui.screens.choose import Choice, ChooseScreen
from briefing.when_words import date_words


def tied_screen(title: str, ties: Iterable[Tie]) -> ChooseScreen:
    """Return the list; what is chosen is the id of a record."""
    choices = [choice for tie in ties for choice in _choices(tie)]
    return ChooseScreen(f"Tied to “{title}”", choices, nothing="Nothing is tied to this yet.")


def citing_screen(title: str, citing: Sequence[Record]) -> ChooseScreen:
    """Return the list of what rests on a source."""
    tie = Tie("Cited in", citing, len(citing))
    return ChooseScreen(f"What rests on “{title}”", _choices(tie), nothing="Nothing cites this.")


def _choices(tie: Tie) -> Iterator[Choice]:
    shown, total = len(tie.records), tie.total
    counted = f"{total:,}" if shown == total else f"the first {shown:,} of {total:,}"
    for record in tie.records:
        yield Choice(record.id, title_of(record), _more(record), f"{tie.label} · {counted}")


def _more(record: Record) -> str:
    """Return the kind, and the day of what has one."""
    when = record.when if isinstance(record, Event) else None
    when = record.due if isinstance(record, Task) else when
    day = date_words(when, weekday=False) if when is not None and when.is_dated else ""
    return " · ".join(filter(None, (kind_of(record), day)))
